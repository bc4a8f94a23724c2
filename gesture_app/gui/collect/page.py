"""The collect page: samples of the user's hands are recorded here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gesture_app.domain.samples.guide import advise, progress_by_label
from gesture_app.domain.samples.learning_progress import learning_progress
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.collect.exchange_bar import ExchangeBar
from gesture_app.gui.collect.exchange_controller import ExchangeController
from gesture_app.gui.collect.gallery import Gallery
from gesture_app.gui.collect.label_controller import LabelController
from gesture_app.gui.collect.label_panel import LabelPanel
from gesture_app.gui.collect.learning_texts import learning_text
from gesture_app.gui.collect.memory_note import MemoryNote
from gesture_app.gui.collect.people_controller import PeopleController
from gesture_app.gui.collect.recording_keys import RecordingKeys
from gesture_app.gui.collect.recording_view import RecordingView, overlay_content
from gesture_app.gui.collect.services import CollectServices
from gesture_app.gui.collect.texts import advice_text, doubt_text, recorded_text
from gesture_app.gui.texts import label_name
from gesture_app.gui.translation import number, tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.keys import is_command
from gesture_app.gui.widgets.side_panel import SidePanel
from gesture_app.gui.widgets.theme import Theme

_PANEL_CHARACTERS = (45, 62)


class CollectPage(QWidget):
    """The video on the left, the labels on the right; the gallery replaces both.

    While Space is held, the selected label is recorded; while a label's key is held, that label. Enter records a burst,
    Esc stops.

    Args:
        session: The engine session; its hands are recorded.
        sources: The current source, and whether it is mirrored.
        services: The services of the page.
        icons: The icons of the program.
        theme: The current colours.
        clock: Monotonic seconds, the clock of the frames.
        parent: Parent widget.
    """

    def __init__(
        self,
        session: EngineSession,
        sources: SourceController,
        services: CollectServices,
        icons: IconSet,
        theme: Theme,
        *,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sources = sources
        self._samples = services.samples
        self._recording = services.recording
        self._job = services.job
        self._memory = services.memory
        self._advice = ""
        self.recording_view = RecordingView(session, sources, icons, theme, clock=clock)
        self.people = PeopleController(services.samples, services.memory, services.preferences, services.notices, self)
        self.panel = LabelPanel(self.people, icons, theme)
        self.keys = RecordingKeys(services.recording, services.samples, self.panel, self)
        self.gallery = Gallery(
            services.samples, self.people, lambda: session.status.model_id, services.loader, icons, theme
        )
        self.memory_note = MemoryNote(services.memory)
        self.labels = LabelController(services.samples, self)
        self.exchange = ExchangeController(services, icons, theme, lambda: self.panel.list.current, self)
        self.exchange_bar = ExchangeBar(services.job)
        self._screens = QStackedWidget()
        self._lay_out()
        self._connect()
        session.status_changed.connect(self.gallery.follow_model)
        # Not by Tab, which would go past what lies above the list.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Collect"))
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record while a key is held; Enter begins a burst, Esc stops."""
        if is_command(event) or not self._is_recording_shown or not self.keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus to the list, which handles the arrow keys, or to the gallery; the page gets all other keys."""
        super().focusInEvent(event)
        (self.panel.list if self._is_recording_shown else self.gallery.grid).setFocus()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop recording when the key is released."""
        if not self.keys.release(event):
            super().keyReleaseEvent(event)

    def show_gallery(self) -> None:
        """Show the gallery."""
        self.keys.stop_recording()
        self._screens.setCurrentWidget(self.gallery)
        self.setFocus()

    def show_recording(self) -> None:
        """Show the video."""
        self._screens.setCurrentIndex(0)
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the samples when the page is shown for the first time."""
        super().showEvent(event)
        self._samples.load()
        self.setFocus()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop recording when the page is hidden."""
        super().hideEvent(event)
        self.keys.stop_recording()

    def changeEvent(self, event: QEvent) -> None:
        """Stop recording when the window loses the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.keys.stop_recording()

    @property
    def _is_recording_shown(self) -> bool:
        return self._screens.currentIndex() == 0

    def _lay_out(self) -> None:
        panel = SidePanel(_PANEL_CHARACTERS)
        column = QVBoxLayout(panel)
        column.setContentsMargins(14, 10, 14, 14)
        column.addWidget(self.panel, 1)
        column.addWidget(self.memory_note)
        recording = QWidget()
        row = QHBoxLayout(recording)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.recording_view, 2)
        row.addWidget(panel, 1)
        self._screens.addWidget(recording)
        self._screens.addWidget(self.gallery)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.exchange_bar)
        layout.addWidget(self._screens, 1)

    def _connect(self) -> None:
        panel = self.panel
        panel.list.chosen.connect(self._on_chosen)
        panel.list.edit_requested.connect(self.labels.ask_change)
        panel.add_button.clicked.connect(self.labels.ask_new)
        panel.edit_button.clicked.connect(lambda: self.labels.ask_change(panel.list.current))
        panel.remove_button.clicked.connect(lambda: self.labels.remove(panel.list.current))
        panel.record_button.pressed.connect(lambda: self._recording.record(panel.list.current))
        panel.record_button.released.connect(self._recording.stop_recording)
        panel.burst_button.clicked.connect(self.keys.toggle_burst)
        panel.gallery_button.clicked.connect(self.show_gallery)
        panel.memory_box.clicked.connect(self._memory.set_on)
        self._memory.changed.connect(self._refresh)
        self.memory_note.doubtful_requested.connect(self._show_doubtful)
        panel.folder_requested.connect(self.exchange.ask_folder)
        panel.video_requested.connect(self.exchange.ask_video)
        panel.archive_requested.connect(self.exchange.ask_archive)
        panel.export_requested.connect(self.exchange.ask_export)
        self.gallery.closed.connect(self.show_recording)
        self.gallery.export_requested.connect(self.exchange.ask_export)
        self.labels.added.connect(self._on_label_added)
        self._job.changed.connect(self._refresh)
        for signal in (self.people.changed, self._sources.changed):
            signal.connect(self._refresh)
        self._recording.changed.connect(self._show_recording)
        self.recording_view.feed.changed.connect(self._show_recording)
        for keys, run in (
            ("Ctrl+G", self._switch_screen),
            ("Ctrl+N", self.labels.ask_new),
            ("Ctrl+I", panel.exchange_button.showMenu),
            (QKeySequence.StandardKey.Undo, self._samples.undo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _switch_screen(self) -> None:
        if self._is_recording_shown:
            self.show_gallery()
        else:
            self.show_recording()

    def _on_chosen(self) -> None:
        burst = self._recording.burst
        if burst is not None and burst.label != self.panel.list.current:
            self._recording.stop_recording()
        self._refresh()

    def _on_label_added(self, slug: str) -> None:
        # The list shows it after the store has written it.
        self._samples.run(lambda: lambda: self.panel.list.choose(slug))

    def _refresh(self) -> None:
        """Show the current samples and labels."""
        if not self.isVisible():
            return
        infos, labels, session = self._samples.infos, self._samples.labels, self._recording.session_name
        recorded = self.people.samples_of_recorded
        memory = self._memory.state
        learning = learning_progress(memory.answers, recorded)
        progress = progress_by_label(recorded, session)
        self.panel.list.show_labels(labels, progress, learning.learnt)
        chosen = self.panel.list.current
        self.panel.edit_button.setVisible(self.labels.can_edit(chosen))
        self.panel.remove_button.setVisible(self.labels.can_remove(chosen))
        self.panel.gallery_button.setText(
            " " + tr("&Gallery ({count})").format(count=number(len(infos))) if infos else " " + tr("&Gallery")
        )
        is_free = self._samples.is_open and not self._job.is_running
        self.panel.export_action.setEnabled(bool(infos) and is_free)
        for action in self.panel.import_actions:
            action.setEnabled(is_free)
        self._advice = advice_text(advise(recorded, labels, chosen, session, progress), labels)
        self.recording_view.show_learning(learning_text(learning, recorded, labels, chosen))
        self.panel.show_memory(memory)
        self.gallery.filters.offer_doubtful(memory.doubtful)
        self._show_recording()

    def _show_doubtful(self) -> None:
        self.gallery.filters.show_doubtful()
        self.show_gallery()

    def _show_recording(self) -> None:
        """Show the state of recording."""
        if not self.isVisible():
            return
        labels, state, chosen = self._samples.labels, self._recording.state, self.panel.list.current
        result = self.recording_view.feed.result
        recorded = label_name(labels, state.label or "")
        is_demo = self._sources.is_demo
        hands = 0 if result is None else len(result.hands)
        obstacle = self._recording.obstacle
        is_of_chosen = state.doubt is not None and state.doubt.label == (state.label or chosen)
        doubt = doubt_text(state.doubt, labels) if state.doubt is not None and is_of_chosen else ""
        self.recording_view.show_overlay(
            overlay_content(state, label_name(labels, chosen), recorded, obstacle, hands, doubt, is_demo=is_demo)
        )
        counts = recorded_text(self._recording.saved_count, self._recording.refusals)
        self.recording_view.show_guide(self._advice if self._samples.is_open else tr("Reading the samples…"), counts)
        self.panel.show_burst(is_on=self._recording.burst is not None)
