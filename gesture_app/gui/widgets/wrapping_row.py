"""A row of widgets that goes on in a further line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


class WrappingRow(QWidget):
    """Widgets side by side, in as many lines as the width asks for; it asks for the height of all of them.

    Args:
        spacing_px: Space between widgets, and between lines.
        is_filled: Whether the widgets of a line share its whole width.
        parent: Parent widget.
    """

    def __init__(self, *, spacing_px: int = 6, is_filled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _LineLayout(spacing_px, self, is_filled=is_filled)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            self._lines.addWidget(widget)

    def clear(self) -> None:
        """Remove all widgets."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height at the new width."""
        super().resizeEvent(event)
        self._claim_height()

    def event(self, event: QEvent) -> bool:
        """Ask for another height when a widget needs another size, appears or goes."""
        is_handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._claim_height()
        return is_handled

    def _claim_height(self) -> None:
        self.setMinimumHeight(self._lines.heightForWidth(self.width()))


class _LineLayout(QLayout):
    """Puts items into lines. As wide as all items side by side if it can be, and as narrow as the widest if it must."""

    def __init__(self, spacing_px: int, parent: QWidget, *, is_filled: bool) -> None:
        super().__init__(parent)
        self._owner = parent
        self._items: list[QLayoutItem] = []
        self._is_filled = is_filled
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing_px)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [_height(line, self._widths(line, width)) for line in self._split(width)]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        direction = self._owner.layoutDirection()
        top = rect.top()
        for line in self._split(rect.width()):
            widths = self._widths(line, rect.width())
            height, left = _height(line, widths), rect.left()
            for item, width in zip(line, widths, strict=True):
                item.setGeometry(QStyle.visualRect(direction, rect, QRect(left, top, width, height)))
                left += width + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _split(self, width: int) -> list[list[QLayoutItem]]:
        """The shown items by line."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.minimumSize().width()
            if lines and used + self.spacing() + needed <= width:
                lines[-1].append(item)
                used += self.spacing() + needed
            else:
                lines.append([item])
                used = needed
        return lines

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        """The width of each item of a line: what it needs at least, and its part of the rest of the line."""
        least = [item.minimumSize().width() for item in line]
        free = max(0, width - sum(least) - self.spacing() * (len(line) - 1))
        shares = [free * (number + 1) // len(line) - free * number // len(line) for number in range(len(line))]
        if self._is_filled:
            return [needed + share for needed, share in zip(least, shares, strict=True)]
        hints = [item.sizeHint().width() for item in line]
        return [max(low, min(hint, low + share)) for low, hint, share in zip(least, hints, shares, strict=True)]


def _height(line: list[QLayoutItem], widths: list[int]) -> int:
    """The height of a line."""
    return max(
        item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        for item, width in zip(line, widths, strict=True)
    )
