"""Recording of samples: sessions, held keys, timed bursts, and checks of new labels. Times are passed in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.message import Message
from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.domain.samples.sample import NOBODY

SESSION_GAP_S = 30 * 60.0
"""A longer pause begins a new session: light, seat and sleeve may have changed."""

COUNTDOWN_S = 3
"""Seconds between the request of a burst and its first sample."""

MAX_BURST_S = 60.0
"""A burst of a number of samples ends after this time, even if some are missing."""


@dataclass(frozen=True)
class SessionKey:
    """The source, model and person that all samples of a session share.

    Attributes:
        camera: Name of the source.
        model_id: Id of the model in use, or empty.
        person: Name of the person who is recorded, or empty.
    """

    camera: str
    model_id: str
    person: str = NOBODY


class SessionTracker:
    """Detects when a new recording session begins: with another :class:`SessionKey`, or after :data:`SESSION_GAP_S`."""

    def __init__(self) -> None:
        self._key: SessionKey | None = None
        self._last_s = -math.inf

    def is_new(self, key: SessionKey, now_s: float) -> bool:
        """Whether a recording that starts now begins a session. Call once at each start of a recording."""
        is_new = key != self._key or now_s - self._last_s > SESSION_GAP_S
        self._key, self._last_s = key, now_s
        return is_new

    def recorded(self, now_s: float) -> None:
        """Note the time of a recorded sample."""
        self._last_s = now_s


class HeldKeys:
    """The keys that are down, in the order they were pressed.

    Systems repeat a key that is held, some with a release before each repetition; repeats are ignored.
    """

    def __init__(self) -> None:
        self._held: list[str] = []

    @property
    def active(self) -> str | None:
        """The key that was pressed last, or None."""
        return self._held[-1] if self._held else None

    def press(self, key: str, *, is_repeat: bool = False) -> None:
        """Add a key that went down."""
        if not is_repeat:
            self.release(key)
            self._held.append(key)

    def release(self, key: str, *, is_repeat: bool = False) -> None:
        """Remove a key that went up; does nothing if it was not down."""
        if not is_repeat and key in self._held:
            self._held.remove(key)

    def clear(self) -> None:
        """Remove all keys: without keyboard focus, releases do not arrive."""
        self._held.clear()


class BurstPhase(Enum):
    """Stages of a burst."""

    COUNTDOWN = "countdown"
    RECORDING = "recording"
    OVER = "over"


@dataclass(frozen=True)
class BurstLength:
    """Length of a burst: a duration, or a number of samples.

    Attributes:
        seconds: The duration, or None.
        samples: The number of samples, or None.

    Raises:
        ValueError: If not exactly one of them is given, above 0.
    """

    seconds: float | None = None
    samples: int | None = None

    def __post_init__(self) -> None:
        given = [limit for limit in (self.seconds, self.samples) if limit is not None]
        if len(given) != 1 or not 0 < given[0] < math.inf:
            raise ValueError(f"a burst needs seconds or samples above 0, got {self.seconds} and {self.samples}")


@dataclass(frozen=True)
class Burst:
    """A recording that runs by itself after a countdown.

    Attributes:
        label: Slug of the recorded label.
        length: Its duration or number of samples.
        requested_s: Time of the request, in monotonic seconds.
    """

    label: str
    length: BurstLength
    requested_s: float

    @property
    def starts_s(self) -> float:
        """Time of the first sample, in monotonic seconds."""
        return self.requested_s + COUNTDOWN_S

    def phase(self, now_s: float, saved: int) -> BurstPhase:
        """Stage of the burst, after ``saved`` samples."""
        if now_s < self.starts_s:
            return BurstPhase.COUNTDOWN
        return BurstPhase.OVER if self.progress(now_s, saved) >= 1 else BurstPhase.RECORDING

    def countdown(self, now_s: float) -> int:
        """Number of the countdown: 3, 2, 1, then 0."""
        return max(0, math.ceil(self.starts_s - now_s))

    def progress(self, now_s: float, saved: int) -> float:
        """Completed fraction, 0 to 1."""
        passed_s = max(0.0, now_s - self.starts_s)
        if self.length.samples is not None:
            return min(1.0, max(saved / self.length.samples, passed_s // MAX_BURST_S))
        return min(1.0, passed_s / (self.length.seconds or MAX_BURST_S))


RESERVED_KEYS = {" ": Message("recording"), "m": Message("the mirror")}
"""Characters that cannot be the key of a label, and their use."""


def label_problem(
    labels: LabelSet, name: str, key: str, icon: str, *, editing: SampleLabel | None = None
) -> tuple[str, str]:
    """Check the fields of a new or edited label.

    Args:
        labels: The existing labels.
        name: The typed name.
        key: The character that records it, or empty.
        icon: The typed icon, or empty.
        editing: The label that is being changed; it cannot clash with itself.

    Returns:
        The invalid field (``"name"``, ``"key"`` or ``"icon"``) and a sentence about it; both empty if all are valid.
    """
    others = [label for label in labels.labels if editing is None or label.slug != editing.slug]
    if not name.strip():
        return "name", Message("Give the gesture a name.")
    problem = _field_problem(name, key, icon)
    if problem != ("", ""):
        return problem
    label = SampleLabel.from_name(name, key=key, icon=icon)
    for other in others:
        if other.name.casefold() == label.name.casefold():
            return "name", Message("There is a gesture called {name} already.").fill(name=_named(other))
        if editing is None and other.slug == label.slug:
            text = Message("This is too much like {name}: both would be kept in a folder called {folder}.")
            return "name", text.fill(name=_named(other), folder=label.slug)
        if key and other.key.casefold() == key.casefold():
            text = Message("The key {key} belongs to {name}. Choose another one.")
            return "key", text.fill(key=key.upper(), name=_named(other))
    return "", ""


def _named(label: SampleLabel) -> str:
    """Name of a label; that of a default gesture can be translated."""
    name = display_name(label.slug)
    return name if name == label.name else label.name


def _field_problem(name: str, key: str, icon: str) -> tuple[str, str]:
    if key.casefold() in RESERVED_KEYS:
        text = Message("This key is for {use}. Choose another one.")
        return "key", text.fill(use=RESERVED_KEYS[key.casefold()])
    for field, values in (("name", (name, "", "")), ("key", (name, key, "")), ("icon", (name, key, icon))):
        try:
            SampleLabel.from_name(values[0], key=values[1], icon=values[2])
        except ValueError as error:
            reason = str(error)
            return field, f"{reason[:1].upper()}{reason[1:]}."
    return "", ""
