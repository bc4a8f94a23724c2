from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.frame import CROP_SIZE_PX, Frame, Hand, Handedness, UInt8Array
from gesture_app.domain.frames.hand_topology import MIDDLE_KNUCKLE, WRIST
from gesture_app.vision.cropping import CropJitter, HandCropper, crop_hand, hand_angle

Points = npt.NDArray[np.float32]

UPRIGHT = CropSpec(Turn.UPRIGHT)
AS_SEEN = CropSpec(Turn.AS_SEEN)

MARKS_BGR = {WRIST: (255, 0, 0), MIDDLE_KNUCKLE: (0, 255, 0), 4: (0, 0, 255), 20: (0, 255, 255)}
"""Landmarks that are painted as discs, each in a colour of its own."""


def hand_points(center_px: tuple[float, float], size_px: float = 100.0, turn_deg: float = 0.0) -> Points:
    """An open hand: the wrist below, the fingers as a fan above, turned clockwise about its centre."""
    points = np.zeros((21, 3))
    points[WRIST] = (0, 0.5, 0)
    for finger in range(5):
        direction = math.radians(-60 + 30 * finger)
        for joint in range(4):
            reach = 0.35 + 0.15 * joint
            points[1 + 4 * finger + joint] = (
                reach * math.sin(direction),
                0.4 - reach * math.cos(direction),
                0.1 * joint,
            )
    points *= size_px
    angle = math.radians(turn_deg)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    points[:, :2] = points[:, :2] @ turn.T + center_px
    return points.astype(np.float32)


def marked(points: Points, resolution_wh: tuple[int, int] = (640, 480), radius_px: float = 6) -> UInt8Array:
    """A grey image with the marks."""
    image = np.full((resolution_wh[1], resolution_wh[0], 3), 90, np.uint8)
    for index, colour in MARKS_BGR.items():
        at = np.round(points[index, :2] * 16).astype(int)
        cv2.circle(image, (int(at[0]), int(at[1])), round(radius_px * 16), colour, -1, cv2.LINE_AA, 4)
    return image


def mark_px(crop_rgb: UInt8Array, index: int) -> tuple[float, float]:
    """Where in the crop the mark's middle is, x and y."""
    colour_rgb = np.array(MARKS_BGR[index][::-1], float)
    distance = np.abs(crop_rgb - colour_rgb).sum(axis=2)
    weight = np.clip(1 - distance / 200, 0, 1)
    assert weight.sum() > 3, f"mark {index} is not in the crop"
    rows, columns = np.indices(weight.shape)
    return float((columns * weight).sum() / weight.sum()), float((rows * weight).sum() / weight.sum())


def scenery(resolution_wh: tuple[int, int] = (640, 480), seed: int = 3) -> UInt8Array:
    """Soft coloured clouds: a turned or scaled copy differs from them by little."""
    width, height = resolution_wh
    noise = np.random.default_rng(seed).integers(0, 256, (height // 20, width // 20, 3), dtype=np.uint8)
    large = cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.GaussianBlur(large, (0, 0), 4), dtype=np.uint8)


def difference(a: UInt8Array, b: UInt8Array) -> float:
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


@pytest.mark.parametrize("spec", [UPRIGHT, AS_SEEN, CropSpec(Turn.UPRIGHT, scale=2.2)])
@pytest.mark.parametrize("turn_deg", [0, 37, 90, 180, -135])
@pytest.mark.parametrize("size_px", [70, 128, 300])
def test_content_and_landmarks_move_together(spec: CropSpec, turn_deg: float, size_px: float) -> None:
    points = hand_points((320, 240), size_px, turn_deg)

    crop = crop_hand(marked(points, radius_px=size_px / 16), points, spec)

    for index in MARKS_BGR:
        expected = crop.landmarks[index, :2] * CROP_SIZE_PX
        assert mark_px(crop.image_rgb, index) == pytest.approx(tuple(expected), abs=0.7)


@pytest.mark.parametrize("turn_deg", range(-180, 180, 30))
def test_upright_hands_point_up(turn_deg: float) -> None:
    points = hand_points((320, 240), turn_deg=turn_deg)

    landmarks = crop_hand(marked(points), points, UPRIGHT).landmarks

    along = landmarks[MIDDLE_KNUCKLE, :2] - landmarks[WRIST, :2]
    assert along[0] == pytest.approx(0, abs=1e-4)
    assert along[1] < -0.1


@pytest.mark.parametrize("turn_deg", [30, 90, 200])
def test_a_rotated_image_gives_the_same_upright_crop(turn_deg: float) -> None:
    image, points = scenery(), hand_points((320, 240), 120)
    turn = cv2.getRotationMatrix2D((320, 240), -turn_deg, 1.0)
    turned = np.asarray(cv2.warpAffine(image, turn, (640, 480), borderMode=cv2.BORDER_REPLICATE), np.uint8)

    straight = crop_hand(image, points, UPRIGHT)
    from_turned = crop_hand(turned, hand_points((320, 240), 120, turn_deg), UPRIGHT)

    np.testing.assert_allclose(from_turned.landmarks, straight.landmarks, atol=1e-4)
    assert difference(from_turned.image_rgb, straight.image_rgb) < 1.0
    assert straight.image_rgb.std() > 20


def test_as_seen_does_not_turn() -> None:
    points = hand_points((320, 240), 120, turn_deg=70)

    landmarks = crop_hand(scenery(), points, AS_SEEN).landmarks

    in_frame = points[:, :2] - points[:, :2].mean(axis=0)
    in_crop = landmarks[:, :2] - landmarks[:, :2].mean(axis=0)
    np.testing.assert_allclose(in_crop / np.abs(in_crop).max(), in_frame / np.abs(in_frame).max(), atol=1e-4)


@pytest.mark.parametrize("turn", Turn)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
def test_the_landmarks_fill_their_share_of_the_crop_and_sit_in_its_middle(turn: Turn, scale: float) -> None:
    points = hand_points((320, 240), turn_deg=25)

    xy = crop_hand(scenery(), points, CropSpec(turn, scale)).landmarks[:, :2]

    extent = xy.max(axis=0) - xy.min(axis=0)
    assert extent.max() == pytest.approx(1 / scale, abs=1e-4)
    np.testing.assert_allclose((xy.max(axis=0) + xy.min(axis=0)) / 2, 0.5, atol=1e-4)


def test_depth_is_on_the_scale_of_the_crop() -> None:
    points = hand_points((320, 240), 100, turn_deg=40)

    landmarks = crop_hand(scenery(), points, UPRIGHT).landmarks

    per_crop = np.linalg.norm(points[MIDDLE_KNUCKLE, :2] - points[WRIST, :2]) / np.linalg.norm(
        landmarks[MIDDLE_KNUCKLE, :2] - landmarks[WRIST, :2]
    )
    np.testing.assert_allclose(landmarks[:, 2], points[:, 2] / per_crop, atol=1e-5)
    assert landmarks.dtype == np.float32


@pytest.mark.parametrize("zoom", [0.5, 0.8, 1.3, 2.0, 3.3, 6.0])
def test_an_image_of_another_size_gives_the_same_crop(zoom: float) -> None:
    image, points = scenery(), hand_points((300, 260), 110, turn_deg=20)
    size_wh = (round(640 * zoom), round(480 * zoom))
    way = cv2.INTER_AREA if zoom < 1 else cv2.INTER_CUBIC
    scaled = np.asarray(cv2.resize(image, size_wh, interpolation=way), np.uint8)
    # Pixel centres: the middle of the first pixel is at 0, its edge at -0.5.
    scaled_points = points * np.float32(zoom)
    scaled_points[:, :2] += (zoom - 1) / 2

    reference = crop_hand(image, points, UPRIGHT)
    crop = crop_hand(scaled, scaled_points, UPRIGHT)

    np.testing.assert_allclose(crop.landmarks, reference.landmarks, atol=1e-4)
    assert difference(crop.image_rgb, reference.image_rgb) < 1.5


@pytest.mark.parametrize("zoom", [2.0, 3.3, 6.0])
def test_fine_patterns_of_large_hands_turn_grey_rather_than_into_stripes(zoom: float) -> None:
    side = round(CROP_SIZE_PX * zoom / 1.5)
    rows, columns = np.indices((1000, 1200))
    board = (((rows + columns) % 2) * 255).astype(np.uint8)[..., None].repeat(3, axis=2)

    crop = crop_hand(board, hand_points((600, 500), side, turn_deg=13), UPRIGHT)

    assert crop.image_rgb.std() < 12
    assert crop.image_rgb.mean() == pytest.approx(127, abs=3)


def test_beyond_the_edge_the_edge_goes_on() -> None:
    image = np.full((480, 640, 3), 50, np.uint8)
    image[:, 0] = (0, 0, 255)

    crop = crop_hand(image, hand_points((10, 240), 60), AS_SEEN).image_rgb

    assert (crop[:, :50] == (255, 0, 0)).all()
    assert (crop[:, 90:] == 50).all()


@pytest.mark.parametrize(
    ("center_px", "corner_yx"), [((-3000, -3000), (0, 0)), ((4000, 4000), (-1, -1)), ((4000, -3000), (0, -1))]
)
@pytest.mark.parametrize("size_px", [60, 900])
def test_a_hand_wholly_outside_shows_the_nearest_corner(
    center_px: tuple[float, float], corner_yx: tuple[int, int], size_px: float
) -> None:
    image = scenery()

    crop = crop_hand(image, hand_points(center_px, size_px), UPRIGHT)

    assert (np.abs(crop.image_rgb.astype(int) - image[corner_yx][::-1].astype(int)) <= 6).all()


@pytest.mark.parametrize("resolution_wh", [(1, 1), (1, 480), (3, 2), (17, 9)])
def test_tiny_images_can_be_cropped(resolution_wh: tuple[int, int]) -> None:
    width, height = resolution_wh
    image = np.full((height, width, 3), 200, np.uint8)

    for size_px in (1, 50, 2000):
        assert (crop_hand(image, hand_points((width / 2, height / 2), size_px), UPRIGHT).image_rgb == 200).all()


def test_points_that_are_all_the_same_are_no_trouble() -> None:
    points = np.full((21, 3), 100, np.float32)

    crop = crop_hand(scenery(), points, UPRIGHT)

    np.testing.assert_allclose(crop.landmarks[:, :2], 0.5, atol=1e-6)
    assert crop.image_rgb.shape == (CROP_SIZE_PX, CROP_SIZE_PX, 3)


@pytest.mark.parametrize("way", ["mirrored", "upside down", "every other", "colours reversed", "fortran"])
def test_the_layout_in_memory_does_not_matter(way: str) -> None:
    image = scenery()
    view = {
        "mirrored": image[:, ::-1],
        "upside down": image[::-1],
        "every other": image[::2, ::2],
        "colours reversed": image[:, :, ::-1],
        "fortran": np.asfortranarray(image),
    }[way]
    points = hand_points((160, 120), 80)

    crop = crop_hand(view, points, UPRIGHT)

    np.testing.assert_array_equal(crop.image_rgb, crop_hand(np.ascontiguousarray(view), points, UPRIGHT).image_rgb)


def test_image_and_landmarks_are_not_written_to() -> None:
    image, points = scenery(), hand_points((320, 240), 300)
    before = image.copy(), points.copy()
    image.setflags(write=False)
    points.setflags(write=False)

    crop_hand(image, points, UPRIGHT)

    np.testing.assert_array_equal(image, before[0])
    np.testing.assert_array_equal(points, before[1])


def test_jitter_turns_clockwise() -> None:
    points = hand_points((320, 240))

    landmarks = crop_hand(scenery(), points, UPRIGHT, CropJitter(turn_rad=math.radians(30))).landmarks

    along = landmarks[MIDDLE_KNUCKLE, :2] - landmarks[WRIST, :2]
    assert math.degrees(math.atan2(along[0], -along[1])) == pytest.approx(30, abs=0.01)


def test_jitter_zooms_out_and_shifts() -> None:
    points = hand_points((320, 240))
    exact = crop_hand(scenery(), points, UPRIGHT).landmarks

    wide = crop_hand(scenery(), points, UPRIGHT, CropJitter(zoom=2.0)).landmarks
    moved = crop_hand(scenery(), points, UPRIGHT, CropJitter(shift_xy=(0.1, -0.2))).landmarks

    np.testing.assert_allclose(wide[:, :2] - 0.5, (exact[:, :2] - 0.5) / 2, atol=1e-5)
    np.testing.assert_allclose(moved[:, :2] - exact[:, :2], np.broadcast_to((0.1, -0.2), (21, 2)), atol=1e-5)


def test_marks_are_at_the_landmarks_with_jitter_too() -> None:
    points = hand_points((320, 240), 120, turn_deg=50)
    jitter = CropJitter(turn_rad=0.4, zoom=1.2, shift_xy=(0.05, -0.04))

    crop = crop_hand(marked(points, radius_px=8), points, UPRIGHT, jitter)

    for index in MARKS_BGR:
        expected = crop.landmarks[index, :2] * CROP_SIZE_PX
        assert mark_px(crop.image_rgb, index) == pytest.approx(tuple(expected), abs=0.7)


def test_the_cropper_cuts_as_its_model_asks() -> None:
    image, points = scenery(), hand_points((320, 240), turn_deg=60)
    frame, hand = Frame(image, 0, 0.0, 0.0), Hand(points, Handedness.LEFT, 0.9)
    spec = CropSpec(Turn.AS_SEEN, scale=2.0)

    crop = HandCropper(spec)(frame, hand)

    np.testing.assert_array_equal(crop.image_rgb, crop_hand(image, points, spec).image_rgb)


@pytest.mark.parametrize(
    ("turn_deg", "angle"), [(0, (0, 1)), (90, (1, 0)), (180, (0, -1)), (-90, (-1, 0)), (45, (0.5**0.5, 0.5**0.5))]
)
@pytest.mark.parametrize("spec", [UPRIGHT, AS_SEEN])
def test_a_crop_says_where_the_hand_points_in_the_frame(
    spec: CropSpec, turn_deg: float, angle: tuple[float, float]
) -> None:
    points = hand_points((320, 240), 100, turn_deg)
    assert hand_angle(points) == pytest.approx(angle, abs=1e-5)
    assert crop_hand(scenery(), points, spec).hand_angle == pytest.approx(angle, abs=1e-5)


def test_noise_of_the_crop_leaves_the_angle_in_the_frame() -> None:
    points = hand_points((320, 240), 100, 30)
    crop = crop_hand(scenery(), points, UPRIGHT, CropJitter(turn_rad=0.5, zoom=1.2))
    assert crop.hand_angle == pytest.approx(hand_angle(points))
    assert crop.hand_angle.dtype == np.float32


def test_a_hand_whose_wrist_lies_on_its_knuckle_counts_as_upright() -> None:
    points = hand_points((320, 240))
    points[MIDDLE_KNUCKLE] = points[WRIST]
    assert hand_angle(points).tolist() == [0.0, 1.0]
