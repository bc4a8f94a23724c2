from __future__ import annotations

import sys
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gesture_app.domain.samples.collecting import SESSION_GAP_S
from gesture_app.domain.samples.quality import Refusal
from gesture_app.domain.samples.sample import DamagedSample
from gesture_app.errors import SampleStoreError
from gesture_app.gui.background.notices import Action, NoticeKind, Notification
from gesture_app.gui.collect.recording_controller import REFUSAL_SHOWN_S
from gesture_app.settings import DEMO
from tests.fakes.sample_hands import InMemorySampleStore, a_hand, a_sample
from tests.gui.collect.conftest import BEGUN, MakeStudio, Studio

SPACE, ESCAPE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return


def kept(studio: Studio, count: int) -> bool:
    return studio.services.recording.saved_count == count and len(studio.kept) == count


def test_nothing_is_recorded_while_no_key_is_held(studio: Studio) -> None:
    for _turn in range(5):
        studio.see()
    assert studio.kept == []
    assert studio.message == "Hold Space to record rock"
    assert studio.page.recording_view.guide == "Show rock, and hold Space."


def test_space_records_the_chosen_label_as_long_as_it_is_held(studio: Studio, qtbot: QtBot) -> None:
    studio.page.panel.list.choose("lizard")
    studio.press(SPACE)
    assert studio.page.recording_view.content.badge == "Recording lizard"
    studio.see()
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 2))
    studio.release(SPACE)
    studio.see()
    assert studio.page.recording_view.content.badge == ""
    assert studio.labels_kept == ["lizard", "lizard"]
    assert studio.page.recording_view.counts == "2 kept"
    assert studio.page.recording_view.guide == "28 more of lizard."


def test_a_likely_wrong_label_is_told_while_recording(studio: Studio, qtbot: QtBot) -> None:
    studio.page.panel.list.choose("lizard")
    studio.press(SPACE)
    for number in range(1, 7):
        assert studio.message == ""
        studio.see()  # a rock
        qtbot.waitUntil(lambda count=number: kept(studio, count))
    assert studio.message == "This looks like rock, and is recorded as lizard. Check which gesture is chosen."
    studio.release(SPACE)
    assert "looks like rock" in studio.message

    studio.page.panel.list.choose("rock")
    assert studio.message == "Hold Space to record rock"
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 7))
    assert studio.services.recording.state.doubt is None


def test_a_recorded_sample_has_its_metadata(studio: Studio, qtbot: QtBot) -> None:
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))
    info = studio.kept[0]
    assert (info.camera, info.model_id, info.session) == ("Desk camera", "hands-1", "20240501t103000")
    assert info.prediction is not None


@pytest.mark.parametrize(("key", "label"), [(Qt.Key.Key_2, "paper"), (Qt.Key.Key_5, "spock"), (Qt.Key.Key_0, "none")])
def test_a_labels_key_chooses_and_records_it(studio: Studio, qtbot: QtBot, key: Qt.Key, label: str) -> None:
    studio.press(key)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))
    studio.release(key)
    assert studio.labels_kept == [label]
    assert studio.page.panel.list.current == label
    assert not studio.services.recording.state.is_recording


def test_a_key_that_repeats_records_on(studio: Studio, qtbot: QtBot) -> None:
    studio.press(SPACE)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) * 3:
        event = QKeyEvent(kind, SPACE, Qt.KeyboardModifier.NoModifier, " ", True)
        QApplication.sendEvent(studio.page, event)
        assert studio.services.recording.state.is_recording
    studio.release(SPACE)
    assert not studio.services.recording.state.is_recording


def test_repetitions_that_are_not_flagged_change_nothing(studio: Studio, qtbot: QtBot) -> None:
    states: list[bool] = []
    studio.press(SPACE)
    studio.services.recording.changed.connect(lambda: states.append(studio.services.recording.state.is_recording))
    for _turn in range(3):
        QTest.keyRelease(studio.page, SPACE)
        QTest.keyPress(studio.page, SPACE)
    assert studio.services.recording.state.is_recording
    assert states == []
    QTest.keyRelease(studio.page, SPACE)
    qtbot.waitUntil(lambda: not studio.services.recording.state.is_recording)


def test_another_key_right_after_one_was_let_go(studio: Studio) -> None:
    studio.press(Qt.Key.Key_1)
    QTest.keyRelease(studio.page, Qt.Key.Key_1)
    studio.press(Qt.Key.Key_2)
    assert studio.services.recording.state.label == "paper"
    studio.release(Qt.Key.Key_2)
    assert studio.services.recording.state.label is None


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no scan codes")
def test_a_key_is_the_same_when_shift_is_let_go_before_it(studio: Studio, qtbot: QtBot) -> None:
    shift, nothing = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(studio.page, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, shift, 10, 49, 1, "1"))
    assert studio.services.recording.state.label == "rock"
    released = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Ampersand, nothing, 10, 38, 0, "&")
    QApplication.sendEvent(studio.page, released)
    qtbot.waitUntil(lambda: studio.services.recording.state.label is None)


def test_of_two_held_keys_the_last_counts_until_it_is_let_go(studio: Studio) -> None:
    studio.press(Qt.Key.Key_1)
    studio.press(Qt.Key.Key_2)
    assert studio.services.recording.state.label == "paper"
    studio.release(Qt.Key.Key_2)
    assert studio.services.recording.state.label == "rock"
    studio.release(Qt.Key.Key_1)
    assert studio.services.recording.state.label is None


def test_keys_with_modifiers_record_nothing(studio: Studio) -> None:
    QTest.keyPress(studio.page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert studio.services.recording.state.label is None


def test_the_button_records_while_it_is_held(studio: Studio, qtbot: QtBot) -> None:
    button = studio.page.panel.record_button
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert not studio.services.recording.state.is_recording


def test_frames_of_one_moment_are_offered_once(studio: Studio, qtbot: QtBot) -> None:
    studio.press(SPACE)
    for _turn in range(12):
        studio.see(seconds=0.04)
    studio.release(SPACE)
    assert studio.services.recording.stop()
    assert 2 <= len(studio.kept) <= 4


def test_another_tab_ends_recording(studio: Studio) -> None:
    studio.press(SPACE)
    studio.desktop.show_page("Live")
    assert not studio.services.recording.state.is_recording
    studio.open()
    assert not studio.services.recording.state.is_recording


def test_losing_the_focus_ends_recording(studio: Studio) -> None:
    studio.press(SPACE)
    studio.page.panel.gallery_button.setFocus()
    assert not studio.services.recording.state.is_recording


def test_a_click_elsewhere_leaves_the_space_bar_to_recording(studio: Studio) -> None:
    window = studio.desktop.window
    studio.desktop.notices.show(Notification(NoticeKind.INFO, "Look.", "", (Action("Yes", lambda: None),)))
    banner = window.notification_area.banner
    buttons = [window.mirror_button, window.picker, *banner.findChildren(QPushButton), studio.page.panel.burst_button]
    for button in buttons:
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus
    QTest.mouseClick(window.mirror_button, Qt.MouseButton.LeftButton)
    studio.press(SPACE)
    assert studio.services.recording.state.is_recording
    studio.release(SPACE)


@pytest.mark.parametrize("trouble", ["another source", "camera lost"])
def test_a_source_that_ends_ends_recording(studio: Studio, trouble: str) -> None:
    studio.press(SPACE)
    if trouble == "camera lost":
        studio.lose_camera()
        assert studio.message == "There is no picture from the camera."
    else:
        studio.desktop.session.source_changed.emit()
    assert not studio.services.recording.state.is_recording
    studio.find_camera()
    studio.see()
    assert studio.kept == []
    assert studio.message == "Hold Space to record rock"


def test_without_a_camera_nothing_is_recorded_and_the_reason_is_shown(studio: Studio) -> None:
    studio.lose_camera()
    studio.press(SPACE)
    assert not studio.services.recording.state.is_recording
    assert studio.services.recording.state.trouble == "There is no picture from the camera."


def test_of_two_hands_the_larger_is_recorded_and_outlined(studio: Studio, qtbot: QtBot) -> None:
    small, large = a_hand(10, 10, 70), a_hand(130, 70, 110)
    studio.see(small, large)
    assert studio.message == "The larger hand is recorded: the one with the outline"
    assert studio.page.recording_view.content.is_outlined
    studio.press(SPACE)
    studio.see(small, large)
    qtbot.waitUntil(lambda: kept(studio, 1))
    box = studio.kept[0].hand.box_xyxy_px
    assert box[2] - box[0] == pytest.approx(large.box_xyxy_px[2] - large.box_xyxy_px[0])


def test_with_the_demo_clip_a_hint_asks_for_a_camera(studio: Studio) -> None:
    studio.desktop.sources.select(DEMO)
    studio.see()
    assert studio.message.startswith("This is the demo clip")


# Refusals


def test_a_refusal_is_shown_counted_and_fades(studio: Studio, qtbot: QtBot) -> None:
    studio.press(SPACE)
    studio.see(a_hand(110, 70, 30))
    qtbot.waitUntil(lambda: bool(studio.services.recording.refusals))
    assert studio.page.recording_view.content.message == Refusal.TOO_SMALL.value
    assert studio.page.recording_view.counts == "0 kept · 1 refused (1 too small)"
    assert studio.page.recording_view.view.accessibleDescription() == Refusal.TOO_SMALL.value
    studio.release(SPACE)
    studio.wait(REFUSAL_SHOWN_S + 0.1)
    assert studio.page.recording_view.content.message == ""
    assert studio.kept == []


def test_a_hand_that_did_not_move_is_refused(studio: Studio, qtbot: QtBot) -> None:
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))
    frame, result = studio.desktop.session.frame, studio.desktop.session.result
    assert frame is not None
    assert result is not None
    studio.show(replace(frame, captured_s=frame.captured_s + 1), [reading.hand for reading in result.hands])
    qtbot.waitUntil(lambda: studio.services.recording.refusals[Refusal.NEAR_DUPLICATE] == 1)
    assert studio.page.recording_view.content.message == Refusal.NEAR_DUPLICATE.value


def test_a_slow_disk_is_reported(make_studio: MakeStudio, qtbot: QtBot) -> None:
    store, entered, may_write = InMemorySampleStore(), threading.Event(), threading.Event()

    def slow() -> None:
        entered.set()
        assert may_write.wait(10)

    store.before_add = slow  # type: ignore[assignment]
    studio = make_studio(store, most_waiting=1)
    studio.press(SPACE)
    studio.see()
    assert entered.wait(10)
    studio.see()
    studio.see()
    qtbot.waitUntil(lambda: studio.services.recording.dropped_count == 1)
    assert "disk is slow" in studio.page.recording_view.content.message
    may_write.set()
    qtbot.waitUntil(lambda: len(studio.kept) == 2)


# Bursts


def test_a_burst_counts_down_records_and_ends(studio: Studio, qtbot: QtBot) -> None:
    studio.page.panel.list.choose("scissors")
    studio.click(ENTER)
    assert studio.page.recording_view.content.countdown == 3
    assert "scissors" in studio.page.recording_view.content.word
    studio.see(seconds=1.2)
    studio.wait(0)
    assert studio.page.recording_view.content.countdown == 2
    assert studio.kept == []
    studio.wait(2.0)
    assert studio.page.recording_view.content.badge == "Recording scissors"
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))
    assert studio.page.panel.burst_button.text().strip() == "Stop"
    studio.wait(5)
    studio.see()
    assert studio.services.recording.burst is None
    assert studio.labels_kept == ["scissors"]
    assert studio.page.panel.burst_button.text().strip() == "Burst"


@pytest.mark.parametrize("after_s", [1.0, 4.0])
def test_escape_stops_a_burst(studio: Studio, after_s: float) -> None:
    studio.click(ENTER)
    studio.wait(after_s)
    studio.click(ESCAPE)
    studio.see()
    assert studio.services.recording.burst is None
    assert studio.page.recording_view.content.countdown == 0
    assert studio.services.recording.stop()
    assert studio.kept == []


def test_a_burst_of_samples_ends_when_there_are_enough(studio: Studio, qtbot: QtBot) -> None:
    studio.page.panel.length_button.menu().actions()[2].trigger()
    assert studio.page.panel.length_button.text().startswith("10 samples")
    studio.click(ENTER)
    studio.wait(3.1)
    for count in range(1, 11):
        studio.see()
        qtbot.waitUntil(lambda count=count: kept(studio, count))
    studio.wait(0.01)
    assert studio.services.recording.burst is None


@pytest.mark.parametrize("way", ["tab", "source", "label"])
def test_events_that_end_a_burst(studio: Studio, way: str) -> None:
    studio.click(ENTER)
    if way == "tab":
        studio.desktop.show_page("Live")
    elif way == "source":
        studio.lose_camera()
    else:
        studio.page.panel.list.choose("paper")
    assert studio.services.recording.burst is None


def test_a_key_takes_over_from_a_burst_and_ends_with_its_release(studio: Studio) -> None:
    studio.click(ENTER)
    studio.press(Qt.Key.Key_2)
    assert (studio.services.recording.burst, studio.services.recording.state.label) == (None, "paper")
    studio.release(Qt.Key.Key_2)
    assert studio.services.recording.state.label is None


def test_a_burst_takes_over_from_a_key(studio: Studio) -> None:
    studio.press(SPACE)
    studio.click(ENTER)
    studio.release(SPACE)
    assert studio.services.recording.burst is not None
    assert studio.page.recording_view.content.countdown == 3


# Sessions


def test_a_long_pause_begins_another_session(studio: Studio, qtbot: QtBot) -> None:
    for count in (1, 2):
        studio.press(SPACE)
        studio.see()
        qtbot.waitUntil(lambda count=count: kept(studio, count))
        studio.release(SPACE)
        studio.clock.now_s += SESSION_GAP_S + 60
        studio.see()
    assert len({info.session for info in studio.kept}) == 2


def test_a_short_pause_begins_no_session(studio: Studio, qtbot: QtBot) -> None:
    for count in (1, 2):
        studio.press(SPACE)
        studio.see()
        qtbot.waitUntil(lambda count=count: kept(studio, count))
        studio.release(SPACE)
        studio.wait(60)
    assert len({info.session for info in studio.kept}) == 1


def test_another_camera_is_another_session(studio: Studio, qtbot: QtBot) -> None:
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))
    studio.release(SPACE)
    studio.set_status(source_name="Lid camera")
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 2))
    assert [info.camera for info in studio.kept] == ["Desk camera", "Lid camera"]
    assert len({info.session for info in studio.kept}) == 2


def test_another_model_is_another_session_even_while_recording(studio: Studio, qtbot: QtBot) -> None:
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))
    studio.model_id = "hands-2"
    studio.see()
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 2))
    assert [info.model_id for info in studio.kept] == ["hands-1", "hands-2"]
    assert len({info.session for info in studio.kept}) == 2


@pytest.mark.parametrize(("minutes", "sessions"), [(5, 1), (60, 2)])
def test_restarting_the_program_continues_the_session(
    make_studio: MakeStudio, qtbot: QtBot, minutes: int, sessions: int
) -> None:
    store = InMemorySampleStore()
    earlier = a_sample(session="20240501t100000", seed=1)
    at = BEGUN - timedelta(minutes=minutes)
    store.add(replace(earlier, info=replace(earlier.info, camera="Desk camera", taken_at=at.isoformat())))
    studio = make_studio(store)
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: len(studio.kept) == 2)
    assert len({info.session for info in studio.kept}) == sessions


# Trouble with the disk


def test_a_full_disk_pauses_and_try_again_goes_on(studio: Studio, qtbot: QtBot) -> None:
    def full() -> None:
        raise SampleStoreError("The sample could not be saved: no space left.", hint="Make room on the disk.")

    studio.store.before_add = full  # type: ignore[assignment]
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: studio.services.recording.state.is_paused)
    studio.release(SPACE)
    notice = studio.notices[0]
    assert notice.kind is NoticeKind.ERROR
    assert notice.title == "The sample could not be saved: no space left."
    assert notice.hint == "Make room on the disk. 1 picture was not kept; recording is paused."
    studio.press(SPACE)
    assert studio.page.recording_view.content.message.startswith("Recording is paused")
    studio.release(SPACE)
    studio.store.before_add = lambda: None
    (again,) = notice.actions
    again.run()
    assert notice not in studio.notices
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))


def test_damaged_samples_are_reported_once_at_the_start(make_studio: MakeStudio) -> None:
    store = InMemorySampleStore()
    store.damaged = (DamagedSample("rock/a.png", "it is empty"), DamagedSample("rock/b.png", "it is cut short"))
    studio = make_studio(store)
    told = [notice for notice in studio.notices if "cannot be read" in notice.title]
    assert [notice.title for notice in told] == ["2 recorded samples cannot be read and are left out."]
    assert "rock/a.png (it is empty)" in told[0].hint


def test_a_store_that_cannot_be_opened_can_be_tried_again(make_studio: MakeStudio, qtbot: QtBot) -> None:
    store, errors = InMemorySampleStore(), [SampleStoreError("The samples cannot be read.", hint="Check it.")]

    def open_store() -> InMemorySampleStore:
        if errors:
            raise errors.pop()
        return store

    studio = make_studio(store, open_store=open_store, is_open=False)
    qtbot.waitUntil(lambda: any(n.title == "The samples cannot be read." for n in studio.notices))
    studio.press(SPACE)
    assert studio.services.recording.state.trouble == "The samples are still being read."
    studio.release(SPACE)
    next(n for n in studio.notices if n.title == "The samples cannot be read.").actions[0].run()
    qtbot.waitUntil(lambda: studio.services.samples.is_open)
    assert not any(n.title == "The samples cannot be read." for n in studio.notices)
    studio.press(SPACE)
    studio.see()
    qtbot.waitUntil(lambda: kept(studio, 1))
