"""Selects and formats the parts of a result that the window shows."""

from __future__ import annotations

from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading
from gesture_app.domain.frames.gestures import NONE, GestureSet
from gesture_app.gui.texts import gesture_name, gesture_title
from gesture_app.gui.translation import tr

STALE_S = 0.5
"""Seconds by which a result may be older than the shown frame."""

_MOST_NAMED = 7
"""Gestures that an invitation names at most."""


def current_result(result: FrameResult | None, frame: Frame) -> FrameResult | None:
    """The result if it is recent enough for the frame, else None."""
    if result is None or result.seq > frame.seq or frame.captured_s - result.captured_s > STALE_S:
        return None
    return result


def leading_reading(result: FrameResult) -> HandReading | None:
    """The largest hand that shows the frame's gesture, else the largest hand; None without hands."""
    if not result.hands:
        return None
    showing = [reading for reading in result.hands if reading.stable_gesture == result.gesture]
    return max(showing or result.hands, key=lambda reading: reading.hand.size_px)


def answer(reading: HandReading) -> str:
    """The gesture that a hand is said to show: the stable one, unless another one has just become more probable."""
    is_most_probable = reading.stable_gesture == reading.basis.best_gesture
    return reading.stable_gesture if is_most_probable else NONE


def shown_probabilities(reading: HandReading) -> dict[str, float]:
    """The probabilities to show for a hand, by label, 0 to 1; they sum to 1.

    They are those that the stable gesture is decided from, so that the answer is the most probable one. Of a hand that
    shows a gesture, the probabilities of the gestures: that one is meant has been decided. Of another hand, those of
    all labels.
    """
    if answer(reading) != NONE:
        return reading.basis.among(reading.basis.labels.gestures)
    return reading.basis.by_label


def confidence(reading: HandReading) -> float:
    """Shown probability of the answer, 0 to 1."""
    return shown_probabilities(reading).get(answer(reading), 0.0)


def likely_gesture(reading: HandReading) -> str | None:
    """The gesture that a hand probably shows, though it is not the answer yet; None if it probably shows none."""
    best = reading.basis.best_gesture
    is_likely = answer(reading) == NONE and best != NONE and reading.basis.by_label[best] > 0.5
    return best if is_likely else None


def reading_title(reading: HandReading) -> str:
    """The reading of a hand as a heading: its gesture, ``"Perhaps rock"``, or ``"No gesture"``."""
    likely = likely_gesture(reading)
    return (
        gesture_title(answer(reading))
        if likely is None
        else tr("Perhaps {gesture}").format(gesture=gesture_name(likely))
    )


def invitation(labels: GestureSet) -> str:
    """Sentence that invites the user to show one of the model's gestures."""
    names = [gesture_name(label) for label in labels.gestures]
    if not 1 < len(names) <= _MOST_NAMED:
        return tr("Show one of the gestures below.")
    return tr("Show {names} or {last}.").format(names=", ".join(names[:-1]), last=names[-1])


def percent(fraction: float) -> str:
    """Format a fraction as a percentage; only 1 becomes ``"100 %"``."""
    rounded = round(fraction * 100)
    if rounded == 100 and fraction < 1:
        rounded = 99
    return f"{rounded} %"
