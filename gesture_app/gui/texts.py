"""Texts that several pages use: counts, gestures, labels, sessions."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QDateTime, QLocale, Qt

from gesture_app.domain.frames import gestures
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.gui.translation import tr, translated


def counted(count: int, noun: str) -> str:
    """A count with its noun, for example ``"1 sample"`` or ``"1,200 samples"``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def gesture_name(label: str) -> str:
    """A gesture in a sentence, for example ``"rock"``."""
    return translated(gestures.display_name(label))


def gesture_title(label: str) -> str:
    """A gesture as a heading, for example ``"Rock"``; for ``"none"`` ``"No gesture"``."""
    return translated(gestures.gesture_title(label))


def label_title(label: SampleLabel) -> str:
    """A label as a title, for example ``"rock"`` -> ``"Rock"``."""
    if label.name == gestures.display_name(label.slug):
        return gesture_title(label.slug)
    return label.name[:1].upper() + label.name[1:]


def label_name(labels: LabelSet, slug: str) -> str:
    """Name of a label in a sentence."""
    label = labels.get(slug)
    if slug == NONE and (label is None or label.name == NONE):
        return tr("no gesture")
    if label is None:
        return slug
    return gesture_name(slug) if label.name == gestures.display_name(slug) else label.name


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
    shown = QDateTime.fromString(f"{local:%Y-%m-%dT%H:%M:%S}", Qt.DateFormat.ISODate)
    return QLocale().toString(shown, tr("d MMM yyyy, HH:mm", "pattern of a date, see QDateTime::toString"))
