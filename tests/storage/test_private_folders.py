from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from gesture_app.cli.main import run_command_line
from gesture_app.composition import player_profiles, sample_store, user_folders
from gesture_app.recording.round_log import FILE_NAME, FileRoundLog
from gesture_app.settings import Settings, SettingsFile
from gesture_app.storage.private_folders import make_private, protect
from tests.fakes.round_records import a_round
from tests.fakes.sample_hands import a_sample

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def open_to_others(folder: Path) -> dict[str, str]:
    return {path.name: oct(mode(path)) for path in (folder, *folder.rglob("*")) if mode(path) & 0o077}


def test_files_of_an_earlier_version_become_private(tmp_path: Path) -> None:
    folder, outside = tmp_path / "data", tmp_path / "outside"
    (folder / "samples" / "rock").mkdir(parents=True)
    (folder / "samples" / "rock" / "1.png").write_bytes(b"x")
    outside.write_bytes(b"x")
    (folder / "link").symlink_to(outside)
    protect([folder, tmp_path / "missing"])
    assert mode(folder) == mode(folder / "samples" / "rock") == 0o700
    assert mode(folder / "samples" / "rock" / "1.png") == 0o600
    assert mode(outside) == 0o666


def test_a_folder_that_is_private_is_not_looked_into(tmp_path: Path) -> None:
    make_private(tmp_path / "data")
    (tmp_path / "data" / "file").write_bytes(b"x")
    protect([tmp_path / "data"])
    assert mode(tmp_path / "data") == 0o700
    assert mode(tmp_path / "data" / "file") == 0o666


def test_all_that_the_program_writes_is_private() -> None:
    data = user_folders()["data"]
    sample_store().add(a_sample("rock", seed=1))
    FileRoundLog(data / FILE_NAME).append(a_round(1), match_id="m", played_at="2026-01-01T00:00:00+00:00")
    player_profiles().add("Anna")
    SettingsFile().save(Settings())
    assert run_command_line(["erase", "--caches", "--yes"]) == 0
    for folder in user_folders().values():
        assert mode(folder) == 0o700
        assert open_to_others(folder) == {}
    # New files in a folder that is private already.
    sample_store().add(a_sample("paper", seed=2))
    FileRoundLog(data / FILE_NAME).append(a_round(2), match_id="m", played_at="2026-01-01T00:00:00+00:00")
    assert {name: bits for name, bits in open_to_others(data).items() if (data / name).is_file()} == {}
    assert [path for path in data.rglob("*") if path.is_file() and mode(path) != 0o600] == []
