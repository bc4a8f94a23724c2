from __future__ import annotations

from itertools import product

import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS, FIVE_GESTURES
from gesture_app.domain.game.rules import CLASSIC, LIZARD_SPOCK, RULE_TABLES, RoundOutcome, RuleTable, all_throws
from tests.fakes.rule_tables import WITH_WELL, of_size

# Sam Kass's list, word by word.
CANON = """
Scissors cuts Paper
Paper covers Rock
Rock crushes Lizard
Lizard poisons Spock
Spock smashes Scissors
Scissors decapitates Lizard
Lizard eats Paper
Paper disproves Spock
Spock vaporizes Rock
Rock crushes Scissors
"""


@pytest.mark.parametrize("line", CANON.strip().splitlines())
def test_the_five_gestures_follow_the_canon(line: str) -> None:
    winner, _, loser = line.lower().split()
    assert LIZARD_SPOCK.outcome(winner, loser) is RoundOutcome.WIN
    assert LIZARD_SPOCK.outcome(loser, winner) is RoundOutcome.LOSE
    assert LIZARD_SPOCK.reason(winner, loser).lower() == line.lower()
    assert LIZARD_SPOCK.reason(loser, winner) == LIZARD_SPOCK.reason(winner, loser)


def test_the_canon_is_all_there_is() -> None:
    assert sum(len(losers) for losers in LIZARD_SPOCK.beats.values()) == len(CANON.strip().splitlines())
    assert LIZARD_SPOCK.gestures == FIVE_GESTURES


@pytest.mark.parametrize("rules", [*RULE_TABLES.values(), WITH_WELL, of_size(8)], ids=lambda rules: rules.name)
def test_both_players_see_the_same_round(rules: RuleTable) -> None:
    for a, b in product(rules.gestures, repeat=2):
        assert rules.outcome(a, b) is rules.outcome(b, a).reversed
        assert rules.reason(a, b) == rules.reason(b, a)
        assert (rules.outcome(a, b) is RoundOutcome.DRAW) == (a == b)
        assert (a in rules.winners_against(b)) == (rules.outcome(a, b) is RoundOutcome.WIN)


@pytest.mark.parametrize("rules", [CLASSIC, LIZARD_SPOCK], ids=lambda rules: rules.name)
def test_the_usual_games_are_balanced(rules: RuleTable) -> None:
    for gesture in rules.gestures:
        assert len(rules.winners_against(gesture)) == len(rules.gestures) // 2


def test_the_registry_names_every_game_by_its_own_name() -> None:
    assert {name: table.name for name, table in RULE_TABLES.items()} == {name: name for name in RULE_TABLES}
    assert all(table.title for table in RULE_TABLES.values())
    assert set(all_throws()) == {gesture for table in RULE_TABLES.values() for gesture in table.gestures}
    assert len(set(all_throws())) == len(all_throws())
    assert set(all_throws()) <= set(DEFAULT_LABELS.gestures)


def test_a_game_with_a_well_is_even_and_not_balanced() -> None:
    assert WITH_WELL.gestures == ("rock", "paper", "scissors", "well")
    assert WITH_WELL.winners_against("well") == ("paper",)
    assert WITH_WELL.winners_against("rock") == ("paper", "well")
    assert WITH_WELL.outcome("well", "scissors") is RoundOutcome.WIN
    assert WITH_WELL.reason("rock", "well") == "well swallows rock"


def test_reasons_use_the_names_that_people_use() -> None:
    assert LIZARD_SPOCK.reason("lizard", "spock") == "lizard poisons Spock"
    assert LIZARD_SPOCK.reason("spock", "lizard") == "lizard poisons Spock"
    assert CLASSIC.reason("rock", "rock") == "both threw rock"


@pytest.mark.parametrize("throw", ["none", "spock", ""])
def test_a_throw_of_another_game_is_refused(throw: str) -> None:
    with pytest.raises(KeyError, match="no throw of classic"):
        CLASSIC.outcome("rock", throw)
    with pytest.raises(KeyError):
        CLASSIC.winners_against(throw)


BALANCED = {"a": {"b": "beats"}, "b": {"c": "beats"}, "c": {"a": "beats"}}


def test_any_complete_table_is_accepted() -> None:
    seven = {str(n): {str((n + k) % 7): "beats" for k in (1, 2, 3)} for n in range(7)}
    assert RuleTable.from_mapping("seven", seven).outcome("0", "3") is RoundOutcome.WIN
    weak = {**BALANCED, "a": {"b": "beats", "d": "beats"}, "b": {"c": "beats", "d": "beats"}, "d": {"c": "beats"}}
    assert RuleTable.from_mapping("four", weak).winners_against("d") == ("a", "b")


def test_a_table_without_a_title_is_called_by_its_name() -> None:
    assert RuleTable("three", BALANCED).gestures == ("a", "b", "c")
    assert RuleTable("three", BALANCED).title == "three"
    assert RuleTable("three", BALANCED, title="Three").title == "Three"


@pytest.mark.parametrize(
    ("beats", "complaint"),
    [
        ({}, "three gestures or more, got 0"),
        ({"a": {"b": "beats"}, "b": {}}, "three gestures or more, got 2"),
        ({**BALANCED, "d": {"a": "beats"}}, "not complete: nothing is said about b against d"),
        ({**BALANCED, "c": {}}, "not complete: nothing is said about a against c"),
        ({**BALANCED, "c": {"a": "beats", "b": "beats"}}, "b and c beat each other"),
        ({**BALANCED, "c": {"a": "beats", "c": "beats"}}, "c cannot beat itself"),
        ({**BALANCED, "c": {"a": "beats", "x": "beats"}}, "'x', which is not one of"),
        ({"a": {"b": "beats", "c": "beats"}, "b": {"c": "beats"}, "c": {}}, "nothing beats a"),
        ({**BALANCED, "c": {"a": " "}}, "without a verb"),
        ({"a": {"b": "beats"}, "b": {"none": "beats"}, "none": {"a": "beats"}}, "never a throw"),
        ({"a ": {"b": "beats"}, "b": {"c": "beats"}, "c": {"a ": "beats"}}, "outer spaces"),
        ({"a": "b", "b": "c", "c": "a"}, "maps each gesture"),
    ],
)
def test_impossible_tables_are_refused_and_the_fault_is_named(beats: dict, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        RuleTable.from_mapping("test", beats)


def test_a_table_cannot_be_changed_afterwards() -> None:
    source = {gesture: dict(losers) for gesture, losers in BALANCED.items()}
    rules = RuleTable("three", source)
    source["a"]["c"] = "beats"
    assert rules.outcome("a", "c") is RoundOutcome.LOSE
    with pytest.raises(TypeError):
        rules.beats["a"] = {}  # type: ignore[index]
    with pytest.raises(ValueError, match="needs a name"):
        RuleTable("", BALANCED)
