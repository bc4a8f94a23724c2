"""A hand training that was killed or stopped goes on as if nothing had happened."""

from __future__ import annotations

import dataclasses
import io
import json
import signal
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from rich.console import Console

from tests.fakes.hand_samples import hand_sample
from training.cli.main import main
from training.common.run_record import RunFolderError, disk_errors
from training.common.stop_request import StopAskedError, StopRequest
from training.hands.data.splits import Split
from training.hands.recipe import HandRecipe, parse_recipe

LABELS = ("rock", "paper", "none")
SMALL: dict[str, Any] = {
    "name": "small",
    "labels": list(LABELS),
    "seed": 5,
    "model": {"image_units": 8, "landmark_units": [16], "dropout": 0.3, "landmark_dropout": 0.3},
    "data": {"rendered_share": 0.0, "label_weights": {"none": 2.0}},
}
ON_LANDMARKS = parse_recipe(
    {
        **SMALL,
        "input": {"image": False},
        "fine_tune": {
            "epochs": 4,
            "hands_per_epoch": 48,
            "batch_size": 16,
            "learning_rate": 1e-2,
            "weight_decay": 0.01,
        },
    }
)
MEAN_OF_EPOCHS = dataclasses.replace(ON_LANDMARKS, fine_tune=dataclasses.replace(ON_LANDMARKS.fine_tune, swa_epochs=3))
WITH_PICTURE = parse_recipe(
    {
        **SMALL,
        "landmark_pretraining": {"epochs": 2, "hands_per_epoch": 32, "learning_rate": 1e-2, "batch_size": 16},
        "head": {"hands": 128, "epochs": 3, "batch_size": 48, "learning_rate": 1e-2},
        "fine_tune": {
            "from_layer": "block_16_expand",
            "epochs": 2,
            "hands_per_epoch": 16,
            "batch_size": 8,
        },
    }
)


class Killed(BaseException):
    """Like a kill, it is handled by nobody."""


@pytest.fixture
def stop() -> Iterator[StopRequest]:
    request = StopRequest(with_stdin=False)
    yield request
    request.close()


def split() -> Split:
    hands = [hand_sample(label, seed=number) for number, label in enumerate(LABELS * 2)]
    return Split(hands, [hand_sample(label, seed=number) for number, label in enumerate(LABELS * 3, 100)])


def train(folder: Path, recipe: HandRecipe, stop: StopRequest | None) -> Any:
    """Begin a training, or go on with it, as a new process would; without ``stop`` it cannot be gone on with."""
    import keras

    from training.common.checkpoints import Resumption
    from training.hands.phases import fit

    keras.utils.clear_session()
    folder.mkdir(parents=True, exist_ok=True)
    resumption = None if stop is None else Resumption(folder / "backup", stop)
    return fit(split(), recipe, None, folder, Console(file=io.StringIO()), resumption)


def assert_same(ours: Any, theirs: Any) -> None:
    """The same history, and the same final weights, which are those of the kept score."""
    assert [(row["phase"], row["epoch"]) for row in ours.history] == [
        (row["phase"], row["epoch"]) for row in theirs.history
    ]
    for one, other in zip(ours.history, theirs.history, strict=True):
        assert one == pytest.approx(other, abs=2e-4)
    for one, other in zip(ours.model.get_weights(), theirs.model.get_weights(), strict=True):
        assert one == pytest.approx(other, abs=1e-5)


def dying(patch: pytest.MonkeyPatch, kind: Any, method: str, phase: str, epoch: int) -> None:
    """Let a callback die before it does anything.

    Args:
        patch: Undoes it.
        kind: The callback's class.
        method: ``on_epoch_end``, or ``on_train_batch_end``: then at the second batch.
        phase: In which phase, as :func:`phase_of` has it.
        epoch: In which epoch of it, from 0.
    """
    original = getattr(kind, method)
    began: dict[Any, int] = {}
    on_epoch_begin = kind.on_epoch_begin

    def begin(self: Any, at: int, logs: Any = None) -> None:
        began[self] = at
        on_epoch_begin(self, at, logs)

    def die(self: Any, at: int, logs: Any = None) -> None:
        is_due = phase_of(self.model) == phase and began.get(self) == epoch
        if is_due and (method == "on_epoch_end" or at == 1):
            raise Killed
        original(self, at, logs)

    patch.setattr(kind, "on_epoch_begin", begin)
    patch.setattr(kind, method, die)


def phase_of(model: Any) -> str:
    """Which phase a model is trained in: by what it sees."""
    seen = {tensor.name for tensor in model.inputs}
    return "head" if "features" in seen else "landmarks" if seen == {"landmarks"} else "fine-tune"


@pytest.fixture(scope="module")
def on_landmarks(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A training that was not interrupted, and could not have been gone on with."""
    return train(tmp_path_factory.mktemp("whole"), ON_LANDMARKS, None)


@pytest.fixture
def small_backbone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network with the name of a layer of MobileNetV2, which itself takes many seconds."""
    from training.hands import phases as fit

    def build(_: object) -> Any:
        import keras

        picture = keras.Input((128, 128, 3))
        fixed = keras.layers.AveragePooling2D(16)(picture)
        learns = keras.layers.Conv2D(6, 3, strides=2, activation="relu", name="block_16_expand")(fixed)
        normed = keras.layers.BatchNormalization(momentum=0.5)(learns)
        return keras.Model(picture, keras.layers.GlobalAveragePooling2D()(normed))

    monkeypatch.setattr(fit, "build_backbone", build)


class TestResume:
    """These import Keras and train, which takes seconds, so they share one class to say so."""

    @pytest.mark.parametrize(
        "moments",
        [[("batch", 0)], [("batch", 2), ("recorded", 3)], [("backed up", 1), ("recorded", 2)], [("backed up", 3)]],
        ids=str,
    )
    def test_a_killed_training_goes_on_as_if_it_had_not_been(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        stop: StopRequest,
        on_landmarks: Any,
        moments: list[tuple[str, int]],
    ) -> None:
        """Killed while it learns; when an epoch was recorded, but not backed up; and just after it was backed up."""
        from training.common.callbacks import Backup, StopOnRequest

        kinds = {
            "batch": (StopOnRequest, "on_train_batch_end"),
            "recorded": (Backup, "on_epoch_end"),
            "backed up": (StopOnRequest, "on_epoch_end"),
        }
        for moment, epoch in moments:
            with monkeypatch.context() as patch:
                dying(patch, *kinds[moment], "landmarks", epoch)
                with pytest.raises(Killed):
                    train(tmp_path, ON_LANDMARKS, stop)
        fitted = train(tmp_path, ON_LANDMARKS, stop)
        assert_same(fitted, on_landmarks)
        assert json.loads((tmp_path / "history.json").read_text()) == fitted.history
        assert [path.name for path in (tmp_path / "backup" / "fine-tune").iterdir()] == ["epoch0004"]

    @pytest.mark.parametrize(
        "moments", [[("recorded", 2)], [("backed up", 1), ("backed up", 2)], [("backed up", 3)]], ids=str
    )
    def test_killed_among_the_epochs_whose_mean_is_kept_none_is_forgotten_or_counted_twice(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: StopRequest, moments: list[tuple[str, int]]
    ) -> None:
        from training.common.callbacks import Backup, StopOnRequest

        whole = train(tmp_path / "whole", MEAN_OF_EPOCHS, None)
        assert "held_out_of_mean" in whole.history[-1]
        folder = tmp_path / "run"
        for moment, epoch in moments:
            with monkeypatch.context() as patch:
                dying(patch, Backup if moment == "recorded" else StopOnRequest, "on_epoch_end", "landmarks", epoch)
                with pytest.raises(Killed):
                    train(folder, MEAN_OF_EPOCHS, stop)
        assert_same(train(folder, MEAN_OF_EPOCHS, stop), whole)

    @pytest.mark.usefixtures("small_backbone")
    def test_killed_in_the_second_of_the_runs_whose_mean_is_kept_the_first_is_not_repeated(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: StopRequest
    ) -> None:
        from training.common.callbacks import Backup
        from training.common.checkpoints import BestCheckpoint

        recipe = dataclasses.replace(WITH_PICTURE, fine_tune=dataclasses.replace(WITH_PICTURE.fine_tune, soup_runs=2))
        whole = train(tmp_path / "whole", recipe, None)
        assert [row["phase"] for row in whole.history[-4:]] == ["fine-tune-2"] * 3 + ["mean"]
        folder, begun = tmp_path / "run", []
        on_epoch_end, on_train_begin = Backup.on_epoch_end, BestCheckpoint.on_train_begin

        def begin(self: Any, logs: Any = None) -> None:
            begun.append(self.checkpoint.name)
            on_train_begin(self, logs)

        def die(self: Any, epoch: int, logs: Any = None) -> None:
            if begun[-1] == "fine-tune-2.weights.h5" and epoch == 1:
                raise Killed
            on_epoch_end(self, epoch, logs)

        monkeypatch.setattr(BestCheckpoint, "on_train_begin", begin)
        with monkeypatch.context() as patch:
            patch.setattr(Backup, "on_epoch_end", die)
            with pytest.raises(Killed):
                train(folder, recipe, stop)
        begun.clear()
        assert_same(train(folder, recipe, stop), whole)
        assert begun == ["fine-tune-2.weights.h5"]

    @pytest.mark.usefixtures("small_backbone")
    def test_every_phase_is_gone_on_with_and_none_is_repeated(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: StopRequest
    ) -> None:
        from training.common.callbacks import Backup
        from training.common.checkpoints import BestCheckpoint

        whole = train(tmp_path / "whole", WITH_PICTURE, None)
        assert not (tmp_path / "whole" / "backup").exists()
        folder = tmp_path / "run"
        scored: list[tuple[str, int]] = []
        on_epoch_end = BestCheckpoint.on_epoch_end

        def count(self: Any, epoch: int, logs: Any = None) -> None:
            scored.append((phase_of(self.model), epoch))
            on_epoch_end(self, epoch, logs)

        monkeypatch.setattr(BestCheckpoint, "on_epoch_end", count)
        for phase in ("head", "fine-tune"):
            with monkeypatch.context() as patch:
                dying(patch, Backup, "on_epoch_end", phase, 1)
                with pytest.raises(Killed):
                    train(folder, WITH_PICTURE, stop)
        assert_same(train(folder, WITH_PICTURE, stop), whole)
        trained = {"landmarks": [0, 1], "head": [0, 1, 1, 2], "fine-tune": [0, 1, 1]}
        assert scored == [(phase, epoch) for phase, epochs in trained.items() for epoch in epochs]

        assert_same(train(folder, WITH_PICTURE, stop), whole)
        assert len(scored) == 9

    @pytest.mark.usefixtures("small_backbone")
    def test_asked_to_stop_before_the_whole_model_learns_it_ends(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: StopRequest
    ) -> None:
        from training.common.callbacks import StopOnRequest

        def ask(self: Any, batch: int, logs: Any = None) -> None:
            with pytest.raises(KeyboardInterrupt):  # a library may swallow it
                signal.raise_signal(signal.SIGINT)

        monkeypatch.setattr(StopOnRequest, "on_train_batch_begin", ask)
        with pytest.raises(StopAskedError):
            train(tmp_path, WITH_PICTURE, stop)
        assert [row["phase"] for row in json.loads((tmp_path / "history.json").read_text())] == ["landmarks"]

    @pytest.mark.parametrize("asked", [1, 2])
    def test_a_full_disk_is_told_and_what_was_trained_can_be_gone_on_with(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: StopRequest, on_landmarks: Any, asked: int
    ) -> None:
        """Free space is checked before the first checkpoint and the first backup."""
        from training.common import full_disk

        free = iter([10**9] * (asked - 1) + [100])
        with monkeypatch.context() as patch:
            patch.setattr(full_disk.shutil, "disk_usage", lambda folder: SimpleNamespace(free=next(free, 100)))
            with pytest.raises(RunFolderError, match="The disk is full") as caught, disk_errors(tmp_path):
                train(tmp_path, ON_LANDMARKS, stop)
        assert "--resume" in caught.value.hint
        assert_same(train(tmp_path, ON_LANDMARKS, stop), on_landmarks)

    def test_a_damaged_backup_is_told(self, tmp_path: Path, stop: StopRequest) -> None:
        from training.common.checkpoints import BestWeights, PhaseProgress, Resumption, TrainingHistory

        backup = tmp_path / "backup" / "head" / "epoch0001"
        backup.mkdir(parents=True)
        PhaseProgress(BestWeights(0.5, [np.ones(2)]), [{"phase": "head", "epoch": 1}]).write(backup)
        history = TrainingHistory(tmp_path, Console(file=io.StringIO()), Resumption(tmp_path / "backup", stop))
        progress = history.progress_of("head")
        assert progress is not None
        assert (progress.best.score, progress.rows) == (0.5, [{"phase": "head", "epoch": 1}])
        (backup / "best.npz").write_bytes(b"PK")
        with pytest.raises(RunFolderError, match="cannot be used") as caught:
            history.progress_of("head")
        assert "without --resume" in caught.value.hint

    def test_the_order_of_kept_hands_is_another_in_each_epoch_and_the_same_again(self) -> None:
        from training.hands.data.batches import CachedBatches

        rows = np.arange(10)
        batches = CachedBatches({"features": rows}, np.stack([rows, rows], axis=1), 4, seed=1)

        def epoch(number: int) -> list[int]:
            batches.epoch = number
            given = [batches[index] for index in range(len(batches))]
            assert [len(truth) for _, truth in given] == [4, 4, 2]
            assert all(np.array_equal(inputs["features"], truth[:, 0]) for inputs, truth in given)
            return [int(row) for _, truth in given for row in truth[:, 0]]

        first, second = epoch(0), epoch(1)
        assert first != second
        assert sorted(first) == sorted(second) == rows.tolist()
        assert epoch(0) == first


RECIPE = """
name = "tiny"
labels = ["rock", "paper", "none"]
[input]
image = false
[model]
landmark_units = [8]
[fine_tune]
epochs = 3
hands_per_epoch = 32
batch_size = 16
learning_rate = 1e-2
[data]
validation_sources = ["held"]
rendered_share = 0.0
"""


class TestCommand:
    """These import Keras and export, which takes seconds, so they share one class to say so."""

    @pytest.fixture
    def hands(self) -> list[Any]:
        return [
            hand_sample(label, source, seed=number)
            for source in ("photos", "held")
            for number, label in enumerate(LABELS)
        ]

    @pytest.fixture
    def recipe(self, tmp_path: Path) -> Path:
        file = tmp_path / "tiny.toml"
        file.write_text(RECIPE)
        return file

    @pytest.fixture
    def train(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recipe: Path, hands: list[Any]) -> Any:
        from training.hands import trainer as train_hands

        monkeypatch.setattr(train_hands, "data_folders", lambda *_: [])
        monkeypatch.setattr(train_hands, "read_samples", lambda *_: hands)
        return lambda *options: main(["train", str(recipe), "--runs", str(tmp_path / "runs"), *options])

    def test_ctrl_c_writes_the_best_so_far_and_resume_goes_on(
        self, train: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        from training.common.callbacks import StopOnRequest

        folder = tmp_path / "runs" / "tiny"
        model = folder / "model" / "tiny"
        with monkeypatch.context() as patch:
            patch.setattr(StopOnRequest, "on_epoch_end", lambda *_: signal.raise_signal(signal.SIGINT))
            assert train("--resume") == 130
        assert "Go on with the same command and --resume." in capsys.readouterr().out
        assert (model / "manifest.json").is_file()
        assert state_of(folder) == "stopped"
        assert str(tmp_path) not in (folder / "training.json").read_text()

        assert train("--resume") == 0
        assert state_of(folder) == "done"
        assert [row["epoch"] for row in json.loads((folder / "history.json").read_text())] == [0, 1, 2, 3]
        assert not (folder / "backup").exists()
        capsys.readouterr()
        assert train("--resume") == 0
        assert "is done already" in capsys.readouterr().out
        assert train("--resume", "--out", str(tmp_path / "elsewhere")) == 2
        assert "there is no model in" in capsys.readouterr().err

    def test_stopped_while_the_model_is_written_it_is_written_by_resume(
        self, train: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        from training.common.checkpoints import BestCheckpoint
        from training.hands import trainer as train_hands

        with monkeypatch.context() as patch:
            patch.setattr(train_hands, "write_model", lambda *_, **__: signal.raise_signal(signal.SIGTERM))
            assert train() == 130
        folder = tmp_path / "runs" / "tiny"
        assert f"No model is written; what was trained is kept in {folder}" in capsys.readouterr().out
        assert state_of(folder) == "stopped"
        monkeypatch.delattr(BestCheckpoint, "on_epoch_end")
        assert train("--resume") == 0
        assert (folder / "model" / "tiny" / "manifest.json").is_file()

    def test_a_changed_recipe_or_other_data_are_not_gone_on_with_but_begun_anew(
        self,
        train: Any,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        recipe: Path,
        hands: list[Any],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        from training.hands import trainer as train_hands

        begun: list[int] = []

        def fit(*_: Any) -> None:
            begun.append(len(list((tmp_path / "runs" / "tiny").glob("backup/*"))))
            (tmp_path / "runs" / "tiny" / "backup" / "fine-tune").mkdir(parents=True, exist_ok=True)
            raise StopAskedError

        monkeypatch.setattr(train_hands, "fit", fit)
        assert train() == 130
        recipe.write_text(RECIPE.replace("landmark_units = [8]", "landmark_units = [9]"))
        assert train("--resume") == 2
        told = capsys.readouterr().err
        assert "model.landmark_units was [8] and is [9] now" in told
        assert "without --resume" in told
        recipe.write_text(RECIPE)
        hands[0] = dataclasses.replace(hands[0], region_jpeg=b"another")
        assert train("--resume") == 2
        assert "the images are not those that it began with" in capsys.readouterr().err
        assert begun == [0]
        assert train() == 130
        assert train("--resume") == 130
        assert begun == [0, 0, 1]

    def test_other_weights_are_not_gone_on_with(self, tmp_path: Path) -> None:
        from training.hands.run import begun_with, open_run

        open_run(tmp_path, begun_with(WITH_PICTURE, split(), "imagenet"), resume=True)
        open_run(tmp_path, begun_with(WITH_PICTURE, split(), "imagenet"), resume=True)
        with pytest.raises(RunFolderError, match="its weights were imagenet and are none now"):
            open_run(tmp_path, begun_with(WITH_PICTURE, split(), "none"), resume=True)
        (tmp_path / "training.json").write_text('{"state": "running"}')
        with pytest.raises(RunFolderError, match="cannot be used"):
            open_run(tmp_path, begun_with(WITH_PICTURE, split(), "none"), resume=True)

    def test_weights_that_are_not_there_are_told_first(
        self, train: Any, recipe: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        recipe.write_text('name = "tiny"')
        assert train("--weights", "nowhere.weights.h5") == 2
        assert "nowhere.weights.h5 cannot be read" in capsys.readouterr().err


def state_of(folder: Path) -> str:
    return str(json.loads((folder / "training.json").read_text())["state"])
