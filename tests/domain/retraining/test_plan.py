from __future__ import annotations

import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.retraining.plan import make_plan
from gesture_app.domain.samples.sample import SampleInfo
from tests.domain.retraining.recordings import FIRST, SECOND, TWO_DAYS, recorded


def test_the_plan_has_the_counts_of_each_label() -> None:
    plan = make_plan([*TWO_DAYS, *recorded("wave", 20, 1)], DEFAULT_LABELS, "rpsls-9")
    assert plan.parent_id == "rpsls-9"
    assert [(p.label, p.is_new, dict(p.by_session), p.training, p.held_out) for p in plan.labels] == [
        ("rock", False, {FIRST: 10, SECOND: 10}, 10, 10),
        ("paper", False, {FIRST: 10, SECOND: 10}, 10, 10),
        ("wave", True, {SECOND: 20}, 14, 5),
    ]
    assert plan.held_out_sessions == (SECOND,)
    assert plan.new_labels == ("wave",)
    assert plan.blocking == ()
    assert not plan.is_across_sessions
    assert 30 < plan.expected_seconds < 120


def test_two_full_sessions_are_checked_across_without_a_warning() -> None:
    infos = [sample for label in ("rock", "paper") for day in (0, 1) for sample in recorded(label, 20, day)]
    plan = make_plan(infos, DEFAULT_LABELS)
    assert plan.is_across_sessions
    assert plan.warnings == ()


@pytest.mark.parametrize(
    ("infos", "said"),
    [
        ([], "no recordings yet"),
        (recorded("rock", 40), "enough recordings of rock only"),
        ([*recorded("rock", 40), *recorded("paper", 3)], "enough recordings of rock only"),
        ([*recorded("rock", 3), *recorded("paper", 3)], "too few recordings"),
    ],
)
def test_fewer_than_two_gestures_block_the_retraining(infos: list[SampleInfo], said: str) -> None:
    (reason,) = make_plan(infos, DEFAULT_LABELS).blocking
    assert said in reason


def test_a_gesture_and_hands_without_one_are_enough() -> None:
    assert make_plan([*recorded("rock", 10), *recorded("none", 10)], DEFAULT_LABELS).blocking == ()


def test_a_single_session_is_allowed_with_a_warning() -> None:
    plan = make_plan([*recorded("rock", 40), *recorded("paper", 40)], DEFAULT_LABELS)
    assert plan.blocking == ()
    assert "cannot be checked on another day" in plan.warnings[0]


def test_a_gesture_of_one_session_among_others_is_named() -> None:
    plan = make_plan([*TWO_DAYS, *recorded("spock", 40)], DEFAULT_LABELS)
    assert plan.warnings[0].startswith("Spock: from one session only")


def test_too_few_samples_are_named() -> None:
    plan = make_plan([*TWO_DAYS, *recorded("wave", 9), *recorded("lizard", 2)], DEFAULT_LABELS)
    assert "lizard is left out: 2 of at least 4 recordings." in plan.warnings
    assert "wave is left out: 9 of at least 10 recordings." in plan.warnings
    assert "Rock and paper: fewer than 30 recordings. More make it surer." in plan.warnings


def test_samples_mostly_predicted_as_another_gesture_are_named() -> None:
    infos = [*recorded("rock", 40, read_as="paper"), *recorded("paper", 40, read_as="paper")]
    assert make_plan(infos, DEFAULT_LABELS, "rpsls").warnings[-1] == (
        "40 of 40 recordings of rock were read as paper. If they show paper, relabel them first."
    )
    by_another_model = make_plan(infos, DEFAULT_LABELS, "another").warnings
    assert not any("were read as" in warning for warning in by_another_model)
