"""Gives a player another name everywhere: in the profile, rounds, tournament, samples and settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from gesture_app.gui.background.sample_notices import CHANGE_KEY
from gesture_app.gui.pages import PageContext
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.player_service import PlayerService
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.ask_text import ask_text


class PlayerRenaming(QObject):
    """Asks for the name, and lets samples, settings and the present match follow. Used in the GUI thread.

    Args:
        context: The parts of the window.
        players: The players; profile, rounds and tournament are theirs.
        matches: Plays the present match.
    """

    def __init__(self, context: PageContext, players: PlayerService, matches: MatchController) -> None:
        super().__init__(matches)
        self._window = context.window
        self._samples = context.samples
        self._preferences = context.preferences
        self._notices = context.notices
        self._players = players
        self._matches = matches
        self._waiting: list[tuple[str, str]] = []
        players.renamed.connect(self._on_renamed)
        context.samples.loaded.connect(self._on_loaded)

    def ask(self, person: str) -> None:
        """Ask for the new name of a player."""
        text = tr("New name of {person}:").format(person=person)
        ask_text(self._window, tr("Rename Player"), text, lambda typed: self.rename(person, typed), person)

    def rename(self, person: str, typed: str) -> None:
        """Give a player another name, once the samples have been read: theirs follow. A notice says how it went."""
        self._waiting.append((person, typed))
        if self._samples.is_open:
            self._on_loaded()
        else:
            self._samples.load()

    def _on_loaded(self) -> None:
        waiting, self._waiting = self._waiting, []
        for person, typed in waiting:
            self._players.rename(person, typed, taken={info.person for info in self._samples.infos})

    def _on_renamed(self, old: str, new: str) -> None:
        def name(person: str) -> str:
            return new if person == old else person

        settings = self._preferences.settings
        first, second = map(name, settings.play.people)
        self._preferences.change(
            play=replace(settings.play, people=(first, second)),
            person=name(settings.person),
            muted_people=tuple(map(name, settings.muted_people)),
        )
        self._matches.rename(old, new)
        self._samples.set_person([info.id for info in self._samples.infos if info.person == old], new)
        # The notice about the player says it, and takes both back.
        self._notices.withdraw(CHANGE_KEY)
