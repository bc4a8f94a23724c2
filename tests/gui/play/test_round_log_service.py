"""The log of rounds, the statistics over it, and trouble with either."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.domain.game.match import MatchPhase
from gesture_app.domain.game.rounds import LoggedRound, RoundRecord
from gesture_app.domain.game.rules import LIZARD_SPOCK
from gesture_app.domain.game.statistics import Statistics
from gesture_app.errors import GestureAppError
from gesture_app.gui.background.notices import NoticeKind, Notices
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.play.statistics_series import after_rows, opponent_bars, throw_bars, win_rates
from gesture_app.gui.play.statistics_view import figure_texts
from gesture_app.settings import PlaySettings
from tests.fakes.round_logs import InMemoryRoundLog
from tests.gui.play.conftest import Arena, MakeArena

KEYS = Qt.Key
FULL = GestureAppError("The round could not be saved.", hint="Make room on the disk.")


def record(number: int, first: str, second: str, opponent: str = "random") -> RoundRecord:
    outcome, reason = LIZARD_SPOCK.outcome(first, second), LIZARD_SPOCK.reason(first, second)
    times = (number * 10.0, number * 10 + 3.0, number * 10 + 3.5, number * 10 + 3.6)
    return RoundRecord(number, "lizard-spock", opponent, (first, second), outcome, reason, None, None, *times)


PLAYED = [("rock", "scissors"), ("rock", "paper"), ("paper", "paper"), ("rock", "lizard")]
LOGGED = [LoggedRound("m", "2026-01-01T00:00:00+00:00", record(n, a, b)) for n, (a, b) in enumerate(PLAYED, 1)]


def press_notice(desktop: DesktopApp, text: str) -> None:
    area = desktop.window.notification_area
    banner = area.question or area.banner
    assert banner is not None
    next(button for button in banner.findChildren(QPushButton) if button.text() == text).click()


def test_a_full_disk_is_a_banner_and_the_match_goes_on(arena: Arena, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: arena.log.reads == 1)
    arena.log.error = FULL
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    qtbot.waitUntil(lambda: FULL.message in arena.titles)
    assert arena.desktop.notices.shown[0].kind is NoticeKind.WARNING
    assert len(arena.services.rounds.rounds) == 1
    arena.log.error = None
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    assert arena.state.phase is MatchPhase.REVEAL
    qtbot.waitUntil(lambda: FULL.message not in arena.titles)
    assert len(arena.log.rounds) == 1


def test_a_disk_that_hangs_stalls_nothing(qtbot: QtBot) -> None:
    may_write = threading.Event()

    class HangingLog(InMemoryRoundLog):
        def append(self, record: RoundRecord, *, match_id: str, played_at: str) -> None:
            may_write.wait()
            super().append(record, match_id=match_id, played_at=played_at)

    log, notices = HangingLog(), Notices()
    service = RoundLogService(log, notices, most_waiting=2)
    try:
        for logged in LOGGED * 2:
            service.keep(logged)
        assert "cannot be written fast enough" in notices.shown[0].title
        assert len(service.rounds) == 8
    finally:
        may_write.set()
        assert service.stop()
    assert len(log.rounds) < 8


def test_stopping_writes_what_is_waiting(qtbot: QtBot) -> None:
    log = InMemoryRoundLog()
    service = RoundLogService(log, Notices())
    for logged in LOGGED:
        service.keep(logged)
    assert service.stop()
    assert log.rounds == LOGGED


def test_a_log_that_cannot_be_read_is_told(make_arena: MakeArena, qtbot: QtBot) -> None:
    log = InMemoryRoundLog()
    log.error = GestureAppError("The log cannot be read.", hint="Check its permissions.")
    arena = make_arena(log=log)
    qtbot.waitUntil(lambda: "The log cannot be read." in arena.titles)


def test_earlier_rounds_are_there(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(), log=InMemoryRoundLog(*LOGGED))
    qtbot.waitUntil(lambda: len(arena.services.rounds.rounds) == 4)
    arena.press(KEYS.Key_S)
    statistics = arena.page.statistics
    assert statistics.isVisible()
    figures = {name: label.text() for name, label in statistics.figures.items()}
    assert figures == {
        "Rounds": "4",
        "Win rate": "67 %",
        "Favourite": "Rock",
        "Best row": "1",
        "Now": "1 win",
    }
    statistics.grab()
    assert statistics.throw_plot.bars[0].text == "75 %"
    arena.press(KEYS.Key_Escape)
    assert not statistics.isVisible()
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN


def test_an_opponent_that_learns_gets_ready_first(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(opponent="mind-reader"), log=InMemoryRoundLog(*LOGGED * 10))
    qtbot.waitUntil(lambda: len(arena.services.rounds.rounds) == 40)
    arena.press(KEYS.Key_Space)
    assert arena.page.match_controller.match is None
    assert arena.page.game_view.scene.hint == "Your opponent remembers your last rounds…"
    qtbot.waitUntil(lambda: arena.page.match_controller.match is not None)
    assert arena.state.phase is MatchPhase.COUNTDOWN
    arena.page.match_controller.leave()
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN


def test_leaving_the_page_while_the_opponent_gets_ready_begins_nothing(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(opponent="mind-reader"), log=InMemoryRoundLog(*LOGGED * 10))
    qtbot.waitUntil(lambda: len(arena.services.rounds.rounds) == 40)
    arena.press(KEYS.Key_Space)
    arena.open_live()
    qtbot.waitUntil(lambda: not arena.services.opponents.is_teaching)
    assert arena.page.match_controller.match is None


def test_an_opponent_that_cannot_learn_leads_back_to_the_choice(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(opponent="mind-reader"), log=InMemoryRoundLog(*LOGGED * 10))
    qtbot.waitUntil(lambda: len(arena.services.rounds.rounds) == 40)
    arena.press(KEYS.Key_Space)
    arena.services.opponents.failed.emit()
    assert arena.page.game_view.scene.hint == "Press Space to play"
    qtbot.waitUntil(lambda: not arena.services.opponents.is_teaching)
    assert arena.page.match_controller.match is None


def test_rounds_finished_before_the_old_ones_are_read_are_not_lost(qtbot: QtBot) -> None:
    log = InMemoryRoundLog(*LOGGED[:2])
    service = RoundLogService(log, Notices())
    service.keep(LOGGED[2])
    qtbot.waitUntil(lambda: len(service.rounds) == 3)
    service.erase()
    service.keep(LOGGED[3])
    qtbot.waitUntil(lambda: list(service.rounds) == [LOGGED[3]])
    assert service.stop()
    assert log.rounds == [LOGGED[3]]


def test_looking_at_the_statistics_pauses_the_match(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.hold("rock", seconds=0.4)
    arena.press(KEYS.Key_S)
    assert arena.state.phase is MatchPhase.IDLE


def test_erasing_asks_first(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(), log=InMemoryRoundLog(*LOGGED))
    qtbot.waitUntil(lambda: len(arena.services.rounds.rounds) == 4)
    arena.press(KEYS.Key_S)
    arena.page.statistics.erase_button.click()
    assert arena.titles == ["Erase all 4 rounds?"]
    assert len(arena.log.rounds) == 4
    press_notice(arena.desktop, "Erase")
    qtbot.waitUntil(lambda: arena.services.rounds.rounds == ())
    assert arena.log.rounds == []
    assert not arena.page.statistics.export_button.isEnabled()


def test_exporting_tells_where_to(make_arena: MakeArena, qtbot: QtBot, tmp_path: Path) -> None:
    arena = make_arena(PlaySettings(), log=InMemoryRoundLog(*LOGGED))
    qtbot.waitUntil(lambda: len(arena.services.rounds.rounds) == 4)
    arena.press(KEYS.Key_S)
    arena.page.statistics.export_button.click()
    dialog = arena.desktop.window.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "rounds.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: arena.titles == [f"4 rounds were written to {path}."])
    assert arena.log.exported == [path]


def test_the_series_of_the_plots() -> None:
    records = [logged.record for logged in LOGGED]
    statistics = Statistics.of(records)
    assert win_rates(records) == [1.0, 0.5, pytest.approx(2 / 3)]
    assert [(bar.name, bar.text) for bar in throw_bars(statistics)][:2] == [("Rock", "75 %"), ("Paper", "25 %")]
    assert [bar.text for bar in opponent_bars(statistics)] == ["67 % of 3"]
    rows = after_rows(statistics)
    assert [row.name for row in rows] == ["After a win", "After a loss", "After a draw"]
    assert rows[0].shares["rock"] == 1.0
    assert rows[0].note == "100 % the same again"
    assert rows[1].shares["paper"] == 1.0


def test_without_rounds_there_is_nothing_to_divide_by() -> None:
    empty = Statistics.of([])
    assert figure_texts(empty) == ("0", "-", "-", "0", "-")
    assert win_rates([]) == []
    assert opponent_bars(empty) == []
    assert all(row.shares == {} for row in after_rows(empty))
