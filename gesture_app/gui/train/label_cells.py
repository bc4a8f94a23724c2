"""Table cells with the icon of a label."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.label_icon import paint_label_icon
from gesture_app.gui.widgets.theme import Theme


def label_or_default(labels: LabelSet, slug: str) -> SampleLabel:
    """The label with this slug, or a plain one: models may know gestures that were never recorded here."""
    return labels.get(slug) or SampleLabel(slug, display_name(slug))


def label_icon_cell(label: SampleLabel, icons: IconSet, theme: Theme) -> QLabel:
    """A widget with the icon of a label: its drawing, its emoji, or its first letter."""
    widget = QLabel()
    side_px = round(widget.fontMetrics().height() * 1.4)
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(QSize(side_px, side_px) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor(theme.colors.text)
    paint_label_icon(painter, QRectF(0, 0, side_px, side_px), label, icons, color, widget.font())
    painter.end()
    widget.setPixmap(pixmap)
    return widget
