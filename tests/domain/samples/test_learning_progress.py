from __future__ import annotations

from collections.abc import Sequence

import pytest

from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.samples.learning_progress import (
    Confusion,
    Kind,
    LabelResult,
    WeakKind,
    chance_of_as_many,
    learning_progress,
    missing_kind,
)
from gesture_app.domain.samples.sample import SampleInfo
from tests.fakes.sample_hands import landmarks_in

LEFT, RIGHT = Handedness.LEFT, Handedness.RIGHT
NEAR_PX, FAR_PX = 200.0, 80.0


class Recorded:
    """Samples, and the answers for those of them that were held out."""

    def __init__(self) -> None:
        self.infos: list[SampleInfo] = []
        self.answers: dict[str, str] = {}

    def add(
        self,
        label: str,
        answers: Sequence[str | None],
        *,
        session: str = "day1",
        handedness: Handedness = RIGHT,
        size_px: float = NEAR_PX,
        is_correction: bool = False,
    ) -> None:
        for answer in answers:
            hand = Hand(landmarks_in(0, 0, size_px), handedness, 0.9)
            number, taken_at = len(self.infos) + 1, "2024-05-01T10:30:00+00:00"
            info = SampleInfo(session, number, label, taken_at, "Desk", hand, (400, 400), is_correction=is_correction)
            self.infos.append(info)
            if answer is not None:
                self.answers[info.key] = answer


@pytest.fixture
def recorded() -> Recorded:
    return Recorded()


def test_nothing_is_said_without_held_out_samples(recorded: Recorded) -> None:
    recorded.add("paper", [None] * 30)
    progress = learning_progress(recorded.answers, recorded.infos)
    assert progress.results == {}
    assert progress.learnt == frozenset()


@pytest.mark.parametrize(
    ("right", "tested", "is_learnt"), [(19, 19, False), (19, 20, True), (18, 20, False), (37, 40, False)]
)
def test_a_label_is_learnt_from_19_of_20_on(right: int, tested: int, *, is_learnt: bool) -> None:
    assert LabelResult(right, tested, 1).is_learnt is is_learnt


def test_right_answers_and_sessions_of_each_label_are_counted(recorded: Recorded) -> None:
    recorded.add("paper", ["paper"] * 10)
    recorded.add("paper", [*["paper"] * 9, "rock"], session="day2")
    recorded.add("rock", ["rock"] * 3)
    progress = learning_progress(recorded.answers, recorded.infos)
    assert progress.results == {"paper": LabelResult(19, 20, 2), "rock": LabelResult(3, 3, 1)}
    assert progress.learnt == {"paper"}


def test_corrections_are_left_out(recorded: Recorded) -> None:
    recorded.add("paper", ["paper"] * 20)
    recorded.add("paper", ["rock"] * 5, is_correction=True)
    assert learning_progress(recorded.answers, recorded.infos).results == {"paper": LabelResult(20, 20, 1)}


def test_the_largest_confusion_comes_first_and_a_single_misread_sample_is_none(recorded: Recorded) -> None:
    recorded.add("scissors", [*["scissors"] * 14, *["paper"] * 4, *["rock"] * 2])
    recorded.add("rock", [*["rock"] * 9, "paper"])
    progress = learning_progress(recorded.answers, recorded.infos)
    assert progress.confusions == (
        Confusion("scissors", "paper", 4, 20),
        Confusion("scissors", "rock", 2, 20),
    )
    assert progress.confusion_of("scissors") == progress.confusions[0]
    assert progress.confusion_of("rock") is None


def test_the_kind_that_is_misread_more_often_is_named_with_its_counts(recorded: Recorded) -> None:
    recorded.add("paper", [*["rock"] * 6, *["paper"] * 4], handedness=LEFT)
    recorded.add("paper", ["paper"] * 20)
    recorded.add("rock", ["rock"] * 3, handedness=LEFT)
    assert learning_progress(recorded.answers, recorded.infos).weak == WeakKind(Kind.LEFT_HAND, 6, 13)


def test_hands_far_away_are_a_kind(recorded: Recorded) -> None:
    recorded.add("paper", ["rock"] * 6, size_px=FAR_PX)
    recorded.add("paper", ["paper"] * 20)
    assert learning_progress(recorded.answers, recorded.infos).weak == WeakKind(Kind.FAR, 6, 6)


def test_a_difference_that_may_be_chance_is_not_named(recorded: Recorded) -> None:
    recorded.add("paper", [*["rock"] * 3, *["paper"] * 9], handedness=LEFT)
    recorded.add("paper", [*["rock"] * 1, *["paper"] * 11])
    assert learning_progress(recorded.answers, recorded.infos).weak is None


def test_a_kind_is_not_blamed_for_a_difficult_label(recorded: Recorded) -> None:
    recorded.add("scissors", [*["paper"] * 10, *["scissors"] * 10], handedness=LEFT)
    recorded.add("scissors", ["paper", "scissors"])
    recorded.add("rock", [*["rock"] * 39, "paper"])
    assert learning_progress(recorded.answers, recorded.infos).weak is None


def test_the_test_of_one_label_is_fishers_and_labels_count_apart() -> None:
    tea = (8, 4, 4, 3)  # Fisher's tea-tasting experiment: 3 of 4 cups found, P = 17/70
    assert chance_of_as_many([tea]) == pytest.approx(17 / 70)
    assert chance_of_as_many([tea, (8, 4, 4, 4)]) == pytest.approx((16 + 16 + 1) / 70**2)
    assert chance_of_as_many([]) == 1


def test_a_kind_without_any_sample_is_missing(recorded: Recorded) -> None:
    recorded.add("paper", [None] * 19)
    assert missing_kind(recorded.infos, "paper") is None
    recorded.add("rock", [None], handedness=LEFT)
    recorded.add("paper", [None], handedness=LEFT, is_correction=True)
    recorded.add("paper", [None])
    assert missing_kind(recorded.infos, "paper") is Kind.LEFT_HAND
    recorded.add("paper", [None], handedness=LEFT, size_px=FAR_PX)
    assert missing_kind(recorded.infos, "paper") is Kind.TURNED
