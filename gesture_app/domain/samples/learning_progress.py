"""Which labels are learnt, which are confused, and which kind of sample is misread most, from held-out samples.

A held-out sample is read by the model with a memory of the other samples. Corrections are left out: they are samples
that were misread, and would make every label look worse than it is.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.samples.guide import FAR_EXTENT_PX, extent_px, roll_of, shows_palm
from gesture_app.domain.samples.sample import SampleInfo

LEAST_TESTED = 20
"""Fewest held-out samples of a label that is learnt, and fewest samples of which a kind can be said to be missing."""

LEARNT_SHARE = 0.95
"""Least share of right answers of a label that is learnt. A label of which three in four hands are read right gets 19
or more right of 20 with a probability of only 0.024 (binomial distribution)."""

LEAST_CONFUSED = 2
"""A single misread sample is not called a confusion."""

MAX_CHANCE = 0.01
"""Largest probability that a difference between two kinds of samples is chance, divided among all kinds (Bonferroni).
It is below the usual 0.05 as the samples of a recording are not independent."""

TURNED_RAD = math.radians(45)
"""A hand whose fingers point further than this from straight up is turned."""


class Kind(Enum):
    """Kinds of samples."""

    LEFT_HAND = "left hand"
    RIGHT_HAND = "right hand"
    PALM = "palm"
    BACK = "back"
    NEAR = "near"
    FAR = "far"
    UPRIGHT = "upright"
    TURNED = "turned"


_PAIRS: tuple[tuple[Kind, Kind, Callable[[Hand], bool]], ...] = (
    (Kind.LEFT_HAND, Kind.RIGHT_HAND, lambda hand: hand.handedness is Handedness.LEFT),
    (Kind.PALM, Kind.BACK, shows_palm),
    (Kind.NEAR, Kind.FAR, lambda hand: extent_px(hand) >= FAR_EXTENT_PX),
    (Kind.UPRIGHT, Kind.TURNED, lambda hand: math.cos(roll_of(hand) + math.pi / 2) >= math.cos(TURNED_RAD)),
)
"""Two opposite kinds each, and whether a hand is of the first."""


@dataclass(frozen=True)
class LabelResult:
    """Answers for the held-out samples of a label.

    Attributes:
        right: Number of right answers.
        tested: Number of held-out samples, at least 1.
        sessions: Number of sessions they are from.
    """

    right: int
    tested: int
    sessions: int

    @property
    def is_learnt(self) -> bool:
        """Whether at least :data:`LEARNT_SHARE` of at least :data:`LEAST_TESTED` samples are read right."""
        return self.tested >= LEAST_TESTED and self.right >= LEARNT_SHARE * self.tested


@dataclass(frozen=True)
class Confusion:
    """Held-out samples of a label that are read as the same other label.

    Attributes:
        label: Their label.
        read_as: The other label.
        count: Number of these samples.
        tested: Number of held-out samples of the label.
    """

    label: str
    read_as: str
    count: int
    tested: int


@dataclass(frozen=True)
class WeakKind:
    """A kind of sample that is misread more often than its opposite, which is not chance.

    Attributes:
        kind: The kind.
        misread: Number of misread held-out samples of this kind, of all labels.
        tested: Number of held-out samples of this kind.
    """

    kind: Kind
    misread: int
    tested: int


@dataclass(frozen=True)
class LearningProgress:
    """What the held-out samples show.

    Attributes:
        results: Result of each label that has held-out samples.
        confusions: Confusions of at least :data:`LEAST_CONFUSED` samples, those with the largest count first.
        weak: The kind of sample that is misread most, all labels taken together; None if the kinds do not differ.
    """

    results: Mapping[str, LabelResult]
    confusions: tuple[Confusion, ...] = ()
    weak: WeakKind | None = None

    @property
    def learnt(self) -> frozenset[str]:
        """The labels that are learnt."""
        return frozenset(label for label, result in self.results.items() if result.is_learnt)

    def confusion_of(self, label: str) -> Confusion | None:
        """The largest confusion of a label; None if there is none."""
        return next((confusion for confusion in self.confusions if confusion.label == label), None)


def learning_progress(answers: Mapping[str, str], infos: Iterable[SampleInfo]) -> LearningProgress:
    """Compare the answers for held-out samples with their labels.

    Args:
        answers: The answer for each held-out sample, by the sample's key.
        infos: The samples that count; answers for others are ignored.
    """
    if not answers:
        return LearningProgress({})
    tested = [(info, answers[info.key]) for info in infos if not info.is_correction and info.key in answers]
    counts = Counter(info.label for info, _answer in tested)
    sessions = defaultdict(set)
    for info, _answer in tested:
        sessions[info.label].add(info.session)
    read_as = Counter((info.label, answer) for info, answer in tested)
    results = {label: LabelResult(read_as[label, label], counts[label], len(sessions[label])) for label in counts}
    confusions = tuple(
        Confusion(label, other, count, counts[label])
        for (label, other), count in read_as.most_common()
        if other != label and count >= LEAST_CONFUSED
    )
    return LearningProgress(results, confusions, _weak_kind(tested))


def missing_kind(infos: Iterable[SampleInfo], label: str) -> Kind | None:
    """The first kind of which a label has no sample; None if all are there, or the label has too few samples to tell.

    Args:
        infos: The samples of a person.
        label: The label.
    """
    hands = [info.hand for info in infos if info.label == label and not info.is_correction]
    if len(hands) < LEAST_TESTED:
        return None
    for first, second, is_first in _PAIRS:
        found = is_first(hands[0])
        if all(is_first(hand) == found for hand in hands):
            return second if found else first
    return None


def chance_of_as_many(strata: Iterable[tuple[int, int, int, int]]) -> float:
    """Probability that a kind has at least as many misread samples as it has, if the kind makes no difference.

    The one-sided exact test of several two-by-two tables; with one table it is Fisher's exact test. Each label is a
    table, so that a kind is not blamed for being recorded more often of a difficult label.

    Source: Birch, "The detection of partial association, I: the 2 x 2 case", Journal of the Royal Statistical Society B
    26 (1964).

    Args:
        strata: For each label the number of samples, of samples of the kind, of misread samples, and of misread samples
            of the kind.
    """
    distribution, observed = np.ones(1), 0
    for total, of_kind, misread, misread_of_kind in strata:
        every = math.comb(total, misread)
        ways = [
            math.comb(of_kind, count) * math.comb(total - of_kind, misread - count) / every
            for count in range(misread + 1)
        ]
        distribution = np.convolve(distribution, ways)
        observed += misread_of_kind
    return float(distribution[observed:].sum())


def _weak_kind(tested: Sequence[tuple[SampleInfo, str]]) -> WeakKind | None:
    wrong_labels = {info.label for info, answer in tested if answer != info.label}
    # The other labels do not change the probability.
    compared = [(info, answer) for info, answer in tested if info.label in wrong_labels]
    best: tuple[float, Kind, Callable[[Hand], bool], bool] | None = None
    for first, second, is_first in _PAIRS:
        are_first = [is_first(info.hand) for info, _answer in compared]
        for kind, wanted in ((first, True), (second, False)):
            chance = chance_of_as_many(_strata(compared, [one == wanted for one in are_first]))
            if chance <= MAX_CHANCE / len(Kind) and (best is None or chance < best[0]):
                best = chance, kind, is_first, wanted
    if best is None:
        return None
    _chance, kind, is_first, wanted = best
    of_kind = [answer != info.label for info, answer in tested if is_first(info.hand) == wanted]
    return WeakKind(kind, sum(of_kind), len(of_kind))


def _strata(tested: Sequence[tuple[SampleInfo, str]], are_of_kind: Sequence[bool]) -> list[tuple[int, int, int, int]]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for (info, answer), is_of_kind in zip(tested, are_of_kind, strict=True):
        is_wrong = answer != info.label
        row = counts[info.label]
        for column, value in enumerate((True, is_of_kind, is_wrong, is_of_kind and is_wrong)):
            row[column] += value
    return [(total, of_kind, misread, both) for total, of_kind, misread, both in counts.values()]
