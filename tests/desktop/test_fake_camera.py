"""``--fake-camera``: a clip that the window takes for a camera."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gesture_app.cli.main import run_command_line
from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import FAKE_CAMERA_ID, AppOptions
from gesture_app.desktop.services import CaptureCatalog
from gesture_app.gui.live.page import LivePage
from gesture_app.pipeline.engine import CaptureState
from gesture_app.resources import DEMO_CLIP
from gesture_app.settings import SourceKind

NAME = f"{DEMO_CLIP.stem} (clip as a camera)"


def test_the_clip_is_shown_and_listed_as_a_camera(make_desktop: Callable[..., DesktopApp], qtbot: QtBot) -> None:
    desktop = make_desktop(CaptureCatalog(DEMO_CLIP), options=AppOptions(fake_camera=DEMO_CLIP))
    qtbot.waitUntil(lambda: desktop.session.frame is not None and desktop.session.frame.seq > 3)
    qtbot.waitUntil(lambda: desktop.sources.are_cameras_listed)
    current = desktop.sources.current
    assert current is not None
    assert (current.kind, current.value) == (SourceKind.CAMERA, FAKE_CAMERA_ID)
    assert desktop.sources.cameras[0].name == NAME
    assert desktop.session.status.source_name == NAME
    assert desktop.session.playback is None
    assert not desktop.page(LivePage).playback_bar.isVisible()
    assert desktop.sources.mirror


def test_it_is_lost_and_comes_back_like_a_camera(
    make_desktop: Callable[..., DesktopApp], qtbot: QtBot, short_clip: Path
) -> None:
    desktop = make_desktop(CaptureCatalog(short_clip), options=AppOptions(fake_camera=short_clip))
    qtbot.waitUntil(lambda: desktop.session.frame is not None)
    away = short_clip.rename(short_clip.with_name("away.mp4"))
    qtbot.waitUntil(lambda: desktop.session.status.capture is CaptureState.RECOVERING)
    assert desktop.page(LivePage).view.message == "Reconnecting…"
    away.rename(short_clip)
    qtbot.waitUntil(lambda: desktop.session.status.capture is CaptureState.RUNNING, timeout=20_000)


def test_a_named_source_comes_first(make_desktop: Callable[..., DesktopApp], qtbot: QtBot) -> None:
    options = AppOptions(source="demo", fake_camera=DEMO_CLIP)
    desktop = make_desktop(CaptureCatalog(DEMO_CLIP), options=options)
    qtbot.waitUntil(lambda: desktop.sources.are_cameras_listed)
    assert desktop.sources.is_demo


def test_the_option_is_not_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run_command_line(["--help"])
    assert "fake" not in capsys.readouterr().out


def test_a_clip_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["--fake-camera", str(tmp_path / "none.mp4")]) == 2
    assert "There is no clip" in capsys.readouterr().err
