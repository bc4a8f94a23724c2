"""Measures gaps between frames and between results with and without a model swap.

    python benchmarks/model_swap.py --swaps 10 --json benchmarks/results/model_swap.json

Plays the demo clip in real time through the whole pipeline without a window, and swaps the model repeatedly: each swap
loads the same model from the disk under another id.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.table import Table

from gesture_app.capture.opening import source_for
from gesture_app.composition import build_processor, chosen_model, load_model
from gesture_app.domain.models.device import Device
from gesture_app.pipeline.engine import Engine
from gesture_app.pipeline.processor import LoadedModel
from gesture_app.resources import DEMO_CLIP

_PAUSE_S = 1.5
_TIMEOUT_S = 60.0


class Watch:
    """An ``EngineListener`` that records the times of frames and results, and whether a swap was running."""

    def __init__(self) -> None:
        self.engine: Engine | None = None
        self.frames: list[tuple[float, bool]] = []
        self.results: list[tuple[float, bool, str]] = []
        self._changed = threading.Condition()

    def frame_ready(self) -> None:
        """Pull the frame."""
        engine = self._engine()
        engine.preview.take()
        self.frames.append((time.monotonic(), engine.status.is_swapping))

    def result_ready(self) -> None:
        """Pull the result."""
        engine = self._engine()
        result = engine.results.take()
        if result is not None:
            with self._changed:
                self.results.append((time.monotonic(), engine.status.is_swapping, result.model_id))
                self._changed.notify_all()

    def status_changed(self) -> None:
        """Do nothing: the status is read with each frame."""

    def until_result_of(self, model_id: str) -> float:
        """Wait for a result of a model; return its time in monotonic seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.results and self.results[-1][2] == model_id, _TIMEOUT_S)
            return self.results[-1][0]

    def _engine(self) -> Engine:
        assert self.engine is not None
        return self.engine


def measure(swaps: int) -> dict[str, object]:
    """Swap the model and summarize the gaps in milliseconds."""
    watch = Watch()
    engine = watch.engine = Engine(lambda: build_processor(device=Device.CPU), watch)
    engine.start(lambda: source_for(str(DEMO_CLIP), realtime=True, loop=True))
    pause = threading.Event()
    first_id = chosen_model(None).manifest.id
    watch.until_result_of(first_id)
    pause.wait(2 * _PAUSE_S)
    watch.frames.clear()
    watch.results.clear()
    first_result_ms = []
    for number in range(swaps):
        pause.wait(_PAUSE_S)
        name = f"{first_id}-{number}"

        def load(name: str = name) -> LoadedModel:
            model = load_model(device=Device.CPU)
            return LoadedModel(model.cropper, model.classifier, name)

        began_s = time.monotonic()
        engine.swap_model(load)
        first_result_ms.append((watch.until_result_of(name) - began_s) * 1000)
    pause.wait(_PAUSE_S)
    engine.stop()
    return {
        "model": first_id,
        "swaps": swaps,
        "until_first_result_ms": summary(first_result_ms),
        "frames": gaps([(at_s, swapping) for at_s, swapping in watch.frames]),
        "results": gaps([(at_s, swapping) for at_s, swapping, _ in watch.results]),
    }


def gaps(marks: list[tuple[float, bool]]) -> dict[str, object]:
    """Summarize gaps between times, split by whether a swap was running at either end."""
    split: dict[bool, list[float]] = {True: [], False: []}
    for (before_s, was_swapping), (after_s, is_swapping) in pairwise(marks):
        split[was_swapping or is_swapping].append((after_s - before_s) * 1000)
    return {"while_swapping": summary(split[True]), "otherwise": summary(split[False])}


def summary(values_ms: list[float]) -> dict[str, float]:
    """Count, median, 95th percentile and maximum, in milliseconds."""
    ordered = sorted(values_ms) or [0.0]
    return {
        "count": len(values_ms),
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 1),
        "longest": round(ordered[-1], 1),
    }


def main() -> int:
    """Measure, print the results, and write them to a file if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--swaps", type=int, default=10)
    parser.add_argument("--json", type=Path, help="file for the results")
    args = parser.parse_args()
    measured = measure(args.swaps)
    table = Table("gaps in ms", "", "count", "median", "p95", "longest")
    for kind in ("frames", "results"):
        for when, figures in measured[kind].items():  # type: ignore[attr-defined]
            table.add_row(kind, when.replace("_", " "), *map(str, figures.values()))
    table.add_row("until the new model reads", "", *map(str, measured["until_first_result_ms"].values()))  # type: ignore[attr-defined]
    Console().print(table)
    if args.json:
        args.json.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
