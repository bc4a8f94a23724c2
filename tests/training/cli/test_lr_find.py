from __future__ import annotations

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from tests.fakes.hand_samples import hand_sample
from training.cli import lr_find as lr_find_command
from training.cli.main import main

IMAGE_RECIPE = """
kind = "images"
name = "colours"
[input]
size = 8
[network]
backbone = "none"
units = [4]
[[phases]]
epochs = 1
batch_size = 4
[[phases]]
learn = "all"
batch_size = 8
[variants.plain]
[variants.softmax]
network = { outputs = "softmax" }
"""
HAND_RECIPE = """
name = "tiny"
[input]
image = false
[model]
landmark_units = [8]
[fine_tune]
batch_size = 4
[data]
validation_sources = ["held"]
rendered_share = 0.0
"""
OPTIONS = ("--weights", "none", "--from", "1e-5", "--to", "10", "--steps", "20")


def coloured_pictures(folder: Path, count: int = 12) -> Path:
    """Red and green images with noise, a folder for each."""
    rng = np.random.default_rng(0)
    for label, bgr in (("green", (0, 200, 0)), ("red", (0, 0, 200))):
        (folder / label).mkdir(parents=True)
        for n in range(count):
            noisy = np.clip(rng.normal(bgr, 20, (8, 8, 3)), 0, 255).astype(np.uint8)
            cv2.imwrite(str(folder / label / f"{n}.png"), noisy)
    return folder


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    file = tmp_path / "colours.toml"
    file.write_text(IMAGE_RECIPE)
    return file


def curve(file: Path) -> list[dict[str, str]]:
    with file.open() as stream:
        return list(csv.DictReader(stream))


class TestPictures:
    def test_it_writes_the_curve_suggests_a_rate_and_keeps_no_weights(
        self, tmp_path: Path, recipe: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        data, runs = coloured_pictures(tmp_path / "data"), tmp_path / "runs"
        assert main(["lr-find", str(recipe), "--data", str(data), "--runs", str(runs), *OPTIONS]) == 0
        assert "learning rate" in capsys.readouterr().out
        folder = runs / "colours" / "lr-find"
        assert sorted(p.name for p in folder.iterdir()) == ["plain-phase1.csv", "plain-phase1.png"]
        rows = curve(folder / "plain-phase1.csv")
        assert float(rows[0]["learning_rate"]) == pytest.approx(1e-5)
        assert 2 < len(rows) <= 20
        assert cv2.imread(str(folder / "plain-phase1.png")) is not None
        assert not list(runs.rglob("*.h5")) + list(runs.rglob("*.keras"))

    def test_variant_and_phase_are_chosen(self, tmp_path: Path, recipe: Path) -> None:
        data, out = coloured_pictures(tmp_path / "data"), tmp_path / "out"
        options = ["--runs", str(tmp_path / "runs"), "--variant", "softmax", "--phase", "2", "--out", str(out)]
        assert main(["lr-find", str(recipe), "--data", str(data), *OPTIONS, *options]) == 0
        assert sorted(p.name for p in out.iterdir()) == ["softmax-phase2.csv", "softmax-phase2.png"]

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--variant", "none"], "no variant none"),
            (["--phase", "3"], "no phase 3"),
            (["--phase", "0"], "no phase 0"),
            (["--from", "1", "--to", "0.1"], "from 1 to 0.1"),
            (["--steps", "3"], "3 steps"),
            (["--data", "elsewhere"], "one folder"),
            (["--start", "no-run"], "no-run"),
        ],
    )
    def test_what_cannot_be_tested_is_a_clear_error(
        self, tmp_path: Path, recipe: Path, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        data, runs = coloured_pictures(tmp_path / "data", 4), tmp_path / "runs"
        common = ["--data", str(data), "--runs", str(runs), *OPTIONS]
        assert main(["lr-find", str(recipe), *common, *options]) == 2
        assert told in capsys.readouterr().err
        assert not (runs / "colours").exists()


class TestHands:
    @pytest.fixture
    def hand_recipe(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        examples = [
            hand_sample(label, source=source, seed=number)
            for source in ("photos", "held")
            for number, label in enumerate(DEFAULT_LABELS.labels)
        ]
        monkeypatch.setattr(lr_find_command, "data_folders", lambda *_: [])
        monkeypatch.setattr(lr_find_command, "read_samples", lambda *_: examples)
        file = tmp_path / "tiny.toml"
        file.write_text(HAND_RECIPE)
        return file

    def test_a_hand_recipe_is_tested_too(self, tmp_path: Path, hand_recipe: Path) -> None:
        assert main(["lr-find", str(hand_recipe), "--runs", str(tmp_path), *OPTIONS, "--phase", "2"]) == 0
        assert len(curve(tmp_path / "tiny" / "lr-find" / "hands-phase2.csv")) > 2

    @pytest.mark.parametrize(
        ("options", "told"), [(["--variant", "x"], "--variant is for"), (["--phase", "3"], "1 is the head")]
    )
    def test_options_that_mean_nothing_for_hands_are_refused(
        self, hand_recipe: Path, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["lr-find", str(hand_recipe), *OPTIONS, *options]) == 2
        assert told in capsys.readouterr().err
