"""The contract of every registered hand detector, and of the fake one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

import pytest

from gesture_app.domain.frames.frame import Frame, Hand
from gesture_app.domain.ports import DetectionMode, HandDetector
from gesture_app.vision.detectors import (
    DEFAULT_DETECTOR,
    DETECTORS,
    NETWORKS_ID,
    installed_detectors,
    open_hand_detector,
)
from tests.fakes.clips import NO_HAND, ONE_HAND, TWO_HANDS, as_frame, clip_image
from tests.fakes.detectors import INSTALLED_DETECTORS, needs_mediapipe
from tests.fakes.pipeline import FakeDetector, hand_at


def known_hands(frame: Frame) -> list[Hand]:
    """The hands that the fake finds in the three clips."""
    for clip, hands in ((ONE_HAND, [hand_at(150)]), (TWO_HANDS, [hand_at(80), hand_at(236)])):
        if any(frame.image_bgr is clip_image(clip, number) for number in (0, 20)):
            return hands
    return []


FAKE = "fake"


@dataclass
class Case:
    detector: HandDetector


@pytest.fixture(
    params=[
        pytest.param((name, mode), id=f"{name}-{mode.value}") for name in INSTALLED_DETECTORS for mode in DetectionMode
    ]
    + [pytest.param((FAKE, DetectionMode.VIDEO), id=FAKE)]
)
def case(request: pytest.FixtureRequest) -> Iterator[Case]:
    name, mode = request.param
    if name == FAKE:
        detector: HandDetector = FakeDetector(known_hands)
    else:
        detector = open_hand_detector(mode, max_hands=2, detector=name)
    yield Case(detector)
    detector.close()


def test_the_hands_of_an_image_are_found_near_where_they_are(case: Case) -> None:
    hands = case.detector.detect(as_frame(clip_image(TWO_HANDS, 0)))

    assert [round(x, -2) for x in sorted(hand.center_px[0] for hand in hands)] == [100, 200]


def test_an_image_without_hands_has_none(case: Case) -> None:
    assert case.detector.detect(as_frame(clip_image(NO_HAND, 0))) == []


def test_one_hand_is_one_hand(case: Case) -> None:
    assert len(case.detector.detect(as_frame(clip_image(ONE_HAND, 20)))) == 1


def test_after_a_reset_times_may_start_again(case: Case) -> None:
    case.detector.detect(as_frame(clip_image(ONE_HAND, 20), 5000))

    case.detector.reset()

    assert len(case.detector.detect(as_frame(clip_image(ONE_HAND, 0), 0))) == 1


def test_after_a_reset_nothing_is_carried_over(case: Case) -> None:
    case.detector.detect(as_frame(clip_image(ONE_HAND, 20), 1))

    case.detector.reset()

    assert case.detector.detect(as_frame(clip_image(NO_HAND, 0), 2)) == []


def test_frames_are_not_written_to(case: Case) -> None:
    frame = as_frame(clip_image(ONE_HAND, 0).copy())
    before = frame.image_bgr.copy()

    case.detector.detect(frame)

    assert (frame.image_bgr == before).all()


def test_close_may_come_twice(case: Case) -> None:
    case.detector.detect(as_frame(clip_image(NO_HAND, 0)))

    case.detector.close()
    case.detector.close()


@pytest.mark.parametrize("name", INSTALLED_DETECTORS)
@pytest.mark.parametrize("mode", DetectionMode)
def test_there_are_no_more_hands_than_asked_for(name: str, mode: DetectionMode) -> None:
    detector = open_hand_detector(mode, max_hands=1, detector=name)

    hands = detector.detect(as_frame(clip_image(TWO_HANDS, 0)))
    detector.close()

    assert len(hands) == 1


def test_less_than_one_hand_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="max_hands must be at least 1, got 0"):
        open_hand_detector(DetectionMode.VIDEO, max_hands=0)


def test_a_name_that_is_not_registered_is_named_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=f"must be one of {', '.join(DETECTORS)}, got 'magic'"):
        open_hand_detector(DetectionMode.VIDEO, detector="magic")


def test_the_default_detector_is_registered() -> None:
    assert DEFAULT_DETECTOR in DETECTORS


def test_the_installed_detectors_are_named_with_the_default_first() -> None:
    names = installed_detectors()
    assert names[0] == DEFAULT_DETECTOR
    assert set(names) == set(INSTALLED_DETECTORS)


@needs_mediapipe
def test_the_networks_are_named_after_the_release_of_mediapipe_that_is_installed() -> None:
    assert f"mediapipe-hands-{version('mediapipe')}" == NETWORKS_ID
