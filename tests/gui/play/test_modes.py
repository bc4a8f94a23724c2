"""Two players, practice, and the choices before a game."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.game.match import MatchPhase
from gesture_app.domain.game.opponents import OPPONENTS
from gesture_app.domain.game.practice import PracticePhase, PracticeState
from gesture_app.domain.game.rules import CLASSIC, LIZARD_SPOCK, RULE_TABLES
from gesture_app.gui.play.opponent_texts import opponent_text
from gesture_app.gui.play.setup_panel import KEYS as KEYS_OF_SETUP
from gesture_app.settings import PlayMode, PlaySettings, SettingsFile
from tests.gui.play.conftest import LEFT_X, RIGHT_X, Arena, MakeArena

KEYS = Qt.Key
PAIR = PlaySettings(mode=PlayMode.TWO_PLAYERS, best_of=3)
BOTH = (LEFT_X, RIGHT_X)


def test_two_players_throw_at_once(make_arena: MakeArena) -> None:
    arena = make_arena(PAIR)
    assert arena.page.game_view.scene.half_names == ("Player 1", "Player 2")
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
    arena.see_until(MatchPhase.REVEAL, "paper", "spock", xs=BOTH)
    left, right = arena.page.match_panel.cards
    assert (left.content.name, left.content.gesture, left.content.is_winner) == ("Player 1", "paper", True)
    assert (right.content.name, right.content.gesture, right.content.is_winner) == ("Player 2", "spock", False)
    assert left.content.image is not None
    assert right.content.image is not None
    assert arena.announcement == ("Player 1 wins!", "Paper disproves Spock.")
    assert not arena.page.match_panel.round_bar.fair_play.isVisible()


def test_the_mirror_swaps_the_sides_but_not_the_people(make_arena: MakeArena) -> None:
    arena = make_arena(PAIR)
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
    arena.see_until(MatchPhase.REVEAL, "paper", "spock", xs=BOTH)
    arena.desktop.sources.set_mirror(True)
    assert arena.page.game_view.scene.half_names == ("Player 2", "Player 1")
    assert [card.content.gesture for card in arena.page.match_panel.cards] == ["spock", "paper"]
    assert arena.page.match_panel.score_board.score == (0, 1)
    assert arena.page.game_view.history.pairs[0].winner == 1
    assert arena.announcement[0] == "Player 1 wins!"


def test_in_a_mirror_the_first_player_is_on_the_left_of_the_view(make_arena: MakeArena) -> None:
    arena = make_arena(PAIR)
    arena.desktop.sources.set_mirror(True)
    assert arena.page.game_view.scene.half_names == ("Player 1", "Player 2")
    arena.press(KEYS.Key_Space)
    assert arena.page.game_view.scene.half_names == ("Player 1", "Player 2")
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
    arena.see_until(MatchPhase.REVEAL, "paper", "spock", xs=BOTH)
    assert arena.announcement[0] == "Player 2 wins!"


def test_a_missing_player_is_named(make_arena: MakeArena) -> None:
    arena = make_arena(PAIR)
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=BOTH)
    arena.see_until(MatchPhase.MISTHROW, "paper", xs=BOTH)
    assert arena.announcement[0] == "Somebody is missing!"
    assert arena.announcement[1].startswith("Player 2: ")


def test_two_players_need_two_hands(make_arena: MakeArena) -> None:
    arena = make_arena(PAIR, hands=1)
    arena.press(KEYS.Key_Space)
    assert arena.desktop.preferences.settings.hands == 2


def practice_of(arena: Arena) -> PracticeState:
    state = arena.page.practice_controller.state
    assert state is not None
    return state


def test_practice_scores_the_gesture_asked_for(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.PRACTICE))
    arena.press(KEYS.Key_Space)
    asked = practice_of(arena).asked
    assert asked is not None
    assert arena.announcement[0].lower() == asked
    arena.hold(asked, seconds=0.6)
    assert practice_of(arena).phase is PracticePhase.SEEN
    assert arena.announcement[0] == f"+{practice_of(arena).results[0].points} points"
    assert "90 % sure" in arena.announcement[1]
    arena.wait(1.1)
    arena.wait(5.1)
    assert arena.announcement[0] == "Missed"
    for _ in range(40):
        arena.wait(1.1)
        question = practice_of(arena).asked
        if practice_of(arena).phase is PracticePhase.DONE:
            break
        if question is not None:
            arena.hold(question, seconds=0.5)
    assert practice_of(arena).phase is PracticePhase.DONE
    assert "9 of 10 gestures seen" in arena.announcement[1]
    assert len(arena.page.practice_panel.results.results) == 10
    assert arena.announcement[0] == f"{practice_of(arena).points} of 1,000 points"
    assert arena.log.rounds == []
    arena.press(KEYS.Key_Space)
    assert practice_of(arena).phase is PracticePhase.ASKED
    arena.press(KEYS.Key_Escape)
    arena.press(KEYS.Key_Escape)
    assert arena.page.practice_controller.practice is None


def test_practice_stops_when_the_camera_is_lost(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.PRACTICE))
    arena.press(KEYS.Key_Space)
    arena.lose_camera()
    assert practice_of(arena).phase is PracticePhase.IDLE
    assert not arena.page.practice_controller.is_ticking
    assert arena.announcement == ("Paused", "There is no picture from the camera.")


def test_digits_choose_mode_and_rules(arena: Arena) -> None:
    for key, field, value in (
        (KEYS.Key_2, "mode", PlayMode.TWO_PLAYERS),
        (KEYS.Key_4, "mode", PlayMode.PRACTICE),
        (KEYS.Key_1, "mode", PlayMode.COMPUTER),
        (KEYS.Key_3, "throws", CLASSIC.name),
        (KEYS.Key_5, "throws", LIZARD_SPOCK.name),
        (KEYS.Key_3, "throws", CLASSIC.name),
    ):
        arena.press(key)
        assert getattr(arena.desktop.preferences.settings.play, field) == value
    arena.press(KEYS.Key_Space)
    assert arena.state.words == ("rock", "paper", "scissors", "shoot!")
    arena.press(KEYS.Key_5)
    assert arena.desktop.preferences.settings.play.throws == CLASSIC.name


def test_every_game_has_its_button_and_no_digit_chooses_two_things(arena: Arena) -> None:
    assert tuple(arena.page.setup.throws.buttons) == tuple(RULE_TABLES)
    values = [*PlayMode, *(rules.name for rules in RULE_TABLES.values() if rules.key)]
    assert sorted(map(str, KEYS_OF_SETUP.values())) == sorted(map(str, values))


def test_rules_that_are_not_known_here_leave_the_usual_ones(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(throws="with-dragon"))
    assert arena.page.setup.throws.buttons[LIZARD_SPOCK.name].isChecked()
    arena.press(KEYS.Key_Space)
    assert arena.state.words[:-1] == ("rock", "paper", "scissors", "lizard", "Spock")


def test_choices_survive_a_restart(make_arena: MakeArena, settings_file: SettingsFile) -> None:
    arena = make_arena(PlaySettings())
    arena.page.setup.lengths.buttons[7].click()
    arena.page.setup.throws.buttons[CLASSIC.name].click()
    arena.page.side.sound_button.click()
    name = next(iter(OPPONENTS))
    next(a for a in arena.page.setup.opponent_button.menu().actions() if a.data() == name).trigger()
    saved = settings_file.load().play
    assert saved == PlaySettings(throws=CLASSIC.name, opponent=name, best_of=7, sound=False)
    again = make_arena()
    assert again.page.setup.lengths.buttons[7].isChecked()
    assert again.page.setup.throws.buttons[CLASSIC.name].isChecked()
    assert not again.page.side.sound_button.isChecked()
    assert again.page.setup.opponent_button.text().startswith(opponent_text(name).title)


@pytest.mark.parametrize("name", sorted(OPPONENTS))
def test_every_opponent_is_introduced_and_plays(make_arena: MakeArena, name: str) -> None:
    assert opponent_text(name).description
    arena = make_arena(PlaySettings(opponent=name))
    assert arena.page.setup.description.text() == opponent_text(name).description
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    assert arena.state.last_round is not None
    assert arena.state.last_round.opponent == name


def test_the_tab_key_reaches_every_choice_and_enter_chooses(arena: Arena) -> None:
    button = arena.page.setup.modes.buttons[PlayMode.PRACTICE]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    arena.press(KEYS.Key_Return)
    assert arena.desktop.preferences.settings.play.mode is PlayMode.PRACTICE
    arena.press(KEYS.Key_Space)
    assert arena.page.practice_controller.practice is not None


def test_space_plays_wherever_the_focus_is(arena: Arena) -> None:
    setup = arena.page.setup
    opponents = setup.opponent_button
    assert not opponents.focusPolicy() & Qt.FocusPolicy.ClickFocus
    choices = (opponents, setup.modes.buttons[PlayMode.PRACTICE], setup.play_button, arena.page.side.sound_button)
    for widget in (*choices, arena.page.side.statistics_button):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus()
        arena.press(KEYS.Key_Space)
        assert arena.state.phase is MatchPhase.COUNTDOWN
        assert not opponents.menu().isVisible()
        arena.page.match_controller.leave()
    assert arena.desktop.preferences.settings.play.sound


def test_space_begins_nothing_behind_the_statistics(arena: Arena) -> None:
    arena.press(KEYS.Key_S)
    arena.press(KEYS.Key_Space)
    assert arena.page.match_controller.match is None


def test_an_obstacle_is_told_before_anything_is_played(arena: Arena) -> None:
    arena.lose_camera()
    assert arena.page.game_view.scene.hint == "There is no picture from the camera."
    arena.find_camera()
    assert arena.page.game_view.scene.hint == "Press Space to play"


def practise(arena: Arena, seconds_late: float) -> PracticeState:
    """Answer every question this late, and return the end."""
    arena.press(KEYS.Key_Space)
    for _ in range(200):
        state = practice_of(arena)
        if state.phase is PracticePhase.DONE:
            return state
        if state.asked is None or state.phase is not PracticePhase.ASKED:
            arena.wait(1.1)
        else:
            arena.hold(NONE, seconds=seconds_late)
            arena.hold(state.asked, seconds=0.5)
    raise AssertionError("the practice does not end")


def test_points_only_rise_and_the_best_practice_is_remembered(
    make_arena: MakeArena, settings_file: SettingsFile
) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.PRACTICE))
    first = practise(arena, 2.0)
    sums = [sum(result.points for result in first.results[:count]) for count in range(11)]
    assert sums == sorted(sums)
    assert sums[-1] == first.points
    assert arena.page.practice_panel.card.icon == "trophy"
    assert settings_file.load().play.practice_best == {LIZARD_SPOCK.name: first.points}
    worse = practise(arena, 3.0)
    assert worse.points < first.points
    assert arena.page.practice_panel.card.icon == "practice"
    assert f"Personal best: {first.points} points." in arena.announcement[1]
    better = practise(arena, 0.2)
    assert arena.page.practice_panel.card.icon == "trophy"
    assert arena.announcement[1].startswith(f"New personal best! Before: {first.points} points.")
    assert settings_file.load().play.practice_best == {LIZARD_SPOCK.name: better.points}


def test_the_demo_clip_has_no_personal_best(make_arena: MakeArena, settings_file: SettingsFile) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.PRACTICE), demo=True)
    assert practise(arena, 0.2).points > 0
    assert settings_file.load().play.practice_best == {}


def test_a_beginner_plays_the_easiest_and_is_offered_the_next(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(best_of=1))
    names = list(OPPONENTS)
    panel = arena.page.match_panel
    for name, harder in zip(names, [*names[1:], None], strict=True):
        if not arena.page.match_presenter.is_on:
            arena.press(KEYS.Key_Space)
        arena.throw(LIZARD_SPOCK.winners_against(arena.committed_throw)[0])
        assert arena.state.last_round is not None
        assert arena.state.last_round.opponent == name
        assert panel.harder_button.isHidden()
        arena.see_until(MatchPhase.MATCH_OVER, "rock")
        assert panel.harder_button.isHidden() is (harder is None)
        if harder is not None:
            assert opponent_text(harder).title in panel.harder_button.text()
            panel.harder_button.click()
            assert arena.desktop.preferences.settings.play.opponent == harder
            assert arena.state.phase is MatchPhase.COUNTDOWN


def test_after_a_lost_match_nobody_harder_is_offered(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(best_of=1))
    arena.press(KEYS.Key_Space)
    arena.throw(next(iter(LIZARD_SPOCK.beats[arena.committed_throw])))
    arena.see_until(MatchPhase.MATCH_OVER, "rock")
    assert arena.page.match_panel.harder_button.isHidden()


def test_an_endless_match_ends_with_its_result(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(best_of=0))
    arena.press(KEYS.Key_Space)
    for _ in range(2):
        arena.throw(LIZARD_SPOCK.winners_against(arena.committed_throw)[0])
        arena.press(KEYS.Key_Space)
    arena.throw(arena.committed_throw)
    arena.press(KEYS.Key_Escape)
    assert arena.announcement[0] == "Paused"
    arena.press(KEYS.Key_Escape)
    assert arena.announcement == ("You win 2 : 0", "3 rounds. 1 of them was a draw. Longest win streak: 2.")
    assert arena.page.game_view.scene.hint == "Space: another match   ·   Esc: choose a mode"
    assert arena.page.match_presenter.heading() == "Endless match"
    arena.press(KEYS.Key_Escape)
    assert arena.page.match_controller.match is None


def test_an_endless_match_without_a_round_has_no_result(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(best_of=0))
    arena.press(KEYS.Key_Space)
    arena.press(KEYS.Key_Escape)
    arena.press(KEYS.Key_Escape)
    assert arena.page.match_controller.match is None
