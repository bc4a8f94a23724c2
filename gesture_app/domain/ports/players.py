"""The port for the profiles of players."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gesture_app.domain.game.player_profile import PlayerProfile


class PlayerProfiles(Protocol):
    """Stores profiles. Used from one thread; every failure is a ``GestureAppError`` with a hint.

    Names are given in any case and kept as they were added first.
    """

    def listed(self) -> Sequence[PlayerProfile]:
        """All profiles, in alphabetical order."""
        ...

    def add(self, name: str) -> PlayerProfile:
        """Add a player; one that is there already is returned as it is."""
        ...

    def rename(self, old: str, new: str) -> PlayerProfile:
        """Give a player another name."""
        ...

    def set_picture(self, name: str, content: bytes | None) -> PlayerProfile:
        """Give a player a picture.

        Args:
            name: The player.
            content: An image file; its middle square is kept. None removes the picture.
        """
        ...

    def picture(self, name: str) -> bytes | None:
        """The picture as a square JPEG file; None if there is none."""
        ...

    def remove(self, name: str) -> None:
        """Remove a player with the picture; nothing happens without such a player."""
        ...
