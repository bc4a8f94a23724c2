from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, Handedness, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.hand_verifier import NO_HAND, HandVerifier, read_features
from gesture_app.vision.detection.networks import RoiScorer, ScoredHand
from gesture_app.vision.detectors import DEFAULT_DETECTOR, DETECTORS
from tests.fakes.clips import NO_HAND as NO_HAND_CLIP
from tests.fakes.clips import ONE_HAND, clip_image
from tests.fakes.hands import FakeNetwork, hand_at

IMAGE = np.zeros((100, 200, 3), dtype=np.uint8)
IMAGE[:, 100:] = 255
OPEN_HAND = 20
"""A frame of the clip in which the hand is open."""

DISTANCE = 2
"""Index of the feature that compares both readings."""


def mirrored(hand: Hand) -> Hand:
    points = hand.landmarks_px * np.array([-1, 1, 1], dtype=np.float32)
    points[:, 0] += IMAGE.shape[1]
    return Hand(points, Handedness.LEFT, hand.score)


def is_mirrored(image_rgb: UInt8Array) -> bool:
    return bool(image_rgb[0, 0, 0])


@pytest.fixture(scope="module")
def network() -> Iterator[RoiScorer]:
    made = DETECTORS[DEFAULT_DETECTOR]().open_roi_scorer()
    yield made
    made.close()


def detected(image_rgb: UInt8Array, network: RoiScorer) -> Hand:
    """The network's landmarks in the middle of the image, whether or not it shows a hand there."""
    height, width = image_rgb.shape[:2]
    roi = HandRoi((width / 2, height / 2), float(height), 0.0)
    for _ in range(3):
        scored = network.score(image_rgb, roi)
        assert scored is not None
        roi = roi_from_landmarks(scored.hand.landmarks_px)
    return scored.hand


def rgb(clip_bgr: UInt8Array) -> UInt8Array:
    return np.ascontiguousarray(clip_bgr[..., ::-1])


def test_a_hand_scores_above_even_and_a_wall_below(network: RoiScorer) -> None:
    verifier = HandVerifier(network)
    with_hand, without = rgb(clip_image(ONE_HAND, OPEN_HAND)), rgb(clip_image(NO_HAND_CLIP, 0))

    assert verifier.score(with_hand, detected(with_hand, network)) > 0.5
    assert verifier.score(without, detected(without, network)) < -1


def test_a_hand_and_its_mirror_image_score_about_the_same(network: RoiScorer) -> None:
    verifier = HandVerifier(network)
    image = rgb(clip_image(ONE_HAND, OPEN_HAND))
    flipped = np.ascontiguousarray(image[:, ::-1])

    scores = [verifier.score(one, detected(one, network)) for one in (image, flipped)]

    assert scores[0] == pytest.approx(scores[1], abs=1.0)


def test_both_readings_agree_where_the_mirrored_one_is_the_mirror_image() -> None:
    hand = hand_at(60)
    agreeing = FakeNetwork(lambda image, roi: ScoredHand(mirrored(hand) if is_mirrored(image) else hand, 0.9))
    shifted = hand_at(70)
    differing = FakeNetwork(lambda image, roi: ScoredHand(mirrored(shifted) if is_mirrored(image) else hand, 0.9))

    same, other = (read_features(IMAGE, hand, network) for network in (agreeing, differing))

    assert same is not None
    assert other is not None
    assert same[DISTANCE] < other[DISTANCE]
    assert same[:DISTANCE] == other[:DISTANCE]


def test_the_mirrored_roi_covers_the_same_part_of_the_image() -> None:
    hand = hand_at(60)
    network = FakeNetwork(lambda image, roi: ScoredHand(hand, 0.9))

    read_features(IMAGE, hand, network)

    (_, plain), (_, flipped) = network.calls
    assert flipped.center_px == (IMAGE.shape[1] - plain.center_px[0], plain.center_px[1])
    assert (flipped.size_px, flipped.angle_rad) == (plain.size_px, -plain.angle_rad)


def test_features_do_not_depend_on_the_size_of_the_image(network: RoiScorer) -> None:
    image = rgb(clip_image(ONE_HAND, OPEN_HAND))
    twice = image.repeat(2, axis=0).repeat(2, axis=1)

    small, large = (read_features(one, detected(one, network), network) for one in (image, twice))

    assert small is not None
    assert large is not None
    np.testing.assert_allclose(small, large, atol=0.5)


def score_of(presence_score: float, mirrored_score: float) -> float:
    hand = hand_at(60)

    def answer(image: UInt8Array, roi: HandRoi) -> ScoredHand:
        return ScoredHand(mirrored(hand), mirrored_score) if is_mirrored(image) else ScoredHand(hand, presence_score)

    return HandVerifier(FakeNetwork(answer)).score(IMAGE, hand)


def test_high_presence_scores_in_both_images_are_above_even_and_mediocre_ones_below() -> None:
    assert score_of(0.98, 0.98) > 1
    assert score_of(0.6, 0.6) < -2
    assert score_of(0.95, 0.5) < 0


@pytest.mark.parametrize("readings", [[None], [ScoredHand(hand_at(60), 0.9), None]])
def test_a_hand_that_cannot_be_read_scores_lowest(readings: list[ScoredHand | None]) -> None:
    remaining = list(readings)

    verifier = HandVerifier(FakeNetwork(lambda image, roi: remaining.pop(0)))

    assert verifier.score(IMAGE, hand_at(60)) == NO_HAND
