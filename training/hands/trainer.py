"""Training of a hand model by a recipe, from images to a model folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from gesture_app.inference.library.manifest import MANIFEST_NAME
from training.common.checkpoints import Resumption
from training.common.metrics import scores, scores_by_source
from training.common.pretrained_weights import weights_name
from training.common.run_record import BACKUP, RunFolderError, RunState, disk_errors
from training.common.stop_request import EXIT_STOPPED, StopAskedError, StopRequest
from training.hands.data.batches import drawn_inputs
from training.hands.data.dataset import counts_by_source, data_fingerprint
from training.hands.data.sources import DataSources, data_folders, read_samples
from training.hands.data.splits import Split, split_samples_by_group
from training.hands.export import FEATURE_SAMPLES, write_model
from training.hands.phases import TrainedModel, fit
from training.hands.recipe import HandRecipe, read_recipe
from training.hands.report import write_report
from training.hands.run import HandRun, begun_with, open_run
from training.hands.validation import calibrate_on

_LEAST_IMPORTANCE = 0.01
_TO_GO_ON = "Stopped. Go on with the same command and --resume."


@dataclass(frozen=True)
class HandTrainingOptions:
    """Options of a hand training.

    Attributes:
        recipe: The recipe file.
        sources: Data and initial weights.
        out: Model folder to write; None for the default in the run's folder.
        resume: Whether to resume a run that was stopped or killed.
    """

    recipe: Path
    sources: DataSources
    out: Path | None = None
    resume: bool = False


def train_hands(options: HandTrainingOptions, on_written: Callable[[Path], None] = lambda _: None) -> int:
    """Train, calibrate, export and report a model.

    Args:
        options: The options.
        on_written: Called with the model folder once it is written; not for a model on landmarks alone, which the app
            does not run.

    Returns:
        The exit code: 130 after a request to stop.

    Raises:
        GestureAppError: If the recipe, the images, the weights or the run's folder cannot be used.
    """
    console = Console()
    stop = StopRequest(with_stdin=False)
    try:
        return _train(options, stop, console, on_written)
    except StopAskedError:
        console.print(_TO_GO_ON)
        return EXIT_STOPPED
    finally:
        stop.close()


def _train(
    options: HandTrainingOptions, stop: StopRequest, console: Console, on_written: Callable[[Path], None]
) -> int:
    recipe, sources = read_recipe(options.recipe), options.sources
    weights = sources.weights if recipe.input.image else None
    begun_from = weights_name(weights)
    run_folder = sources.runs / recipe.name
    with disk_errors(run_folder):
        run_folder.mkdir(parents=True, exist_ok=True)
    samples = read_samples(data_folders(sources, recipe, console), recipe, sources.cache, console)
    split = split_samples_by_group(samples, recipe)
    console.print(f"{len(split.train)} hands to learn from, {len(split.validation)} held out")
    folder = options.out or run_folder / "model" / recipe.name
    with disk_errors(run_folder):
        run = open_run(run_folder, begun_with(recipe, split, begun_from), resume=options.resume)
        if run.state is RunState.DONE:
            if not (folder / MANIFEST_NAME).is_file():
                hint = "Train anew, without --resume."
                raise RunFolderError(f"{run_folder} is done already, and there is no model in {folder}.", hint=hint)
            console.print(f"{run_folder} is done already.", markup=False, soft_wrap=True)
            return 0
        code = _fit_and_write(run, split, recipe, weights, folder, stop, console)
        if recipe.input.image:
            on_written(folder)
        return code


def _fit_and_write(
    run: HandRun,
    split: Split,
    recipe: HandRecipe,
    weights: str | Path | None,
    folder: Path,
    stop: StopRequest,
    console: Console,
) -> int:
    """Train and write the model; after a request to stop during fine-tuning, write the best weights so far."""
    try:
        fitted = fit(split, recipe, weights, run.folder, console, Resumption(run.folder / BACKUP, stop))
        was_stopped = stop.was_asked
        if was_stopped:
            run.record(RunState.STOPPED)
            stop.close()  # writing takes a while, and who asks again need not wait for it
        _write(fitted, split, recipe, folder, console)
    except StopAskedError:
        run.record(RunState.STOPPED)
        console.print(f"No model is written; what was trained is kept in {run.folder}", markup=False, soft_wrap=True)
        raise
    if was_stopped:
        console.print(_TO_GO_ON)
        return EXIT_STOPPED
    run.record(RunState.DONE)
    return 0


def _write(fitted: TrainedModel, split: Split, recipe: HandRecipe, folder: Path, console: Console) -> None:
    """Calibrate a model and write its folder."""
    validation = calibrate_on(split.validation, fitted.model, recipe)
    outputs = validation.logits, validation.truth
    sources = [sample.collection for sample in split.validation]
    importances = validation.permutation_importances(fitted.model, recipe.seed)
    metrics = {
        "held_out": {
            "note": "chose the checkpoint, the temperature and the threshold; not an estimate for new people",
            **scores(*outputs, recipe.labels, validation.calibration),
            "by_source": scores_by_source(*outputs, sources, recipe.labels, validation.calibration),
            "lost_with_input_of_another_hand": importances,
        }
    }
    data = {
        "fingerprint": data_fingerprint(split.train),
        "learnt_from": counts_by_source(split.train),
        "held_out": counts_by_source(split.validation),
        "raised_logits": dict(fitted.logit_biases),
    }
    check_inputs = {name: array[:64] for name, array in validation.inputs.items()}
    manifest = write_model(
        fitted.model,
        recipe,
        validation.calibration,
        folder,
        metrics=metrics,
        data=data,
        check_inputs=check_inputs,
        feature_inputs=drawn_inputs(split.train, recipe, FEATURE_SAMPLES, recipe.seed),
    )
    write_report(manifest, fitted.history, folder)
    console.print(f"Held out: {manifest.metrics['held_out']['recall']}")
    for name, importance in importances.items():
        if importance < _LEAST_IMPORTANCE:
            hint = "train at a lower rate, or with a longer warm-up."
            console.print(f"The model makes nothing of {name}: {hint}", style="bold", markup=False)
    console.print(f"Wrote {folder}. Use it with: gesture-app --model {folder}")
