from typing import Any

import numpy as np

from gesture_app.domain.models.calibration import Calibration
from gesture_app.inference.library.manifest import CROP_INPUT, LANDMARK_INPUT
from tests.fakes.hand_samples import hand_sample
from training.hands.recipe import HandRecipe

RECIPE = HandRecipe("tiny")
LABELS = RECIPE.labels.labels
EXAMPLES = [
    hand_sample(label, source, seed=seed)
    for seed, (label, source) in enumerate([(label, source) for label in LABELS for source in ("photos", "rendered")])
]


def tiny_model(*, looks_at: str) -> Any:
    """Takes images and landmarks, and answers by one of them."""
    import keras

    inputs = {
        CROP_INPUT: keras.Input((128, 128, 3), dtype="uint8", name=CROP_INPUT),
        LANDMARK_INPUT: keras.Input((21, 3), name=LANDMARK_INPUT),
    }
    small = keras.layers.AveragePooling2D(64)(keras.layers.Rescaling(1 / 255)(inputs[CROP_INPUT]))
    seen = keras.layers.Flatten()(small if looks_at == CROP_INPUT else inputs[LANDMARK_INPUT])
    start = keras.initializers.RandomNormal(stddev=9.0, seed=1)
    return keras.Model(inputs, keras.layers.Dense(len(LABELS), kernel_initializer=start)(seen))


def test_all_held_out_hands_are_judged_as_the_app_cuts_them() -> None:
    from training.hands.data.batches import exact_inputs
    from training.hands.validation import calibrate_on

    judged = calibrate_on(EXAMPLES, tiny_model(looks_at=CROP_INPUT), RECIPE)
    assert judged.logits.shape == (len(EXAMPLES), len(LABELS))
    assert [LABELS[index] for index in judged.truth] == [example.label for example in EXAMPLES]
    assert judged.rendered.tolist() == [example.is_rendered for example in EXAMPLES]
    for name, array in exact_inputs(EXAMPLES, RECIPE).items():
        np.testing.assert_array_equal(judged.inputs[name], array)


def test_both_questions_are_calibrated() -> None:
    from training.hands.validation import calibrate_on

    calibration = calibrate_on(EXAMPLES, tiny_model(looks_at=LANDMARK_INPUT), RECIPE).calibration
    assert calibration.intent is not None
    probabilities = calibration.probabilities(np.zeros((1, len(LABELS))), RECIPE.labels.none_index)
    assert probabilities.sum() == 1.0


def test_an_input_that_a_model_ignores_is_worth_nothing_and_one_that_decides_what_is_lost_without_it() -> None:
    """Else a model whose layers on the image have died would look like one that uses both."""
    from training.hands.validation import ValidationResult, calibrate_on

    model = tiny_model(looks_at=LANDMARK_INPUT)
    judged = calibrate_on(EXAMPLES, model, RECIPE)
    always_right = judged.logits.argmax(axis=1)
    importances = ValidationResult(
        judged.inputs, judged.logits, always_right, judged.rendered, Calibration(1.0, 0.0)
    ).permutation_importances(model, seed=0)
    assert importances[CROP_INPUT] == 0.0
    assert importances[LANDMARK_INPUT] > 0.2
