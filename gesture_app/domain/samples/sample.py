"""A recorded hand and its metadata."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from gesture_app.domain.frames.frame import Hand, Prediction, UInt8Array
from gesture_app.domain.message import Message
from gesture_app.domain.samples.labels import check_slug

REGION_SCALE = 2.2
"""Side of a region relative to the larger extent of the landmarks: crops use 1.5, a larger scale stays possible."""

MAX_REGION_SIDE_PX = 1024
"""Larger regions are scaled down to this side: a hand is then about 400 px large, five times the classifier's input."""

MAX_SAMPLE_NUMBER = 999_999_999
"""Largest number of a sample in a session."""

TRASH_DAYS = 30
"""Deleted samples can be restored for this many days."""

NOBODY = ""
"""Name in samples of nobody in particular, such as those of earlier versions."""

MAX_PERSON_CHARACTERS = 40
"""Longest name of a person."""


def check_person(name: str) -> None:
    """Check the name of a person; :data:`NOBODY` is valid.

    Raises:
        ValueError: If it is too long, has outer spaces or characters that cannot be seen, or is not in composed form.
    """
    if len(name) > MAX_PERSON_CHARACTERS:
        text = Message("a name has {most} characters at most, got {count}")
        raise ValueError(text.fill(most=MAX_PERSON_CHARACTERS, count=len(name)))
    if name != unicodedata.normalize("NFC", name).strip():
        text = Message("the name {name} has outer spaces or is not in Unicode's composed form")
        raise ValueError(text.fill(name=repr(name)))
    if any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in name):
        raise ValueError(Message("the name {name} has characters that cannot be seen").fill(name=repr(name)))


def session_name(started_at: datetime) -> str:
    """Name of a recording session from its start, for example ``"20240501t103000"`` (UTC, to the second).

    Raises:
        ValueError: If the time has no offset from UTC.
    """
    if started_at.tzinfo is None:
        raise ValueError(f"the time needs its offset from UTC, got {started_at}")
    return started_at.astimezone(timezone.utc).strftime("%Y%m%dt%H%M%S")


@dataclass(frozen=True, eq=False)
class SampleInfo:
    """Metadata of a recorded hand.

    Attributes:
        session: Slug of the recording session; splits never divide one.
        number: Number of the sample in its session, from 1; 0 before the store has assigned one.
        label: Slug of the label.
        taken_at: Time of recording, ISO 8601 in UTC, for example ``"2024-05-01T10:30:00.250000+00:00"``.
        camera: Name of the source.
        hand: The detected hand; its landmarks are ``(21, 3)`` float32 in pixels of the region.
        region_wh: Width and height of the region in pixels.
        model_id: Id of the model in use, or empty.
        prediction: Prediction of that model at the time of recording, or None.
        person: Name of the person whose hand it is, or :data:`NOBODY`.
        is_forgotten: Whether it does not act at once any more; it is still used for retraining.
        is_correction: Whether the user corrected the prediction with it, instead of recording it on purpose.
        id: ``<session>-<number>``, unique within a store.
        key: ``<id> <taken_at>``: the number of a sample that was removed for good may be given to another one.

    Raises:
        ValueError: If a value is out of range.
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
    person: str = NOBODY
    is_forgotten: bool = False
    is_correction: bool = False
    # Computed once: the window reads them for each of 50,000 samples with every change.
    id: str = field(init=False, repr=False)
    key: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"{self.session}-{self.number}")
        object.__setattr__(self, "key", f"{self.id} {self.taken_at}")
        check_slug(self.label)
        check_person(self.person)
        check_slug(self.session, "session")
        if not 0 <= self.number <= MAX_SAMPLE_NUMBER:
            raise ValueError(f"samples are numbered from 1 to {MAX_SAMPLE_NUMBER}, got {self.number}")
        if datetime.fromisoformat(self.taken_at).utcoffset() != timedelta(0):
            raise ValueError(f"taken_at is a time in UTC, got {self.taken_at!r}")
        if min(self.region_wh) < 1 or max(self.region_wh) > MAX_REGION_SIDE_PX:
            raise ValueError(f"the sides of a region are 1 to {MAX_REGION_SIDE_PX} px, got {self.region_wh}")

    @property
    def is_misread(self) -> bool:
        """Whether the prediction differs from the label."""
        return self.prediction is not None and self.prediction.gesture != self.label


def image_sha256(image_bgr: UInt8Array) -> str:
    """SHA-256 of an image's shape and pixels.

    Args:
        image_bgr: ``(height, width, 3)`` uint8, BGR.
    """
    digest = hashlib.sha256(repr(image_bgr.shape).encode())
    digest.update(image_bgr.tobytes())
    return digest.hexdigest()


@dataclass(frozen=True, eq=False)
class Sample:
    """A recorded hand: its image region and metadata.

    Attributes:
        info: The metadata.
        region_bgr: ``(height, width, 3)`` uint8, BGR, not mirrored. At least :data:`REGION_SCALE` times as wide and
            high as the hand, clipped at the frame. Never scaled up; scaled down only to :data:`MAX_REGION_SIDE_PX`.

    Raises:
        ValueError: If the region's shape or dtype does not match ``info``.
    """

    info: SampleInfo
    region_bgr: UInt8Array

    def __post_init__(self) -> None:
        width, height = self.info.region_wh
        if self.region_bgr.shape != (height, width, 3) or str(self.region_bgr.dtype) != "uint8":
            got = f"{self.region_bgr.shape} {self.region_bgr.dtype}"
            raise ValueError(f"the region should be ({height}, {width}, 3) uint8, got {got}")

    @property
    def image_sha256(self) -> str:
        """SHA-256 of the region's shape and pixels."""
        return image_sha256(self.region_bgr)


@dataclass(frozen=True)
class DamagedSample:
    """A stored sample that cannot be read.

    Attributes:
        name: Its file, relative to the folder of samples.
        reason: The fault, as the end of a sentence: "... because <reason>".
    """

    name: str
    reason: str
