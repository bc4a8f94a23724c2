"""The ports for storing, recording, importing and exporting samples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from gesture_app.domain.frames.frame import Frame, Hand, Prediction, UInt8Array
from gesture_app.domain.samples.exchange import ExportReport, ImportTally, LabelledRange
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.quality import OfferResult, QualityResult
from gesture_app.domain.samples.sample import DamagedSample, Sample, SampleInfo


class SampleStore(Protocol):
    """Stores recorded hands. Any thread may call any method; reading never waits for writing.

    Every method that changes something raises ``SampleStoreError`` where it cannot, and has then changed nothing.
    """

    @property
    def labels(self) -> LabelSet:
        """The labels to record under: the chosen ones, and any others that samples have."""
        ...

    def set_labels(self, labels: LabelSet) -> None:
        """Save the labels to record under."""
        ...

    @property
    def damaged(self) -> tuple[DamagedSample, ...]:
        """Samples that cannot be used; they are neither listed nor removed."""
        ...

    def add(self, sample: Sample) -> SampleInfo:
        """Save a sample; it is on the disk when this returns.

        Args:
            sample: The sample; where its number is 0 it gets the next one of its session.

        Returns:
            Its metadata, with its number.

        Raises:
            SampleStoreError: If it cannot be written, or its number is taken.
        """
        ...

    def add_all(self, samples: Iterable[Sample]) -> tuple[SampleInfo, ...]:
        """Save several samples, or none of them: a taken number is replaced by the next one of the session.

        Raises:
            SampleStoreError: If one cannot be written; those before it are removed again.
        """
        ...

    def load(self, sample_id: str) -> Sample:
        """A sample with its image.

        Raises:
            SampleStoreError: If there is none of that id, or its image is damaged; it is then no longer listed.
        """
        ...

    def listed(self, *, label: str | None = None, session: str | None = None) -> tuple[SampleInfo, ...]:
        """The metadata of the samples, oldest first. No image is read."""
        ...

    def has_image(self, image_sha256: str) -> bool:
        """Whether a listed sample has exactly this image (see ``Sample.image_sha256``)."""
        ...

    def counts_by_label(self) -> dict[str, int]:
        """The number of samples of each label; labels without samples are left out."""
        ...

    def counts_by_session(self) -> dict[str, int]:
        """The number of samples of each session; sessions without samples are left out."""
        ...

    def delete(self, sample_id: str) -> None:
        """Move a sample to the trash; :meth:`restore` moves it back.

        Raises:
            SampleStoreError: If there is none of that id, or it cannot be moved.
        """
        ...

    def restore(self, sample_id: str) -> SampleInfo:
        """Move a sample back from the trash.

        Raises:
            SampleStoreError: If none of that id is in the trash, or it cannot be moved.
        """
        ...

    def trashed(self) -> tuple[SampleInfo, ...]:
        """The metadata of the samples in the trash, oldest first."""
        ...

    def load_trashed(self, sample_id: str) -> Sample:
        """A sample in the trash with its image.

        Raises:
            SampleStoreError: If none of that id is there, or its image is damaged; it is then no longer there.
        """
        ...

    def empty_trash(self) -> int:
        """Delete the samples in the trash for good; returns their number.

        Raises:
            SampleStoreError: If one cannot be removed.
        """
        ...

    def relabel(self, sample_id: str, label: str) -> str:
        """Change the label of a sample.

        Returns:
            The previous label, to undo the change with.

        Raises:
            SampleStoreError: If there is no sample of that id, the label cannot be used, or it cannot be moved.
        """
        ...

    def set_person(self, sample_id: str, person: str) -> str:
        """Say whose hand a sample shows.

        Args:
            sample_id: The sample.
            person: Name of the person, or empty for nobody in particular.

        Returns:
            The previous person, to undo the change with.

        Raises:
            SampleStoreError: If there is no sample of that id, the name cannot be used, or it cannot be written.
        """
        ...

    def set_forgotten(self, sample_id: str, *, is_forgotten: bool) -> bool:
        """Let a sample no longer act at once, or act again; its recording stays.

        Returns:
            Whether it was forgotten before, to undo the change with.

        Raises:
            SampleStoreError: If there is no sample of that id, or it cannot be written.
        """
        ...


class RecorderListener(Protocol):
    """Receives the result of each hand that a recorder took. Called in the recorder's thread, so return soon."""

    def sample_saved(self, info: SampleInfo) -> None:
        """A sample was saved."""
        ...

    def hand_refused(self, verdict: QualityResult) -> None:
        """A hand did not pass the quality check."""
        ...

    def recording_failed(self, error: Exception, lost: int) -> None:
        """The store failed: recording pauses, and ``lost`` hands that were taken are not saved."""
        ...


class SampleRecorder(Protocol):
    """Takes hands from the pipeline and saves the good ones in the background."""

    def offer(self, frame: Frame, hand: Hand, prediction: Prediction | None, label: str) -> OfferResult:
        """Take a hand to be checked and saved. Returns at once whether it is taken."""
        ...

    def resume(self) -> None:
        """Continue recording after a failure."""
        ...

    def stop(self) -> None:
        """Save the hands that were taken, and end; may be called more than once.

        Raises:
            PipelineStuckError: If the thread did not end in time.
        """
        ...


class SampleExchange(Protocol):
    """Imports and exports samples. Used from one thread at a time; every method may take long.

    An import yields its progress after each image. It may be left at any point: the samples saved so far stay, and all
    files are closed.
    """

    def import_folder(self, path: Path, label: str | None = None, person: str = "") -> Iterator[ImportTally]:
        """Import the images in a folder; without a label the names of its subfolders are the labels.

        Args:
            path: The folder.
            label: The label of all of them, as a slug.
            person: The person whose hands they show, or empty.

        Raises:
            GestureAppError: If it cannot be read, the hand detector fails, or a sample cannot be saved.
        """
        ...

    def import_video(self, path: Path, ranges: Iterable[LabelledRange], person: str = "") -> Iterator[ImportTally]:
        """Import labelled parts of a video, of one person's hand.

        Raises:
            GestureAppError: If it cannot be read, the hand detector fails, or a sample cannot be saved.
        """
        ...

    def import_archive(self, path: Path, person: str = "") -> Iterator[ImportTally]:
        """Import the samples of an archive made by :meth:`export`.

        Args:
            path: The archive.
            person: The person of the samples for whom the archive names none.

        Raises:
            GestureAppError: If it cannot be read or is not to be trusted, or a sample cannot be saved.
        """
        ...

    def export(self, path: Path, sample_ids: Sequence[str] | None = None) -> ExportReport:
        """Write samples to an archive, all of them or some.

        Raises:
            SampleArchiveError: If it cannot be written.
        """
        ...

    def video_length_s(self, path: Path) -> float | None:
        """The length of a video in seconds; None if its header does not hold it.

        Raises:
            SourceError: If it cannot be read.
        """
        ...

    def video_thumbnails(self, path: Path, *, max_count: int, side_px: int) -> Iterator[tuple[float, UInt8Array]]:
        """Thumbnails of a video, evenly spread: the time in seconds, and ``(height, width, 3)`` uint8 BGR.

        Raises:
            SourceError: If it cannot be read.
        """
        ...
