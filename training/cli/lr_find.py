"""``python -m training lr-find``: suggest an initial learning rate by a range test."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras
from rich.console import Console
from rich.progress import Progress

from training.cli.source_options import add_source_arguments, data_sources
from training.common.charts import range_test_figure, write_figure
from training.common.errors import RecipeError, TrainingDataError
from training.common.lr_range_test import RangeTest, keras_step, rising_rates, run_range_test
from training.hands.data.sources import DataSources, data_folders, read_samples
from training.images.recipe import ImageRecipe
from training.images.recipe_file import KIND, read_image_recipe, recipe_kind

_HAND_PHASES = ("the head", "fine-tuning")


@dataclass(frozen=True)
class RangeTestOptions:
    """Options of a learning rate range test.

    Attributes:
        recipe: The recipe file, for hands or for images.
        sources: Data and initial weights.
        variant: Variant of a recipe for images; None for the first.
        phase: Number of the phase, from 1.
        first_rate: The lowest rate.
        last_rate: The highest rate.
        steps: Number of batches.
        start: Folder of a run whose weights are the initial ones; None for those of the sources.
        out: Folder of the result; None for the default in the folder of runs.
    """

    recipe: Path
    sources: DataSources
    variant: str | None = None
    phase: int = 1
    first_rate: float = 1e-6
    last_rate: float = 1.0
    steps: int = 100
    start: Path | None = None
    out: Path | None = None


@dataclass(frozen=True)
class _TestSetup:
    """A model and its batches.

    Attributes:
        title: Stem of the result files: variant and phase.
        folder: Default folder of the result.
        model: The model, compiled for the phase.
        batches: Endless training batches.
    """

    title: str
    folder: Path
    model: Any
    batches: Iterator[Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("recipe", type=Path, help="recipe file, for hands or for images")
    add_source_arguments(parser)
    add = parser.add_argument
    add("--variant", metavar="NAME", help="of a recipe for images (default: its first)")
    add("--phase", type=int, default=1, metavar="N", help="whose layers learn, from 1 (default: %(default)s)")
    add("--from", dest="first", type=float, default=1e-6, metavar="RATE", help="lowest rate (default: %(default)g)")
    add("--to", dest="last", type=float, default=1.0, metavar="RATE", help="highest rate (default: %(default)g)")
    add("--steps", type=int, default=100, metavar="N", help="batches to learn (default: %(default)s)")
    add("--start", type=Path, metavar="RUN", help="begin with the weights of this run, as a later phase would")
    add("--out", type=Path, metavar="DIR", help="where to (default: <runs>/<recipe>/lr-find)")


def run(args: argparse.Namespace) -> int:
    """Run the test, write the curve and print the suggestion; returns the exit code.

    Raises:
        GestureAppError: If the recipe, the data or an option cannot be used.
    """
    options = RangeTestOptions(
        recipe=args.recipe,
        sources=data_sources(args),
        variant=args.variant,
        phase=args.phase,
        first_rate=args.first,
        last_rate=args.last,
        steps=args.steps,
        start=args.start,
        out=args.out,
    )
    run_learning_rate_test(options, Console())
    return 0


def run_learning_rate_test(options: RangeTestOptions, console: Console) -> None:
    """Run a range test, write its curve as CSV and PNG, and print the suggested rate.

    Raises:
        GestureAppError: If the recipe, the data or an option cannot be used.
    """
    rates = rising_rates(options.first_rate, options.last_rate, options.steps)
    tested = (_image_setup if recipe_kind(options.recipe) == KIND else _hand_setup)(options, console)
    with Progress(console=console) as progress:
        task = progress.add_task("Testing rates", total=len(rates))
        result = run_range_test(keras_step(tested.model), tested.batches, rates, lambda: progress.advance(task))
    folder = options.out or tested.folder
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{tested.title}.csv"
    file.write_text(result.to_csv(), encoding="utf-8")
    figure = range_test_figure(result.rates, result.losses, result.smoothed, result.suggested)
    write_figure(figure, file.with_suffix(".png"))
    console.print(_suggestion(result), soft_wrap=True)
    console.print(f"Wrote {file.with_suffix('.png')} and .csv", markup=False, soft_wrap=True)


def _suggestion(result: RangeTest) -> str:
    if result.suggested is None:
        hint = "lower it with --from" if result.blew_up else "raise --to or --steps"
        return f"The loss hardly fell from {result.rates[0]:.1e} to {result.rates[-1]:.1e}: {hint}."
    told = f"Suggested learning rate: {result.suggested:.1e}, where the loss falls fastest."
    if result.still_falling:
        return f"{told} It was still falling at {result.rates[-1]:.1e}: --to may go higher."
    return f"{told} It is lowest at {result.lowest:.1e}; above, it grows."


def _image_setup(options: RangeTestOptions, console: Console) -> _TestSetup:
    from training.images.batches import Batches
    from training.images.data import read_dataset
    from training.images.fit import compile_model
    from training.images.loading import load_pixels
    from training.images.network import build_network, set_trainable, usable_weights, with_batch_norm_mode

    variant, recipe = _chosen_variant(options)
    sources = options.sources
    if len(sources.data) != 1:
        raise TrainingDataError("A recipe for images learns from one folder or CSV.", hint="Name it with --data.")
    if not 1 <= options.phase <= len(recipe.phases):
        raise RecipeError(f"{variant} has no phase {options.phase}.", hint=f"It has {len(recipe.phases)}.")
    division = read_dataset(sources.data[0], recipe, console)
    pixels = load_pixels(division.train, recipe.input, sources.cache, console)
    phase = replace(recipe.phases[options.phase - 1], schedule="constant", learning_rate=options.first_rate)
    keras.utils.set_random_seed(recipe.seed)
    weights = usable_weights(recipe.network, sources.weights)
    recipe = with_batch_norm_mode(recipe, weights)
    network = build_network(recipe, division.labels, weights)
    if options.start is not None:
        _load_weights(network.model, options.start)
    set_trainable(network, phase)
    compile_model(network.learner, recipe.network, phase)
    batches = _endless(Batches(pixels, division.train.labels, phase.batch_size, recipe.seed))
    title = f"{variant}-phase{options.phase}"
    return _TestSetup(title, sources.runs / recipe.name / "lr-find", network.learner, batches)


def _chosen_variant(options: RangeTestOptions) -> tuple[str, ImageRecipe]:
    variants = read_image_recipe(options.recipe).variants
    name = options.variant or next(iter(variants))
    if name not in variants:
        raise RecipeError(f"{options.recipe} has no variant {name}.", hint=f"It has {', '.join(variants)}.")
    return name, variants[name]


def _load_weights(model: Any, run: Path) -> None:
    from training.images.run_folder import read_run

    try:
        model.set_weights(read_run(run).load_model().get_weights())
    except ValueError as error:
        hint = "Name a run of this recipe and variant."
        raise RecipeError(f"The weights of {run} do not fit the recipe's network.", hint=hint) from error


def _endless(batches: Any) -> Iterator[Any]:
    """Batches of a ``PyDataset``, epoch after epoch."""
    for _ in itertools.count():
        yield from (batches[i] for i in range(len(batches)))
        batches.on_epoch_end()


def _hand_setup(options: RangeTestOptions, console: Console) -> _TestSetup:
    from training.hands.data.batches import AugmentedBatches
    from training.hands.data.sampling import log_priors
    from training.hands.data.splits import split_samples_by_group
    from training.hands.model import build_backbone, build_head, join, unfreeze_from
    from training.hands.phases import compile_model
    from training.hands.recipe import read_recipe

    recipe, sources = read_recipe(options.recipe), options.sources
    _check_hand_options(options)
    samples = read_samples(data_folders(sources, recipe, console), recipe, sources.cache, console)
    split = split_samples_by_group(samples, recipe)
    keras.utils.set_random_seed(recipe.seed)
    if recipe.input.image:
        backbone = build_backbone(sources.weights)
        model = join(recipe, backbone, build_head(recipe, backbone.output_shape[-1]))
        backbone.trainable = False
    else:
        model = build_head(recipe, 0)
    priors = log_priors(split.train, recipe)
    head_alone = recipe.input.image and options.phase == 1
    if head_alone:
        compile_model(model, keras.optimizers.Adam(options.first_rate), recipe, priors=priors)
    else:
        if recipe.input.image:
            unfreeze_from(backbone, recipe.fine_tune.from_layer)
        optimizer = keras.optimizers.AdamW(options.first_rate, weight_decay=recipe.fine_tune.weight_decay)
        compile_model(model, optimizer, recipe, priors=priors)
    size = recipe.head.batch_size if head_alone else recipe.fine_tune.batch_size
    batches = AugmentedBatches(split.train, recipe, hands_per_epoch=options.steps * size, batch_size=size)
    folder = sources.runs / recipe.name / "lr-find"
    return _TestSetup(f"hands-phase{options.phase}", folder, model, _endless(batches))


def _check_hand_options(options: RangeTestOptions) -> None:
    for option, given in (("--variant", options.variant), ("--start", options.start)):
        if given is not None:
            raise RecipeError(
                f"{option} is for recipes for images, and {options.recipe} is for hands.", hint="Leave it out."
            )
    if not 1 <= options.phase <= len(_HAND_PHASES):
        told = ", ".join(f"{number} is {name}" for number, name in enumerate(_HAND_PHASES, 1))
        raise RecipeError(f"A hand model has no phase {options.phase} to test.", hint=f"{told}.")
