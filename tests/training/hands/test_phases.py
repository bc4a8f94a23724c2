from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rich.console import Console

from tests.fakes.hand_samples import hand_sample
from training.hands.data.splits import Split
from training.hands.recipe import parse_recipe

LABELS = ("rock", "paper", "none")
SMALL: dict[str, Any] = {
    "name": "small",
    "labels": list(LABELS),
    "model": {"image_units": 8, "landmark_units": [16], "landmark_geometry": True},
    "head": {"hands": 24, "epochs": 2, "batch_size": 8},
    "data": {"rendered_share": 0.0, "stretch": 0.1},
}
FINE_TUNE = {"from_layer": "block_16_expand", "epochs": 1, "hands_per_epoch": 8, "batch_size": 8}


def split() -> Split:
    hands = [hand_sample(label, seed=number) for number, label in enumerate(LABELS)]
    return Split(hands, hands)


class TestHead:
    def test_the_landmark_branch_is_dropped_as_a_whole_in_training_only(self) -> None:
        import keras

        from training.hands.model import build_head

        units = {"image_units": 8, "landmark_units": [16]}
        model = {**units, "dropout": 0.0, "landmark_dropout": 0.0, "landmark_branch_dropout": 0.5}
        head = build_head(parse_recipe({**SMALL, "model": model}), 32)
        draw = np.random.default_rng(0).normal
        inputs = {"features": draw(size=(1, 32)), "landmarks": draw(size=(1, 21, 3))}
        many = {name: np.repeat(array.astype(np.float32), 64, axis=0) for name, array in inputs.items()}

        def answers(training: bool) -> set[tuple[float, ...]]:
            return {tuple(row) for row in keras.ops.convert_to_numpy(head(many, training=training)).round(3).tolist()}

        assert len(answers(training=False)) == 1
        assert len(answers(training=True)) == 2


class TestFit:
    """These import Keras and build MobileNetV2, which takes seconds, so they share one class to say so."""

    def test_what_was_trained_can_be_exported_and_answers_alike(self, tmp_path: Path) -> None:
        from gesture_app.domain.models.calibration import Calibration
        from training.hands.data.batches import exact_inputs
        from training.hands.export import write_model
        from training.hands.phases import fit

        recipe = parse_recipe({**SMALL, "input": {"hand_angle": True}, "fine_tune": FINE_TUNE})
        fitted = fit(split(), recipe, None, tmp_path, Console(file=io.StringIO()))
        assert [row["phase"] for row in fitted.history] == ["head"] * 3 + ["fine-tune"] * 2
        inputs = exact_inputs(split().validation, recipe)
        folder = tmp_path / "model"
        manifest = write_model(
            fitted.model,
            recipe,
            Calibration(1.0, 0.5),
            folder,
            metrics={},
            data={},
            check_inputs=inputs,
            feature_inputs=inputs,
        )
        assert manifest.features is not None
        assert manifest.uses_landmarks
        assert manifest.uses_hand_angle

        import keras

        reloaded = keras.models.load_model(folder / "model.keras")
        assert np.asarray(reloaded(inputs)) == pytest.approx(np.asarray(fitted.model(inputs)), abs=1e-4)

    def test_batch_norm_keeps_its_statistics_while_the_layers_around_it_learn(self) -> None:
        import keras

        from training.hands.data.batches import AugmentedBatches
        from training.hands.model import build_backbone, build_head, join, unfreeze_from
        from training.hands.phases import compile_model

        recipe = parse_recipe({**SMALL, "fine_tune": FINE_TUNE})
        backbone = build_backbone(None)
        model = join(recipe, backbone, build_head(recipe, backbone.output_shape[-1]))
        unfreeze_from(backbone, "block_16_expand")
        compile_model(model, keras.optimizers.Adam(), recipe, priors=None)
        learns, norm = (backbone.get_layer(name) for name in ("block_16_expand", "block_16_expand_BN"))
        kernel, mean = (np.array(weight) for weight in (learns.kernel, norm.moving_mean))
        model.train_on_batch(*AugmentedBatches(split().train, recipe, hands_per_epoch=4, batch_size=4)[0])
        assert not np.array_equal(kernel, np.array(learns.kernel))
        assert np.array_equal(mean, np.array(norm.moving_mean))

    def test_a_head_may_begin_with_what_a_network_on_landmarks_alone_learnt(self, tmp_path: Path) -> None:
        from training.hands.phases import fit

        start = {"epochs": 3, "hands_per_epoch": 800, "learning_rate": 1e-2}
        recipe = parse_recipe({**SMALL, "landmark_pretraining": start, "fine_tune": FINE_TUNE})
        history = fit(split(), recipe, None, tmp_path, Console(file=io.StringIO())).history

        assert [row["phase"] for row in history] == ["landmarks"] * 4 + ["head"] * 3 + ["fine-tune"] * 2
        best = max(row["held_out"] for row in history[:4])
        assert best == 1
        assert history[4]["held_out"] == best

    def test_landmarks_alone_are_learnt_by_the_same_code(self, tmp_path: Path) -> None:
        from training.hands.phases import fit, predict

        recipe = parse_recipe(
            {
                **SMALL,
                "input": {"image": False, "hand_angle": True},
                "data": {"rendered_share": 0.0},
                "fine_tune": {"epochs": 3, "hands_per_epoch": 800, "learning_rate": 1e-2},
            }
        )
        from training.hands.data.batches import exact_inputs

        fitted = fit(split(), recipe, None, tmp_path, Console(file=io.StringIO()))
        answers = predict(fitted.model, exact_inputs(split().validation, recipe)).argmax(axis=1)
        assert answers.tolist() == [0, 1, 2]


class TestAveragedRuns:
    """These import Keras, which takes seconds, so they share one class to say so."""

    RECIPE = parse_recipe(
        {
            **SMALL,
            "input": {"image": False},
            "data": {"rendered_share": 0.0},
            "fine_tune": {
                "epochs": 2,
                "hands_per_epoch": 64,
                "learning_rate": 1e-2,
                "swa_epochs": 2,
                "soup_runs": 2,
            },
        }
    )

    def fitted(self, folder: Path) -> Any:
        from training.hands.phases import fit

        return fit(split(), self.RECIPE, None, folder, Console(file=io.StringIO()))

    def kept(self, fitted: Any, folder: Path, *phases: str) -> list[list[Any]]:
        """What the model was left with in the end, and by each of these phases."""
        weights = [fitted.model.get_weights()]
        for phase in phases:
            fitted.model.load_weights(folder / f"{phase}.weights.h5")
            weights.append(fitted.model.get_weights())
        return weights

    def test_the_mean_of_runs_from_one_start_on_other_hands_is_kept(self, tmp_path: Path) -> None:
        fitted = self.fitted(tmp_path)
        rows = fitted.history
        assert [row["phase"] for row in rows] == ["fine-tune"] * 3 + ["fine-tune-2"] * 3 + ["mean"]
        assert rows[0]["held_out"] == rows[3]["held_out"]
        assert rows[1]["loss"] != rows[4]["loss"]
        mean, one, other, checkpoint = self.kept(fitted, tmp_path, "fine-tune", "fine-tune-2", "mean")
        for left, first, second, stored in zip(mean, one, other, checkpoint, strict=True):
            assert not np.array_equal(first, second)
            assert left == pytest.approx((first + second) / 2, abs=1e-6)
            assert np.array_equal(left, stored)

    def test_a_mean_that_is_no_good_is_not_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from training.hands import phases as fit

        of_runs = [0.1, 0.2, 0.3, 0.35], [0.1, 0.2, 0.4, 0.45]  # each epoch's, then of the mean of both
        scores = iter([*of_runs[0], *of_runs[1], 0.35, 0.45, 0.25])
        monkeypatch.setattr(fit, "balanced_score", lambda *_: next(scores))
        fitted = self.fitted(tmp_path)
        assert fitted.history[-1] == {
            "phase": "mean", "epoch": 0, "held_out": 0.45, "held_out_of_mean_not_kept": 0.25
        }  # fmt: skip
        left, second = self.kept(fitted, tmp_path, "fine-tune-2")
        assert all(np.array_equal(one, other) for one, other in zip(left, second, strict=True))

    def test_interrupted_in_the_second_run_what_the_first_kept_is_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from training.common.checkpoints import BestCheckpoint

        on_epoch_end = BestCheckpoint.on_epoch_end

        def interrupt(self: Any, epoch: int, logs: Any = None) -> None:
            if self.checkpoint.name == "fine-tune-2.weights.h5":
                raise KeyboardInterrupt
            on_epoch_end(self, epoch, logs)

        monkeypatch.setattr(BestCheckpoint, "on_epoch_end", interrupt)
        fitted = self.fitted(tmp_path)
        assert [row["phase"] for row in fitted.history] == ["fine-tune"] * 3 + ["fine-tune-2"]
        left, first = self.kept(fitted, tmp_path, "fine-tune")
        assert all(np.array_equal(one, other) for one, other in zip(left, first, strict=True))
