"""Evaluation of hand models: measurement and report of ``python -m training evaluate``."""
