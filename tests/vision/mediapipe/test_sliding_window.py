from __future__ import annotations

import itertools

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.mediapipe.landmark_network import HandRoi, ScoredHand, place_of
from gesture_app.vision.mediapipe.sliding_window import (
    GRIDS,
    SMALLEST,
    SURE_AGAIN,
    WORTH_READING_AGAIN,
    Grid,
    WindowSubset,
    sweep,
)
from tests.fakes.hands import FakeNetwork, hand_at

PICTURE = np.full((300, 400, 3), 60, dtype=np.uint8)


def swept(network: FakeNetwork) -> list[Hand]:
    return sweep(PICTURE, network)  # type: ignore[arg-type]


def showing(*hands: Hand, first: float = 0.9, again: float = 0.9) -> FakeNetwork:
    """A picture that shows hands: a place whose middle lies in one of them shows it, more surely at its own place."""
    own = [place_of(hand.landmarks_px) for hand in hands]

    def answer(_: UInt8Array, place: HandRoi) -> ScoredHand | None:
        for hand, its_own in zip(hands, own, strict=True):
            if place == its_own:
                return ScoredHand(hand, again)
        for hand in hands:
            left, top, right, bottom = hand.box_xyxy_px
            if left <= place.center_px[0] <= right and top <= place.center_px[1] <= bottom:
                return ScoredHand(hand, first)
        return ScoredHand(hand_at(200, 150), 0.0)

    return FakeNetwork(answer)


class TestPlaces:
    @pytest.mark.parametrize(("width", "height"), [(640, 480), (480, 640), (1280, 720), (300, 300)])
    @pytest.mark.parametrize("grid", GRIDS)
    def test_they_lie_evenly_over_the_picture_and_reach_over_its_edge(
        self, grid: Grid, width: int, height: int
    ) -> None:
        places = list(grid.places(width, height))

        assert {place.size_px for place in places} == {grid.size * min(width, height)}
        for axis, length in ((0, width), (1, height)):
            middles = sorted({place.center_px[axis] for place in places})
            assert middles[0] + middles[-1] == pytest.approx(length)
            gaps = {round(later - earlier, 3) for earlier, later in itertools.pairwise(middles)}
            assert len(gaps) <= 1
            assert max(gaps, default=0) <= 1.5 * grid.step * min(width, height)
            if len(middles) > 1:
                assert middles[0] == pytest.approx(0.4 * places[0].size_px)

    def test_each_is_there_in_every_turn(self) -> None:
        places = list(Grid(0.5, 0.2, (0, 90)).places(400, 300))

        upright = [place.center_px for place in places if place.angle_rad == 0]
        turned = [place.center_px for place in places if place.angle_rad == pytest.approx(np.pi / 2)]
        assert upright == turned
        assert len(upright) * 2 == len(places)

    def test_what_is_larger_than_the_picture_lies_in_its_middle(self) -> None:
        (place,) = Grid(1.4, 0.5, (0,)).places(320, 300)

        assert place.center_px == (160, 150)


def test_a_hand_is_read_again_where_its_landmarks_say_it_is() -> None:
    hand = hand_at(120, 180, 130)
    network = showing(hand)

    assert swept(network) == [hand]
    assert all(seen is PICTURE for seen, _ in network.asked)
    assert place_of(hand.landmarks_px) in [place for _, place in network.asked]


def test_of_several_hands_each_is_told_once_the_surest_first() -> None:
    left, right = hand_at(100, 150, 120), hand_at(300, 150, 120)
    network = showing(left, right)
    usual = network.answer

    def surer_on_the_right(image_rgb: UInt8Array, place: HandRoi) -> ScoredHand | None:
        judged = usual(image_rgb, place)
        return ScoredHand(right, 0.95) if judged is not None and judged.hand is right else judged

    network.answer = surer_on_the_right

    assert swept(network) == [right, left]


@pytest.mark.parametrize(
    ("first", "again", "found"),
    [
        (WORTH_READING_AGAIN, SURE_AGAIN, 1),
        (WORTH_READING_AGAIN - 0.01, 0.99, 0),
        (0.99, SURE_AGAIN - 0.01, 0),
    ],
)
def test_how_sure_the_network_must_be(first: float, again: float, found: int) -> None:
    network = showing(hand_at(200, 150, 120), first=first, again=again)

    assert len(swept(network)) == found


def test_who_asks_for_more_is_told_what_is_surer() -> None:
    network = showing(hand_at(200, 150, 120), again=0.8)

    assert sweep(PICTURE, network, sure=0.85) == []  # type: ignore[arg-type]
    assert len(sweep(PICTURE, network, sure=0.75)) == 1  # type: ignore[arg-type]


def test_what_turns_out_small_is_no_hand() -> None:
    """The hands lie where a place has its middle, so that small ones are seen too."""
    hands = [hand_at(155, 150, size_px) for size_px in (20, 40, 60, 80, 100, 120)]
    large_enough = [hand for hand in hands if place_of(hand.landmarks_px).size_px >= SMALLEST * 300]

    assert [hand for hand in hands if swept(showing(hand))] == large_enough
    assert 0 < len(large_enough) < len(hands)


def test_what_is_no_hand_is_read_once() -> None:
    network = showing()

    assert swept(network) == []
    assert len(network.asked) == sum(len(list(grid.places(400, 300))) for grid in GRIDS)


def test_the_parts_of_a_sweep_share_its_places_and_each_lies_all_over_the_picture() -> None:
    whole, parts = showing(), [showing() for _ in range(5)]
    sweep(PICTURE, whole)  # type: ignore[arg-type]

    for part, network in enumerate(parts):
        sweep(PICTURE, network, WindowSubset(part, len(parts)))  # type: ignore[arg-type]
        middles = np.array([place.center_px for _, place in network.asked])
        assert (np.ptp(middles, axis=0) > (200, 100)).all()

    places = [place for network in parts for _, place in network.asked]
    assert sorted(places, key=str) == sorted((place for _, place in whole.asked), key=str)


def test_places_of_which_the_network_says_nothing_show_no_hand() -> None:
    assert swept(FakeNetwork(lambda *_: None)) == []
