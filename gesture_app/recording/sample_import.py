"""Import of samples from images, videos and archives, and their export.

Hands are detected, checked and saved as in live recording. Sources and detectors are passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.domain.message import Message
from gesture_app.domain.ports import FrameReader, FrameSource, SampleStore
from gesture_app.domain.samples.exchange import ExportReport, ImportTally, LabelledRange, check_ranges
from gesture_app.domain.samples.labels import LabelSet, SampleLabel, slug_of
from gesture_app.domain.samples.sample import NOBODY
from gesture_app.errors import SourceError, reason_of
from gesture_app.recording.frame_import import (
    VIDEO_INTERVAL_S,
    LabelledFrame,
    frames_in_ranges,
    import_frames,
    unique_session_name,
)
from gesture_app.recording.hand_region import shrunk
from gesture_app.recording.quality import FRAME_LIMITS, PHOTO_LIMITS, ChangeLimits
from gesture_app.recording.sample_archive import OpenArchive, export_samples, open_archive
from gesture_app.recording.sample_builder import RecordingSession
from gesture_app.recording.sample_store import utc_now

_THUMBNAIL_INTERVAL_S = 0.25


class SampleImporter:
    """Imports samples into a store and exports them (a ``SampleExchange``). Used from one thread at a time.

    Each import is its own session. It may be left at any point: saved samples stay, and all files are closed.

    Args:
        store: The store of samples.
        open_source: Creates the source of a folder of images, an image or a video, not yet opened.
        make_reader: Creates the reader that detects and classifies hands in unrelated images. Called when the first
            image is read, because it takes some seconds.
        now: The time of day, with its offset from UTC.
    """

    def __init__(
        self,
        store: SampleStore,
        open_source: Callable[[Path], FrameSource],
        make_reader: Callable[[], FrameReader],
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._store = store
        self._open_source = open_source
        self._make_reader = make_reader
        self._now = now

    def import_folder(self, path: Path, label: str | None = None, person: str = NOBODY) -> Iterator[ImportTally]:
        """Import the images in a folder, or a single image.

        Args:
            path: The folder. Without a label, the names of its subfolders are the labels.
            label: The label of all of them, as a slug.
            person: The person whose hands they show, or empty.

        Yields:
            The counts after each image.

        Raises:
            SourceError: If there are no images.
            SampleStoreError: If a sample cannot be saved; those before it stay.
            GestureAppError: If the hand detector or the model cannot be used.
        """
        source = self._open_source(path)
        source.open()
        names: dict[str, str] = {}
        with closing(source):
            known = self._known_labels()
            frames = ((frame, label or _label_of_path(frame.path, known, names)) for frame in _frames(source))
            yield from self._import(frames, path.name, person=person, source=source, names=names)

    def import_video(self, path: Path, ranges: Iterable[LabelledRange], person: str = NOBODY) -> Iterator[ImportTally]:
        """Import labelled parts of a video.

        Args:
            path: The video.
            ranges: Its parts with their labels.
            person: The person whose hand it shows, or empty.

        Yields:
            The counts after each frame that was read.

        Raises:
            ValueError: If two parts overlap, or there is none.
            SourceError: If the video cannot be read.
            SampleStoreError: If a sample cannot be saved; those before it stay.
            GestureAppError: If the hand detector or the model cannot be used.
        """
        ordered = check_ranges(ranges)
        source = self._open_source(path)
        source.open()
        with closing(source):
            count = round(sum(part.end_s - part.start_s for part in ordered) / VIDEO_INTERVAL_S)
            yield from self._import(
                frames_in_ranges(_frames(source), ordered),
                path.name,
                person=person,
                limits=FRAME_LIMITS,
                source=source,
                expected=count,
            )

    def import_archive(self, path: Path, person: str = NOBODY) -> Iterator[ImportTally]:
        """Import an archive made by :meth:`export`, or one with PNG images in a folder for each label.

        Args:
            path: The archive.
            person: The person of the samples for whom the archive names none.

        Yields:
            The counts after all samples together, and after each image in which hands had to be detected.

        Raises:
            SampleArchiveError: If it cannot be read, or is not to be trusted; nothing of it is then imported.
            SampleStoreError: If a sample cannot be saved.
            GestureAppError: If the hand detector or the model cannot be used.
        """
        with open_archive(path) as archive:
            report = archive.import_into(self._store, person)
            count = len(report.added) + report.known
            expected = count + len(archive.images)
            tally = ImportTally(count, expected, tuple(info.id for info in report.added), report.known)
            yield tally
            if archive.images:
                known = self._known_labels()
                names = {i.label: PurePosixPath(i.name).parent.name for i in archive.images if i.label not in known}
                frames = _archive_frames(archive, self._seconds)
                yield from self._import(frames, path.name, person=person, tally=tally, names=names)

    def export(self, path: Path, sample_ids: Sequence[str] | None = None) -> ExportReport:
        """Write samples to an archive; an existing file is replaced.

        Args:
            path: The archive.
            sample_ids: The samples; None for all.

        Raises:
            SampleArchiveError: If it cannot be written.
        """
        return export_samples(self._store, path, sample_ids)

    def video_length_s(self, path: Path) -> float | None:
        """The length of a video in seconds; None if its header does not hold it.

        Raises:
            SourceError: If it cannot be read.
        """
        source = self._open_source(path)
        with closing(source):
            source.open()
            count, fps = source.frame_count, source.nominal_fps
        return count / fps if count and fps else None

    def video_thumbnails(self, path: Path, *, max_count: int, side_px: int) -> Iterator[tuple[float, UInt8Array]]:
        """Thumbnails of a video, evenly spread.

        Args:
            path: The video.
            max_count: Maximum number; of a video of unknown length these are its first ones.
            side_px: Length of their longer side.

        Yields:
            The time in the video in seconds, and a thumbnail, ``(height, width, 3)`` uint8 BGR.

        Raises:
            SourceError: If the video cannot be read.
        """
        source = self._open_source(path)
        with closing(source):
            source.open()
            count, fps = source.frame_count, source.nominal_fps
            step_s = max(_THUMBNAIL_INTERVAL_S, count / fps / max_count if count and fps else 0.0)
            next_s, given = 0.0, 0
            for frame in _frames(source):
                if given >= max_count:
                    break
                if frame.time_s >= next_s:
                    next_s, given = frame.time_s + step_s, given + 1
                    yield frame.time_s, shrunk(frame.image_bgr, side_px)

    def _import(
        self,
        frames: Iterable[LabelledFrame],
        camera: str,
        *,
        person: str,
        limits: ChangeLimits = PHOTO_LIMITS,
        source: FrameSource | None = None,
        expected: int | None = None,
        tally: ImportTally | None = None,
        names: dict[str, str] | None = None,
    ) -> Iterator[ImportTally]:
        """Import frames, and finally save the names of new labels, even if the import was left or failed."""
        tally = tally or ImportTally(expected=expected or (source.frame_count if source else None))
        name = unique_session_name(self._now(), self._store.counts_by_session())
        session = RecordingSession(name, camera, person=person)
        reader = self._make_reader()
        try:
            with closing(reader):
                imported = import_frames(
                    frames, reader, self._store, session, limits=limits, tally=tally, now=self._now
                )
                for latest in imported:
                    tally = replace(latest, warnings=() if source is None else tuple(source.warnings))
                    yield tally
        finally:
            self._name_labels(names or {})

    def _name_labels(self, names: dict[str, str]) -> None:
        used = self._store.counts_by_label()
        labels = self._store.labels
        for slug in sorted(names.keys() & used.keys()):
            labels = _renamed(labels, slug, names[slug])
        if labels != self._store.labels:
            self._store.set_labels(labels)

    def _known_labels(self) -> set[str]:
        return {label.slug for label in self._store.labels.labels}

    def _seconds(self) -> float:
        return self._now().timestamp()


def _frames(source: FrameSource) -> Iterator[Frame]:
    while (frame := source.read()) is not None:
        yield frame


def _archive_frames(archive: OpenArchive, seconds: Callable[[], float]) -> Iterator[LabelledFrame]:
    for number, image in enumerate(archive.images):
        try:
            image_bgr = image.load()
        except (OSError, ValueError) as error:
            raise SourceError(
                Message("{path} cannot be read: {reason}.").fill(path=image.name, reason=reason_of(error)),
                hint=Message("Import the archive again."),
            ) from error
        yield Frame(image_bgr, number, float(number), seconds(), image.name), image.label


def _label_of_path(path: str | None, known: set[str], names: dict[str, str]) -> str | None:
    """The label from the folders of an image: the innermost one that is a known label, else the innermost."""
    folders = list(reversed(PurePosixPath(path or "").parts[:-1]))
    if not folders:
        return None
    slugs = [slug_of(folder) for folder in folders]
    chosen = next((index for index, slug in enumerate(slugs) if slug in known), 0)
    if slugs[chosen] not in known:
        names[slugs[chosen]] = folders[chosen]
    return slugs[chosen]


def _renamed(labels: LabelSet, slug: str, name: str) -> LabelSet:
    """The labels with one renamed; unchanged if the name is not valid or taken."""
    try:
        new = replace(SampleLabel.from_name(name), slug=slug)
        return LabelSet(tuple(new if label.slug == slug else label for label in labels.labels))
    except ValueError:
        return labels
