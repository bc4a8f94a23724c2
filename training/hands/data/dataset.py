"""Dataset of hand samples, detected in labelled images."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.frame import Float32Array, Frame, Hand, UInt8Array
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.ports import DetectionMode
from gesture_app.storage.atomic import atomic_path
from gesture_app.vision.detectors import open_hand_detector, open_lenient_detector
from training.common.errors import TrainingDataError

IMAGE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp"})
RENDERED_LIST = "labels.csv"
EMPTY = "empty"
"""Label of images in which no hand is visible."""
RENDERED = "rendered"
"""First word of the source of rendered hands."""
EVERYDAY = "rendered-natural"
"""Source of rendered people who show no sign."""

_DETECTION_VERSION = 3
"""Raised when the hand detector finds other hands than before, so that cached samples are detected again."""
_REGION_SCALE = 2.2
_EXTENT_PX = 144.0
_JPEG_QUALITY = 95


@dataclass(frozen=True)
class LabelledImage:
    """A labelled image file.

    Attributes:
        path: The file.
        label: Its label.
        source: Its collection; that of rendered hands begins with ``"rendered"``.
        group: Person or session within the source; never divided by a split.
    """

    path: Path
    label: str
    source: str
    group: str


@dataclass(frozen=True, eq=False)
class HandSample:
    """A labelled hand with its region of the image, about 2.2 times the hand's extent.

    Attributes:
        region_jpeg: The region as JPEG; large hands are scaled down.
        landmarks_px: ``(21, 3)`` float32 in pixels of the region.
        label: Its label.
        source: Its collection, or ``"rendered"``.
        group: Person or session within the source.
        fingers_warped: Whether the image was changed to show the label (:mod:`training.hands.data.finger_warping`).
    """

    region_jpeg: bytes
    landmarks_px: Float32Array
    label: str
    source: str
    group: str
    fingers_warped: bool = False

    @property
    def region_bgr(self) -> UInt8Array:
        """The decoded region, ``(height, width, 3)`` uint8, BGR."""
        decoded = cv2.imdecode(np.frombuffer(self.region_jpeg, dtype=np.uint8), cv2.IMREAD_COLOR)
        return np.asarray(decoded, dtype=np.uint8)

    @property
    def is_rendered(self) -> bool:
        """Whether the hand was rendered."""
        return self.source.startswith(RENDERED)

    @property
    def collection(self) -> str:
        """Name of the source in figures by source, in which warped photos are a source of their own."""
        return f"{self.source}, fingers moved" if self.fingers_warped else self.source


def is_rendered_folder(folder: Path) -> bool:
    """Whether a folder was completely written by ``synthesize``, which writes its list last."""
    return (folder / RENDERED_LIST).is_file()


def list_images(folder: Path) -> list[LabelledImage]:
    """List the labelled images of a folder, in a fixed order.

    The folder holds either ``labels.csv`` with the columns path, label, group and perhaps source, as ``synthesize``
    writes it, or images as ``<source>/<label>/<image>``. The label ``empty`` is for images without hands.

    Raises:
        TrainingDataError: If it holds neither, or the table cannot be read.
    """
    if not folder.is_dir():
        raise TrainingDataError(f"There is no folder {folder}.", hint="Check the path given with --data.")
    listing = folder / RENDERED_LIST
    if is_rendered_folder(folder):
        images = _read_list(listing)
    else:
        images = [
            LabelledImage(path, path.parent.name, path.parent.parent.name, path.parent.parent.name)
            for path in sorted(folder.glob("*/*/*"))
            if path.suffix.lower() in IMAGE_SUFFIXES
        ]
    if not images:
        hint = f"It should hold {RENDERED_LIST}, or <source>/<label>/<image>."
        raise TrainingDataError(f"{folder} holds no labelled images.", hint=hint)
    return images


def _read_list(listing: Path) -> list[LabelledImage]:
    """The images in a ``labels.csv``."""
    images = []
    try:
        with listing.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file, restval=""):
                source = row.get("source") or RENDERED
                images.append(LabelledImage(listing.parent / row["path"], row["label"], source, row["group"]))
    except (OSError, ValueError, KeyError, csv.Error) as error:
        why = f"it has no column {error}" if isinstance(error, KeyError) else error
        hint = "It should be as `synthesize` writes it: CSV in UTF-8 with the columns path, label and group."
        raise TrainingDataError(f"{listing} cannot be read: {why}.", hint=hint) from error
    return images


def load_samples(folders: Sequence[Path], cache: Path, console: Console | None = None) -> list[HandSample]:
    """Detect the hands in the images of some folders, or read them from the cache.

    In images labelled ``empty``, places that resemble a hand are samples of ``none``.

    Args:
        folders: Folders as for :func:`list_images`.
        cache: Folder in which detected samples are cached by the content of the images.
        console: Shows progress and the number of images without a detection.

    Raises:
        TrainingDataError: If a folder holds no images.
    """
    console = console or Console(stderr=True)
    samples: list[HandSample] = []
    for folder in folders:
        images = list_images(folder)
        file = cache / f"hands-{_fingerprint(images)}.npz"
        if not file.is_file():
            save_samples(file, list(_detect_hands(images, console)))
        found = read_cached_samples(file)
        console.print(f"{folder}: {len(found)} hands in {len(images)} images")
        samples += found
    return samples


def data_fingerprint(samples: Sequence[HandSample]) -> str:
    """SHA-256 of the images and labels of some samples."""
    digest = hashlib.sha256()
    for sample in samples:
        digest.update(sample.region_jpeg)
        digest.update(sample.label.encode())
    return digest.hexdigest()


def counts_by_source(samples: Sequence[HandSample]) -> dict[str, dict[str, int]]:
    """Number of samples by source and label."""
    counts = Counter((sample.collection, sample.label) for sample in samples)
    result: dict[str, dict[str, int]] = {}
    for (source, label), count in sorted(counts.items()):
        result.setdefault(source, {})[label] = count
    return result


def cut_region(
    frame: Frame, hand: Hand, *, scale: float = _REGION_SCALE, extent_px: float = _EXTENT_PX
) -> tuple[UInt8Array, Float32Array]:
    """Cut the region around a hand out of a frame.

    Args:
        frame: The frame.
        hand: A hand in it.
        scale: Side of the region in units of the hand's larger extent.
        extent_px: Largest extent of the hand; the region of a larger hand is scaled down.

    Returns:
        ``(height, width, 3)`` uint8 BGR, and the landmarks ``(21, 3)`` float32 in pixels of the region.
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
    """Encode the region of a hand as JPEG."""
    return cv2.imencode(".jpg", region_bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()


def _detect_hands(images: Sequence[LabelledImage], console: Console) -> Iterator[HandSample]:
    missed: Counter[str] = Counter()
    with ExitStack() as opened:
        detector = open_hand_detector(DetectionMode.INDEPENDENT, max_hands=1, thorough=False)
        opened.callback(detector.close)
        lenient = open_lenient_detector() if any(image.label == EMPTY for image in images) else None
        if lenient is not None:
            opened.callback(lenient.close)
        for seq, entry in enumerate(track(images, "Finding hands", console=console)):
            image: UInt8Array | None = cv2.imread(str(entry.path), cv2.IMREAD_COLOR)  # type: ignore[assignment]
            if image is None:
                console.print(f"skipped, unreadable: {entry.path}")
                continue
            frame = Frame(image, seq, 0.0, 0.0)
            is_empty = entry.label == EMPTY
            hands = lenient.detect(frame) if lenient is not None and is_empty else detector.detect(frame)[:1]
            if not hands and not is_empty:
                missed[f"{entry.source} {entry.label}"] += 1
            for hand in hands:
                region, landmarks = cut_region(frame, hand)
                label = NONE if is_empty else entry.label
                yield HandSample(encode_region(region), landmarks, label, entry.source, entry.group)
    if missed:
        console.print("no hand found: " + ", ".join(f"{name} {count}" for name, count in sorted(missed.items())))


def _fingerprint(images: Sequence[LabelledImage]) -> str:
    digest = hashlib.sha256(f"looks {_DETECTION_VERSION}".encode())
    for image in images:
        digest.update(f"{image.source}/{image.label}/{image.group}/{image.path.name}".encode())
        digest.update(image.path.read_bytes())
    return digest.hexdigest()[:16]


def save_samples(file: Path, samples: Sequence[HandSample]) -> None:
    """Write detected samples to a cache file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(file) as temporary:
        np.savez(
            temporary,
            jpeg=np.frombuffer(b"".join(e.region_jpeg for e in samples), dtype=np.uint8),
            ends=np.cumsum([len(e.region_jpeg) for e in samples]),
            landmarks=np.array([e.landmarks_px for e in samples], dtype=np.float32).reshape(-1, 21, 3),
            text=np.array([(e.label, e.source, e.group) for e in samples], dtype=np.str_).reshape(-1, 3),
        )


def read_cached_samples(file: Path) -> list[HandSample]:
    """Read the samples of a cache file."""
    with np.load(file, allow_pickle=False) as stored:
        jpeg, ends, landmarks, text = (stored[name] for name in ("jpeg", "ends", "landmarks", "text"))
    starts = np.concatenate([[0], ends])[:-1].astype(int)
    return [
        HandSample(jpeg[start:end].tobytes(), points, str(label), str(source), str(group))
        for start, end, points, (label, source, group) in zip(starts, ends, landmarks, text, strict=True)
    ]
