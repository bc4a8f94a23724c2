"""What every hand detector promises, real and fake alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from gesture_app.domain.frames.frame import Frame, Hand
from gesture_app.domain.ports import DetectionMode, HandDetector
from gesture_app.vision.mediapipe.hand_detector import MediaPipeHandDetector
from tests.fakes.clips import NO_HAND, ONE_HAND, TWO_HANDS, as_frame, picture
from tests.fakes.pipeline import FakeDetector, hand_at


def known_hands(frame: Frame) -> list[Hand]:
    """What the fake sees in the three clips."""
    for clip, hands in ((ONE_HAND, [hand_at(150)]), (TWO_HANDS, [hand_at(80), hand_at(236)])):
        if any(frame.image_bgr is picture(clip, number) for number in (0, 20)):
            return hands
    return []


@dataclass
class Case:
    detector: HandDetector


@pytest.fixture(params=["video", "independent", "fake"])
def case(request: pytest.FixtureRequest) -> Iterator[Case]:
    if request.param == "fake":
        detector: HandDetector = FakeDetector(known_hands)
    else:
        detector = MediaPipeHandDetector(DetectionMode(request.param), max_hands=2)
    yield Case(detector)
    detector.close()


def test_the_hands_of_a_picture_are_found_near_where_they_are(case: Case) -> None:
    hands = case.detector.detect(as_frame(picture(TWO_HANDS, 0)))

    assert [round(x, -2) for x in sorted(hand.center_px[0] for hand in hands)] == [100, 200]


def test_a_picture_without_hands_has_none(case: Case) -> None:
    assert case.detector.detect(as_frame(picture(NO_HAND, 0))) == []


def test_one_hand_is_one_hand(case: Case) -> None:
    assert len(case.detector.detect(as_frame(picture(ONE_HAND, 20)))) == 1


def test_after_a_reset_times_may_start_again(case: Case) -> None:
    case.detector.detect(as_frame(picture(ONE_HAND, 20), 5000))

    case.detector.reset()

    assert len(case.detector.detect(as_frame(picture(ONE_HAND, 0), 0))) == 1


def test_after_a_reset_nothing_is_carried_over(case: Case) -> None:
    case.detector.detect(as_frame(picture(ONE_HAND, 20), 1))

    case.detector.reset()

    assert case.detector.detect(as_frame(picture(NO_HAND, 0), 2)) == []


def test_frames_are_not_written_to(case: Case) -> None:
    frame = as_frame(picture(ONE_HAND, 0).copy())
    before = frame.image_bgr.copy()

    case.detector.detect(frame)

    assert (frame.image_bgr == before).all()


def test_close_may_come_twice(case: Case) -> None:
    case.detector.detect(as_frame(picture(NO_HAND, 0)))

    case.detector.close()
    case.detector.close()
