"""Makes the images in docs/screenshots from rendered clips, without a camera or a screen.

    python scripts/screenshots.py
    python scripts/screenshots.py --only play
    python scripts/screenshots.py --out /tmp/large --size 1920x1080 --text 200 --language de

Needs a model in models/. The measured rates in the status line are those of the machine that runs it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collect_screenshots import take_collect_screenshots
from first_steps_screenshots import take_first_steps_screenshots
from play_screenshots import take_play_pictures
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication
from train_screenshots import take_train_screenshots
from window_screenshots import WindowSize, enlarge_texts, take_window_screenshots

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.language import use_language
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.process import make_application
from gesture_app.desktop.services import CaptureCatalog
from gesture_app.gui.background.sources import Camera
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.widgets.live_reading import confidence, leading_reading
from gesture_app.pipeline.engine import InferenceState
from gesture_app.resources import DEMO_CLIP, PROJECT_ROOT
from gesture_app.settings import Language, Settings, SettingsFile, ThemeChoice

_FOLDER = PROJECT_ROOT / "docs" / "screenshots"
_SIZE = QSize(1280, 800)
_SURE = 0.85
_STEADY_FRAMES = 45
_TIMEOUT_S = 120


@dataclass(frozen=True)
class Shot:
    """A screenshot to take.

    Attributes:
        name: Name of the file, without its suffix.
        gesture: Gesture that the hand in the clip must show.
        theme: Theme of the window.
        source: First source; None for cameras, of which there are none.
    """

    name: str
    gesture: str
    theme: ThemeChoice
    source: str | None


SHOTS = (
    Shot("live-light", "scissors", ThemeChoice.LIGHT, "demo"),
    Shot("live-dark", "spock", ThemeChoice.DARK, "demo"),
    Shot("no-camera", "paper", ThemeChoice.LIGHT, None),
)


class NoCameras(CaptureCatalog):
    """Demo clip and files, but no camera, so that no real room gets into a screenshot."""

    def list_cameras(self) -> Sequence[Camera]:
        """List no camera."""
        return ()


class Photographer:
    """Waits until the window shows a gesture, saves a screenshot, and closes it.

    Attributes:
        problem: Why there is no screenshot; empty if there is one.

    Args:
        desktop: The running app.
        shot: The screenshot to take.
        path: Path of the image.
    """

    def __init__(self, desktop: DesktopApp, shot: Shot, path: Path) -> None:
        self.problem = ""
        self._desktop = desktop
        self._shot = shot
        self._path = path
        self._seen = 0
        desktop.session.result_changed.connect(self._on_result)
        desktop.session.status_changed.connect(self._on_status)
        self._timeout = QTimer()
        self._timeout.setSingleShot(True)
        self._timeout.timeout.connect(lambda: self._end(f"{shot.gesture} was not recognized in {_TIMEOUT_S} s."))
        self._timeout.start(_TIMEOUT_S * 1000)

    def _on_result(self) -> None:
        self._seen += 1
        result = self._desktop.page(LivePage).view.result
        reading = None if result is None else leading_reading(result)
        if result is None or reading is None or self._seen < _STEADY_FRAMES or not self._desktop.window.isVisible():
            return
        if result.gesture == self._shot.gesture and confidence(reading) >= _SURE:
            # Update the status line first.
            self._desktop.page(LivePage).show_measures()
            self._desktop.window.grab().save(str(self._path))
            self._end("")

    def _on_status(self) -> None:
        status = self._desktop.session.status
        if status.inference is InferenceState.FAILED:
            self._end(str(status.inference_error))

    def _end(self, problem: str) -> None:
        self.problem = problem
        self._timeout.stop()
        self._desktop.window.close()


def take(app: QApplication, shot: Shot, folder: Path, model_dir: Path | None) -> str:
    """Take a screenshot; return why it failed, or an empty text."""
    with tempfile.TemporaryDirectory() as settings_folder:
        settings_file = SettingsFile(Path(settings_folder) / "settings.toml")
        settings_file.save(Settings(theme=shot.theme))
        desktop = DesktopApp(app, NoCameras(), settings_file, AppOptions(source=shot.source, model_dir=model_dir))
        desktop.window.resize(_SIZE)
        photographer = Photographer(desktop, shot, folder / f"{shot.name}.png")
        desktop.start()
        app.exec()
        desktop.stop()
        desktop.window.deleteLater()
        desktop.deleteLater()
    return photographer.problem


def _size(text: str) -> QSize:
    """Width and height from a text such as ``1366x768``."""
    try:
        width, height = (int(part) for part in text.split("x"))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1366x768") from error
    return QSize(width, height)


def main() -> int:
    """Take all screenshots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=_FOLDER, help="folder of the images")
    pages = ("live", "play", "collect", "train", "first-steps", "window")
    parser.add_argument("--only", choices=pages, help="the screenshots of one page")
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window (default: as designed)")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT", help="size of the texts (default: 100)")
    languages = [language.value for language in Language if language is not Language.SYSTEM]
    parser.add_argument("--language", choices=languages, default="en", help="language of the texts (default: en)")
    parser.add_argument("--model", type=Path, help="folder of the model (default: the one that came along)")
    args = parser.parse_args()
    folder: Path = args.out
    folder.mkdir(parents=True, exist_ok=True)
    if not DEMO_CLIP.is_file():
        print(f"There is no {DEMO_CLIP}.", file=sys.stderr)
        return 1
    app = make_application()
    use_language(app, Language(args.language))
    enlarge_texts(app, args.text)
    if args.size is not None:
        WindowSize(args.size, app)
    for shot in SHOTS if args.only in {None, "live"} else ():
        problem = take(app, shot, folder, args.model)
        print(problem or f"{folder / shot.name}.png")
        if problem:
            return 1
    if args.only in {None, "play"}:
        take_play_pictures(app, folder, args.model)
    if args.only in {None, "collect"}:
        take_collect_screenshots(app, folder, args.model)
    if args.only in {None, "train"}:
        take_train_screenshots(app, folder, args.model)
    if args.only in {None, "first-steps"}:
        take_first_steps_screenshots(app, folder, args.model)
    if args.only in {None, "window"}:
        take_window_screenshots(app, folder, args.model)
    return 0


if __name__ == "__main__":
    sys.exit(main())
