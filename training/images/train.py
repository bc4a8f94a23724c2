"""Training the variants of a recipe on a folder of pictures, each into a run folder of its own."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Console

from training.common.environment import environment
from training.common.errors import RecipeError, TrainingDataError
from training.common.pretrained_weights import parse_weights, weights_name
from training.common.run_record import RunState, disk_errors
from training.common.stop_request import EXIT_STOPPED, StopAskedError, StopRequest
from training.images.data import Division, read_division
from training.images.distribution import (
    ALONE,
    ProcessRank,
    join_others,
    on_all_devices,
    require_same,
    require_shareable,
    runs_of,
)
from training.images.recipe import ImageExperiment, ImageRecipe, read_image_recipe, to_dict
from training.images.run_folder import Run, is_run, read_run
from training.images.run_writer import RunWriter, begin_run, go_on, refuse_what_is_there


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


@dataclass(frozen=True, eq=False)
class _Session:
    """What the trainings of one command share.

    Attributes:
        args: The options.
        source: Folder or CSV of the pictures.
        runs: The folder for runs.
        place: Where this process stands among those that train together.
        stop: Knows whether it was asked to stop.
        console: Told about progress.
    """

    args: argparse.Namespace
    source: Path
    runs: Path
    place: ProcessRank
    stop: StopRequest
    console: Console


def train_images(args: argparse.Namespace) -> int:
    """Train all variants of a recipe, or those that are named, and compare them.

    Returns:
        The exit code: 130 if it was asked to stop.

    Raises:
        GestureAppError: If the recipe, the pictures, the weights or a run's folder cannot be used.
    """
    source = _source(args)
    experiment = read_image_recipe(args.recipe)
    for one in _wanted(experiment, args, args.runs):
        with disk_errors(one.folder):
            if not (args.resume and is_run(one.folder)):
                refuse_what_is_there(one.folder, overwrite=args.overwrite)
    place = join_others() if args.distributed else ALONE
    stop = StopRequest(with_stdin=False)
    try:
        with runs_of(place, args.runs, experiment.name) as runs:
            console = Console(quiet=not place.is_first)
            return _train_all(experiment, _Session(args, source, runs, place, stop, console))
    finally:
        stop.close()


def _train_all(experiment: ImageExperiment, session: _Session) -> int:
    console = session.console
    wanted = _wanted(experiment, session.args, session.runs)
    for one in wanted:
        require_shareable(one.recipe, session.place)
    try:
        for one in wanted:
            if len(wanted) > 1:
                console.rule(f"{experiment.name}: {one.variant}")
            _train(one, session)
    except StopAskedError:
        console.print("Stopped. Go on with the same command and --resume.")
        return EXIT_STOPPED
    _compare([one.folder for one in wanted], console)
    return 0


def _source(args: argparse.Namespace) -> Path:
    if not args.data or len(args.data) > 1:
        hint = "Name it with --data: a folder of classes, a folder with train and test in it, or a CSV."
        raise TrainingDataError("A recipe for pictures learns from one folder or CSV.", hint=hint)
    return Path(args.data[0])


def _wanted(experiment: ImageExperiment, args: argparse.Namespace, runs: Path) -> list[_Wanted]:
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
        wanted.append(_Wanted(name, recipe, runs / experiment.name / folder))
    return wanted


def _train(one: _Wanted, session: _Session) -> None:
    args, source, console = session.args, session.source, session.console
    earlier = read_run(one.folder) if args.resume and is_run(one.folder) else None
    division = read_division(source, one.recipe, console)
    _tell_data(division, console)
    from training.images.network import usable_weights, with_statistics_to_keep

    weights = usable_weights(one.recipe.network, parse_weights(args.weights))
    one = replace(one, recipe=with_statistics_to_keep(one.recipe, weights))
    begun_with = _begun_with(one, division, session, weights_name(weights))
    so_far = [] if earlier is None else [earlier.info, *earlier.history]
    require_same(json.dumps([begun_with, *so_far]), session.place)
    writer = _writer(one, earlier, begun_with, overwrite=args.overwrite)
    if writer.info["state"] == RunState.DONE.value:
        console.print(f"{one.folder} is done already.", markup=False, soft_wrap=True)
    else:
        _fit(one, writer, division, weights, session)
        console.print(f"Wrote {one.folder}", markup=False, soft_wrap=True)
    if division.test is not None and len(division.test) and not (one.folder / "evaluation" / "report.json").is_file():
        from training.images.evaluation import evaluate_run

        with disk_errors(one.folder):
            evaluate_run(one.folder, source, console)
        session.stop.check()


def _begun_with(one: _Wanted, division: Division, session: _Session, weights: str) -> dict[str, Any]:
    return {
        "recipe": to_dict(one.recipe),
        "variant": one.variant,
        "labels": list(division.labels),
        "seed": one.recipe.seed,
        "weights": weights,
        "devices": session.place.devices,
        "data": {
            "fingerprint": division.fingerprint,
            "counts": division.counts(),
            "skipped": len(division.skipped),
            "folder": session.source.resolve().name,
        },
    }


def _writer(one: _Wanted, earlier: Run | None, begun_with: Mapping[str, Any], *, overwrite: bool) -> RunWriter:
    if earlier is not None:
        return go_on(earlier, begun_with)
    import keras

    told = environment(keras.backend.backend())
    return begin_run(one.folder, begun_with, told, overwrite=overwrite)


def _fit(one: _Wanted, writer: RunWriter, division: Division, weights: str | Path | None, session: _Session) -> None:
    """Train a run to its end; where it is asked to stop, the best so far is kept as its model."""
    import keras

    from training.images.fit import Pictures, Training, fit, keep_best
    from training.images.loading import load_pixels
    from training.images.network import build_network

    cache, console, stop = session.runs / "cache", session.console, session.stop
    try:
        train, validation = (
            load_pixels(part, one.recipe.input, cache, console) for part in (division.train, division.validation)
        )
        pictures = Pictures(train, division.train.labels, validation, division.validation.labels)
        with on_all_devices(session.place), disk_errors(one.folder):
            network = build_network(one.recipe, division.labels, None if writer.phases_done else weights)
            training = Training(
                writer,
                network,
                pictures,
                cache,
                stop,
                console,
                tensorboard=session.args.tensorboard,
                place=session.place,
            )
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
    from training.common.comparison import print_comparison, read_summaries

    print_comparison(read_summaries(folders), console)
