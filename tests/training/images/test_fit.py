from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rich.console import Console

from tests.fakes.image_runs import begun_run, images, row, tiny_recipe
from training.common.run_record import RunFolderError, disk_errors
from training.common.stop_request import StopRequest
from training.images.recipe import ImageRecipe, PhaseRecipe
from training.images.run_folder import read_run


@pytest.fixture
def stop() -> Iterator[StopRequest]:
    request = StopRequest(with_stdin=False)
    yield request
    request.close()


def training_of(folder: Path, recipe: ImageRecipe, stop: StopRequest, **changes: Any) -> Any:
    from training.images.fit import Training, TrainingImages
    from training.images.network import build_network

    run = begun_run(folder, recipe)
    network = build_network(recipe, ("dark", "light"), None)
    console = Console(file=io.StringIO(), width=200)
    shown = changes.pop("pictures", TrainingImages(*images(24), *images(16, seed=1)))
    return Training(run, network, shown, folder.parent / "cache", stop, console, **changes)


def history_of(training: Any) -> list[dict[str, Any]]:
    """All rows without how long they took."""
    return [{key: value for key, value in row.items() if key != "seconds"} for row in training.run.history]


class TestFit:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def test_kept_features_change_nothing_but_the_time(self, tmp_path: Path, stop: StopRequest) -> None:
        from training.images.fit import fit

        histories = {}
        for cache in (True, False):
            network = {"backbone": "small_cnn", "dropout": 0.5}
            recipe = tiny_recipe({"cache_features": cache, "epochs": 3, "learning_rate": 0.02}, network=network)
            training = training_of(tmp_path / str(cache), recipe, stop)
            fit(training)
            histories[cache] = history_of(training)
        assert len(histories[True]) == 3
        for kept, computed in zip(histories[True], histories[False], strict=True):
            assert kept == pytest.approx(computed, rel=1e-3)
        assert read_run(tmp_path / "True").info["feature_cache"]["pictures"] == 40
        assert "feature_cache" not in read_run(tmp_path / "False").info

    def test_runs_with_the_same_backbone_share_features(self, tmp_path: Path, stop: StopRequest) -> None:
        from training.images.fit import fit

        for name, units in (("a", [4]), ("b", [8, 4])):
            fit(training_of(tmp_path / name, tiny_recipe(network={"units": units}), stop))
        told = [read_run(tmp_path / name).info["feature_cache"]["reused"] for name in ("a", "b")]
        assert told == [False, True]
        fit(training_of(tmp_path / "c", tiny_recipe(network={"backbone": "small_cnn"}), stop))
        assert read_run(tmp_path / "c").info["feature_cache"]["reused"] is False

    def test_augmented_pictures_have_no_features_to_keep(self, tmp_path: Path, stop: StopRequest) -> None:
        from training.images.fit import fit

        training = training_of(tmp_path / "run", tiny_recipe(augment={"flip": True}), stop)
        fit(training)
        assert "augmentation makes every image new" in training.console.file.getvalue()
        assert "feature_cache" not in read_run(tmp_path / "run").info

    def test_the_untrained_network_and_the_training_data_are_measured_where_asked(
        self, tmp_path: Path, stop: StopRequest
    ) -> None:
        from training.images.fit import TrainingImages, fit

        phase = {"measure_untrained": True, "measure_train_again": True, "learning_rate": 0.05}
        recipe = tiny_recipe(phase, network={"dropout": 0.5})
        training = training_of(tmp_path / "run", recipe, stop, pictures=TrainingImages(*images(24), *images(24)))
        fit(training)
        untrained, *epochs = training.run.history
        assert (untrained["phase"], untrained["epoch"]) == (1, 0)
        assert untrained["loss"] == pytest.approx(untrained["val_loss"])
        for one in epochs:
            assert one["train_loss"] == pytest.approx(one["val_loss"], rel=1e-4)
            assert one["train_accuracy"] == one["val_accuracy"]
            assert one["loss"] != pytest.approx(one["val_loss"], rel=1e-4)

    def test_the_best_weights_are_kept_and_the_next_phase_begins_with_them(
        self, tmp_path: Path, stop: StopRequest
    ) -> None:
        from training.images.fit import compile_model, fit

        still = {"learning_rate": 1e-12, "epochs": 1, "learn": "all"}
        recipe = tiny_recipe({"learning_rate": 0.3, "epochs": 6, "optimizer": "sgd"}, still)
        training = training_of(tmp_path / "run", recipe, stop)
        fit(training)
        first = [row["val_loss"] for row in training.run.rows(1)]
        assert training.run.rows(2)[0]["val_loss"] == pytest.approx(min(first), rel=1e-4)

        files = sorted(path.name for path in (tmp_path / "run" / "checkpoints").iterdir())
        epoch = first.index(min(first)) + 1
        assert files[0] == f"phase1-epoch{epoch:02d}-{min(first):.4f}.weights.h5"
        assert [name[:15] for name in files[1:]] == ["phase2-epoch01-"]
        run = read_run(tmp_path / "run")
        model = run.load_model()
        compile_model(model, recipe.network, recipe.phases[0])
        loss, _ = model.evaluate(*images(16, seed=1), verbose=0)
        assert loss == pytest.approx(run.info["best"]["value"], rel=1e-4)
        assert (tmp_path / "run" / "curves.png").is_file()
        assert not (tmp_path / "run" / "backup").exists()

    @pytest.mark.parametrize(
        ("network", "phase"),
        [
            ({"binary": True}, {"optimizer": "rmsprop"}),
            ({"outputs": "softmax"}, {"optimizer": "adamw", "schedule": "cosine"}),
            ({"backbone": "small_cnn"}, {"learn": "last", "last": 2, "monitor": "val_accuracy"}),
        ],
        ids=str,
    )
    def test_every_kind_of_output_learns(
        self, tmp_path: Path, stop: StopRequest, network: dict[str, Any], phase: dict[str, Any]
    ) -> None:
        from training.images.fit import fit

        recipe = tiny_recipe({"learning_rate": 0.003, "epochs": 8, **phase}, network={"units": [], **network})
        training = training_of(tmp_path / "run", recipe, stop)
        fit(training)
        rows = training.run.history
        assert rows[-1]["loss"] < 0.85 * rows[0]["loss"]
        if phase.get("schedule") == "cosine":
            assert rows[-1]["learning_rate"] == pytest.approx(0.00015, rel=1e-3)

        pixels, labels = images(16, seed=1)
        outputs = read_run(tmp_path / "run").load_model().predict(pixels, verbose=0)
        answers = outputs[:, 0] > 0 if outputs.shape[1] == 1 else outputs.argmax(axis=1)
        best = training.run.best()
        assert (answers == labels).mean() == pytest.approx(best["val_accuracy"])

    def test_a_phase_that_gets_no_better_ends(self, tmp_path: Path, stop: StopRequest) -> None:
        from training.images.fit import fit

        still = {"learning_rate": 1e-12, "epochs": 9, "patience": 2, "monitor": "val_accuracy"}
        training = training_of(tmp_path / "run", tiny_recipe(still), stop)
        fit(training)
        assert [row["epoch"] for row in training.run.history] == [1, 2, 3]
        assert "val_accuracy was no better for 2 epochs" in training.console.file.getvalue()

    def test_a_loss_that_is_no_number_ends_the_phase_and_is_told(self, tmp_path: Path, stop: StopRequest) -> None:
        from training.images.fit import TrainingFailedError, fit

        wild = {"learning_rate": 1e30, "optimizer": "sgd", "epochs": 5}
        training = training_of(tmp_path / "run", tiny_recipe(wild, network={"units": [4, 4, 4]}), stop)
        with pytest.raises(TrainingFailedError, match="no number from its first epoch on") as caught:
            fit(training)
        assert caught.value.hint == "Lower phases[0].learning_rate."
        assert [row["val_loss"] for row in read_run(tmp_path / "run").history] == [None]

    def test_a_log_has_one_line_an_epoch(self, tmp_path: Path, stop: StopRequest) -> None:
        from training.images.fit import fit

        training = training_of(tmp_path / "run", tiny_recipe({"epochs": 4}), stop)
        fit(training)
        lines = training.console.file.getvalue().splitlines()
        assert [line[:16] for line in lines if line.startswith("phase")] == [f"phase 1 epoch  {n}" for n in range(1, 5)]
        assert "\r" not in training.console.file.getvalue()

    def test_a_terminal_gets_a_bar(self, tmp_path: Path, stop: StopRequest) -> None:
        from training.images.callbacks import EpochBar

        console = Console(file=io.StringIO(), force_terminal=True, width=100)
        with EpochBar("Phase 2", 9, console) as bar:
            bar.set_params({"steps": 3})
            bar.on_epoch_begin(4)
            bar.on_train_batch_end(0)
        assert "Phase 2, epoch 5 of 9" in console.file.getvalue()  # type: ignore[attr-defined]

    def test_a_request_to_stop_ends_it_at_once(self, tmp_path: Path, stop: StopRequest) -> None:
        import keras

        from training.images.fit import fit, save_best_model

        class Swallow(keras.callbacks.Callback):  # type: ignore[misc]
            def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
                if epoch == 2:
                    with pytest.raises(KeyboardInterrupt):
                        signal.raise_signal(signal.SIGINT)

        training = training_of(tmp_path / "run", tiny_recipe({"epochs": 9}), stop, callbacks=(Swallow(),))
        with pytest.raises(KeyboardInterrupt):
            fit(training)
        assert [row["epoch"] for row in training.run.history] == [1, 2]
        assert save_best_model(training)
        assert read_run(tmp_path / "run").load_model().output_shape == (None, 2)

    @pytest.mark.parametrize("asked", [1, 2])
    def test_a_full_disk_is_told_before_it_crashes_and_what_was_trained_can_be_gone_on_with(
        self, tmp_path: Path, stop: StopRequest, monkeypatch: pytest.MonkeyPatch, asked: int
    ) -> None:
        """HDF5 ends the process where it finds no room, so it is looked for before checkpoint and backup."""
        from training.common import full_disk
        from training.images.fit import fit

        training = training_of(tmp_path / "run", tiny_recipe({"cache_features": False}), stop)
        free = iter([10**9] * (asked - 1) + [100])
        with monkeypatch.context() as patch:
            patch.setattr(full_disk.shutil, "disk_usage", lambda folder: SimpleNamespace(free=next(free)))
            with pytest.raises(RunFolderError, match="The disk is full") as caught, disk_errors(tmp_path / "run"):
                fit(training)
        assert "--resume" in caught.value.hint
        fit(training_again(training))
        assert [row["epoch"] for row in read_run(tmp_path / "run").history] == [1, 2]

    def test_features_are_whole_or_not_there(self, tmp_path: Path) -> None:
        from training.images.features import cached_features
        from training.images.network import build_network

        recipe = tiny_recipe()
        network = build_network(recipe, ("a", "b"), None)
        pixels, _ = images(200)
        calls = iter(range(9))

        def interrupt() -> None:
            if next(calls) == 2:
                raise KeyboardInterrupt

        silent = Console(file=io.StringIO())
        with pytest.raises(KeyboardInterrupt):
            cached_features(network, recipe.network, pixels, tmp_path, silent, interrupt)
        assert list(tmp_path.iterdir()) == []
        features = cached_features(network, recipe.network, pixels, tmp_path, silent)
        assert features.values == pytest.approx(pixels.reshape(200, -1) / 255, abs=1e-6)


def training_again(training: Any) -> Any:
    """As another process would go on."""
    from dataclasses import replace

    from training.images.network import build_network
    from training.images.run_writer import RunWriter

    run = read_run(training.run.folder)
    network = build_network(run.recipe, run.labels, None)
    return replace(training, run=RunWriter(run), network=network, callbacks=())


def test_why_a_phase_is_over() -> None:
    from training.images.callbacks import end_reason

    phase = PhaseRecipe(epochs=4, patience=2)
    assert end_reason([], phase) == ""
    assert end_reason([row(1, 0, None)], phase) == ""
    assert end_reason([row(1, 1, 0.5), row(1, 2, 0.6)], phase) == ""
    assert end_reason([row(1, 1, 0.5), row(1, 2, 0.6), row(1, 3, 0.5)], phase) == "val_loss was no better for 2 epochs"
    assert end_reason([row(1, n, 1 / n) for n in range(1, 5)], phase) == "all epochs are done"
    assert "no number" in end_reason([row(1, 1, None)], phase)
