"""Texts that several pages use: counts, labels, sessions. No Qt."""

from __future__ import annotations

from datetime import datetime, tzinfo

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.samples.labels import LabelSet, SampleLabel


def counted(count: int, noun: str) -> str:
    """A count with its noun, for example ``"1 sample"`` or ``"1,200 samples"``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def label_title(label: SampleLabel) -> str:
    """A label as a title, for example ``"rock"`` -> ``"Rock"``."""
    return "No gesture" if label.slug == NONE and label.name == NONE else label.name[:1].upper() + label.name[1:]


def label_name(labels: LabelSet, slug: str) -> str:
    """Name of a label in a sentence."""
    label = labels.get(slug)
    if slug == NONE and (label is None or label.name == NONE):
        return "no gesture"
    return slug if label is None else label.name


def session_title(session: str, started_at: str, zone: tzinfo | None = None) -> str:
    """Local start time of a session, for example ``"1 May 2024, 12:30"``.

    Args:
        session: Name of the session, returned if it has no start time.
        started_at: Start of the session, ISO 8601 in UTC.
        zone: Time zone; None for that of the system.
    """
    try:
        local = datetime.fromisoformat(started_at).astimezone(zone)
    except ValueError:
        return session
    return f"{local.day} {local:%b %Y, %H:%M}"
