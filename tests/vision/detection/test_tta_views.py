from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import LANDMARK_COUNT, Hand, Handedness
from gesture_app.vision.detection.tta_views import ImageView, brightened, equalized, inverted, lifted, stretched


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("border", [0.0, 0.25, 0.5])
@pytest.mark.parametrize("size_wh", [(64, 48), (31, 77), (5, 4)])
def test_points_found_in_a_changed_view_are_mapped_back_exactly(
    size_wh: tuple[int, int], border: float, mirrored: bool
) -> None:
    """All pixels of the image differ, so that a point of the view can be found in the image by its value."""
    width, height = size_wh
    image = np.zeros((height, width, 3), np.uint8)
    image[..., 0] = np.arange(width)
    image[..., 1] = np.arange(height)[:, None]
    view = ImageView(border=border, mirrored=mirrored)
    changed = view.apply(image)
    rows, columns = np.indices(changed.shape[:2])
    # The middles of all pixels of the changed view; the outer edge of the first pixel is at 0.
    points = np.stack([columns.ravel() + 0.5, rows.ravel() + 0.5, np.full(rows.size, 7.0)], axis=1)

    undone = np.concatenate([undo(view, some, size_wh) for some in np.array_split(points, range(21, len(points), 21))])

    x, y = np.floor(undone[:, 0]).astype(int), np.floor(undone[:, 1]).astype(int)
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    assert inside.sum() == width * height
    seen = changed.reshape(-1, 3)[inside]
    np.testing.assert_array_equal(seen[:, 0], x[inside])
    np.testing.assert_array_equal(seen[:, 1], y[inside])
    assert (undone[:, 2] == 7).all()
    np.testing.assert_allclose(undone[:, :2] % 1, 0.5, atol=1e-5)


def undo(view: ImageView, points: np.ndarray, size_wh: tuple[int, int]) -> np.ndarray:  # type: ignore[type-arg]
    """Up to 21 points, as the landmarks of a hand."""
    landmarks = np.resize(points, (LANDMARK_COUNT, 3)).astype(np.float32)
    return view.undo(Hand(landmarks, Handedness.LEFT, 0.9), size_wh).landmarks_px[: len(points)]


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_other_hand_is_seen_in_a_mirror(mirrored: bool) -> None:
    seen = Hand(np.zeros((LANDMARK_COUNT, 3), np.float32), Handedness.LEFT, 0.9)

    hand = ImageView(mirrored=mirrored).undo(seen, (64, 48))

    assert hand.handedness is (Handedness.RIGHT if mirrored else Handedness.LEFT)
    assert hand.score == seen.score


def test_brightening_lifts_the_shadows_and_keeps_black_and_white() -> None:
    shades = np.array([[[0, 16, 64], [128, 254, 255]]], np.uint8)

    np.testing.assert_array_equal(brightened(shades), [[[0, 64, 128], [181, 254, 255]]])


def test_lifting_shadows_lifts_them_still_more() -> None:
    shades = np.array([[[0, 16, 64], [128, 254, 255]]], np.uint8)

    more = lifted(shades).astype(int) - brightened(shades)

    assert more.tolist() == [[[0, 33, 29], [19, 1, 0]]]


def test_stretching_makes_a_dark_image_span_all_shades_in_their_order() -> None:
    shades = np.arange(40, 90, dtype=np.uint8)
    image = np.repeat(shades, 30).reshape(50, 10, 3)

    stretched_shades = stretched(image)[:, 0, 0].astype(int)

    assert stretched_shades[0] == 0
    assert stretched_shades[-1] == 255
    assert (np.diff(stretched_shades) >= 0).all()


def test_inverting_turns_lightness_round_and_keeps_colours() -> None:
    greys = np.arange(256, dtype=np.uint8)[None, :, None].repeat(3, axis=2)
    turned = inverted(greys)[0].astype(int)
    assert (turned[0] == 255).all()
    assert (turned[255] == 0).all()
    assert (np.diff(turned, axis=0) <= 0).all()
    assert (np.ptp(turned, axis=1) <= 1).all()

    dark_skin = np.array([[[70, 42, 30]]], np.uint8)
    red, green, blue = (int(value) for value in inverted(dark_skin)[0, 0])
    assert red > green > blue
    assert red > 190


def test_equalized_all_shades_are_equally_often() -> None:
    rng = np.random.default_rng(0)
    image = rng.integers(30, 60, (40, 40, 1), dtype=np.uint8).repeat(3, axis=2)

    shades = equalized(image)[..., 0]

    counts, _ = np.histogram(shades, bins=4, range=(0, 256))
    assert counts == pytest.approx(400, rel=0.3)


@pytest.mark.parametrize("tone", [brightened, stretched, lifted, inverted, equalized])
def test_an_image_of_one_colour_has_every_view(tone: object) -> None:
    image = np.full((6, 4, 3), 90, np.uint8)

    assert ImageView(tone, border=0.25).apply(image).shape == (10, 6, 3)  # type: ignore[arg-type]


def test_the_original_is_left_as_it_is() -> None:
    image = np.arange(60, dtype=np.uint8).reshape(5, 4, 3)
    before = image.copy()

    for view in (
        ImageView(),
        ImageView(brightened),
        ImageView(stretched, mirrored=True),
        ImageView(lifted),
        ImageView(inverted),
        ImageView(equalized),
    ):
        changed = view.apply(image)
        changed[:] = 0

    np.testing.assert_array_equal(image, before)
