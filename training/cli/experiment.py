"""``python -m training experiment``: variants of a recipe against each other, with several seeds."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from training.hands.data.sources import add_source_arguments, data_folders, starting_weights
from training.hands.experiment import read_experiment, read_results, results_file, run_experiment, table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("experiment", type=Path, help="file such as training/recipes/experiments/inputs.toml")
    add_source_arguments(parser)
    parser.add_argument("--test", type=Path, action="append", default=[], help="pictures that choose nothing")
    parser.add_argument("--table", action="store_true", help="only print the table of what there is")


def run(args: argparse.Namespace) -> int:
    """Train what has no result yet, and print the table."""
    console = Console()
    experiment = read_experiment(args.experiment)
    if args.table:
        results = read_results(results_file(experiment, args.runs))
    else:
        folders = data_folders(args, next(iter(experiment.variants.values())), console)
        results = run_experiment(experiment, folders, args.test, starting_weights(args), args.runs, console)
    print(table(experiment, results))
    return 0
