"""Base class of widgets that paint themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme


class PaintedWidget(QWidget):
    """Base class of widgets that paint in the theme's colours and repaint when these change.

    Args:
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)
