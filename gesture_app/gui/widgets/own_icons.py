"""Icons of the user's own gestures: a picture of their hand, an emoji, or the first letter."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.samples.labels import SampleLabel, slug_of
from gesture_app.gui.background.image_loader import ImageKey, ImageLoader
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.label_icon import paint_label_icon

_SIDE_PX = 192


class OwnIcons(QObject):
    """Gives the icons of gestures that the program has no drawing of. Used in the GUI thread.

    The samples are read as soon as such a gesture is shown; until then it has its first letter.

    Args:
        icons: Asks for the icons that it lacks.
        samples: Labels and samples.
        images: Loads the pictures.
        parent: Qt's owner.
    """

    changed = Signal()
    """An icon may look different."""

    def __init__(
        self, icons: IconSet, samples: SampleService, images: ImageLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._samples = samples
        self._images = images
        self._labels: dict[str, SampleLabel] = {}
        self._first_samples: dict[str, str] = {}
        self._is_waiting = False
        self._has_asked = False
        icons.own = self
        samples.changed.connect(self._on_samples_changed)
        images.loaded.connect(self._on_image_loaded)

    def paint(self, painter: QPainter, slug: str, rect: QRectF, color: str) -> None:
        """Paint the icon of a gesture with the painter's font."""
        if not self._has_asked:
            self._has_asked = True
            self._samples.load()
        label = self._labels.get(slug) or _plain_label(slug)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(rect.center())
        paint_label_icon(painter, square, label, self._icons, QColor(color), painter.font())

    def picture(self, label: SampleLabel) -> QImage | None:
        """The picture of the user's hand if the label has one and it is loaded; the oldest sample shows it."""
        sample = self._first_samples.get(label.slug, "") if label.has_picture else ""
        if not sample:
            return None
        image = self._images.image(ImageKey(sample, _SIDE_PX))
        self._is_waiting |= image is None
        return image

    def _on_samples_changed(self) -> None:
        labels = {label.slug: label for label in self._samples.labels.labels}
        first = {info.label: info.id for info in reversed(self._samples.infos)}
        if (labels, first) != (self._labels, self._first_samples):
            self._labels, self._first_samples = labels, first
            self.changed.emit()

    def _on_image_loaded(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.changed.emit()


def _plain_label(name: str) -> SampleLabel:
    """A label for a gesture that was never recorded here; imported models may have names that are no slugs."""
    letter = next((character for character in display_name(name) if character.isalnum()), "?")
    return SampleLabel(slug_of(name), letter)
