"""Hands that come with the program for retraining: rehearsed so that nothing is forgotten, and a base to compare on.

Both are rendered. The base shows made-up people that no model has learnt from. ``python -m training rehearsal`` builds
the files from rendered pictures; the same pictures give the same files.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import Frame, UInt8Array
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.ports import DetectionMode, HandDetector
from gesture_app.errors import GestureAppError
from gesture_app.inference.library.model_store import sha256_of
from gesture_app.resources import ASSETS
from gesture_app.vision.detectors import open_hand_detector
from training.common.errors import TrainingDataError
from training.hands.data.dataset import RENDERED_LIST, HandSample, cut_region, encode_region, is_rendered_folder

FOLDER = ASSETS / "rehearsal"
REHEARSAL_FILE = "rehearsal.npz"
BASE_FILE = "base.npz"
MANIFEST_FILE = "manifest.json"
SCHEMA = 1

_REGION_SCALE = 2.1
"""Side of what is kept around a hand, in its extents: a crop of 1.5 extents turned by 45 degrees is 2.1 wide."""
_EXTENT_PX = 96.0
"""Hands are kept this large: a crop of 128 px shows one 85 px large."""
_JPEG_QUALITY = 85
_LEAST_SHARE = 0.75
"""Of the hands asked for; fists are not found as often as others."""


class RehearsalError(GestureAppError):
    """The hands that come with the program cannot be read or made."""


@dataclass(frozen=True)
class HandSet:
    """Rendered hands.

    Attributes:
        examples: The hands.
        poses: The name of each one's pose, see :mod:`training.synthetic.poses`.
    """

    examples: tuple[HandSample, ...]
    poses: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.examples)

    def without_poses(self, left_out: set[str]) -> HandSet:
        """Those whose pose is not among ``left_out``."""
        return self._where([pose not in left_out for pose in self.poses])

    def of_labels(self, labels: Sequence[str]) -> HandSet:
        """Those that show one of ``labels``."""
        return self._where([example.label in labels for example in self.examples])

    def of_people(self, groups: set[str]) -> HandSet:
        """Those of the people named ``groups``."""
        return self._where([example.group in groups for example in self.examples])

    def without_people(self, groups: set[str]) -> HandSet:
        """Those of all others."""
        return self._where([example.group not in groups for example in self.examples])

    def _where(self, kept: Sequence[bool]) -> HandSet:
        return HandSet(tuple(compress(self.examples, kept)), tuple(compress(self.poses, kept)))


def read_set(folder: Path, name: str) -> HandSet:
    """Read one of the two files of a folder, after comparing its sha256 with the manifest.

    Args:
        folder: The folder, usually :data:`FOLDER`.
        name: :data:`REHEARSAL_FILE` or :data:`BASE_FILE`.

    Raises:
        RehearsalError: If it is missing or damaged.
    """
    hint = "Fetch the program again, or build the files: python -m training rehearsal."
    path = folder / name
    try:
        manifest = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        if manifest["files"][name]["sha256"] != sha256_of(path):
            raise RehearsalError(f"{path} is damaged: its contents do not match {MANIFEST_FILE}.", hint=hint)
        return _load(path)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RehearsalError(f"The rendered hands in {path} cannot be read: {error}.", hint=hint) from error


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--data", type=Path, required=True, help="folder of rendered pictures to rehearse from")
    parser.add_argument("--base", type=Path, required=True, help="folder of rendered pictures of other people")
    parser.add_argument(
        "--hands", type=int, default=200, help="most hands a gesture in each file (default: %(default)s)"
    )
    parser.add_argument(
        "--none-hands", type=int, default=350, help="most hands without a gesture (default: %(default)s)"
    )
    parser.add_argument(
        "--backgrounds", default="", metavar="TEXT", help="what they were rendered on, for the manifest"
    )
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder to write to (default: assets/rehearsal)")


def run(args: argparse.Namespace) -> int:
    """Find the hands, and write both files and their manifest."""
    console = Console(stderr=True)
    sources = {REHEARSAL_FILE: args.data, BASE_FILE: args.base}
    wanted = {name: _rows(folder) for name, folder in sources.items()}
    if shared := {row["group"] for row in wanted[REHEARSAL_FILE]} & {row["group"] for row in wanted[BASE_FILE]}:
        raise RehearsalError(
            f"{len(shared)} made-up people are in both folders, for example {min(shared)}.",
            hint="Render one of the folders with another --seed.",
        )
    args.out.mkdir(parents=True, exist_ok=True)
    files = {}
    for name, folder in sources.items():
        hands = _balanced(folder, wanted[name], args.hands, args.none_hands, console)
        _save(args.out / name, hands)
        files[name] = _described(args.out / name, hands, wanted[name], args.backgrounds)
        console.print(f"Wrote {len(hands)} hands, {files[name]['bytes'] / 1e6:.1f} MB, to {args.out / name}")
    content = {"schema": SCHEMA, "files": files}
    (args.out / MANIFEST_FILE).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return 0


def _rows(folder: Path) -> list[dict[str, str]]:
    if not is_rendered_folder(folder):
        hint = 'It should be written by "python -m training synthesize".'
        raise TrainingDataError(f"{folder} holds no {RENDERED_LIST}.", hint=hint)
    with (folder / RENDERED_LIST).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _balanced(
    folder: Path, rows: Sequence[Mapping[str, str]], hands: int, none_hands: int, console: Console
) -> HandSet:
    """At most so many hands of each label, drawn at random from all people; sorted, so that the order tells nothing."""
    order = np.random.default_rng(0).permutation(len(rows))
    wanted = {label: none_hands if label == NONE else hands for label in sorted({row["label"] for row in rows})}
    found: Counter[str] = Counter()
    chosen: list[tuple[str, HandSample, str]] = []
    detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=1)
    try:
        for row in track([rows[i] for i in order], f"Finding hands in {folder}", console=console):
            label = row["label"]
            if found[label] < wanted[label] and (example := _found(folder, row, detector)) is not None:
                found[label] += 1
                chosen.append((row["path"], example, row["pose"]))
    finally:
        detector.close()
    if few := [label for label, count in wanted.items() if found[label] < _LEAST_SHARE * count]:
        raise RehearsalError(
            f"{folder} has too few hands: " + ", ".join(f"{found[one]} of {wanted[one]} {one}" for one in few) + ".",
            hint="Render more pictures, or ask for fewer with --hands and --none-hands.",
        )
    chosen.sort(key=lambda item: item[0])
    return HandSet(tuple(example for _, example, _ in chosen), tuple(pose for _, _, pose in chosen))


def _found(folder: Path, row: Mapping[str, str], detector: HandDetector) -> HandSample | None:
    image: UInt8Array | None = cv2.imread(str(folder / row["path"]), cv2.IMREAD_COLOR)  # type: ignore[assignment]
    if image is None:
        raise TrainingDataError(f"{folder / row['path']} cannot be read.", hint="Render the folder again.")
    frame = Frame(image, 0, 0.0, 0.0)
    hands = detector.detect(frame)
    if not hands:
        return None
    region, landmarks = cut_region(frame, hands[0], scale=_REGION_SCALE, extent_px=_EXTENT_PX)
    return HandSample(encode_region(region, _JPEG_QUALITY), landmarks, row["label"], "rendered", row["group"])


def _described(path: Path, hands: HandSet, rows: Sequence[Mapping[str, str]], backgrounds: str) -> dict[str, Any]:
    seeds = sorted({row["seed"] for row in rows})
    return {
        "sha256": sha256_of(path),
        "bytes": path.stat().st_size,
        "hands": dict(sorted(Counter(example.label for example in hands.examples).items())),
        "people": len({example.group for example in hands.examples}),
        "rendered_by": f"python -m training synthesize --count {len(rows)} --seed {' '.join(seeds)}",
        "backgrounds": backgrounds,
        "region_scale": _REGION_SCALE,
        "extent_px": _EXTENT_PX,
        "jpeg_quality": _JPEG_QUALITY,
    }


def _save(path: Path, hands: HandSet) -> None:
    """Names are kept once and numbered, which makes the file a tenth smaller than texts would."""
    named = {
        "label": [example.label for example in hands.examples],
        "group": [example.group for example in hands.examples],
        "pose": list(hands.poses),
    }
    arrays: dict[str, Any] = {
        "jpeg": np.frombuffer(b"".join(example.region_jpeg for example in hands.examples), dtype=np.uint8),
        "ends": np.cumsum([len(example.region_jpeg) for example in hands.examples]),
        "landmarks": np.array([example.landmarks_px for example in hands.examples], dtype=np.float32),
    }
    for name, texts in named.items():
        arrays[f"{name}_names"], arrays[name] = np.unique(np.array(texts, dtype=np.str_), return_inverse=True)
        arrays[name] = arrays[name].astype(np.uint16)
    np.savez(path, **arrays)


def _load(path: Path) -> HandSet:
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    labels, groups, poses = (arrays[f"{name}_names"][arrays[name]].tolist() for name in ("label", "group", "pose"))
    return HandSet(
        tuple(
            HandSample(jpeg, landmarks, label, "rendered", group)
            for jpeg, landmarks, label, group in zip(
                _cut(arrays["jpeg"], arrays["ends"]), arrays["landmarks"], labels, groups, strict=True
            )
        ),
        tuple(poses),
    )


def _cut(jpeg: UInt8Array, ends: Sequence[int]) -> Iterator[bytes]:
    start = 0
    for end in ends:
        yield jpeg[start : int(end)].tobytes()
        start = int(end)
