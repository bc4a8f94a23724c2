from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gesture_app.desktop.language import use_language
from gesture_app.domain.message import Message
from gesture_app.gui.translation import decimal, listed, number, tr, translated
from gesture_app.settings import Language


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    use_language(qapp, Language.GERMAN)
    yield
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_texts_are_english_without_a_translator() -> None:
    texts = [tr("{count} samples", "{count} sample", n).format(count=number(n)) for n in (1, 1200)]

    assert texts == ["1 sample", "1,200 samples"]
    assert (decimal(0.25, 2), listed(["a", "b", "c"])) == ("0.25", "a, b and c")


@pytest.mark.usefixtures("german")
def test_a_chosen_language_is_used_for_texts_numbers_and_qts_own_texts() -> None:
    assert tr("Cancel") == "Abbrechen"
    assert (number(1200), decimal(0.5)) == ("1.200", "0,5")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_a_message_is_translated_with_its_values() -> None:
    rock = Message("rock")

    assert translated(Message("Perhaps {gesture}").fill(gesture=rock)) == "Vielleicht Stein"
    assert translated(Message("{start} s to {end} s").fill(start=0.5, end=2)) == "0,5 s bis 2 s"
    assert translated("rock") == "rock"


def test_english_is_used_for_a_language_that_is_not_translated(qapp: QApplication, tmp_path: Path) -> None:
    before = QLocale()

    use_language(qapp, Language.SPANISH, folder=tmp_path)

    assert QLocale().language() == QLocale.Language.English
    assert qapp.findChildren(QTranslator) == []
    QLocale.setDefault(before)
