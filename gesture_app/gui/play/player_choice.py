"""Chooses who plays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gesture_app.domain.samples.people import known_person
from gesture_app.domain.samples.sample import NOBODY
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.play.player_service import PlayerService
from gesture_app.gui.play.sound_button import SmallButton
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.ask_text import ask_text
from gesture_app.gui.widgets.frame_image import frame_to_image
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.settings import PlayMode

_CHARACTERS = 8


class PlayerBox(QComboBox):
    """Chooses the player of one side; its last row adds one.

    Args:
        place: The side, 0 or 1: of two people the one in the left half of the view first.
        players: The players.
        preferences: Holds the choice.
        parent: Parent widget.
    """

    def __init__(
        self, place: int, players: PlayerService, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._players = players
        self._preferences = preferences
        self.setAccessibleName(tr("Player {number}").format(number=place + 1))
        self.setToolTip(tr("Who plays: rounds, statistics and achievements are kept by name"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_CHARACTERS)
        side = round(self.fontMetrics().height() * 1.4)
        self.setIconSize(QSize(side, side))
        self.activated.connect(self._on_activated)
        players.changed.connect(self.refresh)
        preferences.changed.connect(self.refresh)
        self.refresh()

    @property
    def person(self) -> str:
        """Name of the chosen player; ``NOBODY`` for none."""
        return self._preferences.settings.play.people[self._place]

    def refresh(self) -> None:
        """Offer all players; the one on the other side only there."""
        other = self._preferences.settings.play.people[1 - self._place]
        is_two = self._preferences.settings.play.mode is PlayMode.TWO_PLAYERS
        taken = other if is_two else NOBODY
        names = [name for name in self._players.names if name != taken]
        names += [self.person] if self.person and self.person not in names else []
        self.clear()
        self.addItem(tr("Anyone"), NOBODY)
        for name in names:
            self.addItem(QIcon(round_picture(self._players.pictures.get(name, QImage()), 64)), name, name)
        self.addItem(tr("Add a player…"), None)
        self.setCurrentIndex(max(0, self.findData(self.person)))

    def ask_new(self) -> None:
        """Ask for the name of another player."""
        ask_text(self.window(), tr("Add a Player"), tr("Name:"), self.add)

    def add(self, typed: str) -> None:
        """Add a player of this name, who plays from now on."""
        name = self._players.add(typed)
        if name is not None:
            self._choose(name)

    def _on_activated(self, row: int) -> None:
        name = self.itemData(row)
        if name is None:
            self.refresh()
            self.ask_new()
        else:
            self._choose(name)

    def _choose(self, name: str) -> None:
        play = self._preferences.settings.play
        name = known_person(filter(None, play.people), name) or name
        people = [NOBODY if other == name else other for other in play.people]
        people[self._place] = name
        self._preferences.change(play=replace(play, people=(people[0], people[1])))


class PlayerChoice(QWidget):
    """The boxes of one or two players, and the button that takes a picture of the first one.

    Args:
        players: The players.
        preferences: Holds the choices.
        icons: The icons.
        theme: The colours in use.
        take_picture: The picture that the camera shows now; None if there is none.
        parent: Parent widget.
    """

    def __init__(
        self,
        players: PlayerService,
        preferences: Preferences,
        icons: IconSet,
        theme: Theme,
        take_picture: Callable[[], QImage | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._players = players
        self._preferences = preferences
        self._icons = icons
        self._theme = theme
        self._take_picture = take_picture
        self.boxes = (PlayerBox(0, players, preferences), PlayerBox(1, players, preferences))
        self.picture_button = SmallButton(tr("Take a picture of the player with the camera"))
        self.picture_button.setAccessibleName(tr("Take a picture of the player"))
        title = QLabel(tr("Player"))
        title.setObjectName("muted")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.boxes[0], 1)
        row.addWidget(self.picture_button)
        row.addWidget(self.boxes[1], 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addLayout(row)
        self.picture_button.clicked.connect(self.take_picture)
        preferences.changed.connect(self._refresh)
        theme.changed.connect(self._recolor)
        self._refresh()
        self._recolor()

    def take_picture(self) -> None:
        """Keep what the camera shows now as the picture of the first player."""
        image = self._take_picture()
        if image is not None and self.boxes[0].person:
            self._players.set_picture(self.boxes[0].person, image)

    def _refresh(self) -> None:
        is_two = self._preferences.settings.play.mode is PlayMode.TWO_PLAYERS
        self.boxes[1].setVisible(is_two)
        self.picture_button.setVisible(not is_two)
        self.picture_button.setEnabled(bool(self.boxes[0].person))

    def _recolor(self) -> None:
        self.picture_button.setIcon(self._icons.icon("camera", self._theme.colors.text))


def camera_picture(session: EngineSession) -> QImage | None:
    """What the source shows now; None before its first frame."""
    return None if session.frame is None else frame_to_image(session.frame)


def round_picture(image: QImage, side_px: int) -> QPixmap:
    """A picture cut to a circle; empty without one."""
    if image.isNull():
        return QPixmap()
    pixmap = QPixmap(side_px, side_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QPainterPath()
    circle.addEllipse(0, 0, side_px, side_px)
    painter.setClipPath(circle)
    painter.drawImage(pixmap.rect(), image)
    painter.end()
    return pixmap
