"""Training of the variants of a recipe on a folder of images, each in its own run folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Console

from training.common.environment import environment
from training.common.errors import RecipeError, TrainingDataError
from training.common.pretrained_weights import weights_name
from training.common.run_record import RunState, disk_errors
from training.common.stop_request import EXIT_STOPPED, StopAskedError, StopRequest
from training.images.data import DatasetSplit, read_dataset
from training.images.distribution import (
    ALONE,
    ProcessRank,
    check_divisible,
    check_same_training,
    data_parallel,
    join_processes,
    process_runs_folder,
)
from training.images.recipe import ImageRecipe
from training.images.recipe_file import ImageExperiment, read_image_recipe, to_dict
from training.images.run_folder import is_run, read_run
from training.images.run_writer import RunWriter, begin_run, check_vacant, resume_run


@dataclass(frozen=True)
class ImageTrainingOptions:
    """Options of a training on images.

    Attributes:
        recipe: The recipe file.
        data: Folder of classes, or CSV; exactly one.
        weights: Initial weights of the backbone: ``"imagenet"``, a file, or None for random weights.
        runs: Folder of runs and caches.
        variants: Names of the variants to train; empty for all.
        seed: Seed in place of the recipe's.
        resume: Whether to resume runs that were stopped or killed.
        overwrite: Whether existing runs may be removed.
        tensorboard: Whether logs for TensorBoard are written.
        distributed: Whether to train on all devices, and with the other processes.
    """

    recipe: Path
    data: tuple[Path, ...]
    weights: str | Path | None = None
    runs: Path = Path("runs")
    variants: tuple[str, ...] = ()
    seed: int | None = None
    resume: bool = False
    overwrite: bool = False
    tensorboard: bool = False
    distributed: bool = False


@dataclass(frozen=True)
class _VariantRun:
    """A variant to train.

    Attributes:
        variant: Its name.
        recipe: Its recipe, with the chosen seed.
        folder: Folder of its run.
    """

    variant: str
    recipe: ImageRecipe
    folder: Path


@dataclass(frozen=True, eq=False)
class _Session:
    """Options and shared objects of the trainings of one command.

    Attributes:
        options: The options.
        source: Folder or CSV of the images.
        runs: The folder of runs.
        place: Rank of this process among those that train together.
        stop: The request to stop.
        console: Shows progress.
    """

    options: ImageTrainingOptions
    source: Path
    runs: Path
    place: ProcessRank
    stop: StopRequest
    console: Console


def train_images(options: ImageTrainingOptions) -> int:
    """Train all or some variants of a recipe and compare them.

    Returns:
        The exit code: 130 after a request to stop.

    Raises:
        GestureAppError: If the recipe, the images, the weights or a run's folder cannot be used.
    """
    source = _source(options)
    experiment = read_image_recipe(options.recipe)
    for one in _variant_runs(experiment, options, options.runs):
        with disk_errors(one.folder):
            if not (options.resume and is_run(one.folder)):
                check_vacant(one.folder, overwrite=options.overwrite)
    place = join_processes() if options.distributed else ALONE
    stop = StopRequest(with_stdin=False)
    try:
        with process_runs_folder(place, options.runs, experiment.name) as runs:
            console = Console(quiet=not place.is_first)
            return _train_all(experiment, _Session(options, source, runs, place, stop, console))
    finally:
        stop.close()


def _train_all(experiment: ImageExperiment, session: _Session) -> int:
    console = session.console
    variants = _variant_runs(experiment, session.options, session.runs)
    for one in variants:
        check_divisible(one.recipe, session.place)
    try:
        for one in variants:
            if len(variants) > 1:
                console.rule(f"{experiment.name}: {one.variant}")
            _train(one, session)
    except StopAskedError:
        console.print("Stopped. Go on with the same command and --resume.")
        return EXIT_STOPPED
    _compare([one.folder for one in variants], console)
    return 0


def _source(options: ImageTrainingOptions) -> Path:
    if len(options.data) != 1:
        hint = "Name it with --data: a folder of classes, a folder with train and test in it, or a CSV."
        raise TrainingDataError("A recipe for images learns from one folder or CSV.", hint=hint)
    return options.data[0]


def _variant_runs(experiment: ImageExperiment, options: ImageTrainingOptions, runs: Path) -> list[_VariantRun]:
    names = list(dict.fromkeys(options.variants or experiment.variants))
    unknown = [name for name in names if name not in experiment.variants]
    if unknown:
        hint = f"It has {', '.join(experiment.variants)}."
        raise RecipeError(f"{options.recipe} has no variant {', '.join(unknown)}.", hint=hint)
    if options.seed is not None and not 0 <= options.seed < 2**32:
        raise RecipeError(f"A seed is a whole number from 0 to {2**32 - 1}, got {options.seed}.")
    variants = []
    for name in names:
        recipe, folder = experiment.variants[name], name
        if options.seed is not None:
            recipe, folder = replace(recipe, seed=options.seed), f"{name}-seed{options.seed}"
        variants.append(_VariantRun(name, recipe, runs / experiment.name / folder))
    return variants


def _train(one: _VariantRun, session: _Session) -> None:
    options, source, console = session.options, session.source, session.console
    earlier = read_run(one.folder) if options.resume and is_run(one.folder) else None
    division = read_dataset(source, one.recipe, console)
    _print_counts(division, console)
    from training.images.network import usable_weights, with_batch_norm_mode

    weights = usable_weights(one.recipe.network, options.weights)
    one = replace(one, recipe=with_batch_norm_mode(one.recipe, weights))
    begun_with = _begun_with(one, division, session, weights_name(weights))
    so_far = [] if earlier is None else [earlier.info, *earlier.history]
    check_same_training(json.dumps([begun_with, *so_far]), session.place)
    resumed = None if earlier is None else resume_run(earlier, begun_with)
    if resumed is not None and resumed.info["state"] == RunState.DONE.value:
        console.print(f"{one.folder} is done already.", markup=False, soft_wrap=True)
    else:
        _fit(one, resumed, begun_with, division, weights, session)
        console.print(f"Wrote {one.folder}", markup=False, soft_wrap=True)
    if division.test is not None and len(division.test) and not (one.folder / "evaluation" / "report.json").is_file():
        from training.images.evaluation import evaluate_run

        with disk_errors(one.folder):
            evaluate_run(one.folder, source, console)
        session.stop.check()


def _begun_with(one: _VariantRun, division: DatasetSplit, session: _Session, weights: str) -> dict[str, Any]:
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


def _fit(
    one: _VariantRun,
    resumed: RunWriter | None,
    begun_with: Mapping[str, Any],
    division: DatasetSplit,
    weights: str | Path | None,
    session: _Session,
) -> None:
    """Train a run to its end; after a request to stop, save the best weights so far as its model.

    A new run's folder is made once the images are read and the weights are there: without them nothing is left behind.
    """
    import keras

    from training.images.fit import Training, TrainingImages, fit, save_best_model
    from training.images.loading import load_pixels
    from training.images.network import build_network

    cache, console, stop = session.runs / "cache", session.console, session.stop
    try:
        train, validation = (
            load_pixels(part, one.recipe.input, cache, console) for part in (division.train, division.validation)
        )
        images = TrainingImages(train, division.train.labels, validation, division.validation.labels)
        with data_parallel(session.place), disk_errors(one.folder):
            has_own_weights = resumed is not None and resumed.phases_done
            network = build_network(one.recipe, division.labels, None if has_own_weights else weights)
            told = environment(keras.backend.backend())
            overwrite = session.options.overwrite
            writer = resumed or begin_run(one.folder, begun_with, told, overwrite=overwrite)
            training = Training(
                writer,
                network,
                images,
                cache,
                stop,
                console,
                tensorboard=session.options.tensorboard,
                place=session.place,
            )
            writer.record(state=RunState.RUNNING.value)
            try:
                fit(training)
                stop.check()
            except KeyboardInterrupt as request:
                _keep(writer, console, has_model=save_best_model(training))
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


def _print_counts(division: DatasetSplit, console: Console) -> None:
    parts = {"learn from": division.train, "validate on": division.validation, "test on": division.test}
    told = [f"{len(part)} to {use}" for use, part in parts.items() if part is not None]
    console.print(f"{len(division.labels)} classes; images: {', '.join(told)}", highlight=False)


def _compare(folders: list[Path], console: Console) -> None:
    from training.common.comparison import print_comparison, read_summaries

    print_comparison(read_summaries(folders), console)
