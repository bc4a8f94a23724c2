"""Chooses who takes part in a tournament, and shows the next match and the table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.game.tournament import MAX_PEOPLE, MIN_PEOPLE, Tournament
from gesture_app.gui.play.player_service import PlayerService
from gesture_app.gui.play.tournament_controller import TournamentController
from gesture_app.gui.translation import listed, number, tr
from gesture_app.gui.widgets.ask_text import ask_text
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.wrapped_label import WrappedLabel

_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TournamentPanel(QWidget):
    """The people with their ticks; during the tournament the next match and the table.

    Args:
        controller: Holds the tournament.
        players: The people who can take part.
        parent: The widget it lies in.
    """

    play_requested = Signal()

    def __init__(self, controller: TournamentController, players: PlayerService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._players = players
        self.people = QListWidget()
        self.people.setAccessibleName(tr("Who takes part"))
        self.people.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.add_button = QPushButton(tr("Add a player…"))
        self.headline = WrappedLabel()
        enlarge(self.headline, 1.2)
        self.swap = WrappedLabel()
        self.swap.setObjectName("muted")
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(tr("Table"))
        self.table.setHorizontalHeaderLabels([tr("Player"), tr("Points"), tr("Matches"), tr("Rounds")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.play_button = QPushButton()
        self.play_button.setObjectName("primary")
        self.play_button.setToolTip("Space")
        self.restart_button = QPushButton(tr("New tournament"))
        self.close_button = QPushButton(tr("Back to the setup"))
        self._pages = QStackedWidget()
        for button in (self.add_button, self.play_button, self.restart_button, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.people.itemChanged.connect(lambda _item: self._refresh_choice())
        self.add_button.clicked.connect(self.ask_new)
        self.play_button.clicked.connect(self.play_requested)
        self.restart_button.clicked.connect(controller.restart)
        self.close_button.clicked.connect(controller.close)
        controller.changed.connect(self.refresh)
        players.changed.connect(self._fill_people)
        self._fill_people()
        self.refresh()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of the people who are ticked."""
        items = [self.people.item(row) for row in range(self.people.count())]
        return tuple(item.text() for item in items if item.checkState() is _CHECKED)

    @property
    def can_play(self) -> bool:
        """Whether the tournament can begin, or go on with its next match."""
        return self.play_button.isEnabled()

    def prepare(self) -> bool:
        """Begin the tournament, or set the people of its next match. Returns whether a match can be played now."""
        if self._controller.tournament is not None:
            return self._controller.prepare()
        if self.can_play:
            self._controller.begin(self.chosen)
        return False

    def ask_new(self) -> None:
        """Ask for the name of another player."""
        ask_text(self.window(), tr("Add a Player"), tr("Name:"), self.add)

    def add(self, typed: str) -> None:
        """Add a player, who takes part."""
        name = self._players.add(typed)
        if name is not None:
            self._fill_people({*self.chosen, name})

    def refresh(self) -> None:
        """Show the choice of people, or the tournament."""
        tournament = self._controller.tournament
        self._pages.setCurrentIndex(0 if tournament is None else 1)
        self.restart_button.setVisible(tournament is not None)
        if tournament is None:
            self._refresh_choice()
        else:
            self._show_tournament(tournament)

    def _lay_out(self) -> None:
        choice = QWidget()
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.people, 1)
        column.addWidget(self.add_button)
        self._pages.addWidget(choice)
        self._pages.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.headline)
        layout.addWidget(self.swap)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.play_button)
        layout.addWidget(self.restart_button)
        layout.addWidget(self.close_button)

    def _fill_people(self, chosen: set[str] | None = None) -> None:
        ticked = set(self.chosen) if chosen is None else chosen
        self.people.blockSignals(True)
        self.people.clear()
        for name in sorted({*self._players.names, *ticked}, key=str.casefold):
            item = QListWidgetItem(name)
            item.setCheckState(_CHECKED if name in ticked else _UNCHECKED)
            self.people.addItem(item)
        self.people.blockSignals(False)
        if self._controller.tournament is None:
            self._refresh_choice()

    def _refresh_choice(self) -> None:
        count = len(self.chosen)
        self.headline.setText(tr("Who takes part?"))
        text = tr("{least} to {most} people; everybody plays everybody, two at a time.")
        self.swap.setText(text.format(least=MIN_PEOPLE, most=MAX_PEOPLE))
        self.play_button.setText(tr("Begin the tournament"))
        self.play_button.setEnabled(MIN_PEOPLE <= count <= MAX_PEOPLE)

    def _show_tournament(self, tournament: Tournament) -> None:
        fixture = tournament.next_fixture
        played = sum(one.score is not None for one in tournament.fixtures)
        if fixture is None:
            names = listed(tournament.champions)
            self.headline.setText(tr("{names}: first place!").format(names=names))
            self.swap.setText("")
        else:
            self.headline.setText(tr("{left} against {right}").format(left=fixture.people[0], right=fixture.people[1]))
            text = tr("Match {played} of {count}. {left} stands on the left, {right} on the right.")
            self.swap.setText(
                text.format(
                    played=number(played + 1),
                    count=number(len(tournament.fixtures)),
                    left=fixture.people[0],
                    right=fixture.people[1],
                )
            )
        self.play_button.setText(tr("Play this match"))
        self.play_button.setEnabled(fixture is not None)
        self.table.setRowCount(len(tournament.people))
        for row, one in enumerate(tournament.table):
            cells = (f"{one.rank}. {one.person}", one.points, one.played, f"{one.rounds_won}:{one.rounds_lost}")
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(str(cell)))
