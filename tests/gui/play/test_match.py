"""A match against the computer, as the person has it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gesture_app.domain.game.commitment import verify
from gesture_app.domain.game.match import GameTiming, MatchPhase
from gesture_app.domain.game.rules import LIZARD_SPOCK, RoundOutcome
from gesture_app.gui.play.fair_play_proof import FairPlayProof
from gesture_app.gui.play.throw_card import CardState
from gesture_app.settings import PlaySettings
from gesture_app.storage.round_codec import decode_round
from tests.gui.play.conftest import CAMERA, STEP_S, Arena, MakeArena

KEYS = Qt.Key


def winning(throw: str) -> str:
    return LIZARD_SPOCK.winners_against(throw)[0]


def losing(throw: str) -> str:
    return next(iter(LIZARD_SPOCK.beats[throw]))


def test_hands_are_looked_for_only_while_a_throw_is_expected(arena: Arena) -> None:
    engine = arena.engines.newest
    arena.press(KEYS.Key_Space)
    assert engine.expected_hands == 1
    arena.throw(winning(arena.committed_throw))
    assert engine.expected_hands == 0


def test_a_whole_match_by_keyboard(arena: Arena, qtbot: QtBot) -> None:
    page = arena.page
    assert page.game_view.scene.hint == "Press Space to play"
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN
    arena.throw(winning(arena.committed_throw))
    assert arena.announcement[0] == "You win!"
    assert page.match_panel.score_board.score == (1, 0)
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN
    arena.throw(losing(arena.committed_throw))
    assert arena.announcement[0] == "Dice wins!"
    arena.press(KEYS.Key_Space)
    arena.throw(arena.committed_throw)
    assert arena.announcement[0] == "Draw!"
    arena.press(KEYS.Key_Space)
    arena.throw(winning(arena.committed_throw))
    arena.see_until(MatchPhase.MATCH_OVER, "rock")
    assert arena.announcement[0] == "You won the match!"
    assert [pair.winner for pair in page.game_view.history.pairs] == [0, 1, None, 0]
    qtbot.waitUntil(lambda: len(arena.log.rounds) == 4)
    assert {logged.match_id for logged in arena.log.rounds} == {arena.log.rounds[0].match_id}
    assert arena.log.rounds[0].played_at == "2026-01-02T03:04:05+00:00"
    arena.press(KEYS.Key_Space)
    assert (arena.state.phase, arena.state.score) == (MatchPhase.COUNTDOWN, (0, 0))
    arena.press(KEYS.Key_Escape)
    assert arena.announcement[0] == "Paused"
    arena.press(KEYS.Key_Escape)
    assert page.match_controller.match is None
    assert page.game_view.scene.hint == "Press Space to play"


def test_the_next_round_begins_by_itself(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.throw(winning(arena.committed_throw))
    arena.see_until(MatchPhase.COUNTDOWN, "rock")
    assert arena.state.round_number == 2


def test_the_countdown_calls_each_word(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    words = []
    while arena.state.phase in {MatchPhase.COUNTDOWN, MatchPhase.SHOOT} and len(words) < 6:
        countdown = arena.page.game_view.scene.countdown
        assert countdown is not None
        word = countdown.words[countdown.index]
        words += [] if words[-1:] == [word] else [word]
        arena.see("rock")
    assert words == ["rock", "paper", "scissors", "lizard", "Spock", "shoot!"]


def test_both_throws_are_shown_with_the_reason(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.see("rock")
    you, computer = arena.page.match_panel.cards
    assert (you.content.text, computer.content.state) == ("Keep a fist", CardState.COMMITTED)
    assert computer.content.gesture == ""
    throw = arena.committed_throw
    arena.throw(winning(throw))
    assert you.content.gesture == winning(throw)
    assert you.content.image is not None
    assert you.content.is_winner
    assert (computer.content.gesture, computer.content.is_winner) == (throw, False)
    reason = LIZARD_SPOCK.reason(winning(throw), throw)
    assert arena.page.match_panel.reason.lower() == f"{reason}.".lower()
    assert arena.announcement[1].lower() == f"{reason}.".lower()


def test_fair_play_is_a_tick_that_opens_the_proof(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.see("rock")
    button = arena.page.match_panel.round_bar.fair_play
    assert button.icon_name == "lock"
    before = button.proof
    assert before is not None
    assert arena.committed_throw not in before.copied
    arena.throw("paper")
    assert button.icon_name == "check"
    dialog = arena.page.extras.open_proof()
    assert dialog is not None
    assert dialog.headline.text() == "The computer chose before it saw your hand."
    assert arena.state.phase is MatchPhase.IDLE
    dialog.copy_button.click()
    opening = decode_round(json.loads(QGuiApplication.clipboard().text())).opening
    assert opening is not None
    assert verify(before.digest, opening)
    dialog.close()


def test_a_proof_that_does_not_hold_is_told(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    record = arena.state.last_round
    assert record is not None
    other = replace(record, throws=(record.throws[0], winning(record.throws[1])))
    button = arena.page.match_panel.round_bar.fair_play
    button.show_proof(FairPlayProof(str(record.digest), other), has_computer=True)
    assert button.icon_name == "warning"
    assert "does not hold" in button.toolTip()


def test_a_streak_is_told(arena: Arena) -> None:
    arena.desktop.preferences.change(play=PlaySettings(opponent="random", best_of=5))
    arena.press(KEYS.Key_Space)
    for _ in range(2):
        arena.throw(winning(arena.committed_throw))
        note = arena.page.match_panel.note
        arena.press(KEYS.Key_Space)
    assert note == "2 wins in a row"


def test_a_change_after_the_reveal_does_not_count(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    arena.hold("scissors", seconds=0.8)
    assert arena.state.last_round is not None
    assert arena.state.last_round.throws[0] == "paper"
    assert "first throw counts" in arena.announcement[1]


@pytest.mark.parametrize(
    ("before", "after", "title", "words"),
    [
        (("paper",), ("paper",), "Too early!", "Keep a fist"),
        (("rock",), (), "No hand!", "Hold it up"),
        (("rock",), ("none",), "What was that?", "show one of the gestures"),
        (("rock", "rock"), ("paper", "lizard"), "Two hands!", "Throw with one"),
        ((), None, "No picture!", "camera"),
    ],
)
def test_misthrows_are_explained_and_played_again(
    arena: Arena, before: tuple[str, ...], after: tuple[str, ...] | None, title: str, words: str
) -> None:
    arena.press(KEYS.Key_Space)
    digest = arena.state.commitment_digest
    arena.see_until(MatchPhase.SHOOT, *before)
    for _ in range(60):
        if arena.state.phase is not MatchPhase.SHOOT:
            break
        if after is None:
            arena.wait(0.05)
        else:
            arena.see(*after)
    assert arena.state.phase is MatchPhase.MISTHROW
    assert arena.announcement[0] == title
    assert words in arena.announcement[1]
    assert arena.page.match_panel.reason == "Played again"
    arena.press(KEYS.Key_Space)
    assert (arena.state.phase, arena.state.round_number, arena.state.score) == (MatchPhase.COUNTDOWN, 1, (0, 0))
    assert arena.state.commitment_digest == digest


def test_a_hand_that_keeps_changing_and_one_that_comes_late(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock")
    for _ in range(20):
        arena.see("paper")
        arena.see("spock")
        if arena.state.phase is not MatchPhase.SHOOT:
            break
    assert arena.announcement[0] == "Hold still!"
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock")
    arena.hold(seconds=GameTiming().late_s + STEP_S)
    arena.see_until(MatchPhase.MISTHROW, "paper")
    assert arena.announcement[0] == "Too late!"


def test_after_two_rounds_without_a_hand_the_match_waits(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.IDLE)
    assert arena.announcement[0] == "No hand!"
    assert "Space" in arena.page.game_view.scene.hint
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN


def test_losing_the_camera_stops_the_countdown(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.hold("rock", seconds=0.5)
    arena.lose_camera()
    assert arena.state.phase is MatchPhase.IDLE
    assert arena.page.game_view.view.message == "Reconnecting…"
    assert not arena.page.match_controller.is_ticking
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.IDLE
    assert arena.announcement == ("Paused", "There is no picture from the camera.")
    arena.find_camera()
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN


def test_leaving_the_page_stops_the_countdown(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.hold("rock", seconds=0.5)
    arena.open_live()
    assert arena.state.phase is MatchPhase.IDLE
    assert not arena.page.match_controller.is_ticking
    arena.see("rock")
    assert arena.page.game_view.view.frame_seq != arena.seq
    arena.open_play()
    assert arena.page.game_view.view.frame_seq == arena.seq
    assert arena.announcement == ("Paused", "You were on another page.")
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN


def test_another_source_stops_the_countdown(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.hold("rock", seconds=0.5)
    arena.desktop.session.show_source(lambda: None)  # type: ignore[arg-type, return-value]
    assert arena.state.phase is MatchPhase.IDLE


def test_a_held_space_bar_counts_once(arena: Arena, qtbot: QtBot) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, KEYS.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    arena.page.keyPressEvent(event)
    assert arena.page.match_controller.match is None


def test_buttons_do_what_the_keys_do(arena: Arena) -> None:
    def click(button: QPushButton) -> None:
        button.click()

    click(arena.page.setup.play_button)
    assert arena.state.phase is MatchPhase.COUNTDOWN
    assert not arena.page.match_panel.next_button.isEnabled()
    arena.throw("paper")
    click(arena.page.match_panel.next_button)
    assert arena.state.phase is MatchPhase.COUNTDOWN
    click(arena.page.match_panel.stop_button)
    click(arena.page.match_panel.stop_button)
    assert arena.page.match_controller.match is None


def test_the_outcome_of_the_log_is_the_one_on_show(arena: Arena, qtbot: QtBot) -> None:
    arena.press(KEYS.Key_Space)
    arena.throw(winning(arena.committed_throw))
    qtbot.waitUntil(lambda: len(arena.log.rounds) == 1)
    assert arena.log.rounds[0].record.outcome is RoundOutcome.WIN


def test_a_short_match_is_over_after_one_round(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(opponent="random", best_of=1))
    arena.press(KEYS.Key_Space)
    arena.throw(winning(arena.committed_throw))
    arena.see_until(MatchPhase.MATCH_OVER, "rock")
    assert arena.page.match_panel.next_button.text() == "Play again"


def test_a_demo_is_watched_and_never_counted(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(opponent="random"), demo=True)
    assert arena.page.game_view.scene.hint == "Press Space to watch the clip play"
    arena.press(KEYS.Key_Space)
    assert arena.page.match_presenter.heading() == "Demo, not counted · round 1"
    arena.throw(winning(arena.committed_throw))
    assert arena.announcement[0] == "Demo clip wins!"
    assert arena.page.match_panel.cards[0].content.name == "Demo clip"
    assert arena.services.rounds.rounds == ()
    arena.services.rounds.stop()
    assert arena.log.rounds == []


def test_another_player_does_not_take_over_a_match(make_arena: MakeArena) -> None:
    arena = make_arena(PlaySettings(opponent="random"), demo=True)
    arena.press(KEYS.Key_Space)
    arena.desktop.sources.select(CAMERA)
    assert arena.page.match_controller.match is None
    arena.see("rock")
    arena.press(KEYS.Key_Space)
    arena.throw(winning(arena.committed_throw))
    assert arena.announcement[0] == "You win!"
    assert len(arena.services.rounds.rounds) == 1
