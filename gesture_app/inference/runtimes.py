"""Registry of classifier runtimes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gesture_app.domain.models.device import Device
from gesture_app.domain.ports import Classifier
from gesture_app.inference.classifiers.keras_classifier import KerasClassifier, tensorflow_finds_gpu
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.model_store import StoredModel


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Runtime:
    """A runtime and the device for which it is chosen.

    Attributes:
        name: Name, for messages.
        device: The device for which it is chosen. :attr:`open` may support others, too.
        open: Opens a model on a device. Raises ``GestureAppError`` if that fails.
        is_available: Quick test whether it can run on this machine.
        unavailable_reason: One sentence for people, given if it cannot.
    """

    name: str
    device: Device
    open: Callable[[StoredModel, Device], Classifier]
    is_available: Callable[[], bool] = _always
    unavailable_reason: str = ""


RUNTIMES: tuple[Runtime, ...] = (
    Runtime("ONNX Runtime", Device.CPU, OnnxClassifier),
    Runtime("Keras", Device.GPU, KerasClassifier, tensorflow_finds_gpu, "No GPU that TensorFlow could use was found."),
)
"""All runtimes. The first one must run on every machine; ``Device.AUTO`` uses another one only if it is faster."""
