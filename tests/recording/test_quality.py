from __future__ import annotations

import cv2
import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame, Hand, Handedness, UInt8Array
from gesture_app.domain.samples.quality import Refusal
from gesture_app.recording.quality import (
    MIN_EXTENT_PX,
    MIN_SHARPNESS,
    appearance_of,
    check_quality,
    sharpness,
)
from tests.fakes.sample_hands import a_hand, noise

SIZE = 100.0


def textured(seed: int = 0) -> UInt8Array:
    """``(240, 320, 3)`` BGR: patches of 8 px with sharp edges, at half the maximum contrast."""
    patches = cv2.resize(noise(40, 30, seed) // 2 + 60, (320, 240), interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.GaussianBlur(patches, (0, 0), 0.8), dtype=np.uint8)


def frame_of(image_bgr: UInt8Array) -> Frame:
    return Frame(image_bgr, 0, 0.0, 0.0)


def hand_in_the_middle(size: float = SIZE) -> Hand:
    return a_hand(110, 70, size)


def blurred(image_bgr: UInt8Array, share: float) -> UInt8Array:
    return np.asarray(cv2.GaussianBlur(image_bgr, (0, 0), share * SIZE), dtype=np.uint8)


def turned(image_bgr: UInt8Array, hand: Hand, degrees: float) -> tuple[Frame, Hand]:
    around = cv2.getRotationMatrix2D(hand.center_px, degrees, 1.0)
    points = hand.landmarks_px.copy()
    points[:, :2] = points[:, :2] @ around[:, :2].T + around[:, 2]
    image = cv2.warpAffine(image_bgr, around, (320, 240))
    return frame_of(np.asarray(image, dtype=np.uint8)), Hand(points.astype(np.float32), Handedness.RIGHT, 0.9)


def test_a_large_sharp_hand_in_view_is_good() -> None:
    verdict = check_quality(frame_of(textured()), hand_in_the_middle())
    assert verdict.is_good
    assert verdict.measured == 0


def test_a_tiny_hand_is_refused() -> None:
    assert check_quality(frame_of(textured()), hand_in_the_middle(MIN_EXTENT_PX + 2)).is_good
    verdict = check_quality(frame_of(textured()), hand_in_the_middle(MIN_EXTENT_PX - 2))
    assert verdict.refusal is Refusal.TOO_SMALL
    assert verdict.measured == pytest.approx(MIN_EXTENT_PX - 2, abs=0.1)


@pytest.mark.parametrize(
    ("left", "top", "refusal"),
    [
        (-20, 70, Refusal.CUT_OFF),
        (-9, 70, Refusal.CUT_OFF),
        (0, 70, None),
        (110, -1, Refusal.CUT_OFF),
        (110, 4, None),
        (229, 70, Refusal.CUT_OFF),
        (220, 70, None),
        (110, 139, Refusal.CUT_OFF),
        (110, 137, None),
        (400, 70, Refusal.CUT_OFF),
    ],
)
def test_a_hand_at_the_edge_is_refused(left: float, top: float, refusal: Refusal | None) -> None:
    # The landmarks begin a tenth of the size from the left and from the right of where the hand is put.
    assert check_quality(frame_of(textured()), a_hand(left, top, SIZE)).refusal is refusal


def test_a_blurred_hand_is_refused() -> None:
    verdict = check_quality(frame_of(blurred(textured(), 0.05)), hand_in_the_middle())
    assert verdict.refusal is Refusal.BLURRED
    assert verdict.measured < MIN_SHARPNESS


def test_a_hand_that_moves_before_a_still_background_is_refused() -> None:
    image, hand = textured(), hand_in_the_middle()
    left, top, right, bottom = (int(side) for side in hand.box_xyxy_px)
    part = slice(top - 10, bottom + 10), slice(left - 10, right + 10)
    image[part] = blurred(image, 0.05)[part]
    assert check_quality(frame_of(image), hand).refusal is Refusal.BLURRED


def test_a_sharp_hand_before_a_blurred_background_is_good() -> None:
    sharp, hand = textured(), hand_in_the_middle()
    left, top, right, bottom = (int(side) for side in hand.box_xyxy_px)
    image = blurred(sharp, 0.05)
    image[top - 10 : bottom + 10, left - 10 : right + 10] = sharp[top - 10 : bottom + 10, left - 10 : right + 10]
    assert check_quality(frame_of(image), hand).is_good


def test_dim_light_is_no_blur() -> None:
    dim = (textured() * 0.2 + 10).astype(np.uint8)
    assert check_quality(frame_of(dim), hand_in_the_middle()).is_good


def test_sharpness_does_not_depend_on_image_size() -> None:
    image = textured()
    large = np.asarray(cv2.resize(image, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    small_hand, large_hand = hand_in_the_middle(), a_hand(440, 280, 400)
    assert sharpness(frame_of(large), large_hand) == pytest.approx(sharpness(frame_of(image), small_hand), rel=0.2)


def test_a_plain_image_has_no_sharpness() -> None:
    plain = np.full((240, 320, 3), 128, np.uint8)
    assert sharpness(frame_of(plain), hand_in_the_middle()) == 0
    assert sharpness(frame_of(textured()), a_hand(1000, 1000, SIZE)) == 0


def test_the_next_frame_of_a_still_hand_is_a_near_duplicate() -> None:
    image, hand = textured(), hand_in_the_middle()
    kept = [appearance_of(frame_of(image), hand)]
    grainy = np.clip(image + np.random.default_rng(0).normal(0, 4, image.shape), 0, 255).astype(np.uint8)
    trembling = a_hand(111, 69, SIZE + 1)
    verdict = check_quality(frame_of(grainy), trembling, kept)
    assert verdict.refusal is Refusal.NEAR_DUPLICATE
    assert check_quality(frame_of(grainy), trembling).is_good


def test_a_hand_that_only_moved_is_a_near_duplicate() -> None:
    image, hand = textured(), hand_in_the_middle()
    moved = np.roll(image, (12, -30), axis=(0, 1))
    kept = [appearance_of(frame_of(image), hand)]
    assert check_quality(frame_of(moved), a_hand(80, 82, SIZE), kept).refusal is Refusal.NEAR_DUPLICATE


def test_a_turned_hand_is_new() -> None:
    image, hand = textured(), hand_in_the_middle()
    kept = [appearance_of(frame_of(image), hand)]
    assert check_quality(*turned(image, hand, 15), kept).is_good


def test_the_same_pose_in_another_image_is_new() -> None:
    kept = [appearance_of(frame_of(textured(1)), hand_in_the_middle())]
    assert check_quality(frame_of(textured(2)), hand_in_the_middle(), kept).is_good


def test_another_pose_in_the_same_image_is_new() -> None:
    image, hand = textured(), hand_in_the_middle()
    bent = hand.landmarks_px.copy()
    bent[[12, 16]] = bent[[10, 14]]
    other = Hand(bent, Handedness.RIGHT, 0.9)
    kept = [appearance_of(frame_of(image), hand)]
    assert np.array_equal(appearance_of(frame_of(image), other).thumbnail, kept[0].thumbnail)
    assert check_quality(frame_of(image), other, kept).is_good


def test_a_hand_that_only_came_nearer_is_a_near_duplicate() -> None:
    image = textured()
    nearer = np.asarray(cv2.resize(image, None, fx=1.5, fy=1.5, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
    kept = [appearance_of(frame_of(image), hand_in_the_middle())]
    assert check_quality(frame_of(nearer), a_hand(165, 105, 1.5 * SIZE), kept).refusal is Refusal.NEAR_DUPLICATE


def test_all_recent_samples_are_compared_with() -> None:
    images = [textured(seed) for seed in range(3)]
    kept = [appearance_of(frame_of(image), hand_in_the_middle()) for image in images]
    assert check_quality(frame_of(images[0]), hand_in_the_middle(), kept).refusal is Refusal.NEAR_DUPLICATE
    assert check_quality(frame_of(textured(9)), hand_in_the_middle(), kept).is_good
