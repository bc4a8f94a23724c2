"""Rendered people: whole bodies that do everyday things, show gestures, or show no hand."""
