"""The panel beside the gallery's grid: the selected sample and the buttons that act on the selection."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.gui.background.image_loader import ImageLoader
from gesture_app.gui.collect.sample_preview import SamplePreview
from gesture_app.gui.collect.texts import sample_details, sample_title
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.side_panel import SidePanel
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow

_CHARACTERS = (34, 52)


class GalleryPanel(SidePanel):
    """Preview and description of one sample, and the buttons of the gallery.

    Args:
        loader: Loads the images of samples.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, loader: ImageLoader, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_CHARACTERS, parent)
        self._icons = icons
        self._theme = theme
        self.preview = SamplePreview(loader, icons, theme)
        self.title = QLabel()
        self.details = QLabel()
        self.details.setObjectName("muted")
        self.play_button = QPushButton(" " + tr("Play through"))
        self.play_button.setToolTip(tr("Step through what is shown, as a film (Space)"))
        self.landmarks_button = QPushButton(tr("Landmarks"))
        self.landmarks_button.setCheckable(True)
        self.relabel_button = QPushButton(tr("&Move to") + " ▾")
        self.relabel_button.setAccessibleName(tr("Move to"))
        self.relabel_button.setToolTip(tr("Say that what is selected shows something else (R)"))
        self.relabel_button.setMenu(QMenu(self))
        self.delete_button = QPushButton(" " + tr("&Delete"))
        self.delete_button.setToolTip(tr("Into the trash, from where it can be taken back (Del)"))
        self.restore_button = QPushButton(" " + tr("&Restore"))
        self.restore_button.setToolTip(tr("Take what is selected back from the trash"))
        self.empty_button = QPushButton(" " + tr("&Empty trash…"))
        self.empty_button.setToolTip(tr("Remove all that was deleted for good"))
        self.export_button = QPushButton()
        self.export_button.setToolTip(tr("Write what is selected into an archive (E)"))
        self.export_button.setAccessibleName(tr("Export"))
        self.landmarks_button.toggled.connect(self.preview.show_landmarks)
        self._lay_out()
        theme.changed.connect(self._recolor)
        self._recolor()

    def show_sample(self, info: SampleInfo | None, labels: LabelSet) -> None:
        """Show a sample with its description; None shows nothing."""
        self.preview.show_sample(info)
        self.title.setText("" if info is None else sample_title(info, labels))
        self.details.setText("" if info is None else sample_details(info, labels))

    def show_playing(self, *, is_playing: bool) -> None:
        """Show whether the samples are played, which the play button then stops."""
        self.preview.is_playing = is_playing
        self.play_button.setText(" " + tr("Stop") if is_playing else " " + tr("Play through"))
        self._icons.put_on(self.play_button, "stop" if is_playing else "play", self._theme.colors.text)

    def show_buttons(self, *, is_trash: bool) -> None:
        """Show the buttons for samples, or those for deleted samples."""
        for button in (self.relabel_button, self.delete_button, self.export_button):
            button.setVisible(not is_trash)
        for button in (self.restore_button, self.empty_button):
            button.setVisible(is_trash)

    def enable_buttons(self, *, is_any_selected: bool, is_trash: bool) -> None:
        """Enable the buttons that need a selection."""
        for button in (self.relabel_button, self.delete_button, self.export_button):
            button.setEnabled(is_any_selected and not is_trash)
        self.restore_button.setEnabled(is_any_selected)

    def _lay_out(self) -> None:
        playback, changes = WrappingRow(is_filled=True), WrappingRow(is_filled=True)
        playback.add(self.play_button, self.landmarks_button)
        for button in (
            self.relabel_button,
            self.delete_button,
            self.restore_button,
            self.empty_button,
            self.export_button,
        ):
            button.setObjectName("choice")
            changes.add(button)
        self.export_button.setMinimumWidth(round(self.fontMetrics().height() * 2.4))
        for label in (self.title, self.details):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        column.addWidget(self.preview, 100)
        column.addWidget(self.title)
        column.addWidget(self.details)
        column.addStretch(1)
        column.addWidget(playback)
        column.addWidget(changes)

    def _recolor(self) -> None:
        for button, name in (
            (self.delete_button, "erase"),
            (self.export_button, "export"),
            (self.restore_button, "undo"),
            (self.empty_button, "erase"),
        ):
            self._icons.put_on(button, name, self._theme.colors.text)
        self.show_playing(is_playing=self.preview.is_playing)
