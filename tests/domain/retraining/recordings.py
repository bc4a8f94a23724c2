"""Samples for the tests of splits and plans."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import numpy as np

from gesture_app.domain.frames.frame import Hand, Handedness, Prediction
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.samples.sample import SampleInfo, session_name

START = datetime(2024, 5, 1, 10, tzinfo=timezone.utc)
HAND = Hand(np.zeros((21, 3), np.float32), Handedness.RIGHT, 0.9)


def recorded(
    label: str, count: int, day: int = 0, *, every_s: float = 1.0, after_s: float = 0.0, read_as: str | None = None
) -> list[SampleInfo]:
    """Samples of one label from the session of a day."""
    session = session_name(START + timedelta(days=day))
    prediction = None
    if read_as is not None:
        probabilities = np.array([label == read_as for label in DEFAULT_LABELS.labels], np.float32)
        prediction = Prediction(DEFAULT_LABELS, probabilities)
    first = {"rock": 0, "paper": 1000, "scissors": 2000}.get(label, 3000)
    return [
        SampleInfo(
            session,
            first + number + 1,
            label,
            (START + timedelta(days=day, seconds=after_s + number * every_s)).isoformat(),
            "camera",
            HAND,
            (100, 100),
            "rpsls",
            prediction,
        )
        for number in range(count)
    ]


FIRST, SECOND, THIRD = (session_name(START + timedelta(days=day)) for day in range(3))
TWO_DAYS = [*recorded("rock", 10), *recorded("paper", 10), *recorded("rock", 10, 1), *recorded("paper", 10, 1)]
