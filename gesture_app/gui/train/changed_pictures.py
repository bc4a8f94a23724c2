"""The pictures that the old and the new model read differently."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.domain.retraining import ChangedAnswer
from gesture_app.domain.samples import LabelSet
from gesture_app.gui.collect.picture_loader import PictureKey, PictureLoader
from gesture_app.gui.collect.words import counted, label_name
from gesture_app.gui.icons import IconSet
from gesture_app.gui.theme import Theme

MOST_SHOWN = 60
"""More are not looked through; the gallery has them all."""

_SIDE_LINES = 5.6
_GAP_LINES = 0.7


class ChangedPictures(QWidget):
    """Thumbnails with what is shown and both answers: those that became wrong first, then those that became right.

    Args:
        loader: Has the pictures.
        icons: The program's drawings.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(self, loader: PictureLoader, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._icons = icons
        self._theme = theme
        self._labels = LabelSet(())
        self.changes: tuple[ChangedAnswer, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Pictures whose answer changed")
        loader.loaded.connect(self.update)
        theme.changed.connect(self.update)

    def show_changes(self, changes: Sequence[ChangedAnswer], labels: LabelSet) -> None:
        """Show these; ``labels`` says what gestures are called."""
        self._labels = labels
        self.changes = tuple(sorted(changes, key=_rank)[:MOST_SHOWN])
        self.setAccessibleDescription("; ".join(map(", ".join, map(self.words, self.changes))))
        self.updateGeometry()
        self.update()

    def words(self, change: ChangedAnswer) -> tuple[str, str, str]:
        """What is shown, and both answers: ``("rock", "was paper", "now rock")``."""
        shown, old, new = (label_name(self._labels, label) for label in (change.shown, change.old, change.new))
        return shown, f"was {old}", f"now {new}"

    def heightForWidth(self, width: int) -> int:
        """As high as its rows."""
        columns = self._columns(width)
        rows = -(-len(self.changes) // columns)
        return round(rows * self._cell_height)

    def sizeHint(self) -> QSize:
        """Room for a few in a row."""
        width = round(self._cell_width * 5)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for one."""
        return QSize(round(self._cell_width), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that are looked at; only their pictures are asked for."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        columns = self._columns(self.width())
        for place, change in enumerate(self.changes):
            row, column = divmod(place, columns)
            cell = QRectF(column * self._cell_width, row * self._cell_height, self._cell_width, self._cell_height)
            if cell.intersects(QRectF(event.rect())):
                self._draw(painter, cell, change)
        painter.end()

    @property
    def _line(self) -> float:
        return float(self.fontMetrics().height())

    @property
    def _cell_width(self) -> float:
        return self._line * (_SIDE_LINES + 1.6)

    @property
    def _cell_height(self) -> float:
        return self._line * (_SIDE_LINES + 3.2 + _GAP_LINES)

    def _columns(self, width: int) -> int:
        return max(1, int(width // self._cell_width))

    def _draw(self, painter: QPainter, cell: QRectF, change: ChangedAnswer) -> None:
        colors, line = self._theme.colors, self._line
        side = line * _SIDE_LINES
        square = QRectF(cell.left(), cell.top(), side, side)
        side_px = round(side * painter.device().devicePixelRatioF())
        picture = self._loader.picture(PictureKey(change.sample_id, side_px))
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.raised))
            painter.drawRoundedRect(square, 6, 6)
        else:
            painter.drawImage(square, picture)
        name, color = _mark(change)
        color = str(getattr(colors, color))
        painter.setPen(QPen(QColor(color), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, 6, 6)
        icon = QRectF(square.right() - line * 1.5, square.top() + line * 0.25, line * 1.25, line * 1.25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.surface))
        painter.drawEllipse(icon)
        self._icons.paint(painter, name, icon.adjusted(2, 2, -2, -2), color)
        width = cell.width() - line * 0.5
        metrics = QFontMetricsF(self.font())
        for row, text in enumerate(self.words(change)):
            tone = colors.muted if row else colors.text
            painter.setPen(QColor(tone))
            rect = QRectF(cell.left(), square.bottom() + line * (0.15 + row), width, line)
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def changes_title(changes: Sequence[ChangedAnswer]) -> str:
    """How many became right and wrong, as a heading."""
    if not changes:
        return "No picture is read differently."
    right = sum(change.new == change.shown for change in changes)
    wrong = sum(change.old == change.shown for change in changes)
    parts = [f"{right} now right"] if right else []
    parts += [f"{wrong} now wrong"] if wrong else []
    rest = len(changes) - right - wrong
    parts += [f"{rest} wrong in another way"] if rest else []
    more = f"; the first {MOST_SHOWN} are shown" if len(changes) > MOST_SHOWN else ""
    return f"{counted(len(changes), 'picture')} read differently: {', '.join(parts)}{more}"


def _rank(change: ChangedAnswer) -> int:
    if change.old == change.shown:
        return 0
    return 1 if change.new == change.shown else 2


def _mark(change: ChangedAnswer) -> tuple[str, str]:
    """Drawing and colour of a change."""
    return (("close", "error"), ("check", "success"), ("warning", "warning"))[_rank(change)]
