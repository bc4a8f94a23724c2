"""``python -m training features``: write a model's ONNX export anew, with features, without training."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from gesture_app.inference.library.model_store import StoredModel, open_model
from training.common.export import ExportError
from training.hands.data.batches import drawn_inputs
from training.hands.data.dataset import HandSample, load_samples
from training.hands.export import FEATURE_SAMPLES, add_features
from training.retraining.network import retrain_recipe
from training.retraining.other_hands import add_other_hands
from training.retraining.rehearsal_set import BASE_FILE, FOLDER, REHEARSAL_FILE, load_rendered_hands


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("model", type=Path, metavar="MODEL", help="model folder; model.onnx and manifest.json change")
    parser.add_argument(
        "--data",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="images that it was trained on, as --data of train (default: the rendered hands of assets/rehearsal)",
    )
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder of the cache (default: %(default)s)")


def run(args: argparse.Namespace) -> int:
    """Write the export; returns the exit code.

    Raises:
        GestureAppError: If the model or the images cannot be used.
    """
    console = Console()
    model = open_model(args.model, gestures=())
    hands = _hands(args, console)
    recipe = retrain_recipe(model, [], model.manifest.crop.turn, 0)
    manifest = add_features(model, drawn_inputs(hands, recipe, FEATURE_SAMPLES, seed=0))
    count = 0 if manifest.features is None else len(manifest.features)
    used = min(len(hands), FEATURE_SAMPLES)
    examples, base = (load_rendered_hands(FOLDER, name) for name in (REHEARSAL_FILE, BASE_FILE))
    add_other_hands(StoredModel(model.folder, manifest), examples, base)
    console.print(f"{model.folder} gives {count} features, standardized on {used} hands.", markup=False, soft_wrap=True)
    return 0


def _hands(args: argparse.Namespace, console: Console) -> list[HandSample]:
    if not args.data:
        return list(load_rendered_hands(FOLDER, REHEARSAL_FILE).samples)
    hands = list(load_samples(args.data, args.runs / "cache", console))
    if not hands:
        raise ExportError("No hand was found in the images.", hint="Name folders of images with --data.")
    return hands
