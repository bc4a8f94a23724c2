from __future__ import annotations

import struct
from dataclasses import replace

import cv2
import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.samples.sample import MAX_REGION_SIDE_PX
from gesture_app.recording.hand_region import cut_region, decode_png, encode_png, png_size_wh
from gesture_app.vision.cropping import crop_hand
from tests.fakes.sample_hands import a_frame, a_hand, noise


def test_the_region_is_cut_out_bit_by_bit_with_its_landmarks() -> None:
    frame, hand = a_frame(640, 480), a_hand(200, 150, 100)
    region, inside = cut_region(frame, hand)
    # Its box is 80 x 100 px; crops of it turned by 45 degrees need some more than the square of 220 px.
    assert all(220 <= side <= 242 for side in region.shape[:2])
    left, top = (hand.landmarks_px - inside.landmarks_px)[0, :2].astype(int)
    assert np.array_equal(region, frame.image_bgr[top : top + region.shape[0], left : left + region.shape[1]])
    assert (inside.handedness, inside.score) == (hand.handedness, hand.score)
    assert not np.shares_memory(region, frame.image_bgr)


def test_there_is_room_for_wider_crops_however_slim_the_hand() -> None:
    slim = a_hand(250, 180, 110).landmarks_px.copy()
    slim[:, 0] = 320
    region, _ = cut_region(a_frame(640, 480), replace(a_hand(), landmarks_px=slim))
    assert region.shape[:2] == pytest.approx((242, 242), abs=2)


@pytest.mark.parametrize("turn_deg", range(0, 360, 15))
@pytest.mark.parametrize("turn", Turn)
def test_the_crop_can_be_cut_from_the_region_as_from_the_frame(turn_deg: float, turn: Turn) -> None:
    frame, hand = a_frame(640, 480), a_hand(250, 180, 110)
    around = cv2.getRotationMatrix2D(hand.center_px, turn_deg, 1.0)
    points = hand.landmarks_px.copy()
    points[:, :2] = points[:, :2] @ around[:, :2].T + around[:, 2]
    hand = replace(hand, landmarks_px=points.astype(np.float32))
    region, inside = cut_region(frame, hand)
    of_frame = crop_hand(frame.image_bgr, hand.landmarks_px, CropSpec(turn))
    of_region = crop_hand(region, inside.landmarks_px, CropSpec(turn))
    assert np.abs(of_frame.image_rgb.astype(int) - of_region.image_rgb).max() <= 2
    assert np.allclose(of_frame.landmarks, of_region.landmarks, atol=1e-4)


def test_a_small_hand_is_not_scaled_up() -> None:
    region, _ = cut_region(a_frame(640, 480), a_hand(200, 150, 20))
    assert 44 <= max(region.shape) <= 50


def test_a_huge_hand_is_scaled_down_with_its_landmarks() -> None:
    frame, hand = a_frame(2600, 2400), a_hand(700, 600, 1000)
    region, inside = cut_region(frame, hand)
    assert max(region.shape) == MAX_REGION_SIDE_PX
    shrunk = np.ptp(inside.landmarks_px[:, :2], axis=0) / np.ptp(hand.landmarks_px[:, :2], axis=0)
    assert shrunk == pytest.approx(MAX_REGION_SIDE_PX / 2400, abs=0.01)
    width, height = region.shape[1::-1]
    assert (inside.landmarks_px[:, :2].mean(axis=0) / [width, height]) == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(("left", "top"), [(-30, -30), (290, 200), (5000, 5000), (-5000, 20)])
def test_a_hand_beyond_the_edge_has_a_region_too(left: float, top: float) -> None:
    region, inside = cut_region(a_frame(), a_hand(left, top, 60))
    assert 0 not in region.shape
    assert np.isfinite(inside.landmarks_px).all()


def test_png_is_lossless() -> None:
    for image in (noise(31, 17), np.zeros((1, 1, 3), np.uint8)):
        content = encode_png(image)
        assert png_size_wh(content) == (image.shape[1], image.shape[0])
        assert np.array_equal(decode_png(content), image)


def test_grey_and_transparent_images_become_bgr() -> None:
    for image in (np.full((5, 4), 9, np.uint8), np.full((5, 4, 4), 9, np.uint8)):
        content = cv2.imencode(".png", image)[1].tobytes()
        assert np.array_equal(decode_png(content), np.full((5, 4, 3), 9, np.uint8))


def test_a_file_that_is_no_png_is_refused() -> None:
    whole = encode_png(noise(20, 20))
    jpeg = cv2.imencode(".jpg", noise(20, 20))[1].tobytes()
    for content in (b"", b"\x89PNG\r\n\x1a\n", jpeg, b"GIF89a" + whole, whole[:100], whole[:400] + b"!" + whole[401:]):
        with pytest.raises(ValueError, match="PNG"):
            decode_png(content)


def test_a_huge_image_is_refused_by_its_header() -> None:
    whole = encode_png(noise(20, 20))
    huge = whole[:16] + struct.pack(">II", 100_000, 100_000) + whole[24:]
    with pytest.raises(ValueError, match="100000 x 100000 px"):
        decode_png(huge)
    with pytest.raises(ValueError, match="the most is 19"):
        decode_png(whole, max_px=19)
