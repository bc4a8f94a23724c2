from __future__ import annotations

import pytest

from gesture_app.domain.samples.collecting import (
    MAX_BURST_S,
    SESSION_GAP_S,
    Burst,
    BurstLength,
    BurstPhase,
    HeldKeys,
    SessionKey,
    SessionTracker,
    label_problem,
)
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel

CAMERA, OTHER_CAMERA = SessionKey("Desk", "m1"), SessionKey("Lid", "m1")


# Sessions


def test_a_session_lasts_while_camera_and_model_stay() -> None:
    tracker = SessionTracker()
    assert [tracker.is_new(CAMERA, now_s) for now_s in (0, 60, 1000)] == [True, False, False]
    assert tracker.is_new(OTHER_CAMERA, 1001)
    assert tracker.is_new(SessionKey("Lid", "m2"), 1002)


def test_a_long_pause_ends_a_session() -> None:
    tracker = SessionTracker()
    tracker.is_new(CAMERA, 0)
    tracker.recorded(500)
    assert not tracker.is_new(CAMERA, 500 + SESSION_GAP_S)
    assert tracker.is_new(CAMERA, 501 + 2 * SESSION_GAP_S)


# Keys


def test_the_key_pressed_last_counts() -> None:
    keys = HeldKeys()
    keys.press("1")
    keys.press("2")
    assert keys.active == "2"
    keys.release("2")
    assert keys.active == "1"
    keys.release("1")
    assert keys.active is None


def test_repetitions_of_a_held_key_change_nothing() -> None:
    keys = HeldKeys()
    keys.press(" ")
    for _turn in range(3):
        keys.release(" ", is_repeat=True)
        assert keys.active == " "
        keys.press(" ", is_repeat=True)
    keys.release(" ")
    keys.press(" ", is_repeat=True)
    assert keys.active is None


def test_keys_are_forgotten_with_the_focus() -> None:
    keys = HeldKeys()
    keys.press("1")
    keys.clear()
    keys.release("1")
    assert keys.active is None


# Bursts


def test_a_burst_counts_down_and_records_for_its_time() -> None:
    burst = Burst("rock", BurstLength(seconds=5), requested_s=10.0)
    assert [burst.countdown(now_s) for now_s in (10, 10.9, 11.1, 12.5, 13)] == [3, 3, 2, 1, 0]
    times = (12.99, 13, 17.9, 18)
    phases = [burst.phase(now_s, 0) for now_s in times]
    assert phases == [BurstPhase.COUNTDOWN, BurstPhase.RECORDING, BurstPhase.RECORDING, BurstPhase.OVER]
    assert burst.progress(15.5, 99) == pytest.approx(0.5)


def test_a_burst_of_samples_ends_with_the_last_one() -> None:
    burst = Burst("rock", BurstLength(samples=10), requested_s=0.0)
    assert burst.phase(20, 9) is BurstPhase.RECORDING
    assert burst.progress(20, 5) == 0.5
    assert burst.phase(20, 10) is BurstPhase.OVER


def test_a_burst_of_samples_does_not_wait_for_ever() -> None:
    assert Burst("rock", BurstLength(samples=10), requested_s=0.0).phase(3 + MAX_BURST_S, 2) is BurstPhase.OVER


@pytest.mark.parametrize("length", [{}, {"seconds": 0}, {"samples": 0}, {"seconds": 3, "samples": 3}])
def test_invalid_lengths_are_refused(length: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="burst"):
        BurstLength(**length)


# New and changed labels


@pytest.mark.parametrize(
    ("name", "key", "icon", "field", "text"),
    [
        ("Thumb up", "t", "👍", "", ""),
        ("Thumb up", "", "", "", ""),
        ("  ", "t", "", "name", "Give the gesture a name"),
        ("ROCK", "t", "", "name", "called rock already"),
        ("Röck", "t", "", "name", "folder called rock"),
        ("x" * 61, "", "", "name", "1 to 60 characters"),
        ("Thumb", "1", "", "key", "belongs to rock"),
        ("Thumb", " ", "", "key", "for recording"),
        ("Thumb", "M", "", "key", "for the mirror"),
        ("Thumb", "t", "x" * 17, "icon", "short text"),
    ],
)
def test_invalid_labels_are_explained(name: str, key: str, icon: str, field: str, text: str) -> None:
    found = label_problem(BUILT_IN_LABELS, name, key, icon)
    assert found[0] == field
    assert text in found[1]


def test_a_label_does_not_clash_with_itself() -> None:
    thumb = SampleLabel.from_name("Thumb up", key="t")
    labels = BUILT_IN_LABELS.with_label(thumb)
    assert label_problem(labels, "Thumb up", "t", "", editing=thumb) == ("", "")
    assert label_problem(labels, "Thumb UP", "5", "", editing=thumb)[0] == "key"
