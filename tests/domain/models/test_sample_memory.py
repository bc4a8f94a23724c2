from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.models.calibration import Calibration, IntentCalibration
from gesture_app.domain.models.sample_memory import MemorySettings, SampleMemory

LABELS = GestureSet.of(["rock", "paper", "none"])
COUNT = 16
SETTINGS = MemorySettings(strength=6.0, sharpness=6.0, least_cosine=0.3, duplicate_cosine=0.97)


def axis(index: int, lean: float = 0.0, towards: int = COUNT - 1) -> np.ndarray:
    """A unit vector along an axis, leaning a little towards another one."""
    vector = np.zeros(COUNT, np.float32)
    vector[index], vector[towards] = np.cos(lean), np.sin(lean)
    return vector


def memory_of(*samples: tuple[np.ndarray, str], settings: MemorySettings = SETTINGS) -> SampleMemory:
    features, labels = zip(*samples, strict=True)
    return SampleMemory(LABELS, np.stack(features), labels, settings)


def adjusted(memory: SampleMemory, features: np.ndarray, logits: tuple[float, ...] = (0.0, 0.0, 0.0)) -> np.ndarray:
    (row,) = memory.adjusted(np.array([logits], np.float32), features[None])
    return row


class TestKnownLabels:
    def test_a_hand_as_a_sample_gets_the_whole_strength_on_its_label_alone(self) -> None:
        memory = memory_of((axis(0), "rock"), (axis(1), "paper"))
        assert adjusted(memory, axis(0), (1.0, 2.0, 3.0)) == pytest.approx([7.0, 2.0, 3.0], abs=1e-4)

    def test_evidence_falls_with_the_distance(self) -> None:
        memory = memory_of((axis(0), "rock"))
        raised = [float(adjusted(memory, axis(0, lean))[0]) for lean in np.linspace(0, 1.5, 12)]
        assert raised == sorted(raised, reverse=True)
        assert raised[0] > 2 * raised[4] > 0

    def test_far_from_all_samples_nothing_changes_at_all(self) -> None:
        rng = np.random.default_rng(0)
        near = [axis(0, lean) for lean in rng.uniform(0, 0.4, 60)]
        memory = memory_of(*((sample, "rock") for sample in near))
        logits = rng.normal(0, 5, (50, 3)).astype(np.float32)
        far = np.stack([axis(1 + number % 10, 0.1, 12) for number in range(50)])
        assert (memory.adjusted(logits, far) == logits).all()

    def test_none_is_a_label_like_others(self) -> None:
        memory = memory_of((axis(0), "none"))
        assert adjusted(memory, axis(0)) == pytest.approx([0.0, 0.0, 6.0], abs=1e-4)

    def test_samples_of_one_label_alone_act_only_near_them(self) -> None:
        memory = memory_of(*((axis(0, 0.1 * number), "rock") for number in range(3)))
        assert adjusted(memory, axis(4)).tolist() == [0.0, 0.0, 0.0]

    def test_rows_do_not_depend_on_each_other(self) -> None:
        memory = memory_of((axis(0), "rock"), (axis(1, 0.3), "paper"), (axis(0, 0.5), "none"))
        features = np.stack([axis(0, 0.2), axis(1), axis(3)])
        logits = np.arange(9, dtype=np.float32).reshape(3, 3)
        together = memory.adjusted(logits, features)
        alone = [memory.adjusted(logits[i : i + 1], features[i : i + 1])[0] for i in range(3)]
        assert together == pytest.approx(np.stack(alone), abs=1e-5)
        assert memory.adjusted(logits[:0], features[:0]).shape == (0, 3)

    def test_the_order_of_the_samples_does_not_matter(self) -> None:
        samples = [(axis(0, 0.3), "paper"), (axis(0), "rock"), (axis(0, 0.6), "paper"), (axis(1), "none")]
        one, other = memory_of(*samples), memory_of(*reversed(samples))
        assert adjusted(one, axis(0, 0.2)) == pytest.approx(adjusted(other, axis(0, 0.2)), abs=1e-5)

    def test_samples_are_scaled_to_unit_length(self) -> None:
        one, other = memory_of((axis(0), "rock")), memory_of((7 * axis(0), "rock"))
        assert adjusted(one, axis(0, 0.4)) == pytest.approx(adjusted(other, axis(0, 0.4)), abs=1e-5)


class TestHowSamplesCount:
    def test_near_duplicates_count_as_one(self) -> None:
        one = memory_of((axis(0), "rock"), (axis(1), "paper"))
        many = memory_of(*((axis(0, 0.001 * number), "rock") for number in range(30)), (axis(1), "paper"))
        hand = axis(0, 0.7)
        assert adjusted(many, hand)[0] == pytest.approx(adjusted(one, hand)[0], rel=0.2)

    def test_different_samples_support_each_other(self) -> None:
        one = memory_of((axis(0, 0.6, 14), "rock"))
        two = memory_of((axis(0, 0.6, 14), "rock"), (axis(0, 0.6, 13), "rock"))
        assert adjusted(two, axis(0))[0] > adjusted(one, axis(0))[0] * 1.2

    def test_however_many_samples_there_are_evidence_is_at_most_one(self) -> None:
        rng = np.random.default_rng(1)
        features = rng.normal(0, 0.2, (3000, COUNT)).astype(np.float32)
        features[:, 0] += 1
        memory = SampleMemory(LABELS, features, ["rock"] * 3000)
        evidence = memory.evidence(axis(0)[None])
        assert 0.9 < evidence[0, 0] <= 1
        assert not evidence[0, 1:].any()

    def test_many_samples_of_a_label_do_not_outweigh_the_few_of_another_that_fit_better(self) -> None:
        many = [(axis(0, 1.0, towards), "paper") for towards in range(2, 14)]
        memory = memory_of((axis(0, 0.05), "rock"), *many)
        rock, paper, _ = adjusted(memory, axis(0))
        assert rock > paper


class TestNewLabels:
    MEMORY = memory_of((axis(0), "thumbs_up"), (axis(1), "rock"))

    def test_they_come_behind_the_labels_of_the_model(self) -> None:
        assert self.MEMORY.base_labels == LABELS
        assert self.MEMORY.labels == GestureSet.of(["rock", "paper", "none", "thumbs_up"])

    def test_near_their_samples_they_win_whatever_the_model_says(self) -> None:
        logits = (-3.0, -8.0, 12.0)
        assert int(adjusted(self.MEMORY, axis(0, 0.2), logits).argmax()) == 3
        assert adjusted(self.MEMORY, axis(0), logits)[3] == pytest.approx(12 + 6, abs=1e-3)

    def test_far_from_their_samples_they_change_no_probability_beyond_rounding(self) -> None:
        intent = IntentCalibration(0.9, -2.0, IntentThresholds(0.8, 0.3, 0.1))
        logits = np.random.default_rng(0).normal(0, 6, (100, 3)).astype(np.float32)
        with_new = self.MEMORY.adjusted(logits, np.repeat(axis(5)[None], 100, axis=0))
        for calibration in (Calibration(1.1), Calibration(1.1, intent=intent)):
            before = calibration.probabilities(logits, LABELS.none_index)
            after = calibration.probabilities(with_new, LABELS.none_index)
            assert after[:, :3] == pytest.approx(before, abs=2e-3)
            assert after[:, 3].max() < 2e-3

    def test_their_logit_rises_with_the_evidence(self) -> None:
        rows = [adjusted(self.MEMORY, axis(0, lean), (1.0, 2.0, 3.0))[3] for lean in np.linspace(0, 1.4, 20)]
        assert rows == sorted(rows, reverse=True)
        assert rows[-1] == pytest.approx(1.0 - 6.0, abs=1e-3)


def many(count: int, seed: int) -> tuple[np.ndarray, list[str]]:
    """Samples near a few axes, so that some are near duplicates of others."""
    rng = np.random.default_rng(seed)
    axes = rng.integers(0, 4, count)
    features = np.eye(COUNT, dtype=np.float32)[axes] + rng.normal(0, 0.08, (count, COUNT)).astype(np.float32)
    return features, [("rock", "paper", "wave", "none")[axis] for axis in axes]


class TestGrowingAndShrinking:
    QUERIES = np.random.default_rng(9).normal(0, 1, (40, COUNT)).astype(np.float32) / 4 + np.eye(COUNT)[0]

    def test_a_memory_that_grew_is_as_one_of_all_its_samples(self) -> None:
        features, labels = many(700, 3)
        grown = SampleMemory(LABELS, features[:400], labels[:400], SETTINGS)
        for start, end in ((400, 401), (401, 700)):
            grown = grown.with_samples(features[start:end], labels[start:end])
        at_once = SampleMemory(LABELS, features, labels, SETTINGS)
        assert grown.labels == at_once.labels
        assert grown.sample_count == 700
        assert grown.evidence(self.QUERIES) == pytest.approx(at_once.evidence(self.QUERIES), abs=1e-5)

    def test_the_memory_before_stays_as_it_was(self) -> None:
        features, labels = many(20, 3)
        memory = SampleMemory(LABELS, features, labels, SETTINGS)
        before = memory.evidence(self.QUERIES)
        memory.with_samples(features, ["wave"] * 20)
        assert (memory.evidence(self.QUERIES) == before).all()
        assert memory.sample_count == 20

    def test_a_memory_without_a_label_is_as_one_of_the_other_samples(self) -> None:
        features, labels = many(300, 3)
        shorter = SampleMemory(LABELS, features, labels, SETTINGS).without_labels({"wave", "rock"})
        kept = [index for index, label in enumerate(labels) if label in {"paper", "none"}]
        others = SampleMemory(LABELS, features[kept], [labels[index] for index in kept], SETTINGS)
        assert shorter is not None
        assert shorter.labels == LABELS
        assert shorter.sample_labels == ("paper", "none")
        assert shorter.evidence(self.QUERIES) == pytest.approx(others.evidence(self.QUERIES), abs=1e-6)

    def test_without_all_its_labels_nothing_is_left(self) -> None:
        assert memory_of((axis(0), "rock")).without_labels(["rock"]) is None

    def test_many_hands_at_once_are_answered_as_one_by_one(self) -> None:
        memory = SampleMemory(LABELS, *many(1200, 5), SETTINGS)
        alone = np.concatenate([memory.evidence(hand[None]) for hand in self.QUERIES])
        assert memory.evidence(self.QUERIES) == pytest.approx(alone, abs=1e-5)


class TestUnusableInput:
    @pytest.mark.parametrize(
        ("features", "labels"),
        [
            (np.zeros((0, 4)), []),
            (np.ones((2, 4)), ["rock"]),
            (np.ones(4), ["rock"]),
            (np.full((1, 4), np.inf), ["rock"]),
        ],
    )
    def test_samples_without_features_are_refused(self, features: np.ndarray, labels: list[str]) -> None:
        with pytest.raises(ValueError, match="features"):
            SampleMemory(LABELS, features, labels)

    @pytest.mark.parametrize("settings", [{"strength": 0.0}, {"sharpness": -1.0}, {"least_cosine": 0.99}])
    def test_settings_out_of_range_are_refused(self, settings: dict[str, float]) -> None:
        with pytest.raises(ValueError, match=r"expected|must be"):
            MemorySettings(**settings)
