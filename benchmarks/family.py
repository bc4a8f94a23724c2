"""Matches of two people in a family's room: ``python benchmarks/family.py``.

Renders matches with whole people: a child against an adult, one player in the dark, somebody who walks by behind and
waves, a child who holds gestures up at the lower edge, hands that reach beyond the middle, and all of it at once. They
are played as ``gesture-app replay --play`` does. Says for each condition which share of throws is read as shown, in
how many rounds a hand was taken for the other player's, and which rounds somebody else spoiled.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.rounds import ROOT, Read, Shown, read, results, show
from gesture_app.cli.clip_rounds import Rhythm, play_in_rhythm
from gesture_app.cli.play import EVERY_S, PlayOptions, match_for
from gesture_app.composition import chosen_model
from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.game.throws import SeenHand
from training.synthetic.actors import state_at
from training.synthetic.clips import Clip
from training.synthetic.matches import Condition, MatchRequest, plan_match

ALL = "all"
CONDITIONS = ("none", *(condition.value for condition in Condition), ALL)
SIZE, FPS = (480, 360), 20

_NEAR = 0.1
"""A detected hand is a player's if it is nearer than this fraction of the frame's width to where the hand was drawn."""
_WATCHED_S = (-1.2, 1.0)
"""The part of a round in which sides are checked, before and after "shoot"."""


@dataclass(frozen=True)
class PlayedRound:
    """A round as shown and as read, and whether a hand was taken for the other player's while it was read."""

    shown: Shown
    read: Read
    is_swapped: bool


def main() -> None:
    """Render, play and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=4, help="for each condition (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=6, help="rounds a clip (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=50, help="of the first clip (default: %(default)s)")
    parser.add_argument("--only", nargs="*", choices=CONDITIONS, default=CONDITIONS, help="default: all conditions")
    parser.add_argument("--backgrounds", type=Path, metavar="DIR", help="photos to stand before (default: made-up)")
    parser.add_argument("--folder", type=Path, help="keeps the clips; those that are there are not rendered anew")
    parser.add_argument("--model", type=Path, help="a model's id or folder (default: the one in use)")
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    figures: dict[str, Any] = {
        "clips": f"{args.clips} of {args.rounds} rounds each, {SIZE[0]}x{SIZE[1]}, {FPS} pictures/s, "
        f"seeds from {args.seed}",
        "model": chosen_model(args.model).manifest.id,
    }
    with tempfile.TemporaryDirectory() as scratch:
        for condition in args.only:
            played = []
            for seed in range(args.seed, args.seed + args.clips):
                request = request_of(condition, seed, args.rounds)
                clip = rendered(condition, request, args, args.folder or Path(scratch))
                played += played_rounds(request, clip, args.model)
            figures[condition] = summary(played)
            print(json.dumps({condition: figures[condition]}), file=sys.stderr, flush=True)
    show(figures, args.out)


def request_of(condition: str, seed: int, rounds: int) -> MatchRequest:
    """The match of a condition, without its background, which does not change what people do."""
    conditions = tuple(Condition) if condition == ALL else (Condition(condition),)
    return MatchRequest(rounds, seed, SIZE, FPS, two_players=True, conditions=conditions)


def rendered(condition: str, request: MatchRequest, args: argparse.Namespace, folder: Path) -> Path:
    """The clip, rendered if it is missing; in a process of its own, see :mod:`benchmarks.rounds`."""
    clip = folder / f"{condition}-{request.seed}-{request.rounds}-{SIZE[0]}x{SIZE[1]}-{FPS}.mp4"
    if not clip.with_suffix(".rounds.csv").is_file():
        options = ["--rounds", request.rounds, "--seed", request.seed, "--size", f"{SIZE[0]}x{SIZE[1]}", "--fps", FPS]
        options += ["--two-players", "--conditions", ",".join(one.value for one in request.conditions), "--out", clip]
        options += [] if args.backgrounds is None else ["--backgrounds", args.backgrounds]
        command = [sys.executable, "-m", "training", "synthesize", "--match", *map(str, options)]
        subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        print(f"rendered {clip.name}", file=sys.stderr, flush=True)
    return clip


def played_rounds(request: MatchRequest, path: Path, model: Path | None) -> list[PlayedRound]:
    """The rounds of a clip."""
    clip, rounds = plan_match(request)
    match = match_for(PlayOptions(str(path), two_players=True))
    swapped: set[int] = set()

    def watched() -> Iterator[FrameResult]:
        """The frames; after the match has seen each, its hands are compared with those that were drawn."""
        for result in results(path, model, expected_hands=2):
            yield result
            if any(is_others_hand(clip, match.hand_of(player), player, result.time_s) for player in (0, 1)):
                since_shoot_s = ((number, result.time_s - one.shoot_s) for number, one in enumerate(rounds, 1))
                swapped.update(n for n, since_s in since_shoot_s if _WATCHED_S[0] <= since_s <= _WATCHED_S[1])

    reads = [read(event, 2) for event in play_in_rhythm(match, watched(), Rhythm(rounds[0].shoot_s, EVERY_S))]
    print(f"played {path.name}", file=sys.stderr, flush=True)
    return [
        PlayedRound(Shown(path.stem, number, one.throws, ("", "")), reads[number - 1], number in swapped)
        for number, one in enumerate(rounds, 1)
    ]


def is_others_hand(clip: Clip, hand: SeenHand | None, player: int, time_s: float) -> bool:
    """Whether the hand that is taken for a player's is where the other player's hand was drawn."""
    if hand is None:
        return False
    width, height = clip.size
    distances = []
    for actor in clip.actors:
        x, y = state_at(actor, time_s)[0][-3:-1]
        drawn_x, drawn_y = 0.5 + 0.5 * x * height / width, 0.5 * (1 - y) * height / width
        distances.append(math.hypot(hand.center_x - drawn_x, hand.center_y - drawn_y))
    return distances[1 - player] < _NEAR < 2 * _NEAR < distances[player]


def summary(played: Sequence[PlayedRound]) -> dict[str, Any]:
    """The figures of a condition."""
    throws = [
        (one, player, throw, one.read.throws[player] if one.read.throws else "")
        for one in played
        for player, throw in enumerate(one.shown.throws)
    ]
    wrong = [one for one in played if one.read.throws != one.shown.throws]
    return {
        "rounds": len(played),
        "throws": len(throws),
        "throws_right": sum(throw == read_as for _, _, throw, read_as in throws),
        "share_of_throws_right": round(sum(throw == read_as for _, _, throw, read_as in throws) / len(throws), 4),
        "misthrows": dict(Counter(one.read.misthrow for one in wrong if one.read.misthrow is not None)),
        "rounds_with_swapped_sides": sum(one.is_swapped for one in played),
        "wrong": [
            f"{one.shown.clip} round {one.shown.number}: {'/'.join(one.shown.throws)} was "
            f"{one.read.misthrow or '/'.join(one.read.throws)}"
            for one in wrong
        ],
    }


if __name__ == "__main__":
    main()
