"""``python -m training train``: train a hand model, or the variants of a recipe for images."""

from __future__ import annotations

import argparse
from pathlib import Path

from gesture_app.inference.library.model_store import open_model
from training.cli.source_options import add_source_arguments, data_sources
from training.common.errors import RecipeError
from training.images.recipe_file import recipe_kind

_HANDS_ONLY = {"out": "--out", "backgrounds": "--backgrounds"}
_IMAGES_ONLY = {
    "variant": "--variant",
    "seed": "--seed",
    "overwrite": "--overwrite",
    "tensorboard": "--tensorboard",
    "distributed": "--distributed",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("recipe", type=Path, help="recipe file, for example training/recipes/rpsls.toml")
    add_source_arguments(parser)
    present = parser.add_mutually_exclusive_group()
    present.add_argument("--resume", action="store_true", help="go on with what was stopped or killed")
    present.add_argument(
        "--overwrite",
        action="store_true",
        help="remove runs that are there already (recipes for images)",
    )
    hands = parser.add_argument_group("recipes for hand models")
    hands.add_argument("--out", type=Path, help="model folder to write (default: runs/<name>/model/<name>)")
    images = parser.add_argument_group(
        'recipes for any images (kind = "images"), with one --data: a folder of classes, or a CSV'
    )
    images.add_argument("--variant", action="append", metavar="NAME", help="train this one only; may be given again")
    images.add_argument("--seed", type=int, help="instead of the recipe's; the run's folder is named by it")
    images.add_argument("--tensorboard", action="store_true", help="write logs for TensorBoard into the run's folder")
    images.add_argument(
        "--distributed",
        action="store_true",
        help="on all devices, and with all processes that KERAS_DISTRIBUTION_... tell of; needs KERAS_BACKEND=jax",
    )


def run(args: argparse.Namespace) -> int:
    """Train by a recipe for hands or for images; returns the exit code.

    Raises:
        GestureAppError: If the recipe, the images or the options cannot be used.
    """
    sources = data_sources(args)
    if recipe_kind(args.recipe) == "images":
        _refuse(args, _HANDS_ONLY, "a recipe for images")
        from training.images.train import ImageTrainingOptions, train_images

        options = ImageTrainingOptions(
            recipe=args.recipe,
            data=sources.data,
            weights=sources.weights,
            runs=sources.runs,
            variants=tuple(args.variant or ()),
            seed=args.seed,
            resume=args.resume,
            overwrite=args.overwrite,
            tensorboard=args.tensorboard,
            distributed=args.distributed,
        )
        return train_images(options)
    _refuse(args, _IMAGES_ONLY, "a recipe for a hand model")
    from training.hands.trainer import HandTrainingOptions, train_hands

    return train_hands(HandTrainingOptions(args.recipe, sources, args.out, args.resume), _add_other_hands)


def _add_other_hands(folder: Path) -> None:
    """Write what the memory of samples and its gate need beside a new model, if the hands for it are there."""
    from training.retraining.other_hands import add_other_hands
    from training.retraining.rehearsal_set import BASE_FILE, REHEARSAL_FILE, load_rendered_hands
    from training.retraining.rehearsal_set import FOLDER as REHEARSAL

    model = open_model(folder, gestures=())
    if model.manifest.features is not None and (REHEARSAL / BASE_FILE).is_file():
        examples, base = (load_rendered_hands(REHEARSAL, name) for name in (REHEARSAL_FILE, BASE_FILE))
        add_other_hands(model, examples, base)


def _refuse(args: argparse.Namespace, options: dict[str, str], kind: str) -> None:
    given = [option for name, option in options.items() if getattr(args, name) not in (None, False)]
    if given:
        hint = "Leave it away, or choose another recipe."
        raise RecipeError(f"{' and '.join(given)} cannot be used: {args.recipe} is {kind}.", hint=hint)
