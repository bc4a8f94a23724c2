from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gesture_app.cli.main import run_command_line
from gesture_app.composition import (
    memory_builder,
    model_library,
    player_profiles,
    rule_folder,
    sample_store,
    tournament_file,
    user_data,
    user_folders,
)
from gesture_app.domain.game.rules import RULE_TABLES
from gesture_app.domain.game.tournament import Tournament
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.errors import EXIT_BAD_INPUT
from gesture_app.recording.round_log import FILE_NAME as ROUNDS_FILE
from gesture_app.recording.round_log import FileRoundLog
from gesture_app.settings import Settings, SettingsFile
from gesture_app.storage.learnt_samples import FOLDER_NAME as LEARNT_FOLDER
from gesture_app.storage.learnt_samples import LearntFolder
from gesture_app.storage.user_data import DataKind
from tests.fakes.round_records import a_round
from tests.fakes.rule_tables import WITH_WELL
from tests.fakes.sample_hands import a_sample


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


def test_all_that_the_program_writes_is_erased(capsys: pytest.CaptureFixture[str]) -> None:
    folders = user_folders()
    data = folders["data"]
    sample_store().add(a_sample("rock", seed=1))
    sample_store().set_labels(BUILT_IN_LABELS.with_label(SampleLabel("horns", "Horns")))
    builder = memory_builder()
    assert builder is not None
    builder.step(sample_store().listed(), sample_store().load, limit_s=100)
    builder.close()
    learnt = LearntSamples("s" * 64, ("a",), ("rock",), ("Anna",), np.array([[1.0]], np.float32))
    LearntFolder(data / LEARNT_FOLDER).add(learnt)
    model_library().rename(model_library().active().id, "Mine")
    FileRoundLog(data / ROUNDS_FILE).append(a_round(1), match_id="m", played_at="2026-01-01T00:00:00+00:00")
    player_profiles().add("Anna")
    tournament_file().write(Tournament.of_people(["Anna", "Ben", "Chris"]))
    rule_folder().save(WITH_WELL if WITH_WELL.name not in RULE_TABLES else replace(WITH_WELL, name="own"))
    SettingsFile().save(Settings(person="Anna"))
    for folder, name in (
        (folders["settings"], "settings.toml"),
        (data, ROUNDS_FILE),
        (data / "players", "players.json"),
    ):
        (folder / f".tmp-1-{name}").write_bytes(b"of a killed process")
    before = {path for folder in folders.values() for path in folder.rglob("*") if path.is_file()}
    assert len(before) >= 12

    assert run_command_line(["erase", "--all", "--yes"]) == 0

    assert [path for folder in folders.values() for path in folder.rglob("*") if path.is_file()] == []
    assert capsys.readouterr().out.endswith("Nothing is left.\n")
