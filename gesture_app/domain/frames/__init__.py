"""Frames, hands, crops, predictions, gestures, and smoothing over time."""
