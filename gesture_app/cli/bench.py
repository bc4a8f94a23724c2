"""``gesture-app bench``: the speed of the whole pipeline on this machine, stage by stage."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from rich.console import Console

from gesture_app.capture.prepared_frames import PreparedFramesSource, Scene, read_scene
from gesture_app.cli.options import RecognitionOptions, add_recognition_arguments
from gesture_app.cli.output import print_columns, print_json
from gesture_app.composition import build_processor
from gesture_app.domain.ports import DetectionMode
from gesture_app.pipeline.speed import PipelineSpeed, measure_speed
from gesture_app.resources import DEMO_CLIP
from gesture_app.versions import installed_version

_RESOLUTIONS_WH = {"480p": (640, 480), "720p": (1280, 720), "1080p": (1920, 1080)}
_IMAGES = 90
_PACKAGES = ("numpy", "opencv-contrib-python", "onnxruntime", "mediapipe", "tensorflow")
_COLUMNS = (
    "scene", "picture", "hands", "detect", "crop", "classify", "total p50", "p95", "p99", "label age", "CPU", "in",
    "recognized", "with a hand",
)  # fmt: skip


@dataclass(frozen=True)
class _Case:
    """One thing to measure: a scene in a resolution, with the most hands to look for."""

    scene: Scene
    resolution: str
    hands: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_recognition_arguments(parser)
    parser.add_argument("--seconds", type=_seconds, default=5.0, help="how long to measure each case (default: 5)")
    parser.add_argument(
        "--resolutions", nargs="+", choices=tuple(_RESOLUTIONS_WH), default=["480p", "720p", "1080p"], metavar="NAME",
        help=f"of {', '.join(_RESOLUTIONS_WH)} (default: all)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="as JSON, with all figures and the machine")


def run(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    """Measure every case, print the figures and return the exit code."""
    options = RecognitionOptions.of(args)
    measured: list[tuple[_Case, PipelineSpeed]] = []
    peak_mb = None
    for case in _cases(args.resolutions, options.max_hands):
        stderr.print(f"{case.scene.value}, {case.resolution}, at most {case.hands}…", highlight=False)
        measured.append((case, _measured(case, options, args.seconds)))
        if peak_mb is None:  # later cases hold pictures of other sizes
            peak_mb = _peak_memory_mb()
    if args.json:
        print_json(_report(measured, options, peak_mb), stdout)
        return 0
    print_columns([_row(case, speed) for case, speed in measured], stdout, heading=_COLUMNS)
    speed = measured[0][1]
    notes = [
        "Milliseconds; crop and classify are medians of all recognized frames, detect and label age medians too.",
        f"Detector {options.detector}, classifier {speed.classifier}. First result after {speed.start_s} s.",
    ]
    if peak_mb is not None:
        notes.append(f"Most memory in the first case: {peak_mb} MB.")
    for note in notes:
        stdout.print(note, highlight=False, soft_wrap=True)
    return 0


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0.5 <= seconds <= 600:
        raise argparse.ArgumentTypeError(f"must be 0.5 to 600, got {text}")
    return seconds


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
    measured: list[tuple[_Case, PipelineSpeed]], options: RecognitionOptions, peak_mb: int | None
) -> dict[str, Any]:
    return {
        "machine": {
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "packages": {name: found for name in _PACKAGES if (found := installed_version(name)) is not None},
        },
        "detector": options.detector,
        "peak_memory_mb": peak_mb,
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


def _peak_memory_mb() -> int | None:
    """Most memory that this process held so far; None where the system does not tell (Windows)."""
    if sys.platform == "win32":
        return None
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6)
