"""Recorded samples, their collection, and their exchange."""
