"""Renaming, export and erasing of one player."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from gesture_app.domain.samples.sample import NOBODY
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.player_service import PlayerService
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow

ERASE_KEY = "erase-player"


class PlayerData(WrappingRow):
    """The buttons for the player who is chosen; hidden where nobody is.

    Args:
        players: The players.
        preferences: Say who plays.
        notices: Asks before anything is erased.
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    rename_requested = Signal(str)
    """This player is to have another name."""

    def __init__(
        self,
        players: PlayerService,
        preferences: Preferences,
        notices: Notices,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spacing_px=8, parent=parent)
        self._players = players
        self._preferences = preferences
        self._notices = notices
        self._icons = icons
        self._theme = theme
        self.rename_button = QPushButton(" " + tr("Rename player…"))
        self.rename_button.setToolTip(tr("Another name for this player, in all rounds and samples too"))
        self.export_button = QPushButton(" " + tr("Export player…"))
        self.export_button.setToolTip(tr("Picture and rounds of this player in a zip file"))
        self.erase_button = QPushButton(" " + tr("Erase player…"))
        self.erase_button.setToolTip(tr("Erase the profile, the picture, and the name in all rounds"))
        self.add(self.rename_button, self.export_button, self.erase_button)
        self.rename_button.clicked.connect(lambda: self.rename_requested.emit(self.person))
        self.export_button.clicked.connect(self.ask_path)
        self.erase_button.clicked.connect(self.ask_to_erase)
        preferences.changed.connect(self._refresh)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._refresh()

    @property
    def person(self) -> str:
        """Name of the chosen player; ``NOBODY`` for none."""
        return self._preferences.settings.play.people[0]

    def ask_path(self) -> None:
        """Ask for the file to export to."""
        person = self.person
        dialog = QFileDialog(self.window(), tr("Export Player"), f"{person}.zip", tr("Zip files (*.zip)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(lambda path: self._players.export(person, Path(path)))
        dialog.open()

    def ask_to_erase(self) -> None:
        """Ask before the player is erased."""
        person = self.person
        hint = tr(
            "The profile, the picture and the name in all rounds go for good; rounds against other players stay "
            "without it."
        )
        erase = Action(tr("Erase"), lambda: self._erase(person))
        title = tr("Erase {name}?").format(name=person)
        question = Notification(NoticeKind.WARNING, title, hint, (erase,), ERASE_KEY, anchor=self.erase_button)
        self._notices.show(question)

    def _erase(self, person: str) -> None:
        play = self._preferences.settings.play
        first, second = (NOBODY if name == person else name for name in play.people)
        self._preferences.change(play=replace(play, people=(first, second)))
        self._players.remove(person)

    def _refresh(self) -> None:
        self.setVisible(bool(self.person))

    def _recolor(self) -> None:
        named = ((self.rename_button, "edit"), (self.export_button, "export"), (self.erase_button, "erase"))
        for button, name in named:
            self._icons.put_on(button, name, self._theme.colors.text)
