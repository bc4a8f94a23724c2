from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import FrameResult, Hand, Handedness, HandReading, Prediction, UInt8Array
from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE, GestureSet
from gesture_app.domain.frames.hand_topology import FINGER_RGB, PALM_RGB
from gesture_app.gui.widgets.theme import FINGER_COLORS, PALM_COLOR
from gesture_app.vision.overlay import draw_result

LABELS = GestureSet((*FIVE_GESTURES, NONE))
GREY = np.full((480, 640, 3), 100, np.uint8)


def result_with(*centers_px: tuple[float, float], gesture: str = "rock") -> FrameResult:
    readings = []
    for number, center_px in enumerate(centers_px):
        points = np.zeros((21, 3), np.float32)
        points[:, :2] = np.random.default_rng(number).uniform(-40, 40, (21, 2)) + center_px
        probabilities = np.array([0.9, 0.02, 0.02, 0.02, 0.02, 0.02], np.float32)
        prediction = Prediction(LABELS, probabilities)
        readings.append(HandReading(Hand(points, Handedness.LEFT, 0.9), prediction, number, gesture))
    return FrameResult(0, 0.0, 0.0, (640, 480), tuple(readings), gesture)


def changed(image_bgr: UInt8Array) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.asarray((image_bgr != GREY).any(axis=2))


def test_the_frame_itself_stays_as_it_was() -> None:
    frame = GREY.copy()
    frame.setflags(write=False)

    drawn = draw_result(frame, result_with((320, 240)))

    assert (frame == 100).all()
    assert drawn.shape == frame.shape
    assert changed(drawn).any()


def test_each_hand_is_drawn_where_it_is() -> None:
    marks = changed(draw_result(GREY, result_with((150, 300), (500, 300))))

    assert marks[260:340, 110:190].any()
    assert marks[260:340, 460:540].any()
    assert not marks[100:400, 300:400].any()


def test_bones_have_the_colours_of_the_window_and_its_label_a_dark_plate() -> None:
    drawn = draw_result(GREY, result_with((320, 240)))

    colours = {tuple(map(int, bgr)) for bgr in drawn.reshape(-1, 3)}
    for rgb in (*FINGER_RGB.values(), PALM_RGB):
        assert tuple(reversed(rgb)) in colours
        assert "#{:02x}{:02x}{:02x}".format(*rgb) in {*FINGER_COLORS.values(), PALM_COLOR}
    hand_top = 200
    assert (drawn[:hand_top, 250:400].sum(axis=2) < 150).sum() > 1000


def test_labels_of_two_hands_in_one_place_stand_apart() -> None:
    one = changed(draw_result(GREY, result_with((320, 240))))
    two = changed(draw_result(GREY, result_with((320, 240), (320, 240))))

    assert (two & ~one).sum() > 1500


def test_the_gesture_of_the_frame_stands_in_the_corner() -> None:
    rock = changed(draw_result(GREY, result_with()))
    nothing = changed(draw_result(GREY, result_with(gesture="none")))

    assert nothing[:60, :300].sum() > rock[:60, :300].sum() > 0  # "No gesture" is longer than "Rock"
    assert not rock[100:].any()


@pytest.mark.parametrize("center_px", [(320, 600), (320, -200), (900, 240), (-300, 240), (5000, 5000)])
def test_the_text_stays_inside_the_image_if_the_hand_leaves_it(center_px: tuple[float, float]) -> None:
    with_hand = changed(draw_result(GREY, result_with(center_px)))
    without = changed(draw_result(GREY, result_with()))

    assert (with_hand & ~without).sum() > 300


@pytest.mark.parametrize("resolution_wh", [(1, 1), (16, 16), (3000, 40)])
def test_odd_sizes_can_be_drawn_on(resolution_wh: tuple[int, int]) -> None:
    frame = np.zeros((resolution_wh[1], resolution_wh[0], 3), np.uint8)
    result = FrameResult(0, 0.0, 0.0, resolution_wh, result_with((5, 5)).hands, "rock")

    assert draw_result(frame, result).shape == frame.shape
