"""Which hands are found, by which look, and at what cost: ``python benchmarks/detection.py --rendered DIR``.

Pictures stand alone, as in ``gesture-app replay --independent``. Every picture gets the first look; where that finds
nothing, each second look and each of video's looks, its sweep among them, is tried by itself; where the second looks
all find nothing, the sweep; where that finds nothing, each last look. So the order of the looks can be judged. A find
counts wherever it is: whether it lies on the hand is for the eye. Machines differ and are noisy: compare times of one
run.
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
from gesture_app.vision.mediapipe.hand_landmarker import HandLandmarker
from gesture_app.vision.mediapipe.image_detector import (
    FIRST_LOOK,
    LAST_LOOK,
    LAST_LOOK_GUESSES,
    LAST_LOOKS,
    SECOND_LOOK,
    SECOND_LOOK_GUESSES,
    SECOND_LOOKS,
)
from gesture_app.vision.mediapipe.landmark_network import LandmarkNetwork
from gesture_app.vision.mediapipe.sliding_window import WindowSubset, sweep
from gesture_app.vision.mediapipe.tta_views import ImageView
from gesture_app.vision.mediapipe.video_detector import SURE_OF_SWEPT, VIDEO_LOOK, VIDEO_LOOK_GUESSES, VIDEO_LOOKS
from gesture_app.vision.mediapipe.view_search import ViewSearch

FIRST = "first look"
SWEEP, VIDEO_SWEEP = "sweep", "video: sweep, all parts"
SECOND, VIDEO, LAST = "second", "video", "last"
DARK_TONES = ("9", "10")
SUFFIXES = {".jpg", ".jpeg", ".png"}


@dataclass(frozen=True)
class Picture:
    """A picture and the kinds of hand that it counts for."""

    path: Path
    kinds: tuple[str, ...]


@dataclass
class Sighting:
    """Which looks found a hand in a picture, in their order, and milliseconds by look; named by :func:`name_at`."""

    picture: Picture
    found_by: list[str] = field(default_factory=list)
    ms: dict[str, float] = field(default_factory=dict)


class Eyes:
    """What takes the first, the second and the last looks, and those of video, and what sweeps."""

    def __init__(self) -> None:
        self.network = LandmarkNetwork()
        self.first = HandLandmarker(FIRST_LOOK, 1, video=False)
        self.second = ViewSearch(SECOND_LOOK, SECOND_LOOK_GUESSES)
        self.video = ViewSearch(VIDEO_LOOK, VIDEO_LOOK_GUESSES, self.network)
        self.last = ViewSearch(LAST_LOOK, LAST_LOOK_GUESSES, self.network)


def main() -> None:
    """ImageView, count, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rendered", type=Path, help="folder with labels.csv, as `training synthesize` writes it")
    parser.add_argument("--photos", type=Path, help="folder of photos of hands, <source>/<label>/<picture>")
    parser.add_argument("--empty", type=Path, nargs="*", default=[], help="folders of pictures without a hand")
    parser.add_argument("--sample", type=int, default=300, help="pictures of each of these (default: %(default)s)")
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    eyes = Eyes()
    figures: dict[str, Any] = {
        "second_looks_in_order": [name_of(look) for look in SECOND_LOOKS],
        "video_looks_in_order": [name_of(look) for look in VIDEO_LOOKS],
        "last_looks_in_order": [name_of(look) for look in LAST_LOOKS],
    }
    sets = {
        "rendered": list(rendered(args.rendered)) if args.rendered else [],
        "photos": list(photos(args.photos)) if args.photos else [],
        "empty": [Picture(path, ()) for folder in args.empty for path in pictures_in(folder)],
    }
    for name, pictures in sets.items():
        if pictures:
            chosen = random.Random(1).sample(pictures, min(args.sample, len(pictures)))
            figures[name] = summary([sighting(picture, eyes) for picture in chosen])
    text = json.dumps(figures, indent=2)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")


def rendered(folder: Path) -> Iterator[Picture]:
    """Rendered pictures, by skin tone (Monk scale) and by what they show."""
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            tones = "tones 9 and 10" if row["skin_tone"] in DARK_TONES else "tones 1 to 8"
            yield Picture(folder / row["path"], ("all", tones, row["label"]))


def photos(folder: Path) -> Iterator[Picture]:
    """Photos, by what they show."""
    for path in pictures_in(folder):
        yield Picture(path, ("all", path.parent.name))


def pictures_in(folder: Path) -> Iterable[Path]:
    """All pictures of a folder and its folders, in a fixed order."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


def name_of(look: ImageView) -> str:
    """What a look does, in words."""
    words = [look.tone.__name__.replace("_", " "), f"border {look.border}" if look.border else ""]
    return ", ".join(word for word in [*words, "mirrored" if look.mirrored else ""] if word)


def name_at(stage: str, look: ImageView) -> str:
    """The name of a look, which may be taken at several stages."""
    return f"{stage}: {name_of(look)}"


def sighting(picture: Picture, eyes: Eyes) -> Sighting:
    """The first look at a picture; if it finds nothing, the others, but the later only if the earlier find nothing."""
    image_rgb = np.asarray(cv2.cvtColor(cv2.imread(str(picture.path)), cv2.COLOR_BGR2RGB), dtype=np.uint8)
    seen = Sighting(picture)
    looked(seen, FIRST, lambda: eyes.first.look(image_rgb))
    if seen.found_by:
        return seen
    for look in SECOND_LOOKS:
        looked(seen, name_at(SECOND, look), lambda look=look: eyes.second.hands(image_rgb, look))
    if not seen.found_by:
        looked(seen, SWEEP, lambda: sweep(image_rgb, eyes.network))
    if not seen.found_by:
        for look in LAST_LOOKS:
            looked(seen, name_at(LAST, look), lambda look=look: eyes.last.hands(image_rgb, look))
    looked(seen, VIDEO_SWEEP, lambda: sweep(image_rgb, eyes.network, WindowSubset(), SURE_OF_SWEPT))
    for look in VIDEO_LOOKS:
        looked(seen, name_at(VIDEO, look), lambda look=look: eyes.video.hands(image_rgb, look))
    return seen


def looked(seen: Sighting, name: str, look: Callable[[], list[Hand]]) -> None:
    """Take a look, note whether it found a hand and what it took."""
    start = time.perf_counter()
    found = bool(look())
    seen.ms[name] = (time.perf_counter() - start) * 1000
    if found:
        seen.found_by.append(name)


def summary(seen: list[Sighting]) -> dict[str, Any]:
    """Shares of pictures in which something was found, and the cost of each look."""
    missed = [one for one in seen if FIRST not in one.found_by]
    kinds = defaultdict(list)
    for one in seen:
        for kind in one.picture.kinds or ("all",):
            kinds[kind].append(one)
    second = {FIRST, *(name_at(SECOND, look) for look in SECOND_LOOKS)}
    video = {FIRST, VIDEO_SWEEP, *(name_at(VIDEO, look) for look in VIDEO_LOOKS)}
    swept = second | {SWEEP}
    last = swept | {name_at(LAST, look) for look in LAST_LOOKS}
    unswept = [one for one in seen if second.isdisjoint(one.found_by)]
    still_missed = [one for one in seen if swept.isdisjoint(one.found_by)]
    return {
        "pictures": len(seen),
        "found": {
            kind: {
                "pictures": len(those),
                FIRST: share(FIRST in one.found_by for one in those),
                "with second looks": share(not second.isdisjoint(one.found_by) for one in those),
                "with all video looks": share(not video.isdisjoint(one.found_by) for one in those),
                "with the sweep": share(not swept.isdisjoint(one.found_by) for one in those),
                "with last looks": share(not last.isdisjoint(one.found_by) for one in those),
            }
            for kind, those in sorted(kinds.items())
        },
        "second_looks_alone": gains(SECOND, SECOND_LOOKS, missed),
        "video_sweep_alone": gain(VIDEO_SWEEP, missed) if missed else {},
        "video_looks_alone": gains(VIDEO, VIDEO_LOOKS, missed),
        "sweep": gain(SWEEP, unswept) if unswept else {},
        "last_looks_alone": gains(LAST, LAST_LOOKS, still_missed),
        "first_look_median_ms": round(statistics.median(one.ms[FIRST] for one in seen), 1),
    }


def gains(stage: str, looks: Iterable[ImageView], missed: list[Sighting]) -> dict[str, Any]:
    """What each look finds by itself of what was missed before, and its cost."""
    return {name_of(look): gain(name_at(stage, look), missed) for look in looks if missed}


def gain(name: str, missed: list[Sighting]) -> dict[str, Any]:
    """What one way of looking finds of what was missed before, and its cost."""
    return {
        "share_of_missed": share(name in one.found_by for one in missed),
        "median_ms": round(statistics.median(one.ms[name] for one in missed), 1),
    }


def share(answers: Iterable[bool]) -> float:
    """How many are true, 0 to 1."""
    values = list(answers)
    return round(sum(values) / len(values), 4) if values else 0.0


if __name__ == "__main__":
    main()
