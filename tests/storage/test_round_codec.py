from __future__ import annotations

import json

import pytest

from gesture_app.domain.game.rounds import SECOND_PLAYER
from gesture_app.domain.game.rules import RULE_TABLES
from gesture_app.storage.round_codec import decode_round, encode_round
from tests.fakes.round_records import a_round
from tests.fakes.rule_tables import WITH_WELL

NONCE = "0123456789abcdef" * 2


@pytest.mark.parametrize("opponent", ["random", SECOND_PLAYER])
def test_a_round_survives_saving(opponent: str) -> None:
    record = a_round(3, opponent=opponent)
    assert decode_round(json.loads(json.dumps(encode_round(record)))) == record


def test_a_round_of_a_game_that_this_version_does_not_know_survives_saving() -> None:
    record = a_round(2, ("paper", "well"), rules=WITH_WELL)
    assert record.rules not in RULE_TABLES
    assert decode_round(json.loads(json.dumps(encode_round(record)))) == record


def test_who_played_is_kept_and_left_out_where_nobody_is_named() -> None:
    record = a_round(opponent=SECOND_PLAYER, people=("Anna", ""))
    assert encode_round(record)["people"] == ["Anna", ""]
    assert decode_round(json.loads(json.dumps(encode_round(record)))) == record
    assert "people" not in encode_round(a_round())


@pytest.mark.parametrize("people", [["Anna"], ["Anna", 1], ["Anna", "Ben"], [" Anna", ""], "Anna"])
def test_people_who_cannot_have_played_are_refused(people: object) -> None:
    with pytest.raises(ValueError, match=r"people|name|computer"):
        decode_round({**encode_round(a_round()), "people": people})


def test_further_keys_of_a_round_are_ignored() -> None:
    assert decode_round({**encode_round(a_round()), "more": 1}) == a_round()


@pytest.mark.parametrize("key", encode_round(a_round()))
def test_a_round_that_lacks_something_is_refused(key: str) -> None:
    data = encode_round(a_round())
    del data[key]
    with pytest.raises(ValueError, match=f"it lacks '{key}'"):
        decode_round(data)


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"throws": ["rock"]}, "'throws' is not a list of length 2, got \\['rock'\\]"),
        ({"throws": ["rock", 1]}, "'throws' are not all texts, got 1"),
        ({"throws": ["rock", ""]}, "'throws' are not all texts of length >= 1, got ''"),
        ({"throws": "rock"}, "'throws' is not a list, got 'rock'"),
        ({"number": True}, "'number' is not a whole number, got True"),
        ({"number": 1.5}, "'number' is not a whole number, got 1.5"),
        ({"outcome": "won"}, "'outcome' is not one of win, lose, draw, got 'won'"),
        ({"digest": 3}, "'digest' is not a text or null, got 3"),
        ({"opening": []}, "'opening' is not an object or null, got \\[\\]"),
        ({"shoot_s": None}, "'shoot_s' is not a number, got None"),
        ({"opening": {"round": 0, "throw": "rock", "nonce": NONCE}}, "counted from 1, got 0"),
        ({"opening": {"round": "1", "throw": "rock", "nonce": NONCE}}, "'round' is not a whole number, got '1'"),
        ({"opening": {"round": 1, "throw": "rock", "nonce": NONCE[:-1]}}, "hexadecimal digits, got"),
    ],
)
def test_a_round_of_another_form_is_refused(wrong: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        decode_round({**encode_round(a_round()), **wrong})


@pytest.mark.parametrize("missing", ["round", "throw", "nonce"])
def test_an_opening_that_lacks_something_is_refused(missing: str) -> None:
    opening = {"round": 1, "throw": "rock", "nonce": NONCE}
    del opening[missing]
    with pytest.raises(ValueError, match=f"it lacks '{missing}' in 'opening'"):
        decode_round({**encode_round(a_round()), "opening": opening})
