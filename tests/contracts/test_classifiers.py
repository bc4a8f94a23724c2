"""The contract of every registered classifier runtime, and of the fake one; all runtimes must agree.

They run a small model with the inputs of the shipped one, exported as training exports models.
"""

from __future__ import annotations

import gc
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import CROP_SIZE_PX, LANDMARK_COUNT, HandCrop
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.domain.models.device import Device
from gesture_app.domain.models.memory_fit import fit_memory
from gesture_app.domain.models.sample_memory import SampleMemory
from gesture_app.domain.ports import Classifier
from gesture_app.errors import ClassifierError, MissingDependencyError, ModelError
from gesture_app.inference.classifiers import keras_classifier, onnx_classifier
from gesture_app.inference.classifiers.batching import model_inputs
from gesture_app.inference.classifiers.keras_classifier import KerasClassifier
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.manifest import CROP_INPUT, KERAS_NAME, LANDMARK_INPUT, ONNX_NAME
from gesture_app.inference.library.model_store import StoredModel, open_model
from gesture_app.inference.runtimes import RUNTIMES, Runtime
from gesture_app.installation.requirements import add_command
from tests.fakes.models import MANIFEST, random_crops, write_model
from tests.fakes.pipeline import FakeClassifier


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> StoredModel:
    """A model of colour, position and landmarks, with weights that make its answers differ clearly."""
    folder = tmp_path_factory.mktemp("models") / "tiny"
    folder.mkdir()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import keras

        keras.utils.set_random_seed(5)
        crop = keras.Input((CROP_SIZE_PX, CROP_SIZE_PX, 3), dtype="uint8", name=CROP_INPUT)
        landmarks = keras.Input((LANDMARK_COUNT, 3), dtype="float32", name=LANDMARK_INPUT)
        x = keras.layers.Rescaling(1 / 127.5, offset=-1)(crop)
        x = keras.layers.Conv2D(4, 8, strides=8, activation="relu")(x)
        x = keras.layers.GlobalAveragePooling2D()(x)
        both = keras.layers.Concatenate()([x, keras.layers.Flatten()(landmarks)])
        logits = keras.layers.Dense(len(DEFAULT_LABELS), kernel_initializer="random_normal", name="logits")(both)
        model = keras.Model({CROP_INPUT: crop, LANDMARK_INPUT: landmarks}, logits)
        model.layers[-1].set_weights([weight * 20 for weight in model.layers[-1].get_weights()])
        model.save(folder / KERAS_NAME)
        crops = model_inputs(random_crops(40, seed=3), MANIFEST)
        from training.hands.export import write_onnx_export

        features = write_onnx_export(model, folder / ONNX_NAME, crops, crops)
    return write_model(folder, crop=CropSpec(), temperature=1.7, reject_threshold=0.2, features=features)


@pytest.fixture(scope="module")
def classifiers(tiny_model: StoredModel) -> Iterator[dict[str, Classifier]]:
    """The model in every registered runtime, on the CPU."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opened = {runtime.name: runtime.open(tiny_model, Device.CPU) for runtime in RUNTIMES}
    yield opened
    for classifier in opened.values():
        classifier.close()
    opened.clear()
    gc.collect()


@pytest.fixture(params=[*(runtime.name for runtime in RUNTIMES), "fake"])
def classifier(request: pytest.FixtureRequest) -> Classifier:
    if request.param == "fake":
        return FakeClassifier()
    opened: dict[str, Classifier] = request.getfixturevalue("classifiers")
    return opened[request.param]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_one_prediction_a_crop(classifier: Classifier, count: int) -> None:
    predictions = classifier.classify(random_crops(count))

    assert len(predictions) == count
    for prediction in predictions:
        assert prediction.labels == classifier.labels
        assert float(prediction.probabilities.sum()) == pytest.approx(1, abs=1e-5)
        assert prediction.probabilities.dtype == np.float32


def test_each_crop_has_its_own_answer_whatever_comes_with_it(classifier: Classifier) -> None:
    crops = random_crops(3)

    together = classifier.classify(crops)
    alone = [classifier.classify([crop])[0] for crop in crops]

    for a, b in zip(together, alone, strict=True):
        np.testing.assert_allclose(a.probabilities, b.probabilities, atol=1e-5)


def test_it_has_labels_and_a_description(classifier: Classifier) -> None:
    assert classifier.labels == DEFAULT_LABELS
    assert classifier.description


@pytest.mark.parametrize("runtime", RUNTIMES, ids=lambda runtime: runtime.name)
@pytest.mark.filterwarnings("ignore")
def test_close_may_be_called_twice(tiny_model: StoredModel, runtime: Runtime) -> None:
    classifier = runtime.open(tiny_model, Device.CPU)
    classifier.classify(random_crops(1))

    classifier.close()
    classifier.close()


@pytest.mark.parametrize("runtime", RUNTIMES, ids=lambda runtime: runtime.name)
def test_a_runtime_needs_a_fixed_device(tiny_model: StoredModel, runtime: Runtime) -> None:
    with pytest.raises(ValueError, match="classifier"):
        runtime.open(tiny_model, Device.AUTO)


@pytest.mark.parametrize("count", [1, 3])
def test_all_runtimes_agree(classifiers: dict[str, Classifier], count: int) -> None:
    crops = random_crops(count, seed=count)

    first, *others = (classifier.classify(crops) for classifier in classifiers.values())

    assert others
    for other in others:
        for a, b in zip(first, other, strict=True):
            np.testing.assert_allclose(a.probabilities, b.probabilities, atol=1e-4)
            assert a.gesture == b.gesture
            assert a.reject_threshold == b.reject_threshold == 0.2


@pytest.mark.parametrize("count", [0, 1, 3])
def test_features_have_unit_length_and_come_one_row_a_crop(classifiers: dict[str, Classifier], count: int) -> None:
    crops = random_crops(count)
    for classifier in classifiers.values():
        assert classifier.has_features
        features = classifier.outputs(crops).features
        assert features.shape == (count, 4 + 3 * LANDMARK_COUNT)
        assert features.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(features, axis=1), np.ones(count), atol=1e-5)


def test_all_runtimes_give_the_same_features(classifiers: dict[str, Classifier]) -> None:
    crops = random_crops(3, seed=11)

    first, *others = (classifier.outputs(crops).features for classifier in classifiers.values())

    assert np.abs(first[0] - first[1]).max() > 0.01
    for other in others:
        np.testing.assert_allclose(first, other, atol=1e-4)


def test_features_are_the_standardized_inputs_of_the_last_layer(tiny_model: StoredModel) -> None:
    statistics = tiny_model.manifest.features
    assert statistics is not None
    (crop,) = random_crops(1, seed=12)
    landmarks = crop.landmarks.reshape(-1)
    expected = (landmarks - statistics.mean[4:]) / statistics.deviation[4:]
    (features,) = OnnxClassifier(tiny_model).outputs([crop]).features
    # Of one length with the features of the image, so up to a factor.
    np.testing.assert_allclose(features[4:] / features[10], expected / expected[6], atol=1e-3)


@pytest.mark.parametrize("runtime", RUNTIMES, ids=lambda runtime: runtime.name)
@pytest.mark.filterwarnings("ignore")
def test_a_model_of_an_earlier_version_works_and_says_that_it_has_no_features(
    tiny_model: StoredModel, tmp_path: Path, runtime: Runtime
) -> None:
    crops = random_crops(2)
    earlier = runtime.open(without_features(tiny_model, tmp_path / "earlier"), Device.CPU)
    assert not earlier.has_features
    expected = OnnxClassifier(tiny_model).classify(crops)
    for one, other in zip(earlier.classify(crops), expected, strict=True):
        np.testing.assert_allclose(one.probabilities, other.probabilities, atol=1e-5)
    for use in (
        earlier.outputs,
        lambda crops: earlier.classify(crops, memory_of(OnnxClassifier(tiny_model), crops, "rock")),
    ):
        with pytest.raises(ClassifierError, match="made by an earlier version and gives no features"):
            use(crops)


def test_statistics_without_features_in_the_file_are_refused_when_loading(
    tiny_model: StoredModel, tmp_path: Path
) -> None:
    earlier = without_features(tiny_model, tmp_path / "earlier")
    claimed = rewritten(earlier, tmp_path / "claimed", features=tiny_model.manifest.features)
    with pytest.raises(ClassifierError, match="gives no features, but its manifest has statistics of them"):
        OnnxClassifier(claimed)


def memory_of(classifier: Classifier, crops: list[HandCrop], label: str) -> SampleMemory:
    return fit_memory(classifier.labels, classifier.outputs(crops), [label] * len(crops))


def test_a_memory_of_samples_adjusts_the_predictions_of_all_runtimes_alike(
    classifiers: dict[str, Classifier],
) -> None:
    seen, other = random_crops(2, seed=21)
    for classifier in classifiers.values():
        memory = memory_of(classifier, [seen], "thumbs_up")
        remembered, unlike = classifier.classify([seen, other], memory)
        assert remembered.labels == memory.labels == GestureSet.of([*classifier.labels.labels, "thumbs_up"])
        assert remembered.gesture == "thumbs_up"
        assert unlike.gesture != "thumbs_up"
        assert classifier.classify([seen])[0].labels == classifier.labels
    first, *others = (
        classifier.classify([seen, other], memory_of(classifier, [seen], "rock")) for classifier in classifiers.values()
    )
    for answers in others:
        for one, another in zip(first, answers, strict=True):
            np.testing.assert_allclose(one.probabilities, another.probabilities, atol=1e-3)


def test_a_memory_of_another_model_is_an_error(tiny_model: StoredModel) -> None:
    classifier = OnnxClassifier(tiny_model)
    crops = random_crops(1)
    other_labels = GestureSet.of([*classifier.labels.labels, "thumbs_up"])
    features = classifier.outputs(crops).features
    for memory in (
        SampleMemory(other_labels, features, ["rock"], np.zeros((1, len(other_labels)))),
        SampleMemory(classifier.labels, features[:, :9], ["rock"], np.zeros((1, len(classifier.labels)))),
    ):
        with pytest.raises(ClassifierError, match="remembered samples do not belong to the model tiny"):
            classifier.classify(crops, memory)


def without_features(model: StoredModel, folder: Path) -> StoredModel:
    """The model as an earlier version wrote it: the ONNX export has one output."""
    import onnx

    network = onnx.load(model.folder / ONNX_NAME)
    del network.graph.output[1:]
    files = {ONNX_NAME: network.SerializeToString(), KERAS_NAME: (model.folder / KERAS_NAME).read_bytes()}
    write_model(folder, files, crop=CropSpec(), temperature=1.7, reject_threshold=0.2)
    return open_model(folder)


def test_image_and_landmarks_both_matter(tiny_model: StoredModel) -> None:
    """Otherwise the comparison above could not fail for one of them."""
    first, second = random_crops(2, seed=9)
    dark = replace(first, image_rgb=np.zeros_like(first.image_rgb))
    moved = replace(first, landmarks=second.landmarks)

    as_is, without_image, elsewhere = OnnxClassifier(tiny_model).classify([first, dark, moved])

    assert np.abs(as_is.probabilities - without_image.probabilities).max() > 0.01
    assert np.abs(as_is.probabilities - elsewhere.probabilities).max() > 0.01


def rewritten(model: StoredModel, folder: Path, **changes: object) -> StoredModel:
    """A copy of the model with another manifest."""
    files = {name: (model.folder / name).read_bytes() for name in (ONNX_NAME, KERAS_NAME)}
    options: dict[str, object] = {"crop": CropSpec(), **changes}
    write_model(folder, files, **options)
    return open_model(folder)


def test_labels_come_from_the_manifest(tiny_model: StoredModel, tmp_path: Path) -> None:
    labels = GestureSet.of(list(reversed(DEFAULT_LABELS.labels)))
    renamed = rewritten(tiny_model, tmp_path / "renamed", labels=labels, temperature=1.7)
    crops = random_crops(1)

    (original,) = OnnxClassifier(tiny_model).classify(crops)
    (prediction,) = OnnxClassifier(renamed).classify(crops)

    np.testing.assert_allclose(prediction.probabilities, original.probabilities)
    assert tuple(prediction.by_label) == labels.labels


def test_a_manifest_with_other_labels_is_refused_at_the_first_answer(tiny_model: StoredModel, tmp_path: Path) -> None:
    fewer = rewritten(tiny_model, tmp_path / "fewer", labels=GestureSet.of(["rock", "none"]))

    with pytest.raises(ClassifierError, match=r"answers with shape \(1, 6\), where its labels want \(1, 2\)"):
        OnnxClassifier(fewer).classify(random_crops(1))


def test_a_manifest_with_other_inputs_is_refused_when_loading(tiny_model: StoredModel, tmp_path: Path) -> None:
    without = rewritten(tiny_model, tmp_path / "without", uses_landmarks=False)

    with pytest.raises(ClassifierError, match=r"takes crop_rgb, landmarks, but its manifest says crop_rgb\."):
        OnnxClassifier(without)


@pytest.mark.parametrize("garbage", [b"", b"no network at all", b"\x08\x07" * 1000])
def test_garbage_is_an_error_that_names_the_file(tmp_path: Path, garbage: bytes) -> None:
    model = write_model(tmp_path / "bad", {ONNX_NAME: garbage, KERAS_NAME: garbage})

    with pytest.raises(ClassifierError, match=rf"{ONNX_NAME} cannot be run: .* Choose another model"):
        OnnxClassifier(model)


@pytest.mark.parametrize("garbage", [b"", b"no model at all"])
def test_garbage_is_an_error_of_keras_too(tmp_path: Path, tiny_model: StoredModel, garbage: bytes) -> None:
    model = write_model(tmp_path / "bad", {KERAS_NAME: garbage})

    with pytest.raises(ClassifierError, match=rf"{KERAS_NAME} cannot be loaded: .* Choose another model"):
        KerasClassifier(model, Device.CPU)


@pytest.mark.parametrize("runtime", RUNTIMES, ids=lambda runtime: runtime.name)
def test_damaged_files_are_refused_before_they_are_loaded(tmp_path: Path, runtime: Runtime) -> None:
    model = write_model(tmp_path / "damaged", {ONNX_NAME: b"whole", KERAS_NAME: b"whole"})
    for name in (ONNX_NAME, KERAS_NAME):
        (model.folder / name).write_bytes(b"broken")

    with pytest.raises(ModelError, match="damaged"):
        runtime.open(model, Device.CPU)


def test_keras_without_tensorflow_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keras_classifier, "tensorflow_installed", lambda: False)

    with pytest.raises(MissingDependencyError, match=rf"TensorFlow is not installed.*{re.escape(add_command())}$"):
        KerasClassifier(write_model(tmp_path / "any", {KERAS_NAME: b"any"}))


def test_a_missing_gpu_is_an_error(tiny_model: StoredModel, monkeypatch: pytest.MonkeyPatch) -> None:
    import tensorflow

    monkeypatch.setattr(tensorflow.config, "list_physical_devices", lambda kind=None: [])

    with pytest.raises(ClassifierError, match=r"TensorFlow sees no GPU\. Run gesture-app doctor"):
        KerasClassifier(tiny_model, Device.GPU)


def test_another_backend_of_keras_is_an_error(tiny_model: StoredModel, monkeypatch: pytest.MonkeyPatch) -> None:
    import keras

    monkeypatch.setattr(keras.config, "backend", lambda: "jax")

    with pytest.raises(ClassifierError, match=r"set to run on jax.*KERAS_BACKEND"):
        KerasClassifier(tiny_model, Device.CPU)


def test_a_failure_of_the_runtime_is_an_error_of_the_classifier(
    tiny_model: StoredModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    class BrokenSession:
        def get_inputs(self) -> list[SimpleNamespace]:
            return [SimpleNamespace(name=name) for name in (CROP_INPUT, LANDMARK_INPUT)]

        def get_outputs(self) -> list[SimpleNamespace]:
            return [SimpleNamespace(name="logits"), SimpleNamespace(name="features")]

        def run(self, *_: object) -> None:
            raise RuntimeError("out of memory")

    monkeypatch.setattr(onnx_classifier, "open_session", lambda *_, **__: BrokenSession())

    with pytest.raises(ClassifierError, match=r"The model tiny failed: out of memory Choose another model"):
        OnnxClassifier(tiny_model).classify(random_crops(1))
