"""The store of recorded hands in a folder of images and sidecars."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.domain.samples.labels import BUILT_IN_LABELS, LabelSet, check_slug
from gesture_app.domain.samples.sample import TRASH_DAYS, DamagedSample, Sample, SampleInfo
from gesture_app.errors import SampleStoreError, reason_of
from gesture_app.recording.hand_region import decode_png, encode_png
from gesture_app.recording.label_file import FILE_NAME as LABEL_FILE_NAME
from gesture_app.recording.label_file import read_labels, write_labels
from gesture_app.recording.sample_folder import TRASH, SampleFolder, StoredSample
from gesture_app.recording.sidecar import Sidecar
from gesture_app.storage.atomic import FileSystem

FOLDER_NAME = "samples"
"""Name of the folder of samples in the user's data folder."""

_LEFTOVER_AGE = timedelta(hours=1)
"""Another process may be writing younger unfinished files now."""

_NO_ROOM = Message("Make room on the disk, or make the folder writable.")


def utc_now() -> datetime:
    """The current time in UTC."""
    return datetime.now(timezone.utc)


class FolderSampleStore:
    """Stores samples in a folder (a ``SampleStore``).

    Sidecars are read once, when the store is created; images when they are loaded. Changes of another process are only
    seen by a new store. Two processes may add samples at the same time, to different sessions.

    Args:
        root: The folder; created by the first sample.
        files: The file operations.
        now: The time of day, with its offset from UTC.
        trash_days: Samples deleted more days ago are removed from the trash, now.

    Raises:
        SampleStoreError: If the folder exists and cannot be listed.
    """

    def __init__(
        self,
        root: Path,
        *,
        files: FileSystem | None = None,
        now: Callable[[], datetime] = utc_now,
        trash_days: float = TRASH_DAYS,
    ) -> None:
        self._folder = SampleFolder(root, files or FileSystem())
        self._now = now
        self._writing = threading.Lock()  # held while the disk is written to
        self._lock = threading.Lock()  # guards the attributes below; never held while waiting for the disk
        self._samples: dict[str, StoredSample] = {}
        self._trash: dict[str, StoredSample] = {}
        self._image_counts: Counter[str] = Counter()
        self._damaged: list[DamagedSample] = []
        self._highest: dict[str, int] = {}
        self._labels = BUILT_IN_LABELS
        self._labels_are_damaged = False
        with _store_errors(
            Message("The samples in {folder} cannot be read").fill(folder=root),
            Message("Check the permissions of the folder."),
        ):
            self._open(timedelta(days=trash_days))

    @property
    def root(self) -> Path:
        """The folder."""
        return self._folder.root

    @property
    def damaged(self) -> tuple[DamagedSample, ...]:
        """Samples that cannot be used; they are neither listed nor removed."""
        with self._lock:
            return tuple(self._damaged)

    @property
    def labels(self) -> LabelSet:
        """The labels to record under: the chosen ones, and any others that samples have."""
        with self._lock:
            used = {stored.sidecar.info.label for stored in self._samples.values()}
            return LabelSet.with_slugs(used, self._labels)

    def set_labels(self, labels: LabelSet) -> None:
        """Save the labels to record under; a damaged file of labels is renamed first.

        Raises:
            SampleStoreError: If they cannot be written.
        """
        path = self.root / LABEL_FILE_NAME
        with (
            self._writing,
            _store_errors(Message("The labels cannot be saved in {folder}").fill(folder=self.root), _NO_ROOM),
        ):
            if self._labels_are_damaged:
                self._folder.files.replace(path, path.with_suffix(".damaged"))
                self._labels_are_damaged = False
            write_labels(self._folder.files, path, labels)
            with self._lock:
                self._labels = labels

    def add(self, sample: Sample) -> SampleInfo:
        """Save a sample; it is on the disk when this returns.

        Args:
            sample: The sample; where its number is 0 it gets the next one of its session.

        Raises:
            SampleStoreError: If it cannot be written, or its number is taken; no file of it is then left.
        """
        with self._writing:
            return self._add(sample)

    def add_all(self, samples: Iterable[Sample]) -> tuple[SampleInfo, ...]:
        """Save several samples, or none of them: a taken number is replaced by the next one of the session.

        Raises:
            SampleStoreError: If one cannot be written; those before it are removed again.
        """
        added: list[SampleInfo] = []
        with self._writing:
            try:
                for sample in samples:
                    added.append(self._add(sample, may_renumber=True))
            except BaseException:
                for info in added:
                    with suppress(OSError):
                        self._folder.remove(self._samples[info.id])
                        self._forget(info.id)
                raise
        return tuple(added)

    def load(self, sample_id: str) -> Sample:
        """A sample with its image.

        Raises:
            SampleStoreError: If there is none of that id, or its image is damaged; it is then no longer listed.
        """
        return self._load(sample_id, self._find)

    def listed(self, *, label: str | None = None, session: str | None = None) -> tuple[SampleInfo, ...]:
        """The metadata of the samples, oldest first. No image is read."""
        with self._lock:
            infos = [stored.sidecar.info for stored in self._samples.values()]
        return _by_time(i for i in infos if label in (None, i.label) and session in (None, i.session))

    def has_image(self, image_sha256: str) -> bool:
        """Whether a listed sample has exactly this image (see ``Sample.image_sha256``)."""
        with self._lock:
            return self._image_counts[image_sha256] > 0

    def counts_by_label(self) -> dict[str, int]:
        """The number of samples of each label; labels without samples are left out."""
        with self._lock:
            return dict(Counter(stored.sidecar.info.label for stored in self._samples.values()))

    def counts_by_session(self) -> dict[str, int]:
        """The number of samples of each session; sessions without samples are left out."""
        with self._lock:
            return dict(Counter(stored.sidecar.info.session for stored in self._samples.values()))

    def delete(self, sample_id: str) -> None:
        """Move a sample to the trash; :meth:`restore` moves it back.

        Raises:
            SampleStoreError: If there is none of that id, or it cannot be moved.
        """
        with (
            self._writing,
            _store_errors(Message("The sample {sample} cannot be deleted").fill(sample=sample_id), _NO_ROOM),
        ):
            stored = self._find(sample_id)
            deleted_at = self._now().astimezone(timezone.utc).isoformat()
            self._move(stored, TRASH, stored.sidecar.info, deleted_at)

    def restore(self, sample_id: str) -> SampleInfo:
        """Move a sample back from the trash.

        Raises:
            SampleStoreError: If none of that id is in the trash, or it cannot be moved.
        """
        with (
            self._writing,
            _store_errors(Message("The sample {sample} cannot be taken back").fill(sample=sample_id), _NO_ROOM),
        ):
            stored = self._find_trashed(sample_id)
            info = stored.sidecar.info
            self._move(stored, info.label, info)
            return info

    def trashed(self) -> tuple[SampleInfo, ...]:
        """The metadata of the samples in the trash, oldest first."""
        with self._lock:
            return _by_time(stored.sidecar.info for stored in self._trash.values())

    def load_trashed(self, sample_id: str) -> Sample:
        """A sample in the trash with its image.

        Raises:
            SampleStoreError: If none of that id is there, or its image is damaged; it is then no longer there.
        """
        return self._load(sample_id, self._find_trashed)

    def empty_trash(self) -> int:
        """Delete the samples in the trash for good; returns their number.

        Raises:
            SampleStoreError: If one cannot be removed.
        """
        removed = 0
        with (
            self._writing,
            _store_errors(Message("The trash cannot be emptied"), Message("Close what else uses it, and try again.")),
        ):
            for stored in list(self._trash.values()):
                self._folder.remove(stored)
                self._forget(stored.id)
                removed += 1
        return removed

    def relabel(self, sample_id: str, label: str) -> str:
        """Change the label of a sample; returns the previous one, to undo the change with.

        Raises:
            SampleStoreError: If there is no sample of that id, the label cannot be used, or it cannot be moved.
        """
        with (
            self._writing,
            _store_errors(
                Message("The sample {sample} cannot be put under {label}").fill(sample=sample_id, label=repr(label)),
                _NO_ROOM,
            ),
        ):
            stored = self._find(sample_id)
            info = stored.sidecar.info
            try:
                check_slug(label)
            except ValueError as error:
                raise SampleStoreError(
                    Message("This label cannot be used: {reason}.").fill(reason=reason_of(error)),
                    hint=Message("Choose another."),
                ) from error
            if label != info.label:
                self._move(stored, label, replace(info, label=label))
            return info.label

    def set_person(self, sample_id: str, person: str) -> str:
        """Say whose hand a sample shows; returns the previous person, to undo the change with.

        Raises:
            SampleStoreError: If there is no sample of that id, the name cannot be used, or it cannot be written.
        """
        with (
            self._writing,
            _store_errors(
                Message("The person of the sample {sample} cannot be changed").fill(sample=sample_id), _NO_ROOM
            ),
        ):
            info = self._find(sample_id).sidecar.info
            try:
                self._rewrite(replace(info, person=person))
            except ValueError as error:
                raise SampleStoreError(
                    Message("This name cannot be used: {reason}.").fill(reason=reason_of(error)),
                    hint=Message("Choose another."),
                ) from error
            return info.person

    def set_forgotten(self, sample_id: str, *, is_forgotten: bool) -> bool:
        """Let a sample no longer act at once, or act again; returns whether it was forgotten before.

        Raises:
            SampleStoreError: If there is no sample of that id, or it cannot be written.
        """
        with (
            self._writing,
            _store_errors(Message("The sample {sample} cannot be changed").fill(sample=sample_id), _NO_ROOM),
        ):
            info = self._find(sample_id).sidecar.info
            self._rewrite(replace(info, is_forgotten=is_forgotten))
            return info.is_forgotten

    def _rewrite(self, info: SampleInfo) -> None:
        """Write the sidecar of a listed sample anew, if it differs."""
        old = self._find(info.id)
        new = replace(old, sidecar=replace(old.sidecar, info=info))
        if new.sidecar.to_bytes() != old.sidecar.to_bytes():
            self._folder.rewrite(new)
            with self._lock:
                self._samples[info.id] = new

    def _open(self, trash_age: timedelta) -> None:
        """List the folder and remove unfinished files; nothing is removed from a read-only disk."""
        findings = self._folder.find()
        self._highest = findings.highest
        self._damaged = findings.damaged
        for stored in findings.superseded:
            with suppress(OSError):
                self._folder.remove(stored)
        for path in findings.leftovers:
            with suppress(OSError):
                modified = datetime.fromtimestamp(path.stat().st_mtime, timezone.utc)
                if self._now() - modified > _LEFTOVER_AGE:
                    self._folder.files.remove(path)
        for stored in findings.samples.values():
            if stored.folder == TRASH and self._is_past(stored, trash_age):
                with suppress(OSError):
                    self._folder.remove(stored)
                    continue
            self._remember(stored)
        try:
            self._labels = read_labels(self._folder.files, self.root / LABEL_FILE_NAME)
        except FileNotFoundError:
            pass
        except (OSError, ValueError) as error:
            self._labels_are_damaged = True
            self._damaged.append(DamagedSample(LABEL_FILE_NAME, _why(error)))

    def _is_past(self, stored: StoredSample, age: timedelta) -> bool:
        try:
            return self._now() - datetime.fromisoformat(stored.sidecar.deleted_at) > age
        except (ValueError, TypeError):
            return False

    def _is_free(self, info: SampleInfo) -> bool:
        with self._lock:
            if info.id in self._samples or info.id in self._trash:
                return False
        # Another process may have added samples to the session since the folder was listed.
        return info.number > 0 and not any(self._folder.root.glob(f"*/{info.id}.json"))

    def _add(self, sample: Sample, *, may_renumber: bool = False) -> SampleInfo:
        info = sample.info
        with _store_errors(Message("The sample could not be saved in {folder}").fill(folder=self.root), _NO_ROOM):
            if info.number == 0 or (may_renumber and not self._is_free(info)):
                number = self._highest.get(info.session, 0) + 1
                while not self._is_free(replace(info, number=number)):
                    number += 1
                info = replace(info, number=number)
            elif not self._is_free(info):
                raise SampleStoreError(
                    Message("There is a sample {sample} already.").fill(sample=info.id),
                    hint=Message("Give it another number."),
                )
            stored = StoredSample(info.label, Sidecar(info, sample.image_sha256))
            self._folder.write(stored, encode_png(sample.region_bgr))
        self._remember(stored)
        return info

    def _move(self, old: StoredSample, folder: str, info: SampleInfo, deleted_at: str = "") -> None:
        sidecar = replace(old.sidecar, info=info, revision=old.sidecar.revision + 1, deleted_at=deleted_at)
        new = StoredSample(folder, sidecar)
        self._folder.move(old, new)
        self._forget(old.id)
        self._remember(new)

    def _find(self, sample_id: str) -> StoredSample:
        with self._lock:
            stored = self._samples.get(sample_id)
        if stored is None:
            hint = Message("It may have been deleted meanwhile.")
            raise SampleStoreError(Message("There is no sample {sample}.").fill(sample=sample_id), hint=hint)
        return stored

    def _find_trashed(self, sample_id: str) -> StoredSample:
        with self._lock:
            stored = self._trash.get(sample_id)
        if stored is None:
            hint = Message("It may have been taken back, or removed for good.")
            raise SampleStoreError(
                Message("The sample {sample} is not in the trash.").fill(sample=sample_id), hint=hint
            )
        return stored

    def _load(self, sample_id: str, find: Callable[[str], StoredSample]) -> Sample:
        while True:
            stored = find(sample_id)
            try:
                return self._read(stored)
            except (OSError, ValueError) as error:
                if find(sample_id) is not stored:
                    continue  # it was moved meanwhile
                if isinstance(error, ValueError | FileNotFoundError):
                    self._set_aside(stored, _why(error))
                hint = Message("Delete it, or restore it from a backup: {path}").fill(
                    path=self._folder.path(stored, ".png")
                )
                raise SampleStoreError(
                    Message("The sample {sample} cannot be read: {reason}.").fill(sample=sample_id, reason=_why(error)),
                    hint=hint,
                ) from error

    def _read(self, stored: StoredSample) -> Sample:
        sample = Sample(stored.sidecar.info, decode_png(self._folder.read_png(stored)))
        if sample.image_sha256 != stored.sidecar.image_sha256:
            raise ValueError("it is another picture than was recorded")
        return sample

    def _remember(self, stored: StoredSample) -> None:
        info = stored.sidecar.info
        with self._lock:
            if stored.folder == TRASH:
                self._trash[info.id] = stored
            else:
                self._samples[info.id] = stored
                self._image_counts[stored.sidecar.image_sha256] += 1
            self._highest[info.session] = max(info.number, self._highest.get(info.session, 0))

    def _forget(self, sample_id: str) -> None:
        with self._lock:
            self._trash.pop(sample_id, None)
            if stored := self._samples.pop(sample_id, None):
                self._image_counts[stored.sidecar.image_sha256] -= 1

    def _set_aside(self, stored: StoredSample, reason: str) -> None:
        self._forget(stored.id)
        with self._lock:
            self._damaged.append(DamagedSample(f"{stored.folder}/{stored.id}.png", reason))


def _by_time(infos: Iterable[SampleInfo]) -> tuple[SampleInfo, ...]:
    return tuple(sorted(infos, key=lambda i: (datetime.fromisoformat(i.taken_at), i.session, i.number)))


@contextmanager
def _store_errors(message: Message, hint: Message) -> Iterator[None]:
    """Turn an ``OSError`` into a ``SampleStoreError`` with this message and hint."""
    try:
        yield
    except OSError as error:
        raise SampleStoreError(
            Message("{failure}: {reason}.").fill(failure=message, reason=_why(error)), hint=hint
        ) from error


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
