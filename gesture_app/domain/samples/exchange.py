"""Samples that come from elsewhere, or go there: what is asked for, and what came of it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from gesture_app.domain.samples.sample import Refusal, check_slug


@dataclass(frozen=True)
class LabelledRange:
    """A part of a video in which the hand shows one thing.

    Attributes:
        start_s: Its first moment, in seconds from the video's beginning.
        end_s: Where it ends; the frame of that moment is not a part of it.
        label: What the hand shows, as a slug.

    Raises:
        ValueError: If it ends before it begins, or the label cannot be used.
    """

    start_s: float
    end_s: float
    label: str

    def __post_init__(self) -> None:
        check_slug(self.label)
        if not (math.isfinite(self.start_s) and math.isfinite(self.end_s) and 0 <= self.start_s < self.end_s):
            raise ValueError(f"a part of a video begins at 0 s or later and ends after that, got {self.shown}")

    @property
    def shown(self) -> str:
        """The range for people, for example ``"2 s to 4.5 s"``."""
        return f"{self.start_s:g} s to {self.end_s:g} s"

    def holds(self, time_s: float) -> bool:
        """Whether a moment is in it."""
        return self.start_s <= time_s < self.end_s


def check_ranges(ranges: Iterable[LabelledRange]) -> tuple[LabelledRange, ...]:
    """The ranges in the order of time.

    Raises:
        ValueError: If there is none, or two overlap, for a frame shows one thing.
    """
    ordered = tuple(sorted(ranges, key=lambda part: part.start_s))
    if not ordered:
        raise ValueError("no part of the video was labelled")
    for one, other in itertools.pairwise(ordered):
        if other.start_s < one.end_s:
            raise ValueError(f"{one.shown} and {other.shown} overlap")
    return ordered


@dataclass(frozen=True)
class ImportTally:
    """How an import stands, or how it ended.

    Attributes:
        seen: Pictures that were looked at.
        expected: How many there are, where that is known.
        added: The new samples, by id.
        known: Pictures that were there already.
        handless: Pictures in which no hand was found.
        unlabelled: Pictures that nothing says the label of.
        refused: How many hands were not worth keeping, by the reason.
        warnings: Sentences about what could not be read.
    """

    seen: int = 0
    expected: int | None = None
    added: tuple[str, ...] = ()
    known: int = 0
    handless: int = 0
    unlabelled: int = 0
    refused: Mapping[Refusal, int] = field(default_factory=lambda: MappingProxyType({}))
    warnings: tuple[str, ...] = ()

    @property
    def left_out(self) -> int:
        """How many pictures did not become samples and were not there before."""
        return self.handless + self.unlabelled + sum(self.refused.values())

    def with_refusal(self, refusal: Refusal) -> ImportTally:
        """One more that was refused."""
        counts = {**self.refused, refusal: self.refused.get(refusal, 0) + 1}
        return replace(self, refused=MappingProxyType(counts))


@dataclass(frozen=True)
class ExportReport:
    """What was exported.

    Attributes:
        count: How many samples are in the archive.
        skipped: Why others are not, a sentence each.
    """

    count: int
    skipped: tuple[str, ...]
