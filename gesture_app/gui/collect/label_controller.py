"""Adding, changing and removing labels."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gesture_app.domain.samples.labels import BUILT_IN_LABELS, LabelSet, SampleLabel
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.collect.label_dialog import LabelDialog


class LabelController(QObject):
    """Opens the dialogs for labels, and applies the changes.

    Args:
        samples: The sample service; it stores the labels.
        window: Parent window of the dialogs.
    """

    added = Signal(str)
    """A label was added: its slug."""

    def __init__(self, samples: SampleService, window: QWidget) -> None:
        super().__init__(window)
        self._samples = samples
        self._window = window

    def can_edit(self, slug: str) -> bool:
        """Whether a label was made by the user; models refer to the built-in ones by name."""
        return bool(slug) and BUILT_IN_LABELS.get(slug) is None

    def can_remove(self, slug: str) -> bool:
        """Whether a label was made by the user and has no samples."""
        return self.can_edit(slug) and all(info.label != slug for info in self._samples.infos)

    def ask_new(self) -> None:
        """Ask for a new label."""
        dialog = LabelDialog(self._samples.labels, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._add(dialog.label))
        dialog.open()

    def ask_change(self, slug: str) -> None:
        """Ask for changes of a label; does nothing for built-in labels."""
        label = self._samples.labels.get(slug)
        if label is None or not self.can_edit(slug):
            return
        dialog = LabelDialog(self._samples.labels, label, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._replace(dialog.label))
        dialog.open()

    def remove(self, slug: str) -> None:
        """Remove a label; does nothing if it cannot be removed."""
        if self.can_remove(slug):
            self._samples.set_labels(
                LabelSet(tuple(label for label in self._samples.labels.labels if label.slug != slug))
            )

    def _add(self, label: SampleLabel) -> None:
        self._samples.set_labels(self._samples.labels.with_label(label))
        self.added.emit(label.slug)

    def _replace(self, label: SampleLabel) -> None:
        labels = self._samples.labels.labels
        self._samples.set_labels(LabelSet(tuple(label if old.slug == label.slug else old for old in labels)))
