"""``python -m training lr-find``: which learning rate to begin with, by a range test; no weights are kept."""

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

from training.common.charts import range_test_figure, write_figure
from training.common.errors import RecipeError, TrainingDataError
from training.common.lr_range_test import RangeTest, keras_step, rising_rates, run_range_test
from training.common.pretrained_weights import parse_weights
from training.hands.data.sources import add_source_arguments, data_folders, found_hands
from training.images.recipe import KIND, ImageRecipe, read_image_recipe, recipe_kind

_HAND_PHASES = ("the head", "fine-tuning")


@dataclass(frozen=True)
class _Tested:
    """What is tested, ready to learn.

    Attributes:
        title: Names the files: recipe or variant, and the phase.
        folder: Where they go unless the command line says otherwise.
        model: Compiled for the phase.
        batches: Without an end.
    """

    title: str
    folder: Path
    model: Any
    batches: Iterator[Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("recipe", type=Path, help="recipe file, for hands or for pictures")
    add_source_arguments(parser)
    add = parser.add_argument
    add("--variant", metavar="NAME", help="of a recipe for pictures (default: its first)")
    add("--phase", type=int, default=1, metavar="N", help="whose layers learn, from 1 (default: %(default)s)")
    add("--from", dest="first", type=float, default=1e-6, metavar="RATE", help="lowest rate (default: %(default)g)")
    add("--to", dest="last", type=float, default=1.0, metavar="RATE", help="highest rate (default: %(default)g)")
    add("--steps", type=int, default=100, metavar="N", help="batches to learn (default: %(default)s)")
    add("--start", type=Path, metavar="RUN", help="begin with the weights of this run, as a later phase would")
    add("--out", type=Path, metavar="DIR", help="where to (default: <runs>/<recipe>/lr-find)")


def run(args: argparse.Namespace) -> int:
    """Test, write the curve, and suggest a rate.

    Raises:
        GestureAppError: If the recipe, the data or an option cannot be used.
    """
    console = Console()
    rates = rising_rates(args.first, args.last, args.steps)
    tested = _pictures(args, console) if recipe_kind(args.recipe) == KIND else _hands(args, console)
    with Progress(console=console) as progress:
        task = progress.add_task("Testing rates", total=len(rates))
        result = run_range_test(keras_step(tested.model), tested.batches, rates, lambda: progress.advance(task))
    folder = args.out or tested.folder
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{tested.title}.csv"
    file.write_text(result.to_csv(), encoding="utf-8")
    figure = range_test_figure(result.rates, result.losses, result.smoothed, result.suggested)
    write_figure(figure, file.with_suffix(".png"))
    console.print(_told(result), soft_wrap=True)
    console.print(f"Wrote {file.with_suffix('.png')} and .csv", markup=False, soft_wrap=True)
    return 0


def _told(result: RangeTest) -> str:
    if result.suggested is None:
        hint = "lower it with --from" if result.blew_up else "raise --to or --steps"
        return f"The loss hardly fell from {result.rates[0]:.1e} to {result.rates[-1]:.1e}: {hint}."
    told = f"Suggested learning rate: {result.suggested:.1e}, where the loss falls fastest."
    if result.still_falling:
        return f"{told} It was still falling at {result.rates[-1]:.1e}: --to may go higher."
    return f"{told} It is lowest at {result.lowest:.1e}; above, it grows."


def _pictures(args: argparse.Namespace, console: Console) -> _Tested:
    from training.images.batches import Batches
    from training.images.data import read_division
    from training.images.fit import compile_model
    from training.images.loading import load_pixels
    from training.images.network import build_network, set_learning, usable_weights, with_statistics_to_keep

    variant, recipe = _chosen(args)
    if not args.data or len(args.data) != 1:
        raise TrainingDataError("A recipe for pictures learns from one folder or CSV.", hint="Name it with --data.")
    if not 1 <= args.phase <= len(recipe.phases):
        raise RecipeError(f"{variant} has no phase {args.phase}.", hint=f"It has {len(recipe.phases)}.")
    division = read_division(args.data[0], recipe, console)
    pixels = load_pixels(division.train, recipe.input, args.runs / "cache", console)
    phase = replace(recipe.phases[args.phase - 1], schedule="constant", learning_rate=args.first)
    keras.utils.set_random_seed(recipe.seed)
    weights = usable_weights(recipe.network, parse_weights(args.weights))
    recipe = with_statistics_to_keep(recipe, weights)
    network = build_network(recipe, division.labels, weights)
    if args.start is not None:
        _take_weights(network.model, args.start)
    set_learning(network, phase)
    compile_model(network.learner, recipe.network, phase)
    batches = _endless(Batches(pixels, division.train.labels, phase.batch_size, recipe.seed))
    return _Tested(f"{variant}-phase{args.phase}", args.runs / recipe.name / "lr-find", network.learner, batches)


def _chosen(args: argparse.Namespace) -> tuple[str, ImageRecipe]:
    variants = read_image_recipe(args.recipe).variants
    name = args.variant or next(iter(variants))
    if name not in variants:
        raise RecipeError(f"{args.recipe} has no variant {name}.", hint=f"It has {', '.join(variants)}.")
    return name, variants[name]


def _take_weights(model: Any, run: Path) -> None:
    from training.images.run_folder import read_run

    try:
        model.set_weights(read_run(run).load_model().get_weights())
    except ValueError as error:
        hint = "Name a run of this recipe and variant."
        raise RecipeError(f"The weights of {run} do not fit the recipe's network.", hint=hint) from error


def _endless(batches: Any) -> Iterator[Any]:
    """The batches of a ``PyDataset`` of one epoch after the other."""
    for _ in itertools.count():
        yield from (batches[i] for i in range(len(batches)))
        batches.on_epoch_end()


def _hands(args: argparse.Namespace, console: Console) -> _Tested:
    from training.hands.data.batches import AugmentedBatches
    from training.hands.data.sampling import log_priors
    from training.hands.data.splits import split_examples
    from training.hands.model import build_backbone, build_head, join, unfreeze_from
    from training.hands.phases import compile_model
    from training.hands.recipe import read_recipe

    recipe = read_recipe(args.recipe)
    for option, given in (("--variant", args.variant), ("--start", args.start)):
        if given is not None:
            raise RecipeError(
                f"{option} is for recipes for pictures, and {args.recipe} is for hands.", hint="Leave it out."
            )
    if not 1 <= args.phase <= len(_HAND_PHASES):
        told = ", ".join(f"{number} is {name}" for number, name in enumerate(_HAND_PHASES, 1))
        raise RecipeError(f"A hand model has no phase {args.phase} to test.", hint=f"{told}.")
    examples = found_hands(data_folders(args, recipe, console), recipe, args.runs / "cache", console)
    split = split_examples(examples, recipe)
    keras.utils.set_random_seed(recipe.seed)
    if recipe.input.image:
        backbone = build_backbone(parse_weights(args.weights))
        model = join(recipe, backbone, build_head(recipe, backbone.output_shape[-1]))
        backbone.trainable = False
    else:
        model = build_head(recipe, 0)
    priors = log_priors(split.train, recipe)
    head_alone = recipe.input.image and args.phase == 1
    if head_alone:
        compile_model(model, keras.optimizers.Adam(args.first), recipe, priors=priors)
    else:
        if recipe.input.image:
            unfreeze_from(backbone, recipe.fine_tune.from_layer)
        optimizer = keras.optimizers.AdamW(args.first, weight_decay=recipe.fine_tune.weight_decay)
        compile_model(model, optimizer, recipe, priors=priors)
    size = recipe.head.batch_size if head_alone else recipe.fine_tune.batch_size
    batches = AugmentedBatches(split.train, recipe, hands_per_epoch=args.steps * size, batch_size=size)
    return _Tested(f"hands-phase{args.phase}", args.runs / recipe.name / "lr-find", model, _endless(batches))
