from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.evaluation import (
    LABELS,
    save_image,
)
from training.evaluation.datasets import EvaluationDataset, EvaluationImage, RenderedView
from training.evaluation.replay import ImagePrediction, ReplayError, predictions_from_records, replay


def image(label: str, *, hand: bool | None = True, view: RenderedView | None = None) -> EvaluationImage:
    return EvaluationImage(Path("x.png"), label, "anna", "anna", "x.png", hand, view)


class TestReplay:
    def test_an_image_without_a_record_counts_as_one_without_a_hand(self) -> None:
        dataset = EvaluationDataset(Path("x"), (image("rock"),), knows_hands=False)
        assert predictions_from_records(dataset, [], LABELS) == [ImagePrediction()]

    def test_the_app_is_run_as_people_run_it(self, tmp_path: Path) -> None:
        from gesture_app.inference.library.model_store import ModelStore
        from gesture_app.resources import SHIPPED_MODELS

        save_image(tmp_path / "anna" / "none" / "1.png")
        (model,) = ModelStore([SHIPPED_MODELS]).folders()
        (record,) = replay(tmp_path, model)
        assert (record["file"], record["hands"], record["gesture"]) == ("anna/none/1.png", [], "none")

    def test_a_failed_run_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(ReplayError, match="exit code 2"):
            replay(tmp_path / "nothing", tmp_path)
