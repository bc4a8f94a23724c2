from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gesture_app.inference.classifiers.batching import input_names, model_inputs
from tests.fakes.models import MANIFEST, random_crops


@pytest.mark.parametrize("landmarks", [True, False])
@pytest.mark.parametrize("hand_angle", [True, False])
def test_a_model_is_given_the_inputs_that_its_manifest_names(landmarks: bool, hand_angle: bool) -> None:
    manifest = replace(MANIFEST, uses_landmarks=landmarks, uses_hand_angle=hand_angle)
    crops = [replace(crop, hand_angle=np.array([1, 0], np.float32)) for crop in random_crops(2)]
    expected = {"crop_rgb": np.stack([crop.image_rgb for crop in crops])}
    if landmarks:
        expected["landmarks"] = np.stack([crop.landmarks for crop in crops])
    if hand_angle:
        expected["hand_angle"] = np.array([[1, 0], [1, 0]], np.float32)

    inputs = model_inputs(crops, manifest)

    assert sorted(inputs) == sorted(input_names(manifest)) == sorted(expected)
    for name, array in expected.items():
        np.testing.assert_array_equal(inputs[name], array)
        assert inputs[name].dtype == array.dtype
