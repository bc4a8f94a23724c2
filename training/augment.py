"""How a training hand is varied: place, light, camera, and how well its landmarks were found."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.crop_spec import CropSpec
from gesture_app.domain.frames import Float32Array, HandCrop, UInt8Array
from gesture_app.vision.cropping import CropJitter, crop_hand, draw_skeleton
from training.hands import HandExample

_DIM_RANGE = (0.15, 0.7)


def exact_crop(example: HandExample, spec: CropSpec) -> HandCrop:
    """The crop as the app would cut it."""
    return crop_hand(example.region_bgr, example.landmarks_px, spec)


def augmented_crop(
    example: HandExample, spec: CropSpec, rng: np.random.Generator, picture_of: HandExample | None = None
) -> HandCrop:
    """A varied crop.

    A drawn skeleton comes over pictures of varying brightness, and its points are moved a little, so that neither the
    look of the rendered hands nor the exact points of one detector are learnt by heart.

    Args:
        example: The hand.
        spec: How the model wants it cut.
        rng: Where the variation comes from.
        picture_of: Another hand whose picture comes under this one's skeleton. It keeps a model from taking a photo
            for proof that a gesture with few photos to learn from cannot be meant.
    """
    crop = _moved_crop(example, spec, rng)
    picture = crop.image_rgb if picture_of is None else _moved_crop(picture_of, spec, rng).image_rgb
    picture = _other_camera(_other_light(picture, rng), rng)
    if spec.skeleton:
        picture = draw_skeleton(picture, crop.landmarks, float(rng.uniform(*_DIM_RANGE)))
    return HandCrop(picture, crop.landmarks)


def _moved_crop(example: HandExample, spec: CropSpec, rng: np.random.Generator) -> HandCrop:
    """A crop without a skeleton, mirrored half the time, turned, scaled and shifted a little."""
    region, landmarks = example.region_bgr, example.landmarks_px
    if rng.random() < 0.5:
        region, landmarks = mirrored(region, landmarks)
    jitter = CropJitter(
        turn_rad=math.radians(float(np.clip(rng.normal(0, 12), -35, 35))),
        zoom=float(np.exp(rng.normal(0, 0.1))),
        shift_xy=(float(rng.normal(0, 0.03)), float(rng.normal(0, 0.03))),
    )
    plain = CropSpec(spec.turn, spec.scale, skeleton=False)
    return crop_hand(region, _jittered_landmarks(landmarks, rng), plain, jitter)


def mirrored(region_bgr: UInt8Array, landmarks_px: Float32Array) -> tuple[UInt8Array, Float32Array]:
    """The hand as its mirror image: a left hand becomes a right one."""
    flipped = landmarks_px.copy()
    flipped[:, 0] = region_bgr.shape[1] - 1 - flipped[:, 0]
    return np.ascontiguousarray(region_bgr[:, ::-1]), flipped


def _jittered_landmarks(landmarks_px: Float32Array, rng: np.random.Generator) -> Float32Array:
    extent = float(np.ptp(landmarks_px[:, :2], axis=0).max())
    noise = rng.normal(0, 0.012 * extent, landmarks_px.shape)
    return (landmarks_px + noise).astype(np.float32)


def _other_light(image_rgb: UInt8Array, rng: np.random.Generator) -> UInt8Array:
    """Exposure, contrast, white balance, saturation."""
    picture: npt.NDArray[np.float32] = image_rgb.astype(np.float32)
    if rng.random() < 0.15:
        picture = np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2)
    gains = np.exp(rng.normal(0, 0.25)) * np.exp(rng.normal(0, 0.1, 3))
    contrast = np.exp(rng.normal(0, 0.2))
    mean = picture.mean()
    picture = ((picture - mean) * contrast + mean) * gains.astype(np.float32)
    gamma = float(np.exp(rng.normal(0, 0.2)))
    picture = 255 * (np.clip(picture, 0, 255) / 255) ** gamma
    grey = picture.mean(axis=2, keepdims=True)
    picture = grey + (picture - grey) * float(rng.uniform(0.5, 1.4))
    return np.clip(picture, 0, 255).astype(np.uint8)


def _other_camera(image_rgb: UInt8Array, rng: np.random.Generator) -> UInt8Array:
    """Blur, low resolution, noise, and now and then something in front of a part."""
    picture = image_rgb
    side = picture.shape[0]
    if rng.random() < 0.25:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.5, 1.8))), dtype=np.uint8)
    if rng.random() < 0.2:
        small = int(rng.integers(32, 96))
        shrunk = cv2.resize(picture, (small, small), interpolation=cv2.INTER_AREA)
        picture = np.asarray(cv2.resize(shrunk, (side, side), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
    if rng.random() < 0.3:
        noisy = picture + rng.normal(0, rng.uniform(2, 14), picture.shape)
        picture = np.clip(noisy, 0, 255).astype(np.uint8)
    if rng.random() < 0.15:
        picture = picture.copy()
        x, y, w, h = (int(v) for v in rng.integers([0, 0, 12, 12], [side - 16, side - 16, 48, 48]))
        picture[y : y + h, x : x + w] = rng.integers(0, 256, 3)
    return picture
