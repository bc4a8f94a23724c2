"""What to record next, from what was recorded so far."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.frames.hand_topology import MIDDLE_KNUCKLE, WRIST
from gesture_app.domain.samples.sample import LabelSet, SampleInfo

WANTED_SAMPLES = 30
"""Samples of a label with which retraining is worth while."""

WANTED_SESSIONS = 2
"""What was learnt from one session can only be checked on another."""

SESSION_LEAST = 5
"""Fewer samples of a label than this are no session of it worth checking on."""

LEAST_FOR_SPREAD = 6
"""Before that many samples, sameness means nothing."""

LEAST_TURN = math.radians(25)
"""Hands that are all held within this angle are held alike."""

LEAST_SIZE_RATIO = 1.3
"""Hands of which the large ones are not this many times the small ones are all equally far away."""

FAR_EXTENT_PX = 140.0
"""A hand less large than this in the median has room to come closer."""

_MEASURED_MOST = 60
_INDEX_KNUCKLE, _LITTLE_KNUCKLE = 5, 17


class AdviceKind(Enum):
    """What may be asked of the person."""

    BEGIN = "begin"
    """Record the first samples of the label."""
    MORE = "more"
    """Record more of the label."""
    TURN = "turn"
    """Turn the hand more."""
    CLOSER = "closer"
    """Move closer for some of them."""
    FURTHER = "further"
    """Move away for some of them."""
    OTHER_SIDE = "other side"
    """Show the other side of the hand, too."""
    OTHER_HAND = "other hand"
    """Use the other hand, too."""
    NEXT_LABEL = "next label"
    """This label has enough for now: go on with that one."""
    ANOTHER_SESSION = "another session"
    """Enough for now: come back another day."""
    DONE = "done"
    """Nothing is missing."""


@dataclass(frozen=True)
class Advice:
    """The one thing to do next.

    Attributes:
        kind: What.
        label: Of which label, as a slug; empty where it is about all.
        missing: How many samples that label still lacks.
    """

    kind: AdviceKind
    label: str = ""
    missing: int = 0


@dataclass(frozen=True)
class LabelProgress:
    """How far a label is.

    Attributes:
        count: Its samples.
        sessions: Sessions with at least :data:`SESSION_LEAST` of them.
        in_session: Its samples of the session of now.
    """

    count: int = 0
    sessions: int = 0
    in_session: int = 0

    @property
    def missing(self) -> int:
        """How many samples it lacks: in all, and for a second session."""
        second = SESSION_LEAST - self.in_session if self.has_other_session and self.sessions < WANTED_SESSIONS else 0
        return max(0, WANTED_SAMPLES - self.count, second)

    @property
    def has_other_session(self) -> bool:
        """Whether there is a session of it besides the one of now."""
        return self.sessions > int(self.in_session >= SESSION_LEAST)

    @property
    def is_done(self) -> bool:
        """Whether it has all that is wanted."""
        return self.count >= WANTED_SAMPLES and self.sessions >= WANTED_SESSIONS


def progress_by_label(infos: Sequence[SampleInfo], session: str = "") -> dict[str, LabelProgress]:
    """How far each label is that has samples.

    Args:
        infos: All samples.
        session: The session of now, or empty.
    """
    by_session = Counter((info.label, info.session) for info in infos)
    counts, sessions = Counter[str](), Counter[str]()
    for (label, _session), count in by_session.items():
        counts[label] += count
        sessions[label] += int(count >= SESSION_LEAST)
    return {
        label: LabelProgress(count, sessions[label], by_session.get((label, session), 0))
        for label, count in counts.items()
    }


def advise(infos: Sequence[SampleInfo], labels: LabelSet, chosen: str, session: str = "") -> Advice:
    """What to do next.

    Args:
        infos: All samples, oldest first.
        labels: The labels in the order they are shown.
        chosen: The label that is being recorded.
        session: The session of now, or empty.
    """
    progress = progress_by_label(infos, session)
    own = progress.get(chosen, LabelProgress())
    if own.count == 0:
        return Advice(AdviceKind.BEGIN, chosen, WANTED_SAMPLES)
    if own.missing:
        recent = [info.hand for info in infos if info.label == chosen][-_MEASURED_MOST:]
        return Advice(_sameness(recent) or AdviceKind.MORE, chosen, own.missing)
    return _elsewhere(progress, labels, chosen)


def _elsewhere(progress: dict[str, LabelProgress], labels: LabelSet, chosen: str) -> Advice:
    """What to do once the chosen label has enough for now: finish what was begun, then begin another."""
    others = [(label.slug, progress.get(label.slug, LabelProgress())) for label in labels.labels]
    begun = [(slug, one) for slug, one in others if slug != chosen and one.count and one.missing]
    if begun:
        slug, one = max(begun, key=lambda item: item[1].missing)
        return Advice(AdviceKind.NEXT_LABEL, slug, one.missing)
    empty = [slug for slug, one in others if not one.count]
    if empty:
        return Advice(AdviceKind.NEXT_LABEL, empty[0], WANTED_SAMPLES)
    if all(one.is_done for _slug, one in others):
        return Advice(AdviceKind.DONE)
    return Advice(AdviceKind.ANOTHER_SESSION)


def _sameness(hands: Sequence[Hand]) -> AdviceKind | None:
    """In which way the hands are too much alike, the plainest first; None where they differ in every way."""
    if len(hands) < LEAST_FOR_SPREAD:
        return None
    if turn_spread([roll_of(hand) for hand in hands]) < LEAST_TURN:
        return AdviceKind.TURN
    extents_px = np.array([_extent_px(hand) for hand in hands])
    small, large = np.percentile(extents_px, [10, 90])
    if large < small * LEAST_SIZE_RATIO:
        return AdviceKind.CLOSER if float(np.median(extents_px)) < FAR_EXTENT_PX else AdviceKind.FURTHER
    if len(hands) < 2 * LEAST_FOR_SPREAD:
        return None
    if len({shows_palm(hand) for hand in hands}) == 1:
        return AdviceKind.OTHER_SIDE
    return AdviceKind.OTHER_HAND if len({hand.handedness for hand in hands}) == 1 else None


def roll_of(hand: Hand) -> float:
    """Where the hand points in the picture: from wrist to middle knuckle, in radians, clockwise from the right."""
    along = hand.landmarks_px[MIDDLE_KNUCKLE, :2] - hand.landmarks_px[WRIST, :2]
    return math.atan2(float(along[1]), float(along[0]))


def turn_spread(angles: Sequence[float]) -> float:
    """The angle within which 8 of 10 angles lie, in radians; whole turns make no difference."""
    turns = np.exp(1j * np.asarray(angles))
    middle = turns.mean()
    if abs(middle) < 1e-6:
        return 2 * math.pi
    low, high = np.percentile(np.angle(turns / middle), [10, 90])
    return float(high - low)


def shows_palm(hand: Hand) -> bool:
    """Whether the palm is turned to the camera, from how the knuckles lie and which hand it is."""
    wrist, index, little = (hand.landmarks_px[i, :2] for i in (WRIST, _INDEX_KNUCKLE, _LITTLE_KNUCKLE))
    one, other = index - wrist, little - wrist
    is_clockwise = float(one[0] * other[1] - one[1] * other[0]) > 0
    return is_clockwise == (hand.handedness is Handedness.LEFT)


def _extent_px(hand: Hand) -> float:
    left, top, right, bottom = hand.box_xyxy_px
    return max(right - left, bottom - top)
