"""Conversion of MediaPipe's hand networks from TFLite to the ONNX files in ``models/hands``."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.errors import GestureAppError, one_line
from gesture_app.inference.library.model_store import sha256_of
from gesture_app.native_log import without_native_notices
from gesture_app.storage.atomic import write_atomically
from training.common.export import onnx_outputs
from training.hands import onnx_graph

NETWORKS_MANIFEST_NAME = "networks.json"
PARITY_TOLERANCE = 1e-4
"""Largest difference of an output between TFLite and ONNX, relative to the largest output where that is above 1."""

_OPSET = 15
_SAMPLES = 4
_SCHEMA = 1


class NetworkConversionError(GestureAppError):
    """A network cannot be converted, or the ONNX file gives other outputs."""


@dataclass(frozen=True)
class Network:
    """One network of MediaPipe's hand landmarker.

    Attributes:
        source: Its TFLite file, relative to the mediapipe package.
        file_name: Name of the ONNX file.
        outputs: Names of its outputs by the indices of the TFLite outputs; the others are dropped.
    """

    source: str
    file_name: str
    outputs: Mapping[int, str]


NETWORKS = (
    Network("modules/palm_detection/palm_detection_full.tflite", "palm_detector.onnx", {0: "boxes", 1: "scores"}),
    Network(
        "modules/hand_landmark/hand_landmark_full.tflite",
        "landmark_network.onnx",
        {0: "landmarks", 1: "presence", 2: "handedness"},
    ),
)


@dataclass(frozen=True)
class ConvertedNetwork:
    """Entry of the manifest about one file.

    Attributes:
        sha256: Hash of the ONNX file.
        bytes: Its size.
        made_from: Its TFLite file, relative to the package it comes from.
        made_from_sha256: Hash of that file.
        difference: Largest difference of an output, relative to the largest output where that is above 1.
    """

    sha256: str
    bytes: int
    made_from: str
    made_from_sha256: str
    difference: float


def mediapipe_folder() -> Path:
    """The folder of the installed mediapipe package, found without importing it.

    Raises:
        NetworkConversionError: If it is not installed.
    """
    spec = find_spec("mediapipe")
    if spec is None or spec.origin is None:
        raise NetworkConversionError(
            "The package mediapipe, which carries the networks, is not installed.",
            hint="Name a folder with the same files by --source.",
        )
    return Path(spec.origin).parent


def convert_all(source: Path, folder: Path) -> dict[str, ConvertedNetwork]:
    """Convert all networks, compare their outputs, and write the manifest.

    Args:
        source: Folder of the mediapipe package.
        folder: Folder of the ONNX files and the manifest; created if missing.

    Raises:
        NetworkConversionError: If one cannot be converted, or gives other outputs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries = {network.file_name: convert(network, source, folder) for network in NETWORKS}
    manifest = {
        "schema": _SCHEMA,
        "origin": "https://github.com/google-ai-edge/mediapipe, Hand Landmarker (full), from the wheel on PyPI",
        "package": f"mediapipe {_mediapipe_version()}",
        "licence": "Apache-2.0, Copyright The MediaPipe Authors",
        "made_by": "python -m training hand-networks",
        "files": {name: asdict(entry) for name, entry in entries.items()},
    }
    write_atomically(folder / NETWORKS_MANIFEST_NAME, (json.dumps(manifest, indent=1) + "\n").encode())
    return entries


def convert(network: Network, source: Path, folder: Path) -> ConvertedNetwork:
    """Convert one network and compare its outputs with those of the TFLite file on random images.

    Raises:
        NetworkConversionError: If it cannot be converted, or gives other outputs.
    """
    tflite, onnx_file = source / network.source, folder / network.file_name
    if not tflite.is_file():
        raise NetworkConversionError(f"There is no {tflite}.", hint="Name the folder of mediapipe 0.10.21 by --source.")
    staged = onnx_file.with_suffix(".unchecked")
    try:
        write_network(network, tflite, staged)
        difference = largest_difference(network, tflite, staged)
        if not difference <= PARITY_TOLERANCE:
            raise NetworkConversionError(
                f"{network.file_name} answers otherwise than {tflite.name}, by {difference:.2g}; it was not kept.",
                hint=f"At most {PARITY_TOLERANCE:g} is allowed; use the pinned versions of tf2onnx and onnx.",
            )
        staged.replace(onnx_file)
    finally:
        staged.unlink(missing_ok=True)
    return ConvertedNetwork(
        sha256_of(onnx_file), onnx_file.stat().st_size, network.source, sha256_of(tflite), float(f"{difference:.1e}")
    )


def write_network(network: Network, tflite: Path, path: Path) -> None:
    """Write a network as ONNX: uint8 images of any number in, outputs by name.

    Raises:
        NetworkConversionError: If the converter fails.
    """
    import onnx
    import tf2onnx

    try:
        with without_native_notices():
            model, _ = tf2onnx.convert.from_tflite(str(tflite), opset=_OPSET)
    except ImportError:
        raise
    except Exception as error:  # the converter raises whatever its parsers do
        raise NetworkConversionError(f"{tflite} cannot be converted: {one_line(error)}") from error
    onnx_graph.choose_outputs(model, network.outputs)
    onnx_graph.replace_blocking_layers(model)
    onnx_graph.take_uint8_batches(model)
    onnx_graph.drop_unused(model)
    onnx_graph.store_half_precision(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def largest_difference(network: Network, tflite: Path, onnx_file: Path, seed: int = 0) -> float:
    """Largest difference of an output between both files on random images.

    It is relative to the largest value of that output where that is above 1.
    """
    images = sample_images(tflite, seed)
    expected = tflite_outputs(tflite, images)
    answers = onnx_outputs(onnx_file, {"images": images})
    chosen = [expected[index] for index in network.outputs]
    return max(
        float(np.abs(want - got.reshape(want.shape)).max() / max(1.0, np.abs(want).max()))
        for want, got in zip(chosen, answers, strict=True)
    )


def sample_images(tflite: Path, seed: int = 0) -> npt.NDArray[np.uint8]:
    """Random images of the input's size: ``(n, height, width, 3)`` uint8."""
    interpreter = _interpreter(tflite)
    _, height, width, channels = interpreter.get_input_details()[0]["shape"]
    rng = np.random.default_rng(seed)
    return rng.integers(0, 256, (_SAMPLES, height, width, channels), dtype=np.uint8)


def tflite_outputs(tflite: Path, images: npt.NDArray[np.uint8]) -> list[npt.NDArray[np.float32]]:
    """Outputs of a TFLite file for images ``(n, height, width, 3)`` uint8, in the file's order.

    Each has its own shape with n as the first dimension.
    """
    interpreter = _interpreter(tflite)
    (taken,) = interpreter.get_input_details()
    given = interpreter.get_output_details()
    answers: list[list[Any]] = [[] for _ in given]
    for image in images:
        interpreter.set_tensor(taken["index"], image[None].astype(np.float32) / 255)
        interpreter.invoke()
        for found, output in zip(answers, given, strict=True):
            found.append(interpreter.get_tensor(output["index"]))
    return [np.concatenate(found) for found in answers]


def _interpreter(tflite: Path) -> Any:
    import tensorflow as tf

    with warnings.catch_warnings(), without_native_notices():
        warnings.filterwarnings("ignore", r"\s*Warning: tf\.lite\.Interpreter is deprecated", UserWarning)
        interpreter = tf.lite.Interpreter(str(tflite))
        interpreter.allocate_tensors()
    return interpreter


def _mediapipe_version() -> str:
    try:
        return version("mediapipe")
    except PackageNotFoundError:
        return "of the given folder"
