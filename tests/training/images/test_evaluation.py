from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import keras
import numpy as np
import pytest
from rich.console import Console

from training.cli.main import main
from training.images.data import read_dataset
from training.images.evaluation import evaluate_run
from training.images.evaluation_text import report_text, use_sentence
from training.images.recipe_file import parse_image_recipe, to_dict

LABELS = ("blue", "green", "red")
BGR = {"blue": (220, 10, 10), "green": (10, 220, 10), "red": (10, 10, 220)}
RECIPE = {
    "name": "colours",
    "seed": 3,
    "data": {"validation_share": 0.25},
    "input": {"size": 8},
    "network": {"backbone": "none", "units": []},
    "phases": [{"epochs": 1}],
}


def pictures(folder: Path, label: str, shown: Sequence[str]) -> None:
    """Pictures of one class, each with the colour of a label."""
    (folder / label).mkdir(parents=True)
    rng = np.random.default_rng(len(label))
    for n, colour in enumerate(shown):
        noisy = np.clip(rng.normal(BGR[colour], 5, (8, 8, 3)), 0, 255).astype(np.uint8)
        cv2.imwrite(str(folder / label / f"{label}-{n}.png"), noisy)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Train and test folders; two of the twelve test images have another class's colour."""
    folder = tmp_path / "colours-data"
    for label in LABELS:
        pictures(folder / "train", label, [label] * 8)
        pictures(folder / "test", label, [label] * 4 if label != "red" else ["red", "red", "green", "green"])
    return folder


def colour_network() -> Any:
    """Logits that grow with the mean of the label's channel; it needs no training."""
    pixels = keras.Input((8, 8, 3), dtype="uint8")
    mean_rgb = keras.layers.GlobalAveragePooling2D()(keras.layers.Rescaling(1 / 50)(pixels))
    last = keras.layers.Dense(3, use_bias=False)
    model = keras.Model(pixels, last(mean_rgb))
    last.set_weights([np.eye(3, dtype=np.float32)[::-1]])
    return model


@pytest.fixture
def run(tmp_path: Path, data: Path) -> Path:
    """A run's folder as training leaves it."""
    folder = tmp_path / "runs" / "colours" / "plain"
    folder.mkdir(parents=True)
    recipe = parse_image_recipe(RECIPE)
    division = read_dataset(data, recipe, Console(file=io.StringIO()))
    content = {
        "kind": "images",
        "recipe": to_dict(recipe),
        "variant": "plain",
        "labels": list(LABELS),
        "seed": 3,
        "weights": "none",
        "state": "done",
        "data": {"fingerprint": division.fingerprint, "counts": division.counts(), "skipped": 0, "folder": data.name},
        "best": {"phase": 1, "epoch": 1, "monitor": "val_loss", "value": 0.5},
        "seconds": 1.5,
    }
    (folder / "run.json").write_text(json.dumps(content))
    (folder / "history.json").write_text(json.dumps([{"phase": 1, "epoch": 1, "val_accuracy": 0.9, "val_loss": 0.5}]))
    colour_network().save(folder / "model.keras")
    return folder


def rows(file: Path) -> list[list[str]]:
    with file.open() as stream:
        return list(csv.reader(stream))


class TestReport:
    def test_the_test_part_is_judged_and_everything_is_written(
        self, run: Path, data: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["evaluate", str(run), "--data", str(data)]) == 0
        told = capsys.readouterr().out
        assert "10 of 12 images, 83.3 %" in told
        assert "red for green (2)" in told
        folder = run / "evaluation"
        assert sorted(p.name for p in folder.iterdir()) == [
            "confusion-counts.csv", "confusion-counts.png", "confusion-shares.csv", "confusion-shares.png",
            "mistakes.png", "predictions.png", "report.json", "report.md",
        ]  # fmt: skip
        for picture in folder.glob("*.png"):
            assert cv2.imread(str(picture)) is not None

    def test_its_numbers(self, run: Path, data: Path) -> None:
        report = evaluate_run(run, data, Console(file=io.StringIO()))
        assert report == json.loads((run / "evaluation" / "report.json").read_text())
        assert (report["run"], report["part"], report["same_data"]) == ("colours/plain", "test", True)
        assert report["by_label"]["red"]["recall"] == pytest.approx(0.5)
        assert report["by_label"]["green"]["precision"] == pytest.approx(4 / 6)
        assert {m["picture"] for m in report["surest_mistakes"]} == {"red/red-2.png", "red/red-3.png"}
        assert {(m["shown"], m["answered"]) for m in report["surest_mistakes"]} == {("red", "green")}
        assert str(data.parent) not in (run / "evaluation" / "report.json").read_text()

    def test_the_matrices_are_shown_by_answered(self, run: Path, data: Path) -> None:
        evaluate_run(run, data, Console(file=io.StringIO()))
        counts, shares = (rows(run / "evaluation" / f"confusion-{kind}.csv") for kind in ("counts", "shares"))
        assert counts == [
            ["shown \\ answered", *LABELS], ["blue", "4", "0", "0"], ["green", "0", "4", "0"], ["red", "0", "2", "2"]
        ]  # fmt: skip
        assert shares[3] == ["red", "0.0", "0.5", "0.5"]

    def test_the_same_pictures_are_drawn_again(self, run: Path, data: Path) -> None:
        digests = []
        for _ in range(2):
            evaluate_run(run, data, Console(file=io.StringIO()))
            digests.append(hashlib.sha256((run / "evaluation" / "predictions.png").read_bytes()).hexdigest())
        assert digests[0] == digests[1]

    def test_another_part_goes_into_a_folder_of_its_own_and_says_that_it_flatters(self, run: Path, data: Path) -> None:
        evaluate_run(run, data, Console(file=io.StringIO()))
        report = evaluate_run(run, data, Console(file=io.StringIO()), "validation")
        assert report["pictures"] == 6
        assert "flatter" in (run / "evaluation" / "validation" / "report.md").read_text()
        assert json.loads((run / "evaluation" / "report.json").read_text())["part"] == "test"

    def test_all_of_it_is_every_picture(self, run: Path, data: Path) -> None:
        assert evaluate_run(run, data, Console(file=io.StringIO()), "all")["pictures"] == 36


class TestOtherData:
    def test_labels_keep_their_places_where_some_are_missing_and_others_are_new(
        self, tmp_path: Path, run: Path
    ) -> None:
        other = tmp_path / "other"
        for label, colour in (("green", "green"), ("red", "red"), ("yellow", "green")):
            pictures(other, label, [colour] * 5)
        report = evaluate_run(run, other, Console(file=io.StringIO()), "all")
        assert (report["right"], report["pictures"]) == (10, 10)
        assert report["labels"] == list(LABELS)
        assert not report["same_data"]
        assert "other data" in use_sentence(report)

    def test_data_of_other_classes_is_a_clear_error(
        self, tmp_path: Path, run: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for label in ("Red", "yellow"):
            pictures(tmp_path / "other", label, ["red"] * 5)
        assert main(["evaluate", str(run), "--data", str(tmp_path / "other")]) == 2
        assert "It knows blue, green, red." in capsys.readouterr().err

    def test_data_without_a_test_part_says_what_to_do(
        self, tmp_path: Path, run: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for label in LABELS:
            pictures(tmp_path / "other", label, [label] * 5)
        assert main(["evaluate", str(run), "--data", str(tmp_path / "other")]) == 2
        told = capsys.readouterr().err
        assert "has no test part" in told
        assert "--split" in told
        assert not (run / "evaluation").exists()


class TestOptions:
    @pytest.mark.parametrize(
        ("options", "told"),
        [
            ([], "nothing to judge the run by"),
            (["--data", "x", "--photos", "y", "--leave-one-out"], "--photos, --leave-one-out"),
            (["--data", "nowhere"], "There is no nowhere"),
        ],
    )
    def test_what_cannot_be_judged_is_a_clear_error(
        self, run: Path, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["evaluate", str(run), *options]) == 2
        assert told in capsys.readouterr().err

    def test_options_of_runs_are_refused_for_a_hand_model(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["evaluate", str(tmp_path), "--data", "x"]) == 2
        assert "--data and --split are for runs" in capsys.readouterr().err


def test_the_text_tells_groups_skipped_files_and_a_clean_sheet() -> None:
    report = {
        "run": "a/b", "part": "test", "same_data": True, "data": {"name": "d", "skipped": 2}, "weights": "none",
        "pictures": 4, "right": 4, "accuracy": 1.0, "accuracy_interval": [0.51, 1.0], "macro_f1": 1.0, "loss": 0.1,
        "calibration_error": 0.02, "confused": [], "by_group": {"anna": {"pictures": 2, "accuracy": 1.0}},
    }  # fmt: skip
    text = report_text(report, "TABLE")
    for told in (
        "left out, in all parts: 2",
        "No image was answered wrongly",
        "anna 100.0 % of 2",
        "TABLE",
        "51.0 %",
    ):
        assert told in text
    assert "predictions.png" not in report_text(report, "TABLE", figures=False)
