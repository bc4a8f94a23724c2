"""Training a hand model: a recipe and pictures in, a model folder out."""

from __future__ import annotations

import argparse
import json

from rich.console import Console

from training.batches import exact_inputs, label_indices
from training.evaluate import fit_calibration, scores, scores_by_source
from training.export import write_model
from training.fit import fit, predict
from training.hands import counts_by_source, data_fingerprint, load_examples
from training.recipe import read_recipe
from training.report import write_report
from training.sources import data_folders, starting_weights
from training.splits import split_examples


def train_hands(args: argparse.Namespace) -> int:
    """Train, calibrate, export and report.

    Args:
        args: As the command line declares them.

    Raises:
        GestureAppError: If the recipe, the pictures or the weights cannot be used.
    """
    console = Console()
    recipe = read_recipe(args.recipe)
    run_folder = args.runs / recipe.name
    run_folder.mkdir(parents=True, exist_ok=True)
    examples = load_examples(data_folders(args, recipe, console), args.runs / "cache", console)
    split = split_examples(examples, recipe)
    console.print(f"{len(split.train)} hands to learn from, {len(split.held_out)} held out")
    fitted = fit(split, recipe, starting_weights(args), run_folder, console)
    inputs, truth = exact_inputs(split.held_out, recipe), label_indices(split.held_out, recipe)
    logits = predict(fitted.model, inputs)
    calibration = fit_calibration(logits, truth, recipe.labels, recipe.false_accept_rate)
    sources = [example.source for example in split.held_out]
    metrics = {
        "held_out": {
            "note": "chose the checkpoint, the temperature and the threshold; not an estimate for new people",
            **scores(logits, truth, recipe.labels, calibration),
            "by_source": scores_by_source(logits, truth, sources, recipe.labels, calibration),
        }
    }
    data = {
        "fingerprint": data_fingerprint(split.train),
        "learnt_from": counts_by_source(split.train),
        "held_out": counts_by_source(split.held_out),
    }
    folder = args.out or run_folder / "model" / recipe.name
    sample = {name: array[:64] for name, array in inputs.items()}
    manifest = write_model(fitted.model, recipe, calibration, folder, metrics=metrics, data=data, check_inputs=sample)
    (run_folder / "history.json").write_text(json.dumps(fitted.history, indent=1), encoding="utf-8")
    write_report(manifest, fitted.history, folder)
    console.print(f"Held out: {manifest.metrics['held_out']['recall']}")
    console.print(f"Wrote {folder}. Use it with: gesture-app --model {folder}")
    return 0
