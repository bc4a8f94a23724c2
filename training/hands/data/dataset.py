"""Hands found in labelled pictures: what the hand models learn from and are judged by."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import Float32Array, Frame, Hand, UInt8Array
from gesture_app.domain.ports import DetectionMode
from gesture_app.storage.atomic import atomic_path
from gesture_app.vision.detectors import open_hand_detector
from training.common.errors import TrainingDataError

IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp"})
RENDERED_LIST = "labels.csv"

_LOOKS_VERSION = 3
"""Raised when the hand detector finds other hands than before, so that kept hands are looked for anew."""
_REGION_SCALE = 2.2
_EXTENT_PX = 144.0
_JPEG_QUALITY = 95


@dataclass(frozen=True)
class LabelledImage:
    """One picture to look for a hand in.

    Attributes:
        path: The file.
        label: What it shows.
        source: The collection it comes from, or ``"rendered"``.
        group: The person or session within the source; splits never cut through one.
    """

    path: Path
    label: str
    source: str
    group: str


@dataclass(frozen=True, eq=False)
class HandSample:
    """The surroundings of one hand, about 2.2 times its extent, as in the picture.

    Attributes:
        region_jpeg: The surroundings as JPEG; large hands are scaled down.
        landmarks_px: ``(21, 3)`` float32 in pixels of the region.
        label: What it shows.
        source: The collection it comes from.
        group: The person or session within the source.
        fingers_warped: Whether the picture was changed to show the label (:mod:`training.hands.data.finger_warping`).
    """

    region_jpeg: bytes
    landmarks_px: Float32Array
    label: str
    source: str
    group: str
    fingers_warped: bool = False

    @property
    def region_bgr(self) -> UInt8Array:
        """``(height, width, 3)`` uint8, BGR."""
        decoded = cv2.imdecode(np.frombuffer(self.region_jpeg, dtype=np.uint8), cv2.IMREAD_COLOR)
        return np.asarray(decoded, dtype=np.uint8)

    @property
    def is_rendered(self) -> bool:
        """Whether it was drawn rather than photographed."""
        return self.source == "rendered"

    @property
    def collection(self) -> str:
        """The source, for figures by source: changed photos are not counted with those that are as they were taken."""
        return f"{self.source}, fingers moved" if self.fingers_warped else self.source


def is_rendered_folder(folder: Path) -> bool:
    """Whether ``synthesize`` wrote the folder, all of it: its list comes last."""
    return (folder / RENDERED_LIST).is_file()


def list_pictures(folder: Path) -> list[LabelledImage]:
    """The labelled pictures of a folder, in a fixed order.

    The folder holds either ``labels.csv`` with the columns path, label and group, as ``synthesize`` writes it, or one
    folder a source with one folder a label inside: ``<source>/<label>/<picture>``.

    Raises:
        TrainingDataError: If it holds neither.
    """
    if not folder.is_dir():
        raise TrainingDataError(f"There is no folder {folder}.", hint="Check the path given with --data.")
    listing = folder / RENDERED_LIST
    if is_rendered_folder(folder):
        with listing.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        pictures = [LabelledImage(folder / r["path"], r["label"], "rendered", r["group"]) for r in rows]
    else:
        pictures = [
            LabelledImage(path, path.parent.name, path.parent.parent.name, path.parent.parent.name)
            for path in sorted(folder.glob("*/*/*"))
            if path.suffix.lower() in IMAGE_SUFFIXES
        ]
    if not pictures:
        hint = f"It should hold {RENDERED_LIST}, or <source>/<label>/<picture>."
        raise TrainingDataError(f"{folder} holds no labelled pictures.", hint=hint)
    return pictures


def load_examples(folders: Sequence[Path], cache: Path, console: Console | None = None) -> list[HandSample]:
    """The hands of some folders of pictures; what was found is kept in ``cache`` by the pictures' contents.

    Args:
        folders: Folders as for :func:`list_pictures`.
        cache: Where found hands are kept between runs.
        console: Told about progress and about pictures without a hand.

    Raises:
        TrainingDataError: If a folder holds no pictures.
    """
    console = console or Console(stderr=True)
    examples: list[HandSample] = []
    for folder in folders:
        pictures = list_pictures(folder)
        file = cache / f"hands-{_fingerprint(pictures)}.npz"
        if not file.is_file():
            save_found(file, list(_find_hands(pictures, console)))
        found = load_found(file)
        console.print(f"{folder}: {len(found)} hands in {len(pictures)} pictures")
        examples += found
    return examples


def data_fingerprint(examples: Sequence[HandSample]) -> str:
    """A digest of what a model learnt from."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(example.region_jpeg)
        digest.update(example.label.encode())
    return digest.hexdigest()


def counts_by_source(examples: Sequence[HandSample]) -> dict[str, dict[str, int]]:
    """How many hands of each label came from each source."""
    counts = Counter((example.collection, example.label) for example in examples)
    result: dict[str, dict[str, int]] = {}
    for (source, label), count in sorted(counts.items()):
        result.setdefault(source, {})[label] = count
    return result


def cut_region(
    frame: Frame, hand: Hand, *, scale: float = _REGION_SCALE, extent_px: float = _EXTENT_PX
) -> tuple[UInt8Array, Float32Array]:
    """The surroundings of a hand, and its landmarks in their pixels.

    Args:
        frame: The frame.
        hand: A hand in it.
        scale: Side of the surroundings in units of the hand's larger extent.
        extent_px: Hands that are larger are scaled down to this extent.
    """
    left, top, right, bottom = hand.box_xyxy_px
    extent = max(right - left, bottom - top, 8.0)
    center = np.array(hand.center_px)
    width, height = frame.resolution_wh
    low = np.clip(np.floor(center - extent * scale / 2), 0, [width - 1, height - 1]).astype(int)
    high = np.clip(np.ceil(center + extent * scale / 2), low + 1, [width, height]).astype(int)
    region = frame.image_bgr[low[1] : high[1], low[0] : high[0]]
    landmarks = hand.landmarks_px - np.array([low[0], low[1], 0], dtype=np.float32)
    shrink = min(1.0, extent_px / extent)
    if shrink < 1:
        size_wh = (max(1, round(region.shape[1] * shrink)), max(1, round(region.shape[0] * shrink)))
        region = np.asarray(cv2.resize(region, size_wh, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        landmarks = landmarks * np.float32(shrink)
    return region, landmarks.astype(np.float32)


def encode_region(region_bgr: UInt8Array, quality: int = _JPEG_QUALITY) -> bytes:
    """The surroundings of a hand as JPEG."""
    return cv2.imencode(".jpg", region_bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()


def _find_hands(pictures: Sequence[LabelledImage], console: Console) -> Iterator[HandSample]:
    detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=1, thorough=False)
    missed: Counter[str] = Counter()
    for seq, picture in enumerate(track(pictures, "Finding hands", console=console)):
        image: UInt8Array | None = cv2.imread(str(picture.path), cv2.IMREAD_COLOR)  # type: ignore[assignment]
        if image is None:
            console.print(f"skipped, unreadable: {picture.path}")
            continue
        frame = Frame(image, seq, 0.0, 0.0)
        hands = detector.detect(frame)
        if not hands:
            missed[f"{picture.source} {picture.label}"] += 1
            continue
        region, landmarks = cut_region(frame, hands[0])
        yield HandSample(encode_region(region), landmarks, picture.label, picture.source, picture.group)
    detector.close()
    if missed:
        console.print("no hand found: " + ", ".join(f"{name} {count}" for name, count in sorted(missed.items())))


def _fingerprint(pictures: Sequence[LabelledImage]) -> str:
    digest = hashlib.sha256(f"looks {_LOOKS_VERSION}".encode())
    for picture in pictures:
        digest.update(f"{picture.source}/{picture.label}/{picture.group}/{picture.path.name}".encode())
        digest.update(picture.path.read_bytes())
    return digest.hexdigest()[:16]


def save_found(file: Path, examples: Sequence[HandSample]) -> None:
    """Keep hands that took long to find."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(file) as temporary:
        np.savez(
            temporary,
            jpeg=np.frombuffer(b"".join(e.region_jpeg for e in examples), dtype=np.uint8),
            ends=np.cumsum([len(e.region_jpeg) for e in examples]),
            landmarks=np.array([e.landmarks_px for e in examples], dtype=np.float32).reshape(-1, 21, 3),
            text=np.array([(e.label, e.source, e.group) for e in examples], dtype=np.str_).reshape(-1, 3),
        )


def load_found(file: Path) -> list[HandSample]:
    """The hands that :func:`save_found` kept."""
    with np.load(file, allow_pickle=False) as stored:
        jpeg, ends, landmarks, text = (stored[name] for name in ("jpeg", "ends", "landmarks", "text"))
    starts = np.concatenate([[0], ends])[:-1].astype(int)
    return [
        HandSample(jpeg[start:end].tobytes(), points, str(label), str(source), str(group))
        for start, end, points, (label, source, group) in zip(starts, ends, landmarks, text, strict=True)
    ]
