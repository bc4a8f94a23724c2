"""The roles that the pipeline needs filled. Implementations add their technology to the name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol

from gesture_app.domain.frames.frame import Frame, FrameResult, Hand, HandCrop, Prediction, UInt8Array
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.models.model_summary import ModelImport, ModelSummary
from gesture_app.domain.retraining.events import RetrainOutcome
from gesture_app.domain.samples.exchange import ExportReport, ImportTally, LabelledRange
from gesture_app.domain.samples.labels import LabelSet
from gesture_app.domain.samples.quality import OfferResult, QualityResult
from gesture_app.domain.samples.sample import DamagedSample, Sample, SampleInfo


class DetectionMode(Enum):
    """How the frames given to a detector relate to each other."""

    VIDEO = "video"
    """Consecutive frames of one scene: hands are tracked, and times must rise."""
    INDEPENDENT = "independent"
    """Each image stands alone: nothing is carried over."""


class FrameSource(Protocol):
    """Where frames come from. One thread opens, reads and closes it; only ``request_stop`` may come from another."""

    @property
    def name(self) -> str:
        """What people call it: a camera's name, a file's name, an address."""
        ...

    @property
    def is_live(self) -> bool:
        """Whether frames come in real time whether or not they are read (a camera, a stream)."""
        ...

    @property
    def nominal_fps(self) -> float | None:
        """The frame rate the source claims, where it claims one."""
        ...

    @property
    def frame_count(self) -> int | None:
        """How many frames there are, where that is known."""
        ...

    @property
    def warnings(self) -> list[str]:
        """Sentences about what was left out or ended early since ``open``; still there after ``close``."""
        ...

    @property
    def skipped_count(self) -> int:
        """How many pictures could not be read since ``open``."""
        ...

    def open(self) -> None:
        """Get ready to read.

        Raises:
            SourceError: If the source cannot be used; the source is then closed, and ``open`` may be tried again.
        """
        ...

    def read(self) -> Frame | None:
        """The next frame, or None at the end of a source that ends.

        Raises:
            SourceError: If the source failed; a live source may be opened again.
        """
        ...

    def request_stop(self) -> None:
        """Ask a ``read`` or ``open`` that waits in another thread to return soon. Safe from any thread."""
        ...

    def close(self) -> None:
        """Release everything. May be called more than once, and on a source that never opened."""
        ...


class HandDetector(Protocol):
    """Finds hands. Used from one thread."""

    def detect(self, frame: Frame) -> list[Hand]:
        """The hands in a frame, at most as many as the detector was made for, in no particular order.

        Raises:
            DetectorError: If the detector failed.
        """
        ...

    def reset(self) -> None:
        """Forget what was tracked: the next frame is the first of another scene."""
        ...

    def close(self) -> None:
        """Release everything. May be called more than once."""
        ...


class Classifier(Protocol):
    """Reads gestures from crops. Made and first used in one thread, it may go on in another; never in two at a time."""

    @property
    def labels(self) -> GestureSet:
        """The labels it tells apart."""
        ...

    @property
    def description(self) -> str:
        """What runs where, for the status line, for example ``"ONNX Runtime, CPU"``."""
        ...

    def classify(self, crops: Sequence[HandCrop]) -> list[Prediction]:
        """One prediction a crop, in order; an empty list for no crops.

        Raises:
            ClassifierError: If the classifier failed.
        """
        ...

    def close(self) -> None:
        """Release everything. May be called more than once."""
        ...


class Cropper(Protocol):
    """Cuts what a classifier sees of a hand out of a frame, in the way its model was trained with."""

    def __call__(self, frame: Frame, hand: Hand) -> HandCrop:
        """The crop of one hand."""
        ...


class FrameReader(Protocol):
    """Finds and reads the hands of a frame. Used from one thread."""

    def process(self, frame: Frame) -> FrameResult:
        """Everything known about one frame.

        Raises:
            DetectorError: If the detector failed.
            ClassifierError: If the classifier failed.
        """
        ...

    def close(self) -> None:
        """Release everything. May be called more than once."""
        ...


class SampleStore(Protocol):
    """Keeps recorded hands. Any thread may call any method; what reads never waits for what writes.

    Every method that changes something raises ``SampleStoreError`` where it cannot, and has then changed nothing.
    """

    @property
    def labels(self) -> LabelSet:
        """The labels one can record under: those that were chosen, and any that samples have besides."""
        ...

    def set_labels(self, labels: LabelSet) -> None:
        """Remember the labels one can record under; the next start finds them."""
        ...

    @property
    def damaged(self) -> tuple[DamagedSample, ...]:
        """What was found that cannot be used; it is neither listed nor removed."""
        ...

    def add(self, sample: Sample) -> SampleInfo:
        """Keep a sample; it is on the disk when this returns.

        Args:
            sample: The sample; where its number is 0 it gets the next one of its session.

        Returns:
            What is known of it, with its number.

        Raises:
            SampleStoreError: If it cannot be written, or its number is taken.
        """
        ...

    def add_all(self, samples: Iterable[Sample]) -> tuple[SampleInfo, ...]:
        """Keep several samples, or none of them: a taken number is replaced by the next one of the session.

        Raises:
            SampleStoreError: If one cannot be written; those before it are taken back.
        """
        ...

    def load(self, sample_id: str) -> Sample:
        """A sample with its picture.

        Raises:
            SampleStoreError: If there is none of that id, or its picture is damaged; it is then no longer listed.
        """
        ...

    def listed(self, *, label: str | None = None, session: str | None = None) -> tuple[SampleInfo, ...]:
        """What is known of the samples, oldest first, without reading any picture."""
        ...

    def has_picture(self, picture_sha256: str) -> bool:
        """Whether a listed sample has exactly this picture (see ``Sample.picture_sha256``)."""
        ...

    def counts_by_label(self) -> dict[str, int]:
        """How many samples each label has; labels without any are left out."""
        ...

    def counts_by_session(self) -> dict[str, int]:
        """How many samples each session has; sessions without any are left out."""
        ...

    def delete(self, sample_id: str) -> None:
        """Put a sample into the trash, from where :meth:`restore` takes it back.

        Raises:
            SampleStoreError: If there is none of that id, or it cannot be moved.
        """
        ...

    def restore(self, sample_id: str) -> SampleInfo:
        """Take a sample back from the trash.

        Raises:
            SampleStoreError: If none of that id is in the trash, or it cannot be moved.
        """
        ...

    def trashed(self) -> tuple[SampleInfo, ...]:
        """What is in the trash, oldest sample first."""
        ...

    def load_trashed(self, sample_id: str) -> Sample:
        """A sample in the trash with its picture.

        Raises:
            SampleStoreError: If none of that id is there, or its picture is damaged; it is then no longer there.
        """
        ...

    def empty_trash(self) -> int:
        """Remove what is in the trash, for good; returns how many samples that were.

        Raises:
            SampleStoreError: If one cannot be removed.
        """
        ...

    def relabel(self, sample_id: str, label: str) -> str:
        """Put a sample under another label.

        Returns:
            The label it had: with it, another call undoes this one.

        Raises:
            SampleStoreError: If there is no sample of that id, the label cannot be used, or it cannot be moved.
        """
        ...


class RecorderListener(Protocol):
    """Hears what became of the hands that a recorder took. Called in the recorder's thread, so it returns soon."""

    def sample_kept(self, info: SampleInfo) -> None:
        """A hand was written."""
        ...

    def hand_refused(self, verdict: QualityResult) -> None:
        """A hand was not worth keeping."""
        ...

    def recording_failed(self, error: Exception, lost: int) -> None:
        """A ``SampleStoreError`` of the store: recording pauses, and ``lost`` hands that were taken are not kept."""
        ...


class SampleRecorder(Protocol):
    """Takes hands from the pipeline and writes the good ones in the background."""

    def offer(self, frame: Frame, hand: Hand, prediction: Prediction | None, label: str) -> OfferResult:
        """Take a hand to be judged and written. Returns at once, and says so where it is not taken."""
        ...

    def go_on(self) -> None:
        """Record again after a failure."""
        ...

    def stop(self) -> None:
        """Write what was taken, and end; may be called more than once.

        Raises:
            PipelineStuckError: Naming what did not end in time.
        """
        ...


class ModelLibrary(Protocol):
    """The models that came with the program and the person's own, and which of them is in use.

    Any thread may call any method; they read and check files, so the window calls them from another thread. What is
    written is seen by other processes at once, and what others wrote by the next call. Every method raises
    ``ModelError`` where it cannot do what was asked, and has then changed nothing.
    """

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about what is not as the person left it, such as another model in use than the chosen one."""
        ...

    def listed(self) -> tuple[ModelSummary, ...]:
        """All models, usable or not: those that came with the program, then the person's own, newest first."""
        ...

    def active(self) -> ModelSummary:
        """The model in use: the chosen one, or the one that came with the program where that cannot be used.

        Raises:
            ModelError: If neither can be used.
        """
        ...

    def previous(self) -> ModelSummary | None:
        """The model that :meth:`roll_back` would take up again; None where there is none."""
        ...

    def outcome_of(self, model_id: str) -> RetrainOutcome | None:
        """What came of the retraining that made a model; None where it was made otherwise, or that was not kept.

        Raises:
            ModelError: If there is none of that id, or its manifest cannot be read.
        """
        ...

    def activate(self, model_id: str, *, forced: bool = False) -> ModelSummary:
        """Use a model from now on, after checking that it is whole and answers.

        Args:
            model_id: Which one.
            forced: Use it although it was found to be worse than its parent; remembered until it is rolled back.

        Raises:
            ModelError: If there is none of that id, it cannot be used, or it was refused and is not forced.
        """
        ...

    def roll_back(self) -> ModelSummary:
        """Use the model again that was in use before; another call goes back one more.

        Raises:
            ModelError: If there is none to go back to.
        """
        ...

    def remove(self, model_id: str) -> None:
        """Remove an own model for good.

        Raises:
            ModelError: If there is none of that id, it came with the program, or it is in use.
        """
        ...

    def export(self, model_id: str, target: Path) -> None:
        """Write a model so that another machine can import it: a zip archive, in place of what was there.

        Raises:
            ModelError: If the model is damaged, or the archive cannot be written.
        """
        ...

    def import_archive(self, source: Path) -> ModelImport:
        """Add a model that :meth:`export` wrote, after checking all that is in it; it is not used yet.

        Where the name is taken by a model with other contents, it gets a number at its end.

        Args:
            source: The archive, or the folder that it was unpacked into.

        Raises:
            ModelError: If it cannot be read, does not work, or is not to be trusted.
        """
        ...


class SampleExchange(Protocol):
    """Brings samples from elsewhere, and takes them there. Used from one thread at a time; everything may take long.

    An import tells after each picture how it stands. Whoever goes through it may leave it at any point: what was kept
    so far stays, and everything that was open is closed.
    """

    def import_folder(self, path: Path, label: str | None = None) -> Iterator[ImportTally]:
        """Samples of the images in a folder; without a label its subfolders say what the hands show.

        Raises:
            GestureAppError: If it cannot be read, hands cannot be looked for, or a sample cannot be kept.
        """
        ...

    def import_video(self, path: Path, ranges: Iterable[LabelledRange]) -> Iterator[ImportTally]:
        """Samples of parts of a video.

        Raises:
            GestureAppError: If it cannot be read, hands cannot be looked for, or a sample cannot be kept.
        """
        ...

    def import_archive(self, path: Path) -> Iterator[ImportTally]:
        """The samples of an archive made by :meth:`export`.

        Raises:
            GestureAppError: If it cannot be read or is not to be trusted, or a sample cannot be kept.
        """
        ...

    def export(self, path: Path, sample_ids: Sequence[str] | None = None) -> ExportReport:
        """Write samples into an archive, all of them or some.

        Raises:
            SampleArchiveError: If it cannot be written.
        """
        ...

    def video_length_s(self, path: Path) -> float | None:
        """How long a video is, where its head says so.

        Raises:
            SourceError: If it cannot be read.
        """
        ...

    def video_pictures(self, path: Path, *, most: int, side_px: int) -> Iterator[tuple[float, UInt8Array]]:
        """Small pictures of a video, evenly spread: the time in seconds, and ``(height, width, 3)`` uint8 BGR.

        Raises:
            SourceError: If it cannot be read.
        """
        ...
