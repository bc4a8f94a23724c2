"""A stored model loaded for retraining, with outputs for new gestures."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.frame import CROP_SIZE_PX, LANDMARK_COUNT
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.message import Message
from gesture_app.errors import ModelError, reason_of
from gesture_app.inference.library.manifest import ANGLE_INPUT, CROP_INPUT, LANDMARK_INPUT
from gesture_app.inference.library.model_store import StoredModel
from training.hands.model import hold_batch_norm, join
from training.hands.recipe import HandDataRecipe, HandInputRecipe, HandRecipe

LAST_FROZEN_LAYER = "block_12_add"
"""Layers of MobileNetV2 behind this one are trained: four of its seventeen blocks and the last convolution, a third of
the arithmetic and most of the weights. Its output, 8 x 8 x 96, is computed once for each hand."""

_NEW_LOGIT_BIAS = -4.0
"""A new gesture's logit starts this low, so that training starts from the old predictions."""

_STRETCH = 0.1


@dataclass(frozen=True, eq=False)
class RetrainNetwork:
    """A model for retraining, as a whole and in parts that share their layers.

    Attributes:
        recipe: Labels, crop and augmentation.
        known_labels: Number of labels, counted from the first, that the stored model has.
        whole: Crops (and landmarks and hand angles, if the model takes them) -> ``(n, labels)`` logits; it is saved.
        feature_extractor: The same inputs -> ``middle`` ``(n, 8, 8, 96)``, ``features`` ``(n, 1280)`` and ``logits``.
        tail: ``middle`` (and the same others) -> logits; trained in fine-tuning, batch norm in inference mode.
        head: ``features`` (and the same others) -> logits; trained first.
    """

    recipe: HandRecipe
    known_labels: int
    whole: Any
    feature_extractor: Any
    tail: Any
    head: Any


def retrain_recipe(model: StoredModel, new_labels: Sequence[str], turn: Turn, seed: int) -> HandRecipe:
    """The recipe of a retraining: labels, crop and augmentation.

    Args:
        model: The model to retrain.
        new_labels: Labels added behind those of the model.
        turn: Rotation of crops. With :attr:`Turn.AS_SEEN` gestures may differ by direction, so none is mirrored.
        seed: Random seed.
    """
    manifest = model.manifest
    return HandRecipe(
        name=manifest.id,
        labels=GestureSet.of([*manifest.labels.labels, *new_labels]),
        seed=seed,
        input=HandInputRecipe(
            turn=turn.value,
            scale=manifest.crop.scale,
            landmarks=manifest.uses_landmarks,
            hand_angle=manifest.uses_hand_angle,
        ),
        data=HandDataRecipe(
            stretch=_STRETCH,
            flip_probability=0.5 if turn is Turn.UPRIGHT else 0.0,
        ),
    )


def load_retrain_network(model: StoredModel, recipe: HandRecipe) -> RetrainNetwork:
    """Load a model's Keras file for retraining.

    Raises:
        ModelError: If the file is missing, damaged, or has another architecture.
    """
    file = model.keras_file
    try:
        loaded = keras.models.load_model(file, compile=False)
        backbone = next(layer for layer in loaded.layers if _has_layer(layer, LAST_FROZEN_LAYER))
        head = _with_outputs(next(layer for layer in loaded.layers if _has_layer(layer, "logits")), len(recipe.labels))
    except (StopIteration, ValueError, TypeError, KeyError, OSError) as error:
        hint = Message("Only models that this program trained can be trained further; choose another model.")
        raise ModelError(
            Message("The model {model} cannot be trained further: {reason}").fill(
                model=model.manifest.id, reason=reason_of(error)
            ),
            hint=hint,
        ) from error
    backbone.trainable = True
    hold_batch_norm(backbone)
    return _split(recipe, len(model.manifest.labels), backbone, head)


def _split(recipe: HandRecipe, known_labels: int, backbone: Any, head: Any) -> RetrainNetwork:
    middle = backbone.get_layer(LAST_FROZEN_LAYER).output
    frozen, top = keras.Model(backbone.inputs, middle), keras.Model(middle, backbone.output)
    crops = keras.Input((CROP_SIZE_PX, CROP_SIZE_PX, 3), dtype="uint8", name=CROP_INPUT)
    others = {}
    if recipe.input.landmarks:
        others[LANDMARK_INPUT] = keras.Input((LANDMARK_COUNT, 3), name=LANDMARK_INPUT)
    if recipe.input.hand_angle:
        others[ANGLE_INPUT] = keras.Input((2,), name=ANGLE_INPUT)
    encoded = frozen(keras.layers.Rescaling(1 / 127.5, offset=-1.0)(crops))
    features = top(encoded)
    outputs = {"middle": encoded, "features": features, "logits": head({"features": features, **others})}
    cached = keras.Input(middle.shape[1:], name="middle")
    logits = head({"features": top(cached), **others})
    return RetrainNetwork(
        recipe,
        known_labels,
        whole=join(recipe, backbone, head),
        feature_extractor=keras.Model({CROP_INPUT: crops, **others}, outputs),
        tail=keras.Model({"middle": cached, **others}, logits),
        # A separate model: the head is part of the whole, and its compile arguments would be saved with it.
        head=keras.Model(head.inputs, head.outputs),
    )


def _has_layer(layer: Any, name: str) -> bool:
    return isinstance(layer, keras.Model) and any(inner.name == name for inner in layer.layers)


def _with_outputs(head: Any, outputs: int) -> Any:
    """A copy of the head with more outputs; existing outputs keep their weights."""
    config = copy.deepcopy(head.get_config())
    for layer in config["layers"]:
        if layer["name"] == "logits" or layer["config"].get("name") == "logits":
            layer["config"]["units"] = outputs
    wider = keras.Model.from_config(config)
    for old, new in zip(head.layers, wider.layers, strict=True):
        weights = old.get_weights()
        if old.name == "logits":
            kernel, bias = (np.zeros(weight.shape, np.float32) for weight in new.get_weights())
            known = weights[1].shape[0]
            kernel[:, :known], bias[:known], bias[known:] = weights[0], weights[1], _NEW_LOGIT_BIAS
            weights = [kernel, bias]
        if weights:
            new.set_weights(weights)
    return wider
