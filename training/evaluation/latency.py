"""Latency of the exported model, relative to plain MobileNetV2 measured in the same run."""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import CROP_SIZE_PX, LANDMARK_COUNT
from gesture_app.errors import ModelError
from gesture_app.inference.library.manifest import ANGLE_INPUT, CROP_INPUT, KERAS_NAME, LANDMARK_INPUT
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.onnx_runtime import open_session

_THREADS = 2
_WARM_UP_RUNS = 20
_RUNS = 300
_MB = 1e6

Run = Callable[[], Any]


def measure_latency(model: StoredModel, runs: int = _RUNS) -> dict[str, Any]:
    """Median and 95th percentile of the time of one prediction, and file sizes.

    Both models run in turn, so that other load on the machine slows both alike. Plain MobileNetV2 gets a scaled float
    image, so scaling counts against the model only. Its weights are random, which does not affect its speed.

    Args:
        model: The model.
        runs: Number of timed predictions of each model.

    Raises:
        ModelError: If the model cannot be run.
    """
    with tempfile.TemporaryDirectory(prefix="latency-") as temporary:
        plain_file = Path(temporary) / "plain.onnx"
        _write_plain(plain_file, len(model.manifest.labels))
        times_ms = _time_in_turns(_runner(model.onnx_file), _runner(plain_file), runs)
        plain_mb = plain_file.stat().st_size / _MB
    medians = [float(np.median(times)) for times in times_ms]
    slow = [float(np.percentile(times, 95)) for times in times_ms]
    return {
        "runs": runs,
        "threads": _THREADS,
        "model": {"median_ms": medians[0], "p95_ms": slow[0], "onnx_mb": model.onnx_file.stat().st_size / _MB}
        | _keras_file_size(model),
        "plain_mobilenet_v2": {"median_ms": medians[1], "p95_ms": slow[1], "onnx_mb": plain_mb},
        "ratio": medians[0] / medians[1],
    }


def _keras_file_size(model: StoredModel) -> dict[str, float]:
    return {"keras_mb": model.keras_file.stat().st_size / _MB} if KERAS_NAME in model.manifest.files else {}


def _write_plain(file: Path, label_count: int) -> None:
    import keras

    plain = keras.applications.MobileNetV2(
        input_shape=(CROP_SIZE_PX, CROP_SIZE_PX, 3), weights=None, classes=label_count, classifier_activation="softmax"
    )
    plain(np.zeros((1, CROP_SIZE_PX, CROP_SIZE_PX, 3), dtype=np.float32))  # else Keras has no shapes to export yet
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "In the future `np.object`", FutureWarning)  # Keras' probe of old numpys
        plain.export(file, format="onnx", verbose=False)


def _runner(file: Path) -> Run:
    """A function that runs one prediction on noise, with the settings of the app's OnnxClassifier."""
    try:
        session = open_session(file, threads=_THREADS)
    except Exception as error:  # onnxruntime's errors share no public base class
        raise ModelError(f"{file.name} cannot be run: {error}", hint="Export the model again.") from error
    inputs = {node.name: _random_input(node.name, node.type) for node in session.get_inputs()}
    return lambda: session.run(None, inputs)


def _random_input(name: str, kind: str) -> npt.NDArray[Any]:
    rng = np.random.default_rng(0)
    if name == LANDMARK_INPUT:
        return rng.random((1, LANDMARK_COUNT, 3), dtype=np.float32)
    if name == ANGLE_INPUT:
        return np.array([[0, 1]], dtype=np.float32)
    crop = rng.integers(0, 256, (1, CROP_SIZE_PX, CROP_SIZE_PX, 3), dtype=np.uint8)
    if name == CROP_INPUT and "uint8" in kind:
        return crop
    return np.asarray(crop / 127.5 - 1, dtype=np.float32)


def _time_in_turns(first: Run, second: Run, runs: int) -> tuple[list[float], list[float]]:
    """Duration of each run of both, in milliseconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(_WARM_UP_RUNS + runs):
        for run, taken in zip((first, second), times, strict=True):
            start_s = time.perf_counter()
            run()
            if number >= _WARM_UP_RUNS:
                taken.append((time.perf_counter() - start_s) * 1000)
    return times
