"""Light: lamps of several colours and directions, exposure, and shadows."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from training.synthetic.renderer import Light
from training.synthetic.shading import Skin
from training.synthetic.skeleton import Array

Image = npt.NDArray[np.uint8]

# Linear-light colours as a camera balanced for daylight sees them. Source: M. Charity, "What color is a blackbody?"
# (2700 K, 4000 K, 6500 K, 9000 K); the greenish one is a fluorescent tube.
_LAMPS_RGB = np.array([[1.0, 0.40, 0.095], [1.0, 0.62, 0.38], [1.0, 0.95, 0.98], [0.65, 0.71, 1.0], [0.78, 1.0, 0.66]])
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
_SIDE_SHARE, _BACK_SHARE, _SCREEN_SHARE = 0.2, 0.08, 0.1
_USUAL_REFLECTANCE = 0.30
SURFACE_REFLECTANCE = 0.035
"""What the surface of any skin reflects of the light around it, whatever its colour; see ``shaders``."""


def sample_light(rng: np.random.Generator) -> Light:
    """Sample a lamp or window and the indirect light of the room."""
    key, fill = rng.uniform(0.4, 0.95), rng.uniform(0.2, 0.52)
    kind = rng.random()
    direction = np.array([rng.normal(0, 0.8), rng.normal(0.5, 0.5), rng.uniform(0.35, 1.2)])
    if kind < _SIDE_SHARE:
        direction = np.array([rng.choice([-1.0, 1.0]), rng.normal(0.2, 0.3), rng.uniform(-0.1, 0.35)])
    elif kind < _SIDE_SHARE + _BACK_SHARE:
        direction = np.array([rng.normal(0, 0.6), rng.uniform(0.2, 0.9), rng.uniform(-0.9, -0.4)])
        key *= 1.3
    elif kind < _SIDE_SHARE + _BACK_SHARE + _SCREEN_SHARE:
        direction = np.array([rng.normal(0, 0.3), rng.uniform(-0.5, 0.0), 1.0])
    # The camera's white balance takes out most of the colour.
    left_over = rng.uniform(0.06, 0.36)
    lamp, room = (_tint(_LAMPS_RGB[int(rng.integers(len(_LAMPS_RGB)))], left_over) for _ in range(2))
    mixed = 0.5 * (lamp + room) if rng.random() < 0.5 else lamp
    return Light(
        direction=direction / np.linalg.norm(direction),
        colour_rgb=key * lamp,
        sky_rgb=fill * mixed,
        ground_rgb=fill * rng.uniform(0.35, 0.9) * mixed,
        gloss=rng.uniform(0.03, 0.13),
    )


def _tint(lamp_rgb: Array, left_over: float) -> Array:
    """A lamp's colour after white balance, of luminance one."""
    tint = lamp_rgb**left_over
    return np.asarray(tint / (tint @ _LUMINANCE), dtype=np.float64)


def exposure_gain(skin: Skin, weight: float) -> float:
    """Exposure gain of a camera whose metering weighs hands of ``skin`` by ``weight``.

    Automatic exposure brings the weighted mean of an image to a fixed level: a dark hand close by makes the whole
    image lighter, a light one makes it darker.
    """
    reflectance = float(skin.rgb @ _LUMINANCE) + SURFACE_REFLECTANCE
    return 1.0 / (weight * reflectance / _USUAL_REFLECTANCE + 1.0 - weight)


def exposed(light: Light, gain: float) -> Light:
    """``light`` scaled by this exposure."""
    return replace(
        light, colour_rgb=gain * light.colour_rgb, sky_rgb=gain * light.sky_rgb, ground_rgb=gain * light.ground_rgb
    )


def relit(image_bgr: Image, gain_rgb: Array | float) -> Image:
    """A ``(height, width, 3)`` uint8 BGR image with its linear light multiplied by ``gain_rgb``."""
    gains = np.broadcast_to(np.asarray(gain_rgb, dtype=np.float64), 3)[::-1] ** (1 / 2.2)
    table = np.clip(np.arange(256)[:, None] * gains, 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(image_bgr, table[None]), dtype=np.uint8)


def room_tint(light: Light) -> Array:
    """``(3,)`` RGB colour cast of a light, with luminance one."""
    colour = light.colour_rgb + light.sky_rgb
    return np.asarray(colour / (colour @ _LUMINANCE), dtype=np.float64)


def cast_shadow(rng: np.random.Generator, image_bgr: Image) -> Image:
    """Add the soft shadow of an object outside the image: an edge, blinds or leaves.

    Args:
        rng: Source of randomness.
        image_bgr: ``(height, width, 3)`` uint8 BGR, including the hand.
    """
    height, width = image_bgr.shape[:2]
    across, down = np.meshgrid(np.linspace(-1, 1, width // 4), np.linspace(-1, 1, height // 4))
    angle = rng.uniform(0, 2 * np.pi)
    along = across * np.cos(angle) + down * np.sin(angle) + rng.uniform(-0.5, 0.5)
    kind = rng.integers(3)
    if kind == 0:
        shadow = 1 / (1 + np.exp(-along / rng.uniform(0.02, 0.15)))
    elif kind == 1:
        shadow = 0.5 + 0.5 * np.clip(3 * np.sin(along * rng.uniform(7, 22)), -1, 1)
    else:
        spots = rng.standard_normal((int(rng.integers(4, 10)), int(rng.integers(4, 10))))
        spread = np.asarray(cv2.resize(spots, (width // 4, height // 4), interpolation=cv2.INTER_CUBIC))
        shadow = 1 / (1 + np.exp(-4 * spread))
    shadow = cv2.GaussianBlur(shadow, (0, 0), rng.uniform(0.8, 4))
    left = (1 - rng.uniform(0.25, 0.7) * shadow) ** (1 / 2.2)
    full = np.asarray(cv2.resize(left.astype(np.float32), (width, height)))
    return np.asarray(image_bgr * full[..., None], dtype=np.uint8)
