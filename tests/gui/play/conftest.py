"""A window whose results and clock are set by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends
from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.game.match import MatchPhase, MatchState
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.play.services import PlayServices
from gesture_app.pipeline.engine import CaptureState, EngineStatus
from gesture_app.settings import PlaySettings, Settings, SettingsFile, SourceChoice, SourceKind
from tests.fakes.engines import RUNNING, EngineFactory, IdleEngine
from tests.fakes.frames import FakeClock
from tests.fakes.gui import RESOLUTION_WH, FakeCatalog, gray_image, hand_at, prediction_of
from tests.fakes.nonces import NonceRecorder
from tests.fakes.round_logs import InMemoryRoundLog

CAMERA = SourceChoice(SourceKind.CAMERA, "desk", "Desk camera")
LEFT_X, RIGHT_X = 6.0, 42.0
STEP_S = 0.04
SURELY_NONE = 0.99
"""A less certain none is read as the likeliest throw."""


class Arena:
    """Shows hands to the app, lets time pass and presses keys."""

    def __init__(
        self,
        desktop: DesktopApp,
        clock: FakeClock,
        log: InMemoryRoundLog,
        rng: NonceRecorder,
        engines: EngineFactory[IdleEngine],
    ) -> None:
        self.engines = engines
        self.desktop = desktop
        self.rng = rng
        self.clock = clock
        self.log = log
        self.seq = 0
        self.open_play()

    @property
    def page(self) -> PlayPage:
        return self.desktop.page(PlayPage)

    @property
    def services(self) -> PlayServices:
        return self.desktop.services(PlayServices)

    @property
    def state(self) -> MatchState:
        state = self.page.match_controller.state
        assert state is not None
        return state

    @property
    def committed_throw(self) -> str:
        """The throw that the computer has committed to; the page does not know it."""
        match = self.page.match_controller.match
        assert match is not None
        return self.rng.committed_throw(match.state, match.settings.rules)

    @property
    def titles(self) -> list[str]:
        return [notice.title for notice in self.desktop.notices.shown]

    @property
    def announcement(self) -> tuple[str, str]:
        """Title and detail of the announcement over the live view."""
        announcement = self.page.game_view.scene.announcement
        return ("", "") if announcement is None else (announcement.title, announcement.detail)

    @property
    def hint(self) -> str:
        """What the scene over the live view says about keys."""
        return self.page.game_view.scene.hint

    def open_play(self) -> None:
        self.desktop.window.show_page(self.page)

    def open_live(self) -> None:
        self.desktop.show_page("Live")

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def wait(self, seconds: float) -> None:
        """Let time pass without a frame."""
        self.clock.now_s += seconds
        self._tick()

    def see(self, *labels: str, xs: Sequence[float] = (24.0, 6.0), probability: float = 0.9) -> None:
        """Show one frame of hands with these gestures."""
        self.clock.now_s += STEP_S
        self.seq += 1
        hands = tuple(
            HandReading(
                hand_at(x, 16), prediction_of(label, SURELY_NONE if label == NONE else probability), number, label
            )
            for number, (label, x) in enumerate(zip(labels, xs, strict=False))
        )
        session = self.desktop.session
        session.frame = Frame(gray_image(), self.seq, self.clock.now_s, self.clock.now_s)
        session.result = FrameResult(self.seq, self.clock.now_s, self.clock.now_s, RESOLUTION_WH, hands)
        self.desktop.taps(session.frame, session.result)
        session.frame_changed.emit()
        session.result_changed.emit()
        self._tick()

    def _tick(self) -> None:
        for controller in (self.page.match_controller, self.page.practice_controller):
            if controller.is_ticking:
                controller.tick()

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
        self.engines.newest.status = status
        self.desktop.session.status_changed.emit()

    def lose_camera(self) -> None:
        self.set_status(replace(RUNNING, capture=CaptureState.RECOVERING))

    def find_camera(self) -> None:
        self.set_status(RUNNING)


MakeArena = Callable[..., Arena]


@pytest.fixture
def make_arena(qapp: QApplication, qtbot: QtBot, settings_file: SettingsFile) -> Iterator[MakeArena]:
    made: list[DesktopApp] = []

    def make(
        play: PlaySettings | None = None,
        *,
        log: InMemoryRoundLog | None = None,
        hands: int = 2,
        seed: int = 1,
        demo: bool = False,
    ) -> Arena:
        if play is not None:
            settings_file.save(Settings(play=play, hands=hands))
        clock, log = FakeClock(), log or InMemoryRoundLog()
        rng = NonceRecorder(seed)
        chance = Chance(rng, clock, lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc))
        options = AppOptions(source="demo")
        backends = replace(Backends.of_user(options), round_log=log)
        engines = EngineFactory(IdleEngine)
        desktop = DesktopApp(
            qapp, FakeCatalog(), settings_file, options, backends=backends, make_engine=engines, chance=chance
        )
        made.append(desktop)
        qtbot.addWidget(desktop.window)
        desktop.start()
        if not demo:
            desktop.sources.select(CAMERA)
            desktop.sources.set_mirror(False)
        qtbot.waitExposed(desktop.window)
        arena = Arena(desktop, clock, log, rng, engines)
        arena.see("rock")
        return arena

    yield make
    for desktop in made:
        page = desktop.page(PlayPage)
        page.match_controller.leave()
        page.practice_controller.leave()
        assert desktop.stop()
        desktop.deleteLater()


@pytest.fixture
def arena(make_arena: MakeArena) -> Arena:
    """The usual game: five throws, best of three, against the computer that plays by chance."""
    return make_arena(PlaySettings(opponent="random"))
