"""A row of controls that gives up its texts step by step when it becomes too narrow for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

Shortening = Callable[[bool], None]
"""Shows a part of the bar without its text (True), or with it (False)."""


class FittingBar(QWidget):
    """Shortens as few parts as the width asks for, the first ones first.

    Attributes:
        row: The layout of the controls.

    Args:
        parent: Parent widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortenings: Sequence[Shortening] = ()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)

    def shorten_with(self, *shortenings: Shortening) -> None:
        """Set the parts that can be shortened, in this order."""
        self._shortenings = shortenings
        self.fit()

    def fit(self) -> None:
        """Shorten as few parts as possible; call it after the content has changed."""
        for shorten in self._shortenings:
            shorten(False)
        for shorten in self._shortenings:
            if self._needed_px() <= self.width():
                return
            shorten(True)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the bar with everything shortened may be asked to become."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit larger or smaller texts."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    def _needed_px(self) -> int:
        # Asked of the widgets, as layouts remember what hidden widgets needed earlier.
        items = (self.row.itemAt(index) for index in range(self.row.count()))
        parts = [item.widget() for item in items if item is not None]
        widths = [part.minimumSizeHint().width() for part in parts if part is not None and not part.isHidden()]
        return sum(widths) + self.row.spacing() * (len(widths) - 1)
