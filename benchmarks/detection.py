"""Share of images in which each detection stage finds a hand, and its cost: ``benchmarks/detection.py --rendered DIR``.

Images are static, as in ``gesture-app replay --static-images``. MediaPipe's own detection runs on every image. Where
it finds nothing, each of the first TTA views, each of video's TTA views and video's windows are tried by themselves;
where the first views all find nothing, the sliding window; where that finds nothing, each of the last TTA views. So the
order of the views can be judged. Any detection counts, wherever it is: positions need a visual check. Machines differ
and are noisy: compare times of one run.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from gesture_app.domain.frames.frame import Hand
from gesture_app.vision.detection.image_detector import FIRST_VIEWS, LAST_VIEWS, THOROUGH
from gesture_app.vision.detection.sliding_window import detect_in_windows
from gesture_app.vision.detection.tta_views import ImageView
from gesture_app.vision.detection.video_detector import VIDEO_VIEWS, VIDEO_WINDOWS
from gesture_app.vision.detection.view_search import ViewSearch
from gesture_app.vision.detectors import DEFAULT_DETECTOR, DETECTORS

FIRST_DETECTION = "first detection"
WINDOWS, VIDEO_ALL_WINDOWS = "sliding window", "video: all windows"
FIRST, VIDEO, LAST = "first views", "video views", "last views"
DARK_TONES = ("9", "10")
SUFFIXES = {".jpg", ".jpeg", ".png"}


@dataclass(frozen=True)
class Image:
    """An image file and the groups that it counts for."""

    path: Path
    groups: tuple[str, ...]


@dataclass
class Attempts:
    """The attempts on one image by name: those that found a hand, in order, and the milliseconds of each."""

    image: Image
    found_by: list[str] = field(default_factory=list)
    ms: dict[str, float] = field(default_factory=dict)

    def run(self, name: str, detect: Callable[[], list[Hand]]) -> None:
        """Run one attempt, and record whether it found a hand and its duration."""
        start = time.perf_counter()
        found = bool(detect())
        self.ms[name] = (time.perf_counter() - start) * 1000
        if found:
            self.found_by.append(name)


class Stages:
    """The networks of all stages.

    Args:
        detector: One of :data:`DETECTORS`.
    """

    def __init__(self, detector: str) -> None:
        networks = DETECTORS[detector]()
        self.network = networks.open_roi_scorer()
        self.landmarker = networks.open_image_landmarker(THOROUGH.landmarker, 1)
        self.first = ViewSearch(FIRST_VIEWS, networks)
        self.video = ViewSearch(VIDEO_VIEWS, networks, self.network)
        self.last = ViewSearch(LAST_VIEWS, networks, self.network)


def main() -> None:
    """Measure and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rendered", type=Path, help="folder with labels.csv, as `training synthesize` writes it")
    parser.add_argument("--photos", type=Path, help="folder of photos of hands, <source>/<label>/<image>")
    parser.add_argument("--empty", type=Path, nargs="*", default=[], help="folders of images without a hand")
    parser.add_argument("--sample", type=int, default=300, help="images of each of these (default: %(default)s)")
    parser.add_argument("--detector", choices=list(DETECTORS), default=DEFAULT_DETECTOR)
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    stages = Stages(args.detector)
    figures: dict[str, Any] = {
        "first_views_in_order": [view_name(view) for view in FIRST_VIEWS.views],
        "video_views_in_order": [view_name(view) for view in VIDEO_VIEWS.views],
        "last_views_in_order": [view_name(view) for view in LAST_VIEWS.views],
    }
    sets = {
        "rendered": list(rendered(args.rendered)) if args.rendered else [],
        "photos": list(photos(args.photos)) if args.photos else [],
        "empty": [Image(path, ()) for folder in args.empty for path in image_files(folder)],
    }
    for name, images in sets.items():
        if images:
            chosen = random.Random(1).sample(images, min(args.sample, len(images)))
            figures[name] = summary([attempts_on(image, stages) for image in chosen])
    text = json.dumps(figures, indent=2)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")


def rendered(folder: Path) -> Iterator[Image]:
    """Rendered images, grouped by skin tone (Monk scale) and by label."""
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            tones = "tones 9 and 10" if row["skin_tone"] in DARK_TONES else "tones 1 to 8"
            yield Image(folder / row["path"], ("all", tones, row["label"]))


def photos(folder: Path) -> Iterator[Image]:
    """Photos, grouped by label."""
    for path in image_files(folder):
        yield Image(path, ("all", path.parent.name))


def image_files(folder: Path) -> Iterable[Path]:
    """All images of a folder and its subfolders, sorted."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


def view_name(view: ImageView) -> str:
    """Describe a view in words."""
    words = [view.tone.__name__.replace("_", " "), f"border {view.border}" if view.border else ""]
    return ", ".join(word for word in [*words, "mirrored" if view.mirrored else ""] if word)


def attempt_name(stage: str, view: ImageView) -> str:
    """Name of a view in a stage; several stages may share a view."""
    return f"{stage}: {view_name(view)}"


def attempts_on(image: Image, stages: Stages) -> Attempts:
    """Run MediaPipe's detection on an image and, if it finds nothing, the other stages."""
    image_rgb = np.asarray(cv2.cvtColor(cv2.imread(str(image.path)), cv2.COLOR_BGR2RGB), dtype=np.uint8)
    attempts = Attempts(image)
    attempts.run(FIRST_DETECTION, lambda: stages.landmarker.detect(image_rgb))
    if attempts.found_by:
        return attempts
    for view in FIRST_VIEWS.views:
        attempts.run(attempt_name(FIRST, view), lambda view=view: stages.first.detect(image_rgb, view))
    if not attempts.found_by:
        attempts.run(WINDOWS, lambda: detect_in_windows(image_rgb, stages.network))
    if not attempts.found_by:
        for view in LAST_VIEWS.views:
            attempts.run(attempt_name(LAST, view), lambda view=view: stages.last.detect(image_rgb, view))
    attempts.run(VIDEO_ALL_WINDOWS, lambda: detect_in_windows(image_rgb, stages.network, VIDEO_WINDOWS))
    for view in VIDEO_VIEWS.views:
        attempts.run(attempt_name(VIDEO, view), lambda view=view: stages.video.detect(image_rgb, view))
    return attempts


def summary(results: list[Attempts]) -> dict[str, Any]:
    """Shares of images with a detection, by group and stage, and the cost of each attempt."""
    missed = [one for one in results if FIRST_DETECTION not in one.found_by]
    groups = defaultdict(list)
    for one in results:
        for group in one.image.groups or ("all",):
            groups[group].append(one)
    first = {FIRST_DETECTION, *(attempt_name(FIRST, view) for view in FIRST_VIEWS.views)}
    video = {FIRST_DETECTION, VIDEO_ALL_WINDOWS, *(attempt_name(VIDEO, view) for view in VIDEO_VIEWS.views)}
    windows = first | {WINDOWS}
    last = windows | {attempt_name(LAST, view) for view in LAST_VIEWS.views}
    missed_by_first = [one for one in results if first.isdisjoint(one.found_by)]
    missed_by_windows = [one for one in results if windows.isdisjoint(one.found_by)]
    return {
        "images": len(results),
        "found": {
            group: {
                "images": len(members),
                FIRST_DETECTION: share(FIRST_DETECTION in one.found_by for one in members),
                "with first views": share(not first.isdisjoint(one.found_by) for one in members),
                "with all video attempts": share(not video.isdisjoint(one.found_by) for one in members),
                "with sliding window": share(not windows.isdisjoint(one.found_by) for one in members),
                "with last views": share(not last.isdisjoint(one.found_by) for one in members),
            }
            for group, members in sorted(groups.items())
        },
        "first_views_alone": gains(FIRST, FIRST_VIEWS.views, missed),
        "video_windows_alone": gain(VIDEO_ALL_WINDOWS, missed) if missed else {},
        "video_views_alone": gains(VIDEO, VIDEO_VIEWS.views, missed),
        "sliding_window": gain(WINDOWS, missed_by_first) if missed_by_first else {},
        "last_views_alone": gains(LAST, LAST_VIEWS.views, missed_by_windows),
        "mediapipe_median_ms": round(statistics.median(one.ms[FIRST_DETECTION] for one in results), 1),
    }


def gains(stage: str, views: Iterable[ImageView], missed: list[Attempts]) -> dict[str, Any]:
    """Gain and cost of each view by itself on images that the earlier stages missed."""
    return {view_name(view): gain(attempt_name(stage, view), missed) for view in views if missed}


def gain(name: str, missed: list[Attempts]) -> dict[str, Any]:
    """Gain and cost of one attempt on images that the earlier stages missed."""
    return {
        "share_of_missed": share(name in one.found_by for one in missed),
        "median_ms": round(statistics.median(one.ms[name] for one in missed), 1),
    }


def share(answers: Iterable[bool]) -> float:
    """Share of true values, 0 to 1."""
    values = list(answers)
    return round(sum(values) / len(values), 4) if values else 0.0


if __name__ == "__main__":
    main()
