"""Where the commands that train get their pictures and starting weights from."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from training.common.errors import TrainingDataError
from training.common.pretrained_weights import IMAGENET, parse_weights
from training.hands.data.dataset import HandSample, is_rendered_folder, load_examples
from training.hands.data.finger_warping import with_finger_warping
from training.hands.data.rendered import rendered_folder
from training.hands.recipe import HandRecipe

PHOTOS = Path("data/photos")
BACKGROUNDS = Path("data/backgrounds")
"""Where pictures are looked for when no folder is named."""


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``--data``, ``--backgrounds``, ``--weights`` and ``--runs``."""
    parser.add_argument(
        "--data",
        type=Path,
        action="append",
        help=f"folder of labelled pictures, <source>/<label>/<picture>; may be given again (default: {PHOTOS})",
    )
    parser.add_argument(
        "--backgrounds", type=Path, help=f"photos to render hands on (default: {BACKGROUNDS} where it is there)"
    )
    parser.add_argument("--weights", default=IMAGENET, help='starting weights: "imagenet", "none", or a file')
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder for checkpoints, logs and caches")


def data_folders(args: argparse.Namespace, recipe: HandRecipe, console: Console) -> list[Path]:
    """The folders given, and the recipe's rendered hands unless a folder of rendered hands was given.

    Raises:
        TrainingDataError: If there are none, or rendering failed.
    """
    if args.data is None and not PHOTOS.is_dir():
        hint = f"Put photos into {PHOTOS}/<source>/<label>/, or name folders with --data. The model card lists sources."
        raise TrainingDataError("There is no folder of pictures to learn from.", hint=hint)
    folders = list(args.data or [PHOTOS])
    if recipe.rendered.count and not any(map(is_rendered_folder, folders)):
        backgrounds = args.backgrounds or (BACKGROUNDS if BACKGROUNDS.is_dir() else None)
        folders.append(rendered_folder(recipe.rendered, backgrounds, args.runs / "cache", console))
    return folders


def found_hands(folders: Sequence[Path], recipe: HandRecipe, cache: Path, console: Console) -> list[HandSample]:
    """The hands in the pictures of some folders, and those that the recipe wants made of them.

    Args:
        folders: As :func:`data_folders` gives them.
        recipe: What else is to be made of photos.
        cache: Where found hands are kept between runs.
        console: Told about progress.
    """
    return with_finger_warping(load_examples(folders, cache, console), recipe, cache, console)


def starting_weights(args: argparse.Namespace) -> str | Path | None:
    """What ``--weights`` means for :func:`training.hands.model.build_backbone`."""
    return parse_weights(args.weights)
