from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, UInt8Array
from gesture_app.vision.mediapipe import view_search as hand_search
from gesture_app.vision.mediapipe.hand_landmarker import Confidence
from gesture_app.vision.mediapipe.landmark_network import HandRoi, ScoredHand, place_of
from gesture_app.vision.mediapipe.tta_views import ImageView, inverted
from gesture_app.vision.mediapipe.view_search import NOT_RULED_OUT, SURE, SURE_IN_CHANGED_LIGHT, ViewSearch
from tests.fakes.hands import FakeNetwork, hand_at

DARK = np.full((100, 200, 3), 40, dtype=np.uint8)


def seeing(presence: Callable[[UInt8Array, HandRoi], float]) -> FakeNetwork:
    """Sees the hand that is expected where it is asked to look, as sure as it is told to be."""
    return FakeNetwork(
        lambda image_rgb, place: ScoredHand(hand_at(*place.center_px, size_px=39), presence(image_rgb, place))
    )


@pytest.fixture
def guessing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[Hand]], None]:
    """Lets the palm detector guess these hands, in the view that it is shown."""

    def guess(hands: Sequence[Hand]) -> None:
        class FakeLandmarker:
            def __init__(self, *_: object, **__: object) -> None: ...

            def look(self, view_rgb: UInt8Array) -> list[Hand]:
                return list(hands)

            def close(self) -> None: ...

        monkeypatch.setattr(hand_search, "HandLandmarker", FakeLandmarker)

    return guess


def search(network: FakeNetwork | None = None) -> ViewSearch:
    return ViewSearch(Confidence(0.05, 0.05), 4, network)  # type: ignore[arg-type]


def test_without_a_judge_each_guess_counts_once_a_place(guessing: Callable[[Sequence[Hand]], None]) -> None:
    first, again, elsewhere = hand_at(60), hand_at(66), hand_at(150)
    guessing([first, again, elsewhere])

    found = search().hands(DARK, ImageView())

    assert [hand.center_px for hand in found] == [first.center_px, elsewhere.center_px]


def test_a_guess_in_a_changed_view_is_judged_at_its_place_in_the_picture(
    guessing: Callable[[Sequence[Hand]], None],
) -> None:
    """The view has a border of 50 x 25 pixels and is mirrored."""
    guessing([hand_at(90, 75)])
    network = seeing(lambda *_: SURE)

    (found,) = search(network).hands(DARK, ImageView(border=0.25, mirrored=True))

    ((seen, place),) = network.asked
    assert seen is DARK
    assert found.center_px == pytest.approx(place.center_px)
    upright = place_of(hand_at(200 - (90 - 50), 50).landmarks_px)
    assert place.center_px[0] == pytest.approx(upright.center_px[0], abs=20)
    assert 140 < place.center_px[0] < 180


def test_what_the_network_sees_is_told_the_surest_first(guessing: Callable[[Sequence[Hand]], None]) -> None:
    guessing([hand_at(40), hand_at(150)])
    network = seeing(lambda _, place: 0.95 if place.center_px[0] > 100 else 0.9)

    found = search(network).hands(DARK, ImageView())

    assert [hand.center_px[0] > 100 for hand in found] == [True, False]
    assert [round(hand.box_xyxy_px[2] - hand.box_xyxy_px[0]) for hand in found] == [39, 39]


@pytest.mark.parametrize(
    ("as_it_is", "in_its_light", "is_one"),
    [
        (SURE, 0.0, True),
        (SURE - 0.01, SURE_IN_CHANGED_LIGHT, True),
        (SURE - 0.01, SURE_IN_CHANGED_LIGHT - 0.01, False),
        (NOT_RULED_OUT, SURE_IN_CHANGED_LIGHT, True),
        (NOT_RULED_OUT - 0.01, 0.99, False),
    ],
)
def test_in_the_light_of_the_look_the_network_must_be_surer_and_may_not_have_ruled_it_out(
    guessing: Callable[[Sequence[Hand]], None], as_it_is: float, in_its_light: float, is_one: bool
) -> None:
    guessing([hand_at(60)])
    network = seeing(lambda image_rgb, _: as_it_is if image_rgb.mean() < 128 else in_its_light)

    assert bool(search(network).hands(DARK, ImageView(inverted, border=0.25))) is is_one


def test_a_look_that_leaves_the_light_as_it_is_is_judged_once(guessing: Callable[[Sequence[Hand]], None]) -> None:
    guessing([hand_at(60)])
    network = seeing(lambda *_: 0.5)

    assert search(network).hands(DARK, ImageView(border=0.5)) == []
    assert len(network.asked) == 1
