"""Number of samples, epochs and learning rates of a retraining, by the number of recordings."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.retraining.events import RetrainPhase

_VARIANTS_PER_RECORDING = 10
_MIN_SAMPLES, _MAX_SAMPLES = 800, 4000

_PREPARE_S = 12.0
_PREPARE_S_PER_RECORDING = 0.015
_EXPORT_S = 9.0
_FEATURES_S_PER_SAMPLE = 0.0055
_HEAD_S_PER_SAMPLE = 0.00025
_FINE_TUNE_S_PER_SAMPLE = 0.0018
_CHECK_S_PER_SAMPLE = 0.003
"""Measured on two idle cores with ``benchmarks/retraining.py``; used for progress and remaining time only."""


@dataclass(frozen=True)
class Schedule:
    """Amount of training.

    Attributes:
        user_samples: Augmented samples of the user in an epoch; equally many rehearsed ones are added.
        head_epochs: Maximum number of epochs of the first stage.
        fine_tune_epochs: Maximum number of epochs of the second stage.
        head_patience: Epochs without improvement before the first stage stops.
        fine_tune_patience: Epochs without improvement before the second stage stops.
        head_rate: Learning rate of the first stage.
        fine_tune_rate: Initial learning rate of the second stage, with cosine decay.
        batch_size: Samples in a step, half of them rehearsed.
    """

    user_samples: int
    head_epochs: int = 10
    fine_tune_epochs: int = 3
    head_patience: int = 2
    fine_tune_patience: int = 1
    head_rate: float = 5e-4
    fine_tune_rate: float = 3e-5
    batch_size: int = 32

    @property
    def samples_per_epoch(self) -> int:
        """Augmented samples of both kinds."""
        return 2 * self.user_samples

    def expected_s(self, recordings: int, base: int) -> dict[RetrainPhase, float]:
        """Duration of each phase on two idle cores.

        Args:
            recordings: Number of recordings, including those of the test split.
            base: Number of hands in the base set.
        """
        return {
            RetrainPhase.PREPARE: _PREPARE_S + _PREPARE_S_PER_RECORDING * recordings,
            RetrainPhase.FEATURES: _FEATURES_S_PER_SAMPLE * self.samples_per_epoch,
            RetrainPhase.HEAD: _HEAD_S_PER_SAMPLE * self.samples_per_epoch * self.head_epochs,
            RetrainPhase.FINE_TUNE: _FINE_TUNE_S_PER_SAMPLE * self.samples_per_epoch * self.fine_tune_epochs,
            RetrainPhase.EXPORT: _EXPORT_S,
            RetrainPhase.CHECK: _CHECK_S_PER_SAMPLE * 2 * (base + recordings),
        }


def schedule_for(recordings: int) -> Schedule:
    """The schedule for this number of training recordings."""
    return Schedule(user_samples=min(max(_VARIANTS_PER_RECORDING * recordings, _MIN_SAMPLES), _MAX_SAMPLES))
