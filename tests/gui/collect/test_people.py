"""Who is recorded, and whose samples count at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from gesture_app.gui.collect.import_dialogs import FolderImportDialog
from gesture_app.gui.collect.people_state import PeopleState
from gesture_app.gui.texts import session_title
from tests.fakes.sample_hands import InMemorySampleStore, a_sample
from tests.gui.collect.conftest import MakeStudio, Studio

OTHER_SESSION = "20240502t103000"


def store_of(*people: str) -> InMemorySampleStore:
    """A store with a sample of each of these people; the last one is of another session."""
    store = InMemorySampleStore()
    for number, person in enumerate(people):
        session = {"session": OTHER_SESSION} if number == len(people) - 1 else {}
        store.add(a_sample(seed=number, second=number, person=person, **session))  # type: ignore[arg-type]
    return store


@pytest.fixture
def family(make_studio: MakeStudio) -> Studio:
    return make_studio(store_of("Anna", "Anna", "", "Ben"))


def people_of(studio: Studio) -> list[str]:
    return [info.person for info in studio.kept]


def forgotten_of(studio: Studio) -> list[bool]:
    return [info.is_forgotten for info in studio.kept]


def entry(menu: QMenu, *path: str) -> QAction:
    """The entry of a menu whose texts begin with these."""
    found = next(action for action in menu.actions() if action.text().startswith(path[0]))
    submenu = found.menu()
    return entry(submenu, *path[1:]) if isinstance(submenu, QMenu) and path[1:] else found


def chosen(studio: Studio, *path: str) -> QAction:
    menu = studio.page.panel.people_menu
    menu.fill()
    return entry(menu, *path)


def answer(studio: Studio, name: str) -> None:
    """Type a name into the dialog that is open."""
    dialog = studio.page.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue(name)
    dialog.accept()


def pick(studio: Studio, text: str) -> None:
    """Choose a row of the box of people, as a click does."""
    box = studio.page.panel.person_box
    row = box.findText(text)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_nobody_in_particular_is_recorded_first(studio: Studio, qtbot: QtBot) -> None:
    assert studio.page.panel.person_box.currentText() == "Anyone"
    studio.press(Qt.Key.Key_1)
    studio.see()
    studio.release(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: people_of(studio) == [""])


def test_a_new_person_is_recorded_in_a_session_of_its_own(studio: Studio, qtbot: QtBot) -> None:
    studio.press(Qt.Key.Key_1)
    studio.see()
    studio.release(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(studio.kept) == 1)
    pick(studio, "Add a person…")
    assert studio.page.panel.person_box.currentText() == "Anyone"
    answer(studio, "  Anna ")
    assert studio.page.panel.person_box.currentText() == "Anna"
    assert studio.desktop.preferences.settings.person == "Anna"
    studio.page.setFocus()
    studio.press(Qt.Key.Key_1)
    studio.see()
    studio.release(Qt.Key.Key_1)
    qtbot.waitUntil(lambda: people_of(studio) == ["", "Anna"])
    assert studio.kept[0].session != studio.kept[1].session


def test_a_name_that_nobody_can_have_is_explained(studio: Studio) -> None:
    pick(studio, "Add a person…")
    answer(studio, "x" * 41)
    assert "40 characters at most" in studio.notices[0].title
    assert studio.desktop.preferences.settings.person == ""


def test_a_known_person_is_not_added_twice(family: Studio) -> None:
    pick(family, "Add a person…")
    answer(family, "anna")
    assert family.desktop.preferences.settings.person == "Anna"


def test_the_guide_counts_the_samples_of_the_person_who_is_recorded(family: Studio) -> None:
    pick(family, "Ben")
    assert family.page.people.samples_of_recorded == tuple(i for i in family.kept if i.person == "Ben")
    pick(family, "Anyone")
    assert len(family.page.people.samples_of_recorded) == 4


def test_one_click_switches_a_person_off_and_on(family: Studio) -> None:
    button = family.page.panel.people_button
    assert button.text() == "Samples of everybody  ▾"
    chosen(family, "Anna (2 samples)").trigger()
    assert family.desktop.preferences.settings.muted_people == ("Anna",)
    assert button.text() == "Samples of 2 of 3 people  ▾"
    assert not chosen(family, "Anna").isChecked()
    chosen(family, "Anna").trigger()
    assert family.desktop.preferences.settings.muted_people == ()


def test_what_was_learnt_from_a_person_is_forgotten_and_the_recordings_stay(family: Studio, qtbot: QtBot) -> None:
    chosen(family, "Forget what", "From Anna").trigger()
    qtbot.waitUntil(lambda: forgotten_of(family) == [True, True, False, False])
    assert family.notices[0].title == "2 samples forgotten; the recordings stay."
    assert chosen(family, "Anna").text() == "Anna (2 samples, 2 of them forgotten)"
    family.services.samples.undo()
    qtbot.waitUntil(lambda: not any(forgotten_of(family)))


def test_what_was_recorded_since_a_session_is_forgotten_and_all_is_remembered_again(
    family: Studio, qtbot: QtBot
) -> None:
    since = f"What was recorded since {session_title('', family.kept[3].taken_at)} (1 sample)"
    chosen(family, "Forget what", since).trigger()
    qtbot.waitUntil(lambda: forgotten_of(family) == [False, False, False, True])
    chosen(family, "Forget what", "Everything (3 samples)").trigger()
    qtbot.waitUntil(lambda: all(forgotten_of(family)))
    chosen(family, "Remember again what was forgotten (4 samples)").trigger()
    qtbot.waitUntil(lambda: not any(forgotten_of(family)))


def test_the_recordings_of_a_person_are_deleted_and_can_be_taken_back(family: Studio, qtbot: QtBot) -> None:
    chosen(family, "Delete the recordings", "Of Anna").trigger()
    qtbot.waitUntil(lambda: people_of(family) == ["", "Ben"])
    family.services.samples.undo()
    qtbot.waitUntil(lambda: len(family.kept) == 4)


def test_a_person_is_renamed_with_all_that_is_chosen_for_it(family: Studio, qtbot: QtBot) -> None:
    family.desktop.preferences.change(person="Anna", muted_people=("Anna", "Ben"))
    chosen(family, "Rename", "Anna…").trigger()
    answer(family, "Änne")
    qtbot.waitUntil(lambda: people_of(family) == ["Änne", "Änne", "", "Ben"])
    settings = family.desktop.preferences.settings
    assert (settings.person, settings.muted_people) == ("Änne", ("Änne", "Ben"))


def test_selected_samples_are_given_to_a_person(family: Studio, qtbot: QtBot) -> None:
    family.page.show_gallery()
    gallery = family.page.gallery
    gallery.grid.select_ids([family.kept[2].id])
    menu = gallery.panel.relabel_button.menu()
    menu.aboutToShow.emit()
    entry(menu, "Of a", "Ben").trigger()
    qtbot.waitUntil(lambda: people_of(family) == ["Anna", "Anna", "Ben", "Ben"])
    gallery.grid.select_ids([family.kept[2].id])
    menu.aboutToShow.emit()
    entry(menu, "Of a", "Another person").trigger()
    answer(family, "Cem")
    qtbot.waitUntil(lambda: people_of(family) == ["Anna", "Anna", "Cem", "Ben"])


def test_the_gallery_shows_the_samples_of_one_person(family: Studio) -> None:
    family.page.show_gallery()
    gallery = family.page.gallery
    box = gallery.filters.person
    assert [box.itemText(row) for row in range(box.count())] == [
        "Everybody",
        "Nobody in particular (1)",
        "Anna (2)",
        "Ben (1)",
    ]
    for text, count in (("Anna (2)", 2), ("Nobody in particular (1)", 1), ("Everybody", 4)):
        box.setCurrentIndex(box.findText(text))
        assert len(gallery.grid.infos) == count


def test_without_people_there_is_no_filter_by_person(make_studio: MakeStudio) -> None:
    studio = make_studio(store_of("", ""))
    studio.page.show_gallery()
    assert not studio.page.gallery.filters.person.isVisible()


def test_many_people_are_counted_in_the_button() -> None:
    infos = [a_sample(number=n + 1, person=person).info for n, person in enumerate("abcd")]
    assert PeopleState(infos, "", ("d",)).acting_text == "Samples of a, b and c"
    long = [a_sample(number=n + 1, person=person).info for n, person in enumerate(("Anna", "Ben", "Maximiliane-T"))]
    assert PeopleState(long, "", ("Maximiliane-T",)).acting_text == "Samples of Anna and Ben"
    assert PeopleState(long, "", ("Ben",)).acting_text == "Samples of 2 of 3 people"
    assert PeopleState(infos, "", tuple("abcd")).acting_text == "Samples of nobody"
    lost = [replace(infos[0], is_forgotten=True), *infos[1:]]
    assert PeopleState(lost, "", ()).forgotten_ids == (infos[0].id,)


def test_people_whose_samples_were_imported_are_shown() -> None:
    infos = [a_sample(number=1, person="Anna").info]
    state = PeopleState(infos, "", (), {"Anna": 2, "Cem": 1200})
    assert [person.text for person in state.people] == [
        "Anna (1 sample, 2 more imported)",
        "Cem (0 samples, 1,200 more imported)",
    ]


def test_the_newest_sessions_are_offered_to_go_back_before_them() -> None:
    infos = [
        replace(a_sample(number=day, session=f"2024050{day}t080000").info, taken_at=f"2024-05-0{day}T08:00:00+00:00")
        for day in range(1, 6)
    ]
    infos[4] = replace(infos[4], is_forgotten=True)
    ids = [info.id for info in infos]
    found = [since for _title, since in PeopleState(infos, "", ()).newest_sessions]
    assert found == [(ids[3],), (ids[2], ids[3]), (ids[1], ids[2], ids[3])]


def test_imported_pictures_are_of_the_person_who_is_recorded(family: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    pick(family, "Ben")
    family.page.exchange.open_folder(tmp_path)
    dialog = family.page.findChild(FolderImportDialog)
    assert isinstance(dialog, FolderImportDialog)
    dialog.accept()
    qtbot.waitUntil(lambda: family.exchange.people == ["Ben"])
