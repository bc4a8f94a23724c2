"""Achievements: a handful of things to try, each of which teaches something about the game.

They are computed from the rounds, so that none is lost or forged, and earlier rounds count.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from gesture_app.domain.frames.gestures import SPOCK
from gesture_app.domain.game.player_history import own_rounds
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import LIZARD_SPOCK, RoundOutcome
from gesture_app.domain.message import Message

_WIN: RoundOutcome = RoundOutcome.WIN
_LOSE: RoundOutcome = RoundOutcome.LOSE
_WINDOW = 60
"""Number of newest rounds that an achievement looks at, so that thousands of rounds are counted at once."""
_STREAK = 5
_PROMPT_ROUNDS, _PROMPT_S = 10, 0.7
_MIXED_ROUNDS, _MIXED_MOST = 20, 6

_Fulfilled = Callable[[Sequence[LoggedRound]], bool]
"""Whether the newest of a person's last rounds, oldest first, fulfils an achievement."""


@dataclass(frozen=True)
class Achievement:
    """Something to try.

    Attributes:
        name: Short name; never changes.
        title: Its title.
        task: What to do.
        lesson: What it teaches; shown once it is achieved.
    """

    name: str
    title: Message
    task: Message
    lesson: Message


@dataclass(frozen=True)
class Achieved:
    """An achievement, and the round that fulfilled it.

    Attributes:
        achievement: The achievement.
        played_at: Time of the round, as in ``LoggedRound``.
    """

    achievement: Achievement
    played_at: str


class AchievementBook:
    """The achievements of one person, kept up to date round by round. Used from one thread.

    Args:
        person: The person; ``NOBODY`` for the rounds of unnamed people against the computer.
    """

    def __init__(self, person: str) -> None:
        self.person = person
        self._own: deque[LoggedRound] = deque(maxlen=_WINDOW)
        self._found: dict[str, Achieved] = {}

    @property
    def achieved(self) -> tuple[Achieved, ...]:
        """The achievements, in the order in which they were fulfilled."""
        return tuple(self._found.values())

    def add(self, logged: LoggedRound) -> tuple[Achieved, ...]:
        """Add the next round of the log; returns what it has newly fulfilled."""
        rounds = own_rounds((logged,), self.person)
        self._own += rounds
        missing = [entry for entry in _ALL if entry[0].name not in self._found] if rounds else []
        own = tuple(self._own) if missing else ()
        new = [Achieved(achievement, logged.played_at) for achievement, is_fulfilled in missing if is_fulfilled(own)]
        self._found.update({one.achievement.name: one for one in new})
        return tuple(new)


def achieved(rounds: Iterable[LoggedRound], person: str) -> tuple[Achieved, ...]:
    """The achievements of a person, in the order in which they were fulfilled.

    Args:
        rounds: The log, oldest first, the rounds of one match together.
        person: As for :class:`AchievementBook`.
    """
    book = AchievementBook(person)
    for logged in rounds:
        book.add(logged)
    return book.achieved


def _first_win(own: Sequence[LoggedRound]) -> bool:
    return own[-1].record.outcome is _WIN and not own[-1].record.is_of_two_people


def _three_spocks(own: Sequence[LoggedRound]) -> bool:
    last = _match(own)[-3:]
    return len(last) == 3 and all(logged.record.throws[0] == SPOCK for logged in last)


def _all_throws(own: Sequence[LoggedRound]) -> bool:
    thrown = {logged.record.throws[0] for logged in _match(own)}
    return own[-1].record.rules == LIZARD_SPOCK.name and thrown == set(LIZARD_SPOCK.gestures)


def _winning_streak(own: Sequence[LoggedRound]) -> bool:
    decided = [logged.record.outcome for logged in own if logged.record.outcome is not RoundOutcome.DRAW]
    return decided[-_STREAK:] == [_WIN] * _STREAK


def _comeback(own: Sequence[LoggedRound]) -> bool:
    decided: list[RoundOutcome] = [
        logged.record.outcome for logged in _match(own) if logged.record.outcome is not RoundOutcome.DRAW
    ]
    return decided[:2] == [_LOSE, _LOSE] and decided.count(_WIN) > decided.count(_LOSE)


def _prompt(own: Sequence[LoggedRound]) -> bool:
    last = own[-_PROMPT_ROUNDS:]
    prompt = [logged.record.locked_s - logged.record.shoot_s <= _PROMPT_S for logged in last]
    return len(last) == _PROMPT_ROUNDS and all(prompt)


def _mixed(own: Sequence[LoggedRound]) -> bool:
    last = [logged.record.throws[0] for logged in own[-_MIXED_ROUNDS:] if logged.record.rules == LIZARD_SPOCK.name]
    return len(last) == _MIXED_ROUNDS and max(Counter(last).values()) <= _MIXED_MOST


def _mind_reader(own: Sequence[LoggedRound]) -> bool:
    outcomes = [logged.record.outcome for logged in _match(own)]
    won, lost = outcomes.count(_WIN), outcomes.count(_LOSE)
    return own[-1].record.opponent == "mind-reader" and won > lost and won >= 2


def _match(own: Sequence[LoggedRound]) -> list[LoggedRound]:
    """The rounds of the match that the newest round belongs to."""
    return next(list(match) for _, match in groupby(reversed(own), key=lambda logged: logged.match_id))[::-1]


_ALL: tuple[tuple[Achievement, _Fulfilled], ...] = (
    (
        Achievement(
            "first-win",
            Message("First win"),
            Message("Win a round against the computer."),
            Message("It had chosen before it saw your hand: you were better, not faster."),
        ),
        _first_win,
    ),
    (
        Achievement(
            "three-spocks",
            Message("Live long and prosper"),
            Message("Throw Spock three times in a row."),
            Message("Spock beats rock and scissors. Now your hand knows how."),
        ),
        _three_spocks,
    ),
    (
        Achievement(
            "all-throws",
            Message("Full hand"),
            Message("Throw all five gestures in one match."),
            Message("Each gesture beats two others: none of them is a bad choice."),
        ),
        _all_throws,
    ),
    (
        Achievement(
            "prompt",
            Message("On the word"),
            Message("Throw right on “shoot!” ten times in a row."),
            Message("A throw on the word is fair, and is read best."),
        ),
        _prompt,
    ),
    (
        Achievement(
            "comeback",
            Message("Never give up"),
            Message("Win a match after you lost its first two rounds."),
            Message("Earlier rounds do not decide the next one."),
        ),
        _comeback,
    ),
    (
        Achievement(
            "winning-streak",
            Message("Five in a row"),
            Message("Win five rounds in a row; draws do not count."),
            Message("You found a habit of your opponent before it found yours."),
        ),
        _winning_streak,
    ),
    (
        Achievement(
            "mixed",
            Message("Hard to read"),
            Message("Play twenty rounds with five gestures, none of them more than six times."),
            Message("Whoever mixes the gestures evenly gives away the least."),
        ),
        _mixed,
    ),
    (
        Achievement(
            "mind-reader",
            Message("Unreadable"),
            Message("Win a match of two won rounds or more against the mind reader."),
            Message("It looks for habits. You had none, or the right ones."),
        ),
        _mind_reader,
    ),
)

ACHIEVEMENTS: tuple[Achievement, ...] = tuple(achievement for achievement, _ in _ALL)
"""All achievements, from the easiest to the hardest."""
