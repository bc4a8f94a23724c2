"""Longest gap of a 5 ms timer on the Play page, in which the window does not react.

    python benchmarks/play_stall.py --seconds 60
    python benchmarks/play_stall.py --replays       # matches of one round, each with the replay of its throw

Runs the whole app without a screen, on a rendered clip of a match with the real recognizer, and plays it repeatedly in
the clip's rhythm. In between it shows the statistics, over ``--rounds`` earlier rounds. The sound is silent.

``busy`` is the time that the window's own thread was at work within a gap. ``gesture-app bench --gui`` measures the
same on the Live page.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.event_loop import EventLoopWatch, Gap
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.process import make_application
from gesture_app.desktop.services import Backends
from gesture_app.desktop.services import CaptureCatalog as SystemCatalog
from gesture_app.domain.game.match import MatchPhase, MatchSettings
from gesture_app.domain.game.rounds import RoundRecord
from gesture_app.domain.game.rules import LIZARD_SPOCK
from gesture_app.domain.models.device import Device
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.background.sources import Camera
from gesture_app.gui.play.page import PlayPage
from gesture_app.pipeline.engine import CaptureState
from gesture_app.recording.round_log import FileRoundLog
from gesture_app.resources import PROJECT_ROOT
from gesture_app.settings import PlaySettings, Settings, SettingsFile

_FRAME_MS = 16.0
_CLIP = PROJECT_ROOT / "tests" / "clips" / "match.mp4"
_LATE_S = 0.3
_REPLAY = "replay"
_PHASES = (MatchPhase.IDLE, MatchPhase.REVEAL, MatchPhase.MISTHROW, MatchPhase.MATCH_OVER)
_WAITING = {"choosing", _REPLAY, *(phase.value for phase in _PHASES)}
_SIZES = {"small": QSize(800, 560), "large": QSize(1280, 800)}


class NoCameras(SystemCatalog):
    """Clips, and no camera."""

    def list_cameras(self) -> tuple[Camera, ...]:
        """No cameras."""
        return ()


class Watch:
    """Plays the match, and records each gap with the activity of the page.

    Args:
        desktop: The running app.
        seconds: Time to play.
    """

    def __init__(self, desktop: DesktopApp, seconds: float) -> None:
        self.gaps: list[tuple[str, Gap]] = []
        self.phases: Counter[str] = Counter()
        self._desktop = desktop
        self._seconds = seconds
        self._starts_s = round_starts_s()
        self._started_s = -1.0
        self._began_s = 0.0
        self._event_loop = EventLoopWatch(self._on_gap)

    def start(self) -> None:
        """Wait for the recognizer, then play."""
        self._event_loop.start()

    def _on_gap(self, gap: Gap) -> None:
        now_s = time.perf_counter()
        page = self._desktop.page(PlayPage)
        if not self._began_s:
            if not page.match_controller.obstacle:
                self._desktop.window.show_page(page)
                self._began_s = now_s
        else:
            self.gaps.append((self._activity(), gap))
            self._go_on(now_s)

    def _activity(self) -> str:
        page = self._desktop.page(PlayPage)
        if page.statistics.isVisible():
            return "statistics"
        if page.extras.replay.playing is not None:
            return _REPLAY
        state = page.match_controller.state
        return "choosing" if state is None else state.phase.value

    def _go_on(self, now_s: float) -> None:
        page = self._desktop.page(PlayPage)
        activity = self._activity()
        self.phases[activity] += 1
        played_s = now_s - self._began_s
        if played_s > self._seconds:
            self._event_loop.stop()
            self._desktop.window.close()
        elif self._desktop.session.status.capture is CaptureState.ENDED:
            page.show_statistics()
            self._desktop.sources.reopen()
        elif activity == "statistics" and self._desktop.session.frame is not None:
            page.show_game()
        elif activity in _WAITING and self._is_time():
            QTest.keyClick(page, Qt.Key.Key_Space)

    def _is_time(self) -> bool:
        """Whether a round of the clip begins, once for each."""
        frame = self._desktop.session.frame
        if frame is None:
            return False
        begun = [start_s for start_s in self._starts_s if start_s <= frame.time_s < start_s + _LATE_S]
        if not begun or begun[0] == self._started_s:
            return False
        self._started_s = begun[0]
        return True


def round_starts_s() -> list[float]:
    """Starts of the clip's countdowns, in its time."""
    with (_CLIP.parent / f"{_CLIP.stem}.rounds.csv").open(encoding="utf-8") as file:
        return [float(row["shoot_s"]) - MatchSettings().countdown_s for row in csv.DictReader(file)]


def earlier_rounds(log: FileRoundLog, count: int) -> None:
    """Fill the log, for statistics and opponents that learn."""
    rng = random.Random(0)
    for index in range(count):
        first, second = rng.choice(LIZARD_SPOCK.gestures), rng.choice(LIZARD_SPOCK.gestures)
        times = (index * 6.0, index * 6 + 3.0, index * 6 + 3.4, index * 6 + 3.5)
        outcome, reason = LIZARD_SPOCK.outcome(first, second), LIZARD_SPOCK.reason(first, second)
        record = RoundRecord(
            index % 7 + 1, LIZARD_SPOCK.name, "mind-reader", (first, second), outcome, reason, None, None, *times
        )
        log.append(record, match_id=f"m{index // 7}", played_at=datetime.now(timezone.utc).isoformat())


def summary(watch: Watch) -> dict[str, object]:
    """The gaps in figures."""
    gaps_ms = np.array([gap.ms for _, gap in watch.gaps])
    busy_ms = np.array([gap.busy_ms for _, gap in watch.gaps])
    worst = sorted(watch.gaps, key=lambda one: -one[1].ms)[:5]
    return {
        "ticks": len(watch.gaps),
        "longest_ms": round(float(gaps_ms.max()), 1),
        "p99_ms": round(float(np.percentile(gaps_ms, 99)), 1),
        "median_ms": round(float(np.median(gaps_ms)), 1),
        f"share_over_{_FRAME_MS:.0f}_ms": round(float((gaps_ms > _FRAME_MS).mean()), 5),
        "longest_busy_ms": round(float(busy_ms.max()), 1),
        "p99_busy_ms": round(float(np.percentile(busy_ms, 99)), 1),
        "worst": [f"{gap.ms:.1f} ms, busy {gap.busy_ms:.1f} ms ({activity})" for activity, gap in worst],
        "p99_by_phase_ms": {
            phase: round(float(np.percentile([gap.ms for activity, gap in watch.gaps if activity == phase], 99)), 1)
            for phase in watch.phases
        },
        "longest_busy_by_phase_ms": {
            phase: round(max(gap.busy_ms for activity, gap in watch.gaps if activity == phase), 1)
            for phase in watch.phases
        },
    }


def main() -> int:
    """Play, and print the gaps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--rounds", type=int, default=200, help="earlier rounds in the log")
    parser.add_argument("--size", choices=sorted(_SIZES), default="large")
    parser.add_argument("--replays", action="store_true", help="play matches of one round, and their replays")
    args = parser.parse_args()
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings_file = SettingsFile(Path(folder) / "settings.toml")
        settings_file.save(Settings(play=PlaySettings(best_of=1 if args.replays else 0)))
        log = FileRoundLog(Path(folder) / "rounds.jsonl")
        earlier_rounds(log, args.rounds)
        chance = Chance(random.Random(1), time.monotonic, lambda: datetime.now(timezone.utc))
        options = AppOptions(source=str(_CLIP), device=Device.CPU)
        backends = replace(Backends.of_user(options), round_log=log)
        desktop = DesktopApp(app, NoCameras(), settings_file, options, backends=backends, chance=chance)
        desktop.window.resize(_SIZES[args.size])
        watch = Watch(desktop, args.seconds)
        desktop.start()
        watch.start()
        app.exec()
        desktop.stop()
        played = len(log.read()) - args.rounds
    print(json.dumps({"rounds_played": played, **summary(watch)}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
