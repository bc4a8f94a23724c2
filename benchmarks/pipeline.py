"""Duration of each stage for one frame, and of each classifier for one crop: ``python benchmarks/pipeline.py``.

Machines differ and are noisy: compare figures of one run. ``--out`` keeps them as JSON.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import time
from pathlib import Path
from typing import Any

from gesture_app.capture.video_file import VideoFileSource
from gesture_app.composition import build_processor, chosen_model
from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.models.device import Device
from gesture_app.domain.ports import DetectionMode
from gesture_app.inference.classifiers.keras_classifier import (
    KerasClassifier,
    tensorflow_gpus,
    tensorflow_installed,
)
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.selection import median_latency_ms
from gesture_app.resources import DEMO_CLIP


def main() -> None:
    """Measure and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--keras", action="store_true", help="time the Keras classifier too; imports TensorFlow")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    frames = read_frames(args.frames)
    figures: dict[str, Any] = {
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "frames": f"{len(frames)} of {DEMO_CLIP.name}, {frames[0].resolution_wh[0]}x{frames[0].resolution_wh[1]}",
        "start_s": start_time_s(),
        "median_ms_a_frame": {
            "video, 1 hand": stages_ms(frames, DetectionMode.VIDEO, 1),
            "video, 2 hands": stages_ms(frames, DetectionMode.VIDEO, 2),
            "independent, 2 hands": stages_ms(frames, DetectionMode.INDEPENDENT, 2),
        },
        "median_ms_a_crop": classifiers_ms(keras=args.keras),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    text = json.dumps(figures, indent=2)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")


def read_frames(count: int) -> list[Frame]:
    """The first frames of the demo clip."""
    source = VideoFileSource(DEMO_CLIP)
    source.open()
    frames = []
    while len(frames) < count and (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames


def start_time_s() -> float:
    """Time to build a processor, in seconds."""
    start = time.perf_counter()
    build_processor(device=Device.CPU).close()
    return round(time.perf_counter() - start, 2)


def stages_ms(frames: list[Frame], mode: DetectionMode, hands: int) -> dict[str, float]:
    """Median duration of each stage, in milliseconds."""
    processor = build_processor(device=Device.CPU, max_hands=hands, mode=mode)
    results = [processor.process(frame) for frame in frames]
    processor.close()
    stages = results[0].timings_ms
    return {stage: round(statistics.median(r.timings_ms[stage] for r in results if r.hands), 2) for stage in stages}


def classifiers_ms(*, keras: bool) -> dict[str, float]:
    """Median duration per crop of each classifier, in milliseconds."""
    model = chosen_model(None)
    figures = {}
    for threads in (1, 2):
        onnx = OnnxClassifier(model, threads=threads)
        figures[f"ONNX Runtime, {threads} threads"] = round(median_latency_ms(onnx), 2)
    if keras and tensorflow_installed():
        devices = [Device.CPU, *([Device.GPU] if tensorflow_gpus() else [])]
        for device in devices:
            figures[f"Keras on TensorFlow, {device.value.upper()}"] = round(
                median_latency_ms(KerasClassifier(model, device)), 2
            )
    return figures


if __name__ == "__main__":
    main()
