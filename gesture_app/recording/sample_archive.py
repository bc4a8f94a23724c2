"""Sample archives: zip files with a folder of PNG images for each label, and the metadata in ``samples.json``.

Any program that knows the ImageFolder layout can read the images.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.message import Message
from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.exchange import ExportReport
from gesture_app.domain.samples.labels import LabelSet, slug_of
from gesture_app.domain.samples.sample import NOBODY, Sample, SampleInfo
from gesture_app.errors import SampleArchiveError, SampleStoreError, reason_of
from gesture_app.recording.archive_reader import ArchiveLimits, ArchiveReader
from gesture_app.recording.hand_region import decode_png, encode_png
from gesture_app.recording.label_file import SavedLabel, decode_labels, encode_labels
from gesture_app.recording.sidecar import Sidecar
from gesture_app.storage.atomic import atomic_path
from gesture_app.storage.decoding import decode, parse_json, require_version
from gesture_app.storage.zip_reader import ZipReader

LISTING_NAME = "samples.json"
"""Name of the file in an archive with the metadata of its samples."""

_VERSION = 1
_LIMITS = ArchiveLimits()
_MADE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class ArchiveImport:
    """Result of importing an archive.

    Attributes:
        added: The new samples, as stored.
        known: The number of samples whose images were already in the store.
    """

    added: tuple[SampleInfo, ...]
    known: int


@dataclass(frozen=True)
class ArchiveImage:
    """An image of an archive without metadata, in which the hand must still be detected.

    Attributes:
        label: Its label, a slug made from the name of its folder.
        name: Its name in the archive.
        path: Its checked copy, which exists while the archive is open.
    """

    label: str
    name: str
    path: Path

    def load(self) -> UInt8Array:
        """Decode the image to ``(height, width, 3)`` uint8, BGR."""
        return decode_png(self.path.read_bytes(), max_px=_LIMITS.image_side_px)


@dataclass(frozen=True)
class OpenArchive:
    """A completely checked archive, unpacked to a temporary folder.

    Attributes:
        images: The images without metadata.
        labels: The labels of the samples.
    """

    images: tuple[ArchiveImage, ...]
    labels: LabelSet
    _samples: tuple[tuple[Sidecar, Path], ...]

    def import_into(self, store: SampleStore, person: str = NOBODY) -> ArchiveImport:
        """Add the samples that the store does not have, all of them or none, and then its missing labels.

        Args:
            store: The store.
            person: The person of the samples for whom the archive names none.

        Raises:
            SampleStoreError: If a sample cannot be written, and the store is unchanged; or if the labels cannot.
        """
        known = 0

        def new_samples() -> Iterator[Sample]:
            nonlocal known
            for sidecar, path in self._samples:
                if store.has_image(sidecar.image_sha256):
                    known += 1
                else:
                    sample = _sample(sidecar, path)
                    yield sample if sample.info.person or not person else _of_person(sample, person)

        labels = store.labels.merged_with(self.labels)
        lacked = labels != store.labels
        added = store.add_all(new_samples())
        if lacked:
            store.set_labels(labels)
        return ArchiveImport(added, known)


def export_samples(store: SampleStore, path: Path, sample_ids: Iterable[str] | None = None) -> ExportReport:
    """Write samples to an archive atomically; an existing file is replaced.

    Args:
        store: The store of the samples.
        path: The archive.
        sample_ids: The samples; None for all that are listed.

    Raises:
        SampleArchiveError: If it cannot be written.
    """
    wanted = [info.id for info in store.listed()] if sample_ids is None else list(sample_ids)
    less = Message("Export fewer samples at a time, such as one label.")
    if len(wanted) >= _LIMITS.entries:
        raise SampleArchiveError(
            Message("{count} samples are too many for one archive.").fill(count=len(wanted)), hint=less
        )
    try:
        with atomic_path(path) as temporary:
            report = _write(store, temporary, wanted)
            if temporary.stat().st_size > _LIMITS.total_bytes:
                raise SampleArchiveError(
                    Message("{path} would be too large to be imported again.").fill(path=path), hint=less
                )
    except OSError as error:
        hint = Message("Choose another place, or make room on the disk.")
        raise SampleArchiveError(
            Message("{path} cannot be written: {reason}.").fill(path=path, reason=error.strerror or error), hint=hint
        ) from error
    return report


@contextmanager
def open_archive(path: Path, limits: ArchiveLimits = _LIMITS) -> Iterator[OpenArchive]:
    """Open an archive that :func:`export_samples` wrote, or one with PNG images in a folder for each label.

    Everything in it is unpacked and checked before this returns; the unpacked files are removed afterwards.

    Args:
        path: The archive.
        limits: Its limits.

    Raises:
        SampleArchiveError: If it cannot be read, or is not to be trusted.
    """
    with tempfile.TemporaryDirectory(prefix="gesture-app-import-") as folder:
        with ArchiveReader(path, limits) as archive:
            opened = _unpack(archive, Path(folder), limits)
        yield opened


def _write(store: SampleStore, path: Path, sample_ids: Iterable[str]) -> ExportReport:
    listing: list[dict[str, object]] = []
    skipped: list[str] = []
    with zipfile.ZipFile(path, "w") as archive:
        for sample_id in sample_ids:
            try:
                sample = store.load(sample_id)
            except SampleStoreError as error:
                skipped.append(error.message)
                continue
            archive.writestr(zipfile.ZipInfo(_entry_name(sample.info), _MADE), encode_png(sample.region_bgr))
            listing.append(Sidecar(sample.info, sample.image_sha256).to_json())
        used = {entry["label"] for entry in listing}
        labels = LabelSet(tuple(label for label in store.labels.labels if label.slug in used))
        content = {"version": _VERSION, "labels": encode_labels(labels), "samples": listing}
        text = json.dumps(content, ensure_ascii=False, indent=1)
        archive.writestr(zipfile.ZipInfo(LISTING_NAME, _MADE), text, zipfile.ZIP_DEFLATED)
    return ExportReport(len(listing), tuple(skipped))


def _unpack(archive: ZipReader, folder: Path, limits: ArchiveLimits) -> OpenArchive:
    samples: list[tuple[Sidecar, Path]] = []
    images: list[ArchiveImage] = []
    with archive.refusing():
        labels, known = _listing(archive)
        for number, name in enumerate(name for name in archive.names if name != LISTING_NAME):
            label = _label_of(name)
            content = archive.read(name)
            sidecar = known.pop(name, None)
            try:
                _check_image(content, sidecar, limits)
            except ValueError as error:
                raise ValueError(f"{name!r} cannot be used: {error}") from None
            copy = folder / f"{number}.png"
            copy.write_bytes(content)
            if sidecar:
                samples.append((sidecar, copy))
            else:
                images.append(ArchiveImage(label, name, copy))
        if known:
            raise ValueError(f"{len(known)} pictures are missing, such as {next(iter(known))!r}")
    return OpenArchive(tuple(images), labels, tuple(samples))


def _check_image(content: bytes, sidecar: Sidecar | None, limits: ArchiveLimits) -> None:
    if sidecar is None:
        decode_png(content, max_px=limits.image_side_px)
    elif Sample(sidecar.info, decode_png(content)).image_sha256 != sidecar.image_sha256:
        raise ValueError(f"it is another picture than {LISTING_NAME} says")


def _listing(archive: ZipReader) -> tuple[LabelSet, dict[str, Sidecar]]:
    """The labels and the sidecars by image name from ``samples.json``; nothing if there is no such file."""
    if LISTING_NAME not in archive.names:
        return LabelSet(()), {}
    try:
        data = parse_json(archive.read(LISTING_NAME))
        require_version(data, "version", _VERSION)
        listing = decode(_Listing, data)
    except ValueError as error:
        raise ValueError(f"{LISTING_NAME} cannot be used: {error}") from None
    known: dict[str, Sidecar] = {}
    ids: set[str] = set()
    for number, entry in enumerate(listing.samples, start=1):
        try:
            sidecar = Sidecar.from_json(entry)
        except ValueError as error:
            raise ValueError(f"sample {number} of {LISTING_NAME} cannot be used: {error}") from None
        if sidecar.info.id in ids:
            raise ValueError(f"{LISTING_NAME} has the sample {sidecar.info.id} twice")
        ids.add(sidecar.info.id)
        known[_entry_name(sidecar.info)] = sidecar
    return decode_labels(listing.labels), known


@dataclass(frozen=True)
class _Listing:
    """The keys of ``samples.json``."""

    labels: tuple[SavedLabel, ...]
    samples: tuple[Any, ...]


def _label_of(name: str) -> str:
    folder, separator, file = name.partition("/")
    if not separator or "/" in file or not file.lower().endswith(".png"):
        raise ValueError(f"{name!r} is no PNG picture in the folder of a label")
    return slug_of(folder)


def _entry_name(info: SampleInfo) -> str:
    return f"{info.label}/{info.id}.png"


def _of_person(sample: Sample, person: str) -> Sample:
    return replace(sample, info=replace(sample.info, person=person))


def _sample(sidecar: Sidecar, path: Path) -> Sample:
    try:
        return Sample(sidecar.info, decode_png(path.read_bytes()))
    except (OSError, ValueError) as error:
        hint = Message("Nothing was imported. Import it again.")
        raise SampleArchiveError(
            Message("The unpacked image of {sample} is gone: {reason}.").fill(
                sample=sidecar.info.id, reason=reason_of(error)
            ),
            hint=hint,
        ) from error
