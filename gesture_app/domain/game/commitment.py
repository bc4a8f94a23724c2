"""Proof that the computer chose first: the SHA-256 digest of its throw is shown before the round, the input afterwards.

The digest is taken over canonical JSON of the round's number, the throw and a 128-bit nonce. Without the nonce the few
possible throws could be tried one by one; with it, nobody can tell the throw from the digest, nor open it as another.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import random
from dataclasses import dataclass

NONCE_BITS = 128


@dataclass(frozen=True)
class Opening:
    """The input of a digest.

    Attributes:
        round_number: Number of the round in its match.
        throw: The throw.
        nonce: 32 lower-case hexadecimal digits.

    Raises:
        ValueError: If the number is below 1, the throw is empty or the nonce has another form.
    """

    round_number: int
    throw: str
    nonce: str

    def __post_init__(self) -> None:
        if isinstance(self.round_number, bool) or not isinstance(self.round_number, int) or self.round_number < 1:
            raise ValueError(f"rounds are counted from 1, got {self.round_number!r}")
        if not isinstance(self.throw, str) or not self.throw:
            raise ValueError(f"a throw is a non-empty text, got {self.throw!r}")
        digits = self.nonce if isinstance(self.nonce, str) else ""
        if len(digits) != NONCE_BITS // 4 or set(digits) - set("0123456789abcdef"):
            raise ValueError(f"a nonce is {NONCE_BITS // 4} hexadecimal digits, got {self.nonce!r}")

    @property
    def canonical(self) -> bytes:
        """The digest's input bytes: JSON in UTF-8, keys sorted, no spaces."""
        return json.dumps(self.content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

    @property
    def digest(self) -> str:
        """SHA-256 of :attr:`canonical` as 64 lower-case hexadecimal digits."""
        return hashlib.sha256(self.canonical).hexdigest()

    @property
    def content(self) -> dict[str, object]:
        """The digest's input, by saved names: ``round``, ``throw``, ``nonce``."""
        return {"round": self.round_number, "throw": self.throw, "nonce": self.nonce}


def commit(round_number: int, throw: str, rng: random.Random) -> Opening:
    """Commit to a throw; show the result's ``digest`` at once and keep the rest until the reveal.

    Args:
        round_number: Number of the round in its match, from 1.
        throw: The throw.
        rng: Source of the nonce: ``random.SystemRandom()`` where people play; a seeded one only for replays.

    Raises:
        ValueError: If the number or the throw cannot be committed to.
    """
    return Opening(round_number, throw, f"{rng.getrandbits(NONCE_BITS):0{NONCE_BITS // 4}x}")


def verify(digest: str, opening: Opening) -> bool:
    """Whether ``digest`` was made from ``opening``."""
    return hmac.compare_digest(digest.encode(), opening.digest.encode())
