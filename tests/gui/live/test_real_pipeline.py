"""The window with everything real: demo clip, hand detector and the shipped model."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.composition import model_library
from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import CaptureCatalog
from gesture_app.domain.frames.gestures import FIVE_GESTURES, gesture_title
from gesture_app.domain.models.device import Device
from gesture_app.gui.background.notices import NoticeKind
from gesture_app.gui.background.sources import Camera
from gesture_app.gui.live.page import LivePage
from gesture_app.inference.library.manifest import MANIFEST_NAME, ONNX_NAME
from gesture_app.pipeline.engine import InferenceState
from gesture_app.resources import DEMO_CLIP, SHIPPED_MODELS
from gesture_app.settings import SettingsFile

pytestmark = pytest.mark.skipif(
    not DEMO_CLIP.is_file() or not list(SHIPPED_MODELS.glob("*/manifest.json")), reason="needs the clip and a model"
)


class NoCameras(CaptureCatalog):
    def list_cameras(self) -> Sequence[Camera]:
        return ()


def test_the_demo_clip_is_recognized(qapp: QApplication, qtbot: QtBot, settings_file: SettingsFile) -> None:
    desktop = DesktopApp(qapp, NoCameras(), settings_file, AppOptions())
    qtbot.addWidget(desktop.window)
    desktop.start()
    page = desktop.page(LivePage)
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


def own_model(model_id: str) -> Path:
    """A copy of the shipped model under another name, among the person's own."""
    library = model_library()
    shipped = library.stored(next(model.id for model in library.listed() if model.is_shipped))
    folder = shutil.copytree(shipped.folder, library.own_root / model_id, ignore=shutil.ignore_patterns("report"))
    (folder / MANIFEST_NAME).write_text(replace(shipped.manifest, id=model_id).to_json(), encoding="utf-8")
    return folder


def test_a_damaged_choice_is_told_and_another_one_is_taken_up_while_the_clip_plays(
    qapp: QApplication, qtbot: QtBot, settings_file: SettingsFile
) -> None:
    shipped_id = model_library().active().id
    damaged = own_model("damaged")
    model_library().activate("damaged")
    (damaged / ONNX_NAME).write_bytes(b"other")
    own_model("mine")
    desktop = DesktopApp(qapp, NoCameras(), settings_file, AppOptions(device=Device.CPU))
    qtbot.addWidget(desktop.window)
    desktop.start()
    session = desktop.session
    try:
        qtbot.waitUntil(lambda: session.result is not None, timeout=60_000)
        assert session.status.model_id == shipped_id
        (warning,) = (notice for notice in desktop.notices.shown if notice.kind is NoticeKind.WARNING)
        assert "damaged, which you chose, cannot be used" in warning.title

        model_library().activate("mine")
        session.swap_model(desktop.processors.load_active_model)
        qtbot.waitUntil(lambda: session.result is not None and session.result.model_id == "mine", timeout=60_000)

        assert session.status.swap_error is None
        assert session.status.inference is InferenceState.RUNNING
    finally:
        assert desktop.stop()
        desktop.deleteLater()
