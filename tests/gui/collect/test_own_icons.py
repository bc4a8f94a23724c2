"""Gestures without a drawing have an icon all the same: on Live, in bars and labels, and in lists."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.own_icons import OwnIcons
from gesture_app.resources import ASSETS
from tests.fakes.sample_hands import InMemorySampleStore
from tests.gui.collect.conftest import MakeStudio, Studio, filled_store
from tests.gui.collect.test_labels import dialog_of

HORNS = SampleLabel.from_name("Horns")
SIDE = 48


def colors(image: QImage) -> set[int]:
    """The opaque colours of an image."""
    shown = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [shown.pixel(x, y) for x in range(shown.width()) for y in range(shown.height())]
    return {pixel for pixel in pixels if pixel >> 24 == 255}


@pytest.fixture
def own_icons(studio: Studio) -> IconSet:
    icons = IconSet(ASSETS / "icons")
    OwnIcons(icons, studio.desktop.samples, studio.desktop.images, studio.desktop)
    return icons


def test_a_gesture_that_nobody_described_has_its_letter(own_icons: IconSet) -> None:
    letter = own_icons.pixmap("gestures/horns", SIDE, "#102030").toImage()
    assert 0xFF102030 in colors(letter)
    assert letter != own_icons.pixmap("gestures/thumb_up", SIDE, "#102030").toImage()
    for odd_name in ("Thumb-Up!", " ", "手"):
        assert 0xFF102030 in colors(own_icons.pixmap(f"gestures/{odd_name}", SIDE, "#102030").toImage())
    assert not colors(own_icons.pixmap("something-else", SIDE, "#102030").toImage())


def test_the_live_page_has_no_hole_where_the_hand_should_be(studio: Studio) -> None:
    studio.desktop.show_page("Live")
    card = studio.desktop.page(LivePage).card
    card.show_gesture("horns", "", "")
    assert len(colors(card.grab().toImage())) > 1


def test_the_first_sample_is_the_picture(make_studio: MakeStudio, qtbot: QtBot) -> None:
    store: InMemorySampleStore = filled_store(horns=2)
    store.labels_chosen = BUILT_IN_LABELS.with_label(HORNS)
    studio = make_studio(store)
    icons = IconSet(ASSETS / "icons")
    own = OwnIcons(icons, studio.desktop.samples, studio.desktop.images, studio.desktop)
    assert own.picture(HORNS) is None
    with_picture = replace(HORNS, has_picture=True)
    with qtbot.waitSignal(own.changed):
        studio.desktop.samples.set_labels(BUILT_IN_LABELS.with_label(with_picture))
    qtbot.waitUntil(lambda: own.picture(with_picture) is not None)
    assert len(colors(icons.pixmap("gestures/horns", SIDE, "#102030").toImage())) > 100
    studio.desktop.samples.delete([info.id for info in store.listed()])
    assert own.picture(with_picture) is None


def test_a_picture_is_chosen_in_the_dialog(studio: Studio, qtbot: QtBot) -> None:
    studio.click(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(studio)
    dialog.name_edit.setText("Horns")
    assert not dialog.label.has_picture
    dialog.picture_box.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: studio.store.labels_chosen.get("horns") is not None)
    chosen = studio.store.labels_chosen.get("horns")
    assert chosen is not None
    assert chosen.has_picture
