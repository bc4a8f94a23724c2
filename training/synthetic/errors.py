"""Errors of rendering."""

from __future__ import annotations

from gesture_app.errors import GestureAppError


class SynthesisError(GestureAppError):
    """Rendering is impossible: no off-screen OpenGL, no backgrounds, or an invalid script."""
