from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from training.common.charts import (
    PALETTE,
    Tile,
    comparison_curves,
    confusion_figure,
    epoch_positions,
    image_sheet,
    learning_curves,
    range_test_figure,
    write_figure,
)

HISTORY = [
    {"phase": 1, "epoch": 0, "loss": 1.7, "accuracy": 0.2, "val_loss": 1.6, "val_accuracy": 0.2},
    {"phase": 1, "epoch": 1, "loss": 1.0, "accuracy": 0.5, "val_loss": 0.9, "val_accuracy": 0.6, "train_loss": 0.8},
    {"phase": 2, "epoch": 1, "loss": 0.5, "accuracy": 0.8, "val_loss": 0.6, "val_accuracy": 0.7},
]
LETTERS = tuple("ABCDEFGHIKLMNOPQRSTUVWXY")


def drawn(figure: Figure) -> Any:
    """The renderer that has laid it out."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return canvas.get_renderer()


def is_whole(figure: Figure) -> bool:
    """Whether nothing that is drawn, above all no text, reaches over the image's edge."""
    drawn_box = figure.get_tightbbox(drawn(figure))
    width, height = figure.get_size_inches()
    slack = 0.01
    return bool(
        drawn_box.x0 > -slack
        and drawn_box.y0 > -slack
        and drawn_box.x1 < width + slack
        and drawn_box.y1 < height + slack
    )


def tile(truth: str = "rock", answer: str = "paper", side: int = 28) -> Tile:
    return Tile(np.full((side, side, 3), 90, dtype=np.uint8), truth, answer, 0.93)


def test_a_written_figure_is_a_whole_picture_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_figure(learning_curves(HISTORY), tmp_path / "deep" / "curves.png")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["curves.png"]
    assert cv2.imread(str(tmp_path / "deep" / "curves.png")).shape[1] > 900


def test_epochs_go_on_through_phases_and_what_was_measured_before_learning_lies_where_it_began() -> None:
    assert epoch_positions(HISTORY) == [0, 1, 2]
    assert epoch_positions([{"epoch": 1}, {"epoch": 2}, {"epoch": 0}, {"epoch": 1}]) == [1, 2, 2, 3]


def test_curves_show_each_series_that_was_measured_and_where_a_phase_begins() -> None:
    figure = learning_curves(HISTORY)
    loss = {line.get_label(): list(line.get_xdata()) for line in figure.axes[0].get_lines()}
    assert loss == {
        "training, as it learns": [0, 1, 2],
        "training, measured again": [1],
        "validation": [0, 1, 2],
        "phase begins": [1.5, 1.5],
    }
    assert "training, measured again" not in [line.get_label() for line in figure.axes[1].get_lines()]
    assert is_whole(figure)


class TestConfusion:
    MATRIX = np.array([[3, 1], [0, 4]])

    def test_counts_and_shares(self) -> None:
        counts = confusion_figure(self.MATRIX, ("yes", "no"), "t")
        shares = confusion_figure(self.MATRIX, ("yes", "no"), "t", as_shares=True)
        assert [text.get_text() for text in counts.axes[0].texts] == ["3", "1", "0", "4"]
        assert [text.get_text() for text in shares.axes[0].texts] == ["75", "25", "0", "100"]

    def test_a_share_that_rounds_to_nothing_is_told(self) -> None:
        figure = confusion_figure(np.array([[999, 1], [0, 4]]), ("yes", "no"), "t", as_shares=True)
        assert [text.get_text() for text in figure.axes[0].texts] == ["100", "<1", "0", "100"]

    @pytest.mark.parametrize(
        "labels", [("yes", "no"), LETTERS, tuple(f"a-rather-long-label-{n}" for n in range(12)), ("$a$", "b_{c}")]
    )
    def test_no_label_is_cut_or_runs_into_the_next(self, labels: tuple[str, ...]) -> None:
        matrix = np.diag(np.full(len(labels), 1234))
        figure = confusion_figure(matrix, labels, "sign-alphabet/final-seed2\n1234 test images: counts")
        assert is_whole(figure)
        renderer = drawn(figure)
        cells = [text.get_window_extent(renderer) for text in figure.axes[0].texts if text.get_text() == "1234"]
        assert len(cells) == len(labels)
        assert all(box.width < figure.axes[0].bbox.width / len(labels) for box in cells)
        names = [label.get_window_extent(renderer) for label in figure.axes[0].get_yticklabels()]
        assert all(not a.overlaps(b) for a, b in pairwise(names))


class TestSheets:
    def test_each_picture_says_truth_answer_and_how_sure_in_words_too(self) -> None:
        figure = image_sheet([tile(), tile("paper")], "t")
        titles = [axis.get_title(loc="left") for axis in figure.axes]
        assert titles == ["is rock\nsaid paper\n0.93, wrong", "is paper\nsaid paper\n0.93, right"]

    @pytest.mark.parametrize("count", [0, 1, 11])
    def test_a_sheet_of_any_size_has_a_place_for_each_and_cuts_nothing(self, count: int) -> None:
        figure = image_sheet([tile("long-sleeved shirt", "an even longer label")] * count, "Mistakes")
        assert sum(bool(axis.images) for axis in figure.axes) == count
        assert is_whole(figure)


class TestComparison:
    def curves(self, count: int) -> dict[str, Any]:
        return {f"camp-gestures/variant-{n}": {"val_accuracy": ([1, 2], [0.5, 0.6])} for n in range(count)}

    def test_only_measures_that_some_run_has_get_a_panel(self) -> None:
        curves = self.curves(2) | {"hands": {"held_out": ([0, 1], [0.1, 0.8])}}
        figure = comparison_curves(curves, {"val_accuracy": "A", "val_loss": "B", "held_out": "C"})
        assert [axis.get_title() for axis in figure.axes] == ["A", "C"]
        assert [len(line.get_xdata()) for line in figure.axes[1].get_lines()] == [0, 0, 2]

    def test_no_two_of_many_runs_look_alike_and_all_are_named(self) -> None:
        figure = comparison_curves(self.curves(3 * len(PALETTE)), {"val_accuracy": "A"})
        looks = [(line.get_color(), line.get_linestyle()) for line in figure.axes[0].get_lines()]
        assert len(set(looks)) == 3 * len(PALETTE)
        assert len(figure.legends[0].get_texts()) == 3 * len(PALETTE)
        assert is_whole(figure)


@pytest.mark.parametrize("suggested", [1e-3, None])
def test_the_range_test_marks_the_suggested_rate_and_leaves_the_blow_up_outside(suggested: float | None) -> None:
    rates, losses = [1e-5, 1e-4, 1e-3, 1e-2], [2.0, 1.5, 1.0, 500.0]
    figure = range_test_figure(rates, losses, losses, suggested)
    labels = [text.get_text() for text in figure.axes[0].get_legend().get_texts()]
    assert ("suggested: 1.0e-03" in labels) == (suggested is not None)
    assert figure.axes[0].get_ylim()[1] < 10
    assert is_whole(figure)
