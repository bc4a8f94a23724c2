"""Arguments that several commands share, and the typed options they become."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.device import Device
from gesture_app.vision.detectors import DEFAULT_DETECTOR, DETECTORS

DEVICES = tuple(device.value for device in Device)
SENSITIVITIES = tuple(sensitivity.value for sensitivity in Sensitivity)


@dataclass(frozen=True)
class RecognitionOptions:
    """Options of every command that recognizes hands.

    Attributes:
        device: Device of the classifier.
        max_hands: Most hands to detect in a frame, 1 or 2.
        model_dir: Model folder or model id; None for the active model.
        sensitivity: How readily a hand is taken to show a gesture.
        detector: Name of the hand detector.
    """

    device: Device = Device.AUTO
    max_hands: int = 2
    model_dir: Path | None = None
    sensitivity: Sensitivity = Sensitivity.NORMAL
    detector: str = DEFAULT_DETECTOR

    @classmethod
    def of(cls, args: argparse.Namespace) -> RecognitionOptions:
        """Options from parsed arguments."""
        return cls(
            chosen_device(args) or cls.device,
            args.hands or cls.max_hands,
            args.model,
            chosen_sensitivity(args) or cls.sensitivity,
            args.detector or cls.detector,
        )


def chosen_device(args: argparse.Namespace) -> Device | None:
    """The value of ``--device``; None if it was not given."""
    return Device(args.device) if args.device else None


def chosen_sensitivity(args: argparse.Namespace) -> Sensitivity | None:
    """The value of ``--sensitivity``; None if it was not given."""
    return Sensitivity(args.sensitivity) if args.sensitivity else None


def add_recognition_arguments(parser: argparse.ArgumentParser, *, default: object = argparse.SUPPRESS) -> None:
    """Add ``--model``, ``--device``, ``--hands`` and ``--detector``.

    Args:
        parser: Parser of the program or of a command.
        default: Value where an option is not given. The default of a command must be suppressed: it would overwrite
            an option that was given before the command.
    """
    parser.add_argument(
        "--model",
        type=Path,
        metavar="MODEL",
        default=default,
        help="a model's id or folder (default: the one in use)",
    )
    parser.add_argument(
        "--device", choices=DEVICES, default=default, help="where to classify (default: auto, by a short measurement)"
    )
    parser.add_argument(
        "--hands", type=int, choices=(1, 2), default=default, help="the most hands to look for (default: 2)"
    )
    parser.add_argument(
        "--detector",
        choices=tuple(DETECTORS),
        default=default,
        help=f"what runs the networks that find hands (default: {DEFAULT_DETECTOR})",
    )


def add_sensitivity_argument(parser: argparse.ArgumentParser, *, default: object = argparse.SUPPRESS) -> None:
    """Add ``--sensitivity``; for ``default``, see :func:`add_recognition_arguments`."""
    parser.add_argument(
        "--sensitivity",
        choices=SENSITIVITIES,
        default=default,
        help="how readily a hand is taken to show a gesture: low for the fewest false alarms, high for the fastest "
        "answer (default: normal); throws in a game do not depend on it",
    )


def add_verbose_argument(parser: argparse.ArgumentParser, *, default: object = argparse.SUPPRESS) -> None:
    """Add ``--verbose``; for ``default``, see :func:`add_recognition_arguments`."""
    parser.add_argument("--verbose", action="store_true", default=default, help="tell more in the terminal")


def add_json_argument(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``, which makes a command print JSON instead of a table."""
    parser.add_argument("--json", action="store_true", help="as JSON")
