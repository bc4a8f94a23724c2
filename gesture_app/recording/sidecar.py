"""The JSON file with a sample's metadata, beside its image."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import chain

import numpy as np

from gesture_app.domain.frames.frame import LANDMARK_COUNT, Float32Array, Hand, Handedness, Prediction
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.frames.sensitivity import IntentThresholds
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.storage.decoding import decode, parse_json, require_version

VERSION = 1
"""Version of the format; increased when older programs would misread it."""

MAX_BYTES = 64 * 1024
"""Maximum size of a sidecar, which usually has about 2 kB."""

_FAR = 1e30
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, eq=False)
class Sidecar:
    """The content of a sidecar.

    Attributes:
        info: The sample's metadata.
        image_sha256: Digest of the image, see ``Sample.image_sha256``; in the file, ``picture_sha256``.
        revision: Number of moves between folders: of two sidecars of one sample, the one with more is valid.
        deleted_at: Time of moving it to the trash, ISO 8601 in UTC; empty outside the trash.
    """

    info: SampleInfo
    image_sha256: str
    revision: int = 0
    deleted_at: str = ""

    def to_json(self) -> dict[str, object]:
        """The content of the file as plain values for JSON."""
        info, prediction = self.info, self.info.prediction
        read_as: dict[str, object] | None = None
        if prediction is not None:
            read_as = {
                "labels": list(prediction.labels.labels),
                "probabilities": _plain(prediction.probabilities),
                "reject_threshold": prediction.reject_threshold,
            }
            if prediction.intent_thresholds is not None:
                read_as["intent_thresholds"] = asdict(prediction.intent_thresholds)
        return {
            "version": VERSION,
            "session": info.session,
            "number": info.number,
            "label": info.label,
            "taken_at": info.taken_at,
            "camera": info.camera,
            "handedness": info.hand.handedness.value,
            "handedness_score": info.hand.score,
            "landmarks_px": [_plain(point) for point in info.hand.landmarks_px],
            "region_wh": list(info.region_wh),
            "model": info.model_id,
            "prediction": read_as,
            "picture_sha256": self.image_sha256,
            "revision": self.revision,
            "deleted_at": self.deleted_at,
            **({"person": info.person} if info.person else {}),
            **({"forgotten": True} if info.is_forgotten else {}),
            **({"is_correction": True} if info.is_correction else {}),
        }

    def to_bytes(self) -> bytes:
        """The content of the file as bytes."""
        return (json.dumps(self.to_json(), ensure_ascii=False) + "\n").encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> Sidecar:
        """Parse the content of a file.

        Raises:
            ValueError: If it is not JSON, of a newer version, or something is missing or invalid.
        """
        return cls.from_json(parse_json(content, max_bytes=MAX_BYTES))

    @classmethod
    def from_json(cls, data: object) -> Sidecar:
        """A sidecar from the plain values of its file.

        Raises:
            ValueError: If it is of a newer version, or something is missing or invalid.
        """
        require_version(data, "version", VERSION)
        saved = decode(_SavedSidecar, data)
        if not _SHA256.fullmatch(saved.picture_sha256):
            raise ValueError("its 'picture_sha256' is not a SHA-256 digest")
        return cls(_sample_info(saved), saved.picture_sha256, saved.revision, saved.deleted_at)


@dataclass(frozen=True)
class _SavedPrediction:
    labels: tuple[str, ...]
    probabilities: tuple[float, ...]
    reject_threshold: float
    intent_thresholds: IntentThresholds | None = None


@dataclass(frozen=True)
class _SavedSidecar:
    """The keys of a sidecar and their types."""

    session: str
    number: int
    label: str
    taken_at: str
    camera: str
    handedness: Handedness
    handedness_score: float
    landmarks_px: tuple[tuple[float, float, float], ...]
    region_wh: tuple[int, int]
    model: str
    prediction: _SavedPrediction | None
    picture_sha256: str
    revision: int
    deleted_at: str
    person: str = ""
    forgotten: bool = False
    is_correction: bool = False


def _sample_info(saved: _SavedSidecar) -> SampleInfo:
    if len(saved.landmarks_px) != LANDMARK_COUNT:
        raise ValueError(f"its 'landmarks_px' are not {LANDMARK_COUNT} points")
    _require_finite("landmarks_px", chain.from_iterable(saved.landmarks_px))
    _require_finite("handedness_score", [saved.handedness_score])
    if saved.number == 0:
        raise ValueError("its 'number' is 0")
    landmarks_px = np.array(saved.landmarks_px, dtype=np.float32)
    return SampleInfo(
        session=saved.session,
        number=saved.number,
        label=saved.label,
        taken_at=saved.taken_at,
        camera=saved.camera,
        hand=Hand(landmarks_px, saved.handedness, saved.handedness_score),
        region_wh=saved.region_wh,
        model_id=saved.model,
        prediction=None if saved.prediction is None else _prediction(saved.prediction),
        person=saved.person,
        is_forgotten=saved.forgotten,
        is_correction=saved.is_correction,
    )


def _prediction(saved: _SavedPrediction) -> Prediction:
    _require_finite("probabilities", saved.probabilities)
    _require_finite("reject_threshold", [saved.reject_threshold])
    probabilities = np.array(saved.probabilities, dtype=np.float32)
    return Prediction(GestureSet.of(saved.labels), probabilities, saved.reject_threshold, saved.intent_thresholds)


def _plain(numbers: Float32Array) -> list[float]:
    """The shortest decimal numbers that convert back to the same float32."""
    return [float(str(number)) for number in numbers]


def _require_finite(name: str, numbers: Iterable[float]) -> None:
    # Beyond 1e30 a float32 may become infinite, and no pixel is that far away.
    if not all(math.isfinite(number) and abs(number) < _FAR for number in numbers):
        raise ValueError(f"its {name!r} are not all finite numbers")
