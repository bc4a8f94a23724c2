from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.models.features import FeatureStatistics
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.errors import ModelError
from gesture_app.inference.library.manifest import ONNX_NAME, OTHERS_NAME
from gesture_app.inference.library.model_store import ModelStore, StoredModel
from gesture_app.inference.library.other_hands import read_other_hands, write_other_hands
from tests.fakes.models import write_model

FEATURES = FeatureStatistics((0.0,) * 4, (1.0,) * 4)


def some_hands(label: str = "rock", labels: int = len(DEFAULT_LABELS), features: int = 4) -> OtherHands:
    rng = np.random.default_rng(0)
    outputs = HandOutputs(
        rng.normal(0, 8, (3, labels)).astype(np.float32), rng.normal(0, 0.5, (3, features)).astype(np.float32)
    )
    poses = np.array(["fist", "everyday: cup", "fist"])
    is_example = np.array([False, True, True])
    return OtherHands(outputs, np.array([label, "none", label]), poses, np.array([False, True, False]), is_example)


def model_with(folder: Path, hands: OtherHands | None) -> StoredModel:
    folder.mkdir()
    if hands is not None:
        write_other_hands(folder / OTHERS_NAME, hands)
    return write_model(folder, {ONNX_NAME: b"the network"}, features=FEATURES)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    hands = some_hands()
    again = read_other_hands(model_with(tmp_path / "tiny", hands))
    assert again is not None
    assert again.outputs.logits == pytest.approx(hands.outputs.logits, abs=0.02)
    assert again.outputs.features == pytest.approx(hands.outputs.features, abs=1e-3)
    assert again.outputs.features.dtype == again.outputs.logits.dtype == np.float32
    for name in ("labels", "poses", "is_everyday", "is_example"):
        assert getattr(again, name).tolist() == getattr(hands, name).tolist()


def test_in_a_file_of_an_earlier_version_every_second_hand_is_an_example(tmp_path: Path) -> None:
    file = tmp_path / OTHERS_NAME
    write_other_hands(file, some_hands())
    with np.load(file) as stored:
        earlier = {name: stored[name] for name in stored.files if name != "is_example"}
    np.savez_compressed(file, **earlier)
    model = write_model(tmp_path / "tiny", {ONNX_NAME: b"n", OTHERS_NAME: file.read_bytes()}, features=FEATURES)
    hands = read_other_hands(model)
    assert hands is not None
    assert hands.examples is not None
    assert (len(hands.examples), len(hands.tests)) == (2, 1)


def test_models_of_earlier_versions_have_none(tmp_path: Path) -> None:
    assert read_other_hands(model_with(tmp_path / "tiny", None)) is None


def test_a_file_that_was_changed_is_refused(tmp_path: Path) -> None:
    model = model_with(tmp_path / "tiny", some_hands())
    (model.folder / OTHERS_NAME).write_bytes(b"something else")
    with pytest.raises(ModelError, match="is damaged"):
        read_other_hands(model)


@pytest.mark.parametrize(
    ("hands", "message"),
    [
        (some_hands(features=5), "5"),
        (some_hands(labels=3), "3"),
        (some_hands("thumbs_up"), "does not know thumbs_up"),
    ],
)
def test_a_file_of_another_model_is_refused(tmp_path: Path, hands: OtherHands, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        read_other_hands(model_with(tmp_path / "tiny", hands))


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_a_listed_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    model = write_model(tmp_path / "tiny", {ONNX_NAME: b"n", OTHERS_NAME: content}, features=FEATURES)
    with pytest.raises(ModelError, match="cannot be used"):
        read_other_hands(model)


def test_the_shipped_model_has_them_and_they_are_small() -> None:
    from gesture_app.composition import chosen_model
    from gesture_app.resources import SHIPPED_MODELS

    for folder in ModelStore([SHIPPED_MODELS]).folders():
        model = chosen_model(folder)
        hands = read_other_hands(model)
        assert hands is not None
        assert len(hands) > 1000
        assert hands.is_everyday.sum() > 100
        assert hands.examples is not None
        assert min(len(hands.examples), len(hands.tests)) > 1000
        assert (model.folder / OTHERS_NAME).stat().st_size < 2_000_000
        right = model.manifest.labels.labels
        answers = np.array(right)[hands.outputs.logits.argmax(axis=1)]
        assert (answers == hands.labels).mean() > 0.8
