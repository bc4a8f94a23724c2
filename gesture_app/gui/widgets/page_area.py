"""Scrolls a page that is larger than the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageArea(QScrollArea):
    """Gives a page the whole area, and scrolls where the page needs more.

    Unlike a resizable ``QScrollArea`` it asks for the least size of a page with wrapped texts, not for the preferred
    one: a page that could as well be smaller is not scrolled.

    Args:
        page: The page.
        parent: Parent widget.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Keys belong to the page.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new size."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page when its content has changed."""
        is_handled = bool(super().eventFilter(watched, event))
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return is_handled

    def minimumSizeHint(self) -> QSize:
        """Small, as it can scroll."""
        return QSize(1, 1)

    def _fit(self) -> None:
        page = self.widget()
        if page is None:
            return
        area = self.maximumViewportSize()
        least = page.minimumSizeHint().expandedTo(page.minimumSize())
        if least.height() > area.height():
            area.setWidth(area.width() - self.verticalScrollBar().sizeHint().width())
        if least.width() > area.width():
            area.setHeight(area.height() - self.horizontalScrollBar().sizeHint().height())
        page.resize(area.expandedTo(least))
