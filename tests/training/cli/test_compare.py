from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import cv2
import pytest
from rich.console import Console

from training.cli.main import main
from training.common.comparison import comparison_table, find_runs, read_summaries, seed_cells, table_cells

IMAGE_HISTORY = [
    {"phase": 1, "epoch": 1, "loss": 1.0, "accuracy": 0.5, "val_loss": 0.9, "val_accuracy": 0.6},
    {"phase": 1, "epoch": 2, "loss": 0.7, "accuracy": 0.7, "val_loss": 0.8, "val_accuracy": 0.75},
    {"phase": 2, "epoch": 1, "loss": 0.4, "accuracy": 0.9, "val_loss": 0.85, "val_accuracy": 0.8},
]
HAND_HISTORY = [
    {"phase": "head", "epoch": 0, "held_out": 0.2},
    {"phase": "head", "epoch": 1, "held_out": 0.9, "accuracy": 0.7, "loss": 0.7},
    {"phase": "fine-tune", "epoch": 0, "held_out": 0.9},
    {"phase": "fine-tune", "epoch": 1, "held_out": 0.85, "accuracy": 0.8, "loss": 0.5},
]


def image_run(folder: Path, *, seed: int = 1, accuracy: float = 0.8, **content: Any) -> Path:
    """A folder as a training on images leaves it."""
    folder.mkdir(parents=True)
    history = [*IMAGE_HISTORY[:2], {**IMAGE_HISTORY[2], "val_accuracy": accuracy}]
    (folder / "history.json").write_text(json.dumps(history))
    run = {
        "kind": "images",
        "recipe": {"name": folder.parent.name},
        "variant": folder.name.split("-seed")[0],
        "seed": seed,
        "weights": "imagenet",
        "state": "done",
        "best": {"phase": 2, "epoch": 1, "monitor": "val_loss", "value": 0.85},
        "seconds": 90.0,
    }
    (folder / "run.json").write_text(json.dumps(run | content))
    return folder


def hand_run(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "history.json").write_text(json.dumps(HAND_HISTORY))
    return folder


def measured(folder: Path, **content: Any) -> Path:
    """Adds what ``evaluate`` writes."""
    (folder / "evaluation").mkdir()
    report = {"part": "test", "same_data": True, "accuracy": 0.77}
    (folder / "evaluation" / "report.json").write_text(json.dumps(report | content))
    return folder


def rows(*folders: Path) -> list[dict[str, str]]:
    heading, *cells = table_cells(read_summaries(folders))
    return [dict(zip(heading, row, strict=True)) for row in cells]


class TestTable:
    def test_of_a_hand_training_that_kept_a_mean_of_epochs_its_score_is_told(self, tmp_path: Path) -> None:
        last = {"phase": "fine-tune", "epoch": 2, "held_out": 0.86, "held_out_of_mean": 0.88}
        folder = hand_run(tmp_path / "hands")
        (folder / "history.json").write_text(json.dumps([*HAND_HISTORY, last]))
        (row,) = rows(folder)
        assert (row["best at phase"], row["epoch"], row["validation"]) == ("fine-tune", "2", "0.8800")

    def test_a_row_tells_what_the_kept_weights_reached(self, tmp_path: Path) -> None:
        (row,) = rows(measured(image_run(tmp_path / "camp" / "relu")))
        assert row == {
            "run": "relu", "weights": "imagenet", "epochs": "3", "best at phase": "2", "epoch": "1",
            "training": "0.9000", "validation": "0.8000", "validation loss": "0.8500", "test": "0.7700",
            "minutes": "1.5",
        }  # fmt: skip

    def test_the_recorded_best_counts_also_where_another_epoch_was_more_often_right(self, tmp_path: Path) -> None:
        best = {"phase": 1, "epoch": 1, "monitor": "val_loss", "value": 0.9}
        (row,) = rows(image_run(tmp_path / "relu", best=best))
        assert (row["best at phase"], row["epoch"], row["validation"]) == ("1", "1", "0.6000")

    def test_of_hand_models_the_best_of_the_last_phase_was_kept(self, tmp_path: Path) -> None:
        (row,) = rows(hand_run(tmp_path / "rpsls"))
        assert row == {
            "run": "rpsls", "epochs": "2", "best at phase": "fine-tune", "epoch": "0", "validation": "0.9000"
        }  # fmt: skip

    @pytest.mark.parametrize("other", [{"part": "validation"}, {"same_data": False}])
    def test_figures_of_other_data_are_no_test_figures(self, tmp_path: Path, other: dict[str, Any]) -> None:
        (row,) = rows(measured(image_run(tmp_path / "relu"), **other))
        assert "test" not in row

    def test_runs_that_are_not_done_say_so(self, tmp_path: Path) -> None:
        first, second = rows(image_run(tmp_path / "a"), image_run(tmp_path / "b", state="stopped"))
        assert (first["state"], second["state"]) == ("", "stopped")

    def test_seeds_of_one_variant_are_averaged(self, tmp_path: Path) -> None:
        folders = [
            image_run(tmp_path / "camp" / "relu", accuracy=0.8),
            image_run(tmp_path / "camp" / "relu-seed2", seed=2, accuracy=0.9),
            image_run(tmp_path / "camp" / "sigmoid"),
        ]
        _, *cells = seed_cells(read_summaries(folders))
        assert cells == [["camp/relu", "2", "0.8500 ± 0.0707", ""], ["camp/sigmoid", "1", "0.8000", ""]]
        assert seed_cells(read_summaries(folders[1:])) == []


class TestTerminal:
    def shown(self, *folders: Path) -> list[str]:
        console = Console(file=io.StringIO(), width=80)
        console.print(comparison_table(read_summaries(folders)))
        return console.file.getvalue().splitlines()  # type: ignore[attr-defined]

    def test_a_row_fits_a_narrow_terminal_also_with_long_names(self, tmp_path: Path) -> None:
        file = f"mobilenet_v2_1.0_imagenet_no_top.weights.h5, sha256 {'0' * 64}"
        folder = measured(image_run(tmp_path / "feature-extraction" / "five-gestures-all-seed2", weights=file))
        lines = self.shown(folder, hand_run(tmp_path / "b"))
        assert lines[0].rstrip() == (
            "Began with the weights mobilenet_v2_1.0_imagenet_no_top.weights.h5:"
        )  # and the run's name on the next line
        heading = next(number for number, line in enumerate(lines) if line.startswith("run"))
        assert lines[heading].split() == [
            "run", "epochs", "phase:epoch", "train", "val", "val", "loss", "test", "min"
        ]  # fmt: skip
        assert lines[heading + 1].split() == [
            "feature-extraction/f", "3", "2:1", "0.9000", "0.8000", "0.8500", "0.7700", "1.5"
        ]  # fmt: skip
        assert any("fine-tune:0" in line for line in lines)

    def test_what_all_began_with_is_told_once(self, tmp_path: Path) -> None:
        lines = self.shown(image_run(tmp_path / "camp" / "[v1]"), image_run(tmp_path / "camp" / "b"))
        assert lines[0].rstrip() == "All began with the weights imagenet."
        assert lines[2].startswith("[v1] ")
        assert sum("imagenet" in line for line in lines) == 1


class TestNames:
    def test_names_are_as_long_as_needed_to_tell_runs_apart(self, tmp_path: Path) -> None:
        folders = [image_run(tmp_path / one / "camp" / "relu") for one in ("a", "b")]
        assert [s.name for s in read_summaries(folders)] == ["a/camp/relu", "b/camp/relu"]
        assert [s.name for s in read_summaries(folders[:1])] == ["relu"]

    def test_runs_from_different_folders_name_those(self, tmp_path: Path) -> None:
        folders = [image_run(tmp_path / "camp" / "relu"), image_run(tmp_path / "sign" / "final")]
        assert [s.name for s in read_summaries(folders)] == ["camp/relu", "sign/final"]

    def test_a_folder_above_stands_for_the_runs_in_it_and_none_counts_twice(self, tmp_path: Path) -> None:
        relu, final = image_run(tmp_path / "camp" / "relu"), image_run(tmp_path / "camp" / "final")
        (tmp_path / "camp" / "just-begun").mkdir()
        (tmp_path / "camp" / "just-begun" / "history.json").write_text("[]")
        assert find_runs([tmp_path / "camp", relu]) == [final, relu]


class TestCommand:
    def test_it_prints_and_writes_the_table_and_draws_the_curves(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        image_run(tmp_path / "camp" / "relu|1")
        hand_run(tmp_path / "rpsls")
        out = tmp_path / "out"
        assert main(["compare", str(tmp_path / "camp"), str(tmp_path / "rpsls"), "--out", str(out)]) == 0
        told = capsys.readouterr().out
        assert "camp/relu|1" in told
        assert "0.9000" in told
        assert r"| camp/relu\|1 | imagenet | 3 |" in (out / "comparison.md").read_text()
        with (out / "comparison.csv").open() as stream:
            assert [row["run"].split("/")[-1] for row in csv.DictReader(stream)] == ["relu|1", "rpsls"]
        assert cv2.imread(str(out / "comparison.png")) is not None

    @pytest.mark.parametrize(
        ("name", "content", "told"),
        [
            ("other.json", "[]", "holds no history.json"),
            ("history.json", "[]", "holds no epochs"),
            ("history.json", "[{", "is not JSON"),
            ("history.json", "{}", "not what a run writes"),
            ("history.json", '[{"loss": 1}]', "holds no epochs"),
        ],
    )
    def test_what_is_no_run_is_a_clear_error(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, told: str
    ) -> None:
        folder = tmp_path / "run"
        folder.mkdir()
        (folder / name).write_text(content)
        assert main(["compare", str(folder), "--out", str(tmp_path / "out")]) == 2
        assert told in capsys.readouterr().err
        assert not (tmp_path / "out").exists()
