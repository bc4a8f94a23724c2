"""``gesture-app bench``: the speed of the whole pipeline on this machine, stage by stage, and that of the window."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from rich.console import Console

from gesture_app.capture.prepared_frames import PreparedFramesSource, Scene, read_scene
from gesture_app.cli.display import missing_for_window
from gesture_app.cli.measured_window import REACHED, WindowRun, run_window
from gesture_app.cli.options import RecognitionOptions, add_recognition_arguments
from gesture_app.cli.output import print_columns, print_json
from gesture_app.composition import build_processor
from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import MissingDependencyError
from gesture_app.pipeline.speed import PipelineSpeed, measure_speed
from gesture_app.process_memory import peak_mb
from gesture_app.resources import DEMO_CLIP
from gesture_app.versions import installed_version

_RESOLUTIONS_WH = {"480p": (640, 480), "720p": (1280, 720), "1080p": (1920, 1080)}
_IMAGES = 90
_PACKAGES = ("numpy", "opencv-contrib-python", "onnxruntime", "mediapipe", "tensorflow")
_COLUMNS = (
    "scene", "picture", "hands", "detect", "crop", "classify", "total p50", "p95", "p99", "label age", "CPU", "in",
    "recognized", "with a hand",
)  # fmt: skip
_GAP_COLUMNS = ("time between two turns", "p50", "p95", "p99", "longest")
_GAP_TEXTS = {"gap_ms": "all of it", "busy_ms": "at work in it"}


@dataclass(frozen=True)
class _Case:
    """One thing to measure: a scene in a resolution, with the most hands to look for."""

    scene: Scene
    resolution: str
    hands: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_recognition_arguments(parser)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument(
        "--startup", action="store_true", help="instead: seconds until the window, its first picture and first label"
    )
    kind.add_argument(
        "--gui", action="store_true", help="instead: how long the window does not react, with a clip at 60 Hz"
    )
    parser.add_argument("--runs", type=_runs, default=5, help="with --startup: how many starts (default: 5)")
    parser.add_argument("--seconds", type=_seconds, default=5.0, help="how long to measure each case (default: 5)")
    parser.add_argument(
        "--resolutions", nargs="+", choices=tuple(_RESOLUTIONS_WH), default=["480p", "720p", "1080p"], metavar="NAME",
        help=f"of {', '.join(_RESOLUTIONS_WH)} (default: all)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="as JSON, with all figures and the machine")


def run(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    """Measure every case, print the figures and return the exit code."""
    options = RecognitionOptions.of(args)
    if args.startup or args.gui:
        missing = missing_for_window({**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        if missing is not None:
            raise MissingDependencyError(missing)
        return (
            _measure_startup(options, args.runs, json=args.json, stdout=stdout, stderr=stderr)
            if args.startup
            else _measure_event_loop(options, args.seconds, json=args.json, stdout=stdout)
        )
    return _measure_pipeline(args, options, stdout, stderr)


def _measure_pipeline(args: argparse.Namespace, options: RecognitionOptions, stdout: Console, stderr: Console) -> int:
    measured: list[tuple[_Case, PipelineSpeed]] = []
    most_mb = None
    for case in _cases(args.resolutions, options.max_hands):
        stderr.print(f"{case.scene.value}, {case.resolution}, at most {case.hands}…", highlight=False)
        measured.append((case, _measured(case, options, args.seconds)))
        if most_mb is None:  # later cases hold pictures of other sizes
            most_mb = peak_mb()
    if args.json:
        print_json(_report(measured, options, most_mb), stdout)
        return 0
    print_columns([_row(case, speed) for case, speed in measured], stdout, heading=_COLUMNS)
    speed = measured[0][1]
    notes = [
        "Milliseconds; crop and classify are medians of all recognized frames, detect and label age medians too.",
        f"Detector {options.detector}, classifier {speed.classifier}. First result after {speed.start_s} s.",
    ]
    if most_mb is not None:
        notes.append(f"Most memory in the first case: {most_mb} MB.")
    for note in notes:
        stdout.print(note, highlight=False, soft_wrap=True)
    return 0


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0.5 <= seconds <= 600:
        raise argparse.ArgumentTypeError(f"must be 0.5 to 600, got {text}")
    return seconds


def _runs(text: str) -> int:
    runs = int(text)
    if not 1 <= runs <= 100:
        raise argparse.ArgumentTypeError(f"must be 1 to 100, got {text}")
    return runs


def _cases(resolutions: list[str], max_hands: int) -> Iterator[_Case]:
    """The smallest picture with each scene, then the others with one hand."""
    first, *others = resolutions
    yield _Case(Scene.ONE_HAND, first, 1)
    if max_hands > 1:
        yield _Case(Scene.ONE_HAND, first, max_hands)
        yield _Case(Scene.TWO_HANDS, first, max_hands)
    yield _Case(Scene.NO_HAND, first, max_hands)
    for resolution in others:
        yield _Case(Scene.ONE_HAND, resolution, max_hands)


def _measured(case: _Case, options: RecognitionOptions, seconds: float) -> PipelineSpeed:
    images = read_scene(DEMO_CLIP, case.scene, _RESOLUTIONS_WH[case.resolution], _IMAGES)
    make_processor = partial(
        build_processor,
        device=options.device,
        max_hands=case.hands,
        mode=DetectionMode.LIVE,
        model_dir=options.model_dir,
        detector=options.detector,
    )
    return measure_speed(partial(PreparedFramesSource, case.scene.value, images), make_processor, seconds=seconds)


def _row(case: _Case, speed: PipelineSpeed) -> list[str]:
    stages = speed.stages_ms
    figures = [
        *(stages.get(stage, {}).get("p50") for stage in ("detect", "crop", "classify")),
        *(stages["total"][share] for share in ("p50", "p95", "p99")),
        speed.label_age_ms["p50"],
        speed.cpu_ms_a_frame,
        speed.frames_in,
        speed.processed,
        speed.with_hand,
    ]
    return [case.scene.value, case.resolution, str(case.hands), *("-" if one is None else str(one) for one in figures)]


def _report(
    measured: list[tuple[_Case, PipelineSpeed]], options: RecognitionOptions, most_mb: int | None
) -> dict[str, Any]:
    return {
        "machine": _machine(),
        "detector": options.detector,
        "peak_memory_mb": most_mb,
        "cases": [
            {
                "scene": case.scene.value,
                "resolution": case.resolution,
                "max_hands": case.hands,
                **asdict(speed),
                "dropped": speed.dropped,
            }
            for case, speed in measured
        ],
    }


def _machine() -> dict[str, Any]:
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "packages": {name: found for name in _PACKAGES if (found := installed_version(name)) is not None},
    }


def _measure_startup(options: RecognitionOptions, count: int, *, json: bool, stdout: Console, stderr: Console) -> int:
    """Start the window several times, each in a process of its own, and print the seconds."""
    runs: list[WindowRun] = []
    for number in range(1, count + 1):
        stderr.print(f"start {number} of {count}…", highlight=False)
        runs.append(run_window(options, 0))
    median_s = {name: round(statistics.median(run.reached_s[name] for run in runs), 2) for name in REACHED}
    memory = [run.figures["resident_mb"] for run in runs if run.figures["resident_mb"] is not None]
    median_mb = round(statistics.median(memory), 1) if memory else None
    if json:
        content = {
            "machine": _machine(),
            "detector": options.detector,
            "median_s": median_s,
            "median_resident_mb": median_mb,
            "runs": [asdict(run) for run in runs],
        }
        print_json(content, stdout)
        return 0
    rows = [
        *(
            [str(number), *(f"{run.reached_s[name]:.2f}" for name in REACHED), _text(run.figures["resident_mb"])]
            for number, run in enumerate(runs, start=1)
        ),
        ["median", *(f"{median_s[name]:.2f}" for name in REACHED), _text(median_mb)],
    ]
    print_columns(rows, stdout, heading=("start", "window", "first picture", "first label", "MB"))
    stdout.print(
        "Seconds from the start of the process, without a screen, with the demo clip. MB: resident at the first label.",
        highlight=False,
        soft_wrap=True,
    )
    return 0


def _measure_event_loop(options: RecognitionOptions, seconds: float, *, json: bool, stdout: Console) -> int:
    """Play a clip at 60 Hz in the window, and print how long its event loop took from turn to turn."""
    run = run_window(options, seconds)
    if json:
        print_json({"machine": _machine(), "detector": options.detector, **asdict(run)}, stdout)
        return 0
    rows = [[text, *(str(value) for value in run.figures[kind].values())] for kind, text in _GAP_TEXTS.items()]
    print_columns(rows, stdout, heading=_GAP_COLUMNS)
    notes = [
        "Milliseconds between two turns of a timer of 5 ms in the window's thread, without a screen.",
        f"Frames a second: {run.figures['capture_fps']}. Memory at the end: {_text(run.figures['resident_mb'])} MB.",
    ]
    for note in notes:
        stdout.print(note, highlight=False, soft_wrap=True)
    return 0


def _text(value: float | None) -> str:
    return "-" if value is None else str(value)
