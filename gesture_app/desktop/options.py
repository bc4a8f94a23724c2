"""Options of the desktop app, and the source that one of them names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.device import Device
from gesture_app.gui.background.sources import shown_address
from gesture_app.settings import DEMO, SourceChoice, SourceKind

_DEMO_TEXT = "demo"
_CAMERA_PREFIX = "camera:"

FAKE_CAMERA_ID = "clip-camera"
"""Id of the camera that a clip stands for."""


@dataclass(frozen=True)
class AppOptions:
    """Options from the command line. None means: as in the settings.

    Attributes:
        source: A file, an address, ``camera:<number, name or id>``, a camera's number, or ``demo``.
        device: Device of the classifier.
        hands: Most hands to track, 1 or 2.
        model_dir: The model's folder, or its id in the library.
        sensitivity: How readily a hand is taken to show a gesture.
        detector: Name of the hand detector; None for the default.
        fake_camera: Clip that stands for a camera; it is shown unless a source is named.
        measure_s: Measure the start and, for so many seconds, the gaps of the event loop, then end; None for a window
            that people use.
    """

    source: str | None = None
    device: Device | None = None
    hands: int | None = None
    model_dir: Path | None = None
    sensitivity: Sensitivity | None = None
    detector: str | None = None
    fake_camera: Path | None = None
    measure_s: float | None = None


def first_source(options: AppOptions) -> SourceChoice | None:
    """The source to begin with; None leaves it to the settings."""
    if options.source is not None:
        return source_choice(options.source)
    if options.fake_camera is None:
        return None
    return SourceChoice(SourceKind.CAMERA, FAKE_CAMERA_ID, options.fake_camera.stem)


def source_choice(text: str) -> SourceChoice:
    """The source that a command line names."""
    if text == _DEMO_TEXT:
        return DEMO
    if "://" in text:
        return SourceChoice(SourceKind.ADDRESS, text, shown_address(text))
    if text.lower().startswith(_CAMERA_PREFIX):
        name = text[len(_CAMERA_PREFIX) :]
        return SourceChoice(SourceKind.CAMERA, name, name)
    if text.isdigit():
        return SourceChoice(SourceKind.CAMERA, text, f"Camera {text}")
    return SourceChoice(SourceKind.FILE, text, Path(text).name or text)
