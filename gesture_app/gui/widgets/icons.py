"""Renders the program's SVG icons in any colour and size."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from gesture_app.domain.samples.labels import SampleLabel

_ICON_SIZES_PX = (16, 24, 32, 48, 64, 128, 256)
_TEXT_HEIGHTS = 1.15


_GESTURES = "gestures/"


class GestureIcons(Protocol):
    """Icons of gestures without a file."""

    def paint(self, painter: QPainter, slug: str, rect: QRectF, color: str, /) -> None:
        """Paint the icon of a gesture, as large as fits."""
        ...

    def picture(self, label: SampleLabel, /) -> QImage | None:
        """A picture that the label has as its icon; None if it has none."""
        ...


class IconSet:
    """Renders the SVG files of a folder; ``currentColor`` in them is replaced. Missing icons stay empty.

    Attributes:
        own: Paints gestures without a file, ``gestures/<slug>``; None leaves them empty.

    Args:
        folder: Folder with the files ``<name>.svg``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer | None] = {}
        self.own: GestureIcons | None = None

    def paint(self, painter: QPainter, name: str, rect: QRectF, color: str) -> None:
        """Paint an icon into a rectangle, as large as fits."""
        renderer = self._renderer(name, color)
        if renderer is None:
            if self.own is not None and name.startswith(_GESTURES):
                self.own.paint(painter, name.removeprefix(_GESTURES), rect, color)
            return
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(rect.center())
        renderer.render(painter, square)

    def pixmap(self, name: str, side_px: int, color: str, device_pixel_ratio: float = 1.0) -> QPixmap:
        """Render an icon into a pixmap; transparent if it is missing."""
        pixmap = QPixmap(QSize(side_px, side_px) * device_pixel_ratio)
        pixmap.setDevicePixelRatio(device_pixel_ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, name, QRectF(0, 0, side_px, side_px), color)
        painter.end()
        return pixmap

    def icon(self, name: str, color: str = "#000000") -> QIcon:
        """Render an icon in all usual sizes, for buttons, menus and windows."""
        icon = QIcon()
        for side_px in _ICON_SIZES_PX:
            icon.addPixmap(self.pixmap(name, side_px, color))
        return icon

    def put_on(self, button: QAbstractButton, name: str, color: str) -> None:
        """Set a button's icon, a little higher than its text."""
        side_px = round(button.fontMetrics().height() * _TEXT_HEIGHTS)
        button.setIcon(self.icon(name, color))
        button.setIconSize(QSize(side_px, side_px))

    def _renderer(self, name: str, color: str) -> QSvgRenderer | None:
        key = (name, color)
        if key not in self._renderers:
            source = self._source(name)
            self._renderers[key] = (
                QSvgRenderer(QByteArray(source.replace("currentColor", color).encode())) if source else None
            )
        return self._renderers[key]

    def _source(self, name: str) -> str:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            self._sources[name] = path.read_text(encoding="utf-8") if path.is_file() else ""
        return self._sources[name]
