"""``python -m training session``: render one recording session of a person whose gestures differ from the norm."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from training.cli.synthesize import labels_among
from training.synthetic.poses import LABELS, POSES
from training.synthetic.sessions import PEOPLE, SessionRequest, write_session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--person", choices=sorted(PEOPLE), required=True)
    parser.add_argument("--seed", type=int, required=True, help="the day")
    parser.add_argument("--per-label", type=int, default=20, help="images of each label (default: %(default)s)")
    parser.add_argument(
        "--labels",
        type=labels_among([*LABELS, *(pose.name for pose in POSES)]),
        default=LABELS,
        metavar="A,B",
        help="labels, or poses such as thumbs_up as gestures of the person's own (default: all labels)",
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")


def run(args: argparse.Namespace) -> int:
    """Render the session; returns the exit code.

    Raises:
        SynthesisError: If this machine cannot render.
    """
    request = SessionRequest(args.person, args.seed, args.per_label, args.labels)
    write_session(request, args.out, Console(stderr=True))
    return 0
