from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.memory_fit import fit_memory
from gesture_app.domain.models.sample_memory import DEFAULT_KERNEL, SampleMemory
from tests.fakes.memory_hands import COUNT, LABELS, other_people, outputs


def read_as(memory: SampleMemory, hands: HandOutputs) -> list[str]:
    return [memory.labels.labels[best] for best in memory.adjusted(hands.logits, hands.features).argmax(axis=1)]


def examples(**options: object) -> OtherHands:
    hands = other_people(**options)  # type: ignore[arg-type]
    return OtherHands(hands.outputs, hands.labels, hands.poses, hands.is_everyday, np.ones(len(hands), dtype=bool))


def test_ten_samples_that_are_read_wrongly_teach_others_like_them() -> None:
    memory = fit_memory(LABELS, outputs(["odd"] * 10, ["rock"] * 10), ["paper"] * 10, examples())
    later = outputs(["odd"] * 20, ["rock"] * 20, seed=1)
    assert read_as(memory, later) == ["paper"] * 20


def test_a_single_sample_is_enough_for_hands_as_it() -> None:
    sample = outputs(["odd"], ["rock"])
    assert read_as(fit_memory(LABELS, sample, ["paper"], examples()), sample) == ["paper"]


def test_hands_of_other_people_stay_as_they_are() -> None:
    others = examples()
    memory = fit_memory(LABELS, outputs(["odd"] * 10, ["rock"] * 10), ["paper"] * 10, others)
    assert read_as(memory, others.outputs) == others.labels.tolist()


def test_other_people_like_a_sample_are_changed_less_when_their_hands_are_known() -> None:
    between = np.eye(COUNT, dtype=np.float32)[0] + np.eye(COUNT, dtype=np.float32)[5]
    logits = np.zeros((6, len(LABELS)), np.float32)
    sample = HandOutputs(logits, np.repeat(between[None] / np.sqrt(2), 6, axis=0))
    others = examples()
    is_rock = others.labels == "rock"

    def lead_of_rock(known: OtherHands | None) -> float:
        memory = fit_memory(LABELS, sample, ["paper"] * 6, known)
        adjusted = memory.adjusted(others.outputs.logits[is_rock], others.outputs.features[is_rock])
        return float((adjusted[:, LABELS.index("rock")] - adjusted[:, LABELS.index("paper")]).mean())

    assert lead_of_rock(others) > lead_of_rock(None) + 0.01


def test_labels_weigh_alike_however_many_samples_they_have() -> None:
    places = ["odd"] * 57 + ["paper"] * 3
    memory = fit_memory(LABELS, outputs(places, ["none"] * 60), ["rock"] * 57 + ["paper"] * 3)
    assert read_as(memory, outputs(["paper"] * 10, ["none"] * 10, seed=2)) == ["paper"] * 10


def test_the_order_of_the_samples_does_not_matter() -> None:
    hands = outputs(["odd", "rock", "paper", "odd"], ["rock", "rock", "none", "none"])
    labels = np.array(["paper", "rock", "paper", "none"])
    order = np.array([2, 0, 3, 1])
    one = fit_memory(LABELS, hands, labels.tolist())
    other = fit_memory(LABELS, hands[order], labels[order].tolist())
    later = outputs(["odd", "paper"], ["rock", "none"], seed=4)
    assert one.adjusted(later.logits, later.features) == pytest.approx(
        other.adjusted(later.logits, later.features), abs=1e-3
    )


def test_a_fit_is_the_same_each_time() -> None:
    hands = outputs(["odd"] * 20, ["rock"] * 20)
    one, other = (fit_memory(LABELS, hands, ["paper"] * 20, examples()) for _ in range(2))
    assert (one.adjusted(hands.logits, hands.features) == other.adjusted(hands.logits, hands.features)).all()


def test_many_alike_samples_stay_finite() -> None:
    hands = HandOutputs(np.zeros((80, len(LABELS)), np.float32), np.repeat(np.eye(COUNT, dtype=np.float32)[:1], 80, 0))
    memory = fit_memory(LABELS, hands, ["rock", "paper"] * 40)
    assert np.isfinite(memory.adjusted(hands.logits, hands.features)).all()


class TestNewGesture:
    def test_it_is_found_and_other_hands_are_not_called_it(self) -> None:
        others = examples()
        memory = fit_memory(LABELS, outputs(["odd"] * 10, ["none"] * 10), ["wave"] * 10, others)
        assert read_as(memory, outputs(["odd"] * 20, ["none"] * 20, seed=3)).count("wave") >= 18
        assert read_as(memory, others.outputs) == others.labels.tolist()

    def test_it_is_found_on_another_day_when_it_is_hardly_like_its_samples(self) -> None:
        """A detector asks what tells the gesture from other hands, not how near its samples are."""
        rng = np.random.default_rng(6)

        def on_a_day(place: int, count: int) -> HandOutputs:
            hands = outputs(["odd"] * count, ["none"] * count, seed=place)
            features = 0.8 * hands.features + np.eye(COUNT, dtype=np.float32)[place]
            features += rng.normal(0, 0.02, features.shape).astype(np.float32)
            return HandOutputs(hands.logits, features / np.linalg.norm(features, axis=1, keepdims=True))

        others, samples, later = examples(), on_a_day(7, 10), on_a_day(8, 20)
        assert DEFAULT_KERNEL(later.features @ samples.features.T).mean() < 0.05
        assert read_as(fit_memory(LABELS, samples, ["wave"] * 10, others), later).count("wave") >= 18
        assert "wave" not in read_as(fit_memory(LABELS, samples, ["wave"] * 10), later)

    def test_two_new_gestures_are_told_apart(self) -> None:
        others = examples()
        wave = outputs(["odd"] * 20, ["none"] * 20, seed=8)
        salute = HandOutputs(wave.logits, np.roll(wave.features, 4, axis=1))
        hands = HandOutputs.joined([wave[:10], salute[:10]])
        memory = fit_memory(LABELS, hands, ["wave"] * 10 + ["salute"] * 10, others)
        assert read_as(memory, wave[10:]) == ["wave"] * 10
        assert read_as(memory, salute[10:]) == ["salute"] * 10

    def test_other_people_in_this_pose_without_a_gesture_are_no_counterexamples(self) -> None:
        usual = examples()
        shown = outputs(["odd"] * 60, ["none"] * 60, seed=5)
        others = OtherHands(
            HandOutputs.joined([usual.outputs, shown]),
            np.concatenate([usual.labels, np.full(60, "none")]),
            np.concatenate([usual.poses, np.full(60, "wave shape")]),
            np.concatenate([usual.is_everyday, np.zeros(60, dtype=bool)]),
            np.ones(len(usual) + 60, dtype=bool),
        )
        memory = fit_memory(LABELS, outputs(["odd"] * 10, ["none"] * 10), ["wave"] * 10, others)
        assert read_as(memory, shown).count("wave") >= 50


class TestManySamples:
    def test_at_most_some_hundreds_are_used_and_all_are_counted(self) -> None:
        places = ["odd"] * 3000 + ["paper"] * 20
        memory = fit_memory(LABELS, outputs(places, ["none"] * 3020), ["rock"] * 3000 + ["paper"] * 20)
        assert memory.sample_count == 3020
        assert memory.sample_labels == ("rock", "paper")
        assert memory.used_count <= 512

    def test_the_newest_sample_is_always_used(self) -> None:
        hands = outputs(["odd"] * 2000 + ["paper"], ["rock"] * 2000 + ["none"])
        memory = fit_memory(LABELS, hands, ["rock"] * 2000 + ["scissors"])
        assert read_as(memory, hands[2000:]) == ["scissors"]


def test_unusable_samples_are_refused() -> None:
    with pytest.raises(ValueError, match="one row of features"):
        fit_memory(LABELS, outputs(["odd"], ["rock"]), ["paper", "rock"])
