"""A language that shows which texts are not translated, and which have no room to grow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel, QLineEdit, QPlainTextEdit, QTabBar, QWidget

LONGER = 0.4
"""Share by which texts become longer. German and Spanish sentences do."""

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "àƀçđéƒĝĥîĵķĺɱñöþɋřšŧûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĹṀÑÖÞɊŘŠŦÛṼŴẊÝŽ"
)
_WORD = re.compile(r"[A-Za-z]{2,}")
_ALLOWED = re.compile(
    r"Gesture App|gesture-app\S*|pytest-qt-qapp|Desk camera|Fake, CPU|base-1|\d+ May \d+"  # names, and a date
    r"|English|Deutsch|Español"  # a language is found by its own name
    r"|Ctrl\+\S+|Esc|Space|Return|Enter|Del|Tab|Left|Right|F\d+"  # keys
    r"|TensorFlow|ONNX Runtime|MediaPipe"  # names of software
    r"|OSError|MB|python \S+ train|Qt for Python|Python|Linux|x86_64|SHA-256"  # names of software
    r"|\S*/\S+|\S+\.zip"  # files
    r"|Scroll Left|Scroll Right|Close"  # texts of Qt itself, which come with Qt in many languages
    r"|<[^>]+>|&\w+;"  # formatting
)

_KEPT = re.compile(r"\{\w*\}|%L?n|\(\*[^)]*\)|d MMM yyyy, HH:mm")
"""Placeholders, patterns of file names, and the pattern of dates."""


def pseudo(text: str) -> str:
    """A text with accents on all letters, and longer by :data:`LONGER`."""
    words, start = [], 0
    for kept in _KEPT.finditer(text):
        words += [text[start : kept.start()].translate(_ACCENTS), kept.group()]
        start = kept.end()
    accented = "".join([*words, text[start:].translate(_ACCENTS)])
    return accented + "·" * round(LONGER * len(_KEPT.sub("", text))) if _KEPT.sub("", text).strip() else accented


class PseudoLanguage(QTranslator):
    """Translates every text of the program with :func:`pseudo`."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /) -> str | None:  # type: ignore[override]
        """The pseudo text; English for the texts of Qt itself."""
        if context:
            return None
        return pseudo(disambiguation if n == 1 and disambiguation else source)

    def isEmpty(self) -> bool:  # noqa: N802
        """There is a translation of every text."""
        return False


@contextmanager
def pseudo_language(owner: QObject | None = None) -> Iterator[None]:
    """All texts that are made meanwhile are in the pseudo-language."""
    language = PseudoLanguage(owner)
    QCoreApplication.installTranslator(language)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(language)


def texts_of(widget: QWidget) -> list[str]:
    """All texts of a widget itself, those for screen readers included."""
    texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, (QLabel, QAbstractButton)):
        texts.append(widget.text())
    if isinstance(widget, QLineEdit):
        texts.append(widget.placeholderText())
    if isinstance(widget, QGroupBox):
        texts.append(widget.title())
    if isinstance(widget, QComboBox):
        texts += [widget.itemText(row) for row in range(widget.count())]
    if isinstance(widget, QTabBar):
        texts += [widget.tabText(tab) for tab in range(widget.count())]
    return texts + [action.text() for action in widget.actions() if isinstance(action, QAction)]


def widgets_in(widget: QWidget) -> list[QWidget]:
    return [widget, *widget.findChildren(QWidget)]


def english_words(text: str) -> list[str]:
    return _WORD.findall(_ALLOWED.sub("", text))


def untranslated(*roots: QWidget) -> set[str]:
    """The texts with English words. The texts of licences and libraries stay as they are."""
    shown = {
        text for root in roots for widget in widgets_in(root) if not is_foreign(widget) for text in texts_of(widget)
    }
    return {text for text in shown if english_words(text)}


def is_foreign(widget: QWidget) -> bool:
    """Whether a widget shows what others wrote: the text of a licence, or the names of libraries."""
    parent = widget.parentWidget()
    return isinstance(widget, QPlainTextEdit) or (parent is not None and parent.objectName() == "libraries")
