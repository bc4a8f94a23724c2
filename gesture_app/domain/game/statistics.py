"""Statistics of a person's rounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from gesture_app.domain.game.rounds import RoundRecord, seen_by
from gesture_app.domain.game.rules import RoundOutcome


@dataclass(frozen=True)
class Tally:
    """Numbers of won, lost and drawn rounds."""

    wins: int = 0
    losses: int = 0
    draws: int = 0

    @property
    def rounds(self) -> int:
        """Number of all rounds."""
        return self.wins + self.losses + self.draws

    @property
    def win_rate(self) -> float | None:
        """Wins divided by rounds that were not drawn; None without such rounds."""
        decided = self.wins + self.losses
        return self.wins / decided if decided else None

    @classmethod
    def of(cls, outcomes: Iterable[RoundOutcome]) -> Tally:
        """Count outcomes."""
        counts = Counter(outcomes)
        return cls(counts[RoundOutcome.WIN], counts[RoundOutcome.LOSE], counts[RoundOutcome.DRAW])


@dataclass(frozen=True)
class Statistics:
    """Counts and rates of one player.

    Attributes:
        total: All rounds.
        throws: Number of rounds by thrown gesture, the favourite first.
        after: Number of rounds by gesture thrown directly after a win, a loss and a draw of the same match.
        repeats_after: Fraction of those rounds in which the throw was repeated; None where there were none.
        by_opponent: Rounds by opponent, in the order of their first rounds.
        longest_wins: Length of the longest winning streak; draws neither count nor end it.
        longest_losses: Length of the longest losing streak, likewise.
        streak: Length of the streak at the end: wins are positive, losses negative.
    """

    total: Tally
    throws: Mapping[str, int]
    after: Mapping[RoundOutcome, Mapping[str, int]]
    repeats_after: Mapping[RoundOutcome, float | None]
    by_opponent: Mapping[str, Tally]
    longest_wins: int
    longest_losses: int
    streak: int

    @property
    def favourite(self) -> str | None:
        """The most frequent throw; None without rounds."""
        return next(iter(self.throws), None)

    @classmethod
    def of(
        cls,
        records: Iterable[RoundRecord],
        *,
        rules: str | None = None,
        opponent: str | None = None,
        person: str | None = None,
    ) -> Statistics:
        """Compute the statistics of the first player, or of a person.

        Args:
            records: Rounds, oldest first, the rounds of one match together.
            rules: Name of the only rule table to count; None for all.
            opponent: Name of the only opponent to count. None for all, without a person for all but the second player:
                in a match of two people nobody knows which of them the statistics are about.
            person: Name of the only person whose rounds count, on either side; None for everybody.
        """
        if person is not None:
            records = [seen_by(r, person) for r in records if person in r.people]
        chosen = [
            r
            for r in records
            if (rules is None or r.rules == rules)
            and (r.opponent == opponent if opponent is not None else person is not None or not r.is_of_two_people)
        ]
        after: dict[RoundOutcome, Counter[str]] = {outcome: Counter() for outcome in RoundOutcome}
        repeats: Counter[RoundOutcome] = Counter()
        for before, now in pairwise(chosen):
            if _follows(before, now):
                after[before.outcome][now.throws[0]] += 1
                repeats[before.outcome] += now.throws[0] == before.throws[0]
        opponents = dict.fromkeys(r.opponent for r in chosen)
        streaks = _streaks(r.outcome for r in chosen)
        return cls(
            total=Tally.of(r.outcome for r in chosen),
            throws=dict(Counter(r.throws[0] for r in chosen).most_common()),
            after={outcome: dict(counts.most_common()) for outcome, counts in after.items()},
            repeats_after={o: repeats[o] / n.total() if n.total() else None for o, n in after.items()},
            by_opponent={name: Tally.of(r.outcome for r in chosen if r.opponent == name) for name in opponents},
            longest_wins=max(streaks, default=0),
            longest_losses=-min(streaks, default=0),
            streak=streaks[-1],
        )


def _follows(before: RoundRecord, now: RoundRecord) -> bool:
    same_match = (before.rules, before.opponent) == (now.rules, now.opponent)
    return same_match and now.number == before.number + 1 and now.started_s >= before.revealed_s


def _streaks(outcomes: Iterable[RoundOutcome]) -> list[int]:
    """The streak after each round, with 0 before the first."""
    streaks = [0]
    for outcome in outcomes:
        last = streaks[-1]
        if outcome is RoundOutcome.WIN:
            streaks.append(max(last, 0) + 1)
        elif outcome is RoundOutcome.LOSE:
            streaks.append(min(last, 0) - 1)
    return streaks
