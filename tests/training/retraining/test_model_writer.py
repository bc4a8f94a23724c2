from __future__ import annotations

import os
from datetime import datetime, timezone
from pathlib import Path

import pytest

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.inference.library.manifest import Manifest
from training.retraining.errors import DiskError
from training.retraining.model_writer import ModelWriter, free_bytes, model_card, user_model_id

START = datetime(2024, 5, 1, 10, tzinfo=timezone.utc)


LABELS = GestureSet.of(["rock", "paper", "none"])


MANIFEST = Manifest(
    id="a-own-1",
    labels=LABELS,
    crop=CropSpec(),
    uses_landmarks=True,
    files={},
    parent="a",
    metrics={"gate": {"accepted": False, "reasons": ["It is no better."]}},
    data={"made_at": "2024-05-01T10:00:00+00:00", "learnt_from": {"rock": 4}, "calibrated_on": "hands"},
)


class TestModelWriter:
    def test_a_model_appears_complete(self, tmp_path: Path) -> None:
        root = tmp_path / "models"
        with ModelWriter(root, "a-own-1") as folder:
            (folder.path / "model.onnx").write_bytes(b"x")
            assert [path.name for path in root.iterdir()] == [f".making-{os.getpid()}-a-own-1"]
            target = folder.finish(MANIFEST, "a card")
        assert target == root / "a-own-1"
        assert sorted(path.name for path in target.iterdir()) == ["MODEL_CARD.md", "manifest.json", "model.onnx"]
        assert [path.name for path in root.iterdir()] == ["a-own-1"]

    @pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, ValueError])
    def test_a_failed_model_leaves_nothing_behind(self, tmp_path: Path, error: type[BaseException]) -> None:
        def fail() -> None:
            with ModelWriter(tmp_path, "a-own-1") as folder:
                (folder.path / "model.keras").write_bytes(b"x")
                raise error

        with pytest.raises(error):
            fail()
        assert list(tmp_path.iterdir()) == []

    def test_a_full_disk_is_reported_before_the_work(self, tmp_path: Path) -> None:
        with pytest.raises(DiskError, match="no room"):
            ModelWriter(tmp_path, "a-own-1", lambda _folder: 10)
        assert list(tmp_path.iterdir()) == []

    def test_free_space_is_that_of_the_disk(self, tmp_path: Path) -> None:
        assert free_bytes(tmp_path) > 0

    def test_a_root_that_is_a_file_is_reported(self, tmp_path: Path) -> None:
        (tmp_path / "models").write_text("a file")
        with pytest.raises(DiskError, match="No model can be made"):
            ModelWriter(tmp_path / "models", "a-own-1")

    @pytest.mark.parametrize("parent", ["rpsls-8", "rpsls-8-own-20230101t000000"])
    def test_the_id_has_the_shipped_model_and_the_time(self, parent: str) -> None:
        assert user_model_id(parent, START) == "rpsls-8-own-20240501t100000"

    def test_the_card_has_both_tables_and_the_reasons(self) -> None:
        comparison = Comparison.from_predictions(LABELS.labels, ["rock"] * 3, ["none"] * 3, ["rock"] * 3)
        card = model_card(MANIFEST, comparison, comparison)
        assert card.count("| rock | 3 | 0 | 3 |") == 2
        assert "It is no better." in card
