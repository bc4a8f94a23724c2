"""Builds the files of :mod:`training.retraining.rehearsal_set` from rendered images; the result is reproducible."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE
from gesture_app.domain.ports import DetectionMode, HandDetector
from gesture_app.inference.library.model_store import sha256_of
from gesture_app.vision.detectors import open_hand_detector
from training.common.errors import TrainingDataError
from training.hands.data.dataset import RENDERED_LIST, HandSample, cut_region, encode_region, is_rendered_folder
from training.retraining.rehearsal_set import (
    BASE_FILE,
    EVERYDAY,
    FOLDER,
    MANIFEST_FILE,
    REHEARSAL_FILE,
    SCHEMA,
    RehearsalError,
    RenderedHands,
    save_rendered_hands,
)

_REGION_SCALE = 2.1
"""Side of the stored region in hand extents: a crop of 1.5 extents rotated by 45 degrees is 2.1 wide."""
_EXTENT_PX = 96.0
"""Stored size of a hand; a crop of 128 px shows it 85 px large."""
_JPEG_QUALITY = 85
_MIN_FOUND = 0.75
"""Of the requested hands; fists are detected less often than others."""


@dataclass(frozen=True)
class RehearsalOptions:
    """Sources and size of the rehearsal and base sets.

    Attributes:
        rehearsal: Folder of rendered hands to train on.
        base: Folder of rendered hands of other people.
        rehearsal_people: Folder of rendered people, for everyday hands to train on; None for none.
        base_people: Folder of other rendered people; None for none.
        hands_per_gesture: Maximum number of hands of each gesture in each file.
        none_hands: Maximum number of other signs in each file.
        everyday_hands: Maximum number of hands of people who show no sign, in each file.
        backgrounds: Description of the backgrounds, for the manifest.
        out: Folder to write to.
    """

    rehearsal: Path
    base: Path
    rehearsal_people: Path | None = None
    base_people: Path | None = None
    hands_per_gesture: int = 200
    none_hands: int = 350
    everyday_hands: int = 200
    backgrounds: str = ""
    out: Path = FOLDER


def build_rehearsal_sets(options: RehearsalOptions, console: Console) -> None:
    """Detect the hands, and write both files and their manifest.

    Raises:
        RehearsalError: If both folders show the same people, or too few hands are found.
        TrainingDataError: If a folder cannot be read.
    """
    wanted = dict.fromkeys(FIVE_GESTURES, options.hands_per_gesture) | {NONE: options.none_hands}
    everyday = {NONE: options.everyday_hands}
    parts = {
        REHEARSAL_FILE: _parts(options.rehearsal, wanted, options.rehearsal_people, everyday),
        BASE_FILE: _parts(options.base, wanted, options.base_people, everyday),
    }
    people = {name: {row["group"] for part in of_file for row in part.rows} for name, of_file in parts.items()}
    if shared := people[REHEARSAL_FILE] & people[BASE_FILE]:
        raise RehearsalError(
            f"{len(shared)} made-up people are in both folders, for example {min(shared)}.",
            hint="Render one of the folders with another --seed.",
        )
    options.out.mkdir(parents=True, exist_ok=True)
    files = {}
    for name, of_file in parts.items():
        hands = RenderedHands((), ())
        for part in of_file:
            hands += _balanced(part, console)
        path = options.out / name
        save_rendered_hands(path, hands)
        files[name] = _description(path, hands, of_file, options.backgrounds)
        console.print(f"Wrote {len(hands)} hands, {files[name]['bytes'] / 1e6:.1f} MB, to {path}")
    content = {"schema": SCHEMA, "files": files}
    (options.out / MANIFEST_FILE).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class _Part:
    """A rendered folder, the rows of its list that may be drawn, and the wanted number of hands by label."""

    folder: Path
    command: str
    rows: Sequence[Mapping[str, str]]
    wanted: Mapping[str, int]
    pose_prefix: str = ""


def _parts(hands: Path, wanted: Mapping[str, int], people: Path | None, everyday: Mapping[str, int]) -> list[_Part]:
    rows = _rows(hands)
    present = {row["label"] for row in rows}
    parts = [_Part(hands, "synthesize", rows, {label: n for label, n in wanted.items() if label in present})]
    if people is not None:
        parts.append(
            _Part(people, "people", [row for row in _rows(people) if row["kind"] == "natural"], everyday, EVERYDAY)
        )
    return parts


def _rows(folder: Path) -> list[dict[str, str]]:
    if not is_rendered_folder(folder):
        hint = 'It should be written by "python -m training synthesize".'
        raise TrainingDataError(f"{folder} holds no {RENDERED_LIST}.", hint=hint)
    with (folder / RENDERED_LIST).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _balanced(part: _Part, console: Console) -> RenderedHands:
    """A limited number of hands of each label, drawn at random from all people, sorted by file name."""
    folder, rows, wanted = part.folder, part.rows, part.wanted
    order = np.random.default_rng(0).permutation(len(rows))
    found: Counter[str] = Counter()
    chosen: list[tuple[str, HandSample, str]] = []
    detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=1)
    try:
        for row in track([rows[i] for i in order], f"Finding hands in {folder}", console=console):
            label = row["label"]
            if found[label] < wanted.get(label, 0) and (sample := _detect(folder, row, detector)) is not None:
                found[label] += 1
                chosen.append((row["path"], sample, part.pose_prefix + row["pose"]))
    finally:
        detector.close()
    if few := [label for label, count in wanted.items() if found[label] < _MIN_FOUND * count]:
        raise RehearsalError(
            f"{folder} has too few hands: " + ", ".join(f"{found[one]} of {wanted[one]} {one}" for one in few) + ".",
            hint="Render more images, or ask for fewer with --hands and --none-hands.",
        )
    chosen.sort(key=lambda item: item[0])
    return RenderedHands(tuple(sample for _, sample, _ in chosen), tuple(pose for _, _, pose in chosen))


def _detect(folder: Path, row: Mapping[str, str], detector: HandDetector) -> HandSample | None:
    image: UInt8Array | None = cv2.imread(str(folder / row["path"]), cv2.IMREAD_COLOR)  # type: ignore[assignment]
    if image is None:
        raise TrainingDataError(f"{folder / row['path']} cannot be read.", hint="Render the folder again.")
    frame = Frame(image, 0, 0.0, 0.0)
    hands = detector.detect(frame)
    if not hands:
        return None
    region, landmarks = cut_region(frame, hands[0], scale=_REGION_SCALE, extent_px=_EXTENT_PX)
    return HandSample(encode_region(region, _JPEG_QUALITY), landmarks, row["label"], "rendered", row["group"])


def _description(path: Path, hands: RenderedHands, parts: Sequence[_Part], backgrounds: str) -> dict[str, Any]:
    return {
        "sha256": sha256_of(path),
        "bytes": path.stat().st_size,
        "hands": dict(sorted(Counter(sample.label for sample in hands.samples).items())),
        "people": len({sample.group for sample in hands.samples}),
        "rendered_by": "; ".join(map(_command, parts)),
        "backgrounds": backgrounds,
        "region_scale": _REGION_SCALE,
        "extent_px": _EXTENT_PX,
        "jpeg_quality": _JPEG_QUALITY,
    }


def _command(part: _Part) -> str:
    rows = _rows(part.folder)
    seeds = sorted({row["seed"] for row in rows})
    return f"python -m training {part.command} --count {len(rows)} --seed {' '.join(seeds)}"
