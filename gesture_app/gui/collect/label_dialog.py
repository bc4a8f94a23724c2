"""Dialog for a new or changed label: name, key and icon."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.samples.collecting import label_problem
from gesture_app.domain.samples.labels import LabelSet, SampleLabel
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.label_icon import can_show

ICONS = ("👍", "👎", "👌", "👆", "👇", "👈", "👉", "🤘", "🤙", "🤞", "🤟", "🤏", "🙏", "👏", "🫶", "⭐")
"""Suggested icons; other short texts are valid, too."""

_SPARE_KEYS = "6789"
_COLUMNS = 8


class LabelDialog(QDialog):
    """Asks for name, key and icon, and checks them while they are typed.

    Args:
        labels: The existing labels.
        editing: The label to change; None for a new one.
        parent: Parent window.
    """

    def __init__(self, labels: LabelSet, editing: SampleLabel | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._editing = editing
        self.setWindowTitle(tr("New Gesture") if editing is None else tr("Change Gesture"))
        self.name_edit = QLineEdit("" if editing is None else editing.name)
        self.name_edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        self.name_edit.setPlaceholderText(tr("For example: Thumb up"))
        self.key_edit = QLineEdit(_spare_key(labels) if editing is None else editing.key)
        self.key_edit.setMaxLength(1)
        self.icon_edit = QLineEdit("" if editing is None else editing.icon)
        self.icon_edit.setMaxLength(16)
        self.picture_box = QCheckBox(tr("&Picture of my hand instead"))
        self.picture_box.setToolTip(tr("The first sample that you record of the gesture becomes its icon"))
        self.picture_box.setChecked(editing is not None and editing.has_picture)
        for edit in (self.key_edit, self.icon_edit):
            edit.setMaximumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.problem_label = QLabel()
        self.problem_label.setObjectName("problem")
        self.problem_label.setWordWrap(True)
        self.problem_label.setMinimumHeight(self.fontMetrics().height() * 2)
        self.problem_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        accept = QDialogButtonBox.StandardButton.Ok
        self.buttons = QDialogButtonBox(accept | QDialogButtonBox.StandardButton.Cancel)
        self.ok_button = self.buttons.button(accept)
        self.ok_button.setText(tr("Add") if editing is None else tr("Change"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        for edit in (self.name_edit, self.key_edit, self.icon_edit):
            edit.textChanged.connect(self._check)
        self._check()

    @property
    def problem(self) -> str:
        """The displayed problem; empty if there is none."""
        return self.problem_label.text()

    @property
    def label(self) -> SampleLabel:
        """The label with the typed fields.

        Raises:
            ValueError: If a field is not valid.
        """
        typed = SampleLabel.from_name(
            self.name_edit.text(), key=self.key_edit.text(), icon=self.icon_edit.text().strip()
        )
        typed = replace(typed, has_picture=self.picture_box.isChecked())
        return typed if self._editing is None else replace(typed, slug=self._editing.slug)

    def _lay_out(self) -> None:
        icons = QGridLayout()
        icons.setSpacing(4)
        offered = [text for text in ICONS if can_show(text, self.font())]
        for number, text in enumerate(offered):
            icons.addWidget(self._icon_button(text), number // _COLUMNS, number % _COLUMNS)
        key_hint = QLabel(tr("Hold it to record. May be left empty."))
        icon_hint = QLabel(tr("An emoji or a letter or two. Left empty, it is the first letter of the name."))
        for hint in (key_hint, icon_hint):
            hint.setObjectName("muted")
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(tr("&Name"), self.name_edit)
        form.addRow(tr("&Key"), self.key_edit)
        form.addRow("", key_hint)
        form.addRow(tr("&Icon"), self.icon_edit)
        form.addRow("", icon_hint)
        if offered:
            form.addRow("", icons)
        form.addRow("", self.picture_box)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(form)
        layout.addWidget(self.problem_label)
        layout.addWidget(self.buttons)

    def _icon_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("choice")
        button.setAutoDefault(False)
        button.setToolTip(tr("Use {text}").format(text=text))
        button.setMinimumWidth(round(self.fontMetrics().height() * 2.1))
        button.clicked.connect(lambda: self.icon_edit.setText(text))
        return button

    def _check(self) -> None:
        name, key, icon = self.name_edit.text(), self.key_edit.text(), self.icon_edit.text().strip()
        field, text = label_problem(self._labels, name, key, icon, editing=self._editing)
        # No error for a name that was not typed yet.
        self.problem_label.setText("" if field == "name" and not name else translated(text))
        self.ok_button.setEnabled(not field)


def _spare_key(labels: LabelSet) -> str:
    taken = {label.key for label in labels.labels}
    return next((key for key in _SPARE_KEYS if key not in taken), "")
