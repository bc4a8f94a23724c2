"""Summaries of models, without running them."""
