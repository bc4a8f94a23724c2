"""Settings of clips: a generated, softly focused study with daylight from the left, or a random room and webcam."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from training.synthetic.backgrounds import random_background
from training.synthetic.camera import Webcam, sample_webcam
from training.synthetic.lighting import exposed, exposure_gain, relit, sample_light
from training.synthetic.renderer import Light
from training.synthetic.shading import Skin

Image = npt.NDArray[np.uint8]
Canvas = npt.NDArray[np.float32]
Colour = tuple[float, float, float]

_WALL: Colour = (176, 196, 202)
_WOOD: Colour = (78, 118, 158)
_WOOD_DARK: Colour = (52, 84, 118)
_BOOKS: tuple[Colour, ...] = (
    (92, 74, 58), (70, 86, 168), (120, 140, 92), (176, 190, 200),
    (74, 112, 190), (110, 88, 128), (138, 120, 84), (58, 62, 84),
)  # fmt: skip
_LEAVES: tuple[Colour, ...] = ((70, 122, 84), (58, 104, 66), (88, 146, 104))
_POT: Colour = (86, 116, 178)
# Weight of hands in the metering of a camera that sees a player's upper body.
_METERED_HANDS = 0.2
_DAYLIGHT_FROM = np.array([-0.55, 0.65, 0.75])


@dataclass(frozen=True)
class Stage:
    """Room, light and camera of a clip.

    Attributes:
        room_bgr: ``(height, width, 3)`` uint8 BGR, without hands.
        light: Light on the hands.
        field_of_view_deg: Vertical angle of view.
        shutter_s: Exposure time of a frame; 0 for no motion blur.
        webcam: Simulated webcam; None for ideal images.
    """

    room_bgr: Image
    light: Light
    field_of_view_deg: float = 45.0
    shutter_s: float = 0.0
    webcam: Webcam | None = None


def study_stage(rng: np.random.Generator, width: int, height: int) -> Stage:
    """The study by daylight, with an ideal camera."""
    light = Light(
        direction=_DAYLIGHT_FROM / np.linalg.norm(_DAYLIGHT_FROM),
        colour_rgb=np.array([0.80, 0.74, 0.66]),
        sky_rgb=np.array([0.40, 0.41, 0.44]),
        ground_rgb=np.array([0.24, 0.21, 0.19]),
        gloss=0.05,
    )
    return Stage(study(rng, width, height), light)


def random_stage(rng: np.random.Generator, width: int, height: int, skin: Skin) -> Stage:
    """Sample a room, light and webcam; automatic exposure depends on hands of ``skin``."""
    gain = exposure_gain(skin, _METERED_HANDS)
    return Stage(
        room_bgr=relit(random_background(rng, width, height, ()), gain),
        light=exposed(sample_light(rng), gain),
        field_of_view_deg=rng.uniform(35, 58),
        shutter_s=1 / rng.uniform(30, 120),
        webcam=sample_webcam(rng),
    )


def study(rng: np.random.Generator, width: int, height: int) -> Image:
    """A blurred room, ``(height, width, 3)`` uint8 BGR; ``rng`` draws books, leaves and grain."""
    canvas = np.tile(np.array(_WALL, np.float32), (height, width, 1))
    _window(canvas)
    _shelves(rng, canvas)
    _plant(rng, canvas)
    _table(canvas)
    blurred = np.asarray(cv2.GaussianBlur(canvas, (0, 0), width / 110), dtype=np.float32)
    return np.clip(_daylight(blurred) + rng.normal(0, 1.2, canvas.shape), 0, 255).astype(np.uint8)


def _box(canvas: Canvas, box: tuple[float, float, float, float], colour: Colour) -> None:
    """A filled rectangle; left, top, right and bottom are fractions of the width and height."""
    x0, y0, x1, y1 = box
    height, width = canvas.shape[:2]
    first, second = (round(x0 * width), round(y0 * height)), (round(x1 * width), round(y1 * height))
    cv2.rectangle(canvas, first, second, colour, -1)


def _window(canvas: Canvas) -> None:
    _box(canvas, (-0.05, 0.02, 0.215, 0.66), (222, 228, 232))
    for top in (0.05, 0.36):
        for left in (-0.03, 0.10):
            _box(canvas, (left, top, left + 0.105, top + 0.27), (250, 246, 238))
    _box(canvas, (0.205, -0.02, 0.25, 0.78), (150, 176, 196))
    _box(canvas, (0.225, -0.02, 0.235, 0.78), (132, 158, 180))


def _shelves(rng: np.random.Generator, canvas: Canvas) -> None:
    for floor in (0.30, 0.56):
        x = 0.60
        while x < 1.0:
            thick, tall = rng.uniform(0.012, 0.03), rng.uniform(0.12, 0.19)
            if rng.random() < 0.88:
                colour = _BOOKS[int(rng.integers(len(_BOOKS)))]
                _box(canvas, (x, floor - tall, x + thick, floor), colour)
                _box(canvas, (x, floor - 0.75 * tall, x + thick, floor - 0.70 * tall), (150, 180, 196))
            x += thick + 0.003
        _box(canvas, (0.57, floor, 1.02, floor + 0.022), _WOOD)
        _box(canvas, (0.57, floor + 0.022, 1.02, floor + 0.034), _WOOD_DARK)


def _plant(rng: np.random.Generator, canvas: Canvas) -> None:
    height, width = canvas.shape[:2]
    foot = np.array([0.355 * width, 0.70 * height])
    for _ in range(22):
        angle = np.radians(rng.uniform(-165, -15))
        length = height * rng.uniform(0.10, 0.24)
        tip = foot + length * np.array([np.cos(angle), np.sin(angle)])
        middle = (0.5 * (foot + tip)).round().astype(int)
        axes = (int(length / 2), max(2, int(length / 8)))
        colour = _LEAVES[int(rng.integers(len(_LEAVES)))]
        cv2.ellipse(canvas, (int(middle[0]), int(middle[1])), axes, float(np.degrees(angle)), 0, 360, colour, -1)
    corners = np.array([[0.315, 0.69], [0.395, 0.69], [0.38, 0.84], [0.33, 0.84]]) * (width, height)
    cv2.fillPoly(canvas, [corners.round().astype(np.int32)], _POT)


def _table(canvas: Canvas) -> None:
    _box(canvas, (-0.02, 0.83, 1.02, 1.02), _WOOD)
    _box(canvas, (-0.02, 0.825, 1.02, 0.84), (104, 146, 184))


def _daylight(canvas: Canvas) -> Canvas:
    """Brighter towards the window, darker in the far corners."""
    height, width = canvas.shape[:2]
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    glow = np.exp(-((across - 0.1) ** 2 / 0.35 + (down - 0.3) ** 2 / 0.6))
    return np.asarray(canvas * (0.70 + 0.38 * glow)[..., None], dtype=np.float32)
