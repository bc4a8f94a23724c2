"""The help as a dialog."""

from __future__ import annotations

import platform
from collections.abc import Sequence

import PySide6
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.game.rules import RULE_TABLES
from gesture_app.gui.help.contents import KEY_GROUPS, LICENCE, PRIVACY, PURPOSE, ROUND, Key, rule_sentences
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.screen_fit import fitted_size
from gesture_app.gui.widgets.scrolled import scrolled
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.wrapped_label import WrappedLabel

_LEAST = QSize(320, 240)
_CHARACTERS, _LINES = 84, 34


class HelpDialog(QDialog):
    """Keys, rules and about, each on a tab of its own.

    Args:
        parent: The window.
    """

    first_steps_requested = Signal()
    """The first steps are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tabs = QTabWidget()
        for title, content in ((tr("&Keys"), _keys()), (tr("&Rules"), _rules()), (tr("&About"), _about())):
            self.tabs.addTab(scrolled(content, title.replace("&", "")), title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.first_steps_button = buttons.addButton(tr("&First steps"), QDialogButtonBox.ButtonRole.ActionRole)
        self.first_steps_button.clicked.connect(self._leave_for_first_steps)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * _CHARACTERS, metrics.height() * _LINES)
        self.resize(fitted_size(wanted, self.screen().availableSize(), _LEAST))

    def _leave_for_first_steps(self) -> None:
        self.reject()
        self.first_steps_requested.emit()

    @property
    def texts(self) -> list[str]:
        """All shown texts."""
        return [label.text() for label in self.findChildren(QLabel)]


def key_texts(key: Key) -> tuple[str, ...]:
    """The keys in the words of this system."""
    return tuple(QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText) for text in key.keys)


def _keys() -> QWidget:
    widget = QWidget()
    grid = QGridLayout(widget)
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(1, 1)
    row = 0
    for group in KEY_GROUPS:
        grid.addWidget(_heading(group.title), row, 0, 1, 2)
        for key in group.rows:
            row += 1
            name = QLabel("  ·  ".join(key_texts(key)))
            enlarge(name, 1.0)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(WrappedLabel(translated(key.effect)), row, 1)
        row += 1
    grid.setRowStretch(row, 1)
    return widget


def _rules() -> QWidget:
    texts: list[QLabel] = []
    for rules in RULE_TABLES.values():
        texts.append(_heading(rules.title))
        texts.append(WrappedLabel("\n".join(rule_sentences(rules))))
    texts.append(_heading(tr("A round")))
    texts.append(WrappedLabel(translated(ROUND)))
    return _column(texts)


def _about() -> QWidget:
    name, version = QApplication.applicationDisplayName(), QApplication.applicationVersion()
    parts = f"Python {platform.python_version()}, Qt for Python {PySide6.__version__}, {platform.system()}"
    texts: list[QLabel] = [_heading(f"{name} {version}".strip())]
    texts += [WrappedLabel(translated(text)) for text in (PURPOSE, PRIVACY, LICENCE, parts)]
    return _column(texts)


def _column(labels: Sequence[QLabel]) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    for label in labels:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    column.addStretch(1)
    return widget


def _heading(text: str) -> QLabel:
    label = QLabel(translated(text))
    enlarge(label, 1.15)
    label.setContentsMargins(0, label.fontMetrics().height() // 2, 0, 0)
    return label
