"""Simulation of a webcam: colour cast, exposure, low light, blur, low resolution, noise and JPEG."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]

_LOW_LIGHT_SHARE = 0.12
_DEFOCUS_SHARE = 0.12


def degrade(rng: np.random.Generator, frame_bgr: Image) -> Image:
    """Degrade an image as a random, mostly decent webcam would.

    Args:
        rng: Source of randomness.
        frame_bgr: ``(H, W, 3)`` uint8 BGR.

    Returns:
        ``(H, W, 3)`` uint8 BGR.
    """
    dim = rng.random() < _LOW_LIGHT_SHARE
    frame = _tone(rng, _low_light(rng, frame_bgr) if dim else frame_bgr)
    if rng.random() < 0.3:
        frame = _fewer_pixels(rng, frame)
    if rng.random() < 0.35:
        frame = np.asarray(cv2.GaussianBlur(frame, (0, 0), rng.uniform(0.4, 1.4)), dtype=np.uint8)
    elif rng.random() < _DEFOCUS_SHARE:
        frame = _defocus(rng, frame)
    # Webcams keep the shutter open longer where there is little light.
    if rng.random() < (0.3 if dim else 0.12):
        frame = _motion_blur(rng, frame)
    if rng.random() < 0.6:
        frame = _noise(rng, frame)
    return frame


@dataclass(frozen=True)
class Webcam:
    """A camera with fixed properties, as within a clip.

    Attributes:
        curve: ``(256, 3)`` uint8 lookup table for blue, green and red.
        blur_px: Standard deviation of the blur; 0 for none.
        noise: Standard deviation of a pixel's brightness between frames, in levels.
    """

    curve: Image
    blur_px: float
    noise: float

    def take(self, rng: np.random.Generator, frame_bgr: Image) -> Image:
        """The camera's image of a ``(H, W, 3)`` uint8 BGR image; ``rng`` draws the noise."""
        frame = cv2.LUT(frame_bgr, self.curve[None])
        if self.blur_px > 0:
            frame = cv2.GaussianBlur(frame, (0, 0), self.blur_px)
        if self.noise > 0:
            noise = self.noise * rng.standard_normal(frame.shape[:2], dtype=np.float32)
            frame = np.clip(frame + noise[..., None], 0, 255)
        return np.asarray(frame, dtype=np.uint8)


def sample_webcam(rng: np.random.Generator) -> Webcam:
    """A random, mostly decent webcam."""
    curve = _tone_curve(rng)
    blur_px = rng.uniform(0.4, 1.2) if rng.random() < 0.4 else 0.0
    return Webcam(curve, blur_px, rng.gamma(2.0, 1.2) if rng.random() < 0.6 else 0.0)


def encode_jpeg(frame_bgr: Image, quality: int) -> bytes:
    """Encode a ``(H, W, 3)`` uint8 BGR image as JPEG."""
    done, encoded = cv2.imencode(".jpg", frame_bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError(f"OpenCV could not encode an image of shape {frame_bgr.shape}")
    return bytes(encoded.tobytes())


def _tone(rng: np.random.Generator, frame: Image) -> Image:
    return np.asarray(cv2.LUT(frame, _tone_curve(rng)[None]), dtype=np.uint8)


def _tone_curve(rng: np.random.Generator) -> Image:
    """White balance, gamma, gain and contrast in one ``(256, 3)`` table."""
    level = np.arange(256) / 255
    warm = rng.normal(0, 0.05)
    gains = np.array([1 - warm, 1 + rng.normal(0, 0.015), 1 + warm]) * rng.uniform(0.8, 1.15)
    gamma = np.exp(rng.normal(-0.05, 0.15))
    contrast = rng.uniform(0.85, 1.12)
    curve = np.clip((level**gamma - 0.5) * contrast + 0.5, 0, 1)
    return np.asarray(np.clip(curve[:, None] * gains * 255, 0, 255), dtype=np.uint8)


def _low_light(rng: np.random.Generator, frame: Image) -> Image:
    """Low light, partly compensated by gain, with visible photon noise.

    Photon noise grows with the square root of the light and, after gain, is largest relative to the signal in
    the dark; sensor noise is constant. Source: EMVA Standard 1288, release 4.0, 2021.
    """
    light = (frame.astype(np.float32) / 255) ** 2.2 * rng.uniform(0.25, 0.7)
    shot, read = rng.uniform(0.02, 0.05), rng.uniform(0.002, 0.008)
    noise = rng.standard_normal(frame.shape, dtype=np.float32)
    light += cv2.GaussianBlur(noise, (0, 0), rng.uniform(0.4, 0.9)) * np.sqrt(shot**2 * light + read**2)
    return np.asarray(255 * np.clip(light, 0, 1) ** (1 / 2.2), dtype=np.uint8)


def _defocus(rng: np.random.Generator, frame: Image) -> Image:
    """Defocus: every point becomes a disc."""
    radius = rng.uniform(1.0, 2.6)
    reach = int(np.ceil(radius))
    across, down = np.meshgrid(np.arange(-reach, reach + 1), np.arange(-reach, reach + 1))
    disc = np.clip(radius + 0.5 - np.hypot(across, down), 0, 1)
    return np.asarray(cv2.filter2D(frame, -1, disc / disc.sum()), dtype=np.uint8)


def _fewer_pixels(rng: np.random.Generator, frame: Image) -> Image:
    height, width = frame.shape[:2]
    scale = rng.uniform(0.5, 0.9)
    small = cv2.resize(frame, (int(width * scale), int(height * scale)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def _motion_blur(rng: np.random.Generator, frame: Image) -> Image:
    length = int(rng.integers(3, 8))
    kernel = np.zeros((length, length))
    kernel[length // 2] = 1.0 / length
    turn = cv2.getRotationMatrix2D(((length - 1) / 2, (length - 1) / 2), float(rng.uniform(0, 180)), 1.0)
    kernel = np.asarray(cv2.warpAffine(kernel, turn, (length, length)))
    return np.asarray(cv2.filter2D(frame, -1, kernel / max(kernel.sum(), 1e-6)), dtype=np.uint8)


def _noise(rng: np.random.Generator, frame: Image) -> Image:
    noise = rng.standard_normal(frame.shape[:2], dtype=np.float32) * rng.gamma(2.0, 1.8)
    chroma = rng.standard_normal((*frame.shape[:2], 3), dtype=np.float32) * rng.uniform(0.5, 4)
    return np.asarray(np.clip(frame + noise[..., None] + chroma, 0, 255), dtype=np.uint8)
