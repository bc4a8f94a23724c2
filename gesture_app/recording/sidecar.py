"""What stands beside a sample's picture: a JSON file with all that is known of it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from gesture_app.domain.frames.frame import LANDMARK_COUNT, Float32Array, Hand, Handedness, Prediction
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.samples.sample import SampleInfo

VERSION = 1
"""Of the form of a sidecar; raised when programs of before would misread it."""

MOST_BYTES = 64 * 1024
"""A sidecar is about 2 kB; a longer file than this is none."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, eq=False)
class Sidecar:
    """One sidecar.

    Attributes:
        info: What is known of the sample.
        picture_sha256: Digest of its pixels, see ``Sample.image_sha256``.
        revision: Counts the moves from folder to folder: of two sidecars of one sample, the higher one holds.
        deleted_at: When it was put into the trash, ISO 8601 in UTC; empty outside the trash.
    """

    info: SampleInfo
    picture_sha256: str
    revision: int = 0
    deleted_at: str = ""

    def to_json(self) -> dict[str, object]:
        """The content of the file, before it is text."""
        info, prediction = self.info, self.info.prediction
        read_as = None
        if prediction is not None:
            read_as = {
                "labels": list(prediction.labels.labels),
                "probabilities": _plain(prediction.probabilities),
                "reject_threshold": prediction.reject_threshold,
            }
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
            "picture_sha256": self.picture_sha256,
            "revision": self.revision,
            "deleted_at": self.deleted_at,
        }

    def to_bytes(self) -> bytes:
        """The content of the file."""
        return (json.dumps(self.to_json(), ensure_ascii=False) + "\n").encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> Sidecar:
        """The opposite of :meth:`to_bytes`.

        Raises:
            ValueError: If it is no JSON, of a newer version, or something is missing or makes no sense.
        """
        if len(content) > MOST_BYTES:
            raise ValueError(f"it is longer than {MOST_BYTES:,} bytes")
        try:
            return cls.from_json(json.loads(content.decode()))
        except RecursionError:
            raise ValueError("it is nested too deeply") from None

    @classmethod
    def from_json(cls, data: object) -> Sidecar:
        """The opposite of :meth:`to_json`.

        Raises:
            ValueError: If it is of a newer version, or something is missing or makes no sense.
        """
        if not isinstance(data, Mapping):
            raise ValueError("it holds no object")  # noqa: TRY004 - the file is wrong, not the program
        version = _field(data, "version", int)
        if version > VERSION:
            raise ValueError(f"a newer version of this program wrote it (form {version}, this one reads {VERSION})")
        digest = _field(data, "picture_sha256", str)
        if not _SHA256.fullmatch(digest):
            raise ValueError("its 'picture_sha256' is no digest")
        return cls(_info(data), digest, _field(data, "revision", int), _field(data, "deleted_at", str))


def _info(data: Mapping[str, Any]) -> SampleInfo:
    points = _field(data, "landmarks_px", list)
    if len(points) != LANDMARK_COUNT or not all(isinstance(point, list) and len(point) == 3 for point in points):
        raise ValueError(f"its 'landmarks_px' are not {LANDMARK_COUNT} points of 3")
    landmarks = np.array([_numbers("landmarks_px", point) for point in points], dtype=np.float32)
    score = _numbers("handedness_score", [_field(data, "handedness_score", float, int)])[0]
    hand = Hand(landmarks, Handedness(_field(data, "handedness", str)), score)
    sides = _field(data, "region_wh", list)
    if len(sides) != 2 or not all(type(side) is int for side in sides):
        raise ValueError("its 'region_wh' are not two whole numbers")
    info = SampleInfo(
        session=_field(data, "session", str),
        number=_field(data, "number", int),
        label=_field(data, "label", str),
        taken_at=_field(data, "taken_at", str),
        camera=_field(data, "camera", str),
        hand=hand,
        region_wh=(sides[0], sides[1]),
        model_id=_field(data, "model", str),
        prediction=_prediction(_field(data, "prediction", dict, type(None))),
    )
    if info.number == 0:
        raise ValueError("its 'number' is 0")
    return info


def _prediction(data: Mapping[str, Any] | None) -> Prediction | None:
    if data is None:
        return None
    labels = _field(data, "labels", list)
    if not all(isinstance(label, str) for label in labels):
        raise ValueError("its 'labels' are not all texts")
    probabilities = np.array(_numbers("probabilities", _field(data, "probabilities", list)), dtype=np.float32)
    threshold = _numbers("reject_threshold", [_field(data, "reject_threshold", float, int)])[0]
    return Prediction(GestureSet.of(labels), probabilities, threshold)


def _plain(numbers: Float32Array) -> list[float]:
    """The shortest decimals that give the same float32 again."""
    return [float(str(number)) for number in numbers]


def _numbers(name: str, values: list[Any]) -> list[float]:
    try:
        numbers = [float(value) for value in values if type(value) in {int, float}]
    except OverflowError:
        raise ValueError(f"its {name!r} are too large") from None
    # Beyond this a float32 is infinite, and nothing of a picture is that far.
    if len(numbers) != len(values) or not all(math.isfinite(n) and abs(n) < 1e30 for n in numbers):
        raise ValueError(f"its {name!r} are not all finite numbers")
    return numbers


_KIND_NAMES = {int: "a whole number", float: "a number", str: "a text", list: "a list", dict: "an object"}


def _field(data: Mapping[str, Any], name: str, *kinds: type) -> Any:
    """A field of exactly one of these kinds; true is no number."""
    if name not in data:
        raise ValueError(f"it lacks {name!r}")
    if type(data[name]) not in kinds:
        raise ValueError(f"its {name!r} is not {_KIND_NAMES[kinds[0]]}")
    return data[name]
