from __future__ import annotations

from dataclasses import replace

from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.samples.label_check import LabelDoubt, is_misread_by, label_doubt
from tests.domain.retraining.recordings import recorded

MODEL = "rpsls"


def test_samples_mostly_read_as_one_other_gesture_are_doubtful() -> None:
    infos = [*recorded("rock", 8, read_as="paper"), *recorded("rock", 2, read_as="rock")]
    assert label_doubt(infos, MODEL) == LabelDoubt("rock", "paper", 8, 10)
    assert label_doubt(recorded("rock", 8, read_as="rock"), MODEL) is None


def test_only_the_model_in_use_judges() -> None:
    infos = recorded("rock", 8, read_as="paper")
    assert label_doubt(infos, "another") is None
    assert is_misread_by(infos[0], MODEL)
    assert not is_misread_by(infos[0], "another")


def test_a_model_cannot_judge_a_gesture_that_it_does_not_know() -> None:
    infos = recorded("thumb_up", 8, read_as="rock")
    assert label_doubt(infos, MODEL) is None
    assert not is_misread_by(infos[0], MODEL)


def test_samples_read_as_no_gesture_are_no_sign_of_a_wrong_label() -> None:
    infos = recorded("rock", 8, read_as=NONE)
    assert label_doubt(infos, MODEL) is None
    assert is_misread_by(infos[0], MODEL)


def test_a_few_samples_are_no_sign() -> None:
    assert label_doubt(recorded("rock", 5, read_as="paper"), MODEL) is None
    assert label_doubt([replace(info, prediction=None) for info in recorded("rock", 9)], MODEL) is None
    assert label_doubt([], MODEL) is None
