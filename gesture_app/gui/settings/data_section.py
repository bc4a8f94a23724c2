"""The section about the person's files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.message import Message
from gesture_app.gui.background.user_data_service import KIND_NAMES, UserDataService, bytes_text, size_text
from gesture_app.gui.settings.form import SettingsForm, muted
from gesture_app.gui.settings.report_dialog import ReportDialog
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.wrapping_row import WrappingRow
from gesture_app.storage.user_data import DataKind

_EXPLANATIONS = {
    DataKind.SAMPLES: Message("Pictures of hands that you recorded or imported, and your own gestures."),
    DataKind.MODELS: Message("Models that you trained or imported. The model that came with the program stays."),
    DataKind.ROUNDS: Message("The rounds that you played, for the statistics."),
    DataKind.PLAYERS: Message("Names and pictures of the people who play. Their rounds stay."),
    DataKind.RULES: Message("Rules of the game that you made."),
    DataKind.SETTINGS: Message("What you chose here and in the menus."),
    DataKind.CACHES: Message("Computed from samples, and computed again when needed."),
    DataKind.LOG: Message("Errors, and versions of the program. No pictures, and no names."),
}
_EXPORT_NAME = "gesture-app-data.zip"


class EraseButton(QWidget):
    """A button that asks, in its own place, before it erases.

    Args:
        name: What is erased.
        beside: Buttons before it, on the same line.
        parent: Parent widget.
    """

    confirmed = Signal()

    def __init__(self, name: str, *beside: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.ask_button = QPushButton(tr("Erase…"))
        self.ask_button.setAccessibleName(tr("Erase {name}").format(name=name))
        self.question = muted()
        self.yes_button, self.no_button = QPushButton(tr("Erase")), QPushButton(tr("Keep"))
        self.yes_button.setAccessibleName(tr("Erase {name} for good").format(name=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        row = WrappingRow()
        row.add(*beside, self.ask_button, self.no_button, self.yes_button)
        column.addWidget(row)
        self.ask_button.clicked.connect(lambda: self._ask(is_asking=True))
        self.no_button.clicked.connect(lambda: self._ask(is_asking=False))
        self.yes_button.clicked.connect(self._on_confirmed)
        self._ask(is_asking=False)

    def set_size(self, size: str, *, is_empty: bool) -> None:
        """Show what would be erased, for example ``"23 files, 1.4 MB"``."""
        self.question.setText(
            tr("Erase {name} ({size}) for good? This cannot be undone.").format(name=self._name, size=size)
        )
        self.ask_button.setEnabled(not is_empty)

    def _ask(self, *, is_asking: bool) -> None:
        had_focus = self.yes_button.hasFocus() or self.no_button.hasFocus() or self.ask_button.hasFocus()
        self.question.setVisible(is_asking)
        self.yes_button.setVisible(is_asking)
        self.no_button.setVisible(is_asking)
        self.ask_button.setVisible(not is_asking)
        if had_focus:
            (self.no_button if is_asking else self.ask_button).setFocus()

    def _on_confirmed(self) -> None:
        self._ask(is_asking=False)
        self.confirmed.emit()


class DataSection(SettingsForm):
    """Where the files lie and how large they are; opens their folders, exports and erases them.

    Args:
        service: Knows and changes the files.
        parent: Parent widget.
    """

    def __init__(self, service: UserDataService, parent: QWidget | None = None) -> None:
        super().__init__(tr("Data"), parent)
        self._service = service
        self.message = muted()
        self.sizes = {kind: muted("…") for kind in DataKind}
        self.erase_buttons: dict[DataKind, EraseButton] = {}
        self.add_widget(muted(tr("Everything lies on this computer. Nothing is sent anywhere.")))
        self.add_widget(self.message)
        for kind in DataKind:
            self._add_kind(kind)
        self.add_heading(tr("Everything"))
        self.export_button = QPushButton(tr("E&xport everything…"))
        self.erase_everything = EraseButton(tr("everything"), self.export_button)
        self.total = muted()
        self.add_widget(self.total)
        self.add_widget(
            muted(
                tr(
                    "One zip file: samples and models that can be imported again, rounds, players, own rules "
                    "and settings."
                )
            )
        )
        self.add_widget(self.erase_everything)
        self.add_heading(tr("For somebody who helps"))
        self.add_widget(
            muted(
                tr(
                    "A report of errors, versions and settings. It is shown before it is saved, and has no pictures "
                    "and no names."
                )
            )
        )
        self.report_button = QPushButton(tr("Save a &report…"))
        self.report_button.clicked.connect(service.collect_report)
        service.report_ready.connect(self._on_report_ready)
        row = WrappingRow()
        row.add(self.report_button)
        self.add_widget(row)
        self.export_button.clicked.connect(self._on_export)
        self.erase_everything.confirmed.connect(lambda: service.erase(tuple(DataKind)))
        service.changed.connect(self.refresh)
        self.refresh()

    def _add_kind(self, kind: DataKind) -> None:
        name = translated(KIND_NAMES[kind])
        self.add_heading(name[:1].upper() + name[1:])
        place = self._service.data.place(kind)
        for label in (muted(translated(_EXPLANATIONS[kind])), muted(str(place)), self.sizes[kind]):
            self.add_widget(label)
        open_button = QPushButton(tr("Open folder"))
        open_button.setAccessibleName(tr("Open the folder of the {name}").format(name=name))
        open_button.clicked.connect(partial(_open_folder, place))
        erase = self.erase_buttons[kind] = EraseButton(tr("all {name}").format(name=name), open_button)
        erase.confirmed.connect(lambda: self._service.erase([kind]))
        self.add_widget(erase)

    def refresh(self) -> None:
        """Show the present sizes."""
        sizes = self._service.sizes
        self.message.setText(self._service.message)
        self.message.setVisible(bool(self._service.message))
        for kind, size in sizes.items():
            self.sizes[kind].setText(size_text(size))
            self.erase_buttons[kind].set_size(size_text(size), is_empty=not size.files)
        total = sum(size.size_bytes for size in sizes.values())
        self.total.setText(tr("Together: {bytes}").format(bytes=bytes_text(total)) if sizes else "…")
        self.erase_everything.set_size(bytes_text(total), is_empty=not total)

    def showEvent(self, event: QShowEvent) -> None:
        """Compute the sizes when the section is seen."""
        super().showEvent(event)
        self._service.refresh()

    def _on_report_ready(self, parts: dict[str, str]) -> None:
        self.report_dialog = ReportDialog(parts, self.window())
        self.report_dialog.save_requested.connect(self._service.save_report)
        self.report_dialog.open()

    def _on_export(self) -> None:
        dialog = QFileDialog(self, tr("Export everything"), str(Path.home() / _EXPORT_NAME), tr("Zip files (*.zip)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self._export_to)
        dialog.open()

    def _export_to(self, path: str) -> None:
        self._service.export(Path(path))


def _open_folder(place: Path, _checked: bool = False) -> None:
    """Open a folder in the system's file manager: the nearest one that exists."""
    folders: Sequence[Path] = (place, *place.parents)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(next(path for path in folders if path.is_dir()))))
