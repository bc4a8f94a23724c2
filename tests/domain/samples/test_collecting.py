from __future__ import annotations

import math

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.samples.collecting import (
    MAX_BURST_S,
    SESSION_GAP_S,
    Burst,
    BurstLength,
    BurstPhase,
    HeldKeys,
    SessionKey,
    SessionTracker,
    label_problem,
)
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

CAMERA, OTHER_CAMERA = SessionKey("Desk", "m1"), SessionKey("Lid", "m1")
TODAY, YESTERDAY = "20240502t100000", "20240501t100000"
TWO = LabelSet((SampleLabel("rock", "rock", "1"), SampleLabel("paper", "paper", "2")))


# Sessions


def test_a_session_lasts_while_camera_and_model_stay() -> None:
    watch = SessionTracker()
    assert [watch.is_new(CAMERA, now_s) for now_s in (0, 60, 1000)] == [True, False, False]
    assert watch.is_new(OTHER_CAMERA, 1001)
    assert watch.is_new(SessionKey("Lid", "m2"), 1002)


def test_a_long_pause_ends_a_session() -> None:
    watch = SessionTracker()
    watch.is_new(CAMERA, 0)
    watch.recorded(500)
    assert not watch.is_new(CAMERA, 500 + SESSION_GAP_S)
    assert watch.is_new(CAMERA, 501 + 2 * SESSION_GAP_S)


# Keys


def test_the_key_pressed_last_counts() -> None:
    keys = HeldKeys()
    keys.press("1")
    keys.press("2")
    assert keys.active == "2"
    keys.release("2")
    assert keys.active == "1"
    keys.release("1")
    assert keys.active is None


def test_repetitions_of_a_held_key_change_nothing() -> None:
    keys = HeldKeys()
    keys.press(" ")
    for _turn in range(3):
        keys.release(" ", is_repeat=True)
        assert keys.active == " "
        keys.press(" ", is_repeat=True)
    keys.release(" ")
    keys.press(" ", is_repeat=True)
    assert keys.active is None


def test_keys_are_forgotten_with_the_focus() -> None:
    keys = HeldKeys()
    keys.press("1")
    keys.clear()
    keys.release("1")
    assert keys.active is None


# Bursts


def test_a_burst_counts_down_and_records_for_its_time() -> None:
    burst = Burst("rock", BurstLength(seconds=5), requested_s=10.0)
    assert [burst.countdown(now_s) for now_s in (10, 10.9, 11.1, 12.5, 13)] == [3, 3, 2, 1, 0]
    times = (12.99, 13, 17.9, 18)
    phases = [burst.phase(now_s, 0) for now_s in times]
    assert phases == [BurstPhase.COUNTDOWN, BurstPhase.RECORDING, BurstPhase.RECORDING, BurstPhase.OVER]
    assert burst.progress(15.5, 99) == pytest.approx(0.5)


def test_a_burst_of_samples_ends_with_the_last_one() -> None:
    burst = Burst("rock", BurstLength(samples=10), requested_s=0.0)
    assert burst.phase(20, 9) is BurstPhase.RECORDING
    assert burst.progress(20, 5) == 0.5
    assert burst.phase(20, 10) is BurstPhase.OVER


def test_a_burst_of_samples_does_not_wait_for_ever() -> None:
    assert Burst("rock", BurstLength(samples=10), requested_s=0.0).phase(3 + MAX_BURST_S, 2) is BurstPhase.OVER


@pytest.mark.parametrize("length", [{}, {"seconds": 0}, {"samples": 0}, {"seconds": 3, "samples": 3}])
def test_bursts_that_cannot_be(length: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="burst"):
        BurstLength(**length)


# Labels that somebody makes up


@pytest.mark.parametrize(
    ("name", "key", "icon", "field", "text"),
    [
        ("Thumb up", "t", "👍", "", ""),
        ("Thumb up", "", "", "", ""),
        ("  ", "t", "", "name", "Give the gesture a name"),
        ("ROCK", "t", "", "name", "called rock already"),
        ("Röck", "t", "", "name", "folder called rock"),
        ("x" * 61, "", "", "name", "1 to 60 characters"),
        ("Thumb", "1", "", "key", "belongs to rock"),
        ("Thumb", " ", "", "key", "for recording"),
        ("Thumb", "M", "", "key", "for the mirror"),
        ("Thumb", "t", "x" * 17, "icon", "short text"),
    ],
)
def test_what_is_wrong_with_a_label(name: str, key: str, icon: str, field: str, text: str) -> None:
    found = label_problem(BUILT_IN_LABELS, name, key, icon)
    assert found[0] == field
    assert text in found[1]


def test_a_label_does_not_clash_with_itself() -> None:
    thumb = SampleLabel.from_name("Thumb up", key="t")
    labels = BUILT_IN_LABELS.with_label(thumb)
    assert label_problem(labels, "Thumb up", "t", "", editing=thumb) == ("", "")
    assert label_problem(labels, "Thumb UP", "5", "", editing=thumb)[0] == "key"


# The guide


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


def test_a_few_samples_are_not_judged_for_their_sameness() -> None:
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
def test_hands_that_are_too_much_alike(hands: list[Hand], kind: AdviceKind) -> None:
    assert advise(infos("rock", len(hands), hands=hands), TWO, "rock", TODAY).kind is kind


def test_what_was_begun_is_finished_before_another_label_is_begun() -> None:
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


def test_progress_counts_sessions_worth_the_name() -> None:
    recorded = [*infos("rock", 7, YESTERDAY), *infos("rock", MIN_SESSION_SAMPLES - 1)]
    assert progress_by_label(recorded, TODAY) == {"rock": LabelProgress(11, 1, MIN_SESSION_SAMPLES - 1)}


def test_angles_go_round() -> None:
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
