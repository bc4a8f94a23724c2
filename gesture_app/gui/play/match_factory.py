"""Makes matches and practices from the person's choices."""

from __future__ import annotations

import random
from collections.abc import Sequence

from gesture_app.domain.game.match import GameTiming, Match, MatchSettings, Players
from gesture_app.domain.game.opponents import OPPONENTS, PastRound
from gesture_app.domain.game.practice import Practice
from gesture_app.domain.game.rounds import SECOND_PLAYER, LoggedRound
from gesture_app.domain.game.rules import LIZARD_SPOCK, RULE_TABLES, RuleTable
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.settings import CountdownSpeed, PlayMode, PlaySettings

_BEAT_S = {CountdownSpeed.SLOW: 0.9, CountdownSpeed.NORMAL: GameTiming.beat_s, CountdownSpeed.FAST: 0.45}
"""Seconds from one word of the countdown to the next."""


def rules_of(play: PlaySettings) -> RuleTable:
    """The chosen rules; five throws if this version has no rules of that name."""
    return RULE_TABLES.get(play.throws, LIZARD_SPOCK)


def opponent_name(play: PlaySettings) -> str:
    """Name of the chosen opponent; the easiest one if none was chosen, or if this version has none of that name."""
    return play.opponent if play.opponent in OPPONENTS else next(iter(OPPONENTS))


def harder_opponent(name: str) -> str | None:
    """The next opponent in order of difficulty; None after the hardest."""
    names = tuple(OPPONENTS)
    place = names.index(name) + 1 if name in names else len(names)
    return names[place] if place < len(names) else None


def match_settings(play: PlaySettings) -> MatchSettings:
    """Settings of the chosen match."""
    players = Players.TWO if play.mode is PlayMode.TWO_PLAYERS else Players.COMPUTER
    timing = GameTiming(beat_s=_BEAT_S[play.countdown])
    return MatchSettings(rules_of(play), play.best_of or None, players, timing)


def past_rounds(rounds: Sequence[LoggedRound], rules: RuleTable) -> list[PastRound]:
    """The throws of this game's rounds against the computer."""
    return [
        PastRound(*logged.record.throws)
        for logged in rounds
        if logged.record.rules == rules.name and logged.record.opponent != SECOND_PLAYER
    ]


def make_match(
    play: PlaySettings, rng: random.Random, rounds: Sequence[LoggedRound], opponents: OpponentService
) -> Match | None:
    """Make the chosen match; None while the opponent learns.

    Args:
        play: The person's choices.
        rng: Randomness of the match.
        rounds: Earlier rounds, for opponents that learn.
        opponents: Provides the opponent.
    """
    settings = match_settings(play)
    if settings.players is Players.TWO:
        return Match(settings, None, rng=rng)
    earlier = past_rounds(rounds, settings.rules)
    opponent = opponents.call(opponent_name(play), settings.rules, earlier)
    return None if opponent is None else Match(settings, opponent, rng=rng, earlier=earlier)


def make_practice(play: PlaySettings, rng: random.Random) -> Practice:
    """Make a practice of the throws of the chosen rules."""
    return Practice(rules_of(play).gestures, rng=rng)
