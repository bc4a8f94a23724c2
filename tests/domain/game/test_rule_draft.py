"""Own rules while they are edited."""

from __future__ import annotations

from itertools import product

import pytest

from gesture_app.domain.game.rule_draft import MAX_GESTURES, RuleDraft
from gesture_app.domain.game.rules import CLASSIC, RoundOutcome, RuleTable, faults_of
from gesture_app.domain.message import Message

THREE = ("rock", "paper", "scissors")


@pytest.mark.parametrize("count", range(3, MAX_GESTURES + 1))
def test_a_balanced_draft_of_any_size_can_be_played(count: int) -> None:
    names = [f"gesture {number}" for number in range(count)]
    draft = RuleDraft.of_gestures("own", names)
    assert draft.faults == ()
    table = draft.table()
    wins = [sum(table.outcome(a, b) is RoundOutcome.WIN for b in names) for a in names]
    assert max(wins) - min(wins) <= (0 if count % 2 else 1)
    assert sum(wins) == count * (count - 1) / 2


def test_rock_paper_scissors_gives_the_usual_game() -> None:
    table = RuleDraft.of_gestures("own", THREE).table()
    assert all(table.outcome(a, b) is CLASSIC.outcome(a, b) for a, b in product(THREE, THREE))


def test_a_draft_is_edited_until_it_can_be_played() -> None:
    draft = RuleDraft.of_gestures("own", THREE).with_gesture("well")
    assert draft.undecided == (("rock", "well"), ("paper", "well"), ("scissors", "well"))
    assert len(draft.faults) == 4
    with pytest.raises(ValueError, match="rock against well"):
        draft.table()
    draft = draft.with_win("well", "rock", "swallows").with_win("well", "scissors", " swallows ")
    assert draft.faults == (
        "the table is not complete: nothing is said about paper against well",
        "nothing beats well: nobody would throw anything else",
    )
    draft = draft.with_win("paper", "well", "covers")
    assert draft.faults == ()
    assert draft.table().reason("well", "scissors") == "well swallows scissors"


def test_a_decision_can_be_turned_round() -> None:
    draft = RuleDraft.of_gestures("own", THREE).with_win("rock", "paper", "tears")
    assert draft.beats["rock"] == {"paper": "tears", "scissors": "beats"}
    assert draft.beats["paper"] == {}
    assert draft.faults == ("nothing beats rock: nobody would throw anything else",)


def test_a_gesture_goes_with_all_that_is_said_of_it() -> None:
    draft = RuleDraft.of_gestures("own", (*THREE, "well")).without_gesture("well")
    assert draft == RuleDraft.of_gestures("own", THREE)
    assert draft.with_gesture("rock") == draft


def test_impossible_decisions_are_refused() -> None:
    draft = RuleDraft.of_gestures("own", THREE)
    with pytest.raises(ValueError, match="rock cannot beat itself"):
        draft.with_win("rock", "rock", "beats")
    with pytest.raises(ValueError, match="'well' is not one of rock, paper, scissors"):
        draft.with_win("rock", "well", "beats")


def test_all_faults_are_told_at_once() -> None:
    draft = RuleDraft("", {"rock": {"rock": "x", "well": "x"}, "paper": {"rock": ""}})
    assert draft.faults == (
        "a rule table needs a name",
        "a game needs three gestures or more, got 2",
        "rock cannot beat itself",
        "rock beats 'well', which is not one of rock, paper",
        "paper beats rock without a verb",
        "nothing beats paper: nobody would throw anything else",
    )
    assert "15 gestures at most, got 16" in RuleDraft.of_gestures("own", map(str, range(16))).faults[0]


def test_a_gesture_is_added_with_all_that_has_to_be_said() -> None:
    draft = RuleDraft.of_gestures("own", THREE).with_balanced_gesture("well", verb="swallows")
    assert draft.faults == ()
    assert draft.beats["well"] == {"scissors": "swallows", "rock": "swallows"}
    assert draft.with_balanced_gesture("well") == draft


def test_a_name_is_made_of_the_title() -> None:
    draft = RuleDraft.of_gestures("", THREE)
    assert draft.named(" Mit Brunnen! ", ()).name == "mit-brunnen"
    assert draft.named(" Mit Brunnen! ", ()).title == "Mit Brunnen!"
    assert draft.named("Well", {"well", "well-2"}).name == "well-3"
    assert draft.named("石", ()).name == "game"
    assert RuleDraft.of_gestures("kept", THREE).named("Other", ()).name == "kept"


@pytest.mark.parametrize(
    ("name", "beats", "fault"),
    [
        ("", {}, "a rule table needs a name"),
        ("x", {"rock": {"none": "beats"}, "none": {}}, '"none" is never a throw'),
        ("x", {" rock": {}}, "gestures must be non-empty texts without outer spaces, got ' rock'"),
        ("x", {"rock": {"well": "beats"}}, "rock beats 'well', which is not one of rock"),
        ("x", {"rock": {"rock": "beats"}}, "rock cannot beat itself"),
        ("x", {"rock": {"paper": " "}, "paper": {"rock": "beats"}}, "rock beats paper without a verb"),
    ],
)
def test_every_fault_can_be_translated(name: str, beats: dict[str, dict[str, str]], fault: str) -> None:
    faults = faults_of(name, beats)
    assert fault in faults
    assert all(isinstance(one, Message) for one in faults)


def test_verbs_of_own_rules_stay_as_they_were_written() -> None:
    own = RuleTable(
        "own", {name: {loser: str(verb) for loser, verb in CLASSIC.beats[name].items()} for name in CLASSIC.beats}
    )
    kept, translated = own.reason("paper", "rock"), CLASSIC.reason("paper", "rock")
    assert kept == translated == "paper covers rock"
    assert isinstance(kept, Message)
    assert kept.values["verb"] == "covers"
    assert isinstance(translated, Message)
    assert not translated.values
