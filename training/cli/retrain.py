"""``python -m training.cli.retrain``: retrain a model on recordings, with JSON lines on standard output.

Each line is an event of :mod:`gesture_app.domain.retraining.events`. The last one is ``outcome``, ``failed`` or
``cancelled``; the exit code is 0 for a model, whether it was accepted or not, 2 for unusable input, 1 for any other
failure, and 130 if it was stopped. SIGTERM, SIGINT, a closed standard output and, with ``--stop-with-stdin``, the end
of standard input stop it at any moment, and nothing is left behind.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.resources import ASSETS
from training.retraining.job import RetrainOptions, run_job


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--samples", type=Path, required=True, metavar="DIR", help="folder of the recordings")
    parser.add_argument("--model", type=Path, required=True, metavar="DIR", help="model folder to train further")
    parser.add_argument("--models-root", type=Path, required=True, metavar="DIR", help="where the new model goes")
    parser.add_argument(
        "--rehearsal", type=Path, default=ASSETS / "rehearsal", metavar="DIR", help="rendered hands (default: ours)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of everything random (default: %(default)s)")
    parser.add_argument(
        "--turn",
        choices=[turn.value for turn in Turn],
        help="as_seen lets gestures differ by direction alone (default: as the model has it)",
    )
    parser.add_argument("--stop-with-stdin", action="store_true", help="stop when standard input ends")


def run(args: argparse.Namespace) -> int:
    """Retrain; returns the exit code."""
    options = RetrainOptions(
        samples=args.samples,
        model=args.model,
        models_root=args.models_root,
        rehearsal=args.rehearsal,
        seed=args.seed,
        turn=Turn(args.turn) if args.turn else None,
        stop_with_stdin=args.stop_with_stdin,
    )
    return run_job(options)


def main(arguments: list[str] | None = None) -> int:
    """Parse the arguments and retrain; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m training.cli.retrain", description=__doc__)
    add_arguments(parser)
    return run(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
