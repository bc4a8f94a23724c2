"""A finished round, as it is shown, saved and proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gesture_app.domain.commitment import Opening
from gesture_app.domain.rules import Outcome


@dataclass(frozen=True)
class RoundRecord:
    """One finished round.

    Attributes:
        number: Number of the round in its match, from 1.
        rules: Name of the rule table.
        opponent: Name of the computer's opponent; ``"second player"`` in a match of two people.
        throws: What the first and the second player threw. Against the computer, the second is the computer; in a match
            of two people the first is the one in the left half of the picture as captured.
        outcome: How it ended for the first player.
        reason: Why, in words.
        digest: The commitment shown before the round; None in a match of two people.
        opening: What the digest was made from; None in a match of two people.
        started_s: When the countdown began, on the match's clock.
        shoot_s: When "shoot" fell.
        locked_s: When the (last) throw was locked, by the time of the picture that settled it.
        revealed_s: When the result was known; later than ``locked_s`` by what the picture took to arrive.
    """

    number: int
    rules: str
    opponent: str
    throws: tuple[str, str]
    outcome: Outcome
    reason: str
    digest: str | None
    opening: Opening | None
    started_s: float
    shoot_s: float
    locked_s: float
    revealed_s: float

    def to_json(self) -> dict[str, object]:
        """As saved: plain values only."""
        raise NotImplementedError

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> RoundRecord:
        """The opposite of :meth:`to_json`.

        Raises:
            ValueError: If something is missing or has another form.
        """
        raise NotImplementedError
