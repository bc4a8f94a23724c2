"""Plot of a confusion matrix."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, qGray

from gesture_app.domain.retraining.confusion import ConfusionMatrix
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.gui.texts import label_name
from gesture_app.gui.train.label_cells import label_or_default
from gesture_app.gui.translation import number, tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.label_icon import paint_label_icon
from gesture_app.gui.widgets.plot import Plot
from gesture_app.gui.widgets.theme import Theme

_MIN_LINES = 9.0
_ROW_LINES = 1.7
_MIN_STRENGTH = 0.15


class ConfusionPlot(Plot):
    """A row for each true label, a column for each predicted label.

    Args:
        icons: The gestures' drawings.
        theme: The current colours.
        title: Title of the plot.
    """

    def __init__(self, icons: IconSet, theme: Theme, title: str) -> None:
        super().__init__(theme, _MIN_LINES)
        self._icons = icons
        self._title = title
        self._labels = LabelSet(())
        self.confusion = ConfusionMatrix((), ())

    def show_confusion(self, confusion: ConfusionMatrix, labels: LabelSet) -> None:
        """Show a confusion matrix with the names and icons of ``labels``."""
        self.confusion, self._labels = confusion, labels
        self.setAccessibleName(
            tr("{title}: {correct} of {total} right").format(
                title=self._title, correct=confusion.correct, total=confusion.total
            )
        )
        self.setAccessibleDescription("; ".join(self._mistakes()) or tr("no mistakes"))
        self.setToolTip("\n".join(self._mistakes()[:12]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Preferred size, by the number of rows."""
        return QSize(self.line_px * 16, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Minimum size: the preferred height, and narrower."""
        return QSize(self.line_px * 11, self._wanted_height())

    def draw(self, painter: QPainter) -> None:
        """Paint title, row and column icons, and cells."""
        colors, line = self._theme.colors, float(self.line_px)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        total = tr("{title}: {correct} of {total} right").format(
            title=self._title, correct=number(self.confusion.correct), total=number(self.confusion.total)
        )
        painter.drawText(QRectF(0, 0, self.width(), line * 1.2), Qt.AlignmentFlag.AlignLeft, total)
        painter.setFont(self.font())
        size = len(self.confusion.labels)
        if not size:
            return
        head = line * 1.6
        top = line * 1.5 + head
        side = min((self.width() - head) / size, line * 3.4)
        height = min((self.height() - top) / size, line * _ROW_LINES)
        for place, slug in enumerate(self.confusion.labels):
            label = label_or_default(self._labels, slug)
            drawing = line * 1.25
            above = QRectF(head + place * side + (side - drawing) / 2, top - head + 2, drawing, drawing)
            beside = QRectF(2, top + place * height + (height - drawing) / 2, drawing, drawing)
            for rect in (above, beside):
                paint_label_icon(painter, self.at(rect), label, self._icons, QColor(colors.text), self.font())
            for other in range(size):
                cell = QRectF(head + other * side, top + place * height, side, height).adjusted(1.5, 1.5, -1.5, -1.5)
                self._draw_cell(painter, self.at(cell), place, other)

    def _draw_cell(self, painter: QPainter, cell: QRectF, row: int, column: int) -> None:
        colors = self._theme.colors
        count = self.confusion.counts[row][column]
        share = count / max(1, sum(self.confusion.counts[row]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(cell, 4, 4)
        if not count:
            return
        is_right = row == column
        strength = _MIN_STRENGTH + (1 - _MIN_STRENGTH) * share
        fill = mixed(QColor(colors.raised), QColor(colors.accent if is_right else colors.error), strength)
        painter.setBrush(fill)
        painter.drawRoundedRect(cell, 4, 4)
        painter.setPen(readable_on(fill, QColor(colors.text), QColor(colors.on_accent)))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"{count:,}")

    def _mistakes(self) -> list[str]:
        """Wrong predictions as texts, most frequent first."""
        confusion = self.confusion
        wrong = [
            (count, confusion.labels[row], confusion.labels[column])
            for row, counts in enumerate(confusion.counts)
            for column, count in enumerate(counts)
            if count and row != column
        ]
        wrong.sort(key=lambda mistake: -mistake[0])
        names = self._labels
        return [
            tr("{shown} taken for {read}: {count}").format(
                shown=label_name(names, shown), read=label_name(names, read), count=n
            )
            for n, shown, read in wrong
        ]

    def _wanted_height(self) -> int:
        return round(self.line_px * max(_MIN_LINES, 3.2 + _ROW_LINES * len(self.confusion.labels)))


def mixed(below: QColor, above: QColor, share: float) -> QColor:
    """Linear mix of two colours; ``share`` is the part of ``above``, 0 to 1."""
    pairs = zip((below.red(), below.green(), below.blue()), (above.red(), above.green(), above.blue()), strict=True)
    return QColor(*(round(one + (other - one) * share) for one, other in pairs))


def readable_on(background: QColor, *candidates: QColor) -> QColor:
    """The candidate with the highest contrast to the background."""
    return max(candidates, key=lambda color: abs(qGray(color.rgb()) - qGray(background.rgb())))
