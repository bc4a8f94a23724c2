from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.detection.hand_roi import HandRoi, roi_from_landmarks
from gesture_app.vision.detection.networks import LandmarkerThresholds, ScoredHand
from gesture_app.vision.detection.tta_views import ImageView, inverted
from gesture_app.vision.detection.view_search import CandidateThresholds, ViewSearch, ViewSearchOptions
from tests.fakes.hands import FakeLandmarker, FakeNetwork, hand_at, networks_with

DARK = np.full((100, 200, 3), 40, dtype=np.uint8)
THRESHOLDS = CandidateThresholds(original=0.8, view_tone=0.95, not_ruled_out=0.2)


def scoring(presence_score: Callable[[UInt8Array, HandRoi], float]) -> FakeNetwork:
    """A network that finds a hand at the center of every ROI, with this score."""
    return FakeNetwork(
        lambda image_rgb, roi: ScoredHand(hand_at(*roi.center_px, size_px=39), presence_score(image_rgb, roi))
    )


def search(*candidates: Hand, network: FakeNetwork | None = None, views: tuple[ImageView, ...] = ()) -> ViewSearch:
    """A search in which the palm detector finds these candidates in every view."""
    verification = None if network is None else THRESHOLDS
    options = ViewSearchOptions(views, LandmarkerThresholds(0.05, 0.05), 4, verification)
    return ViewSearch(options, networks_with(first=FakeLandmarker(candidates)), network)


def test_without_verification_every_candidate_counts_once() -> None:
    first, again, elsewhere = hand_at(60), hand_at(66), hand_at(150)

    found = search(first, again, elsewhere).detect(DARK, ImageView())

    assert [hand.center_px for hand in found] == [first.center_px, elsewhere.center_px]


def test_verification_without_a_network_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="needs a landmark network"):
        ViewSearch(ViewSearchOptions((), LandmarkerThresholds(), 4), networks_with(first=FakeLandmarker()))


def test_a_candidate_of_a_view_is_verified_where_it_is_in_the_image() -> None:
    """The view has a border of 50 x 25 pixels and is mirrored."""
    network = scoring(lambda *_: THRESHOLDS.original)

    (found,) = search(hand_at(90, 75), network=network).detect(DARK, ImageView(border=0.25, mirrored=True))

    ((seen, roi),) = network.calls
    assert seen is DARK
    assert found.center_px == pytest.approx(roi.center_px)
    upright = roi_from_landmarks(hand_at(200 - (90 - 50), 50).landmarks_px)
    assert roi.center_px[0] == pytest.approx(upright.center_px[0], abs=20)
    assert 140 < roi.center_px[0] < 180


def test_the_hands_of_the_network_are_returned_by_descending_score() -> None:
    network = scoring(lambda _, roi: 0.95 if roi.center_px[0] > 100 else 0.9)

    found = search(hand_at(40), hand_at(150), network=network).detect(DARK, ImageView())

    assert [hand.center_px[0] > 100 for hand in found] == [True, False]
    assert [round(hand.box_xyxy_px[2] - hand.box_xyxy_px[0]) for hand in found] == [39, 39]


@pytest.mark.parametrize(
    ("original", "view_tone", "accepted"),
    [
        (THRESHOLDS.original, 0.0, True),
        (THRESHOLDS.original - 0.01, THRESHOLDS.view_tone, True),
        (THRESHOLDS.original - 0.01, THRESHOLDS.view_tone - 0.01, False),
        (THRESHOLDS.not_ruled_out, THRESHOLDS.view_tone, True),
        (THRESHOLDS.not_ruled_out - 0.01, 0.99, False),
    ],
)
def test_the_tone_of_the_view_needs_a_higher_score_and_a_candidate_that_is_not_ruled_out(
    original: float, view_tone: float, accepted: bool
) -> None:
    network = scoring(lambda image_rgb, _: original if image_rgb.mean() < 128 else view_tone)

    found = search(hand_at(60), network=network).detect(DARK, ImageView(inverted, border=0.25))

    assert bool(found) is accepted


def test_a_candidate_of_a_view_in_the_original_tone_is_scored_once() -> None:
    network = scoring(lambda *_: 0.5)

    assert search(hand_at(60), network=network).detect(DARK, ImageView(border=0.5)) == []
    assert len(network.calls) == 1


def test_views_are_tried_in_order_until_one_shows_a_hand() -> None:
    views = (ImageView(), ImageView(inverted), ImageView(inverted, mirrored=True))
    network = scoring(lambda image_rgb, _: 0.5 if image_rgb.mean() < 128 else THRESHOLDS.view_tone)

    (found,) = search(hand_at(60), network=network, views=views).detect_in_any_view(DARK)

    assert [round(float(seen.mean())) > 128 for seen, _ in network.calls] == [False, False, True]
    assert found.center_px[0] == pytest.approx(network.calls[-1][1].center_px[0])


def test_where_no_view_shows_a_hand_there_is_none() -> None:
    assert search(views=(ImageView(), ImageView(inverted))).detect_in_any_view(DARK) == []
