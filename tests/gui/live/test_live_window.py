"""The window on the real engine, with a source that gives each frame when the test says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.errors import ClassifierError, ModelError, SourceError
from gesture_app.gui.background.notices import NoticeKind, Notification
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.settings.address_dialog import AddressDialog
from gesture_app.pipeline.engine import CaptureState, EngineTiming, InferenceState
from gesture_app.settings import DEMO, Settings, SettingsFile, SourceChoice, SourceKind, ThemeChoice
from tests.fakes.gui import FakeCamera, FakeCatalog, FakeRecognizer, HandFedSource, hand_at

CAMERA = FakeCamera("Desk camera", "desk")
OTHER = FakeCamera("Lid camera", "lid")
MakeDesktop = Callable[..., DesktopApp]


def notices(desktop: DesktopApp) -> dict[str, Notification]:
    return {notification.key: notification for notification in desktop.notices.shown}


def press(desktop: DesktopApp, key: str, text: str) -> None:
    banner = desktop.window.notification_area.banner
    assert banner is not None
    assert banner.notification.key == key
    next(button for button in banner.findChildren(QPushButton) if button.text() == text).click()


AT_ONCE = AppOptions(sensitivity=Sensitivity.HIGH)
"""A gesture is stable in its first frame."""


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[DesktopApp, HandFedSource, int], None]:
    """Sends one frame and waits until that very frame is on the screen."""

    def send(desktop: DesktopApp, source: HandFedSource, seq: int) -> None:
        source.send()
        qtbot.waitUntil(lambda: desktop.page(LivePage).view.frame_seq == seq)

    return send


@pytest.fixture
def catalog() -> FakeCatalog:
    return FakeCatalog(CAMERA)


@pytest.fixture
def live(make_desktop: MakeDesktop, catalog: FakeCatalog, qtbot: QtBot) -> tuple[DesktopApp, HandFedSource]:
    """A window that shows the only camera, before its first frame."""
    desktop = make_desktop(catalog, options=AT_ONCE)
    qtbot.waitUntil(lambda: bool(catalog.made))
    return desktop, catalog.source(SourceKind.CAMERA, CAMERA.id)


def test_frames_are_shown_with_their_own_labels(live: tuple, show: Callable, qtbot: QtBot) -> None:
    desktop, source = live
    page = desktop.page(LivePage)
    for seq in range(3):
        show(desktop, source, seq)
        qtbot.waitUntil(lambda seq=seq: page.view.result is not None and page.view.result.seq == seq)
    assert page.card.title == "Rock"
    assert page.card.detail == "92 % sure"
    assert page.bars.values["rock"] == pytest.approx(0.9 / 0.98)
    assert set(page.bars.values) == set(DEFAULT_LABELS.gestures)
    page.view.grab()
    assert page.view.latency.percentiles() is not None


def test_the_preview_goes_on_while_the_classifier_hangs(
    live: tuple, show: Callable, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    desktop, source = live
    recognizer.detector.may_detect.clear()
    for seq in range(20):
        show(desktop, source, seq)
    assert desktop.page(LivePage).view.result is None
    recognizer.detector.may_detect.set()
    qtbot.waitUntil(lambda: recognizer.detector.seqs[-1] == 19 and desktop.session.result is not None)
    assert len(recognizer.detector.seqs) <= 3
    qtbot.waitUntil(lambda: "skipped to stay live: 1" in desktop.page(LivePage).status_line.toolTip())


def test_frames_are_shown_before_the_recognizer_is_loaded(
    make_desktop: MakeDesktop, show: Callable, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    recognizer.may_load.clear()
    catalog = FakeCatalog(CAMERA)
    desktop = make_desktop(catalog, options=AT_ONCE)
    qtbot.waitUntil(lambda: bool(catalog.made))
    show(desktop, catalog.source(SourceKind.CAMERA, CAMERA.id), 0)
    assert desktop.page(LivePage).card.title == "Loading…"
    assert "Loading the recognizer" in desktop.page(LivePage).status_line.text
    recognizer.may_load.set()
    qtbot.waitUntil(lambda: "Fake, CPU" in desktop.page(LivePage).status_line.text)
    qtbot.waitUntil(lambda: desktop.page(LivePage).card.title == "Rock")


def test_no_hand(live: tuple, show: Callable, recognizer: FakeRecognizer, qtbot: QtBot) -> None:
    desktop, source = live
    recognizer.detector.hands = []
    show(desktop, source, 0)
    qtbot.waitUntil(lambda: desktop.page(LivePage).view.result is not None)
    assert desktop.page(LivePage).card.title == "No hand"
    assert desktop.page(LivePage).bars.values == {}


def test_the_bars_belong_to_the_leading_hand(
    live: tuple, show: Callable, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    desktop, source = live
    recognizer.detector.hands = [hand_at(4, 4), hand_at(40, 4)]
    recognizer.classifier.label = "spock"
    show(desktop, source, 0)
    qtbot.waitUntil(lambda: desktop.page(LivePage).card.title == "Spock")
    assert len(desktop.page(LivePage).view.result.hands) == 2
    assert max(desktop.page(LivePage).bars.values, key=desktop.page(LivePage).bars.values.get) == "spock"
    assert desktop.page(LivePage).bars.answer == "spock"


def test_without_a_camera_the_demo_clip_is_shown(make_desktop: MakeDesktop, show: Callable, qtbot: QtBot) -> None:
    catalog = FakeCatalog()
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: "no-camera" in notices(desktop))
    assert notices(desktop)["no-camera"].title == "No camera found. Showing the demo clip."
    assert [a.text for a in notices(desktop)["no-camera"].actions] == ["Choose a camera…", "Open file…"]
    show(desktop, catalog.source(SourceKind.DEMO), 0)
    assert not desktop.window.mirror_button.isChecked()
    assert desktop.preferences.settings.source is None


def test_a_camera_plugged_in_later_is_offered(make_desktop: MakeDesktop, show: Callable, qtbot: QtBot) -> None:
    catalog = FakeCatalog()
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: "no-camera" in notices(desktop))
    assert desktop.window.picker.choices == ["Demo clip"]
    catalog.cameras.append(CAMERA)
    desktop.watch.refresh()
    qtbot.waitUntil(lambda: "camera-offer" in notices(desktop))
    assert "no-camera" not in notices(desktop)
    assert desktop.window.picker.choices == ["Desk camera", "Demo clip"]
    press(desktop, "camera-offer", "Use it")
    show(desktop, catalog.source(SourceKind.CAMERA, CAMERA.id), 0)
    assert desktop.preferences.settings.source == SourceChoice(SourceKind.CAMERA, CAMERA.id, CAMERA.name)
    assert desktop.window.mirror_button.isChecked()
    assert notices(desktop) == {}


def test_the_picker_follows_the_cameras(live: tuple, make_desktop: MakeDesktop, qtbot: QtBot) -> None:
    catalog = FakeCatalog(CAMERA, OTHER)
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: desktop.window.picker.choices == ["Desk camera", "Lid camera", "Demo clip"])
    catalog.cameras.remove(OTHER)
    desktop.watch.refresh()
    qtbot.waitUntil(lambda: desktop.window.picker.choices == ["Desk camera", "Demo clip"])
    assert desktop.window.picker.accessibleName() == "Source: Desk camera"


def test_a_slow_system_delays_neither_window_nor_frames(
    make_desktop: MakeDesktop, show: Callable, qtbot: QtBot
) -> None:
    """The demo clip bridges the wait for the list of cameras, and gives way to the camera."""
    catalog = FakeCatalog(CAMERA)
    catalog.may_list.clear()
    try:
        desktop = make_desktop(catalog)
        assert desktop.page(LivePage).view.message == "Looking for cameras…"
        desktop.sources.camera_timeout.timeout.emit()
        show(desktop, catalog.source(SourceKind.DEMO), 0)
    finally:
        catalog.may_list.set()
    qtbot.waitUntil(lambda: desktop.sources.current.value == CAMERA.id)
    show(desktop, catalog.source(SourceKind.CAMERA, CAMERA.id), 0)


def test_a_camera_that_fails_comes_back(live: tuple, show: Callable, qtbot: QtBot) -> None:
    desktop, source = live
    show(desktop, source, 0)
    source.open_error = SourceError("Still gone.", hint="Plug it in.")
    source.fail(SourceError("Desk camera stopped sending frames.", hint="Check the cable."))
    qtbot.waitUntil(lambda: "source" in notices(desktop))
    assert notices(desktop)["source"].kind is NoticeKind.WARNING
    assert notices(desktop)["source"].hint in {"Check the cable.", "Plug it in."}
    assert desktop.page(LivePage).view.message == "Reconnecting…"
    assert desktop.page(LivePage).card.title == "No picture"
    assert desktop.page(LivePage).view.frame_seq == 0
    source.open_error = None
    source.send()
    qtbot.waitUntil(lambda: desktop.session.status.capture is CaptureState.RUNNING)
    qtbot.waitUntil(lambda: notices(desktop) == {})
    assert desktop.page(LivePage).view.message == ""


def test_a_camera_that_sends_nothing_for_a_moment_is_told_and_the_window_goes_on(
    make_desktop: MakeDesktop, catalog: FakeCatalog, show: Callable, qtbot: QtBot
) -> None:
    desktop = make_desktop(catalog, timing=EngineTiming(trouble_s=0.3, watch_s=0.02, stall_s=60.0))
    qtbot.waitUntil(lambda: bool(catalog.made))
    source = catalog.source(SourceKind.CAMERA, CAMERA.id)
    show(desktop, source, 0)
    qtbot.waitUntil(lambda: "source" in notices(desktop))
    notice = notices(desktop)["source"]
    assert (notice.kind, notice.title) == (NoticeKind.WARNING, "desk sends no pictures at the moment.")
    assert desktop.page(LivePage).view.message == ""
    assert desktop.session.status.capture is CaptureState.RUNNING
    for _ in range(20):
        source.send()
    qtbot.waitUntil(lambda: "source" not in notices(desktop))


def test_a_camera_that_was_plugged_in_again_gets_a_new_source(
    live: tuple, catalog: FakeCatalog, show: Callable, qtbot: QtBot
) -> None:
    """It may have another number now, so the old source must not be tried for ever."""
    desktop, source = live
    show(desktop, source, 0)
    catalog.cameras.clear()
    desktop.watch.refresh()
    source.open_error = SourceError("Gone.")
    source.fail(SourceError("Gone."))
    qtbot.waitUntil(lambda: desktop.session.status.capture is CaptureState.RECOVERING and not desktop.sources.cameras)
    made_before = len(catalog.made)
    catalog.cameras.append(CAMERA)
    desktop.watch.refresh()
    qtbot.waitUntil(lambda: len(catalog.made) > made_before)
    assert desktop.page(LivePage).view.frame_seq is None
    show(desktop, catalog.source(SourceKind.CAMERA, CAMERA.id), 0)


def test_a_file_that_is_no_video_says_so(live: tuple, catalog: FakeCatalog, show: Callable, qtbot: QtBot) -> None:
    desktop, source = live
    show(desktop, source, 0)
    catalog.errors[SourceKind.FILE] = SourceError("notes.txt is no video.", hint="Open an MP4 file.")
    desktop.sources.select_file(Path("/videos/notes.txt"))
    qtbot.waitUntil(lambda: "source" in notices(desktop))
    shown = notices(desktop)["source"]
    assert (shown.kind, shown.title, shown.hint) == (NoticeKind.ERROR, "notes.txt is no video.", "Open an MP4 file.")
    assert desktop.page(LivePage).view.frame_seq is None
    assert desktop.page(LivePage).view.message == "No picture"
    press(desktop, "source", "Demo clip")
    show(desktop, catalog.source(SourceKind.DEMO), 0)
    assert notices(desktop) == {}


def test_a_video_that_has_ended_can_be_played_again(make_desktop: MakeDesktop, show: Callable, qtbot: QtBot) -> None:
    catalog = FakeCatalog()
    desktop = make_desktop(catalog, options=AppOptions(source="a.mp4"))
    source = catalog.source(SourceKind.FILE, "a.mp4")
    show(desktop, source, 0)
    show(desktop, source, 1)
    source.end()
    qtbot.waitUntil(lambda: "source" in notices(desktop))
    assert "has ended" in notices(desktop)["source"].title
    assert desktop.page(LivePage).view.frame_seq == 1
    press(desktop, "source", "Play again")
    qtbot.waitUntil(lambda: len(catalog.made) == 2)
    show(desktop, catalog.source(SourceKind.FILE, "a.mp4"), 0)


def test_a_still_image_stays_and_does_not_end(make_desktop: MakeDesktop, show: Callable, qtbot: QtBot) -> None:
    catalog = FakeCatalog()
    desktop = make_desktop(catalog, options=AppOptions(source="a.png"))
    source = catalog.source(SourceKind.FILE, "a.png")
    show(desktop, source, 0)
    source.end()
    qtbot.waitUntil(lambda: desktop.session.status.capture is CaptureState.STILL)
    assert notices(desktop) == {}
    view = desktop.page(LivePage).view
    assert (view.frame_seq, view.message) == (0, "")


def test_without_a_model_frames_are_shown(
    make_desktop: MakeDesktop, show: Callable, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    recognizer.error = ModelError("There is no model.", hint="Train one.")
    catalog = FakeCatalog(CAMERA)
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: "recognition" in notices(desktop))
    assert notices(desktop)["recognition"].hint == "Train one."
    show(desktop, catalog.source(SourceKind.CAMERA, CAMERA.id), 0)
    assert desktop.page(LivePage).card.title == "Off"


def test_frames_are_shown_after_the_classifier_failed(
    live: tuple, show: Callable, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    desktop, source = live
    recognizer.detector.error = ClassifierError("The GPU is gone.", hint="Start again.")
    show(desktop, source, 0)
    qtbot.waitUntil(lambda: desktop.session.status.inference is InferenceState.FAILED)
    qtbot.waitUntil(lambda: "recognition" in notices(desktop))
    show(desktop, source, 1)
    show(desktop, source, 2)
    assert desktop.page(LivePage).view.result is None


def test_the_mirror_is_for_cameras_and_is_remembered(
    live: tuple, show: Callable, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    desktop, source = live
    show(desktop, source, 0)
    assert desktop.page(LivePage).view.mirror
    qtbot.keyClick(desktop.window, Qt.Key.Key_M)
    assert not desktop.page(LivePage).view.mirror
    assert not settings_file.load().mirror
    desktop.window.mirror_button.click()
    desktop.sources.select_file(Path("a.mp4"))
    assert not desktop.page(LivePage).view.mirror
    assert settings_file.load().mirror


def test_the_theme_is_remembered(live: tuple, settings_file: SettingsFile, qtbot: QtBot) -> None:
    desktop, _source = live
    was_dark = desktop.theme.is_dark
    qtbot.keyClick(desktop.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert desktop.theme.is_dark is not was_dark
    assert settings_file.load().theme is (ThemeChoice.LIGHT if was_dark else ThemeChoice.DARK)


def test_another_number_of_hands_makes_another_processor(
    live: tuple, catalog: FakeCatalog, show: Callable, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    desktop, source = live
    show(desktop, source, 0)
    desktop.preferences.change(hands=1)
    qtbot.waitUntil(lambda: recognizer.hands_asked == [2, 1])
    qtbot.waitUntil(lambda: len(catalog.made) == 2)
    for seq in (0, 1):
        show(desktop, catalog.source(SourceKind.CAMERA, CAMERA.id), seq)
    qtbot.waitUntil(
        lambda: desktop.page(LivePage).view.result is not None and desktop.page(LivePage).view.result.seq == 1
    )


def test_another_sensitivity_holds_at_once_and_is_remembered(
    make_desktop: MakeDesktop,
    catalog: FakeCatalog,
    show: Callable,
    recognizer: FakeRecognizer,
    settings_file: SettingsFile,
    qtbot: QtBot,
) -> None:
    desktop = make_desktop(catalog, options=AppOptions(sensitivity=Sensitivity.LOW))
    qtbot.waitUntil(lambda: bool(catalog.made))
    source = catalog.source(SourceKind.CAMERA, CAMERA.id)
    page = desktop.page(LivePage)
    show(desktop, source, 0)
    qtbot.waitUntil(lambda: page.view.result is not None)
    assert page.card.title == "Perhaps rock"
    assert page.bars.answer == "rock"

    menu = desktop.window.settings_menu
    next(action for action in menu.actions() if action.text().startswith("High")).trigger()
    show(desktop, source, 1)
    qtbot.waitUntil(lambda: page.view.result is not None and page.view.result.seq == 1)
    assert page.card.title == "Rock"
    assert settings_file.load().sensitivity is Sensitivity.HIGH
    assert recognizer.hands_asked == [2]


def test_the_last_source_is_used_again(make_desktop: MakeDesktop, qtbot: QtBot) -> None:
    chosen = SourceChoice(SourceKind.CAMERA, OTHER.id, OTHER.name)
    desktop = make_desktop(FakeCatalog(CAMERA, OTHER), settings=Settings(source=chosen))
    qtbot.waitUntil(lambda: desktop.sources.current == chosen)
    assert notices(desktop) == {}


def test_a_camera_that_is_not_there_any_more_is_replaced(make_desktop: MakeDesktop, qtbot: QtBot) -> None:
    gone = SourceChoice(SourceKind.CAMERA, "gone", "Old camera")
    desktop = make_desktop(FakeCatalog(CAMERA), settings=Settings(source=gone))
    qtbot.waitUntil(lambda: "camera-offer" in notices(desktop))
    assert notices(desktop)["camera-offer"].title == "Old camera is not connected. Showing Desk camera."
    assert desktop.preferences.settings.source == gone


def test_broken_settings_are_told_and_replaced(
    make_desktop: MakeDesktop, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    settings_file.path.write_text("mirror = [")
    desktop = make_desktop(FakeCatalog(CAMERA))
    assert notices(desktop)["settings"].kind is NoticeKind.WARNING
    assert settings_file.path.with_name("settings.toml.broken").exists()
    desktop.preferences.change(mirror=False)
    assert settings_file.load() == Settings(mirror=False)


def test_settings_that_cannot_be_saved_hold_until_the_end(
    make_desktop: MakeDesktop, settings_file: SettingsFile
) -> None:
    shutil.rmtree(settings_file.path.parent)
    settings_file.path.parent.write_text("a file where the folder should be")
    desktop = make_desktop(FakeCatalog(CAMERA))
    desktop.preferences.change(theme=ThemeChoice.DARK)
    assert notices(desktop)["settings"].kind is NoticeKind.WARNING
    assert desktop.theme.is_dark


def test_a_dropped_file_is_opened(live: tuple, tmp_path: Path) -> None:
    desktop, _source = live
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.mp4"))])
    at, copy, left = QPoint(10, 10), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, copy, data, left, Qt.KeyboardModifier.NoModifier)
    desktop.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    desktop.window.dropEvent(QDropEvent(at, copy, data, left, Qt.KeyboardModifier.NoModifier))
    assert desktop.sources.current == SourceChoice(SourceKind.FILE, str(tmp_path / "a.mp4"), "a.mp4")


def test_other_things_cannot_be_dropped(live: tuple) -> None:
    desktop, _source = live
    data = QMimeData()
    data.setText("hello")
    no_button = Qt.MouseButton.NoButton
    enter = QDragEnterEvent(QPoint(), Qt.DropAction.CopyAction, data, no_button, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    desktop.window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_every_control_can_be_reached_with_the_keyboard(live: tuple) -> None:
    desktop, _source = live
    window = desktop.window
    for control in (window.picker, window.mirror_button, window.settings_button):
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName() or control.text()


def test_the_window_fits_a_small_screen(live: tuple) -> None:
    hint = live[0].window.minimumSizeHint()
    assert hint.width() <= 800
    assert hint.height() <= 560


def test_an_address_is_asked_for_opened_and_remembered(live: tuple, qtbot: QtBot, settings_file: SettingsFile) -> None:
    desktop, _source = live
    qtbot.keyClick(desktop.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    dialog = desktop.window.findChild(AddressDialog)
    assert dialog.isVisible()
    dialog.set_address("http://me:secret@phone:8080/video")
    dialog.accept()
    assert desktop.sources.current.name == "http://phone:8080/video"
    assert desktop.window.picker.choices == ["Desk camera", "http://phone:8080/video", "Demo clip"]
    assert "secret" not in desktop.window.windowTitle()
    assert settings_file.load().last_address == "http://me:secret@phone:8080/video"


def test_a_file_is_asked_for_in_the_last_folder(live: tuple, qtbot: QtBot, tmp_path: Path) -> None:
    desktop, _source = live
    desktop.preferences.change(last_folder=str(tmp_path))
    qtbot.keyClick(desktop.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = desktop.window.findChild(QFileDialog)
    assert dialog.directory().absolutePath() == str(tmp_path)
    dialog.fileSelected.emit(str(tmp_path / "clip.webm"))
    dialog.close()
    assert desktop.sources.current.value == str(tmp_path / "clip.webm")


def test_a_choice_in_the_menu_is_shown_and_remembered(
    make_desktop: MakeDesktop, show: Callable, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    catalog = FakeCatalog(CAMERA, OTHER)
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: bool(catalog.made))
    menu = desktop.window.picker.menu()
    next(action for action in menu.actions() if action.text() == OTHER.name).trigger()
    show(desktop, catalog.source(SourceKind.CAMERA, OTHER.id), 0)
    assert settings_file.load().source == SourceChoice(SourceKind.CAMERA, OTHER.id, OTHER.name)
    assert [action.text() for action in menu.actions() if action.isChecked()] == [OTHER.name]


def test_a_clip_is_not_what_the_next_start_begins_with(live: tuple, settings_file: SettingsFile) -> None:
    desktop, _source = live
    desktop.preferences.change(mirror=False)
    desktop.sources.select(DEMO)
    desktop.sources.select_file(Path("/videos/a.mp4"))
    assert settings_file.load() == Settings(mirror=False, last_folder=str(Path("/videos")))


def test_a_camera_that_may_not_be_used_is_left_alone(make_desktop: MakeDesktop, show: Callable, qtbot: QtBot) -> None:
    catalog = FakeCatalog(CAMERA)
    desktop = make_desktop(catalog, ask_permission=lambda answer: answer(False))
    qtbot.waitUntil(lambda: "no-camera" in notices(desktop))
    assert notices(desktop)["no-camera"].title == "The program may not use the camera."
    show(desktop, catalog.source(SourceKind.DEMO), 0)
    assert [choice.kind for choice in catalog.made] == [SourceKind.DEMO]
