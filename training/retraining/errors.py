"""Why a retraining makes no model."""

from __future__ import annotations

from gesture_app.errors import GestureAppError


class TooFewSamplesError(GestureAppError):
    """The recordings are too few to learn from."""


class RetrainFailedError(GestureAppError):
    """The recordings and the model may be used, yet no model could be made."""


class DiskError(RetrainFailedError):
    """The model cannot be written."""


class LearningError(RetrainFailedError):
    """Training went astray."""
