"""Correcting of misread hands after a round."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gesture_app.domain.game.match import MatchPhase
from gesture_app.domain.samples.correction import SeenHand
from gesture_app.gui.play.scenes import QUESTION
from gesture_app.settings import PlayMode, PlaySettings
from tests.gui.play.conftest import LEFT_X, RIGHT_X, Arena, MakeArena

KEYS = Qt.Key


class Corrected:
    """The hands that the page wants to have corrected."""

    def __init__(self, arena: Arena, monkeypatch: pytest.MonkeyPatch) -> None:
        self.hands: list[tuple[SeenHand, str]] = []
        monkeypatch.setattr(arena.desktop.corrections, "correct", lambda hand, label: self.hands.append((hand, label)))

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Reading and label of each."""
        return [(hand.reading.prediction.gesture, label) for hand, label in self.hands]


@pytest.fixture
def corrected(arena: Arena, monkeypatch: pytest.MonkeyPatch) -> Corrected:
    return Corrected(arena, monkeypatch)


def is_offered(arena: Arena) -> bool:
    return arena.page.match_panel.correct_button.isVisibleTo(arena.page.match_panel)


def is_asked(arena: Arena) -> bool:
    return arena.page.question.isVisible()


def test_the_hand_whose_throw_was_read_is_corrected(arena: Arena, corrected: Corrected) -> None:
    arena.press(KEYS.Key_Space)
    assert not is_offered(arena)
    arena.throw("paper")
    locked_seq, score = arena.seq, arena.state.score
    arena.hold("lizard", seconds=1)
    assert is_offered(arena)
    arena.press(KEYS.Key_C)
    assert is_asked(arena)
    assert arena.page.question.captions == ["Read as\npaper"]
    assert "The round stays as it was played." in arena.page.question.note
    assert arena.announcement == ("Paused", QUESTION)
    arena.press(KEYS.Key_3)
    assert corrected.labels == [("paper", "scissors")]
    assert corrected.hands[0][0].frame.seq == locked_seq
    assert arena.state.score == score
    assert len(arena.page.match_controller.match.rounds) == 1  # type: ignore[union-attr]
    assert not is_asked(arena)


def test_the_question_waits_until_it_is_answered_or_the_match_goes_on(arena: Arena, corrected: Corrected) -> None:
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    arena.page.match_panel.correct_button.click()
    arena.hold("rock", seconds=10)
    assert is_asked(arena)
    arena.press(KEYS.Key_Space)
    assert arena.state.phase is MatchPhase.COUNTDOWN
    assert not is_asked(arena)
    assert not is_offered(arena)
    assert corrected.hands == []


def test_esc_leaves_the_question_not_the_match(arena: Arena, corrected: Corrected) -> None:
    arena.press(KEYS.Key_Space)
    arena.throw("paper")
    arena.press(KEYS.Key_C)
    assert arena.hint.endswith("Esc: close the question")
    arena.press(KEYS.Key_Escape)
    assert not is_asked(arena)
    assert arena.announcement[0] == "Paused"
    assert arena.hint.endswith("Esc: end the match")
    assert arena.page.match_controller.match is not None
    assert is_offered(arena)
    assert corrected.hands == []


def test_a_throw_that_was_not_read_is_corrected(arena: Arena, corrected: Corrected) -> None:
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock")
    arena.see_until(MatchPhase.MISTHROW, "none")
    arena.press(KEYS.Key_C)
    arena.press(KEYS.Key_2)
    assert corrected.labels == [("none", "paper")]


def test_without_a_hand_nothing_can_be_corrected(arena: Arena) -> None:
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock")
    arena.see_until(MatchPhase.MISTHROW)
    assert not is_offered(arena)
    arena.press(KEYS.Key_C)
    assert not is_asked(arena)


def test_of_two_players_either_hand_is_corrected(make_arena: MakeArena, monkeypatch: pytest.MonkeyPatch) -> None:
    arena = make_arena(PlaySettings(mode=PlayMode.TWO_PLAYERS))
    corrected = Corrected(arena, monkeypatch)
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=(LEFT_X, RIGHT_X))
    arena.see_until(MatchPhase.REVEAL, "paper", "spock", xs=(LEFT_X, RIGHT_X))
    arena.press(KEYS.Key_C)
    assert arena.page.question.captions == ["Read as\npaper", "Read as\nSpock"]
    arena.press(KEYS.Key_Right)
    arena.press(KEYS.Key_4)
    assert corrected.labels == [("spock", "lizard")]
    assert corrected.hands[0][0].reading.hand.center_px[0] > 32


def test_an_answer_that_corrects_a_doubtful_throw_teaches_it_as_that_of_its_player(
    make_arena: MakeArena, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = PlaySettings(mode=PlayMode.TWO_PLAYERS, people=("Anna", "Ben"))
    arena = make_arena(pair)
    taught: list[tuple[str, str, str]] = []
    monkeypatch.setattr(
        arena.desktop.corrections,
        "correct",
        lambda hand, label, person: taught.append((hand.reading.prediction.gesture, label, person)),
    )
    arena.press(KEYS.Key_Space)
    arena.see_until(MatchPhase.SHOOT, "rock", "rock", xs=(LEFT_X, RIGHT_X))
    for _ in range(30):
        arena.see("paper", "scissors", xs=(LEFT_X, RIGHT_X), probability=0.45)
    arena.press(KEYS.Key_Y)
    assert taught == []
    arena.press(KEYS.Key_N)
    asked = arena.state.question
    assert asked is not None
    arena.press(KEYS.Key_Y)
    assert arena.state.phase is MatchPhase.REVEAL
    arena.hold("rock", "rock", seconds=0.4, xs=(LEFT_X, RIGHT_X))
    assert taught == [("scissors", asked.gesture, "Ben")]
