"""Adds, changes and removes labels, asking the person what is needed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gesture_app.domain.samples.labels import BUILT_IN_LABELS, LabelSet, SampleLabel
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.collect.label_dialog import LabelDialog


class LabelEditing(QObject):
    """Opens the dialogs about labels, and hands what was decided to the room.

    Args:
        room: Keeps the labels.
        window: What dialogs belong to.
    """

    added = Signal(str)
    """A label was added: its slug."""

    def __init__(self, room: SampleService, window: QWidget) -> None:
        super().__init__(window)
        self._room = room
        self._window = window

    def can_edit(self, slug: str) -> bool:
        """Whether a label is the person's own; models know the others by their names."""
        return bool(slug) and BUILT_IN_LABELS.get(slug) is None

    def can_remove(self, slug: str) -> bool:
        """Whether a label is the person's own and has no samples."""
        return self.can_edit(slug) and all(info.label != slug for info in self._room.infos)

    def ask_new(self) -> None:
        """Let the person add a label."""
        dialog = LabelDialog(self._room.labels, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._add(dialog.label))
        dialog.open()

    def ask_change(self, slug: str) -> None:
        """Let the person change a label of their own; nothing for others."""
        label = self._room.labels.get(slug)
        if label is None or not self.can_edit(slug):
            return
        dialog = LabelDialog(self._room.labels, label, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._replace(dialog.label))
        dialog.open()

    def remove(self, slug: str) -> None:
        """Take an empty label off the list; nothing for others."""
        if self.can_remove(slug):
            self._room.set_labels(LabelSet(tuple(kept for kept in self._room.labels.labels if kept.slug != slug)))

    def _add(self, label: SampleLabel) -> None:
        self._room.set_labels(self._room.labels.with_label(label))
        self.added.emit(label.slug)

    def _replace(self, label: SampleLabel) -> None:
        labels = self._room.labels.labels
        self._room.set_labels(LabelSet(tuple(label if old.slug == label.slug else old for old in labels)))
