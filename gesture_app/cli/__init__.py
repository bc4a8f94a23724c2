"""The commands that run without a window, one a file; argparse ends here."""
