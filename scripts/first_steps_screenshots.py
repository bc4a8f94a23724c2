"""Screenshots of the first steps: hands from the demo clip, with and without a camera."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

from play_screenshots import Stills, make_still_engine, stills_of
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import CaptureCatalog
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.background.sources import Camera
from gesture_app.gui.first_steps.first_steps import FirstSteps
from gesture_app.gui.first_steps.steps import HOLD_S, Step
from gesture_app.resources import DEMO_CLIP
from gesture_app.settings import Settings, SettingsFile, ThemeChoice

_FRAME_S = 0.05
_POLL_MS = 20


@dataclass(frozen=True)
class NamedCamera:
    """A camera that is listed and never opened."""

    name: str
    id: str


CAMERAS = (NamedCamera("Integrated Camera", "lid"), NamedCamera("USB Camera", "desk"))


class NamedCameras(CaptureCatalog):
    """Lists cameras that do not exist, so that the screenshots are the same on each machine.

    Args:
        cameras: The cameras.
    """

    def __init__(self, cameras: Sequence[Camera]) -> None:
        self._cameras = cameras

    def list_cameras(self) -> Sequence[Camera]:
        """List them."""
        return self._cameras


@dataclass(frozen=True)
class StepShot:
    """A screenshot to take.

    Attributes:
        name: Name of the file, without theme and suffix.
        step: The step.
        seen: Gestures that are shown one after another; the last one is in the picture.
        cameras: The connected cameras.
        size_wh: Width and height of the window, in pixels.
        text_percent: Size of the texts.
    """

    name: str
    step: Step
    seen: tuple[str, ...]
    cameras: tuple[Camera, ...] = CAMERAS
    size_wh: tuple[int, int] = (1120, 720)
    text_percent: int = 100


_SMALL_WH = (900, 500)
SHOTS = (
    StepShot("camera", Step.CAMERA, ("rock",)),
    StepShot("no-camera", Step.CAMERA, ("spock",), cameras=()),
    StepShot("gestures", Step.GESTURES, ("rock", "paper", "spock")),
    StepShot("round", Step.ROUND, ("rock",)),
    StepShot("camera-large-text", Step.CAMERA, ("rock",), size_wh=_SMALL_WH, text_percent=200),
    StepShot("no-camera-large-text", Step.CAMERA, ("spock",), cameras=(), size_wh=_SMALL_WH, text_percent=200),
    StepShot("gestures-large-text", Step.GESTURES, ("rock", "paper", "spock"), size_wh=_SMALL_WH, text_percent=200),
    StepShot("round-large-text", Step.ROUND, ("rock",), size_wh=_SMALL_WH, text_percent=200),
)


def take_first_steps_screenshots(app: QApplication, folder: Path, model_dir: Path | None) -> None:
    """Save a screenshot of each step in both themes."""
    stills = stills_of(DEMO_CLIP, model_dir)
    font = app.font()
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        for shot in SHOTS:
            app.setFont(font)
            _take(app, shot, theme, stills, folder / f"first-steps-{shot.name}-{theme.value}.png")
    app.setFont(font)


def _take(app: QApplication, shot: StepShot, theme: ThemeChoice, stills: Stills, path: Path) -> None:
    with tempfile.TemporaryDirectory() as settings_folder:
        settings_file = SettingsFile(Path(settings_folder) / "settings.toml")
        settings_file.save(Settings(theme=theme, text_percent=shot.text_percent))
        now_s = 100.0
        chance = Chance(random.Random(1), lambda: now_s, lambda: datetime.now(timezone.utc))
        desktop = DesktopApp(
            app,
            NamedCameras(shot.cameras),
            settings_file,
            AppOptions(),
            make_engine=make_still_engine,
            chance=chance,
        )
        desktop.window.resize(*shot.size_wh)
        desktop.start()
        desktop.show_first_steps()
        while not desktop.sources.are_cameras_listed:
            QTest.qWait(_POLL_MS)
        steps = desktop.window.findChildren(FirstSteps)[0]
        while steps.step is not shot.step:
            steps.go_on()
        QApplication.processEvents()
        for gesture in shot.seen:
            frame, result = stills[(gesture,)]
            for _frame in range(round(HOLD_S / _FRAME_S) + 2):
                now_s += _FRAME_S
                desktop.session.frame = replace(frame, captured_s=now_s)
                desktop.session.result = replace(result, seq=frame.seq, captured_s=now_s, gesture=gesture)
                desktop.session.frame_changed.emit()
                desktop.session.result_changed.emit()
        QApplication.processEvents()
        desktop.window.grab().save(str(path))
        print(path)
        desktop.stop()
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.deleteLater()
