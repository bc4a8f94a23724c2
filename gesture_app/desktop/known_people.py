"""The names of the people that the program knows, to keep them out of the log."""

from __future__ import annotations

from gesture_app.desktop.app import DesktopApp
from gesture_app.gui.play.services import PlayServices


class KnownPeople:
    """Names from settings, profiles and samples. Any thread may read them."""

    def __init__(self) -> None:
        self._desktop: DesktopApp | None = None

    def follow(self, desktop: DesktopApp) -> None:
        """Take the names from a running app."""
        self._desktop = desktop

    def names(self) -> frozenset[str]:
        """The names that are known now."""
        desktop = self._desktop
        if desktop is None:
            return frozenset()
        players = desktop.services(PlayServices).players.names
        in_samples = {info.person for info in desktop.samples.infos}
        return desktop.preferences.settings.known_people | (frozenset(players) | in_samples) - {""}
