from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gesture_app.domain.models.calibration import Calibration
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.pipeline.checked_memory import CheckedMemory
from tests.fakes.memory_hands import LABELS, other_people, outputs

READ_TWICE = "the hands of other people were read twice"


class Bench:
    """A memory whose samples come one after the other."""

    def __init__(self, others: OtherHands | None = None) -> None:
        self._others: list[OtherHands | None] = [others]
        self.memory = CheckedMemory(LABELS, Calibration(), self._read)
        self.labels: list[str] = []
        self.hands: list[HandOutputs] = []
        self.logits: dict[str, npt.NDArray[np.float32]] = {}

    def _read(self) -> OtherHands | None:
        assert self._others, READ_TWICE
        return self._others.pop()

    def add(self, hands: HandOutputs, labels: Sequence[str], *, with_logits: bool = True) -> None:
        for row, label in enumerate(labels):
            self.labels.append(label)
            if with_logits:
                self.logits[self.keys[-1]] = hands.logits[row]
        self.hands.append(hands)

    @property
    def keys(self) -> list[str]:
        return [f"day1-{number} 2024-05-01" for number in range(1, len(self.labels) + 1)]

    def update(self, *, is_complete: bool = True) -> None:
        count = len(self.labels)
        learnt = None
        if count:
            features = HandOutputs.joined(self.hands).features
            learnt = LearntSamples("seal", tuple(self.keys), tuple(self.labels), ("",) * count, features)
        self.memory.update(learnt, self.logits.get, is_complete=is_complete)

    @property
    def acting(self) -> tuple[str, ...]:
        """Labels of the samples that act."""
        return () if self.memory.acting is None else self.memory.acting.sample_labels


def test_the_first_samples_are_checked_before_they_act() -> None:
    bench = Bench(other_people())
    bench.add(outputs(["rock"] * 5, ["rock"] * 5), ["paper"] * 5)
    bench.update()
    assert bench.memory.is_checked
    assert bench.acting == ()
    assert bench.memory.decision is not None
    assert not bench.memory.decision.is_accepted


def test_a_new_sample_acts_at_once_and_is_checked_in_the_next_step() -> None:
    bench = Bench(other_people())
    bench.add(outputs(["odd"] * 5, ["rock"] * 5), ["paper"] * 5)
    bench.update()
    before = bench.memory.decision
    bench.add(outputs(["scissors"] * 5, ["scissors"] * 5), ["scissors"] * 5)
    bench.update()
    assert bench.acting == ("paper", "scissors")
    assert not bench.memory.is_checked
    assert bench.memory.decision is before
    bench.update()
    assert bench.memory.is_checked
    assert bench.memory.decision is not before


def test_samples_that_come_with_every_step_do_not_put_off_the_check() -> None:
    bench = Bench(other_people())
    checked = []
    for number in range(8):
        bench.add(outputs(["odd"], ["rock"], seed=number), ["paper"])
        bench.update()
        checked.append(bench.memory.is_checked)
    assert checked == [True, False, True, False, True, False, True, False]


def test_what_is_left_out_does_not_act_and_acts_again_when_it_is_mended() -> None:
    bench = Bench(other_people())
    bench.add(outputs(["odd"] * 5, ["rock"] * 5), ["paper"] * 5)
    bench.add(outputs(["scissors"] * 5, ["none"] * 5), ["lizard"] * 5)
    bench.add(outputs(["rock"] * 5, ["rock"] * 5), ["rock"] * 5)
    bench.update()
    assert bench.acting == ("rock", "paper")
    bench.labels[5:10] = ["scissors"] * 5
    bench.update()
    bench.update()
    assert bench.acting == ("rock", "paper", "scissors")


def test_a_refused_memory_stays_out_until_the_next_check() -> None:
    bench = Bench(other_people())
    bench.add(outputs(["rock"] * 5, ["rock"] * 5), ["paper"] * 5)
    bench.update()
    bench.add(outputs(["odd"], ["rock"]), ["lizard"])
    bench.update()
    assert bench.acting == ()


def test_without_samples_there_is_nothing_to_decide() -> None:
    bench = Bench()
    bench.add(outputs(["odd"] * 5, ["rock"] * 5), ["paper"] * 5)
    bench.update()
    bench.labels.clear()
    bench.update()
    assert (bench.acting, bench.memory.decision, bench.memory.doubtful) == ((), None, ())
    assert bench.memory.is_checked


def test_while_samples_are_read_only_a_growth_by_a_fifth_is_checked() -> None:
    bench = Bench()
    for number in range(10):
        bench.add(outputs(["odd"], ["rock"], seed=number), ["paper"])
    bench.update(is_complete=False)
    assert bench.memory.is_checked
    bench.add(outputs(["odd"], ["rock"], seed=11), ["paper"])
    for _ in range(3):
        bench.update(is_complete=False)
    assert not bench.memory.is_checked
    bench.add(outputs(["odd"], ["rock"], seed=12), ["paper"])
    bench.update(is_complete=False)
    assert bench.memory.is_checked


def test_doubtful_samples_are_named() -> None:
    bench = Bench()
    bench.add(outputs(["rock"] * 20, ["rock"] * 20), ["rock"] * 20)
    bench.add(outputs(["rock"], ["rock"], seed=7), ["paper"])
    bench.add(outputs(["paper"] * 19, ["paper"] * 19), ["paper"] * 19)
    bench.update()
    assert bench.memory.doubtful == ("day1-21",)


def test_imported_samples_teach_and_are_not_tested() -> None:
    bench = Bench(other_people())
    bench.add(outputs(["odd"] * 10, ["rock"] * 10), ["paper"] * 10, with_logits=False)
    bench.update()
    assert bench.acting == ("paper",)
    assert bench.memory.decision is not None
    assert bench.memory.decision.text.startswith("Not checked yet")


def test_the_memory_is_the_same_object_as_long_as_nothing_changes() -> None:
    bench = Bench()
    bench.add(outputs(["odd"] * 5, ["rock"] * 5), ["paper"] * 5)
    bench.update()
    acting = bench.memory.acting
    bench.update()
    assert bench.memory.acting is acting
    assert acting is not None
    assert acting.sample_count == 5
    assert np.isfinite(acting.adjusted(bench.hands[0].logits, bench.hands[0].features)).all()


def test_held_out_samples_are_answered_with_what_may_act() -> None:
    accepted, refused = Bench(other_people()), Bench(other_people())
    accepted.add(outputs(["odd"] * 5, ["rock"] * 5), ["paper"] * 5)
    refused.add(outputs(["rock"] * 5, ["rock"] * 5), ["paper"] * 5)
    for bench in (accepted, refused):
        bench.update()
        assert list(bench.memory.answers) == [*bench.keys[:2], *bench.keys[3:]]
    assert "paper" in accepted.memory.answers.values()
    assert set(refused.memory.answers.values()) == {"rock"}


def test_without_samples_there_are_no_answers() -> None:
    bench = Bench(other_people())
    bench.add(outputs(["odd"] * 5, ["rock"] * 5), ["paper"] * 5)
    bench.update()
    bench.labels.clear()
    bench.update()
    assert bench.memory.answers == {}
