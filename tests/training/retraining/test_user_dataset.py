from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec, Turn
from gesture_app.domain.frames.frame import Hand, Handedness
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.retraining.split import split_samples
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.recording.sample_store import FolderSampleStore
from tests.fakes.hand_samples import hand_sample
from training.retraining.user_dataset import load_user_dataset

START = datetime(2024, 5, 1, 10, tzinfo=timezone.utc)


LABELS = GestureSet.of(["rock", "paper", "none"])


def sample(label: str, number: int, day: int = 0, seed: int | None = None) -> Sample:
    """A noise image with made-up landmarks; the same seed gives the same hand."""
    example = hand_sample(label, seed=100 * day + number if seed is None else seed)
    region = example.region_bgr
    landmarks = example.landmarks_px.copy()
    landmarks[9] += (12, 0, 0)  # a little turned
    info = SampleInfo(
        f"day{day}",
        number,
        label,
        (START + timedelta(days=day, seconds=10 * number)).isoformat(),
        "camera",
        Hand(landmarks, Handedness.RIGHT, 0.9),
        (100, 120),
    )
    return Sample(info, region)


class TestLoadUserDataset:
    @pytest.fixture
    def store(self, tmp_path: Path) -> FolderSampleStore:
        store = FolderSampleStore(tmp_path / "samples")
        for day in (0, 1):
            for number in range(1, 11):
                store.add(sample("rock", number, day))
                store.add(sample("paper", number + 20, day))
        return store

    def read(self, store: FolderSampleStore, **changes: Turn) -> tuple[object, object, object, int, tuple[str, ...]]:
        spec = CropSpec()
        turned = CropSpec(changes.get("turn", Turn.UPRIGHT))
        user = load_user_dataset(store, split_samples(store.listed(), LABELS), spec, turned, lambda _: None)
        parts = ([hand.info.id for hand in part] for part in (user.train, user.validation, user.test))
        return *parts, user.duplicates, user.unreadable

    def test_the_validation_split_is_from_sessions_of_the_train_split(self, store: FolderSampleStore) -> None:
        train, validation, test, duplicates, unreadable = self.read(store)
        assert len(train) == 16  # type: ignore[arg-type]
        assert validation == ["day0-9", "day0-10", "day0-29", "day0-30"]
        assert all(one.startswith("day1") for one in test)  # type: ignore[attr-defined]
        assert (duplicates, unreadable) == (0, ())

    def test_near_duplicates_of_test_recordings_are_left_out(self, store: FolderSampleStore) -> None:
        for number, copied in enumerate((103, 105, 124), 41):
            store.add(sample("rock", number, 0, seed=copied))
        train, validation, _, duplicates, _ = self.read(store)
        assert duplicates == 3
        assert not {"day0-41", "day0-42", "day0-43"} & {*train, *validation}  # type: ignore[misc]

    def test_an_unreadable_image_is_reported_and_the_others_are_used(self, store: FolderSampleStore) -> None:
        (store.root / "rock" / "day0-3.png").write_bytes(b"no image")
        train, _, _, _, unreadable = self.read(store)
        assert len(unreadable) == 1
        assert "day0-3" in unreadable[0]
        assert "day0-3" not in train  # type: ignore[operator]

    def test_each_model_gets_its_own_crop(self, store: FolderSampleStore) -> None:
        divided = split_samples(store.listed(), LABELS)
        upright, as_seen = CropSpec(), CropSpec(Turn.AS_SEEN)
        user = load_user_dataset(store, divided, upright, as_seen, lambda _: None)
        assert not np.array_equal(user.test[0].old_crop.landmarks, user.test[0].new_crop.landmarks)
