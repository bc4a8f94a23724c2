"""Registry of hand detectors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from gesture_app.domain.ports import DetectionMode, HandDetector


class DetectorFactory(Protocol):
    """Opens one kind of hand detector; takes the arguments of :func:`open_hand_detector`."""

    def __call__(self, mode: DetectionMode, max_hands: int, *, thorough: bool) -> HandDetector:
        """Load the detector.

        Raises:
            DetectorError: If its networks cannot be loaded.
            MissingDependencyError: If a package that it needs cannot be imported.
        """
        ...


def _open_mediapipe(mode: DetectionMode, max_hands: int, *, thorough: bool) -> HandDetector:
    # Imports OpenCV, which commands that only ask for a detector's id do not need.
    from gesture_app.vision.mediapipe.hand_detector import open_mediapipe_detector

    return open_mediapipe_detector(mode, max_hands, thorough=thorough)


DETECTORS: Mapping[str, DetectorFactory] = {
    "mediapipe-hands-0.10.21": _open_mediapipe,
}
"""All hand detectors by id, which names the networks and their version: models depend on a detector's landmarks."""

DEFAULT_DETECTOR = "mediapipe-hands-0.10.21"
"""Id of the detector in use."""


def open_hand_detector(
    mode: DetectionMode, max_hands: int = 2, *, thorough: bool = True, detector_id: str = DEFAULT_DETECTOR
) -> HandDetector:
    """Open a registered hand detector.

    Args:
        mode: Whether frames follow each other or stand alone.
        max_hands: Maximum number of hands per frame. In video, one is about twice as fast as two.
        thorough: Whether to spend more time on images in which no hand is found at first, and to refine landmarks.
            Concerns independent images only. The shipped model was trained on hands found without it.
        detector_id: One of :data:`DETECTORS`.

    Raises:
        ValueError: If ``max_hands`` is below 1, or the id is not registered.
        DetectorError: If the networks cannot be loaded.
        MissingDependencyError: If a package that the detector needs cannot be imported.
    """
    if max_hands < 1:
        raise ValueError(f"max_hands must be at least 1, got {max_hands}")
    if detector_id not in DETECTORS:
        raise ValueError(f"detector_id must be one of {', '.join(DETECTORS)}, got {detector_id!r}")
    return DETECTORS[detector_id](mode, max_hands, thorough=thorough)


def open_lenient_detector(max_hands: int = 4) -> HandDetector:
    """Open a detector that also reports places that only resemble a hand, such as an ear.

    Training runs it on images without hands, so that the model learns to refuse such places.

    Args:
        max_hands: Maximum number of places per image.

    Raises:
        DetectorError: If its network cannot be loaded.
        MissingDependencyError: If a package that it needs cannot be imported.
    """
    from gesture_app.vision.mediapipe.hand_detector import MediaPipeHandDetector
    from gesture_app.vision.mediapipe.lenient_detector import LenientDetector

    return MediaPipeHandDetector(LenientDetector(max_hands))
