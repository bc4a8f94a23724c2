"""The files of a person: sizes, export and erasing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gesture_app.storage.user_data import DataKind, DataSize, UserData, UserDataError, write_export


@pytest.fixture
def data(tmp_path: Path) -> UserData:
    folder, settings = tmp_path / "data", tmp_path / "config"
    for name, content in {
        "samples/rock/1.png": b"12345",
        "samples/labels.json": b"{}",
        "learnt/a.npz": b"1",
        "models/own/model.onnx": b"123",
        "matches.jsonl": b"{}\n",
        "matches.damaged": b"{",
        ".tmp-12-matches.jsonl": b"{}",
        "players/players.json": b"12",
        "rules/own.json": b"123",
        "features/a.npz": b"1234",
        "log/gesture-app.log": b"12",
        "log/gesture-app.log.1": b"123",
        "other.txt": b"not of the program",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    settings.mkdir()
    (settings / "settings.toml").write_bytes(b"hands = 1")
    (settings / ".tmp-12-settings.toml").write_bytes(b"hands")
    return UserData.of_folders(folder, settings)


def test_sizes_are_those_of_all_files_of_a_kind(data: UserData) -> None:
    sizes = {kind: data.size(kind) for kind in DataKind}
    assert sizes == {
        DataKind.SAMPLES: DataSize(3, 8),
        DataKind.MODELS: DataSize(1, 3),
        DataKind.ROUNDS: DataSize(3, 6),
        DataKind.PLAYERS: DataSize(1, 2),
        DataKind.RULES: DataSize(1, 3),
        DataKind.SETTINGS: DataSize(2, 14),
        DataKind.CACHES: DataSize(1, 4),
        DataKind.LOG: DataSize(2, 5),
    }


@pytest.mark.parametrize("kind", DataKind)
def test_one_kind_is_erased_and_the_others_stay(data: UserData, kind: DataKind) -> None:
    before = {other: data.size(other) for other in DataKind}
    data.erase([kind])
    assert data.size(kind) == DataSize()
    assert all(data.size(other) == before[other] for other in DataKind if other is not kind)


def test_files_of_others_are_never_erased(data: UserData, tmp_path: Path) -> None:
    data.erase(tuple(DataKind))
    assert (tmp_path / "data" / "other.txt").is_file()
    assert not (tmp_path / "config").exists()
    data.erase(tuple(DataKind))


def test_a_link_is_removed_and_its_target_stays(data: UserData, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir()
    (target / "photo.png").write_bytes(b"1")
    data.erase([DataKind.SAMPLES])
    (tmp_path / "data" / "samples").symlink_to(target)
    data.erase([DataKind.SAMPLES])
    assert (target / "photo.png").is_file()
    assert not (tmp_path / "data" / "samples").exists()


def test_parts_are_written_to_one_zip_file(tmp_path: Path) -> None:
    def nothing(_path: Path) -> None:
        """There is nothing to write."""

    path = tmp_path / "all.zip"
    parts = {"a.txt": lambda file: file.write_bytes(b"a"), "models/b.zip": nothing}
    assert write_export(path, parts) == ("a.txt",)
    with zipfile.ZipFile(path) as archive:
        assert (archive.namelist(), archive.read("a.txt")) == (["a.txt"], b"a")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserDataError, match="cannot be written"):
        write_export(tmp_path / "missing" / "all.zip", {})
