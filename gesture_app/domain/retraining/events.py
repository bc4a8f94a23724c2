"""What the process that retrains says while it works: one JSON object a line, named by its ``event``."""

from __future__ import annotations

import json
import math
import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.gate import GateDecision
from gesture_app.domain.retraining.plan import RetrainPlan

MOST_LINE_CHARACTERS = 1_000_000
"""A line that is longer was not written by the process that retrains."""


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
"""What a line can say."""

_KINDS: dict[str, type[Any]] = {
    "plan": RetrainPlan,
    "progress": Progress,
    "epoch": EpochDone,
    "log": LogLine,
    "outcome": RetrainOutcome,
    "failed": Failed,
    "cancelled": Cancelled,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def to_line(event: Event) -> str:
    """An event as one line of text, without the line's end."""
    return json.dumps({"event": _NAMES[type(event)], **to_plain(event)}, ensure_ascii=True, allow_nan=False)


def from_line(line: str) -> Event | None:
    """The event of a line.

    Fields that this program does not know are ignored, and so are events that it does not know. What is no event, such
    as a line that was cut off or that a library printed, is log text.

    Args:
        line: The line, with or without its end.

    Returns:
        The event; None for an unknown one and for an empty line.
    """
    text = line.strip()
    if not text:
        return None
    if len(text) > MOST_LINE_CHARACTERS:
        return LogLine(text[:200] + "...")
    try:
        content = json.loads(text)
        if not isinstance(content, dict) or not isinstance(content.get("event"), str):
            return LogLine(text)
        kind = _KINDS.get(content["event"])
        event: Event | None = None if kind is None else from_plain(kind, content)
        return event
    except (ValueError, TypeError, RecursionError):
        return LogLine(text)


def to_plain(value: Any) -> Any:
    """Dataclasses, enums and tuples as what JSON knows; numbers that are not finite become None."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: to_plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def from_plain(kind: Any, value: Any) -> Any:
    """The opposite of :func:`to_plain` for a type; fields that a dataclass does not have are ignored.

    Raises:
        ValueError: If the value is not of that type.
        TypeError: If a field is missing.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (inner,) = (one for one in arguments if one is not type(None))
        return None if value is None else from_plain(inner, value)
    if origin is tuple and isinstance(value, list):
        return tuple(from_plain(arguments[0], one) for one in value)
    if origin is Mapping and isinstance(value, dict):
        return {key: from_plain(arguments[1], one) for key, one in value.items()}
    if is_dataclass(kind) and isinstance(value, dict):
        hints = get_type_hints(kind)
        return kind(**{name: from_plain(hints[name], one) for name, one in value.items() if name in hints})  # type: ignore[operator]
    return _plain_value(kind, value)


def _plain_value(kind: Any, value: Any) -> Any:
    if issubclass(kind, Enum):
        return kind(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise ValueError(f"expected {kind}, got {value!r}")
    return value
