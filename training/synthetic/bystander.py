"""The person behind a hand, out of focus: head, neck and torso."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from training.synthetic.lighting import SURFACE_REFLECTANCE
from training.synthetic.people import Person
from training.synthetic.skeleton import Array

Image = npt.NDArray[np.uint8]
Canvas = npt.NDArray[np.float32]

_HAIR_RGB = np.array([[0.008, 0.006, 0.005], [0.03, 0.016, 0.009], [0.10, 0.055, 0.025], [0.30, 0.28, 0.26]])


def draw_bystander(rng: np.random.Generator, background_bgr: Image, person: Person) -> Image:
    """Draw ``person`` in front of a background, blurred as by a webcam's lens.

    Args:
        rng: Source of randomness.
        background_bgr: ``(height, width, 3)`` uint8 BGR.
        person: Provides the colours of skin and cloth.
    """
    height, width = background_bgr.shape[:2]
    canvas = background_bgr.astype(np.float32)
    head = height * rng.uniform(0.13, 0.24)
    x, y = width * rng.uniform(0.2, 0.8), height * rng.uniform(0.02, 0.42)
    brightness = rng.uniform(0.5, 1.0)
    cloth = _level(brightness * (person.cloth_rgb[0] + 0.02))
    _shoulders(canvas, x, y + 1.35 * head, head * rng.uniform(1.7, 2.3), cloth)
    if person.stripe_m > 0:
        _stripes(canvas, x, y + 1.5 * head, head, _level(brightness * (person.cloth_rgb[1] + 0.02)))
    skin = _level(brightness * (person.skin.rgb + SURFACE_REFLECTANCE))
    _oval(canvas, x, y + 1.1 * head, 0.42 * head, 0.6 * head, 0.85 * skin)
    hair = _level(brightness * _HAIR_RGB[int(rng.integers(len(_HAIR_RGB)))])
    _oval(canvas, x, y - 0.18 * head, 0.84 * head, rng.uniform(0.95, 1.15) * head, hair)
    _oval(canvas, x, y + 0.05 * head, 0.72 * head, 0.95 * head, skin)
    for side in (-1, 1):
        _oval(canvas, x + 0.28 * side * head, y - 0.05 * head, 0.12 * head, 0.06 * head, 0.35 * skin)
    _oval(canvas, x, y + 0.5 * head, 0.24 * head, 0.07 * head, skin * np.array([0.7, 0.65, 0.9]))
    sigma = rng.uniform(1.5, 7.0)
    return np.asarray(cv2.GaussianBlur(canvas, (0, 0), sigma), dtype=np.uint8)


def _level(linear_rgb: Array) -> Array:
    """Linear light as BGR levels from 0 to 255."""
    return np.asarray(255 * np.clip(linear_rgb[::-1], 0, 1) ** (1 / 2.2), dtype=np.float64)


def _oval(canvas: Canvas, x: float, y: float, half_width: float, half_height: float, colour: Array) -> None:
    centre, axes = (round(x), round(y)), (max(1, round(half_width)), max(1, round(half_height)))
    cv2.ellipse(canvas, centre, axes, 0, 0, 360, colour.tolist(), -1)


def _shoulders(canvas: Canvas, x: float, top: float, half_width: float, colour: Array) -> None:
    bottom = max(float(canvas.shape[0]), top + half_width) + 2
    neck, slope = 0.28 * half_width, 0.35 * half_width
    outline = [[x - neck, top], [x + neck, top], [x + half_width, top + slope], [x + 1.15 * half_width, bottom]]
    outline += [[x - 1.15 * half_width, bottom], [x - half_width, top + slope]]
    cv2.fillPoly(canvas, [np.round(outline).astype(np.int32)], colour.tolist())


def _stripes(canvas: Canvas, x: float, top: float, head: float, colour: Array) -> None:
    left, right, step = round(x - 1.5 * head), round(x + 1.5 * head), max(6, round(0.4 * head))
    for y in range(round(top + 0.8 * head), canvas.shape[0], step):
        cv2.rectangle(canvas, (left, y), (right, y + step // 3), colour.tolist(), -1)
