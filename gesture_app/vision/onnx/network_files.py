"""The shipped files of the hand networks, compared with their manifest before use."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.message import Message
from gesture_app.errors import DetectorError, MissingDependencyError, one_line, reason_of
from gesture_app.onnx_runtime import open_session
from gesture_app.resources import SHIPPED_MODELS
from gesture_app.storage.decoding import DecodingError, decode, parse_json

NETWORK_FOLDER = SHIPPED_MODELS / "hands"
_MANIFEST_NAME = "networks.json"
_FETCH_AGAIN = Message("Fetch the program again.")


@dataclass(frozen=True)
class _FileEntry:
    sha256: str


@dataclass(frozen=True)
class _NetworkManifest:
    files: Mapping[str, _FileEntry]


class HandNetwork:
    """One network of the hand engine, on the CPU.

    Args:
        file_name: Name of its file.
        folder: Folder of the file and the manifest.
        threads: Threads of one inference.

    Raises:
        DetectorError: If the file is missing, damaged or cannot be run.
        MissingDependencyError: If ONNX Runtime cannot be imported.
    """

    def __init__(self, file_name: str, folder: Path = NETWORK_FOLDER, *, threads: int = 1) -> None:
        content = read_network(folder / file_name)
        try:
            self._session = open_session(content, threads=threads)
        except MissingDependencyError:
            raise
        except Exception as error:  # ONNX Runtime's errors share no public base class
            raise DetectorError(
                Message("{file} cannot be run: {reason}").fill(file=folder / file_name, reason=one_line(error)),
                hint=_FETCH_AGAIN,
            ) from error
        self.size_px: int = self._session.get_inputs()[0].shape[1]

    def run(self, images: UInt8Array) -> list[npt.NDArray[np.float32]]:
        """Outputs for images ``(n, size_px, size_px, 3)`` uint8 RGB, each with n as the first dimension.

        Raises:
            RuntimeError: If ONNX Runtime failed.
        """
        try:
            outputs: list[Any] = self._session.run(None, {"images": images})
        except Exception as error:  # ONNX Runtime's errors share no public base class
            raise RuntimeError(one_line(error)) from error
        return outputs


def read_network(path: Path) -> bytes:
    """The content of a network's file.

    Raises:
        DetectorError: If the file or the manifest beside it is missing or damaged.
    """
    manifest_path = path.parent / _MANIFEST_NAME
    try:
        manifest = decode(_NetworkManifest, parse_json(manifest_path.read_bytes()))
        content = path.read_bytes()
    except OSError as error:
        raise DetectorError(
            Message("The hand network {file} cannot be read: {reason}.").fill(
                file=error.filename, reason=error.strerror
            ),
            hint=_FETCH_AGAIN,
        ) from error
    except DecodingError as error:
        raise DetectorError(
            Message("{path} is damaged: {reason}.").fill(path=manifest_path, reason=reason_of(error)), hint=_FETCH_AGAIN
        ) from error
    entry = manifest.files.get(path.name)
    if entry is None or hashlib.sha256(content).hexdigest() != entry.sha256:
        raise DetectorError(
            Message("{path} is damaged: it is not the file that its manifest describes.").fill(path=path),
            hint=_FETCH_AGAIN,
        )
    return content
