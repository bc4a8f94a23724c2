"""Opponents in the window: unlocked ones, faces and lines; and own rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gesture_app.composition import rule_folder
from gesture_app.domain.game.match import MatchPhase
from gesture_app.domain.game.opponent_moods import Moment, Mood, line_of
from gesture_app.domain.game.opponents import OPPONENTS
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import CLASSIC, LIZARD_SPOCK
from gesture_app.gui.play.opponent_face import LOOKS, OpponentFace
from gesture_app.settings import PlayMode, PlaySettings
from tests.fakes.round_logs import InMemoryRoundLog
from tests.fakes.round_records import a_round
from tests.gui.play.conftest import LEFT_X, RIGHT_X, Arena, MakeArena

KEYS = Qt.Key
WHEN = "2024-05-01T12:30:00+02:00"


def open_opponents(arena: Arena) -> list[str]:
    return [a.data() for a in arena.page.setup.opponent_button.menu().actions() if a.isEnabled()]


def test_opponents_are_locked_until_the_one_before_is_beaten(make_arena: MakeArena, qtbot: QtBot) -> None:
    log = InMemoryRoundLog(LoggedRound("m", WHEN, a_round(opponent="random", people=("Ann", ""))))
    arena = make_arena(PlaySettings(opponent="kid", people=("Ann", "")), log=log)
    qtbot.waitUntil(lambda: open_opponents(arena) == ["kid", "random", "frequency"])
    locked = arena.page.setup.opponent_button.menu().actions()[-1]
    assert "Win a match" in locked.toolTip()
    play = arena.desktop.preferences.settings.play
    arena.desktop.preferences.change(play=replace(play, people=("Bob", "")))
    assert open_opponents(arena) == ["kid", "random"]


def test_an_opponent_that_was_chosen_already_stays_open(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(opponent="mind-reader"))
    assert open_opponents(arena) == ["kid", "random", "mind-reader"]
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN


def test_the_opponent_has_a_face_a_mood_and_something_to_say(arena: Arena) -> None:
    bar = arena.page.match_panel.opponent
    arena.press(KEYS.Key_Space)
    assert bar.isVisible()
    assert (bar.face.opponent, bar.face.mood) == ("random", Mood.THINKING)
    assert bar.line.text() == f"“{line_of('random', Moment.GREETING)}”"
    arena.throw(LIZARD_SPOCK.winners_against(arena.committed_throw)[0])
    assert bar.face.mood is Mood.SURPRISED
    assert bar.line.text() == f"“{line_of('random', Moment.LOST)}”"
    assert bar.face.accessibleName() == "Dice"
    assert bar.face.accessibleDescription() == bar.line.text()
    arena.see_until(MatchPhase.COUNTDOWN, "rock")
    assert bar.line.text() == f"“{line_of('random', Moment.LOST)}”", "the last words stay"


def test_two_people_have_no_opponent(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.TWO_PLAYERS))
    arena.press(KEYS.Key_Space)
    arena.see("rock", "rock", xs=(LEFT_X, RIGHT_X))
    assert not arena.page.match_panel.opponent.isVisible()


@pytest.mark.parametrize("opponent", [*OPPONENTS, "unknown"])
def test_every_mood_of_every_opponent_looks_different(qtbot: QtBot, opponent: str) -> None:
    face = OpponentFace()
    qtbot.addWidget(face)
    pictures = set()
    for mood in Mood:
        face.show_face(opponent, mood)
        pictures.add(bytes(face.grab().toImage().constBits()))
    assert len(pictures) == len(Mood)
    assert set(LOOKS) == set(OPPONENTS)


def test_own_rules_are_chosen_beside_those_of_the_program(make_arena: MakeArena) -> None:
    rule_folder().save(
        replace(CLASSIC, name="turned", title="Turned", key="", beats=dict(reversed(CLASSIC.beats.items())))
    )
    arena = make_arena(PlaySettings(opponent="random"))
    arena.page.setup.throws.buttons["turned"].click()
    assert arena.page.setup.throws.buttons["turned"].isChecked()
    arena.press(KEYS.Key_Space)
    assert arena.state.words == ("scissors", "paper", "rock", "shoot!")
    arena.throw("paper")
    assert arena.state.last_round is not None
    assert arena.state.last_round.rules == "turned"


def test_rules_that_are_gone_are_replaced_by_five_gestures(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(opponent="random", throws="gone"))
    assert arena.page.setup.throws.buttons["lizard-spock"].isChecked()
    arena.press(KEYS.Key_Space)
    assert len(arena.state.words) == 6
