from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gesture_app.desktop import process
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.single_instance import FILE_NAME, WindowLock
from gesture_app.resources import PROJECT_ROOT


def test_a_second_window_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    first, second = WindowLock(tmp_path / "data"), WindowLock(tmp_path / "data")
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_the_lock_of_a_killed_process_does_not_count(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, sys; from gesture_app.desktop.single_instance import WindowLock; "
        "lock = WindowLock(pathlib.Path(sys.argv[1])); assert lock.acquire(); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=PROJECT_ROOT, check=False)
    assert done.returncode == 9
    assert (tmp_path / FILE_NAME).exists()
    lock = WindowLock(tmp_path)
    assert lock.acquire()
    lock.release()


def test_a_folder_that_cannot_be_written_refuses_nobody(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert WindowLock(tmp_path / "data").acquire()


def test_the_second_copy_says_so_and_ends(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []
    monkeypatch.setattr(process, "tell", said.append)
    lock = WindowLock(process.user_folders()["data"])
    assert lock.acquire()
    try:
        assert process.run(AppOptions()) == process.EXIT_IS_OPEN
    finally:
        lock.release()
    assert "open already" in said[0]
    assert "open already" in capsys.readouterr().err
