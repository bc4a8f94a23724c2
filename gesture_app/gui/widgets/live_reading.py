"""What of a result is shown, and for how long. No Qt."""

from __future__ import annotations

from gesture_app.domain.frames.frame import Frame, FrameResult, HandReading
from gesture_app.domain.frames.gestures import NONE, GestureSet, display_name

STALE_S = 0.5
"""A result that is older than the picture by more than this says nothing about it any more."""

_MOST_NAMED = 7
"""More gestures than this are not read in passing."""


def current_result(result: FrameResult | None, frame: Frame) -> FrameResult | None:
    """The result if it still belongs to what the frame shows, else None."""
    if result is None or result.seq > frame.seq or frame.captured_s - result.captured_s > STALE_S:
        return None
    return result


def leading_reading(result: FrameResult) -> HandReading | None:
    """The hand that the frame's one gesture was read from: the largest that shows it, else the largest."""
    if not result.hands:
        return None
    showing = [reading for reading in result.hands if reading.stable_gesture == result.gesture]
    return max(showing or result.hands, key=hand_size_px)


def confidence(reading: HandReading) -> float:
    """How probable the shown gesture is in this frame, 0 to 1."""
    return reading.prediction.by_label.get(reading.stable_gesture, 0.0)


def gesture_title(label: str) -> str:
    """A gesture as a heading, for example ``"rock"`` -> ``"Rock"``."""
    if label == NONE:
        return "No gesture"
    name = display_name(label)
    return name[:1].upper() + name[1:]


def invitation(labels: GestureSet) -> str:
    """What one can show a model that knows these labels, as a sentence."""
    names = [display_name(label) for label in labels.gestures]
    if not 1 < len(names) <= _MOST_NAMED:
        return "Show one of the gestures below."
    return f"Show {', '.join(names[:-1])} or {names[-1]}."


def percent(fraction: float) -> str:
    """A probability for people. Only certainty is written as 100 %."""
    rounded = round(fraction * 100)
    if rounded == 100 and fraction < 1:
        rounded = 99
    return f"{rounded} %"


def hand_size_px(reading: HandReading) -> float:
    """The longer side of the box around a hand."""
    left, top, right, bottom = reading.hand.box_xyxy_px
    return max(right - left, bottom - top)
