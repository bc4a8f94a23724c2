"""Statistics over all matches, as plots."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.game.player_history import rounds_of
from gesture_app.domain.game.rules import all_throws
from gesture_app.domain.game.statistics import Statistics
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.play.achievement_list import AchievementList
from gesture_app.gui.play.habits_panel import HabitsPanel
from gesture_app.gui.play.match_factory import rules_of
from gesture_app.gui.play.player_data import PlayerData
from gesture_app.gui.play.plots import BarPlot, NextThrowTable, RatePlot
from gesture_app.gui.play.services import PlayServices
from gesture_app.gui.play.statistics_series import (
    WINDOW,
    after_rows,
    opponent_bars,
    shown_throws,
    throw_bars,
    win_rates,
)
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import number, tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.live_reading import percent
from gesture_app.gui.widgets.plot import Plot
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow

ERASE_KEY = "erase-rounds"
_FILE_NAME = "gesture-app-rounds.csv"
_MAX_OPPONENTS = 5


class StatisticsView(QWidget):
    """Figures and plots, and the buttons to export and erase the rounds.

    Args:
        services: Rounds, players, achievements and own rules.
        preferences: Says who plays: the statistics are about the first player.
        notices: Asks before anything is erased.
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    left = Signal()
    """The person goes back to the game."""

    def __init__(
        self,
        services: PlayServices,
        preferences: Preferences,
        notices: Notices,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = services.rules
        self._habits = services.habits
        self._round_log = services.rounds
        self._preferences = preferences
        self._notices = notices
        self._icons = icons
        self._theme = theme
        self.back_button = QPushButton(" " + tr("Back to the game"))
        self.back_button.setToolTip("Esc")
        self.person_label = QLabel()
        enlarge(self.person_label, 1.2)
        self.person_label.setMinimumHeight(self.back_button.sizeHint().height())
        self.player_data = PlayerData(services.players, preferences, notices, icons, theme)
        self.export_button = QPushButton(" " + tr("&Export CSV…"))
        self.erase_button = QPushButton(" " + tr("E&rase…"))
        self.figures = {
            name: QLabel() for name in (tr("Rounds"), tr("Win rate"), tr("Favourite"), tr("Best row"), tr("Now"))
        }
        self.habits = HabitsPanel(icons, theme)
        self.rate_plot = RatePlot(theme)
        self.throw_plot = BarPlot(icons, theme, len(all_throws()))
        self.next_throw_table = NextThrowTable(icons, theme)
        self.opponent_plot = BarPlot(icons, theme, _MAX_OPPONENTS)
        self.achievements = AchievementList(services.achievements, icons, theme)
        self._empty = QLabel(tr("No rounds yet. Play one, and see here how you do."))
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = QStackedWidget()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Statistics"))
        self.back_button.clicked.connect(self.left)
        self.export_button.clicked.connect(self.ask_path)
        self.erase_button.clicked.connect(self.ask_to_erase)
        services.habits.ready.connect(self.habits.show_habits)
        services.rounds.changed.connect(self._on_rounds_changed)
        preferences.changed.connect(self._on_rounds_changed)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the game."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Load and count the rounds: only a visible view needs them."""
        super().showEvent(event)
        self._round_log.load()
        self._refresh()

    def ask_path(self) -> None:
        """Ask for the file to export to."""
        dialog = QFileDialog(self.window(), tr("Export Rounds"), _FILE_NAME, tr("Tables (*.csv)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda path: self._round_log.export(Path(path)))
        dialog.open()

    def ask_to_erase(self) -> None:
        """Ask before all rounds are erased."""
        count = len(self._round_log.rounds)
        title = tr("Erase all {count} rounds?", "Erase the only round?", count).format(count=number(count))
        hint = tr("The statistics begin anew, and opponents that learn forget you. This cannot be undone.")
        erase = Action(tr("Erase"), self._round_log.erase)
        question = Notification(NoticeKind.WARNING, title, hint, (erase,), ERASE_KEY, anchor=self.erase_button)
        self._notices.show(question)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.person_label, 0, Qt.AlignmentFlag.AlignTop)
        buttons = WrappingRow(spacing_px=8)
        buttons.add(self.export_button, self.erase_button)
        head.addWidget(self.player_data, 0, Qt.AlignmentFlag.AlignTop)
        head.addStretch(1)
        head.addWidget(buttons)
        tiles = WrappingRow(spacing_px=10, is_filled=True)
        tiles.add(*(self._tile(name, label) for name, label in self.figures.items()))
        grid = QGridLayout()
        grid.setSpacing(10)
        grid.addWidget(self._card(tr("Your habits: what the mind reader has learnt"), self.habits), 0, 0, 1, 2)
        rates = tr("Win rate, last {window} decided rounds").format(window=WINDOW)
        grid.addWidget(self._card(rates, self.rate_plot), 1, 0)
        grid.addWidget(self._card(tr("Your throws"), self.throw_plot), 1, 1)
        grid.addWidget(self._card(tr("What you throw next"), self.next_throw_table), 2, 0)
        grid.addWidget(self._card(tr("Win rate by opponent"), self.opponent_plot), 2, 1)
        grid.addWidget(self._card(tr("Achievements"), self.achievements), 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        plots = QWidget()
        column = QVBoxLayout(plots)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(tiles)
        column.addLayout(grid, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(plots)
        scroll.setAccessibleName(tr("Plots"))
        self._body.addWidget(scroll)
        self._body.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._body, 1)

    def _tile(self, name: str, value: QLabel) -> QFrame:
        enlarge(value, 1.6)
        return self._card(name, value)

    def _card(self, title: str, content: QWidget) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        label = QLabel(title)
        label.setObjectName("muted")
        label.setMinimumWidth(1)
        if isinstance(content, Plot | HabitsPanel):
            content.setAccessibleName(title)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(content, 1)
        return card

    def _on_rounds_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        rounds, play = self._round_log.rounds, self._preferences.settings.play
        person = play.people[0]
        for button in (self.export_button, self.erase_button):
            button.setEnabled(bool(rounds))
        self.person_label.setText(person)
        records = [logged.record for logged in (rounds_of(rounds, person) if person else rounds)]
        statistics = Statistics.of(records, person=person or None)
        self._body.setCurrentIndex(0 if statistics.total.rounds else 1)
        for label, text in zip(self.figures.values(), figure_texts(statistics), strict=True):
            label.setText(text)
        if self.isVisible():
            self._habits.compute(rounds, rules_of(play, self._rules.own), person)
        self.rate_plot.show_rates(win_rates(records, against_people=bool(person)))
        self.throw_plot.show_bars(throw_bars(statistics))
        self.next_throw_table.show_rows(after_rows(statistics), shown_throws(statistics))
        self.opponent_plot.show_bars(opponent_bars(statistics))

    def _recolor(self) -> None:
        icons = ((self.back_button, "back"), (self.export_button, "export"), (self.erase_button, "erase"))
        for button, name in icons:
            self._icons.put_on(button, name, self._theme.colors.text)


def figure_texts(statistics: Statistics) -> tuple[str, str, str, str, str]:
    """Rounds, win rate, favourite throw, longest winning streak, present streak."""
    rate, streak = statistics.total.win_rate, statistics.streak
    if streak == 0:
        now = "-"
    else:
        length = abs(streak)
        won, lost = tr("{count} wins", "{count} win", length), tr("{count} losses", "{count} loss", length)
        now = (won if streak > 0 else lost).format(count=number(length))
    return (
        number(statistics.total.rounds),
        "-" if rate is None else percent(rate),
        "-" if statistics.favourite is None else gesture_title(statistics.favourite),
        str(statistics.longest_wins),
        now,
    )
