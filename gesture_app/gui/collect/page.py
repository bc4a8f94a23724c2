"""The page on which own samples are collected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.samples.guide import advise, progress_by_label
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.collect.exchange_controller import ExchangeController
from gesture_app.gui.collect.gallery import Gallery
from gesture_app.gui.collect.key_hold import KeyHold
from gesture_app.gui.collect.label_editing import LabelEditing
from gesture_app.gui.collect.label_panel import LabelPanel
from gesture_app.gui.collect.services import CollectServices
from gesture_app.gui.collect.stage import CollectStage, scene_of
from gesture_app.gui.collect.texts import advice_text, import_progress, kept_text
from gesture_app.gui.texts import label_name
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.settings import SourceKind

_PANEL_CHARACTERS = (45, 62)
_NOT_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CollectPage(QWidget):
    """The picture on the left, the labels on the right; the gallery takes the place of both.

    Space records the chosen label as long as it is held, a label's key that label; Enter records a burst, Esc stops.

    Args:
        session: What is recorded.
        sources: Knows what is shown, and whether it is mirrored.
        backstage: Everything behind the page.
        icons: The program's drawings.
        theme: The colours in use.
        clock: The clock of the frames.
        parent: The widget it lies in.
    """

    def __init__(
        self,
        session: EngineSession,
        sources: SourceController,
        backstage: CollectServices,
        icons: IconSet,
        theme: Theme,
        *,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sources = sources
        self._room = backstage.room
        self._desk = backstage.desk
        self._job = backstage.job
        self.keys = KeyHold(self._on_held, backstage.desk.rest, self)
        self._advice = ""
        self.stage = CollectStage(session, sources, icons, theme, clock=clock)
        self.panel = LabelPanel(icons, theme)
        self.gallery = Gallery(backstage.room, backstage.loader, icons, theme)
        self.labels = LabelEditing(backstage.room, self)
        self.exchange = ExchangeController(backstage, icons, theme, lambda: self.panel.list.current, self)
        self.job_bar = QFrame()
        self.job_text = QLabel()
        self.job_progress = QProgressBar()
        self.cancel_button = QPushButton("Stop")
        self._screens = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The list moves with the arrows, and leaves all other keys to the page.
        self.setFocusProxy(self.panel.list)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record while a key is held; Enter begins a burst, Esc stops everything."""
        key, is_repeat = event.key(), event.isAutoRepeat()
        if event.modifiers() & _NOT_PLAIN or not self._is_recording_shown:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.stop_recording()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not is_repeat:
                self.toggle_burst()
        elif slug := self._label_of_key(key, event.text()):
            self.keys.press(event, slug)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop recording with the key."""
        if not self.keys.release(event):
            super().keyReleaseEvent(event)

    def toggle_burst(self) -> None:
        """Begin a burst of the chosen label, or stop the one that runs."""
        if self._desk.burst is not None:
            self.stop_recording()
        elif self.panel.list.current:
            self.keys.forget()
            self._desk.begin_burst(self.panel.list.current, self.panel.burst_length)

    def stop_recording(self) -> None:
        """Stop whatever is being recorded or counted down."""
        self.keys.forget()
        self._desk.rest()

    def show_gallery(self) -> None:
        """Show what was recorded."""
        self.stop_recording()
        self._screens.setCurrentWidget(self.gallery)
        # Whenever the page gets the keyboard, such as by its tab, the thumbnails have it.
        self.setFocusProxy(self.gallery.grid)
        self.setFocus()

    def show_recording(self) -> None:
        """Show the picture again."""
        self._screens.setCurrentIndex(0)
        self.setFocusProxy(self.panel.list)
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the samples when somebody first looks."""
        super().showEvent(event)
        self._room.load()
        self.setFocus()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is recorded behind the person's back."""
        super().hideEvent(event)
        self.stop_recording()

    def changeEvent(self, event: QEvent) -> None:
        """Nor while another window has the keyboard."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.stop_recording()

    @property
    def _is_recording_shown(self) -> bool:
        return self._screens.currentIndex() == 0

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("card")
        character = self.fontMetrics().averageCharWidth()
        panel.setMinimumWidth(character * _PANEL_CHARACTERS[0])
        panel.setMaximumWidth(character * _PANEL_CHARACTERS[1])
        column = QVBoxLayout(panel)
        column.setContentsMargins(14, 10, 14, 14)
        column.addWidget(self.panel)
        recording = QWidget()
        row = QHBoxLayout(recording)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.stage, 2)
        row.addWidget(panel, 1)
        self._screens.addWidget(recording)
        self._screens.addWidget(self.gallery)
        self.job_bar.setObjectName("card")
        strip = QHBoxLayout(self.job_bar)
        strip.setContentsMargins(14, 6, 8, 6)
        strip.setSpacing(12)
        self.job_progress.setTextVisible(False)
        strip.addWidget(self.job_text, 2)
        strip.addWidget(self.job_progress, 1)
        strip.addWidget(self.cancel_button)
        self.job_bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.job_bar)
        layout.addWidget(self._screens, 1)

    def _connect(self) -> None:
        panel = self.panel
        panel.list.chosen.connect(self._on_chosen)
        panel.list.edit_requested.connect(self.labels.ask_change)
        panel.add_button.clicked.connect(self.labels.ask_new)
        panel.edit_button.clicked.connect(lambda: self.labels.ask_change(panel.list.current))
        panel.remove_button.clicked.connect(lambda: self.labels.remove(panel.list.current))
        panel.record_button.pressed.connect(lambda: self._desk.record(panel.list.current))
        panel.record_button.released.connect(self._desk.rest)
        panel.burst_button.clicked.connect(self.toggle_burst)
        panel.gallery_button.clicked.connect(self.show_gallery)
        panel.folder_requested.connect(self.exchange.ask_folder)
        panel.video_requested.connect(self.exchange.ask_video)
        panel.archive_requested.connect(self.exchange.ask_archive)
        panel.export_requested.connect(self._on_export)
        self.gallery.left.connect(self.show_recording)
        self.gallery.export_requested.connect(self.exchange.ask_export)
        self.labels.added.connect(self._on_label_added)
        self.cancel_button.clicked.connect(self._job.cancel)
        self._job.changed.connect(self._show_job)
        for signal in (self._room.changed, self._room.loaded, self._sources.changed):
            signal.connect(self._refresh)
        self._desk.changed.connect(self._show_recording)
        self.stage.feed.changed.connect(self._show_recording)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        for keys, run in (
            ("Ctrl+G", self._switch_screen),
            ("Ctrl+N", self.labels.ask_new),
            ("Ctrl+I", panel.exchange_button.showMenu),
            (QKeySequence.StandardKey.Undo, self._room.undo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _switch_screen(self) -> None:
        if self._is_recording_shown:
            self.show_gallery()
        else:
            self.show_recording()

    def _label_of_key(self, key: int, text: str) -> str:
        """The label that a key records, as a slug; empty for other keys."""
        if key == Qt.Key.Key_Space:
            return self.panel.list.current
        folded = text.casefold()
        labels = self._room.labels.labels
        return next((label.slug for label in labels if folded and label.key.casefold() == folded), "")

    def _on_export(self) -> None:
        self.exchange.ask_export()

    def _on_held(self, slug: str) -> None:
        self.panel.list.choose(slug)
        self._desk.record(slug)

    def _on_focus_changed(self) -> None:
        # The key's release goes where the keyboard is now, which may be elsewhere.
        if self.keys.is_any_held:
            self.stop_recording()

    def _on_chosen(self) -> None:
        burst = self._desk.burst
        if burst is not None and burst.label != self.panel.list.current:
            self._desk.rest()
        self._refresh()

    def _on_label_added(self, slug: str) -> None:
        # The list has it once the store has written it.
        self._room.run(lambda: lambda: self.panel.list.choose(slug))

    def _refresh(self) -> None:
        """Show samples and labels as they are."""
        if not self.isVisible():
            return
        infos, labels = self._room.infos, self._room.labels
        session = self._desk.session_name
        self.panel.list.show_labels(labels, progress_by_label(infos, session))
        chosen = self.panel.list.current
        self.panel.edit_button.setVisible(self.labels.can_edit(chosen))
        self.panel.remove_button.setVisible(self.labels.can_remove(chosen))
        self.panel.gallery_button.setText(f" &Gallery ({len(infos):,})" if infos else " &Gallery")
        is_free = self._room.is_open and not self._job.is_running
        self.panel.export_action.setEnabled(bool(infos) and is_free)
        for action in self.panel.import_actions:
            action.setEnabled(is_free)
        self._advice = advice_text(advise(infos, labels, chosen, session), labels)
        self._show_recording()

    def _show_recording(self) -> None:
        """Show what recording does."""
        if not self.isVisible():
            return
        labels, state, chosen = self._room.labels, self._desk.state, self.panel.list.current
        result, source = self.stage.feed.result, self._sources.current
        recorded = label_name(labels, state.label or "")
        is_demo = source is not None and source.kind is SourceKind.DEMO
        hands = 0 if result is None else len(result.hands)
        obstacle = self._desk.obstacle
        self.stage.show_scene(scene_of(state, label_name(labels, chosen), recorded, obstacle, hands, is_demo=is_demo))
        counts = kept_text(self._desk.kept, self._desk.refusals)
        self.stage.show_guide(self._advice if self._room.is_open else "Reading the samples…", counts)
        self.panel.show_burst(is_on=self._desk.burst is not None)

    def _show_job(self) -> None:
        job = self._job
        self.job_bar.setVisible(job.is_running)
        is_import = job.what == "import"
        text = import_progress(job.tally) if is_import else "Exporting…"
        self.job_text.setText("Stopping…" if job.is_running and job.is_cancelled else text)
        self.cancel_button.setVisible(is_import)
        expected = job.tally.expected if job.tally is not None else None
        self.job_progress.setRange(0, expected or 0)
        self.job_progress.setValue(job.tally.seen if job.tally is not None else 0)
        self._refresh()
