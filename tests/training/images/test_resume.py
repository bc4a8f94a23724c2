"""A training that was killed goes on as if nothing had happened."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from tests.fakes.image_runs import begun_run, images, tiny_recipe
from training.common.stop_request import StopRequest
from training.images.run_folder import read_run
from training.images.run_writer import RunWriter

ROOT = Path(__file__).parents[3]

RECIPE = tiny_recipe(
    {"epochs": 3, "learning_rate": 0.02, "measure_untrained": True},
    {"epochs": 3, "learning_rate": 0.01, "learn": "all", "schedule": "cosine", "optimizer": "adamw", "patience": 3},
    augment={"flip": True, "rotation": 0.1},
    network={"backbone": "small_cnn", "dropout": 0.5},
)
KEPT_FEATURES = tiny_recipe(
    {"epochs": 4, "learning_rate": 0.02, "measure_train_again": True},
    network={"backbone": "small_cnn", "dropout": 0.5},
)

KILLED = """
import os, signal, sys
from pathlib import Path
import keras
from tests.training.images import test_resume
class Kill(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch == 1 and self.model.optimizer.iterations == 8:
            os.kill(os.getpid(), signal.SIGKILL)
test_resume.train(Path(sys.argv[1]), test_resume.KEPT_FEATURES, (Kill(),))
"""


class Killed(BaseException):
    """Like a kill, it is handled by nobody."""


def train(folder: Path, recipe: Any, callbacks: tuple[Any, ...] = ()) -> Any:
    """Begin a run, or go on with it, as a new process would."""
    from training.images.fit import Training, TrainingImages, fit
    from training.images.network import build_network

    run = RunWriter(read_run(folder)) if folder.exists() else begun_run(folder, recipe)
    network = build_network(recipe, ("dark", "light"), None)
    shown = TrainingImages(*images(24), *images(16, seed=1))
    stop = StopRequest(with_stdin=False)
    try:
        console = Console(file=io.StringIO())
        fit(Training(run, network, shown, folder.parent / "cache", stop, console, callbacks=callbacks))
    finally:
        stop.close()
    return network


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """The history without how long epochs took."""
    return [{key: value for key, value in row.items() if key != "seconds"} for row in read_run(folder).history]


def assert_same_history(folder: Path, expected: list[dict[str, Any]]) -> None:
    rows = rows_of(folder)
    assert [(row["phase"], row["epoch"]) for row in rows] == [(row["phase"], row["epoch"]) for row in expected]
    for ours, theirs in zip(rows, expected, strict=True):
        assert ours == pytest.approx(theirs, rel=1e-4)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that was not interrupted."""
    folder = tmp_path_factory.mktemp("whole") / "run"
    train(folder, RECIPE)
    return folder


class TestResume:
    """These import Keras, which takes seconds, so they share one class to say so."""

    @pytest.mark.parametrize(
        "moments",
        [
            [("batch", 1, 0), ("batch", 1, 2)],
            [("recorded", 1, 1), ("batch", 2, 0)],
            [("backed up", 1, 2), ("recorded", 2, 0), ("backed up", 2, 2)],
        ],
        ids=str,
    )
    def test_a_killed_training_goes_on_as_if_it_had_not_been(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: Path, moments: list[tuple[str, int, int]]
    ) -> None:
        from training.common.callbacks import Backup
        from training.images.callbacks import EarlyStopping

        folder = tmp_path / "run"
        for moment, phase, epoch in moments:
            with monkeypatch.context() as patch:
                # the backup dies before it is made, or what comes after it
                for kind in {"recorded": (Backup,), "backed up": (EarlyStopping,)}.get(moment, ()):
                    patch.setattr(kind, "on_epoch_end", dying(phase, epoch, kind.on_epoch_end))
                with pytest.raises(Killed):
                    train(folder, RECIPE, (killer(phase, epoch),) if moment == "batch" else ())
        network = train(folder, RECIPE)
        assert_same_history(folder, rows_of(whole))
        expected = read_run(whole).load_model()
        for ours, theirs in zip(network.model.get_weights(), expected.get_weights(), strict=True):
            assert ours == pytest.approx(theirs, abs=1e-4)
        files = [sorted(path.name for path in (run / "checkpoints").iterdir()) for run in (folder, whole)]
        assert files[0] == files[1]

    @pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
    def test_a_process_that_was_killed_is_gone_on_with(self, tmp_path: Path) -> None:
        train(tmp_path / "whole" / "run", KEPT_FEATURES)
        folder = tmp_path / "killed" / "run"
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(folder)], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == -signal.SIGKILL, done.stderr
        assert [row["epoch"] for row in rows_of(folder)] == [1]
        assert read_run(folder).info["state"] == "running"
        train(folder, KEPT_FEATURES)
        assert_same_history(folder, rows_of(tmp_path / "whole" / "run"))

    def test_what_is_done_is_not_repeated(self, whole: Path) -> None:
        before = read_run(whole)
        train(whole, RECIPE, (killer(1, 0), killer(2, 0)))
        assert read_run(whole).history == before.history

    def test_a_backup_that_was_cut_off_is_not_used(self, tmp_path: Path) -> None:
        from training.common.callbacks import epochs_backed_up, newest_backup

        assert epochs_backed_up(tmp_path) == 0
        for name in ("epoch0009", "epoch0010", ".new"):
            (tmp_path / name).mkdir()
        assert newest_backup(tmp_path) == tmp_path / "epoch0010"
        assert epochs_backed_up(tmp_path) == 10


def phase_of(callback: Any) -> int:
    """Which phase of the recipe is trained: they differ in their optimizers."""
    return {"Adam": 1, "AdamW": 2}[type(callback.model.optimizer).__name__]


def killer(phase: int, epoch: int) -> Any:
    """A callback that dies within an epoch, from 0, of a phase."""
    import keras

    class Killer(keras.callbacks.Callback):  # type: ignore[misc]
        def on_epoch_begin(self, at: int, logs: Any = None) -> None:
            self.dies = (phase_of(self), at) == (phase, epoch)

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            if self.dies and batch == 3:
                raise Killed

    return Killer()


def dying(phase: int, epoch: int, method: Any) -> Any:
    """A method of a callback that dies at the end of an epoch, from 0, of a phase, before it does anything."""

    def on_epoch_end(self: Any, at: int, logs: Any = None) -> None:
        if (phase_of(self), at) == (phase, epoch):
            raise Killed
        method(self, at, logs)

    return on_epoch_end
