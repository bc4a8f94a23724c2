"""Classifiers: one module per runtime, registered in :mod:`gesture_app.inference.runtimes`."""
