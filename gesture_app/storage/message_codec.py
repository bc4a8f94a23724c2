"""Sources of messages as JSON beside their English texts, so that what another process told or saved is translated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from gesture_app.domain.message import Message
from gesture_app.storage.decoding import DecodingError, decode


def sources_of(texts: Sequence[str]) -> list[dict[str, Any] | None]:
    """The source of each text that is a message, with its values; None for the others."""
    return [_to_plain(text) if isinstance(text, Message) else None for text in texts]


def with_sources(texts: Sequence[str], sources: object) -> tuple[str, ...]:
    """Texts as the messages that they were before they were told or saved.

    Args:
        texts: The English texts.
        sources: The result of :func:`sources_of`, from JSON; None and everything else that does not fit has no effect.
    """
    if not isinstance(sources, list) or len(sources) != len(texts):
        return tuple(texts)
    return tuple(_with_source(text, source) for text, source in zip(texts, sources, strict=True))


@dataclass(frozen=True)
class _SavedMessage:
    source: str
    singular: str = ""
    n: int = -1
    values: dict[str, Any] = field(default_factory=dict)


def _with_source(text: str, source: object) -> str:
    try:
        message = _from_plain(source)
    except (DecodingError, LookupError, ValueError, AttributeError, RecursionError):
        return text
    return message if message == text else text


def _to_plain(message: Message) -> dict[str, Any]:
    values = {
        name: _to_plain(value)
        if isinstance(value, Message)
        else value
        if isinstance(value, int | float)
        else str(value)
        for name, value in message.values.items()
    }
    return {"source": message.source, "singular": message.singular, "n": message.n, "values": values}


def _from_plain(data: object) -> Message:
    saved = decode(_SavedMessage, data)
    values = {name: _from_plain(value) if isinstance(value, dict) else value for name, value in saved.values.items()}
    message = Message(saved.source, saved.singular, saved.n)
    return message.fill(**values) if values else message
