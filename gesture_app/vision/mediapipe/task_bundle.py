"""The networks in the mediapipe wheel, and the hand landmarker's task bundle made from them."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.errors import DetectorError

PINNED_RELEASE = Message("Install the pinned release in the program's folder with: {command}").fill(
    command='python -m pip install -c constraints.txt -e ".[mediapipe]"'
)
"""Hint of errors about an unsuitable mediapipe installation."""

_PALM_DETECTOR = "modules/palm_detection/palm_detection_full.tflite"
_LANDMARK_NETWORK = "modules/hand_landmark/hand_landmark_full.tflite"
_NETWORKS = {"hand_detector.tflite": _PALM_DETECTOR, "hand_landmarks_detector.tflite": _LANDMARK_NETWORK}
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def mediapipe_folder() -> Path:
    """The folder of the mediapipe package, found without importing it.

    Raises:
        DetectorError: If it is not installed.
    """
    spec = find_spec("mediapipe")
    if spec is None or spec.origin is None:
        raise DetectorError(
            Message("The package mediapipe is not installed."),
            hint=PINNED_RELEASE,
        )
    return Path(spec.origin).parent


@cache
def hand_landmarker_bundle() -> bytes:
    """The bytes of ``hand_landmarker.task``: an uncompressed zip of the palm detector and the landmark network.

    Source: https://github.com/google-ai-edge/mediapipe, hand_landmarker_graph.cc names the two entries.

    Raises:
        DetectorError: If the installed mediapipe lacks the networks.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as bundle:
        for entry, network in _NETWORKS.items():
            bundle.writestr(zipfile.ZipInfo(entry, date_time=_FIXED_DATE), _network(network))
    return buffer.getvalue()


def landmark_network() -> bytes:
    """The bytes of the landmark network alone.

    Raises:
        DetectorError: If the installed mediapipe lacks it.
    """
    return _network(_LANDMARK_NETWORK)


def _network(name: str) -> bytes:
    try:
        return (mediapipe_folder() / name).read_bytes()
    except OSError as error:
        raise DetectorError(
            Message("The installed mediapipe lacks the network {name}.").fill(name=name),
            hint=PINNED_RELEASE,
        ) from error
