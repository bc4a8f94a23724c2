from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app.cli.main import run_command_line
from gesture_app.composition import user_data
from gesture_app.errors import EXIT_BAD_INPUT
from gesture_app.storage.user_data import DataKind


@pytest.fixture
def rounds() -> Path:
    path = user_data().place(DataKind.ROUNDS)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}\n", encoding="utf-8")
    return path


def test_a_kind_is_erased_once_it_is_confirmed(rounds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["erase", "--rounds"]) == EXIT_BAD_INPUT
    assert rounds.is_file()
    said = capsys.readouterr()
    assert str(rounds) in said.out
    assert "Nothing was erased" in said.err
    assert run_command_line(["erase", "--rounds", "--yes"]) == 0
    assert not rounds.exists()
    assert capsys.readouterr().out.startswith("Erased: rounds.\nNothing is left.")


def test_what_is_left_is_told(rounds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["erase", "--samples", "--yes"]) == 0
    assert rounds.is_file()
    assert f"Left:\nrounds  1 file, 0.0 MB  {rounds}" in capsys.readouterr().out


def test_one_has_to_say_what(rounds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["erase", "--yes"]) == EXIT_BAD_INPUT
    assert rounds.is_file()
    assert "--all" in capsys.readouterr().err
    assert run_command_line(["erase", "--all", "--yes"]) == 0
    assert not rounds.exists()
