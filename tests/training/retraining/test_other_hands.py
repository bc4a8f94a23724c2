from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.model_store import open_model
from gesture_app.inference.library.other_hands import read_other_hands
from tests.fakes.onnx_models import write_colour_model
from training.hands.data.augmentation import exact_crop
from training.retraining.other_hands import add_other_hands
from training.retraining.rehearsal_set import BASE_FILE, EVERYDAY, FOLDER, RenderedHands, load_rendered_hands


@pytest.fixture(scope="module")
def base() -> RenderedHands:
    hands = load_rendered_hands(FOLDER, BASE_FILE)
    return RenderedHands(hands.samples[::20], hands.poses[::20])


def test_a_model_gets_its_outputs_for_other_peoples_hands(tmp_path: Path, base: RenderedHands) -> None:
    model = write_colour_model(tmp_path / "colours")
    examples = RenderedHands(base.samples[:9], base.poses[:9])
    manifest = add_other_hands(model, examples, base)

    again = open_model(model.folder)
    assert again.manifest.files == manifest.files
    again.verify()
    every = read_other_hands(again)
    assert every is not None
    assert every.examples is not None
    assert every.examples.poses.tolist() == list(examples.poses)
    others = every.tests
    assert others.labels.tolist() == [sample.label for sample in base.samples]
    assert others.poses.tolist() == list(base.poses)
    assert others.is_everyday.tolist() == [pose.startswith(EVERYDAY) for pose in base.poses]
    crops = [exact_crop(sample, manifest.crop) for sample in base.samples[70:73]]
    expected = OnnxClassifier(model).outputs(crops)
    assert others.outputs.features[70:73] == pytest.approx(expected.features, abs=2e-3)
    assert others.outputs.logits[70:73] == pytest.approx(expected.logits, abs=0.01)


def test_the_seal_of_the_model_covers_the_file(tmp_path: Path, base: RenderedHands) -> None:
    model = write_colour_model(tmp_path / "colours")
    assert add_other_hands(model, base, base).seal != model.manifest.seal


def test_hands_that_the_model_has_no_label_for_are_left_out(tmp_path: Path, base: RenderedHands) -> None:
    model = write_colour_model(tmp_path / "colours")
    renamed = [sample if sample.label != "spock" else replace(sample, label="wave") for sample in base.samples]
    hands = RenderedHands(tuple(renamed), base.poses)
    add_other_hands(model, hands, hands)
    others = read_other_hands(open_model(model.folder))
    assert others is not None
    assert np.unique(others.labels).tolist() == ["lizard", "none", "paper", "rock", "scissors"]
