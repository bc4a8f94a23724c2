"""Makes matches and practices from the person's choices."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from gesture_app.domain.game.match import GameTiming, Match, MatchSettings, Players
from gesture_app.domain.game.opponents import OPPONENTS
from gesture_app.domain.game.player_history import past_rounds
from gesture_app.domain.game.practice import Practice
from gesture_app.domain.game.rounds import UNNAMED, LoggedRound, PeopleOfMatch, check_people
from gesture_app.domain.game.rules import LIZARD_SPOCK, RULE_TABLES, RuleTable
from gesture_app.domain.samples.sample import NOBODY
from gesture_app.gui.play.opponent_service import OpponentService
from gesture_app.settings import CountdownSpeed, PlayMode, PlaySettings

_BEAT_S = {CountdownSpeed.SLOW: 0.9, CountdownSpeed.NORMAL: GameTiming.beat_s, CountdownSpeed.FAST: 0.45}
"""Seconds from one word of the countdown to the next."""


def rules_of(play: PlaySettings, own_rules: Iterable[RuleTable] = ()) -> RuleTable:
    """The chosen rules; five throws if there are no rules of that name any more."""
    tables = {**RULE_TABLES, **{rules.name: rules for rules in own_rules}}
    return tables.get(play.throws, LIZARD_SPOCK)


def opponent_name(play: PlaySettings) -> str:
    """Name of the chosen opponent; the easiest one if none was chosen, or if this version has none of that name."""
    return play.opponent if play.opponent in OPPONENTS else next(iter(OPPONENTS))


def harder_opponent(name: str) -> str | None:
    """The next opponent in order of difficulty; None after the hardest."""
    names = tuple(OPPONENTS)
    place = names.index(name) + 1 if name in names else len(names)
    return names[place] if place < len(names) else None


def match_settings(play: PlaySettings, own_rules: Iterable[RuleTable] = (), *, mirrored: bool = False) -> MatchSettings:
    """Settings of the chosen match; see :func:`people_of`."""
    players = Players.TWO if play.mode is PlayMode.TWO_PLAYERS else Players.COMPUTER
    timing = GameTiming(beat_s=_BEAT_S[play.countdown])
    return MatchSettings(
        rules_of(play, own_rules),
        play.best_of or None,
        players,
        timing,
        people=people_of(play, mirrored=mirrored),
        asks_doubtful=players is Players.TWO,
    )


def people_of(play: PlaySettings, *, mirrored: bool) -> PeopleOfMatch:
    """Who plays, the one in the left half of the frame as captured first.

    Unnamed if the settings were changed by hand to people who cannot play such a match.

    Args:
        play: The person's choices, in which the player on the left of the view is the first.
        mirrored: Whether the view is mirrored.
    """
    is_two = play.mode is PlayMode.TWO_PLAYERS
    first, second = play.people
    people = (first, NOBODY) if not is_two else (second, first) if mirrored else (first, second)
    try:
        check_people(people, are_two=is_two)
    except ValueError:
        return UNNAMED
    return people


def make_match(
    play: PlaySettings,
    rng: random.Random,
    rounds: Sequence[LoggedRound],
    opponents: OpponentService,
    *,
    own_rules: Iterable[RuleTable] = (),
    mirrored: bool = False,
) -> Match | None:
    """Make the chosen match; None while the opponent learns.

    Args:
        play: The person's choices.
        rng: Randomness of the match.
        rounds: Earlier rounds, for opponents that learn.
        opponents: Provides the opponent.
        own_rules: The own rules of the user.
        mirrored: Whether the view is mirrored.
    """
    settings = match_settings(play, own_rules, mirrored=mirrored)
    if settings.players is Players.TWO:
        return Match(settings, None, rng=rng)
    person = settings.people[0]
    earlier = past_rounds(rounds, settings.rules.name, person)
    opponent = opponents.call(opponent_name(play), settings.rules, earlier, person)
    return None if opponent is None else Match(settings, opponent, rng=rng, earlier=earlier)


def make_practice(play: PlaySettings, rng: random.Random, own_rules: Iterable[RuleTable] = ()) -> Practice:
    """Make a practice of the throws of the chosen rules."""
    return Practice(rules_of(play, own_rules).gestures, rng=rng)
