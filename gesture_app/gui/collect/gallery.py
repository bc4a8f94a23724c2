"""Gallery of recorded samples: review, play, relabel, delete, restore."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.collect.gallery_filters import GalleryFilters
from gesture_app.gui.collect.gallery_grid import GalleryGrid
from gesture_app.gui.collect.gallery_panel import GalleryPanel
from gesture_app.gui.collect.people_controller import PeopleController
from gesture_app.gui.collect.people_state import person_title
from gesture_app.gui.texts import label_title
from gesture_app.gui.translation import number, tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.notifications import KEEP_CLEAR
from gesture_app.gui.widgets.theme import Theme

PLAYBACK_INTERVAL_MS = 160
"""Interval between two played samples: about the interval of recording."""


class Gallery(QWidget):
    """Filters on top, thumbnails on the left, the current sample on the right.

    Args:
        samples: The sample service.
        people: The controller of people.
        model_in_use: Returns the id of the model in use; its wrong answers are marked.
        loader: Loads the images of samples.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    closed = Signal()
    """The user returns to recording."""
    export_requested = Signal(object)
    """The user exports samples: a tuple of ids."""

    def __init__(
        self,
        samples: SampleService,
        people: PeopleController,
        model_in_use: Callable[[], str],
        loader: ImageLoader,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._samples = samples
        self._people = people
        self._model_in_use = model_in_use
        self._judge = ""
        self._icons = icons
        self._theme = theme
        self.back_button = QPushButton(" " + tr("Back"))
        self.back_button.setToolTip(tr("Back to recording (Esc)"))
        self.filters = GalleryFilters()
        self.grid = GalleryGrid(loader, icons, theme)
        self.panel = GalleryPanel(loader, icons, theme)
        self.status = QLabel()
        self.status.setObjectName("muted")
        self.status.setProperty(KEEP_CLEAR, True)
        self.undo_button = QPushButton(" " + tr("Undo"))
        self.empty_label = QLabel()
        self.empty_label.setObjectName("muted")
        self.empty_label.setWordWrap(True)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = QStackedWidget()
        self._playback = QTimer(self)
        self._playback.setInterval(PLAYBACK_INTERVAL_MS)
        self._playback.timeout.connect(self.play_next)
        self._lay_out()
        for button in self.findChildren(QPushButton):
            # After a click on Delete, Space must not press it again.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._connect()
        self._recolor()
        self._refresh()

    @property
    def is_playing(self) -> bool:
        """Whether samples are being played."""
        return self._playback.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Space plays, Del deletes."""
        key = event.key()
        if event.isAutoRepeat():
            event.accept()
        elif key == Qt.Key.Key_Escape and self.is_playing:
            self.play(False)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key == Qt.Key.Key_Space:
            self.play(not self.is_playing)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.delete_selected()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Update the gallery, which is not updated while hidden."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop playing."""
        super().hideEvent(event)
        self.play(False)

    def play(self, is_on: bool) -> None:
        """Play the shown samples from the current one, or from the start."""
        if is_on and self.grid.infos:
            if self.grid.currentIndex().row() in {-1, len(self.grid.infos) - 1}:
                self.grid.select_ids([self.grid.infos[0].id])
            self._playback.start()
        else:
            self._playback.stop()
        self.panel.show_playing(is_playing=self.is_playing)

    def delete_selected(self) -> None:
        """Move the selected samples to the trash."""
        if not self.filters.is_trash_shown:
            self.play(False)
            self._samples.delete(self.grid.selected)

    def restore_selected(self) -> None:
        """Restore the selected samples from the trash."""
        self.play(False)
        self._samples.restore(self.grid.selected)

    def relabel_selected(self, slug: str) -> None:
        """Change the label of the selected samples."""
        self.play(False)
        self._samples.relabel(self.grid.selected, slug)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.filters.changed.connect(self._on_filter_changed)
        self.grid.current_changed.connect(self._show_chosen)
        self.grid.selected_changed.connect(self._show_chosen)
        self.panel.play_button.clicked.connect(lambda: self.play(not self.is_playing))
        self.panel.delete_button.clicked.connect(self.delete_selected)
        self.panel.restore_button.clicked.connect(self.restore_selected)
        self.panel.empty_button.clicked.connect(lambda: self._samples.ask_to_empty_trash(self.panel.empty_button))
        self.panel.export_button.clicked.connect(self._on_export)
        self.undo_button.clicked.connect(self._samples.undo)
        self.panel.relabel_button.menu().aboutToShow.connect(self._fill_relabel_menu)
        self._samples.changed.connect(self._on_samples_changed)
        self._theme.changed.connect(self._recolor)
        for key, button in (("R", self.panel.relabel_button), ("E", self.panel.export_button)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.filters, 1)
        head.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.grid, 1)
        left.addWidget(self.status)
        row.addLayout(left, 2)
        row.addWidget(self.panel, 1)
        self._body.addWidget(body)
        self._body.addWidget(self.empty_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._body, 1)

    def follow_model(self) -> None:
        """Mark the wrong answers of the model in use, if another one is."""
        if self.isVisible() and self._model_in_use() != self._judge:
            self._refresh()

    def _on_samples_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _on_filter_changed(self) -> None:
        self.play(False)
        self._refresh()

    def _refresh(self) -> None:
        infos = self._samples.infos
        self._judge = model_id = self._model_in_use()
        shown = self.filters.choose(infos, self._samples.trashed, self._samples.labels, model_id)
        self.panel.show_buttons(is_trash=self.filters.is_trash_shown)
        self.grid.show_samples(shown, self._samples.labels, model_id)
        self._body.setCurrentIndex(0 if shown else 1)
        self.empty_label.setText(
            tr("Nothing of that kind. Choose other filters above.")
            if infos
            else tr("Nothing recorded yet. Go back, hold up your hand, and hold Space.")
        )
        self.undo_button.setEnabled(bool(self._samples.undo_text))
        self.undo_button.setToolTip(
            tr("Undo: {undo_text} (Ctrl+Z)").format(undo_text=self._samples.undo_text)
            if self._samples.undo_text
            else "Ctrl+Z"
        )
        self._show_chosen()

    def _fill_relabel_menu(self) -> None:
        menu = self.panel.relabel_button.menu()
        menu.clear()
        for label in self._samples.labels.labels:
            action = menu.addAction(label_title(label))
            action.triggered.connect(lambda _checked=False, slug=label.slug: self.relabel_selected(slug))

        menu.addSeparator()
        people = menu.addMenu(tr("Of a &person"))
        for person in self._people.state.choices:
            action = people.addAction(person_title(person))
            action.triggered.connect(lambda _checked=False, name=person: self._people.assign(self.grid.selected, name))
        people.addSeparator()
        people.addAction(tr("Another person…")).triggered.connect(
            lambda: self._people.ask_to_assign(self.grid.selected)
        )

    def _show_chosen(self) -> None:
        info, count = self.grid.current, self.grid.selected_count
        self.panel.show_sample(info, self._samples.labels)
        total = len(self.grid.infos)
        shown = tr("{count} samples", "{count} sample", total).format(count=number(total))
        self.status.setText(
            tr("{count} of {shown} selected").format(count=number(count), shown=shown) if count > 1 else shown
        )
        self.panel.enable_buttons(is_any_selected=count > 0, is_trash=self.filters.is_trash_shown)

    def _on_export(self) -> None:
        self.export_requested.emit(self.grid.selected)

    def play_next(self) -> None:
        """Go to the next sample; stop after the last one."""
        if not self.grid.go_by(1):
            self.play(False)

    def _recolor(self) -> None:
        for button, name in ((self.back_button, "back"), (self.undo_button, "undo")):
            self._icons.put_on(button, name, self._theme.colors.text)
