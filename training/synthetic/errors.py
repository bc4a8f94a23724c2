"""What can go wrong while rendering."""

from __future__ import annotations

from gesture_app.errors import GestureAppError


class SynthesisError(GestureAppError):
    """Hands cannot be rendered as asked: no off-screen OpenGL, no backgrounds, or a script that makes no sense."""
