"""Recipe of an image classifier."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, Strict

from training.common.recipe_schema import (
    ONLY_KNOWN_KEYS,
    AtLeastOne,
    Count,
    Positive,
    Seed,
    Share,
    ShareBelowOne,
    Switch,
    Text,
)

SMALLEST_SIZE_PX = {"mobilenet_v2": 32, "mobilenet": 32, "vgg16": 32, "xception": 71}
"""Smallest input size of a backbone. Source: ``min_size`` of each in ``keras.applications``."""

_NAME_RULE = "should be letters, digits, dashes and dots, with a letter or digit first and last"


def usable_name(name: str) -> str:
    """A name that may be the name of a folder, unchanged.

    Raises:
        ValueError: If it may not.
    """
    if not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", name):
        raise ValueError(_NAME_RULE)
    return name


def _distinct_labels(labels: tuple[str, ...]) -> tuple[str, ...]:
    if len(labels) == 1 or len(set(labels)) != len(labels) or not all(label.strip() for label in labels):
        raise ValueError("should be two or more names, each once, or be left out for all classes there are")
    return labels


FolderName = Annotated[str, Strict(), AfterValidator(usable_name)]
Labels = Annotated[tuple[Text, ...], AfterValidator(_distinct_labels)]
PartShare = Annotated[float, Strict(), Field(gt=0, lt=1)]


@dataclass(frozen=True)
class ImageDataRecipe:
    """Labels and split of the dataset.

    Attributes:
        labels: The classes, in the order of the network's outputs; empty for all classes of the data, sorted by name.
        validation_share: Share of the training images in the validation split, where the data have none: by whole
            groups (people, sessions) where they are known, else stratified by label.
        test_share: The same for the test split; 0 for none.
        limit_per_label: Largest number of training images per label, drawn by the seed; 0 for all.
    """

    labels: Labels = ()
    validation_share: PartShare = 0.2
    test_share: ShareBelowOne = 0.0
    limit_per_label: Count = 0

    def __post_init__(self) -> None:
        if self.validation_share + self.test_share >= 1:
            given = f"{self.validation_share} and {self.test_share}"
            raise ValueError(f"validation_share and test_share together should be below 1, got {given}")


@dataclass(frozen=True)
class ImageInputRecipe:
    """Resizing of images to the network's input.

    Attributes:
        size: Side of the square in pixels.
        fit: Handling of the aspect ratio: ``"stretch"``, ``"crop"`` the middle, or ``"pad"`` with black.
        reduce_to: Side in pixels of a downscaling before the resizing to ``size``, which simulates small images; 0 for
            none.
        grey: Whether images are converted to grey, with three equal channels.
    """

    size: AtLeastOne = 128
    fit: Literal["stretch", "crop", "pad"] = "stretch"
    reduce_to: Count = 0
    grey: Switch = False

    def __post_init__(self) -> None:
        if self.reduce_to > self.size:
            raise ValueError(f"reduce_to should be at most size, which is {self.size}, got {self.reduce_to}")


@dataclass(frozen=True)
class AugmentRecipe:
    """Augmentation by Keras' preprocessing layers; all off by default.

    Attributes:
        flip: Whether half of the images are flipped horizontally.
        rotation: Largest rotation in either direction, as a share of a full turn.
        zoom: Largest zoom in or out, as a share of the size.
        shift: Largest shift along each axis, as a share of the size.
        contrast: Largest change of contrast, as a share.
        brightness: Largest change of brightness, as a share of white.
    """

    flip: Switch = False
    rotation: Share = 0.0
    zoom: ShareBelowOne = 0.0
    shift: ShareBelowOne = 0.0
    contrast: ShareBelowOne = 0.0
    brightness: Share = 0.0

    @property
    def is_on(self) -> bool:
        """Whether any augmentation is on."""
        return self != AugmentRecipe()


@dataclass(frozen=True)
class NetworkRecipe:
    """Backbone and head.

    Attributes:
        backbone: An architecture of Keras, ``"small_cnn"`` (a few convolutions from scratch), or ``"none"``: flattened
            pixels, for tests.
        width: Width multiplier of a MobileNet (its ``alpha``).
        pooling: Pooling of the backbone's feature map: ``"average"`` or ``"flatten"``.
        units: Widths of the dense layers of the head, before the last one.
        activation: Activation of those layers.
        dropout: Dropout rate before the last layer.
        outputs: Whether the outputs are ``"logits"`` or ``"softmax"`` probabilities.
        binary: Whether two labels share one logit, trained with binary cross-entropy.
        batch_norm: ``"inference"``: the backbone keeps its statistics, also in its trainable layers; ``"training"``:
            these follow the data, as they always do in a backbone with random weights.
    """

    backbone: Literal["mobilenet_v2", "mobilenet", "xception", "vgg16", "small_cnn", "none"] = "mobilenet_v2"
    width: Positive = 1.0
    pooling: Literal["average", "flatten"] = "average"
    units: tuple[AtLeastOne, ...] = (128,)
    activation: Literal["relu", "sigmoid", "tanh", "elu", "selu", "gelu", "silu", "linear"] = "relu"
    dropout: ShareBelowOne = 0.0
    outputs: Literal["logits", "softmax"] = "logits"
    binary: Switch = False
    batch_norm: Literal["inference", "training"] = "inference"

    def __post_init__(self) -> None:
        if self.binary and self.outputs == "softmax":
            raise ValueError('binary has one logit, so outputs should be "logits", got "softmax"')
        if self.width != 1 and self.backbone not in ("mobilenet", "mobilenet_v2"):
            raise ValueError(f'width should be 1 where backbone is "{self.backbone}", got {self.width}')


@dataclass(frozen=True)
class PhaseRecipe:
    """One phase of training.

    Attributes:
        learn: Trainable layers: the ``"head"``, ``"all"``, or the head and the ``"last"`` layers of the backbone.
        last: With ``learn="last"``, the number of trainable layers of the backbone.
        epochs: Largest number of epochs.
        learning_rate: Initial rate of the optimizer.
        schedule: Whether the rate stays ``"constant"`` or has a ``"cosine"`` decay.
        batch_size: Images per step.
        optimizer: The optimizer.
        patience: Epochs without a better ``monitor`` before early stopping; 0 for no early stopping.
        monitor: Metric that selects the best epoch.
        cache_features: Whether the output of a frozen backbone is computed once and cached, without augmentation.
        measure_untrained: Whether loss and accuracy before training are recorded as epoch 0 of the first phase.
        measure_train_again: Whether the training images are evaluated at the end of each epoch like the validation
            images: without dropout and augmentation, with the weights of that moment.
    """

    learn: Literal["head", "all", "last"] = "head"
    last: Count = 0
    epochs: AtLeastOne = 15
    learning_rate: Positive = 1e-3
    schedule: Literal["constant", "cosine"] = "constant"
    batch_size: AtLeastOne = 32
    optimizer: Literal["adam", "adamw", "rmsprop", "sgd"] = "adam"
    patience: Count = 0
    monitor: Literal["val_loss", "val_accuracy"] = "val_loss"
    cache_features: Switch = True
    measure_untrained: Switch = False
    measure_train_again: Switch = False

    def __post_init__(self) -> None:
        if (self.learn == "last") != (self.last > 0):
            allowed = "at least 1" if self.learn == "last" else "0"
            raise ValueError(f'last should be {allowed} where learn is "{self.learn}", got {self.last}')


@dataclass(frozen=True)
class ImageRecipe:
    """Recipe of one training, without paths.

    Attributes:
        name: Name of the recipe and of the folder of its runs.
        phases: The phases in order, at least one.
        seed: Seed of all randomness.
        data: Labels and split of the dataset.
        input: Resizing of the images.
        augment: Augmentation in training.
        network: Backbone and head.
    """

    __pydantic_config__ = ONLY_KNOWN_KEYS

    name: FolderName
    phases: tuple[PhaseRecipe, ...]
    seed: Seed = 0
    data: ImageDataRecipe = field(default_factory=ImageDataRecipe)
    input: ImageInputRecipe = field(default_factory=ImageInputRecipe)
    augment: AugmentRecipe = field(default_factory=AugmentRecipe)
    network: NetworkRecipe = field(default_factory=NetworkRecipe)

    def __post_init__(self) -> None:
        if not self.phases:
            raise ValueError("phases should be at least one table, [[phases]], got none")
        smallest = SMALLEST_SIZE_PX.get(self.network.backbone, 1)
        if self.input.size < smallest:
            raise ValueError(
                f"input.size should be at least {smallest} for {self.network.backbone}, got {self.input.size}"
            )
        if self.network.binary and len(self.data.labels) > 2:
            raise ValueError(f"network.binary is for two labels, but data.labels has {len(self.data.labels)}")
        late = [i for i, phase in enumerate(self.phases) if i and phase.measure_untrained]
        if late:
            raise ValueError(f"phases[{late[0]}].measure_untrained should be false: only phases[0] begins untrained")
