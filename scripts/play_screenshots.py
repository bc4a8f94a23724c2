"""The images of the Play page: hands from clips, on a clock that stands still until a picture is taken."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gesture_app.capture.opening import source_for
from gesture_app.composition import build_processor
from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import CaptureCatalog
from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.game.match import MatchPhase, MatchState
from gesture_app.domain.game.practice import PracticePhase
from gesture_app.domain.game.rounds import LoggedRound, RoundRecord
from gesture_app.domain.game.rules import LIZARD_SPOCK, RoundOutcome
from gesture_app.domain.models.device import Device
from gesture_app.gui.play.match_presenter import Chance
from gesture_app.pipeline.engine import CaptureState, Engine, EngineMetrics, EngineStatus, InferenceState
from gesture_app.recording.round_log import FileRoundLog
from gesture_app.resources import DEMO_CLIP, PROJECT_ROOT
from gesture_app.settings import PlayMode, PlaySettings, Settings, SettingsFile, ThemeChoice

_PAIR_CLIP = PROJECT_ROOT / "tests" / "clips" / "two_hands.mp4"
_SIZE = QSize(1120, 720)
_STEP_S = 0.035
_EVERY = 2
_PAST_ROUNDS = 150
Still = tuple[Frame, FrameResult]
Stills = dict[tuple[str, ...], Still]


def stills_of(clip: Path, model_dir: Path | None) -> Stills:
    """For each set of gestures that a clip shows, from left to right, the picture in which they are surest."""
    found: dict[tuple[str, ...], tuple[float, Still]] = {}
    processor = build_processor(device=Device.CPU, model_dir=model_dir)
    source = source_for(str(clip), realtime=False)
    source.open()
    while (frame := source.read()) is not None:
        if frame.seq % _EVERY:
            continue
        result = processor.process(frame)
        labels = tuple(reading.prediction.gesture for reading in result.hands)
        sureness = min((reading.prediction.confidence for reading in result.hands), default=1.0)
        if labels not in found or sureness > found[labels][0]:
            found[labels] = (sureness, (frame, result))
    source.close()
    processor.close()
    return {labels: still for labels, (_sureness, still) in found.items()}


class StillEngine:
    """Looks like an engine at work; the images come from elsewhere."""

    def __init__(self) -> None:
        self.status = EngineStatus(CaptureState.RUNNING, InferenceState.RUNNING, "Demo clip", classifier="ONNX Runtime")
        self.metrics = EngineMetrics(25.0, 25.0, 0, {})

    def start(self, make_source: object) -> None:
        """Nothing."""

    def switch_source(self, make_source: object) -> None:
        """Nothing."""

    def stop(self) -> None:
        """Nothing."""


class StillApp(DesktopApp):
    """The app without its pipeline."""

    def _make_engine(self, _listener: object) -> Engine:
        return cast(Engine, StillEngine())


class Sitter:
    """Plays for the images.

    Args:
        desktop: The app.
        stills: What can be shown.
        folder: Where the images go.
        suffix: Ends their names.
    """

    def __init__(self, desktop: StillApp, stills: Stills, folder: Path, suffix: str) -> None:
        self.page = desktop.play_page
        self.now_s = 100.0
        self._desktop = desktop
        self._stills = stills
        self._folder = folder
        self._suffix = suffix
        self._seq = 0

    @property
    def match(self) -> MatchState:
        """The state of the match."""
        state = self.page.match_controller.state
        if state is None:
            raise RuntimeError("there is no match")
        return state

    def see(self, *labels: str, count: int = 1) -> None:
        """Show hands with these gestures, from left to right."""
        frame, result = self._stills[labels]
        session = self._desktop.session
        for _ in range(count):
            self.now_s += _STEP_S
            self._seq += 1
            session.frame = replace(frame, seq=self._seq, captured_s=self.now_s)
            session.result = replace(result, seq=self._seq, captured_s=self.now_s)
            session.frame_changed.emit()
            session.result_changed.emit()
            self.tick()

    def tick(self, seconds: float = 0.0) -> None:
        """Let time pass without a picture."""
        self.now_s += seconds
        for table in (self.page.match_controller, self.page.practice_controller):
            table._ticks.timeout.emit()

    def until(self, is_there: Callable[[], bool], *labels: str) -> None:
        """Show hands until something has happened."""
        for _ in range(1000):
            if is_there():
                return
            self.see(*labels)
        raise RuntimeError(f"waited in vain with {labels}")

    def press(self, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Press a key."""
        QTest.keyClick(self.page, key)

    def to_shoot(self) -> None:
        """Begin a round and hold a fist until "shoot!"."""
        self.press()
        self.until(lambda: self.match.phase is MatchPhase.SHOOT, "rock")

    def throw(self, wanted: RoundOutcome) -> None:
        """Play a round that ends so. The computer's throw is known here, which is why nobody plays like this."""
        self.to_shoot()
        opening = cast(Any, self.page.match_controller.match)._opening
        label = next(g for g in LIZARD_SPOCK.gestures if LIZARD_SPOCK.outcome(g, opening.throw) is wanted)
        self.until(lambda: self.match.phase is MatchPhase.REVEAL, label)
        self.see(label, count=12)

    def take(self, name: str) -> None:
        """Take a picture of a state."""
        QApplication.processEvents()
        path = self._folder / f"play-{name}-{self._suffix}.png"
        self._desktop.window.grab().save(str(path))
        print(path)


@dataclass(frozen=True)
class Studio:
    """What all images are taken with.

    Attributes:
        app: Qt's application.
        folder: Where the images go.
        demo: ThrowImages of one hand.
        pair: ThrowImages of two hands.
    """

    app: QApplication
    folder: Path
    demo: Stills
    pair: Stills

    @contextmanager
    def sitter(self, theme: ThemeChoice, play: PlaySettings, *, size: QSize = _SIZE, seed: int = 5) -> Iterator[Sitter]:
        """A window in this theme with these choices."""
        with tempfile.TemporaryDirectory() as folder:
            settings_file = SettingsFile(Path(folder) / "settings.toml")
            settings_file.save(Settings(theme=theme, play=play))
            log = FileRoundLog(Path(folder) / "rounds.jsonl")
            stills = self.pair if play.mode is PlayMode.TWO_PLAYERS else self.demo
            sitters: list[Sitter] = []
            chance = Chance(random.Random(seed), lambda: sitters[0].now_s, lambda: datetime.now(timezone.utc))
            options = AppOptions(source="demo")
            desktop = StillApp(self.app, CaptureCatalog(), settings_file, options, round_log=log, chance=chance)
            sitters.append(Sitter(desktop, stills, self.folder, theme.value))
            desktop.window.resize(size)
            desktop.start()
            desktop.window.show_page(desktop.play_page)
            desktop.notices.withdraw("no-camera")
            sitters[0].see(*next(labels for labels in stills if labels))
            yield sitters[0]
            desktop.stop()
            desktop.window.close()
            desktop.window.deleteLater()
            desktop.deleteLater()


def take_play_pictures(app: QApplication, folder: Path, model_dir: Path | None) -> None:
    """Take a picture of each state in both themes."""
    studio = Studio(app, folder, stills_of(DEMO_CLIP, model_dir), stills_of(_PAIR_CLIP, model_dir))
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        _take_match(studio, theme)
        _take_pair(studio, theme)
        _take_practice(studio, theme)
        _take_statistics(studio, theme)


def _take_match(studio: Studio, theme: ThemeChoice) -> None:
    with studio.sitter(theme, PlaySettings(opponent="mind-reader", best_of=5)) as sitter:
        sitter.see("spock")
        sitter.take("idle")
        sitter.press()
        sitter.until(lambda: sitter.match.beat_index == 3, "rock")
        sitter.see("rock", count=6)
        sitter.take("countdown")
        sitter.press(Qt.Key.Key_Escape)
        for outcome, name in ((RoundOutcome.WIN, "win"), (RoundOutcome.LOSE, "lose"), (RoundOutcome.DRAW, "draw")):
            sitter.throw(outcome)
            sitter.take(name)
        sitter.to_shoot()
        sitter.until(lambda: sitter.match.phase is MatchPhase.MISTHROW, "none")
        sitter.see("none", count=12)
        sitter.take("misthrow")
        sitter.throw(RoundOutcome.WIN)
        sitter.throw(RoundOutcome.WIN)
        sitter.until(lambda: sitter.match.phase is MatchPhase.MATCH_OVER, "rock")
        sitter.take("match-over")


def _take_pair(studio: Studio, theme: ThemeChoice) -> None:
    with studio.sitter(theme, PlaySettings(mode=PlayMode.TWO_PLAYERS, best_of=3)) as sitter:
        thrown = next(labels for labels in studio.pair if len(set(labels)) == 2 and "none" not in labels)
        sitter.press()
        while sitter.match.phase is MatchPhase.COUNTDOWN:
            sitter.tick(_STEP_S)
        sitter.until(lambda: sitter.match.phase is MatchPhase.REVEAL, *thrown)
        sitter.see(*thrown, count=12)
        sitter.take("two-players")


def _take_practice(studio: Studio, theme: ThemeChoice) -> None:
    with studio.sitter(theme, PlaySettings(mode=PlayMode.PRACTICE)) as sitter:
        table = sitter.page.practice_controller
        sitter.press()
        for number in range(5):
            sitter.until(lambda: table.state is not None and table.state.phase is PracticePhase.ASKED, "none")
            sitter.see("none", count=10 * number)
            asked = table.state.asked if table.state is not None else None
            sitter.until(lambda: table.state is not None and table.state.phase is not PracticePhase.ASKED, asked or "")
        sitter.see(asked or "", count=10)
        sitter.take("practice")


def _take_statistics(studio: Studio, theme: ThemeChoice) -> None:
    with studio.sitter(theme, PlaySettings()) as sitter:
        round_log = sitter.page.statistics._round_log
        for logged in made_up_rounds(_PAST_ROUNDS):
            round_log.keep(logged)
        sitter.page.show_statistics()
        sitter.take("statistics")


def made_up_rounds(count: int) -> list[LoggedRound]:
    """Rounds of somebody who likes rock, and gets better."""
    rng = random.Random(4)
    rounds = []
    for index in range(count):
        computer = rng.choice(LIZARD_SPOCK.gestures)
        player = rng.choice(("rock", "rock", *LIZARD_SPOCK.gestures))
        if rng.random() < 0.5 * index / count:
            player = LIZARD_SPOCK.winners_against(computer)[0]
        opponent = ("kid", "random", "frequency", "markov", "mind-reader")[min(4, 6 * index // count)]
        outcome, reason = LIZARD_SPOCK.outcome(player, computer), LIZARD_SPOCK.reason(player, computer)
        times = (index * 6.0, index * 6 + 3.0, index * 6 + 3.4, index * 6 + 3.5)
        throws = (player, computer)
        number = index % 5 + 1
        record = RoundRecord(number, LIZARD_SPOCK.name, opponent, throws, outcome, reason, None, None, *times)
        rounds.append(LoggedRound(f"match-{index // 5}", "2026-01-01T12:00:00+00:00", record))
    return rounds
