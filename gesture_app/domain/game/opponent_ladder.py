"""Which opponents a person may play against: each is unlocked by winning a match against the one before."""

from __future__ import annotations

from collections.abc import Iterable

from gesture_app.domain.game.opponents import OPPONENTS
from gesture_app.domain.game.player_history import matches_in, own_rounds
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.samples.sample import NOBODY

OPEN_TO_ALL = tuple(OPPONENTS)[:2]
"""The two easiest opponents: one that lets people win, and one that nobody can be better than."""


def unlocked_opponents(rounds: Iterable[LoggedRound], person: str) -> tuple[str, ...]:
    """Names of the opponents that a person may play against, the easiest first.

    An opponent that the person has played once stays open, and so does every easier one. Rounds of unnamed people, such
    as those of earlier versions, count for everybody: nobody loses an opponent by taking a name.

    Args:
        rounds: The log, oldest first, the rounds of one match together.
        person: The person; ``NOBODY`` for unnamed people.
    """
    names = tuple(OPPONENTS)
    rounds = tuple(rounds)
    reached = len(OPEN_TO_ALL) - 1
    for name in dict.fromkeys((person, NOBODY)):
        for match in matches_in(own_rounds(rounds, name)):
            if match.opponent in names:
                place = names.index(match.opponent)
                reached = max(reached, place + (match.outcome is RoundOutcome.WIN))
    return names[: reached + 1]


def next_to_beat(rounds: Iterable[LoggedRound], person: str) -> str | None:
    """The opponent that unlocks the next one when it is beaten; None once all are unlocked."""
    unlocked = unlocked_opponents(rounds, person)
    return None if len(unlocked) == len(OPPONENTS) else unlocked[-1]
