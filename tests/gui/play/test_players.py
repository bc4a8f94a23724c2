"""The people who play: chosen, added, kept with their rounds."""

from __future__ import annotations

import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from gesture_app.composition import player_profiles, sample_store, tournament_file
from gesture_app.domain.game.match import MatchPhase
from gesture_app.domain.game.rounds import SECOND_PLAYER, LoggedRound
from gesture_app.domain.game.tournament import Tournament
from gesture_app.settings import PlayMode, PlaySettings, SettingsFile
from tests.fakes.round_logs import InMemoryRoundLog
from tests.fakes.round_records import a_round
from tests.fakes.sample_hands import a_sample
from tests.gui.play.conftest import LEFT_X, RIGHT_X, Arena, MakeArena

KEYS = Qt.Key
BOTH = (LEFT_X, RIGHT_X)
WHEN = "2024-05-01T12:30:00+02:00"


def rows(arena: Arena, place: int = 0) -> list[str]:
    box = arena.page.setup.players.boxes[place]
    return [box.itemText(row) for row in range(box.count())]


def pick(arena: Arena, text: str, place: int = 0) -> None:
    box = arena.page.setup.players.boxes[place]
    box.activated.emit(box.findText(text))


def test_a_player_is_added_and_the_rounds_keep_the_name(
    arena: Arena, qtbot: QtBot, settings_file: SettingsFile
) -> None:
    assert rows(arena) == ["Anyone", "Add a player…"]
    pick(arena, "Add a player…")
    (dialog,) = arena.desktop.window.findChildren(QInputDialog)
    dialog.textValueSelected.emit("  Anna ")
    dialog.reject()
    qtbot.waitUntil(lambda: [one.name for one in player_profiles().listed()] == ["Anna"])
    assert settings_file.load().play.people == ("Anna", "")
    assert rows(arena) == ["Anyone", "Anna", "Add a player…"]
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    qtbot.waitUntil(lambda: len(arena.log.rounds) == 1)
    assert arena.log.rounds[0].record.people == ("Anna", "")


def test_people_who_have_played_can_be_chosen_and_left(make_arena: MakeArena, qtbot: QtBot) -> None:
    log = InMemoryRoundLog(LoggedRound("m", WHEN, a_round(opponent="random", people=("Ben", ""))))
    arena = make_arena(PlaySettings(opponent="random"), log=log)
    qtbot.waitUntil(lambda: rows(arena) == ["Anyone", "Ben", "Add a player…"])
    pick(arena, "Ben")
    assert arena.page.setup.players.boxes[0].currentText() == "Ben"
    pick(arena, "Anyone")
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    assert arena.state.last_round is not None
    assert arena.state.last_round.people == ("", "")


def test_a_name_that_nobody_can_have_is_refused_with_a_notice(arena: Arena) -> None:
    arena.page.setup.players.boxes[0].add("x" * 41)
    assert any(title.startswith("Nobody can be called that") for title in arena.titles)
    assert rows(arena) == ["Anyone", "Add a player…"]


@pytest.mark.parametrize("mirrored", [False, True])
def test_two_people_have_their_names_on_their_sides(make_arena: MakeArena, mirrored: bool) -> None:
    """Ann is on the left of the view, which in a mirror is the right half of the frame."""
    arena = make_arena(PlaySettings(mode=PlayMode.TWO_PLAYERS, people=("Ann", "Bob")))
    arena.desktop.sources.set_mirror(mirrored)
    assert arena.page.game_view.scene.half_names == ("Ann", "Bob")
    assert rows(arena, 0) == ["Anyone", "Ann", "Add a player…"]
    assert rows(arena, 1) == ["Anyone", "Bob", "Add a player…"]
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
    arena.see_until(MatchPhase.REVEAL, "paper", "rock", xs=BOTH)
    assert arena.announcement[0] == ("Bob wins!" if mirrored else "Ann wins!")
    assert arena.state.last_round is not None
    assert arena.state.last_round.people == (("Bob", "Ann") if mirrored else ("Ann", "Bob"))


def test_nobody_plays_on_both_sides(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.TWO_PLAYERS, people=("Ann", "")))
    arena.page.setup.players.boxes[1].add("ann")
    assert arena.desktop.preferences.settings.play.people == ("", "Ann")


def test_settings_that_were_changed_by_hand_to_impossible_people_still_play(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.TWO_PLAYERS, people=("Ann", "ann")))
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN


def test_the_camera_takes_the_picture_of_a_player(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(people=("Ann", "")))
    choice = arena.page.setup.players
    choice.picture_button.click()
    qtbot.waitUntil(lambda: [one.has_picture for one in player_profiles().listed()] == [True])
    qtbot.waitUntil(lambda: not choice.boxes[0].itemIcon(choice.boxes[0].findText("Ann")).isNull())
    arena.page.setup.players.boxes[0].activated.emit(0)
    assert not choice.picture_button.isEnabled()


def test_the_statistics_are_those_of_the_chosen_player(make_arena: MakeArena, qtbot: QtBot) -> None:
    rounds = [
        LoggedRound("m", WHEN, a_round(1, opponent="random", people=("Ann", ""))),
        LoggedRound("n", WHEN, a_round(1, opponent="second player", people=("Bob", "Ann"))),
        LoggedRound("o", WHEN, a_round(1, opponent="random", people=("Bob", ""))),
    ]
    arena = make_arena(PlaySettings(opponent="random", people=("Ann", "")), log=InMemoryRoundLog(*rounds))
    qtbot.waitUntil(lambda: len(arena.services.rounds.rounds) == 3)
    arena.press(KEYS.Key_S)
    statistics = arena.page.statistics
    assert statistics.person_label.text() == "Ann"
    assert statistics.figures["Rounds"].text() == "2"
    assert statistics.figures["Win rate"].text() == "50 %"


def test_one_player_is_exported_and_erased_and_the_others_stay(
    make_arena: MakeArena, qtbot: QtBot, tmp_path: Path
) -> None:
    records = [
        a_round(1, opponent=SECOND_PLAYER, people=("Anna", "Ben")),
        a_round(2, people=("Anna", "")),
        a_round(3, people=("Ben", "")),
    ]
    log = InMemoryRoundLog(*(LoggedRound("m", "2026-01-01T00:00:00+00:00", record) for record in records))
    arena = make_arena(PlaySettings(people=("Anna", "")), log=log)
    buttons = arena.page.statistics.player_data
    arena.press(Qt.Key.Key_S)
    assert buttons.isVisible()
    arena.services.players.export("Anna", tmp_path / "anna.zip")
    qtbot.waitUntil(lambda: any(title.startswith("Anna and 2 rounds were written") for title in arena.titles))
    with zipfile.ZipFile(tmp_path / "anna.zip") as archive:
        assert "rounds.csv" in archive.namelist()
    buttons.erase_button.click()
    (question,) = [notice for notice in arena.desktop.notices.shown if notice.title == "Erase Anna?"]
    assert len(log.rounds) == 3
    question.actions[0].run()
    qtbot.waitUntil(lambda: "Anna was erased." in arena.titles)
    qtbot.waitUntil(lambda: [logged.record.people for logged in log.rounds] == [("", "Ben"), ("Ben", "")])
    assert arena.desktop.preferences.settings.play.people == ("", "")
    assert not buttons.isVisible()
    qtbot.waitUntil(lambda: arena.services.players.names == ("Ben",))


def sample_of(person: str) -> None:
    seed = len(person)
    sample_store().add(a_sample(seed=seed, second=seed, person=person))


def anna_and_ben(make_arena: MakeArena, qtbot: QtBot) -> Arena:
    """Anna, who is recorded too, has played against Ben, and both are in the tournament."""
    sample_of("Anna")
    profiles = player_profiles()
    for name in ("Anna", "Ben"):
        profiles.add(name)
    picture = cv2.imencode(".png", np.full((64, 64, 3), 90, np.uint8))[1].tobytes()
    profiles.set_picture("Anna", picture)
    tournament_file().write(Tournament.of_people(["Anna", "Ben", "Cleo"]).with_result((2, 1)))
    records = [a_round(1, opponent=SECOND_PLAYER, people=("Anna", "Ben")), a_round(2, people=("Anna", ""))]
    log = InMemoryRoundLog(*(LoggedRound("m", WHEN, record) for record in records))
    arena = make_arena(PlaySettings(people=("Anna", "")), log=log)
    arena.desktop.preferences.change(person="Anna")
    qtbot.waitUntil(lambda: len(arena.services.rounds.rounds) == 2)
    arena.press(Qt.Key.Key_S)
    return arena


def test_a_renamed_player_keeps_picture_rounds_tournament_and_samples(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = anna_and_ben(make_arena, qtbot)
    arena.page.statistics.player_data.rename_button.click()
    (dialog,) = arena.desktop.window.findChildren(QInputDialog)
    assert dialog.textValue() == "Anna"
    dialog.textValueSelected.emit(" Annika ")
    dialog.reject()
    qtbot.waitUntil(lambda: "Anna is called Annika now." in arena.titles)
    assert [logged.record.people for logged in arena.log.rounds] == [("Annika", "Ben"), ("Annika", "")]
    assert [(one.name, one.has_picture) for one in player_profiles().listed()] == [("Annika", True), ("Ben", False)]
    assert arena.services.players.names == ("Annika", "Ben")
    settings = arena.desktop.preferences.settings
    assert (settings.play.people, settings.person) == (("Annika", ""), "Annika")
    assert arena.page.statistics.person_label.text() == "Annika"
    assert arena.page.statistics.figures["Rounds"].text() == "2"
    qtbot.waitUntil(lambda: [info.person for info in sample_store().listed()] == ["Annika"])
    tournament = arena.page.tournament
    qtbot.waitUntil(lambda: tournament.tournament is not None and "Annika" in tournament.tournament.people)
    qtbot.waitUntil(lambda: (kept := tournament_file().read()) is not None and kept == tournament.tournament)
    assert tournament.tournament is not None
    assert tournament.tournament.fixtures[0].score == (2, 1)


def test_renaming_a_player_can_be_undone(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = anna_and_ben(make_arena, qtbot)
    before = tournament_file().read()
    arena.page.renaming.rename("Anna", "Annika")
    qtbot.waitUntil(lambda: "Anna is called Annika now." in arena.titles)
    (notice,) = [one for one in arena.desktop.notices.shown if one.title == "Anna is called Annika now."]
    notice.actions[0].run()
    qtbot.waitUntil(lambda: "Annika is called Anna now." in arena.titles)
    assert [logged.record.people for logged in arena.log.rounds] == [("Anna", "Ben"), ("Anna", "")]
    assert [(one.name, one.has_picture) for one in player_profiles().listed()] == [("Anna", True), ("Ben", False)]
    assert arena.desktop.preferences.settings.play.people == ("Anna", "")
    qtbot.waitUntil(lambda: [info.person for info in sample_store().listed()] == ["Anna"])
    qtbot.waitUntil(lambda: tournament_file().read() == before)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ben", "There is somebody called Ben already."),
        ("Dora", "There is somebody called Dora already."),
        ("x" * 41, "Nobody can be called that"),
    ],
)
def test_a_name_that_somebody_has_is_refused(make_arena: MakeArena, qtbot: QtBot, typed: str, title: str) -> None:
    sample_of("Dora")
    arena = anna_and_ben(make_arena, qtbot)
    arena.page.renaming.rename("Anna", typed)
    qtbot.waitUntil(lambda: any(one.startswith(title) for one in arena.titles))
    assert arena.services.players.names == ("Anna", "Ben")
    assert [logged.record.people for logged in arena.log.rounds] == [("Anna", "Ben"), ("Anna", "")]
    assert arena.desktop.preferences.settings.play.people == ("Anna", "")


def test_a_match_that_was_begun_goes_on_under_the_new_name(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(people=("Anna", ""), opponent="random", best_of=0))
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    arena.press(KEYS.Key_S)
    arena.page.renaming.rename("Anna", "Annika")
    qtbot.waitUntil(lambda: "Anna is called Annika now." in arena.titles)
    arena.press(KEYS.Key_Escape)
    arena.press(KEYS.Key_Space)
    arena.throw("rock")
    qtbot.waitUntil(lambda: len(arena.log.rounds) == 2)
    assert [logged.record.people for logged in arena.log.rounds] == [("Annika", ""), ("Annika", "")]
