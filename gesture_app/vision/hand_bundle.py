"""The hand landmarker's task bundle, put together from the networks that the mediapipe wheel carries."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from gesture_app.errors import DetectorError

_NETWORKS = {
    "hand_detector.tflite": "modules/palm_detection/palm_detection_full.tflite",
    "hand_landmarks_detector.tflite": "modules/hand_landmark/hand_landmark_full.tflite",
}
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def mediapipe_folder() -> Path:
    """Where mediapipe is installed, found without importing it.

    Raises:
        DetectorError: If it is not installed.
    """
    spec = find_spec("mediapipe")
    if spec is None or spec.origin is None:
        raise DetectorError(
            "The package mediapipe is not installed.",
            hint="Install the program again: pip install -c constraints.txt -e .",
        )
    return Path(spec.origin).parent


@cache
def hand_landmarker_bundle() -> bytes:
    """The bytes of ``hand_landmarker.task``: an uncompressed zip of the palm detector and the landmark network.

    Source: https://github.com/google-ai-edge/mediapipe, hand_landmarker_graph.cc names the two entries.

    Raises:
        DetectorError: If the installed mediapipe does not carry the networks.
    """
    folder = mediapipe_folder()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as bundle:
        for entry, network in _NETWORKS.items():
            try:
                content = (folder / network).read_bytes()
            except OSError as error:
                raise DetectorError(
                    f"The installed mediapipe lacks the network {network}.",
                    hint="Install the pinned release: pip install -c constraints.txt mediapipe",
                ) from error
            bundle.writestr(zipfile.ZipInfo(entry, date_time=_FIXED_DATE), content)
    return buffer.getvalue()
