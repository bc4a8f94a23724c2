"""Grid of thumbnails: item model, delegate and view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimerEvent,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gesture_app.domain.samples.label_check import is_misread_by
from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.image_loader import ImageKey, ImageLoader
from gesture_app.gui.collect.texts import sample_title
from gesture_app.gui.texts import label_name
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.label_icon import paint_label_icon
from gesture_app.gui.widgets.theme import VIDEO_ACCENT, VIDEO_PLATE, VIDEO_TEXT, Theme

_LEAST_PX = 104
_BATCH = 5000
"""Samples that are laid out at a time: 50,000 at once keep the window from reacting."""
_THUMBNAIL_LINES = 6
_MARGIN_PX = 5
_INFO = Qt.ItemDataRole.UserRole
_LABEL = Qt.ItemDataRole.UserRole + 1
_MISREAD = Qt.ItemDataRole.UserRole + 2
_MOVING_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_Index = QModelIndex | QPersistentModelIndex


class SampleModel(QAbstractListModel):
    """Item model of the shown samples, without their images.

    Args:
        parent: Parent object.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.infos: tuple[SampleInfo, ...] = ()
        self._labels = LabelSet(())
        self._model_id = ""

    def show_samples(self, infos: Sequence[SampleInfo], labels: LabelSet, model_id: str) -> bool:
        """Set the samples, and the model whose wrong answers are marked. Returns whether they changed."""
        self._labels = labels
        infos = tuple(infos)
        is_same_model = model_id == self._model_id
        self._model_id = model_id
        if (
            is_same_model
            and len(infos) == len(self.infos)
            and all(a is b for a, b in zip(infos, self.infos, strict=True))
        ):
            return False
        self.beginResetModel()
        self.infos = infos
        self.endResetModel()
        return True

    def row_of(self, sample_id: str) -> int:
        """Row of a sample; -1 if it is not shown."""
        return next((row for row, info in enumerate(self.infos) if info.id == sample_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of samples."""
        return 0 if parent.isValid() else len(self.infos)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sample for the delegate, or its text for tool tips and screen readers."""
        if not index.isValid():
            return None
        info = self.infos[index.row()]
        if role == _INFO:
            return info
        if role == _MISREAD:
            return self._misread_as(info)
        if role == _LABEL:
            return self._labels.get(info.label)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = sample_title(info, self._labels)
            if name := self._misread_as(info):
                taken = tr("taken for {label}").format(label=name)
                text += f" · {taken}"
            return text
        return None

    def _misread_as(self, info: SampleInfo) -> str:
        """Name of the gesture that the model in use took a sample for; empty for a right one."""
        if info.prediction is None or not is_misread_by(info, self._model_id):
            return ""
        return label_name(self._labels, info.prediction.gesture)


def thumbnail_px(metrics: QFontMetrics) -> int:
    """Side of a thumbnail, which has room for a word of this size."""
    return max(_LEAST_PX, _THUMBNAIL_LINES * metrics.height())


class SampleDelegate(QStyledItemDelegate):
    """Paints a thumbnail with its label, and marks a wrong prediction.

    Args:
        loader: Loads the images of samples.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent object.
    """

    def __init__(self, loader: ImageLoader, icons: IconSet, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self._icons = icons
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Size of a thumbnail with its margin."""
        side = thumbnail_px(option.fontMetrics) + 2 * _MARGIN_PX
        return QSize(side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one sample."""
        info: SampleInfo = index.data(_INFO)
        colors = self._theme.colors
        rect = QRectF(option.rect).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side_px = round(thumbnail_px(option.fontMetrics) * painter.device().devicePixelRatioF())
        image = self._loader.image(ImageKey(info.id, side_px))
        if image is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.raised))
            painter.drawRoundedRect(rect, 6, 6)
        else:
            painter.drawImage(rect, image)
        label: SampleLabel | None = index.data(_LABEL)
        if label is not None:
            self._paint_label(painter, rect, label)
        if misread_as := str(index.data(_MISREAD)):
            self._paint_misread(painter, rect, misread_as)
        if is_chosen or is_current:
            width = 4.0 if is_chosen else 2.0
            pen = QPen(QColor(colors.accent), width)
            pen.setStyle(Qt.PenStyle.SolidLine if is_chosen else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 7, 7)
        painter.restore()

    def _paint_label(self, painter: QPainter, rect: QRectF, label: SampleLabel) -> None:
        side = rect.width() * 0.23
        plate = QRectF(rect.left() + 4, rect.top() + 4, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_plate_color())
        painter.drawRoundedRect(plate, 5, 5)
        icon = plate.adjusted(3, 3, -3, -3)
        paint_label_icon(painter, icon, label, self._icons, QColor(VIDEO_TEXT), painter.font())

    def _paint_misread(self, painter: QPainter, rect: QRectF, name: str) -> None:
        metrics = QFontMetricsF(painter.font())
        height = min(rect.height() * 0.3, metrics.height() * 1.35)
        plate = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
        painter.fillRect(plate, _plate_color())
        icon = QRectF(plate.left() + 4, plate.top() + 2, height - 4, height - 4)
        self._icons.paint(painter, "warning", icon, VIDEO_ACCENT)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, plate.right() - icon.right() - 8)
        painter.setPen(QColor(VIDEO_TEXT))
        area = plate.adjusted(icon.width() + 8, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class GalleryGrid(QListView):
    """View of samples as thumbnails with multiple selection.

    Args:
        loader: Loads the images of samples.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    current_changed = Signal()
    selected_changed = Signal()

    def __init__(self, loader: ImageLoader, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SampleModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SampleDelegate(loader, icons, theme, self))
        self.setObjectName("plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self._awaited = QPersistentModelIndex()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(round(thumbnail_px(self.fontMetrics()) / 3))
        self.setAccessibleName(tr("Samples"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        loader.loaded.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    @property
    def infos(self) -> tuple[SampleInfo, ...]:
        """The shown samples."""
        return self._model.infos

    @property
    def current(self) -> SampleInfo | None:
        """The sample with the keyboard focus, or None."""
        row = self.currentIndex().row()
        return self._model.infos[row] if 0 <= row < len(self._model.infos) else None

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected samples, in display order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.infos[row].id for row in rows)

    @property
    def selected_count(self) -> int:
        """Number of selected samples."""
        selection = self.selectionModel().selection()
        return sum(selection.at(part).height() for part in range(selection.size()))

    def show_samples(self, infos: Sequence[SampleInfo], labels: LabelSet, model_id: str) -> None:
        """Show these samples, with the wrong answers of a model; current and selected ones stay so if still shown."""
        row, current, selected = self.currentIndex().row(), self.current, set(self.selected)
        if not self._model.show_samples(infos, labels, model_id):
            return
        found = self._model.row_of(current.id) if current is not None else -1
        rows = [r for r, info in enumerate(self._model.infos) if info.id in selected] if selected else []
        target = found if found >= 0 else min(row, len(self._model.infos) - 1)
        if target >= 0:
            # After a deletion the next sample becomes current.
            self._go_to(target, rows or ([target] if selected else []))
        self.current_changed.emit()
        self.selected_changed.emit()

    def select_ids(self, sample_ids: Iterable[str]) -> None:
        """Select these samples and make the first of them current."""
        wanted = set(sample_ids)
        rows = [row for row, info in enumerate(self._model.infos) if info.id in wanted]
        if rows:
            self._go_to(rows[0], rows)

    def go_by(self, step: int) -> bool:
        """Move the current sample by ``step``. Returns False at the end."""
        row = self.currentIndex().row() + step
        if not 0 <= row < len(self._model.infos):
            return False
        self._go_to(row, [row])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys that move and select; the gallery gets all others."""
        if event.key() in _MOVING_KEYS or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            # The view would use every key with a text for its search, on some systems Delete, too.
            event.ignore()

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll to a sample, at once or when it has been laid out."""
        super().scrollTo(index, hint)
        is_laid_out = self.visualRect(index).isValid()
        self._awaited = QPersistentModelIndex() if is_laid_out else QPersistentModelIndex(index)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Scroll to the awaited sample once the view has laid it out, in its next batch."""
        super().timerEvent(event)
        if self._awaited.isValid() and self.visualRect(self._awaited).isValid():
            self.scrollTo(self._awaited)

    def _go_to(self, row: int, rows: Sequence[int]) -> None:
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self._model.index(first), self._model.index(last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _on_current_changed(self) -> None:
        self.current_changed.emit()

    def _on_selection_changed(self) -> None:
        self.selected_changed.emit()


def _plate_color() -> QColor:
    color = QColor(VIDEO_PLATE)
    color.setAlpha(215)
    return color


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Consecutive rows as ranges: selecting thousands of single rows is slow."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
