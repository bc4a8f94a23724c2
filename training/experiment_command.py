"""``python -m training experiment``: variants of a recipe against each other, with several seeds."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from training.experiment import read_experiment, read_results, results_file, run_experiment, table
from training.model import IMAGENET
from training.train_command import starting_weights


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("experiment", type=Path, help="file such as training/recipes/experiments/inputs.toml")
    parser.add_argument("--data", type=Path, action="append", default=[], help="pictures to learn from and choose by")
    parser.add_argument("--test", type=Path, action="append", default=[], help="pictures that choose nothing")
    parser.add_argument("--weights", default=IMAGENET, help='starting weights: "imagenet", "none", or a file')
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder for results and caches")


def run(args: argparse.Namespace) -> int:
    """Train what has no result yet, if there is data, and print the table."""
    console = Console()
    experiment = read_experiment(args.experiment)
    if args.data:
        weights = starting_weights(args.weights)
        results = run_experiment(experiment, args.data, args.test, weights, args.runs, console)
    else:
        results = read_results(results_file(experiment, args.runs))
    print(table(experiment, results))
    return 0
