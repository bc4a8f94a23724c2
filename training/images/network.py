"""Image classifiers: a backbone, possibly pretrained, and a head of dense layers."""

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
"""Backbones of ``keras.applications`` by their names in recipes; the others have no pretrained weights."""

_CAFFE_MEANS_BGR = (103.939, 116.779, 123.68)
"""Mean colour of ImageNet, subtracted for VGG16. Source: ``keras.applications.vgg16.preprocess_input``."""
_SMALL_CNN_FILTERS = (32, 64, 128)
_FAST_MOMENTUM = 0.9


@dataclass(frozen=True, eq=False)
class ImageNetwork:
    """A network as a whole and in parts, which share their layers.

    Attributes:
        model: The saved model: ``(n, size, size, 3)`` uint8 RGB -> ``(n, labels)`` logits or probabilities, or ``(n,
            1)`` one logit. It includes the backbone's scaling but no augmentation, as augmentation layers change
            images whenever a model is called without ``training=False``.
        learner: The trained model: the same with the recipe's augmentation and batch norm mode.
        backbone: Scaled images -> feature map.
        features: Images as for ``model`` -> ``(n, k)`` float32 pooled features.
        head: ``(n, k)`` features -> the model's outputs.
    """

    model: Any
    learner: Any
    backbone: Any
    features: Any
    head: Any


def build_network(recipe: ImageRecipe, labels: Sequence[str], weights: str | Path | None) -> ImageNetwork:
    """Build a network with random weights drawn by the recipe's seed.

    Batch norm of the backbone keeps its statistics, also in trainable layers, unless the recipe says otherwise
    (:func:`with_batch_norm_mode`).
    Source: https://keras.io/guides/transfer_learning, "Important notes about BatchNormalization layer".

    Args:
        recipe: The recipe.
        labels: Labels of the outputs, in order.
        weights: Initial weights of the backbone: ``"imagenet"``, a file, or None for random weights, as for backbones
            without ImageNet weights.

    Raises:
        RecipeError: If the weights are not available, or the labels do not fit the recipe.
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

    def features_of(images: Any, backbone: Any) -> Any:
        for step in prepare:
            images = step(images)
        return pool(backbone(images))

    images = keras.Input((size, size, 3), dtype="uint8", name="pictures")
    features = keras.Model(images, features_of(images, backbone), name="features")
    head = _head(recipe, len(labels), features.output_shape[-1])
    model = keras.Model(images, head(features.output), name=_layer_name(recipe.name))
    varied = images
    for layer in _augmentation(recipe.augment, recipe.seed):
        varied = layer(varied)
    learning = _InInferenceMode(backbone) if recipe.network.batch_norm == "inference" else backbone
    learner = keras.Model(images, head(features_of(varied, learning)))
    return ImageNetwork(model, learner, backbone, features, head)


class _InInferenceMode(keras.layers.Layer):  # type: ignore[misc]
    """Call a model in inference mode, also in training.

    ``model(x, training=False)`` is not enough: a trained functional model overrides it for its layers. This layer is
    not part of saved models, so that these can be loaded without this program.
    """

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def call(self, inputs: Any) -> Any:
        """The model's outputs."""
        return self.model(inputs, training=False)


def usable_weights(network: NetworkRecipe, weights: str | Path | None) -> str | Path | None:
    """The weights, or None for ImageNet weights of a backbone that has none."""
    return None if weights == IMAGENET and network.backbone not in APPLICATIONS else weights


def _follow_fast(backbone: Any) -> None:
    """Lower the momentum of batch norm, so that its statistics follow the data within tens of steps.

    At Keras' momentum of 0.99, or MobileNetV2's 0.999, the initial variance of 1 still dominates after the hundreds of
    steps of a small dataset; true variances are far smaller, and in inference all images then give the same output.
    """
    for layer in backbone.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = min(layer.momentum, _FAST_MOMENTUM)


def with_batch_norm_mode(recipe: ImageRecipe, weights: str | Path | None) -> ImageRecipe:
    """The recipe with batch norm in training mode for a backbone with random weights.

    Such a backbone has no statistics to keep. With the initial mean 0 and variance 1, a deep network outputs almost
    nothing and does not learn: MobileNet's loss stays at chance level.

    Args:
        recipe: The recipe.
        weights: Initial weights of the backbone, of :func:`usable_weights`.
    """
    if weights is not None or recipe.network.batch_norm == "training":
        return recipe
    return replace(recipe, network=replace(recipe.network, batch_norm="training"))


def set_trainable(network: ImageNetwork, phase: PhaseRecipe) -> int:
    """Set the trainable layers of a phase; compiled models must be compiled again.

    Returns:
        The number of trainable layers of the backbone; the head is always trainable.

    Raises:
        RecipeError: If the backbone has fewer layers.
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
        images = keras.Input((size, size, 3))
        backbone = keras.Model(images, _from_scratch(recipe.backbone, images), name=recipe.backbone)
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


def _from_scratch(name: str, images: Any) -> Any:
    if name == "none":
        return keras.layers.Identity()(images)
    for filters in _SMALL_CNN_FILTERS:
        images = keras.layers.Conv2D(filters, 3, padding="same", activation="relu")(images)
        images = keras.layers.MaxPooling2D(padding="same")(images)
    return images


def _preparation(backbone: str) -> list[Any]:
    """The ``preprocess_input`` of a backbone for values of 0 to 255, as layers."""
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
    """Augmentation layers for values of 0 to 255, in the order of the recipe's keys."""
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
