"""Correcting a prediction: the hands that may be meant, and the session of their samples.

Whoever corrects a reading has seen it a moment ago, and has perhaps moved the hand to the mouse since. So the hand is
taken from a frame in which it was held still, not from the newest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timezone
from itertools import pairwise

import numpy as np

from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.samples.collecting import SessionKey
from gesture_app.domain.samples.sample import SampleInfo, session_name

MOST_HANDS = 3
"""Hands that are offered at most."""

_STILL_EXTENTS = 0.25
"""A hand that moved less than this between two frames, in extents of the hand, is held still."""

_AWAY_EXTENTS = 1.0
"""A hand that has moved farther than this has left the place where it showed its gesture."""

_SESSION_SUFFIX = "_corrections"


@dataclass(frozen=True, eq=False)
class SeenHand:
    """A hand in a frame, with its reading.

    Attributes:
        frame: The frame.
        reading: The hand and its predictions.
        model_id: Id of the model that made them.
    """

    frame: Frame
    reading: HandReading
    model_id: str

    @property
    def extent_px(self) -> float:
        """The larger side of the hand's box, in pixels."""
        left, top, right, bottom = self.reading.hand.box_xyxy_px
        return max(right - left, bottom - top)

    def looks_like(self, other: SeenHand) -> bool:
        """Whether both are in one place with one gesture, as one hand whose track was lost in between."""
        has_same_gesture = self.reading.stable_gesture == other.reading.stable_gesture
        return has_same_gesture and self.reading.hand.overlaps(other.reading.hand)

    def distance_from(self, other: SeenHand) -> float:
        """Distance of both centres, in extents of this hand."""
        gap = np.subtract(self.reading.hand.center_px, other.reading.hand.center_px)
        return float(np.linalg.norm(gap)) / max(self.extent_px, 1.0)


def hands_in(frame: Frame, result: FrameResult) -> tuple[SeenHand, ...]:
    """The hands of one frame, from left to right."""
    return tuple(SeenHand(frame, reading, result.model_id) for reading in result.hands)


def hands_to_correct(seen: Sequence[Sequence[SeenHand]]) -> tuple[SeenHand, ...]:
    """The hands that the user may want to correct, the most probable one first, at most :data:`MOST_HANDS`.

    Of each track the newest frame in which the hand was held still. If that shows no gesture, and an earlier one did,
    both are offered: the earlier one first if the hand has left its place since, as on its way to the mouse.

    Args:
        seen: The hands of each of the last frames, oldest first.
    """
    tracks: dict[int, list[SeenHand]] = {}
    for hands in seen:
        for hand in hands:
            tracks.setdefault(hand.reading.track_id, []).append(hand)
    newest = seen[-1] if seen else ()
    by_track = sorted((_of_track(track) for track in tracks.values()), key=lambda found: _rank(found[0], newest))
    firsts = [found[0] for found in by_track]
    others = [hand for found in by_track for hand in found[1:]]
    distinct: list[SeenHand] = []
    for hand in [*firsts, *others]:
        if not any(hand.looks_like(other) for other in distinct):
            distinct.append(hand)
    return tuple(distinct[:MOST_HANDS])


def _rank(hand: SeenHand, newest: Sequence[SeenHand]) -> tuple[bool, bool, float]:
    """Sort key: hands that show a gesture first, then hands that are still in view, then larger ones."""
    is_in_view = any(other.reading.track_id == hand.reading.track_id for other in newest)
    return hand.reading.stable_gesture == NONE, not is_in_view, -hand.extent_px


def _of_track(track: Sequence[SeenHand]) -> list[SeenHand]:
    held = [
        hand
        for before, hand in pairwise(track)
        if hand.reading.stable_gesture == before.reading.stable_gesture and hand.distance_from(before) < _STILL_EXTENTS
    ]
    last = held[-1] if held else track[-1]
    showing = [hand for hand in held if hand.reading.stable_gesture != NONE]
    if last.reading.stable_gesture != NONE or not showing:
        return [last]
    has_left = showing[-1].distance_from(last) > _AWAY_EXTENTS
    return [showing[-1], last] if has_left else [last, showing[-1]]


def utc_day(now: datetime) -> date:
    """The day of a time, in UTC as in names of sessions."""
    return now.astimezone(timezone.utc).date()


def correction_session(infos: Sequence[SampleInfo], key: SessionKey, now: datetime) -> str:
    """Name of the session of today's corrections with a camera and a model: the one there is, or a new one.

    Args:
        infos: All samples.
        key: Camera and model.
        now: The time of day, with its offset from UTC.
    """
    for info in reversed(infos):
        is_of_key = info.is_correction and SessionKey(info.camera, info.model_id, info.person) == key
        if is_of_key and datetime.fromisoformat(info.taken_at).date() == utc_day(now):
            return info.session
    return session_name(now) + _SESSION_SUFFIX
