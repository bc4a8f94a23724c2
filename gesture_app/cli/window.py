"""``gesture-app`` without a command: the window, or a table in the terminal where no window can be shown."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from gesture_app.cli.display import missing_for_window
from gesture_app.cli.options import (
    RecognitionOptions,
    add_recognition_arguments,
    add_sensitivity_argument,
    add_verbose_argument,
    chosen_device,
    chosen_sensitivity,
)
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.device import Device
from gesture_app.errors import MissingDependencyError, SourceError
from gesture_app.resources import DEMO_CLIP


@dataclass(frozen=True)
class WindowOptions:
    """Options of the program without a command. None leaves the choice to the saved settings.

    Attributes:
        source: Video file, folder of images, address, or ``camera:<number>``.
        headless: Whether to show a table in the terminal instead of the window.
        device: Device of the classifier.
        hands: Most hands to detect in a frame, 1 or 2.
        model_dir: Model folder or model id.
        sensitivity: How readily a hand is taken to show a gesture.
        detector: Name of the hand detector.
        fake_camera: Clip that stands for a camera, for tests of any build.
        measure_s: Measure start and event loop for so many seconds, and end; ``gesture-app bench`` uses it.
    """

    source: str | None = None
    headless: bool = False
    device: Device | None = None
    hands: int | None = None
    model_dir: Path | None = None
    sensitivity: Sensitivity | None = None
    detector: str | None = None
    fake_camera: Path | None = None
    measure_s: float | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the program itself."""
    add_verbose_argument(parser, default=False)
    add_recognition_arguments(parser, default=None)
    add_sensitivity_argument(parser, default=None)
    parser.add_argument("--source", help='video file, folder of images, address, or "camera:0"')
    # For testers: see CONTRIBUTING.md.
    parser.add_argument("--fake-camera", type=Path, metavar="CLIP", help=argparse.SUPPRESS)
    # For gesture-app bench: see gesture_app/cli/measured_window.py.
    parser.add_argument("--measure", type=float, metavar="SECONDS", help=argparse.SUPPRESS)
    parser.add_argument("--headless", action="store_true", help="show a table in the terminal instead of the window")


def run(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    """Run the window, or its substitute in the terminal, and return the exit code."""
    options = WindowOptions(
        args.source,
        args.headless,
        chosen_device(args),
        args.hands,
        args.model,
        chosen_sensitivity(args),
        args.detector,
        args.fake_camera,
        args.measure,
    )
    if options.fake_camera is not None and not options.fake_camera.is_file():
        raise SourceError(f"There is no clip {options.fake_camera}.", hint="Check the path.")
    reason = "You asked for it." if options.headless else missing_for_window()
    if reason is None:
        return _run_window(options)
    from gesture_app.cli.terminal import run_in_terminal

    stderr.print(f"Running without a window: {reason}", highlight=False, soft_wrap=True)
    return run_in_terminal(options.source or str(_demo_clip()), RecognitionOptions.of(args), stdout)


def _run_window(options: WindowOptions) -> int:
    # Qt is imported here: every other command runs without it.
    from gesture_app.desktop.options import AppOptions
    from gesture_app.desktop.process import run

    return run(
        AppOptions(
            source=options.source,
            device=options.device,
            hands=options.hands,
            model_dir=options.model_dir,
            sensitivity=options.sensitivity,
            detector=options.detector,
            fake_camera=options.fake_camera,
            measure_s=options.measure_s,
        )
    )


def _demo_clip() -> Path:
    if not DEMO_CLIP.is_file():
        raise MissingDependencyError("The demo clip is missing.", hint="Fetch the program again, or name a --source.")
    return DEMO_CLIP
