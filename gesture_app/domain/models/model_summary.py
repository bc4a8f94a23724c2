"""Summaries of models for lists and for the choice of the active one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.message import Message

GATE = "gate"
"""Key in a model's metrics for the decision whether it is better than its parent."""


class ModelOrigin(str, Enum):
    """The origin of a model."""

    SHIPPED = "shipped"
    """Shipped with the program."""
    RETRAINED = "retrained"
    """Retrained on this machine with the user's samples."""
    IMPORTED = "imported"
    """Made elsewhere and added to this library."""


class GateVerdict(str, Enum):
    """State of a retrained model after the gate; the reasons are in its manifest (``GateDecision``)."""

    ACCEPTED = "accepted"
    """It is better for this user and no worse for others."""
    REFUSED = "refused"
    """It is stored, but only used if the user insists."""
    FORCED = "forced"
    """It was refused, and the user uses it all the same."""


@dataclass(frozen=True)
class Figures:
    """Accuracy and recall of a model on one dataset, and those of its parent.

    Attributes:
        name: The dataset's key in the manifest: ``"here"`` for this user's validation samples, ``"base"`` for the
            shipped evaluation set.
        hands: The number of hands; None if it is not known, like all values below.
        accuracy: Fraction of correct predictions, 0 to 1.
        recall: Recall by label; labels without a hand in the dataset are missing.
        accuracy_before: The parent's accuracy.
        recall_before: The parent's recall; labels that it did not know are missing.
    """

    name: str
    hands: int | None = None
    accuracy: float | None = None
    recall: Mapping[str, float] = field(default_factory=dict)
    accuracy_before: float | None = None
    recall_before: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class ModelSummary:
    """The summary of a model.

    Attributes:
        id: Its id and the name of its folder, unique in a library.
        folder: Its folder.
        origin: Its origin.
        labels: Its labels; None if its manifest cannot be read, like all values below.
        made_at: Time of its training, ISO 8601 in UTC; empty if it is not known.
        parent: The id of the model that it was retrained from.
        figures: Its accuracy by dataset.
        verdict: The decision after the comparison with its parent; None if there was none.
        reasons: The reasons for the decision, a sentence each.
        is_active: Whether it is the active model.
        trouble: The reason why it cannot be used, as a sentence; empty if it can.
        warning: The reason why it may predict less well than measured, as sentences; empty if there is none.
        name: The name that the user gave it; empty if none was given.
        gives_features: Whether it can learn at once from samples.
        imported_samples: Person of each sample that was imported as learnt at once with this model, by its key.
    """

    id: str
    folder: Path
    origin: ModelOrigin
    labels: GestureSet | None = None
    made_at: str = ""
    parent: str | None = None
    figures: tuple[Figures, ...] = ()
    verdict: GateVerdict | None = None
    reasons: tuple[str, ...] = ()
    is_active: bool = False
    trouble: str = ""
    warning: str = ""
    name: str = ""
    gives_features: bool = False
    imported_samples: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_shipped(self) -> bool:
        """Whether it is a shipped one, which cannot be removed."""
        return self.origin is ModelOrigin.SHIPPED

    @property
    def can_be_used(self) -> bool:
        """Whether it can be used without being forced."""
        return not self.trouble and self.verdict is not GateVerdict.REFUSED


MAX_NAME_LENGTH = 60
"""Most characters of a model's name."""


def model_name(text: str) -> str:
    """The name of a model as it is stored: without spaces around it, and with single ones inside.

    Raises:
        ValueError: If it is too long, or has characters that cannot be shown.
    """
    name = " ".join(text.split())
    if len(name) > MAX_NAME_LENGTH:
        text = Message("a name has {most} characters at most, got {count}")
        raise ValueError(text.fill(most=MAX_NAME_LENGTH, count=len(name)))
    if not name.isprintable():
        raise ValueError(Message("a name has only characters that can be shown"))
    return name


@dataclass(frozen=True)
class ModelImport:
    """Result of an import.

    Attributes:
        model: The imported model.
        was_known: Whether the library had a model with the same content already, and no model was added.
        learnt: Number of new samples that were learnt at once and came with it.
    """

    model: ModelSummary
    was_known: bool
    learnt: int = 0


def gate_verdict(metrics: Mapping[str, Any], *, is_forced: bool = False) -> tuple[GateVerdict | None, tuple[str, ...]]:
    """The decision in a manifest's metrics, and its reasons.

    Args:
        metrics: The ``metrics`` of a manifest.
        is_forced: Whether the user forced the use of the model.
    """
    gate = metrics.get(GATE)
    if not isinstance(gate, Mapping) or not isinstance(gate.get("accepted"), bool):
        return None, ()
    reasons = gate.get("reasons")
    texts = tuple(reason for reason in reasons if isinstance(reason, str)) if isinstance(reasons, list) else ()
    if gate["accepted"]:
        return GateVerdict.ACCEPTED, texts
    return GateVerdict.FORCED if is_forced else GateVerdict.REFUSED, texts


def figures_from(metrics: Mapping[str, Any]) -> tuple[Figures, ...]:
    """The figures in a manifest's metrics, in its order; missing and invalid ones are left out.

    Args:
        metrics: By dataset, the measurements of the model, or an object with two of them: ``"new"`` for the model and
            ``"old"`` for its parent. Measurements are ``hands``, ``accuracy`` and ``recall``, or ``labels`` and
            ``counts``: the confusion matrix with a row for each true label and a column for each predicted one.
    """
    sets = ((name, entry) for name, entry in metrics.items() if name != GATE and isinstance(entry, Mapping))
    return tuple(figures for name, entry in sets if (figures := _figures(name, entry)) is not None)


@dataclass(frozen=True)
class _Measured:
    hands: int | None = None
    accuracy: float | None = None
    recall: Mapping[str, float] = field(default_factory=dict)


def _figures(name: str, entry: Mapping[str, Any]) -> Figures | None:
    new, old = _measured(entry.get("new", entry)), _measured(entry.get("old"))
    hands = new.hands if new.hands is not None else _count(entry.get("hands"))
    if new.accuracy is None and not new.recall:
        return None
    return Figures(name, hands, new.accuracy, new.recall, old.accuracy, old.recall)


def _measured(entry: object) -> _Measured:
    if not isinstance(entry, Mapping):
        return _Measured()
    if "counts" in entry:
        return _from_counts(entry.get("labels"), entry["counts"])
    recall = entry.get("recall")
    shares = {label: _share(value) for label, value in recall.items()} if isinstance(recall, Mapping) else {}
    known = {label: share for label, share in shares.items() if share is not None}
    return _Measured(_count(entry.get("hands")), _share(entry.get("accuracy")), known)


def _from_counts(labels: object, counts: object) -> _Measured:
    """Accuracy and recall from a confusion matrix; empty if it is invalid."""
    if not (isinstance(labels, list) and isinstance(counts, list) and len(labels) == len(counts)):
        return _Measured()
    rows = [[_count(cell) for cell in row] if isinstance(row, list) else [] for row in counts]
    known = [[cell for cell in row if cell is not None] for row in rows]
    if any(len(row) != len(labels) for row in known):
        return _Measured()
    total = sum(map(sum, known))
    right = sum(row[place] for place, row in enumerate(known))
    recall = {str(labels[place]): row[place] / sum(row) for place, row in enumerate(known) if sum(row)}
    return _Measured(total, right / total if total else None, recall)


def _share(value: object) -> float | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= 1 else None  # type: ignore[arg-type, operator]


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
