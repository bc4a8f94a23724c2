"""What is known of a model without running it: for lists of models, and for deciding which one to use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from gesture_app.domain.frames.gestures import GestureSet

GATE = "gate"
"""Name of the entry in a model's metrics that says whether it was held to be better than its parent."""


class ModelOrigin(str, Enum):
    """Where a model came from."""

    SHIPPED = "shipped"
    """It came with the program."""
    RETRAINED = "retrained"
    """It was made on this machine, from own samples."""
    IMPORTED = "imported"
    """It was made elsewhere and put here."""


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
    """How right a model is on one set of hands, and how right its parent is on the same ones.

    Attributes:
        name: The set, as the manifest calls it: ``"here"`` for this person's held-out samples, ``"base"`` for the
            shipped evaluation set.
        hands: How many hands it has; None where that was not written down, as with all that follows.
        accuracy: Share of hands answered rightly, 0 to 1.
        recall: The same by label; labels without a hand in the set are missing.
        accuracy_before: The parent's accuracy.
        recall_before: The parent's recall; a gesture that it did not know is missing.
    """

    name: str
    hands: int | None = None
    accuracy: float | None = None
    recall: Mapping[str, float] = field(default_factory=dict)
    accuracy_before: float | None = None
    recall_before: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class ModelSummary:
    """A model in a list of models.

    Attributes:
        id: Its name, and the name of its folder; no other model of a library has it.
        folder: Where it lies.
        origin: Where it came from.
        labels: What it tells apart; None where its manifest cannot be read, as with all that follows.
        made_at: When it was made, ISO 8601 in UTC; empty where that is not known.
        parent: The id of the model that it was made from.
        figures: How right it is, by set of hands.
        verdict: What the comparison with its parent came to; None where there was none.
        reasons: Why, a sentence each.
        is_active: Whether it is the one in use.
        trouble: Why it cannot be used, as a sentence; empty where it can.
        warning: Why a usable model may answer less well than it was measured, as sentences; empty if nothing is known.
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

    @property
    def is_shipped(self) -> bool:
        """Whether it came with the program: it cannot be removed then."""
        return self.origin is ModelOrigin.SHIPPED

    @property
    def can_be_used(self) -> bool:
        """Whether it works and nothing has to be forced."""
        return not self.trouble and self.verdict is not GateVerdict.REFUSED


@dataclass(frozen=True)
class ModelImport:
    """What came of an import.

    Attributes:
        model: The model, as the library has it now.
        was_known: Whether a model with the same contents was there already; nothing was added then.
    """

    model: ModelSummary
    was_known: bool


def gate_verdict(metrics: Mapping[str, Any], *, is_forced: bool = False) -> tuple[GateVerdict | None, tuple[str, ...]]:
    """The verdict that a manifest's metrics hold, and its reasons.

    Args:
        metrics: The ``metrics`` of a manifest.
        is_forced: Whether the person said to use the model whatever the verdict.
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
    """The figures in a manifest's metrics, in its order; what is missing or makes no sense is left out.

    Args:
        metrics: By name of the set: an object that says how right the model is, or one with two such objects, ``"new"``
            for the model and ``"old"`` for its parent. It says so with ``hands``, ``accuracy`` and ``recall``, or with
            ``labels`` and ``counts``: a row for each label that was shown, a column for each that was answered.
    """
    sets = ((name, entry) for name, entry in metrics.items() if name != GATE and isinstance(entry, Mapping))
    return tuple(figures for name, entry in sets if (figures := _figures(name, entry)) is not None)


@dataclass(frozen=True)
class _Rightness:
    hands: int | None = None
    accuracy: float | None = None
    recall: Mapping[str, float] = field(default_factory=dict)


def _figures(name: str, entry: Mapping[str, Any]) -> Figures | None:
    new, old = _rightness(entry.get("new", entry)), _rightness(entry.get("old"))
    hands = new.hands if new.hands is not None else _count(entry.get("hands"))
    if new.accuracy is None and not new.recall:
        return None
    return Figures(name, hands, new.accuracy, new.recall, old.accuracy, old.recall)


def _rightness(entry: object) -> _Rightness:
    if not isinstance(entry, Mapping):
        return _Rightness()
    if "counts" in entry:
        return _counted(entry.get("labels"), entry["counts"])
    recall = entry.get("recall")
    shares = {label: _share(value) for label, value in recall.items()} if isinstance(recall, Mapping) else {}
    known = {label: share for label, share in shares.items() if share is not None}
    return _Rightness(_count(entry.get("hands")), _share(entry.get("accuracy")), known)


def _counted(labels: object, counts: object) -> _Rightness:
    """What follows from a confusion matrix; nothing where it is none."""
    if not (isinstance(labels, list) and isinstance(counts, list) and len(labels) == len(counts)):
        return _Rightness()
    rows = [[_count(cell) for cell in row] if isinstance(row, list) else [] for row in counts]
    known = [[cell for cell in row if cell is not None] for row in rows]
    if any(len(row) != len(labels) for row in known):
        return _Rightness()
    total = sum(map(sum, known))
    right = sum(row[place] for place, row in enumerate(known))
    recall = {str(labels[place]): row[place] / sum(row) for place, row in enumerate(known) if sum(row)}
    return _Rightness(total, right / total if total else None, recall)


def _share(value: object) -> float | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= 1 else None  # type: ignore[arg-type, operator]


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
