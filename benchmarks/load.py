"""Measures memory, time and equal answers under a load of hours: frames, samples, rounds, players, models and swaps.

    python benchmarks/load.py all --json benchmarks/results/load.json
    python benchmarks/load.py frames --frames 100000

Each case runs in a process of its own with an empty home folder. Memory is the resident memory of that process.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import cv2
import numpy as np
from rich.console import Console

from gesture_app import process_memory
from gesture_app.capture.opening import source_for
from gesture_app.composition import (
    build_processor,
    load_model,
    memory_builder,
    model_library,
    sample_store,
    user_folders,
)
from gesture_app.domain.frames.frame import Frame, FrameResult, Hand, Handedness
from gesture_app.domain.models.device import Device
from gesture_app.domain.ports import Playback
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.pipeline.engine import Engine
from gesture_app.pipeline.processor import FrameProcessor, LoadedModel
from gesture_app.recording.hand_region import encode_png
from gesture_app.recording.sample_folder import SampleFolder, StoredSample
from gesture_app.recording.sidecar import Sidecar
from gesture_app.resources import DEMO_CLIP
from gesture_app.storage.atomic import FileSystem

Figures = dict[str, Any]

_WARM_FRAMES = 1000
"""Frames before the memory at the start is read: by then everything is loaded, and its buffers have their size."""
_CLIP_FRAMES = 240
_FRAME_S = 0.001
_REGION_WH = (96, 96)
_TIMEOUT_S = 600.0


def resident_mb() -> float:
    """Resident memory of this process in MB, after a garbage collection."""
    gc.collect()
    resident = process_memory.resident_mb()
    if resident is None:
        sys.exit("This system does not tell the memory of a process.")
    return resident


def clip_frames() -> list[Frame]:
    """The first frames of the demo clip."""
    source = source_for(str(DEMO_CLIP), realtime=False, loop=False)
    source.open()
    frames = []
    while len(frames) < _CLIP_FRAMES and (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames


def answer(result: FrameResult) -> tuple[object, ...]:
    """What a result says, to the last bit."""
    hands = tuple(
        (hand.stable_gesture, hand.track_id, hand.prediction.probabilities.tobytes(), hand.hand.landmarks_px.tobytes())
        for hand in result.hands
    )
    return result.gesture, hands


class RecordedHands:
    """A detector that answers with the hands that another one found in the same frames."""

    def __init__(self, hands: Sequence[list[Hand]]) -> None:
        self._hands = hands

    def detect(self, frame: Frame) -> list[Hand]:
        """The hands of the frame with this number."""
        return self._hands[frame.seq % len(self._hands)]

    def expect_hands(self, count: int) -> None:
        """Do nothing."""

    def reset(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


def laps(processor: FrameProcessor, clip: Sequence[Frame], goes_on: Callable[[int], bool]) -> Figures:
    """Show a clip again and again; each lap begins with no tracks, so that all have to give the same answers."""
    first: list[tuple[object, ...]] = []
    count, lap, other, start_mb, seconds = 0, 0, 0, 0.0, clip[-1].time_s + 1 / 30
    started_s = time.monotonic()
    while goes_on(count):
        processor.reset()
        for frame in clip:
            shown = replace(frame, time_s=frame.time_s + lap * seconds)
            given = answer(processor.process(shown))
            if lap == 0:
                first.append(given)
            else:
                other += given != first[frame.seq]
            count += 1
        lap += 1
        if not start_mb and count >= _WARM_FRAMES:
            start_mb = resident_mb()
    end_mb = resident_mb()
    return {
        "frames": count,
        "laps": lap,
        "frames with another answer than in the first lap": other,
        "MB at the start": start_mb,
        "MB at the end": end_mb,
        "MB of growth": round(end_mb - start_mb, 1),
        "ms per frame": round((time.monotonic() - started_s) / count * 1000, 2),
    }


def frames(args: argparse.Namespace) -> Figures:
    """Frames through tracking, crops, classifier and smoothing; the hands were found before."""
    clip = clip_frames()
    finder = build_processor(device=Device.CPU)
    hands = [[reading.hand for reading in finder.process(frame).hands] for frame in clip]
    finder.close()
    model = load_model(device=Device.CPU)
    processor = FrameProcessor(RecordedHands(hands), model.cropper, model.classifier)
    return laps(processor, clip, lambda count: count < args.frames)


def real_frames(args: argparse.Namespace) -> Figures:
    """Frames through the whole pipeline, for some minutes."""
    end_s = time.monotonic() + args.minutes * 60
    processor = build_processor(device=Device.CPU)
    try:
        return laps(processor, clip_frames(), lambda _: time.monotonic() < end_s)
    finally:
        processor.close()


class FastSource:
    """A source that repeats a clip at 30 times its speed (a ``FrameSource``), and ends after a number of frames."""

    name = "fast clip"
    is_live = False
    nominal_fps = None
    frame_count = None
    skipped_count = 0
    warnings: Sequence[str] = ()

    def __init__(self, clip: Sequence[Frame], count: int) -> None:
        self._clip = clip
        self._count = count
        self.given = 0
        self.playback: Playback | None = None

    def open(self) -> None:
        """Do nothing."""

    def read(self) -> Frame | None:
        """The next frame."""
        if self.given >= self._count:
            return None
        time.sleep(_FRAME_S)
        frame = self._clip[self.given % len(self._clip)]
        shown = replace(frame, seq=self.given, time_s=self.given / 30, captured_s=time.monotonic())
        self.given += 1
        return shown

    def request_stop(self) -> None:
        """Do nothing: reading never waits."""

    def close(self) -> None:
        """Do nothing."""


class Listener:
    """An ``EngineListener`` that counts results, and knows when the source has ended."""

    def __init__(self) -> None:
        self.engine: Engine | None = None
        self.results = 0
        self.changed = threading.Condition()

    def frame_ready(self) -> None:
        """Take the frame, as the window does."""
        if self.engine is not None:
            self.engine.preview.take()

    def result_ready(self) -> None:
        """Count."""
        with self.changed:
            self.results += 1
            self.changed.notify_all()

    def status_changed(self) -> None:
        """Wake who waits."""
        with self.changed:
            self.changed.notify_all()

    def wait_for(self, done: Callable[[], bool]) -> None:
        """Wait until a condition holds."""
        with self.changed:
            if not self.changed.wait_for(done, _TIMEOUT_S):
                raise TimeoutError("the engine did not get there")


def engine_frames(args: argparse.Namespace) -> Figures:
    """Frames through both threads, faster than they can be recognized, so that most are dropped."""
    clip, listener = clip_frames(), Listener()
    model = load_model(device=Device.CPU)
    hands = [[Hand(np.full((21, 3), 50, np.float32), Handedness.RIGHT, 0.9)]]
    source = FastSource(clip, args.frames)
    engine = listener.engine = Engine(
        lambda: FrameProcessor(RecordedHands(hands), model.cropper, model.classifier), listener
    )
    start_mb = resident_mb()
    engine.start(lambda: source)
    listener.wait_for(lambda: engine.status.capture.value == "ended")
    listener.wait_for(lambda: listener.results + engine.metrics.skipped >= source.given)
    skipped = engine.metrics.skipped
    engine.stop()
    return {
        "frames in": source.given,
        "recognized": listener.results,
        "dropped": skipped,
        "not accounted for": source.given - listener.results - skipped,
        "MB of growth": round(resident_mb() - start_mb, 1),
        "threads left": threading.active_count() - 1,
    }


class Unsynced(FileSystem):
    """Files that need not survive a power cut, so that writing them does not take an hour."""

    def write(self, path: Path, content: bytes, *, private: bool = True) -> None:  # noqa: ARG002
        """Write a file."""
        path.write_bytes(content)

    def sync_folder(self, folder: Path) -> None:
        """Do nothing."""


def write_samples(count: int, labels: Sequence[str]) -> None:
    """Fill the store with samples of noise."""
    from gesture_app.recording.sample_store import FOLDER_NAME

    folder = SampleFolder(user_folders()["data"] / FOLDER_NAME, Unsynced())
    rng = np.random.default_rng(0)
    landmarks = np.hstack([rng.uniform(20, 76, (21, 2)), np.zeros((21, 1))]).astype(np.float32)
    for number in range(count):
        session, second = f"s{number // 500:03}", number % 500
        taken_at = f"2024-05-{1 + number // 500 % 28:02}T10:{second // 60:02}:{second % 60:02}+00:00"
        hand = Hand(landmarks, Handedness.RIGHT, 0.9)
        info = SampleInfo(session, second + 1, labels[number % len(labels)], taken_at, "camera", hand, _REGION_WH)
        pixels = np.full((_REGION_WH[1], _REGION_WH[0], 3), number % 251, np.uint8)
        pixels[:8, :8] = rng.integers(0, 256, (8, 8, 3))
        sample = Sample(info, pixels)
        folder.write(StoredSample(info.label, Sidecar(info, sample.image_sha256)), encode_png(pixels))


def samples(args: argparse.Namespace) -> Figures:
    """A store of samples of 20 labels: opened, and shown in the gallery of the real window."""
    write_samples(args.samples, [f"label_{number}" for number in range(20)])
    before_mb, began_s = resident_mb(), time.monotonic()
    store = sample_store()
    opened_s, opened_mb = time.monotonic() - began_s, resident_mb()
    began_s = time.monotonic()
    count = len(store.listed())
    listed_s = time.monotonic() - began_s
    figures: Figures = {
        "samples": count,
        "labels": len(store.counts_by_label()),
        "s to open": round(opened_s, 2),
        "s to list": round(listed_s, 2),
        "MB of the opened store": round(opened_mb - before_mb, 1),
    }
    del store
    return {**figures, **gallery(count)}


def gallery(count: int) -> Figures:
    """Show the gallery in the window, scroll to its end, and measure how long the window does not react."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer

    from gesture_app.desktop.app import DesktopApp
    from gesture_app.desktop.options import AppOptions
    from gesture_app.desktop.process import make_application
    from gesture_app.desktop.services import CaptureCatalog
    from gesture_app.gui.collect.page import CollectPage
    from gesture_app.settings import DEMO, Settings, SettingsFile

    SettingsFile().save(Settings(source=DEMO, memory=False))
    app = make_application()
    before_mb = resident_mb()
    desktop = DesktopApp(app, CaptureCatalog(), SettingsFile(), AppOptions(source="demo"))
    page = desktop.page(CollectPage)
    ticks: list[float] = []
    marks: dict[str, float] = {}
    timer = QTimer()

    def on_tick() -> None:
        now_s = time.perf_counter()
        ticks.append(now_s)
        if "opened" not in marks and len(desktop.samples.infos) == count:
            marks["opened"] = now_s
            desktop.window.show_page(page)
            page.show_gallery()
        elif "opened" in marks and "end" not in marks and now_s - marks["opened"] > 5:
            marks["end"] = now_s
            page.gallery.grid.scrollToBottom()
        elif "end" in marks and now_s - marks["end"] > 5:
            timer.stop()
            desktop.window.close()

    timer.timeout.connect(on_tick)
    began_s = time.perf_counter()
    timer.start(5)
    desktop.start()
    desktop.samples.load()
    app.exec()
    desktop.stop()
    gaps = {
        name: round(1000 * max((b - a for a, b in pairwise(ticks) if first <= b < last), default=0.0))
        for name, first, last in (
            ("while it is read", began_s, marks["opened"]),
            ("when the gallery opens", marks["opened"], marks["end"]),
            ("at its end", marks["end"], ticks[-1] + 1),
        )
    }
    return {
        "s until the window has them": round(marks["opened"] - began_s, 2),
        **{f"longest ms without a reaction {name}": gap for name, gap in gaps.items()},
        "MB of the window with the gallery": round(resident_mb() - before_mb, 1),
    }


def learning(args: argparse.Namespace) -> Figures:
    """The memory of many samples, as it is built step by step while the program runs."""
    write_samples(args.learn, ("rock", "paper", "horns"))
    store, builder = sample_store(), memory_builder()
    assert builder is not None
    infos = store.listed()
    before_mb, began_s = resident_mb(), time.monotonic()
    longest_s, missing, steps = 0.0, 1, 0
    while missing:
        step_s = time.monotonic()
        missing = builder.step(infos, store.load).missing
        longest_s, steps = max(longest_s, time.monotonic() - step_s), steps + 1
    built_s = time.monotonic() - began_s
    began_s = time.monotonic()
    builder.step(infos, store.load)
    figures = {
        "samples": len(infos),
        "s to build": round(built_s, 1),
        "steps": steps,
        "longest s of a step": round(longest_s, 2),
        "s of a step with nothing new": round(time.monotonic() - began_s, 2),
        "MB of growth": round(resident_mb() - before_mb, 1),
    }
    builder.close()
    return figures


def rounds(args: argparse.Namespace) -> Figures:
    """Rounds that are logged and read again."""
    from play_stall import earlier_rounds

    from gesture_app.recording.round_log import FILE_NAME, FileRoundLog

    log = FileRoundLog(user_folders()["data"] / FILE_NAME)
    began_s = time.monotonic()
    earlier_rounds(log, args.rounds)
    logged_s = time.monotonic() - began_s
    began_s = time.monotonic()
    read = log.read()
    return {
        "rounds": len(read),
        "ms to log one": round(logged_s / args.rounds * 1000, 2),
        "ms to read all": round((time.monotonic() - began_s) * 1000, 1),
    }


def players(args: argparse.Namespace) -> Figures:
    """Profiles with pictures."""
    from gesture_app.composition import player_profiles

    profiles = player_profiles()
    photo = cv2.imencode(".jpg", clip_frames()[0].image_bgr)[1].tobytes()
    began_s = time.monotonic()
    for number in range(args.players):
        profiles.add(f"Player {number}")
        profiles.set_picture(f"Player {number}", photo)
    added_s = time.monotonic() - began_s
    began_s = time.monotonic()
    listed = profiles.listed()
    return {
        "players": len(listed),
        "ms to add one with a picture": round(added_s / args.players * 1000, 1),
        "ms to list all": round((time.monotonic() - began_s) * 1000, 1),
    }


def models(args: argparse.Namespace) -> Figures:
    """Copies of the shipped model as own models: listed, listed again, and each used once."""
    own = model_library().own_root
    shipped = model_library().active_model()
    for number in range(args.models):
        folder = own / f"own-{number}"
        folder.mkdir(parents=True)
        for name in shipped.manifest.files:
            (folder / name).hardlink_to(shipped.folder / name)
        manifest = replace(shipped.manifest, id=folder.name, parent=shipped.manifest.id)
        (folder / "manifest.json").write_text(manifest.to_json(), encoding="utf-8")
    library, before_mb, began_s = model_library(), resident_mb(), time.monotonic()
    count = len(library.listed())
    first_s, began_s = time.monotonic() - began_s, time.monotonic()
    library.listed()
    again_s, began_s = time.monotonic() - began_s, time.monotonic()
    for number in range(min(args.models, 20)):
        library.activate(f"own-{number}")
    return {
        "models": count,
        "s to list them first": round(first_s, 2),
        "s to list them again": round(again_s, 2),
        "s to activate one": round((time.monotonic() - began_s) / min(args.models, 20), 2),
        "MB of growth": round(resident_mb() - before_mb, 1),
    }


def swaps(args: argparse.Namespace) -> Figures:
    """Model swaps while frames are recognized."""
    listener = Listener()
    clip = clip_frames()
    hands = [[Hand(np.full((21, 3), 50, np.float32), Handedness.RIGHT, 0.9)]]
    model = load_model(device=Device.CPU)
    engine = listener.engine = Engine(
        lambda: FrameProcessor(RecordedHands(hands), model.cropper, model.classifier, model_id="first"), listener
    )
    engine.start(lambda: FastSource(clip, 1 << 40))
    listener.wait_for(lambda: listener.results > 0)
    start_mb = 0.0
    for number in range(args.swaps):
        name = f"swap-{number}"

        def load(name: str = name) -> LoadedModel:
            loaded = load_model(device=Device.CPU)
            return LoadedModel(loaded.cropper, loaded.classifier, name)

        engine.swap_model(load)
        listener.wait_for(lambda name=name: engine.status.model_id == name)  # type: ignore[misc]
        if number == args.swaps // 10:
            start_mb = resident_mb()
    end_mb = resident_mb()
    engine.stop()
    return {
        "swaps": args.swaps,
        "MB after a tenth": start_mb,
        "MB at the end": end_mb,
        "MB of growth": round(end_mb - start_mb, 1),
        "threads left": threading.active_count() - 1,
    }


def reopenings(args: argparse.Namespace) -> Figures:
    """The demo clip, opened and closed again and again while it is recognized."""
    listener = Listener()
    hands = [[Hand(np.full((21, 3), 50, np.float32), Handedness.RIGHT, 0.9)]]
    model = load_model(device=Device.CPU)
    engine = listener.engine = Engine(
        lambda: FrameProcessor(RecordedHands(hands), model.cropper, model.classifier), listener
    )
    started, start_mb, start_files, start_threads = False, 0.0, 0, 0
    for number in range(args.reopenings):
        before = listener.results
        open_clip = lambda: source_for(str(DEMO_CLIP), realtime=True, loop=True)  # noqa: E731
        if started:
            engine.switch_source(open_clip)
        else:
            engine.start(open_clip)
            started = True
        listener.wait_for(lambda before=before: listener.results > before + 2)  # type: ignore[misc]
        if number == args.reopenings // 10:
            start_mb, start_files, start_threads = resident_mb(), open_files(), threading.active_count()
    end_mb, end_files, end_threads = resident_mb(), open_files(), threading.active_count()
    engine.stop()
    return {
        "reopenings": args.reopenings,
        "MB of growth after a tenth": round(end_mb - start_mb, 1),
        "more open files": end_files - start_files,
        "more threads": end_threads - start_threads,
        "threads left at the end": threading.active_count() - 1,
    }


def open_files() -> int:
    """Number of open files of this process."""
    return len(list(Path("/proc/self/fd").iterdir()))


CASES: dict[str, Callable[[argparse.Namespace], Figures]] = {
    "frames": frames,
    "real-frames": real_frames,
    "engine": engine_frames,
    "samples": samples,
    "learning": learning,
    "rounds": rounds,
    "players": players,
    "models": models,
    "swaps": swaps,
    "reopenings": reopenings,
}


def in_process_of_its_own(case: str, options: Sequence[str]) -> Figures:
    """Run one case in a new process with an empty home folder."""
    with tempfile.TemporaryDirectory(prefix="gesture-app-load-") as home:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        done = subprocess.run(
            [sys.executable, __file__, case, *options],
            env={**inherited, "HOME": home, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    figures: Figures = json.loads(done.stdout)
    return figures


def main() -> int:
    """Measure, print the figures, and write them to a file if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", choices=["all", *CASES])
    parser.add_argument("--frames", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=10.0, help="of real-frames")
    parser.add_argument("--samples", type=int, default=50_000)
    parser.add_argument("--learn", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--players", type=int, default=50)
    parser.add_argument("--models", type=int, default=200)
    parser.add_argument("--swaps", type=int, default=100)
    parser.add_argument("--reopenings", type=int, default=100)
    parser.add_argument("--json", type=Path, help="file for the results of all")
    args = parser.parse_args()
    if args.case != "all":
        print(json.dumps(CASES[args.case](args), indent=2))
        return 0
    sizes = ("frames", "minutes", "samples", "learn", "rounds", "players", "models", "swaps", "reopenings")
    options = [text for name in sizes for text in (f"--{name}", str(getattr(args, name)))]
    found: dict[str, Figures] = {}
    for case in CASES:
        found[case] = in_process_of_its_own(case, options)
        Console().print(case, found[case])
        if args.json:
            args.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
