from __future__ import annotations

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.models.calibration import Calibration, IntentCalibration
from gesture_app.domain.models.sample_memory import Kernel, SampleMemory

LABELS = GestureSet.of(["rock", "paper", "none"])
COUNT = 16
KERNEL = Kernel(sharpness=4.0, least_cosine=0.3)


def axis(index: int, lean: float = 0.0, towards: int = COUNT - 1) -> np.ndarray:
    """A unit vector along an axis, leaning a little towards another one."""
    vector = np.zeros(COUNT, np.float32)
    vector[index], vector[towards] = np.cos(lean), np.sin(lean)
    return vector


def memory_of(*samples: tuple[np.ndarray, str], rise: float = 6.0) -> SampleMemory:
    """A memory in which each sample raises its own label."""
    features, labels = zip(*samples, strict=True)
    columns = [*LABELS.labels, *sorted(set(labels) - set(LABELS.labels))]
    coefficients = rise * np.eye(len(columns))[[columns.index(label) for label in labels]]
    return SampleMemory(LABELS, np.stack(features), labels, coefficients, KERNEL)


def adjusted(memory: SampleMemory, features: np.ndarray, logits: tuple[float, ...] = (0.0, 0.0, 0.0)) -> np.ndarray:
    (row,) = memory.adjusted(np.array([logits], np.float32), features[None])
    return row


class TestKnownLabels:
    def test_a_hand_as_a_sample_gets_its_whole_coefficients(self) -> None:
        memory = memory_of((axis(0), "rock"), (axis(1), "paper"))
        assert adjusted(memory, axis(0), (1.0, 2.0, 3.0)) == pytest.approx([7.0, 2.0, 3.0], abs=1e-4)

    def test_a_sample_counts_less_with_the_distance(self) -> None:
        memory = memory_of((axis(0), "rock"))
        raised = [float(adjusted(memory, axis(0, lean))[0]) for lean in np.linspace(0, 1.5, 12)]
        assert raised == sorted(raised, reverse=True)
        assert raised[0] > 2 * raised[6] > 0

    def test_far_from_all_samples_nothing_changes_at_all(self) -> None:
        rng = np.random.default_rng(0)
        memory = memory_of(*((axis(0, lean), "rock") for lean in rng.uniform(0, 0.4, 60)))
        logits = rng.normal(0, 5, (50, 3)).astype(np.float32)
        far = np.stack([axis(1 + number % 10, 0.1, 12) for number in range(50)])
        assert (memory.adjusted(logits, far) == logits).all()

    def test_a_sample_may_lower_other_labels(self) -> None:
        memory = SampleMemory(LABELS, axis(0)[None], ["none"], np.array([[-2.0, -1.0, 3.0]]), KERNEL)
        assert adjusted(memory, axis(0)) == pytest.approx([-2.0, -1.0, 3.0], abs=1e-4)

    def test_rows_do_not_depend_on_each_other(self) -> None:
        memory = memory_of((axis(0), "rock"), (axis(1, 0.3), "paper"), (axis(0, 0.5), "none"))
        features = np.stack([axis(0, 0.2), axis(1), axis(3), axis(0), axis(1, 0.1)])
        logits = np.arange(15, dtype=np.float32).reshape(5, 3)
        together = memory.adjusted(logits, features)
        alone = [memory.adjusted(logits[i : i + 1], features[i : i + 1])[0] for i in range(5)]
        assert together == pytest.approx(np.stack(alone), abs=1e-5)
        assert memory.adjusted(logits[:0], features[:0]).shape == (0, 3)

    def test_samples_are_scaled_to_unit_length(self) -> None:
        one, other = memory_of((axis(0), "rock")), memory_of((7 * axis(0), "rock"))
        assert adjusted(one, axis(0, 0.4)) == pytest.approx(adjusted(other, axis(0, 0.4)), abs=1e-5)

    def test_hundreds_of_samples_are_compared_in_blocks(self) -> None:
        rng = np.random.default_rng(5)
        features = rng.normal(0, 1, (1200, COUNT))
        coefficients = rng.normal(0, 1, (1200, 3))
        memory = SampleMemory(LABELS, features, ["rock", "paper", "none"] * 400, coefficients, KERNEL)
        hand = features[7] / np.linalg.norm(features[7])
        unit = features / np.linalg.norm(features, axis=1, keepdims=True)
        expected = KERNEL((unit @ hand).astype(np.float32)) @ coefficients
        assert adjusted(memory, hand.astype(np.float32)) == pytest.approx(expected, abs=1e-3)


class TestNewLabels:
    MEMORY = memory_of((axis(0), "thumbs_up"), (axis(1), "rock"), rise=12.0)

    def test_they_come_behind_the_labels_of_the_model(self) -> None:
        assert self.MEMORY.base_labels == LABELS
        assert self.MEMORY.labels == GestureSet.of(["rock", "paper", "none", "thumbs_up"])

    def test_near_their_samples_they_rise_above_the_highest_logit(self) -> None:
        logits = (-3.0, -8.0, 12.0)
        assert int(adjusted(self.MEMORY, axis(0, 0.2), logits).argmax()) == 3
        assert adjusted(self.MEMORY, axis(0), logits)[3] == pytest.approx(12 - 6 + 12, abs=1e-3)

    def test_far_from_their_samples_they_change_no_probability_beyond_rounding(self) -> None:
        intent = IntentCalibration(0.9, -2.0, IntentThresholds(0.8, 0.3, 0.1))
        logits = np.random.default_rng(0).normal(0, 6, (100, 3)).astype(np.float32)
        with_new = self.MEMORY.adjusted(logits, np.repeat(axis(5)[None], 100, axis=0))
        before = Calibration(1.1).probabilities(logits, LABELS.none_index)
        after = Calibration(1.1).probabilities(with_new, LABELS.none_index)
        assert after[:, :3] == pytest.approx(before, abs=5e-3)
        meant = Calibration(1.1, intent=intent)
        assert (
            meant.decide(meant.probabilities(with_new, LABELS.none_index), LABELS.none_index)
            == meant.decide(meant.probabilities(logits, LABELS.none_index), LABELS.none_index)
        ).all()


class TestDetectorsOfNewLabels:
    """Of two new labels; each detector answers to one feature."""

    FEATURES = np.stack([axis(0), axis(1)])
    DETECTORS = np.zeros((len(axis(0)) + 1, 2))
    DETECTORS[0, 0], DETECTORS[1, 1] = 5.0, 6.0
    DETECTORS[-1] = -3.0
    MEMORY = SampleMemory(
        LABELS, FEATURES, ["salute", "wave"], np.zeros((2, len(LABELS) + 2)), KERNEL, detectors=DETECTORS
    )

    def test_a_score_is_the_distance_to_the_highest_logit(self) -> None:
        assert adjusted(self.MEMORY, axis(0), (1.0, 7.0, 0.0)) == pytest.approx([1, 7, 0, 7 + 2, 7 - 3], abs=1e-4)

    def test_a_score_counts_no_more_than_a_new_label_far_from_its_samples(self) -> None:
        far = SampleMemory(
            LABELS, self.FEATURES, ["salute", "wave"], np.zeros((2, 5)), KERNEL, detectors=self.DETECTORS * 100
        )
        assert adjusted(far, axis(5), (1.0, 7.0, 0.0))[3:] == pytest.approx([1, 1], abs=1e-4)

    def test_left_out_labels_take_their_detector_along(self) -> None:
        shorter = self.MEMORY.without_labels({"salute"})
        assert shorter is not None
        assert adjusted(shorter, axis(1), (1.0, 7.0, 0.0)) == pytest.approx([1, 7, 0, 7 + 3], abs=1e-4)

    @pytest.mark.parametrize(
        "detectors", [np.zeros((COUNT + 1, 1)), np.zeros((COUNT, 2)), np.full((COUNT + 1, 2), np.nan)]
    )
    def test_other_detectors_are_refused(self, detectors: np.ndarray) -> None:
        with pytest.raises(ValueError, match="detectors"):
            SampleMemory(LABELS, self.FEATURES, ["salute", "wave"], np.zeros((2, 5)), detectors=detectors)


class TestLeavingLabelsOut:
    MEMORY = memory_of((axis(0), "wave"), (axis(1), "rock"), (axis(2), "paper"), (axis(3), "none"))

    def test_a_memory_without_labels_has_the_other_samples_and_no_column_for_new_ones(self) -> None:
        shorter = self.MEMORY.without_labels({"wave", "rock"})
        assert shorter is not None
        assert shorter.labels == LABELS
        assert shorter.sample_labels == ("paper", "none")
        assert shorter.sample_count == 2
        assert adjusted(shorter, axis(1)).tolist() == [0.0, 0.0, 0.0]
        assert adjusted(shorter, axis(2)) == pytest.approx([0.0, 6.0, 0.0], abs=1e-5)

    def test_without_all_its_labels_nothing_is_left(self) -> None:
        assert memory_of((axis(0), "rock")).without_labels(["rock"]) is None

    def test_the_memory_before_stays_as_it_was(self) -> None:
        self.MEMORY.without_labels({"rock"})
        assert self.MEMORY.sample_labels == ("rock", "paper", "none", "wave")
        assert self.MEMORY.sample_count == 4


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
            SampleMemory(LABELS, features, labels, np.zeros((len(labels), 3)))

    @pytest.mark.parametrize("coefficients", [np.zeros((1, 2)), np.zeros((2, 3)), np.full((1, 3), np.nan)])
    def test_other_coefficients_are_refused(self, coefficients: np.ndarray) -> None:
        with pytest.raises(ValueError, match="coefficients"):
            SampleMemory(LABELS, np.ones((1, 4)), ["rock"], coefficients)

    @pytest.mark.parametrize("settings", [{"sharpness": 0.0}, {"sharpness": np.inf}, {"least_cosine": 1.0}])
    def test_settings_out_of_range_are_refused(self, settings: dict[str, float]) -> None:
        with pytest.raises(ValueError, match="must be"):
            Kernel(**settings)
