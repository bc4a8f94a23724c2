from __future__ import annotations

from collections.abc import Sequence

import pytest

from gesture_app.domain.retraining.comparison import Comparison, ConfidenceChange
from gesture_app.domain.retraining.gate import CHANCE_LIMIT, DoubtfulLabels, apply_gate

LABELS = ("rock", "paper", "scissors", "none")
WITH_NEW = ("rock", "paper", "none", "fist_bump")
SURER = ConfidenceChange(0.7, 0.8, 0.01)


def compared(
    changes: Sequence[tuple[str, str, str, int]],
    right: int = 20,
    labels: Sequence[str] = LABELS,
    sureness: ConfidenceChange | None = SURER,
) -> Comparison:
    """A comparison: ``right`` hands of each label that both models predict, plus counts of (label, old, new)."""
    rows = [(label, label, label) for label in labels for _ in range(right)]
    rows += [change[:3] for change in changes for _ in range(change[3])]
    return Comparison.from_predictions(labels, *zip(*rows, strict=True), sureness)


BETTER_HERE = compared([("rock", "paper", "rock", 6)])
SAME_BASE = compared([], right=200)


def test_better_here_and_the_same_elsewhere_is_accepted_with_the_figures() -> None:
    verdict = apply_gate(BETTER_HERE, SAME_BASE)
    assert verdict.accepted
    assert "86 of 86, before it was 80" in verdict.reasons[0]


def test_the_reasons_name_both_confidences() -> None:
    assert (
        "surer of what you show: 80 % on average, before it was 70 %" in apply_gate(BETTER_HERE, SAME_BASE).reasons[1]
    )


@pytest.mark.parametrize(
    ("changes", "sureness"),
    [
        ([], None),
        ([], ConfidenceChange(0.7, 0.7, 1.0)),
        ([("rock", "paper", "rock", 6)], ConfidenceChange(0.7, 0.69, 0.01)),
        ([("rock", "paper", "rock", 5), ("paper", "paper", "rock", 6)], SURER),
    ],
    ids=["nothing known", "no change", "less sure", "fewer right"],
)
def test_a_model_that_is_no_better_is_refused(
    changes: Sequence[tuple[str, str, str, int]], sureness: ConfidenceChange | None
) -> None:
    verdict = apply_gate(compared(changes, sureness=sureness), SAME_BASE)
    assert not verdict.accepted
    assert "no better" in verdict.reasons[0]


def test_equal_accuracy_with_higher_confidence_is_accepted() -> None:
    assert apply_gate(compared([]), SAME_BASE).accepted


@pytest.mark.parametrize(("chance", "accepted"), [(CHANCE_LIMIT, True), (CHANCE_LIMIT + 0.01, False)])
def test_it_must_be_better_by_more_than_chance(chance: float, accepted: bool) -> None:
    here = compared([("rock", "paper", "rock", 6)], sureness=ConfidenceChange(0.7, 0.8, chance))
    verdict = apply_gate(here, SAME_BASE)
    assert verdict.accepted is accepted
    assert accepted or "may be chance" in verdict.reasons[0]


@pytest.mark.parametrize(
    ("doubtful", "recordings", "accepted"), [(2, 12, True), (3, 12, False), (6, 120, True), (7, 120, False)]
)
def test_too_many_doubtful_labels_are_refused(doubtful: int, recordings: int, accepted: bool) -> None:
    verdict = apply_gate(BETTER_HERE, SAME_BASE, doubtful_labels=DoubtfulLabels(doubtful, recordings))
    assert verdict.accepted is accepted
    assert accepted or f"{doubtful} of {recordings} recordings look" in verdict.reasons[0]


def test_one_gesture_with_many_recordings_does_not_decide_alone() -> None:
    rows = [("rock", "none", "rock")] * 10 + [("rock", "rock", "rock")] * 200
    rows += [("paper", "paper", "paper")] * 9 + [("paper", "paper", "rock")]
    here = Comparison.from_predictions(LABELS, *zip(*rows, strict=True), SURER)
    verdict = apply_gate(here, SAME_BASE)
    assert not verdict.accepted
    assert "on average over the gestures it became worse" in verdict.reasons[0]


def test_a_loss_of_one_gesture_is_not_offset_by_another() -> None:
    here = compared([("rock", "paper", "rock", 20), ("paper", "paper", "rock", 5)])
    verdict = apply_gate(here, SAME_BASE)
    assert not verdict.accepted
    assert "Your paper got worse: 20 of 25" in verdict.reasons[0]


def test_one_lost_recording_of_a_gesture_is_forgiven() -> None:
    here = compared([("rock", "paper", "rock", 9), ("paper", "paper", "rock", 1)], right=3)
    assert apply_gate(here, SAME_BASE).accepted


def test_without_held_out_samples_it_is_refused() -> None:
    nothing = Comparison.from_predictions(LABELS, [], [], [])
    verdict = apply_gate(nothing, SAME_BASE)
    assert not verdict.accepted
    assert "kept apart" in verdict.reasons[0]


@pytest.mark.parametrize(("lost", "accepted"), [(4, True), (5, False)])
def test_other_people_may_lose_half_a_point_over_all(lost: int, accepted: bool) -> None:
    spread = [(label, label, "none", lost // 3 + (i < lost % 3)) for i, label in enumerate(LABELS[:3])]
    base = compared(spread, right=(800 - lost) // 4)
    verdict = apply_gate(BETTER_HERE, base)
    assert verdict.accepted is accepted
    if not accepted:
        assert "hands of other people are read less well" in verdict.reasons[0]


@pytest.mark.parametrize(("lost", "accepted"), [(4, True), (5, False)])
def test_each_gesture_of_other_people_may_lose_two_points(lost: int, accepted: bool) -> None:
    base = compared([("rock", "rock", "none", lost), ("paper", "none", "paper", lost)], right=205 - lost)
    verdict = apply_gate(BETTER_HERE, base)
    assert verdict.accepted is accepted
    if not accepted:
        assert "Other people's rock got worse" in verdict.reasons[0]


def test_the_limit_is_exact() -> None:
    base = compared([("rock", "rock", "none", 1)], right=50)
    assert base.points == pytest.approx(-100 / 201)
    assert apply_gate(BETTER_HERE, base).accepted


def test_a_new_gesture_that_is_read_is_accepted() -> None:
    here = compared([("fist_bump", "rock", "fist_bump", 9), ("fist_bump", "rock", "rock", 1)], 0, WITH_NEW)
    base = compared([], 100, WITH_NEW[:3])
    assert apply_gate(here, base, new_labels=["fist_bump"]).accepted


def test_a_new_gesture_that_is_not_read_is_refused() -> None:
    here = compared([("fist_bump", "rock", "fist_bump", 6), ("fist_bump", "rock", "rock", 4)], 0, WITH_NEW)
    verdict = apply_gate(here, SAME_BASE, new_labels=["fist_bump"])
    assert verdict.reasons == ("The new gesture fist bump is read in only 6 of 10 recordings.",)


def test_a_new_gesture_that_others_are_taken_for_is_refused() -> None:
    changes = [
        ("fist_bump", "none", "fist_bump", 8),
        ("rock", "paper", "fist_bump", 4),
        ("rock", "rock", "rock", 9),
    ]
    here = compared(changes, 0, WITH_NEW)
    verdict = apply_gate(here, SAME_BASE, new_labels=["fist_bump"])
    assert verdict.reasons == ("Other gestures are taken for fist bump: 4 of the 12 answers are wrong.",)


def test_a_new_gesture_that_takes_hands_of_other_people_is_refused() -> None:
    here = compared([("fist_bump", "rock", "fist_bump", 10)], 10, WITH_NEW)
    rows = [("rock", "rock", "rock")] * 180 + [("rock", "rock", "fist_bump")] * 20
    base = Comparison.from_predictions(WITH_NEW, *zip(*rows, strict=True))
    verdict = apply_gate(here, base, new_labels=["fist_bump"])
    assert not verdict.accepted
    assert "Other people's rock got worse: 180 of 200" in verdict.reasons[1]


def test_all_reasons_are_given() -> None:
    here = compared([("rock", "rock", "paper", 9)])
    base = compared([("rock", "rock", "paper", 90), ("none", "none", "paper", 90)])
    assert len(apply_gate(here, base).reasons) == 5
