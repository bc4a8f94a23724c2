from __future__ import annotations

import os
from pathlib import Path

import pytest

from gesture_app.storage import atomic as module
from gesture_app.storage.atomic import FileSystem, atomic_path, is_temporary, remove_unfinished, write_atomically


def test_content_is_on_the_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[tuple[int, bool]] = []
    path = tmp_path / "file"
    monkeypatch.setattr(module.os, "fsync", lambda number: synced.append((os.fstat(number).st_size, path.exists())))
    write_atomically(path, b"12345")
    assert synced == [(5, False)]
    assert path.read_bytes() == b"12345"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be synced here")
def test_the_names_in_a_folder_are_put_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(module.os, "fsync", lambda number: synced.append(os.fstat(number).st_ino))
    FileSystem().sync_folder(tmp_path)
    assert synced == [tmp_path.stat().st_ino]


def test_the_old_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_library_writes_to_a_path_with_the_same_ending(tmp_path: Path) -> None:
    path = tmp_path / "net.weights.h5"
    path.write_bytes(b"old")
    with atomic_path(path) as temporary:
        assert temporary.name.endswith(".weights.h5")
        assert is_temporary(temporary.name)
        temporary.write_bytes(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_the_temporary_file_is_removed_when_a_library_is_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with atomic_path(path) as temporary:
            temporary.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.parametrize(("private", "mode"), [(True, 0o600), (False, 0o644)])
def test_a_private_file_is_readable_by_its_owner_only(tmp_path: Path, private: bool, mode: int) -> None:
    path = tmp_path / "file"
    before = os.umask(0o022)
    try:
        write_atomically(path, b"secret", private=private)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize(
    ("name", "temporary"),
    [(".tmp-12-labels.json", True), (".labels.json.tmp", True), ("notes.tmp", False), (".hidden", False)],
)
def test_unfinished_writes_are_known_by_their_names(name: str, temporary: bool) -> None:
    assert is_temporary(name) is temporary


def test_what_killed_processes_left_is_removed_after_an_hour(tmp_path: Path) -> None:
    for name, age_s in {
        ".tmp-1-settings.toml": 4000,
        ".tmp-2-settings.toml": 10,
        "players/.tmp-1-players.json": 4000,
        "settings.toml": 4000,
        ".other": 4000,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
        os.utime(path, (1_000_000 - age_s,) * 2)
    remove_unfinished([tmp_path, tmp_path / "missing"], 1_000_000)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {".tmp-2-settings.toml", "settings.toml", ".other"}
