"""Thumbnails of samples with annotations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gesture_app.domain.retraining.events import ChangedPrediction
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.image_loader import ImageKey, ImageLoader
from gesture_app.gui.texts import label_name
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme

MAX_SHOWN = 60
"""Maximum number of shown samples; the gallery has all."""

_SIDE_LINES = 5.6
_GAP_LINES = 0.9


@dataclass(frozen=True)
class AnnotatedSample:
    """A sample with an icon and some lines of text.

    Attributes:
        sample_id: Id of the sample.
        icon: Name of the icon in the corner.
        role: Name of the colour of icon and frame in the theme.
        lines: Lines below the image, the most important first.
    """

    sample_id: str
    icon: str
    role: str
    lines: tuple[str, ...]


class SampleImages(QWidget):
    """Thumbnails of samples, each with an icon and lines of text.

    Args:
        name: Name for screen readers.
        loader: Loads the images of samples.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(
        self, name: str, loader: ImageLoader, icons: IconSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self._icons = icons
        self._theme = theme
        self.samples: tuple[AnnotatedSample, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        loader.loaded.connect(self.update)
        theme.changed.connect(self.update)

    def show_samples(self, samples: Sequence[AnnotatedSample]) -> None:
        """Show the first :data:`MAX_SHOWN` samples."""
        self.samples = tuple(samples[:MAX_SHOWN])
        self.setAccessibleDescription("; ".join(", ".join(sample.lines) for sample in self.samples))
        self.setVisible(bool(samples))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at a width."""
        columns = self._columns(width)
        rows = -(-len(self.samples) // columns)
        return round(rows * self._cell_height)

    def sizeHint(self) -> QSize:
        """Size for five samples per row."""
        width = round(self._cell_width * 5)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Width of one sample."""
        return QSize(round(self._cell_width), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible cells; only their images are requested."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        columns = self._columns(self.width())
        for place, sample in enumerate(self.samples):
            row, column = divmod(place, columns)
            cell = QRectF(column * self._cell_width, row * self._cell_height, self._cell_width, self._cell_height)
            if cell.intersects(QRectF(event.rect())):
                self._draw(painter, cell, sample)
        painter.end()

    @property
    def _line(self) -> float:
        return float(self.fontMetrics().height())

    @property
    def _cell_width(self) -> float:
        return self._line * (_SIDE_LINES + 1.6)

    @property
    def _cell_height(self) -> float:
        lines = max((len(sample.lines) for sample in self.samples), default=0)
        return self._line * (_SIDE_LINES + lines + _GAP_LINES)

    def _columns(self, width: int) -> int:
        return max(1, int(width // self._cell_width))

    def _draw(self, painter: QPainter, cell: QRectF, sample: AnnotatedSample) -> None:
        colors, line = self._theme.colors, self._line
        side = line * _SIDE_LINES
        square = QRectF(cell.left(), cell.top(), side, side)
        side_px = round(side * painter.device().devicePixelRatioF())
        image = self._loader.image(ImageKey(sample.sample_id, side_px))
        if image is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.raised))
            painter.drawRoundedRect(square, 6, 6)
        else:
            painter.drawImage(square, image)
        color = str(getattr(colors, sample.role))
        painter.setPen(QPen(QColor(color), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, 6, 6)
        icon = QRectF(square.right() - line * 1.5, square.top() + line * 0.25, line * 1.25, line * 1.25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.surface))
        painter.drawEllipse(icon)
        self._icons.paint(painter, sample.icon, icon.adjusted(2, 2, -2, -2), color)
        width = cell.width() - line * 0.5
        metrics = QFontMetricsF(self.font())
        for row, text in enumerate(sample.lines):
            tone = colors.muted if row else colors.text
            painter.setPen(QColor(tone))
            rect = QRectF(cell.left(), square.bottom() + line * (0.15 + row), width, line)
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def changed_samples(
    changes: Sequence[ChangedPrediction], infos: Iterable[SampleInfo], labels: LabelSet
) -> list[AnnotatedSample]:
    """Samples with different predictions of both models: first those that became wrong, then those that became right.

    Deleted samples are left out.
    """
    existing = {info.id for info in infos}
    return [_changed(change, labels) for change in sorted(changes, key=_rank) if change.sample_id in existing]


def doubtful_samples(sample_ids: Sequence[str], infos: Iterable[SampleInfo], labels: LabelSet) -> list[AnnotatedSample]:
    """Samples with doubtful labels; deleted samples are left out."""
    label_of = {info.id: info.label for info in infos}
    known = [sample_id for sample_id in sample_ids if sample_id in label_of]
    return [
        AnnotatedSample(sample_id, "warning", "warning", (label_name(labels, label_of[sample_id]) + "?",))
        for sample_id in known
    ]


def _changed(change: ChangedPrediction, labels: LabelSet) -> AnnotatedSample:
    shown, old, new = (label_name(labels, label) for label in (change.shown, change.old, change.new))
    icon, role = (("close", "error"), ("check", "success"), ("warning", "warning"))[_rank(change)]
    return AnnotatedSample(
        change.sample_id, icon, role, (shown, tr("was {old}").format(old=old), tr("now {new}").format(new=new))
    )


def _rank(change: ChangedPrediction) -> int:
    if change.old == change.shown:
        return 0
    return 1 if change.new == change.shown else 2
