from __future__ import annotations

from dataclasses import replace

from gesture_app.domain.game.commitment import Opening
from gesture_app.domain.game.rules import RULE_TABLES
from tests.fakes.round_records import a_round
from tests.fakes.rule_tables import WITH_WELL


def test_a_round_of_a_game_that_this_version_does_not_know_is_proved() -> None:
    record = a_round(2, ("paper", "well"), rules=WITH_WELL)
    assert record.rules not in RULE_TABLES
    assert record.commitment_fault() is None


def test_the_proof_holds_for_the_played_round_only() -> None:
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
