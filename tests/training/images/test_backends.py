"""The same recipe gives the same curve on TensorFlow and on JAX."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.image_processes import WITHOUT_TENSORFLOW, ends, history_of, needs_jax, start
from tests.fakes.image_runs import tiny_recipe

RECIPE = tiny_recipe(
    {"epochs": 2, "learning_rate": 0.01, "measure_untrained": True, "measure_train_again": True},
    {"epochs": 3, "learning_rate": 0.003, "learn": "all", "schedule": "cosine"},
    input={"size": 16},
    network={"backbone": "small_cnn", "units": [8], "outputs": "softmax"},
)
"""Kept features, then all layers. Nothing random in training: backends draw other numbers from the same seed."""

TRAIN = """
import io, sys
from pathlib import Path
from rich.console import Console
from tests.training.images import test_backends
from tests.fakes.image_runs import begun_run, images
from training.images.fit import TrainingImages, Training, fit
from training.images.network import build_network
from training.common.stop_request import StopRequest

folder, weights = Path(sys.argv[1]), Path(sys.argv[2])
network = build_network(test_backends.RECIPE, ("dark", "light"), None)
if weights.exists():
    network.model.load_weights(weights)
else:
    network.model.save_weights(weights)
shown = TrainingImages(*images(64, size=16), *images(32, seed=1, size=16))
run = begun_run(folder, test_backends.RECIPE)
stop = StopRequest(with_stdin=False)
fit(Training(run, network, shown, folder.parent / "cache", stop, Console(file=io.StringIO())))
"""


@needs_jax
def test_tensorflow_and_jax_learn_alike_from_the_same_weights(tmp_path: Path) -> None:
    weights = tmp_path / "begun.weights.h5"
    runs = {backend: tmp_path / backend for backend in ("jax", "tensorflow")}
    for backend, run in runs.items():
        code = WITHOUT_TENSORFLOW + TRAIN if backend == "jax" else TRAIN
        ((rc, _, errors),) = ends([start(code, (run, weights), backend)])
        assert rc == 0, errors

    expected, found = (history_of(run) for run in runs.values())
    assert len(expected) == 6
    assert expected[-1]["val_loss"] < 0.9 * expected[0]["val_loss"]
    for on_jax, on_tensorflow in zip(expected, found, strict=True):
        assert on_tensorflow == pytest.approx(on_jax, rel=1e-2, abs=1e-3)
