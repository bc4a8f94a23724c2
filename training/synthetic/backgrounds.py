"""Backgrounds: crops of photos, or generated walls, boards, clutter and rooms."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from training.synthetic.errors import SynthesisError
from training.synthetic.shading import Skin

Image = npt.NDArray[np.uint8]

_SUFFIXES = {".jpg", ".jpeg", ".png"}
_PHOTO_SHARE = 0.75


def find_photos(folder: Path) -> tuple[Path, ...]:
    """All JPEG and PNG files under ``folder``, sorted.

    Raises:
        SynthesisError: If the folder is missing or has no images.
    """
    if not folder.is_dir():
        raise SynthesisError(f"The backgrounds folder {folder} does not exist.", hint="Check --backgrounds.")
    found = tuple(sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES))
    if not found:
        raise SynthesisError(
            f"The backgrounds folder {folder} holds no .jpg or .png images.",
            hint="Choose another folder, or leave --backgrounds out for made-up backgrounds.",
        )
    return found


def random_background(rng: np.random.Generator, width: int, height: int, photos: tuple[Path, ...]) -> Image:
    """A random background, ``(height, width, 3)`` uint8 BGR: mostly a photo if there are any, else a generated one."""
    if photos and rng.random() < _PHOTO_SHARE:
        return _photo_crop(rng, width, height, photos)
    make = (_gradient, _blobs, _clutter, room, room, _wood, _skin_coloured)[int(rng.integers(7))]
    return make(rng, width, height)


@lru_cache(maxsize=512)
def _read(path: Path) -> Image | None:
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    return None if image is None else np.asarray(image, dtype=np.uint8)


def _photo_crop(rng: np.random.Generator, width: int, height: int, photos: tuple[Path, ...]) -> Image:
    path = photos[int(rng.integers(len(photos)))]
    photo = _read(path)
    if photo is None:
        raise SynthesisError(f"The background image {path} cannot be read.", hint="Remove it, or save it again.")
    rows, columns = photo.shape[:2]
    share = rng.uniform(0.45, 1.0)
    scale = share * min(columns / width, rows / height)
    crop_width, crop_height = max(2, int(width * scale)), max(2, int(height * scale))
    left = int(rng.integers(columns - crop_width + 1))
    top = int(rng.integers(rows - crop_height + 1))
    crop = photo[top : top + crop_height, left : left + crop_width]
    if rng.random() < 0.5:
        crop = np.flip(crop, axis=1)
    resized = cv2.resize(crop, (width, height), interpolation=cv2.INTER_LINEAR)
    if rng.random() < 0.4:
        resized = cv2.GaussianBlur(resized, (0, 0), rng.uniform(0.8, 4.0))
    return np.asarray(resized, dtype=np.uint8)


def _colour(rng: np.random.Generator) -> npt.NDArray[np.float64]:
    hue, saturation, value = rng.uniform(0, 180), rng.beta(1.3, 3.0) * 255, rng.uniform(40, 245)
    pixel = np.array([[[hue, saturation, value]]], dtype=np.uint8)
    return np.asarray(cv2.cvtColor(pixel, cv2.COLOR_HSV2BGR)[0, 0], dtype=np.float64)


def _gradient(rng: np.random.Generator, width: int, height: int) -> Image:
    angle = rng.uniform(0, 2 * np.pi)
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    share = (across * np.cos(angle) + down * np.sin(angle)) / 2.8 + 0.5
    image = _colour(rng) * (1 - share[..., None]) + _colour(rng) * share[..., None]
    grain = cv2.resize(rng.normal(0, 1, (height // 8 + 1, width // 8 + 1)), (width, height))
    return np.asarray(np.clip(image + grain[..., None] * rng.uniform(0, 12), 0, 255), dtype=np.uint8)


def _wood(rng: np.random.Generator, width: int, height: int) -> Image:
    """Boards with grain along them."""
    tone = np.array([70.0, 115.0, 165.0]) * rng.uniform(0.45, 1.35) + rng.normal(0, 8, 3)
    grain = rng.standard_normal((height, 3 + width // 60))
    grain = np.asarray(cv2.GaussianBlur(cv2.resize(grain, (width, height)), (0, 0), 1.2))
    image = tone * (1 + rng.uniform(0.05, 0.18) * grain[..., None])
    for y in np.arange(rng.uniform(0, 60), height, rng.uniform(50, 120)):
        image[int(y) : int(y) + 2] *= 0.55
    turned = image if rng.random() < 0.5 else cv2.resize(np.rot90(image), (width, height))
    return np.asarray(np.clip(turned, 0, 255), dtype=np.uint8)


def _skin_coloured(rng: np.random.Generator, width: int, height: int) -> Image:
    """A gradient between two skin-like colours: beige walls, cardboard, leather, other people."""
    tones = [Skin(int(rng.integers(1, 11)), warmth=rng.uniform(-1, 1)).rgb[::-1] ** (1 / 2.2) * 255 for _ in range(2)]
    soft = rng.random((int(rng.integers(2, 5)), int(rng.integers(2, 5))))
    share = np.clip(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1)[..., None]
    image = (tones[0] * (1 - 0.5 * share) + tones[1] * 0.5 * share) * rng.uniform(0.6, 1.0)
    return np.asarray(np.clip(image + rng.normal(0, 2, (height, width, 1)), 0, 255), dtype=np.uint8)


def _blobs(rng: np.random.Generator, width: int, height: int) -> Image:
    image = np.tile(_colour(rng), (height, width, 1))
    for _ in range(int(rng.integers(6, 30))):
        centre = (int(rng.integers(width)), int(rng.integers(height)))
        axes = (int(rng.integers(8, width // 3)), int(rng.integers(8, height // 3)))
        cv2.ellipse(image, centre, axes, float(rng.uniform(0, 180)), 0, 360, _colour(rng).tolist(), -1)
    blurred = cv2.GaussianBlur(image, (0, 0), rng.uniform(2, 18))
    return np.clip(blurred, 0, 255).astype(np.uint8)


def _clutter(rng: np.random.Generator, width: int, height: int) -> Image:
    image = np.asarray(_gradient(rng, width, height)).copy()
    for _ in range(int(rng.integers(5, 25))):
        first = (int(rng.integers(-20, width)), int(rng.integers(-20, height)))
        second = (first[0] + int(rng.integers(5, width // 2)), first[1] + int(rng.integers(5, height // 2)))
        if rng.random() < 0.7:
            cv2.rectangle(image, first, second, _colour(rng).tolist(), -1)
        else:
            cv2.line(image, first, second, _colour(rng).tolist(), int(rng.integers(1, 9)), cv2.LINE_AA)
    blurred = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.6, 4))
    return np.asarray(blurred, dtype=np.uint8)


def room(rng: np.random.Generator, width: int, height: int) -> Image:
    """A generated, softly focused room: a lit wall with a bookshelf, a painting and a plant."""
    image = _wall(rng, width, height)
    if rng.random() < 0.8:
        _draw_shelf(rng, image)
    if rng.random() < 0.6:
        _draw_painting(rng, image)
    if rng.random() < 0.6:
        _draw_plant(rng, image)
    blurred = cv2.GaussianBlur(image, (0, 0), width / rng.uniform(120, 300))
    return np.clip(blurred + rng.normal(0, 1.5, image.shape), 0, 255).astype(np.uint8)


def _wall(rng: np.random.Generator, width: int, height: int) -> npt.NDArray[np.float64]:
    wall = 0.45 * _colour(rng) + 0.55 * np.array([205.0, 214.0, 222.0]) * rng.uniform(0.6, 1.0)
    across, down = np.meshgrid(np.arange(width) / width, np.arange(height) / height)
    lamp_x, lamp_y = rng.uniform(-0.1, 1.1), rng.uniform(-0.2, 0.5)
    glow = np.exp(-((across - lamp_x) ** 2 + (down - lamp_y) ** 2) / rng.uniform(0.3, 0.8))
    return np.asarray(wall * (0.62 + 0.42 * glow[..., None]), dtype=np.float64)


def _draw_shelf(rng: np.random.Generator, image: npt.NDArray[np.float64]) -> None:
    height, width = image.shape[:2]
    left, right = int(width * rng.uniform(-0.1, 0.55)), int(width * rng.uniform(0.6, 1.1))
    wood = np.array([60.0, 95.0, 140.0]) * rng.uniform(0.5, 1.3)
    for level in np.arange(rng.uniform(0.15, 0.35), 0.95, rng.uniform(0.25, 0.35)):
        floor = int(height * level)
        x = left + 3
        while x < right - 8:
            thick, tall = int(width * rng.uniform(0.012, 0.04)), int(height * rng.uniform(0.09, 0.19))
            if rng.random() < 0.85:
                cv2.rectangle(image, (x, floor - tall), (x + thick, floor), (0.75 * _colour(rng)).tolist(), -1)
            x += thick + 1
        cv2.rectangle(image, (left, floor), (right, floor + max(3, height // 60)), wood.tolist(), -1)


def _draw_painting(rng: np.random.Generator, image: npt.NDArray[np.float64]) -> None:
    height, width = image.shape[:2]
    left, top = int(width * rng.uniform(0.02, 0.7)), int(height * rng.uniform(0.02, 0.35))
    right, bottom = left + int(width * rng.uniform(0.12, 0.25)), top + int(height * rng.uniform(0.15, 0.35))
    edge = max(2, width // 100)
    cv2.rectangle(image, (left, top), (right, bottom), (0.4 * _colour(rng)).tolist(), -1)
    cv2.rectangle(image, (left + edge, top + edge), (right - edge, bottom - edge), _colour(rng).tolist(), -1)


def _draw_plant(rng: np.random.Generator, image: npt.NDArray[np.float64]) -> None:
    height, width = image.shape[:2]
    foot = (int(width * rng.uniform(0.05, 0.95)), int(height * rng.uniform(0.75, 1.0)))
    for _ in range(int(rng.integers(8, 18))):
        angle = rng.uniform(-2.4, -0.7)
        length = height * rng.uniform(0.1, 0.3)
        tip = (int(foot[0] + length * np.cos(angle)), int(foot[1] + length * np.sin(angle)))
        green = np.array([60.0, 120.0, 70.0]) * rng.uniform(0.5, 1.3)
        middle = ((foot[0] + tip[0]) // 2, (foot[1] + tip[1]) // 2)
        axes = (int(length / 2), max(2, int(length / 9)))
        cv2.ellipse(image, middle, axes, float(np.degrees(angle)), 0, 360, green.tolist(), -1)
