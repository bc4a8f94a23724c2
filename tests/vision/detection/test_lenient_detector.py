from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi
from gesture_app.vision.detection.lenient_detector import LENIENT_WINDOWS, LenientDetector
from gesture_app.vision.detection.networks import ScoredHand
from gesture_app.vision.detection.sliding_window import SlidingWindowOptions
from tests.fakes.hands import FakeNetwork, hand_at, networks_with

IMAGE = np.full((240, 320, 3), 60, dtype=np.uint8)


def unsure(score: float, image_scale: float = 1.0) -> FakeNetwork:
    """A network that takes one place of every window for a hand, with this presence score."""

    def answer(_: UInt8Array, roi: HandRoi) -> ScoredHand:
        return ScoredHand(hand_at(100 * image_scale, 100 * image_scale, 80 * image_scale), score)

    return FakeNetwork(answer)


def test_it_reports_places_that_are_no_hand_to_the_app() -> None:
    score = (LENIENT_WINDOWS.min_presence_score + SlidingWindowOptions().min_presence_score) / 2
    detector = LenientDetector(4, networks_with(scorer=unsure(score)))
    (hand,) = detector.detect(IMAGE, 0.0)
    assert hand.center_px == pytest.approx((100, 100))


def test_it_does_not_report_every_place() -> None:
    detector = LenientDetector(4, networks_with(scorer=unsure(LENIENT_WINDOWS.min_presence_score - 0.01)))
    assert detector.detect(IMAGE, 0.0) == []


def test_places_of_large_images_are_in_their_pixels() -> None:
    large = np.full((960, 1280, 3), 60, dtype=np.uint8)
    network = unsure(0.9)
    (hand,) = LenientDetector(4, networks_with(scorer=network)).detect(large, 0.0)
    assert network.calls[0][0].shape == (480, 640, 3)
    assert hand.center_px == pytest.approx((200, 200))
