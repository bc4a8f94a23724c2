"""Retraining of a stored model on recorded samples, in a separate process that reports in JSON lines."""
