from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from rich.console import Console

from gesture_app.domain.frames.frame import Frame, Hand, Handedness
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from tests.fakes.hand_samples import hand_example
from training.__main__ import main
from training.cli import evaluate as evaluate_command
from training.common.errors import TrainingDataError
from training.common.metrics import Calibration
from training.evaluation import landmarks as landmarks_module
from training.evaluation.data_sets import DataSet, Picture, RenderedView, read_photos, read_rendered
from training.evaluation.end_to_end import FoundHand, Reading, ReplayError, readings_of, replay
from training.evaluation.landmarks import leading_landmarks
from training.evaluation.leave_one_out import (
    Fold,
    hands_of,
    leave_one_out,
    shortened,
    split_without,
    training_without,
)
from training.evaluation.measures import (
    MODEL,
    EvaluatedModel,
    angle_figures,
    calibration_figures,
    paired_tones,
    reader_figures,
    rejection_curve,
    tone_figures,
)
from training.hands.data.dataset import LabelledImage
from training.hands.recipe import parse_recipe

LABELS = DEFAULT_LABELS
MAGENTA_BGR = (255, 0, 255)
HEADER = "path,label,group,pose,handedness,skin_tone,azimuth_deg,elevation_deg,roll_deg,seed"


Box = tuple[float, float, float, float]


def found(label: str, p: float, box: Box = (10, 10, 60, 60)) -> FoundHand:
    probabilities = np.full(len(LABELS), (1 - p) / (len(LABELS) - 1))
    probabilities[LABELS.index(label)] = p
    return FoundHand(probabilities, box)


def picture(truth: str, *, hand: bool | None = True, view: RenderedView | None = None) -> Picture:
    return Picture(Path("x.png"), "x.png", "anna", "anna", truth, hand, view)


def judged(rows: list[tuple[Picture, str, list[FoundHand]]]) -> EvaluatedModel:
    readings = [Reading(answer, tuple(hands)) for _, answer, hands in rows]
    data = DataSet(Path("set"), tuple(shown for shown, _, _ in rows), tells_hands=True)
    return EvaluatedModel(data, readings, [None] * len(rows), {MODEL: [reading.answer for reading in readings]})


class TestMeasures:
    def test_missed_hands_are_wrong_and_empty_scenes_are_counted_apart(self) -> None:
        set_ = judged(
            [
                (picture("rock"), "rock", [found("rock", 0.9)]),
                (picture("rock"), "none", []),
                (picture("none"), "paper", [found("paper", 0.9)]),
                (picture("none"), "none", [found("none", 0.9)]),
                (picture("none", hand=False), "none", []),
            ]
        )
        figures = reader_figures(set_, MODEL, LABELS)
        assert figures["gestures_right"]["count"] == 1
        assert figures["by_label"]["rock"]["f1"] == pytest.approx(2 / 3)
        assert (figures["other_poses_none"]["count"], figures["other_poses_none"]["total"]) == (1, 2)
        assert (figures["empty_scenes_none"]["count"], figures["empty_scenes_none"]["total"]) == (1, 1)

    def test_calibration_is_over_found_hands_and_before_the_threshold(self) -> None:
        set_ = judged(
            [
                (picture("rock"), "none", [found("rock", 0.45)]),
                (picture("rock"), "none", []),
                (picture("paper"), "rock", [found("rock", 0.9)]),
            ]
        )
        figures = calibration_figures(set_, 0.5, LABELS)
        assert figures["hands"] == 2
        assert figures["ece"] == pytest.approx((0.55 + 0.9) / 2)

    def test_the_rejection_curve_falls_and_meets_the_answers_at_the_manifests_threshold(self) -> None:
        rng = np.random.default_rng(0)
        rows = []
        for _ in range(300):
            truth, said = rng.choice(LABELS.labels, 2)
            hands = [found(truth if rng.random() < 0.7 else said, rng.uniform(0.3, 1)) for _ in range(rng.integers(3))]
            rows.append((picture(str(truth)), Reading("", tuple(hands)).gesture_at(0.6, LABELS), hands))
        set_ = judged(rows)
        curve = rejection_curve(set_, LABELS)
        accepted = [point["other_poses_accepted"] for point in curve]
        assert accepted == sorted(accepted, reverse=True)
        here = next(point for point in curve if point["threshold"] == pytest.approx(0.6))
        right = reader_figures(set_, MODEL, LABELS)
        assert here["gestures_right"] == right["gestures_right"]["share"]
        assert here["other_poses_accepted"] == pytest.approx(1 - right["other_poses_none"]["share"])

    def test_a_higher_threshold_accepts_no_more_gestures_of_one_hand(self) -> None:
        rows = [(picture("rock"), "rock", [found("rock", p)]) for p in np.linspace(0.2, 1, 50)]
        shares = [point["gestures_right"] for point in rejection_curve(judged(rows), LABELS)]
        assert shares == sorted(shares, reverse=True)
        assert shares[0] == 1

    def test_the_leading_hand_is_the_largest_that_shows_a_gesture(self) -> None:
        small, large = found("rock", 0.8, (0, 0, 20, 20)), found("none", 0.9, (0, 0, 90, 90))
        reading = Reading("rock", (large, small))
        assert reading.leading_hand(0.5, LABELS) is small
        assert reading.leading_hand(0.85, LABELS) is large
        assert reading.gesture_at(0.85, LABELS) == "none"

    def test_tones_and_views_hold_every_rendered_picture_once(self) -> None:
        rng = np.random.default_rng(0)
        rows = []
        for tone in range(1, 11):
            for _ in range(6):
                view = RenderedView(tone, float(rng.uniform(-180, 400)), float(rng.uniform(-90, 90)), 30.0)
                rows.append((picture("rock", view=view), "rock" if tone < 8 else "none", [found("rock", 0.9)]))
        tones, angles = tone_figures(judged(rows), LABELS), angle_figures(judged(rows), LABELS)
        for parts in (tones["tones"], tones["groups"], *angles.values()):
            assert sum(part["pictures"] for part in parts.values()) == 60
        assert tones["groups"]["1-3"]["gestures_right"]["share"] == 1
        assert tones["groups"]["8-10"]["gestures_right"]["share"] == 0
        assert tones["paired"] is None

    def test_the_same_scene_in_all_tones_is_compared_in_pairs(self) -> None:
        rows = []
        for scene in range(10):
            for tone in (1, 2):
                right = tone == 1 or scene < 6
                view = RenderedView(tone, 0, 0, 0, scene=f"s{scene}")
                rows.append((picture("rock", view=view), "rock" if right else "none", [found("rock", 0.9)]))
        rows.append((picture("rock", view=RenderedView(1, 0, 0, 0, scene="incomplete")), "none", []))
        paired = paired_tones(judged(rows))
        assert paired is not None
        assert (paired["scenes"], paired["best_tone"], paired["worst_tone"]) == (10, 1, 2)
        assert paired["difference"] == pytest.approx(0.4)
        assert 0 < paired["low"] < 0.4 < paired["high"]


class TestDataSets:
    def test_a_listing_tells_empty_scenes_from_other_poses(self, tmp_path: Path) -> None:
        for name in ("hand", "room", "unlisted"):
            save(tmp_path / "photos" / "anna" / "none" / f"{name}.png")
        listing = tmp_path / "images.csv"
        listing.write_text("path,hand\nphotos/anna/none/hand.png,yes\nphotos/anna/none/room.png,no\n")
        pictures = {p.path.stem: p for p in read_photos(tmp_path / "photos", LABELS, listing).pictures}
        assert pictures["room"].is_empty_scene
        assert not pictures["hand"].is_empty_scene
        assert pictures["unlisted"].is_other_pose
        assert not read_photos(tmp_path / "photos", LABELS).tells_hands

    def test_columns_of_rendered_hands_are_read_by_name(self, tmp_path: Path) -> None:
        row = "a.png,rock,p1,rock_low,left,9,-100.5,3,4,1"
        (tmp_path / "labels.csv").write_text(f"scene,{HEADER}\n0007,{row}\n")
        (shown,) = read_rendered(tmp_path, LABELS).pictures
        assert shown.view == RenderedView(9, -100.5, 3.0, 4.0, "0007")
        (tmp_path / "labels.csv").write_text(f"{HEADER}\n{row}\n")
        (shown,) = read_rendered(tmp_path, LABELS).pictures
        assert shown.view is not None
        assert shown.view.scene == ""

    def test_a_label_that_the_model_does_not_know_is_refused(self, tmp_path: Path) -> None:
        save(tmp_path / "anna" / "thumbs_up" / "1.png")
        with pytest.raises(TrainingDataError, match="thumbs_up"):
            read_photos(tmp_path, LABELS)

    def test_a_table_without_skin_tones_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "labels.csv").write_text("path,label,group\na.png,rock,p1\n")
        with pytest.raises(TrainingDataError, match="cannot be used"):
            read_rendered(tmp_path, LABELS)


class TestReplay:
    def test_a_picture_without_a_record_counts_as_one_without_a_hand(self) -> None:
        set_ = DataSet(Path("x"), (picture("rock"),), tells_hands=False)
        assert readings_of(set_, [], LABELS) == [Reading()]

    def test_the_app_is_run_as_people_run_it(self, tmp_path: Path) -> None:
        from gesture_app.resources import SHIPPED_MODELS

        save(tmp_path / "anna" / "none" / "1.png")
        (model,) = [folder for folder in SHIPPED_MODELS.iterdir() if folder.is_dir()]
        (record,) = replay(tmp_path, model)
        assert (record["file"], record["hands"], record["gesture"]) == ("anna/none/1.png", [], "none")

    def test_a_failed_run_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(ReplayError, match="exit code 2"):
            replay(tmp_path / "nothing", tmp_path)


class TestLandmarks:
    @pytest.fixture
    def boxes(self, monkeypatch: pytest.MonkeyPatch) -> list[Box]:
        """The boxes of the hands that the detector finds in every picture; ``looked`` tells at which it looked."""
        found_boxes: list[Box] = [(0, 0, 50, 50), (200, 200, 250, 250)]
        self.looked: list[int] = []
        looked = self.looked

        class FakeDetector:
            def __init__(self, *args: object, **options: object) -> None: ...

            def detect(self, frame: Frame) -> list[Hand]:
                looked.append(frame.seq)
                return [Hand(points_in(box), Handedness.LEFT, 1.0) for box in found_boxes]

            def close(self) -> None: ...

        monkeypatch.setattr(landmarks_module, "open_hand_detector", FakeDetector)
        return found_boxes

    def landmarks(self, tmp_path: Path, reading: Reading) -> np.ndarray | None:
        path = save(tmp_path / "anna" / "rock" / "1.png")
        shown = [Picture(path, "1.png", "anna", "anna", "rock")]
        (points,) = leading_landmarks(shown, [reading], 0.5, LABELS, tmp_path / "cache", quiet())
        return points

    def test_they_are_those_of_the_hand_that_the_app_answered_from(self, tmp_path: Path, boxes: list[Box]) -> None:
        reading = Reading("rock", (found("none", 0.9, boxes[0]), found("rock", 0.9, boxes[1])))
        for _ in range(2):
            points = self.landmarks(tmp_path, reading)
            assert points is not None
            assert points[:, :2].min() >= 200
        assert self.looked == [0]

    def test_without_a_hand_there_are_none(self, tmp_path: Path, boxes: list[Box]) -> None:
        boxes.clear()
        assert self.landmarks(tmp_path, Reading()) is None

    def test_kept_ones_of_another_detector_are_looked_for_anew(self, tmp_path: Path, boxes: list[Box]) -> None:
        self.landmarks(tmp_path, Reading("rock", tuple(found("rock", 0.9, box) for box in boxes)))
        boxes[:] = [(70, 70, 90, 90)]
        points = self.landmarks(tmp_path, Reading("rock", (found("rock", 0.9, boxes[0]),)))
        assert points is not None
        assert points[:, :2].min() == 70
        assert self.looked == [0, 0]


class TestLeaveOneOut:
    RECIPE = parse_recipe({"name": "x", "labels": ["rock", "none"], "data": {"validation_sources": ["b", "c"]}})

    def examples(self) -> list[Any]:
        hands = [hand_example(label, s, seed=n) for n, s in enumerate("abc") for label in ("rock", "none")]
        return [*hands, hand_example("none", "only-none"), hand_example("rock", "rendered", "p1")]

    def pictures(self) -> list[LabelledImage]:
        found_ones = [LabelledImage(Path("x"), e.label, e.source, e.group) for e in self.examples()]
        return [*found_ones, LabelledImage(Path("missed"), "rock", "a", "a")]

    def test_missed_hands_count_and_a_stopped_run_goes_on_where_it_was(self, tmp_path: Path) -> None:
        trained: list[str] = []

        def train_without(source: str) -> Fold:
            trained.append(source)
            if len(trained) == 3:
                raise KeyboardInterrupt
            return Fold(np.array([[5.0, 0.0], [0.0, 5.0]], dtype=np.float32), Calibration(1.0, 0.5))

        arguments = (self.examples(), self.pictures(), self.RECIPE, train_without, tmp_path, quiet())
        with pytest.raises(KeyboardInterrupt):
            leave_one_out(*arguments)
        figures = leave_one_out(*arguments)
        assert trained == ["a", "b", "c", "c"]
        assert figures["a"]["recall"] == {"rock": 0.5, "none": 1.0}
        assert figures["a"]["no_hand"] == 1
        assert figures["b"]["macro_f1"] == 1

    def test_a_fold_learns_from_fewer_hands_in_every_phase(self) -> None:
        recipe = replace(self.RECIPE, fine_tune=replace(self.RECIPE.fine_tune, epochs=12, swa_epochs=5, soup_runs=2))
        fold = shortened(recipe, 2, 100)
        assert fold.fine_tune.soup_runs == 1
        assert (fold.fine_tune.epochs, fold.fine_tune.hands_per_epoch) == (2, 100)
        assert (fold.head.hands, fold.landmark_pretraining.hands_per_epoch) == (100, 100)

    def test_photos_with_moved_fingers_are_neither_left_in_nor_judged(self) -> None:
        moved = replace(hand_example("rock", "b", seed=9), fingers_warped=True)
        hands = [*self.examples(), moved]
        assert moved not in hands_of(hands, "b", self.RECIPE)
        assert len(hands_of(hands, "b", self.RECIPE)) == 2
        split = split_without(hands, "b", self.RECIPE)
        assert moved not in split.train + split.held_out

    def test_another_recipe_trains_anew(self, tmp_path: Path) -> None:
        trained: list[str] = []

        def train_without(source: str) -> Fold:
            trained.append(source)
            return Fold(np.zeros((2, 2), dtype=np.float32), Calibration(1.0, 0.5))

        for epochs in (1, 1, 2):
            recipe = shortened(self.RECIPE, epochs, 100)
            leave_one_out(self.examples(), self.pictures(), recipe, train_without, tmp_path, quiet())
        assert trained == ["a", "b", "c"] * 2

    def test_the_source_left_out_chooses_nothing(self) -> None:
        split = split_without(self.examples(), "b", self.RECIPE)
        assert "b" not in {example.source for example in split.train + split.held_out}
        assert {example.source for example in split.held_out} == {"c"}

    def test_a_fold_is_fitted_without_its_source_and_asked_about_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from training.hands import phases as fit
        from training.hands import validation as held_out
        from training.hands.data import batches

        fitted_on: list[set[str]] = []

        def fake_fit(split: Any, *_: object) -> fit.Fitted:
            fitted_on.append({example.source for example in split.train + split.held_out})
            return fit.Fitted(None, [])

        monkeypatch.setattr(fit, "fit", fake_fit)
        for module in (batches, held_out):
            monkeypatch.setattr(module, "exact_inputs", lambda examples, _recipe: examples)
        for module in (fit, held_out):
            monkeypatch.setattr(module, "predict", lambda _model, hands: np.zeros((len(hands), 2), dtype=np.float32))
        fold = training_without(self.examples(), self.RECIPE, None, tmp_path, quiet())("a")
        assert fitted_on == [{"b", "c", "only-none", "rendered"}]
        assert fold.logits.shape == (2, 2)


class TestCommand:
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
                save(tmp_path / "photos" / "anna" / label / f"{number}.png")
        return tmp_path / "photos"

    @pytest.fixture
    def rendered(self, tmp_path: Path) -> Path:
        folder = tmp_path / "rendered"
        rows = [HEADER]
        for tone in (1, 5, 10):
            save(folder / f"{tone}.png")
            rows.append(f"{tone}.png,rock,p1,rock_low,left,{tone},{30 * tone},3,4,1")
        (folder / "labels.csv").write_text("\n".join(rows))
        return folder

    @pytest.fixture(autouse=True)
    def fast(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The app finds a hand in every picture but the first of each label, and takes it for paper."""

        def fake_replay(folder: Path, _model: Path) -> list[Mapping[str, Any]]:
            p = dict.fromkeys(LABELS.labels, 0.02) | {"paper": 0.9}
            hand = {"probabilities": p, "box_xyxy_px": [10, 10, 60, 60]}
            return [
                {"file": path.relative_to(folder).as_posix(), "hands": [] if missed else [hand], "gesture": said}
                for path in sorted(folder.rglob("*.png"))
                for missed in [path.stem == "0"]
                for said in ["none" if missed else "paper"]
            ]

        def fake_landmarks(pictures: list[Picture], readings: list[Reading], *_: object) -> list[Any]:
            return [points_in((10, 10, 60, 60)) if reading.found else None for reading in readings]

        times = {"median_ms": 2.0, "p95_ms": 3.0, "onnx_mb": 9.0}
        latency = {"runs": 1, "threads": 2, "model": times, "plain_mobilenet_v2": times, "ratio": 1.0}
        monkeypatch.setattr(evaluate_command, "replay", fake_replay)
        monkeypatch.setattr(evaluate_command, "leading_landmarks", fake_landmarks)
        monkeypatch.setattr(evaluate_command, "latency_figures", lambda _model: latency)

    def run(self, model: Path, runs: Path, *options: str | Path) -> int:
        return main(["evaluate", str(model), "--runs", str(runs), *map(str, options)])

    def test_the_report_is_whole_and_names_no_path(
        self, tmp_path: Path, model: Path, photos: Path, rendered: Path
    ) -> None:
        assert self.run(model, tmp_path / "runs", "--photos", photos, "--rendered", rendered) == 0
        report = json.loads((model / "report" / "report.json").read_text())
        text = (model / "report" / "report.md").read_text()
        assert report["data_sets"]["photos"]["readers"]["model"]["gestures_right"]["count"] == 1
        assert report["data_sets"]["photos"]["mistakes"] == 4
        assert report["command"] == "python -m training evaluate m-1 --photos photos --rendered rendered"
        assert str(tmp_path) not in text + json.dumps(report)
        for name in ("confusion", "calibration", "rejection", "tones", "angles", "mistakes"):
            assert f"({name}.png)" in text
            assert cv2.imread(str(model / "report" / f"{name}.png")) is not None

    def test_nothing_is_written_elsewhere(self, tmp_path: Path, model: Path, photos: Path) -> None:
        before = set(tmp_path.rglob("*"))
        self.run(model, tmp_path / "runs", "--photos", photos)
        written = {path.relative_to(tmp_path).parts for path in set(tmp_path.rglob("*")) - before}
        assert all(parts[0] == "runs" or parts[:3] == ("models", "m-1", "report") for parts in written)

    def test_photos_are_shown_among_the_runs_only(self, tmp_path: Path, model: Path, photos: Path) -> None:
        self.run(model, tmp_path / "runs", "--photos", photos)
        sheets = {path.name: path for path in tmp_path.rglob("mistakes*.png")}
        assert sheets["mistakes.png"].parent == model / "report"
        assert sheets["mistakes-photos.png"].is_relative_to(tmp_path / "runs")
        assert not holds_photo(sheets["mistakes.png"])
        assert holds_photo(sheets["mistakes-photos.png"])

    def test_the_report_says_what_photos_were_used_for(self, tmp_path: Path, model: Path, photos: Path) -> None:
        used = {}
        for source in ("anna", "known", "chosen-by"):
            if source != "anna":
                next(photos.iterdir()).rename(photos / source)
            self.run(model, tmp_path / "runs", "--photos", photos)
            used[source] = json.loads((model / "report" / "report.json").read_text())["data_sets"]["photos"]["use"]
        assert used["anna"].startswith("judging only")
        assert used["known"] == "**learnt from: known**"
        assert used["chosen-by"] == "**used for choosing: chosen-by**"

    def test_a_model_that_the_landmark_network_beats_is_told_plainly(
        self, tmp_path: Path, model: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class KnowsAll:
            def answers(self, landmarks: np.ndarray) -> list[str]:
                return ["none", "paper", "rock"][: len(landmarks)]

        monkeypatch.setattr(evaluate_command, "_landmark_network", lambda _training, _out, _console: KnowsAll())
        self.run(model, tmp_path / "runs", "--photos", photos)
        assert "**does not beat** the landmark network" in (model / "report" / "report.md").read_text()

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            ([], "--photos"),
            (["--photos", "nothing"], "nothing"),
            (["--photos", "."], "no labelled pictures"),
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


def test_latency_is_measured_beside_plain_mobilenet() -> None:
    from gesture_app.inference.library.model_store import ModelStore
    from gesture_app.resources import SHIPPED_MODELS
    from training.evaluation.latency import latency_figures

    figures = latency_figures(ModelStore([SHIPPED_MODELS]).default(), runs=3)
    ours, plain = figures["model"], figures["plain_mobilenet_v2"]
    assert figures["ratio"] == pytest.approx(ours["median_ms"] / plain["median_ms"])
    assert ours["p95_ms"] >= ours["median_ms"] > 0
    assert 8 < plain["onnx_mb"] < 10


def save(path: Path) -> Path:
    """A picture of one colour that no drawing uses."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.full((80, 80, 3), MAGENTA_BGR, dtype=np.uint8))
    return path


def holds_photo(path: Path) -> bool:
    return bool((cv2.imread(str(path)) == MAGENTA_BGR).all(axis=2).any())


def points_in(box: Box) -> np.ndarray:
    """Landmarks whose tight box this is."""
    points = np.random.default_rng(0).uniform(box[:2], box[2:], (21, 2))
    points[0], points[1] = box[:2], box[2:]
    return np.column_stack([points, np.zeros(21)]).astype(np.float32)


def quiet() -> Console:
    return Console(file=io.StringIO())
