"""Classifiers, one file a runtime."""
