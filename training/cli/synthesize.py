"""``python -m training synthesize``: render hands as images, contact sheets, clips or matches."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.game.tournament import MAX_PEOPLE, MIN_PEOPLE
from training.synthetic.backgrounds import find_photos
from training.synthetic.clips import load_clip, write_clip
from training.synthetic.errors import SynthesisError
from training.synthetic.matches import Condition, MatchRequest, write_match
from training.synthetic.poses import LABELS
from training.synthetic.stills import StillsRequest, write_contact_sheet, write_stills
from training.synthetic.tournaments import TournamentRequest, write_tournament


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--out", type=Path, help="folder for images; with --clip or --match, the .mp4 to write")
    parser.add_argument("--count", type=int, default=1000, help="number of images (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same files (default: %(default)s)")
    parser.add_argument("--size", type=image_size, default=(400, 360), metavar="WIDTHxHEIGHT", help="default: 400x360")
    parser.add_argument("--backgrounds", type=Path, metavar="DIR", help="photos to put hands on (default: made-up)")
    parser.add_argument(
        "--every-tone",
        action="store_true",
        help="render each scene in all ten skin tones; --count then counts scenes",
    )
    parser.add_argument(
        "--labels", type=labels_among(LABELS), default=LABELS, metavar="A,B", help=f"of {', '.join(LABELS)}"
    )
    parser.add_argument("--clip", type=Path, metavar="SCRIPT.toml", help="render this scripted clip instead of images")
    parser.add_argument("--contact-sheet", type=Path, metavar="FILE.png", help="render one sheet of tiles instead")
    match = parser.add_argument_group("a clip of people playing, with its rounds in a table beside it")
    match.add_argument("--match", action="store_true", help="render one; --labels says which throws")
    match.add_argument("--rounds", type=int, default=10, help="default: %(default)s")
    match.add_argument("--fps", type=int, default=25, help="frames per second (default: %(default)s)")
    match.add_argument("--two-players", action="store_true", help="two people in one image")
    match.add_argument(
        "--late", type=float, default=0.0, metavar="SHARE", help="fraction of throws that change late (default: none)"
    )
    match.add_argument(
        "--people", type=int, metavar="N", help="a tournament of three to eight people instead, until all have played"
    )
    match.add_argument(
        "--conditions",
        type=labels_among([condition.value for condition in Condition]),
        default=(),
        metavar="A,B",
        help=f"with --two-players, in a family's room: {', '.join(condition.value for condition in Condition)}",
    )


def run(args: argparse.Namespace) -> int:
    """Render; returns the exit code.

    Raises:
        SynthesisError: If an option cannot be used, or this machine cannot render.
    """
    console = Console(stderr=True)
    if args.clip is not None:
        return _write_clip(args.clip, args.out, console)
    if args.match:
        return _write_match(args, console)
    if args.count < 1:
        raise SynthesisError(f"--count is {args.count}.", hint="It must be at least 1.")
    photos = find_photos(args.backgrounds) if args.backgrounds is not None else ()
    out = args.out if args.out is not None else Path()
    request = StillsRequest(out, args.count, args.seed, args.size, photos, args.labels, args.every_tone)
    if args.contact_sheet is not None:
        write_contact_sheet(request, args.contact_sheet)
        console.print(f"Wrote {args.contact_sheet}")
        return 0
    if args.out is None:
        raise SynthesisError("There is no folder to write to.", hint="Add --out DIR.")
    rate = write_stills(request, console)
    console.print(f"Wrote {request.image_count} images to {args.out} at {rate:.1f} images/s")
    return 0


def _write_clip(script: Path, out: Path | None, console: Console) -> int:
    if out is None:
        raise SynthesisError("There is no file to write the clip to.", hint="Add --out FILE.mp4.")
    clip = load_clip(script)
    labels = write_clip(clip, out, console)
    console.print(f"Wrote {clip.frame_count} frames to {out} and their labels to {labels}")
    return 0


def _write_match(args: argparse.Namespace, console: Console) -> int:
    if args.out is None:
        raise SynthesisError("There is no file to write the match to.", hint="Add --out FILE.mp4.")
    if args.rounds < 1 or args.fps < 1:
        raise SynthesisError(f"--rounds {args.rounds} --fps {args.fps} make no clip.", hint="Both must be at least 1.")
    if not 0 <= args.late <= 1:
        raise SynthesisError(f"--late is {args.late}.", hint="It must be from 0 to 1.")
    if args.people is not None:
        return _write_tournament(args, console)
    throws = tuple(label for label in args.labels if label != NONE)
    if not throws:
        raise SynthesisError(f'"{NONE}" is no throw.', hint="Name some gestures in --labels.")
    if args.conditions and not args.two_players:
        raise SynthesisError("--conditions are those of a match of two people.", hint="Add --two-players.")
    conditions = tuple(Condition(name) for name in args.conditions)
    photos = find_photos(args.backgrounds) if args.backgrounds is not None else ()
    request = MatchRequest(
        args.rounds, args.seed, args.size, args.fps, throws, args.two_players, args.late, conditions, photos
    )
    rounds = write_match(request, args.out, console)
    console.print(f"Wrote {args.rounds} rounds to {args.out} and what is thrown in them to {rounds}")
    return 0


def _write_tournament(args: argparse.Namespace, console: Console) -> int:
    if not MIN_PEOPLE <= args.people <= MAX_PEOPLE:
        raise SynthesisError(
            f"--people {args.people} play no tournament.", hint=f"It is for {MIN_PEOPLE} to {MAX_PEOPLE} people."
        )
    request = TournamentRequest(args.people, args.seed, args.size, args.fps, args.late)
    rounds = write_tournament(request, args.out, console)
    console.print(f"Wrote a tournament to {args.out} and what is thrown in it to {rounds}")
    return 0


def image_size(text: str) -> tuple[int, int]:
    """``WIDTHxHEIGHT`` as two numbers of pixels."""
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 64 and int(height) >= 64):
        raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT of at least 64x64, such as 480x360")
    return int(width), int(height)


def labels_among(allowed: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    """A type of argument: some of the allowed labels, separated by commas."""

    def labels(text: str) -> tuple[str, ...]:
        chosen = tuple(part.strip() for part in text.split(",") if part.strip())
        if not chosen or set(chosen) - set(allowed):
            raise argparse.ArgumentTypeError(f"{text!r}: choose from {', '.join(allowed)}, separated by commas")
        return chosen

    return labels


if __name__ == "__main__":
    _parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(_parser)
    raise SystemExit(run(_parser.parse_args()))
