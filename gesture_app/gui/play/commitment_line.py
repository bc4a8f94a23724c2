"""The computer's commitment, to be copied and checked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gesture_app.domain.message import Message
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme

_EXPLANATION = Message(
    "The computer chooses before it sees your hand. Before the round it shows a "
    "fingerprint (SHA-256)\nof its throw and a random number; afterwards it shows "
    "both, so that anybody can check that it\ndid not change its mind: "
    "gesture-app verify-round does."
)


class ElidedLabel(QLabel):
    """A line that is elided if it does not fit."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the elided text."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()


class CommitmentLine(QWidget):
    """A lock, a short text, and a button that copies the proof.

    Args:
        icons: The icons.
        theme: The colours in use.
        copy: Copies a text; by default to the clipboard.
        parent: The widget it lies in.
    """

    def __init__(
        self, icons: IconSet, theme: Theme, *, copy: Callable[[str], None] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._copy = copy or (lambda text: QGuiApplication.clipboard().setText(text))
        self._proof = ""
        self._is_open = False
        self._symbol = QLabel()
        self._text = ElidedLabel()
        self._text.setObjectName("muted")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setObjectName("quiet")
        self.button.setAccessibleName(tr("Copy the fingerprint"))
        self.button.clicked.connect(lambda: self._copy(self._proof))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._symbol)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        theme.changed.connect(self._recolor)
        self._recolor()

    @property
    def text(self) -> str:
        """The short text."""
        return self._text.text()

    def show_commitment(self, text: str, proof: str, *, is_open: bool) -> None:
        """Show a commitment; an empty text hides it.

        Args:
            text: The short text.
            proof: The text to copy.
            is_open: Whether the throw has been revealed.
        """
        if (text, proof, is_open) == (self._text.text(), self._proof, self._is_open):
            return
        self._proof = proof
        self._is_open = is_open
        self._text.setText(text)
        self._text.setToolTip(f"{translated(_EXPLANATION)}\n\n{proof}")
        copy = tr("Copy the round's proof") if is_open else tr("Copy the fingerprint")
        self.button.setToolTip(copy)
        self.button.setAccessibleName(copy)
        self._recolor()
        self._show_parts()

    def _show_parts(self) -> None:
        """Show or hide lock and button; the line keeps its height, so that nothing jumps."""
        self._symbol.setVisible(bool(self._proof))
        self.button.setEnabled(bool(self._proof))
        self.button.setIcon(self._icons.icon("copy", self._theme.colors.muted) if self._proof else QIcon())

    def _recolor(self) -> None:
        side_px = round(self.fontMetrics().height() * 1.15)
        color = self._theme.colors.muted
        name = "unlock" if self._is_open else "lock"
        self._symbol.setPixmap(self._icons.pixmap(name, side_px, color, self.devicePixelRatioF()))
        self._show_parts()
        self.button.setIconSize(QSize(side_px, side_px))
