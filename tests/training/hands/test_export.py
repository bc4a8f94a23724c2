from __future__ import annotations

import gc
import json
import shutil
import weakref
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gesture_app.domain.frames.frame import HandCrop
from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.models.calibration import Calibration, IntentCalibration
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.model_store import open_model
from gesture_app.inference.library.other_hands import read_other_hands
from gesture_app.vision.detectors import NETWORKS_ID
from training.hands.recipe import parse_recipe
from training.retraining.rehearsal_set import BASE_FILE, FOLDER, RenderedHands, load_rendered_hands

RECIPE = parse_recipe(
    {"name": "tiny", "input": {"hand_angle": True}, "model": {"image_units": 8, "landmark_units": [8]}}
)
INTENT = IntentCalibration(0.8, -0.25, IntentThresholds(low=0.9, normal=0.7, high=0.4))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that has learnt for one step, exported. Module-wide: MobileNetV2 takes seconds to build and convert."""
    import keras

    from training.hands.export import write_model
    from training.hands.model import build_backbone, build_head, join, unfreeze_from

    keras.utils.set_random_seed(0)
    backbone = build_backbone(None)
    model = join(RECIPE, backbone, build_head(RECIPE, backbone.output_shape[-1]))
    unfreeze_from(backbone, "block_16_project")
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    inputs = arrays(4)
    model.train_on_batch(inputs, np.zeros(4))
    folder = tmp_path_factory.mktemp("models") / "tiny"
    calibration = Calibration(2.0, 0.4, INTENT)
    write_model(
        model,
        RECIPE,
        calibration,
        folder,
        metrics={"a": 1},
        data={},
        check_inputs=inputs,
        feature_inputs=arrays(12),
    )
    return folder


def arrays(count: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    return {
        "crop_rgb": rng.integers(0, 256, (count, 128, 128, 3), dtype=np.uint8),
        "landmarks": rng.random((count, 21, 3), dtype=np.float32),
        "hand_angle": rng.normal(0, 1, (count, 2)).astype(np.float32),
    }


def crops_of(inputs: dict[str, np.ndarray]) -> list[HandCrop]:
    return [HandCrop(*arrays) for arrays in zip(*inputs.values(), strict=True)]


def test_the_app_accepts_and_runs_what_was_exported(exported: Path) -> None:
    model = open_model(exported)
    model.verify()
    predictions = OnnxClassifier(model).classify(crops_of(arrays(2)))
    assert [p.probabilities.sum() for p in predictions] == pytest.approx([1, 1])
    assert predictions[0].reject_threshold == pytest.approx(0.4)
    assert predictions[0].intent_thresholds == INTENT.thresholds


def test_both_files_answer_the_same_and_the_angle_of_the_hand_counts(exported: Path) -> None:
    from gesture_app.domain.models.device import Device
    from gesture_app.inference.classifiers.keras_classifier import KerasClassifier

    model = open_model(exported)
    assert model.manifest.uses_hand_angle
    inputs = arrays(3)
    turned = {**inputs, "hand_angle": -inputs["hand_angle"]}
    onnx, of_turned, keras = (
        np.array([prediction.probabilities for prediction in classifier.classify(crops_of(seen))])
        for classifier, seen in (
            (OnnxClassifier(model), inputs),
            (OnnxClassifier(model), turned),
            (KerasClassifier(model, Device.CPU), inputs),
        )
    )
    assert onnx == pytest.approx(keras, abs=1e-5)
    assert np.abs(onnx - of_turned).max() > 1e-4


def test_both_files_give_the_same_features_which_the_keras_file_does_without(exported: Path) -> None:
    from gesture_app.domain.models.device import Device
    from gesture_app.inference.classifiers.keras_classifier import KerasClassifier

    model = open_model(exported)
    crops = crops_of(arrays(3))
    onnx = OnnxClassifier(model).outputs(crops).features
    assert onnx.shape == (3, 8 + 8)
    assert np.linalg.norm(onnx, axis=1) == pytest.approx(np.ones(3), abs=1e-5)
    assert onnx == pytest.approx(KerasClassifier(model, Device.CPU).outputs(crops).features, abs=1e-4)

    import keras

    assert len(keras.saving.load_model(exported / "model.keras").outputs) == 1


def test_a_model_of_an_earlier_version_can_be_given_features(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from training.cli import features
    from training.cli.main import main

    hands = load_rendered_hands(FOLDER, BASE_FILE)
    few = RenderedHands(hands.samples[::40], hands.poses[::40])
    monkeypatch.setattr(features, "load_rendered_hands", lambda *_: few)
    folder = Path(shutil.copytree(exported, tmp_path / "tiny"))
    earlier = replace(open_model(folder).manifest, features=None)
    (folder / "manifest.json").write_text(earlier.to_json(), encoding="utf-8")
    before = OnnxClassifier(open_model(folder)).classify(crops_of(arrays(2)))

    assert main(["features", str(folder)]) == 0

    assert "gives 16 features, standardized on" in capsys.readouterr().out
    model = open_model(folder)
    model.verify()
    classifier = OnnxClassifier(model)
    assert classifier.outputs(crops_of(arrays(2))).features.shape == (2, 16)
    for one, other in zip(before, classifier.classify(crops_of(arrays(2))), strict=True):
        assert one.probabilities == pytest.approx(other.probabilities, abs=1e-5)
    assert model.manifest.calibration == earlier.calibration
    assert sorted(path.name for path in folder.iterdir()) == [
        "manifest.json",
        "model.keras",
        "model.onnx",
        "others.npz",
    ]
    others = read_other_hands(model)
    assert others is not None
    assert others.examples is not None
    assert len(others.examples) == len(others.tests) == len(few)


def test_the_saved_model_carries_no_optimizer(exported: Path) -> None:
    import zipfile

    import h5py

    with zipfile.ZipFile(exported / "model.keras") as archive, archive.open("model.weights.h5") as file:
        weights = h5py.File(file)
        assert "optimizer" not in weights
    assert (exported / "model.keras").stat().st_size < 12e6


def test_the_manifest_says_how_it_was_made(exported: Path) -> None:
    manifest = json.loads((exported / "manifest.json").read_text())
    assert manifest["id"] == "tiny"
    assert manifest["temperature"] == pytest.approx(2.0)
    assert manifest["input"]["hand_angle"] is True
    assert manifest["intent"]["thresholds"] == {"low": 0.9, "normal": 0.7, "high": 0.4}
    assert manifest["metrics"] == {"a": 1}
    assert "keras" in manifest["versions"]
    assert manifest["detector"] == NETWORKS_ID


def test_nothing_else_is_left_beside_the_folder(exported: Path) -> None:
    assert [path.name for path in exported.parent.iterdir()] == ["tiny"]


def test_an_export_that_answers_differently_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import keras

    from training.hands import export

    crops = keras.Input((128, 128, 3), dtype="uint8", name="crop_rgb")
    landmarks = keras.Input((21, 3), name="landmarks")
    pooled = keras.layers.GlobalAveragePooling2D()(keras.layers.Rescaling(1 / 255)(crops))
    angle = keras.Input((2,), name="hand_angle")
    joined = keras.layers.Concatenate()([pooled, keras.layers.Flatten()(landmarks), angle])
    inputs = {"crop_rgb": crops, "landmarks": landmarks, "hand_angle": angle}
    model = keras.Model(inputs, keras.layers.Dense(6)(joined))
    monkeypatch.setattr(export, "predict", lambda _model, _inputs: np.full((2, 6), 99, dtype=np.float32))
    with pytest.raises(export.ExportError, match="differs"):
        export.write_model(
            model, RECIPE, Calibration(1, 0), tmp_path / "wrong", metrics={}, data={}, check_inputs=arrays(2)
        )
    assert not (tmp_path / "wrong").exists()


def test_large_copies_that_refer_to_themselves_are_gone_soon_while_a_model_is_exported() -> None:
    from training.common.export import collecting_often

    class Graph:
        def __init__(self) -> None:
            self.itself = self

    def is_gone_soon() -> bool:
        copy = Graph()
        gc.collect(1)  # it has lived for a while: only full collections look at it now
        alive = weakref.ref(copy)
        del copy
        _young = [[number] for number in range(40_000)]
        return alive() is None

    thresholds = gc.get_threshold()
    assert not is_gone_soon()
    with collecting_often():
        assert is_gone_soon()
    assert gc.get_threshold() == thresholds
    assert gc.get_freeze_count() == 0
