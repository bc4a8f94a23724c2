"""How much is computed, by how many recordings there are: what keeps a retraining within a minute or a few."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.retraining.events import RetrainPhase

_VARIANTS = 10
_LEAST_HANDS, _MOST_HANDS = 800, 4000

_PREPARE_S = 12.0
_EXPORT_S = 9.0
_FEATURES_S_PER_HAND = 0.0055
_HEAD_S_PER_HAND = 0.00025
_FINE_TUNE_S_PER_HAND = 0.0018
_CHECK_S_PER_HAND = 0.003
"""Measured on two idle cores by ``benchmarks/retraining.py``; they only say how far it is and how long it takes."""


@dataclass(frozen=True)
class Schedule:
    """What is computed.

    Attributes:
        own_hands: Varied hands of this person; as many of the rehearsal come to them.
        head_epochs: Most passes of the first stage.
        fine_tune_epochs: Most passes of the second.
        head_patience: Passes without a better result after which the first stage ends.
        fine_tune_patience: The same for the second.
        head_rate: Learning rate of the first stage.
        fine_tune_rate: Of the second, at its start; it falls along a cosine.
        batch_size: Hands a step, half of them rehearsed.
    """

    own_hands: int
    head_epochs: int = 10
    fine_tune_epochs: int = 3
    head_patience: int = 2
    fine_tune_patience: int = 1
    head_rate: float = 5e-4
    fine_tune_rate: float = 3e-5
    batch_size: int = 32

    @property
    def hands(self) -> int:
        """Varied hands of both kinds."""
        return 2 * self.own_hands

    def planned_s(self, samples: int, base: int) -> dict[RetrainPhase, float]:
        """How long each stage takes on two idle cores.

        Args:
            samples: Recordings, learnt from or held out.
            base: Hands of the base set.
        """
        return {
            RetrainPhase.PREPARE: _PREPARE_S + 0.015 * samples,
            RetrainPhase.FEATURES: _FEATURES_S_PER_HAND * self.hands,
            RetrainPhase.HEAD: _HEAD_S_PER_HAND * self.hands * self.head_epochs,
            RetrainPhase.FINE_TUNE: _FINE_TUNE_S_PER_HAND * self.hands * self.fine_tune_epochs,
            RetrainPhase.EXPORT: _EXPORT_S,
            RetrainPhase.CHECK: _CHECK_S_PER_HAND * 2 * (base + samples),
        }


def schedule_for(training: int) -> Schedule:
    """The schedule for so many recordings to learn from."""
    return Schedule(own_hands=min(max(_VARIANTS * training, _LEAST_HANDS), _MOST_HANDS))
