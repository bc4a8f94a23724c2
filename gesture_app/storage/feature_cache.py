"""Cache of what a model gives for stored samples on the disk, one file for each model."""

from __future__ import annotations

import io
import logging
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gesture_app.storage.array_files import read_arrays
from gesture_app.storage.atomic import is_temporary, write_atomically
from gesture_app.storage.private_folders import make_private

_log = logging.getLogger(__name__)

FOLDER_NAME = "features"
"""Name of the folder of caches in the user's data folder."""

_SUFFIX = ".npz"
_NAME_DIGITS = 32
_MOST_FILES = 4
"""Caches of as many models are kept; they are small, and rolling a model back is quick then."""


class FeatureCache:
    """Rows of numbers by key: the features of a sample, followed by its logits. Used from one thread.

    It can be lost at any time: a missing, damaged or unreadable file counts as empty, and a full disk only costs time
    at the next start.

    Args:
        folder: Folder of the caches; created when something is saved.
        seal: Seal of the model that the rows are of.
        row_length: Length of a row; a file with other rows, as of earlier versions, counts as damaged.
    """

    def __init__(self, folder: Path, seal: str, row_length: int) -> None:
        self._file = folder / f"{seal[:_NAME_DIGITS]}{_SUFFIX}"
        self._count = row_length
        self._features: dict[str, npt.NDArray[np.float32]] = self._read()
        self._unsaved = 0
        self._has_dropped = False

    def __len__(self) -> int:
        return len(self._features)

    def __contains__(self, key: str) -> bool:
        return key in self._features

    @property
    def unsaved(self) -> int:
        """Number of rows that are not on the disk."""
        return self._unsaved

    def get(self, key: str) -> npt.NDArray[np.float32]:
        """The row of a key, ``(numbers,)`` float32.

        Raises:
            KeyError: If there are none.
        """
        return self._features[key]

    def put(self, key: str, features: npt.NDArray[np.float32]) -> None:
        """Add the row of a key."""
        self._features[key] = features
        self._unsaved += 1

    def keep_only(self, keys: Collection[str]) -> None:
        """Drop the rows of all other keys, at the next :meth:`save` also from the disk."""
        kept = {key: self._features[key] for key in keys if key in self._features}
        self._has_dropped |= len(kept) < len(self._features)
        self._features = kept

    def save(self) -> None:
        """Write the file if something was added or dropped, and remove the oldest files of other models.

        Without rows there is no file.
        """
        if not self._unsaved and not self._has_dropped:
            return
        if not self._features:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
            self._unsaved, self._has_dropped = 0, False
            return
        content = io.BytesIO()
        rows = np.array(list(self._features.values()), dtype=np.float16).reshape(-1, self._count)
        np.savez(content, keys=np.array(list(self._features), dtype=np.str_), features=rows)
        try:
            make_private(self._file.parent)
            write_atomically(self._file, content.getvalue())
        except OSError as error:
            _log.warning("the features of samples could not be saved in %s: %s", self._file, error)
            return
        self._unsaved, self._has_dropped = 0, False
        self._remove_oldest()

    def _read(self) -> dict[str, npt.NDArray[np.float32]]:
        try:
            stored = read_arrays(self._file.read_bytes())
            keys, rows = stored["keys"], stored["features"].astype(np.float32)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log.warning("%s is computed anew: %s", self._file, error)
            return {}
        if keys.ndim != 1 or rows.shape != (len(keys), self._count) or not np.isfinite(rows).all():
            _log.warning("%s is computed anew: it holds features of shape %s", self._file, rows.shape)
            return {}
        return dict(zip(keys.tolist(), rows, strict=True))

    def _remove_oldest(self) -> None:
        with suppress(OSError):
            files = [path for path in self._file.parent.glob(f"*{_SUFFIX}") if not is_temporary(path.name)]
            for path in sorted(files, key=lambda path: path.stat().st_mtime_ns)[:-_MOST_FILES]:
                path.unlink(missing_ok=True)
