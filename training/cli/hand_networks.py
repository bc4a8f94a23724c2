"""``python -m training hand-networks``: convert MediaPipe's hand networks to the ONNX files in ``models/hands``."""

from __future__ import annotations

import argparse
from pathlib import Path

from gesture_app.resources import SHIPPED_MODELS
from training.hands.detection_networks import convert_all, mediapipe_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--source", type=Path, metavar="DIR", help="the package mediapipe 0.10.21 (default: the installed one)"
    )
    parser.add_argument(
        "--to", type=Path, metavar="DIR", default=SHIPPED_MODELS / "hands", help="where to (default: %(default)s)"
    )


def run(args: argparse.Namespace) -> int:
    """Convert, compare, and print the differences; returns the exit code.

    Raises:
        GestureAppError: If a network cannot be converted, or gives other outputs.
    """
    for name, entry in convert_all(args.source or mediapipe_folder(), args.to).items():
        print(f"{args.to / name}: {entry.bytes / 1e6:.1f} MB; outputs differ by at most {entry.difference:.1e}")
    return 0
