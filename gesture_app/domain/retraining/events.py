"""Events that the retraining process reports while it works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.gate import GateDecision
from gesture_app.domain.retraining.plan import RetrainPlan


class RetrainPhase(Enum):
    """The stages of a retraining, in order."""

    PREPARE = "prepare"
    """Loading the model and the recordings."""
    FEATURES = "features"
    """Computing once what the fixed part of the network sees in each hand."""
    HEAD = "head"
    """Training the last layers on that."""
    FINE_TUNE = "fine-tune"
    """Training the top of the network at a low rate."""
    EXPORT = "export"
    """Writing the model's files."""
    CHECK = "check"
    """Comparing the old and the new model."""


@dataclass(frozen=True)
class Progress:
    """How far it is.

    Attributes:
        phase: The stage.
        share: Share of the whole that is done, 0 to 1; never falls.
        seconds_left: About how long the rest takes; None while that is not known.
    """

    phase: RetrainPhase
    share: float
    seconds_left: float | None = None


@dataclass(frozen=True)
class EpochDone:
    """One pass through what is learnt from.

    The accuracies are shares of right answers, 0 to 1. Loss and accuracy of learning are measured on varied hands, so
    they are often worse than those on the hands kept for choosing when to stop, which are not varied.

    Attributes:
        phase: The stage, HEAD or FINE_TUNE.
        epoch: Counts from 1 in each stage.
        of: How many there will be at most.
        loss: Loss on what is learnt from.
        accuracy: Accuracy on what is learnt from.
        checked_loss: Loss on the hands kept for choosing when to stop.
        own_accuracy: Accuracy on this person's hands among those; None where there are none.
        rehearsal_accuracy: Accuracy on other people's hands among those.
    """

    phase: RetrainPhase
    epoch: int
    of: int
    loss: float
    accuracy: float
    checked_loss: float
    own_accuracy: float | None
    rehearsal_accuracy: float


@dataclass(frozen=True)
class LogLine:
    """Something worth reading."""

    text: str


@dataclass(frozen=True)
class ChangedAnswer:
    """A recording that the two models answer differently.

    Attributes:
        sample_id: The recording.
        shown: What it is labelled as.
        old: What the old model answers.
        new: What the new model answers.
    """

    sample_id: str
    shown: str
    old: str
    new: str


@dataclass(frozen=True)
class RetrainOutcome:
    """The end of a retraining that made a model.

    Attributes:
        model_id: The new model.
        folder: Where it lies.
        parent_id: The model that it was trained from.
        verdict: Whether it may take over, and why.
        here: Both models on this person's recordings that were kept apart.
        base: Both models on the hands of other people.
        across_sessions: Whether the recordings kept apart are from sessions of which nothing was learnt.
        changed: The recordings kept apart that the models answer differently, oldest first.
        doubtful: Recordings that are perhaps labelled wrongly: both models are sure that they show something else.
        new_labels: The gestures that the old model does not know.
        notes: What else to know about the comparison, as sentences.
    """

    model_id: str
    folder: str
    parent_id: str
    verdict: GateDecision
    here: Comparison
    base: Comparison
    across_sessions: bool
    changed: tuple[ChangedAnswer, ...] = ()
    doubtful: tuple[str, ...] = ()
    new_labels: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failed:
    """The end of a retraining that could not be done; nothing is left behind.

    Attributes:
        message: What happened.
        hint: What to do about it.
    """

    message: str
    hint: str = ""


@dataclass(frozen=True)
class Cancelled:
    """The end of a retraining that was asked to stop; nothing is left behind."""


Event = RetrainPlan | Progress | EpochDone | LogLine | RetrainOutcome | Failed | Cancelled
"""Any event of a retraining."""
