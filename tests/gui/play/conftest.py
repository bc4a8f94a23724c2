"""A window on results that the test makes up, and on a clock that it moves."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading
from gesture_app.domain.game.match import MatchPhase, MatchState
from gesture_app.domain.game.rounds import LoggedRound, RoundRecord
from gesture_app.errors import GestureAppError
from gesture_app.gui.play.match_presenter import Chance
from gesture_app.gui.play.page import PlayPage
from gesture_app.pipeline.engine import CaptureState, Engine, EngineMetrics, EngineStatus, InferenceState
from gesture_app.settings import PlaySettings, Settings, SettingsFile
from tests.fakes.gui import RESOLUTION_WH, FakeCatalog, hand_at, picture, prediction_of

RUNNING = EngineStatus(CaptureState.RUNNING, InferenceState.RUNNING, "Desk camera", classifier="Fake, CPU")
LEFT_X, RIGHT_X = 6.0, 42.0
STEP_S = 0.04


class NoEngine:
    """An engine that does nothing: the test puts frames and results into the session itself."""

    def __init__(self) -> None:
        self.status = RUNNING
        self.metrics = EngineMetrics(25.0, 25.0, 0, {})

    def start(self, make_source: object) -> None:
        pass

    def switch_source(self, make_source: object) -> None:
        pass

    def stop(self) -> None:
        pass


class FakeClock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class FakeLog:
    """Rounds in memory; ``error`` is raised as long as it is set."""

    def __init__(self, *rounds: LoggedRound) -> None:
        self.rounds: list[LoggedRound] = list(rounds)
        self.error: GestureAppError | None = None
        self.exported: list[Path] = []
        self.reads = 0

    def append(self, record: RoundRecord, *, match_id: str, played_at: str) -> None:
        self._fail()
        self.rounds.append(LoggedRound(match_id, played_at, record))

    def read(self) -> Sequence[LoggedRound]:
        self._fail()
        self.reads += 1
        return tuple(self.rounds)

    def export_csv(self, path: Path) -> int:
        self._fail()
        self.exported.append(path)
        return len(self.rounds)

    def erase(self) -> None:
        self._fail()
        self.rounds.clear()

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error


class PlayApp(DesktopApp):
    """The app without its pipeline."""

    engine: NoEngine

    def _make_engine(self, listener: object) -> Engine:
        self.engine = NoEngine()
        return self.engine  # type: ignore[return-value]


class Arena:
    """Shows hands to the app, lets time pass and presses keys."""

    def __init__(self, desktop: PlayApp, clock: FakeClock, log: FakeLog) -> None:
        self.desktop = desktop
        self.clock = clock
        self.log = log
        self.seq = 0
        self.open_play()

    @property
    def page(self) -> PlayPage:
        return self.desktop.play_page

    @property
    def state(self) -> MatchState:
        state = self.page.table.state
        assert state is not None
        return state

    @property
    def titles(self) -> list[str]:
        return [notice.title for notice in self.desktop.notices.shown]

    @property
    def verdict(self) -> tuple[str, str]:
        """The large words over the picture."""
        verdict = self.page.stage.scene.verdict
        return ("", "") if verdict is None else (verdict.title, verdict.detail)

    def open_play(self) -> None:
        self.desktop.window.show_page(self.page)

    def open_live(self) -> None:
        self.desktop.window.show_page(self.desktop.live_page)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def wait(self, seconds: float) -> None:
        """Let time pass without a picture."""
        self.clock.now_s += seconds
        self.page.table._ticks.timeout.emit()
        self.page.practice_table._ticks.timeout.emit()

    def see(self, *labels: str, xs: Sequence[float] = (24.0, 6.0)) -> None:
        """Show one picture of hands with these gestures."""
        self.clock.now_s += STEP_S
        self.seq += 1
        hands = tuple(
            HandReading(hand_at(x, 16), prediction_of(label), number, label)
            for number, (label, x) in enumerate(zip(labels, xs, strict=False))
        )
        session = self.desktop.session
        session.frame = Frame(picture(), self.seq, self.clock.now_s, self.clock.now_s)
        session.result = FrameResult(self.seq, self.clock.now_s, self.clock.now_s, RESOLUTION_WH, hands)
        session.frame_changed.emit()
        session.result_changed.emit()
        self.page.table._ticks.timeout.emit()
        self.page.practice_table._ticks.timeout.emit()

    def hold(self, *labels: str, seconds: float, xs: Sequence[float] = (24.0, 6.0)) -> None:
        for _ in range(round(seconds / STEP_S)):
            self.see(*labels, xs=xs)

    def see_until(self, phase: MatchPhase, *labels: str, xs: Sequence[float] = (24.0, 6.0)) -> None:
        for _ in range(400):
            if self.state.phase is phase:
                return
            self.see(*labels, xs=xs)
        pytest.fail(f"{phase} was not reached; it is {self.state.phase}.")

    def throw(self, label: str) -> None:
        """Play a round that is being counted down, up to its result."""
        self.see_until(MatchPhase.SHOOT, "rock")
        self.see_until(MatchPhase.REVEAL, label)

    def set_status(self, status: EngineStatus) -> None:
        self.desktop.engine.status = status
        self.desktop.session.status_changed.emit()

    def lose_camera(self) -> None:
        self.set_status(replace(RUNNING, capture=CaptureState.RECOVERING))

    def find_camera(self) -> None:
        self.set_status(RUNNING)


MakeArena = Callable[..., Arena]


@pytest.fixture
def make_arena(qapp: QApplication, qtbot: QtBot, settings_file: SettingsFile) -> Iterator[MakeArena]:
    made: list[DesktopApp] = []

    def make(play: PlaySettings | None = None, *, log: FakeLog | None = None, hands: int = 2, seed: int = 1) -> Arena:
        if play is not None:
            settings_file.save(Settings(play=play, hands=hands))
        clock, log = FakeClock(), log or FakeLog()
        chance = Chance(random.Random(seed), clock, lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc))
        desktop = PlayApp(qapp, FakeCatalog(), settings_file, AppOptions(source="demo"), round_log=log, chance=chance)
        made.append(desktop)
        qtbot.addWidget(desktop.window)
        desktop.start()
        qtbot.waitExposed(desktop.window)
        arena = Arena(desktop, clock, log)
        arena.see("rock")
        return arena

    yield make
    for desktop in made:
        desktop.play_page.table.leave()
        desktop.play_page.practice_table.leave()
        assert desktop.stop()
        desktop.deleteLater()


@pytest.fixture
def arena(make_arena: MakeArena) -> Arena:
    """The usual game: five throws, best of three, against the computer that plays by chance."""
    return make_arena(PlaySettings(opponent="random"))
