"""Code that trainings of any kind share."""
