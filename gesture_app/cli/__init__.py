"""The command line. One command a file; ``argparse`` is used here and nowhere below."""
