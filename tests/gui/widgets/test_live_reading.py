from __future__ import annotations

from dataclasses import replace

import pytest

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.frames.smoothing import HandTracker
from gesture_app.gui.live.page import card_texts
from gesture_app.gui.widgets.live_reading import (
    answer,
    current_result,
    gesture_title,
    leading_reading,
    percent,
    shown_probabilities,
)
from gesture_app.pipeline.engine import CaptureState, EngineStatus, InferenceState
from tests.fakes.gui import gray_image, hand_at, prediction_of, result_of

RUNNING = EngineStatus(CaptureState.RUNNING, InferenceState.RUNNING)


def frame(seq: int, captured_s: float) -> Frame:
    return Frame(gray_image(), seq, 0.0, captured_s)


@pytest.mark.parametrize(
    ("result", "shown"),
    [
        (result_of(seq=5, captured_s=10.0), True),
        (result_of(seq=3, captured_s=9.51), True),
        (result_of(seq=3, captured_s=9.4), False),
        (result_of(seq=6, captured_s=10.0), False),
    ],
    ids=["same frame", "a little older", "too old", "from another source"],
)
def test_only_a_result_that_still_belongs_to_the_frame_is_shown(result: FrameResult, shown: bool) -> None:
    assert (current_result(result, frame(5, 10.0)) is result) is shown


def test_without_a_result_nothing_is_shown() -> None:
    assert current_result(None, frame(5, 10.0)) is None


def test_the_leading_hand_is_the_largest_that_shows_the_frames_gesture() -> None:
    result = result_of((hand_at(0, 0, 8), "rock"), (hand_at(30, 0, 20), "none"), (hand_at(40, 0, 12), "rock"))
    assert leading_reading(result) is result.hands[2]
    assert leading_reading(result_of()) is None


@pytest.mark.parametrize(
    ("fraction", "text"), [(0.0, "0 %"), (0.354, "35 %"), (0.996, "99 %"), (1.0, "100 %"), (0.004, "0 %")]
)
def test_percent(fraction: float, text: str) -> None:
    assert percent(fraction) == text


def test_titles() -> None:
    assert [gesture_title(label) for label in ("rock", "spock", "none")] == ["Rock", "Spock", "No gesture"]


@pytest.mark.parametrize(
    ("result", "status", "title"),
    [
        (result_of((hand_at(0, 0), "lizard")), RUNNING, "Lizard"),
        (result_of((hand_at(0, 0), "none")), RUNNING, "No gesture"),
        (result_of(), RUNNING, "No hand"),
        (None, RUNNING, "No hand"),
        (None, EngineStatus(CaptureState.RECOVERING, InferenceState.RUNNING), "No picture"),
        (None, EngineStatus(CaptureState.RUNNING, InferenceState.LOADING), "Loading…"),
        (None, EngineStatus(CaptureState.RUNNING, InferenceState.FAILED), "Off"),
    ],
)
def test_the_card_says_what_there_is(result: FrameResult | None, status: EngineStatus, title: str) -> None:
    assert card_texts(result, status)[1] == title


@pytest.mark.parametrize(
    ("probability", "title", "detail"),
    [(0.6, "Perhaps Spock", "Hold it still"), (0.4, "No gesture", "Show rock, paper,")],
)
def test_a_gesture_that_is_probable_but_not_stable_is_named(probability: float, title: str, detail: str) -> None:
    (reading,) = result_of((hand_at(0, 0), "none")).hands
    reading = replace(reading, prediction=prediction_of("spock", probability))
    result = replace(result_of(), hands=(reading,))
    assert card_texts(result, RUNNING)[1] == title
    assert card_texts(result, RUNNING)[2].startswith(detail)


def test_while_a_hand_changes_there_is_one_reading_and_one_number() -> None:
    """The answer is smoothed; the probabilities of a single frame would contradict it for a moment."""
    hand, tracker = hand_at(0, 0), HandTracker(sensitivity=Sensitivity.HIGH)
    seen = ["paper"] * 8 + ["none"] * 8 + ["scissors"] * 8
    answers = []
    for number, label in enumerate(seen):
        readings = tracker.update([hand], [prediction_of(label, 0.99)], number / 30)
        result = replace(result_of(), hands=tuple(readings), gesture=tracker.leading_gesture(readings))
        (reading,) = readings
        _label, title, detail = card_texts(result, RUNNING)
        shown = shown_probabilities(reading)
        longest = max(shown, key=shown.__getitem__)
        assert sum(shown.values()) == pytest.approx(1)
        if answer(reading) != NONE:
            assert answer(reading) == result.gesture
            assert (title, detail) == (gesture_title(longest), f"{percent(shown[longest])} sure")
            assert shown[longest] >= 0.5
        else:
            assert title in {"No gesture", f"Perhaps {longest}"}
        answers.append(answer(reading))
    assert {"paper", "scissors"} <= set(answers)
