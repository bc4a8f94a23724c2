"""The hand model: MobileNetV2 on the crop, joined by a small network on the landmarks."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import keras

from gesture_app.domain.frames.frame import CROP_SIZE_PX, LANDMARK_COUNT
from gesture_app.domain.frames.hand_topology import FINGERS, MIDDLE_KNUCKLE, WRIST
from gesture_app.inference.library.manifest import ANGLE_INPUT, CROP_INPUT, LANDMARK_INPUT, LAST_LAYER
from training.common.errors import RecipeError
from training.common.pretrained_weights import IMAGENET, load_weights
from training.hands.recipe import HandRecipe

LOGITS = LAST_LAYER
"""Name of the last layer of the head."""
KNUCKLES = (5, 17)
"""The outer knuckles, whose distance is the width of the palm."""
_SHORTEST = 1e-3
_WHOLE = (None, 1)
"""Noise shape of a dropout that drops all features of a sample together."""


def build_backbone(weights: str | Path | None) -> Any:
    """MobileNetV2 1.0 without its top: ``(n, 128, 128, 3)`` in -1 to 1 -> ``(n, 1280)``.

    Args:
        weights: ``"imagenet"`` for the official weights, a weights file, or None for random weights.

    Raises:
        RecipeError: If the file cannot be loaded.

    Source: Sandler et al. 2018, arXiv 1801.04381.
    """
    backbone = keras.applications.MobileNetV2(
        input_shape=(CROP_SIZE_PX, CROP_SIZE_PX, 3),
        include_top=False,
        pooling="avg",
        weights=IMAGENET if weights == IMAGENET else None,
    )
    if weights not in (IMAGENET, None):
        load_weights(backbone, Path(weights), "MobileNetV2(include_top=False)")
    return backbone


def build_head(recipe: HandRecipe, feature_count: int) -> Any:
    """Head of the model: from pooled image features, landmarks (and the hand's angle) or both to logits.

    Landmarks are in the crop's frame, 0 to 1, already turned and scaled to the hand; the head only centres them.

    Args:
        recipe: The recipe.
        feature_count: Number of pooled image features.
    """
    inputs: dict[str, Any] = {}
    branches = []
    if recipe.input.image:
        inputs["features"] = keras.Input((feature_count,), name="features")
        branch = keras.layers.Dropout(recipe.model.dropout, seed=recipe.seed)(inputs["features"])
        if recipe.model.image_units:
            branch = keras.layers.Dense(recipe.model.image_units, activation="relu", name="image_units")(branch)
        branches.append(branch)
    if recipe.input.landmarks:
        inputs[LANDMARK_INPUT] = landmarks = keras.Input((LANDMARK_COUNT, 3), name=LANDMARK_INPUT)
        points = keras.layers.Rescaling(2.0, offset=-1.0, name="centre_landmarks")(landmarks)
        points = keras.layers.Flatten(name="flatten_landmarks")(points)
        if recipe.model.landmark_geometry:
            points = keras.layers.Concatenate(name="with_geometry")([points, *landmark_geometry(landmarks)])
        if recipe.input.hand_angle:
            inputs[ANGLE_INPUT] = keras.Input((2,), name=ANGLE_INPUT)
            points = keras.layers.Concatenate(name="with_angle")([points, inputs[ANGLE_INPUT]])
        for number, units in enumerate(recipe.model.landmark_units):
            points = keras.layers.Dense(units, activation="relu", name=f"landmark_units_{number}")(points)
            points = keras.layers.Dropout(recipe.model.landmark_dropout, seed=recipe.seed + number + 1)(points)
        if branches and recipe.model.landmark_branch_dropout:
            points = keras.layers.Dropout(recipe.model.landmark_branch_dropout, _WHOLE, seed=recipe.seed + 99)(points)
        branches.append(points)
    joined = keras.layers.Concatenate(name="join")(branches) if len(branches) > 1 else branches[0]
    logits = keras.layers.Dense(len(recipe.labels), dtype="float32", name=LOGITS)(joined)
    return keras.Model(inputs, logits, name="head")


def landmark_geometry(landmarks: Any) -> tuple[Any, Any]:
    """Geometric features that do not depend on the position of the hand, and little on its scale.

    Args:
        landmarks: ``(n, 21, 3)`` in the crop's frame.

    Returns:
        ``(n, 210)`` image distances between any two landmarks, in units of the palm (the sum of its length and width);
        and ``(n, 40)`` unit vectors along the bones in the image.
    """
    points = landmarks[:, :, :2]
    first, second = (list(side) for side in zip(*combinations(range(LANDMARK_COUNT), 2), strict=True))
    between = _lengths(keras.ops.take(points, first, axis=1) - keras.ops.take(points, second, axis=1))
    pairs = list(zip(first, second, strict=True))
    palm = sum(between[:, i : i + 1] for i in (pairs.index((WRIST, MIDDLE_KNUCKLE)), pairs.index(KNUCKLES)))
    starts, ends = zip(*(bone for _, chain in FINGERS for bone in pairwise((WRIST, *chain))), strict=True)
    bones = keras.ops.take(points, list(ends), axis=1) - keras.ops.take(points, list(starts), axis=1)
    directions = bones / keras.ops.expand_dims(_lengths(bones), -1)
    return between / palm, keras.layers.Flatten(name="bone_directions")(directions)


def _lengths(vectors: Any) -> Any:
    """Euclidean lengths along the last axis, above zero, where the square root has no gradient."""
    return keras.ops.sqrt(keras.ops.sum(keras.ops.square(vectors), axis=-1) + _SHORTEST**2)


def join(recipe: HandRecipe, backbone: Any, head: Any) -> Any:
    """The whole model: from uint8 RGB crops (and landmarks, and the hand's angle) to logits, with scaling inside."""
    inputs = {CROP_INPUT: keras.Input((CROP_SIZE_PX, CROP_SIZE_PX, 3), dtype="uint8", name=CROP_INPUT)}
    scaled = keras.layers.Rescaling(1 / 127.5, offset=-1.0, name="scale_picture")(inputs[CROP_INPUT])
    to_head = {"features": backbone(scaled)}
    if recipe.input.landmarks:
        inputs[LANDMARK_INPUT] = keras.Input((LANDMARK_COUNT, 3), name=LANDMARK_INPUT)
        to_head[LANDMARK_INPUT] = inputs[LANDMARK_INPUT]
    if recipe.input.hand_angle:
        inputs[ANGLE_INPUT] = to_head[ANGLE_INPUT] = keras.Input((2,), name=ANGLE_INPUT)
    return keras.Model(inputs, head(to_head), name=recipe.name.replace("-", "_").replace(".", "_"))


def unfreeze_from(backbone: Any, layer_name: str) -> int:
    """Make the layers from one layer on trainable, batch norm excepted; returns the number of these layers.

    Args:
        backbone: MobileNetV2, or a part of it.
        layer_name: The first trainable layer.

    Raises:
        RecipeError: If there is no such layer.
    """
    names = [layer.name for layer in backbone.layers]
    if layer_name not in names:
        hint = f"For example {', '.join(name for name in names if name.endswith('_expand'))}."
        raise RecipeError(f"MobileNetV2 has no layer {layer_name}.", hint=hint)
    first = names.index(layer_name)
    backbone.trainable = True
    for layer in backbone.layers[:first]:
        layer.trainable = False
    hold_batch_norm(backbone)
    return len(names) - first


def hold_batch_norm(backbone: Any) -> None:
    """Freeze batch norm layers, so that they run in inference mode while the layers around them are trained.

    A call of the backbone with ``training=False`` is not enough: a trained functional model overrides it for its
    layers. Source: https://keras.io/api/layers/normalization_layers/batch_normalization, "About setting
    layer.trainable = False".
    """
    for layer in backbone.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.trainable = False
