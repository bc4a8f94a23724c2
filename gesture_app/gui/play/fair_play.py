"""Fair play as a tick that opens the proof."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gesture_app.gui.play.fair_play_proof import FairPlayProof
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapped_label import WrappedLabel

_LINE_DIGITS = 32
_WIDTH_CHARACTERS = 62


def _copy_to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


class ProofDialog(QDialog):
    """Explains the proof in short sentences, and copies it.

    Args:
        proof: The proof.
        copy: Copies a text.
        parent: The window.
    """

    def __init__(
        self, proof: FairPlayProof, *, copy: Callable[[str], None] = _copy_to_clipboard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Fair Play"))
        self.headline = WrappedLabel()
        enlarge(self.headline, 1.2)
        self.headline.setText(_headline(proof))
        self.explanation = WrappedLabel()
        self.explanation.setText(_explanation(proof))
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(8)
        self._add_row(tr("Fingerprint (SHA-256), fixed before the countdown"), proof.digest)
        opening = None if proof.record is None else proof.record.opening
        if opening is not None:
            self._add_row(tr("The computer's throw"), gesture_title(opening.throw))
            self._add_row(tr("Its random number"), opening.nonce)
        self.hint = WrappedLabel()
        self.hint.setObjectName("muted")
        self.hint.setText(tr("“gesture-app verify-round” checks the copied proof on any computer."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton(tr("&Copy the proof"))
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(lambda: copy(proof.copied))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.headline)
        layout.addWidget(self.explanation)
        layout.addLayout(self._rows)
        layout.addWidget(self.hint)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_CHARACTERS)

    def _add_row(self, name: str, value: str) -> None:
        row = self._rows.rowCount()
        label = WrappedLabel()
        label.setObjectName("muted")
        label.setText(name)
        lines = (value[start : start + _LINE_DIGITS] for start in range(0, len(value), _LINE_DIGITS))
        shown = QLabel("\n".join(lines))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(name)
        shown.setAccessibleDescription(value)
        self._rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(shown, row, 1)
        self._rows.setColumnStretch(0, 1)


class FairPlayButton(QPushButton):
    """A lock while the computer's throw is fixed, a tick once it is proven; opens the proof.

    Args:
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(" " + tr("Fair play"), parent)
        self._icons = icons
        self._theme = theme
        self.proof: FairPlayProof | None = None
        self.setObjectName("choice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._recolor)
        self._recolor()

    @property
    def icon_name(self) -> str:
        """Name of the shown icon."""
        if self.proof is None or self.proof.record is None:
            return "lock"
        return "check" if self.proof.fault is None else "warning"

    def show_proof(self, proof: FairPlayProof | None, *, has_computer: bool) -> None:
        """Show the state of a proof; None before the first round, and hidden where no computer plays."""
        self.setVisible(has_computer)
        self.setEnabled(proof is not None)
        if proof != self.proof:
            self.proof = proof
            self._recolor()

    def open_proof(self) -> ProofDialog | None:
        """Open the proof; None without one."""
        if self.proof is None:
            return None
        dialog = ProofDialog(self.proof, parent=self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _recolor(self) -> None:
        colors = self._theme.colors
        self._icons.put_on(self, self.icon_name, colors.accent if self.icon_name == "check" else colors.text)
        text = tr("How fair play is proven") if self.proof is None else _headline(self.proof)
        self.setToolTip(text)
        self.setAccessibleDescription(text)


def _headline(proof: FairPlayProof) -> str:
    if proof.record is None:
        return tr("The computer has already chosen.")
    if proof.fault is not None:
        return tr("The proof does not hold: fingerprint and throw do not fit.")
    return tr("The computer chose before it saw your hand.")


def _explanation(proof: FairPlayProof) -> str:
    if proof.record is None:
        return tr(
            "Before the countdown it made a fingerprint of its throw and of a long random number. After the round it "
            "shows both, and everybody can see that the fingerprint is that of this throw: no other one would fit."
        )
    if proof.fault is not None:
        return tr("Copy the proof and tell us: this must not happen, and “gesture-app verify-round” names the fault.")
    return tr(
        "The fingerprint was fixed before the countdown. It was made of this throw and this random number, and was "
        "checked again just now: no other throw would fit."
    )
