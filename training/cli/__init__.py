"""The verbs of ``python -m training``, one a file; argparse ends here."""
