"""A section that can be opened and closed."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gesture_app.gui.translation import tr


class Details(QWidget):
    """A button "Details" with widgets below it, which are hidden at first.

    Attributes:
        button: Opens and closes the section.

    Args:
        widgets: The content, from top to bottom.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.button = QToolButton()
        self.button.setObjectName("quiet")
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        for widget in widgets:
            body.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.button)
        layout.addWidget(self._body)
        self.button.clicked.connect(lambda: self.open(self._body.isHidden()))
        self.open(False)

    def open(self, is_open: bool) -> None:
        """Open or close the section."""
        self._body.setVisible(is_open)
        self.button.setText(tr("Details") + " ▾" if is_open else tr("Details") + " ▸")
        self.button.setAccessibleName(tr("Hide the details") if is_open else tr("Show the details"))
