"""Errors of recipes and training data."""

from __future__ import annotations

from gesture_app.errors import GestureAppError


class RecipeError(GestureAppError):
    """A recipe file is missing or invalid."""


class TrainingDataError(GestureAppError):
    """Training images are missing or cannot be used."""
