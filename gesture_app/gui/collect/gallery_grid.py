"""The grid of thumbnails: a model of samples, what paints one, and the view."""

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
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.image_loader import ImageKey, ImageLoader
from gesture_app.gui.collect.texts import sample_title
from gesture_app.gui.texts import label_name
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.label_icon import paint_label_icon
from gesture_app.gui.widgets.theme import VIDEO_ACCENT, VIDEO_PLATE, VIDEO_TEXT, Theme

THUMBNAIL_PX = 104
_MARGIN_PX = 5
_INFO = Qt.ItemDataRole.UserRole
_LABEL = Qt.ItemDataRole.UserRole + 1
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
    """The samples on show. Knows nothing of their pictures.

    Args:
        parent: Qt's owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.infos: tuple[SampleInfo, ...] = ()
        self._labels = LabelSet(())

    def show_samples(self, infos: Sequence[SampleInfo], labels: LabelSet) -> bool:
        """Show these; tells whether they are others than before."""
        self._labels = labels
        infos = tuple(infos)
        if len(infos) == len(self.infos) and all(a is b for a, b in zip(infos, self.infos, strict=True)):
            return False
        self.beginResetModel()
        self.infos = infos
        self.endResetModel()
        return True

    def row_of(self, sample_id: str) -> int:
        """Where a sample is; -1 where it is not on show."""
        return next((row for row, info in enumerate(self.infos) if info.id == sample_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many samples are on show."""
        return 0 if parent.isValid() else len(self.infos)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sample for the delegate, and its text for tips and screen readers."""
        if not index.isValid():
            return None
        info = self.infos[index.row()]
        if role == _INFO:
            return info
        if role == _LABEL:
            return self._labels.get(info.label)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = sample_title(info, self._labels)
            if info.is_misread and info.prediction is not None:
                text += f" · taken for {label_name(self._labels, info.prediction.gesture)}"
            return text
        return None


class SampleDelegate(QStyledItemDelegate):
    """Paints a thumbnail, and marks what the model got wrong.

    Args:
        loader: Has the pictures.
        icons: The program's drawings.
        theme: The colours in use.
        parent: Qt's owner.
    """

    def __init__(self, loader: ImageLoader, icons: IconSet, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self._icons = icons
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """A square."""
        side = THUMBNAIL_PX + 2 * _MARGIN_PX
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
        side_px = round(THUMBNAIL_PX * painter.device().devicePixelRatioF())
        picture = self._loader.image(ImageKey(info.id, side_px))
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.raised))
            painter.drawRoundedRect(rect, 6, 6)
        else:
            painter.drawImage(rect, picture)
        label: SampleLabel | None = index.data(_LABEL)
        if label is not None:
            self._paint_label(painter, rect, label)
        if info.is_misread and info.prediction is not None:
            self._paint_misread(painter, rect, info.prediction.gesture)
        if is_chosen or is_current:
            width = 4.0 if is_chosen else 2.0
            pen = QPen(QColor(colors.accent), width)
            pen.setStyle(Qt.PenStyle.SolidLine if is_chosen else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 7, 7)
        painter.restore()

    def _paint_label(self, painter: QPainter, rect: QRectF, label: SampleLabel) -> None:
        side = THUMBNAIL_PX * 0.23
        plate = QRectF(rect.left() + 4, rect.top() + 4, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_plate_color())
        painter.drawRoundedRect(plate, 5, 5)
        icon = plate.adjusted(3, 3, -3, -3)
        paint_label_icon(painter, icon, label, self._icons, QColor(VIDEO_TEXT), painter.font())

    def _paint_misread(self, painter: QPainter, rect: QRectF, gesture: str) -> None:
        metrics = QFontMetricsF(painter.font())
        height = min(rect.height() * 0.3, metrics.height() * 1.35)
        plate = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
        painter.fillRect(plate, _plate_color())
        icon = QRectF(plate.left() + 4, plate.top() + 2, height - 4, height - 4)
        self._icons.paint(painter, "warning", icon, VIDEO_ACCENT)
        name = gesture.replace("_", " ")
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, plate.right() - icon.right() - 8)
        painter.setPen(QColor(VIDEO_TEXT))
        area = plate.adjusted(icon.width() + 8, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class GalleryGrid(QListView):
    """Shows samples as thumbnails; any number can be selected.

    Args:
        loader: Has the pictures.
        icons: The program's drawings.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    current_changed = Signal()
    selected_changed = Signal()

    def __init__(self, loader: ImageLoader, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = SampleModel(self)
        self.setModel(self._samples)
        self.setItemDelegate(SampleDelegate(loader, icons, theme, self))
        self.setObjectName("plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(round(THUMBNAIL_PX / 3))
        self.setAccessibleName("Samples")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        loader.loaded.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    @property
    def infos(self) -> tuple[SampleInfo, ...]:
        """What is shown."""
        return self._samples.infos

    @property
    def current(self) -> SampleInfo | None:
        """The sample that the keyboard is at."""
        row = self.currentIndex().row()
        return self._samples.infos[row] if 0 <= row < len(self._samples.infos) else None

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the selected samples, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._samples.infos[row].id for row in rows)

    @property
    def selected_count(self) -> int:
        """How many samples are selected."""
        selection = self.selectionModel().selection()
        return sum(selection.at(part).height() for part in range(selection.size()))

    def show_samples(self, infos: Sequence[SampleInfo], labels: LabelSet) -> None:
        """Show these, and keep what is selected and where one is, as far as it is still shown."""
        row, current, selected = self.currentIndex().row(), self.current, set(self.selected)
        if not self._samples.show_samples(infos, labels):
            return
        found = self._samples.row_of(current.id) if current is not None else -1
        rows = [r for r, info in enumerate(self._samples.infos) if info.id in selected] if selected else []
        target = found if found >= 0 else min(row, len(self._samples.infos) - 1)
        if target >= 0:
            # After deleting, the next one takes the place of what is gone.
            self._go_to(target, rows or ([target] if selected else []))
        self.current_changed.emit()
        self.selected_changed.emit()

    def select_ids(self, sample_ids: Iterable[str]) -> None:
        """Select these, and go to the first of them."""
        wanted = set(sample_ids)
        rows = [row for row, info in enumerate(self._samples.infos) if info.id in wanted]
        if rows:
            self._go_to(rows[0], rows)

    def go_by(self, step: int) -> bool:
        """Go so many samples on; tells whether there was one."""
        row = self.currentIndex().row() + step
        if not 0 <= row < len(self._samples.infos):
            return False
        self._go_to(row, [row])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and select; leave everything else to the gallery."""
        if event.key() in _MOVING_KEYS or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            # The view would take every key with a text for a search, on some systems the one that deletes, too.
            event.ignore()

    def _go_to(self, row: int, rows: Sequence[int]) -> None:
        index = self._samples.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self._samples.index(first), self._samples.index(last))
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
    """Rising numbers as ranges, for a selection of thousands of single rows is slow."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
