from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest

from gesture_app.domain.frames.frame import Hand, Handedness, Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.retraining.plan import make_plan
from gesture_app.domain.retraining.split import split_samples
from gesture_app.domain.samples.sample import SampleInfo, session_name

START = datetime(2024, 5, 1, 10, tzinfo=timezone.utc)
HAND = Hand(np.zeros((21, 3), np.float32), Handedness.RIGHT, 0.9)


def recorded(
    label: str, count: int, day: int = 0, *, every_s: float = 1.0, after_s: float = 0.0, read_as: str | None = None
) -> list[SampleInfo]:
    """Samples of one label from the session of a day."""
    session = session_name(START + timedelta(days=day))
    prediction = None
    if read_as is not None:
        probabilities = np.array([label == read_as for label in DEFAULT_LABELS.labels], np.float32)
        prediction = Prediction(DEFAULT_LABELS, probabilities)
    first = {"rock": 0, "paper": 1000, "scissors": 2000}.get(label, 3000)
    return [
        SampleInfo(
            session,
            first + number + 1,
            label,
            (START + timedelta(days=day, seconds=after_s + number * every_s)).isoformat(),
            "camera",
            HAND,
            (100, 100),
            "rpsls",
            prediction,
        )
        for number in range(count)
    ]


def sessions(infos: Iterable[SampleInfo]) -> set[str]:
    return {info.session for info in infos}


FIRST, SECOND, THIRD = (session_name(START + timedelta(days=day)) for day in range(3))
TWO_DAYS = [*recorded("rock", 10), *recorded("paper", 10), *recorded("rock", 10, 1), *recorded("paper", 10, 1)]


class TestDivide:
    def test_the_newest_session_checks_what_was_learnt_from_the_others(self) -> None:
        divided = split_samples(TWO_DAYS, DEFAULT_LABELS)
        assert sessions(divided.training) == {FIRST}
        assert sessions(divided.held_out) == {SECOND}
        assert divided.sessions == (SECOND,)
        assert divided.across_sessions == {"rock", "paper"}

    def test_the_order_of_samples_does_not_matter(self) -> None:
        assert split_samples(TWO_DAYS[::-1], DEFAULT_LABELS) == split_samples(TWO_DAYS, DEFAULT_LABELS)

    def test_no_sample_is_on_both_sides_and_none_is_lost(self) -> None:
        divided = split_samples(TWO_DAYS, DEFAULT_LABELS)
        assert sorted(i.id for i in (*divided.training, *divided.held_out)) == sorted(i.id for i in TWO_DAYS)

    def test_an_older_session_is_added_for_a_gesture_that_the_newest_lacks(self) -> None:
        infos = [*recorded("rock", 10), *recorded("paper", 10), *recorded("paper", 10, 1), *recorded("rock", 10, 2)]
        infos += recorded("rock", 10, 3)
        divided = split_samples(infos, DEFAULT_LABELS)
        assert sessions(divided.held_out) == {SECOND, session_name(START + timedelta(days=3))}
        assert divided.across_sessions == {"rock", "paper"}

    def test_a_gesture_keeps_a_session_to_learn_from(self) -> None:
        infos = [*recorded("rock", 10), *recorded("rock", 10, 1), *recorded("paper", 10, 1), *recorded("paper", 10, 2)]
        divided = split_samples(infos, DEFAULT_LABELS)
        assert {info.label for info in divided.training} == {"rock", "paper"}
        assert {info.label for info in divided.held_out} == {"rock", "paper"}

    def test_a_newest_session_with_most_of_all_samples_is_learnt_from(self) -> None:
        infos = [*recorded("rock", 5), *recorded("paper", 5), *recorded("rock", 50, 1), *recorded("paper", 50, 1)]
        assert sessions(split_samples(infos, DEFAULT_LABELS).held_out) == {FIRST}

    def test_the_end_of_a_single_session_checks_what_was_learnt_from_its_beginning(self) -> None:
        divided = split_samples([*recorded("rock", 20), *recorded("paper", 20)], DEFAULT_LABELS)
        assert divided.sessions == ()
        assert divided.across_sessions == frozenset()
        for label in ("rock", "paper"):
            first = [info.number for info in divided.training if info.label == label]
            last = [info.number for info in divided.held_out if info.label == label]
            assert len(last) == 5
            assert max(first) < min(last)

    def test_what_was_taken_just_before_is_on_neither_side(self) -> None:
        divided = split_samples([*recorded("rock", 40, every_s=0.25), *recorded("paper", 40)], DEFAULT_LABELS)
        rocks = [info for info in divided.training if info.label == "rock"]
        assert len(rocks) == 30 - 6

    def test_where_everything_was_taken_at_once_it_is_used_all_the_same(self) -> None:
        divided = split_samples([*recorded("rock", 8, every_s=0.01), *recorded("paper", 8)], DEFAULT_LABELS)
        assert sum(info.label == "rock" for info in divided.training) == 6

    def test_a_new_gesture_of_the_newest_session_is_learnt_too(self) -> None:
        divided = split_samples([*TWO_DAYS, *recorded("wave", 20, 1)], DEFAULT_LABELS)
        assert sum(info.label == "wave" for info in divided.training) == 14
        assert sum(info.label == "wave" for info in divided.held_out) == 5
        assert divided.across_sessions == {"rock", "paper"}

    @pytest.mark.parametrize(("label", "count", "used"), [("rock", 3, False), ("rock", 4, True), ("wave", 9, False)])
    def test_gestures_with_too_few_samples_are_on_neither_side(self, label: str, count: int, used: bool) -> None:
        divided = split_samples([*recorded("paper", 10), *recorded(label, count)], DEFAULT_LABELS)
        assert (label in {info.label for info in (*divided.training, *divided.held_out)}) is used

    def test_nothing_gives_nothing(self) -> None:
        divided = split_samples([], DEFAULT_LABELS)
        assert (divided.training, divided.held_out) == ((), ())


class TestCheck:
    def test_says_what_is_used_for_what(self) -> None:
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

    def test_two_full_sessions_are_checked_across_without_a_warning(self) -> None:
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
    def test_fewer_than_two_gestures_cannot_be_learnt(self, infos: list[SampleInfo], said: str) -> None:
        (reason,) = make_plan(infos, DEFAULT_LABELS).blocking
        assert said in reason

    def test_a_gesture_and_hands_without_one_are_enough(self) -> None:
        assert make_plan([*recorded("rock", 10), *recorded("none", 10)], DEFAULT_LABELS).blocking == ()

    def test_a_single_session_is_allowed_with_a_warning(self) -> None:
        plan = make_plan([*recorded("rock", 40), *recorded("paper", 40)], DEFAULT_LABELS)
        assert plan.blocking == ()
        assert "cannot be checked on another day" in plan.warnings[0]

    def test_a_gesture_of_one_session_among_others_is_named(self) -> None:
        plan = make_plan([*TWO_DAYS, *recorded("spock", 40)], DEFAULT_LABELS)
        assert plan.warnings[0].startswith("Spock: from one session only")

    def test_too_few_samples_are_named(self) -> None:
        plan = make_plan([*TWO_DAYS, *recorded("wave", 9), *recorded("lizard", 2)], DEFAULT_LABELS)
        assert "lizard is left out: 2 of at least 4 recordings." in plan.warnings
        assert "wave is left out: 9 of at least 10 recordings." in plan.warnings
        assert "Rock and paper: fewer than 30 recordings. More make it surer." in plan.warnings

    def test_recordings_that_look_like_another_gesture_are_named(self) -> None:
        infos = [*recorded("rock", 40, read_as="paper"), *recorded("paper", 40, read_as="paper")]
        assert make_plan(infos, DEFAULT_LABELS).warnings[-1] == (
            "40 of 40 recordings of rock were read as paper. If they show paper, relabel them first."
        )
