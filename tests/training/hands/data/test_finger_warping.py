"""Spocks made of open hands: drawn hands for what can be counted, and one rendered clip through the real detector."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from rich.console import Console

from gesture_app.domain.frames.frame import Float32Array, UInt8Array
from gesture_app.domain.frames.gestures import PAPER, ROCK, SPOCK
from tests.fakes.hand_samples import hand_sample
from training.hands.data import finger_warping
from training.hands.data.dataset import HandSample, counts_by_source, encode_region
from training.hands.data.finger_warping import CutHand, OpenHand, with_finger_warping
from training.hands.recipe import FingerWarpingRecipe, HandRecipe, parse_recipe

DEMO = Path(__file__).parents[4] / "assets" / "demo"
QUIET = Console(quiet=True)
SKIN_BGR, WALL_BGR = (120, 150, 210), (90, 60, 30)
KNUCKLES = ((92, 140), (112, 134), (132, 136), (150, 144))
TIPS = (8, 12, 16, 20)


def landmarks(headings_deg: tuple[float, ...], *, bent: bool = False, mirrored: bool = False) -> Float32Array:
    """An upright open hand; each finger's heading is from straight up, clockwise in the image."""
    points = np.zeros((21, 3), dtype=np.float32)
    points[0, :2] = (120, 222)
    for step, at in enumerate(((100, 205), (82, 190), (68, 178), (56, 168)), start=1):
        points[step, :2] = at
    for finger, (knuckle, heading) in enumerate(zip(KNUCKLES, headings_deg, strict=True)):
        along = np.array([np.sin(np.radians(heading)), -np.cos(np.radians(heading))])
        for joint, reach in enumerate((0, 36, 12, 2) if bent else (0, 36, 60, 80)):
            points[5 + 4 * finger + joint, :2] = np.array(knuckle) + reach * along
    if mirrored:
        points[:, 0] = 239 - points[:, 0]
    return points


def drawn(points: Float32Array) -> UInt8Array:
    """``(260, 240, 3)`` uint8, BGR: the hand before a wall."""
    picture = np.full((260, 240, 3), WALL_BGR, dtype=np.uint8)
    rounded = points[:, :2].round().astype(np.int32)
    cv2.fillConvexPoly(picture, np.asarray(cv2.convexHull(rounded[[0, 1, 5, 9, 13, 17]]), dtype=np.int32), SKIN_BGR)
    for chain in ((0, 1, 2, 3, 4), *((0, *range(k, k + 4)) for k in (5, 9, 13, 17))):
        cv2.polylines(picture, [rounded[list(chain)]], False, SKIN_BGR, 13)
    noise = np.random.default_rng(0).integers(-6, 7, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def open_hand(points: Float32Array) -> OpenHand:
    hand = OpenHand.of(points)
    assert hand is not None
    return hand


def is_skin(picture: UInt8Array, at_xy: npt.NDArray[np.floating]) -> bool:
    x, y = at_xy.round().astype(int)
    around = picture[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3).mean(axis=0)
    return bool(np.abs(around - SKIN_BGR).max() < np.abs(around - WALL_BGR).max())


SPREAD = (-18.0, -6.0, 6.0, 18.0)
TOGETHER = (0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("mirrored", [False, True])
def test_gaps_are_positive_where_fingers_spread_on_either_hand(mirrored: bool) -> None:
    hand = open_hand(landmarks(SPREAD, mirrored=mirrored))
    assert np.degrees(hand.gaps_rad) == pytest.approx([12, 12, 12], abs=0.1)


def test_only_open_hands_that_face_the_camera_are_taken() -> None:
    assert OpenHand.of(landmarks(SPREAD)) is not None
    assert OpenHand.of(landmarks(SPREAD, bent=True)) is None, "bent fingers"
    edge_on = landmarks(SPREAD) * np.array([0.3, 1, 1], dtype=np.float32)
    assert OpenHand.of(edge_on) is None, "edge-on"
    assert OpenHand.of(landmarks(SPREAD) * np.float32(0.1)) is None, "too small to cut"


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("headings", [SPREAD, TOGETHER])
def test_a_spock_has_its_gap_in_the_middle_and_fingers_side_by_side(
    headings: tuple[float, ...], mirrored: bool
) -> None:
    hand = open_hand(landmarks(headings, mirrored=mirrored))
    for seed in range(20):
        turns = hand.turns_to_spock(np.random.default_rng(seed))
        first, middle, last = np.degrees(hand.gaps_rad + hand.side * np.diff(turns))
        assert 10 <= middle <= 38
        assert -8 < first < 3
        assert -8 < last < 3
        assert turns.mean() == pytest.approx(0, abs=1e-9), "the hand as a whole does not turn"


def test_a_paper_whose_fingers_are_together_is_not_spread() -> None:
    """Over a folded thumb that would be a four."""
    hand = open_hand(landmarks(TOGETHER))
    for seed in range(20):
        turns = hand.turns_to_paper(np.random.default_rng(seed))
        assert np.abs(np.degrees(np.diff(turns))).max() <= 1.5 + 1e-6


def test_fingers_that_are_not_turned_leave_the_picture_as_it_is() -> None:
    points = landmarks(SPREAD)
    picture = drawn(points)
    again = CutHand.of(picture, open_hand(points)).with_turned_fingers(np.zeros(4))
    assert np.abs(again.astype(int) - picture).mean() < 6
    assert all(is_skin(again, points[tip, :2]) for tip in TIPS)


def test_turned_fingers_are_where_they_were_turned_to_and_no_longer_where_they_were() -> None:
    points = landmarks(SPREAD)
    turns_deg = np.array([-30.0, 0.0, 0.0, 30.0])
    moved = CutHand.of(drawn(points), open_hand(points)).with_turned_fingers(np.radians(turns_deg))
    turned = landmarks(tuple(np.array(SPREAD) + turns_deg))
    assert all(is_skin(moved, turned[tip, :2]) for tip in TIPS)
    assert not is_skin(moved, points[8, :2])
    assert not is_skin(moved, points[20, :2])


def recipe(**moved: int) -> HandRecipe:
    return replace(parse_recipe({"name": "x"}), finger_warping=FingerWarpingRecipe(**moved))


@pytest.fixture(scope="module")
def paper() -> HandSample:
    """A hand of the demo clip that shows paper, as if it were a photo."""
    from gesture_app.domain.frames.frame import Frame
    from gesture_app.domain.ports import DetectionMode
    from gesture_app.vision.detectors import open_hand_detector
    from training.hands.data.dataset import cut_region

    with (DEMO / "demo.labels.csv").open(newline="") as listing:
        labels = [row["label"] for row in csv.DictReader(listing)]
    clip = cv2.VideoCapture(str(DEMO / "demo.mp4"))
    detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=1, thorough=False)
    for seq, label in enumerate(labels):
        image = clip.read()[1]
        if label != PAPER:
            continue
        frame = Frame(np.asarray(image, dtype=np.uint8), seq, 0.0, 0.0)
        found = detector.detect(frame)
        if found and OpenHand.of(found[0].landmarks_px) is not None:
            region, points = cut_region(frame, found[0])
            return HandSample(encode_region(region), points, PAPER, "photos", "someone")
    raise AssertionError("no open hand in the demo clip")


class TestOfARecipe:
    def test_each_photo_of_paper_gives_spocks_that_the_detector_sees(self, paper: HandSample, tmp_path: Path) -> None:
        hands = [paper, hand_sample(ROCK), replace(paper, source="rendered")]
        result = with_finger_warping(hands, recipe(spock=4, paper=1), tmp_path, QUIET)
        assert result[:3] == hands, "the hands as they were come first"
        made = result[3:]
        assert {hand.label for hand in made} == {SPOCK, PAPER}
        assert sum(hand.label == SPOCK for hand in made) >= 3
        for hand in made:
            assert (hand.source, hand.group, hand.fingers_warped) == ("photos", "someone", True)
            first, middle, last = np.degrees(open_hand(hand.landmarks_px).gaps_rad)
            assert (middle - max(first, last) > 5) == (hand.label == SPOCK)
        assert counts_by_source(made) == {
            "photos, fingers moved": {
                PAPER: sum(hand.label == PAPER for hand in made),
                SPOCK: sum(hand.label == SPOCK for hand in made),
            }
        }

    def test_what_was_made_is_kept_for_the_same_photos_and_the_same_recipe(
        self, paper: HandSample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = with_finger_warping([paper], recipe(spock=2), tmp_path, QUIET)
        calls: list[int] = []
        monkeypatch.setattr(finger_warping, "warp_photos", lambda photos, *_: calls.append(len(photos)) or [])
        again = with_finger_warping([paper], recipe(spock=2), tmp_path, QUIET)
        assert [hand.region_jpeg for hand in again] == [hand.region_jpeg for hand in made]
        assert calls == []
        with_finger_warping([paper], recipe(spock=2, seed=2), tmp_path, QUIET)
        with_finger_warping([paper, paper], recipe(spock=2), tmp_path, QUIET)
        assert calls == [1, 2]

    def test_a_photo_that_is_left_out_is_left_out_of_this_too(self, paper: HandSample, tmp_path: Path) -> None:
        wanted = recipe(spock=2)
        without = replace(wanted, data=replace(wanted.data, excluded=("photos/paper",)))
        assert with_finger_warping([paper], without, tmp_path, QUIET) == [paper]

    def test_a_recipe_that_asks_for_none_gets_none(self, paper: HandSample, tmp_path: Path) -> None:
        assert with_finger_warping([paper], recipe(), tmp_path, QUIET) == [paper]
        assert not list(tmp_path.iterdir())
