from __future__ import annotations

import random
from collections import Counter

import pytest

from benchmarks.opponents import PLAYERS, win_rate
from gesture_app.domain.game.opponents import OPPONENTS, REMEMBERED_ROUNDS, PastRound, opponent_named
from gesture_app.domain.game.predictors import Payoffs
from gesture_app.domain.game.rules import CLASSIC, LIZARD_SPOCK, RoundOutcome, RuleTable
from tests.fakes.rule_tables import WITH_WELL

GAMES = pytest.mark.parametrize("rules", [CLASSIC, LIZARD_SPOCK, WITH_WELL], ids=lambda rules: rules.name)
BOTH_GAMES = pytest.mark.parametrize("rules", [CLASSIC, LIZARD_SPOCK], ids=lambda rules: rules.name)


def rounds(*pairs: tuple[str, str]) -> list[PastRound]:
    return [PastRound(player, computer) for player, computer in pairs]


def rate(opponent: str, player: str, rules: RuleTable, matches: int = 8) -> float:
    return win_rate(opponent, PLAYERS[player], rules, matches=matches, rounds=60, seed=5)["win_rate"]


@GAMES
@pytest.mark.parametrize("player", ["win-stay/lose-shift", "cycling", "favourite-heavy"])
def test_the_mind_reader_beats_people_with_habits(player: str, rules: RuleTable) -> None:
    assert rate("mind-reader", player, rules) > 0.6


@BOTH_GAMES
@pytest.mark.parametrize("opponent", OPPONENTS)
def test_nobody_beats_chance(opponent: str, rules: RuleTable) -> None:
    assert 0.42 < rate(opponent, "uniform random", rules, matches=12) < 0.58


def test_in_a_game_that_is_not_balanced_guessing_opponents_throw_the_strongest_gestures() -> None:
    """Paper and the well beat two of the other three throws, rock and scissors one."""
    for name in ("frequency", "markov", "mind-reader"):
        first = {opponent_named(name).choose([], WITH_WELL, random.Random(seed)) for seed in range(30)}
        assert first <= {"paper", "well"}
        assert rate(name, "uniform random", WITH_WELL) > 0.55


def test_in_a_game_that_is_not_balanced_chance_is_even_for_an_even_player() -> None:
    assert 0.42 < rate("random", "uniform random", WITH_WELL, matches=12) < 0.58


@BOTH_GAMES
def test_simple_opponents_beat_the_habit_that_they_model(rules: RuleTable) -> None:
    assert rate("frequency", "favourite-heavy", rules) > 0.65
    assert rate("markov", "cycling", rules) > 0.7


@GAMES
@pytest.mark.parametrize("player", ["win-stay/lose-shift", "cycling", "favourite-heavy"])
def test_the_kid_lets_people_win(player: str, rules: RuleTable) -> None:
    assert rate("kid", player, rules) < 0.45


@GAMES
def test_random_is_even_over_the_throws(rules: RuleTable) -> None:
    rng = random.Random(3)
    counts = Counter(opponent_named("random").choose([], rules, rng) for _ in range(3000))
    expected = 3000 / len(rules.gestures)
    assert set(counts) == set(rules.gestures)
    assert all(abs(count - expected) < 0.12 * expected for count in counts.values())


@GAMES
@pytest.mark.parametrize("name", OPPONENTS)
def test_opponents_always_answer_with_a_throw_of_the_game(name: str, rules: RuleTable) -> None:
    rng = random.Random(4)
    opponent = opponent_named(name)
    assert opponent.name == name
    assert opponent.description.endswith(".")
    history: list[PastRound] = []
    for _ in range(40):
        throw = opponent.choose(history, rules, rng)
        assert throw in rules.gestures
        history.append(PastRound(rng.choice(rules.gestures), throw))


@pytest.mark.parametrize("name", OPPONENTS)
def test_learning_depends_on_the_history_alone(name: str) -> None:
    """An opponent that has played something else before, or other rules, chooses like a new one."""
    rng = random.Random(5)
    history = [PastRound(rng.choice(CLASSIC.gestures), rng.choice(CLASSIC.gestures)) for _ in range(30)]
    used = opponent_named(name)
    used.choose(history[:7], CLASSIC, rng)
    used.choose(rounds(("spock", "rock")) * 9, LIZARD_SPOCK, rng)
    used.choose(list(reversed(history)), CLASSIC, rng)
    for length in range(0, 30, 3):
        one = used.choose(history[:length], CLASSIC, random.Random(length))
        other = opponent_named(name).choose(history[:length], CLASSIC, random.Random(length))
        assert one == other


def test_rounds_of_another_game_are_passed_over() -> None:
    history = rounds(("spock", "lizard")) * 5 + rounds(("rock", "paper")) * 5
    assert opponent_named("frequency").choose(history, CLASSIC, random.Random(1)) == "paper"


def test_of_a_long_history_the_newest_rounds_count() -> None:
    history = rounds(("paper", "rock")) * 1000 + rounds(("rock", "rock")) * REMEMBERED_ROUNDS
    assert opponent_named("frequency").choose(history, CLASSIC, random.Random(1)) == "paper"
    assert opponent_named("frequency").choose(history[:1000], CLASSIC, random.Random(1)) == "scissors"


def test_the_frequency_counter_answers_the_favourite() -> None:
    history = rounds(*[("rock", "rock")] * 6, ("paper", "rock"))
    assert opponent_named("frequency").choose(history, CLASSIC, random.Random(1)) == "paper"


def test_markov_prefers_two_throws_of_context_to_one() -> None:
    sequence = ["rock", "rock", "paper", "paper", "rock", "rock", "paper", "paper", "rock", "rock"]
    history = rounds(*[(throw, "scissors") for throw in sequence])
    assert opponent_named("markov").choose(history, CLASSIC, random.Random(1)) == "scissors"
    assert opponent_named("markov").choose(history[:-1], CLASSIC, random.Random(1)) == "paper"


def test_an_unknown_opponent_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="kid, random, frequency, markov, mind-reader"):
        opponent_named("cheater")


@GAMES
def test_payoffs_follow_the_rules(rules: RuleTable) -> None:
    payoffs = Payoffs(rules)
    for a, mine in enumerate(rules.gestures):
        for b, theirs in enumerate(rules.gestures):
            assert (payoffs.of(a, b) > 0) == (rules.outcome(mine, theirs) is RoundOutcome.WIN)
            assert payoffs.of(a, b) == -payoffs.of(b, a)
