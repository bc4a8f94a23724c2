from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.crop_spec import CropSpec
from gesture_app.inference.manifest import CROP_INPUT, LANDMARK_INPUT
from tests.training.examples import hand_example
from training.augment import augmented_crop, exact_crop, mirrored
from training.recipe import parse_recipe

RECIPE = parse_recipe({"name": "x", "labels": ["rock", "paper", "none"], "data": {"rendered_share": 0.25}})


def test_the_same_seed_varies_a_hand_alike_and_another_differently() -> None:
    example = hand_example("rock")
    first, again, other = (augmented_crop(example, RECIPE.crop, np.random.default_rng(s)) for s in (1, 1, 2))
    assert np.array_equal(first.image_rgb, again.image_rgb)
    assert np.array_equal(first.landmarks, again.landmarks)
    assert not np.array_equal(first.image_rgb, other.image_rgb)


def test_variation_keeps_the_hand_in_the_crop() -> None:
    for seed in range(40):
        crop = augmented_crop(hand_example("rock", seed=seed), RECIPE.crop, np.random.default_rng(seed))
        center = crop.landmarks[:, :2].mean(axis=0)
        assert ((center > 0.2) & (center < 0.8)).all()


def test_mirroring_twice_gives_the_hand_back() -> None:
    example = hand_example("rock")
    region, landmarks = mirrored(*mirrored(example.region_bgr, example.landmarks_px))
    assert np.array_equal(region, example.region_bgr)
    assert landmarks == pytest.approx(example.landmarks_px, abs=1e-4)


def test_a_mirrored_hand_is_cropped_to_the_mirror_image() -> None:
    example = hand_example("rock")
    crop = exact_crop(example, RECIPE.crop)
    from gesture_app.vision.cropping import crop_hand

    flipped = crop_hand(*mirrored(example.region_bgr, example.landmarks_px), RECIPE.crop)
    assert flipped.landmarks[:, 0] == pytest.approx(1 - crop.landmarks[:, 0], abs=0.02)
    assert flipped.landmarks[:, 1] == pytest.approx(crop.landmarks[:, 1], abs=0.02)


def test_a_swapped_picture_keeps_the_skeleton_and_so_the_label() -> None:
    drawn = CropSpec(skeleton=True)
    example, other = hand_example("rock", seed=1), hand_example("paper", seed=2)
    own, swapped = (augmented_crop(example, drawn, np.random.default_rng(3), picture) for picture in (None, other))
    assert np.array_equal(own.landmarks, swapped.landmarks)
    assert not np.array_equal(own.image_rgb, swapped.image_rgb)


def test_swapping_pictures_without_a_skeleton_is_refused() -> None:
    with pytest.raises(ValueError, match="skeleton"):
        parse_recipe({"name": "x", "input": {"skeleton": False}, "data": {"swapped_pictures": 0.3}})


class TestSampling:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def test_shares_follow_the_recipe(self) -> None:
        from training.batches import sampling_weights

        examples = [hand_example("rock", "diligent")] * 90 + [hand_example("rock", "other")] * 10
        examples += [hand_example("none", "other")] * 5 + [hand_example("paper", "rendered", "p")] * 400
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
        from training.batches import AugmentedBatches

        examples = [hand_example(label, seed=n) for n, label in enumerate(("rock", "paper", "none"))]
        batches = AugmentedBatches(examples, RECIPE, hands_per_epoch=8, batch_size=4)
        inputs, labels = batches[1]
        assert len(batches) == 2
        assert inputs[CROP_INPUT].shape == (4, 128, 128, 3)
        assert inputs[CROP_INPUT].dtype == np.uint8
        assert inputs[LANDMARK_INPUT].shape == (4, 21, 3)
        assert set(labels) <= {0, 1, 2}
        again, _ = batches[1]
        assert np.array_equal(inputs[CROP_INPUT], again[CROP_INPUT])
        batches.on_epoch_end()
        assert not np.array_equal(batches[1][0][CROP_INPUT], again[CROP_INPUT])
