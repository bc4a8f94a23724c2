"""Widgets that pages share: theme, icons, video, plots, labels, notifications."""
