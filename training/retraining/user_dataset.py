"""The user's recordings as train, validation and test splits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import Frame, HandCrop
from gesture_app.domain.retraining.split import SampleSplit
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.errors import SampleStoreError
from gesture_app.recording.quality import FRAME_LIMITS, HandAppearance, appearance_of
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.vision.cropping import crop_hand
from training.hands.data.dataset import HandSample, cut_region, encode_region

USER_SOURCE = "own"
"""The ``source`` of a user's samples."""

_VALIDATION_FRACTION = 0.2
_MIN_SAMPLES_TO_SPLIT = 5


@dataclass(frozen=True, eq=False)
class UserSample:
    """One recording.

    Attributes:
        info: Its sidecar.
        hand: The hand for training.
        old_crop: Crop for the model that is retrained.
        new_crop: Crop for the retrained model; differs if crops are rotated otherwise.
        appearance: Pose and thumbnail, to find near duplicates.
    """

    info: SampleInfo
    hand: HandSample
    old_crop: HandCrop
    new_crop: HandCrop
    appearance: HandAppearance


@dataclass(frozen=True)
class UserDataset:
    """The user's recordings by split.

    Attributes:
        train: To train on.
        validation: For early stopping and calibration; from the sessions that are trained on.
        test: For the comparison of both models; used for nothing else.
        duplicates: Number of training recordings left out as near duplicates of test recordings.
        unreadable: Messages about recordings that cannot be read.
    """

    train: tuple[UserSample, ...]
    validation: tuple[UserSample, ...]
    test: tuple[UserSample, ...]
    duplicates: int
    unreadable: tuple[str, ...]


def load_user_dataset(
    store: FolderSampleStore,
    split: SampleSplit,
    old_crop: CropSpec,
    new_crop: CropSpec,
    on_progress: Callable[[float], None],
) -> UserDataset:
    """Load and split the recordings; training recordings that nearly duplicate a test recording are left out.

    Args:
        store: The sample store.
        split: Recordings to train on and to test on.
        old_crop: Crop of the model that is retrained.
        new_crop: Crop of the retrained model.
        on_progress: Called with the finished fraction.
    """
    unreadable: list[str] = []
    total = len(split.training) + len(split.held_out)
    loaded: list[UserSample] = []

    def load(infos: Sequence[SampleInfo]) -> list[UserSample]:
        samples = []
        for info in infos:
            try:
                samples.append(_prepared(store.load(info.id), old_crop, new_crop))
            except SampleStoreError as error:
                unreadable.append(error.message)
            loaded.extend(samples[-1:])
            on_progress((len(loaded) + len(unreadable)) / total)
        return samples

    test, candidates = load(split.held_out), load(split.training)
    distinct = _without_duplicates(candidates, test)
    train, validation = _train_validation_split(distinct)
    return UserDataset(tuple(train), tuple(validation), tuple(test), len(candidates) - len(distinct), tuple(unreadable))


def _prepared(sample: Sample, old_crop: CropSpec, new_crop: CropSpec) -> UserSample:
    info, landmarks = sample.info, sample.info.hand.landmarks_px
    frame = Frame(sample.region_bgr, 0, 0.0, 0.0)
    region, points = cut_region(frame, info.hand)
    old = crop_hand(sample.region_bgr, landmarks, old_crop)
    new = old if old_crop == new_crop else crop_hand(sample.region_bgr, landmarks, new_crop)
    hand = HandSample(encode_region(region), points, info.label, USER_SOURCE, info.session)
    return UserSample(info, hand, old, new, appearance_of(frame, info.hand))


def _without_duplicates(samples: Sequence[UserSample], others: Sequence[UserSample]) -> list[UserSample]:
    """The samples that are no near duplicate of one of ``others``, regardless of labels."""
    if not samples or not others:
        return list(samples)
    poses = np.stack([sample.appearance.pose for sample in samples])
    thumbnails = np.stack([sample.appearance.thumbnail for sample in samples])
    duplicate = np.zeros(len(samples), dtype=bool)
    for other in others:
        same_pose = np.linalg.norm(poses - other.appearance.pose, axis=2).mean(axis=1) < FRAME_LIMITS.pose
        change = np.abs(thumbnails - other.appearance.thumbnail).mean(axis=(1, 2))
        duplicate |= same_pose & (change < FRAME_LIMITS.image)
    return [sample for sample, is_duplicate in zip(samples, duplicate, strict=True) if not is_duplicate]


def _train_validation_split(samples: Sequence[UserSample]) -> tuple[list[UserSample], list[UserSample]]:
    """Split off the last fifth of each label with enough samples; samples are and stay in order of time."""
    validation: set[str] = set()
    for label in {sample.info.label for sample in samples}:
        ids = [sample.info.id for sample in samples if sample.info.label == label]
        if len(ids) >= _MIN_SAMPLES_TO_SPLIT:
            validation |= set(ids[-max(1, round(_VALIDATION_FRACTION * len(ids))) :])
    return (
        [sample for sample in samples if sample.info.id not in validation],
        [sample for sample in samples if sample.info.id in validation],
    )
