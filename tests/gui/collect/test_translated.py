"""Texts that appear while samples are recorded are translated."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.pseudo_language import english_words, pseudo_language, untranslated
from tests.gui.collect.conftest import MakeStudio


def test_what_is_told_while_recording_is_translated(make_studio: MakeStudio, qtbot: QtBot) -> None:
    with pseudo_language():
        studio = make_studio()
        shown = [studio.message]
        studio.press(Qt.Key.Key_Space)
        for _ in range(3):
            studio.see()
        shown.append(studio.message)
        studio.lose_camera()
        shown.append(studio.message)
        studio.find_camera()
        studio.release(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: len(studio.services.samples.infos) > 0)
        studio.services.samples.delete([info.id for info in studio.services.samples.infos])
        window = studio.desktop.window

        assert studio.notices
        assert untranslated(window) == set()
        assert [text for text in shown if english_words(text)] == []
