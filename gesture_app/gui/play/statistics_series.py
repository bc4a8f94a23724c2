"""Data of the statistics plots. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.game.opponents import OPPONENTS
from gesture_app.domain.game.rounds import SECOND_PLAYER, RoundRecord
from gesture_app.domain.game.rules import RoundOutcome, all_throws
from gesture_app.domain.game.statistics import Statistics
from gesture_app.domain.message import Message
from gesture_app.gui.play.opponent_texts import opponent_text
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import number, tr, translated
from gesture_app.gui.widgets.live_reading import percent

WINDOW = 20
"""Decided rounds over which the win rate is averaged."""

AFTER_TEXTS = {
    RoundOutcome.WIN: Message("After a win"),
    RoundOutcome.LOSE: Message("After a loss"),
    RoundOutcome.DRAW: Message("After a draw"),
}
"""The situations of a next throw."""


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes:
        icon: Its icon; empty for none.
        name: Its name.
        value: Its length, 0 to 1.
        text: The value in words.
        opponent: Short name of the opponent whose face is shown in place of the icon; empty for none.
    """

    icon: str
    name: str
    value: float
    text: str
    opponent: str = ""


@dataclass(frozen=True)
class ShareRow:
    """Fractions of the throws after one kind of round.

    Attributes:
        name: The kind.
        shares: Fraction by gesture, adding up to 1; empty without such rounds.
        note: How often the same gesture followed.
    """

    name: str
    shares: dict[str, float]
    note: str


def win_rates(records: Sequence[RoundRecord], *, against_people: bool = False) -> list[float]:
    """Win rate over the last :data:`WINDOW` decided rounds, after each of them.

    Args:
        records: Rounds, oldest first.
        against_people: Whether rounds of two people count, because it is known who of them is the first.
    """
    wins = [
        record.outcome is RoundOutcome.WIN
        for record in records
        if (against_people or record.opponent != SECOND_PLAYER) and record.outcome is not RoundOutcome.DRAW
    ]
    rates = []
    for end in range(1, len(wins) + 1):
        window = wins[max(0, end - WINDOW) : end]
        rates.append(sum(window) / len(window))
    return rates


def shown_throws(statistics: Statistics) -> tuple[str, ...]:
    """The throws of all games, then those of earlier rounds that no game has any more."""
    return tuple(dict.fromkeys((*all_throws(), *statistics.throws)))


def throw_bars(statistics: Statistics) -> list[Bar]:
    """A bar for each gesture, the most frequent first."""
    total = sum(statistics.throws.values())
    bars = []
    for gesture in sorted(shown_throws(statistics), key=lambda name: -statistics.throws.get(name, 0)):
        share = statistics.throws.get(gesture, 0) / total if total else 0.0
        bars.append(Bar(f"gestures/{gesture}", gesture_title(gesture), share, percent(share)))
    return bars


def opponent_bars(statistics: Statistics) -> list[Bar]:
    """A bar for each opponent, with the win rate against it."""
    bars = []
    for name, tally in statistics.by_opponent.items():
        rate = tally.win_rate
        text = (
            tr("draws only")
            if rate is None
            else tr("{percent} of {count}").format(percent=percent(rate), count=number(tally.wins + tally.losses))
        )
        icon, face = ("people", "") if name == SECOND_PLAYER else ("computer", name if name in OPPONENTS else "")
        bars.append(Bar(icon, opponent_text(name).title, rate or 0.0, text, face))
    return bars


def after_rows(statistics: Statistics) -> list[ShareRow]:
    """A row for the throws after a win, a loss and a draw."""
    rows = []
    for outcome, name in AFTER_TEXTS.items():
        counts = statistics.after[outcome]
        total = sum(counts.values())
        shares = {gesture: counts.get(gesture, 0) / total for gesture in shown_throws(statistics)} if total else {}
        repeats = statistics.repeats_after[outcome]
        rows.append(
            ShareRow(
                translated(name),
                shares,
                "" if repeats is None else tr("{percent} the same again").format(percent=percent(repeats)),
            )
        )
    return rows
