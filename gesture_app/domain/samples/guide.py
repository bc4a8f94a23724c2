"""Advice on the next recording, from the samples so far."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter

import numpy as np

from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.frames.hand_topology import MIDDLE_KNUCKLE, WRIST
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.sample import SampleInfo

WANTED_SAMPLES = 30
"""Wanted number of samples per label."""

WANTED_SESSIONS = 2
"""Wanted number of sessions per label: training on one session is validated on another."""

MIN_SESSION_SAMPLES = 5
"""A session with fewer samples of a label does not count as a session of it."""

MIN_SPREAD_SAMPLES = 6
"""The spread of fewer samples is not measured."""

MIN_TURN_RAD = math.radians(25)
"""A smaller spread of the hands' roll angles asks for more rotation."""

MIN_SIZE_RATIO = 1.3
"""A smaller ratio of large to small hands (90th to 10th percentile) asks for other distances."""

FAR_EXTENT_PX = 140.0
"""If the median hand is smaller than this, the advice is to move closer, else further away."""

_MAX_MEASURED = 60
_INDEX_KNUCKLE, _LITTLE_KNUCKLE = 5, 17


class AdviceKind(Enum):
    """Kinds of advice."""

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
    """The chosen label has enough for now: continue with another label."""
    ANOTHER_SESSION = "another session"
    """Enough for now: come back another day."""
    DONE = "done"
    """Nothing is missing."""


@dataclass(frozen=True)
class Advice:
    """Advice on the next recording.

    Attributes:
        kind: Kind of advice.
        label: Slug of the label it is about; empty for all labels.
        missing: Number of samples that label still needs.
    """

    kind: AdviceKind
    label: str = ""
    missing: int = 0


@dataclass(frozen=True)
class LabelProgress:
    """Number of samples and sessions of a label.

    Attributes:
        count: Number of samples.
        sessions: Number of sessions with at least :data:`MIN_SESSION_SAMPLES` of them.
        in_session: Number of samples in the current session.
    """

    count: int = 0
    sessions: int = 0
    in_session: int = 0

    @property
    def missing(self) -> int:
        """Number of samples still needed, in all and for a second session."""
        second = (
            MIN_SESSION_SAMPLES - self.in_session if self.has_other_session and self.sessions < WANTED_SESSIONS else 0
        )
        return max(0, WANTED_SAMPLES - self.count, second)

    @property
    def has_other_session(self) -> bool:
        """Whether a session other than the current one has samples of it."""
        return self.sessions > int(self.in_session >= MIN_SESSION_SAMPLES)

    @property
    def is_done(self) -> bool:
        """Whether it has enough samples from enough sessions."""
        return self.count >= WANTED_SAMPLES and self.sessions >= WANTED_SESSIONS


def progress_by_label(infos: Sequence[SampleInfo], session: str = "") -> dict[str, LabelProgress]:
    """Progress of each label that has samples.

    Args:
        infos: All samples.
        session: The current session, or empty.
    """
    by_session = Counter(map(attrgetter("label", "session"), infos))
    counts, sessions = Counter[str](), Counter[str]()
    for (label, _session), count in by_session.items():
        counts[label] += count
        sessions[label] += int(count >= MIN_SESSION_SAMPLES)
    return {
        label: LabelProgress(count, sessions[label], by_session.get((label, session), 0))
        for label, count in counts.items()
    }


def advise(
    infos: Sequence[SampleInfo],
    labels: LabelSet,
    chosen: str,
    session: str = "",
    progress: dict[str, LabelProgress] | None = None,
) -> Advice:
    """Advice on the next recording.

    Args:
        infos: All samples, oldest first.
        labels: The labels in display order.
        chosen: Slug of the selected label.
        session: The current session, or empty.
        progress: Progress of each label, where it is known already.
    """
    if progress is None:
        progress = progress_by_label(infos, session)
    own = progress.get(chosen, LabelProgress())
    if own.count == 0:
        return Advice(AdviceKind.BEGIN, chosen, WANTED_SAMPLES)
    if own.missing:
        recent = [info.hand for info in infos if info.label == chosen][-_MAX_MEASURED:]
        return Advice(_missing_variation(recent) or AdviceKind.MORE, chosen, own.missing)
    return _next_label(progress, labels, chosen)


def _next_label(progress: dict[str, LabelProgress], labels: LabelSet, chosen: str) -> Advice:
    """Advice once the chosen label has enough: first labels that have samples but need more, then empty ones."""
    by_slug = [(label.slug, progress.get(label.slug, LabelProgress())) for label in labels.labels]
    begun = [(slug, one) for slug, one in by_slug if slug != chosen and one.count and one.missing]
    if begun:
        slug, one = max(begun, key=lambda item: item[1].missing)
        return Advice(AdviceKind.NEXT_LABEL, slug, one.missing)
    empty = [slug for slug, one in by_slug if not one.count]
    if empty:
        return Advice(AdviceKind.NEXT_LABEL, empty[0], WANTED_SAMPLES)
    if all(one.is_done for _slug, one in by_slug):
        return Advice(AdviceKind.DONE)
    return Advice(AdviceKind.ANOTHER_SESSION)


def _missing_variation(hands: Sequence[Hand]) -> AdviceKind | None:
    """The first kind of variation that the hands lack (rotation, distance, side, handedness), or None."""
    if len(hands) < MIN_SPREAD_SAMPLES:
        return None
    if turn_spread([roll_of(hand) for hand in hands]) < MIN_TURN_RAD:
        return AdviceKind.TURN
    extents_px = np.array([extent_px(hand) for hand in hands])
    small, large = np.percentile(extents_px, [10, 90])
    if large < small * MIN_SIZE_RATIO:
        return AdviceKind.CLOSER if float(np.median(extents_px)) < FAR_EXTENT_PX else AdviceKind.FURTHER
    if len(hands) < 2 * MIN_SPREAD_SAMPLES:
        return None
    if len({shows_palm(hand) for hand in hands}) == 1:
        return AdviceKind.OTHER_SIDE
    return AdviceKind.OTHER_HAND if len({hand.handedness for hand in hands}) == 1 else None


def roll_of(hand: Hand) -> float:
    """Direction from wrist to middle knuckle in the image, in radians, clockwise from the right."""
    along = hand.landmarks_px[MIDDLE_KNUCKLE, :2] - hand.landmarks_px[WRIST, :2]
    return math.atan2(float(along[1]), float(along[0]))


def turn_spread(angles: Sequence[float]) -> float:
    """Spread of angles: 10th to 90th percentile around the circular mean, in radians, at most 2 pi."""
    turns = np.exp(1j * np.asarray(angles))
    middle = turns.mean()
    if abs(middle) < 1e-6:
        return 2 * math.pi
    low, high = np.percentile(np.angle(turns / middle), [10, 90])
    return float(high - low)


def shows_palm(hand: Hand) -> bool:
    """Whether the palm faces the camera, from the order of the knuckles and the handedness."""
    wrist, index, little = (hand.landmarks_px[i, :2] for i in (WRIST, _INDEX_KNUCKLE, _LITTLE_KNUCKLE))
    one, other = index - wrist, little - wrist
    is_clockwise = float(one[0] * other[1] - one[1] * other[0]) > 0
    return is_clockwise == (hand.handedness is Handedness.LEFT)


def extent_px(hand: Hand) -> float:
    """Larger side of the box around the landmarks, in pixels."""
    left, top, right, bottom = hand.box_xyxy_px
    return max(right - left, bottom - top)
