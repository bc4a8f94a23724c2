"""The size of a window that fits its screen."""

from __future__ import annotations

from PySide6.QtCore import QSize

FRAME = QSize(16, 48)
"""Space for the frame that the desktop puts around a window; its size is known only once the window is shown."""


def fitted_size(wanted: QSize, available: QSize, least: QSize) -> QSize:
    """The wanted size of a window, or less if the screen is smaller.

    Args:
        wanted: Size on a large screen, in logical pixels.
        available: Area of the screen without panels and docks.
        least: Size below which the window is never made.
    """
    return wanted.boundedTo(available - FRAME).expandedTo(least)
