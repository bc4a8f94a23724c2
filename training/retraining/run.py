"""One retraining from the recordings to a judged model. Importing this loads Keras, which takes seconds."""

from __future__ import annotations

import dataclasses
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import keras
import numpy as np

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.retraining.events import Event, LogLine, RetrainOutcome, RetrainPhase
from gesture_app.domain.retraining.plan import RetrainPlan
from gesture_app.domain.retraining.split import SampleSplit
from gesture_app.inference.library.manifest import Manifest
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.storage.retraining_outcome import outcome_evidence, outcome_metrics
from training.common.environment import installed_versions
from training.common.metrics import Calibration
from training.hands.data.batches import exact_inputs
from training.hands.data.dataset import HandSample, data_fingerprint
from training.hands.export import write_files
from training.hands.recipe import HandRecipe
from training.retraining.errors import TooFewSamplesError
from training.retraining.features import exact, varied
from training.retraining.learner import Listener, Material, fine_tune, learn_head
from training.retraining.model_comparison import judge
from training.retraining.model_writer import MakingFolder, card_of, own_model_id
from training.retraining.network import RetrainNetwork, retrain_recipe, take_apart
from training.retraining.pose_relabelling import poses_that_show
from training.retraining.process import give_memory_back
from training.retraining.progress import Pace
from training.retraining.rehearsal_set import BASE_FILE, REHEARSAL_FILE, HandSet, read_set
from training.retraining.schedule import Schedule, schedule_for
from training.retraining.user_dataset import OwnHands, read_own_hands
from training.retraining.weight_interpolation import go_as_far_as_others_allow

_CHOOSING_PEOPLE, _CHOOSING_PEOPLE_BESIDE_NEW = 0.4, 0.2
"""Of the rehearsed: half a thousand hands tell whether others lose. Beside a new gesture that is not asked (see
:mod:`training.retraining.weight_interpolation`), and the hands are better learnt from."""

_CHECKED_HANDS = 32
_LABELS_NEEDED = 2


@dataclass(frozen=True)
class Request:
    """What to retrain.

    Attributes:
        store: The recordings.
        divided: Which of them are for what.
        plan: The same in numbers, as the person was told.
        model: The model to train further.
        models_root: Where the new model goes.
        rehearsal: Folder of the rendered hands that come with the program.
        seed: Of everything random.
        turn: How crops are turned.
        schedule: How much is computed; None for what fits the number of recordings.
    """

    store: FolderSampleStore
    divided: SampleSplit
    plan: RetrainPlan
    model: StoredModel
    models_root: Path
    rehearsal: Path
    seed: int
    turn: Turn
    schedule: Schedule | None = None


@dataclass(frozen=True)
class _Rehearsal:
    """Other people's hands: to learn from, to choose the best moment by, to judge by."""

    learning: HandSet
    choosing: HandSet
    base: HandSet
    left_out: dict[str, set[str]]


def retrain(
    request: Request, say: Callable[[Event], None], now: Callable[[], float] = time.monotonic
) -> RetrainOutcome:
    """Train, judge and keep a model; nothing is left behind if this does not return.

    Args:
        request: What to retrain.
        say: Told how it goes.
        now: Monotonic seconds.

    Raises:
        GestureAppError: If the recordings, the model or the rendered hands cannot be used, or the disk is full.
    """
    made_at = datetime.now(timezone.utc)
    schedule = request.schedule or schedule_for(request.plan.training)
    parent = request.model.manifest
    samples = request.plan.training + request.plan.held_out
    with MakingFolder(request.models_root, own_model_id(parent.id, made_at)) as folder:
        rehearsed, base = (read_set(request.rehearsal, name) for name in (REHEARSAL_FILE, BASE_FILE))
        pace = Pace(say, schedule.planned_s(samples, len(base)), now)
        pace.begin(RetrainPhase.PREPARE)
        keras.utils.set_random_seed(request.seed)
        recipe = retrain_recipe(request.model, request.plan.new_labels, request.turn, request.seed)
        network = take_apart(request.model, recipe)
        own = read_own_hands(request.store, request.divided, parent.crop, recipe.crop, pace.reached)
        _told(own, request, say)
        rehearsal = _rehearsal(rehearsed, base, own, request.plan, recipe)
        calibration = _learn(network, own, rehearsal, schedule, parent, pace, say)
        pace.begin(RetrainPhase.EXPORT)
        whole = network.whole
        del network
        give_memory_back()  # the export takes most of all, some 500 MB
        check_inputs = exact_inputs([hand.example for hand in own.training[:_CHECKED_HANDS]], recipe)
        manifest = Manifest(
            id=folder.target.name,
            labels=recipe.labels,
            crop=recipe.crop,
            uses_landmarks=recipe.input.landmarks,
            files=write_files(whole, folder.path, check_inputs),
            temperature=calibration.temperature,
            reject_threshold=calibration.reject_threshold,
            parent=parent.id,
            versions=installed_versions(),
        )
        pace.begin(RetrainPhase.CHECK)
        del whole
        give_memory_back()
        judgement = judge(request.model, StoredModel(folder.path, manifest), own, rehearsal.base, pace.reached)
        outcome = RetrainOutcome(
            model_id=manifest.id,
            folder=str(folder.target),
            parent_id=parent.id,
            verdict=judgement.verdict,
            here=judgement.here,
            base=judgement.base,
            across_sessions=request.plan.is_across_sessions,
            changed=judgement.changed,
            doubtful=judgement.doubtful,
            new_labels=request.plan.new_labels,
            notes=tuple(_notes(rehearsal, request)),
        )
        data = {**_data(own, rehearsal, request, made_at), **outcome_evidence(outcome)}
        manifest = dataclasses.replace(manifest, metrics=outcome_metrics(outcome), data=data)
        folder.finish(manifest, card_of(manifest, judgement.here, judgement.base))
    return outcome


def _told(own: OwnHands, request: Request, say: Callable[[Event], None]) -> None:
    """Say what became of the recordings.

    Raises:
        TooFewSamplesError: If too few of them can be read.
    """
    for reason in own.damaged:
        say(LogLine(f"Left out: {reason}"))
    if own.repeated:
        say(LogLine(f"{own.repeated} recordings are not learnt from: they are almost the same as ones that judge."))
    counts = Counter(hand.info.label for hand in own.training)
    learnt = ", ".join(f"{display_name(label)} {counts[label]}" for label in sorted(counts))
    say(LogLine(f"Learning from {len(own.training)} recordings ({learnt}); {len(own.held_out)} will judge."))
    if len(counts) < _LABELS_NEEDED:
        hint = "Record at least two gestures, on two days, and do not import the same pictures twice."
        raise TooFewSamplesError("There are too few recordings that can be learnt from.", hint=hint)
    if missing := set(request.plan.new_labels) - set(counts):
        names = ", ".join(display_name(label) for label in sorted(missing))
        raise TooFewSamplesError(f"Nothing is left to learn {names} from.", hint="Record more of it.")


def _rehearsal(rehearsed: HandSet, base: HandSet, own: OwnHands, plan: RetrainPlan, recipe: HandRecipe) -> _Rehearsal:
    known = [label for label in recipe.labels.labels if label not in plan.new_labels]
    together = HandSet((*rehearsed.examples, *base.examples), (*rehearsed.poses, *base.poses))
    hands = [hand.example for hand in (*own.training, *own.choosing)]
    left_out = {label: poses_that_show(label, hands, together, recipe.crop) for label in plan.new_labels}
    meant: set[str] = set().union(*left_out.values())
    rehearsed, base = (hands.of_labels(known).without_poses(meant) for hands in (rehearsed, base))
    people = sorted({example.group for example in rehearsed.examples})
    order = np.random.default_rng(recipe.seed).permutation(people).tolist()
    share = _CHOOSING_PEOPLE_BESIDE_NEW if plan.new_labels else _CHOOSING_PEOPLE
    choosing = set(order[: round(share * len(people))])
    return _Rehearsal(rehearsed.without_people(choosing), rehearsed.of_people(choosing), base, left_out)


def _learn(
    network: RetrainNetwork,
    own: OwnHands,
    rehearsal: _Rehearsal,
    schedule: Schedule,
    parent: Manifest,
    pace: Pace,
    say: Callable[[Event], None],
) -> Calibration:
    """Train the network; returns how sure it may be."""
    pace.begin(RetrainPhase.FEATURES)
    training = [hand.example for hand in own.training]
    learning = varied(network, training, rehearsal.learning.examples, schedule.own_hands, pace.reached)
    choosing = exact(network, [hand.example for hand in own.choosing], rehearsal.choosing.examples)
    material, listener = Material(learning, choosing), Listener(say, pace.reached)
    at_first = network.whole.get_weights()
    pace.begin(RetrainPhase.HEAD)
    learn_head(network, material, schedule, listener)
    pace.begin(RetrainPhase.FINE_TUNE)
    fine_tune(network, material, schedule, listener)
    before = Calibration(parent.temperature, parent.reject_threshold)
    return go_as_far_as_others_allow(network, at_first, choosing, before)


def _data(own: OwnHands, rehearsal: _Rehearsal, request: Request, made_at: datetime) -> dict[str, Any]:
    learnt = [hand.example for hand in own.training]
    return {
        "origin": "retrained",
        "made_at": made_at.isoformat(timespec="seconds"),
        "seed": request.seed,
        "fingerprint": data_fingerprint(learnt),
        "learnt_from": _counts(learnt),
        "chosen_by": _counts([hand.example for hand in own.choosing]),
        "judged_by": _counts([hand.example for hand in own.held_out]),
        "held_out_sessions": list(request.plan.held_out_sessions),
        "calibrated_on": "rendered hands of other people and recordings of sessions that were learnt from, all of "
        "which were not learnt from; no hand without a gesture is taken for one more easily than before",
        "rehearsed": _counts(rehearsal.learning.examples),
        "poses_given_a_meaning": {label: sorted(poses) for label, poses in rehearsal.left_out.items() if poses},
    }


def _counts(examples: Sequence[HandSample]) -> dict[str, int]:
    return dict(sorted(Counter(example.label for example in examples).items()))


def _notes(rehearsal: _Rehearsal, request: Request) -> list[str]:
    notes = []
    if not request.plan.is_across_sessions:
        notes.append(
            "Some gestures are checked on the end of the session that they were learnt from, not across sessions."
        )
    for label, poses in rehearsal.left_out.items():
        if poses:
            listed = ", ".join(display_name(pose) for pose in sorted(poses))
            notes.append(
                f"{display_name(label)} looks like what was no gesture before ({listed}): hands of other people in "
                "this pose are left out of the comparison."
            )
    if not len(rehearsal.base):
        notes.append("There are no hands of other people for these gestures, so only your recordings were compared.")
    if request.turn is not request.model.manifest.crop.turn:
        notes.append("Hands are now cut out as seen, so that gestures may differ by direction alone.")
    return notes
