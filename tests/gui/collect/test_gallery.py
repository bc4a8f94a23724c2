from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.domain.samples.labels import SampleLabel
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import SampleStoreError
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.collect.gallery import Gallery
from tests.fakes.sample_hands import InMemorySampleStore, a_sample
from tests.gui.collect.conftest import MakeStudio, Studio, filled_store

SECOND_DAY = "20240502t080000"


@pytest.fixture
def studio(make_studio: MakeStudio) -> Studio:
    """Three rocks and two papers of one session, all predicted as paper."""
    studio = make_studio(filled_store(rock=3, paper=2))
    studio.set_status(model_id="hands-1")
    studio.page.show_gallery()
    return studio


def gallery(studio: Studio) -> Gallery:
    return studio.page.gallery


def samples(studio: Studio) -> SampleService:
    return studio.services.samples


def shown(studio: Studio) -> list[str]:
    return [info.label for info in gallery(studio).grid.infos]


def texts(studio: Studio) -> list[str]:
    box = gallery(studio).filters.label
    return [box.itemText(row) for row in range(box.count())]


def test_all_samples_are_shown_oldest_first(studio: Studio) -> None:
    assert shown(studio) == ["rock"] * 3 + ["paper"] * 2
    assert texts(studio) == ["All gestures (5)", "Rock (3)", "Paper (2)"]
    assert gallery(studio).status.text() == "5 samples"


def test_many_samples_are_laid_out_in_parts_between_which_the_window_reacts(
    make_studio: MakeStudio, qtbot: QtBot
) -> None:
    studio = make_studio(filled_store(rock=90))
    grid = gallery(studio).grid
    grid.setBatchSize(20)
    last = grid.model().index(89, 0)
    found: list[bool] = []
    QTimer.singleShot(0, lambda: found.append(grid.visualRect(last).isValid()))
    studio.page.show_gallery()
    grid.select_ids([grid.infos[89].id])
    qtbot.waitUntil(lambda: grid.visualRect(grid.model().index(89, 0)).isValid())
    assert found == [False]
    assert grid.viewport().rect().contains(grid.visualRect(grid.model().index(89, 0)))


def test_filtering_by_label_and_session(studio: Studio, qtbot: QtBot) -> None:
    samples(studio).add_recorded(studio.store.add(a_sample("rock", session=SECOND_DAY, seed=9)))
    assert len(shown(studio)) == 6
    gallery(studio).filters.session.setCurrentIndex(gallery(studio).filters.session.findData(SECOND_DAY))
    assert shown(studio) == ["rock"]
    gallery(studio).filters.session.setCurrentIndex(0)
    gallery(studio).filters.show_label("paper")
    assert shown(studio) == ["paper", "paper"]


def test_the_misread_filter_shows_wrong_predictions(studio: Studio) -> None:
    assert gallery(studio).filters.misread.text() == "Recognized wrongly (3)"
    gallery(studio).filters.misread.click()
    assert shown(studio) == ["rock"] * 3
    tip = gallery(studio).grid.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "taken for paper" in tip
    gallery(studio).filters.show_label("paper")
    assert shown(studio) == []
    assert gallery(studio).filters.misread.text() == "Recognized wrongly (0)"


def test_the_answers_of_another_model_than_the_one_in_use_are_no_mistakes(studio: Studio) -> None:
    studio.set_status(model_id="hands-2")
    assert gallery(studio).filters.misread.text() == "Recognized wrongly (0)"
    tip = gallery(studio).grid.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "taken for" not in tip


def test_an_empty_gallery_says_how_to_begin(make_studio: MakeStudio) -> None:
    studio = make_studio()
    studio.page.show_gallery()
    assert "Nothing recorded yet" in gallery(studio).empty_label.text()
    studio.click(Qt.Key.Key_Escape)
    assert not gallery(studio).isVisible()
    assert studio.page.recording_view.isVisible()


def test_deleting_and_undoing(studio: Studio, qtbot: QtBot) -> None:
    ids = [info.id for info in gallery(studio).grid.infos]
    gallery(studio).grid.select_ids([ids[0], ids[3]])
    studio.click(Qt.Key.Key_Delete)
    assert [info.id for info in gallery(studio).grid.infos] == [ids[1], ids[2], ids[4]]
    qtbot.waitUntil(lambda: [info.id for info in studio.store.trashed()] == [ids[0], ids[3]])
    assert studio.notices[0].title == "2 samples deleted."
    studio.click(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(shown(studio)) == 5)
    assert [info.id for info in gallery(studio).grid.infos] == ids
    assert studio.store.trashed() == ()
    assert all(notice.title != "2 samples deleted." for notice in studio.notices)


@pytest.mark.parametrize("text", ["", "\x7f"])
def test_the_delete_key_works_where_it_has_a_text(studio: Studio, qtbot: QtBot, text: str) -> None:
    gallery(studio).grid.select_ids([gallery(studio).grid.infos[0].id])
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(gallery(studio).grid, pressed)
    qtbot.waitUntil(lambda: len(shown(studio)) == 4)


def test_arrows_move_and_select(studio: Studio) -> None:
    grid = gallery(studio).grid
    grid.select_ids([grid.infos[0].id])
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.selected == (grid.infos[1].id,)
    QTest.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert grid.selected == tuple(info.id for info in grid.infos[1:])


def test_the_notice_undoes_too(studio: Studio, qtbot: QtBot) -> None:
    gallery(studio).grid.select_ids([gallery(studio).grid.infos[0].id])
    gallery(studio).panel.delete_button.click()
    qtbot.waitUntil(lambda: len(shown(studio)) == 4)
    studio.notices[0].actions[0].run()
    qtbot.waitUntil(lambda: len(shown(studio)) == 5)
    assert samples(studio).undo_text == ""


def test_after_deleting_the_next_one_is_chosen(studio: Studio, qtbot: QtBot) -> None:
    ids = [info.id for info in gallery(studio).grid.infos]
    gallery(studio).grid.select_ids([ids[1]])
    studio.click(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(shown(studio)) == 4)
    assert gallery(studio).grid.selected == (ids[2],)


def test_moving_to_another_label_and_undoing(studio: Studio, qtbot: QtBot) -> None:
    gallery(studio).grid.select_ids([info.id for info in gallery(studio).grid.infos[:2]])
    gallery(studio).panel.relabel_button.menu().aboutToShow.emit()
    action = next(a for a in gallery(studio).panel.relabel_button.menu().actions() if a.text() == "Lizard")
    action.trigger()
    assert shown(studio) == ["lizard", "lizard", "rock", "paper", "paper"]
    qtbot.waitUntil(lambda: studio.store.counts_by_label() == {"lizard": 2, "rock": 1, "paper": 2})
    assert studio.notices[0].title == "2 samples moved to Lizard."
    gallery(studio).undo_button.click()
    qtbot.waitUntil(lambda: shown(studio).count("rock") == 3)


def test_changes_are_undone_one_by_one(studio: Studio, qtbot: QtBot) -> None:
    ids = [info.id for info in gallery(studio).grid.infos]
    samples(studio).relabel(ids[:1], "spock")
    samples(studio).delete(ids[1:2])
    qtbot.waitUntil(lambda: samples(studio).undo_text == "1 sample deleted")
    samples(studio).undo()
    samples(studio).undo()
    qtbot.waitUntil(lambda: [info.label for info in samples(studio).infos] == ["rock"] * 3 + ["paper"] * 2)
    assert [info.id for info in samples(studio).infos] == ids


def test_changes_are_shown_at_once_with_a_slow_disk(studio: Studio, qtbot: QtBot) -> None:
    ids = [info.id for info in gallery(studio).grid.infos]
    may_go_on, entered, delete = threading.Event(), threading.Event(), studio.store.delete

    def slow(sample_id: str) -> None:
        entered.set()
        assert may_go_on.wait(10)
        delete(sample_id)

    studio.store.delete = slow  # type: ignore[method-assign]
    samples(studio).delete(ids[:1])
    assert entered.wait(10)
    samples(studio).delete(ids[1:2])
    samples(studio).relabel(ids[2:3], "spock")
    expected = [(ids[2], "spock"), (ids[3], "paper"), (ids[4], "paper")]
    assert [(info.id, info.label) for info in samples(studio).infos] == expected
    changes: list[list[tuple[str, str]]] = []
    samples(studio).changed.connect(lambda: changes.append([(info.id, info.label) for info in samples(studio).infos]))
    may_go_on.set()
    qtbot.waitUntil(lambda: [(i.id, i.label) for i in studio.store.listed()] == expected)
    qtbot.waitUntil(lambda: len(changes) == 3)
    assert changes == [expected] * 3


def test_changes_before_a_failure_can_be_undone(studio: Studio, qtbot: QtBot) -> None:
    ids = [info.id for info in gallery(studio).grid.infos]
    studio.store.delete(ids[1])
    samples(studio).delete(ids[:3])
    qtbot.waitUntil(lambda: studio.notices[0].title == f"There is no sample {ids[1]}.")
    assert [info.id for info in samples(studio).infos] == ids[2:]
    assert samples(studio).undo_text == "1 sample deleted"
    samples(studio).undo()
    qtbot.waitUntil(lambda: ids[0] in [info.id for info in samples(studio).infos])


def test_a_sample_recorded_meanwhile_is_not_lost(studio: Studio, qtbot: QtBot) -> None:
    listed = studio.store.listed
    fresh = studio.store.add(a_sample("rock", seed=77))
    studio.store.listed = lambda: tuple(i for i in listed() if i.id != fresh.id)  # type: ignore[assignment]
    samples(studio).delete([gallery(studio).grid.infos[0].id])
    samples(studio).add_recorded(fresh)
    qtbot.waitUntil(lambda: bool(samples(studio).undo_text))
    assert fresh.id in [info.id for info in samples(studio).infos]


def test_playing_through_to_the_end(studio: Studio) -> None:
    grid = gallery(studio).grid
    studio.click(Qt.Key.Key_Space)
    assert gallery(studio).is_playing
    seen = [grid.currentIndex().row()]
    for _turn in range(4):
        gallery(studio).play_next()
        seen.append(grid.currentIndex().row())
    assert seen == [0, 1, 2, 3, 4]
    gallery(studio).play_next()
    assert not gallery(studio).is_playing
    assert gallery(studio).panel.play_button.text().strip() == "Play through"


def test_playing_stops_when_the_gallery_is_hidden(studio: Studio) -> None:
    gallery(studio).panel.play_button.click()
    assert gallery(studio).is_playing
    studio.desktop.show_page("Live")
    assert not gallery(studio).is_playing


def test_escape_stops_playing_first(studio: Studio) -> None:
    gallery(studio).play(True)
    studio.click(Qt.Key.Key_Escape)
    assert not gallery(studio).is_playing
    assert gallery(studio).isVisible()


def test_the_chosen_sample_is_described(studio: Studio) -> None:
    gallery(studio).grid.select_ids([gallery(studio).grid.infos[0].id])
    assert gallery(studio).panel.title.text().startswith("Rock · 1 May 2024")
    assert "The model took it for paper (60 %)." in gallery(studio).panel.details.text()


def test_a_damaged_sample_is_reported_and_left_out(studio: Studio, qtbot: QtBot) -> None:
    lost = gallery(studio).grid.infos[0]
    studio.services.loader.failed.emit(lost.id, SampleStoreError(f"The sample {lost.id} cannot be read: damaged."))
    qtbot.waitUntil(lambda: len(shown(studio)) == 4)
    assert studio.notices[0].title == f"The sample {lost.id} cannot be read: damaged."


def test_exporting_the_selection(studio: Studio, qtbot: QtBot) -> None:
    ids = tuple(info.id for info in gallery(studio).grid.infos[1:3])
    gallery(studio).grid.select_ids(ids)
    with qtbot.waitSignal(gallery(studio).export_requested) as asked:
        gallery(studio).export_requested.disconnect(studio.page.exchange.ask_export)
        gallery(studio).panel.export_button.click()
    assert asked.args == [ids]


def test_without_a_selection_the_buttons_are_disabled(studio: Studio) -> None:
    gallery(studio).grid.clearSelection()
    for button in (
        gallery(studio).panel.delete_button,
        gallery(studio).panel.relabel_button,
        gallery(studio).panel.export_button,
    ):
        assert not button.isEnabled()


def test_coming_back_to_the_gallery_its_keys_work(studio: Studio, qtbot: QtBot) -> None:
    gallery(studio).grid.select_ids([gallery(studio).grid.infos[0].id])
    studio.desktop.show_page("Live")
    studio.open()
    QTest.mouseClick(gallery(studio).panel.play_button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is gallery(studio).grid
    studio.click(Qt.Key.Key_Escape)
    studio.click(Qt.Key.Key_Delete)
    assert len(shown(studio)) == 4


def test_keys_do_not_record_in_the_gallery(studio: Studio) -> None:
    studio.press(Qt.Key.Key_1)
    assert studio.services.recording.state.label is None
    studio.release(Qt.Key.Key_1)


def test_the_gallery_is_shown_and_left_by_keys(studio: Studio) -> None:
    studio.click(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert not gallery(studio).isVisible()
    studio.click(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert gallery(studio).isVisible()


class ManySamples(InMemorySampleStore):
    """A store of thousands of samples that counts the loaded ones."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.sample = a_sample("rock", seed=1)
        self.infos = tuple(replace(self.sample.info, number=number + 1) for number in range(count))
        self.read: list[str] = []

    def listed(self, *, label: str | None = None, session: str | None = None) -> tuple[SampleInfo, ...]:
        return self.infos

    def load(self, sample_id: str) -> object:  # type: ignore[override]
        self.read.append(sample_id)
        return replace(self.sample, info=self.infos[int(sample_id.rpartition("-")[2]) - 1])


def test_only_visible_samples_are_loaded(make_studio: MakeStudio, qtbot: QtBot) -> None:
    store = ManySamples(3000)
    studio = make_studio(store)
    studio.page.show_gallery()
    grid = gallery(studio).grid
    assert len(grid.infos) == 3000
    grid.grab()
    qtbot.waitUntil(lambda: bool(store.read) and not studio.services.loader.is_busy)
    assert len(set(store.read)) < 200
    first = set(store.read)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    grid.grab()
    qtbot.waitUntil(lambda: f"{store.infos[-1].id}" in store.read and not studio.services.loader.is_busy)
    assert len(set(store.read) - first) < 200
    before = len(store.read)
    grid.grab()
    assert len(store.read) == before


def test_samples_that_were_scrolled_past_are_not_loaded(make_studio: MakeStudio, qtbot: QtBot) -> None:
    store, may_read = ManySamples(3000), threading.Event()
    load = store.load

    def slow_load(sample_id: str) -> object:
        assert may_read.wait(10)
        return load(sample_id)

    store.load = slow_load  # type: ignore[assignment, method-assign]
    studio = make_studio(store)
    studio.page.show_gallery()
    grid = gallery(studio).grid
    bar = grid.verticalScrollBar()
    for step in range(40):
        bar.setValue(bar.maximum() * step // 39)
        grid.grab()
    may_read.set()
    qtbot.waitUntil(lambda: store.infos[-1].id in store.read and not studio.services.loader.is_busy, timeout=20_000)
    assert len(store.read) < 400


def test_selecting_all_of_thousands(make_studio: MakeStudio) -> None:
    studio = make_studio(ManySamples(3000))
    studio.page.show_gallery()
    QTest.keyClick(gallery(studio).grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(gallery(studio).grid.selected) == 3000
    assert gallery(studio).status.text() == "3,000 of 3,000 samples selected"


def test_own_labels_are_offered_for_moving(studio: Studio, qtbot: QtBot) -> None:
    samples(studio).set_labels(samples(studio).labels.with_label(SampleLabel.from_name("Thumb up", key="t")))
    qtbot.waitUntil(lambda: samples(studio).labels.get("thumb_up") is not None)
    gallery(studio).panel.relabel_button.menu().aboutToShow.emit()
    assert "Thumb up" in [a.text() for a in gallery(studio).panel.relabel_button.menu().actions()]
