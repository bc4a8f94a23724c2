"""Summary of a run over a source."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
from rich.console import Console
from rich.table import Table

from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.frames.gestures import display_name


class RunSummary:
    """Counts gestures and collects timings, frame by frame."""

    def __init__(self) -> None:
        self.frames = 0
        self._with_hand = 0
        self._gestures: Counter[str] = Counter()
        self._timings_ms: dict[str, list[float]] = defaultdict(list)

    def add(self, result: FrameResult) -> None:
        """Count one frame."""
        self.frames += 1
        self._with_hand += bool(result.hands)
        self._gestures[result.gesture] += 1
        for stage, duration_ms in result.timings_ms.items():
            self._timings_ms[stage].append(duration_ms)

    def print(self, console: Console, *, source: str, classifier: str, skipped: int = 0) -> None:
        """Print the summary.

        Args:
            console: Receives the summary.
            source: Name of the source.
            classifier: Runtime and device of the classifier.
            skipped: Number of unreadable images.
        """
        console.print(f"\n{source}: {self.frames} frames, a hand in {self._with_hand}", highlight=False)
        if skipped:
            console.print(f"{skipped} pictures could not be read and were skipped", highlight=False)
        if self.frames == 0:
            return
        gestures = Table("gesture", "frames", "share", title="Gestures", title_justify="left")
        for gesture, count in self._gestures.most_common():
            gestures.add_row(display_name(gesture), str(count), f"{count / self.frames:.1%}")
        console.print(gestures)
        timings = Table("stage", "median ms", "95 % ms", title=f"Time a frame ({classifier})", title_justify="left")
        for stage, durations in self._timings_ms.items():
            p50, p95 = np.percentile(durations, [50, 95])
            timings.add_row(stage, f"{p50:.1f}", f"{p95:.1f}")
        console.print(timings)
