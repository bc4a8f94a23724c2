"""Tracked files are small and name no folder of one machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST_BYTES = 20_000_000
SOMEBODYS_FOLDER = re.compile(rb"(?<![\w.~/-])(/(home|Users|root)/[A-Za-z0-9_.-]+|[A-Z]:\\Users\\\w+)")


@pytest.fixture(scope="module")
def tracked_files() -> list[Path]:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    listing = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
    names = subprocess.run(listing, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def folders_named_in(content: bytes) -> list[str]:
    """Absolute paths into a home folder, which exist on one machine only."""
    return [] if b"\0" in content else [match[0].decode() for match in SOMEBODYS_FOLDER.finditer(content)]


def test_no_file_is_too_large(tracked_files: list[Path]) -> None:
    assert {file.name: file.stat().st_size for file in tracked_files if file.stat().st_size > LARGEST_BYTES} == {}


def test_no_file_names_a_folder_of_one_machine(tracked_files: list[Path]) -> None:
    found = {file.name: folders_named_in(file.read_bytes()) for file in tracked_files if file != Path(__file__)}
    assert {name: folders for name, folders in found.items() if folders} == {}


@pytest.mark.parametrize(
    "text", ["open('/home/ann/x.png')", "/Users/ann/clip", r"C:\Users\ann", "PATH=/" + "root/.local"]
)
def test_such_folders_are_recognized(text: str) -> None:
    assert folders_named_in(text.encode())


@pytest.mark.parametrize("text", ["~/.config/gesture-app", "https://example.org/home/page", "/usr/bin", "a/home/b"])
def test_other_paths_are_let_be(text: str) -> None:
    assert not folders_named_in(text.encode())
