from __future__ import annotations

import csv
import errno
import json
import os
from io import FileIO
from pathlib import Path

import pytest

from gesture_app.domain.game.rounds import SECOND_PLAYER, LoggedRound
from gesture_app.domain.ports import RoundLog
from gesture_app.recording import round_log as module
from gesture_app.recording.round_log import FileRoundLog, RoundLogError
from tests.fakes.round_records import a_round

WHEN = "2024-05-01T12:30:00+02:00"


@pytest.fixture
def log(tmp_path: Path) -> FileRoundLog:
    return FileRoundLog(tmp_path / "new folder" / "matches.jsonl")


def append(log: FileRoundLog, *numbers: int) -> None:
    for number in numbers:
        log.append(a_round(number), match_id="m", played_at=WHEN)


def numbers(log: FileRoundLog) -> list[int]:
    return [logged.record.number for logged in log.read()]


def test_rounds_come_back_in_order(log: FileRoundLog) -> None:
    assert log.read() == ()
    append(log, 1, 2)
    port: RoundLog = log
    assert port.read() == (LoggedRound("m", WHEN, a_round(1)), LoggedRound("m", WHEN, a_round(2)))
    assert numbers(FileRoundLog(log.path)) == [1, 2]
    assert log.skipped == 0


@pytest.mark.parametrize("kept", [1, 20, -2])
def test_a_half_written_last_line_loses_only_that_round_and_is_moved_aside(log: FileRoundLog, kept: int) -> None:
    append(log, 1, 2)
    whole, half = log.path.read_bytes().splitlines(keepends=True)
    log.path.write_bytes(whole + half[:kept])
    assert (numbers(log), log.skipped) == ([1], 1)
    append(log, 3)
    assert (numbers(log), log.skipped) == ([1, 3], 0)
    assert log.damaged_path.read_bytes() == half[:kept] + b"\n"


def test_a_last_line_without_line_end_is_read(log: FileRoundLog) -> None:
    append(log, 1)
    log.path.write_bytes(log.path.read_bytes().rstrip(b"\n"))
    append(log, 2)
    assert numbers(log) == [1, 2]
    assert not log.damaged_path.exists()


@pytest.mark.parametrize("rubbish", [b"\0" * 50, b"[1, 2]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"match": "m"}'])
def test_rubbish_between_rounds_is_left_out_and_counted(log: FileRoundLog, rubbish: bytes) -> None:
    append(log, 1)
    with log.path.open("ab") as file:
        file.write(rubbish + b"\n\n")
    append(log, 2)
    assert (numbers(log), log.skipped) == ([1, 2], 1)


def test_every_round_is_flushed_to_the_disk(log: FileRoundLog, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(module.os, "fsync", lambda number: synced.append(os.fstat(number).st_size))
    append(log, 1)
    assert synced == [log.path.stat().st_size]


def test_a_full_disk_is_reported_and_changes_nothing(log: FileRoundLog, monkeypatch: pytest.MonkeyPatch) -> None:
    append(log, 1)
    before = log.path.read_bytes()

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(module.os, "fsync", full)
        with pytest.raises(RoundLogError, match=r"could not be saved .*: No space left on device\.") as caught:
            append(log, 2)
    assert "Make room" in caught.value.hint
    assert log.path.read_bytes() == before
    append(log, 3)
    assert numbers(log) == [1, 3]


class NearlyFullFile(FileIO):
    """A file on a disk with room for 10 bytes."""

    def write(self, content: bytes) -> int:  # type: ignore[override]
        return super().write(content[:10])


def test_a_partly_written_line_is_removed(log: FileRoundLog) -> None:
    append(log, 1)
    before = log.path.read_bytes()
    full = FileRoundLog(log.path, lambda path: NearlyFullFile(path, "ab"))
    with pytest.raises(RoundLogError, match=f"only 10 of {len(before)} bytes fitted"):
        append(full, 2)
    assert log.path.read_bytes() == before
    assert (numbers(log), log.skipped) == ([1], 0)


def test_an_unwritable_path_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RoundLogError, match="could not be saved"):
        append(FileRoundLog(tmp_path / "file" / "matches.jsonl"), 1)
    (tmp_path / "folder").mkdir()
    blocked = FileRoundLog(tmp_path / "folder")
    with pytest.raises(RoundLogError, match="could not be saved"):
        append(blocked, 1)
    with pytest.raises(RoundLogError, match="cannot be read"):
        blocked.read()
    with pytest.raises(RoundLogError, match="cannot be removed"):
        blocked.erase()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_reported(log: FileRoundLog) -> None:
    append(log, 1)
    log.path.chmod(0o400)
    with pytest.raises(RoundLogError, match="Permission denied"):
        append(log, 2)
    assert numbers(log) == [1]


def test_the_table_for_spreadsheets(log: FileRoundLog, tmp_path: Path) -> None:
    append(log, 1)
    log.append(a_round(2, ("spock", "lizard"), "kid, the", "lizard-spock"), match_id="m", played_at=WHEN)
    out = tmp_path / "rounds.csv"
    assert log.export_csv(out) == 2
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[1] == {
        "played_at": WHEN,
        "match": "m",
        "round": "2",
        "rules": "lizard-spock",
        "opponent": "kid, the",
        "first_throw": "spock",
        "second_throw": "lizard",
        "outcome": "lose",
        "reason": "lizard poisons Spock",
        "reveal_delay_s": "0.600",
        "first_person": "",
        "second_person": "",
    }
    with pytest.raises(RoundLogError, match="cannot be written"):
        log.export_csv(tmp_path / "no folder" / "rounds.csv")


def unfinished(log: FileRoundLog) -> Path:
    """What a process that was killed while it rewrote the log has left."""
    path = log.path.with_name(f".tmp-1-{log.path.name}")
    path.write_bytes(b'{"people": ["Ben", ""')
    return path


def test_erasing_leaves_nothing(log: FileRoundLog) -> None:
    append(log, 1)
    log.path.write_bytes(log.path.read_bytes() + b"half")
    append(log, 2)
    unfinished(log)
    log.erase()
    assert list(log.path.parent.iterdir()) == []
    log.erase()
    append(log, 3)
    assert numbers(log) == [3]


def test_a_line_can_be_given_to_verify_round(log: FileRoundLog) -> None:
    append(log, 1)
    line = json.loads(log.path.read_text())
    assert (line["match"], line["played_at"], line["number"]) == ("m", WHEN, 1)


def family_log(log: FileRoundLog) -> bytes:
    """Anna against Ben, Ben against the computer, and a round of nobody in particular; returns the file's content."""
    for number, people in enumerate((("Anna", "Ben"), ("Ben", ""), ("", "")), 1):
        opponent = SECOND_PLAYER if people[1] else "kid"
        log.append(a_round(number, opponent=opponent, people=people), match_id="m", played_at=WHEN)
    return log.path.read_bytes()


def test_an_erased_person_is_gone_and_all_other_lines_stay_as_they_were(log: FileRoundLog) -> None:
    lines = family_log(log).splitlines(keepends=True)
    rubbish, half = b'{"people": ["Ben"\r\n', b'{"match": "m", "peop'
    log.path.write_bytes(b"".join(lines) + b"\x00\r1\n" + rubbish + half)
    log.damaged_path.write_bytes(b'{"people": ["Ben", ""\n')
    left = unfinished(log)
    assert log.erase_person("Ben") == 3
    assert [logged.record.people for logged in log.read()] == [("Anna", ""), ("", "")]
    assert log.path.read_bytes().endswith(lines[2] + b"\x00\r1\n" + half)
    assert b"Ben" not in log.path.read_bytes()
    assert not log.damaged_path.exists()
    assert not left.exists()


def test_a_renamed_person_changes_only_the_own_lines(log: FileRoundLog) -> None:
    lines = family_log(log).splitlines()
    assert log.rename_person("Anna", "Änne") == 1
    assert log.path.read_bytes().splitlines()[1:] == lines[1:]
    assert log.read()[0].record.people == ("Änne", "Ben")
    assert log.rename_person("nobody there", "x") == 0
    with pytest.raises(RoundLogError, match="played against each other"):
        log.rename_person("Änne", "Ben")
    assert log.read()[0].record.people == ("Änne", "Ben")


def test_a_log_that_cannot_be_rewritten_stays(log: FileRoundLog, monkeypatch: pytest.MonkeyPatch) -> None:
    before = family_log(log)

    def no_room(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "write_atomically", no_room)
    with pytest.raises(RoundLogError, match="Nothing was changed"):
        log.erase_person("Ben")
    assert log.path.read_bytes() == before
