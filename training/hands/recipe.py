"""Recipes: one TOML file an experiment."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
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
"""Keys of version 0.1 that changed since."""


def _gesture_set(labels: object) -> object:
    if isinstance(labels, list | tuple) and all(isinstance(label, str) for label in labels):
        return GestureSet(tuple(labels))
    raise ValueError("should be a list of names")


@dataclass(frozen=True)
class HandInputRecipe:
    """What the model sees of a hand.

    Attributes:
        turn: How the crop is turned: a value of :class:`~gesture_app.domain.frames.crop_spec.Turn`.
        scale: The crop's side as a multiple of the landmarks' extent.
        picture: Whether it sees the crop.
        landmarks: Whether it gets the landmarks as numbers.
    """

    turn: Literal["upright", "as_seen"] = Turn.UPRIGHT.value
    scale: Positive = 1.5
    picture: Switch = True
    landmarks: Switch = True

    def __post_init__(self) -> None:
        if not (self.picture or self.landmarks):
            raise ValueError("a model needs the picture or the landmarks")


@dataclass(frozen=True)
class ModelRecipe:
    """The layers around MobileNetV2.

    Attributes:
        image_units: Width of the layer on the pooled picture features.
        landmark_units: Widths of the layers on the landmarks.
        landmark_geometry: Whether the landmarks' distances and the bones' directions are given to those layers too.
        dropout: Share of pooled features dropped in training.
        landmark_dropout: The same after each layer on the landmarks.
        without_landmarks: Share of hands for which, in training, all that the landmarks say is dropped, so that the
            picture is read too and not only what is easiest. Source: Neverova et al. 2015, "ModDrop", arXiv 1501.00102.
    """

    image_units: AtLeastOne = 64
    landmark_units: tuple[AtLeastOne, ...] = (128, 64)
    landmark_geometry: Switch = False
    dropout: ShareBelowOne = 0.3
    landmark_dropout: ShareBelowOne = 0.1
    without_landmarks: Share = 0.0


@dataclass(frozen=True)
class LandmarkStartRecipe:
    """A phase before the first: the layers on the landmarks alone, which costs a minute, for no picture is needed.

    Attributes:
        epochs: Epochs; each sees ``hands_per_epoch`` hands. 0 for none.
        hands_per_epoch: Hands drawn, with replacement, for one epoch.
        learning_rate: Of Adam at the start; falls to a twentieth along a cosine.
        batch_size: Hands a batch.
    """

    epochs: Count = 0
    hands_per_epoch: AtLeastOne = 8000
    learning_rate: Positive = 1e-3
    batch_size: AtLeastOne = 32


@dataclass(frozen=True)
class HeadRecipe:
    """First phase: the head alone, on features computed once.

    Attributes:
        hands: How many augmented hands are in the feature cache.
        epochs: Epochs over the cache.
        learning_rate: Of Adam.
        batch_size: Hands a batch.
    """

    hands: AtLeastOne = 16000
    epochs: Count = 12
    learning_rate: Positive = 1e-3
    batch_size: AtLeastOne = 64


@dataclass(frozen=True)
class FineTuneRecipe:
    """Second phase: the top of the network at a low rate, batch norm in inference mode.

    Attributes:
        from_layer: Name of the first layer of MobileNetV2 that learns.
        epochs: Epochs; each sees ``hands_per_epoch`` hands.
        hands_per_epoch: Hands drawn, with replacement, for one epoch.
        learning_rate: Of Adam at its highest; falls to a twentieth along a cosine.
        warm_up: Share of the steps in which the rate rises to that, from nothing. Without it, Adam's first steps can be
            so large that the layers on the picture never answer again, and the landmarks hide it. Source: Goyal et al.
            2017, arXiv 1706.02677.
        clip_norm: Gradients longer than this are shortened to it, all weights together; 0 for none. Source: Pascanu et
            al. 2013, arXiv 1211.5063.
        batch_size: Hands a batch.
        weight_decay: Of AdamW, on all weights.
        averaged_epochs: Of how many of the last epochs the weights' mean is kept in the end, rather than the best
            epoch's weights (:class:`training.common.checkpoints.MeanWeights`); 0 for none.
        averaged_runs: How many times this phase is run, from the same start on other hands drawn; the mean of what all
            of them keep is kept. Source: Wortsman et al. 2022, "Model soups", arXiv 2203.05482; Rame et al. 2022,
            "Diverse Weight Averaging for Out-of-Distribution Generalization", arXiv 2205.09739.
    """

    from_layer: Text = "block_6_expand"
    epochs: Count = 8
    hands_per_epoch: AtLeastOne = 8000
    learning_rate: Positive = 1e-4
    warm_up: ShareBelowOne = 0.1
    clip_norm: NotNegative = 1.0
    batch_size: AtLeastOne = 32
    weight_decay: NotNegative = 0.0
    averaged_epochs: Count = 0
    averaged_runs: AtLeastOne = 1

    def __post_init__(self) -> None:
        if self.averaged_epochs > self.epochs:
            raise ValueError(f"averaged_epochs is {self.averaged_epochs}, but there are only {self.epochs} epochs")


@dataclass(frozen=True)
class RenderedRecipe:
    """Hands to render and learn from, besides the photos.

    Attributes:
        count: How many pictures; 0 for none.
        seed: Of the renderer.
    """

    count: Count = 0
    seed: Seed = 1


@dataclass(frozen=True)
class MovedFingersRecipe:
    """Pictures to make of each photo of paper by moving its fingers (:mod:`training.hands.data.finger_warping`).

    Attributes:
        spock: How many of Spock.
        paper: How many of paper.
        seed: Of how far fingers are moved.
    """

    spock: Count = 0
    paper: Count = 0
    seed: Seed = 1


@dataclass(frozen=True)
class HandDataRecipe:
    """Which hands are learnt from and which are held out.

    Attributes:
        held_out_sources: Sources of photos that are kept for choosing the checkpoint and for calibration.
        held_out_people: Share of rendered people that is kept too.
        left_out: ``<source>/<label>`` of photos that are not used at all, because people would not agree on them.
        rendered_share: Share of rendered hands in each batch.
        label_weights: How often a label is drawn, relative to the others.
        stretch: Standard deviation of the log of how much wider or narrower, and sheared, hands are made.
        mirrored: Share of hands that are mirrored; 0 for gestures that tell left from right.
        prior_floor: Where above 0, how often a label occurs among photos, and among rendered hands, is taken out of the
            loss (:func:`training.hands.data.batches.log_priors`); a label that does not occur counts as this share.
        unseen_label_cost: How much of the others' mean recall on held-out hands may be given for labels that no photo
            to learn from shows (:mod:`training.hands.logit_bias`).
    """

    held_out_sources: tuple[Text, ...] = ()
    held_out_people: Share = 0.1
    left_out: tuple[Text, ...] = ()
    rendered_share: Share = 0.5
    label_weights: Mapping[Text, NotNegative] = field(default_factory=dict)
    stretch: NotNegative = 0.0
    mirrored: Share = 0.5
    prior_floor: Share = 0.0
    unseen_label_cost: Share = 0.0

    def leaves_out(self, source: str, label: str) -> bool:
        """Whether photos of a source that show a label are not used at all."""
        return f"{source}/{label}" in self.left_out


@dataclass(frozen=True)
class HandRecipe:
    """A recipe for a hand gesture model.

    Attributes:
        name: Id of the model.
        labels: Its outputs, in order.
        seed: Of everything random.
        false_accept_rate: Share of hands without a gesture that may be taken for one; sets the reject threshold.
    """

    __pydantic_config__ = ONLY_KNOWN_KEYS

    name: Text
    labels: Annotated[GestureSet, BeforeValidator(_gesture_set)] = DEFAULT_LABELS
    seed: Seed = 0
    false_accept_rate: Share = 0.03
    input: HandInputRecipe = field(default_factory=HandInputRecipe)
    model: ModelRecipe = field(default_factory=ModelRecipe)
    landmark_start: LandmarkStartRecipe = field(default_factory=LandmarkStartRecipe)
    head: HeadRecipe = field(default_factory=HeadRecipe)
    fine_tune: FineTuneRecipe = field(default_factory=FineTuneRecipe)
    data: HandDataRecipe = field(default_factory=HandDataRecipe)
    rendered: RenderedRecipe = field(default_factory=RenderedRecipe)
    moved_fingers: MovedFingersRecipe = field(default_factory=MovedFingersRecipe)

    def __post_init__(self) -> None:
        if self.landmark_start.epochs and not (self.input.picture and self.input.landmarks):
            raise ValueError("landmark_start needs a model that sees both input.picture and input.landmarks")

    @property
    def crop(self) -> CropSpec:
        """How hands are cut out."""
        return CropSpec(Turn(self.input.turn), self.input.scale)

    def on_landmarks_alone(self, phase: LandmarkStartRecipe | None = None) -> HandRecipe:
        """The same, with a model that sees no picture.

        Args:
            phase: How long and how fast it learns; by default as the landmarks' start says.
        """
        phase = phase or self.landmark_start
        return dataclasses.replace(
            self,
            input=dataclasses.replace(self.input, picture=False, landmarks=True),
            landmark_start=LandmarkStartRecipe(),
            fine_tune=FineTuneRecipe(**dataclasses.asdict(phase)),
        )


def read_recipe(path: Path) -> HandRecipe:
    """Read a recipe file.

    Raises:
        RecipeError: If it is missing, is not TOML, or has a key or value that is not allowed; it names each of them.
    """
    return read_as(path, lambda content: parse_recipe(migrated(content, KEY_CHANGES, warn_about(path))))


def parse_recipe(content: Mapping[str, Any]) -> HandRecipe:
    """A recipe from parsed TOML, of this or an earlier version.

    Raises:
        ValueError: If a key or value is not allowed, or a key is missing; it names each of them.
    """
    values = migrated(content, KEY_CHANGES)
    kind = values.pop("kind", KIND)
    if kind != KIND:
        raise ProblemsError([Problem(("kind",), f'should be "{KIND}" here, got {shown(kind)}')])
    return checked(HandRecipe, values)
