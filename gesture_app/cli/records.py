"""What the commands tell other programs: JSON, and the object that ``replay`` writes for a frame."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console

from gesture_app.domain.frames.frame import FrameResult, HandReading


def frame_record(result: FrameResult) -> dict[str, Any]:
    """One JSON-ready object; numbers are rounded, so that equal results are equal text."""
    record: dict[str, Any] = {"seq": result.seq, "time_s": round(result.time_s, 4)}
    if result.path is not None:
        record["file"] = result.path
    record["hands"] = [_hand_record(reading) for reading in result.hands]
    record["gesture"] = result.gesture
    record["timings_ms"] = {stage: round(duration_ms, 2) for stage, duration_ms in result.timings_ms.items()}
    return record


def _hand_record(reading: HandReading) -> dict[str, Any]:
    prediction = reading.prediction
    return {
        "gesture": prediction.gesture,
        "confidence": round(prediction.confidence, 4),
        "probabilities": {label: round(p, 4) for label, p in prediction.by_label.items()},
        "handedness": reading.hand.handedness.value,
        "box_xyxy_px": [round(edge, 1) for edge in reading.hand.box_xyxy_px],
    }


def print_json(content: object, console: Console) -> None:
    """Print something as JSON, with no line broken in between."""
    console.print(json.dumps(content, ensure_ascii=False, indent=2), highlight=False, soft_wrap=True)


def counted(number: int, what: str) -> str:
    """A number of things, for example ``"1 sample"`` or ``"2 samples"``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
