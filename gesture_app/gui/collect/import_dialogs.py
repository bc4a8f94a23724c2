"""Dialog base for imports, and the dialog that asks for the labels of imported images."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.samples.labels import LabelSet
from gesture_app.gui.texts import label_title
from gesture_app.gui.translation import tr


def label_box(labels: LabelSet, chosen: str = "") -> QComboBox:
    """A combo box of labels; its item data are the slugs."""
    box = QComboBox()
    for label in labels.labels:
        box.addItem(label_title(label), label.slug)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setAccessibleName(tr("Gesture"))
    box.setMinimumHeight(round(box.fontMetrics().height() * 1.8))
    return box


class ImportDialog(QDialog):
    """Base of the import dialogs: file name, body, problem text, and buttons.

    Args:
        title: Title of the window.
        path: The file or folder to import.
        parent: Parent window.
    """

    def __init__(self, title: str, path: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._name = QLabel(path.name)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        self.problem_label = QLabel()
        self.problem_label.setObjectName("problem")
        self.problem_label.setWordWrap(True)
        self.problem_label.setMinimumHeight(self.fontMetrics().height())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(tr("Import"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._name)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.problem_label)
        layout.addWidget(self.buttons)


class FolderImportDialog(ImportDialog):
    """Asks whether the subfolders name the labels, or all images have the same label.

    Args:
        path: The folder.
        labels: The existing labels.
        chosen: Slug of the label selected at first.
        parent: Parent window.
    """

    def __init__(self, path: Path, labels: LabelSet, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tr("Import Pictures"), path, parent)
        self.by_folder = QRadioButton(tr("The &subfolders say what the hands show (rock, paper, …)"))
        self.all_same = QRadioButton(tr("&All pictures show"))
        self.label_box = label_box(labels, chosen)
        has_folders = _has_folders(path)
        self.by_folder.setEnabled(has_folders)
        (self.by_folder if has_folders else self.all_same).setChecked(True)
        hint = QLabel(tr("Hands are looked for in every picture; what is blurred, cut off or too small is left out."))
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.all_same)
        row.addWidget(self.label_box)
        row.addStretch(1)
        self.body.addWidget(self.by_folder)
        self.body.addLayout(row)
        self.body.addWidget(hint)
        self.label_box.activated.connect(self._on_label_chosen)

    @property
    def label(self) -> str | None:
        """Slug of the label of all images; None if the subfolders name the labels."""
        return str(self.label_box.currentData()) if self.all_same.isChecked() else None

    def _on_label_chosen(self) -> None:
        self.all_same.setChecked(True)


def _has_folders(path: Path) -> bool:
    try:
        return any(entry.is_dir() and not entry.name.startswith(".") for entry in path.iterdir())
    except OSError:
        return False
