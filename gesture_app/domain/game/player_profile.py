"""What is known of a player besides the rounds.

A player is a person (see ``domain/samples/people``) who plays: the same name stands in samples, rounds and profiles.
"""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.samples.sample import NOBODY, check_person

MAX_PLAYERS = 100
"""Most profiles; a class or a club fits."""


@dataclass(frozen=True)
class PlayerProfile:
    """A player's name, and whether there is a picture.

    Attributes:
        name: Name of the person.
        has_picture: Whether there is a picture.

    Raises:
        ValueError: If the name is empty or not valid.
    """

    name: str
    has_picture: bool = False

    def __post_init__(self) -> None:
        if self.name == NOBODY:
            raise ValueError("a player needs a name")
        check_person(self.name)
