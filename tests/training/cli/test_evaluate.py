from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from tests.fakes.evaluation import (
    LABELS,
    LABELS_CSV_HEADER,
    MAGENTA_BGR,
    landmarks_in,
    save_image,
)
from training.cli.evaluate import add_arguments, run
from training.cli.main import main
from training.evaluation.datasets import EvaluationImage
from training.evaluation.evaluator import EvaluationSteps
from training.evaluation.replay import ImagePrediction


class TestEvaluateCommand:
    @pytest.fixture
    def model(self, tmp_path: Path) -> Path:
        folder = tmp_path / "models" / "m-1"
        folder.mkdir(parents=True)
        (folder / "model.onnx").write_bytes(b"onnx")
        manifest = {
            "schema": 1,
            "id": "m-1",
            "labels": list(LABELS.labels),
            "input": {
                "size_px": 128,
                "crop": {"turn": "upright", "scale": 1.5, "skeleton": False},
                "landmarks": True,
                "picture": True,
            },
            "files": {"model.onnx": hashlib.sha256(b"onnx").hexdigest()},
            "temperature": 1.2,
            "reject_threshold": 0.5,
            "data": {"learnt_from": {"known": {"rock": 3}}, "held_out": {"chosen-by": {"rock": 3}}},
        }
        (folder / "manifest.json").write_text(json.dumps(manifest))
        return folder

    @pytest.fixture
    def photos(self, tmp_path: Path) -> Path:
        for label in ("rock", "paper", "none"):
            for number in range(2):
                save_image(tmp_path / "photos" / "anna" / label / f"{number}.png")
        return tmp_path / "photos"

    @pytest.fixture
    def natural(self, tmp_path: Path) -> Path:
        for number in range(2):
            save_image(tmp_path / "natural" / "street" / "2024" / f"{number}.png")
        return tmp_path / "natural"

    @pytest.fixture
    def people(self, tmp_path: Path) -> Path:
        """Rendered people, without angles."""
        folder = tmp_path / "people"
        rows = ["path,label,group,kind,age_group,skin_tone"]
        for age, kind, label in (
            ("child", "gesture", "paper"),
            ("old", "gesture", "paper"),
            ("old", "natural", "none"),
        ):
            save_image(folder / f"{age}-{kind}.png")
            rows.append(f"{age}-{kind}.png,{label},p1,{kind},{age},5")
        (folder / "labels.csv").write_text("\n".join(rows))
        return folder

    @pytest.fixture
    def rendered(self, tmp_path: Path) -> Path:
        folder = tmp_path / "rendered"
        rows = [LABELS_CSV_HEADER]
        for tone in (1, 5, 10):
            save_image(folder / f"{tone}.png")
            rows.append(f"{tone}.png,rock,p1,rock_low,left,{tone},{30 * tone},3,4,1")
        (folder / "labels.csv").write_text("\n".join(rows))
        return folder

    @pytest.fixture
    def steps(self) -> EvaluationSteps:
        """The app finds a hand in every image but the first of each label, and predicts paper."""

        def fake_replay(folder: Path, _model: Path) -> list[Mapping[str, Any]]:
            p = dict.fromkeys(LABELS.labels, 0.02) | {"paper": 0.9}
            hand = {"probabilities": p, "box_xyxy_px": [10, 10, 60, 60]}
            return [
                {"file": path.relative_to(folder).as_posix(), "hands": [] if missed else [hand], "gesture": said}
                for path in sorted(folder.rglob("*.png"))
                for missed in [path.stem == "0"]
                for said in ["none" if missed else "paper"]
            ]

        def fake_landmarks(
            pictures: list[EvaluationImage], predictions: list[ImagePrediction], *_: object
        ) -> list[Any]:
            return [landmarks_in((10, 10, 60, 60)) if prediction.hand_found else None for prediction in predictions]

        times = {"median_ms": 2.0, "p95_ms": 3.0, "onnx_mb": 9.0}
        latency = {"runs": 1, "threads": 2, "model": times, "plain_mobilenet_v2": times, "ratio": 1.0}
        return EvaluationSteps(fake_replay, fake_landmarks, lambda _model: latency)

    def run(self, model: Path, runs: Path, steps: EvaluationSteps, *options: str | Path) -> int:
        parser = argparse.ArgumentParser()
        add_arguments(parser)
        return run(parser.parse_args([str(model), "--runs", str(runs), *map(str, options)]), steps)

    def test_the_report_is_whole_and_names_no_path(
        self, tmp_path: Path, model: Path, photos: Path, rendered: Path, steps: EvaluationSteps
    ) -> None:
        assert self.run(model, tmp_path / "runs", steps, "--photos", photos, "--rendered", rendered) == 0
        report = json.loads((model / "report" / "report.json").read_text())
        text = (model / "report" / "report.md").read_text()
        assert report["data_sets"]["photos"]["readers"]["model"]["gestures_right"]["count"] == 1
        assert report["data_sets"]["photos"]["mistakes"] == 4
        assert report["command"] == "python -m training evaluate m-1 --photos photos --rendered rendered"
        assert str(tmp_path) not in text + json.dumps(report)
        for name in ("confusion", "calibration", "questions", "rejection", "tones", "angles", "mistakes"):
            assert f"({name}.png)" in text
            assert cv2.imread(str(model / "report" / f"{name}.png")) is not None

    def test_both_questions_are_reported_apart_and_natural_hands_apart_from_other_poses(
        self, tmp_path: Path, model: Path, photos: Path, natural: Path, people: Path, steps: EvaluationSteps
    ) -> None:
        manifest = json.loads((model / "manifest.json").read_text())
        manifest["intent"] = {"slope": 1.0, "offset": 0.0, "thresholds": {"low": 0.99, "normal": 0.5, "high": 0.2}}
        (model / "manifest.json").write_text(json.dumps(manifest))
        options = ("--photos", photos, "--natural", natural, "--rendered", people)
        assert self.run(model, tmp_path / "runs", steps, *options) == 0
        report = json.loads((model / "report" / "report.json").read_text())
        text = (model / "report" / "report.md").read_text()
        assert report["command"].endswith("--photos photos --natural natural --rendered people")
        assert report["model"]["thresholds"] == {"low": 0.99, "normal": 0.5, "high": 0.2}
        sets = report["data_sets"]
        assert sets["photos"]["throws"]["right"]["count"] == 1
        accepted = {name: at["natural_hands"]["count"] for name, at in sets["natural"]["intent"]["at"].items()}
        assert accepted == {"low": 0, "normal": 1, "high": 1}
        assert sets["natural"]["readers"]["model"]["natural_hands_none"]["count"] == 1
        assert sets["natural"]["mistakes"] == 1
        assert {age: figures["gestures_right"]["count"] for age, figures in sets["people"]["ages"].items()} == {
            "child": 1,
            "old": 1,
        }
        assert sets["people"]["angles"] == {}
        for heading in ("Which gesture, read as a throw", "Whether a gesture is meant", "people, by age group"):
            assert f"## {heading}" in text
        assert "people, by viewing angle" not in text

    def test_nothing_is_written_elsewhere(
        self, tmp_path: Path, model: Path, photos: Path, steps: EvaluationSteps
    ) -> None:
        before = set(tmp_path.rglob("*"))
        self.run(model, tmp_path / "runs", steps, "--photos", photos)
        written = {path.relative_to(tmp_path).parts for path in set(tmp_path.rglob("*")) - before}
        assert all(parts[0] == "runs" or parts[:3] == ("models", "m-1", "report") for parts in written)

    def test_photos_are_shown_among_the_runs_only(
        self, tmp_path: Path, model: Path, photos: Path, steps: EvaluationSteps
    ) -> None:
        self.run(model, tmp_path / "runs", steps, "--photos", photos)
        sheets = {path.name: path for path in tmp_path.rglob("mistakes*.png")}
        assert sheets["mistakes.png"].parent == model / "report"
        assert sheets["mistakes-photos.png"].is_relative_to(tmp_path / "runs")
        assert not holds_photo(sheets["mistakes.png"])
        assert holds_photo(sheets["mistakes-photos.png"])

    def test_the_report_says_what_photos_were_used_for(
        self, tmp_path: Path, model: Path, photos: Path, steps: EvaluationSteps
    ) -> None:
        used = {}
        for source in ("anna", "known", "chosen-by"):
            if source != "anna":
                next(photos.iterdir()).rename(photos / source)
            self.run(model, tmp_path / "runs", steps, "--photos", photos)
            used[source] = json.loads((model / "report" / "report.json").read_text())["data_sets"]["photos"]["use"]
        assert used["anna"].startswith("judging only")
        assert used["known"] == "**learnt from: known**"
        assert used["chosen-by"] == "**used for choosing: chosen-by**"

    def test_a_model_worse_than_the_landmark_network_is_reported(
        self, tmp_path: Path, model: Path, photos: Path, steps: EvaluationSteps
    ) -> None:
        class KnowsAll:
            def predict(self, landmarks: np.ndarray) -> list[str]:
                return ["none", "paper", "rock"][: len(landmarks)]

        steps = replace(steps, landmark_network=lambda _training, _out, _console: KnowsAll())
        self.run(model, tmp_path / "runs", steps, "--photos", photos)
        assert "**does not beat** the landmark network" in (model / "report" / "report.md").read_text()

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            ([], "--photos"),
            (["--photos", "nothing"], "nothing"),
            (["--photos", "."], "no labelled images"),
            (["--rendered", "."], "labels.csv"),
            (["--photos", "photos", "--listing", "none.csv"], "none.csv"),
            (["--photos", "photos", "--recipe", "x.toml"], "x.toml"),
            (["--photos", "photos", "--train-data", "photos"], "--recipe"),
            (["--photos", "photos", "--leave-one-out"], "--recipe"),
        ],
    )
    def test_what_cannot_be_used_is_a_clear_error(
        self,
        options: list[str],
        told: str,
        model: Path,
        photos: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(photos.parent / "models" if "." in options else photos.parent)
        assert main(["evaluate", str(model), *options]) == 2
        assert told in capsys.readouterr().err
        assert not (model / "report").exists()

    def test_a_damaged_model_is_a_clear_error(
        self, model: Path, photos: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (model / "model.onnx").write_bytes(b"other")
        assert main(["evaluate", str(model), "--photos", str(photos)]) == 2
        assert "damaged" in capsys.readouterr().err


def holds_photo(path: Path) -> bool:
    return bool((cv2.imread(str(path)) == MAGENTA_BGR).all(axis=2).any())
