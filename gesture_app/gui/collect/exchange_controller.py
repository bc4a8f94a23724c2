"""File dialogs for import and export of samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.message import Message
from gesture_app.gui.collect.import_dialogs import FolderImportDialog
from gesture_app.gui.collect.services import CollectServices
from gesture_app.gui.collect.video_import_dialog import VideoImportDialog
from gesture_app.gui.collect.video_scrubber import MAX_THUMBNAILS, THUMBNAIL_SIDE_PX, ReadThumbnails
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme

_ARCHIVE_NAME = "gesture-app-samples.zip"
_ARCHIVES = Message("Archives (*.zip)")
_VIDEOS = Message("Videos (*.mp4 *.m4v *.mov *.avi *.mkv *.webm);;All files (*)")


class ExchangeController(QObject):
    """Opens the dialogs for import and export, and starts the job.

    Args:
        services: The services of the collect page.
        icons: The icons of the program.
        theme: The current colours.
        chosen_label: Returns the slug of the label selected on the page.
        window: Parent window of the dialogs.
    """

    def __init__(
        self,
        services: CollectServices,
        icons: IconSet,
        theme: Theme,
        chosen_label: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._samples = services.samples
        self._preferences = services.preferences
        self._job = services.job
        self._make_exchange = services.make_exchange
        self._icons = icons
        self._theme = theme
        self._chosen_label = chosen_label
        self._window = window
        self._folder = ""

    def ask_folder(self) -> None:
        """Ask for a folder of images."""
        self._ask(tr("Import Pictures"), "", self.open_folder, is_folder=True)

    def ask_video(self) -> None:
        """Ask for a video."""
        self._ask(tr("Import Video"), translated(_VIDEOS), self.open_video)

    def ask_archive(self) -> None:
        """Ask for an archive."""
        self._ask(tr("Import Archive"), translated(_ARCHIVES), self.open_archive)

    def ask_export(self, sample_ids: tuple[str, ...] | None = None) -> None:
        """Ask for the archive to export samples into; None exports all samples."""
        dialog = QFileDialog(
            self._window, tr("Export Samples"), str(Path(self._folder) / _ARCHIVE_NAME), translated(_ARCHIVES)
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(lambda path: self._export(Path(path), sample_ids))
        dialog.open()

    def open_folder(self, path: Path) -> None:
        """Ask for the label of the images in a folder, and import them."""
        dialog = FolderImportDialog(path, self._samples.labels, self._chosen_label(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._import_folder(path, dialog.label))
        dialog.open()

    def open_video(self, path: Path) -> None:
        """Read the length of a video, ask for its labelled ranges, and import them."""
        store = self._samples.store
        if store is None:
            return

        def task() -> Callable[[], None]:
            exchange = self._make_exchange(store)
            length_s = exchange.video_length_s(path)

            def read_thumbnails() -> Iterator[tuple[float, UInt8Array]]:
                return exchange.video_thumbnails(path, max_count=MAX_THUMBNAILS, side_px=THUMBNAIL_SIDE_PX)

            return lambda: self._ask_ranges(path, length_s, read_thumbnails)

        self._samples.run(task)

    def open_archive(self, path: Path) -> None:
        """Import an archive."""
        self._job.import_samples(lambda exchange: exchange.import_archive(path))

    def _ask(self, title: str, kinds: str, use: Callable[[Path], None], *, is_folder: bool = False) -> None:
        dialog = QFileDialog(self._window, title, self._folder, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mode = QFileDialog.FileMode.Directory if is_folder else QFileDialog.FileMode.ExistingFile
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(lambda path: self._on_selected(Path(path), use))
        dialog.open()

    def _on_selected(self, path: Path, use: Callable[[Path], None]) -> None:
        self._folder = str(path.parent)
        use(path)

    def _ask_ranges(self, path: Path, length_s: float | None, read_thumbnails: ReadThumbnails) -> None:
        dialog = VideoImportDialog(
            path,
            self._samples.labels,
            length_s,
            read_thumbnails,
            self._icons,
            self._theme,
            chosen=self._chosen_label(),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._import_video(path, dialog))
        dialog.open()

    def _import_folder(self, path: Path, label: str | None) -> None:
        person = self._preferences.settings.person
        self._job.import_samples(lambda exchange: exchange.import_folder(path, label, person))

    def _import_video(self, path: Path, dialog: VideoImportDialog) -> None:
        ranges, person = dialog.ranges, self._preferences.settings.person
        self._job.import_samples(lambda exchange: exchange.import_video(path, ranges, person))

    def _export(self, path: Path, sample_ids: tuple[str, ...] | None) -> None:
        self._folder = str(path.parent)
        self._job.export_samples(path, sample_ids)
