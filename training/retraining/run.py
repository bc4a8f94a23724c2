"""One retraining, from the recordings to a compared model. Importing this module loads Keras, which takes seconds."""

from __future__ import annotations

import dataclasses
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import keras

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.message import Message
from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.retraining.events import Event, LogLine, RetrainOutcome, RetrainPhase
from gesture_app.domain.retraining.plan import RetrainPlan
from gesture_app.domain.retraining.split import SampleSplit
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.manifest import Manifest
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.storage.retraining_outcome import outcome_evidence, outcome_metrics
from gesture_app.vision.detectors import NETWORKS_ID
from training.common.environment import installed_versions
from training.hands.data.batches import drawn_inputs, exact_inputs
from training.hands.export import write_files
from training.hands.recipe import HandRecipe
from training.retraining.errors import TooFewSamplesError
from training.retraining.features import augmented_features, exact_features
from training.retraining.learner import FeatureSplit, LearningCallbacks, fine_tune, train_head
from training.retraining.model_comparison import ModelComparison, compare_models
from training.retraining.model_writer import ModelWriter, model_card, user_model_id
from training.retraining.network import RetrainNetwork, load_retrain_network, retrain_recipe
from training.retraining.other_hands import outputs_of, with_other_hands
from training.retraining.process import release_memory
from training.retraining.progress import ProgressReporter
from training.retraining.rehearsal_set import BASE_FILE, REHEARSAL_FILE, load_rendered_hands
from training.retraining.rehearsal_split import RehearsalSplit, split_rehearsal
from training.retraining.schedule import Schedule, schedule_for
from training.retraining.training_record import manifest_data, outcome_notes
from training.retraining.user_dataset import UserDataset, load_user_dataset
from training.retraining.weight_interpolation import interpolate_weights

_EXPORT_CHECK_SAMPLES = 32
_FEATURE_SAMPLES = 500
"""Hands for the statistics of the features: their means are then exact to a twentieth of a standard deviation."""
_MIN_LABELS = 2


@dataclass(frozen=True)
class RetrainRequest:
    """Inputs of a retraining.

    Attributes:
        store: The recordings.
        split: Recordings to train on and to test on.
        plan: The same in numbers, as shown to the user.
        model: The model to retrain.
        models_root: Folder that gets the new model.
        rehearsal: Folder of the shipped rendered hands.
        seed: Random seed.
        turn: Rotation of crops.
        schedule: Amount of training; None for the one that fits the number of recordings.
    """

    store: FolderSampleStore
    split: SampleSplit
    plan: RetrainPlan
    model: StoredModel
    models_root: Path
    rehearsal: Path
    seed: int
    turn: Turn
    schedule: Schedule | None = None


def retrain(
    request: RetrainRequest, report: Callable[[Event], None], now: Callable[[], float] = time.monotonic
) -> RetrainOutcome:
    """Train, compare and write a model; if this raises, nothing is left on the disk.

    Args:
        request: The inputs.
        report: Called with progress events.
        now: Monotonic clock, seconds.

    Raises:
        GestureAppError: If the recordings, the model or the rendered hands cannot be used, or the disk is full.
    """
    made_at = datetime.now(timezone.utc)
    plan, parent = request.plan, request.model.manifest
    schedule = request.schedule or schedule_for(plan.training)
    with ModelWriter(request.models_root, user_model_id(parent.id, made_at)) as writer:
        rehearsal_set, base = (load_rendered_hands(request.rehearsal, name) for name in (REHEARSAL_FILE, BASE_FILE))
        expected_s = schedule.expected_s(plan.training + plan.held_out, len(base))
        progress = ProgressReporter(report, expected_s, now)
        progress.start_phase(RetrainPhase.PREPARE)
        keras.utils.set_random_seed(request.seed)
        recipe = retrain_recipe(request.model, plan.new_labels, request.turn, request.seed)
        network = load_retrain_network(request.model, recipe)
        user = load_user_dataset(request.store, request.split, parent.crop, recipe.crop, progress.update)
        _report_dataset(user, plan, report)
        rehearsal = split_rehearsal(rehearsal_set, base, user, plan, recipe)
        calibration = _train(network, user, rehearsal, schedule, parent, progress, report)
        progress.start_phase(RetrainPhase.EXPORT)
        whole = network.whole
        del network
        manifest = _export(whole, recipe, user, rehearsal, calibration, parent, writer)
        progress.start_phase(RetrainPhase.CHECK)
        del whole
        release_memory()
        new_model = StoredModel(writer.path, manifest)
        comparison = compare_models(request.model, new_model, user, rehearsal.base, progress.update)
        outcome = _outcome(request, comparison, writer.target, rehearsal)
        data = {**manifest_data(user, rehearsal, plan, request.seed, made_at), **outcome_evidence(outcome)}
        if comparison.base_outputs is not None:
            examples = rehearsal.train + rehearsal.validation
            example_outputs = outputs_of(OnnxClassifier(new_model, threads=1), examples, recipe.crop)
            manifest = with_other_hands(
                new_model, (examples, example_outputs), (rehearsal.base, comparison.base_outputs)
            )
        manifest = dataclasses.replace(manifest, metrics=outcome_metrics(outcome), data=data)
        writer.finish(manifest, model_card(manifest, comparison.here, comparison.base))
    return outcome


def _report_dataset(user: UserDataset, plan: RetrainPlan, report: Callable[[Event], None]) -> None:
    """Report the numbers of recordings that are used.

    Raises:
        TooFewSamplesError: If too few are left.
    """
    for message in user.unreadable:
        report(LogLine(f"Left out: {message}"))
    if user.duplicates:
        report(
            LogLine(f"{user.duplicates} recordings are not learnt from: they are almost the same as ones that judge.")
        )
    counts = Counter(sample.info.label for sample in user.train)
    learnt = ", ".join(f"{display_name(label)} {counts[label]}" for label in sorted(counts))
    report(LogLine(f"Learning from {len(user.train)} recordings ({learnt}); {len(user.test)} will judge."))
    if len(counts) < _MIN_LABELS:
        hint = Message("Record at least two gestures, on two days, and do not import the same images twice.")
        raise TooFewSamplesError(Message("There are too few recordings that can be learnt from."), hint=hint)
    if missing := set(plan.new_labels) - set(counts):
        names = ", ".join(display_name(label) for label in sorted(missing))
        raise TooFewSamplesError(
            Message("Nothing is left to learn {names} from.").fill(names=names), hint=Message("Record more of it.")
        )


def _train(
    network: RetrainNetwork,
    user: UserDataset,
    rehearsal: RehearsalSplit,
    schedule: Schedule,
    parent: Manifest,
    progress: ProgressReporter,
    report: Callable[[Event], None],
) -> Calibration:
    """Train the network in both stages, interpolate its weights, and return its calibration."""
    progress.start_phase(RetrainPhase.FEATURES)
    train = [sample.hand for sample in user.train]
    split = FeatureSplit(
        augmented_features(network, train, rehearsal.train.samples, schedule.user_samples, progress.update),
        exact_features(network, [sample.hand for sample in user.validation], rehearsal.validation.samples),
    )
    callbacks = LearningCallbacks(report, progress.update)
    initial_weights = network.whole.get_weights()
    progress.start_phase(RetrainPhase.HEAD)
    train_head(network, split, schedule, callbacks)
    progress.start_phase(RetrainPhase.FINE_TUNE)
    fine_tune(network, split, schedule, callbacks)
    return interpolate_weights(network, initial_weights, split.validation, parent.calibration)


def _export(
    model: keras.Model,
    recipe: HandRecipe,
    user: UserDataset,
    rehearsal: RehearsalSplit,
    calibration: Calibration,
    parent: Manifest,
    writer: ModelWriter,
) -> Manifest:
    """Write the model's files and return the manifest without metrics."""
    release_memory()  # the export needs most, some 500 MB
    own = [sample.hand for sample in user.train]
    others = [*rehearsal.base.samples, *rehearsal.train.samples] or own
    written = write_files(
        model,
        writer.path,
        exact_inputs(own[:_EXPORT_CHECK_SAMPLES], recipe),
        drawn_inputs(others, recipe, _FEATURE_SAMPLES, recipe.seed),
    )
    return Manifest(
        id=writer.target.name,
        labels=recipe.labels,
        crop=recipe.crop,
        uses_landmarks=recipe.input.landmarks,
        files=written.sha256,
        temperature=calibration.temperature,
        reject_threshold=calibration.reject_threshold,
        parent=parent.id,
        versions=installed_versions(),
        detector=NETWORKS_ID,
        uses_hand_angle=recipe.input.hand_angle,
        intent=calibration.intent,
        features=written.features,
    )


def _outcome(
    request: RetrainRequest, comparison: ModelComparison, folder: Path, rehearsal: RehearsalSplit
) -> RetrainOutcome:
    plan, parent = request.plan, request.model.manifest
    turn_changed = request.turn is not parent.crop.turn
    return RetrainOutcome(
        model_id=folder.name,
        folder=str(folder),
        parent_id=parent.id,
        verdict=comparison.verdict,
        here=comparison.here,
        base=comparison.base,
        across_sessions=plan.is_across_sessions,
        changed=comparison.changed,
        doubtful=comparison.doubtful,
        new_labels=plan.new_labels,
        notes=tuple(outcome_notes(rehearsal, plan, turn_changed=turn_changed)),
    )
