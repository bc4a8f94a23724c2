"""Initial weights of a backbone."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path
from typing import Any

from gesture_app.errors import one_line
from training.common.errors import RecipeError

IMAGENET = "imagenet"
"""The official weights, which Keras downloads if they are not cached."""
NONE = "none"
"""Random weights, drawn by the recipe's seed."""


def parse_weights(option: str) -> str | Path | None:
    """Parse ``--weights``: ``"imagenet"``, None for random weights, or a file.

    Args:
        option: Value of the option.
    """
    if option == IMAGENET:
        return IMAGENET
    return None if option == NONE else Path(option)


def load_weights(backbone: Any, file: Path, architecture: str) -> None:
    """Load weights into a backbone, of any input size.

    Args:
        backbone: A Keras model without its top.
        file: A Keras weights file, ``.weights.h5``, ``.h5`` or ``.keras``.
        architecture: Name of the architecture, for messages.

    Raises:
        RecipeError: If the file is missing, damaged, or of another architecture.
    """
    try:
        with warnings.catch_warnings():
            # Keras only warns about layers that are missing in the file
            warnings.filterwarnings("error", "Skipping nested container", UserWarning)
            backbone.load_weights(file)
    except (OSError, ValueError, KeyError, UserWarning) as error:
        hint = f"It must be a Keras weights file of {architecture}, or leave --weights away."
        why = "they are of other layers." if isinstance(error, UserWarning) else one_line(error)
        raise RecipeError(f"The weights {file} cannot be loaded: {why}", hint=hint) from error


def weights_name(weights: str | Path | None) -> str:
    """Name of initial weights in reports: ``imagenet``, ``none``, or a file's name and SHA-256.

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
