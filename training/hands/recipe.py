"""Recipe of a hand gesture model: the content of one TOML file."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from training.common.metrics import FalseAcceptRates
from training.common.recipe_migration import KeyChanges, migrated, warn_about
from training.common.recipe_schema import (
    ONLY_KNOWN_KEYS,
    AtLeastOne,
    Count,
    NotNegative,
    Positive,
    Problem,
    ProblemsError,
    Seed,
    Share,
    ShareBelowOne,
    Switch,
    Text,
    checked,
    read_as,
    shown,
)

KIND = "hands"
"""Value of the optional key ``kind`` of these recipes."""

KEY_CHANGES = KeyChanges(
    renamed={
        "landmark_start": "landmark_pretraining",
        "moved_fingers": "finger_warping",
        "input.picture": "image",
        "model.without_landmarks": "landmark_branch_dropout",
        "fine_tune.averaged_epochs": "swa_epochs",
        "fine_tune.averaged_runs": "soup_runs",
        "data.held_out_sources": "validation_sources",
        "data.held_out_people": "validation_people",
        "data.left_out": "excluded",
        "data.mirrored": "flip_probability",
        "data.prior_floor": "logit_adjustment_min_prior",
        "data.unseen_label_cost": "logit_bias_cost",
    },
    removed={
        "input.skeleton": False,
        "model.without_picture": 0.0,
        "fine_tune.label_smoothing": 0.0,
        "fine_tune.average_momentum": 0.0,
        "fine_tune.adapt_batch_norm": False,
        "data.swapped_pictures": 0.0,
        "data.swapped_unseen": 0.0,
        "data.swapped_backgrounds": 0.0,
        "data.mixed_amplitudes": 0.0,
    },
)
"""Keys of version 0.1 that changed since. ``model.landmark_dropout`` kept its name and meaning."""


def _gesture_set(labels: object) -> object:
    if isinstance(labels, list | tuple) and all(isinstance(label, str) for label in labels):
        return GestureSet(tuple(labels))
    raise ValueError("should be a list of names")


@dataclass(frozen=True)
class HandInputRecipe:
    """Inputs of the model.

    Attributes:
        turn: Orientation of the crop: a value of :class:`~gesture_app.domain.frames.crop_spec.Turn`.
        scale: Side of the crop as a multiple of the landmarks' extent.
        image: Whether the crop is an input.
        landmarks: Whether the landmark coordinates are an input.
        hand_angle: Whether the hand's angle in the frame is an input; it needs the landmarks.
    """

    turn: Literal["upright", "as_seen"] = Turn.UPRIGHT.value
    scale: Positive = 1.5
    image: Switch = True
    landmarks: Switch = True
    hand_angle: Switch = False

    def __post_init__(self) -> None:
        if not (self.image or self.landmarks):
            raise ValueError("a model needs the image or the landmarks")
        if self.hand_angle and not self.landmarks:
            raise ValueError("hand_angle needs the landmarks")


@dataclass(frozen=True)
class ModelRecipe:
    """Layers after MobileNetV2 and the layers on the landmarks.

    Attributes:
        image_units: Width of the dense layer on the pooled image features; 0 for none.
        landmark_units: Widths of the dense layers on the landmarks.
        landmark_geometry: Whether distances between landmarks and directions of bones are features, too.
        dropout: Dropout rate of the pooled image features.
        landmark_dropout: Dropout rate after each dense layer on the landmarks.
        landmark_branch_dropout: Probability that all landmark features of a sample are dropped together in training, so
            that the image features are learnt, too. Source: Neverova et al. 2015, "ModDrop", arXiv 1501.00102.
    """

    image_units: AtLeastOne = 64
    landmark_units: tuple[AtLeastOne, ...] = (128, 64)
    landmark_geometry: Switch = False
    dropout: ShareBelowOne = 0.3
    landmark_dropout: ShareBelowOne = 0.1
    landmark_branch_dropout: Share = 0.0


@dataclass(frozen=True)
class LandmarkPretrainingRecipe:
    """Optional phase before the first: pretraining of the landmark layers alone, in about a minute.

    Attributes:
        epochs: Number of epochs; 0 for no pretraining.
        hands_per_epoch: Hands drawn, with replacement, for one epoch.
        learning_rate: Of Adam at the start; cosine decay to a twentieth.
        batch_size: Hands per batch.
    """

    epochs: Count = 0
    hands_per_epoch: AtLeastOne = 8000
    learning_rate: Positive = 1e-3
    batch_size: AtLeastOne = 32


@dataclass(frozen=True)
class HeadRecipe:
    """First phase: training of the head on cached features of the frozen backbone.

    Attributes:
        hands: Number of augmented hands in the feature cache.
        epochs: Epochs over the cache.
        learning_rate: Of Adam.
        batch_size: Hands per batch.
    """

    hands: AtLeastOne = 16000
    epochs: Count = 12
    learning_rate: Positive = 1e-3
    batch_size: AtLeastOne = 64


@dataclass(frozen=True)
class FineTuneRecipe:
    """Second phase: fine-tuning of the last layers at a low rate, batch norm in inference mode.

    Attributes:
        from_layer: Name of the first trainable layer of MobileNetV2.
        epochs: Number of epochs; each has ``hands_per_epoch`` hands.
        hands_per_epoch: Hands drawn, with replacement, for one epoch.
        learning_rate: Peak rate of AdamW; cosine decay to a twentieth.
        warm_up: Share of the steps in which the rate rises linearly from 0 to its peak. Without warm-up, the first
            steps of Adam can be so large that the image layers die, which the landmarks hide. Source: Goyal et al.
            2017, arXiv 1706.02677.
        clip_norm: Largest global norm of the gradients; 0 for no clipping. Source: Pascanu et al. 2013, arXiv
            1211.5063.
        batch_size: Hands per batch.
        weight_decay: Of AdamW, on all weights.
        swa_epochs: Number of last epochs whose weights are averaged, in place of the weights of the best epoch
            (:class:`training.common.checkpoints.WeightAverage`); 0 for no averaging.
        soup_runs: Number of runs of this phase, from the same weights on differently drawn hands; the weights of all
            runs are averaged. Source: Wortsman et al. 2022, "Model soups", arXiv 2203.05482; Rame et al. 2022, "Diverse
            Weight Averaging for Out-of-Distribution Generalization", arXiv 2205.09739.
    """

    from_layer: Text = "block_6_expand"
    epochs: Count = 8
    hands_per_epoch: AtLeastOne = 8000
    learning_rate: Positive = 1e-4
    warm_up: ShareBelowOne = 0.1
    clip_norm: NotNegative = 1.0
    batch_size: AtLeastOne = 32
    weight_decay: NotNegative = 0.0
    swa_epochs: Count = 0
    soup_runs: AtLeastOne = 1

    def __post_init__(self) -> None:
        if self.swa_epochs > self.epochs:
            raise ValueError(f"swa_epochs is {self.swa_epochs}, but there are only {self.epochs} epochs")


@dataclass(frozen=True)
class RenderedRecipe:
    """Rendered images to learn from, besides the photos.

    Attributes:
        count: Number of rendered images; 0 for none.
        seed: Seed of the renderer.
    """

    count: Count = 0
    seed: Seed = 1


@dataclass(frozen=True)
class FingerWarpingRecipe:
    """Images made from each photo of paper by warping its fingers (:mod:`training.hands.data.finger_warping`).

    Attributes:
        spock: Number of images of Spock per photo.
        paper: Number of images of paper per photo.
        seed: Seed of the finger angles.
    """

    spock: Count = 0
    paper: Count = 0
    seed: Seed = 1


@dataclass(frozen=True)
class HandDataRecipe:
    """Split, sampling and augmentation of the dataset.

    Attributes:
        validation_sources: Sources of photos that form the validation set, with which the checkpoint is selected and
            the model calibrated.
        validation_people: Share of the rendered people in the validation set.
        excluded: ``<source>/<label>`` of photos that are in neither set, because people disagree about them.
        rendered_share: Share of rendered hands in each batch.
        label_weights: Sampling weight of a label, relative to the others.
        photo_angle_deg: Standard deviation of the change of a photo's hand angle in augmentation, in degrees: photos of
            gestures are taken of upright hands more often than people play so.
        stretch: Standard deviation of the shear, and of the log of the aspect ratio, in augmentation.
        flip_probability: Probability of a horizontal flip; 0 for gestures that differ between left and right.
        logit_adjustment_min_prior: Where above 0, the loss is adjusted by the frequency of each label among photos and
            among rendered hands (:func:`training.hands.data.sampling.log_priors`); an absent label counts as this
            share.
        logit_bias_cost: Largest loss of mean validation recall of the other labels, for a bias of the logits of labels
            without photos (:mod:`training.hands.logit_bias`); 0 for no bias.
    """

    validation_sources: tuple[Text, ...] = ()
    validation_people: Share = 0.1
    excluded: tuple[Text, ...] = ()
    rendered_share: Share = 0.5
    label_weights: Mapping[Text, NotNegative] = field(default_factory=dict)
    photo_angle_deg: NotNegative = 30.0
    stretch: NotNegative = 0.0
    flip_probability: Share = 0.5
    logit_adjustment_min_prior: Share = 0.0
    logit_bias_cost: Share = 0.0

    def excludes(self, source: str, label: str) -> bool:
        """Whether photos of a label from a source are in neither set."""
        return f"{source}/{label}" in self.excluded


@dataclass(frozen=True)
class HandRecipe:
    """Recipe of a hand gesture model.

    Attributes:
        name: Id of the model.
        labels: Labels of its outputs, in order.
        seed: Seed of all randomness.
        false_accept_rate: Largest share of validation hands without a gesture that are taken for one at normal
            sensitivity; a third of it at low and three times it at high sensitivity.
        intent_loss_weight: Weight of the loss of whether a gesture is meant; that of which gesture it is weighs 1.
    """

    __pydantic_config__ = ONLY_KNOWN_KEYS

    name: Text
    labels: Annotated[GestureSet, BeforeValidator(_gesture_set)] = DEFAULT_LABELS
    seed: Seed = 0
    false_accept_rate: Share = 0.03
    intent_loss_weight: Positive = 1.0
    input: HandInputRecipe = field(default_factory=HandInputRecipe)
    model: ModelRecipe = field(default_factory=ModelRecipe)
    landmark_pretraining: LandmarkPretrainingRecipe = field(default_factory=LandmarkPretrainingRecipe)
    head: HeadRecipe = field(default_factory=HeadRecipe)
    fine_tune: FineTuneRecipe = field(default_factory=FineTuneRecipe)
    data: HandDataRecipe = field(default_factory=HandDataRecipe)
    rendered: RenderedRecipe = field(default_factory=RenderedRecipe)
    people: RenderedRecipe = field(default_factory=RenderedRecipe)
    finger_warping: FingerWarpingRecipe = field(default_factory=FingerWarpingRecipe)

    def __post_init__(self) -> None:
        if self.landmark_pretraining.epochs and not (self.input.image and self.input.landmarks):
            raise ValueError("landmark_pretraining needs a model with both input.image and input.landmarks")

    @property
    def false_accept_rates(self) -> FalseAcceptRates:
        """False-accept rates of all sensitivities."""
        rate = self.false_accept_rate
        return FalseAcceptRates(rate / 3, rate, min(1.0, 3 * rate))

    @property
    def crop(self) -> CropSpec:
        """Crop specification of the model's input."""
        return CropSpec(Turn(self.input.turn), self.input.scale)

    def on_landmarks_alone(self, phase: LandmarkPretrainingRecipe | None = None) -> HandRecipe:
        """The recipe of a model with landmarks as its only input.

        Args:
            phase: Length and rate of the training; by default those of the landmark pretraining.
        """
        phase = phase or self.landmark_pretraining
        return dataclasses.replace(
            self,
            input=dataclasses.replace(self.input, image=False, landmarks=True),
            landmark_pretraining=LandmarkPretrainingRecipe(),
            fine_tune=FineTuneRecipe(**dataclasses.asdict(phase)),
        )


def read_recipe(path: Path) -> HandRecipe:
    """Read a recipe file; keys of an earlier version are logged as warnings.

    Raises:
        RecipeError: If it is missing, is not TOML, or has a key or value that is not allowed; it names each of them.
    """
    return read_as(path, lambda content: parse_recipe(migrated(content, KEY_CHANGES, warn_about(path))))


def parse_recipe(content: Mapping[str, Any]) -> HandRecipe:
    """Parse the content of a recipe file, of this or an earlier version.

    Raises:
        ValueError: If a key or value is not allowed, or a key is missing; it names each of them.
    """
    values = migrated(content, KEY_CHANGES)
    kind = values.pop("kind", KIND)
    if kind != KIND:
        raise ProblemsError([Problem(("kind",), f'should be "{KIND}" here, got {shown(kind)}')])
    return checked(HandRecipe, values)
