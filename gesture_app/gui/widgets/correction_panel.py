"""Asks which gesture a hand showed that was misread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.samples.correction import SeenHand
from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.gui.texts import label_title
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.keys import is_command
from gesture_app.gui.widgets.label_icon import paint_label_icon
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapped_label import WrappedLabel

_COLUMNS = 2
_IMAGE_LINES = 4.5
"""Side of a hand's image, in lines of text."""


@dataclass(frozen=True, eq=False)
class OfferedHand:
    """A hand that can be corrected.

    Attributes:
        hand: The hand.
        caption: Its reading, in a few words.
        image: Its image, as the view shows it.
    """

    hand: SeenHand
    caption: str
    image: QImage


class HandButton(QPushButton):
    """Chooses a hand: its image with its reading below.

    Args:
        offered: The hand.
        side_px: Side of the image.
    """

    def __init__(self, offered: OfferedHand, side_px: int) -> None:
        super().__init__()
        self.setCheckable(True)
        # Screen readers then call it a radio button.
        self.setAutoExclusive(True)
        self.setAccessibleName(" ".join(offered.caption.split()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        picture, self.caption = _picture_and_caption(offered, side_px)
        for label in (picture, self.caption):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
        self.toggled.connect(self._recolor)

    def _recolor(self, is_checked: bool) -> None:
        # In style sheets the states of a parent do not select its children.
        self.caption.setObjectName("onAccent" if is_checked else "")
        self.caption.style().unpolish(self.caption)
        self.caption.style().polish(self.caption)

    def sizeHint(self) -> QSize:
        """Room for image and reading."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self._column.minimumSize()


def _picture_and_caption(offered: OfferedHand, side_px: int) -> tuple[QLabel, QLabel]:
    picture, caption = QLabel(), QLabel(offered.caption)
    scaled = offered.image.scaled(
        side_px, side_px, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    picture.setPixmap(QPixmap.fromImage(scaled))
    for label in (picture, caption):
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return picture, caption


def _column(labels: Sequence[QLabel]) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    for label in labels:
        column.addWidget(label)
    return widget


class CorrectionPanel(QWidget):
    """Shows the hands that may be meant, and a button for each gesture.

    A gesture's key chooses it, the arrow keys another hand, Esc cancels.

    Args:
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    chosen = Signal(object, str)
    """The user said what a hand showed: the :class:`~gesture_app.domain.samples.correction.SeenHand`, and the label."""

    cancelled = Signal()

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme
        self._labels = LabelSet(())
        self._offered: tuple[OfferedHand, ...] = ()
        self.hand_buttons: list[HandButton] = []
        self.label_buttons: dict[str, QPushButton] = {}
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setToolTip("Esc")
        self.cancel_button.clicked.connect(self.cancelled)
        self._title = WrappedLabel()
        enlarge(self._title, 1.1)
        self._note = WrappedLabel()
        self._note.setObjectName("muted")
        self._group = QButtonGroup(self)
        self._hands = QHBoxLayout()
        self._hands.setSpacing(8)
        self._gestures = QGridLayout()
        self._gestures.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(self._hands)
        layout.addLayout(self._gestures)
        layout.addWidget(self._note)
        layout.addStretch(1)
        layout.addWidget(self.cancel_button)
        theme.changed.connect(self._recolor)

    @property
    def note(self) -> str:
        """The line below the gestures."""
        return self._note.text()

    @property
    def captions(self) -> list[str]:
        """The readings of the offered hands."""
        return [offered.caption for offered in self._offered]

    def ask(self, offered: Sequence[OfferedHand], labels: LabelSet, note: str) -> None:
        """Show hands, the first one chosen, and the labels to choose from.

        Args:
            offered: The hands, one at least.
            labels: The labels.
            note: The consequences of a choice.
        """
        self._offered, self._labels = tuple(offered), labels
        self._title.setText(tr("What was it?") if len(offered) == 1 else tr("Which hand? What was it?"))
        self._note.setText(note)
        self._show_hands()
        self._show_labels()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See :meth:`press`."""
        if not self.press(event):
            super().keyPressEvent(event)

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key: a gesture's key chooses it, left and right another hand, Esc cancels.

        Returns:
            Whether the key was one of these.
        """
        key, label = event.key(), self._labels.of_key(event.text())
        button = QApplication.focusWidget()
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.isAutoRepeat():
            return True
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QAbstractButton):
            button.click()
        elif label is not None and not is_command(event):
            self._choose(label.slug)
        else:
            return False
        return True

    def _show_hands(self) -> None:
        _clear(self._hands)
        self.hand_buttons = []
        side = round(self.fontMetrics().height() * _IMAGE_LINES)
        for number, offered in enumerate(self._offered):
            if len(self._offered) == 1:
                # Nothing to choose.
                self._hands.addWidget(_column(_picture_and_caption(offered, side)))
                return
            button = HandButton(offered, side)
            button.setChecked(number == 0)
            self._group.addButton(button)
            self._hands.addWidget(button)
            self.hand_buttons.append(button)

    def _show_labels(self) -> None:
        _clear(self._gestures)
        self.label_buttons = {}
        for number, label in enumerate(self._labels.labels):
            key = f"  {label.key.upper()}" if label.key else ""
            button = QPushButton(f" {label_title(label)}{key}")
            button.setObjectName("choice")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, slug=label.slug: self._choose(slug))
            self._gestures.addWidget(button, number // _COLUMNS, number % _COLUMNS)
            self.label_buttons[label.slug] = button
        self._recolor()

    def _recolor(self) -> None:
        side = round(self.fontMetrics().height() * 1.3)
        color = QColor(self._theme.colors.text)
        for label in self._labels.labels:
            self.label_buttons[label.slug].setIcon(QIcon(self._label_pixmap(label, side, color)))
            self.label_buttons[label.slug].setIconSize(QSize(side, side))

    def _label_pixmap(self, label: SampleLabel, side: int, color: QColor) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_label_icon(painter, QRectF(0, 0, side, side), label, self._icons, color, self.font())
        painter.end()
        return pixmap

    def _step(self, step: int) -> None:
        """Choose the next hand to the right or left."""
        number = self._number + step
        if 0 <= number < len(self._offered):
            self.hand_buttons[number].setChecked(True)

    @property
    def _number(self) -> int:
        return next((number for number, button in enumerate(self.hand_buttons) if button.isChecked()), 0)

    def _choose(self, slug: str) -> None:
        self.chosen.emit(self._offered[self._number].hand, slug)


def _clear(layout: QHBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
