"""Retraining end to end on rendered hands.

The shipped model is replaced by MobileNetV2 with random weights, whose features are multiplied by zero, and a landmark
branch trained on rendered hands.
"""

from __future__ import annotations

import dataclasses
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.models.calibration import Calibration, IntentCalibration
from gesture_app.domain.retraining.events import (
    Cancelled,
    EpochDone,
    Event,
    Failed,
    Progress,
    RetrainOutcome,
    RetrainPhase,
)
from gesture_app.domain.retraining.gate import DoubtfulLabels, apply_gate
from gesture_app.domain.retraining.plan import RetrainPlan, make_plan
from gesture_app.domain.retraining.split import split_samples
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.inference.library.model_inspection import check_answers
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.inference.library.model_store import ModelStore, StoredModel, open_model
from gesture_app.inference.library.other_hands import read_other_hands
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.storage.retraining_events import from_line
from gesture_app.storage.retraining_outcome import decode_outcome
from tests.fakes.rendering import ROOT
from training.hands.data.dataset import HandSample
from training.retraining.job import final_event
from training.retraining.model_comparison import ModelComparison, compare_models
from training.retraining.model_writer import ModelWriter
from training.retraining.rehearsal_set import BASE_FILE, FOLDER, REHEARSAL_FILE, RenderedHands, load_rendered_hands
from training.retraining.schedule import Schedule
from training.retraining.user_dataset import load_user_dataset

START = datetime(2024, 5, 1, 10, tzinfo=timezone.utc)
NEW = "mine"
INTENT = IntentCalibration(1.0, 0.0, IntentThresholds(low=0.7, normal=0.5, high=0.3))
QUICK = Schedule(user_samples=320, head_epochs=12, fine_tune_epochs=1, head_rate=2e-3)
LONGER = dataclasses.replace(QUICK, head_epochs=25, head_patience=5)
"""A gesture that the network has never seen needs more epochs."""


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model to retrain, shared by all tests here: training and exporting it takes seconds."""
    import keras

    from training.hands.data.augmentation import augmented_landmarks
    from training.hands.data.batches import exact_inputs
    from training.hands.data.sampling import label_indices
    from training.hands.export import write_model
    from training.hands.model import build_backbone, build_head, join
    from training.hands.recipe import parse_recipe

    keras.utils.set_random_seed(0)
    model = {"image_units": 4, "landmark_units": [96], "landmark_geometry": True, "landmark_dropout": 0.0}
    recipe = parse_recipe({"name": "tiny", "input": {"hand_angle": True}, "model": model})
    backbone = build_backbone(None)
    head = build_head(recipe, backbone.output_shape[-1])
    image_units = head.get_layer("image_units")
    image_units.set_weights([np.zeros_like(weight) for weight in image_units.get_weights()])
    hands = load_rendered_hands(FOLDER, REHEARSAL_FILE).samples * 6
    rng = np.random.default_rng(0)
    crops = [augmented_landmarks(hand, recipe, rng) for hand in hands]
    seen = {
        "features": np.zeros((len(hands), 1280), np.float32),
        "landmarks": np.stack([crop.landmarks for crop in crops]),
        "hand_angle": np.stack([crop.hand_angle for crop in crops]),
    }
    learner = keras.Model(head.inputs, head.outputs)
    learner.compile(keras.optimizers.Adam(2e-3), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    learner.fit(seen, label_indices(hands, recipe), epochs=20, batch_size=128, verbose=0)
    folder = tmp_path_factory.mktemp("shipped") / "tiny"
    check_inputs = exact_inputs(hands[:4], recipe)
    write_model(
        join(recipe, backbone, head),
        recipe,
        Calibration(1.0, intent=INTENT),
        folder,
        metrics={},
        data={},
        check_inputs=check_inputs,
    )
    return folder


@pytest.fixture(scope="module")
def biased_folder(model_folder: Path, base: RenderedHands, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model with a low bias for scissors, calibrated as models of earlier versions are."""
    import keras

    from training.hands.data.batches import exact_inputs
    from training.hands.export import write_model
    from training.retraining.network import retrain_recipe

    model = keras.models.load_model(model_folder / "model.keras")
    logits = model.get_layer("head").get_layer("logits")
    kernel, bias = logits.get_weights()
    bias[DEFAULT_LABELS.index("scissors")] -= 4
    logits.set_weights([kernel, bias])
    recipe = retrain_recipe(open_model(model_folder), [], Turn.UPRIGHT, 0)
    folder = tmp_path_factory.mktemp("shipped") / "biased"
    check_inputs = exact_inputs(base.samples[:4], recipe)
    write_model(model, recipe, Calibration(1.0, 0.3), folder, metrics={}, data={}, check_inputs=check_inputs)
    return folder


@pytest.fixture(scope="module")
def base() -> RenderedHands:
    return load_rendered_hands(FOLDER, BASE_FILE)


def hands_in_pose(hands: RenderedHands, *poses: str) -> list[HandSample]:
    return [example for example, pose in zip(hands.samples, hands.poses, strict=True) if pose in poses]


def record(store: FolderSampleStore, hands: Sequence[HandSample], label: str, day: int, stretch: float = 1.0) -> None:
    """Record hands on a day, stretched horizontally by ``stretch``."""
    for example in hands:
        region, number = example.region_bgr, sum(store.counts_by_label().values()) + 1
        height, width = region.shape[0], round(stretch * region.shape[1])
        region = np.asarray(cv2.resize(region, (width, height)), dtype=np.uint8)
        landmarks = example.landmarks_px * np.array([stretch, 1, 1], dtype=np.float32)
        info = SampleInfo(
            f"day{day}",
            number,
            label,
            (START + timedelta(days=day, seconds=10 * number)).isoformat(),
            "rendered",
            Hand(landmarks, Handedness.RIGHT, 0.9),
            (width, height),
        )
        store.add(Sample(info, region))


@pytest.fixture
def recordings(tmp_path: Path, base: RenderedHands) -> FolderSampleStore:
    """Two days of a new gesture, unlike all rendered poses, and of two known ones."""
    store = FolderSampleStore(tmp_path / "samples")
    gestures = (
        (NEW, ("four", "l_shape", "pointing"), 2.5),
        ("rock", ("rock_low",), 1.0),
        ("paper", ("paper_spread",), 1.0),
    )
    for label, poses, stretch in gestures:
        hands = hands_in_pose(base, *poses)
        record(store, hands[::2], label, 0, stretch)
        record(store, hands[1::2], label, 1, stretch)
    return store


def retrained(
    store: FolderSampleStore, model_folder: Path, root: Path, say: Callable[[Event], None], **changes: Any
) -> RetrainOutcome:
    from training.retraining.run import RetrainRequest, retrain

    model = open_model(model_folder)
    infos = store.listed()
    plan = make_plan(infos, model.manifest.labels, model.manifest.id)
    divided = split_samples(infos, model.manifest.labels)
    request = RetrainRequest(store, divided, plan, model, root, FOLDER, 0, Turn.UPRIGHT, QUICK)
    return retrain(dataclasses.replace(request, **changes), say)


class TestRetrain:
    def test_a_new_gesture_is_learnt_and_compared(
        self, recordings: FolderSampleStore, model_folder: Path, tmp_path: Path
    ) -> None:
        root, events = tmp_path / "models", list[Event]()
        outcome = retrained(recordings, model_folder, root, events.append, schedule=LONGER)
        doubtful_labels = DoubtfulLabels(len(outcome.doubtful), sum(recordings.counts_by_label().values()))
        assert outcome.verdict == apply_gate(
            outcome.here, outcome.base, new_labels=[NEW], doubtful_labels=doubtful_labels
        )
        assert outcome.new_labels == (NEW,)
        assert outcome.here.old.correct_of(NEW) == 0
        assert outcome.here.new.correct_of(NEW) >= 0.5 * outcome.here.new.support(NEW)
        assert outcome.here.sureness is not None
        assert outcome.here.sureness.chance < 0.01
        assert outcome.base.points > -2
        assert {change.sample_id.split("-")[0] for change in outcome.changed} == {"day1"}
        self.check_events(events)
        self.check_model(outcome, root)

    def check_events(self, events: Sequence[Event]) -> None:
        progress = [event for event in events if isinstance(event, Progress)]
        assert [event.share for event in progress] == sorted(event.share for event in progress)
        assert {event.phase for event in progress} == set(RetrainPhase)
        epochs = [event for event in events if isinstance(event, EpochDone)]
        assert {event.phase for event in epochs} == {RetrainPhase.HEAD, RetrainPhase.FINE_TUNE}
        assert epochs[0].own_accuracy is not None
        assert [event.epoch for event in epochs if event.loss is None] == [0], "the model before the training"

    def check_model(self, outcome: RetrainOutcome, root: Path) -> None:
        (folder,) = ModelStore([root]).folders()
        assert [path.name for path in root.iterdir()] == [outcome.model_id]
        assert folder == Path(outcome.folder)
        model = open_model(folder)
        model.verify()
        assert model.manifest.labels.labels == (*DEFAULT_LABELS.labels, NEW)
        assert model.manifest.parent == "tiny"
        manifest = model.manifest
        assert manifest.uses_hand_angle
        assert manifest.features is not None
        assert len(manifest.features) == 4 + 96
        others = read_other_hands(model)
        assert others is not None
        assert len(others.tests) == outcome.base.new.total
        assert others.examples is not None
        assert not set(others.labels.tolist()) - set(DEFAULT_LABELS.labels)
        assert manifest.intent is not None
        assert manifest.intent == dataclasses.replace(INTENT, offset=manifest.intent.offset)
        assert -1.0 <= manifest.intent.offset <= 0.0
        assert decode_outcome(manifest.id, str(folder), manifest.parent, manifest.metrics, manifest.data) == outcome
        assert model.manifest.data["origin"] == "retrained"
        assert datetime.fromisoformat(model.manifest.data["made_at"]).tzinfo is not None
        assert (folder / "MODEL_CARD.md").is_file()

    def test_a_better_model_is_accepted(self, base: RenderedHands, biased_folder: Path, tmp_path: Path) -> None:
        store = FolderSampleStore(tmp_path / "samples")
        for label in ("rock", "paper", "scissors"):
            hands = [example for example in base.samples if example.label == label]
            for day in (0, 1):
                record(store, hands[day::10], label, day)
        outcome = retrained(store, biased_folder, tmp_path / "models", lambda _: None)
        assert outcome.verdict.accepted, outcome.verdict.reasons
        assert outcome.across_sessions
        assert outcome.here.new.correct_of("scissors") > outcome.here.old.correct_of("scissors")
        kept = open_model(Path(outcome.folder)).manifest
        assert kept.intent is None
        assert kept.metrics["gate"] == {"accepted": True, "reasons": list(outcome.verdict.reasons)}

    def test_wrong_labels_give_a_model_that_is_not_accepted(
        self, base: RenderedHands, model_folder: Path, tmp_path: Path
    ) -> None:
        store = FolderSampleStore(tmp_path / "samples")
        rng = np.random.default_rng(0)
        for day in (0, 1):
            for label in ("rock", "paper", "scissors"):
                hands = [example for example in base.samples if example.label == label][day::12]
                for example in hands:
                    record(store, [example], str(rng.choice(["rock", "paper", "scissors"])), day)
        outcome = retrained(store, model_folder, tmp_path / "models", lambda _: None)
        assert not outcome.verdict.accepted
        assert outcome.verdict.reasons
        kept = open_model(Path(outcome.folder)).manifest
        assert kept.metrics["gate"] == {"accepted": False, "reasons": list(outcome.verdict.reasons)}

    def test_the_same_seed_learns_the_same(self, base: RenderedHands, model_folder: Path) -> None:
        from training.retraining.features import augmented_features, exact_features
        from training.retraining.learner import FeatureSplit, LearningCallbacks, fine_tune, train_head
        from training.retraining.network import load_retrain_network, retrain_recipe

        def weights(seed: int) -> list[Any]:
            import keras

            keras.utils.set_random_seed(seed)
            model = open_model(model_folder)
            network = load_retrain_network(model, retrain_recipe(model, [NEW], Turn.UPRIGHT, seed))
            own = [dataclasses.replace(hand, label=NEW) for hand in hands_in_pose(base, "pointing")]
            split = FeatureSplit(
                augmented_features(network, own, base.samples[::20], 32, lambda _: None),
                exact_features(network, [], base.samples[::40]),
            )
            schedule = Schedule(user_samples=32, head_epochs=2, fine_tune_epochs=1)
            quiet = LearningCallbacks(lambda _: None, lambda _: None)
            train_head(network, split, schedule, quiet)
            fine_tune(network, split, schedule, quiet)
            return [weight.copy() for weight in network.whole.get_weights()]

        first, again, other = weights(1), weights(1), weights(2)
        assert all(np.allclose(one, two, atol=1e-6) for one, two in zip(first, again, strict=True))
        assert not all(np.allclose(one, two, atol=1e-6) for one, two in zip(first, other, strict=True))

    def test_batch_norm_keeps_its_statistics_while_the_layers_around_it_learn(
        self, base: RenderedHands, model_folder: Path
    ) -> None:
        import keras

        from training.retraining.features import exact_features
        from training.retraining.network import LAST_FROZEN_LAYER, load_retrain_network, retrain_recipe

        model = open_model(model_folder)
        network = load_retrain_network(model, retrain_recipe(model, [], Turn.UPRIGHT, 0))
        backbone = next(layer for layer in network.whole.layers if hasattr(layer, "layers") and len(layer.layers) > 100)
        assert backbone.get_layer(LAST_FROZEN_LAYER)
        norms = [layer for layer in backbone.layers if isinstance(layer, keras.layers.BatchNormalization)]
        before = [np.array(norm.moving_mean) for norm in norms]
        seen = exact_features(network, [], base.samples[::200])
        network.tail.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        network.tail.train_on_batch(
            {tensor.name: seen.arrays[tensor.name].astype(np.float32) for tensor in network.tail.inputs}, seen.truth
        )
        assert all(np.array_equal(mean, np.array(norm.moving_mean)) for mean, norm in zip(before, norms, strict=True))

    def test_new_labels_leave_the_old_predictions_unchanged(self, base: RenderedHands, model_folder: Path) -> None:
        from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
        from training.hands.data.augmentation import exact_crop
        from training.retraining.features import exact_features
        from training.retraining.network import load_retrain_network, retrain_recipe

        model = open_model(model_folder)
        network = load_retrain_network(model, retrain_recipe(model, ["first", "second"], Turn.UPRIGHT, 0))
        hands = base.samples[::50]
        logits = exact_features(network, [], hands).arrays["logits"]
        assert logits.shape == (len(hands), len(DEFAULT_LABELS) + 2)
        crops = [exact_crop(hand, model.manifest.crop) for hand in hands]
        before = [prediction.labels.index(prediction.gesture) for prediction in OnnxClassifier(model).classify(crops)]
        sure = np.sort(logits[:, :6], axis=1)[:, -1] - np.sort(logits[:, :6], axis=1)[:, -2] > 1.5
        assert logits.argmax(axis=1)[sure].tolist() == np.array(before)[sure].tolist()


def start(store: Path, model: Path, root: Path, *options: str, **settings: Any) -> subprocess.Popen[str]:
    paths = ["--samples", store, "--model", model, "--models-root", root]
    command = [sys.executable, "-m", "training.cli.retrain", *map(str, paths), *options]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        **settings,
    )  # fmt: skip


def events_of(process: subprocess.Popen[str]) -> list[Event | None]:
    assert process.stdout is not None
    with process:
        return [from_line(line) for line in process.stdout]


def with_memory(most: int) -> None:
    """Limit the memory of this process to a number of bytes, as ``ulimit -v`` does."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def contents_of(folder: Path) -> dict[Path, bytes]:
    """All files in a folder, with their contents."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def wait_for(process: subprocess.Popen[str], phase: RetrainPhase) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        event = from_line(line)
        assert not isinstance(event, Failed), event
        if isinstance(event, Progress) and event.phase is phase:
            return
    pytest.fail(f"it ended before {phase.value}")


class TestProcess:
    def test_a_single_gesture_is_refused_before_keras_is_loaded(
        self, base: RenderedHands, model_folder: Path, tmp_path: Path
    ) -> None:
        store = FolderSampleStore(tmp_path / "samples")
        record(store, [example for example in base.samples if example.label == "rock"][:20], "rock", 0)
        process = start(store.root, model_folder, tmp_path / "models")
        plan, failed = events_of(process)
        assert process.returncode == 2
        assert isinstance(plan, RetrainPlan)
        assert isinstance(failed, Failed)
        assert "rock only" in failed.message
        assert not (tmp_path / "models").exists()

    @pytest.mark.parametrize("missing", ["model", "rehearsal"])
    def test_a_missing_input_is_reported(
        self, recordings: FolderSampleStore, model_folder: Path, tmp_path: Path, missing: str
    ) -> None:
        nowhere = tmp_path / "nowhere"
        model, options = (nowhere, []) if missing == "model" else (model_folder, ["--rehearsal", str(nowhere)])
        process = start(recordings.root, model, tmp_path / "models", *options)
        failed = events_of(process)[-1]
        assert process.returncode == 2
        assert isinstance(failed, Failed)
        assert "nowhere" in failed.message
        assert not list((tmp_path / "models").glob("*"))

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
    def test_cancelling_leaves_nothing_behind(
        self, recordings: FolderSampleStore, model_folder: Path, tmp_path: Path
    ) -> None:
        process = start(recordings.root, model_folder, tmp_path / "models")
        wait_for(process, RetrainPhase.FEATURES)
        assert len(list((tmp_path / "models").glob(".making-*"))) == 1
        process.send_signal(signal.SIGTERM)
        assert events_of(process)[-1] == Cancelled()
        assert process.returncode == 130
        assert list((tmp_path / "models").iterdir()) == []

    def test_the_end_of_the_app_stops_it(
        self, recordings: FolderSampleStore, model_folder: Path, tmp_path: Path
    ) -> None:
        process = start(recordings.root, model_folder, tmp_path / "models", "--stop-with-stdin")
        wait_for(process, RetrainPhase.PREPARE)
        assert process.stdin is not None
        process.stdin.close()
        assert events_of(process)[-1] == Cancelled()
        assert list((tmp_path / "models").iterdir()) == []

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
    def test_a_killed_process_leaves_a_folder_that_is_not_listed(
        self, recordings: FolderSampleStore, model_folder: Path, tmp_path: Path
    ) -> None:
        process = start(recordings.root, model_folder, tmp_path / "models")
        wait_for(process, RetrainPhase.FEATURES)
        process.kill()
        events_of(process)
        (left,) = (tmp_path / "models").iterdir()
        assert left.name.startswith(".making-")
        assert ModelStore([tmp_path / "models"]).folders() == []

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold to this limit")
    @pytest.mark.parametrize("most", [1_000_000_000, 2_000_000_000])
    def test_a_process_without_enough_memory_says_so_and_leaves_nothing_behind(
        self, recordings: FolderSampleStore, model_folder: Path, tmp_path: Path, most: int
    ) -> None:
        limit = partial(with_memory, most)
        process = start(recordings.root, model_folder, tmp_path / "models", preexec_fn=limit)
        assert events_of(process)[-1] == Failed("There is not enough memory.", "Close other programs, then try again.")
        assert process.returncode == 1
        assert not list((tmp_path / "models").glob("*"))

    @pytest.mark.skipif("SOAK_RETRAININGS" not in os.environ, reason="for make soak: each takes a minute")
    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
    @pytest.mark.parametrize("number", range(int(os.environ.get("SOAK_RETRAININGS", "1"))))
    def test_a_process_killed_at_a_random_moment_leaves_samples_and_models_that_work(
        self, recordings: FolderSampleStore, model_folder: Path, tmp_path: Path, number: int
    ) -> None:
        rng = random.Random(number)
        phase, more = rng.choice(list(RetrainPhase)), rng.randrange(8)
        before = contents_of(recordings.root)
        process = start(recordings.root, model_folder, tmp_path / "models")
        wait_for(process, phase)
        assert process.stdout is not None
        for _ in range(more):
            process.stdout.readline()
        process.kill()
        events_of(process)

        assert contents_of(recordings.root) == before
        store = FolderSampleStore(recordings.root)
        assert [store.load(info.id).info.id for info in store.listed()] == [info.id for info in recordings.listed()]
        library = FolderModelLibrary(model_folder.parent, tmp_path / "models")
        models = library.listed()
        assert not [model for model in models if model.trouble]
        for model in models:
            check_answers(library.stored(model.id))
        print(f"\nkilled {more} events after the start of {phase.value}: {len(models) - 1} new models, samples whole")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_reported_and_leaves_nothing_behind(
    base: RenderedHands, model_folder: Path, tmp_path: Path
) -> None:
    import resource

    from training.hands.data.batches import exact_inputs
    from training.hands.export import write_files
    from training.retraining.network import load_retrain_network, retrain_recipe

    model = open_model(model_folder)
    recipe = retrain_recipe(model, [], Turn.UPRIGHT, 0)
    network, inputs = load_retrain_network(model, recipe), exact_inputs(base.samples[:2], recipe)

    def write() -> None:
        with ModelWriter(tmp_path / "models", "tiny-own-1") as folder:
            write_files(network.whole, folder.path, inputs)

    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, most[1]))  # the largest file, as if the disk were full then
    try:
        with pytest.raises(Exception) as caught:  # noqa: PT011 (which one depends on who writes)
            write()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    failed, code = final_event(caught.value, was_asked=False)
    assert isinstance(failed, Failed)
    assert failed.message == "The disk is full, so the model could not be written."
    assert code == 1
    assert list((tmp_path / "models").iterdir()) == []


def test_a_damaged_model_is_refused(recordings: FolderSampleStore, model_folder: Path, tmp_path: Path) -> None:
    damaged = Path(shutil.copytree(model_folder, tmp_path / "damaged"))
    content = bytearray((damaged / "model.keras").read_bytes())
    content[len(content) // 2] ^= 1
    (damaged / "model.keras").write_bytes(content)
    process = start(recordings.root, damaged, tmp_path / "models")
    failed = events_of(process)[-1]
    assert isinstance(failed, Failed)
    assert "damaged" in failed.message
    assert process.returncode == 2


class TestCompareModels:
    """Comparison of a model with one whose labels lizard and Spock are exchanged."""

    @pytest.fixture
    def confused(self, model_folder: Path) -> StoredModel:
        model = open_model(model_folder)
        swapped = {"lizard": "spock", "spock": "lizard"}
        labels = GestureSet.of([swapped.get(label, label) for label in model.manifest.labels.labels])
        return StoredModel(model_folder, dataclasses.replace(model.manifest, id="confused", labels=labels))

    def compared(self, old: StoredModel, new: StoredModel, base: RenderedHands, tmp_path: Path) -> ModelComparison:
        store = FolderSampleStore(tmp_path / "samples")
        for label, pose in (("lizard", "lizard_flat"), ("rock", "rock_low")):
            hands = hands_in_pose(base, pose)
            record(store, hands[:6], label, 0)
            record(store, hands[6:20], label, 1)
        divided = split_samples(store.listed(), DEFAULT_LABELS)
        crop = new.manifest.crop
        own = load_user_dataset(store, divided, crop, crop, lambda _: None)
        others = RenderedHands(base.samples[::6], base.poses[::6])
        return compare_models(old, new, own, others, lambda _: None)

    def test_a_model_that_helps_the_user_and_harms_nobody_is_accepted(
        self, confused: StoredModel, model_folder: Path, base: RenderedHands, tmp_path: Path
    ) -> None:
        comparison = self.compared(confused, open_model(model_folder), base, tmp_path)
        assert comparison.verdict.accepted, comparison.verdict.reasons
        assert comparison.here.gained > comparison.here.lost
        assert {(change.shown, change.new) for change in comparison.changed} >= {("lizard", "lizard")}
        assert comparison.base.points > 0

    def test_the_other_way_round_it_is_refused(
        self, confused: StoredModel, model_folder: Path, base: RenderedHands, tmp_path: Path
    ) -> None:
        comparison = self.compared(open_model(model_folder), confused, base, tmp_path)
        assert not comparison.verdict.accepted
        assert any("Spock got worse" in reason for reason in comparison.verdict.reasons)
