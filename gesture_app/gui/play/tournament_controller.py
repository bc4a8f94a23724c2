"""Plays a tournament as matches of two people, one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.match import Match
from gesture_app.domain.game.tournament import Fixture, Tournament
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.tournament_keeper import TournamentKeeper
from gesture_app.settings import PlayMode

_BEST_OF = 3
"""Length of a match where the chosen one would have no end."""


class TournamentController(QObject):
    """Holds the tournament, sets who plays, and enters the results. Used in the GUI thread.

    Attributes:
        is_open: Whether the tournament is shown in place of the setup.
        tournament: The tournament; None until it begins.

    Args:
        matches: Plays the matches.
        preferences: Receives who plays next.
        keeper: Keeps the tournament from one start of the program to the next.
        is_demo: Says whether the demo clip is shown, whose matches do not count.
        parent: Qt's owner.
    """

    changed = Signal()

    def __init__(
        self,
        matches: MatchController,
        preferences: Preferences,
        keeper: TournamentKeeper,
        is_demo: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._matches = matches
        self._preferences = preferences
        self._keeper = keeper
        self._is_demo = is_demo
        self._entered: Match | None = None
        self.is_open = False
        self.tournament: Tournament | None = None
        matches.changed.connect(self._on_match_changed)
        keeper.loaded.connect(self._on_loaded)
        keeper.forgotten.connect(self._on_forgotten)
        keeper.renamed.connect(self._on_renamed)

    @property
    def next_fixture(self) -> Fixture | None:
        """The match to play now; None before the tournament, and after it."""
        return None if self.tournament is None else self.tournament.next_fixture

    def open(self) -> None:
        """Show the tournament, to choose who takes part or to go on with it."""
        self.is_open = True
        self.changed.emit()

    def close(self) -> None:
        """Go back to the setup; a tournament that is not over can be gone on with."""
        self.is_open = False
        if self.tournament is not None and self.tournament.is_over:
            self._keep(None)
        self.changed.emit()

    def begin(self, people: Sequence[str]) -> None:
        """Begin a tournament.

        Raises:
            ValueError: If these people cannot play one; see ``Tournament.of_people``.
        """
        self._keep(Tournament.of_people(people))
        self.prepare()
        self.changed.emit()

    def restart(self) -> None:
        """Forget the tournament, and choose again who takes part."""
        self._keep(None)
        self.changed.emit()

    def prepare(self) -> bool:
        """Set the people of the next match as those who play. Returns whether there is one."""
        fixture = self.next_fixture
        if fixture is None:
            return False
        play = self._preferences.settings.play
        best_of = play.best_of or _BEST_OF
        changed = replace(play, mode=PlayMode.TWO_PLAYERS, people=fixture.people, best_of=best_of)
        self._preferences.change(play=changed, hands=2)
        return True

    def _keep(self, tournament: Tournament | None) -> None:
        self.tournament = tournament
        self._keeper.keep(tournament)

    def _on_loaded(self, tournament: Tournament) -> None:
        if self.tournament is None:
            self.tournament = tournament
            self.changed.emit()

    def _on_forgotten(self, person: str) -> None:
        if self.tournament is not None and (not person or person in self.tournament.people):
            self.tournament = None
            self.changed.emit()

    def _on_renamed(self, old: str, new: str) -> None:
        if self.tournament is not None and old in self.tournament.people:
            self._keep(self.tournament.renamed(old, new))
            self.changed.emit()

    def _on_match_changed(self) -> None:
        """Enter the result of the next match once it is decided."""
        match, fixture = self._matches.match, self.next_fixture
        if match is None or fixture is None or self.tournament is None or match is self._entered:
            return
        if not self.is_open or self._is_demo():
            return
        if match.state.winner is None or set(match.settings.people) != set(fixture.people):
            return
        self._entered = match
        wins = dict(zip(match.settings.people, match.state.score, strict=True))
        first, second = fixture.people
        self._keep(self.tournament.with_result((wins[first], wins[second])))
        self.prepare()
        self.changed.emit()
