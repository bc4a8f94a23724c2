from __future__ import annotations

import json
from dataclasses import replace

import pytest

from gesture_app.domain.game.commitment import Opening
from gesture_app.domain.game.rounds import SECOND_PLAYER, RoundRecord
from gesture_app.domain.game.rules import RULE_TABLES
from tests.fakes.round_records import a_round
from tests.fakes.rule_tables import WITH_WELL


@pytest.mark.parametrize("opponent", ["random", SECOND_PLAYER])
def test_a_round_survives_saving(opponent: str) -> None:
    record = a_round(3, opponent=opponent)
    assert RoundRecord.from_json(json.loads(json.dumps(record.to_json()))) == record


def test_a_round_of_a_game_that_this_version_does_not_know_survives_and_is_proved() -> None:
    record = a_round(2, ("paper", "well"), rules=WITH_WELL)
    assert record.rules not in RULE_TABLES
    assert RoundRecord.from_json(json.loads(json.dumps(record.to_json()))) == record
    assert record.commitment_fault() is None


def test_what_else_is_saved_with_a_round_is_ignored() -> None:
    assert RoundRecord.from_json({**a_round().to_json(), "more": 1}) == a_round()


@pytest.mark.parametrize("key", a_round().to_json())
def test_a_round_that_lacks_something_is_refused(key: str) -> None:
    data = a_round().to_json()
    del data[key]
    with pytest.raises(ValueError, match=key):
        RoundRecord.from_json(data)


@pytest.mark.parametrize(
    "wrong",
    [
        {"throws": ["rock"]},
        {"throws": ["rock", 1]},
        {"throws": "rock"},
        {"number": True},
        {"number": 1.5},
        {"outcome": "won"},
        {"digest": 3},
        {"opening": []},
        {"shoot_s": None},
    ],
)
def test_a_round_of_another_form_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"form|two texts|Outcome"):
        RoundRecord.from_json({**a_round().to_json(), **wrong})


def test_the_proof_holds_for_what_was_played_and_for_nothing_else() -> None:
    record = a_round(2, ("paper", "rock"))
    opening = record.opening
    assert opening is not None
    assert record.commitment_fault() is None
    faults = {
        "has no commitment": replace(record, opening=None),
        "not made from": replace(record, digest=a_round(3).digest),
        "committed to rock, but scissors": replace(record, throws=("paper", "scissors")),
        "of round 2, not 4": replace(record, number=4),
    }
    for words, changed in faults.items():
        assert words in (changed.commitment_fault() or "")
    forged = Opening(2, "scissors", opening.nonce)
    assert replace(record, throws=("paper", "scissors"), opening=forged).commitment_fault() is not None
