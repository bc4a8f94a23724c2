"""Gestures, and the label order of a model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gesture_app.domain.message import Message

NONE = "none"
"""Label of a hand that shows no gesture. It is a trained class, and never a throw."""

ROCK = "rock"
PAPER = "paper"
SCISSORS = "scissors"
LIZARD = "lizard"
SPOCK = "spock"

FIVE_GESTURES = (ROCK, PAPER, SCISSORS, LIZARD, SPOCK)
"""The five throws of rock-paper-scissors-lizard-Spock. Source: Sam Kass and Karen Bryla, 1995."""

_DISPLAY_NAMES = {
    ROCK: Message("rock"),
    PAPER: Message("paper"),
    SCISSORS: Message("scissors"),
    LIZARD: Message("lizard"),
    SPOCK: Message("Spock"),
}
_TITLES = {
    ROCK: Message("Rock"),
    PAPER: Message("Paper"),
    SCISSORS: Message("Scissors"),
    LIZARD: Message("Lizard"),
    SPOCK: Message("Spock"),
    NONE: Message("No gesture"),
}


def display_name(label: str) -> str:
    """Convert a label to text for people, for example ``"spock"`` to ``"Spock"``."""
    return _DISPLAY_NAMES.get(label, label.replace("_", " "))


def gesture_title(label: str) -> str:
    """A gesture as a heading, for example ``"rock"`` -> ``"Rock"``."""
    name = display_name(label)
    return _TITLES.get(label, name[:1].upper() + name[1:])


@dataclass(frozen=True)
class GestureSet:
    """The labels of a model, in the order of its outputs.

    The order comes only from the model's manifest; a class index has no meaning without it.

    Attributes:
        labels: Distinct, non-empty label names; ``"none"`` must be one of them.

    Raises:
        ValueError: If labels repeat, are empty, or lack ``"none"``.
    """

    labels: tuple[str, ...]

    def __post_init__(self) -> None:
        if any(not label or label != label.strip() for label in self.labels):
            raise ValueError(f"labels must be non-empty and without outer spaces, got {self.labels}")
        if len(set(self.labels)) != len(self.labels):
            raise ValueError(f"labels must be distinct, got {self.labels}")
        if NONE not in self.labels:
            raise ValueError(f'a gesture set needs the label "{NONE}", got {self.labels}')

    def __len__(self) -> int:
        return len(self.labels)

    def index(self, label: str) -> int:
        """The output index of ``label``.

        Raises:
            KeyError: If the set has no such label.
        """
        try:
            return self.labels.index(label)
        except ValueError:
            raise KeyError(f"{label!r} is not one of {', '.join(self.labels)}") from None

    @property
    def none_index(self) -> int:
        """The output index of ``"none"``."""
        return self.labels.index(NONE)

    @property
    def gestures(self) -> tuple[str, ...]:
        """All labels but ``"none"``, in order."""
        return tuple(label for label in self.labels if label != NONE)

    def unknown(self, gestures: Iterable[str]) -> tuple[str, ...]:
        """Those of these gestures that the set has no label for."""
        return tuple(gesture for gesture in gestures if gesture not in self.labels)

    @classmethod
    def of(cls, labels: Sequence[str]) -> GestureSet:
        """Create a gesture set from a sequence of labels."""
        return cls(tuple(labels))


DEFAULT_LABELS = GestureSet((*FIVE_GESTURES, NONE))
"""The labels of the models that this project trains."""
