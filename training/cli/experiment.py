"""``python -m training experiment``: train variants of a recipe with several seeds and compare them."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from training.cli.source_options import add_source_arguments, data_sources
from training.hands.data.sources import data_folders
from training.hands.experiment import read_experiment, read_results, results_file, run_experiment, table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("experiment", type=Path, help="file such as training/recipes/experiments/inputs.toml")
    add_source_arguments(parser)
    parser.add_argument("--test", type=Path, action="append", default=[], help="pictures that choose nothing")
    parser.add_argument("--table", action="store_true", help="only print the table of what there is")


def run(args: argparse.Namespace) -> int:
    """Train the variants without a result, and print the table; returns the exit code."""
    console = Console()
    sources = data_sources(args)
    experiment = read_experiment(args.experiment)
    if args.table:
        results = read_results(results_file(experiment, sources.runs))
    else:
        folders = data_folders(sources, next(iter(experiment.variants.values())), console)
        results = run_experiment(experiment, folders, args.test, sources.weights, sources.runs, console)
    print(table(experiment, results))
    return 0
