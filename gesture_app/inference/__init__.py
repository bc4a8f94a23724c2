"""Gesture classification: models on disk, and the runtimes that run them."""
