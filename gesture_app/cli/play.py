"""``gesture-app replay CLIP --play``: plays the throws of a clip against a seeded opponent, in the clip's time.

Rounds follow a fixed rhythm, as in the clips of ``python -m training synthesize --match``: "shoot" falls at
``first_shoot_s`` and then every ``every_s`` seconds. A repeated round takes the next "shoot".
"""

from __future__ import annotations

import argparse
import contextlib
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from rich.console import Console

from gesture_app.capture.opening import source_for
from gesture_app.cli.options import chosen_device
from gesture_app.cli.output import STANDARD_OUTPUT, frames_with_progress, json_lines_file
from gesture_app.composition import build_processor
from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.game.match import (
    GameTiming,
    Match,
    MatchPhase,
    MatchSettings,
    MatchState,
    Observation,
    Players,
)
from gesture_app.domain.game.opponents import OPPONENTS
from gesture_app.domain.game.rounds import PeopleOfMatch, check_people
from gesture_app.domain.game.rules import RULE_TABLES
from gesture_app.domain.models.device import Device
from gesture_app.domain.samples.people import person_name
from gesture_app.domain.samples.sample import NOBODY
from gesture_app.errors import GestureAppError
from gesture_app.storage.round_codec import encode_round

FIRST_SHOOT_S = 3.0
EVERY_S = 4.0

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
        rules: Name of the rule table.
        best_of: Length of the match; None plays until the clip ends.
        two_players: Whether two people play in one image, left half against right half.
        people: Names of the people who play, the one in the left half first; at most as many as there are players.
        seed: The same seed and the same clip give the same rounds.
        first_shoot_s: Time of the first "shoot" in the clip.
        every_s: Time between two "shoot"s.
        json_out: File for the rounds; None and ``-`` are standard output.
        device: Device of the classifier.
        model_dir: Model folder or model id; None for the active model.
    """

    source: str
    opponent: str = "random"
    rules: str = "lizard-spock"
    best_of: int | None = None
    two_players: bool = False
    people: tuple[str, ...] = ()
    seed: int = 1
    first_shoot_s: float = FIRST_SHOOT_S
    every_s: float = EVERY_S
    json_out: Path | None = None
    device: Device = Device.AUTO
    model_dir: Path | None = None

    @classmethod
    def of(cls, args: argparse.Namespace) -> PlayOptions:
        """Options from parsed arguments."""
        return cls(
            source=args.source,
            opponent=args.opponent,
            rules=args.rules,
            best_of=args.best_of,
            two_players=args.two_players,
            people=tuple(args.players or ()),
            seed=args.seed,
            first_shoot_s=args.first_shoot,
            every_s=args.every,
            json_out=args.json,
            device=chosen_device(args) or cls.device,
            model_dir=args.model,
        )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--play`` and the arguments that go with it to ``replay``."""
    play = parser.add_argument_group("playing", "a recorded match; --json then holds the rounds")
    play.add_argument("--play", action="store_true", help="play the clip's throws against an opponent")
    play.add_argument("--opponent", choices=tuple(OPPONENTS), default="random", help="default: %(default)s")
    play.add_argument("--rules", choices=tuple(RULE_TABLES), default="lizard-spock", help="default: %(default)s")
    play.add_argument("--best-of", type=int, choices=(1, 3, 5, 7), help="default: as long as the clip")
    play.add_argument("--two-players", action="store_true", help="the left half of the picture against the right")
    play.add_argument(
        "--player",
        dest="players",
        action="append",
        metavar="NAME",
        help="who plays, kept with the rounds; with --two-players twice, the one in the left half first",
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


def play_clip(options: PlayOptions, *, stdout: Console, stderr: Console) -> int:
    """Play the match, write its rounds and return the exit code.

    Raises:
        GestureAppError: If the source, the model, the rhythm or an output cannot be used.
    """
    match = match_for(options)
    source = source_for(options.source, realtime=False)
    out = options.json_out or STANDARD_OUTPUT
    with contextlib.ExitStack() as stack:
        stack.callback(source.close)
        source.open()
        processor = build_processor(device=options.device, max_hands=2, model_dir=options.model_dir)
        stack.callback(processor.close)
        file = stack.enter_context(json_lines_file(out))
        results = (processor.process(frame) for frame in frames_with_progress(source, stderr))
        misthrows: Counter[str] = Counter()
        for event in play_results(match, results, first_shoot_s=options.first_shoot_s, every_s=options.every_s):
            misthrows.update([str(event["misthrow"])] if event["event"] == "misthrow" else [])
            file.write(event)
    _print_summary(match, misthrows, stderr if out == STANDARD_OUTPUT else stdout)
    return 0


def match_for(options: PlayOptions) -> Match:
    """Match with the settings of the options.

    Raises:
        ScheduleError: If the rhythm leaves no time for a countdown.
        PlayerNameError: If the named people cannot play this match.
    """
    rules = RULE_TABLES[options.rules]
    timing = GameTiming()
    # Only "shoot" has to fit the clip; the words before it share the time that the round before leaves.
    free_s = min(options.every_s - timing.window_s - _SLACK_S, options.first_shoot_s)
    if not (math.isfinite(options.every_s + options.first_shoot_s) and free_s >= timing.early_s):
        least_s = timing.window_s + _SLACK_S + timing.early_s
        hint = f"The first may fall from {timing.early_s} s on, and then one every {least_s} s or more."
        raise ScheduleError("There is no time for a countdown before each shoot.", hint=hint)
    timing = replace(timing, beat_s=min(timing.beat_s, free_s / len(rules.gestures)))
    players = Players.TWO if options.two_players else Players.COMPUTER
    people = _people(options)
    settings = MatchSettings(rules, options.best_of, players, timing, continuous=False, people=people)
    opponent = None if options.two_players else OPPONENTS[options.opponent]()
    return Match(settings, opponent, rng=random.Random(options.seed))


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


def play_results(
    match: Match, results: Iterable[FrameResult], *, first_shoot_s: float, every_s: float
) -> Iterator[dict[str, object]]:
    """Play the frames of a clip; yields one JSON-ready object for each round and misthrow, when the next one begins.

    A round that the clip cuts off is left out.
    """
    shoot_s = first_shoot_s
    state = match.state
    for result in results:
        if state.phase is MatchPhase.MATCH_OVER:
            return
        if result.time_s >= shoot_s - match.settings.countdown_s:
            yield from _event(state)
            state = match.start_round(shoot_s - match.settings.countdown_s)
            shoot_s += every_s
        state = match.observe(Observation.of(result, result.time_s))
    yield from _event(state)


def _event(state: MatchState) -> Iterator[dict[str, object]]:
    if state.misthrow is not None:
        yield {
            "event": "misthrow",
            "number": state.round_number,
            "misthrow": state.misthrow.value,
            "player": state.misthrow_player,
            "explanation": state.misthrow.explanation,
            "digest": state.commitment_digest,
        }
    elif state.last_round is not None and state.last_round.number == state.round_number:
        yield {
            "event": "round",
            **encode_round(state.last_round),
            "score": list(state.score),
            "changed_after_reveal": state.changed_after_reveal,
        }


def _print_summary(match: Match, misthrows: Counter[str], console: Console) -> None:
    state = match.state
    first, second = state.score
    text = f"{len(match.rounds)} rounds: {first} won, {second} lost, {state.draws} drawn"
    if match.rounds:
        text += f"; from shoot to reveal {median(r.reveal_delay_s for r in match.rounds):.2f} s (median)"
    console.print(text, highlight=False, soft_wrap=True)
    for misthrow, count in misthrows.most_common():
        console.print(f"played again, {misthrow}: {count}", highlight=False)
