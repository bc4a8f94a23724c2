"""Building samples from frames and hands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from gesture_app.domain.frames.frame import Frame, Hand, Prediction
from gesture_app.domain.samples.labels import check_slug
from gesture_app.domain.samples.sample import NOBODY, Sample, SampleInfo, check_person
from gesture_app.recording.hand_region import cut_region


@dataclass(frozen=True)
class RecordingSession:
    """Properties that all samples of a recorder share.

    Attributes:
        name: The session; see :func:`~gesture_app.domain.samples.sample.session_name`.
        camera: The name of the source.
        model_id: The active model, or empty.
        person: Name of the person whose hands are recorded, or empty.
        is_correction: Whether its samples correct predictions.

    Raises:
        ValueError: If the name is not safe as part of a file name, or that of the person is not valid.
    """

    name: str
    camera: str
    model_id: str = ""
    person: str = NOBODY
    is_correction: bool = False

    def __post_init__(self) -> None:
        check_slug(self.name, "session")
        check_person(self.person)


def build_sample(
    frame: Frame, hand: Hand, label: str, session: RecordingSession, prediction: Prediction | None, taken_at: datetime
) -> Sample:
    """A sample of a hand in a frame, without a number.

    Args:
        frame: The frame.
        hand: A hand in it.
        label: The label, as a slug.
        session: The session it belongs to.
        prediction: The model's prediction, if there is one.
        taken_at: The time of day, with its offset from UTC.
    """
    region_bgr, region_hand = cut_region(frame, hand)
    info = SampleInfo(
        session=session.name,
        number=0,
        label=label,
        taken_at=taken_at.astimezone(timezone.utc).isoformat(),
        camera=session.camera,
        hand=region_hand,
        region_wh=(region_bgr.shape[1], region_bgr.shape[0]),
        model_id=session.model_id,
        prediction=prediction,
        person=session.person,
        is_correction=session.is_correction,
    )
    return Sample(info, region_bgr)
