from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, Handedness, HandReading, Prediction
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds, Sensitivity
from gesture_app.domain.frames.smoothing import GestureSmoother, HandTracker, SmoothingSettings, leading_gesture

LABELS = GestureSet.of(["rock", "paper", "none"])
AT_ONCE = dict.fromkeys(Sensitivity, 0.0)
SETTINGS = SmoothingSettings(time_constant_s=0.12, enter=0.6, leave=0.65, confirm_s=AT_ONCE, hold_s=0.25, max_jump=1.5)


def sees(gesture: str, probability: float = 1.0, *, threshold: float = 0.0) -> Prediction:
    """A prediction of ``gesture``; the others share the rest of the probability."""
    probabilities = np.full(len(LABELS), (1 - probability) / (len(LABELS) - 1), np.float32)
    probabilities[LABELS.index(gesture)] = probability
    return Prediction(LABELS, probabilities, threshold)


def hand_at(x_px: float, y_px: float = 100, size_px: float = 60, side: Handedness = Handedness.RIGHT) -> Hand:
    points = np.zeros((21, 3), np.float32)
    points[:, 0] = np.linspace(x_px - size_px / 2, x_px + size_px / 2, 21)
    points[:, 1] = y_px
    return Hand(points, side, 0.9)


def switch_time_s(fps: float, change_s: float, gesture_at: Callable[[float], Prediction]) -> float:
    """How long after ``change_s`` the stable gesture becomes paper."""
    smoother = GestureSmoother(SETTINGS)
    for number in range(round(3 * fps)):
        now_s = number / fps
        if smoother.update(gesture_at(now_s), now_s) == "paper":
            return now_s - change_s
    raise AssertionError("never switched")


def ids(readings: Sequence[HandReading]) -> list[int]:
    return [reading.track_id for reading in readings]


@pytest.mark.parametrize("fps", [10, 24, 30, 60])
@pytest.mark.parametrize("probability", [1.0, 0.75])
def test_the_switch_takes_the_same_time_at_any_frame_rate(fps: float, probability: float) -> None:
    def gesture_at(now_s: float) -> Prediction:
        return sees("rock" if now_s < 1.0 else "paper", probability)

    took_s = switch_time_s(fps, 1.0, gesture_at)
    exact_s = switch_time_s(1000, 1.0, gesture_at)

    assert exact_s - 1 / fps <= took_s <= exact_s + 1 / fps


def test_one_odd_frame_does_not_change_the_gesture() -> None:
    smoother = GestureSmoother(SETTINGS)
    seen = ["rock"] * 30 + ["paper"] + ["rock"] * 30

    stable = [smoother.update(sees(gesture), number / 30) for number, gesture in enumerate(seen)]

    assert set(stable) == {"rock"}


def test_flicker_between_two_gestures_keeps_the_one_that_was_there() -> None:
    smoother = GestureSmoother(SETTINGS)
    for number in range(30):
        smoother.update(sees("rock"), number / 30)

    stable = [smoother.update(sees("paper" if number % 2 else "rock", 0.8), 1 + number / 30) for number in range(90)]

    assert set(stable) == {"rock"}


def test_between_the_two_thresholds_nothing_changes() -> None:
    """At an even 0.5 a gesture that was shown stays, and one that was not does not come."""
    shown, not_shown = GestureSmoother(SETTINGS), GestureSmoother(SETTINGS)
    shown.update(sees("rock"), 0.0)
    not_shown.update(sees(NONE), 0.0)

    for number in range(1, 60):
        shown.update(sees("rock", 0.5), number / 30)
        not_shown.update(sees("rock", 0.5), number / 30)

    assert shown.stable_gesture == "rock"
    assert not_shown.stable_gesture == NONE


def test_a_gesture_that_fades_is_given_up_for_none() -> None:
    smoother = GestureSmoother(SETTINGS)
    smoother.update(sees("rock"), 0.0)

    for number in range(1, 60):
        smoother.update(sees("rock", 0.35), number / 30)

    assert smoother.stable_gesture == NONE


def test_a_model_that_wants_more_certainty_gets_it() -> None:
    smoother = GestureSmoother(SETTINGS)

    for number in range(60):
        smoother.update(sees("rock", 0.7, threshold=0.8), number / 30)
    assert smoother.stable_gesture == NONE

    for number in range(60, 120):
        smoother.update(sees("rock", 0.9, threshold=0.8), number / 30)
    assert smoother.stable_gesture == "rock"


THRESHOLDS = IntentThresholds(low=0.9, normal=0.7, high=0.3)
SLOWLY = SmoothingSettings(
    confirm_s={Sensitivity.LOW: 0.4, Sensitivity.NORMAL: 0.2, Sensitivity.HIGH: 0.0}, clear_log_odds=2.0
)


def means(gesture: str, intent: float) -> Prediction:
    """A prediction of a model that answers both questions: surely this gesture, if one is meant."""
    probabilities = np.zeros(len(LABELS), np.float32)
    probabilities[[LABELS.index(gesture), LABELS.none_index]] = intent, 1 - intent
    return Prediction(LABELS, probabilities, intent_thresholds=THRESHOLDS)


@pytest.mark.parametrize(
    ("intent", "answers"),
    [
        (0.95, {"low": "rock", "normal": "rock", "high": "rock"}),
        (0.8, {"low": NONE, "normal": "rock", "high": "rock"}),
        (0.5, {"low": NONE, "normal": NONE, "high": "rock"}),
        (0.1, {"low": NONE, "normal": NONE, "high": NONE}),
    ],
)
def test_each_sensitivity_has_its_own_threshold(intent: float, answers: dict[str, str]) -> None:
    settings = SmoothingSettings(confirm_s=AT_ONCE)
    for sensitivity in Sensitivity:
        smoother = GestureSmoother(settings, sensitivity)
        for number in range(30):
            smoother.update(means("rock", intent), number / 30)
        assert smoother.stable_gesture == answers[sensitivity.value]


def test_in_video_a_gesture_must_be_more_probably_meant_than_not() -> None:
    """The threshold of single images may be lower, as there is no second image."""
    thresholds = IntentThresholds(low=0.4, normal=0.3, high=0.1)
    stable = {}
    for sensitivity in Sensitivity:
        for intent in (0.45, 0.55):
            smoother = GestureSmoother(SmoothingSettings(confirm_s=AT_ONCE), sensitivity)
            sight = replace(means("rock", intent), intent_thresholds=thresholds)
            stable[sensitivity, intent] = [smoother.update(sight, number / 30) for number in range(30)][-1]
    assert [stable[one, 0.45] for one in Sensitivity] == [NONE, NONE, "rock"]
    assert [stable[one, 0.55] for one in Sensitivity] == ["rock", "rock", "rock"]


@pytest.mark.parametrize(
    ("sensitivity", "confirm_s"), [(Sensitivity.LOW, 0.4), (Sensitivity.NORMAL, 0.2), (Sensitivity.HIGH, 0.0)]
)
def test_a_gesture_counts_once_it_was_held_for_the_time_of_the_sensitivity(
    sensitivity: Sensitivity, confirm_s: float
) -> None:
    smoother = GestureSmoother(SLOWLY, sensitivity)
    stable_since_s = next(n / 100 for n in range(100) if smoother.update(means("rock", 0.99), n / 100) == "rock")
    assert stable_since_s == pytest.approx(confirm_s)


@pytest.mark.parametrize(("log_odds", "longer"), [(4.5, 1), (4.0, 1), (2.0, 2), (1.0, 4)])
def test_a_gesture_that_is_less_clear_must_be_shown_longer(log_odds: float, longer: float) -> None:
    settings = replace(SLOWLY, clear_log_odds=4.0)
    smoother = GestureSmoother(settings)
    above_threshold = np.log(THRESHOLDS.normal / (1 - THRESHOLDS.normal)) + log_odds
    sight = means("rock", 1 / (1 + np.exp(-above_threshold)))
    stable_since_s = next(n / 100 for n in range(200) if smoother.update(sight, n / 100) == "rock")
    assert stable_since_s == pytest.approx(0.2 * longer, abs=0.011)


def test_a_break_starts_the_time_anew() -> None:
    smoother = GestureSmoother(replace(SLOWLY, time_constant_s=0.01))
    for number in range(15):
        smoother.update(means("rock", 0.99), number / 100)
    for number in range(15, 25):
        smoother.update(means("rock", 0.01), number / 100)
    stable = [smoother.update(means("rock", 0.99), number / 100) for number in range(25, 55)]
    assert "rock" not in stable[:20]
    assert stable[-1] == "rock"


def test_a_gesture_that_a_moving_hand_passes_through_does_not_count() -> None:
    still, moving = GestureSmoother(SETTINGS), GestureSmoother(SETTINGS)
    for number in range(30):
        still.update(means("rock", 0.99), number / 30, speed=0.1)
        moving.update(means("rock", 0.99), number / 30, speed=SETTINGS.max_speed + 0.1)
    assert (still.stable_gesture, moving.stable_gesture) == ("rock", NONE)


def test_the_tracker_measures_speed_in_hand_sizes_per_second() -> None:
    settings = replace(SETTINGS, max_speed=1.0)
    for speed, answer in ((0.5, "rock"), (1.5, NONE)):
        tracker = HandTracker(settings)
        for number in range(60):
            hands = [hand_at(100 + 60 * speed * number / 30, size_px=60)]
            # The first frames of a track know no speed yet.
            sight = means("rock", 0.99) if number > 30 else means("rock", 0.01)
            (reading,) = tracker.update(hands, [sight], number / 30)
        assert reading.stable_gesture == answer


def test_which_gesture_and_whether_one_is_meant_do_not_mix() -> None:
    """Paper has half the probability of rock; together they are far more probable than no gesture."""
    smoother = GestureSmoother(SETTINGS)
    prediction = Prediction(LABELS, np.array([0.52, 0.2, 0.28], np.float32), intent_thresholds=THRESHOLDS)
    for number in range(30):
        smoother.update(prediction, number / 30)
    assert smoother.stable_gesture == "rock"


def test_the_averages_that_decide_are_given_with_the_gesture() -> None:
    tracker = HandTracker(SETTINGS)
    for number, prediction in enumerate([sees("paper")] * 30 + [sees("none")]):
        (reading,) = tracker.update([hand_at(100)], [prediction], number / 30)
    assert reading.prediction.by_label["none"] == 1
    assert reading.averaged is not None
    assert reading.basis is reading.averaged
    assert reading.averaged.probabilities.sum() == pytest.approx(1)
    assert reading.averaged.best_gesture == reading.stable_gesture == "paper"
    assert reading.averaged.by_label["none"] == pytest.approx(0.039, abs=0.001)


def test_a_repeated_time_adds_no_weight() -> None:
    smoother = GestureSmoother(SETTINGS)
    smoother.update(sees("rock"), 1.0)

    assert smoother.update(sees("paper"), 1.0) == "rock"
    assert smoother.update(sees("paper"), 0.5) == "rock"


def test_other_labels_start_afresh_even_where_there_are_as_many() -> None:
    """The numbers of a model with another order would be added to the wrong gestures."""
    other = GestureSet.of(["none", "rock", "scissors"])
    smoother = GestureSmoother(SETTINGS)
    smoother.update(sees("paper"), 0.0)

    stable = smoother.update(Prediction(other, np.array([0.9, 0.1, 0.0], np.float32)), 0.01)

    assert stable == NONE


@pytest.mark.parametrize(
    "values",
    [
        {"time_constant_s": 0.0},
        {"time_constant_s": float("nan")},
        {"leave": 1.1},
        {"max_speed": -1.0},
        {"confirm_s": {Sensitivity.LOW: -0.1}},
        {"clear_log_odds": 0.0},
        {"min_intent": {Sensitivity.LOW: 1.1}},
        {"enter": 1.5},
        {"leave": -0.1},
        {"hold_s": -1.0},
        {"max_jump": -1.0},
    ],
)
def test_settings_that_make_no_sense_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="|".join(values)):
        SmoothingSettings(**values)


def test_a_hand_keeps_its_number_while_it_moves() -> None:
    tracker = HandTracker(SETTINGS)

    numbers = [ids(tracker.update([hand_at(100 + 20 * n)], [sees("rock")], n / 30)) for n in range(10)]

    assert numbers == [[0]] * 10


def test_handedness_does_not_matter() -> None:
    tracker = HandTracker(SETTINGS)
    sides = [Handedness.LEFT, Handedness.RIGHT] * 5

    numbers = [ids(tracker.update([hand_at(100, side=s)], [sees("rock")], n / 30)) for n, s in enumerate(sides)]

    assert numbers == [[0]] * 10


def test_two_hands_that_cross_keep_their_numbers() -> None:
    """They pass each other at different heights, so each stays nearest to where it was, in whatever order they come."""
    tracker = HandTracker(SETTINGS)
    for n in range(21):
        rightward, leftward = hand_at(100 + 20 * n, y_px=80), hand_at(500 - 20 * n, y_px=180)
        ordered = sorted([(rightward, "rock"), (leftward, "paper")], key=lambda pair: pair[0].center_px)
        readings = tracker.update([hand for hand, _ in ordered], [sees(label) for _, label in ordered], n / 30)
        by_height = sorted(readings, key=lambda reading: reading.hand.center_px[1])

        assert [reading.stable_gesture for reading in by_height] == ["rock", "paper"]
        assert ids(by_height) == [0, 1]


def test_the_nearest_pair_is_matched_first() -> None:
    """A newcomer between two places does not take the number of the hand that hardly moved."""
    tracker = HandTracker(SETTINGS)
    tracker.update([hand_at(100)], [sees("rock")], 0.0)

    readings = tracker.update([hand_at(160), hand_at(105)], [sees("paper"), sees("rock")], 0.03)

    assert ids(readings) == [1, 0]


def test_a_hand_far_from_any_is_another_hand() -> None:
    tracker = HandTracker(SETTINGS)
    tracker.update([hand_at(100)], [sees("rock")], 0.0)

    (reading,) = tracker.update([hand_at(100 + 60 * 1.6)], [sees("paper", 0.55)], 0.03)

    assert reading.track_id == 1
    assert reading.stable_gesture == NONE


@pytest.mark.parametrize(("away_s", "number"), [(0.2, 0), (0.3, 1)])
def test_a_lost_hand_is_kept_for_a_while(away_s: float, number: int) -> None:
    tracker = HandTracker(SETTINGS)
    tracker.update([hand_at(100)], [sees("rock")], 1.0)
    tracker.update([], [], 1.1)

    assert ids(tracker.update([hand_at(110)], [sees("rock")], 1.0 + away_s)) == [number]


def test_the_gesture_of_a_lost_hand_is_held_then_given_up() -> None:
    tracker = HandTracker(SETTINGS)
    tracker.update([hand_at(100)], [sees("rock")], 1.0)

    def gesture_without_hands(now_s: float) -> str:
        return tracker.leading_gesture(tracker.update([], [], now_s))

    assert [gesture_without_hands(now_s) for now_s in (1.1, 1.24, 1.26, 1.27)] == ["rock", "rock", NONE, NONE]


def test_of_several_lost_hands_the_largest_leads() -> None:
    tracker = HandTracker(SETTINGS)
    hands = [hand_at(100, size_px=40), hand_at(400, size_px=90), hand_at(700, size_px=200)]
    tracker.update(hands, [sees("rock"), sees("paper"), sees(NONE)], 1.0)

    assert tracker.leading_gesture(tracker.update([], [], 1.1)) == "paper"


def test_time_that_falls_begins_another_scene() -> None:
    """A camera that was opened again counts from 0: an old gesture must not stay until time has caught up."""
    tracker = HandTracker(SETTINGS)
    tracker.update([hand_at(100)], [sees("rock")], 500.0)

    assert tracker.leading_gesture(tracker.update([], [], 0.0)) == NONE
    assert ids(tracker.update([hand_at(100)], [sees("paper")], 0.03)) == [1]


def test_hands_without_predictions_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="shorter"):
        HandTracker(SETTINGS).update([hand_at(100)], [], 0.0)


def reading(gesture: str, size_px: float) -> HandReading:
    return HandReading(hand_at(100, size_px=size_px), sees(gesture), 0, gesture)


def test_the_largest_hand_that_shows_something_leads() -> None:
    assert leading_gesture([reading("rock", 50), reading("paper", 80), reading(NONE, 200)]) == "paper"
    assert leading_gesture([reading(NONE, 200)]) == NONE
    assert leading_gesture([]) == NONE
