"""Training the variants of a recipe on a folder of pictures, each into a run folder of its own."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Console

from training.environment import environment
from training.errors import RecipeError, TrainingDataError
from training.images.data import Division, read_division
from training.images.recipe import ImageExperiment, ImageRecipe, read_image_recipe, to_dict
from training.images.run_folder import Run, RunState, disk_errors, is_run, read_run
from training.images.run_writer import RunWriter, begin_run, go_on, refuse_what_is_there
from training.starting_weights import parse_weights, weights_name
from training.stop_request import EXIT_STOPPED, StopAskedError, StopRequest


@dataclass(frozen=True)
class _Wanted:
    """A variant that is to be trained.

    Attributes:
        variant: Its name.
        recipe: With the seed that was chosen.
        folder: Of its run.
    """

    variant: str
    recipe: ImageRecipe
    folder: Path


def train_images(args: argparse.Namespace) -> int:
    """Train all variants of a recipe, or those that are named, and compare them.

    Returns:
        The exit code: 130 if it was asked to stop.

    Raises:
        GestureAppError: If the recipe, the pictures, the weights or a run's folder cannot be used.
    """
    console = Console()
    source = _source(args)
    experiment = read_image_recipe(args.recipe)
    wanted = _wanted(experiment, args)
    for one in wanted:
        with disk_errors(one.folder):
            if not (args.resume and is_run(one.folder)):
                refuse_what_is_there(one.folder, overwrite=args.overwrite)
    stop = StopRequest(with_stdin=False)
    try:
        for one in wanted:
            if len(wanted) > 1:
                console.rule(f"{experiment.name}: {one.variant}")
            _train(one, source, args, stop, console)
    except StopAskedError:
        console.print("Stopped. Go on with the same command and --resume.")
        return EXIT_STOPPED
    finally:
        stop.close()
    _compare([one.folder for one in wanted], console)
    return 0


def _source(args: argparse.Namespace) -> Path:
    if not args.data or len(args.data) > 1:
        hint = "Name it with --data: a folder of classes, a folder with train and test in it, or a CSV."
        raise TrainingDataError("A recipe for pictures learns from one folder or CSV.", hint=hint)
    return Path(args.data[0])


def _wanted(experiment: ImageExperiment, args: argparse.Namespace) -> list[_Wanted]:
    names = list(dict.fromkeys(args.variant or experiment.variants))
    unknown = [name for name in names if name not in experiment.variants]
    if unknown:
        hint = f"It has {', '.join(experiment.variants)}."
        raise RecipeError(f"{args.recipe} has no variant {', '.join(unknown)}.", hint=hint)
    if args.seed is not None and not 0 <= args.seed < 2**32:
        raise RecipeError(f"A seed is a whole number from 0 to {2**32 - 1}, got {args.seed}.")
    wanted = []
    for name in names:
        recipe, folder = experiment.variants[name], name
        if args.seed is not None:
            recipe, folder = replace(recipe, seed=args.seed), f"{name}-seed{args.seed}"
        wanted.append(_Wanted(name, recipe, args.runs / experiment.name / folder))
    return wanted


def _train(one: _Wanted, source: Path, args: argparse.Namespace, stop: StopRequest, console: Console) -> None:
    earlier = read_run(one.folder) if args.resume and is_run(one.folder) else None
    division = read_division(source, one.recipe, console)
    _tell_data(division, console)
    from training.images.network import usable_weights

    weights = usable_weights(one.recipe.network, parse_weights(args.weights))
    begun_with = _begun_with(one, division, source, weights_name(weights))
    writer = _writer(one, earlier, begun_with, overwrite=args.overwrite)
    if writer.info["state"] == RunState.DONE.value:
        console.print(f"{one.folder} is done already.", markup=False, soft_wrap=True)
    else:
        _fit(one, writer, division, weights, args, stop, console)
        console.print(f"Wrote {one.folder}", markup=False, soft_wrap=True)
    if division.test is not None and len(division.test) and not (one.folder / "evaluation" / "report.json").is_file():
        from training.images.evaluation import evaluate_run

        with disk_errors(one.folder):
            evaluate_run(one.folder, source, console)
        stop.check()


def _begun_with(one: _Wanted, division: Division, source: Path, weights: str) -> dict[str, Any]:
    return {
        "recipe": to_dict(one.recipe),
        "variant": one.variant,
        "labels": list(division.labels),
        "seed": one.recipe.seed,
        "weights": weights,
        "data": {
            "fingerprint": division.fingerprint,
            "counts": division.counts(),
            "skipped": len(division.skipped),
            "folder": source.resolve().name,
        },
    }


def _writer(one: _Wanted, earlier: Run | None, begun_with: Mapping[str, Any], *, overwrite: bool) -> RunWriter:
    if earlier is not None:
        return go_on(earlier, begun_with)
    import keras

    told = environment(keras.backend.backend())
    return begin_run(one.folder, begun_with, told, overwrite=overwrite)


def _fit(
    one: _Wanted,
    writer: RunWriter,
    division: Division,
    weights: str | Path | None,
    args: argparse.Namespace,
    stop: StopRequest,
    console: Console,
) -> None:
    """Train a run to its end; where it is asked to stop, the best so far is kept as its model."""
    import keras

    from training.images.fit import Pictures, Training, fit, keep_best
    from training.images.loading import load_pixels
    from training.images.network import build_network

    cache = args.runs / "cache"
    try:
        train, validation = (
            load_pixels(part, one.recipe.input, cache, console) for part in (division.train, division.validation)
        )
        network = build_network(one.recipe, division.labels, None if writer.phases_done else weights)
        pictures = Pictures(train, division.train.labels, validation, division.validation.labels)
        training = Training(writer, network, pictures, cache, stop, console, tensorboard=args.tensorboard)
        with disk_errors(one.folder):
            writer.record(state=RunState.RUNNING.value)
            try:
                fit(training)
                stop.check()
            except KeyboardInterrupt as request:
                _keep(writer, console, has_model=keep_best(training))
                raise StopAskedError from request
            writer.record(state=RunState.DONE.value)
    finally:
        keras.utils.clear_session(free_memory=True)


def _keep(writer: RunWriter, console: Console, *, has_model: bool) -> None:
    writer.record(state=RunState.STOPPED.value)
    kept = "Nothing is kept yet"
    if has_model:
        best = writer.info["best"]
        kept = f"The best so far, of phase {best['phase']}, epoch {best['epoch']}, is kept"
    console.print(f"{kept} in {writer.folder}", markup=False, highlight=False, soft_wrap=True)


def _tell_data(division: Division, console: Console) -> None:
    parts = {"learn from": division.train, "validate on": division.validation, "test on": division.test}
    told = [f"{len(part)} to {use}" for use, part in parts.items() if part is not None]
    console.print(f"{len(division.labels)} classes; pictures: {', '.join(told)}", highlight=False)


def _compare(folders: list[Path], console: Console) -> None:
    from training.compare_command import print_comparison
    from training.comparison import read_summaries

    print_comparison(read_summaries(folders), console)
