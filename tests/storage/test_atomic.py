from __future__ import annotations

import os
from pathlib import Path

import pytest

from gesture_app.storage import atomic as module
from gesture_app.storage.atomic import FileSystem, write_whole


def test_content_is_on_the_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[tuple[int, bool]] = []
    path = tmp_path / "file"
    monkeypatch.setattr(module.os, "fsync", lambda number: synced.append((os.fstat(number).st_size, path.exists())))
    write_whole(FileSystem(), path, b"12345")
    assert synced == [(5, False)]
    assert path.read_bytes() == b"12345"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be synced here")
def test_the_names_in_a_folder_are_put_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(module.os, "fsync", lambda number: synced.append(os.fstat(number).st_ino))
    FileSystem().sync_folder(tmp_path)
    assert synced == [tmp_path.stat().st_ino]


def test_what_was_there_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(FileSystem(), path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
