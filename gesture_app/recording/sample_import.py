"""Makes samples of pictures, videos and archives: hands are found, judged and kept as if they had been recorded.

Knows nothing of cameras, detectors or models: it is given what opens a source and what reads a frame.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path, PurePosixPath

from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading, UInt8Array
from gesture_app.domain.ports import FrameReader, FrameSource, SampleStore
from gesture_app.domain.samples.exchange import ExportReport, ImportTally, LabelledRange, check_ranges
from gesture_app.domain.samples.labels import LabelSet, SampleLabel, slug_of
from gesture_app.domain.samples.quality import QualityResult
from gesture_app.domain.samples.sample import Sample, SampleInfo, image_sha256, session_name
from gesture_app.errors import SourceError
from gesture_app.recording.hand_region import cut_region, shrunk
from gesture_app.recording.quality import HandAppearance, appearance_of, check_quality, hand_extent_px
from gesture_app.recording.recorder import RECENT_SAMPLES, RecordingSession
from gesture_app.recording.sample_archive import OpenArchive, export_samples, open_archive
from gesture_app.recording.sample_store import utc_now

VIDEO_INTERVAL_S = 1 / 6
"""Neighbouring frames of a video show the same: as many are looked at as are recorded live."""

_PICTURE_STEP_S = 0.25

LabelledFrame = tuple[Frame, str | None]
"""A frame and what its hand shows, as a slug; None where nothing says so."""


class SampleImporter:
    """Brings samples into a store, and takes them out (a ``SampleExchange``). Used from one thread at a time.

    Each import is a session of its own. Whoever goes through an import may leave it at any point: what was kept so far
    stays, and everything that was open is closed.

    Args:
        store: Where samples are kept.
        open_source: Makes the source of a folder of images, an image or a video; it is not opened yet.
        make_reader: Makes what finds and reads hands in pictures that each stand alone. Called when the first one is
            needed, for it takes a while.
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

    def import_folder(self, path: Path, label: str | None = None) -> Iterator[ImportTally]:
        """Samples of the images in a folder, or of a single one.

        Args:
            path: The folder. Without a label, its subfolders say what the hands show.
            label: What all of them show, as a slug.

        Yields:
            How it stands, after each image.

        Raises:
            SourceError: If there are no images.
            SampleStoreError: If a sample cannot be kept; those before it are.
            GestureAppError: If the hand detector or the model cannot be used.
        """
        source = self._open_source(path)
        source.open()
        names: dict[str, str] = {}
        with closing(source):
            known = self._known_labels()
            frames = ((frame, label or _label_of_path(frame.path, known, names)) for frame in _frames(source))
            yield from self._import(frames, path.name, source=source, names=names)

    def import_video(self, path: Path, ranges: Iterable[LabelledRange]) -> Iterator[ImportTally]:
        """Samples of parts of a video.

        Args:
            path: The video.
            ranges: Its parts and what is shown in them.

        Yields:
            How it stands, after each frame that was looked at.

        Raises:
            ValueError: If two parts overlap, or there is none.
            SourceError: If the video cannot be read.
            SampleStoreError: If a sample cannot be kept; those before it are.
            GestureAppError: If the hand detector or the model cannot be used.
        """
        ordered = check_ranges(ranges)
        source = self._open_source(path)
        source.open()
        with closing(source):
            count = round(sum(part.end_s - part.start_s for part in ordered) / VIDEO_INTERVAL_S)
            yield from self._import(
                frames_in_ranges(_frames(source), ordered), path.name, source=source, expected=count
            )

    def import_archive(self, path: Path) -> Iterator[ImportTally]:
        """The samples of an archive made by :meth:`export`, or the pictures of one of PNG files in a folder a label.

        Yields:
            How it stands, after the samples, and after each picture that had to be looked at.

        Raises:
            SampleArchiveError: If it cannot be read, or is not to be trusted; nothing of it is then kept.
            SampleStoreError: If a sample cannot be kept.
            GestureAppError: If the hand detector or the model cannot be used.
        """
        with open_archive(path) as archive:
            report = archive.import_into(self._store)
            count = len(report.added) + report.known
            expected = count + len(archive.pictures)
            tally = ImportTally(count, expected, tuple(info.id for info in report.added), report.known)
            yield tally
            if archive.pictures:
                known = self._known_labels()
                names = {p.label: PurePosixPath(p.name).parent.name for p in archive.pictures if p.label not in known}
                frames = _archive_frames(archive, self._seconds)
                yield from self._import(frames, path.name, tally=tally, names=names)

    def export(self, path: Path, sample_ids: Sequence[str] | None = None) -> ExportReport:
        """Write samples into an archive, in place of what was at ``path``.

        Args:
            path: The archive.
            sample_ids: Which samples; None for all.

        Raises:
            SampleArchiveError: If it cannot be written.
        """
        return export_samples(self._store, path, sample_ids)

    def video_length_s(self, path: Path) -> float | None:
        """How long a video is, where its head says so.

        Raises:
            SourceError: If it cannot be read.
        """
        source = self._open_source(path)
        with closing(source):
            source.open()
            count, fps = source.frame_count, source.nominal_fps
        return count / fps if count and fps else None

    def video_thumbnails(self, path: Path, *, max_count: int, side_px: int) -> Iterator[tuple[float, UInt8Array]]:
        """Small pictures of a video, evenly spread, for a person who chooses parts of it.

        Args:
            path: The video.
            max_count: Maximum number; of a video of unknown length these are its first ones.
            side_px: Their longer side.

        Yields:
            The time in the video in seconds, and a picture, ``(height, width, 3)`` uint8 BGR.

        Raises:
            SourceError: If the video cannot be read.
        """
        source = self._open_source(path)
        with closing(source):
            source.open()
            count, fps = source.frame_count, source.nominal_fps
            step_s = max(_PICTURE_STEP_S, count / fps / max_count if count and fps else 0.0)
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
        source: FrameSource | None = None,
        expected: int | None = None,
        tally: ImportTally | None = None,
        names: dict[str, str] | None = None,
    ) -> Iterator[ImportTally]:
        """Samples of frames; the names that people gave to new labels are remembered at the end, however it comes."""
        tally = tally or ImportTally(expected=expected or (source.frame_count if source else None))
        session = RecordingSession(unique_session_name(self._now(), self._store.counts_by_session()), camera)
        reader = self._make_reader()
        try:
            with closing(reader):
                for latest in import_frames(frames, reader, self._store, session, tally=tally, now=self._now):
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


def import_frames(
    frames: Iterable[LabelledFrame],
    reader: FrameReader,
    store: SampleStore,
    session: RecordingSession,
    *,
    tally: ImportTally | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Iterator[ImportTally]:
    """Samples of the largest hand in each frame.

    Args:
        frames: Frames with their labels.
        reader: Finds and reads hands in pictures that each stand alone.
        store: Where good ones are kept.
        session: What they have in common; its model is overridden by the reader's where that has one.
        tally: What was counted before.
        now: The time of day, with its offset from UTC.

    Yields:
        How it stands, after each frame.

    Raises:
        SampleStoreError: If a sample cannot be kept; those before it are.
        DetectorError: If the detector failed.
        ClassifierError: If the classifier failed.
    """
    tally = tally or ImportTally()
    looks: dict[str, deque[HandAppearance]] = {}
    for frame, label in frames:
        tally = replace(tally, seen=tally.seen + 1)
        if label is None:
            tally = replace(tally, unlabelled=tally.unlabelled + 1)
        else:
            kept = looks.setdefault(label, deque(maxlen=RECENT_SAMPLES))
            tally = _import_one(frame, label, reader.process(frame), store, session, kept, tally, now)
        yield tally


def frames_in_ranges(frames: Iterable[Frame], ranges: Sequence[LabelledRange]) -> Iterator[LabelledFrame]:
    """The frames of a video that lie in the ranges, :data:`VIDEO_INTERVAL_S` apart, up to the end of the last one."""
    end_s = max(part.end_s for part in ranges)
    last_s = -VIDEO_INTERVAL_S
    for frame in frames:
        if frame.time_s >= end_s:
            break
        part = next((part for part in ranges if part.contains(frame.time_s)), None)
        if part is not None and frame.time_s - last_s >= VIDEO_INTERVAL_S:
            last_s = frame.time_s
            yield frame, part.label


def unique_session_name(started_at: datetime, taken: Iterable[str]) -> str:
    """The name of a session that began then and has no namesake."""
    name, taken = session_name(started_at), set(taken)
    numbered = (f"{name}_{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(other for other in numbered if other not in taken)


def _import_one(
    frame: Frame,
    label: str,
    result: FrameResult,
    store: SampleStore,
    session: RecordingSession,
    looks: deque[HandAppearance],
    tally: ImportTally,
    now: Callable[[], datetime],
) -> ImportTally:
    reading = max(result.hands, key=lambda reading: hand_extent_px(reading.hand), default=None)
    if reading is None:
        return replace(tally, handless=tally.handless + 1)
    sample = _sample(frame, reading, label, replace(session, model_id=result.model_id or session.model_id), now())
    # A sample's own picture, unpacked from an archive, is known even where its landmarks are found a little elsewhere.
    if store.has_image(sample.image_sha256) or store.has_image(image_sha256(frame.image_bgr)):
        return replace(tally, known=tally.known + 1)
    verdict: QualityResult = check_quality(frame, reading.hand, looks)
    if verdict.refusal is not None:
        return tally.with_refusal(verdict.refusal)
    info = store.add(sample)
    looks.append(appearance_of(frame, reading.hand))
    return replace(tally, added=(*tally.added, info.id))


def _sample(frame: Frame, reading: HandReading, label: str, session: RecordingSession, taken_at: datetime) -> Sample:
    region_bgr, hand = cut_region(frame, reading.hand)
    info = SampleInfo(
        session=session.name,
        number=0,
        label=label,
        taken_at=taken_at.astimezone(timezone.utc).isoformat(),
        camera=session.camera,
        hand=hand,
        region_wh=(region_bgr.shape[1], region_bgr.shape[0]),
        model_id=session.model_id,
        prediction=reading.prediction,
    )
    return Sample(info, region_bgr)


def _frames(source: FrameSource) -> Iterator[Frame]:
    while (frame := source.read()) is not None:
        yield frame


def _archive_frames(archive: OpenArchive, seconds: Callable[[], float]) -> Iterator[LabelledFrame]:
    for number, picture in enumerate(archive.pictures):
        try:
            image_bgr = picture.load()
        except (OSError, ValueError) as error:
            raise SourceError(f"{picture.name} cannot be read: {error}.", hint="Import the archive again.") from error
        yield Frame(image_bgr, number, float(number), seconds(), picture.name), picture.label


def _label_of_path(path: str | None, known: set[str], names: dict[str, str]) -> str | None:
    """The label that the folders of an image name: the innermost that is a known one, else the innermost."""
    folders = list(reversed(PurePosixPath(path or "").parts[:-1]))
    if not folders:
        return None
    slugs = [slug_of(folder) for folder in folders]
    chosen = next((index for index, slug in enumerate(slugs) if slug in known), 0)
    if slugs[chosen] not in known:
        names[slugs[chosen]] = folders[chosen]
    return slugs[chosen]


def _renamed(labels: LabelSet, slug: str, name: str) -> LabelSet:
    """The labels with one called as its folder is, where it can be called so."""
    try:
        new = replace(SampleLabel.from_name(name), slug=slug)
        return LabelSet(tuple(new if label.slug == slug else label for label in labels.labels))
    except ValueError:
        return labels
