from __future__ import annotations

import plistlib
import subprocess
from pathlib import Path

import pytest

from gesture_app.gui.widgets.system_motion import system_reduces_motion

GNOME = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}


@pytest.mark.parametrize(("answer", "is_reduced"), [("false\n", True), ("true\n", False)])
def test_gnome_is_asked(answer: str, is_reduced: bool) -> None:
    assert system_reduces_motion(GNOME, platform="linux", run=lambda _command: answer) is is_reduced


@pytest.mark.parametrize("error", [FileNotFoundError(), subprocess.TimeoutExpired("gsettings", 1.0)])
def test_a_desktop_that_does_not_answer_moves(error: Exception) -> None:
    def run(_command: tuple[str, ...]) -> str:
        raise error

    assert not system_reduces_motion(GNOME, platform="linux", run=run)


def test_other_desktops_are_not_asked() -> None:
    def run(_command: tuple[str, ...]) -> str:
        raise AssertionError("no command is to be run")

    assert not system_reduces_motion({"XDG_CURRENT_DESKTOP": "KDE"}, platform="linux", run=run)
    assert not system_reduces_motion({}, platform="linux", run=run)


@pytest.mark.parametrize("is_reduced", [True, False])
def test_macos_keeps_it_in_a_file(tmp_path: Path, is_reduced: bool) -> None:
    folder = tmp_path / "Library" / "Preferences"
    folder.mkdir(parents=True)
    (folder / "com.apple.universalaccess.plist").write_bytes(plistlib.dumps({"reduceMotion": is_reduced}))
    assert system_reduces_motion({}, platform="darwin", home=tmp_path) is is_reduced


def test_macos_without_the_file_moves(tmp_path: Path) -> None:
    assert not system_reduces_motion({}, platform="darwin", home=tmp_path)
