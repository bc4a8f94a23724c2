"""The JSON object that ``gesture-app replay`` writes for a frame."""

from __future__ import annotations

from typing import Any

from gesture_app.domain.frames.frame import FrameResult, HandReading
from gesture_app.domain.frames.sensitivity import Sensitivity


def frame_record(result: FrameResult, sensitivity: Sensitivity = Sensitivity.NORMAL) -> dict[str, Any]:
    """Result of a frame as a JSON-ready object. Numbers are rounded, so that equal results give equal text.

    Args:
        result: The result.
        sensitivity: For the gestures of the hands, which are not smoothed.
    """
    record: dict[str, Any] = {"seq": result.seq, "time_s": round(result.time_s, 4)}
    if result.path is not None:
        record["file"] = result.path
    record["hands"] = [_hand_record(reading, sensitivity) for reading in result.hands]
    record["gesture"] = result.gesture
    record["timings_ms"] = {stage: round(duration_ms, 2) for stage, duration_ms in result.timings_ms.items()}
    return record


def _hand_record(reading: HandReading, sensitivity: Sensitivity) -> dict[str, Any]:
    prediction = reading.prediction
    gesture = prediction.gesture_at(sensitivity)
    return {
        "gesture": gesture,
        "confidence": round(prediction.by_label[gesture], 4),
        "intent": round(prediction.intent, 4),
        "probabilities": {label: round(p, 4) for label, p in prediction.by_label.items()},
        "handedness": reading.hand.handedness.value,
        "box_xyxy_px": [round(edge, 1) for edge in reading.hand.box_xyxy_px],
    }
