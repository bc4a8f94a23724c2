from __future__ import annotations

import json
from pathlib import Path

import pytest

from gesture_app.domain.game.tournament import Tournament
from gesture_app.storage.tournament_file import TournamentFile, TournamentFileError

STARTED = Tournament.of_people(("Anna", "Ben", "Cleo")).with_result((2, 1))

PAIRS = (["Anna", "Ben"], ["Anna", "Cleo"], ["Ben", "Cleo"])


@pytest.fixture
def file(tmp_path: Path) -> TournamentFile:
    return TournamentFile(tmp_path / "players" / "tournament.json")


def test_a_tournament_comes_back_until_there_is_none(file: TournamentFile) -> None:
    assert file.read() is None
    file.write(STARTED)
    assert file.read() == STARTED
    file.write(None)
    assert file.read() is None


def test_it_goes_with_each_of_its_people(file: TournamentFile) -> None:
    file.write(STARTED)
    file.forget("Dora")
    assert file.read() == STARTED
    file.forget("Ben")
    assert file.read() is None


def test_a_person_has_the_new_name_in_it(file: TournamentFile) -> None:
    file.write(STARTED)
    file.rename("Ben", "Benno")
    renamed = file.read()
    assert renamed is not None
    assert renamed.people == ("Anna", "Benno", "Cleo")
    assert renamed.fixtures[0].score == (2, 1)
    assert "Ben" not in {name for fixture in renamed.fixtures for name in fixture.people}


@pytest.mark.parametrize(
    "change",
    [
        {"format_version": 9},
        {"people": ["Anna", "Ben"]},
        {"fixtures": []},
        {"fixtures": [{"people": pair, "score": [-1, 0]} for pair in PAIRS]},
    ],
)
def test_a_damaged_file_is_told_and_can_be_replaced(
    file: TournamentFile, tmp_path: Path, change: dict[str, object]
) -> None:
    file.write(STARTED)
    path = tmp_path / "players" / "tournament.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(TournamentFileError, match="cannot be read"):
        file.read()
    file.rename("Anna", "Anne")
    file.forget("Anna")
    assert file.read() is None
