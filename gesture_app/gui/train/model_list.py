"""List of the models with their origin, metrics and buttons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.models.model_summary import GateVerdict, ModelSummary
from gesture_app.gui.background.notices import Notices
from gesture_app.gui.train.layouts import clear, muted, plain, scrolled, title
from gesture_app.gui.train.model_service import ModelService
from gesture_app.gui.train.retrain_controller import ask_to_delete, ask_to_force
from gesture_app.gui.train.texts import figures_text, made_text, model_title, new_gestures_text, state_text
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme

_ARCHIVES = "Models (*.zip)"


class ModelRow(QFrame):
    """One model.

    Args:
        model: The model.
        icons: The icons of the program.
        theme: The current colours.
    """

    def __init__(self, model: ModelSummary, icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self.setObjectName("card")
        name = model_title(model)
        self.setAccessibleName(f"{name}, {state_text(model)}" if state_text(model) else name)
        is_refused = model.verdict is GateVerdict.REFUSED
        self.use_button = QPushButton("Use it anyway…" if is_refused else "Use")
        self.use_button.setAccessibleName(f"Use {name}")
        self.report_button = QPushButton("How it did")
        self.report_button.setToolTip("How it was judged against the model it was made from: table, matrices, pictures")
        self.report_button.setAccessibleName(f"How {name} did")
        self.rename_button = QPushButton(" Rename…")
        self.rename_button.setToolTip("Give it a name of your own")
        self.rename_button.setAccessibleName(f"Rename {name}")
        self.export_button = QPushButton(" Export…")
        self.export_button.setToolTip("Write it to a file that another machine can import")
        self.export_button.setAccessibleName(f"Export {name}")
        self.delete_button = QPushButton(" Delete…")
        self.delete_button.setAccessibleName(f"Delete {name}")
        self.delete_button.setToolTip("Delete it for good")
        pictured = ((self.rename_button, "edit"), (self.export_button, "export"), (self.delete_button, "erase"))
        for button, icon in pictured:
            icons.put_on(button, icon, theme.colors.text)
        self._buttons = (
            self.report_button,
            self.use_button,
            self.rename_button,
            self.export_button,
            self.delete_button,
        )
        self._lay_out(icons, theme)
        # Only now: a visible widget without a parent would be a window.
        self.use_button.setVisible(not model.is_active and not model.trouble)
        self.report_button.setVisible(model.verdict is not None)
        self.rename_button.setVisible(not model.is_shipped)
        self.export_button.setVisible(not model.trouble)
        self.delete_button.setVisible(not model.is_shipped and not model.is_active)

    def set_busy(self, is_busy: bool) -> None:
        """Disable the buttons while the library is busy."""
        for button in self._buttons:
            button.setEnabled(not is_busy)

    def _lay_out(self, icons: IconSet, theme: Theme) -> None:
        model = self.model
        head = QHBoxLayout()
        head.setSpacing(8)
        if model.is_active or model.trouble:
            symbol = QLabel()
            name, color = ("error", theme.colors.error) if model.trouble else ("success", theme.colors.success)
            side_px = round(self.fontMetrics().height() * 1.3)
            symbol.setPixmap(icons.pixmap(name, side_px, color, self.devicePixelRatioF()))
            head.addWidget(symbol)
        head.addWidget(title(model_title(model)), 1)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addLayout(head)
        if state := state_text(model):
            label = plain(f"{state[:1].upper()}{state[1:]}")
            if model.trouble:
                label.setObjectName("problem")
            elif model.verdict is GateVerdict.FORCED:
                label.setStyleSheet(f"color: {theme.colors.warning};")
            texts.addWidget(label)
        for text in (made_text(model), new_gestures_text(model), figures_text(model)):
            if text:
                texts.addWidget(muted(text))
        not_better = model.verdict in {GateVerdict.REFUSED, GateVerdict.FORCED}
        if why := model.trouble or (" ".join(model.reasons) if not_better else ""):
            texts.addWidget(muted(why))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        for button in self._buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class ModelList(QWidget):
    """All models in rows, with the import button above.

    Args:
        models: The model service.
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
        self, models: ModelService, notices: Notices, icons: IconSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._notices = notices
        self._icons = icons
        self._theme = theme
        self._shown: tuple[ModelSummary, ...] = ()
        self._folder = ""
        self.back_button = QPushButton(" Back")
        self.back_button.setToolTip("Back to retraining (Esc)")
        self.import_button = QPushButton(" &Import…")
        self.import_button.setToolTip("Add a model that was exported elsewhere; all of it is checked first")
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
        models.changed.connect(self._on_changed)
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
        self._models.refresh()

    def row(self, model_id: str) -> ModelRow | None:
        """The row of a model, or None."""
        return next((row for row in self.rows if row.model.id == model_id), None)

    def ask_import(self) -> None:
        """Ask for a model archive and import it."""
        dialog = QFileDialog(self.window(), "Import Model", self._folder, _ARCHIVES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._import(Path(path)))
        dialog.open()

    def ask_export(self, model_id: str) -> None:
        """Ask for a file and export a model into it."""
        dialog = QFileDialog(self.window(), "Export Model", str(Path(self._folder) / f"{model_id}.zip"), _ARCHIVES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(lambda path: self._export(model_id, Path(path)))
        dialog.open()

    def ask_name(self, model: ModelSummary) -> None:
        """Ask for the name of a model."""
        dialog = QInputDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Rename Model")
        dialog.setLabelText("Name of the model (empty for none of your own):")
        dialog.setTextValue(model.name or model_title(model))
        dialog.textValueSelected.connect(lambda name: self._models.rename(model.id, name))
        dialog.open()

    def _import(self, path: Path) -> None:
        self._folder = str(path.parent)
        self._models.import_file(path)

    def _export(self, model_id: str, path: Path) -> None:
        self._folder = str(path.parent)
        self._models.export(model_id, path)

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
        layout.addWidget(scrolled(body), 1)

    def _on_changed(self) -> None:
        if self._models.models != self._shown:
            self._rebuild()
        self._show_work()

    def _show_work(self) -> None:
        work = self._models.work
        count = len(self._shown)
        self.status.setText(work or ("1 model" if count == 1 else f"{count} models"))
        self.busy.setVisible(bool(work))
        self.import_button.setEnabled(not work)
        for row in self.rows:
            row.set_busy(bool(work))

    def _rebuild(self) -> None:
        for button, icon in ((self.back_button, "back"), (self.import_button, "add")):
            self._icons.put_on(button, icon, self._theme.colors.text)
        focused = next((row.model.id for row in self.rows if row.isAncestorOf(self.focusWidget() or self)), "")
        clear(self._column)
        self._shown = self._models.models
        self.rows = [ModelRow(model, self._icons, self._theme) for model in self._shown]
        for row in self.rows:
            model = row.model
            row.use_button.clicked.connect(lambda _checked=False, r=row: self._use(r))
            row.report_button.clicked.connect(lambda _checked=False, m=model: self.report_requested.emit(m.id))
            row.rename_button.clicked.connect(lambda _checked=False, m=model: self.ask_name(m))
            row.export_button.clicked.connect(lambda _checked=False, m=model: self.ask_export(m.id))
            row.delete_button.clicked.connect(
                lambda _checked=False, r=row: ask_to_delete(self._models, self._notices, r.model.id, r.delete_button)
            )
            self._column.addWidget(row)
        if (again := self.row(focused)) is not None:
            again.export_button.setFocus()
