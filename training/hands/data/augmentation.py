"""How a training hand is varied: place, light, camera, and how well its landmarks were found."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import Float32Array, HandCrop, UInt8Array
from gesture_app.vision.cropping import CropJitter, crop_hand, crop_landmarks, draw_skeleton
from training.hands.data.dataset import HandSample
from training.hands.recipe import HandRecipe

_DIM_RANGE = (0.15, 0.7)
_HAND_MARGIN = 0.3
_MOST_MIXED = 0.7


def exact_crop(example: HandSample, spec: CropSpec) -> HandCrop:
    """The crop as the app would cut it."""
    return crop_hand(example.region_bgr, example.landmarks_px, spec)


def augmented_crop(
    example: HandSample,
    other: HandSample,
    recipe: HandRecipe,
    rng: np.random.Generator,
    swapped_pictures: float | None = None,
) -> HandCrop:
    """A varied crop.

    A drawn skeleton comes over pictures of varying brightness, and its points are moved a little, so that neither the
    look of the rendered hands nor the exact points of one detector are learnt by heart.

    Args:
        example: The hand.
        other: Another hand. Its picture may come with this one's landmarks, which keeps a model from taking a photo
            for proof that a gesture with few photos to learn from cannot be meant; or its surroundings around this one.
        recipe: How the model wants it cut, and how far hands are varied.
        rng: Where the variation comes from.
        swapped_pictures: How probable it is to come with the other hand's picture; by default as the recipe says.
    """
    if rng.random() < (recipe.data.swapped_pictures if swapped_pictures is None else swapped_pictures):
        landmarks = augmented_landmarks(example.landmarks_px, recipe, rng)
        picture = _moved_crop(other.region_bgr, other.landmarks_px, recipe, rng).image_rgb
    else:
        region = example.region_bgr
        if rng.random() < recipe.data.swapped_backgrounds:
            region = before_other_background(region, example.landmarks_px, other.region_bgr)
        crop = _moved_crop(region, example.landmarks_px, recipe, rng)
        picture, landmarks = crop.image_rgb, crop.landmarks
        if recipe.data.mixed_amplitudes and rng.random() < recipe.data.mixed_amplitudes:
            like = _moved_crop(other.region_bgr, other.landmarks_px, recipe, rng).image_rgb
            picture = in_the_style_of(picture, like, float(rng.uniform(0, _MOST_MIXED)))
    picture = _other_camera(_other_light(picture, rng), rng)
    if recipe.crop.skeleton:
        picture = draw_skeleton(picture, landmarks, float(rng.uniform(*_DIM_RANGE)))
    return HandCrop(picture, landmarks)


def _moved_crop(
    region_bgr: UInt8Array, landmarks_px: Float32Array, recipe: HandRecipe, rng: np.random.Generator
) -> HandCrop:
    """A crop without a skeleton, perhaps mirrored, turned, scaled, shifted and stretched a little."""
    if rng.random() < recipe.data.mirrored:
        region_bgr, landmarks_px = mirrored(region_bgr, landmarks_px)
    plain = CropSpec(recipe.crop.turn, recipe.crop.scale, skeleton=False)
    return crop_hand(region_bgr, _jittered_landmarks(landmarks_px, rng), plain, _sample_jitter(recipe, rng))


def augmented_landmarks(landmarks_px: Float32Array, recipe: HandRecipe, rng: np.random.Generator) -> Float32Array:
    """The landmarks of a varied crop, ``(21, 3)`` float32, for models that do not see the picture."""
    if rng.random() < recipe.data.mirrored:
        landmarks_px = landmarks_px * np.array([-1, 1, 1], dtype=np.float32)
    return crop_landmarks(_jittered_landmarks(landmarks_px, rng), recipe.crop, _sample_jitter(recipe, rng))


def _sample_jitter(recipe: HandRecipe, rng: np.random.Generator) -> CropJitter:
    return CropJitter(
        turn_rad=math.radians(float(np.clip(rng.normal(0, 12), -35, 35))),
        zoom=float(np.exp(rng.normal(0, 0.1))),
        shift_xy=(float(rng.normal(0, 0.03)), float(rng.normal(0, 0.03))),
        stretch=float(np.exp(rng.normal(0, recipe.data.stretch))),
        shear=float(rng.normal(0, recipe.data.stretch)),
    )


def before_other_background(region_bgr: UInt8Array, landmarks_px: Float32Array, other_bgr: UInt8Array) -> UInt8Array:
    """The hand, cut out roughly, before what surrounds another hand.

    The other picture is rolled by half its size, which brings its edges to the middle and its hand to the corners.
    """
    height, width = region_bgr.shape[:2]
    points = landmarks_px[:, :2].round().astype(np.int32)
    extent = float(np.ptp(points, axis=0).max())
    mask = np.zeros((height, width), np.uint8)
    cv2.fillConvexPoly(mask, np.asarray(cv2.convexHull(points), dtype=np.int32), (255,))
    grown = 2 * round(_HAND_MARGIN * extent / 2) + 1
    mask = np.asarray(cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (grown, grown))), np.uint8)
    soft = cv2.GaussianBlur(mask, (0, 0), max(1.0, 0.03 * extent)).astype(np.float32)[..., None] / 255
    other = cv2.resize(other_bgr, (width, height), interpolation=cv2.INTER_LINEAR)
    other = np.roll(other, (height // 2, width // 2), axis=(0, 1))
    return np.asarray(region_bgr * soft + other * (1 - soft), dtype=np.uint8)


def in_the_style_of(image_rgb: UInt8Array, other_rgb: UInt8Array, share: float) -> UInt8Array:
    """The picture with some of the other's colours, light, grain and sharpness; shapes stay.

    The amplitudes of the two pictures' spectra are mixed, the phases are the first one's. Source: Xu et al. 2021, "A
    Fourier-based framework for domain generalization", arXiv 2105.11120.

    Args:
        image_rgb: ``(side, side, 3)`` uint8.
        other_rgb: The same.
        share: How much of the other's amplitudes.
    """
    spectrum = np.fft.rfft2(image_rgb, axes=(0, 1))
    amplitude, other = np.abs(spectrum), np.abs(np.fft.rfft2(other_rgb, axes=(0, 1)))
    mixed = spectrum * (1 - share + share * other / np.maximum(amplitude, 1e-6))
    picture = np.fft.irfft2(mixed, s=image_rgb.shape[:2], axes=(0, 1))
    return np.clip(picture, 0, 255).astype(np.uint8)


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
