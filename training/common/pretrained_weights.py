"""The weights that a backbone begins with."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path
from typing import Any

from gesture_app.errors import one_line
from training.common.errors import RecipeError

IMAGENET = "imagenet"
"""The official weights, which Keras fetches where they are not at hand."""
NONE = "none"
"""Noise, drawn by the recipe's seed."""


def parse_weights(option: str) -> str | Path | None:
    """What ``--weights`` means: ``"imagenet"``, None for noise, or a file.

    Args:
        option: As it was given.
    """
    if option == IMAGENET:
        return IMAGENET
    return None if option == NONE else Path(option)


def load_weights(backbone: Any, file: Path, architecture: str) -> None:
    """Give a backbone the weights in a file; their number of input pixels does not matter.

    Args:
        backbone: A Keras model without its top.
        file: A Keras weights file, ``.weights.h5``, ``.h5`` or ``.keras``.
        architecture: What the weights have to be of, in words.

    Raises:
        RecipeError: If it is missing, damaged, or of something else.
    """
    try:
        with warnings.catch_warnings():
            # Keras leaves layers that it does not find in the file as they are, and only warns
            warnings.filterwarnings("error", "Skipping nested container", UserWarning)
            backbone.load_weights(file)
    except (OSError, ValueError, KeyError, UserWarning) as error:
        hint = f"It must be a Keras weights file of {architecture}, or leave --weights away."
        why = "they are of other layers." if isinstance(error, UserWarning) else one_line(error)
        raise RecipeError(f"The weights {file} cannot be loaded: {why}", hint=hint) from error


def weights_name(weights: str | Path | None) -> str:
    """What a report says about starting weights: ``imagenet``, ``none``, or a file's name and SHA-256.

    Raises:
        RecipeError: If the file cannot be read.
    """
    if weights in (IMAGENET, None):
        return weights or NONE
    weights = Path(weights)
    try:
        with weights.open("rb") as stream:
            digest = hashlib.sha256()
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError as error:
        hint = "Check the path of --weights, or leave it away."
        raise RecipeError(f"The weights {weights} cannot be read: {error.strerror}.", hint=hint) from error
    return f"{weights.name}, sha256 {digest.hexdigest()}"
