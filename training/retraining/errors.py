"""Errors of a retraining."""

from __future__ import annotations

from gesture_app.errors import GestureAppError


class TooFewSamplesError(GestureAppError):
    """There are too few recordings to train on."""


class RetrainFailedError(GestureAppError):
    """The recordings and the model are valid, but the retraining failed."""


class DiskError(RetrainFailedError):
    """The model cannot be written."""


class LearningError(RetrainFailedError):
    """The training diverged."""
