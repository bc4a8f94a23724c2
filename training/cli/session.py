"""``python -m training session``: render one recording session of a person whose gestures differ from the norm."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from training.synthetic.poses import LABELS
from training.synthetic.sessions import PEOPLE, SessionRequest, write_session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--person", choices=sorted(PEOPLE), required=True)
    parser.add_argument("--seed", type=int, required=True, help="the day")
    parser.add_argument("--per-label", type=int, default=20, help="images of each label (default: %(default)s)")
    parser.add_argument("--labels", default=",".join(LABELS), metavar="A,B", help="default: all")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")


def run(args: argparse.Namespace) -> int:
    """Render the session; returns the exit code.

    Raises:
        SynthesisError: If this machine cannot render.
    """
    labels = tuple(args.labels.split(","))
    write_session(SessionRequest(args.person, args.seed, args.per_label, labels), args.out, Console(stderr=True))
    return 0
