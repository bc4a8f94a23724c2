"""Dialog in which own rules are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gesture_app.domain.game.rule_draft import MAX_GESTURES, RuleDraft
from gesture_app.domain.game.rules import CLASSIC, LIZARD_SPOCK, RULE_TABLES, WITH_WELL, RuleTable
from gesture_app.domain.message import Message
from gesture_app.domain.samples.labels import MAX_NAME_CHARACTERS, slug_of
from gesture_app.gui.play.rule_pairs import RulePairs
from gesture_app.gui.play.texts import game_title, sentence
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.wrapped_label import WrappedLabel
from gesture_app.gui.widgets.wrapping_row import WrappingRow

_STARTS = (
    (Message("New, from rock, paper, scissors"), CLASSIC),
    (Message("New, from rock, paper, scissors, well"), WITH_WELL),
    (Message("New, from the five gestures"), LIZARD_SPOCK),
)
_SIZE_CHARACTERS = (64, 34)


class RulesEditor(QDialog):
    """Chooses a game to change or to begin with, its gestures, and who beats whom. Faults are named while one edits.

    Args:
        own: The own games.
        gestures: Gestures to offer: those that were recorded, or that the model knows.
        chosen: Name of the game to show first; a new one if it is none of the own games.
        missing: Tells for rules what the model in use does not know, as a sentence; empty if it knows all.
        parent: The window.
    """

    saved = Signal(object)
    """The rules are to be saved: a ``RuleTable``."""

    removed = Signal(str)
    """The game of this name is to be deleted."""

    def __init__(
        self,
        own: Sequence[RuleTable],
        gestures: Sequence[str],
        *,
        chosen: str = "",
        missing: Callable[[Sequence[str]], str] = lambda _gestures: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Own Rules"))
        self._own = {rules.name: rules for rules in own}
        self._offered = tuple(gestures)
        self._missing = missing
        self.draft = RuleDraft("")
        self.game_box = QComboBox()
        for rules in own:
            self.game_box.addItem(game_title(rules, own), RuleDraft(rules.name, rules.beats, rules.title))
        for text, rules in _STARTS:
            self.game_box.addItem(translated(text), _new_draft(rules))
        self.title_edit = QLineEdit()
        self.title_edit.setMaxLength(MAX_NAME_CHARACTERS)
        self.title_edit.setPlaceholderText(tr("For example: With well"))
        self.gesture_row = WrappingRow()
        self.add_box = QComboBox()
        self.add_box.setEditable(True)
        self.add_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.add_box.setAccessibleName(tr("Gesture to add"))
        self.add_button = QPushButton(tr("&Add"))
        self.add_button.setAutoDefault(False)
        self.pairs = RulePairs()
        self.problem = WrappedLabel()
        self.problem.setObjectName("problem")
        self.note = WrappedLabel()
        self.note.setObjectName("muted")
        save = QDialogButtonBox.StandardButton.Save
        self._buttons = QDialogButtonBox(save | QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self._buttons.button(save)
        self.delete_button = QPushButton(tr("&Delete this game"))
        self.delete_button.setAutoDefault(False)
        self._buttons.addButton(self.delete_button, QDialogButtonBox.ButtonRole.DestructiveRole)
        self._lay_out()
        self.game_box.currentIndexChanged.connect(self._on_game_chosen)
        self.title_edit.textChanged.connect(lambda _text: self._refresh())
        self.add_button.clicked.connect(lambda: self.add(self.add_box.currentText()))
        self.pairs.changed.connect(self._on_pair_changed)
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        self.delete_button.clicked.connect(self.delete)
        names = [self.game_box.itemData(row).name for row in range(self.game_box.count())]
        self.game_box.setCurrentIndex(names.index(chosen) if chosen in self._own else len(own))
        self._on_game_chosen()

    def add(self, typed: str) -> None:
        """Add a gesture by its name, which need not be known yet."""
        known = {gesture_title(gesture).casefold(): gesture for gesture in (*self._offered, *self.draft.gestures)}
        name = typed.strip()
        if name:
            gesture = known.get(name.casefold()) or slug_of(name)
            self._show(self.draft.with_balanced_gesture(gesture, verb=tr("beats", "verb of own rules")))

    def remove(self, gesture: str) -> None:
        """Remove a gesture, and what is said of it."""
        self._show(self.draft.without_gesture(gesture))

    def save(self) -> None:
        """Save the rules if nothing is missing."""
        self._refresh()
        if self.save_button.isEnabled():
            self.saved.emit(self._named.table())
            self.accept()

    def delete(self) -> None:
        """Delete the shown game, which is one of the own ones."""
        self.removed.emit(self.draft.name)
        self.accept()

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        adding.addWidget(self.add_box, 1)
        adding.addWidget(self.add_button)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(tr("&Game"), self.game_box)
        form.addRow(tr("&Title"), self.title_edit)
        form.addRow(tr("Gestures"), self.gesture_row)
        form.addRow("", adding)
        pairs_title = QLabel(tr("Who beats whom, and how"))
        pairs_title.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(form)
        layout.addWidget(pairs_title)
        layout.addWidget(self.pairs, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.note)
        layout.addWidget(self._buttons)
        width, lines = _SIZE_CHARACTERS
        self.resize(self.fontMetrics().averageCharWidth() * width, self.fontMetrics().height() * lines)

    @property
    def _named(self) -> RuleDraft:
        return self.draft.named(self.title_edit.text(), {*RULE_TABLES, *self._own})

    def _on_game_chosen(self) -> None:
        draft: RuleDraft = self.game_box.currentData()
        self.title_edit.setText(translated(draft.title))
        self.delete_button.setEnabled(draft.name in self._own)
        self._show(draft)

    def _on_pair_changed(self, winner: str, loser: str, verb: str) -> None:
        self.draft = self.draft.with_win(winner, loser, verb)
        self._refresh()

    def _show(self, draft: RuleDraft) -> None:
        """Show other gestures."""
        self.draft = draft
        self.gesture_row.clear()
        for gesture in draft.gestures:
            button = QPushButton(f"{gesture_title(gesture)}  ✕")
            button.setObjectName("choice")
            button.setAutoDefault(False)
            button.setAccessibleName(tr("Remove {gesture}").format(gesture=gesture_title(gesture)))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _checked=False, gone=gesture: self.remove(gone))
            self.gesture_row.add(button)
        self.add_box.clear()
        self.add_box.addItems([gesture_title(one) for one in self._offered if one not in draft.beats])
        self.add_box.setCurrentText("")
        is_full = len(draft.gestures) >= MAX_GESTURES
        for widget in (self.add_box, self.add_button):
            widget.setEnabled(not is_full)
        self.pairs.show_draft(draft)
        self._refresh()

    def _refresh(self) -> None:
        """Name what is still missing."""
        title = self.title_edit.text().strip()
        faults = [] if title else [tr("Give the game a title.")]
        others = (one for one in (*RULE_TABLES.values(), *self._own.values()) if one.name != self.draft.name)
        if title.casefold() in {translated(one.title).casefold() for one in others}:
            faults.append(tr("There is a game called {title} already.").format(title=title))
        faults += [f"{sentence(translated(fault))}." for fault in self._named.faults]
        self.problem.setText("\n".join(faults[:2]))
        self.problem.setVisible(bool(faults))
        self.note.setText(self._missing(self.draft.gestures))
        self.note.setVisible(bool(self.note.text()))
        self.save_button.setEnabled(not faults)


def _new_draft(rules: RuleTable) -> RuleDraft:
    """A game to begin with, with verbs in the person's language."""
    return RuleDraft(
        "",
        {winner: {loser: translated(verb) for loser, verb in losers.items()} for winner, losers in rules.beats.items()},
    )
