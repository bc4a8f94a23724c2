"""Importing the hands in labelled frames as samples."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.ports import FrameReader, SampleStore
from gesture_app.domain.samples.exchange import ImportTally, LabelledRange
from gesture_app.domain.samples.quality import QualityResult
from gesture_app.domain.samples.sample import image_sha256, session_name
from gesture_app.recording.quality import (
    FRAME_LIMITS,
    RECENT_SAMPLES,
    ChangeLimits,
    HandAppearance,
    appearance_of,
    check_quality,
    hand_extent_px,
)
from gesture_app.recording.sample_builder import RecordingSession, build_sample
from gesture_app.recording.sample_store import utc_now

VIDEO_INTERVAL_S = 1 / 6
"""Time between imported frames of a video, as in live recording: neighbouring frames are nearly the same."""

LabelledFrame = tuple[Frame, str | None]
"""A frame and the label of its hand, as a slug; None without a label."""


def import_frames(
    frames: Iterable[LabelledFrame],
    reader: FrameReader,
    store: SampleStore,
    session: RecordingSession,
    *,
    limits: ChangeLimits = FRAME_LIMITS,
    tally: ImportTally | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Iterator[ImportTally]:
    """Import the largest hand of each frame as a sample.

    Args:
        frames: Frames with their labels.
        reader: Detects and classifies hands in unrelated images.
        store: The store for good samples.
        session: Their session; the model of the reader's results, if they name one, replaces that of the session.
        limits: Changes below which a hand is a near duplicate of an earlier one of its label.
        tally: The counts to continue from.
        now: The time of day, with its offset from UTC.

    Yields:
        The counts after each frame.

    Raises:
        SampleStoreError: If a sample cannot be saved; those before it stay.
        DetectorError: If the detector failed.
        ClassifierError: If the classifier failed.
    """
    tally = tally or ImportTally()
    recent: dict[str, deque[HandAppearance]] = {}
    for frame, label in frames:
        tally = replace(tally, seen=tally.seen + 1)
        if label is None:
            tally = replace(tally, unlabelled=tally.unlabelled + 1)
        else:
            of_label = recent.setdefault(label, deque(maxlen=RECENT_SAMPLES))
            tally = _import_one(frame, label, reader.process(frame), store, session, (of_label, limits), tally, now)
        yield tally


def frames_in_ranges(frames: Iterable[Frame], ranges: Sequence[LabelledRange]) -> Iterator[LabelledFrame]:
    """The frames of a video inside the ranges, :data:`VIDEO_INTERVAL_S` apart, with their labels."""
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
    """A name for a session that began at this time; it gets a number if the name is taken."""
    name, taken = session_name(started_at), set(taken)
    numbered = (f"{name}_{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(other for other in numbered if other not in taken)


def _import_one(
    frame: Frame,
    label: str,
    result: FrameResult,
    store: SampleStore,
    session: RecordingSession,
    compared: tuple[deque[HandAppearance], ChangeLimits],
    tally: ImportTally,
    now: Callable[[], datetime],
) -> ImportTally:
    reading = max(result.hands, key=lambda reading: hand_extent_px(reading.hand), default=None)
    if reading is None:
        return replace(tally, handless=tally.handless + 1)
    session = replace(session, model_id=result.model_id or session.model_id)
    sample = build_sample(frame, reading.hand, label, session, reading.prediction, now())
    # An exported sample's image is known even if its landmarks are now detected a little elsewhere.
    if store.has_image(sample.image_sha256) or store.has_image(image_sha256(frame.image_bgr)):
        return replace(tally, known=tally.known + 1)
    recent, limits = compared
    quality: QualityResult = check_quality(frame, reading.hand, recent, limits)
    if quality.refusal is not None:
        return tally.with_refusal(quality.refusal)
    info = store.add(sample)
    recent.append(appearance_of(frame, reading.hand))
    return replace(tally, added=(*tally.added, info.id))
