"""Opens the editor of own rules, and tells what the model in use does not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.game.rules import LIZARD_SPOCK, WITH_WELL, RuleTable
from gesture_app.gui.pages import PageContext
from gesture_app.gui.play.rule_service import RuleService
from gesture_app.gui.play.rules_editor import RulesEditor
from gesture_app.gui.texts import gesture_name
from gesture_app.gui.translation import listed, tr


class RulesController(QObject):
    """Joins the editor and the own rules. Used in the GUI thread.

    Args:
        context: The parts of the window.
        rules: The own rules.
    """

    def __init__(self, context: PageContext, rules: RuleService) -> None:
        super().__init__(context.window)
        self._window = context.window
        self._session = context.session
        self._samples = context.samples
        self._preferences = context.preferences
        self._rules = rules

    def missing(self, gestures: Sequence[str]) -> str:
        """Which of these gestures the model in use does not know, as a sentence; empty for none."""
        labels = self._session.status.labels
        unknown = () if labels is None else labels.unknown(gestures)
        if not unknown:
            return ""
        text = tr("The model in use does not know {gestures}. Record some samples on Collect: they count at once.")
        return text.format(gestures=listed([gesture_name(gesture) for gesture in unknown]))

    def edit(self) -> RulesEditor:
        """Open the editor with the chosen game, or a new one."""
        labels = self._session.status.labels
        recorded = [label.slug for label in self._samples.labels.labels if label.slug != NONE]
        known = () if labels is None else labels.gestures
        gestures = tuple(dict.fromkeys((*LIZARD_SPOCK.gestures, *WITH_WELL.gestures, *recorded, *known)))
        chosen = self._preferences.settings.play.throws
        editor = RulesEditor(self._rules.own, gestures, chosen=chosen, missing=self.missing, parent=self._window)
        editor.saved.connect(self._on_saved)
        editor.removed.connect(self._rules.remove)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()
        return editor

    def _on_saved(self, rules: RuleTable) -> None:
        self._rules.save(rules, lambda: self._choose(rules.name))

    def _choose(self, name: str) -> None:
        self._preferences.change(play=replace(self._preferences.settings.play, throws=name))
