"""A row in the list of models."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from gesture_app.domain.message import sentences
from gesture_app.domain.models.learnt_samples import learnt_text
from gesture_app.domain.models.model_summary import GateVerdict, ModelSummary
from gesture_app.gui.train.layouts import muted, plain, title
from gesture_app.gui.train.texts import (
    figures_text,
    made_text,
    model_learnt_text,
    model_title,
    new_gestures_text,
    state_text,
)
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow

_TEXT_CHARACTERS = 44
"""Room for the texts beside the buttons, in characters."""


class ModelRow(QFrame):
    """One model.

    Args:
        model: The model.
        learnt: Number of samples that act at once with it, by person.
        icons: The icons of the program.
        theme: The current colours.
    """

    def __init__(self, model: ModelSummary, learnt: Mapping[str, int], icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self._learnt = learnt
        self.setObjectName("card")
        name = model_title(model)
        self.setAccessibleName(f"{name}, {state_text(model)}" if state_text(model) else name)
        is_refused = model.verdict is GateVerdict.REFUSED
        self.use_button = QPushButton(tr("Use it anyway…") if is_refused else tr("Use"))
        self.use_button.setAccessibleName(tr("Use {name}").format(name=name))
        self.report_button = QPushButton(tr("How it did"))
        self.report_button.setToolTip(
            tr("How it was judged against the model it was made from: table, matrices, pictures")
        )
        self.report_button.setAccessibleName(tr("How {name} did").format(name=name))
        self.rename_button = QPushButton(" " + tr("Rename…"))
        self.rename_button.setToolTip(tr("Give it a name of your own"))
        self.rename_button.setAccessibleName(tr("Rename {name}").format(name=name))
        self.export_button = QPushButton(" " + tr("Export…"))
        self.export_button.setToolTip(tr("Write it to a file that another machine can import"))
        self.export_button.setAccessibleName(tr("Export {name}").format(name=name))
        self.with_learnt_action = QAction(
            tr("With what it learnt at once ({learnt}, no pictures)…").format(learnt=translated(learnt_text(learnt))),
            self,
        )
        self.alone_action = QAction(tr("The model alone…"), self)
        self.forget_button = QPushButton(" " + tr("Forget imported…"))
        self.forget_button.setToolTip(tr("Remove what was learnt at once elsewhere and came with this model"))
        self.forget_button.setAccessibleName(tr("Forget what was imported with {name}").format(name=name))
        self.delete_button = QPushButton(" " + tr("Delete…"))
        self.delete_button.setAccessibleName(tr("Delete {name}").format(name=name))
        self.delete_button.setToolTip(tr("Delete it for good"))
        pictured = ((self.rename_button, "edit"), (self.export_button, "export"), (self.delete_button, "erase"))
        for button, icon in pictured:
            icons.put_on(button, icon, theme.colors.text)
        self._buttons = (
            self.report_button,
            self.use_button,
            self.rename_button,
            self.export_button,
            self.forget_button,
            self.delete_button,
        )
        self._controls = WrappingRow()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        if learnt:
            menu = QMenu(self)
            menu.addActions([self.alone_action, self.with_learnt_action])
            self.export_button.setMenu(menu)
            self.export_button.setText(" " + tr("Export") + "  ▾")
        self._lay_out(icons, theme)
        # Only now: a visible widget without a parent would be a window.
        self.use_button.setVisible(not model.is_active and not model.trouble)
        self.report_button.setVisible(model.verdict is not None)
        self.rename_button.setVisible(not model.is_shipped)
        self.export_button.setVisible(not model.trouble)
        self.forget_button.setVisible(bool(model.imported_samples))
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
        for text in (
            made_text(model),
            new_gestures_text(model),
            figures_text(model),
            model_learnt_text(model, self._learnt),
        ):
            if text:
                texts.addWidget(muted(text))
        not_better = model.verdict in {GateVerdict.REFUSED, GateVerdict.FORCED}
        if why := model.trouble or (sentences(*model.reasons) if not_better else ""):
            texts.addWidget(muted(translated(why)))
        self._controls.add(*self._buttons)
        self._row.setContentsMargins(16, 10, 12, 10)
        self._row.setSpacing(8)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the texts where both do not fit side by side."""
        super().resizeEvent(event)
        texts_px = self.fontMetrics().averageCharWidth() * _TEXT_CHARACTERS
        fits = self._controls.sizeHint().width() + texts_px < self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
