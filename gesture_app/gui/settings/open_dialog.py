"""Dialog for a video, an image or a folder of images."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from gesture_app.domain.message import Message
from gesture_app.gui.translation import tr, translated

_FILTER = Message(
    "Videos and images (*.mp4 *.m4v *.mov *.avi *.mkv *.webm *.mpg *.mpeg *.png *.jpg *.jpeg "
    "*.bmp *.webp);;All files (*)"
)


class OpenDialog(QFileDialog):
    """Chooses a file, or by a button of its own the folder that is selected or shown.

    It is Qt's own dialog on every system: those of the systems choose either files or folders, never both.

    Args:
        folder: Folder to begin in.
        parent: Parent widget.
    """

    chosen = Signal(Path)
    """A file or folder was chosen."""

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Open File or Folder"), folder, translated(_FILTER))
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.fileSelected.connect(lambda path: self.chosen.emit(Path(path)))
        buttons = self.findChildren(QDialogButtonBox)[0]
        self.folder_button = buttons.addButton(tr("Open &This Folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.folder_button.setToolTip(tr("Play all images in the selected folder, or else in the one that is shown"))
        self.folder_button.clicked.connect(self._choose_folder)

    def _choose_folder(self) -> None:
        selected = [path for path in map(Path, self.selectedFiles()) if path.is_dir()]
        folder = selected[0] if selected else Path(self.directory().absolutePath())
        self.reject()
        self.chosen.emit(folder)
