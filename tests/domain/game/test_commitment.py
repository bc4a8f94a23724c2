from __future__ import annotations

import hashlib
import random

import pytest

from gesture_app.domain.game.commitment import Opening, commit, verify
from gesture_app.domain.game.rules import LIZARD_SPOCK

NONCE = "0123456789abcdef0123456789abcdef"


def test_the_digest_can_be_recomputed_with_any_tool() -> None:
    text = '{"nonce":"0123456789abcdef0123456789abcdef","round":3,"throw":"lizard"}'
    opening = Opening(3, "lizard", NONCE)
    assert opening.canonical == text.encode()
    assert opening.digest == hashlib.sha256(text.encode()).hexdigest()


def test_the_nonce_has_128_bits_even_when_they_begin_with_zeros() -> None:
    class Low(random.Random):
        def getrandbits(self, k: int) -> int:
            assert k == 128
            return 7

    assert commit(1, "rock", Low()).nonce == "7".rjust(32, "0")


def test_a_commitment_verifies_and_nothing_else_does() -> None:
    rng = random.Random(1)
    for number in range(1, 200):
        throw = rng.choice(LIZARD_SPOCK.gestures)
        opening = commit(number, throw, rng)
        assert verify(opening.digest, opening)
        for other in LIZARD_SPOCK.gestures:
            assert verify(opening.digest, Opening(number, other, opening.nonce)) == (other == throw)
        assert not verify(opening.digest, Opening(number + 1, throw, opening.nonce))
        assert not verify(opening.digest, Opening(number, throw, commit(number, throw, rng).nonce))
    assert not verify("no digest ☂", opening)


def test_the_same_throw_never_has_the_same_digest_twice() -> None:
    rng = random.Random(1)
    assert len({commit(1, "rock", rng).digest for _ in range(500)}) == 500


@pytest.mark.parametrize(
    "fields",
    [
        {"round_number": 0},
        {"round_number": True},
        {"round_number": "1"},
        {"throw": ""},
        {"throw": None},
        {"nonce": NONCE[:-1]},
        {"nonce": NONCE.upper()},
        {"nonce": 5},
    ],
)
def test_openings_of_another_form_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="got"):
        Opening(**{"round_number": 1, "throw": "rock", "nonce": NONCE, **fields})  # type: ignore[arg-type]
