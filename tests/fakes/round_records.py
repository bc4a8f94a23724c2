"""Rounds to test with."""

from __future__ import annotations

import random

from gesture_app.domain.game.commitment import commit
from gesture_app.domain.game.rounds import SECOND_PLAYER, UNNAMED, PeopleOfMatch, RoundRecord
from gesture_app.domain.game.rules import RULE_TABLES, RuleTable


def a_round(
    number: int = 1,
    throws: tuple[str, str] = ("paper", "rock"),
    opponent: str = "random",
    rules: str | RuleTable = "classic",
    people: PeopleOfMatch = UNNAMED,
) -> RoundRecord:
    """A round as a match would record it; round ``n`` of a match begins at ``10 n`` seconds."""
    table = RULE_TABLES[rules] if isinstance(rules, str) else rules
    opening = None if opponent == SECOND_PLAYER else commit(number, throws[1], random.Random(number))
    start_s = 10.0 * number
    return RoundRecord(
        number=number,
        rules=table.name,
        opponent=opponent,
        throws=throws,
        outcome=table.outcome(*throws),
        reason=table.reason(*throws),
        digest=None if opening is None else opening.digest,
        opening=opening,
        started_s=start_s,
        shoot_s=start_s + 1.8,
        locked_s=start_s + 2.3,
        revealed_s=start_s + 2.4,
        people=people,
    )
