"""Import and export of samples: requests and results."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from gesture_app.domain.message import Message
from gesture_app.domain.samples.labels import check_slug
from gesture_app.domain.samples.quality import Refusal


@dataclass(frozen=True)
class LabelledRange:
    """A time range of a video with one label.

    Attributes:
        start_s: Start in seconds from the beginning of the video, inclusive.
        end_s: End in seconds, exclusive.
        label: Slug of the label.

    Raises:
        ValueError: If it ends before it begins, or the slug is not valid.
    """

    start_s: float
    end_s: float
    label: str

    def __post_init__(self) -> None:
        check_slug(self.label)
        if not (math.isfinite(self.start_s) and math.isfinite(self.end_s) and 0 <= self.start_s < self.end_s):
            text = Message("a part of a video begins at 0 s or later and ends after that, got {part}")
            raise ValueError(text.fill(part=self.text))

    @property
    def text(self) -> str:
        """The range as text, for example ``"2 s to 4.5 s"``."""
        return Message("{start} s to {end} s").fill(start=self.start_s, end=self.end_s)

    def contains(self, time_s: float) -> bool:
        """Whether a time is in the range."""
        return self.start_s <= time_s < self.end_s


def check_ranges(ranges: Iterable[LabelledRange]) -> tuple[LabelledRange, ...]:
    """Ranges sorted by time.

    Raises:
        ValueError: If there is none, or two overlap: a frame has one label.
    """
    ordered = tuple(sorted(ranges, key=lambda part: part.start_s))
    if not ordered:
        raise ValueError(Message("no part of the video was labelled"))
    for one, other in itertools.pairwise(ordered):
        if other.start_s < one.end_s:
            raise ValueError(Message("{first} and {second} overlap").fill(first=one.text, second=other.text))
    return ordered


@dataclass(frozen=True)
class ImportTally:
    """Counts of a running or finished import.

    Attributes:
        seen: Images read so far.
        expected: Images in all; None if unknown.
        added: Ids of the new samples.
        known: Images that were in the store already.
        handless: Images without a detected hand.
        unlabelled: Images without a label.
        refused: Number of refused hands by reason.
        warnings: A sentence for each file that could not be read.
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
        """Number of images that neither became samples nor were known before."""
        return self.handless + self.unlabelled + sum(self.refused.values())

    def with_refusal(self, refusal: Refusal) -> ImportTally:
        """A copy with one more refused hand."""
        counts = {**self.refused, refusal: self.refused.get(refusal, 0) + 1}
        return replace(self, refused=MappingProxyType(counts))


@dataclass(frozen=True)
class ExportReport:
    """Result of an export.

    Attributes:
        count: Number of samples in the archive.
        skipped: A sentence for each sample that was left out.
    """

    count: int
    skipped: tuple[str, ...]
