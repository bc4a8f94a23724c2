"""A rendered tournament as a whole: ``python benchmarks/tournament.py``.

Renders people who play everybody against everybody, two at a time, and whose hands leave and come between the matches,
and plays the clip as ``gesture-app replay --play --tournament`` does. Says which share of throws is read as shown, how
many late throws are found, and whether the table is the one of what was shown.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.rounds import ROOT, Read, Shown, late_summary, read, results, show
from gesture_app.cli.clip_rounds import ClipEvent
from gesture_app.cli.play import PlayOptions, clip_events
from gesture_app.composition import chosen_model
from gesture_app.domain.game.tournament import Tournament
from training.synthetic.tournaments import BEST_OF, TournamentRequest, TournamentRound, plan_tournament

SIZE, FPS = (480, 360), 20


def main() -> None:
    """Render, play and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=4, help="three to eight (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=61, help="default: %(default)s")
    parser.add_argument(
        "--late", type=float, default=0.15, help="share of throws that change late (default: %(default)s)"
    )
    parser.add_argument("--folder", type=Path, help="keeps the clip; one that is there is not rendered anew")
    parser.add_argument("--model", type=Path, help="a model's id or folder (default: the one in use)")
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    request = TournamentRequest(args.people, args.seed, SIZE, FPS, args.late)
    _, rounds, tournament = plan_tournament(request)
    with tempfile.TemporaryDirectory() as scratch:
        clip = rendered(request, args.folder or Path(scratch))
        options = PlayOptions(
            str(clip), best_of=BEST_OF, two_players=True, tournament=True, people=request.names, model_dir=args.model
        )
        events = list(clip_events(options)(results(clip, args.model, expected_hands=2)))
    figures = {
        "clip": f"{args.people} people, {len(rounds)} rounds, {SIZE[0]}x{SIZE[1]}, {FPS} pictures/s, seed {args.seed}",
        "model": chosen_model(args.model).manifest.id,
        **summary(clip.stem, rounds, tournament, events),
    }
    show(figures, args.out)


def rendered(request: TournamentRequest, folder: Path) -> Path:
    """The clip, rendered if it is missing; in a process of its own, see :mod:`benchmarks.rounds`."""
    size = f"{SIZE[0]}x{SIZE[1]}"
    clip = folder / f"tournament-{request.people}-{request.seed}-{size}-{FPS}-late{request.late_share}.mp4"
    if not clip.with_suffix(".rounds.csv").is_file():
        options = ["--people", request.people, "--seed", request.seed, "--late", request.late_share]
        options += ["--size", size, "--fps", FPS, "--out", clip]
        command = [sys.executable, "-m", "training", "synthesize", "--match", *map(str, options)]
        subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    return clip


def summary(
    clip: str, rounds: Sequence[TournamentRound], tournament: Tournament, events: Sequence[ClipEvent]
) -> dict[str, Any]:
    """The figures. Each "shoot" of the clip is a round or misthrow of the game; one that is missing is wrong."""
    reads = [read(event, 2) for event in events if event["event"] in ("round", "misthrow")]
    reads += [Read(misthrow="not played")] * (len(rounds) - len(reads))
    shown = [
        Shown(clip, number, one.throws, tuple("" if late is None else late.throw for late in one.late))
        for number, one in enumerate(rounds, 1)
    ]
    pairs = list(zip(shown, reads, strict=False))
    right = sum(
        throw == read_as
        for one, as_read in pairs
        for throw, read_as in zip(one.throws, as_read.throws or ("", ""), strict=True)
    )
    table = next((event for event in events if event["event"] == "table"), None)
    matches = [tuple(event["people"]) for event in events if event["event"] == "match"]
    return {
        "throws": 2 * len(rounds),
        "throws_right": right,
        "share_of_throws_right": round(right / (2 * len(rounds)), 4),
        "late_throws": late_summary(pairs),
        "matches_in_the_order_of_the_schedule": matches == [fixture.people for fixture in tournament.fixtures],
        "table_is_right": table is not None
        and [row["person"] for row in table["table"]] == [one.person for one in tournament.table],
        "champions": [] if table is None else table["champions"],
        "wrong": [
            f"round {one.number}: {'/'.join(one.throws)} was {as_read.misthrow or '/'.join(as_read.throws)}"
            for one, as_read in pairs
            if as_read.throws != one.throws
        ],
    }


if __name__ == "__main__":
    main()
