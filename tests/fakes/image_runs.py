"""Small recipes, images and run folders for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np

from training.images.recipe import ImageRecipe
from training.images.recipe_file import parse_image_recipe, to_dict
from training.images.run_writer import RunWriter, begin_run

LABELS = ("dark", "light")


def tiny_recipe(*phases: dict[str, Any], **changes: Any) -> ImageRecipe:
    """A recipe for images of 8 x 8 pixels and a network without a backbone; one phase of two epochs by default."""
    network = {"backbone": "none", "units": [4], **changes.pop("network", {})}
    return parse_image_recipe(
        {
            "name": "tiny",
            "seed": 3,
            "input": {"size": 8},
            "phases": [{"epochs": 2, "batch_size": 4, **phase} for phase in phases or ({},)],
            "network": network,
            **changes,
        }
    )


def begun_with(recipe: ImageRecipe, **changes: Any) -> dict[str, Any]:
    """Settings of a new run."""
    return {
        "recipe": to_dict(recipe),
        "variant": "default",
        "labels": list(LABELS),
        "seed": recipe.seed,
        "weights": "none",
        "data": {"fingerprint": "abc", "counts": {}, "skipped": 0, "folder": "pictures"},
        **changes,
    }


def begun_run(folder: Path, recipe: ImageRecipe | None = None) -> RunWriter:
    """A run before its first epoch."""
    return begin_run(folder, begun_with(recipe or tiny_recipe()), {"backend": "none"}, overwrite=False)


def row(phase: int, epoch: int, val_loss: float | None, val_accuracy: float | None = 0.5) -> dict[str, Any]:
    """A row of a history."""
    return {"phase": phase, "epoch": epoch, "loss": 1.0, "val_loss": val_loss, "val_accuracy": val_accuracy}


def images(count: int, seed: int = 0, size: int = 8) -> tuple[Any, Any]:
    """Noise images of two overlapping brightnesses, ``(n, size, size, 3)`` uint8, and their labels."""
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % 2
    level = np.where(labels, 160, 95)[:, None, None, None]
    return np.clip(rng.normal(level, 70, (count, size, size, 3)), 0, 255).astype(np.uint8), labels


def write_images(folder: Path, count: int, *, parts: tuple[str, ...] = ("train", "validation")) -> Path:
    """Write a folder of splits with two classes of ``count`` images each."""
    for number, part in enumerate(parts):
        pixels, labels = images(2 * count, seed=number)
        for index, (image, label) in enumerate(zip(pixels, labels, strict=True)):
            file = folder / part / LABELS[label] / f"{index}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(file), image)
    return folder
