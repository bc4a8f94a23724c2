"""Augmentation of training hands: geometry, light, camera, and noise of the landmarks."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import CROP_SIZE_PX, Float32Array, HandCrop, UInt8Array
from gesture_app.vision.cropping import CropJitter, crop_hand, crop_landmarks, hand_angle
from training.hands.data.dataset import HandSample
from training.hands.recipe import HandRecipe

_RENDERED_ANGLE_DEG = 8.0
_NO_IMAGE = np.zeros((CROP_SIZE_PX, CROP_SIZE_PX, 3), dtype=np.uint8)


def exact_crop(sample: HandSample, spec: CropSpec) -> HandCrop:
    """Crop of a sample without augmentation, as the app makes it."""
    return crop_hand(sample.region_bgr, sample.landmarks_px, spec)


def augmented_crop(sample: HandSample, recipe: HandRecipe, rng: np.random.Generator) -> HandCrop:
    """Randomly augmented crop of a hand.

    The geometry varies by flip, rotation, zoom, shift, stretch and shear, the landmarks and the hand's angle by noise,
    and the image by light, blur, resolution, noise and occlusion.

    Args:
        sample: The hand.
        recipe: The crop specification and the amount of augmentation.
        rng: Source of randomness.
    """
    region_bgr, landmarks_px = sample.region_bgr, sample.landmarks_px
    if rng.random() < recipe.data.flip_probability:
        region_bgr, landmarks_px = flip_horizontally(region_bgr, landmarks_px)
    crop = crop_hand(region_bgr, _jittered_landmarks(landmarks_px, rng), recipe.crop, _sample_jitter(recipe, rng))
    angle = _jittered_angle(crop.hand_angle, sample, recipe, rng)
    return HandCrop(_degraded(_relit(crop.image_rgb, rng), rng), crop.landmarks, angle)


def augmented_landmarks(sample: HandSample, recipe: HandRecipe, rng: np.random.Generator) -> HandCrop:
    """Randomly augmented landmarks and hand angle for models without an image input; the image is black."""
    landmarks_px = sample.landmarks_px
    if rng.random() < recipe.data.flip_probability:
        landmarks_px = landmarks_px * np.array([-1, 1, 1], dtype=np.float32)
    points_px = _jittered_landmarks(landmarks_px, rng)
    landmarks = crop_landmarks(points_px, recipe.crop, _sample_jitter(recipe, rng))
    return HandCrop(_NO_IMAGE, landmarks, _jittered_angle(hand_angle(points_px), sample, recipe, rng))


def _jittered_angle(
    angle: Float32Array, sample: HandSample, recipe: HandRecipe, rng: np.random.Generator
) -> Float32Array:
    spread_deg = _RENDERED_ANGLE_DEG if sample.is_rendered else recipe.data.photo_angle_deg
    turn = math.radians(float(rng.normal(0, spread_deg)))
    sine, cosine = float(angle[0]), float(angle[1])
    rotated = (
        sine * math.cos(turn) + cosine * math.sin(turn),
        cosine * math.cos(turn) - sine * math.sin(turn),
    )
    return np.array(rotated, dtype=np.float32)


def _sample_jitter(recipe: HandRecipe, rng: np.random.Generator) -> CropJitter:
    return CropJitter(
        turn_rad=math.radians(float(np.clip(rng.normal(0, 12), -35, 35))),
        zoom=float(np.exp(rng.normal(0, 0.1))),
        shift_xy=(float(rng.normal(0, 0.03)), float(rng.normal(0, 0.03))),
        stretch=float(np.exp(rng.normal(0, recipe.data.stretch))),
        shear=float(rng.normal(0, recipe.data.stretch)),
    )


def flip_horizontally(region_bgr: UInt8Array, landmarks_px: Float32Array) -> tuple[UInt8Array, Float32Array]:
    """Flip a hand horizontally: a left hand becomes a right one.

    Args:
        region_bgr: ``(height, width, 3)`` uint8, BGR.
        landmarks_px: ``(21, 3)`` float32 in pixels of the region.
    """
    flipped = landmarks_px.copy()
    flipped[:, 0] = region_bgr.shape[1] - 1 - flipped[:, 0]
    return np.ascontiguousarray(region_bgr[:, ::-1]), flipped


def _jittered_landmarks(landmarks_px: Float32Array, rng: np.random.Generator) -> Float32Array:
    extent = float(np.ptp(landmarks_px[:, :2], axis=0).max())
    noise = rng.normal(0, 0.012 * extent, landmarks_px.shape)
    return (landmarks_px + noise).astype(np.float32)


def _relit(image_rgb: UInt8Array, rng: np.random.Generator) -> UInt8Array:
    """Random exposure, contrast, white balance, gamma and saturation."""
    image: npt.NDArray[np.float32] = image_rgb.astype(np.float32)
    if rng.random() < 0.15:
        image = np.repeat(image.mean(axis=2, keepdims=True), 3, axis=2)
    gains = np.exp(rng.normal(0, 0.25)) * np.exp(rng.normal(0, 0.1, 3))
    contrast = np.exp(rng.normal(0, 0.2))
    mean = image.mean()
    image = ((image - mean) * contrast + mean) * gains.astype(np.float32)
    gamma = float(np.exp(rng.normal(0, 0.2)))
    image = 255 * (np.clip(image, 0, 255) / 255) ** gamma
    grey = image.mean(axis=2, keepdims=True)
    image = grey + (image - grey) * float(rng.uniform(0.5, 1.4))
    return np.clip(image, 0, 255).astype(np.uint8)


def _degraded(image_rgb: UInt8Array, rng: np.random.Generator) -> UInt8Array:
    """Random blur, low resolution, noise and occlusion."""
    image = image_rgb
    side = image.shape[0]
    if rng.random() < 0.25:
        image = np.asarray(cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.5, 1.8))), dtype=np.uint8)
    if rng.random() < 0.2:
        small = int(rng.integers(32, 96))
        shrunk = cv2.resize(image, (small, small), interpolation=cv2.INTER_AREA)
        image = np.asarray(cv2.resize(shrunk, (side, side), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
    if rng.random() < 0.3:
        noisy = image + rng.normal(0, rng.uniform(2, 14), image.shape)
        image = np.clip(noisy, 0, 255).astype(np.uint8)
    if rng.random() < 0.15:
        image = image.copy()
        x, y, w, h = (int(v) for v in rng.integers([0, 0, 12, 12], [side - 16, side - 16, 48, 48]))
        image[y : y + h, x : x + w] = rng.integers(0, 256, 3)
    return image
