"""What widgets that draw themselves have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme


class PaintedWidget(QWidget):
    """A widget that paints in the theme's colours, takes the room there is, and paints anew when the theme changes.

    Args:
        icons: The program's drawings.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)
