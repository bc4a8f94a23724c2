"""What training needs beyond playing, and adding it to the environment that the program runs in."""
