"""A stored model taken apart for training further, with room for new gestures."""

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
from gesture_app.errors import ModelError
from gesture_app.inference.library.manifest import CROP_INPUT, LANDMARK_INPUT
from gesture_app.inference.library.model_store import StoredModel
from training.hands.model import hold_batch_norm, join
from training.hands.recipe import HandDataRecipe, HandInputRecipe, HandRecipe

LAST_FIXED_LAYER = "block_12_add"
"""What comes after this layer of MobileNetV2 learns: four of its seventeen blocks and the last convolution, a third of
the arithmetic and most of the weights. What comes before is computed once for each hand: 8 x 8 x 96 numbers."""

_NEW_BIAS = -4.0
"""A new gesture's logit starts this low, so that the answers of before stay as they were until something is learnt."""

_STRETCH = 0.1


@dataclass(frozen=True, eq=False)
class RetrainNetwork:
    """A model in three parts, and as a whole.

    Attributes:
        recipe: Its labels, how it wants hands cut out, and how they are varied in training.
        known_labels: How many of the labels, the first ones, the stored model knows.
        whole: Crops, and landmarks where the model takes them, -> ``(n, labels)`` logits: what is saved.
        looking: The same inputs -> ``middle`` ``(n, 8, 8, 96)``, ``features`` ``(n, 1280)`` and ``logits``.
        tail: ``middle`` (and landmarks) -> logits: what learns in fine-tuning, batch norm in inference mode.
        head: ``features`` (and landmarks) -> logits: what learns first.
    """

    recipe: HandRecipe
    known_labels: int
    whole: Any
    looking: Any
    tail: Any
    head: Any


def retrain_recipe(model: StoredModel, new_labels: Sequence[str], turn: Turn, seed: int) -> HandRecipe:
    """What a retrained model tells apart and how hands are cut out and varied for it.

    Args:
        model: The model that is trained further.
        new_labels: Labels that it gets in addition, behind those that it has.
        turn: How crops are turned. As seen, gestures may differ by direction, so none is mirrored.
        seed: Of everything random.
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
        ),
        data=HandDataRecipe(
            stretch=_STRETCH,
            flip_probability=0.5 if turn is Turn.UPRIGHT else 0.0,
        ),
    )


def take_apart(model: StoredModel, recipe: HandRecipe) -> RetrainNetwork:
    """Load a model's Keras file and prepare it for training further.

    Raises:
        ModelError: If the file is missing, damaged, or not built as this project builds its models.
    """
    file = model.keras_file
    try:
        loaded = keras.models.load_model(file, compile=False)
        backbone = next(layer for layer in loaded.layers if _has(layer, LAST_FIXED_LAYER))
        head = _widened(next(layer for layer in loaded.layers if _has(layer, "logits")), len(recipe.labels))
    except (StopIteration, ValueError, TypeError, KeyError, OSError) as error:
        hint = "Only models that this program trained can be trained further; choose another model."
        raise ModelError(f"The model {model.manifest.id} cannot be trained further: {error}", hint=hint) from error
    backbone.trainable = True
    hold_batch_norm(backbone)
    return _parts(recipe, len(model.manifest.labels), backbone, head)


def _parts(recipe: HandRecipe, known_labels: int, backbone: Any, head: Any) -> RetrainNetwork:
    """The parts share their layers: what one learns, all know."""
    middle = backbone.get_layer(LAST_FIXED_LAYER).output
    fixed, top = keras.Model(backbone.inputs, middle), keras.Model(middle, backbone.output)
    crops = keras.Input((CROP_SIZE_PX, CROP_SIZE_PX, 3), dtype="uint8", name=CROP_INPUT)
    landmarks = {}
    if recipe.input.landmarks:
        landmarks[LANDMARK_INPUT] = keras.Input((LANDMARK_COUNT, 3), name=LANDMARK_INPUT)
    seen = fixed(keras.layers.Rescaling(1 / 127.5, offset=-1.0)(crops))
    features = top(seen)
    outputs = {"middle": seen, "features": features, "logits": head({"features": features, **landmarks})}
    kept = keras.Input(middle.shape[1:], name="middle")
    logits = head({"features": top(kept), **landmarks})
    return RetrainNetwork(
        recipe,
        known_labels,
        whole=join(recipe, backbone, head),
        looking=keras.Model({CROP_INPUT: crops, **landmarks}, outputs),
        tail=keras.Model({"middle": kept, **landmarks}, logits),
        # A model of its own, for the head itself goes into the whole, and what it was compiled with would be saved.
        head=keras.Model(head.inputs, head.outputs),
    )


def _has(layer: Any, name: str) -> bool:
    return isinstance(layer, keras.Model) and any(inner.name == name for inner in layer.layers)


def _widened(head: Any, outputs: int) -> Any:
    """A copy of the head with more outputs; those that it had keep their weights."""
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
            kernel[:, :known], bias[:known], bias[known:] = weights[0], weights[1], _NEW_BIAS
            weights = [kernel, bias]
        if weights:
            new.set_weights(weights)
    return wider
