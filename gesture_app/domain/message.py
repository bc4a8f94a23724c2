"""Texts for people that the window translates when it shows them."""

from __future__ import annotations

from collections.abc import Mapping


class Message(str):
    """An English text that remembers its source, so that it can be shown in another language.

    Wherever it is used as a text it is the English one: in the terminal, in files, in tests. The window shows
    ``translated(message)`` (``gesture_app/gui/translation.py``). ``make translations`` collects the sources, which must
    therefore be literal.

    Args:
        source: A whole sentence or term, with placeholders in braces that :meth:`fill` fills.
        singular: The source for a count of 1, if the text depends on a count.
        n: The count.

    Attributes:
        source: As above.
        singular: As above; empty for none.
        n: The count; -1 for none.
        values: The values of the placeholders.
    """

    source: str
    singular: str
    n: int
    values: Mapping[str, object]

    def __new__(cls, source: str, singular: str = "", n: int = -1) -> Message:
        """Make a message without values."""
        return cls._of(source, singular, n, {})

    def fill(self, **values: object) -> Message:
        """The message with values for all of its placeholders. Whole numbers get separators of thousands."""
        return self._of(self.source, self.singular, self.n, values)

    @classmethod
    def _of(cls, source: str, singular: str, n: int, values: Mapping[str, object]) -> Message:
        template = singular if n == 1 and singular else source
        text = template.format_map({name: _english(value) for name, value in values.items()}) if values else template
        message = super().__new__(cls, text)
        message.source, message.singular, message.n, message.values = source, singular, n, values
        return message


def _english(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
