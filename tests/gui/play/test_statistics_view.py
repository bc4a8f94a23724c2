"""Statistics of games that the program does not come with, and the question before rounds are erased."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gesture_app.domain.game.rounds import SECOND_PLAYER, LoggedRound
from gesture_app.domain.game.rules import all_throws
from gesture_app.domain.game.statistics import Statistics
from gesture_app.gui.play.statistics_series import after_rows, opponent_bars, shown_throws, throw_bars
from tests.fakes.round_logs import InMemoryRoundLog
from tests.fakes.round_records import a_round
from tests.fakes.rule_tables import WITH_WELL
from tests.gui.play.conftest import MakeArena

THROWS = (("well", "rock"), ("well", "paper"), ("paper", "well"))
RECORDS = [a_round(number, throws, rules=WITH_WELL) for number, throws in enumerate(THROWS, 1)]


def test_throws_of_a_game_that_is_gone_are_shown_after_the_others() -> None:
    throws = (("dragon", "rock"), ("dragon", "paper"), ("paper", "dragon"))
    statistics = Statistics.of(replace(record, throws=pair) for record, pair in zip(RECORDS, throws, strict=True))
    assert shown_throws(statistics) == (*all_throws(), "dragon")
    assert throw_bars(statistics)[0].name == "Dragon"
    assert after_rows(statistics)[0].shares["dragon"] == 1.0


def test_the_view_paints_them_and_asks_before_they_are_erased(make_arena: MakeArena, qtbot: QtBot) -> None:
    log = InMemoryRoundLog(*(LoggedRound("m", "2026-01-01T00:00:00+00:00", record) for record in RECORDS))
    arena = make_arena(log=log)
    arena.press(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: arena.page.statistics.figures["Rounds"].text() == "3")
    assert arena.page.statistics.figures["Favourite"].text() == "Well"
    assert not arena.page.statistics.grab().isNull()
    arena.page.statistics.erase_button.click()
    (notice,) = [notice for notice in arena.desktop.notices.shown if notice.title == "Erase all 3 rounds?"]
    assert notice.hint == ("The statistics begin anew, and opponents that learn forget you. This cannot be undone.")
    assert len(log.rounds) == 3


def test_each_opponent_has_its_own_face_in_the_plot() -> None:
    names = ("kid", "mind-reader", "gone", SECOND_PLAYER)
    statistics = Statistics.of([a_round(1, opponent=name) for name in names], person="")
    assert [(bar.opponent, bar.icon) for bar in opponent_bars(statistics)] == [
        ("kid", "computer"),
        ("mind-reader", "computer"),
        ("", "computer"),
        ("", "people"),
    ]


def test_the_habits_are_plotted_and_told_to_screen_readers(make_arena: MakeArena, qtbot: QtBot) -> None:
    records = [a_round(number, ("paper", "rock"), rules="lizard-spock") for number in range(1, 13)]
    log = InMemoryRoundLog(*(LoggedRound("m", "2026-01-01T00:00:00+00:00", record) for record in records))
    arena = make_arena(log=log)
    arena.press(Qt.Key.Key_S)
    habits = arena.page.statistics.habits
    qtbot.waitUntil(lambda: bool(habits.most.rows))
    assert (habits.most.rows[0].name, habits.most.rows[0].text) == ("Paper", "10 of 10")
    assert [row.text for row in habits.following.rows] == ["10 of 10", "no rounds yet", "no rounds yet"]
    assert "After a win, paper comes next about 10 times out of 10." in habits.accessibleDescription()
    assert habits.sentence.text() in habits.accessibleDescription()
