"""Live recognition in the terminal, for machines without a display."""

from __future__ import annotations

import contextlib
import time
from collections import deque

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from gesture_app.capture.opening import source_for
from gesture_app.cli.options import RecognitionOptions
from gesture_app.cli.summary import RunSummary
from gesture_app.composition import build_processor
from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.frames.gestures import GestureSet, display_name
from gesture_app.domain.ports import DetectionMode

_RECENT = 6
_BAR_CHARS = 24


def run_in_terminal(source_text: str, options: RecognitionOptions, console: Console) -> int:
    """Play a source once at its own speed with a live table of predictions, print a summary, return the exit code.

    On a terminal the table is redrawn in place; elsewhere each change of gesture is a line.

    Args:
        source_text: Video file, folder of images, address, or ``camera:<number>``.
        options: Device, number of hands, model and sensitivity.
        console: Receives the table and the summary.

    Raises:
        GestureAppError: If the source or the model cannot be used.
    """
    source = source_for(source_text, realtime=True)
    summary = RunSummary()
    with contextlib.ExitStack() as stack:
        stack.callback(source.close)
        source.open()
        processor = build_processor(
            device=options.device,
            max_hands=options.max_hands,
            mode=DetectionMode.LIVE,
            model_dir=options.model_dir,
            sensitivity=options.sensitivity,
            detector=options.detector,
        )
        stack.callback(processor.close)
        console.print(f"Playing {source.name}. Ctrl-C stops.", highlight=False)
        table = _LiveTable(processor.labels)
        live = stack.enter_context(Live(console=console, refresh_per_second=15, transient=True))
        shown: str | None = None
        with contextlib.suppress(KeyboardInterrupt):
            while (frame := source.read()) is not None:
                result = processor.process(frame)
                summary.add(result)
                if console.is_terminal:
                    live.update(table.row(result, latency_ms=(time.monotonic() - frame.captured_s) * 1000))
                elif result.gesture != shown:
                    console.print(f"{result.time_s:7.2f} s  {display_name(result.gesture)}", highlight=False)
                    shown = result.gesture
        description = processor.description
    summary.print(console, source=source.name, classifier=description)
    return 0


class _LiveTable:
    """Probabilities of the current frame and the last changes of gesture."""

    def __init__(self, labels: GestureSet) -> None:
        self._labels = labels
        self._changes: deque[tuple[float, str]] = deque(maxlen=_RECENT)

    def row(self, result: FrameResult, latency_ms: float) -> Group:
        """Table after one more frame."""
        if not self._changes or self._changes[-1][1] != result.gesture:
            self._changes.append((result.time_s, result.gesture))
        bars = Table("gesture", "probability", "", title_justify="left")
        showing = [reading for reading in result.hands if reading.stable_gesture == result.gesture] or result.hands
        leading = max(showing, key=lambda reading: reading.prediction.intent, default=None)
        for label in self._labels.labels:
            p = leading.prediction.by_label[label] if leading is not None else 0.0
            style = "bold green" if label == result.gesture and leading is not None else ""
            bar = "█" * round(p * _BAR_CHARS)
            bars.add_row(Text(display_name(label), style), Text(f"{p:6.1%}", style), f"{bar:<{_BAR_CHARS}}")
        now = Text(f"{result.time_s:6.2f} s   {display_name(result.gesture):<10}", "bold")
        now.append(f" hands {len(result.hands)}   latency {latency_ms:5.1f} ms", "not bold")
        changes = "  ".join(f"{time_s:.1f} s {display_name(label)}" for time_s, label in self._changes)
        return Group(now, bars, Text(changes, "dim"))
