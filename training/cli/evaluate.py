"""``python -m training evaluate``: the honest report about a model or a run, written into its folder.

Runs on folders of pictures are judged by :mod:`training.images.evaluation`; all else here is about hand models. It
writes ``report/report.md``, ``report/report.json`` and their figures. The sheet of mistakes in the model's folder
holds landmarks only; the one with the photos, which may not be passed on, goes to the runs folder.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from gesture_app.domain.frames.frame import Float32Array
from gesture_app.domain.frames.gestures import NONE
from gesture_app.errors import GestureAppError
from gesture_app.inference.library.manifest import Manifest
from gesture_app.inference.library.model_store import StoredModel, open_model
from training.common.pretrained_weights import IMAGENET
from training.evaluation.baselines import LandmarkBaseline, finger_rules, train_landmark_network
from training.evaluation.charts import write_charts
from training.evaluation.data_sets import DataSet, read_photos, read_rendered
from training.evaluation.document import report_text
from training.evaluation.end_to_end import readings_of, replay
from training.evaluation.landmarks import leading_landmarks
from training.evaluation.latency import latency_figures
from training.evaluation.leave_one_out import leave_one_out, shortened, training_without
from training.evaluation.measures import (
    FINGER_RULES,
    LANDMARK_NETWORK,
    MODEL,
    EvaluatedModel,
    Figures,
    angle_figures,
    calibration_figures,
    disagreements,
    figures_by_source,
    found_figures,
    reader_figures,
    rejection_curve,
    tone_figures,
)
from training.evaluation.mistakes import mistakes_of, write_sheets
from training.hands.data.dataset import HandSample, LabelledImage, list_pictures
from training.hands.data.sources import data_folders, found_hands, starting_weights
from training.hands.data.splits import split_examples
from training.hands.recipe import HandRecipe, read_recipe
from training.images.evaluation import PARTS, TEST, evaluate_run
from training.images.run_folder import is_run

REPORT_FOLDER = "report"
_SKELETON_SHEET = "mistakes.png"
_PHOTO_SHEET = "mistakes-photos.png"
_DATA = "Name the pictures with --data, and the part of them with --part."


class EvaluationError(GestureAppError):
    """The options do not say enough to judge a model by."""


@dataclass(frozen=True)
class _Training:
    """What the baselines and the folds learn from."""

    recipe: HandRecipe
    examples: list[HandSample]
    pictures: list[LabelledImage]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "model", type=Path, metavar="MODEL", help="folder of a hand model or of a run; the report goes into it"
    )
    pictures = parser.add_argument_group("of a run on folders of pictures")
    pictures.add_argument("--data", dest="pictures", type=Path, metavar="DIR", help="as --data of train")
    pictures.add_argument("--part", choices=PARTS, help=f"which pictures (default: {TEST})")
    hands = parser.add_argument_group("of a hand model")
    add = hands.add_argument
    add(
        "--photos",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="<source>/<label>/<picture>, never learnt from",
    )
    add("--rendered", type=Path, action="append", default=[], metavar="DIR", help="rendered hands with labels.csv")
    add("--listing", type=Path, metavar="CSV", help="columns path and hand (yes, no): which photos show a hand at all")
    parser.add_argument(
        "--runs", type=Path, default=Path("runs"), help="folder for caches, folds and the sheet with photos"
    )
    learnt = parser.add_argument_group(
        "what the landmark network and the folds learn from; rules alone without a recipe"
    )
    learnt.add_argument("--recipe", type=Path, help="the model's recipe")
    learnt.add_argument(
        "--train-data", dest="data", type=Path, action="append", metavar="DIR", help="as --data of train"
    )
    learnt.add_argument("--backgrounds", type=Path, metavar="DIR", help="as of train")
    folds = parser.add_argument_group("training anew without each source; minutes a fold, and a stopped run goes on")
    folds.add_argument("--leave-one-out", action="store_true", help="needs --recipe")
    folds.add_argument("--weights", default=IMAGENET, help='starting weights: "imagenet", "none", or a file')
    folds.add_argument("--loo-epochs", type=int, default=3, metavar="N", help="default: %(default)s")
    folds.add_argument("--loo-hands-per-epoch", type=int, default=4000, metavar="N", help="default: %(default)s")


def run(args: argparse.Namespace) -> int:
    """Measure, and write the report.

    Raises:
        GestureAppError: If the model, a folder or an option cannot be used.
    """
    console = Console()
    if is_run(args.model):
        _evaluate_pictures(args, console)
        return 0
    if args.pictures is not None or args.part is not None:
        raise EvaluationError(
            f"--data and --part are for runs on folders of pictures, and {args.model} is none.",
            hint="Name the folder with the run's run.json, or judge a hand model with --photos or --rendered.",
        )
    model = open_model(args.model)
    model.verify()
    labels = model.manifest.labels
    _check(args)
    data_sets = [read_photos(folder, labels, args.listing) for folder in args.photos]
    data_sets += [read_rendered(folder, labels) for folder in args.rendered]
    latency = latency_figures(model)
    training = _training(args, console)
    out = args.runs / model.manifest.id / "evaluation"
    network = _landmark_network(training, out / "landmark-network", console)
    judged = [_judge(data, model, network, args.runs / "cache", console) for data in data_sets]
    report = {
        "model": _model_figures(model.manifest),
        "command": _command(args),
        "data_sets": _by_name(judged, model.manifest, training),
        "held_out": dict(model.manifest.metrics.get("held_out", {})),
        "leave_one_out": _leave_one_out(args, training, out / "leave-one-out", console),
        "latency": latency,
    }
    folder = args.model / REPORT_FOLDER
    _write(report, folder, console)
    if args.photos:
        threshold = model.manifest.reject_threshold
        mistakes = [m for one in judged if not one.data.is_rendered for m in mistakes_of(one, threshold, labels)]
        write_sheets(mistakes, folder / _SKELETON_SHEET, out / _PHOTO_SHEET)
        console.print(f"The sheet with photos, not to be passed on: {out / _PHOTO_SHEET}", markup=False, soft_wrap=True)
    return 0


def _evaluate_pictures(args: argparse.Namespace, console: Console) -> None:
    of_hands = ("photos", "rendered", "listing", "recipe", "data", "backgrounds", "leave_one_out")
    given = [
        f"--{'train-data' if name == 'data' else name.replace('_', '-')}" for name in of_hands if getattr(args, name)
    ]
    if given:
        raise EvaluationError(
            f"{', '.join(given)}: for hand models, and {args.model} is a run on pictures.", hint=_DATA
        )
    if args.pictures is None:
        raise EvaluationError("There is nothing to judge the run by.", hint=_DATA)
    evaluate_run(args.model, args.pictures, console, args.part or TEST)


def _check(args: argparse.Namespace) -> None:
    if not args.photos and not args.rendered:
        raise EvaluationError("There is nothing to judge the model by.", hint="Add --photos DIR or --rendered DIR.")
    for option, given in (("--train-data", args.data), ("--leave-one-out", args.leave_one_out)):
        if given and args.recipe is None:
            raise EvaluationError(f"{option} is for training, and no recipe says how.", hint="Add --recipe RECIPE.")
    if args.loo_epochs < 1 or args.loo_hands_per_epoch < 1:
        raise EvaluationError("A fold cannot learn from nothing.", hint="Both --loo options must be at least 1.")


def _training(args: argparse.Namespace, console: Console) -> _Training | None:
    if args.recipe is None:
        return None
    recipe = read_recipe(args.recipe)
    folders = data_folders(args, recipe, console)
    pictures = [picture for folder in folders for picture in list_pictures(folder)]
    return _Training(recipe, found_hands(folders, recipe, args.runs / "cache", console), pictures)


def _landmark_network(training: _Training | None, out: Path, console: Console) -> LandmarkBaseline | None:
    if training is None:
        return None
    split = split_examples(training.examples, training.recipe)
    return train_landmark_network(split, training.recipe, out, console)


def _judge(
    data: DataSet, model: StoredModel, network: LandmarkBaseline | None, cache: Path, console: Console
) -> EvaluatedModel:
    """Ask the app, and the baselines about the same hands."""
    labels, threshold = model.manifest.labels, model.manifest.reject_threshold
    console.print(f"{data.name}: {len(data.pictures)} pictures through the app", markup=False)
    readings = readings_of(data, replay(data.folder, model.folder), labels)
    landmarks = leading_landmarks(data.pictures, readings, threshold, labels, cache, console)
    answers: dict[str, Sequence[str]] = {
        MODEL: [reading.answer for reading in readings],
        FINGER_RULES: [NONE if points is None else finger_rules(points) for points in landmarks],
    }
    if network is not None:
        answers[LANDMARK_NETWORK] = _network_answers(network, landmarks)
    return EvaluatedModel(data, readings, landmarks, answers)


def _network_answers(network: LandmarkBaseline, landmarks: Sequence[Float32Array | None]) -> list[str]:
    said = iter(network.answers([points for points in landmarks if points is not None]))
    return [NONE if points is None else next(said) for points in landmarks]


def _by_name(judged: Sequence[EvaluatedModel], manifest: Manifest, training: _Training | None) -> dict[str, Figures]:
    """The figures of each data set; of two folders with one name the second gets a number."""
    result: dict[str, Figures] = {}
    for one in judged:
        name = one.data.name if one.data.name not in result else f"{one.data.name}-{len(result) + 1}"
        result[name] = _figures(one, manifest, training)
    return result


def _figures(judged: EvaluatedModel, manifest: Manifest, training: _Training | None) -> Figures:
    labels, data = manifest.labels, judged.data
    figures: Figures = {
        "pictures": len(data.pictures),
        "sources": sorted({picture.source for picture in data.pictures}),
        "use": use_of(data, manifest, None if training is None else training.pictures),
        "tells_hands": data.tells_hands,
        "readers": {reader: reader_figures(judged, reader, labels) for reader in judged.answers},
        "found": found_figures(judged),
        "by_source": figures_by_source(judged, labels),
        "disagreements": {other: disagreements(judged, other) for other in judged.answers if other != MODEL},
        "calibration": calibration_figures(judged, manifest.reject_threshold, labels),
        "rejection": rejection_curve(judged, labels),
    }
    if data.is_rendered:
        return figures | {"tones": tone_figures(judged, labels), "angles": angle_figures(judged, labels)}
    return figures | {"mistakes": len(mistakes_of(judged, manifest.reject_threshold, labels))}


def use_of(data: DataSet, manifest: Manifest, learnt_from: Sequence[LabelledImage] | None) -> str:
    """What a data set was used for before, in words.

    Photos are known by the names of their sources in the manifest, rendered hands by their people.

    Args:
        data: The data set.
        manifest: Of the model that is judged.
        learnt_from: All training pictures, where they are known.
    """
    if data.is_rendered:
        if learnt_from is None:
            return "judging; whether the model learnt from the same rendered people was not checked"
        known = {picture.group for picture in learnt_from if picture.source == "rendered"}
        shared = {picture.group for picture in data.pictures} & known
        return f"**{len(shared)} of its rendered people were learnt from**" if shared else (
            "judging only: none of its rendered people was learnt from; the renderer is the same"
        )  # fmt: skip
    sources = {picture.source for picture in data.pictures}
    for part, verb in (("learnt_from", "learnt from"), ("held_out", "used for choosing")):
        shared = sources & set(manifest.data.get(part, {}))
        if shared:
            return f"**{verb}: {', '.join(sorted(shared))}**"
    return "judging only: used neither for learning nor for choosing"


def _leave_one_out(
    args: argparse.Namespace, training: _Training | None, out: Path, console: Console
) -> Mapping[str, Any] | None:
    if training is None or not args.leave_one_out:
        return None
    recipe = shortened(training.recipe, args.loo_epochs, args.loo_hands_per_epoch)
    train_without = training_without(training.examples, recipe, starting_weights(args), out, console)
    sources = leave_one_out(training.examples, training.pictures, recipe, train_without, out, console)
    return {"epochs": args.loo_epochs, "hands_per_epoch": args.loo_hands_per_epoch, "sources": sources}


def _command(args: argparse.Namespace) -> str:
    """The command line with every path reduced to its last part."""
    words = ["python -m training evaluate", _last(args.model)]
    for option, folders in (("--photos", args.photos), ("--rendered", args.rendered)):
        words += [f"{option} {_last(folder)}" for folder in folders]
    if args.listing is not None:
        words.append(f"--listing {_last(args.listing)}")
    if args.recipe is not None:
        words += [f"--recipe {_last(args.recipe)}", *(f"--train-data {_last(folder)}" for folder in args.data or ())]
    if args.backgrounds is not None:
        words.append(f"--backgrounds {_last(args.backgrounds)}")
    if args.leave_one_out:
        words.append(f"--leave-one-out --weights {_last(Path(args.weights))}")
        words.append(f"--loo-epochs {args.loo_epochs} --loo-hands-per-epoch {args.loo_hands_per_epoch}")
    return " ".join(words)


def _last(path: Path) -> str:
    return path.resolve().name


def _model_figures(manifest: Manifest) -> Figures:
    return {
        "id": manifest.id,
        "labels": list(manifest.labels.labels),
        "temperature": manifest.temperature,
        "reject_threshold": manifest.reject_threshold,
    }


def _write(report: Mapping[str, Any], folder: Path, console: Console) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "report.json").write_text(json.dumps(report, indent=1, allow_nan=False) + "\n", encoding="utf-8")
    (folder / "report.md").write_text(report_text(report), encoding="utf-8")
    write_charts(report, folder)
    console.print(f"Wrote {folder / 'report.md'}", markup=False, soft_wrap=True)
