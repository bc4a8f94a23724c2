"""List of the models with their origin, metrics and buttons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.message import Message
from gesture_app.domain.models.learnt_samples import learnt_by_person
from gesture_app.domain.models.model_summary import GateVerdict, ModelSummary
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.train.layouts import clear, muted
from gesture_app.gui.train.model_row import ModelRow
from gesture_app.gui.train.model_service import ModelService
from gesture_app.gui.train.retrain_controller import ask_to_delete, ask_to_force, ask_to_forget
from gesture_app.gui.train.texts import model_title
from gesture_app.gui.translation import number, tr, translated
from gesture_app.gui.widgets.ask_text import ask_text
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.scrolled import scrolled
from gesture_app.gui.widgets.theme import Theme

_ARCHIVES = Message("Models (*.zip)")


class ModelList(QWidget):
    """All models in rows, with the import button above.

    Args:
        models: The model service.
        samples: The sample service.
        notices: Asks before a model is forced or deleted.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    closed = Signal()
    """The user returns to retraining."""
    report_requested = Signal(str)
    """The user opens the report of a model: its id."""

    def __init__(
        self,
        models: ModelService,
        samples: SampleService,
        notices: Notices,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._samples = samples
        self._notices = notices
        self._icons = icons
        self._theme = theme
        self._shown: tuple[ModelSummary, ...] = ()
        self._learnt: dict[str, Mapping[str, int]] = {}
        self._folder = ""
        self.back_button = QPushButton(" " + tr("Back"))
        self.back_button.setToolTip(tr("Back to retraining (Esc)"))
        self.import_button = QPushButton(" " + tr("&Import…"))
        self.import_button.setToolTip(tr("Add a model that was exported elsewhere; all of it is checked first"))
        self.status = muted("")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setMaximumWidth(self.fontMetrics().averageCharWidth() * 20)
        self.rows: list[ModelRow] = []
        self._column = QVBoxLayout()
        self._lay_out()
        self.back_button.clicked.connect(self.closed)
        self.import_button.clicked.connect(self.ask_import)
        for signal in (models.changed, samples.changed):
            signal.connect(self._on_changed)
        theme.changed.connect(self._rebuild)
        self._rebuild()
        self._show_work()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh the list, which other processes may have changed."""
        super().showEvent(event)
        self._samples.load()
        self._models.refresh()

    def row(self, model_id: str) -> ModelRow | None:
        """The row of a model, or None."""
        return next((row for row in self.rows if row.model.id == model_id), None)

    def ask_import(self) -> None:
        """Ask for a model archive and import it."""
        dialog = QFileDialog(self.window(), tr("Import Model"), self._folder, translated(_ARCHIVES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._import(Path(path)))
        dialog.open()

    def ask_export(self, model_id: str, *, with_learnt: bool = False) -> None:
        """Ask for a file and export a model into it, also with what it learnt at once."""
        dialog = QFileDialog(
            self.window(),
            tr("Export Model"),
            str(Path(self._folder) / f"{model_id}.zip"),
            translated(_ARCHIVES),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(lambda path: self._export(model_id, Path(path), with_learnt=with_learnt))
        dialog.open()

    def ask_name(self, model: ModelSummary) -> None:
        """Ask for the name of a model."""
        text = tr("Name of the model (empty for none of your own):")
        name = model.name or model_title(model)
        ask_text(self.window(), tr("Rename Model"), text, lambda typed: self._models.rename(model.id, typed), name)

    def _import(self, path: Path) -> None:
        self._folder = str(path.parent)
        self._models.import_file(path)

    def _export(self, model_id: str, path: Path, *, with_learnt: bool) -> None:
        self._folder = str(path.parent)
        self._models.export(model_id, path, with_learnt=with_learnt)

    def _use(self, row: ModelRow) -> None:
        model = row.model
        if model.verdict is GateVerdict.REFUSED:
            ask_to_force(self._models, self._notices, model.id, row.use_button)
        else:
            self._models.use(model.id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.status, 1)
        head.addWidget(self.busy)
        head.addWidget(self.import_button)
        body = QWidget()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._column)
        outer.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(scrolled(body, tr("Models")), 1)

    def _on_changed(self) -> None:
        if not self.isVisible():
            return
        if self._models.models != self._shown or self._learnt != self._learnt_by_model():
            self._rebuild()
        self._show_work()

    def _learnt_by_model(self) -> dict[str, Mapping[str, int]]:
        return {model.id: learnt_by_person(model, self._samples.infos) for model in self._models.models}

    def _show_work(self) -> None:
        work = translated(self._models.work)
        count = len(self._shown)
        self.status.setText(work or (tr("{count} models", "{count} model", count).format(count=number(count))))
        self.busy.setVisible(bool(work))
        self.import_button.setEnabled(not work)
        for row in self.rows:
            row.set_busy(bool(work))

    def _rebuild(self) -> None:
        for button, icon in ((self.back_button, "back"), (self.import_button, "add")):
            self._icons.put_on(button, icon, self._theme.colors.text)
        focused = next((row.model.id for row in self.rows if row.isAncestorOf(self.focusWidget() or self)), "")
        clear(self._column)
        self._shown, self._learnt = self._models.models, self._learnt_by_model()
        self.rows = [ModelRow(model, self._learnt[model.id], self._icons, self._theme) for model in self._shown]
        for row in self.rows:
            model = row.model
            row.use_button.clicked.connect(lambda _checked=False, r=row: self._use(r))
            row.report_button.clicked.connect(lambda _checked=False, m=model: self.report_requested.emit(m.id))
            row.rename_button.clicked.connect(lambda _checked=False, m=model: self.ask_name(m))
            for exported in (row.export_button.clicked, row.alone_action.triggered):
                exported.connect(lambda _checked=False, m=model: self.ask_export(m.id))
            row.with_learnt_action.triggered.connect(
                lambda _checked=False, m=model: self.ask_export(m.id, with_learnt=True)
            )
            row.forget_button.clicked.connect(
                lambda _checked=False, r=row: ask_to_forget(self._models, self._notices, r.model, r.forget_button)
            )
            row.delete_button.clicked.connect(
                lambda _checked=False, r=row: ask_to_delete(self._models, self._notices, r.model.id, r.delete_button)
            )
            self._column.addWidget(row)
        if (again := self.row(focused)) is not None:
            again.export_button.setFocus()
