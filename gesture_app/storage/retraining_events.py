"""Events of the retraining process as text: one JSON object per line, with the event's name under ``event``."""

from __future__ import annotations

import json
from dataclasses import replace
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
from gesture_app.storage.message_codec import sources_of, with_sources

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
_SOURCES = "sources"
"""Key of the sources of the texts."""


def to_line(event: Event) -> str:
    """An event as one line of ASCII text, without the line end."""
    content = {"event": _NAMES[type(event)], **to_plain(event)}
    if texts := _texts(event):
        content[_SOURCES] = sources_of(texts)
    return json.dumps(content, ensure_ascii=True, allow_nan=False)


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
    return _translatable(event, content.get(_SOURCES))


def _texts(event: Event | None) -> tuple[str, ...]:
    """The texts of an event that the window shows."""
    if isinstance(event, Failed):
        return event.message, event.hint
    return event.notes if isinstance(event, RetrainOutcome) else ()


def _translatable(event: Event | None, sources: object) -> Event | None:
    texts = with_sources(_texts(event), sources)
    if isinstance(event, Failed):
        return Failed(*texts)
    return replace(event, notes=texts) if isinstance(event, RetrainOutcome) else event
