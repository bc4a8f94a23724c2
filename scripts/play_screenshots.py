"""Screenshots of the Play page: hands from clips, on a clock that stands still until a screenshot is saved."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gesture_app.capture.opening import source_for
from gesture_app.composition import build_processor, chosen_model
from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends, CaptureCatalog
from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.game.commitment import NONCE_BITS, Opening
from gesture_app.domain.game.match import MatchPhase, MatchState
from gesture_app.domain.game.practice import PracticePhase
from gesture_app.domain.game.rounds import LoggedRound, RoundRecord
from gesture_app.domain.game.rules import LIZARD_SPOCK, RoundOutcome
from gesture_app.domain.models.device import Device
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.play.services import PlayServices
from gesture_app.pipeline.engine import CaptureState, Engine, EngineMetrics, EngineStatus, InferenceState
from gesture_app.recording.round_log import FileRoundLog
from gesture_app.resources import DEMO_CLIP, PROJECT_ROOT
from gesture_app.settings import PlayMode, PlaySettings, Settings, SettingsFile, ThemeChoice

_PAIR_CLIP = PROJECT_ROOT / "tests" / "clips" / "two_hands.mp4"
_SIZE = QSize(1120, 720)
_STEP_S = 0.035
_EVERY = 2
_PAST_ROUNDS = 150
_REPLAY_S = 3.8
"""Time from the beginning of a replay until it stands still where the throw was read."""
Still = tuple[Frame, FrameResult]
Stills = dict[tuple[str, ...], Still]


def stills_of(clip: Path, model_dir: Path | None) -> Stills:
    """For each set of gestures that a clip shows, from left to right, the frame of the highest confidence."""
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
    """An engine without threads that reports to be running; the frames are set by the script."""

    def __init__(self) -> None:
        self.status = EngineStatus(
            CaptureState.RUNNING,
            InferenceState.RUNNING,
            "Demo clip",
            classifier="ONNX Runtime",
            model_id=chosen_model(None).manifest.id,
        )
        self.metrics = EngineMetrics(25.0, 25.0, 0, {})
        self.playback = None

    def start(self, make_source: object) -> None:
        """Do nothing."""

    def expect_hands(self, count: int) -> None:
        """Nothing is looked for."""

    def set_sensitivity(self, sensitivity: object) -> None:
        """Do nothing."""

    def set_memory(self, memory: object) -> None:
        """Do nothing."""

    def switch_source(self, make_source: object) -> None:
        """Do nothing."""

    def stop(self) -> None:
        """Do nothing."""


def make_still_engine(_listener: object) -> Engine:
    """An engine for :class:`DesktopApp` that runs nothing."""
    return cast(Engine, StillEngine())


class NonceRecorder(random.Random):
    """Seeded randomness that records the nonce of the last commitment."""

    last_nonce = ""

    def getrandbits(self, k: int) -> int:
        """Random bits, as of :class:`random.Random`."""
        bits = super().getrandbits(k)
        if k == NONCE_BITS:
            self.last_nonce = f"{bits:0{NONCE_BITS // 4}x}"
        return bits


class ScriptedPlayer:
    """Plays in the window and saves screenshots.

    Args:
        desktop: The app.
        stills: The frames that can be shown, by gestures.
        rng: Randomness of the match.
        folder: Folder of the screenshots.
        suffix: End of their file names.
    """

    def __init__(self, desktop: DesktopApp, stills: Stills, rng: NonceRecorder, folder: Path, suffix: str) -> None:
        self.page = desktop.page(PlayPage)
        self.now_s = 100.0
        self.desktop = desktop
        self._stills = stills
        self._rng = rng
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
        session = self.desktop.session
        for _ in range(count):
            self.now_s += _STEP_S
            self._seq += 1
            session.frame = replace(frame, seq=self._seq, captured_s=self.now_s)
            session.result = replace(result, seq=self._seq, captured_s=self.now_s)
            self.desktop.taps(session.frame, session.result)
            session.frame_changed.emit()
            session.result_changed.emit()
            self.tick()

    def tick(self, seconds: float = 0.0) -> None:
        """Let time pass without a frame."""
        self.now_s += seconds
        for controller in (self.page.match_controller, self.page.practice_controller, self.page.extras.replay):
            controller.tick()

    def until(self, is_there: Callable[[], bool], *labels: str) -> None:
        """Show hands until a condition holds."""
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
        """Play a round that ends so; the computer's throw is found out from the recorded nonce."""
        self.to_shoot()
        throws = LIZARD_SPOCK.gestures
        openings = [Opening(self.match.round_number, throw, self._rng.last_nonce) for throw in throws]
        committed = next(o.throw for o in openings if o.digest == self.match.commitment_digest)
        label = next(throw for throw in throws if LIZARD_SPOCK.outcome(throw, committed) is wanted)
        self.until(lambda: self.match.phase is MatchPhase.REVEAL, label)
        self.see(label, count=12)

    def take(self, name: str) -> None:
        """Save a screenshot."""
        QApplication.processEvents()
        path = self._folder / f"play-{name}-{self._suffix}.png"
        self.desktop.window.grab().save(str(path))
        print(path)


@dataclass(frozen=True)
class ScreenshotSetup:
    """The parts that all screenshots share.

    Attributes:
        app: Qt's application.
        folder: Folder of the screenshots.
        demo: Frames of one hand.
        pair: Frames of two hands.
    """

    app: QApplication
    folder: Path
    demo: Stills
    pair: Stills

    @contextmanager
    def player(
        self, theme: ThemeChoice, play: PlaySettings, *, size: QSize = _SIZE, seed: int = 5
    ) -> Iterator[ScriptedPlayer]:
        """Open a window in this theme with these settings."""
        with tempfile.TemporaryDirectory() as folder:
            settings_file = SettingsFile(Path(folder) / "settings.toml")
            settings_file.save(Settings(theme=theme, play=play))
            log = FileRoundLog(Path(folder) / "rounds.jsonl")
            stills = self.pair if play.mode is PlayMode.TWO_PLAYERS else self.demo
            players: list[ScriptedPlayer] = []
            rng = NonceRecorder(seed)
            chance = Chance(rng, lambda: players[0].now_s, lambda: datetime.now(timezone.utc))
            options = AppOptions(source="demo")
            desktop = DesktopApp(
                self.app,
                CaptureCatalog(),
                settings_file,
                options,
                backends=replace(Backends.of_user(options), round_log=log),
                make_engine=make_still_engine,
                chance=chance,
            )
            players.append(ScriptedPlayer(desktop, stills, rng, self.folder, theme.value))
            desktop.window.resize(size)
            desktop.start()
            desktop.show_page("Play")
            desktop.notices.withdraw("no-camera")
            players[0].see(*next(labels for labels in stills if labels))
            yield players[0]
            desktop.stop()
            desktop.window.close()
            desktop.window.deleteLater()
            desktop.deleteLater()


def take_play_pictures(app: QApplication, folder: Path, model_dir: Path | None) -> None:
    """Save a screenshot of each state in both themes."""
    setup = ScreenshotSetup(app, folder, stills_of(DEMO_CLIP, model_dir), stills_of(_PAIR_CLIP, model_dir))
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        _take_match(setup, theme)
        _take_pair(setup, theme)
        _take_practice(setup, theme)
        _take_statistics(setup, theme)


def _take_match(setup: ScreenshotSetup, theme: ThemeChoice) -> None:
    with setup.player(theme, PlaySettings(opponent="mind-reader", best_of=5)) as player:
        player.see("spock")
        player.take("idle")
        player.press()
        player.until(lambda: player.match.beat_index == 3, "rock")
        player.see("rock", count=6)
        player.take("countdown")
        player.press(Qt.Key.Key_Escape)
        for outcome, name in ((RoundOutcome.WIN, "win"), (RoundOutcome.LOSE, "lose"), (RoundOutcome.DRAW, "draw")):
            player.throw(outcome)
            player.take(name)
        player.to_shoot()
        player.until(lambda: player.match.phase is MatchPhase.MISTHROW, "none")
        player.see("none", count=12)
        player.take("misthrow")
        player.throw(RoundOutcome.WIN)
        player.throw(RoundOutcome.WIN)
        player.until(lambda: player.match.phase is MatchPhase.MATCH_OVER, "rock")
        player.tick(_REPLAY_S)
        player.take("replay")
        player.press(Qt.Key.Key_Escape)
        player.take("match-over")


def _take_pair(setup: ScreenshotSetup, theme: ThemeChoice) -> None:
    with setup.player(theme, PlaySettings(mode=PlayMode.TWO_PLAYERS, best_of=3)) as player:
        thrown = next(labels for labels in setup.pair if len(set(labels)) == 2 and "none" not in labels)
        player.press()
        while player.match.phase is MatchPhase.COUNTDOWN:
            player.tick(_STEP_S)
        player.until(lambda: player.match.phase is MatchPhase.REVEAL, *thrown)
        player.see(*thrown, count=12)
        player.take("two-players")


def _take_practice(setup: ScreenshotSetup, theme: ThemeChoice) -> None:
    with setup.player(theme, PlaySettings(mode=PlayMode.PRACTICE)) as player:
        practice = player.page.practice_controller

        def phase() -> PracticePhase | None:
            return None if practice.state is None else practice.state.phase

        player.press()
        for number in range(5):
            player.until(lambda: phase() is PracticePhase.ASKED, "none")
            player.see("none", count=10 * number)
            asked = practice.state.asked if practice.state is not None else None
            player.until(lambda: phase() is not PracticePhase.ASKED, asked or "")
        player.see(asked or "", count=10)
        player.take("practice")


def _take_statistics(setup: ScreenshotSetup, theme: ThemeChoice) -> None:
    with setup.player(theme, PlaySettings()) as player:
        for logged in example_rounds(_PAST_ROUNDS):
            player.desktop.services(PlayServices).rounds.keep(logged)
        player.page.show_statistics()
        while not player.page.statistics.habits.most.rows:
            QApplication.processEvents()
        player.take("statistics")


def example_rounds(count: int) -> list[LoggedRound]:
    """Rounds of a player who likes rock, and improves."""
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
