"""List of the labels with their progress: item model, delegate and view."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gesture_app.domain.samples.guide import WANTED_SAMPLES, LabelProgress
from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.gui.collect.learning_texts import LEARNT_HELP
from gesture_app.gui.collect.texts import progress_text
from gesture_app.gui.texts import label_title
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.label_icon import paint_label_icon
from gesture_app.gui.widgets.theme import Theme

_ROW = Qt.ItemDataRole.UserRole
_ROW_LINES = 2.35
_LEAST_ROWS = 2.5
_MOVING_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class LabelRow:
    """Content of a row.

    Attributes:
        label: The label.
        progress: Its number of samples and sessions.
        is_learnt: Whether nearly all of its held-out samples are read right.
    """

    label: SampleLabel
    progress: LabelProgress
    is_learnt: bool = False

    @property
    def accessible_text(self) -> str:
        """Text for screen readers."""
        parts = [progress_text(self.progress)]
        if self.is_learnt:
            parts.append(tr("learnt"))
        if self.label.key:
            parts.append(tr("key {key}").format(key=self.label.key.upper()))
        return f"{label_title(self.label)}: {', '.join(parts)}"


class LabelModel(QAbstractListModel):
    """Item model of the labels."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[LabelRow] = []

    def show_labels(
        self, labels: LabelSet, progress: Mapping[str, LabelProgress], learnt: Collection[str] = ()
    ) -> None:
        """Set the labels, their progress and which are learnt; rows are kept if the labels are the same."""
        rows = [
            LabelRow(label, progress.get(label.slug, LabelProgress()), label.slug in learnt) for label in labels.labels
        ]
        if rows == self.rows:
            return
        if [row.label.slug for row in rows] == [row.label.slug for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of labels."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row for the delegate, or its text for screen readers."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.accessible_text
        if role == Qt.ItemDataRole.ToolTipRole and row.is_learnt:
            return translated(LEARNT_HELP)
        return None


class LabelDelegate(QStyledItemDelegate):
    """Paints a row: icon, name, a tick if it is learnt, key, bar and count.

    Args:
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent object.
    """

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Two lines of text."""
        line = option.fontMetrics.height()
        return QSize(line * 8, round(line * _ROW_LINES))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row: LabelRow = index.data(_ROW)
        colors = self._theme.colors
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        text = QColor(colors.on_accent if is_chosen else colors.text)
        muted = QColor(colors.on_accent if is_chosen else colors.muted)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen or is_under:
            painter.setBrush(QColor(colors.accent if is_chosen else colors.raised))
            painter.drawRoundedRect(rect, 8, 8)
        line = option.fontMetrics.height()
        pad = line * 0.45
        icon = QRectF(rect.left() + pad, rect.center().y() - line * 0.8, line * 1.6, line * 1.6)
        paint_label_icon(painter, icon, row.label, self._icons, text, option.font)
        area = QRectF(icon.right() + pad, rect.top() + line * 0.18, 0, rect.height() - line * 0.36)
        area.setRight(rect.right() - pad)
        self._paint_texts(painter, area, row, option, (text, muted))
        self._paint_bar(painter, area, row.progress, is_chosen=is_chosen, line=line)
        painter.restore()

    def _paint_texts(
        self,
        painter: QPainter,
        area: QRectF,
        row: LabelRow,
        option: QStyleOptionViewItem,
        pens: tuple[QColor, QColor],
    ) -> None:
        metrics = option.fontMetrics
        font = QFont(option.font)
        top = QRectF(area.left(), area.top(), area.width(), metrics.height() * 1.25)
        key_width = 0.0
        if row.label.key:
            key_width = max(metrics.height() * 1.25, metrics.horizontalAdvance(row.label.key.upper()) + 10)
            self._paint_key(painter, top, key_width, row.label.key.upper(), font, pens[1])
        count = progress_text(row.progress)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(pens[1])
        right = top.adjusted(0, 0, -key_width - metrics.height() * 0.4, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(right, flags, count)
        width = right.width() - painter.fontMetrics().horizontalAdvance(count) - metrics.height() * 0.5
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(pens[0])
        tick_px = metrics.height() if row.is_learnt else 0
        bold = painter.fontMetrics()
        name = bold.elidedText(label_title(row.label), Qt.TextElideMode.ElideRight, round(width) - tick_px)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if row.is_learnt:
            left = top.left() + bold.horizontalAdvance(name) + tick_px * 0.2
            tick = QRectF(left, top.center().y() - tick_px * 0.4, tick_px * 0.8, tick_px * 0.8)
            self._icons.paint(painter, "check", tick, pens[0].name())

    def _paint_key(self, painter: QPainter, top: QRectF, width: float, key: str, font: QFont, color: QColor) -> None:
        cap = QRectF(top.right() - width, top.top() + 1, width, top.height() - 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(color)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    def _paint_bar(
        self, painter: QPainter, area: QRectF, progress: LabelProgress, *, is_chosen: bool, line: float
    ) -> None:
        colors = self._theme.colors
        height = max(4.0, line * 0.28)
        bar = QRectF(area.left(), area.bottom() - height, area.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QColor(colors.on_accent if is_chosen else colors.raised)
        track.setAlpha(90 if is_chosen else 255)
        painter.setBrush(track)
        painter.drawRoundedRect(bar, height / 2, height / 2)
        share = min(1.0, progress.count / WANTED_SAMPLES)
        if share > 0:
            done = QColor(colors.success if progress.is_done else colors.accent)
            painter.setBrush(QColor(colors.on_accent) if is_chosen else done)
            bar.setWidth(max(height, bar.width() * share))
            painter.drawRoundedRect(bar, height / 2, height / 2)


class LabelList(QListView):
    """Selects a label. It handles only the keys that move; the page gets all others, which record.

    Args:
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    chosen = Signal(str)
    """Another label was selected: its slug."""
    edit_requested = Signal(str)
    """The user wants to change a label: its slug."""

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = LabelModel()
        self._labels.setParent(self)
        self.setModel(self._labels)
        self.setItemDelegate(LabelDelegate(icons, theme, self))
        self.setObjectName("plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Gestures to record"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self.viewport().update)

    def minimumSizeHint(self) -> QSize:
        """Room for some rows, so that one sees that there are others."""
        return QSize(super().minimumSizeHint().width(), round(self.fontMetrics().height() * _ROW_LINES * _LEAST_ROWS))

    @property
    def current(self) -> str:
        """Slug of the selected label; empty if there is none."""
        row = self.currentIndex().row()
        return self._labels.rows[row].label.slug if 0 <= row < len(self._labels.rows) else ""

    @property
    def rows(self) -> list[LabelRow]:
        """The shown rows."""
        return self._labels.rows

    def show_labels(
        self, labels: LabelSet, progress: Mapping[str, LabelProgress], learnt: Collection[str] = ()
    ) -> None:
        """Show these labels, with a tick on the learnt ones; the selected one stays selected if it is among them."""
        before = self.current
        self._labels.show_labels(labels, progress, learnt)
        if self.current != before or not self.current:
            self.choose(before or (labels.labels[0].slug if labels.labels else ""))

    def choose(self, slug: str) -> None:
        """Select a label; the first one if the slug is unknown."""
        slugs = [row.label.slug for row in self._labels.rows]
        if slugs:
            index = self._labels.index(slugs.index(slug) if slug in slugs else 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys that move, and F2; the page gets all others."""
        if event.key() in _MOVING_KEYS:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_requested.emit(self.current)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll to the selected label."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _on_current_changed(self) -> None:
        if self.current:
            self.chosen.emit(self.current)

    def _on_double_clicked(self) -> None:
        self.edit_requested.emit(self.current)
