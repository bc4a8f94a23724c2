"""A tournament in the window: people are chosen, matches played, the table kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gesture_app.composition import tournament_file
from gesture_app.domain.game.hands_free import HandsFreeAction
from gesture_app.domain.game.match import MatchPhase
from gesture_app.settings import PlayMode, PlaySettings
from tests.gui.play.conftest import LEFT_X, RIGHT_X, Arena, MakeArena

KEYS = Qt.Key
BOTH = (LEFT_X, RIGHT_X)
PAIR = PlaySettings(mode=PlayMode.TWO_PLAYERS, best_of=1)


@pytest.fixture
def party(make_arena: MakeArena, qtbot: QtBot) -> Arena:
    """Anna, Ben and Cleo are ticked."""
    arena = make_arena(PAIR)
    arena.page.setup.tournament_button.click()
    panel = arena.page.tournament_panel
    assert panel.isVisible()
    for name in ("Anna", "Ben"):
        panel.add(name)
        assert not panel.play_button.isEnabled()
    panel.add("Cleo")
    assert panel.chosen == ("Anna", "Ben", "Cleo")
    qtbot.waitUntil(lambda: arena.services.players.names == ("Anna", "Ben", "Cleo"))
    return arena


def play_match(arena: Arena) -> None:
    """The one on the left of the view wins the match that the panel offers."""
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
    arena.see_until(MatchPhase.REVEAL, "paper", "rock", xs=BOTH)
    arena.see_until(MatchPhase.MATCH_OVER, "rock", "rock", xs=BOTH)


def test_a_tournament_is_played_to_its_end(party: Arena, qtbot: QtBot) -> None:
    panel = party.page.tournament_panel
    party.press(KEYS.Key_Space)
    tournament = party.page.tournament.tournament
    assert tournament is not None
    assert panel.headline.text() == " against ".join(tournament.fixtures[0].people)
    for fixture in tournament.fixtures:
        assert panel.isVisible()
        play_match(party)
        assert party.page.game_view.scene.half_names == fixture.people
        party.press(KEYS.Key_Space)
        assert party.page.match_controller.match is None
    done = party.page.tournament.tournament
    assert done is not None
    assert [one.score for one in done.fixtures] == [(1, 0)] * 3
    assert panel.headline.text().endswith(": first place!")
    assert not panel.play_button.isEnabled()
    assert panel.table.item(0, 1).text() == str(done.table[0].points)
    qtbot.waitUntil(lambda: len(party.log.rounds) == 3)
    assert [logged.record.people for logged in party.log.rounds] == [one.people for one in done.fixtures]


def test_a_match_that_is_broken_off_is_played_again(party: Arena) -> None:
    party.press(KEYS.Key_Space)
    party.press(KEYS.Key_Space)
    party.press(KEYS.Key_Escape)
    party.press(KEYS.Key_Escape)
    tournament = party.page.tournament.tournament
    assert tournament is not None
    assert party.page.tournament_panel.isVisible()
    assert tournament.fixtures[0].score is None


def test_the_tournament_waits_while_something_else_is_played(party: Arena) -> None:
    party.press(KEYS.Key_Space)
    party.press(KEYS.Key_Escape)
    assert party.page.setup.isVisible()
    party.page.setup.tournament_button.click()
    assert party.page.tournament.tournament is not None
    party.page.tournament_panel.restart_button.click()
    assert party.page.tournament.tournament is None
    assert party.page.tournament_panel.people.isVisible()


def test_in_a_mirror_the_winner_is_still_the_one_on_the_left(party: Arena) -> None:
    party.desktop.sources.set_mirror(True)
    party.press(KEYS.Key_Space)
    tournament = party.page.tournament.tournament
    assert tournament is not None
    play_match(party)
    after = party.page.tournament.tournament
    assert after is not None
    assert after.fixtures[0].score == (0, 1), "in the mirror, the hand on the left of the frame is that on the right"


def test_a_tournament_survives_the_end_of_the_program_and_goes_with_its_players(
    party: Arena, make_arena: MakeArena, qtbot: QtBot
) -> None:
    party.press(KEYS.Key_Space)
    play_match(party)
    before = party.page.tournament.tournament
    qtbot.waitUntil(lambda: tournament_file().read() == before)
    again = make_arena(PAIR)
    qtbot.waitUntil(lambda: again.page.tournament.tournament == before)
    assert again.page.setup.tournament_button.text() == "Go on with the tournament…"
    again.page.setup.tournament_button.click()
    assert again.page.tournament_panel.table.isVisible()
    again.page.tournament.close()
    again.services.players.erased.emit("Ben")
    qtbot.waitUntil(lambda: again.page.tournament.tournament is None)
    assert tournament_file().read() is None


def test_what_space_does_is_said_after_a_match_and_after_the_last_one(party: Arena) -> None:
    party.press(KEYS.Key_Space)
    assert party.hint == "Press Space to play"
    for _ in range(3):
        play_match(party)
        party.page.extras.replay.skip()
        assert party.hint == "Space: back to the tournament"
        assert party.page.match_panel.next_button.text() == "Go on"
        party.press(KEYS.Key_Space)
    assert party.hint == ""


def test_matches_of_the_demo_clip_do_not_count(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PAIR, demo=True)
    arena.page.tournament.open()
    arena.page.tournament.begin(("Anna", "Ben", "Cleo"))
    play_match(arena)
    tournament = arena.page.tournament.tournament
    assert tournament is not None
    assert all(one.score is None for one in tournament.fixtures)


def test_a_match_of_the_same_people_outside_the_tournament_is_none_of_it(party: Arena) -> None:
    party.press(KEYS.Key_Space)
    party.page.tournament.close()
    play_match(party)
    tournament = party.page.tournament.tournament
    assert tournament is not None
    assert all(one.score is None for one in tournament.fixtures)


def hold_both(arena: Arena, gesture: str) -> None:
    """Two people lower their hands, and hold a gesture for long enough."""
    arena.hold(seconds=0.5)
    arena.hold(gesture, gesture, seconds=1.2, xs=BOTH)


def test_a_tournament_is_played_through_without_a_key(make_arena: MakeArena, qtbot: QtBot) -> None:
    start, following = (HandsFreeAction.START,), (HandsFreeAction.NEXT,)
    arena = make_arena(replace(PAIR, hands_free=True))
    arena.page.setup.tournament_button.click()
    panel, shown = arena.page.tournament_panel, arena.page.game_view.hands_free
    arena.see()
    assert shown.offered == (), "nobody takes part yet"
    for name in ("Anna", "Ben", "Cleo"):
        panel.add(name)
    qtbot.waitUntil(lambda: len(arena.services.players.names) == 3)
    arena.see()
    assert shown.offered == start
    hold_both(arena, "rock")
    tournament = arena.page.tournament.tournament
    assert tournament is not None
    for fixture in tournament.fixtures:
        assert shown.offered == start
        hold_both(arena, "rock")
        assert arena.page.game_view.scene.half_names == fixture.people
        arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
        arena.see_until(MatchPhase.REVEAL, "paper", "rock", xs=BOTH)
        arena.see_until(MatchPhase.MATCH_OVER, "rock", "rock", xs=BOTH)
        assert shown.offered == following
        hold_both(arena, "paper")
        assert arena.page.match_controller.match is None
        assert panel.isVisible()
    done = arena.page.tournament.tournament
    assert done is not None
    assert [one.score for one in done.fixtures] == [(1, 0)] * 3
    arena.see()
    assert shown.offered == (), "all matches are played"
