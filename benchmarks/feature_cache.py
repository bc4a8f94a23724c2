"""Time saved by the cache of a frozen backbone's features: ``python benchmarks/feature_cache.py --data FOLDER``.

Trains the same head twice on the same images: on cached features, and with the backbone in every step. Both trainings
have the same batches in the same order, and their losses are compared. Without ``--data``, images are random noise,
which takes the same time.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
from rich.console import Console

from training.common.environment import environment
from training.common.pretrained_weights import parse_weights, weights_name
from training.common.stop_request import StopRequest
from training.images.data import read_dataset
from training.images.fit import Training, TrainingImages, fit
from training.images.loading import load_pixels
from training.images.network import build_network
from training.images.recipe import ImageRecipe
from training.images.recipe_file import parse_image_recipe, to_dict
from training.images.run_writer import begin_run

MADE_UP_LABELS = 5


def main() -> None:
    """Train twice, compare, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of classes, or a CSV (default: made-up pictures)")
    parser.add_argument("--pictures", type=int, default=400, help="how many are made up (default: %(default)s)")
    parser.add_argument("--limit", type=int, default=0, help="at most so many training pictures of each label")
    parser.add_argument("--size", type=int, default=128, help="side in pixels (default: %(default)s)")
    parser.add_argument("--epochs", type=int, default=15, help="default: %(default)s")
    parser.add_argument("--backbone", default="mobilenet_v2")
    parser.add_argument("--width", type=float, default=1.0)
    parser.add_argument("--weights", default="none", help='"imagenet", "none", or a file (default: %(default)s)')
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    recipe = {cache: _recipe(args, cache=cache) for cache in (True, False)}
    images, labels = _images(args, recipe[True])
    with tempfile.TemporaryDirectory() as scratch:
        runs = {cache: _train(recipe[cache], images, labels, args, Path(scratch)) for cache in (True, False)}
    figures = {
        "data": args.data.resolve().name if args.data else "made up",
        "training_pictures": len(images.train),
        "validation_pictures": len(images.validation),
        "size_px": args.size,
        "backbone": args.backbone,
        "width": args.width,
        "weights": weights_name(parse_weights(args.weights)),
        "epochs": args.epochs,
        "kept": runs[True],
        "computed_each_epoch": runs[False],
        "speed_up": round(runs[False]["seconds"] / runs[True]["seconds"], 1),
        "speed_up_of_an_epoch": round(runs[False]["seconds_an_epoch"] / runs[True]["seconds_an_epoch"], 1),
        "largest_difference_of_validation_loss": float(
            np.abs(np.subtract(runs[True].pop("val_loss"), runs[False].pop("val_loss"))).max()
        ),
        "environment": environment(keras.backend.backend()),
        "load_after": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }
    if args.out:
        args.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


def _recipe(args: argparse.Namespace, *, cache: bool) -> ImageRecipe:
    return parse_image_recipe(
        {
            "name": "feature-cache",
            "data": {"limit_per_label": args.limit},
            "input": {"size": args.size},
            "network": {"backbone": args.backbone, "width": args.width},
            "phases": [{"epochs": args.epochs, "cache_features": cache}],
        }
    )


def _images(args: argparse.Namespace, recipe: ImageRecipe) -> tuple[TrainingImages, tuple[str, ...]]:
    if args.data is None:
        rng = np.random.default_rng(0)
        pixels = rng.integers(0, 256, (args.pictures, args.size, args.size, 3), dtype=np.uint8)
        labels = rng.integers(0, MADE_UP_LABELS, args.pictures)
        count = max(1, args.pictures // 5)
        made_up = TrainingImages(pixels[count:], labels[count:], pixels[:count], labels[:count])
        return made_up, tuple(f"label {i}" for i in range(MADE_UP_LABELS))
    split = read_dataset(args.data, recipe)
    parts = (split.train, split.validation)
    train, validation = (load_pixels(part, recipe.input) for part in parts)
    return TrainingImages(train, split.train.labels, validation, split.validation.labels), split.labels


def _train(
    recipe: ImageRecipe, images: TrainingImages, labels: tuple[str, ...], args: argparse.Namespace, scratch: Path
) -> dict[str, Any]:
    """Seconds of one training: in total, for the features, and per epoch after the first, which builds the graph."""
    begun_with = {
        "recipe": to_dict(recipe), "variant": "default", "labels": list(labels), "seed": recipe.seed,
        "weights": args.weights, "data": {"fingerprint": ""},
    }  # fmt: skip
    cache = recipe.phases[0].cache_features
    run = begin_run(scratch / str(cache), begun_with, {}, overwrite=False)
    network = build_network(recipe, labels, parse_weights(args.weights))
    stop = StopRequest(with_stdin=False)
    started_s = time.perf_counter()
    try:
        fit(Training(run, network, images, scratch / "cache", stop, Console(stderr=True)))
    finally:
        stop.close()
    seconds = time.perf_counter() - started_s
    later = [row["seconds"] for row in run.history[1:]] or [row["seconds"] for row in run.history]
    return {
        "seconds": round(seconds, 2),
        "seconds_for_features": run.info["feature_cache"]["seconds"] if cache else 0.0,
        "seconds_an_epoch": round(float(np.median(later)), 3),
        "val_loss": [row["val_loss"] for row in run.history],
    }


if __name__ == "__main__":
    main()
