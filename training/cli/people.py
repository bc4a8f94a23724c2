"""``python -m training people``: render people who do everyday things, show gestures, or show no hand."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from gesture_app.domain.frames.gestures import FIVE_GESTURES
from training.cli.synthesize import image_size, labels_among
from training.synthetic.backgrounds import find_photos
from training.synthetic.bodies.dataset import PEOPLE_LABELS, PeopleRequest, write_people, write_people_sheet
from training.synthetic.bodies.motion import PeopleClipRequest, write_people_clip
from training.synthetic.errors import SynthesisError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--out", type=Path, help="folder for the images")
    parser.add_argument("--count", type=int, default=1000, help="number of images (default: %(default)s)")
    parser.add_argument("--first", type=int, default=0, help="number of the first image, to render in parts")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same files (default: %(default)s)")
    parser.add_argument("--size", type=image_size, default=(480, 360), metavar="WIDTHxHEIGHT", help="default: 480x360")
    parser.add_argument(
        "--backgrounds", type=Path, metavar="DIR", help="photos to put people before (default: made-up)"
    )
    parser.add_argument(
        "--labels",
        type=labels_among(PEOPLE_LABELS),
        default=PEOPLE_LABELS,
        metavar="A,B",
        help=f"of {', '.join(PEOPLE_LABELS)}",
    )
    parser.add_argument(
        "--signs",
        type=float,
        default=0.15,
        metavar="SHARE",
        help='share of the images of "none" that show another sign, such as a thumb (default: %(default)s)',
    )
    parser.add_argument("--contact-sheet", type=Path, metavar="FILE.png", help="render one sheet of tiles instead")
    clip = parser.add_argument_group("a clip of one person instead, with the label of each frame in a table beside it")
    clip.add_argument("--idle", type=float, metavar="SECONDS", help="everyday acts, no gesture")
    clip.add_argument("--shown", type=float, metavar="SECONDS", help="gestures of --labels, each shown for 1.5 s")
    clip.add_argument("--fps", type=int, default=15, help="frames per second (default: %(default)s)")


def run(args: argparse.Namespace) -> int:
    """Render; returns the exit code.

    Raises:
        SynthesisError: If an option cannot be used, or this machine cannot render.
    """
    console = Console(stderr=True)
    if args.count < 1 or args.first < 0:
        raise SynthesisError(f"--count {args.count} --first {args.first} ask for no image.", hint="Count from 0 up.")
    if not 0 <= args.signs <= 1:
        raise SynthesisError(f"--signs is {args.signs}.", hint="It must be from 0 to 1.")
    photos = find_photos(args.backgrounds) if args.backgrounds is not None else ()
    if args.idle is not None or args.shown is not None:
        return _write_clip(args, photos, console)
    out = args.out if args.out is not None else Path()
    request = PeopleRequest(out, args.count, args.seed, args.size, photos, args.labels, args.signs, args.first)
    if args.contact_sheet is not None:
        write_people_sheet(request, args.contact_sheet)
        console.print(f"Wrote {args.contact_sheet}")
        return 0
    if args.out is None:
        raise SynthesisError("There is no folder to write to.", hint="Add --out DIR.")
    rate = write_people(request, console)
    console.print(f"Wrote {request.count} images to {args.out} at {rate:.1f} images/s")
    return 0


def _write_clip(args: argparse.Namespace, photos: tuple[Path, ...], console: Console) -> int:
    if args.out is None:
        raise SynthesisError("There is no file to write the clip to.", hint="Add --out FILE.mp4.")
    seconds = args.idle if args.idle is not None else args.shown
    gestures = tuple(label for label in args.labels if label in FIVE_GESTURES) if args.idle is None else ()
    if seconds <= 0 or args.fps < 1 or (args.idle is None and not gestures):
        raise SynthesisError(
            f"{seconds} seconds at {args.fps} frames a second of {', '.join(args.labels)} make no clip.",
            hint="All must be above 0, and --labels must name a gesture.",
        )
    request = PeopleClipRequest(seconds, args.seed, args.size, args.fps, photos, gestures)
    labels = write_people_clip(request, args.out, console)
    console.print(f"Wrote {request.frame_count} frames to {args.out} and their labels to {labels}")
    return 0


if __name__ == "__main__":
    _parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(_parser)
    raise SystemExit(run(_parser.parse_args()))
