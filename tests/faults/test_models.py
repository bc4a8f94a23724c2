"""The model library on disks that fail and in processes that are killed, at any file operation."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gesture_app.errors import ModelError
from gesture_app.inference.library.library_state import FILE_NAME
from tests.fakes.models import Library, ids, retrained, shipped

Act = Callable[[Library, Path], object]

ACTS: dict[str, Act] = {
    "activate": lambda library, home: library.activate("b"),
    "roll back": lambda library, home: library.roll_back(),
    "remove": lambda library, home: library.remove("b"),
    "import": lambda library, home: library.import_archive(home / "new.zip"),
    "export": lambda library, home: library.export("b", home / "b.zip"),
}

STEPS = {
    # The operations that change a disk, and the names to patch.
    "make a folder": (Path, "mkdir"),
    "make a hidden folder": (tempfile, "mkdtemp"),
    "sync a file": (os, "fsync"),
    "pack a file": (zipfile.ZipFile, "writestr"),
    "rename": (Path, "rename"),
    "replace": (Path, "replace"),
    "remove a folder": (os, "rmdir"),
    "remove a file": (os, "unlink"),
}


class KilledError(BaseException):
    """Stands for the end of the process: nothing but the test itself catches it."""


class Disk:
    """Counts the steps, and fails at one of them, from 0; a killed process fails at all later ones too."""

    def __init__(self, patch: pytest.MonkeyPatch, fail_at: int | None = None, *, killed: bool = False) -> None:
        self.steps = 0
        self._fail_at = fail_at
        self._killed = killed
        for owner, name in STEPS.values():
            patch.setattr(owner, name, self._failing(getattr(owner, name)))

    def _failing(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:
            number, self.steps = self.steps, self.steps + 1
            if self._fail_at is not None and (number == self._fail_at or (self._killed and number > self._fail_at)):
                if self._killed:
                    raise KilledError
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return act(*arguments, **options)

        return step


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library with the models a and b, of which a is in use, after b was; and an archive of a third."""
    shipped(tmp_path / "there")
    retrained(tmp_path / "there", "new")
    Library(tmp_path / "there").export("new", tmp_path / "new.zip")
    shipped(tmp_path)
    retrained(tmp_path, "a", made_at="2024-02-01T00:00:00+00:00")
    retrained(tmp_path, "b", made_at="2024-01-01T00:00:00+00:00")
    Library(tmp_path).activate("b")
    Library(tmp_path).activate("a")
    return tmp_path


def seen(home: Path) -> tuple[str, list[str], bool, tuple[str, ...]]:
    """The state that a new start reads."""
    library = Library(home)
    assert not [model for model in library.listed() if model.trouble]
    return library.active().id, ids(library), (home / "b.zip").exists(), library.warnings


def steps_of(act: Act, home: Path) -> int:
    """The number of steps on a copy."""
    copy = home.with_name(f"{home.name}-copy")
    shutil.copytree(home, copy)
    library = Library(copy)
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch)
        act(library, copy)
        return disk.steps


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_full_disk_is_reported_and_changes_nothing(
    home: Path, tmp_path_factory: pytest.TempPathFactory, act: Act
) -> None:
    before = seen(home)
    steps = steps_of(act, home)
    after = seen(home.with_name(f"{home.name}-copy"))
    errors = []
    for step in range(steps):
        place = tmp_path_factory.mktemp("full") / "home"
        shutil.copytree(home, place)
        library = Library(place)
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, step)
            error = failure_of(lambda library=library, place=place: act(library, place))  # type: ignore[misc]
        # Some steps are not needed, such as making a folder that is there, or clearing up.
        assert seen(place) == (after if error is None else before)
        assert not [path for path in place.rglob(".*") if path.is_file() and error is not None]
        errors += [] if error is None else [error]
    assert errors
    assert all("No space left" in error.message and error.hint for error in errors)


def failure_of(act: Callable[[], object]) -> ModelError | None:
    try:
        act()
    except ModelError as error:
        return error
    return None


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_process_may_be_killed_at_any_step(home: Path, tmp_path_factory: pytest.TempPathFactory, act: Act) -> None:
    before = seen(home)
    steps = steps_of(act, home)
    after = seen(home.with_name(f"{home.name}-copy"))
    assert before != after
    for step in range(steps):
        place = tmp_path_factory.mktemp("killed") / "home"
        shutil.copytree(home, place)
        library = Library(place)
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, step, killed=True)
            with pytest.raises(KilledError):
                act(library, place)
        assert seen(place) in (before, after)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="such folders can be written to there")
def test_a_read_only_folder_is_reported(home: Path) -> None:
    before = seen(home)
    own = home / "own"
    own.chmod(0o500)
    try:
        for name, act in ACTS.items():
            if name != "export":
                with pytest.raises(ModelError, match="Permission denied"):
                    act(Library(home), home)
        assert seen(home) == before
    finally:
        own.chmod(0o700)


def test_a_file_in_place_of_the_folder_is_reported(home: Path) -> None:
    shutil.rmtree(home / "own")
    (home / "own").write_text("in the way")
    library = Library(home)

    assert library.active().id == "base-1"
    for act in (lambda: library.activate("base-1"), lambda: library.import_archive(home / "new.zip")):
        with pytest.raises(ModelError, match=r"cannot be (kept|imported): (File exists|Not a directory)"):
            act()


def test_two_processes_may_choose_at_the_same_time(home: Path) -> None:
    one, other = Library(home), Library(home)
    one.activate("b")
    other.activate("base-1")

    assert one.active().id == "base-1"
    assert (home / "own" / FILE_NAME).is_file()
