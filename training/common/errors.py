"""What people see when a training cannot be done."""

from __future__ import annotations

from gesture_app.errors import GestureAppError


class RecipeError(GestureAppError):
    """A recipe file is missing or says something that cannot be."""


class TrainingDataError(GestureAppError):
    """Pictures to learn from are missing or cannot be used."""
