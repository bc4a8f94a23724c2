"""Starts, repeats and ends matches by held gestures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.hands_free import HandsFree, HandsFreeAction, HeldAction
from gesture_app.domain.game.match_state import Players
from gesture_app.domain.game.throws import Observation
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.settings import PlayMode

Offered = tuple[HandsFreeAction, ...]


class HandsFreeController(QObject):
    """Reads held gestures from the live results, while the person wants it. Used in the GUI thread.

    Attributes:
        offered: The actions that gestures can do now.
        held: The gesture that is being held; None if none is.

    Args:
        session: Source of the results.
        preferences: Says whether it is wanted, and how many people play.
        offer: Gives the actions that are possible now.
        parent: Qt's owner.
    """

    changed = Signal(object, object)
    """:attr:`offered` and :attr:`held` have changed to these."""

    acted = Signal(object)
    """A gesture was held long enough; its :class:`HandsFreeAction`."""

    def __init__(
        self, session: EngineSession, preferences: Preferences, offer: Callable[[], Offered], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._offer = offer
        self._hands_free = HandsFree()
        self._players = Players.COMPUTER
        self.offered: Offered = ()
        self.held: HeldAction | None = None
        session.result_changed.connect(self._on_result)

    def refresh(self) -> None:
        """Ask again for the possible actions."""
        is_wanted = self._preferences.settings.play.hands_free
        self._show(self._offer() if is_wanted else (), None)

    def _on_result(self) -> None:
        result = self._session.result
        if result is None or not self._preferences.settings.play.hands_free:
            self._show((), None)
            return
        is_two = self._preferences.settings.play.mode is PlayMode.TWO_PLAYERS
        players = Players.TWO if is_two else Players.COMPUTER
        if players is not self._players:
            self._players, self._hands_free = players, HandsFree(players)
        offered = self._offer()
        held = self._hands_free.observe(Observation.of(result, result.captured_s), offered)
        self._show(offered, held)
        if held is not None and held.is_done:
            self.acted.emit(held.action)
            self.refresh()

    def _show(self, offered: Offered, held: HeldAction | None) -> None:
        if (offered, held) != (self.offered, self.held):
            self.offered, self.held = offered, held
            self.changed.emit(offered, held)
