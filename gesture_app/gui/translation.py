"""Translation of what the window shows, and numbers in the person's language.

``make translations`` collects the literal texts of :func:`tr` and ``Message``. Without a translator, as in tests, all
texts are English.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from gesture_app.domain.message import Message, sentences
from gesture_app.errors import GestureAppError

_CONTEXT = ""
"""Qt's name for a group of texts: one for all, so that a term is translated once."""


def tr(source: str, singular: str = "", n: int = -1) -> str:
    """A text in the person's language; ``.format`` fills its placeholders.

    Args:
        source: A whole sentence or term in English, as a literal. Values are placeholders: ``"Ready in {seconds} s"``.
        singular: The English text for a count of 1, or a remark that tells two meanings of one word apart.
        n: The count that the text depends on; -1 for none.
    """
    text = QCoreApplication.translate(_CONTEXT, source, singular, n)
    return singular if n == 1 and text == source else text


def translated(text: str) -> str:
    """A text of code without Qt in the person's language; a text that is no ``Message`` is returned unchanged."""
    if not isinstance(text, Message):
        return text
    found = tr(text.source, text.singular, text.n)
    return found.format_map({name: _shown(value) for name, value in text.values.items()}) if text.values else found


def error_text(error: GestureAppError) -> str:
    """Message and hint of an error in the person's language."""
    return translated(sentences(*filter(None, (error.message, error.hint))))


def number(value: int) -> str:
    """A whole number with separators of thousands, for example ``"1,200"`` or ``"1.200"``."""
    return f"{value:,}".replace(",", QLocale().groupSeparator())


def decimal(value: float, digits: int = 1) -> str:
    """A number with decimals, for example ``"0.5"`` or ``"0,5"``."""
    return f"{value:.{digits}f}".replace(".", QLocale().decimalPoint())


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence, for example ``"rock, paper and Spock"``."""
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def _shown(value: object) -> str:
    if isinstance(value, int):
        return number(value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", QLocale().decimalPoint())
    return translated(value) if isinstance(value, str) else str(value)
