from __future__ import annotations

import copy
import json

from gesture_app.domain.message import Message


def test_a_message_is_its_english_text() -> None:
    message = Message("{winner} beats {loser}").fill(winner="rock", loser="scissors")

    assert message == "rock beats scissors"
    assert json.dumps({"reason": message}) == '{"reason": "rock beats scissors"}'


def test_a_message_remembers_its_source_and_values() -> None:
    message = Message("{winner} beats {loser}").fill(winner="rock", loser="scissors")

    assert (message.source, message.values) == ("{winner} beats {loser}", {"winner": "rock", "loser": "scissors"})


def test_a_count_of_one_has_a_text_of_its_own() -> None:
    texts = [Message("{count} samples", "{count} sample", n).fill(count=n) for n in (0, 1, 1200)]

    assert texts == ["0 samples", "1 sample", "1,200 samples"]


def test_braces_of_a_message_without_values_stay() -> None:
    assert Message("Type {}") == "Type {}"


def test_a_copy_remembers_the_source() -> None:
    copied = copy.deepcopy(Message("{count} samples", "{count} sample", 1).fill(count=1))

    assert (copied, copied.source, copied.values) == ("1 sample", "{count} samples", {"count": 1})
