from __future__ import annotations

import numpy as np

from gesture_app.domain.models.memory_folds import LEAST_SAMPLES, MOST_FOLDS, held_out_folds


def test_each_session_is_held_out_in_turn() -> None:
    labels, sessions = ["rock", "paper"] * 6, [f"day{number // 4}" for number in range(12)]
    folds = held_out_folds(labels, sessions)
    assert [np.flatnonzero(fold.tested).tolist() for fold in folds] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
    for fold in folds:
        assert (fold.kept == ~fold.tested).all()


def test_of_one_recording_the_first_and_the_last_part_are_held_out_and_neighbours_never_are() -> None:
    first, last = held_out_folds(["rock"] * 10 + ["paper"] * 10, ["day1"] * 20)
    assert np.flatnonzero(first.kept).tolist() == [0, 1, 2, 3, 10, 11, 12, 13]
    assert np.flatnonzero(first.tested).tolist() == [6, 7, 8, 9, 16, 17, 18, 19]
    assert (last.kept == first.tested).all()
    assert (last.tested == first.kept).all()


def test_a_label_of_a_single_session_is_parted_beside_the_sessions_of_others() -> None:
    labels = ["rock"] * 10 + ["paper"] * 5
    folds = held_out_folds(labels, ["day1"] * 5 + ["day2"] * 10)
    tested = [np.flatnonzero(fold.tested).tolist() for fold in folds]
    assert tested == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [13, 14], [10, 11]]
    assert np.flatnonzero(folds[2].kept).tolist() == [*range(12)]


def test_a_tested_label_is_always_learnt_and_no_sample_is_tested_twice() -> None:
    rng = np.random.default_rng(0)
    for _ in range(30):
        labels = rng.choice(["rock", "paper", "none"], 40).tolist()
        sessions = np.sort(rng.choice(["a", "b", "c"], 40)).tolist()
        folds = held_out_folds(labels, sessions)
        names = np.array(labels)
        assert np.sum([fold.tested for fold in folds], axis=0).max() <= 1
        for fold in folds:
            assert not (fold.kept & fold.tested).any()
            assert set(names[fold.tested]) <= set(names[fold.kept])


def test_of_too_few_samples_none_is_held_out() -> None:
    assert held_out_folds(["rock"] * (LEAST_SAMPLES - 1), ["day1"] * (LEAST_SAMPLES - 1)) == []
    assert held_out_folds([], []) == []


def test_many_sessions_are_held_out_several_at_a_time() -> None:
    sessions = [f"day{number}" for number in range(3 * MOST_FOLDS)]
    folds = held_out_folds(["rock"] * len(sessions), sessions)
    assert len(folds) == MOST_FOLDS
    assert all(fold.tested.sum() == 3 for fold in folds)
