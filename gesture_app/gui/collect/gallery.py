"""What was recorded: look through it, play it through, relabel, delete, take back what was deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.collect.gallery_filters import GalleryFilters
from gesture_app.gui.collect.gallery_grid import GalleryGrid
from gesture_app.gui.collect.sample_preview import SamplePreview
from gesture_app.gui.collect.texts import sample_details, sample_title
from gesture_app.gui.texts import counted, label_title
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme

FILM_MS = 160
"""Between two samples that are played through: about as far apart as they were recorded."""

_PANEL_CHARACTERS = (34, 52)


class Gallery(QWidget):
    """Filters on top, thumbnails on the left, the chosen sample on the right.

    Args:
        room: Knows and changes the samples.
        loader: Has their pictures.
        icons: The program's drawings.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    left = Signal()
    """The person wants to go on recording."""
    export_requested = Signal(object)
    """Samples to be exported: a tuple of ids."""

    def __init__(
        self, room: SampleService, loader: ImageLoader, icons: IconSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._icons = icons
        self._theme = theme
        self.back_button = QPushButton(" Back")
        self.back_button.setToolTip("Back to recording (Esc)")
        self.filters = GalleryFilters()
        self.grid = GalleryGrid(loader, icons, theme)
        self.preview = SamplePreview(loader, icons, theme)
        self._title = QLabel()
        self._details = QLabel()
        self._details.setObjectName("muted")
        self.status = QLabel()
        self.status.setObjectName("muted")
        self.play_button = QPushButton(" Play")
        self.play_button.setToolTip("Step through what is shown, as a film (Space)")
        self.landmarks_button = QPushButton("Landmarks")
        self.landmarks_button.setCheckable(True)
        self.relabel_button = QPushButton("&Move to ▾")
        self.relabel_button.setToolTip("Say that what is selected shows something else (R)")
        self.relabel_button.setMenu(QMenu(self))
        self.delete_button = QPushButton(" &Delete")
        self.delete_button.setToolTip("Into the trash, from where it can be taken back (Del)")
        self.restore_button = QPushButton(" &Restore")
        self.restore_button.setToolTip("Take what is selected back from the trash")
        self.empty_button = QPushButton(" &Empty trash…")
        self.empty_button.setToolTip("Remove all that was deleted for good")
        self.export_button = QPushButton()
        self.export_button.setToolTip("Write what is selected into an archive (E)")
        self.export_button.setAccessibleName("Export")
        self.undo_button = QPushButton(" Undo")
        self._empty = QLabel()
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = QStackedWidget()
        self._film = QTimer(self)
        self._film.setInterval(FILM_MS)
        self._film.timeout.connect(self._on_film)
        self._lay_out()
        for button in self.findChildren(QPushButton):
            # A click on Delete must not leave the space bar on it.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._connect()
        self._recolor()
        self._refresh()

    @property
    def is_playing(self) -> bool:
        """Whether samples are being played through."""
        return self._film.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Space plays, Del deletes."""
        key = event.key()
        if event.isAutoRepeat():
            event.accept()
        elif key == Qt.Key.Key_Escape and self.is_playing:
            self.play(False)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Space:
            self.play(not self.is_playing)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.delete_selected()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring it up to date: while it is hidden nothing is done."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """A film nobody sees stops."""
        super().hideEvent(event)
        self.play(False)

    def play(self, is_on: bool) -> None:
        """Step through what is shown, from the chosen sample or from the start."""
        if is_on and self.grid.infos:
            if self.grid.currentIndex().row() in {-1, len(self.grid.infos) - 1}:
                self.grid.select_ids([self.grid.infos[0].id])
            self._film.start()
        else:
            self._film.stop()
        self.preview.is_film = self.is_playing
        self._show_play()

    def delete_selected(self) -> None:
        """Put what is selected into the trash."""
        if not self.filters.is_trash_shown:
            self.play(False)
            self._room.delete(self.grid.selected)

    def restore_selected(self) -> None:
        """Take what is selected back from the trash."""
        self.play(False)
        self._room.restore(self.grid.selected)

    def relabel_selected(self, slug: str) -> None:
        """Put what is selected under another label."""
        self.play(False)
        self._room.relabel(self.grid.selected, slug)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.filters.changed.connect(self._on_filter_changed)
        self.grid.current_changed.connect(self._show_chosen)
        self.grid.selected_changed.connect(self._show_chosen)
        self.play_button.clicked.connect(lambda: self.play(not self.is_playing))
        self.landmarks_button.toggled.connect(self.preview.show_landmarks)
        self.delete_button.clicked.connect(self.delete_selected)
        self.restore_button.clicked.connect(self.restore_selected)
        self.empty_button.clicked.connect(self._room.ask_to_empty_trash)
        self.export_button.clicked.connect(self._on_export)
        self.undo_button.clicked.connect(self._room.undo)
        self.relabel_button.menu().aboutToShow.connect(self._fill_relabel_menu)
        self._room.changed.connect(self._on_room_changed)
        self._theme.changed.connect(self._recolor)
        for key, button in (("R", self.relabel_button), ("E", self.export_button)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.filters)
        head.addStretch(1)
        head.addWidget(self.undo_button)
        panel = QFrame()
        panel.setObjectName("card")
        character = self.fontMetrics().averageCharWidth()
        panel.setMinimumWidth(character * _PANEL_CHARACTERS[0])
        panel.setMaximumWidth(character * _PANEL_CHARACTERS[1])
        film = QHBoxLayout()
        film.addWidget(self.play_button, 1)
        film.addWidget(self.landmarks_button, 1)
        change = QHBoxLayout()
        for button in (
            self.relabel_button,
            self.delete_button,
            self.restore_button,
            self.empty_button,
            self.export_button,
        ):
            button.setObjectName("choice")
            change.addWidget(button, 0 if button is self.export_button else 1)
        self.export_button.setMinimumWidth(round(self.fontMetrics().height() * 2.4))
        for label in (self._title, self._details):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(panel)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        column.addWidget(self.preview, 100)
        column.addWidget(self._title)
        column.addWidget(self._details)
        column.addStretch(1)
        column.addLayout(film)
        column.addLayout(change)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.grid, 1)
        left.addWidget(self.status)
        row.addLayout(left, 2)
        row.addWidget(panel, 1)
        self._body.addWidget(body)
        self._body.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._body, 1)

    def _on_room_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _on_filter_changed(self) -> None:
        self.play(False)
        self._refresh()

    def _refresh(self) -> None:
        infos = self._room.infos
        shown = self.filters.choose(infos, self._room.trashed, self._room.labels)
        self._show_what_can_be_done()
        self.grid.show_samples(shown, self._room.labels)
        self._body.setCurrentIndex(0 if shown else 1)
        self._empty.setText(
            "Nothing of that kind. Choose other filters above."
            if infos
            else "Nothing recorded yet. Go back, hold up your hand, and hold Space."
        )
        self.undo_button.setEnabled(bool(self._room.undo_text))
        self.undo_button.setToolTip(f"Undo: {self._room.undo_text} (Ctrl+Z)" if self._room.undo_text else "Ctrl+Z")
        self._show_chosen()

    def _show_what_can_be_done(self) -> None:
        """Offer what can be done with samples, or with deleted ones."""
        for button in (self.relabel_button, self.delete_button, self.export_button):
            button.setVisible(not self.filters.is_trash_shown)
        for button in (self.restore_button, self.empty_button):
            button.setVisible(self.filters.is_trash_shown)

    def _fill_relabel_menu(self) -> None:
        menu = self.relabel_button.menu()
        menu.clear()
        for label in self._room.labels.labels:
            action = menu.addAction(label_title(label))
            action.triggered.connect(lambda _checked=False, slug=label.slug: self.relabel_selected(slug))

    def _show_chosen(self) -> None:
        info, count = self.grid.current, self.grid.selected_count
        self.preview.show_sample(info)
        self._title.setText("" if info is None else sample_title(info, self._room.labels))
        self._details.setText("" if info is None else sample_details(info, self._room.labels))
        shown = counted(len(self.grid.infos), "sample")
        self.status.setText(f"{count:,} of {shown} selected" if count > 1 else shown)
        for button in (self.relabel_button, self.delete_button, self.export_button):
            button.setEnabled(count > 0 and not self.filters.is_trash_shown)
        self.restore_button.setEnabled(count > 0)

    def _on_export(self) -> None:
        self.export_requested.emit(self.grid.selected)

    def _on_film(self) -> None:
        if not self.grid.go_by(1):
            self.play(False)

    def _show_play(self) -> None:
        self.play_button.setText(" Stop" if self.is_playing else " Play")
        icon = "stop" if self.is_playing else "play"
        self.play_button.setIcon(self._icons.icon(icon, self._theme.colors.text))

    def _recolor(self) -> None:
        for button, name in (
            (self.back_button, "back"),
            (self.play_button, "play"),
            (self.delete_button, "erase"),
            (self.export_button, "export"),
            (self.undo_button, "undo"),
            (self.restore_button, "undo"),
            (self.empty_button, "erase"),
        ):
            self._icons.put_on(button, name, self._theme.colors.text)
        self._show_play()
