from __future__ import annotations

import warnings
from pathlib import Path

import cv2
import numpy as np
import pytest
from matplotlib.figure import Figure

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.gestures import GestureSet
from gesture_app.inference.library.manifest import Manifest
from training.common.charts import draw_confusion
from training.hands.report import write_report

LABELS = GestureSet(("rock", "none"))
HISTORY = [
    {"phase": "head", "epoch": 0, "held_out": 0.3},
    {"phase": "head", "epoch": 1, "held_out": 0.5, "loss": 1.0, "accuracy": 0.4},
    {"phase": "fine-tune", "epoch": 1, "held_out": 0.7, "loss": 0.5, "accuracy": 0.6},
]


def test_training_leaves_its_curves_and_confusion_with_the_model(tmp_path: Path) -> None:
    metrics = {"held_out": {"confusion": [[3, 1], [0, 4]]}}
    write_report(Manifest("m", LABELS, CropSpec(), True, {}, metrics=metrics), HISTORY, tmp_path)
    for name in ("curves.png", "confusion.png"):
        assert cv2.imread(str(tmp_path / "report" / name)) is not None


@pytest.mark.parametrize("matrix", [[[3, 1], [0, 4]], [[0, 0], [0, 4]]])
def test_a_confusion_matrix_names_every_count_and_bears_a_label_that_was_never_shown(matrix: list[list[int]]) -> None:
    axis = Figure().subplots()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        draw_confusion(axis, np.array(matrix), LABELS.labels, "title")
    assert [text.get_text() for text in axis.texts] == [str(count) for row in matrix for count in row]
    assert [text.get_text() for text in axis.get_xticklabels()] == ["rock", "none"]
