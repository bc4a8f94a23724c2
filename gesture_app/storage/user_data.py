"""The files that the program keeps of a person: where they lie, how large they are, and how they are erased.

Everything here works on paths alone, so that it also works with files that no part of the program can read any more.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.storage.atomic import atomic_path
from gesture_app.storage.program_log import FILE_NAME as LOG_FILE
from gesture_app.storage.program_log import FOLDER_NAME as LOG_FOLDER


class UserDataError(GestureAppError):
    """Files of the person cannot be read, written or erased."""


class DataKind(Enum):
    """The kinds of files. The values are the options of ``gesture-app erase``."""

    SAMPLES = "samples"
    MODELS = "models"
    ROUNDS = "rounds"
    PLAYERS = "players"
    RULES = "rules"
    SETTINGS = "settings"
    CACHES = "caches"
    LOG = "log"


@dataclass(frozen=True)
class DataSize:
    """Size of the files of one kind.

    Attributes:
        files: Number of files.
        size_bytes: Their size in bytes.
    """

    files: int = 0
    size_bytes: int = 0


@dataclass(frozen=True)
class UserData:
    """The files by kind.

    Attributes:
        patterns: For each kind the folder, and patterns of the files or folders in it that belong to the kind.
    """

    patterns: Mapping[DataKind, tuple[Path, tuple[str, ...]]]

    @classmethod
    def of_folders(cls, data: Path, settings: Path) -> UserData:
        """The files in the person's folders for data and for settings."""
        return cls(
            {
                DataKind.SAMPLES: (data, ("samples", "learnt")),
                DataKind.MODELS: (data, ("models",)),
                DataKind.ROUNDS: (data, ("matches.jsonl", "matches.damaged", ".tmp-*-matches.jsonl")),
                DataKind.PLAYERS: (data, ("players",)),
                DataKind.RULES: (data, ("rules",)),
                DataKind.SETTINGS: (settings, ("settings.toml", "settings.toml.broken", ".tmp-*-settings.toml")),
                DataKind.CACHES: (data, ("features",)),
                DataKind.LOG: (data / LOG_FOLDER, (LOG_FILE, f"{LOG_FILE}.*")),
            }
        )

    def place(self, kind: DataKind) -> Path:
        """The folder or file of a kind, for people; it need not exist."""
        folder, patterns = self.patterns[kind]
        return folder / patterns[0]

    def paths(self, kind: DataKind) -> tuple[Path, ...]:
        """The existing files and folders of a kind."""
        folder, patterns = self.patterns[kind]
        return tuple(sorted(path for pattern in patterns for path in folder.glob(pattern)))

    def size(self, kind: DataKind) -> DataSize:
        """Number and size of the files of a kind. Files that vanish or cannot be read meanwhile are left out."""
        count = total = 0
        for path in self.paths(kind):
            for file in (path, *path.rglob("*")) if path.is_dir() and not path.is_symlink() else (path,):
                try:
                    if not file.is_dir() or file.is_symlink():
                        total += file.lstat().st_size
                        count += 1
                except OSError:
                    continue
        return DataSize(count, total)

    def erase(self, kinds: Collection[DataKind]) -> None:
        """Erase all files of some kinds, and the folders that are empty then. Links are removed, not followed.

        Raises:
            UserDataError: If some are left; the others are erased.
        """
        left: list[str] = []
        for kind in kinds:
            for path in self.paths(kind):
                try:
                    _remove(path)
                except OSError as error:
                    left.append(f"{path} ({error.strerror or error})")
            folder, _patterns = self.patterns[kind]
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        if left:
            hint = Message("Close other programs that use these files, check their permissions, and try it again.")
            raise UserDataError(
                Message("Not everything could be erased. Left: {names}.").fill(names=", ".join(left)), hint=hint
            )


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


WritePart = Callable[[Path], object]
"""Writes a part of an export to a file, or no file if there is nothing to write."""


def write_export(path: Path, parts: Mapping[str, WritePart]) -> tuple[str, ...]:
    """Write a zip file with one entry for each part, atomically; an existing file is replaced.

    Args:
        path: The zip file.
        parts: Writers of the entries, by their names.

    Returns:
        Names of the written entries.

    Raises:
        UserDataError: If it cannot be written.
        GestureAppError: The error of a part.
    """
    written: list[str] = []
    try:
        with (
            tempfile.TemporaryDirectory(prefix="gesture-app-export-") as folder,
            atomic_path(path) as temporary,
            zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            for number, (name, write) in enumerate(parts.items()):
                file = Path(folder) / f"{number}{Path(name).suffix}"
                write(file)
                if file.is_file():
                    # Archives in it are compressed already.
                    is_archive = file.suffix == ".zip"
                    archive.write(file, name, zipfile.ZIP_STORED if is_archive else zipfile.ZIP_DEFLATED)
                    written.append(name)
                    file.unlink()
    except OSError as error:
        hint = Message("Choose another place, or make room on the disk.")
        raise UserDataError(
            Message("{path} cannot be written: {reason}.").fill(path=path, reason=error.strerror or error), hint=hint
        ) from error
    return tuple(written)
