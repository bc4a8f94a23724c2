from __future__ import annotations

from dataclasses import replace

import pytest

from gesture_app.domain.game.rounds import SECOND_PLAYER, RoundRecord
from gesture_app.domain.game.rules import RoundOutcome, RuleTable
from gesture_app.domain.game.statistics import Statistics, Tally
from tests.fakes.round_records import a_round
from tests.fakes.rule_tables import WITH_WELL

WIN, LOSE, DRAW = ("paper", "rock"), ("paper", "scissors"), ("rock", "rock")


def a_match(
    *throws: tuple[str, str], opponent: str = "random", rules: str | RuleTable = "classic"
) -> list[RoundRecord]:
    return [a_round(number, pair, opponent, rules) for number, pair in enumerate(throws, 1)]


def test_without_rounds_all_figures_are_zero_or_none() -> None:
    statistics = Statistics.of([])
    assert statistics.total == Tally()
    assert (statistics.total.win_rate, statistics.favourite, statistics.streak) == (None, None, 0)
    assert statistics.repeats_after == dict.fromkeys(RoundOutcome)
    assert (statistics.longest_wins, statistics.longest_losses) == (0, 0)


def test_rounds_are_counted_and_draws_do_not_lower_the_win_rate() -> None:
    statistics = Statistics.of(a_match(WIN, WIN, DRAW, LOSE, WIN))
    assert statistics.total == Tally(wins=3, losses=1, draws=1)
    assert statistics.total.rounds == 5
    assert statistics.total.win_rate == pytest.approx(0.75)


def test_throws_are_listed_with_the_favourite_first() -> None:
    statistics = Statistics.of(a_match(DRAW, WIN, LOSE, WIN))
    assert list(statistics.throws.items()) == [("paper", 3), ("rock", 1)]
    assert statistics.favourite == "paper"


def test_rounds_of_any_game_are_counted() -> None:
    throws = [("well", "rock"), ("well", "paper"), ("well", "well"), ("paper", "well")]
    statistics = Statistics.of(a_match(*throws, rules=WITH_WELL))
    assert statistics.total == Tally(wins=2, losses=1, draws=1)
    assert statistics.throws == {"well": 3, "paper": 1}
    assert statistics.after[RoundOutcome.DRAW] == {"paper": 1}


def test_throws_after_a_loss_a_win_and_a_draw() -> None:
    throws = [LOSE, ("rock", "rock"), ("rock", "paper"), ("scissors", "paper"), ("scissors", "paper")]
    statistics = Statistics.of(a_match(*throws))
    assert statistics.after == {
        RoundOutcome.LOSE: {"rock": 1, "scissors": 1},
        RoundOutcome.DRAW: {"rock": 1},
        RoundOutcome.WIN: {"scissors": 1},
    }
    assert statistics.repeats_after == {RoundOutcome.LOSE: 0.0, RoundOutcome.DRAW: 1.0, RoundOutcome.WIN: 1.0}


def test_the_last_round_of_a_match_has_nothing_after_it() -> None:
    restarted = [replace(record, started_s=1.0) for record in a_match(LOSE)]
    rounds = a_match(LOSE) + a_match(WIN) + a_match(WIN, opponent="kid") + restarted
    assert not any(Statistics.of(rounds).after.values())


def test_a_round_that_was_lost_from_the_log_leaves_no_wrong_neighbours() -> None:
    first, _, third = a_match(LOSE, WIN, WIN)
    assert not any(Statistics.of([first, third]).after.values())


def test_streaks_are_not_ended_by_draws() -> None:
    statistics = Statistics.of(a_match(WIN, WIN, DRAW, WIN, LOSE, LOSE, WIN, LOSE, DRAW, LOSE))
    assert (statistics.longest_wins, statistics.longest_losses, statistics.streak) == (3, 2, -2)


def test_rounds_can_be_told_by_opponent_and_by_rules() -> None:
    rounds = (
        a_match(WIN, LOSE)
        + a_match(WIN, opponent="kid", rules="lizard-spock")
        + a_match(LOSE, LOSE, opponent=SECOND_PLAYER)
    )
    assert Statistics.of(rounds).by_opponent == {"random": Tally(1, 1), "kid": Tally(1)}
    assert Statistics.of(rounds, rules="lizard-spock").total == Tally(1)
    assert Statistics.of(rounds, opponent=SECOND_PLAYER).total == Tally(0, 2)
