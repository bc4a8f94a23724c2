"""Duration of each stage for one frame, and of each classifier for one crop: ``python benchmarks/pipeline.py``.

Machines differ and are noisy: compare figures of one run. ``--ratios`` runs each detector beside MediaPipe's own
landmarker, frame by frame in turn, so that both see the same load. ``--live`` plays frames at their own speed, with the
searches for more hands in their frame and beside the frames that follow. ``--out`` keeps the figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import cv2
import numpy as np

from gesture_app.capture.video_file import VideoFileSource
from gesture_app.composition import build_processor, chosen_model
from gesture_app.domain.frames.frame import Frame, FrameResult
from gesture_app.domain.models.device import Device
from gesture_app.domain.ports import DetectionMode
from gesture_app.inference.classifiers.keras_classifier import (
    KerasClassifier,
    tensorflow_gpus,
    tensorflow_installed,
)
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.selection import median_latency_ms
from gesture_app.resources import DEMO_CLIP, PROJECT_ROOT
from gesture_app.vision.detection.networks import LandmarkerThresholds
from gesture_app.vision.detectors import DETECTORS
from gesture_app.vision.mediapipe.hand_landmarker import HandLandmarker

TWO_HANDS = PROJECT_ROOT / "tests" / "clips" / "two_hands.mp4"
NO_HAND = PROJECT_ROOT / "tests" / "clips" / "empty.mp4"

T = TypeVar("T")


def main() -> None:
    """Measure and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--keras", action="store_true", help="time the Keras classifier too; imports TensorFlow")
    parser.add_argument("--ratios", action="store_true", help="only the time of each detector in units of MediaPipe's")
    parser.add_argument("--live", action="store_true", help="only the time of a frame where searches run beside it")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    frames = read_frames(DEMO_CLIP, args.frames)
    if args.ratios:
        write({"machine": machine(), **ratios_to_landmarker(args.frames)}, args.out)
        return
    if args.live:
        write({"machine": machine(), "ms_a_frame_at_30_a_second": live_ms(args.frames)}, args.out)
        return
    figures: dict[str, Any] = {
        "machine": machine(),
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
    write(figures, args.out)


def write(figures: dict[str, Any], out: Path | None) -> None:
    """Print the figures, and keep them in a file."""
    text = json.dumps(figures, indent=2)
    print(text)
    if out:
        out.write_text(text + "\n", encoding="utf-8")


def machine() -> str:
    """The machine and the Python of a measurement."""
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def read_frames(clip: Path, count: int) -> list[Frame]:
    """The first frames of a clip."""
    source = VideoFileSource(clip)
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


def ratios_to_landmarker(count: int) -> dict[str, Any]:
    """Time of each pipeline for a frame, in units of MediaPipe's landmarker for one hand on the frames with one hand.

    Returns:
        By scene and detector: tenth percentile and median of the wall time, over the frames with a hand where there is
        one; the mean processor time of all threads over all frames; and the 95th percentile of the wall time in units
        of its median. Without a hand only the median counts: palms are not searched in every frame.
    """
    one_hand = read_frames(DEMO_CLIP, count)
    landmarker = HandLandmarker(LandmarkerThresholds(), 1, video=True)
    clock_ms = 0
    figures: dict[str, Any] = {}
    for scene, frames, hands in (
        ("one hand", one_hand, 1),
        ("one hand, two allowed", one_hand, 2),
        ("two hands", enlarged(read_frames(TWO_HANDS, count), count), 2),
        ("no hand", enlarged(read_frames(NO_HAND, count), count), 2),
    ):
        unit = Samples()
        runs = {name: (Samples(), Samples()) for name in DETECTORS}
        processors = {name: build_processor(device=Device.CPU, max_hands=hands, detector=name) for name in DETECTORS}
        for number, frame in enumerate(frames):
            clock_ms += 33
            image_rgb = np.ascontiguousarray(one_hand[number].image_bgr[..., ::-1])
            if unit.measure(partial(landmarker.track, image_rgb, clock_ms)) == []:
                unit.leave_out_last_wall()
            for name, processor in processors.items():
                whole, detection = runs[name]
                result = whole.measure(partial(processor.process, frame))
                detection.add(result)
                if not result.hands and scene != "no hand":
                    whole.leave_out_last_wall()
                    detection.leave_out_last_wall()
        for name, (whole, detection) in runs.items():
            figures[f"{scene}, {name}"] = {
                "unit ms": round(unit.tenth() * 1000, 1),
                "pipeline, p10": round(whole.tenth() / unit.tenth(), 2) if scene != "no hand" else None,
                "detection, p10": round(detection.tenth() / unit.tenth(), 2) if scene != "no hand" else None,
                "pipeline, median": round(whole.median() / unit.median(), 2),
                "processor time, mean": round(whole.mean_cpu() / unit.mean_cpu(), 2),
                "p95 / median": round(whole.tail(), 2),
            }
            processors[name].close()
    landmarker.close()
    return {"ratios": figures}


def live_ms(count: int) -> dict[str, dict[str, float]]:
    """Milliseconds that the pipeline takes for a frame at 30 frames a second, by scene and mode of the detector."""
    one_hand = enlarged(read_frames(DEMO_CLIP, count), count)
    no_hand = enlarged(read_frames(NO_HAND, count), count)
    figures = {}
    for scene, frames, expected in (
        ("one hand, two allowed", one_hand, 0),
        ("no hand", no_hand, 0),
        ("no hand, one expected", no_hand, 1),
    ):
        for mode in (DetectionMode.VIDEO, DetectionMode.LIVE):
            processor = build_processor(device=Device.CPU, max_hands=2, mode=mode)
            processor.expect_hands(expected)
            times = Samples()
            for frame in paced(frames):
                times.measure(partial(processor.process, frame))
            processor.close()
            figures[f"{scene}, {mode.value}"] = {**times.percentiles_ms(), "p95 / median": round(times.tail(), 2)}
    return figures


def paced(frames: list[Frame]) -> Iterator[Frame]:
    """The frames at 30 a second, without a pause after one that took longer."""
    # Not a PreparedFramesSource: that keeps to its timetable, so after a frame that took long others would follow at
    # once, and the searches beside them would have less time than in the window, which drops frames instead. Here each
    # frame is measured and none is dropped.
    due_s = time.perf_counter()
    for frame in frames:
        time.sleep(max(0.0, due_s - time.perf_counter()))
        due_s = max(due_s, time.perf_counter()) + 1 / 30
        yield frame


class Samples:
    """Durations of one kind of work, in seconds."""

    def __init__(self) -> None:
        self._wall: list[float] = []
        self._cpu: list[float] = []

    def measure(self, work: Callable[[], T]) -> T:
        """Run some work and keep its duration and its processor time; returns its result."""
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        self._wall.append(time.perf_counter() - wall)
        self._cpu.append(time.process_time() - cpu)
        return result

    def add(self, result: FrameResult) -> None:
        """Keep the duration of a frame's detection."""
        self._wall.append(result.timings_ms["detect"] / 1000)

    def tenth(self) -> float:
        """Tenth percentile of the durations."""
        return float(np.percentile(self._wall, 10))

    def median(self) -> float:
        """Median of the durations."""
        return float(np.median(self._wall))

    def percentiles_ms(self) -> dict[str, float]:
        """Median and 95th percentile of the durations in milliseconds."""
        return {f"p{share}": round(float(np.percentile(self._wall, share)) * 1000, 1) for share in (50, 95)}

    def leave_out_last_wall(self) -> None:
        """Forget the last duration, but not its processor time."""
        self._wall.pop()

    def mean_cpu(self) -> float:
        """Mean of the processor times."""
        return float(np.mean(self._cpu))

    def tail(self) -> float:
        """95th percentile of the durations in units of the median."""
        return float(np.percentile(self._wall, 95) / np.median(self._wall))


def enlarged(frames: list[Frame], count: int) -> list[Frame]:
    """Frames of 640 x 480, forth and back as often as there are frames wanted."""
    # Not read_scene: it makes its scenes from one clip, while the recorded figures are those of three, and it puts
    # images of another shape on grey, while these fill the frame.
    cycle = [*frames, *frames[-2:0:-1]]
    chosen = [cycle[number % len(cycle)] for number in range(count)]
    return [
        Frame(np.asarray(cv2.resize(frame.image_bgr, (640, 480)), dtype=np.uint8), number, number / 30, number / 30)
        for number, frame in enumerate(chosen)
    ]


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
