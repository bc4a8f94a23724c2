"""Runs for tests: small recipes, and what a run is begun with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from training.images.recipe import ImageRecipe, parse_image_recipe, to_dict
from training.images.run_writer import RunWriter, begin_run

LABELS = ("dark", "light")


def tiny_recipe(*phases: dict[str, Any], **changes: Any) -> ImageRecipe:
    """A recipe for pictures of 8 x 8 pixels and a network without a backbone; one phase of two epochs by default."""
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
    """What a run is begun with."""
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
    """A run that has not trained anything yet."""
    return begin_run(folder, begun_with(recipe or tiny_recipe()), {"backend": "none"}, overwrite=False)


def row(phase: int, epoch: int, val_loss: float | None, val_accuracy: float | None = 0.5) -> dict[str, Any]:
    """An epoch of a history."""
    return {"phase": phase, "epoch": epoch, "loss": 1.0, "val_loss": val_loss, "val_accuracy": val_accuracy}
