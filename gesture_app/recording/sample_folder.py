"""Samples as files, such that no sample is lost or left incomplete if the process ends at any moment.

``<root>/<label>/<session>-<n>.png`` holds the image, the ``.json`` beside it the metadata; ``.trash`` holds deleted
samples. A sample exists while its sidecar exists, which is written last and removed first: an image without a sidecar
is no sample. A sample is moved by writing a copy with a higher revision before the old one is removed: if both are
found, the higher revision is valid.
"""

from __future__ import annotations

import gc
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from gesture_app.domain.samples.sample import DamagedSample
from gesture_app.recording.sidecar import Sidecar
from gesture_app.storage.atomic import FileSystem, is_temporary, write_atomically

TRASH = ".trash"
"""Name of the folder of deleted samples."""

_FREEZE_EVERY = 1000
"""Samples that are read before the garbage collector is told to leave them alone: going through 50,000 of them again
and again stops all threads, the window's too, for up to a second."""
_SAMPLE_FILE = re.compile(r"([a-z0-9_]+)-([1-9][0-9]{0,8})\.(?:png|json)")


@dataclass(frozen=True, eq=False)
class StoredSample:
    """A sample on disk.

    Attributes:
        folder: The name of its folder: its label, or :data:`TRASH`.
        sidecar: The content of its sidecar.
    """

    folder: str
    sidecar: Sidecar

    @property
    def id(self) -> str:
        """The sample's id."""
        return self.sidecar.info.id


@dataclass
class Findings:
    """The content of the folder of samples.

    Attributes:
        samples: The samples by id, including those in the trash.
        damaged: Samples that cannot be used.
        leftovers: Files of unfinished samples; another process may be writing them now.
        superseded: Old copies that interrupted moves left behind.
        highest: The highest number of any file, by session.
    """

    samples: dict[str, StoredSample] = field(default_factory=dict)
    damaged: list[DamagedSample] = field(default_factory=list)
    leftovers: list[Path] = field(default_factory=list)
    superseded: list[StoredSample] = field(default_factory=list)
    highest: dict[str, int] = field(default_factory=dict)


class SampleFolder:
    """Reads, writes, moves and removes single samples. Keeps no state; used under a lock.

    Args:
        root: The folder of samples; it need not exist.
        files: The file operations.
    """

    def __init__(self, root: Path, files: FileSystem) -> None:
        self.root = root
        self.files = files

    def path(self, stored: StoredSample, suffix: str) -> Path:
        """A sample's ``.png`` or ``.json``."""
        return self.root / stored.folder / f"{stored.id}{suffix}"

    def find(self) -> Findings:
        """List the folder; images are not read.

        Raises:
            OSError: If the folder is there and cannot be listed.
        """
        findings = Findings()
        try:
            entries = sorted(os.scandir(self.root), key=lambda entry: entry.name)
        except FileNotFoundError:
            return findings
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and (entry.name == TRASH or not entry.name.startswith(".")):
                self._find_in(entry.name, findings)
            elif is_temporary(entry.name):
                findings.leftovers.append(Path(entry.path))
        return findings

    def write(self, stored: StoredSample, png: bytes) -> None:
        """Write a sample; it is on the disk when this returns.

        Raises:
            OSError: If it cannot be written; its files are then removed.
        """
        folder = self.root / stored.folder
        if not folder.is_dir():
            self.files.make_folder(folder)
            self.files.sync_folder(self.root)
        try:
            write_atomically(self.path(stored, ".png"), png, files=self.files)
            write_atomically(self.path(stored, ".json"), stored.sidecar.to_bytes(), files=self.files)
            self.files.sync_folder(folder)
        except OSError:
            with suppress(OSError):
                self.remove(stored)
            raise

    def move(self, old: StoredSample, new: StoredSample) -> None:
        """Write ``new`` with the image of ``old``, and remove ``old``.

        Raises:
            OSError: If that fails; ``old`` is then still there.
        """
        self.write(new, self.files.read(self.path(old, ".png")))
        try:
            self.files.remove(self.path(old, ".json"))
        except OSError:
            with suppress(OSError):
                self.remove(new)
            raise
        # From here on it is moved; an image that is left behind is removed when the folder is next listed.
        with suppress(OSError):
            self.files.remove(self.path(old, ".png"))
            self.files.sync_folder(self.root / old.folder)

    def rewrite(self, stored: StoredSample) -> None:
        """Write the sidecar of a sample anew, in its place.

        Raises:
            OSError: If it cannot be written; the old one is then still there.
        """
        write_atomically(self.path(stored, ".json"), stored.sidecar.to_bytes(), files=self.files)

    def remove(self, stored: StoredSample) -> None:
        """Delete a sample for good.

        Raises:
            OSError: If it cannot be removed.
        """
        self.files.remove(self.path(stored, ".json"))
        self.files.remove(self.path(stored, ".png"))

    def read_png(self, stored: StoredSample) -> bytes:
        """The content of a sample's image file.

        Raises:
            OSError: If it cannot be read.
        """
        return self.files.read(self.path(stored, ".png"))

    def _find_in(self, folder: str, findings: Findings) -> None:
        try:
            names = sorted(path.name for path in (self.root / folder).iterdir())
        except OSError as error:
            findings.damaged.append(DamagedSample(folder, f"the folder cannot be listed: {error.strerror or error}"))
            return
        known = set(names)
        for name in names:
            path = self.root / folder / name
            if is_temporary(name):
                findings.leftovers.append(path)
            if not (match := _SAMPLE_FILE.fullmatch(name)):
                continue
            session, number = match[1], int(match[2])
            findings.highest[session] = max(number, findings.highest.get(session, 0))
            if path.suffix == ".png" and path.with_suffix(".json").name not in known:
                findings.leftovers.append(path)
            elif path.suffix == ".json":
                self._add_sidecar(path, path.with_suffix(".png").name in known, findings)
                if findings.samples and len(findings.samples) % _FREEZE_EVERY == 0:
                    gc.freeze()

    def _add_sidecar(self, path: Path, has_image: bool, findings: Findings) -> None:
        """Add the sample of one sidecar."""
        try:
            stored = self._read(path, has_image)
            other = findings.samples.setdefault(stored.id, stored)
            if other is not stored:
                newer, older = _ordered(stored, other)
                findings.samples[stored.id] = newer
                findings.superseded.append(older)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            findings.damaged.append(DamagedSample(f"{path.parent.name}/{path.name}", reason))

    def _read(self, path: Path, has_image: bool) -> StoredSample:
        if not has_image:
            raise ValueError("its picture is missing")
        stored = StoredSample(path.parent.name, Sidecar.from_bytes(self.files.read(path)))
        info = stored.sidecar.info
        if path.stem != info.id or stored.folder not in (info.label, TRASH):
            raise ValueError(f"it belongs at {info.label}/{info.id}.json")
        return stored


def _ordered(one: StoredSample, other: StoredSample) -> tuple[StoredSample, StoredSample]:
    """The newer and the older copy of a sample whose move was interrupted.

    Raises:
        ValueError: If they are two different samples of one name.
    """
    newer, older = sorted((one, other), key=lambda stored: stored.sidecar.revision, reverse=True)
    same_image = newer.sidecar.image_sha256 == older.sidecar.image_sha256
    if newer.sidecar.revision == older.sidecar.revision or not same_image:
        raise ValueError(f"{other.folder} has another sample of this name")
    return newer, older
