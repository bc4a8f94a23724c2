"""Events that the retraining process reports while it works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.gate import DoubtfulLabels, GateDecision, apply_gate
from gesture_app.domain.retraining.plan import RetrainPlan


class RetrainPhase(Enum):
    """The phases of a retraining, in order."""

    PREPARE = "prepare"
    """Loading the model and the samples."""
    FEATURES = "features"
    """Computing the features of the frozen backbone once for each hand."""
    HEAD = "head"
    """Training the head on these features."""
    FINE_TUNE = "fine-tune"
    """Training the top of the backbone at a low learning rate."""
    EXPORT = "export"
    """Writing the model's files."""
    CHECK = "check"
    """Comparing the old and the new model."""


@dataclass(frozen=True)
class Progress:
    """Progress of a retraining.

    Attributes:
        phase: The current phase.
        share: Completed fraction of all phases, 0 to 1; never decreases.
        seconds_left: Estimated time left; None while it is not known.
    """

    phase: RetrainPhase
    share: float
    seconds_left: float | None = None


@dataclass(frozen=True)
class EpochDone:
    """Metrics of one epoch.

    Training metrics are measured on augmented hands, so they are often worse than those of the validation set, which is
    not augmented. Accuracies are between 0 and 1.

    Attributes:
        phase: The phase, HEAD or FINE_TUNE.
        epoch: Number of the epoch in its phase, from 1; 0 is the model before the training.
        of: Maximum number of epochs in the phase.
        loss: Training loss; None before the first epoch.
        accuracy: Training accuracy; None before the first epoch.
        checked_loss: Validation loss.
        own_accuracy: Validation accuracy on this user's hands; None if there are none.
        rehearsal_accuracy: Validation accuracy on other people's hands.
    """

    phase: RetrainPhase
    epoch: int
    of: int
    loss: float | None
    accuracy: float | None
    checked_loss: float
    own_accuracy: float | None
    rehearsal_accuracy: float


@dataclass(frozen=True)
class LogLine:
    """A line of the log."""

    text: str


@dataclass(frozen=True)
class ChangedPrediction:
    """A sample for which the predictions of the two models differ.

    Attributes:
        sample_id: Id of the sample.
        shown: Its label.
        old: Prediction of the old model.
        new: Prediction of the new model.
    """

    sample_id: str
    shown: str
    old: str
    new: str


@dataclass(frozen=True)
class RetrainOutcome:
    """End of a retraining that made a model.

    Attributes:
        model_id: Id of the new model.
        folder: Its folder.
        parent_id: Id of the model that was retrained.
        verdict: Decision of the gate.
        here: Both models on held-out samples of this user.
        base: Both models on the hands of other people.
        across_sessions: Whether the held-out samples are from other sessions than the training samples.
        changed: Held-out samples with different predictions of the two models, oldest first.
        doubtful: Ids of samples with doubtful labels: both models are confident of another label.
        new_labels: Labels that the old model does not know.
        notes: Remarks about the comparison, a sentence each.
    """

    model_id: str
    folder: str
    parent_id: str
    verdict: GateDecision
    here: Comparison
    base: Comparison
    across_sessions: bool
    changed: tuple[ChangedPrediction, ...] = ()
    doubtful: tuple[str, ...] = ()
    new_labels: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of the verdict, which can be translated.

        They are told and saved in English. They follow from the numbers, so they are worked out anew; those of another
        version of the gate stay as they were saved.
        """
        doubtful = DoubtfulLabels(len(self.doubtful), self.here.old.total)
        decision = apply_gate(self.here, self.base, new_labels=self.new_labels, doubtful_labels=doubtful)
        return decision.reasons if _is_same(decision, self.verdict) else self.verdict.reasons


def _is_same(one: GateDecision, other: GateDecision) -> bool:
    """Whether two decisions say the same; earlier versions wrote numbers without separators of thousands."""
    texts = [tuple(reason.replace(",", "") for reason in decision.reasons) for decision in (one, other)]
    return one.accepted == other.accepted and texts[0] == texts[1]


@dataclass(frozen=True)
class Failed:
    """End of a retraining that failed; no files remain.

    Attributes:
        message: The error.
        hint: The next step for the user.
    """

    message: str
    hint: str = ""


@dataclass(frozen=True)
class Cancelled:
    """End of a retraining that was cancelled; no files remain."""


Event = RetrainPlan | Progress | EpochDone | LogLine | RetrainOutcome | Failed | Cancelled
"""Any event of a retraining."""
