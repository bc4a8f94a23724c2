"""A person's recordings, divided and ready to learn from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import Frame, HandCrop
from gesture_app.domain.retraining.split import SampleSplit
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.errors import SampleStoreError
from gesture_app.recording.quality import LEAST_PICTURE_CHANGE, LEAST_POSE_CHANGE, Look, look_of
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.vision.cropping import crop_hand
from training.hands.data.dataset import HandSample, cut_region, encode_region

OWN = "own"
"""The source of a person's own hands."""

_CHOOSING_SHARE = 0.2
_LEAST_TO_CHOOSE_FROM = 5


@dataclass(frozen=True, eq=False)
class OwnHand:
    """One recording.

    Attributes:
        info: What is known of it.
        example: The hand as training takes it.
        old_crop: Cut out for the model that is trained further.
        new_crop: Cut out for the model that comes of it; the same unless the turn is another.
        look: What it is compared by with others.
    """

    info: SampleInfo
    example: HandSample
    old_crop: HandCrop
    new_crop: HandCrop
    look: Look


@dataclass(frozen=True)
class OwnHands:
    """A person's recordings.

    Attributes:
        training: To learn from.
        choosing: To choose the best moment of training by; from the sessions that are learnt from.
        held_out: To judge by; nothing else is decided by these.
        repeated: How many were left out of training because they are almost the same as one that judges.
        damaged: What could not be read, as sentences.
    """

    training: tuple[OwnHand, ...]
    choosing: tuple[OwnHand, ...]
    held_out: tuple[OwnHand, ...]
    repeated: int
    damaged: tuple[str, ...]


def read_own_hands(
    store: FolderSampleStore,
    divided: SampleSplit,
    old_crop: CropSpec,
    new_crop: CropSpec,
    reached: Callable[[float], None],
) -> OwnHands:
    """Read the recordings, and see to it that none that is learnt from repeats one that judges.

    Args:
        store: Where they are.
        divided: Which are for what.
        old_crop: How the model that is trained further wants hands.
        new_crop: How the new one does.
        reached: Told the share that is read.
    """
    damaged: list[str] = []
    total = len(divided.training) + len(divided.held_out)
    read: list[OwnHand] = []

    def hands_of(infos: Sequence[SampleInfo]) -> list[OwnHand]:
        found = []
        for info in infos:
            try:
                found.append(_prepared(store.load(info.id), old_crop, new_crop))
            except SampleStoreError as error:
                damaged.append(error.message)
            read.extend(found[-1:])
            reached((len(read) + len(damaged)) / total)
        return found

    held_out, learnable = hands_of(divided.held_out), hands_of(divided.training)
    fresh = _not_like(learnable, held_out)
    training, choosing = _apart(fresh)
    return OwnHands(tuple(training), tuple(choosing), tuple(held_out), len(learnable) - len(fresh), tuple(damaged))


def _prepared(sample: Sample, old_crop: CropSpec, new_crop: CropSpec) -> OwnHand:
    info, landmarks = sample.info, sample.info.hand.landmarks_px
    frame = Frame(sample.region_bgr, 0, 0.0, 0.0)
    region, points = cut_region(frame, info.hand)
    old = crop_hand(sample.region_bgr, landmarks, old_crop)
    new = old if old_crop == new_crop else crop_hand(sample.region_bgr, landmarks, new_crop)
    example = HandSample(encode_region(region), points, info.label, OWN, info.session)
    return OwnHand(info, example, old, new, look_of(frame, info.hand))


def _not_like(hands: Sequence[OwnHand], others: Sequence[OwnHand]) -> list[OwnHand]:
    """The hands that are not almost the same as one of the others, whatever their labels."""
    if not hands or not others:
        return list(hands)
    poses = np.stack([hand.look.pose for hand in hands])
    thumbnails = np.stack([hand.look.thumbnail for hand in hands])
    alike = np.zeros(len(hands), dtype=bool)
    for other in others:
        near = np.linalg.norm(poses - other.look.pose, axis=2).mean(axis=1) < LEAST_POSE_CHANGE
        alike |= near & (np.abs(thumbnails - other.look.thumbnail).mean(axis=(1, 2)) < LEAST_PICTURE_CHANGE)
    return [hand for hand, is_alike in zip(hands, alike, strict=True) if not is_alike]


def _apart(hands: Sequence[OwnHand]) -> tuple[list[OwnHand], list[OwnHand]]:
    """Of each label with enough hands the last fifth is for choosing; hands come and stay in the order of time."""
    last: set[str] = set()
    for label in {hand.info.label for hand in hands}:
        of_label = [hand.info.id for hand in hands if hand.info.label == label]
        if len(of_label) >= _LEAST_TO_CHOOSE_FROM:
            last |= set(of_label[-max(1, round(_CHOOSING_SHARE * len(of_label))) :])
    return [h for h in hands if h.info.id not in last], [h for h in hands if h.info.id in last]
