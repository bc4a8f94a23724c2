"""Phrases that several pages use: counts, labels, sessions. No Qt."""

from __future__ import annotations

from datetime import datetime, tzinfo

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.samples.labels import LabelSet, SampleLabel


def counted(count: int, what: str) -> str:
    """A number with its noun, for example ``"1 sample"`` or ``"1,200 samples"``."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def label_title(label: SampleLabel) -> str:
    """A label as a heading, for example ``"rock"`` -> ``"Rock"``."""
    return "No gesture" if label.slug == NONE and label.name == NONE else label.name[:1].upper() + label.name[1:]


def label_name(labels: LabelSet, slug: str) -> str:
    """What people call a label in a sentence."""
    label = labels.get(slug)
    if slug == NONE and (label is None or label.name == NONE):
        return "no gesture"
    return slug if label is None else label.name


def session_title(session: str, started_at: str, zone: tzinfo | None = None) -> str:
    """When a session was, for people: ``"1 May 2024, 12:30"`` in the local time.

    Args:
        session: Its name, for sessions that have no time.
        started_at: ISO 8601 in UTC.
        zone: The time zone; None for the computer's.
    """
    try:
        local = datetime.fromisoformat(started_at).astimezone(zone)
    except ValueError:
        return session
    return f"{local.day} {local:%b %Y, %H:%M}"
