"""Matches by gestures alone, and doubtful throws that two people decide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.game.hands_free import HandsFreeAction
from gesture_app.domain.game.match import MatchPhase
from gesture_app.settings import PlayMode, PlaySettings, SettingsFile
from tests.fakes.engines import RUNNING
from tests.gui.play.conftest import LEFT_X, RIGHT_X, Arena, MakeArena

KEYS = Qt.Key
BOTH = (LEFT_X, RIGHT_X)
START, REMATCH, END = HandsFreeAction.START, HandsFreeAction.REMATCH, HandsFreeAction.END
SOLO = PlaySettings(opponent="random", best_of=1, hands_free=True)
PAIR = PlaySettings(mode=PlayMode.TWO_PLAYERS, best_of=1, hands_free=True)


def shown(arena: Arena) -> tuple[HandsFreeAction, ...]:
    """The actions that the view shows."""
    return arena.page.game_view.hands_free.offered


def test_two_matches_and_their_end_without_a_key(make_arena: MakeArena) -> None:
    arena = make_arena(SOLO)
    assert shown(arena) == (START,)
    arena.hold(seconds=0.3)
    arena.hold("rock", seconds=0.5)
    held = arena.page.game_view.hands_free.held
    assert held is not None
    assert 0.3 < held.progress < 0.6
    arena.hold("rock", seconds=0.7)
    assert arena.state.phase is MatchPhase.COUNTDOWN
    assert shown(arena) == ()
    while arena.state.phase is not MatchPhase.MATCH_OVER:
        arena.see("rock" if arena.state.phase is MatchPhase.COUNTDOWN else "paper")
    arena.hold("paper", seconds=2.0)
    assert arena.state.phase is MatchPhase.MATCH_OVER, "the throw that ended the match asks for nothing"
    assert shown(arena) == (REMATCH, END)
    arena.hold(seconds=0.4)
    arena.hold("paper", seconds=1.1)
    assert (arena.state.phase, arena.state.round_number) == (MatchPhase.COUNTDOWN, 1)
    arena.press(KEYS.Key_Escape)
    arena.hold(seconds=0.4)
    arena.hold("scissors", seconds=1.1)
    assert arena.page.match_controller.match is None


def test_a_held_fist_does_nothing_unless_it_is_wanted(make_arena: MakeArena, settings_file: SettingsFile) -> None:
    arena = make_arena(PlaySettings(opponent="random"))
    assert shown(arena) == ()
    arena.hold(seconds=0.3)
    arena.hold("rock", seconds=1.5)
    assert arena.page.match_controller.match is None
    arena.page.setup.hands_free.click()
    assert settings_file.load().play.hands_free
    arena.see()
    assert shown(arena) == (START,)
    arena.page.setup.hands_free.click()
    assert shown(arena) == ()


@pytest.mark.parametrize("place", ["other page", "statistics", "practice", "demo"])
def test_gestures_do_nothing_where_nobody_would_expect_it(make_arena: MakeArena, place: str) -> None:
    settings = SOLO if place != "practice" else PlaySettings(mode=PlayMode.PRACTICE, hands_free=True)
    arena = make_arena(settings, demo=place == "demo")
    if place == "other page":
        arena.open_live()
    elif place == "statistics":
        arena.press(KEYS.Key_S)
    elif place == "practice":
        arena.press(KEYS.Key_Space)
    arena.hold(seconds=0.3)
    arena.hold("rock", seconds=1.5)
    assert shown(arena) == ()
    assert arena.page.match_controller.match is None


def test_two_people_start_together(make_arena: MakeArena) -> None:
    arena = make_arena(PAIR)
    arena.hold(seconds=0.3)
    arena.hold("rock", seconds=1.5, xs=(LEFT_X,))
    assert arena.page.match_controller.match is None
    arena.hold("rock", "rock", seconds=1.2, xs=BOTH)
    assert arena.state.phase is MatchPhase.COUNTDOWN


def test_two_people_play_again_and_end_together_without_a_key(make_arena: MakeArena) -> None:
    arena = make_arena(PAIR)
    for gesture in ("rock", "paper"):
        arena.hold(seconds=0.5)
        arena.hold(gesture, gesture, seconds=1.2, xs=BOTH)
        assert (arena.state.phase, arena.state.round_number) == (MatchPhase.COUNTDOWN, 1)
        arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
        arena.see_until(MatchPhase.REVEAL, "paper", "rock", xs=BOTH)
        arena.see_until(MatchPhase.MATCH_OVER, "rock", "rock", xs=BOTH)
        assert shown(arena) == (REMATCH, END)
    arena.hold(seconds=0.5)
    arena.hold("scissors", seconds=1.2, xs=(LEFT_X,))
    assert arena.page.match_controller.match is None
    assert shown(arena) == (START,)


def test_after_two_rounds_without_a_hand_a_fist_goes_on_with_the_match(make_arena: MakeArena) -> None:
    arena = make_arena(replace(SOLO, best_of=3))
    arena.press(KEYS.Key_Space)
    arena.throw("paper" if arena.committed_throw != "paper" else "scissors")
    arena.hold(seconds=20.0)
    assert shown(arena) == (START, END)
    arena.hold("rock", seconds=1.2)
    assert (arena.state.phase, arena.state.round_number) == (MatchPhase.COUNTDOWN, 2)


def test_nothing_is_offered_where_nothing_can_be_played(make_arena: MakeArena) -> None:
    arena = make_arena(replace(SOLO, throws="classic"))
    arena.set_status(replace(RUNNING, labels=GestureSet(("rock", "paper", NONE))))
    arena.see()
    assert arena.page.setup.obstacle
    assert shown(arena) == ()


def doubtful_round(arena: Arena) -> None:
    """Paper on the left, about as probable as not, and scissors on the right."""
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
    for _ in range(30):
        arena.see("paper", "scissors", xs=BOTH, probability=0.45)


def test_two_people_decide_a_doubtful_throw(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.TWO_PLAYERS, best_of=3))
    doubtful_round(arena)
    assert arena.state.phase is MatchPhase.QUESTION
    question = arena.page.match_panel.question
    assert question.isVisible()
    assert arena.announcement[0] == "Was this paper?"
    assert arena.announcement[1].startswith("Player 1's throw was hard to read.")
    assert not arena.page.match_panel.next_button.isEnabled()
    arena.press(KEYS.Key_Y)
    assert arena.announcement[0] == "Was this scissors?"
    question.yes_button.click()
    assert arena.announcement[0] == "Player 2 wins!"
    assert not question.isVisible()


def test_no_twice_plays_the_round_again(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.TWO_PLAYERS, best_of=3))
    doubtful_round(arena)
    arena.press(KEYS.Key_N)
    arena.page.match_panel.question.no_button.click()
    assert arena.state.phase is MatchPhase.MISTHROW
    assert arena.announcement[0] == "Once more!"


def test_a_throw_that_nobody_decides_counts_after_a_while(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.TWO_PLAYERS, best_of=3))
    doubtful_round(arena)
    arena.wait(9.0)
    assert arena.state.phase is MatchPhase.REVEAL
    assert arena.announcement[0] == "Player 2 wins!"
