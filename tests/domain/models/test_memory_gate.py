from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.memory_gate import OwnSamples
from tests.fakes.memory_hands import LABELS, decide, halved, other_people, outputs

GESTURES = ("rock", "paper", "scissors", "lizard")
USUAL = [label for label in LABELS.labels for _ in range(10)]
ODD_PAPER = ["odd" if label == "paper" else label for label in USUAL]
READ = ["rock" if place == "odd" else place for place in ODD_PAPER]
"""A person whose paper is unlike that of others, and read as rock."""


def test_a_memory_that_helps_its_owner_and_harms_nobody_is_accepted_with_what_was_gained() -> None:
    decision = decide(outputs(ODD_PAPER, READ), USUAL, other_people())
    assert decision.is_accepted
    assert decision.left_out == ()
    assert decision.text == "Right on 40 of 40 of your held-out samples, 32 before. Other people lose nothing."
    assert (decision.held_out.right_before, decision.held_out.right_after) == (32, 40)
    assert decision.doubtful == ()


def test_what_is_gained_is_counted_on_other_sessions() -> None:
    labels = USUAL * 2
    sessions = ["day1"] * 50 + ["day2"] * 50
    decision = decide(outputs(ODD_PAPER * 2, READ * 2), labels, other_people(), sessions)
    assert decision.text.startswith("Right on 100 of 100 of your held-out samples, 80 before.")


def test_a_session_that_teaches_nothing_for_another_one_gains_nothing() -> None:
    places = ["odd"] * 8 + ["paper"] * 8
    read_as = ["rock"] * 8 + ["paper"] * 8
    decision = decide(outputs(places, read_as), ["paper"] * 16, None, ["day1"] * 8 + ["day2"] * 8)
    assert (decision.held_out.right_before, decision.held_out.right_after) == (8, 8)


class TestTooLittleToCheck:
    def test_few_samples_act_and_the_missing_ones_are_named(self) -> None:
        decision = decide(outputs(["odd"] * 3, ["rock"] * 3), ["paper"] * 3, other_people())
        assert decision.is_accepted
        assert decision.text.startswith("Not checked yet: record at least 4 samples of a gesture.")
        assert len(decision.held_out) == 0

    def test_few_samples_that_harm_others_do_not_act(self) -> None:
        decision = decide(outputs(["rock"] * 3, ["rock"] * 3), ["paper"] * 3, other_people())
        assert not decision.is_accepted

    def test_without_hands_of_other_people_that_is_said(self) -> None:
        decision = decide(outputs(ODD_PAPER, READ), USUAL, None)
        assert decision.is_accepted
        assert decision.text.endswith("This model cannot check it on other people.")


def hands(labels: list[str], places: list[str] | None = None) -> tuple[HandOutputs, list[str]]:
    return outputs(places or USUAL, places or USUAL), labels


def fifth_wrong() -> list[str]:
    rng = np.random.default_rng(3)
    labels = list(USUAL)
    for index in rng.permutation(len(labels))[: len(labels) // 5]:
        labels[index] = str(rng.choice([label for label in GESTURES if label != labels[index]]))
    return labels


class TestHarm:
    def test_a_fifth_of_wrong_labels_harms_nobody_and_is_told(self) -> None:
        own, labels = hands(fifth_wrong())
        decision = decide(own, labels, halved(other_people(80, everyday=80)))
        wrong = {index for index, label in enumerate(labels) if label != USUAL[index]}
        assert decision.is_accepted
        assert decision.text.endswith("samples look as if labelled wrongly; look through them.")
        assert set(decision.doubtful) <= wrong
        assert len(decision.doubtful) >= len(wrong) / 3

    def test_two_swapped_labels_are_left_out_and_the_others_act(self) -> None:
        swap = {"rock": "paper", "paper": "rock"}
        own, labels = hands([swap.get(label, label) for label in USUAL])
        decision = decide(own, labels, other_people())
        assert decision.is_accepted
        assert decision.left_out == ("paper", "rock")
        assert "Your samples of paper and rock are left out: rock and paper look swapped." in decision.text

    def test_all_hands_as_one_label_are_refused(self) -> None:
        own, labels = hands(["rock"] * len(USUAL))
        decision = decide(own, labels, other_people())
        assert not decision.is_accepted
        assert decision.left_out == ("rock",)
        assert decision.text.startswith("Your samples are not used: ")
        assert "look through" in decision.text

    def test_only_the_label_that_harms_others_is_left_out(self) -> None:
        places = ["rock"] * 10 + ["odd"] * 10 + ["scissors"] * 10
        own = outputs(places, ["rock"] * 10 + ["none"] * 10 + ["none"] * 10, seed=2)
        labels = ["rock"] * 10 + ["paper"] * 10 + ["lizard"] * 10
        decision = decide(own, labels, other_people())
        assert decision.is_accepted
        assert decision.left_out == ("lizard",)
        reason = "other people's scissors would get worse: 0 of 40 right, 40 without"
        assert f"Your samples of lizard are left out: {reason}." in decision.text

    def test_natural_hands_must_be_refused_as_before(self) -> None:
        own = outputs(["none"] * 10, ["none"] * 10)
        decision = decide(own, ["rock"] * 10, other_people(each=0))
        assert not decision.is_accepted
        assert "hands without a gesture" in decision.text or "hands that make no gesture" in decision.text

    def test_samples_that_make_their_owner_worse_are_refused(self) -> None:
        rng = np.random.default_rng(4)
        labels = [str(rng.choice(["rock", "paper"])) for _ in range(40)]
        own = outputs(["odd"] * 40, labels, sure=1.0)
        decision = decide(own, labels, None)
        assert not decision.is_accepted
        assert "your held-out samples would get worse" in decision.text

    def test_an_odd_habit_that_looks_like_one_other_gesture_is_no_mistake(self) -> None:
        own = outputs(["odd"] * 12, ["rock"] * 12, sure=15.0)
        decision = decide(own, ["paper"] * 12, other_people())
        assert decision.is_accepted


def test_on_samples_whose_logits_are_not_known_nothing_is_tested_but_they_teach() -> None:
    own = outputs(["odd"] * 20, ["rock"] * 20)
    decision = decide(own, ["paper"] * 20, None, ["day1"] * 10 + ["day2"] * 10, has_logits=[True] * 10 + [False] * 10)
    assert decision.held_out.indices.tolist() == list(range(10))
    assert (decision.held_out.right_before, decision.held_out.right_after) == (0, 10)


class TestNewGestures:
    OWN = outputs(["odd"] * 10, ["none"] * 10)

    def others(self, poses: list[str], labels: list[str]) -> OtherHands:
        usual = other_people(each=20, everyday=20)
        found = outputs(["odd"] * len(poses), labels, seed=5)
        return OtherHands(
            HandOutputs.joined([usual.outputs, found]),
            np.concatenate([usual.labels, labels]),
            np.concatenate([usual.poses, poses]),
            np.concatenate([usual.is_everyday, [False] * len(poses)]),
        )

    def test_other_people_who_show_it_are_no_loss(self) -> None:
        decision = decide(self.OWN, ["wave"] * 10, self.others(["waving"] * 20, ["none"] * 20))
        assert decision.is_accepted
        assert decision.held_out.right_after >= 7
        assert decision.text.endswith("Other people lose nothing.")

    def test_a_known_gesture_that_is_taken_for_it_is_one(self) -> None:
        decision = decide(self.OWN, ["wave"] * 10, self.others(["usual rock"] * 20, ["rock"] * 20))
        assert not decision.is_accepted


def test_parts_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="2 outputs, 1 labels"):
        OwnSamples(outputs(["rock"] * 2, ["rock"] * 2), ("rock",), ("a", "a"), np.array([True, True]))
    with pytest.raises(ValueError, match="equal rows"):
        HandOutputs(np.zeros((2, 3), np.float32), np.zeros((1, 3), np.float32))
    with pytest.raises(ValueError, match="other people"):
        OtherHands(outputs(["rock"], ["rock"]), np.array(["rock"]), np.array([]), np.array([True]))
