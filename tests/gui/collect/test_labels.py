from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.errors import SampleStoreError
from gesture_app.gui.collect.label_dialog import LabelDialog
from tests.fakes.sample_hands import InMemorySampleStore
from tests.gui.collect.conftest import MakeStudio, Studio, filled_store

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_of(studio: Studio) -> LabelDialog:
    return next(d for d in studio.page.findChildren(LabelDialog) if d.isVisible())


def rows(studio: Studio) -> list[str]:
    return [row.accessible_text for row in studio.page.panel.list.rows]


def add(studio: Studio, qtbot: QtBot, name: str, key: str = "") -> None:
    studio.click(Qt.Key.Key_N, CTRL)
    dialog = dialog_of(studio)
    dialog.name_edit.setText(name)
    dialog.key_edit.setText(key)
    dialog.accept()
    slug = SampleLabel.from_name(name).slug
    qtbot.waitUntil(lambda: studio.page.panel.list.current == slug)


def test_the_labels_with_their_counts_and_keys(make_studio: MakeStudio) -> None:
    studio = make_studio(filled_store(rock=7, paper=2))
    assert rows(studio) == [
        "Rock: 7 of 30 · 1 session, key 1",
        "Paper: 2 of 30, key 2",
        "Scissors: none yet, key 3",
        "Lizard: none yet, key 4",
        "Spock: none yet, key 5",
        "No gesture: none yet, key 0",
    ]


def test_counts_rise_while_recording(studio: Studio, qtbot: QtBot) -> None:
    studio.press(Qt.Key.Key_1)
    studio.see()
    qtbot.waitUntil(lambda: rows(studio)[0] == "Rock: 1 of 30, key 1")
    studio.release(Qt.Key.Key_1)


def test_a_new_label_is_added_chosen_and_recorded_by_its_key(studio: Studio, qtbot: QtBot) -> None:
    add(studio, qtbot, "Thumb up", "t")
    assert studio.store.labels_chosen == BUILT_IN_LABELS.with_label(SampleLabel.from_name("Thumb up", key="t"))
    assert rows(studio)[-1] == "Thumb up: none yet, key T"
    studio.page.panel.list.choose("rock")
    studio.press(Qt.Key.Key_T)
    studio.see()
    qtbot.waitUntil(lambda: studio.labels_kept == ["thumb_up"])
    studio.release(Qt.Key.Key_T)


def test_a_new_label_gets_a_key_that_is_free(studio: Studio, qtbot: QtBot) -> None:
    studio.page.panel.add_button.click()
    assert dialog_of(studio).key_edit.text() == "6"
    dialog_of(studio).reject()


@pytest.mark.parametrize(
    ("name", "key", "icon", "problem"),
    [
        ("", "6", "", ""),
        ("Thumb up", "1", "", "The key 1 belongs to rock. Choose another one."),
        ("Rock", "6", "", "There is a gesture called rock already."),
        ("Thumb up", "6", "x" * 16, ""),
    ],
)
def test_clashes_are_explained_while_typing(qtbot: QtBot, name: str, key: str, icon: str, problem: str) -> None:
    dialog = LabelDialog(BUILT_IN_LABELS)
    qtbot.addWidget(dialog)
    dialog.name_edit.setText(name)
    dialog.key_edit.setText(key)
    dialog.icon_edit.setText(icon)
    assert dialog.problem == problem
    assert dialog.ok_button.isEnabled() == (not problem and bool(name))


def test_changing_an_own_label_keeps_its_samples(studio: Studio, qtbot: QtBot) -> None:
    add(studio, qtbot, "Thumb up", "t")
    studio.press(Qt.Key.Key_T)
    studio.see()
    qtbot.waitUntil(lambda: studio.labels_kept == ["thumb_up"])
    studio.release(Qt.Key.Key_T)
    studio.click(Qt.Key.Key_F2)
    studio.page.panel.edit_button.click()
    dialog = dialog_of(studio)
    assert dialog.name_edit.text() == "Thumb up"
    dialog.name_edit.setText("Like")
    dialog.key_edit.setText("l")
    dialog.accept()
    qtbot.waitUntil(lambda: rows(studio)[-1] == "Like: 1 of 30, key L")
    assert studio.labels_kept == ["thumb_up"]


def test_labels_of_the_program_cannot_be_changed_or_removed(studio: Studio) -> None:
    studio.page.panel.list.choose("rock")
    assert not studio.page.panel.edit_button.isVisible()
    assert not studio.page.panel.remove_button.isVisible()
    studio.page.panel.list.edit_requested.emit("rock")
    assert not [d for d in studio.page.findChildren(QDialog) if d.isVisible()]
    studio.page.labels.remove("rock")
    assert studio.store.labels_chosen == BUILT_IN_LABELS


def test_an_empty_own_label_can_be_removed(studio: Studio, qtbot: QtBot) -> None:
    add(studio, qtbot, "Thumb up", "t")
    studio.page.panel.remove_button.click()
    qtbot.waitUntil(lambda: len(rows(studio)) == 6)
    assert studio.store.labels_chosen == BUILT_IN_LABELS


def test_a_label_with_samples_cannot_be_removed(make_studio: MakeStudio) -> None:
    studio = make_studio(filled_store(horns=1))
    studio.page.panel.list.choose("horns")
    assert studio.page.panel.edit_button.isVisible()
    assert not studio.page.panel.remove_button.isVisible()


def test_labels_that_cannot_be_saved_are_reported(studio: Studio, qtbot: QtBot) -> None:
    def fail(labels: object) -> None:
        raise SampleStoreError("The labels cannot be saved: read-only.", hint="Make it writable.")

    studio.store.set_labels = fail  # type: ignore[method-assign]
    studio.click(Qt.Key.Key_N, CTRL)
    dialog_of(studio).name_edit.setText("Thumb up")
    dialog_of(studio).accept()
    qtbot.waitUntil(lambda: any("read-only" in notice.title for notice in studio.notices))
    assert len(rows(studio)) == 6


def test_arrows_choose_a_label_and_space_records_it(studio: Studio, qtbot: QtBot) -> None:
    studio.click(Qt.Key.Key_Down)
    studio.click(Qt.Key.Key_Down)
    assert studio.page.panel.list.current == "scissors"
    studio.press(Qt.Key.Key_Space)
    studio.see()
    qtbot.waitUntil(lambda: studio.labels_kept == ["scissors"])
    studio.release(Qt.Key.Key_Space)


def test_the_next_start_finds_own_labels(make_studio: MakeStudio) -> None:
    store = InMemorySampleStore()
    store.labels_chosen = BUILT_IN_LABELS.with_label(SampleLabel.from_name("Thumb up", key="t", icon="👍"))
    assert rows(make_studio(store))[-1] == "Thumb up: none yet, key T"
