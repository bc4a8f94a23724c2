from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.retraining.split import split_samples
from gesture_app.domain.samples.sample import SampleInfo, session_name
from tests.domain.retraining.recordings import FIRST, SECOND, START, TWO_DAYS, recorded


def sessions(infos: Iterable[SampleInfo]) -> set[str]:
    return {info.session for info in infos}


def test_the_newest_session_is_held_out() -> None:
    split = split_samples(TWO_DAYS, DEFAULT_LABELS)
    assert sessions(split.training) == {FIRST}
    assert sessions(split.held_out) == {SECOND}
    assert split.sessions == (SECOND,)
    assert split.across_sessions == {"rock", "paper"}


def test_the_order_of_samples_does_not_matter() -> None:
    assert split_samples(TWO_DAYS[::-1], DEFAULT_LABELS) == split_samples(TWO_DAYS, DEFAULT_LABELS)


def test_each_sample_is_in_one_part() -> None:
    split = split_samples(TWO_DAYS, DEFAULT_LABELS)
    assert sorted(i.id for i in (*split.training, *split.held_out)) == sorted(i.id for i in TWO_DAYS)


def test_an_older_session_is_added_for_a_gesture_that_the_newest_lacks() -> None:
    infos = [*recorded("rock", 10), *recorded("paper", 10), *recorded("paper", 10, 1), *recorded("rock", 10, 2)]
    infos += recorded("rock", 10, 3)
    split = split_samples(infos, DEFAULT_LABELS)
    assert sessions(split.held_out) == {SECOND, session_name(START + timedelta(days=3))}
    assert split.across_sessions == {"rock", "paper"}


def test_a_gesture_keeps_a_training_session() -> None:
    infos = [*recorded("rock", 10), *recorded("rock", 10, 1), *recorded("paper", 10, 1), *recorded("paper", 10, 2)]
    split = split_samples(infos, DEFAULT_LABELS)
    assert {info.label for info in split.training} == {"rock", "paper"}
    assert {info.label for info in split.held_out} == {"rock", "paper"}


def test_a_newest_session_with_most_samples_is_trained_on() -> None:
    infos = [*recorded("rock", 5), *recorded("paper", 5), *recorded("rock", 50, 1), *recorded("paper", 50, 1)]
    assert sessions(split_samples(infos, DEFAULT_LABELS).held_out) == {FIRST}


def test_the_end_of_a_single_session_is_held_out() -> None:
    split = split_samples([*recorded("rock", 20), *recorded("paper", 20)], DEFAULT_LABELS)
    assert split.sessions == ()
    assert split.across_sessions == frozenset()
    for label in ("rock", "paper"):
        first = [info.number for info in split.training if info.label == label]
        last = [info.number for info in split.held_out if info.label == label]
        assert len(last) == 5
        assert max(first) < min(last)


def test_samples_just_before_the_held_out_ones_are_in_neither_part() -> None:
    split = split_samples([*recorded("rock", 40, every_s=0.25), *recorded("paper", 40)], DEFAULT_LABELS)
    rocks = [info for info in split.training if info.label == "rock"]
    assert len(rocks) == 30 - 6


def test_a_gap_that_leaves_too_few_samples_is_not_applied() -> None:
    split = split_samples([*recorded("rock", 8, every_s=0.01), *recorded("paper", 8)], DEFAULT_LABELS)
    assert sum(info.label == "rock" for info in split.training) == 6


def test_a_new_gesture_of_the_newest_session_is_in_both_parts() -> None:
    split = split_samples([*TWO_DAYS, *recorded("wave", 20, 1)], DEFAULT_LABELS)
    assert sum(info.label == "wave" for info in split.training) == 14
    assert sum(info.label == "wave" for info in split.held_out) == 5
    assert split.across_sessions == {"rock", "paper"}


@pytest.mark.parametrize(("label", "count", "used"), [("rock", 3, False), ("rock", 4, True), ("wave", 9, False)])
def test_gestures_with_too_few_samples_are_in_neither_part(label: str, count: int, used: bool) -> None:
    split = split_samples([*recorded("paper", 10), *recorded(label, count)], DEFAULT_LABELS)
    assert (label in {info.label for info in (*split.training, *split.held_out)}) is used


def test_no_samples_give_an_empty_split() -> None:
    split = split_samples([], DEFAULT_LABELS)
    assert (split.training, split.held_out) == ((), ())


def corrected(label: str, count: int, day: int, after_s: float) -> list[SampleInfo]:
    session = f"{session_name(START + timedelta(days=day))}_corrections"
    infos = recorded(label, count, day, after_s=after_s)
    return [replace(info, session=session, is_correction=True) for info in infos]


def test_corrections_are_trained_on_and_never_held_out() -> None:
    corrections = corrected("paper", 5, 2, 0)
    split = split_samples([*TWO_DAYS, *corrections], DEFAULT_LABELS)
    assert sessions(split.held_out) == {SECOND}
    assert {info.id for info in corrections} <= {info.id for info in split.training}


def test_corrections_from_the_sitting_of_a_held_out_session_are_left_out() -> None:
    near, far = corrected("paper", 2, 1, 1200), corrected("rock", 2, 1, 7200)
    split = split_samples([*TWO_DAYS, *near, *far], DEFAULT_LABELS)
    used = {info.id for info in (*split.training, *split.held_out)}
    assert not used & {info.id for info in near}
    assert {info.id for info in far} <= {info.id for info in split.training}


def test_corrections_alone_are_split_as_other_samples() -> None:
    split = split_samples([*recorded("rock", 10), *corrected("paper", 8, 0, 0)], DEFAULT_LABELS)
    assert {info.label for info in split.held_out} == {info.label for info in split.training} == {"rock", "paper"}
