"""``python -m training rehearsal``: build the files of rendered hands that retraining needs."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from training.retraining.rehearsal_builder import RehearsalOptions, build_rehearsal_sets
from training.retraining.rehearsal_set import FOLDER


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--data", type=Path, required=True, help="folder of rendered hands to rehearse from")
    parser.add_argument("--base", type=Path, required=True, help="folder of rendered hands of other people")
    parser.add_argument("--people", type=Path, help="folder of rendered people, for everyday hands to rehearse from")
    parser.add_argument("--base-people", type=Path, help="folder of other rendered people")
    parser.add_argument(
        "--hands", type=int, default=200, help="most hands a gesture in each file (default: %(default)s)"
    )
    parser.add_argument(
        "--none-hands", type=int, default=350, help="most other signs in each file (default: %(default)s)"
    )
    parser.add_argument(
        "--everyday-hands", type=int, default=200, help="most everyday hands in each file (default: %(default)s)"
    )
    parser.add_argument(
        "--backgrounds", default="", metavar="TEXT", help="what they were rendered on, for the manifest"
    )
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder to write to (default: assets/rehearsal)")


def run(args: argparse.Namespace) -> int:
    """Build both files.

    Raises:
        GestureAppError: If a folder cannot be used or has too few hands.
    """
    options = RehearsalOptions(
        args.data,
        args.base,
        args.people,
        args.base_people,
        args.hands,
        args.none_hands,
        args.everyday_hands,
        args.backgrounds,
        args.out,
    )
    build_rehearsal_sets(options, Console(stderr=True))
    return 0
