from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import HandCrop
from gesture_app.inference.library.manifest import CROP_INPUT, LANDMARK_INPUT
from gesture_app.vision.cropping import CropJitter, crop_hand
from tests.fakes.hand_samples import hand_example
from training.hands.data.augmentation import (
    augmented_crop,
    before_other_background,
    exact_crop,
    in_the_style_of,
    mirrored,
)
from training.hands.data.dataset import HandSample
from training.hands.recipe import parse_recipe

PLAIN: dict[str, Any] = {"name": "x", "labels": ["rock", "paper", "none"], "data": {"rendered_share": 0.25}}
RECIPE = parse_recipe(PLAIN)
OTHER = hand_example("none", seed=99)


def test_the_same_seed_varies_a_hand_alike_and_another_differently() -> None:
    example = hand_example("rock")
    first, again, other = (augmented_crop(example, OTHER, RECIPE, np.random.default_rng(s)) for s in (1, 1, 2))
    assert np.array_equal(first.image_rgb, again.image_rgb)
    assert np.array_equal(first.landmarks, again.landmarks)
    assert not np.array_equal(first.image_rgb, other.image_rgb)


def test_variation_keeps_the_hand_in_the_crop() -> None:
    for seed in range(40):
        crop = augmented_crop(hand_example("rock", seed=seed), OTHER, RECIPE, np.random.default_rng(seed))
        center = crop.landmarks[:, :2].mean(axis=0)
        assert ((center > 0.2) & (center < 0.8)).all()


def test_a_picture_takes_on_anothers_colours_and_keeps_its_shapes() -> None:
    ramp = np.linspace(40, 80, 64)
    picture = np.repeat(np.tile(ramp, (64, 1))[..., None], 3, axis=2)
    picture[20:40, 20:40] += 40
    picture = picture.astype(np.uint8)
    red = np.zeros((64, 64, 3), np.uint8)
    red[...] = (200, 60, 60)
    assert np.abs(in_the_style_of(picture, red, 0.0).astype(int) - picture).max() <= 1
    mixed = in_the_style_of(picture, red, 0.5).astype(float)
    assert mixed.mean(axis=(0, 1)) == pytest.approx((picture.mean(axis=(0, 1)) + red.mean(axis=(0, 1))) / 2, abs=2)
    inside, outside = mixed[24:36, 24:36, 1].mean(), mixed[24:36, 44:60, 1].mean()
    assert inside > outside + 5, "the bright square is still there"


def test_mixed_pictures_leave_the_landmarks_as_they_are() -> None:
    mixing = parse_recipe({**PLAIN, "data": {"mixed_amplitudes": 1.0}})
    crop = augmented_crop(hand_example("rock"), OTHER, mixing, np.random.default_rng(3))
    plain = augmented_crop(hand_example("rock"), OTHER, RECIPE, np.random.default_rng(3))
    assert np.array_equal(crop.landmarks, plain.landmarks)
    assert not np.array_equal(crop.image_rgb, plain.image_rgb)


def test_mirroring_twice_gives_the_hand_back() -> None:
    example = hand_example("rock")
    region, landmarks = mirrored(*mirrored(example.region_bgr, example.landmarks_px))
    assert np.array_equal(region, example.region_bgr)
    assert landmarks == pytest.approx(example.landmarks_px, abs=1e-4)


def test_a_mirrored_hand_is_cropped_to_the_mirror_image() -> None:
    example = hand_example("rock")
    crop = exact_crop(example, RECIPE.crop)
    flipped = crop_hand(*mirrored(example.region_bgr, example.landmarks_px), RECIPE.crop)
    assert flipped.landmarks[:, 0] == pytest.approx(1 - crop.landmarks[:, 0], abs=0.02)
    assert flipped.landmarks[:, 1] == pytest.approx(crop.landmarks[:, 1], abs=0.02)


def test_a_swapped_picture_keeps_the_skeleton_and_so_the_label() -> None:
    always = parse_recipe({**PLAIN, "data": {"swapped_pictures": 1.0}})
    example, others = hand_example("rock", seed=1), (OTHER, hand_example("paper", seed=2))
    first, second = (augmented_crop(example, other, always, np.random.default_rng(3)) for other in others)
    assert np.array_equal(first.landmarks, second.landmarks)
    assert not np.array_equal(first.image_rgb, second.image_rgb)


def test_another_background_leaves_the_hand_as_it_is() -> None:
    example = hand_example("rock")
    swapped = before_other_background(example.region_bgr, example.landmarks_px, OTHER.region_bgr)
    x, y = example.landmarks_px[9, :2].astype(int)
    around_hand = np.s_[y : y + 20, x - 10 : x + 10]
    assert np.array_equal(swapped[around_hand], example.region_bgr[around_hand])
    assert not np.array_equal(swapped[:10, :10], example.region_bgr[:10, :10])


def test_a_stretched_hand_keeps_its_landmarks_on_its_picture() -> None:
    region = np.zeros((120, 100, 3), np.uint8)
    landmarks = hand_example("rock").landmarks_px
    x, y = landmarks[9, :2].astype(int)
    region[y - 2 : y + 3, x - 2 : x + 3] = 255
    crop = crop_hand(region, landmarks, CropSpec(skeleton=False), CropJitter(stretch=1.3, shear=0.2))
    rows, columns = np.nonzero(crop.image_rgb[..., 0] > 128)
    assert [columns.mean(), rows.mean()] == pytest.approx(crop.landmarks[9, :2] * 128, abs=2)
    straight = crop_hand(region, landmarks, CropSpec(skeleton=False))
    assert not np.allclose(crop.landmarks, straight.landmarks, atol=0.02)


def test_without_the_picture_only_landmarks_are_made() -> None:
    recipe = parse_recipe({**PLAIN, "input": {"picture": False, "skeleton": False}})
    from training.hands.data.batches import exact_inputs

    example = hand_example("rock")
    inputs = exact_inputs([example], recipe)
    assert list(inputs) == [LANDMARK_INPUT]
    assert inputs[LANDMARK_INPUT][0] == pytest.approx(exact_crop(example, RECIPE.crop).landmarks, abs=1e-6)


def test_swapping_pictures_without_landmarks_is_refused() -> None:
    alone = {"skeleton": False, "landmarks": False}
    for option in ("swapped_pictures", "swapped_unseen"):
        with pytest.raises(ValueError, match="landmarks"):
            parse_recipe({"name": "x", "input": alone, "data": {option: 0.3}})


class TestSampling:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def test_hands_of_a_label_without_photos_come_with_pictures_of_photos(self) -> None:
        from training.hands.data.batches import AugmentedBatches

        def coloured(label: str, source: str, bgr: tuple[int, int, int]) -> HandSample:
            jpeg = cv2.imencode(".png", np.full((120, 100, 3), bgr, np.uint8))[1].tobytes()
            return replace(hand_example(label, source), region_jpeg=jpeg)

        blue, red = (220, 30, 30), (30, 30, 220)
        hands = [coloured(label, "photos", blue) for label in ("rock", "none") for _ in range(10)]
        hands += [coloured(label, "rendered", red) for label in ("rock", "paper", "none") for _ in range(10)]
        swapping = parse_recipe({**PLAIN, "data": {"rendered_share": 0.9, "swapped_unseen": 1.0}})
        inputs, truth = AugmentedBatches(hands, swapping, hands_per_epoch=128, batch_size=128)[0]
        colour = np.median(inputs[CROP_INPUT].astype(float), axis=(1, 2))  # some have a patch of another colour
        is_blue, is_red = colour[:, 2] > 1.6 * colour[:, 0], colour[:, 0] > 1.6 * colour[:, 2]  # more than a tint
        paper, is_rendered = truth[:, 0] == 1, truth[:, 1] == 1
        assert paper.sum() > 10
        assert is_rendered[paper].all()
        assert not is_red[paper].any(), "no photo shows paper, so its rendered hands come with other pictures"
        assert is_blue[paper].mean() > 0.5, "the rest is grey"
        assert not is_blue[is_rendered & ~paper].any(), "all others keep their own"

    def test_shares_follow_the_recipe(self) -> None:
        from training.hands.data.sampling import sampling_weights

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
        from training.hands.data.batches import AugmentedBatches

        examples = [hand_example(label, seed=n) for n, label in enumerate(("rock", "paper", "none"))]
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

        recipe = parse_recipe({**PLAIN, "data": {"prior_floor": 0.01, "label_weights": {"none": 3.0}}})
        examples = [hand_example("rock")] * 5 + [hand_example("none")] * 90
        examples += [hand_example(label, "rendered", "p") for label in ("rock", "paper", "none")]
        priors = log_priors(examples, recipe)
        assert priors is not None
        assert np.exp(priors) == pytest.approx(np.array([[0.25, 0.01, 0.75], [0.2, 0.2, 0.6]]), rel=1e-5)
        assert log_priors(examples, RECIPE) is None

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

    @pytest.mark.parametrize("kinds", [("photos", "rendered"), ("photos", "photos")], ids="-".join)
    def test_a_picture_is_swapped_for_one_of_the_other_kind_where_there_is_one(
        self, kinds: tuple[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from training.hands.data import batches

        pairs = []

        def spy(example: HandSample, other: HandSample, *_: object) -> HandCrop:
            pairs.append((example.source, other.source))
            return exact_crop(example, RECIPE.crop)

        monkeypatch.setattr(batches, "augmented_crop", spy)
        examples = [hand_example("rock", kinds[0])] * 5 + [hand_example("paper", kinds[1], "someone")]
        batches.AugmentedBatches(examples, RECIPE, hands_per_epoch=32, batch_size=32)[0]

        assert set(pairs) == {kinds, kinds[::-1]}
