"""Deleted samples in the gallery, after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gesture_app.errors import SampleStoreError
from gesture_app.gui.background.image_loader import ImageKey
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.collect.gallery import Gallery
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.storage.atomic import FileSystem
from tests.fakes.sample_hands import InMemorySampleStore, a_sample
from tests.gui.collect.conftest import MakeStudio, Studio, filled_store


def with_trash() -> InMemorySampleStore:
    """Three rocks and two papers; a rock and a paper were deleted before a restart."""
    store = filled_store(rock=3, paper=2)
    infos = store.listed()
    for info in (infos[0], infos[3]):
        store.delete(info.id)
    return store


@pytest.fixture
def studio(make_studio: MakeStudio) -> Studio:
    """The gallery of a store with deleted samples."""
    studio = make_studio(with_trash())
    studio.page.show_gallery()
    return studio


def gallery(studio: Studio) -> Gallery:
    return studio.page.gallery


def samples(studio: Studio) -> SampleService:
    return studio.services.samples


def shown(studio: Studio) -> list[str]:
    return [info.label for info in gallery(studio).grid.infos]


def settled(studio: Studio, qtbot: QtBot) -> None:
    """Wait until the store has finished its work."""
    done: list[bool] = []
    samples(studio).run(lambda: lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def test_deleted_samples_can_be_reviewed(studio: Studio) -> None:
    assert shown(studio) == ["rock", "rock", "paper"]
    assert gallery(studio).filters.trash.text() == "Deleted (2)"
    gallery(studio).filters.trash.click()
    assert shown(studio) == ["rock", "paper"]
    assert gallery(studio).filters.label.itemText(0) == "All gestures (2)"
    gallery(studio).filters.show_label("paper")
    assert shown(studio) == ["paper"]
    gallery(studio).filters.trash.click()
    assert shown(studio) == ["paper"]


def test_images_of_deleted_samples_are_shown(studio: Studio, qtbot: QtBot) -> None:
    gallery(studio).filters.trash.click()
    (first, _second) = gallery(studio).grid.infos
    gallery(studio).grid.select_ids([first.id])
    qtbot.waitUntil(lambda: studio.services.loader.image(ImageKey(first.id)) is not None)
    assert not studio.notices


def test_the_trash_has_its_own_buttons(studio: Studio) -> None:
    view = gallery(studio)
    view.filters.trash.click()
    view.grid.select_ids([view.grid.infos[0].id])
    buttons = (
        view.panel.relabel_button,
        view.panel.delete_button,
        view.panel.export_button,
        view.panel.restore_button,
        view.panel.empty_button,
    )
    assert [button.isVisible() for button in buttons] == [False, False, False, True, True]
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_E, Qt.Key.Key_R):
        studio.click(key)
    assert len(studio.store.trashed()) == 2
    view.filters.trash.click()
    assert [button.isVisible() for button in buttons] == [True, True, True, False, False]


def test_a_restored_sample_can_be_deleted_by_undo(studio: Studio, qtbot: QtBot) -> None:
    view = gallery(studio)
    view.filters.trash.click()
    assert not view.panel.restore_button.isEnabled()
    view.grid.select_ids([view.grid.infos[0].id])
    view.panel.restore_button.click()
    assert shown(studio) == ["paper"]
    assert samples(studio).undo_text == "1 sample taken back from the trash"
    settled(studio, qtbot)
    assert [info.label for info in studio.store.trashed()] == ["paper"]
    view.undo_button.click()
    settled(studio, qtbot)
    assert shown(studio) == ["rock", "paper"]
    assert len(studio.store.listed()) == 3


def test_with_the_last_one_the_others_are_shown_again(studio: Studio, qtbot: QtBot) -> None:
    view = gallery(studio)
    view.filters.trash.click()
    view.grid.select_ids([info.id for info in view.grid.infos])
    view.panel.restore_button.click()
    settled(studio, qtbot)
    assert len(shown(studio)) == 5
    assert not view.filters.trash.isVisible()
    assert view.panel.delete_button.isVisible()


def test_newly_deleted_samples_are_in_the_trash(studio: Studio, qtbot: QtBot) -> None:
    view = gallery(studio)
    view.grid.select_ids([view.grid.infos[0].id])
    view.panel.delete_button.click()
    assert view.filters.trash.text() == "Deleted (3)"
    settled(studio, qtbot)
    assert view.filters.trash.text() == "Deleted (3)"
    samples(studio).undo()
    settled(studio, qtbot)
    assert view.filters.trash.text() == "Deleted (2)"


def test_emptying_asks_and_cannot_be_undone(studio: Studio, qtbot: QtBot) -> None:
    view = gallery(studio)
    samples(studio).relabel([view.grid.infos[0].id], "paper")
    view.grid.select_ids([view.grid.infos[0].id])
    view.panel.delete_button.click()
    settled(studio, qtbot)
    view.filters.trash.click()
    view.panel.empty_button.click()
    assert studio.notices[0].title == "Remove 3 deleted samples for good?"
    assert len(studio.store.trashed()) == 3
    studio.notices[0].actions[0].run()
    settled(studio, qtbot)
    assert studio.store.trashed() == ()
    assert studio.notices[0].title == "3 samples removed for good."
    assert not view.filters.is_trash_shown
    assert samples(studio).undo_text == "1 sample moved to Paper"


def test_failing_to_empty_the_trash_is_reported(studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> int:
        raise SampleStoreError("The trash cannot be emptied: read-only.")

    monkeypatch.setattr(studio.store, "empty_trash", fail)
    samples(studio).empty_trash()
    settled(studio, qtbot)
    assert studio.notices[0].title == "The trash cannot be emptied: read-only."
    assert gallery(studio).filters.trash.text() == "Deleted (2)"


def test_a_damaged_sample_in_the_trash_is_reported(make_studio: MakeStudio, qtbot: QtBot, tmp_path: Path) -> None:
    store = FolderSampleStore(tmp_path, files=FileSystem())
    for seed in (1, 2):
        store.delete(store.add(a_sample(seed=seed)).id)
    broken = store.trashed()[0]
    (tmp_path / ".trash" / f"{broken.id}.png").write_bytes(b"broken")
    studio = make_studio(open_store=lambda: store)
    studio.page.show_gallery()
    gallery(studio).filters.trash.click()
    qtbot.waitUntil(lambda: len(shown(studio)) == 1)
    assert broken.id in studio.notices[0].title
