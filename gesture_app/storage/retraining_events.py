"""Events of the retraining process as text: one JSON object per line, with the event's name under ``event``."""

from __future__ import annotations

import json
from typing import Any

from gesture_app.domain.retraining.events import (
    Cancelled,
    EpochDone,
    Event,
    Failed,
    LogLine,
    Progress,
    RetrainOutcome,
)
from gesture_app.domain.retraining.plan import RetrainPlan
from gesture_app.storage.decoding import DecodingError, decode, parse_json, to_plain

MAX_LINE_CHARACTERS = 1_000_000
"""A longer line was not written by the retraining process."""

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
    """An event as one line of ASCII text, without the line end."""
    return json.dumps({"event": _NAMES[type(event)], **to_plain(event)}, ensure_ascii=True, allow_nan=False)


def from_line(line: str) -> Event | None:
    """The event of a line.

    Unknown fields and unknown events are ignored. A line that holds no event, such as one that was cut off or printed
    by a library, is log text.

    Args:
        line: The line, with or without its end.

    Returns:
        The event; None for an unknown event and for an empty line.
    """
    text = line.strip()
    if not text:
        return None
    if len(text) > MAX_LINE_CHARACTERS:
        return LogLine(text[:200] + "...")
    try:
        content = parse_json(text)
        if not isinstance(content, dict) or not isinstance(content.get("event"), str):
            return LogLine(text)
        kind = _KINDS.get(content["event"])
        event: Event | None = None if kind is None else decode(kind, content)
    except DecodingError:
        return LogLine(text)
    return event
