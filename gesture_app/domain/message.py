"""Texts for people that the window translates when it shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


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
        """The message with values for all of its placeholders. Numbers are written as people do: ``1,200``, ``0.5``."""
        return self._of(self.source, self.singular, self.n, values)

    @classmethod
    def _of(cls, source: str, singular: str, n: int, values: Mapping[str, object]) -> Message:
        template = singular if n == 1 and singular else source
        text = template.format_map({name: _english(value) for name, value in values.items()}) if values else template
        message = super().__new__(cls, text)
        message.source, message.singular, message.n, message.values = source, singular, n, values
        return message


def sentences(*texts: str) -> Message:
    """Several texts one after another, each translated by itself."""
    values = {f"text_{number}": text for number, text in enumerate(texts)}
    return Message._of(" ".join(f"{{{name}}}" for name in values), "", -1, values)


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence, for example ``"rock, paper and Spock"``."""
    *first, last = names
    if not first:
        return last
    earlier = first[0]
    for name in first[1:]:
        earlier = Message("{names}, {name}").fill(names=earlier, name=name)
    return Message("{names} and {last}").fill(names=earlier, last=last)


def one_of(names: Sequence[str]) -> str:
    """Names of which one is meant, for example ``"rock or paper"``."""
    *first, last = names
    return Message("{names} or {last}").fill(names=", ".join(first), last=last) if first else last


def _english(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) else str(value)
