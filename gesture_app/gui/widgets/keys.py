"""Keys that type a character."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_COMMAND_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def is_command(event: QKeyEvent) -> bool:
    """Whether a key is pressed together with Ctrl, Alt or Meta, so that it types nothing."""
    return bool(event.modifiers() & _COMMAND_MODIFIERS)
