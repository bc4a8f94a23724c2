from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.samples.exchange import ExportReport, ImportTally, LabelledRange
from gesture_app.domain.samples.labels import BUILT_IN_LABELS
from gesture_app.domain.samples.quality import Refusal
from gesture_app.errors import GestureAppError, SampleArchiveError, SampleStoreError
from gesture_app.gui.background.notices import NoticeKind
from gesture_app.gui.collect.import_dialogs import FolderImportDialog
from gesture_app.gui.collect.video_import_dialog import VideoImportDialog
from gesture_app.gui.collect.video_scrubber import VideoScrubber
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.resources import ASSETS
from tests.fakes.sample_hands import a_sample
from tests.gui.collect.conftest import Studio

FOLDER = Path("photos")


def visible(studio: Studio, kind: type[QDialog]) -> list[QDialog]:
    return [dialog for dialog in studio.page.findChildren(kind) if dialog.isVisible()]


def import_archive(studio: Studio, qtbot: QtBot) -> None:
    studio.page.exchange.open_archive(Path("samples.zip"))
    qtbot.waitUntil(lambda: not studio.services.job.is_running)


def test_an_import_is_reported_with_its_skipped_images(studio: Studio, qtbot: QtBot) -> None:
    added = studio.store.add(a_sample("lizard", seed=1)).id
    refused = MappingProxyType({Refusal.BLURRED: 3, Refusal.TOO_SMALL: 1})
    tally = ImportTally(10, 10, (added,), known=2, handless=3, refused=refused, warnings=("a.jpg was skipped.", "x"))
    studio.exchange.script = [tally]
    import_archive(studio, qtbot)
    notice = studio.notices[0]
    assert (notice.kind, notice.title) == (NoticeKind.SUCCESS, "1 sample imported.")
    assert notice.hint == (
        "Left out: 3 with a blurred hand, 1 with a hand that is too small, 3 without a hand, 2 known already. "
        "a.jpg was skipped. And 1 more."
    )
    qtbot.waitUntil(lambda: [info.id for info in studio.services.samples.infos] == [added])


def test_an_import_can_be_taken_back(studio: Studio, qtbot: QtBot) -> None:
    added = studio.store.add(a_sample("lizard", seed=1)).id
    studio.exchange.script = [ImportTally(1, 1, (added,))]
    import_archive(studio, qtbot)
    qtbot.waitUntil(lambda: len(studio.services.samples.infos) == 1)
    studio.notices[0].actions[0].run()
    assert studio.services.samples.infos == ()
    qtbot.waitUntil(lambda: [info.id for info in studio.store.trashed()] == [added])


def test_progress_is_shown_and_the_import_can_be_stopped(studio: Studio, qtbot: QtBot) -> None:
    added = studio.store.add(a_sample("lizard", seed=1)).id
    reached, may_go_on = threading.Event(), threading.Event()

    def wait() -> None:
        reached.set()
        assert may_go_on.wait(10)

    studio.exchange.script = [ImportTally(1, 4, (added,)), wait, ImportTally(2, 4, (added,)), ImportTally(3, 4)]
    studio.page.exchange.open_archive(Path("samples.zip"))
    assert reached.wait(10)
    page = studio.page
    qtbot.waitUntil(lambda: page.exchange_bar.text.text() == "Importing: 1 of 4 pictures, 1 taken, 0 left out")
    assert page.exchange_bar.isVisible()
    assert (page.exchange_bar.progress.value(), page.exchange_bar.progress.maximum()) == (1, 4)
    assert not any(action.isEnabled() for action in page.panel.import_actions)
    studio.services.job.export_samples(Path("out.zip"), None)
    assert studio.notices[0].title == "An import is still running. Wait for it, and try again then."
    page.exchange_bar.cancel_button.click()
    assert page.exchange_bar.text.text() == "Stopping…"
    may_go_on.set()
    qtbot.waitUntil(lambda: not studio.services.job.is_running)
    assert studio.exchange.is_left
    assert not page.exchange_bar.isVisible()
    assert studio.notices[0].title == "The import was stopped; 1 sample was added before."
    assert all(action.isEnabled() for action in page.panel.import_actions)


@pytest.mark.parametrize(
    "error", [SampleArchiveError("It has a link in it.", hint="Choose another."), SampleStoreError("The disk is full.")]
)
def test_an_error_that_ends_an_import_is_shown(studio: Studio, qtbot: QtBot, error: Exception) -> None:
    added = studio.store.add(a_sample("lizard", seed=1)).id
    studio.exchange.script = [ImportTally(1, 4, (added,)), error]
    import_archive(studio, qtbot)
    notice = studio.notices[0]
    assert notice.kind is NoticeKind.ERROR
    assert notice.title in str(error)
    assert notice.hint.endswith("1 sample was added before.")
    qtbot.waitUntil(lambda: len(studio.services.samples.infos) == 1)


def test_an_unforeseen_error_is_shown_too(studio: Studio, qtbot: QtBot) -> None:
    studio.exchange.script = [ZeroDivisionError("by nothing")]
    import_archive(studio, qtbot)
    assert studio.notices[0].title == "The import failed: by nothing."


def test_closing_the_window_ends_an_import(studio: Studio, qtbot: QtBot) -> None:
    reached, may_go_on = threading.Event(), threading.Event()

    def wait() -> None:
        reached.set()
        assert may_go_on.wait(10)

    studio.exchange.script = [ImportTally(1), wait, ImportTally(2), ImportTally(3)]
    studio.page.exchange.open_archive(Path("samples.zip"))
    assert reached.wait(10)
    may_go_on.set()
    assert studio.services.job.stop()
    assert studio.exchange.is_left


def test_a_folder_is_imported_by_its_subfolders_or_as_one_label(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "rock").mkdir()
    studio.page.panel.list.choose("paper")
    for choose_label in (False, True):
        studio.page.exchange.open_folder(tmp_path)
        (dialog,) = visible(studio, FolderImportDialog)
        assert isinstance(dialog, FolderImportDialog)
        if choose_label:
            dialog.all_same.setChecked(True)
        dialog.accept()
        qtbot.waitUntil(lambda: not studio.services.job.is_running)
    assert studio.exchange.asked == [(tmp_path, None), (tmp_path, "paper")]


def test_a_folder_without_subfolders_needs_a_label(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = FolderImportDialog(tmp_path, BUILT_IN_LABELS, "lizard")
    qtbot.addWidget(dialog)
    assert not dialog.by_folder.isEnabled()
    assert dialog.label == "lizard"


def test_a_video_is_labelled_by_parts(studio: Studio, qtbot: QtBot) -> None:
    studio.page.exchange.open_video(Path("clip.mp4"))
    qtbot.waitUntil(lambda: bool(visible(studio, VideoImportDialog)))
    (dialog,) = visible(studio, VideoImportDialog)
    assert isinstance(dialog, VideoImportDialog)
    qtbot.waitUntil(lambda: dialog.scrubber.thumbnail_count == 20)
    dialog.add_button.click()
    dialog.rows[1].label_box.setCurrentIndex(dialog.rows[1].label_box.findData("spock"))
    dialog.accept()
    qtbot.waitUntil(lambda: not studio.services.job.is_running)
    parts = (LabelledRange(0.0, 5.0, "rock"), LabelledRange(5.0, 10.0, "spock"))
    assert studio.exchange.asked == [(Path("clip.mp4"), parts)]


def test_a_file_that_is_no_video_is_reported(studio: Studio, qtbot: QtBot) -> None:
    studio.exchange.length_s = None
    studio.page.exchange.open_video(Path("clip.mp4"))
    qtbot.waitUntil(lambda: any(notice.title == "It is no video." for notice in studio.notices))


@pytest.fixture
def video_dialog(studio: Studio, qtbot: QtBot) -> Iterator[VideoImportDialog]:
    """A dialog for a video of 20 s with a thumbnail each half second."""

    def read_pictures() -> Iterator[tuple[float, UInt8Array]]:
        return studio.exchange.video_thumbnails(Path("c.mp4"), max_count=40, side_px=40)

    studio.exchange.pictures = 40
    icons, theme = IconSet(ASSETS / "icons"), studio.desktop.theme
    dialog = VideoImportDialog(Path("c.mp4"), BUILT_IN_LABELS, 20.0, read_pictures, icons, theme, chosen="rock")
    qtbot.addWidget(dialog)
    dialog.open()
    yield dialog
    dialog.reject()


def test_parts_that_overlap_or_end_early_are_explained(video_dialog: VideoImportDialog) -> None:
    dialog = video_dialog
    dialog.add_row()
    assert dialog.problem_label.text() == ""
    dialog.rows[1].from_box.setValue(4.0)
    assert dialog.problem_label.text() == "0 s to 5 s and 4 s to 10 s overlap."
    assert not dialog.ok_button.isEnabled()
    dialog.rows[1].from_box.setValue(12.0)
    assert dialog.problem_label.text() == "Each part has to end after it begins."
    dialog.rows[1].remove_button.click()
    assert dialog.ok_button.isEnabled()
    assert [part.label for part in dialog.ranges] == ["rock"]
    assert not dialog.rows[0].remove_button.isEnabled()


def test_the_slider_sets_start_and_end_of_ranges(video_dialog: VideoImportDialog, qtbot: QtBot) -> None:
    dialog, scrubber = video_dialog, video_dialog.scrubber
    qtbot.waitUntil(lambda: scrubber.thumbnail_count == 40)
    scrubber.slider.setValue(72)
    shown = scrubber.thumbnail.image
    assert shown is not None
    assert shown.pixelColor(0, 0).red() == 14
    scrubber.end_button.click()
    dialog.add_row()
    assert (dialog.rows[0].to_box.value(), dialog.rows[1].from_box.value()) == (7.2, 7.2)
    scrubber.slider.setValue(80)
    scrubber.start_button.click()
    assert dialog.rows[1].from_box.value() == 8.0
    dialog.rows[0].label_box.setFocus()
    scrubber.slider.setValue(10)
    scrubber.start_button.click()
    assert [part.start_s for part in dialog.ranges] == [1.0, 8.0]


def test_closing_the_dialog_closes_the_video(video_dialog: VideoImportDialog, studio: Studio, qtbot: QtBot) -> None:
    studio.exchange.pictures = 10_000
    qtbot.waitUntil(lambda: video_dialog.scrubber.thumbnail_count > 0)
    video_dialog.reject()
    assert studio.exchange.is_video_left


def test_a_video_that_ends_early_is_reported_in_the_preview(studio: Studio, qtbot: QtBot) -> None:
    def read_pictures() -> Iterator[tuple[float, UInt8Array]]:
        raise GestureAppError("It is damaged.")

    scrubber = VideoScrubber(read_pictures, 10.0, IconSet(ASSETS / "icons"), studio.desktop.theme)
    qtbot.addWidget(scrubber)
    qtbot.waitUntil(lambda: scrubber.thumbnail.text == "It is damaged.")
    assert scrubber.close_video()


def test_an_export_is_reported(studio: Studio, qtbot: QtBot) -> None:
    studio.services.job.export_samples(Path("out.zip"), ("a", "b"))
    qtbot.waitUntil(lambda: not studio.services.job.is_running)
    assert studio.exchange.asked == [(Path("out.zip"), ("a", "b"))]
    assert studio.notices[0].title == "2 samples written to out.zip."
    studio.exchange.report = ExportReport(1, ("The sample b cannot be read.",))
    studio.services.job.export_samples(Path("out.zip"), None)
    qtbot.waitUntil(lambda: not studio.services.job.is_running)
    assert studio.notices[0].kind is NoticeKind.WARNING
    assert studio.notices[0].hint == "Left out: The sample b cannot be read."


@pytest.mark.qt_log_ignore("does not support", "propagateSizeHints")
def test_the_menu_opens_by_its_key(studio: Studio, qtbot: QtBot) -> None:
    menu = studio.page.panel.exchange_button.menu()
    opened: list[bool] = []
    menu.aboutToShow.connect(lambda: opened.append(True))
    # The menu runs a loop of its own until it is closed.
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    studio.click(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert opened == [True]
    assert not studio.page.panel.export_action.isEnabled()
