"""Files with what was learnt at once: plain arrays, one file for each model."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import numpy as np

from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.storage.array_files import MOST_BYTES, read_arrays
from gesture_app.storage.atomic import write_atomically
from gesture_app.storage.decoding import require_version
from gesture_app.storage.private_folders import make_private

_log = logging.getLogger(__name__)

FOLDER_NAME = "learnt"
"""Name of the folder of imported files in the user's data folder."""

_VERSION = 1
_NAME_DIGITS = 32
_SUFFIX = ".npz"


def encode_learnt(learnt: LearntSamples) -> bytes:
    """The content of a file: a zip archive of numpy arrays; features as float16."""
    content = io.BytesIO()
    np.savez(
        content,
        version=np.array(_VERSION),
        seal=np.array(learnt.seal),
        keys=np.array(learnt.keys, dtype=np.str_),
        labels=np.array(learnt.labels, dtype=np.str_),
        people=np.array(learnt.people, dtype=np.str_),
        features=learnt.features.astype(np.float16),
    )
    return content.getvalue()


def decode_learnt(content: bytes) -> LearntSamples:
    """Samples from the content of a file. No code in it is run.

    Raises:
        ValueError: If it is damaged, or of a later version.
    """
    try:
        stored = read_arrays(content, most_bytes=MOST_BYTES)
        require_version({"version": int(stored["version"])}, "version", _VERSION)
        keys, labels, people = (tuple(map(str, stored[name].tolist())) for name in ("keys", "labels", "people"))
        features = stored["features"].astype(np.float32)
        return LearntSamples(str(stored["seal"]), keys, labels, people, features)
    except (KeyError, TypeError) as error:
        raise ValueError(f"what was learnt at once is damaged ({error})") from error


class LearntFolder:
    """What was imported with models, one file for each model. Any thread and process may use it.

    Args:
        folder: The folder; created by the first import.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, tuple[tuple[int, int], LearntSamples]] = {}

    def read(self, seal: str) -> LearntSamples | None:
        """What was imported for the model with this seal; None if nothing, or the file cannot be used."""
        path = self._path(seal)
        try:
            state = path.stat()
            stamp = state.st_size, state.st_mtime_ns
            known = self._known.get(seal)
            if known is None or known[0] != stamp:
                known = self._known[seal] = stamp, _of_model(decode_learnt(path.read_bytes()), seal)
            return known[1]
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.warning("%s is left out: %s", path, error)
            return None

    def add(self, learnt: LearntSamples) -> int:
        """Add samples to those of the same model; returns the number of new ones.

        Raises:
            OSError: If they cannot be written.
            ValueError: If they do not fit those that are there.
        """
        there = self.read(learnt.seal)
        together = learnt if there is None else there.with_more(learnt)
        added = len(together.keys) - (0 if there is None else len(there.keys))
        if added:
            make_private(self._folder)
            write_atomically(self._path(learnt.seal), encode_learnt(together))
        return added

    def remove(self, seal: str) -> int:
        """Remove what was imported for a model for good; returns the number of samples.

        Raises:
            OSError: If it cannot be removed.
        """
        there = self.read(seal)
        self._path(seal).unlink(missing_ok=True)
        return 0 if there is None else len(there.keys)

    def _path(self, seal: str) -> Path:
        return self._folder / f"{seal[:_NAME_DIGITS]}{_SUFFIX}"


def _of_model(learnt: LearntSamples, seal: str) -> LearntSamples:
    if learnt.seal != seal:
        raise ValueError("it is of another model")
    return learnt
