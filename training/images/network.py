"""Networks for pictures: a backbone, which may come with weights, and a head of dense layers."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras

from gesture_app.errors import one_line
from training.common.errors import RecipeError
from training.common.pretrained_weights import IMAGENET, load_weights
from training.images.recipe import AugmentRecipe, ImageRecipe, NetworkRecipe, PhaseRecipe

APPLICATIONS = {
    "mobilenet_v2": "MobileNetV2",
    "mobilenet": "MobileNet",
    "xception": "Xception",
    "vgg16": "VGG16",
}
"""Backbones of ``keras.applications``, by their names in recipes. The others have no weights to begin with."""

_CAFFE_MEANS_BGR = (103.939, 116.779, 123.68)
"""Mean colour of ImageNet, which VGG16 was trained without. Source: ``keras.applications.vgg16.preprocess_input``."""
_SMALL_CNN_FILTERS = (32, 64, 128)
_FAST_MOMENTUM = 0.9


@dataclass(frozen=True, eq=False)
class ImageNetwork:
    """One network, as a whole and in parts; all share their layers.

    Attributes:
        model: ``(n, size, size, 3)`` uint8 RGB -> ``(n, labels)`` logits or shares, or ``(n, 1)`` one logit. What is
            saved: it holds the backbone's own scaling, but nothing random, for Keras' augmentation layers change
            pictures whenever a model is called without ``training=False``.
        learner: The same with augmentation, where the recipe has any, and with batch norm as the recipe says: what is
            trained.
        backbone: Scaled pictures -> its map.
        features: Pictures as for ``model`` -> ``(n, k)`` float32, what the head gets.
        head: ``(n, k)`` -> the model's outputs.
    """

    model: Any
    learner: Any
    backbone: Any
    features: Any
    head: Any


def build_network(recipe: ImageRecipe, labels: Sequence[str], weights: str | Path | None) -> ImageNetwork:
    """Build a network; all that is random is drawn by the recipe's seed.

    Batch norm of the backbone keeps its statistics, also where its layers learn, unless the recipe says otherwise
    (:func:`with_statistics_to_keep`).
    Source: https://keras.io/guides/transfer_learning, "Important notes about BatchNormalization layer".

    Args:
        recipe: How.
        labels: What its outputs mean.
        weights: What the backbone begins with: ``"imagenet"``, a file, or None for noise. Backbones that have no
            weights for ImageNet begin with noise.

    Raises:
        RecipeError: If the weights cannot be had, or the labels do not fit the recipe.
    """
    if recipe.network.binary and len(labels) != 2:
        hint = 'Choose two by data.labels, or set "network.binary" to false.'
        raise RecipeError(f"A binary network tells two labels apart, and there are {len(labels)}.", hint=hint)
    keras.utils.set_random_seed(recipe.seed)
    size = recipe.input.size
    backbone = _backbone(recipe.network, size, weights)
    if recipe.network.batch_norm == "training":
        _follow_fast(backbone)
    pooling = "flatten" if recipe.network.backbone == "none" else recipe.network.pooling
    pool = keras.layers.Flatten() if pooling == "flatten" else keras.layers.GlobalAveragePooling2D()
    prepare = _preparation(recipe.network.backbone)

    def features_of(pictures: Any, backbone: Any) -> Any:
        for step in prepare:
            pictures = step(pictures)
        return pool(backbone(pictures))

    pictures = keras.Input((size, size, 3), dtype="uint8", name="pictures")
    features = keras.Model(pictures, features_of(pictures, backbone), name="features")
    head = _head(recipe, len(labels), features.output_shape[-1])
    model = keras.Model(pictures, head(features.output), name=_layer_name(recipe.name))
    varied = pictures
    for layer in _augmentation(recipe.augment, recipe.seed):
        varied = layer(varied)
    learning = _InInferenceMode(backbone) if recipe.network.batch_norm == "inference" else backbone
    learner = keras.Model(pictures, head(features_of(varied, learning)))
    return ImageNetwork(model, learner, backbone, features, head)


class _InInferenceMode(keras.layers.Layer):  # type: ignore[misc]
    """Calls a model as in inference, whatever is done around it.

    ``model(x, training=False)`` is not enough: a functional model that is trained overrules it for the layers in it.
    This one is in no saved model, so that those can be loaded without this program.
    """

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def call(self, inputs: Any) -> Any:
        """The model's outputs."""
        return self.model(inputs, training=False)


def usable_weights(network: NetworkRecipe, weights: str | Path | None) -> str | Path | None:
    """What a backbone begins with where these weights are wanted: for some there are none of ImageNet."""
    return None if weights == IMAGENET and network.backbone not in APPLICATIONS else weights


def _follow_fast(backbone: Any) -> None:
    """Let batch norm that follows the data do so within tens of steps.

    At Keras' momentum of 0.99, or MobileNetV2's 0.999, a variance of 1 from the start is still there after the hundreds
    of steps that small sets have; true variances are far smaller, so in inference every picture then looks the same.
    """
    for layer in backbone.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = min(layer.momentum, _FAST_MOMENTUM)


def with_statistics_to_keep(recipe: ImageRecipe, weights: str | Path | None) -> ImageRecipe:
    """The recipe, but batch norm that learns from the pictures where the backbone begins with noise.

    Such a backbone has no statistics to keep. Held at mean 0 and variance 1, as it is made, a deep network passes on
    next to nothing, and learns nothing: MobileNet's loss stays that of guessing.

    Args:
        recipe: How a network is built.
        weights: What its backbone can begin with, as of :func:`usable_weights`.
    """
    if weights is not None or recipe.network.batch_norm == "training":
        return recipe
    return replace(recipe, network=replace(recipe.network, batch_norm="training"))


def set_learning(network: ImageNetwork, phase: PhaseRecipe) -> int:
    """Say which layers learn; what was compiled before has to be compiled again.

    Returns:
        How many layers of the backbone do; the head always does.

    Raises:
        RecipeError: If the backbone has fewer layers than are to learn.
    """
    layers = network.backbone.layers
    count = {"head": 0, "all": len(layers), "last": phase.last}[phase.learn]
    if count > len(layers):
        raise RecipeError(
            f"The last {count} layers are to learn, and {network.backbone.name} has {len(layers)}.",
            hint='Lower "last" in that phase, or say learn = "all".',
        )
    network.backbone.trainable = count > 0
    for layer in layers[: len(layers) - count]:
        layer.trainable = False
    network.head.trainable = True
    return count


def _backbone(recipe: NetworkRecipe, size: int, weights: str | Path | None) -> Any:
    if recipe.backbone in APPLICATIONS:
        backbone = _application(recipe, size, usable_weights(recipe, weights))
    else:
        pictures = keras.Input((size, size, 3))
        backbone = keras.Model(pictures, _from_scratch(recipe.backbone, pictures), name=recipe.backbone)
    if weights not in (IMAGENET, None):
        load_weights(backbone, Path(weights), f"{APPLICATIONS.get(recipe.backbone, recipe.backbone)} without its top")
    return backbone


def _application(recipe: NetworkRecipe, size: int, weights: str | Path | None) -> Any:
    name = APPLICATIONS[recipe.backbone]
    wanted = IMAGENET if weights == IMAGENET else None
    options = {"alpha": recipe.width} if recipe.backbone.startswith("mobilenet") else {}
    with warnings.catch_warnings():
        # Weights fit any size; Keras warns that it takes those of 224 pixels.
        warnings.filterwarnings("ignore", "`input_shape` is undefined or non-square")
        try:
            return getattr(keras.applications, name)(
                include_top=False, input_shape=(size, size, 3), weights=wanted, **options
            )
        except Exception as error:
            if wanted is None:
                raise
            # Keras raises plain exceptions where it cannot fetch the file
            hint = 'Check the network, name a file by --weights FILE, or begin with noise by "--weights none".'
            raise RecipeError(f"The ImageNet weights of {name} cannot be had: {one_line(error)}", hint=hint) from error


def _from_scratch(name: str, pictures: Any) -> Any:
    if name == "none":
        return keras.layers.Identity()(pictures)
    for filters in _SMALL_CNN_FILTERS:
        pictures = keras.layers.Conv2D(filters, 3, padding="same", activation="relu")(pictures)
        pictures = keras.layers.MaxPooling2D(padding="same")(pictures)
    return pictures


def _preparation(backbone: str) -> list[Any]:
    """What brings 0 to 255 to the numbers that a backbone was made for: its ``preprocess_input``, as layers."""
    if backbone == "vgg16":
        to_floats = keras.layers.Rescaling(1.0, name="to_floats")
        offsets = [-mean for mean in _CAFFE_MEANS_BGR]
        return [to_floats, lambda rgb: keras.ops.flip(rgb, axis=-1), keras.layers.Rescaling(1.0, offset=offsets)]
    if backbone in APPLICATIONS:
        return [keras.layers.Rescaling(1 / 127.5, offset=-1.0, name="scale_pictures")]
    return [keras.layers.Rescaling(1 / 255, name="scale_pictures")]


def _head(recipe: ImageRecipe, labels: int, features: int) -> Any:
    network = recipe.network
    inputs = values = keras.Input((features,), name="features")
    for number, units in enumerate(network.units):
        values = keras.layers.Dense(units, activation=network.activation, name=f"units_{number}")(values)
    if network.dropout:
        values = keras.layers.Dropout(network.dropout, seed=recipe.seed)(values)
    activation = "softmax" if network.outputs == "softmax" else None
    last = keras.layers.Dense(1 if network.binary else labels, activation, dtype="float32", name="answers")
    return keras.Model(inputs, last(values), name="head")


def _augmentation(augment: AugmentRecipe, seed: int) -> list[Any]:
    """The layers that vary pictures of 0 to 255, in the order of the recipe's keys."""
    layers = keras.layers
    if not augment.is_on:
        return []
    made: list[Any] = [layers.Rescaling(1.0, name="to_floats_to_vary")]
    white = {"value_range": (0, 255)}
    if augment.flip:
        made.append(layers.RandomFlip("horizontal", seed=seed))
    if augment.rotation:
        made.append(layers.RandomRotation(augment.rotation, seed=seed + 1))
    if augment.zoom:
        made.append(layers.RandomZoom(augment.zoom, seed=seed + 2))
    if augment.shift:
        made.append(layers.RandomTranslation(augment.shift, augment.shift, seed=seed + 3))
    if augment.contrast:
        made.append(layers.RandomContrast(augment.contrast, seed=seed + 4, **white))
    if augment.brightness:
        made.append(layers.RandomBrightness(augment.brightness, seed=seed + 5, **white))
    return made


def _layer_name(name: str) -> str:
    return name.replace("-", "_").replace(".", "_")
