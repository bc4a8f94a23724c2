"""The proof that the computer chose first. No Qt."""

from __future__ import annotations

import json
from dataclasses import dataclass

from gesture_app.domain.game.match import MatchState, RoundRecord
from gesture_app.storage.round_codec import encode_round


@dataclass(frozen=True)
class FairPlayProof:
    """The commitment of a round, and its opening once the round is over.

    Attributes:
        digest: The fingerprint that was fixed before the countdown.
        record: The finished round; None before its result.
    """

    digest: str
    record: RoundRecord | None = None

    @property
    def fault(self) -> str | None:
        """Reason why the proof fails; None if it holds, or cannot be checked yet."""
        return None if self.record is None else self.record.commitment_fault()

    @property
    def copied(self) -> str:
        """The text to copy: the round in the form that ``verify-round`` reads; before its result the fingerprint."""
        return self.digest if self.record is None else json.dumps(encode_round(self.record), ensure_ascii=False)


def proof_of(state: MatchState) -> FairPlayProof | None:
    """The proof of the present or last round; None without a commitment, as in a match of two people."""
    if state.commitment_digest is None:
        return None
    record = state.last_round
    is_over = record is not None and record.number == state.round_number
    return FairPlayProof(state.commitment_digest, record if is_over else None)
