"""``gesture-app players``, and erasing one player."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.__main__ import main
from gesture_app.cli.matches import match_log
from gesture_app.composition import export_user_data, player_profiles
from gesture_app.domain.game.player_history import people_who_played
from gesture_app.domain.game.rounds import SECOND_PLAYER, UNNAMED
from tests.fakes.round_records import a_round

WHEN = "2024-05-01T12:30:00+02:00"


@pytest.fixture
def family() -> None:
    """Anna has beaten Ben, and lost a round to the kid; another match was played by nobody in particular."""
    log = match_log()
    log.append(a_round(1, opponent=SECOND_PLAYER, people=("Anna", "Ben")), match_id="a", played_at=WHEN)
    log.append(a_round(1, ("rock", "paper"), "kid", people=("Anna", "")), match_id="b", played_at=WHEN)
    log.append(a_round(1), match_id="c", played_at=WHEN)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(cv2.imencode(".jpg", np.full((40, 60, 3), 90, np.uint8))[1].tobytes())
    return path


@pytest.mark.usefixtures("family")
def test_players_with_and_without_profile_are_listed(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["players", "add", "Cleo", "--picture", str(photo)]) == 0
    assert main(["players", "list"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[-3:] == [
        ["Anna", "-", "2", "2", "50%"],
        ["Ben", "-", "1", "1", "0%"],
        ["Cleo", "picture", "0", "0", "-"],
    ]


def test_without_players_the_list_says_how_to_add_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["players", "list"]) == 0
    assert "gesture-app players add NAME" in capsys.readouterr().out


@pytest.mark.usefixtures("family")
def test_a_player_is_shown_with_the_matches_against_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["players", "show", "anna"]) == 0
    text = capsys.readouterr().out
    assert "Anna: 2 rounds, 1 won, 1 lost, 0 drawn." in text
    assert "Ben      1-0-0                   1-0-0" in text
    assert "more rounds of this game, and the mind reader knows something about you." in text
    assert main(["players", "show", "Nobody"]) == 2
    assert "There are Anna, Ben." in capsys.readouterr().err


@pytest.mark.usefixtures("family")
def test_one_who_has_only_played_can_get_a_picture_and_lose_it(photo: Path) -> None:
    assert main(["players", "add", "BEN", "--picture", str(photo)]) == 0
    assert [(p.name, p.has_picture) for p in player_profiles().listed()] == [("Ben", True)]
    assert main(["players", "picture", "ben"]) == 0
    assert [(p.name, p.has_picture) for p in player_profiles().listed()] == [("Ben", False)]
    assert main(["players", "picture", "ben", str(photo) + "x"]) == 2


@pytest.mark.usefixtures("family")
def test_a_new_name_stands_in_profile_and_rounds() -> None:
    assert main(["players", "rename", "ben", "Benno"]) == 0
    assert people_who_played(match_log().read()) == ("Anna", "Benno")
    assert [p.name for p in player_profiles().listed()] == ["Benno"]
    assert main(["players", "rename", "Benno", "ANNA"]) == 2
    assert main(["players", "rename", "Benno", " "]) == 2
    assert people_who_played(match_log().read()) == ("Anna", "Benno")


@pytest.mark.usefixtures("family")
def test_the_export_of_a_player_holds_the_own_rounds_only(photo: Path, tmp_path: Path) -> None:
    main(["players", "add", "Anna", "--picture", str(photo)])
    out = tmp_path / "anna.zip"
    assert main(["players", "export", "Anna", str(out)]) == 0
    with zipfile.ZipFile(out) as archive:
        assert set(archive.namelist()) == {"rounds.jsonl", "rounds.csv", "player.json", "picture.jpg"}
        rounds = [json.loads(line) for line in archive.read("rounds.jsonl").splitlines()]
        table = archive.read("rounds.csv").decode("utf-8-sig").splitlines()
    assert [entry["people"] for entry in rounds] == [["Anna", "Ben"], ["Anna", ""]]
    assert len(table) == 3
    assert table[1].endswith(",Anna,Ben")


@pytest.mark.usefixtures("family")
def test_one_player_is_erased_once_it_is_confirmed(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["players", "add", "Anna", "--picture", str(photo)])
    before = match_log().path.read_bytes()
    assert main(["erase", "--player", "anna"]) == 2
    assert "2 rounds for good" in capsys.readouterr().err
    assert match_log().path.read_bytes() == before
    assert main(["erase", "--player", "anna", "--yes"]) == 0
    assert [logged.record.people for logged in match_log().read()] == [("", "Ben"), UNNAMED]
    assert player_profiles().listed() == ()
    assert b"Anna" not in match_log().path.read_bytes()
    assert main(["erase", "--player", "Anna", "--yes"]) == 2
    assert main(["erase", "--player", "Ben", "--rounds", "--yes"]) == 2
    assert people_who_played(match_log().read()) == ("Ben",)


def test_the_export_of_everything_holds_the_players(photo: Path, tmp_path: Path) -> None:
    main(["players", "add", "Anna", "--picture", str(photo)])
    names = export_user_data(tmp_path / "all.zip")
    assert "players/players.json" in names
    assert any(name.startswith("players/") and name.endswith(".jpg") for name in names)
