from __future__ import annotations

import math

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.samples.guide import (
    MIN_SESSION_SAMPLES,
    MIN_TURN_RAD,
    WANTED_SAMPLES,
    Advice,
    AdviceKind,
    LabelProgress,
    advise,
    progress_by_label,
    roll_of,
    shows_palm,
    turn_spread,
)
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, LabelSet, SampleLabel
from gesture_app.domain.samples.sample import SampleInfo

TODAY, YESTERDAY = "20240502t100000", "20240501t100000"
TWO = LabelSet((SampleLabel("rock", "rock", "1"), SampleLabel("paper", "paper", "2")))


def hand(
    roll: float = -90.0, size: float = 150.0, handedness: Handedness = Handedness.RIGHT, *, back: bool = False
) -> Hand:
    """An open hand; ``roll`` degrees from wrist to knuckle, -90 is upright."""
    fan = np.linspace(-0.4, 0.4, 5) * (-1 if (handedness is Handedness.RIGHT) != back else 1)
    points = np.array([(0.0, 0.0)] + [(x * r, -r) for x in fan for r in (0.4, 0.6, 0.8, 1.0)])
    angle = math.radians(roll + 90)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    landmarks = np.zeros((21, 3), np.float32)
    landmarks[:, :2] = points @ turn.T
    landmarks[:, :2] *= size / np.ptp(landmarks[:, :2], axis=0).max()
    return Hand(landmarks, handedness, 0.9)


def infos(label: str, count: int, session: str = TODAY, hands: list[Hand] | None = None) -> list[SampleInfo]:
    varied = hands or [
        hand(-90 + 30 * (n % 3 - 1), 120 + 60 * (n % 2), list(Handedness)[n // 2 % 2], back=n % 4 == 0)
        for n in range(count)
    ]
    return [
        SampleInfo(session, number + 1, label, "2024-05-01T10:30:00+00:00", "Desk", varied[number], (400, 400))
        for number in range(count)
    ]


def test_an_empty_label_is_begun() -> None:
    assert advise([], BUILT_IN_LABELS, "lizard") == Advice(AdviceKind.BEGIN, "lizard", WANTED_SAMPLES)


def test_a_label_with_few_samples_needs_more() -> None:
    assert advise(infos("rock", 20), TWO, "rock", TODAY) == Advice(AdviceKind.MORE, "rock", 10)


def test_the_variation_of_few_samples_is_not_measured() -> None:
    assert advise(infos("rock", 3, hands=[hand()] * 3), TWO, "rock", TODAY).kind is AdviceKind.MORE


@pytest.mark.parametrize(
    ("hands", "kind"),
    [
        ([hand(-90 + n % 3, 100 + 40 * (n % 2)) for n in range(8)], AdviceKind.TURN),
        ([hand(-90 + 30 * (n % 3 - 1), 100) for n in range(8)], AdviceKind.CLOSER),
        ([hand(-90 + 30 * (n % 3 - 1), 300) for n in range(8)], AdviceKind.FURTHER),
        ([hand(-90 + 30 * (n % 3 - 1), 100 + 60 * (n % 2)) for n in range(12)], AdviceKind.OTHER_SIDE),
        (
            [hand(-90 + 30 * (n % 3 - 1), 100 + 60 * (n % 2), back=n % 4 == 0) for n in range(12)],
            AdviceKind.OTHER_HAND,
        ),
    ],
)
def test_missing_variation_is_named(hands: list[Hand], kind: AdviceKind) -> None:
    assert advise(infos("rock", len(hands), hands=hands), TWO, "rock", TODAY).kind is kind


def test_begun_labels_come_before_empty_ones() -> None:
    labels = LabelSet((*TWO.labels, SampleLabel("lizard", "lizard", "4")))
    recorded = [*infos("rock", 30), *infos("lizard", 4)]
    assert advise(recorded, labels, "rock", TODAY) == Advice(AdviceKind.NEXT_LABEL, "lizard", 26)
    recorded = [*infos("rock", 30), *infos("lizard", 30)]
    assert advise(recorded, labels, "rock", TODAY) == Advice(AdviceKind.NEXT_LABEL, "paper", 30)


def test_enough_of_one_day_asks_for_another() -> None:
    recorded = [*infos("rock", 30), *infos("paper", 30)]
    assert advise(recorded, TWO, "rock", TODAY) == Advice(AdviceKind.ANOTHER_SESSION)


def test_another_day_asks_for_a_few_of_each() -> None:
    recorded = [*infos("rock", 30, YESTERDAY), *infos("paper", 30, YESTERDAY), *infos("rock", 2)]
    assert advise(recorded, TWO, "rock", TODAY) == Advice(AdviceKind.MORE, "rock", MIN_SESSION_SAMPLES - 2)


def test_two_sessions_of_everything_are_enough() -> None:
    recorded = [i for label in ("rock", "paper") for day in (YESTERDAY, TODAY) for i in infos(label, 15, day)]
    assert advise(recorded, TWO, "paper", TODAY) == Advice(AdviceKind.DONE)


def test_progress_counts_sessions_with_enough_samples() -> None:
    recorded = [*infos("rock", 7, YESTERDAY), *infos("rock", MIN_SESSION_SAMPLES - 1)]
    assert progress_by_label(recorded, TODAY) == {"rock": LabelProgress(11, 1, MIN_SESSION_SAMPLES - 1)}


def test_angles_are_circular() -> None:
    near_half_turn = [math.radians(179 + n) for n in range(-3, 4)]
    assert turn_spread(near_half_turn) < math.radians(7)
    assert turn_spread([0, math.pi]) > MIN_TURN_RAD
    assert turn_spread([0, math.pi / 2, math.pi, -math.pi / 2]) == pytest.approx(2 * math.pi)
    assert roll_of(hand(-90)) == pytest.approx(-math.pi / 2, abs=0.01)


@pytest.mark.parametrize("handedness", list(Handedness))
def test_palm_and_back(handedness: Handedness) -> None:
    assert shows_palm(hand(handedness=handedness))
    assert shows_palm(hand(40, handedness=handedness))
    assert not shows_palm(hand(handedness=handedness, back=True))
