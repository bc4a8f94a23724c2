from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.game.commitment import verify
from gesture_app.domain.game.match import (
    GameTiming,
    Match,
    MatchPhase,
    MatchSettings,
    MatchState,
    Misthrow,
    Observation,
    Players,
    SeenHand,
)
from gesture_app.domain.game.opponents import PastRound, opponent_named
from gesture_app.domain.game.rounds import SECOND_PLAYER
from gesture_app.domain.game.rules import CLASSIC, LIZARD_SPOCK, RoundOutcome, RuleTable
from gesture_app.domain.game.throw_reading import LateThrow
from tests.fakes.rule_tables import WITH_WELL
from tests.fakes.seen_hands import seen_hand
from tests.fakes.simulated_hand import GESTURES, SimulatedHand, observations

FPS = 30.0
TIMING = GameTiming()
ONCE = MatchSettings(CLASSIC, best_of=None, continuous=False)
SHOOT_S = ONCE.countdown_s
"""Of a round that starts at 0."""

Seen = str | tuple[str, ...] | None


class Scripted:
    """Plays scripted throws, and records the histories it was given."""

    name = "scripted"
    description = "A fake."

    def __init__(self, *throws: str) -> None:
        self.throws = list(throws)
        self.histories: list[tuple[PastRound, ...]] = []

    def choose(self, history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
        self.histories.append(tuple(history))
        return self.throws[(len(self.histories) - 1) % len(self.throws)]


def match(*throws: str, settings: MatchSettings = ONCE) -> Match:
    return Match(settings, Scripted(*(throws or ("rock",))), rng=random.Random(1))


def two_people(settings: MatchSettings = ONCE) -> Match:
    return Match(replace(settings, players=Players.TWO), None, rng=random.Random(1))


def hands(seen: Seen, center_x: float = 0.5) -> tuple[SeenHand, ...]:
    gestures = (seen,) if isinstance(seen, str) else seen or ()
    return tuple(seen_hand(gesture, center_x + 0.1 * n) for n, gesture in enumerate(gestures))


def show(
    game: Match,
    seen_at: Callable[[float], Seen],
    from_s: float,
    to_s: float,
    right: Callable[[float], Seen] | None = None,
) -> list[MatchState]:
    """Show 30 frames a second; with ``right``, ``seen_at`` is the left half."""
    states = []
    for number in range(math.ceil(from_s * FPS), math.ceil(to_s * FPS)):
        now_s = number / FPS
        seen = hands(seen_at(now_s), 0.25) + hands(right(now_s), 0.75) if right else hands(seen_at(now_s))
        states.append(game.observe(Observation(now_s, seen)))
    return states


def opening_to(
    throw: Seen, at_s: float = SHOOT_S + 0.2, halfway: Seen = "none", takes_s: float = 0.2
) -> Callable[[float], Seen]:
    """A fist that begins to open at a time."""
    return lambda now_s: "rock" if now_s < at_s else halfway if now_s < at_s + takes_s else throw


def two_fists_opening(now_s: float) -> Seen:
    """Two hands that pump both, and open to two throws."""
    return ("rock", "rock") if now_s < SHOOT_S + 0.2 else ("rock", "paper")


def play_round(seen_at: Callable[[float], Seen], *throws: str, until_s: float = SHOOT_S + 1.6) -> MatchState:
    game = match(*throws)
    game.start_round(0.0)
    return show(game, seen_at, 0.0, until_s)[-1]


def test_the_countdown_calls_the_throws_of_the_game_and_then_shoot() -> None:
    game = match(settings=replace(ONCE, rules=LIZARD_SPOCK))
    assert game.state.phase is MatchPhase.IDLE
    assert (game.state.beat_index, game.state.seconds_to_shoot, game.state.commitment_digest) == (None, None, None)
    assert game.state.words == ("rock", "paper", "scissors", "lizard", "Spock", "shoot!")
    game.start_round(100.0)
    for beat in range(5):
        state = game.tick(100.0 + beat * 0.6)
        assert (state.phase, state.beat_index) == (MatchPhase.COUNTDOWN, beat)
        assert state.seconds_to_shoot == pytest.approx(3.0 - beat * 0.6)
        assert game.tick(100.0 + beat * 0.6 + 0.59).beat_index == beat
    state = game.tick(103.0)
    assert (state.phase, state.beat_index, state.seconds_to_shoot) == (MatchPhase.SHOOT, 5, 0.0)
    assert match().settings.words == ("rock", "paper", "scissors", "shoot!")


def test_a_game_of_four_gestures_is_played_to_its_end() -> None:
    settings = replace(ONCE, rules=WITH_WELL, best_of=3)
    game = match("well", "rock", "well", settings=settings)
    assert game.state.words == ("rock", "paper", "scissors", "well", "shoot!")
    states = play_rounds(game, ["scissors", "well", "paper"])
    assert [state.last_round.reason for state in states if state.last_round] == [
        "well swallows scissors",
        "well swallows rock",
        "paper covers well",
    ]
    assert (states[-1].score, states[-1].winner) == ((2, 1), 0)
    assert all(record.commitment_fault() is None for record in game.rounds)


def test_hands_are_expected_from_the_first_word_until_the_throws_are_read() -> None:
    for game, count in ((match("rock"), 1), (two_people(), 2)):
        assert game.expected_hands == 0
        game.start_round(0.0)
        assert game.expected_hands == count
        game.stop()
        assert game.expected_hands == 0


def test_time_never_runs_backwards() -> None:
    game = match()
    game.start_round(10.0)
    game.tick(11.0)
    assert game.tick(5.0).now_s == 11.0
    assert game.state.phase is MatchPhase.COUNTDOWN


def test_starting_during_a_round_changes_nothing() -> None:
    game = match()
    game.start_round(0.0)
    assert game.start_round(0.5).beat_index == 0
    assert game.start_round(SHOOT_S).phase is MatchPhase.SHOOT


@pytest.mark.parametrize(
    ("throw", "computer", "outcome", "reason", "score"),
    [
        ("paper", "rock", RoundOutcome.WIN, "paper covers rock", (1, 0)),
        ("scissors", "rock", RoundOutcome.LOSE, "rock crushes scissors", (0, 1)),
        ("rock", "rock", RoundOutcome.DRAW, "both threw rock", (0, 0)),
    ],
)
def test_the_throw_shown_at_shoot_is_revealed_with_its_reason(
    throw: str, computer: str, outcome: RoundOutcome, reason: str, score: tuple[int, int]
) -> None:
    state = play_round(opening_to(throw, halfway="rock" if throw == "rock" else "none"), computer)
    assert state.phase is MatchPhase.REVEAL
    assert state.last_round is not None
    assert state.last_round.throws == (throw, computer)
    assert (state.last_round.outcome, state.last_round.reason, state.score) == (outcome, reason, score)
    assert (state.misthrow, state.late_throw) == (None, None)
    assert state.last_round.shoot_s == pytest.approx(SHOOT_S)
    assert SHOOT_S < state.last_round.locked_s <= state.last_round.revealed_s < SHOOT_S + 0.9


def test_a_throw_a_little_before_shoot_counts() -> None:
    state = play_round(opening_to("paper", SHOOT_S - 0.3))
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"
    assert state.last_round.reveal_delay_s < 0.3


def test_a_fist_that_is_often_misread_as_the_throw_to_come_is_not_too_early() -> None:
    state = play_round(lambda t: "scissors" if t > SHOOT_S + 0.1 or round(t * FPS) % 2 else "rock")
    assert state.last_round is not None
    assert state.last_round.throws[0] == "scissors"


def test_no_half_way_pose_is_taken_for_the_throw() -> None:
    """A fist that opens to paper is read as scissors for all of the 0.35 s that it takes."""
    state = play_round(opening_to("paper", SHOOT_S + 0.1, halfway="scissors", takes_s=0.35))
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"


def test_a_fist_counts_only_when_it_stays() -> None:
    state = play_round(opening_to("paper", SHOOT_S + 0.55))
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"
    state = play_round(lambda _: "rock")
    assert state.last_round is not None
    assert state.last_round.throws[0] == "rock"
    assert TIMING.rock_settle_s <= state.last_round.reveal_delay_s < TIMING.rock_settle_s + 2 / FPS


def test_single_misread_frames_do_no_harm() -> None:
    def seen(now_s: float) -> Seen:
        wrong = round(now_s * FPS) % 6 == 0
        return "lizard" if wrong else opening_to("scissors")(now_s)

    state = play_round(seen)
    assert state.last_round is not None
    assert state.last_round.throws[0] == "scissors"


def test_a_hand_that_comes_into_view_at_shoot_counts() -> None:
    state = play_round(lambda now_s: None if now_s < SHOOT_S + 0.2 else "scissors")
    assert state.last_round is not None
    assert state.last_round.throws[0] == "scissors"


def test_a_hand_that_the_detector_finds_twice_is_one_hand() -> None:
    game = match()
    game.start_round(0.0)
    for number in range(int((SHOOT_S + 1.0) * FPS)):
        now_s = number / FPS
        ghost = seen_hand("lizard" if now_s < SHOOT_S else "scissors", 0.53, intent=0.9)
        state = game.observe(Observation(now_s, (ghost, *hands(opening_to("paper")(now_s)))))
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"


def play_hands(hands_at: Callable[[float], Sequence[SeenHand]], until_s: float = SHOOT_S + 1.6) -> MatchState:
    """Play one round with these hands at 30 frames a second."""
    game = match()
    game.start_round(0.0)
    for number in range(math.ceil(until_s * FPS)):
        state = game.observe(Observation(number / FPS, tuple(hands_at(number / FPS))))
    return state


@pytest.mark.parametrize(("intent", "counts"), [(0.5, True), (0.03, True), (0.01, False)])
def test_at_shoot_a_hand_has_thrown_something_unless_it_very_surely_has_not(intent: float, counts: bool) -> None:
    def seen(now_s: float) -> list[SeenHand]:
        return [seen_hand("rock") if now_s < SHOOT_S else seen_hand("paper", intent=intent)]

    state = play_hands(seen)
    assert (state.last_round is not None) is counts
    assert state.last_round is None or state.last_round.throws[0] == "paper"
    assert state.misthrow is (None if counts else Misthrow.NO_GESTURE)


def test_only_the_throws_of_the_game_are_possible() -> None:
    state = play_hands(lambda t: [seen_hand("rock") if t < SHOOT_S else SPOCK_LIKE_PAPER])
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"
    assert play_hands(lambda _: [seen_hand("spock", share=0.999)]).misthrow is Misthrow.NO_GESTURE


SPOCK_LIKE_PAPER = SeenHand(Prediction(DEFAULT_LABELS, np.array([0, 0.3, 0, 0, 0.7, 0], np.float32)), 0.5)


def test_a_hand_at_rest_before_shoot_has_not_thrown_too_early() -> None:
    """It looks a little like the throw to come."""
    state = play_hands(lambda t: [seen_hand("paper", intent=0.3 if t < SHOOT_S + 0.2 else 0.99)])
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"


def test_a_hand_at_rest_beside_the_throw_is_no_second_hand() -> None:
    resting = seen_hand("lizard", 0.2, intent=0.3)
    state = play_hands(lambda t: [resting, *hands(opening_to("paper")(t), 0.7)])
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"


def test_two_hands_with_the_same_throw_have_thrown_it() -> None:
    state = play_round(lambda t: ("rock", "rock") if t < SHOOT_S else ("paper", "paper"))
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"


def test_a_hand_that_is_lowered_after_the_reveal_has_not_changed() -> None:
    def seen(now_s: float) -> Sequence[SeenHand]:
        return hands(opening_to("paper", SHOOT_S)(now_s)) if now_s < SHOOT_S + 0.8 else LOWERED

    state = play_hands(seen, until_s=SHOOT_S + 2)
    assert state.phase is MatchPhase.REVEAL
    assert state.late_throw is None


LOWERED = [seen_hand("scissors", intent=0.3)]


def test_frames_that_arrive_late_count_by_their_capture_time() -> None:
    game = match()
    game.start_round(0.0)
    for number in range(int((SHOOT_S + 0.9) * FPS)):
        now_s = number / FPS
        game.tick(now_s + 0.2)
        state = game.observe(Observation(now_s, hands(opening_to("paper")(now_s))))
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"
    assert state.last_round.revealed_s == pytest.approx(state.last_round.locked_s + 0.2)


def test_old_frames_are_ignored() -> None:
    game = match()
    game.start_round(0.0)
    show(game, lambda _: "rock", 0.0, SHOOT_S + 0.4)
    for number in range(100):
        state = game.observe(Observation(SHOOT_S + 0.001 * number, hands("paper")))
    assert state.phase is MatchPhase.SHOOT
    state = show(game, lambda _: "rock", SHOOT_S + 0.4, SHOOT_S + 1)[-1]
    assert state.last_round is not None
    assert state.last_round.throws[0] == "rock"
    assert state.last_round.reveal_delay_s < TIMING.rock_settle_s + 2 / FPS


def flicker(now_s: float) -> Seen:
    return ("paper", "scissors")[int(now_s * 10) % 2]


UNSETTLED = Misthrow.UNSETTLED

FAULTS: dict[str, tuple[Callable[[float], Seen], Misthrow]] = {
    "held open all the time": (lambda _: "paper", Misthrow.TOO_EARLY),
    "opened at the last word": (opening_to("paper", SHOOT_S - 1.0), Misthrow.TOO_EARLY),
    "came into view too late": (lambda t: None if t < SHOOT_S + 1.05 else "paper", Misthrow.TOO_LATE),
    "no gesture until too late": (lambda t: "none" if t < SHOOT_S + 1.05 else "paper", Misthrow.TOO_LATE),
    "nobody there": (lambda _: None, Misthrow.NO_HAND),
    "vanished in mid-countdown": (lambda t: "rock" if t < SHOOT_S - 0.7 else None, Misthrow.NO_HAND),
    "vanished at shoot": (lambda t: "rock" if t < SHOOT_S + 0.2 else None, Misthrow.NO_HAND),
    "no gesture": (lambda _: "none", Misthrow.NO_GESTURE),
    "an opening that ends nowhere": (opening_to("none"), Misthrow.NO_GESTURE),
    "two hands": (lambda _: ("rock", "paper"), Misthrow.TWO_HANDS),
    "a second hand at shoot": (lambda t: "rock" if t < SHOOT_S else ("paper", "rock"), Misthrow.TWO_HANDS),
    "flicker between two gestures": (flicker, Misthrow.UNSETTLED),
    "a fist that comes and goes": (lambda t: "none" if t > SHOOT_S and round(t * FPS) % 3 == 0 else "rock", UNSETTLED),
    "flicker from shoot on": (lambda t: "rock" if t < SHOOT_S else flicker(t), Misthrow.UNSETTLED),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_misthrow_is_told_apart_and_costs_nothing(name: str) -> None:
    seen_at, misthrow = FAULTS[name]
    state = play_round(seen_at)
    assert state.phase is MatchPhase.MISTHROW
    assert (state.misthrow, state.misthrow_player) == (misthrow, 0 if misthrow not in WITHOUT_PLAYER else None)
    assert (state.score, state.draws, state.last_round, state.round_number) == ((0, 0), 0, None, 1)


WITHOUT_PLAYER = (Misthrow.NO_HAND, Misthrow.NO_FRAMES)


def test_every_misthrow_has_an_explanation_with_a_remedy() -> None:
    texts = {misthrow.explanation for misthrow in Misthrow}
    assert len(texts) == len(Misthrow)
    assert all(": " in text and text.endswith(".") and len(text) < 75 for text in texts)


@pytest.mark.parametrize("frozen_at_s", [0.3, SHOOT_S - 0.1, SHOOT_S + 0.3, SHOOT_S + 0.5])
def test_a_frozen_camera_locks_nothing_and_differs_from_an_empty_frame(frozen_at_s: float) -> None:
    game = match()
    game.start_round(0.0)
    show(game, lambda _: "rock", 0.0, frozen_at_s)
    misthrown_s = 0.0
    for number in range(int(frozen_at_s * 60), int((SHOOT_S + 2) * 60)):
        state = game.tick(number / 60)
        if state.phase is MatchPhase.SHOOT and number / 60 > frozen_at_s + 0.6:
            assert state.frames_missing
        if state.phase is MatchPhase.MISTHROW and not misthrown_s:
            misthrown_s = number / 60
    assert (state.misthrow, state.last_round) == (Misthrow.NO_FRAMES, None)
    assert misthrown_s == pytest.approx(SHOOT_S + TIMING.window_s + TIMING.frame_delay_s, abs=0.04)


def test_a_camera_that_freezes_over_shoot_and_comes_back_is_forgiven_nothing_it_did_not_show() -> None:
    """The gesture held before the gap is not the throw."""
    game = match()
    game.start_round(0.0)
    show(game, lambda _: "rock", 0.0, SHOOT_S)
    state = show(game, lambda _: "paper", SHOOT_S + 0.6, SHOOT_S + 1.1)[-1]
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"
    assert state.last_round.locked_s >= SHOOT_S + 0.6 + TIMING.opening_s - 0.01


def test_outside_a_round_no_frame_is_missing() -> None:
    game = match()
    assert not game.tick(50.0).frames_missing
    game.start_round(50.0)
    assert not game.tick(50.5).frames_missing
    assert game.tick(50.6).frames_missing


def test_a_clock_that_jumps_hours_ahead_ends_the_round() -> None:
    game = match()
    game.start_round(0.0)
    show(game, lambda _: "rock", 0.0, 1.0)
    assert game.observe(Observation(9000.0, hands("paper"))).misthrow is Misthrow.NO_FRAMES
    game.start_round(9001.0)
    assert game.tick(20000.0).misthrow is Misthrow.NO_FRAMES


def test_a_round_that_was_misthrown_is_played_again_with_the_same_commitment() -> None:
    game = match("rock", "paper")
    digest = game.start_round(0.0).commitment_digest
    assert show(game, lambda _: None, 0.0, 4.0)[-1].misthrow is Misthrow.NO_HAND
    state = game.start_round(4.0)
    assert (state.phase, state.misthrow, state.round_number) == (MatchPhase.COUNTDOWN, None, 1)
    assert state.commitment_digest == digest
    state = show(game, opening_to("paper", 4.2 + SHOOT_S), 4.0, 6.8)[-1]
    assert state.last_round is not None
    assert (state.last_round.throws, state.last_round.digest) == (("paper", "rock"), digest)


def test_a_late_throw_is_told_with_its_time_and_the_locked_throw_stands() -> None:
    game = match("scissors")
    game.start_round(0.0)
    before = show(game, opening_to("paper"), 0.0, SHOOT_S + 0.9)[-1]
    assert (before.phase, before.late_throw) == (MatchPhase.REVEAL, None)
    after = show(game, lambda _: "scissors", SHOOT_S + 0.9, SHOOT_S + 1.6)[-1]
    assert after.late_throw == LateThrow(0, "scissors", pytest.approx(0.9, abs=1.5 / FPS))
    assert after.last_round == before.last_round
    assert after.score == (0, 1)
    assert game.start_round(5.0).late_throw is None


@pytest.mark.parametrize(("begins_s", "is_late"), [(1.45, True), (1.9, False)])
def test_a_late_throw_must_begin_soon_after_the_lock_but_may_settle_later(begins_s: float, *, is_late: bool) -> None:
    game = match("scissors")
    game.start_round(0.0)
    show(game, opening_to("paper"), 0.0, SHOOT_S + begins_s)
    state = show(game, lambda _: "scissors", SHOOT_S + begins_s, SHOOT_S + begins_s + 0.7)[-1]
    assert (state.late_throw is not None) == is_late


def test_a_hand_that_opens_after_its_fist_was_locked_has_changed() -> None:
    state = play_round(opening_to("paper", SHOOT_S + 0.75), until_s=SHOOT_S + 2.0)
    assert state.last_round is not None
    assert state.last_round.throws[0] == "rock"
    assert state.late_throw == LateThrow(0, "paper", pytest.approx(0.95, abs=1.5 / FPS))


@pytest.mark.parametrize("then", ["rock", "none", None])
def test_going_back_to_a_fist_or_away_is_no_change(then: Seen) -> None:
    def seen(now_s: float) -> Seen:
        """A closing hand is read as scissors for 0.3 s."""
        closing = SHOOT_S + 0.7 <= now_s < SHOOT_S + 1.0
        return "scissors" if closing else opening_to("paper", SHOOT_S)(now_s) if now_s < SHOOT_S + 1 else then

    state = play_round(seen, until_s=SHOOT_S + 2.5)
    assert state.phase is MatchPhase.REVEAL
    assert state.late_throw is None


def test_going_back_to_a_fist_at_once_is_no_change() -> None:
    state = play_round(
        lambda t: opening_to("paper", SHOOT_S)(t) if t < SHOOT_S + 0.62 else "rock", until_s=SHOOT_S + 2.5
    )
    assert state.last_round is not None
    assert state.last_round.throws[0] == "paper"
    assert state.phase is MatchPhase.REVEAL
    assert state.late_throw is None


def play_rounds(game: Match, throws: Sequence[str], every_s: float = 4.0) -> list[MatchState]:
    """Each round's state just after its reveal."""
    states = []
    for number, throw in enumerate(throws):
        start_s = number * every_s
        game.start_round(start_s)
        at_s = start_s + game.settings.countdown_s
        states.append(show(game, opening_to(throw, at_s + 0.1), start_s, at_s + 1.0)[-1])
    return states


@pytest.mark.parametrize(("best_of", "needed"), [(1, 1), (3, 2), (5, 3), (7, 4)])
def test_a_match_is_over_when_it_is_decided(best_of: int, needed: int) -> None:
    game = match("rock", settings=replace(ONCE, best_of=best_of))
    states = play_rounds(game, ["rock", *["paper"] * needed])
    assert [state.winner for state in states] == [None] * needed + [0]
    assert states[-1].draws == 1
    assert states[-1].phase is MatchPhase.REVEAL
    end = game.tick(states[-1].now_s + TIMING.reveal_hold_s)
    assert (end.phase, end.score, end.winner) == (MatchPhase.MATCH_OVER, (needed, 0), 0)
    assert game.start_round(end.now_s + 1).phase is MatchPhase.MATCH_OVER
    assert len(game.rounds) == needed + 1


def test_the_computer_can_win() -> None:
    game = match("scissors", settings=replace(ONCE, best_of=3))
    state = play_rounds(game, ["paper", "paper"])[-1]
    assert (state.winner, state.score) == (1, (0, 2))
    assert game.start_round(100.0).phase is MatchPhase.MATCH_OVER


def test_an_endless_match_has_no_end_and_counts_streaks() -> None:
    game = match("rock")
    throws = ["paper", "paper", "rock", "paper", "scissors", "scissors", "paper"]
    states = play_rounds(game, throws)
    assert [state.streak for state in states] == [1, 2, 2, 3, -1, -2, 1]
    assert [state.best_streak for state in states] == [1, 2, 2, 3, 3, 3, 3]
    assert [state.round_number for state in states] == [1, 2, 3, 4, 5, 6, 7]
    assert [record.throws[0] for record in game.rounds] == throws
    assert states[-1].winner is None


def test_the_opponent_is_told_finished_rounds_only() -> None:
    opponent = Scripted("rock", "paper")
    earlier = (PastRound("paper", "paper"),)
    game = Match(ONCE, opponent, rng=random.Random(1), earlier=earlier)
    play_rounds(game, ["paper", "scissors"])
    assert opponent.histories == [earlier, (*earlier, PastRound("paper", "rock"))]


def test_a_continuous_match_goes_on_by_itself() -> None:
    game = match("rock", settings=replace(ONCE, continuous=True))
    game.start_round(0.0)
    state = show(game, opening_to("paper"), 0.0, SHOOT_S + 1.0)[-1]
    assert state.phase is MatchPhase.REVEAL
    state = show(game, lambda _: "rock", SHOOT_S + 1.0, SHOOT_S + 3.5)[-1]
    assert (state.phase, state.round_number) == (MatchPhase.COUNTDOWN, 2)


def test_a_match_that_is_not_continuous_waits() -> None:
    game = match("rock")
    game.start_round(0.0)
    show(game, opening_to("paper"), 0.0, SHOOT_S + 1.0)
    state = game.tick(10.0)
    assert (state.phase, state.round_number) == (MatchPhase.IDLE, 1)
    assert state.last_round is not None


def test_after_two_rounds_without_a_hand_the_match_waits_and_says_why() -> None:
    game = match("rock", settings=replace(ONCE, continuous=True))
    game.start_round(0.0)
    states = show(game, lambda _: None, 0.0, 30.0)
    shown = [state.phase for before, state in pairwise(states) if state.phase is not before.phase]
    again = [MatchPhase.SHOOT, MatchPhase.MISTHROW]
    assert shown == [*again, MatchPhase.COUNTDOWN, *again, MatchPhase.IDLE]
    assert states[-1].misthrow is Misthrow.NO_HAND


def test_stopping_keeps_the_score_and_the_commitment() -> None:
    game = match("rock")
    play_rounds(game, ["paper"])
    digest = game.start_round(10.0).commitment_digest
    state = game.stop()
    assert (state.phase, state.score, state.commitment_digest) == (MatchPhase.IDLE, (1, 0), digest)
    assert (state.beat_index, state.seconds_to_shoot) == (None, None)
    assert game.start_round(11.0).commitment_digest == digest
    assert match().stop().phase is MatchPhase.IDLE


def test_stopping_a_decided_match_ends_it() -> None:
    game = match("rock", settings=replace(ONCE, best_of=1))
    play_rounds(game, ["paper"])
    assert game.stop().phase is MatchPhase.MATCH_OVER


@pytest.mark.parametrize("best_of", [0, 2, 9, -1])
def test_other_lengths_are_refused(best_of: int) -> None:
    with pytest.raises(ValueError, match="best_of"):
        MatchSettings(best_of=best_of)


def test_players_and_opponent_must_fit() -> None:
    with pytest.raises(ValueError, match="needs an opponent"):
        Match(ONCE, None, rng=random.Random(1))
    with pytest.raises(ValueError, match="has none"):
        Match(replace(ONCE, players=Players.TWO), Scripted("rock"), rng=random.Random(1))
    with pytest.raises(ValueError, match="no throw of this game"):
        match("spock").start_round(0.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"beat_s": 0},
        {"beat_s": 6},
        {"settle_s": -1},
        {"late_s": math.nan},
        {"window_s": 0.3},
        {"agreement": 0.4},
        {"min_throw_probability": 1.1},
        {"min_share": 1.1},
        {"min_frames": 0},
    ],
)
def test_timing_that_contradicts_itself_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must be|expected"):
        GameTiming(**wrong)  # type: ignore[arg-type]


def play_two(left: Callable[[float], Seen], right: Callable[[float], Seen]) -> MatchState:
    game = two_people()
    game.start_round(0.0)
    return show(game, left, 0.0, SHOOT_S + 1.6, right)[-1]


def test_two_people_are_revealed_together() -> None:
    game = two_people()
    assert game.start_round(0.0).commitment_digest is None
    states = show(game, opening_to("paper", SHOOT_S), 0.0, SHOOT_S + 1.6, opening_to("scissors", SHOOT_S + 0.4))
    waiting = [state for state in states if state.phase is MatchPhase.SHOOT and state.locked == (True, False)]
    assert waiting
    assert all(state.last_round is None for state in waiting)
    record = states[-1].last_round
    assert record is not None
    assert (record.throws, record.outcome, record.opponent) == (("paper", "scissors"), RoundOutcome.LOSE, SECOND_PLAYER)
    assert (record.digest, record.opening) == (None, None)
    assert states[-1].score == (0, 1)


def test_who_has_locked_cannot_change_after_seeing_the_other() -> None:
    def left(now_s: float) -> Seen:
        return opening_to("paper", SHOOT_S)(now_s) if now_s < SHOOT_S + 0.55 else "rock"

    state = play_two(left, opening_to("scissors", SHOOT_S + 0.4))
    assert state.last_round is not None
    assert state.last_round.throws == ("paper", "scissors")


TWO_FAULTS: dict[str, tuple[Callable[[float], Seen], Callable[[float], Seen], Misthrow, int | None]] = {
    "nobody on the right": (opening_to("paper"), lambda _: None, Misthrow.ONE_PLAYER_MISSING, 1),
    "nobody on the left": (lambda _: None, opening_to("paper"), Misthrow.ONE_PLAYER_MISSING, 0),
    "the other shows nothing": (lambda _: None, lambda _: "none", Misthrow.ONE_PLAYER_MISSING, 0),
    "nobody at all": (lambda _: None, lambda _: None, Misthrow.NO_HAND, None),
    "right too early": (opening_to("paper"), lambda _: "paper", Misthrow.TOO_EARLY, 1),
    "left too late": (lambda t: "none" if t < SHOOT_S + 1.05 else "paper", opening_to("paper"), Misthrow.TOO_LATE, 0),
    "two hands on the right": (opening_to("paper"), two_fists_opening, Misthrow.TWO_HANDS, 1),
    "left flickers": (flicker, opening_to("paper"), Misthrow.UNSETTLED, 0),
    "right shows nothing": (opening_to("paper"), lambda _: "none", Misthrow.NO_GESTURE, 1),
}


@pytest.mark.parametrize("name", TWO_FAULTS)
def test_with_two_people_it_is_said_whose_misthrow_it_was(name: str) -> None:
    left, right, misthrow, player = TWO_FAULTS[name]
    state = play_two(left, right)
    assert (state.phase, state.misthrow, state.misthrow_player) == (MatchPhase.MISTHROW, misthrow, player)
    assert state.score == (0, 0)


def test_with_two_people_it_is_said_whose_hand_changed() -> None:
    game = two_people()
    game.start_round(0.0)
    show(game, opening_to("paper"), 0.0, SHOOT_S + 0.9, opening_to("paper"))
    state = show(game, lambda _: "paper", SHOOT_S + 0.9, SHOOT_S + 1.7, lambda _: "scissors")[-1]
    assert state.late_throw == LateThrow(1, "scissors", pytest.approx(0.9, abs=1.5 / FPS))


def simulate(hand_count: int, *, fps: float, error: float, rounds: int) -> tuple[float, float]:
    """Share of rounds in which the throw is read correctly, and the median time to the reveal."""
    rng = random.Random(f"{hand_count} {fps} {error}")
    right, delays = 0, []
    for number in range(rounds):
        opponent = opponent_named("random") if hand_count == 1 else None
        players = Players.COMPUTER if hand_count == 1 else Players.TWO
        game = Match(MatchSettings(LIZARD_SPOCK, None, players, continuous=False), opponent, rng=rng)
        shoot_s = game.settings.countdown_s
        thrown = tuple(GESTURES[(number + 2 * n) % len(GESTURES)] for n in range(hand_count))
        centers = (0.5,) if hand_count == 1 else (0.25, 0.75)
        people = [SimulatedHand(g, shoot_s, rng, x, error) for g, x in zip(thrown, centers, strict=True)]
        game.start_round(0.0)
        for observation in observations(*people, from_s=0.0, to_s=shoot_s + 1.7, fps=fps, rng=rng):
            game.observe(observation)
        right += bool(game.rounds) and game.rounds[0].throws[:hand_count] == thrown
        delays += [record.reveal_delay_s for record in game.rounds]
    return right / rounds, median(delays)


@pytest.mark.parametrize(("fps", "error"), [(30, 0.05), (27, 0.1), (15, 0.05), (60, 0.1)])
def test_the_throw_read_is_the_throw_shown(fps: float, error: float) -> None:
    share, delay_s = simulate(1, fps=fps, error=error, rounds=150)
    assert share >= 0.97
    assert delay_s < 0.7


def test_the_throws_of_two_people_are_those_shown() -> None:
    share, delay_s = simulate(2, fps=27, error=0.05, rounds=100)
    assert share >= 0.95
    assert delay_s < 0.8


def test_the_computers_throw_cannot_depend_on_the_observed_hand() -> None:
    """For every gesture shown, the digest before the round and the throw after it are the same."""
    rng = random.Random(9)
    openings = set()
    for throw in (*CLASSIC.gestures * 4,):
        game = Match(ONCE, opponent_named("mind-reader"), rng=random.Random(77), earlier=(PastRound("rock", "paper"),))
        digest = game.start_round(0.0).commitment_digest
        hand = SimulatedHand(throw, SHOOT_S, rng, error=0.02)
        for observation in observations(hand, from_s=0.0, to_s=SHOOT_S + 1.7, fps=30, rng=rng):
            assert game.observe(observation).commitment_digest == digest
        (record,) = game.rounds
        assert record.opening is not None
        assert record.digest == digest
        assert record.throws == (throw, record.opening.throw)
        assert verify(digest or "", record.opening)
        assert record.commitment_fault() is None
        openings.add(record.opening)
    assert len(openings) == 1
