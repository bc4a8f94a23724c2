"""A card beside the video, whose width follows the size of the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget

_LEAST_PX = 470
"""No least width above this one, so that video and card fit side by side into 800 pixels with texts of any size."""


class SidePanel(QFrame):
    """A card with a least and a greatest width, in characters.

    Args:
        characters: Least and greatest width, in average characters.
        parent: Parent widget.
    """

    def __init__(self, characters: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self._wide_px = 0
        self.setObjectName("card")
        self._fit()

    def widen_to(self, wide_px: int) -> None:
        """Let the card become so wide, if that is more than its greatest width in characters."""
        self._wide_px = wide_px
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit larger or smaller letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        character_px = self.fontMetrics().averageCharWidth()
        least, most = self._characters
        self.setMinimumWidth(min(character_px * least, _LEAST_PX))
        self.setMaximumWidth(max(character_px * most, self._wide_px))
