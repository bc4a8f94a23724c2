"""Randomness that lets a test find out the computer's throw before it is revealed."""

from __future__ import annotations

import random

from gesture_app.domain.game.commitment import NONCE_BITS, Opening
from gesture_app.domain.game.match import MatchState
from gesture_app.domain.game.rules import RuleTable


class NonceRecorder(random.Random):
    """Seeded randomness that records the nonces of commitments."""

    def __init__(self, seed: int) -> None:
        self.nonces: list[str] = []
        super().__init__(seed)

    def getrandbits(self, k: int) -> int:
        bits = super().getrandbits(k)
        if k == NONCE_BITS:
            self.nonces.append(f"{bits:0{NONCE_BITS // 4}x}")
        return bits

    def committed_throw(self, state: MatchState, rules: RuleTable) -> str:
        """The throw from which the digest on show was made."""
        openings = (Opening(state.round_number, throw, self.nonces[-1]) for throw in rules.gestures)
        return next(opening.throw for opening in openings if opening.digest == state.commitment_digest)
