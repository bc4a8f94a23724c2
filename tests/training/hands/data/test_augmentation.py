from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import HandCrop
from gesture_app.inference.library.manifest import ANGLE_INPUT, CROP_INPUT, LANDMARK_INPUT
from gesture_app.vision.cropping import CropJitter, crop_hand
from tests.fakes.hand_samples import hand_sample
from training.hands.data.augmentation import augmented_crop, augmented_landmarks, exact_crop, flip_horizontally
from training.hands.data.dataset import HandSample
from training.hands.recipe import parse_recipe

PLAIN: dict[str, Any] = {"name": "x", "labels": ["rock", "paper", "none"], "data": {"rendered_share": 0.25}}
RECIPE = parse_recipe(PLAIN)


def augmented(example: HandSample, seed: int) -> HandCrop:
    return augmented_crop(example, RECIPE, np.random.default_rng(seed))


def test_the_same_seed_varies_a_hand_alike_and_another_differently() -> None:
    example = hand_sample("rock")
    first, again, other = (augmented(example, seed) for seed in (1, 1, 2))
    assert np.array_equal(first.image_rgb, again.image_rgb)
    assert np.array_equal(first.landmarks, again.landmarks)
    assert not np.array_equal(first.image_rgb, other.image_rgb)


def test_variation_keeps_the_hand_in_the_crop() -> None:
    for seed in range(40):
        crop = augmented(hand_sample("rock", seed=seed), seed)
        center = crop.landmarks[:, :2].mean(axis=0)
        assert ((center > 0.2) & (center < 0.8)).all()


def angles_deg(example: HandSample, spread_deg: float, *, image: bool) -> np.ndarray:
    """Hand angles of many augmentations, in degrees from where the sample points."""
    recipe = parse_recipe({**PLAIN, "data": {"photo_angle_deg": spread_deg}})
    augment = augmented_crop if image else augmented_landmarks
    crops = [augment(example, recipe, np.random.default_rng(seed)) for seed in range(60)]
    return np.array([np.degrees(np.arctan2(*crop.hand_angle)) for crop in crops])


@pytest.mark.parametrize("image", [True, False])
@pytest.mark.parametrize(("source", "spread_deg"), [("photos", 40.0), ("photos", 0.0), ("rendered", 40.0)])
def test_the_angle_of_a_photo_varies_as_the_recipe_says_and_that_of_a_rendered_hand_little(
    source: str, spread_deg: float, image: bool
) -> None:
    angles = angles_deg(hand_sample("rock", source), spread_deg, image=image)
    expected = spread_deg if source == "photos" else 8.0
    assert np.std(angles) == pytest.approx(expected, rel=0.35, abs=2.5)
    assert np.mean(angles) == pytest.approx(0, abs=expected / 2 + 1)


def test_a_mirrored_hand_points_to_the_other_side() -> None:
    upright = hand_sample("rock", "rendered")
    wrist = upright.landmarks_px[0]
    tilted = upright.landmarks_px.copy()
    tilted[9] = wrist + np.array([40, -10, 0], dtype=np.float32)
    example = HandSample(upright.region_jpeg, tilted, "rock", "rendered", "rendered")
    sides = {
        flip: [
            augmented_landmarks(
                example, parse_recipe({**PLAIN, "data": {"flip_probability": flip}}), np.random.default_rng(seed)
            ).hand_angle[0]
            for seed in range(5)
        ]
        for flip in (0.0, 1.0)
    }
    assert min(sides[0.0]) > 0.5
    assert max(sides[1.0]) < -0.5


def test_landmarks_alone_are_varied_without_the_image() -> None:
    example = hand_sample("rock")
    first, again, other = (augmented_landmarks(example, RECIPE, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert not first.image_rgb.any()
    assert np.array_equal(first.landmarks, again.landmarks)
    assert not np.array_equal(first.landmarks, other.landmarks)


def test_mirroring_twice_gives_the_hand_back() -> None:
    example = hand_sample("rock")
    region, landmarks = flip_horizontally(*flip_horizontally(example.region_bgr, example.landmarks_px))
    assert np.array_equal(region, example.region_bgr)
    assert landmarks == pytest.approx(example.landmarks_px, abs=1e-4)


def test_a_mirrored_hand_is_cropped_to_the_mirror_image() -> None:
    example = hand_sample("rock")
    crop = exact_crop(example, RECIPE.crop)
    flipped = crop_hand(*flip_horizontally(example.region_bgr, example.landmarks_px), RECIPE.crop)
    assert flipped.landmarks[:, 0] == pytest.approx(1 - crop.landmarks[:, 0], abs=0.02)
    assert flipped.landmarks[:, 1] == pytest.approx(crop.landmarks[:, 1], abs=0.02)


def test_a_stretched_hand_keeps_its_landmarks_on_its_picture() -> None:
    region = np.zeros((120, 100, 3), np.uint8)
    landmarks = hand_sample("rock").landmarks_px
    x, y = landmarks[9, :2].astype(int)
    region[y - 2 : y + 3, x - 2 : x + 3] = 255
    crop = crop_hand(region, landmarks, CropSpec(), CropJitter(stretch=1.3, shear=0.2))
    rows, columns = np.nonzero(crop.image_rgb[..., 0] > 128)
    assert [columns.mean(), rows.mean()] == pytest.approx(crop.landmarks[9, :2] * 128, abs=2)
    straight = crop_hand(region, landmarks, CropSpec())
    assert not np.allclose(crop.landmarks, straight.landmarks, atol=0.02)


def test_without_the_picture_only_landmarks_are_made() -> None:
    recipe = parse_recipe({**PLAIN, "input": {"image": False}})
    from training.hands.data.batches import exact_inputs

    example = hand_sample("rock")
    inputs = exact_inputs([example], recipe)
    assert list(inputs) == [LANDMARK_INPUT]
    assert inputs[LANDMARK_INPUT][0] == pytest.approx(exact_crop(example, RECIPE.crop).landmarks, abs=1e-6)


@pytest.mark.parametrize("image", [True, False])
def test_the_angle_is_an_input_if_the_recipe_asks_for_it(image: bool) -> None:
    from training.hands.data.batches import exact_inputs

    recipe = parse_recipe({**PLAIN, "input": {"image": image, "hand_angle": True}})
    inputs = exact_inputs([hand_sample("rock"), hand_sample("paper")], recipe)
    assert set(inputs) == {LANDMARK_INPUT, ANGLE_INPUT} | ({CROP_INPUT} if image else set())
    assert inputs[ANGLE_INPUT] == pytest.approx(np.array([[0, 1], [0, 1]]), abs=1e-6)


class TestSampling:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def test_shares_follow_the_recipe(self) -> None:
        from training.hands.data.sampling import sampling_weights

        examples = [hand_sample("rock", "diligent")] * 90 + [hand_sample("rock", "other")] * 10
        examples += [hand_sample("none", "other")] * 5 + [hand_sample("paper", "rendered", "p")] * 400
        weights = sampling_weights(examples, RECIPE)
        rendered = np.array([e.is_rendered for e in examples])
        labels = np.array([e.label for e in examples])
        sources = np.array([e.source for e in examples])
        assert weights.sum() == pytest.approx(1)
        assert weights[rendered].sum() == pytest.approx(0.25)
        assert weights[labels == "rock"].sum() == pytest.approx(weights[labels == "none"].sum())
        diligent, other = (weights[(labels == "rock") & (sources == s)].sum() for s in ("diligent", "other"))
        assert diligent / other == pytest.approx(3)

    def test_batches_have_the_models_shapes_and_repeat_by_seed(self) -> None:
        from training.hands.data.batches import AugmentedBatches

        examples = [hand_sample(label, seed=n) for n, label in enumerate(("rock", "paper", "none"))]
        batches = AugmentedBatches(examples, RECIPE, hands_per_epoch=8, batch_size=4)
        inputs, truth = batches[1]
        assert len(batches) == 2
        assert inputs[CROP_INPUT].shape == (4, 128, 128, 3)
        assert inputs[CROP_INPUT].dtype == np.uint8
        assert inputs[LANDMARK_INPUT].shape == (4, 21, 3)
        assert truth.shape == (4, 2)
        assert set(truth[:, 0]) <= {0, 1, 2}
        assert set(truth[:, 1]) == {0}
        again, _ = batches[1]
        assert np.array_equal(inputs[CROP_INPUT], again[CROP_INPUT])
        batches.on_epoch_end()
        assert not np.array_equal(batches[1][0][CROP_INPUT], again[CROP_INPUT])

    def test_what_a_kind_of_hand_says_about_the_label_is_known_and_a_missing_label_is_not_impossible(self) -> None:
        from training.hands.data.sampling import log_priors

        recipe = parse_recipe({**PLAIN, "data": {"logit_adjustment_min_prior": 0.01, "label_weights": {"none": 3.0}}})
        examples = [hand_sample("rock")] * 5 + [hand_sample("none")] * 90
        examples += [hand_sample(label, "rendered", "p") for label in ("rock", "paper", "none")]
        priors = log_priors(examples, recipe)
        assert priors is not None
        assert np.exp(priors) == pytest.approx(np.array([[0.25, 0.01, 0.75], [0.2, 0.2, 0.6]]), rel=1e-5)
        assert log_priors(examples, RECIPE) is None

    def loss_of(self, logits: list[float], label: int, weight: float = 1.0) -> float:
        """Loss of one photo whose logits a model answers."""
        import keras

        from training.hands.phases import compile_model

        inputs = keras.Input((3,))
        model = keras.Model(inputs, inputs)
        recipe = parse_recipe({**PLAIN, "intent_loss_weight": weight})
        compile_model(model, keras.optimizers.SGD(), recipe, priors=None)
        return float(model.evaluate(np.array([logits], np.float32), np.array([[label, 0]]), verbose=0)[0])

    @pytest.mark.parametrize("label", [0, 1, 2])
    def test_with_equal_weights_the_loss_of_both_questions_is_the_cross_entropy(self, label: int) -> None:
        logits = [1.0, -0.5, 0.3]
        probabilities = np.exp(logits) / np.exp(logits).sum()
        assert self.loss_of(logits, label) == pytest.approx(-np.log(probabilities[label]), rel=1e-4)

    def test_the_weight_is_that_of_whether_a_gesture_is_meant(self) -> None:
        logits = [1.0, -0.5, 0.3]
        odds = np.log(np.exp(logits[:2]).sum()) - logits[2]
        of_none, of_rock = ([self.loss_of(logits, label, weight) for weight in (1.0, 3.0)] for label in (2, 0))
        assert of_none[1] == pytest.approx(3 * of_none[0], rel=1e-4)
        assert of_rock[1] - of_rock[0] == pytest.approx(2 * np.log1p(np.exp(-odds)), rel=1e-4)

    def test_the_loss_does_not_teach_that_a_kind_of_hand_lacks_a_label(self) -> None:
        import keras

        from training.hands.phases import compile_model

        def loss(priors: Any) -> float:
            logits = keras.Input((3,))
            model = keras.Model(logits, logits)
            compile_model(model, keras.optimizers.SGD(), RECIPE, priors=priors)
            undecided, photo_of_rock = np.zeros((1, 3), np.float32), np.array([[0, 0]])
            return float(model.evaluate(undecided, photo_of_rock, verbose=0)[0])

        priors = np.log([[0.5, 1e-6, 0.5], [1 / 3, 1 / 3, 1 / 3]]).astype(np.float32)
        assert loss(None) == pytest.approx(np.log(3), rel=1e-4)
        assert loss(priors) == pytest.approx(np.log(2), rel=1e-4)
