"""The mood of the computer's opponent, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from gesture_app.domain.game.match_state import MatchPhase, MatchState
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.message import Message


class Mood(Enum):
    """How an opponent looks."""

    FRIENDLY = "friendly"
    THINKING = "thinking"
    """It has chosen, or wonders about a misthrow."""
    HAPPY = "happy"
    SURPRISED = "surprised"
    """It has lost a round."""
    PROUD = "proud"
    """It has won the match."""
    IMPRESSED = "impressed"
    """It has lost the match."""


class Moment(Enum):
    """An occasion to say something."""

    GREETING = "greeting"
    WON = "won"
    LOST = "lost"
    DRAW = "draw"
    MATCH_WON = "match_won"
    MATCH_LOST = "match_lost"


_OUTCOMES = {
    RoundOutcome.WIN: (Mood.SURPRISED, Moment.LOST),
    RoundOutcome.LOSE: (Mood.HAPPY, Moment.WON),
    RoundOutcome.DRAW: (Mood.FRIENDLY, Moment.DRAW),
}


def mood_of(state: MatchState) -> Mood:
    """How the opponent looks in a match against the computer."""
    return _feeling(state)[0]


def moment_of(state: MatchState) -> Moment | None:
    """What the opponent has to say something about; None to be quiet."""
    return _feeling(state)[1]


def _feeling(state: MatchState) -> tuple[Mood, Moment | None]:
    if state.phase in (MatchPhase.COUNTDOWN, MatchPhase.SHOOT):
        first_words = Moment.GREETING if state.last_round is None and state.round_number == 1 else None
        return Mood.THINKING, first_words
    if state.phase is MatchPhase.MISTHROW:
        return Mood.THINKING, None
    if state.phase is MatchPhase.MATCH_OVER:
        first, second = state.score
        if first == second:
            return Mood.FRIENDLY, Moment.DRAW
        return (Mood.IMPRESSED, Moment.MATCH_LOST) if first > second else (Mood.PROUD, Moment.MATCH_WON)
    if state.phase is MatchPhase.REVEAL and state.last_round is not None:
        return _OUTCOMES[state.last_round.outcome]
    return Mood.FRIENDLY, None


def line_of(opponent: str, moment: Moment) -> Message | None:
    """What an opponent says; None if it has nothing to say."""
    return _LINES.get(opponent, {}).get(moment)


_LINES: Mapping[str, Mapping[Moment, Message]] = {
    "kid": {
        Moment.GREETING: Message("Hi! Do you want to play?"),
        Moment.WON: Message("Oh, I won! Once more?"),
        Moment.LOST: Message("You are good at this!"),
        Moment.DRAW: Message("The same! Funny."),
        Moment.MATCH_WON: Message("I won! That was luck."),
        Moment.MATCH_LOST: Message("Well played! Show me that again?"),
    },
    "random": {
        Moment.GREETING: Message("I roll, you throw."),
        Moment.WON: Message("The dice liked me."),
        Moment.LOST: Message("The dice liked you."),
        Moment.DRAW: Message("What are the odds?"),
        Moment.MATCH_WON: Message("Pure chance. Roll again?"),
        Moment.MATCH_LOST: Message("Chance was on your side!"),
    },
    "frequency": {
        Moment.GREETING: Message("I count everything."),
        Moment.WON: Message("You do have a favourite."),
        Moment.LOST: Message("I have to count again."),
        Moment.DRAW: Message("We counted alike."),
        Moment.MATCH_WON: Message("Numbers do not lie."),
        Moment.MATCH_LOST: Message("You do not repeat yourself. Well done!"),
    },
    "markov": {
        Moment.GREETING: Message("I remember what follows what."),
        Moment.WON: Message("That is what you always do next."),
        Moment.LOST: Message("That was new!"),
        Moment.DRAW: Message("Close. I am learning."),
        Moment.MATCH_WON: Message("Habits are hard to break."),
        Moment.MATCH_LOST: Message("No habits? I am impressed."),
    },
    "mind-reader": {
        Moment.GREETING: Message("I think I know you."),
        Moment.WON: Message("I thought you would do that."),
        Moment.LOST: Message("That I did not expect."),
        Moment.DRAW: Message("We thought the same."),
        Moment.MATCH_WON: Message("You are an open book. A good one."),
        Moment.MATCH_LOST: Message("You cannot be read. My respects!"),
    },
}
