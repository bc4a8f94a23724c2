"""Share of photos of gestures that are read as the throw they show: ``python benchmarks/throws.py FOLDER``.

The photos lie in ``FOLDER/<source>/<label>/``. Each is a round of its own: nobody is in view before "shoot", then the
photo is held still until the throw is read or the round is over. Photos of the labels ``none`` and ``empty`` show what
is read where no throw is meant. A hand that is not found counts as wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gesture_app.capture.image_folder import ImageFolderSource
from gesture_app.composition import build_processor, chosen_model
from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.game.match import Match, MatchSettings, Observation, Players
from gesture_app.domain.game.opponents import OPPONENTS
from gesture_app.domain.models.device import Device
from gesture_app.pipeline.processor import FrameProcessor

FPS = 10
EMPTY = "empty"


@dataclass(frozen=True)
class Photo:
    """A photo and the reading of it: a throw, or the name of a misthrow."""

    path: str
    source: str
    label: str
    read_as: str


def main() -> None:
    """Read the photos and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="holds <source>/<label>/ with photos")
    parser.add_argument("--sources", nargs="+", metavar="NAME", help="only these sources")
    parser.add_argument("--limit", type=int, help="of photos for each source and label, chosen at random")
    parser.add_argument("--model", type=Path, help="a model's id or folder (default: the one in use)")
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    processor = build_processor(device=Device.CPU, max_hands=2, model_dir=args.model)
    try:
        photos = [
            photo
            for folder in sorted(path for path in args.folder.glob("*/*") if path.is_dir())
            if args.sources is None or folder.parent.name in args.sources
            for photo in read_folder(folder, args.limit, processor)
        ]
    finally:
        processor.close()
    text = json.dumps({"model": chosen_model(args.model).manifest.id, **summary(photos)}, indent=2)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")


def read_folder(folder: Path, limit: int | None, processor: FrameProcessor) -> list[Photo]:
    """Read the photos of one source and label."""
    source = ImageFolderSource(folder)
    source.open()
    photos = []
    try:
        count = source.frame_count or 0
        chosen = set(random.Random(folder.name).sample(range(count), count if limit is None else min(limit, count)))
        while (frame := source.read()) is not None:
            if frame.seq in chosen:
                read_as = thrown(frame, processor)
                photos.append(Photo(f"{folder}/{frame.path}", folder.parent.name, folder.name, read_as))
    finally:
        source.close()
    print(f"read {folder.parent.name}/{folder.name}", file=sys.stderr, flush=True)
    return photos


def thrown(photo: Frame, processor: FrameProcessor) -> str:
    """The throw that is read from a photo that is held from "shoot" on, or the name of the misthrow."""
    settings = MatchSettings(best_of=None, players=Players.COMPUTER, continuous=False)
    match = Match(settings, OPPONENTS["random"](), rng=random.Random(1))
    processor.reset()
    processor.expect_hands(1)
    state = match.start_round(0.0)
    for number in range(round((settings.timing.window_s + 1) * FPS)):
        time_s = settings.countdown_s + number / FPS
        frame = Frame(photo.image_bgr, number, number / FPS, number / FPS)
        state = match.observe(Observation.of(processor.process(frame), time_s))
        if state.last_round is not None:
            return state.last_round.throws[0]
        if state.misthrow is not None:
            return state.misthrow.value
    raise RuntimeError("the round did not end")


def summary(photos: Sequence[Photo]) -> dict[str, Any]:
    """The figures; every gesture counts as one to be read."""
    shown = [photo for photo in photos if photo.label not in (NONE, EMPTY)]
    return {
        "photos": len(shown),
        "share_right": share_right(shown),
        "right_by_source": _grouped(shown, "source"),
        "right_by_gesture": _grouped(shown, "label"),
        "none_read_as": dict(Counter(photo.read_as for photo in photos if photo.label in (NONE, EMPTY)).most_common()),
        "wrong": [f"{photo.path}: {photo.read_as}" for photo in shown if photo.read_as != photo.label],
    }


def share_right(photos: Sequence[Photo]) -> float | None:
    """Share of photos that are read as the throw they show."""
    return round(sum(photo.read_as == photo.label for photo in photos) / len(photos), 4) if photos else None


def _grouped(photos: Sequence[Photo], attribute: str) -> dict[str, str]:
    groups = defaultdict(list)
    for photo in photos:
        groups[getattr(photo, attribute)].append(photo)
    return {name: f"{share_right(group)} of {len(group)}" for name, group in sorted(groups.items())}


if __name__ == "__main__":
    main()
