"""Which classifier to use on this machine, and why."""

from __future__ import annotations

import logging
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from gesture_app.domain.frames.frame import CROP_SIZE_PX, LANDMARK_COUNT, HandCrop
from gesture_app.domain.ports import Classifier
from gesture_app.errors import GestureAppError
from gesture_app.inference.classifiers.keras_classifier import KerasClassifier, tensorflow_gpus, tensorflow_installed
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.inference.providers import gpu_signs_present

_log = logging.getLogger(__name__)

_WARM_UP_CALLS = 3
_TIMED_CALLS = 9
_MOST_HANDS = 2


class Device(str, Enum):
    """What the person asked for with ``--device``."""

    AUTO = "auto"
    GPU = "gpu"
    CPU = "cpu"


@dataclass(frozen=True)
class Selection:
    """A classifier that is ready, and the reason it was chosen, as one sentence."""

    classifier: Classifier
    reason: str


def select_classifier(
    model: StoredModel,
    device: Device = Device.AUTO,
    *,
    make_cpu: Callable[[StoredModel], Classifier] = OnnxClassifier,
    make_gpu: Callable[[StoredModel], Classifier] = KerasClassifier,
    gpu_may_exist: Callable[[], bool] | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Selection:
    """The classifier for this machine. With ``auto``, both are timed on one crop where there is a GPU.

    TensorFlow is only imported where there are signs of a GPU, since that takes seconds.

    Args:
        model: The model to run.
        device: What the person asked for.
        make_cpu: Makes the CPU classifier.
        make_gpu: Makes the GPU classifier.
        gpu_may_exist: A quick test for signs of a GPU that TensorFlow could use.
        clock: Seconds, for the measurement.

    Raises:
        GestureAppError: If the device asked for cannot be used, or none can.
    """
    if device is Device.CPU:
        return Selection(make_cpu(model), "The CPU was asked for.")
    if device is Device.GPU:
        return Selection(make_gpu(model), "The GPU was asked for.")
    cpu = make_cpu(model)
    gpu: Classifier | None = None
    try:
        if not (gpu_may_exist or _gpu_may_exist)():
            return Selection(cpu, "No GPU that TensorFlow could use was found.")
        gpu = make_gpu(model)
        gpu_ms = median_latency_ms(gpu, clock)
    except Exception as error:  # whatever is wrong with a GPU, the CPU does
        _log.info("no GPU classifier", exc_info=error)
        if gpu is not None:
            gpu.close()
        reason = error.message if isinstance(error, GestureAppError) else f"{type(error).__name__}: {error}."
        return Selection(cpu, f"The GPU cannot be used: {reason}")
    cpu_ms = median_latency_ms(cpu, clock)
    compared = f"{gpu_ms:.1f} ms a hand on the GPU, {cpu_ms:.1f} ms on the CPU."
    if gpu_ms < cpu_ms:
        cpu.close()
        return Selection(gpu, f"Measured {compared}")
    gpu.close()
    return Selection(cpu, f"Measured {compared}")


def median_latency_ms(classifier: Classifier, clock: Callable[[], float] = time.perf_counter) -> float:
    """Median milliseconds to classify one crop, after warming up."""
    crop = grey_crop()
    durations = []
    for call in range(_WARM_UP_CALLS + _TIMED_CALLS):
        start = clock()
        classifier.classify([crop])
        if call >= _WARM_UP_CALLS:
            durations.append((clock() - start) * 1000)
    return statistics.median(durations)


def warm_up(classifier: Classifier) -> None:
    """Let a classifier answer for as many hands as a frame may have: the first answers take longer, and may fail.

    Raises:
        ClassifierError: If it does not answer as its labels want it.
    """
    for hands in range(1, _MOST_HANDS + 1):
        classifier.classify([grey_crop()] * hands)


def grey_crop() -> HandCrop:
    """A crop that shows nothing."""
    grey = np.full((CROP_SIZE_PX, CROP_SIZE_PX, 3), 127, dtype=np.uint8)
    return HandCrop(grey, np.full((LANDMARK_COUNT, 3), 0.5, dtype=np.float32))


def _gpu_may_exist() -> bool:
    return tensorflow_installed() and gpu_signs_present() and bool(tensorflow_gpus())
