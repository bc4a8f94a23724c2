"""Selection of the classifier runtime for this machine."""

from __future__ import annotations

import logging
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.frame import CROP_SIZE_PX, LANDMARK_COUNT, HandCrop
from gesture_app.domain.message import Message
from gesture_app.domain.models.device import Device
from gesture_app.domain.ports import Classifier
from gesture_app.errors import ClassifierError, GestureAppError
from gesture_app.inference.library.model_store import StoredModel
from gesture_app.inference.runtimes import RUNTIMES, Runtime

_log = logging.getLogger(__name__)

_WARM_UP_CALLS = 3
_TIMED_CALLS = 9
_MAX_HANDS = 2


@dataclass(frozen=True)
class Selection:
    """The selected classifier, ready to use, and the reason in one sentence."""

    classifier: Classifier
    reason: str


def select_classifier(
    model: StoredModel,
    device: Device = Device.AUTO,
    *,
    runtimes: Sequence[Runtime] = RUNTIMES,
    clock: Callable[[], float] = time.perf_counter,
) -> Selection:
    """Open a model in the runtime for a device, or, with ``Device.AUTO``, in the fastest runtime.

    A runtime that is not available on this machine is not opened: importing TensorFlow takes seconds.

    Args:
        model: The model to run.
        device: The requested device.
        runtimes: The runtimes to choose from. The first one must run on every machine.
        clock: Seconds, for the measurement.

    Raises:
        GestureAppError: If no runtime for the device works.
    """
    if device is Device.AUTO:
        return _fastest(model, runtimes, clock)
    for runtime in runtimes:
        if runtime.device is device:
            return Selection(runtime.open(model, device), f"The {_shown(device)} was asked for.")
    raise ClassifierError(
        Message("No runtime uses the {device}.").fill(device=_shown(device)), hint=Message("Use --device auto.")
    )


def median_latency_ms(classifier: Classifier, clock: Callable[[], float] = time.perf_counter) -> float:
    """Median time to classify one crop, in milliseconds, after warm-up calls."""
    crop = grey_crop()
    durations_ms = []
    for call in range(_WARM_UP_CALLS + _TIMED_CALLS):
        start_s = clock()
        classifier.classify([crop])
        if call >= _WARM_UP_CALLS:
            durations_ms.append((clock() - start_s) * 1000)
    return statistics.median(durations_ms)


def warm_up(classifier: Classifier) -> None:
    """Run a classifier once for each possible number of hands: first calls take longer, and may fail.

    Raises:
        ClassifierError: If its output does not fit its labels.
    """
    for count in range(1, _MAX_HANDS + 1):
        classifier.classify([grey_crop()] * count)


def grey_crop() -> HandCrop:
    """A uniformly grey crop."""
    grey = np.full((CROP_SIZE_PX, CROP_SIZE_PX, 3), 127, dtype=np.uint8)
    return HandCrop(grey, np.full((LANDMARK_COUNT, 3), 0.5, dtype=np.float32))


@dataclass(frozen=True)
class _Timed:
    label: str
    classifier: Classifier
    latency_ms: float


def _fastest(model: StoredModel, runtimes: Sequence[Runtime], clock: Callable[[], float]) -> Selection:
    """Compare the first runtime with all others that work; on a tie the earlier one wins."""
    first, *others = runtimes
    default = first.open(model, first.device)
    timed: list[_Timed] = []
    reasons: list[str] = []
    for runtime in others:
        result = _timed(model, runtime, _label(runtime, runtimes), clock)
        if isinstance(result, _Timed):
            timed.append(result)
        else:
            reasons.append(result)
    if not timed:
        return Selection(default, " ".join(reasons) or "No other runtime is installed.")
    candidates = [_Timed(_label(first, runtimes), default, median_latency_ms(default, clock)), *timed]
    best = min(candidates, key=lambda one: one.latency_ms)
    for one in candidates:
        if one is not best:
            one.classifier.close()
    latencies = ", ".join(
        f"{one.latency_ms:.1f} ms {'a hand ' if one is timed[0] else ''}on {one.label}"
        for one in [*timed, candidates[0]]
    )
    return Selection(best.classifier, " ".join([f"Measured {latencies}.", *reasons]))


def _timed(model: StoredModel, runtime: Runtime, label: str, clock: Callable[[], float]) -> _Timed | str:
    """Open and time a runtime; the reason if it cannot be used."""
    classifier: Classifier | None = None
    try:
        if not runtime.is_available():
            return runtime.unavailable_reason
        classifier = runtime.open(model, runtime.device)
        return _Timed(label, classifier, median_latency_ms(classifier, clock))
    except Exception as error:  # The first runtime replaces it, whatever is wrong with it.
        _log.info("%s cannot be used", runtime.name, exc_info=error)
        if classifier is not None:
            classifier.close()
        reason = error.message if isinstance(error, GestureAppError) else f"{type(error).__name__}: {error}."
        return f"{label[0].upper()}{label[1:]} cannot be used: {reason}"


def _label(runtime: Runtime, runtimes: Sequence[Runtime]) -> str:
    """Text for a runtime: its device, or its name if others use the same device."""
    is_only_one = sum(other.device is runtime.device for other in runtimes) == 1
    return f"the {_shown(runtime.device)}" if is_only_one else runtime.name


def _shown(device: Device) -> str:
    return device.value.upper()
