"""The keys that record on the Collect page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.collect.key_repeat_filter import KeyRepeatFilter
from gesture_app.gui.collect.label_panel import LabelPanel
from gesture_app.gui.collect.recording_controller import RecordingController


class RecordingKeys(QObject):
    """Records the selected label while Space is held, and a label while its key is. Enter records a burst, Esc stops.

    Args:
        recording: Records.
        samples: Has the labels and their keys.
        panel: Has the selected label and the length of a burst.
        parent: The widget that gets the keys.
    """

    def __init__(
        self, recording: RecordingController, samples: SampleService, panel: LabelPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._recording = recording
        self._samples = samples
        self._panel = panel
        self.held = KeyRepeatFilter(self._on_held, recording.stop_recording, self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def press(self, event: QKeyEvent) -> bool:
        """Handle the press of a key. Returns whether it is one of those that record."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.stop_recording()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.toggle_burst()
        elif slug := self._label_of_key(key, event.text()):
            self.held.press(event, slug)
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Stop recording when the key is released. Returns whether it was held."""
        return self.held.release(event)

    def toggle_burst(self) -> None:
        """Begin a burst of the selected label, or stop the running one."""
        if self._recording.burst is not None:
            self.stop_recording()
        elif self._panel.list.current:
            self.held.clear()
            self._recording.begin_burst(self._panel.list.current, self._panel.burst_length)

    def stop_recording(self) -> None:
        """Stop recording and countdown."""
        self.held.clear()
        self._recording.stop_recording()

    def _label_of_key(self, key: int, text: str) -> str:
        """Slug of the label that a key records; empty for other keys."""
        label = self._samples.labels.of_key(text)
        return self._panel.list.current if key == Qt.Key.Key_Space else label.slug if label else ""

    def _on_held(self, slug: str) -> None:
        self._panel.list.choose(slug)
        self._recording.record(slug)

    def _on_focus_changed(self) -> None:
        # The release of the key goes to the widget that has the focus now.
        if self.held.is_any_held:
            self.stop_recording()
