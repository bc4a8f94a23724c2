"""A language that shows which texts are not translated, and which have no room to grow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

LONGER = 0.4
"""Share by which texts become longer. German and Spanish sentences do."""

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "àƀçđéƒĝĥîĵķĺɱñöþɋřšŧûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĹṀÑÖÞɊŘŠŦÛṼŴẊÝŽ"
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
