"""Recorded hands: what is kept of one, the labels they go under, and why one is refused."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from enum import Enum

from gesture_app.domain.frames.frame import Hand, Prediction, UInt8Array
from gesture_app.domain.frames.gestures import LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK, display_name

REGION_SCALE = 2.2
"""Least side of a region in units of the larger extent of the landmarks: room for crops wider than today's 1.5."""

REGION_MOST_PX = 1024
"""Longer sides are scaled down to this: a hand is then some 400 px large, five times what a classifier reads."""

SLUG_MOST = 40
"""Most characters of a label or session: with the number and ``.json`` the name fits any file system."""

NAME_MOST = 60
"""Most characters of a gesture's name."""

NUMBER_MOST = 999_999_999
"""Most samples of a session."""

TRASH_DAYS = 30
"""How long deleted samples can be taken back."""

_SLUG = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_RESERVED = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""Names that Windows keeps for devices. Source: learn.microsoft.com, "Naming Files, Paths, and Namespaces"."""


def check_slug(slug: str, what: str = "label") -> None:
    """Refuse a name that is not safe as the name of a folder on every system.

    Args:
        slug: The name: lower-case ASCII letters and digits, joined by single underscores.
        what: What it names, for the message.

    Raises:
        ValueError: Saying what is wrong with it.
    """
    if not slug:
        raise ValueError(f"a {what} needs at least one letter or digit")
    if len(slug) > SLUG_MOST:
        raise ValueError(f"the {what} {slug[:SLUG_MOST]!r}... is longer than {SLUG_MOST} characters")
    if any(separator in slug for separator in "/\\:"):
        raise ValueError(f"the {what} {slug!r} has a path separator in it")
    if "." in slug:
        raise ValueError(f"the {what} {slug!r} has a dot in it")
    if not _SLUG.fullmatch(slug):
        raise ValueError(f"the {what} {slug!r} may have a to z, 0 to 9 and single underscores between them only")
    if slug in _RESERVED:
        raise ValueError(f"the {what} {slug!r} is a name that Windows keeps for itself")


def slug_of(name: str) -> str:
    """A folder-safe label for what a person called a gesture, for example ``"Élan vital!"`` -> ``"elan_vital"``.

    Names without any Latin letter or digit get a digest of theirs, the same each time.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "_".join(re.findall(r"[a-z0-9]+", plain))[:SLUG_MOST].strip("_")
    if not slug:
        slug = "gesture_" + hashlib.sha256(unicodedata.normalize("NFC", name).encode()).hexdigest()[:8]
    return f"{slug}_sign" if slug in _RESERVED else slug


@dataclass(frozen=True)
class SampleLabel:
    """A label that samples are recorded under.

    Attributes:
        slug: What models and folders call it; see :func:`check_slug`.
        name: What people call it, in Unicode's composed form (NFC).
        key: The character that records it, or empty.
        icon: An emoji or another short text that stands for it, or empty.

    Raises:
        ValueError: If one of them cannot be used.
    """

    slug: str
    name: str
    key: str = ""
    icon: str = ""

    def __post_init__(self) -> None:
        check_slug(self.slug)
        if not self.name.strip() or len(self.name) > NAME_MOST:
            raise ValueError(f"a gesture's name has 1 to {NAME_MOST} characters, got {self.name!r}")
        if self.name != unicodedata.normalize("NFC", self.name).strip():
            raise ValueError(f"the name {self.name!r} has outer spaces or is not in Unicode's composed form")
        if any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in self.name):
            raise ValueError(f"the name {self.name!r} has characters that cannot be seen")
        if len(self.key) > 1 or (self.key and (not self.key.isprintable() or self.key.isspace())):
            raise ValueError(f"a key is one character that can be seen, got {self.key!r}")
        if len(self.icon) > 16 or any(unicodedata.category(character) == "Cc" for character in self.icon):
            raise ValueError(f"an icon is a short text, got {self.icon!r}")

    @classmethod
    def named(cls, name: str, *, key: str = "", icon: str = "") -> SampleLabel:
        """A label for what a person typed: the name is tidied, the slug made from it.

        Raises:
            ValueError: If it cannot be used.
        """
        tidy = " ".join(unicodedata.normalize("NFC", name).split())
        return cls(slug_of(tidy), tidy, key, icon)


@dataclass(frozen=True)
class LabelSet:
    """The labels one can record under, in the order they are shown.

    Attributes:
        labels: No two share a slug, a name (whatever its case) or a key (whatever its case).

    Raises:
        ValueError: Naming the two that clash.
    """

    labels: tuple[SampleLabel, ...]

    def __post_init__(self) -> None:
        seen: dict[tuple[str, str], SampleLabel] = {}
        for label in self.labels:
            for kind, value in (("label", label.slug), ("name", label.name), ("key", label.key)):
                same = kind, _folded(value)
                if value and same in seen:
                    raise ValueError(f"{label.name!r} has the same {kind} as {seen[same].name!r}: {value!r}")
                seen[same] = label

    def adding(self, label: SampleLabel) -> LabelSet:
        """This set with one more label at its end.

        Raises:
            ValueError: If it clashes with one that is there.
        """
        return LabelSet((*self.labels, label))

    def adopting(self, others: LabelSet) -> LabelSet:
        """This set and what it lacks of ``others``: without keys that are taken, and none whose name is taken."""
        result = self
        for label in others.labels:
            keys = {_folded(known.key) for known in result.labels}
            names = {_folded(known.name) for known in result.labels}
            if result.get(label.slug) is None and _folded(label.name) not in names:
                result = result.adding(replace(label, key="") if _folded(label.key) in keys else label)
        return result

    def get(self, slug: str) -> SampleLabel | None:
        """The label with this slug, if there is one."""
        return next((label for label in self.labels if label.slug == slug), None)

    @classmethod
    def including(cls, slugs: Iterable[str], known: LabelSet) -> LabelSet:
        """``known``, and after it a plain label for each slug that it lacks, such as those of imported samples."""
        result = known
        for slug in sorted(set(slugs)):
            if result.get(slug) is None:
                taken = {_folded(label.name) for label in result.labels}
                names = (slug, *(f"{slug} ({number})" for number in range(2, len(taken) + 3)))
                result = result.adding(SampleLabel(slug, next(name for name in names if name not in taken)))
        return result


def _folded(text: str) -> str:
    """The same for texts that look alike: other case, other Unicode form."""
    return unicodedata.normalize("NFKC", text).casefold()


BUILT_IN_LABELS = LabelSet(
    tuple(
        SampleLabel(slug, display_name(slug), key, icon)
        for slug, key, icon in (
            (ROCK, "1", "✊"),
            (PAPER, "2", "✋"),
            (SCISSORS, "3", "✌"),
            (LIZARD, "4", "🦎"),
            (SPOCK, "5", "🖖"),
            (NONE, "0", ""),
        )
    )
)
"""The labels that every model of this project knows."""


def session_named(started_at: datetime) -> str:
    """The name of a recording session that began then, for example ``"20240501t103000"`` (UTC, to the second).

    Raises:
        ValueError: If the time does not say its offset from UTC.
    """
    if started_at.tzinfo is None:
        raise ValueError(f"the time needs its offset from UTC, got {started_at}")
    return started_at.astimezone(timezone.utc).strftime("%Y%m%dt%H%M%S")


@dataclass(frozen=True, eq=False)
class SampleInfo:
    """All that is known of a recorded hand but its picture.

    Attributes:
        session: The recording session; splits never cut through one. Written like a label.
        number: Counts the samples of a session from 1; 0 before a store has given it one.
        label: What the hand shows, as a slug.
        taken_at: When, ISO 8601 in UTC, for example ``"2024-05-01T10:30:00.250000+00:00"``.
        camera: What the source was called.
        hand: The hand; its landmarks are ``(21, 3)`` float32 in pixels of the region.
        region_wh: Width and height of the region in pixels.
        model_id: The model that was in use, or empty.
        prediction: What it read at that moment, or None.

    Raises:
        ValueError: If one of them cannot be.
    """

    session: str
    number: int
    label: str
    taken_at: str
    camera: str
    hand: Hand
    region_wh: tuple[int, int]
    model_id: str = ""
    prediction: Prediction | None = None

    def __post_init__(self) -> None:
        check_slug(self.label)
        check_slug(self.session, "session")
        if not 0 <= self.number <= NUMBER_MOST:
            raise ValueError(f"samples are numbered from 1 to {NUMBER_MOST}, got {self.number}")
        if datetime.fromisoformat(self.taken_at).utcoffset() != timedelta(0):
            raise ValueError(f"taken_at is a time in UTC, got {self.taken_at!r}")
        if min(self.region_wh) < 1 or max(self.region_wh) > REGION_MOST_PX:
            raise ValueError(f"the sides of a region are 1 to {REGION_MOST_PX} px, got {self.region_wh}")

    @property
    def id(self) -> str:
        """``<session>-<number>``: no other sample of a store has it."""
        return f"{self.session}-{self.number}"

    @property
    def is_misread(self) -> bool:
        """Whether the model of that moment took it for something else."""
        return self.prediction is not None and self.prediction.gesture != self.label


def picture_sha256(image_bgr: UInt8Array) -> str:
    """A digest of a picture's pixels, whatever the file that holds them.

    Args:
        image_bgr: ``(height, width, 3)`` uint8, BGR.
    """
    digest = hashlib.sha256(repr(image_bgr.shape).encode())
    digest.update(image_bgr.tobytes())
    return digest.hexdigest()


@dataclass(frozen=True, eq=False)
class Sample:
    """A recorded hand: the region around it as the camera saw it.

    Attributes:
        info: What is known of it.
        region_bgr: ``(height, width, 3)`` uint8, BGR, not mirrored: :data:`REGION_SCALE` times as wide and high
            as the hand, or more, less where the frame ends. Never scaled up; scaled down only to
            :data:`REGION_MOST_PX`.

    Raises:
        ValueError: If the picture is not of the size that ``info`` says.
    """

    info: SampleInfo
    region_bgr: UInt8Array

    def __post_init__(self) -> None:
        width, height = self.info.region_wh
        if self.region_bgr.shape != (height, width, 3) or str(self.region_bgr.dtype) != "uint8":
            got = f"{self.region_bgr.shape} {self.region_bgr.dtype}"
            raise ValueError(f"the region should be ({height}, {width}, 3) uint8, got {got}")

    @property
    def picture_sha256(self) -> str:
        """A digest of the pixels, whatever the file that holds them."""
        return picture_sha256(self.region_bgr)


@dataclass(frozen=True)
class DamagedSample:
    """A sample that cannot be used.

    Attributes:
        name: Its file, relative to the samples' folder.
        reason: What is wrong, as the end of a sentence: "... because <reason>".
    """

    name: str
    reason: str


class Refusal(Enum):
    """Why a hand is not worth keeping, in words for the person in front of the camera."""

    TOO_SMALL = "Your hand is too small in the picture. Move closer."
    CUT_OFF = "Your hand is cut off. Move it towards the middle of the picture."
    BLURRED = "The picture of your hand is blurred. Hold it still for a moment, or make more light."
    NEAR_DUPLICATE = "This looks like one that was just taken. Turn or move your hand a little."


@dataclass(frozen=True)
class QualityVerdict:
    """Whether a hand is worth keeping.

    Attributes:
        refusal: Why not; None when it is.
        measured: The figure that decided, in the unit of the measure; 0 for a hand worth keeping.
    """

    refusal: Refusal | None = None
    measured: float = 0.0

    @property
    def is_good(self) -> bool:
        """Whether it is worth keeping."""
        return self.refusal is None

    @property
    def message(self) -> str:
        """What to tell the person; empty for a hand worth keeping."""
        return "" if self.refusal is None else self.refusal.value


class Offer(Enum):
    """What became of a hand that was offered to a recorder."""

    TAKEN = "taken"
    """It waits to be judged and written."""
    FULL = "full"
    """Not taken: too many wait already, the disk is slow."""
    PAUSED = "paused"
    """Not taken: the store failed, and nobody has said to go on."""
    STOPPED = "stopped"
    """Not taken: recording is over."""
