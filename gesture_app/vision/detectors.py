"""Registry of hand detectors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from gesture_app.domain.ports import DetectionMode, HandDetector
from gesture_app.packages import is_installed

if TYPE_CHECKING:
    from gesture_app.vision.detection.networks import HandNetworks


# The functions import OpenCV and the runtimes, which commands that only ask for names do not need.
def _mediapipe() -> HandNetworks:
    from gesture_app.vision.mediapipe.networks import MEDIAPIPE_NETWORKS

    return MEDIAPIPE_NETWORKS


def _onnx() -> HandNetworks:
    from gesture_app.vision.onnx.networks import onnx_networks

    return onnx_networks()


DETECTORS: Mapping[str, Callable[[], HandNetworks]] = {
    "mediapipe": _mediapipe,
    "onnx": _onnx,
}
"""The runtimes of the hand networks by name; each function gives what opens them. All run :data:`NETWORKS_ID`."""

DEFAULT_DETECTOR = "onnx"
"""Name of the detector in use, unless another one is chosen."""

_OPTIONAL_PACKAGES = {"mediapipe": "mediapipe"}
"""The package that a detector needs, where the program also runs without it."""

NETWORKS_ID = "mediapipe-hands-0.10.21"
"""Id of the networks that all detectors run, and their version: models depend on the landmarks that they give."""


def installed_detectors(has_package: Callable[[str], bool] = is_installed) -> tuple[str, ...]:
    """Names of the detectors whose package is installed, the default first. Nothing is imported.

    Args:
        has_package: Whether a package is installed.
    """
    installed = [name for name in DETECTORS if name not in _OPTIONAL_PACKAGES or has_package(_OPTIONAL_PACKAGES[name])]
    return tuple(sorted(installed, key=lambda name: (name != DEFAULT_DETECTOR, name)))


def open_hand_detector(
    mode: DetectionMode, max_hands: int = 2, *, thorough: bool = True, detector: str = DEFAULT_DETECTOR
) -> HandDetector:
    """Open a registered hand detector.

    Args:
        mode: Whether frames follow each other or stand alone.
        max_hands: Maximum number of hands per frame. In video, one is about twice as fast as two.
        thorough: Whether to spend more time on images in which no hand is found at first, and to refine landmarks.
            Concerns independent images only. The shipped model was trained on hands found without it.
        detector: One of :data:`DETECTORS`.

    Raises:
        ValueError: If ``max_hands`` is below 1, or the name is not registered.
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If a package that the detector needs cannot be imported.
    """
    if max_hands < 1:
        raise ValueError(f"max_hands must be at least 1, got {max_hands}")
    if detector not in DETECTORS:
        raise ValueError(f"detector must be one of {', '.join(DETECTORS)}, got {detector!r}")
    from gesture_app.vision.detection.hand_detector import open_staged_detector

    return open_staged_detector(mode, max_hands, DETECTORS[detector](), thorough=thorough)


def networks_bytes(detector: str) -> int:
    """Read the files of a detector's networks, and return their size.

    Args:
        detector: One of :data:`DETECTORS`.

    Raises:
        DetectorError: If one is missing or damaged.
    """
    return DETECTORS[detector]().networks_bytes()


def open_lenient_detector(max_hands: int = 4, *, detector: str = DEFAULT_DETECTOR) -> HandDetector:
    """Open a detector that also reports places that only resemble a hand, such as an ear.

    Training runs it on images without hands, so that the model learns to refuse such places.

    Args:
        max_hands: Maximum number of places per image.
        detector: One of :data:`DETECTORS`.

    Raises:
        DetectorError: If its network cannot be loaded.
        MissingDependencyError: If a package that it needs cannot be imported.
    """
    from gesture_app.vision.detection.hand_detector import StagedHandDetector
    from gesture_app.vision.detection.lenient_detector import LenientDetector

    return StagedHandDetector(LenientDetector(max_hands, DETECTORS[detector]()))
