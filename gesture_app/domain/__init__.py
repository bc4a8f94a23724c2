"""The ideas of the program: standard library and numpy only, no threads, no input or output, no clock."""
