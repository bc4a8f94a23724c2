"""A network camera that fails in every way in turn, read by OpenCV, through the real engine.

``SOAK_CAMERA_FAULTS=100`` injects that many faults at the program's own timing (``make soak``); otherwise each kind
comes once, at a quicker one.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gesture_app.capture.stream import StreamSource
from gesture_app.pipeline.engine import CaptureState, Engine, EngineStatus, EngineTiming
from tests.fakes.mjpeg_server import LARGE_WH, Act, MjpegServer
from tests.fakes.pipeline import fake_processor

COUNT = int(os.environ.get("SOAK_CAMERA_FAULTS", "0"))
IS_SOAK = COUNT > 0
TIMING = (
    EngineTiming()
    if IS_SOAK
    else EngineTiming(trouble_s=0.5, watch_s=0.05, stall_s=0.8, backoff_s=0.05, backoff_max_s=0.2, predecessor_s=0.5)
)
TOLD_WITHIN_S = 2.0
PATIENT_S = 30.0
WARM_UP = 20
"""Faults before the memory is measured for the first time."""
MOST_GROWTH_MB = 16.0
UNPLUGGED = "unplugged"
FAULTS: tuple[Act | str, ...] = (
    UNPLUGGED,
    Act.STALL,
    Act.REPEAT,
    Act.SLOW,
    Act.GARBAGE,
    Act.BROKEN_SIZE,
    Act.TRUNCATED,
    Act.DROP,
    Act.REFUSE,
    Act.RESIZE,
)


class Watcher:
    """A listener that keeps the newest frame and status only, and waits for conditions on them."""

    def __init__(self) -> None:
        self.engine: Engine | None = None
        self.status = EngineStatus()
        self.frames = self.results = 0
        self.shape: tuple[int, ...] = ()
        self.has_failed = False
        self._changed = threading.Condition()

    def frame_ready(self) -> None:
        with self._changed:
            frame = self.engine.preview.take() if self.engine else None
            if frame is not None:
                self.frames += 1
                self.shape = frame.image_bgr.shape
            self._changed.notify_all()

    def result_ready(self) -> None:
        with self._changed:
            self.results += 1
            self._changed.notify_all()

    def status_changed(self) -> None:
        with self._changed:
            self.status = self.engine.status if self.engine else EngineStatus()
            self.has_failed |= self.status.capture is CaptureState.FAILED
            self._changed.notify_all()

    def until(self, condition: Callable[[], bool], awaited: str) -> float:
        """Wait, and return the seconds that it took."""
        start_s = time.monotonic()
        with self._changed:
            assert self._changed.wait_for(condition, PATIENT_S), f"{awaited} never came: {self.status}"
        return time.monotonic() - start_s

    @property
    def told(self) -> str:
        """What a window says about the source."""
        return str(self.status.capture_error or self.status.capture_warning or "")

    def until_well(self, fault: Act | str) -> float:
        """Wait until frames and results come again and nothing is wrong."""
        frames, results = self.frames, self.results

        def is_well() -> bool:
            goes_on = self.frames >= frames + 3 and self.results > results
            return goes_on and self.status.capture is CaptureState.RUNNING and not self.told

        return self.until(is_well, f"the recovery from {fault}")


class Camera:
    """A server at one port that may be gone for a while."""

    def __init__(self) -> None:
        self._server = MjpegServer([Act.OBEY]).start()
        self._port = self._server.port
        self.url = self._server.url

    def begin(self, fault: Act | str) -> None:
        if isinstance(fault, Act):
            self._server.command(fault)
        else:
            self._server.stop()

    def end(self, fault: Act | str) -> None:
        if not isinstance(fault, Act):
            self._server = MjpegServer([Act.OBEY], port=self._port).start()
        self._server.command(Act.ENDLESS)

    def stop(self) -> None:
        self._server.stop()


@pytest.fixture
def camera() -> Iterator[Camera]:
    camera = Camera()
    yield camera
    camera.stop()


def memory_mb() -> float:
    """Resident memory of this process."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def native_threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def settled(count: Callable[[], int], most: int) -> int:
    """The count once it is no more than ``most``, or after a while: sockets and threads of FFmpeg end later."""
    end_s = time.monotonic() + PATIENT_S
    never = threading.Event()
    while (found := count()) > most and time.monotonic() < end_s:
        gc.collect()
        never.wait(0.05)
    return found


def drawn_faults(count: int, rng: random.Random) -> list[Act | str]:
    """Each kind equally often, in random order."""
    whole, rest = divmod(count, len(FAULTS))
    faults = [*FAULTS * whole, *rng.sample(FAULTS, rest)]
    rng.shuffle(faults)
    return faults


@pytest.mark.timeout(300 + 15 * COUNT)
@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts handles and threads in /proc")
def test_a_camera_that_fails_in_every_way_is_told_and_comes_back(camera: Camera) -> None:
    rng = random.Random(26)
    watcher = Watcher()
    threads_before, handles_before = native_threads(), handles()
    read_timeout_s = 5.0 if IS_SOAK else 1.0
    engine = watcher.engine = Engine(fake_processor, watcher, timing=TIMING)
    told_s: dict[Act | str, list[float]] = {fault: [] for fault in FAULTS}
    back_s: dict[Act | str, list[float]] = {fault: [] for fault in FAULTS}
    memory: list[float] = []
    engine.start(lambda: StreamSource(camera.url, read_timeout_s=read_timeout_s))
    try:
        watcher.until_well("the start")
        for number, fault in enumerate(drawn_faults(COUNT or len(FAULTS), rng)):
            camera.begin(fault)
            if fault is Act.RESIZE:  # Nothing to tell.
                told_s[fault].append(watcher.until(lambda: watcher.shape[:2] == LARGE_WH[::-1], "the new size"))
            else:
                told_s[fault].append(watcher.until(lambda: bool(watcher.told), f"the message about {fault}"))
            if IS_SOAK:
                threading.Event().wait(rng.uniform(0, 3))
            camera.end(fault)
            back_s[fault].append(watcher.until_well(fault))
            if number >= WARM_UP - 1:
                memory.append(memory_mb())
        if IS_SOAK:
            camera.begin(UNPLUGGED)
            watcher.until(lambda: bool(watcher.told), "the message about a minute's absence")
            threading.Event().wait(60)
            camera.end(UNPLUGGED)
            away_s = watcher.until_well("a minute's absence")
            print(f"well again {away_s:.2f} s after a minute's absence")
    finally:
        engine.stop()
    camera.stop()
    print(report(told_s, back_s, memory))
    assert not watcher.has_failed
    assert settled(native_threads, threads_before) <= threads_before
    assert settled(handles, handles_before) <= handles_before
    if IS_SOAK:
        assert max(seconds for found in told_s.values() for seconds in found) <= TOLD_WITHIN_S
        assert memory[-1] - memory[0] < MOST_GROWTH_MB


def report(told_s: dict[Act | str, list[float]], back_s: dict[Act | str, list[float]], memory: list[float]) -> str:
    """A table of the faults with their latencies."""
    lines = ["", "fault          count  told median/most s  well again median/most s"]
    for fault, told in told_s.items():
        if told:
            name, back = fault.value if isinstance(fault, Act) else fault, back_s[fault]
            lines.append(
                f"{name:<14} {len(told):>5}  {statistics.median(told):>10.2f} {max(told):>5.2f}"
                f"  {statistics.median(back):>16.2f} {max(back):>5.2f}"
            )
    shown = ", ".join(f"{mb:.0f}" for mb in memory[:: max(1, len(memory) // 8)])
    lines.append(f"{sum(map(len, told_s.values()))} faults; memory after some of them: {shown} MB")
    return "\n".join(lines)
