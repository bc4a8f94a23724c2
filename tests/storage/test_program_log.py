from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gesture_app.storage.program_log import FILE_NAME, LogFile, Redaction, logging_to

HOME = Path("/homes/anna")
_log = logging.getLogger("gesture_app.test")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def open_log(folder: Path) -> Iterator[LogFile]:
    with logging_to(folder, Redaction(HOME, lambda: ["Berta", "José Luis"])) as handler:
        yield handler


def text_in(folder: Path) -> str:
    return (folder / FILE_NAME).read_text(encoding="utf-8")


def raise_error(reason: str) -> None:
    raise RuntimeError(reason)


def fail(reason: str) -> None:
    try:
        raise_error(reason)
    except RuntimeError:
        _log.exception("recording failed")


def test_an_error_is_written_once_with_its_thread_and_stack(open_log: LogFile, folder: Path) -> None:
    for _ in range(99):
        fail("no space")
    text = text_in(folder)
    assert "ERROR [MainThread] gesture_app.test: recording failed" in text
    assert text.count("Traceback") == 1
    assert next(line for line in text.splitlines() if "time)" in line).endswith("recording failed (for the 10th time)")
    assert text.count("recording failed") == 2
    fail("another reason")
    assert text_in(folder).count("Traceback") == 2


@pytest.mark.parametrize(
    ("private", "kept"),
    [
        ("/homes/anna/photos/hand.png is damaged", "~/photos/hand.png is damaged"),
        ("/homes/annabel stays", "/homes/annabel stays"),
        ("/media/anna/stick/x", "/media/<user>/stick/x"),
        ("The samples of berta, and of José Luis.", "The samples of <name>, and of <name>."),
        ("Bertas stay", "Bertas stay"),
        ("http://me:secret@192.168.1.7:8080/video stopped", "http://<address> stopped"),
        ("Camera Berta's iPhone Camera stopped", "Camera <name> iPhone Camera stopped"),
    ],
)
def test_nothing_private_is_written(open_log: LogFile, folder: Path, private: str, kept: str) -> None:
    _log.error("%s", private)
    assert text_in(folder).splitlines()[-1].endswith(f": {kept}")


def test_tracebacks_are_redacted_as_well(open_log: LogFile, folder: Path) -> None:
    fail("/homes/anna/secret of Berta")
    assert "RuntimeError: ~/secret of <name>" in text_in(folder)


def test_records_of_libraries_below_a_warning_are_left_out(open_log: LogFile, folder: Path) -> None:
    logging.getLogger("library").info("chatter")
    logging.getLogger("library").warning("trouble")
    _log.info("capture: running")
    text = text_in(folder)
    assert "chatter" not in text
    assert "trouble" in text
    assert "capture: running" in text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_can_read_it_whatever_the_umask(folder: Path) -> None:
    before = os.umask(0)
    try:
        with logging_to(folder, Redaction(HOME)):
            _log.error("x")
            modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())]
    finally:
        os.umask(before)
    assert modes == [0o700, *[0o600] * (len(modes) - 1)]
    assert len(modes) == 3


def test_it_does_not_grow_for_ever(open_log: LogFile, folder: Path) -> None:
    open_log.maxBytes = 2000
    for number in range(300):
        _log.info("line %d %s", number, "x" * 40)
    sizes = [path.stat().st_size for path in folder.glob(f"{FILE_NAME}*")]
    assert len(sizes) == 4
    assert sum(sizes) < 4 * 2000 + 100
    assert "line 299" in text_in(folder)


def test_it_goes_on_after_it_was_erased(open_log: LogFile, folder: Path) -> None:
    _log.info("before")
    (folder / FILE_NAME).unlink()
    _log.info("after")
    assert "after" in text_in(folder)


def test_a_disk_that_takes_nothing_stops_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    with logging_to(tmp_path / "log", Redaction(HOME)):
        _log.error("lost")
    assert capsys.readouterr().err == ""


def test_what_a_crashed_process_left_is_in_the_next_log(folder: Path) -> None:
    folder.mkdir()
    (folder / "crash.txt").write_text("Fatal Python error: Segmentation fault\n  File /homes/anna/x.py")
    with logging_to(folder, Redaction(HOME)):
        assert "Segmentation fault\n  File ~/x.py" in text_in(folder)
    assert not (folder / "crash.txt").exists()


def test_the_terminal_shows_no_more_than_before(folder: Path) -> None:
    root = logging.getLogger()
    terminal = logging.StreamHandler(sys.stderr)
    level = root.level
    root.addHandler(terminal)
    root.setLevel(logging.ERROR)
    try:
        with logging_to(folder, Redaction(HOME)):
            assert root.level == logging.INFO
            assert terminal.level == logging.ERROR
        assert root.level == logging.ERROR
    finally:
        root.removeHandler(terminal)
        root.setLevel(level)
