"""Every state can be painted, small and large, light and dark, with large text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gesture_app.domain.game.match import MatchPhase
from gesture_app.domain.game.rules import LIZARD_SPOCK
from gesture_app.gui.play.game_overlay import GameOverlay
from gesture_app.gui.play.scenes import Countdown, Scene
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.painting import WordPainter, broken, fitted, font_of_height, paint_plate, pop_scale
from gesture_app.gui.widgets.theme import Theme
from gesture_app.resources import ASSETS
from gesture_app.settings import PlayMode, PlaySettings, ThemeChoice
from tests.gui.play.conftest import Arena, MakeArena

SIZES = (QSize(800, 560), QSize(1280, 800))


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * 1.6)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def painted(arena: Arena) -> None:
    """Paint the window; Qt's warnings about painters fail the test."""
    for size in SIZES:
        arena.desktop.window.resize(size)
        image = arena.desktop.window.grab().toImage()
        assert image.width() == size.width() * image.devicePixelRatio()


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_state_of_a_match_is_painted(arena: Arena, theme: ThemeChoice) -> None:
    arena.desktop.preferences.change(theme=theme)
    painted(arena)
    arena.press(Qt.Key.Key_Space)
    for phase, label in ((MatchPhase.COUNTDOWN, "rock"), (MatchPhase.SHOOT, "rock"), (MatchPhase.MISTHROW, "none")):
        arena.see_until(phase, label)
        painted(arena)
    arena.press(Qt.Key.Key_Space)
    arena.throw("paper")
    arena.hold("paper", seconds=0.3)
    painted(arena)
    arena.press(Qt.Key.Key_Escape)
    painted(arena)


@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("mode", list(PlayMode))
def test_the_page_takes_large_text(make_arena: MakeArena, mode: PlayMode) -> None:
    arena = make_arena(PlaySettings(mode=mode, opponent="random"))
    painted(arena)
    above_the_page_px = arena.page.mapTo(arena.desktop.window, QPoint(0, 0)).y()
    assert arena.page.minimumSizeHint().height() <= SIZES[0].height() - above_the_page_px
    arena.press(Qt.Key.Key_Space)
    arena.see("rock")
    painted(arena)
    assert arena.page.minimumSizeHint().height() <= SIZES[0].height() - above_the_page_px


def test_long_texts_become_smaller_or_break(qapp: QApplication) -> None:
    font = font_of_height(qapp.font(), 40)
    text = "That was no throw: show one of the gestures clearly."
    assert fitted(font, text, 200).pixelSize() < fitted(font, text, 400).pixelSize() < font.pixelSize()
    assert broken(text, font, 2000, 10) == [text]
    first, second = broken(text, font, 200, 12)
    assert f"{first} {second}" == text
    assert broken("Oneword", font, 10, 12) == ["Oneword"]


def test_a_word_pops_up_and_comes_to_rest() -> None:
    scales = [pop_scale(step / 10, 1.0) for step in range(11)]
    assert scales[0] < 0.6
    assert max(scales) > 1.0
    assert pop_scale(5.0, 1.0) == pytest.approx(1.0)


def test_plates_stay_inside_the_image(qapp: QApplication) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    font = font_of_height(qapp.font(), 20)
    within = QRectF(0, 0, 300, 200)
    for x in (0, 150, 300):
        plate = paint_plate(painter, QPointF(x, 100), "Player 1 with a long name", font, within=within)
        assert within.contains(plate)
    WordPainter().paint(painter, QPointF(150, 50), "", font)
    painter.end()


@pytest.mark.parametrize("names", [None, ("Player 1", "Player 2")])
@pytest.mark.parametrize("index", [0, 4, 5])
def test_the_countdown_leaves_the_hands_free(
    qapp: QApplication, qtbot: QtBot, names: tuple[str, str] | None, index: int
) -> None:
    """Nothing but the line between two players is painted below the upper quarter of the image."""
    view = QWidget()
    qtbot.addWidget(view)
    gestures = LIZARD_SPOCK.gestures
    overlay = GameOverlay(view, IconSet(ASSETS / "icons"), Theme(qapp, ThemeChoice.LIGHT, view))
    for word_s in (0.0, 0.1, 0.2, 0.5):
        overlay.show(Scene(names, Countdown(gestures, (*gestures, "shoot!"), index, word_s, 0.5)))
        image = QImage(640, 480, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        overlay.paint(painter, QRectF(0, 0, 640, 480))
        painter.end()
        assert image.pixelColor(5, 5) != QColor("white")
        below = [(x, y) for x in range(0, 640, 4) for y in range(120, 480, 4) if names is None or abs(x - 320) > 8]
        assert {image.pixel(x, y) for x, y in below} == {0xFFFFFFFF}
