"""``python -m training evaluate``: evaluate a hand model, or a run on image folders, and write its report.

Runs on image folders are evaluated by :mod:`training.images.evaluation`. For a hand model it writes
``report/report.md``, ``report/report.json`` and their charts. The contact sheet in the model's folder shows landmarks
only; the one with photos, which must not be redistributed, goes to the runs folder.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from gesture_app.errors import GestureAppError
from training.cli.source_options import data_sources
from training.common.pretrained_weights import IMAGENET
from training.evaluation.evaluator import EvaluationSteps, evaluate_model
from training.evaluation.options import EvaluationOptions, LeaveOneOutOptions, TrainingOptions
from training.images.evaluation import SPLITS, TEST, evaluate_run
from training.images.run_folder import is_run

_DATA = "Name the images with --data, and the split of them with --split."


class EvaluationError(GestureAppError):
    """The options do not fit together."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "model", type=Path, metavar="MODEL", help="folder of a hand model or of a run; the report goes into it"
    )
    pictures = parser.add_argument_group("of a run on folders of images")
    pictures.add_argument("--data", dest="pictures", type=Path, metavar="DIR", help="as --data of train")
    pictures.add_argument("--split", "--part", dest="split", choices=SPLITS, help=f"which images (default: {TEST})")
    hands = parser.add_argument_group("of a hand model")
    add = hands.add_argument
    add(
        "--photos",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="<source>/<label>/<image>, never learnt from",
    )
    add(
        "--natural",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="photos of people who make no sign, in folders of any depth",
    )
    add(
        "--rendered",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="rendered hands or people with labels.csv",
    )
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


def run(args: argparse.Namespace, steps: EvaluationSteps | None = None) -> int:
    """Evaluate and write the report; returns the exit code.

    Args:
        args: The parsed options.
        steps: The slow steps; None for the real ones.

    Raises:
        GestureAppError: If the model, a folder or an option cannot be used.
    """
    console = Console()
    if is_run(args.model):
        _check_image_options(args)
        evaluate_run(args.model, args.pictures, console, args.split or TEST)
        return 0
    _check_hand_options(args)
    evaluate_model(_evaluation_options(args), console, steps)
    return 0


def _check_image_options(args: argparse.Namespace) -> None:
    of_hands = ("photos", "natural", "rendered", "listing", "recipe", "data", "backgrounds", "leave_one_out")
    given = [
        f"--{'train-data' if name == 'data' else name.replace('_', '-')}" for name in of_hands if getattr(args, name)
    ]
    if given:
        raise EvaluationError(f"{', '.join(given)}: for hand models, and {args.model} is a run on images.", hint=_DATA)
    if args.pictures is None:
        raise EvaluationError("There is nothing to judge the run by.", hint=_DATA)


def _check_hand_options(args: argparse.Namespace) -> None:
    if args.pictures is not None or args.split is not None:
        raise EvaluationError(
            f"--data and --split are for runs on folders of images, and {args.model} is none.",
            hint="Name the folder with the run's run.json, or judge a hand model with --photos or --rendered.",
        )
    if not (args.photos or args.natural or args.rendered):
        hint = "Add --photos DIR, --natural DIR or --rendered DIR."
        raise EvaluationError("There is nothing to judge the model by.", hint=hint)
    for option, given in (("--train-data", args.data), ("--leave-one-out", args.leave_one_out)):
        if given and args.recipe is None:
            raise EvaluationError(f"{option} is for training, and no recipe says how.", hint="Add --recipe RECIPE.")
    if args.loo_epochs < 1 or args.loo_hands_per_epoch < 1:
        raise EvaluationError("A fold cannot learn from nothing.", hint="Both --loo options must be at least 1.")


def _evaluation_options(args: argparse.Namespace) -> EvaluationOptions:
    return EvaluationOptions(
        model=args.model,
        photos=tuple(args.photos),
        natural=tuple(args.natural),
        rendered=tuple(args.rendered),
        listing=args.listing,
        runs=args.runs,
        training=_training_options(args),
        command=_command(args),
    )


def _training_options(args: argparse.Namespace) -> TrainingOptions | None:
    if args.recipe is None:
        return None
    folds = LeaveOneOutOptions(args.loo_epochs, args.loo_hands_per_epoch) if args.leave_one_out else None
    return TrainingOptions(args.recipe, data_sources(args), folds)


def _command(args: argparse.Namespace) -> str:
    """The command line with every path reduced to its last part."""
    words = ["python -m training evaluate", _last_part(args.model)]
    for option, folders in (("--photos", args.photos), ("--natural", args.natural), ("--rendered", args.rendered)):
        words += [f"{option} {_last_part(folder)}" for folder in folders]
    if args.listing is not None:
        words.append(f"--listing {_last_part(args.listing)}")
    if args.recipe is not None:
        data = [f"--train-data {_last_part(folder)}" for folder in args.data or ()]
        words += [f"--recipe {_last_part(args.recipe)}", *data]
    if args.backgrounds is not None:
        words.append(f"--backgrounds {_last_part(args.backgrounds)}")
    if args.leave_one_out:
        words.append(f"--leave-one-out --weights {_last_part(Path(args.weights))}")
        words.append(f"--loo-epochs {args.loo_epochs} --loo-hands-per-epoch {args.loo_hands_per_epoch}")
    return " ".join(words)


def _last_part(path: Path) -> str:
    return path.resolve().name
