"""How samples are collected: which session they belong to, which key is held, and how a burst runs. No clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.samples.sample import LabelSet, SampleLabel

SESSION_GAP_S = 30 * 60.0
"""After a pause as long as this, light, seat and sleeve may be others: what follows is a session of its own."""

COUNTDOWN_S = 3
"""Seconds between asking for a burst and its first picture."""

BURST_MOST_S = 60.0
"""A burst of a number of samples ends after this, however few there are."""


@dataclass(frozen=True)
class SessionKey:
    """What all samples of a session have in common.

    Attributes:
        camera: What the source is called.
        model_id: The model that reads the hands, or empty.
    """

    camera: str
    model_id: str


class SessionWatch:
    """Knows when a new recording session begins: with another camera or model, and after a long pause."""

    def __init__(self) -> None:
        self._key: SessionKey | None = None
        self._last_s = -math.inf

    def is_new(self, key: SessionKey, now_s: float) -> bool:
        """Whether what is recorded now begins a session. To be asked each time that recording starts."""
        is_new = key != self._key or now_s - self._last_s > SESSION_GAP_S
        self._key, self._last_s = key, now_s
        return is_new

    def recorded(self, now_s: float) -> None:
        """Something was recorded just now."""
        self._last_s = now_s


class HeldKeys:
    """The keys that are down, of which the one pressed last counts.

    Systems repeat a key that is held, some with a release before each repetition; both are to be left out.
    """

    def __init__(self) -> None:
        self._held: list[str] = []

    @property
    def active(self) -> str | None:
        """The key that counts."""
        return self._held[-1] if self._held else None

    def press(self, key: str, *, is_repeat: bool = False) -> None:
        """A key went down."""
        if not is_repeat:
            self.release(key)
            self._held.append(key)

    def release(self, key: str, *, is_repeat: bool = False) -> None:
        """A key went up; nothing if it was not known to be down."""
        if not is_repeat and key in self._held:
            self._held.remove(key)

    def clear(self) -> None:
        """Forget all: where the keyboard was taken away, releases are not heard."""
        self._held.clear()


class BurstPhase(Enum):
    """What a burst is doing."""

    COUNTDOWN = "countdown"
    RECORDING = "recording"
    OVER = "over"


@dataclass(frozen=True)
class BurstLength:
    """How long a burst records: for some time, or until there are some samples.

    Attributes:
        seconds: For how long, or None.
        samples: Until how many were kept, or None.

    Raises:
        ValueError: If it is not exactly one of them, above 0.
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
        label: What is recorded, as a slug.
        length: When it ends.
        asked_s: When it was asked for.
    """

    label: str
    length: BurstLength
    asked_s: float

    @property
    def starts_s(self) -> float:
        """When the first picture is taken."""
        return self.asked_s + COUNTDOWN_S

    def phase(self, now_s: float, kept: int) -> BurstPhase:
        """What it is doing, after ``kept`` samples of its own."""
        if now_s < self.starts_s:
            return BurstPhase.COUNTDOWN
        return BurstPhase.OVER if self.share(now_s, kept) >= 1 else BurstPhase.RECORDING

    def count(self, now_s: float) -> int:
        """The number of the countdown: 3, 2, 1, and 0 from then on."""
        return max(0, math.ceil(self.starts_s - now_s))

    def share(self, now_s: float, kept: int) -> float:
        """How much of it is done, 0 to 1."""
        passed_s = max(0.0, now_s - self.starts_s)
        if self.length.samples is not None:
            return min(1.0, max(kept / self.length.samples, passed_s // BURST_MOST_S))
        return min(1.0, passed_s / (self.length.seconds or BURST_MOST_S))


RESERVED_KEYS = {" ": "recording", "m": "the mirror"}
"""Characters that labels cannot have as their key, and what they are for."""


def label_problem(
    labels: LabelSet, name: str, key: str, icon: str, *, editing: SampleLabel | None = None
) -> tuple[str, str]:
    """What is wrong with a label that somebody makes up.

    Args:
        labels: The labels there are.
        name: What was typed for each field.
        key: The character that is to record it, or empty.
        icon: What is to stand for it, or empty.
        editing: The label that is being changed, which cannot clash with itself.

    Returns:
        The field (``"name"``, ``"key"`` or ``"icon"``) and a sentence about it; both empty where nothing is wrong.
    """
    others = [label for label in labels.labels if editing is None or label.slug != editing.slug]
    if not name.strip():
        return "name", "Give the gesture a name."
    problem = _field_problem(name, key, icon)
    if problem != ("", ""):
        return problem
    label = SampleLabel.named(name, key=key, icon=icon)
    for other in others:
        if other.name.casefold() == label.name.casefold():
            return "name", f"There is a gesture called {other.name} already."
        if editing is None and other.slug == label.slug:
            return "name", f"This is too much like {other.name}: both would be kept in a folder called {label.slug}."
        if key and other.key.casefold() == key.casefold():
            return "key", f"The key {key.upper()} belongs to {other.name}. Choose another one."
    return "", ""


def _field_problem(name: str, key: str, icon: str) -> tuple[str, str]:
    if key.casefold() in RESERVED_KEYS:
        return "key", f"This key is for {RESERVED_KEYS[key.casefold()]}. Choose another one."
    for field, values in (("name", (name, "", "")), ("key", (name, key, "")), ("icon", (name, key, icon))):
        try:
            SampleLabel.named(values[0], key=values[1], icon=values[2])
        except ValueError as error:
            text = str(error)
            return field, f"{text[:1].upper()}{text[1:]}."
    return "", ""
