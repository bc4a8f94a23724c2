"""``gesture-app replay CLIP --play``: plays the throws of a clip against a seeded opponent, in the clip's time.

Rounds follow a fixed rhythm, as in the clips of ``python -m training synthesize --match``: "shoot" falls at
``first_shoot_s`` and then every ``every_s`` seconds. A repeated round takes the next "shoot". Hands-free, a held
gesture starts a match, and its rounds follow each other as in the window.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rich.console import Console

from gesture_app.capture.opening import source_for
from gesture_app.cli.clip_rounds import ClipEvent, Rhythm, Summary, play_hands_free, play_in_rhythm, play_tournament
from gesture_app.cli.options import chosen_device
from gesture_app.cli.output import STANDARD_OUTPUT, frames_with_progress, json_lines_file, print_lines
from gesture_app.cli.rules import rules_named
from gesture_app.composition import build_processor, memory_of_samples
from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.frames.gestures import GestureSet, display_name
from gesture_app.domain.game.match import GameTiming, Match, MatchSettings, Players
from gesture_app.domain.game.opponents import OPPONENTS
from gesture_app.domain.game.rounds import PeopleOfMatch, check_people
from gesture_app.domain.game.rules import RULE_TABLES, RuleTable
from gesture_app.domain.game.tournament import Tournament
from gesture_app.domain.models.device import Device
from gesture_app.domain.samples.people import person_name
from gesture_app.domain.samples.sample import NOBODY
from gesture_app.errors import GestureAppError
from gesture_app.storage.rule_files import RuleFileError

FIRST_SHOOT_S = 3.0
EVERY_S = 4.0
TOURNAMENT_BEST_OF = 3

_SLACK_S = 0.2


class ScheduleError(GestureAppError):
    """The rounds do not fit into the given rhythm."""


class PlayerNameError(GestureAppError):
    """The named people cannot play the match."""


@dataclass(frozen=True)
class PlayOptions:
    """Options of a recorded match.

    Attributes:
        source: A video file or an address.
        opponent: Name of the opponent; unused with two players.
        rules: Name of a game of the program or the user's own, or the path of a file with rules.
        best_of: Length of the match; None plays until the clip ends.
        two_players: Whether two people play in one image, left half against right half.
        people: Names of the people who play, the one in the left half first; at most as many as there are players. In
            a tournament all of its people.
        tournament: Whether everybody plays everybody, two at a time.
        seed: The same seed and the same clip give the same rounds.
        first_shoot_s: Time of the first "shoot" in the clip.
        every_s: Time between two "shoot"s.
        hands_free: Whether gestures start and end matches, in place of the rhythm.
        json_out: File for the rounds; None and ``-`` are standard output.
        device: Device of the classifier.
        model_dir: Model folder or model id; None for the active model.
        memory: Whether the user's samples adjust the predictions; new gestures then count, too.
        detector: Name of the hand detector; None for the default.
    """

    source: str
    opponent: str = "random"
    rules: str = "lizard-spock"
    best_of: int | None = None
    two_players: bool = False
    people: tuple[str, ...] = ()
    tournament: bool = False
    seed: int = 1
    first_shoot_s: float = FIRST_SHOOT_S
    every_s: float = EVERY_S
    hands_free: bool = False
    json_out: Path | None = None
    device: Device = Device.AUTO
    model_dir: Path | None = None
    memory: bool = False
    detector: str | None = None

    @classmethod
    def of(cls, args: argparse.Namespace) -> PlayOptions:
        """Options from parsed arguments."""
        return cls(
            source=args.source,
            opponent=args.opponent,
            rules=args.rules,
            best_of=args.best_of or (TOURNAMENT_BEST_OF if args.tournament else None),
            two_players=args.two_players or args.tournament,
            tournament=args.tournament,
            people=tuple(args.players or ()),
            seed=args.seed,
            first_shoot_s=args.first_shoot,
            every_s=args.every,
            hands_free=args.hands_free,
            json_out=args.json,
            device=chosen_device(args) or cls.device,
            model_dir=args.model,
            memory=args.memory,
            detector=args.detector,
        )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--play`` and the arguments that go with it to ``replay``."""
    play = parser.add_argument_group("playing", "a recorded match; --json then holds the rounds")
    play.add_argument("--play", action="store_true", help="play the clip's throws against an opponent")
    play.add_argument("--opponent", choices=tuple(OPPONENTS), default="random", help="default: %(default)s")
    play.add_argument(
        "--rules",
        default="lizard-spock",
        metavar="RULES",
        help=f"{', '.join(RULE_TABLES)}, the name of own rules, or a file with rules (default: %(default)s)",
    )
    play.add_argument(
        "--best-of", type=int, choices=(1, 3, 5, 7), help="default: as long as the clip; 3 in a tournament"
    )
    play.add_argument("--two-players", action="store_true", help="the left half of the picture against the right")
    play.add_argument(
        "--player",
        dest="players",
        action="append",
        metavar="NAME",
        help="who plays, kept with the rounds; with --two-players twice, the one in the left half first",
    )
    play.add_argument(
        "--tournament",
        action="store_true",
        help="everybody named with --player (three to eight) plays everybody, two at a time",
    )
    play.add_argument("--seed", type=int, default=1, metavar="N", help="the opponent's luck (default: %(default)s)")
    play.add_argument(
        "--first-shoot",
        type=float,
        default=FIRST_SHOOT_S,
        metavar="S",
        help="in the clip's time (default: %(default)s)",
    )
    play.add_argument(
        "--every", type=float, default=EVERY_S, metavar="S", help='one "shoot" to the next (default: %(default)s)'
    )
    play.add_argument(
        "--hands-free",
        action="store_true",
        help="no rhythm: a gesture held for a second starts (fist), repeats (open hand) or ends (scissors) a match",
    )


def play_clip(options: PlayOptions, *, stdout: Console, stderr: Console) -> int:
    """Play the match, write its rounds and return the exit code.

    Raises:
        GestureAppError: If the source, the model, the rules, the rhythm or an output cannot be used.
    """
    events = clip_events(options)
    source = source_for(options.source, realtime=False)
    out = options.json_out or STANDARD_OUTPUT
    with contextlib.ExitStack() as stack:
        stack.callback(source.close)
        source.open()
        memory = memory_of_samples(model_dir=options.model_dir).loaded if options.memory else None
        processor = build_processor(
            device=options.device,
            max_hands=2,
            model_dir=options.model_dir,
            memory=memory,
            detector=options.detector,
        )
        stack.callback(processor.close)
        processor.expect_hands(2 if options.two_players else 1)
        require_known(rules_named(options.rules), processor.labels)
        file = stack.enter_context(json_lines_file(out))
        summary = Summary()
        for event in events(processor.process(frame) for frame in frames_with_progress(source, stderr)):
            summary.add(event)
            file.write(event)
    print_lines(summary.lines(), stderr if out == STANDARD_OUTPUT else stdout)
    return 0


def clip_events(options: PlayOptions) -> Callable[[Iterable[FrameResult]], Iterator[ClipEvent]]:
    """The function that plays the results of a clip's frames as the options say.

    Raises:
        GestureAppError: If the rules, the rhythm or the players cannot be used.
    """
    if options.tournament:
        return _tournament_events(options)
    settings = match_settings(options)
    rng = random.Random(options.seed)
    make_match = partial(new_match, options, rng)
    if options.hands_free:
        settings = replace(settings, timing=GameTiming(), continuous=True)
        return lambda results: play_hands_free(lambda: make_match(settings), results)
    rhythm = Rhythm(options.first_shoot_s, options.every_s)
    return lambda results: play_in_rhythm(make_match(settings), results, rhythm)


def _tournament_events(options: PlayOptions) -> Callable[[Iterable[FrameResult]], Iterator[ClipEvent]]:
    try:
        tournament = Tournament.of_people([person_name(name) for name in options.people])
    except ValueError as error:
        hint = "Name each of them with --player NAME."
        raise PlayerNameError(f"They cannot play a tournament: {error}.", hint=hint) from error
    if options.hands_free:
        raise ScheduleError("A tournament is played in a rhythm.", hint="Leave out --hands-free.")
    settings = match_settings(replace(options, people=()))
    rng = random.Random(options.seed)
    rhythm = Rhythm(options.first_shoot_s, options.every_s)

    def make_match(people: PeopleOfMatch) -> Match:
        return new_match(options, rng, replace(settings, people=people))

    return lambda results: play_tournament(tournament, make_match, results, rhythm)


def require_known(rules: RuleTable, labels: GestureSet) -> None:
    """Refuse rules with gestures that the model does not know.

    Raises:
        RuleFileError: If there is one.
    """
    if unknown := [display_name(gesture) for gesture in labels.unknown(rules.gestures)]:
        raise RuleFileError(
            f"The model in use does not know {', '.join(unknown)}.",
            hint="Record samples of it on the Collect page, then say --memory, or choose a model trained on it.",
        )


def match_for(options: PlayOptions) -> Match:
    """The first match with the settings of the options.

    Raises:
        GestureAppError: If the rules, the rhythm or the players cannot be used.
    """
    return new_match(options, random.Random(options.seed), match_settings(options))


def new_match(options: PlayOptions, rng: random.Random, settings: MatchSettings) -> Match:
    """A match with these settings against the opponent of the options."""
    opponent = None if settings.players is Players.TWO else OPPONENTS[options.opponent]()
    return Match(settings, opponent, rng=rng)


def match_settings(options: PlayOptions) -> MatchSettings:
    """Settings of the options' matches, in the given rhythm.

    Raises:
        ScheduleError: If the rhythm leaves no time for a countdown.
        PlayerNameError: If the named people cannot play such a match.
        RuleFileError: If the rules cannot be used.
    """
    rules = rules_named(options.rules)
    timing = GameTiming()
    # Only "shoot" has to fit the clip; the words before it share the time that the round before leaves.
    free_s = min(options.every_s - timing.window_s - _SLACK_S, options.first_shoot_s)
    if not (math.isfinite(options.every_s + options.first_shoot_s) and free_s >= timing.early_s):
        least_s = timing.window_s + _SLACK_S + timing.early_s
        hint = f"The first may fall from {timing.early_s} s on, and then one every {least_s} s or more."
        raise ScheduleError("There is no time for a countdown before each shoot.", hint=hint)
    # With more time, late throws of the round before are waited for, too.
    watched_s = timing.rock_settle_s + timing.change_watch_s + timing.opening_s + _SLACK_S
    free_s = max(timing.early_s, min(free_s, options.every_s - watched_s))
    timing = replace(timing, beat_s=min(timing.beat_s, free_s / len(rules.gestures)))
    players = Players.TWO if options.two_players else Players.COMPUTER
    return MatchSettings(rules, options.best_of, players, timing, continuous=False, people=_people(options))


def _people(options: PlayOptions) -> PeopleOfMatch:
    """Names of the two sides, as they are stored."""
    hint = "Say --player once for each player, with different names."
    can_play = 2 if options.two_players else 1
    if len(options.people) > can_play:
        raise PlayerNameError(f"{len(options.people)} players are named, and {can_play} can play.", hint=hint)
    try:
        first, second = (*map(person_name, options.people), NOBODY, NOBODY)[:2]
        check_people((first, second), are_two=options.two_players)
    except ValueError as error:
        raise PlayerNameError(f"They cannot play this match: {error}.", hint=hint) from error
    return first, second
