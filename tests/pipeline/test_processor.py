from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Frame, FrameResult, Hand, HandCrop
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, NONE
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.ports import DetectionMode
from gesture_app.errors import ClassifierError, DetectorError
from gesture_app.pipeline.processor import FrameProcessor
from tests.fakes.frames import FakeClock
from tests.fakes.pipeline import FakeClassifier, FakeDetector, crop_of, hand_at


def frame(seq: int = 0, *, time_s: float | None = None) -> Frame:
    image = np.zeros((48, 64, 3), np.uint8)
    return Frame(image, seq, seq / 30 if time_s is None else time_s, captured_s=7.5, path=f"{seq}.png")


def place(crop: HandCrop) -> int:
    return int(crop.image_rgb[0, 0, 0])


def gesture_by_place(crop: HandCrop) -> str:
    return DEFAULT_LABELS.labels[place(crop) // 10]


def test_hands_come_from_left_to_right_each_with_its_own_reading() -> None:
    detector = FakeDetector(lambda _: [hand_at(40), hand_at(5), hand_at(20)])
    processor = FrameProcessor(detector, crop_of, FakeClassifier(gesture_by_place))

    result = processor.process(frame())

    assert [round(reading.hand.center_px[0]) for reading in result.hands] == [5, 20, 40]
    assert [reading.prediction.gesture for reading in result.hands] == ["rock", "scissors", "spock"]


def test_the_result_belongs_to_its_frame() -> None:
    processor = FrameProcessor(FakeDetector(), crop_of, FakeClassifier(), model_id="hands-1")
    result = processor.process(frame(17, time_s=3.5))

    assert (result.seq, result.time_s, result.captured_s, result.path) == (17, 3.5, 7.5, "17.png")
    assert result.model_id == "hands-1"
    assert result.resolution_wh == (64, 48)


def test_timings_are_by_stage() -> None:
    clock = FakeClock()

    def detect(_: Frame) -> list[Hand]:
        clock.advance(0.020)
        return [hand_at(5)]

    def crop(frame: Frame, hand: Hand) -> HandCrop:
        clock.advance(0.003)
        return crop_of(frame, hand)

    def read(_: HandCrop) -> str:
        clock.advance(0.002)
        return "rock"

    processor = FrameProcessor(FakeDetector(detect), crop, FakeClassifier(read), clock=clock)

    assert processor.process(frame()).timings_ms == pytest.approx(
        {"detect": 20, "crop": 3, "classify": 2, "total": 25}, abs=1e-6
    )


def test_a_frame_without_hands_has_no_gesture() -> None:
    result = FrameProcessor(FakeDetector(lambda _: []), crop_of, FakeClassifier()).process(frame())

    assert (result.hands, result.gesture) == ((), NONE)


def show(processor: FrameProcessor, classifier: FakeClassifier, gestures: list[str]) -> list[FrameResult]:
    results = []
    for seq, gesture in enumerate(gestures):
        classifier.read = lambda _, gesture=gesture: gesture  # type: ignore[misc]
        results.append(processor.process(frame(seq)))
    return results


def test_video_is_smoothed() -> None:
    classifier = FakeClassifier()
    processor = FrameProcessor(FakeDetector(), crop_of, classifier)

    results = show(processor, classifier, ["rock"] * 20 + ["paper"])

    assert results[-1].hands[0].prediction.gesture == "paper"
    assert results[-1].hands[0].stable_gesture == "rock"
    assert results[-1].gesture == "rock"


def test_independent_images_stand_alone() -> None:
    classifier = FakeClassifier()
    processor = FrameProcessor(FakeDetector(), crop_of, classifier, mode=DetectionMode.INDEPENDENT)

    results = show(processor, classifier, ["rock", "paper", "none", "lizard"])

    assert [result.gesture for result in results] == ["rock", "paper", "none", "lizard"]
    assert [result.hands[0].stable_gesture for result in results] == ["rock", "paper", "none", "lizard"]


def test_independent_hands_have_numbers_of_their_own() -> None:
    detector = FakeDetector(lambda _: [hand_at(5), hand_at(40)])
    processor = FrameProcessor(detector, crop_of, FakeClassifier(), mode=DetectionMode.INDEPENDENT)

    assert [reading.track_id for reading in processor.process(frame()).hands] == [0, 1]


def test_the_same_sensitivity_again_changes_nothing_and_another_one_begins_anew() -> None:
    classifier = FakeClassifier()
    processor = FrameProcessor(FakeDetector(), crop_of, classifier)
    show(processor, classifier, ["rock"] * 20)

    processor.set_sensitivity(Sensitivity.NORMAL)
    assert processor.process(frame(20)).gesture == "rock"
    processor.set_sensitivity(Sensitivity.LOW)
    assert processor.process(frame(21)).gesture == NONE


def test_reset_drops_the_tracks_and_resets_the_detector() -> None:
    detector, classifier = FakeDetector(), FakeClassifier()
    processor = FrameProcessor(detector, crop_of, classifier)
    show(processor, classifier, ["rock"] * 10)

    processor.reset()
    detector.answer = lambda _: []

    assert processor.process(frame(10)).gesture == NONE
    assert detector.resets == 1


@pytest.mark.parametrize("mode", DetectionMode)
def test_a_classifier_that_forgets_a_hand_is_not_taken_for_right(mode: DetectionMode) -> None:
    class Forgetful(FakeClassifier):
        def classify(self, crops, memory=None):  # type: ignore[no-untyped-def]
            return super().classify(crops)[1:]

    with pytest.raises(ValueError, match="argument"):
        FrameProcessor(FakeDetector(), crop_of, Forgetful(), mode=mode).process(frame())


def test_errors_of_its_parts_come_through() -> None:
    def fail_to_detect(_: Frame) -> list[Hand]:
        raise DetectorError("no detector")

    def fail_to_read(_: HandCrop) -> str:
        raise ClassifierError("no classifier")

    with pytest.raises(DetectorError):
        FrameProcessor(FakeDetector(fail_to_detect), crop_of, FakeClassifier()).process(frame())
    with pytest.raises(ClassifierError):
        FrameProcessor(FakeDetector(), crop_of, FakeClassifier(fail_to_read)).process(frame())


def test_close_releases_both_parts_even_where_one_fails() -> None:
    class Unwilling(FakeDetector):
        def close(self) -> None:
            raise RuntimeError("will not close")

    classifier = FakeClassifier()

    with pytest.raises(RuntimeError, match="will not close"):
        FrameProcessor(Unwilling(), crop_of, classifier).close()
    assert classifier.closed == 1


def test_it_speaks_for_its_classifier() -> None:
    processor = FrameProcessor(FakeDetector(), crop_of, FakeClassifier())

    assert processor.labels == DEFAULT_LABELS
    assert processor.description == "a fake"
