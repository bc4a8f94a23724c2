"""The editor of own rules, and the notice about gestures that the model does not know."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gesture_app.composition import rule_folder
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, FIVE_GESTURES, GestureSet
from gesture_app.domain.game.rules import CLASSIC, RoundOutcome, RuleTable
from gesture_app.gui.play.rules_editor import RulesEditor
from gesture_app.settings import PlaySettings
from tests.fakes.engines import RUNNING
from tests.gui.play.conftest import MakeArena

OWN = RuleTable("turned", dict(reversed(CLASSIC.beats.items())), "Turned")


@pytest.fixture
def editor(qtbot: QtBot) -> RulesEditor:
    editor = RulesEditor((OWN,), (*FIVE_GESTURES, "well"))
    qtbot.addWidget(editor)
    return editor


def saved_by(editor: RulesEditor) -> list[RuleTable]:
    saved: list[RuleTable] = []
    editor.saved.connect(saved.append)
    editor.save()
    return saved


def test_rock_paper_scissors_well_is_an_example_to_begin_with(editor: RulesEditor) -> None:
    editor.game_box.setCurrentIndex(2)
    assert editor.draft.gestures == ("rock", "paper", "scissors", "well")
    assert not editor.save_button.isEnabled()
    assert editor.problem.text() == "Give the game a title."
    editor.title_edit.setText("With well")
    (rules,) = saved_by(editor)
    assert (rules.name, rules.title) == ("with-well", "With well")
    assert rules.reason("well", "rock") == "well swallows rock"


def test_gestures_are_added_and_removed_and_rules_turned_round(editor: RulesEditor) -> None:
    editor.title_edit.setText("Dragons")
    editor.add("Dragon egg")
    editor.add("well")
    editor.remove("scissors")
    assert editor.draft.gestures == ("rock", "paper", "dragon_egg", "well")
    row = editor.pairs.rows[1]
    assert row.sentence == "Dragon egg beats rock"
    row.turn()
    row.verb_edit.setText("crushes")
    (rules,) = saved_by(editor)
    assert rules.outcome("rock", "dragon_egg") is RoundOutcome.WIN
    assert rules.reason("rock", "dragon_egg") == "rock crushes dragon egg"


def test_faults_are_named_while_one_edits(editor: RulesEditor) -> None:
    editor.title_edit.setText("Game")
    editor.remove("rock")
    assert "three gestures or more" in editor.problem.text()
    assert saved_by(editor) == []


def test_an_own_game_keeps_its_name_when_its_title_changes(editor: RulesEditor) -> None:
    editor.game_box.setCurrentIndex(0)
    assert editor.delete_button.isEnabled()
    editor.title_edit.setText("Upside down")
    assert [(rules.name, rules.title) for rules in saved_by(editor)] == [("turned", "Upside down")]


def test_a_saved_game_is_chosen_and_what_the_model_lacks_is_told(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(opponent="random"))
    arena.set_status(replace(RUNNING, labels=DEFAULT_LABELS))
    setup = arena.page.setup
    editor = arena.page.rules.edit()
    editor.game_box.setCurrentIndex(1)
    editor.title_edit.setText("With well")
    assert "does not know well" in editor.note.text()
    editor.save()
    qtbot.waitUntil(lambda: arena.desktop.preferences.settings.play.throws == "with-well")
    assert setup.throws.buttons["with-well"].isChecked()
    assert [rules.name for rules in rule_folder().read()] == ["with-well"]
    assert setup.obstacle == arena.hint
    assert not setup.play_button.isEnabled()
    arena.press(Qt.Key.Key_Space)
    assert arena.page.match_controller.match is None
    arena.set_status(replace(RUNNING, labels=GestureSet((*DEFAULT_LABELS.labels, "well"))))
    assert setup.obstacle == ""
    arena.press(Qt.Key.Key_Space)
    assert arena.state.words[3] == "well"
    arena.press(Qt.Key.Key_Escape)
    arena.press(Qt.Key.Key_Escape)
    arena.services.rules.remove("with-well")
    qtbot.waitUntil(lambda: "with-well" not in setup.throws.buttons)
    assert setup.throws.buttons["lizard-spock"].isChecked()
    (notice,) = [one for one in arena.desktop.notices.shown if "was deleted" in one.title]
    notice.actions[0].run()
    qtbot.waitUntil(lambda: "with-well" in setup.throws.buttons)


@pytest.mark.parametrize("title", ["classic", "LIZARD-SPOCK", "Turned"])
def test_the_title_of_another_game_is_refused(editor: RulesEditor, title: str) -> None:
    editor.game_box.setCurrentIndex(1)
    editor.title_edit.setText(title)
    assert editor.problem.text() == f"There is a game called {title} already."
    assert not editor.save_button.isEnabled()
    editor.game_box.setCurrentIndex(0)
    assert editor.title_edit.text() == "Turned"
    assert editor.save_button.isEnabled()


def test_own_games_of_earlier_versions_with_one_title_are_told_apart(make_arena: MakeArena) -> None:
    folder = rule_folder()
    for name, title in (("a", "Ours"), ("b", "Theirs")):
        path = folder.save(replace(OWN, name=name, title=title))
        path.write_text(path.read_text("utf-8").replace("Theirs", "Ours"), encoding="utf-8")
    buttons = make_arena().page.setup.throws.findChildren(QPushButton)
    assert {"Ours (a)", "Ours (b)"} <= {button.text() for button in buttons}
