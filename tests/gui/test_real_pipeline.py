"""The window with everything real: demo clip, hand detector and the shipped model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.app import AppOptions, CaptureCatalog, DesktopApp
from gesture_app.domain.gestures import FIVE_GESTURES
from gesture_app.gui.live_reading import gesture_title
from gesture_app.gui.sources import Camera
from gesture_app.resources import DEMO_CLIP, SHIPPED_MODELS
from gesture_app.settings import SettingsFile

pytestmark = pytest.mark.skipif(
    not DEMO_CLIP.is_file() or not list(SHIPPED_MODELS.glob("*/manifest.json")), reason="needs the clip and a model"
)


class NoCameras(CaptureCatalog):
    def list_cameras(self) -> Sequence[Camera]:
        return ()


def test_the_demo_clip_is_recognized(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desktop = DesktopApp(qapp, NoCameras(), SettingsFile(tmp_path / "settings.toml"), AppOptions())
    qtbot.addWidget(desktop.window)
    desktop.start()
    page = desktop.live_page
    try:
        qtbot.waitUntil(lambda: page.view.frame_seq is not None, timeout=20_000)
        titles = {gesture_title(label) for label in FIVE_GESTURES}
        qtbot.waitUntil(lambda: page.card.title in titles, timeout=60_000)
        assert page.view.result is not None
        assert page.view.result.seq <= page.view.frame_seq
        assert sum(page.bars.values.values()) == pytest.approx(1, abs=1e-3)
        assert [n.key for n in desktop.notices.shown] == ["no-camera"]
    finally:
        assert desktop.stop()
        desktop.deleteLater()
