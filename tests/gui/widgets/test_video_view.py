from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from gesture_app.domain.frames.frame import Frame, Hand
from gesture_app.gui.widgets.frame_image import frame_to_image
from gesture_app.gui.widgets.hand_overlay import draw_labels
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.video_view import VideoView
from gesture_app.resources import ASSETS
from tests.fakes.frames import FakeClock
from tests.fakes.gui import RESOLUTION_WH, gray_image, hand_at, result_of

RED_BGR, BLUE_BGR = (0, 0, 255), (255, 0, 0)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(100.0)


@pytest.fixture
def view(qtbot: QtBot, clock: FakeClock) -> VideoView:
    view = VideoView(IconSet(ASSETS / "icons"), clock)
    qtbot.addWidget(view)
    view.resize(640, 640)
    return view


def red_and_blue() -> np.ndarray:
    image = gray_image()
    image[:, : RESOLUTION_WH[0] // 2] = RED_BGR
    image[:, RESOLUTION_WH[0] // 2 :] = BLUE_BGR
    return image


def color_at(view: VideoView, x: int, y: int) -> QColor:
    image = view.grab().toImage()
    return image.pixelColor(round(x * image.devicePixelRatio()), round(y * image.devicePixelRatio()))


def test_the_frame_keeps_its_aspect_ratio_and_colours(view: VideoView) -> None:
    view.set_frame(Frame(red_and_blue(), 0, 0.0, 0.0))
    assert view.image_rect() == QRectF(0, 80, 640, 480)
    assert color_at(view, 100, 320) == QColor("red")
    assert color_at(view, 540, 320) == QColor("blue")
    assert color_at(view, 320, 40).lightness() < 20


def test_mirroring_flips_the_frame(view: VideoView) -> None:
    view.set_frame(Frame(red_and_blue(), 0, 0.0, 0.0))
    view.set_mirror(True)
    assert color_at(view, 100, 320) == QColor("blue")
    assert color_at(view, 540, 320) == QColor("red")
    assert view.to_view(0, 0, RESOLUTION_WH) == QPointF(640, 80)
    view.set_mirror(False)
    assert view.to_view(0, 0, RESOLUTION_WH) == QPointF(0, 80)


def test_mirroring_leaves_text_readable(view: VideoView) -> None:
    """The hand is in the middle, so its label has the same position either way and must be equal pixel by pixel."""
    middle = hand_at((RESOLUTION_WH[0] - 16) / 2, 20)
    view.set_frame(Frame(gray_image(), 0, 0.0, 0.0))
    view.set_result(result_of((middle, "scissors")))
    plain = view.grab().toImage()
    view.set_mirror(True)
    mirrored = view.grab().toImage()
    assert plain != mirrored
    label = QRectF(160, 200, 320, 70).toRect()
    assert plain.copy(label) == mirrored.copy(label)
    assert plain.copy(label) != plain.copy(label).flipped()


def label_rects(*hands: Hand) -> list[QRectF]:
    canvas = QImage(640, 480, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    rects = draw_labels(
        painter,
        result_of(*((hand, "scissors") for hand in hands)).hands,
        lambda x, y: QPointF(x * 10, y * 10),
        image_rect=QRectF(0, 0, 640, 480),
        font=QFont(),
        icons=IconSet(ASSETS / "icons"),
    )
    painter.end()
    return rects


@pytest.mark.parametrize("corner", [(0, 0), (60, 0), (0, 44), (60, 44), (-30, -30), (90, 70)])
def test_a_label_stays_inside_the_frame(qapp: object, corner: tuple[float, float]) -> None:
    (rect,) = label_rects(hand_at(*corner))
    assert QRectF(0, 0, 640, 480).contains(rect)


@pytest.mark.parametrize("corner", [(20, 20), (21, 19), (0, 0), (0, 40)])
def test_labels_do_not_cover_each_other(qapp: object, corner: tuple[float, float]) -> None:
    one, other = label_rects(hand_at(20, 20), hand_at(*corner))
    assert not one.intersects(other)


def test_the_image_outlives_the_array(qapp: object) -> None:
    image = red_and_blue()
    shown = frame_to_image(Frame(image, 0, 0.0, 0.0))
    image[:] = 0
    assert shown.pixelColor(0, 0) == QColor("red")


def test_slices_of_larger_arrays_are_converted(qapp: object) -> None:
    wide = np.zeros((48, 128, 3), np.uint8)
    wide[:, :64] = red_and_blue()
    for image, first in ((wide[:, :64], "red"), (wide[:, 63::-1], "blue")):
        assert frame_to_image(Frame(image, 0, 0.0, 0.0)).pixelColor(0, 0) == QColor(first)


def test_the_latency_is_measured_once_for_each_result_on_the_screen(view: VideoView, clock: FakeClock) -> None:
    view.set_frame(Frame(gray_image(), 0, 0.0, 99.0))
    view.set_result(result_of((hand_at(20, 20), "rock"), captured_s=99.0))
    clock.now_s = 99.04
    view.grab()
    clock.now_s = 99.90
    view.grab()
    percentiles = view.latency.percentiles()
    assert percentiles is not None
    assert percentiles.p50_ms == pytest.approx(40)
    assert percentiles.p95_ms == pytest.approx(40)
    view.clear()
    assert view.latency.percentiles() is None


def test_a_message_dims_the_frame_and_hides_the_hands(view: VideoView) -> None:
    view.set_frame(Frame(gray_image(200), 0, 0.0, 0.0))
    view.set_result(result_of((hand_at(20, 16), "rock")))
    with_hands = view.grab().toImage()
    view.set_message("Reconnecting…")
    assert color_at(view, 60, 320).lightness() < 120
    view.set_result(None)
    assert view.grab().toImage() != with_hands
    assert view.accessibleDescription() == "Reconnecting…"
