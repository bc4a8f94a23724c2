"""The command of the retraining process, the clean-up after it, and the memory of the user's samples."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import pytest

import gesture_app.__main__ as program
from gesture_app.composition import (
    RETRAIN_MODULE,
    build_processor,
    clear_unfinished_model,
    load_model,
    memory_of_samples,
    retrain_command,
    sample_store,
    user_folders,
)
from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.models.device import Device
from gesture_app.domain.ports import DetectionMode
from gesture_app.domain.samples.sample import Sample
from gesture_app.errors import MissingDependencyError, ModelError
from gesture_app.vision import detectors
from gesture_app.vision.detectors import DEFAULT_DETECTOR
from tests.fakes.onnx_models import write_colour_model
from tests.fakes.pipeline import FakeDetector
from tests.fakes.sample_hands import a_hand, a_sample
from training.cli.retrain import add_arguments


@pytest.fixture
def everything_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gesture_app.composition.missing_for_training", tuple)


@pytest.mark.usefixtures("everything_installed")
def test_the_process_accepts_its_arguments(tmp_path: Path) -> None:
    executable, arguments, folder = retrain_command(tmp_path / "base", Turn.AS_SEEN)

    assert (executable, arguments[:2]) == (sys.executable, ("-m", RETRAIN_MODULE))
    assert folder.joinpath(*RETRAIN_MODULE.split(".")).with_suffix(".py").is_file()
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    args = parser.parse_args(list(arguments[2:]))
    assert args.model == tmp_path / "base"
    assert args.models_root == user_folders()["data"] / "models"
    assert args.samples.parent == user_folders()["data"]
    assert args.stop_with_stdin
    assert args.turn == "as_seen"
    assert "--turn" not in retrain_command(tmp_path / "base")[1]


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("gesture_app.composition.missing_for_training", lambda: ("TensorFlow", "Keras"))
    with pytest.raises(MissingDependencyError, match="needs TensorFlow, Keras, which are not installed") as raised:
        retrain_command(tmp_path)
    assert "Train page, or with this command" in raised.value.hint


def test_only_unfinished_models_of_that_process_are_removed() -> None:
    root = user_folders()["data"] / "models"
    for name in (".making-41-new", ".making-412-new", ".making-import-x", "mine"):
        (root / name).mkdir(parents=True)
        (root / name / "model.onnx").write_bytes(b"x")

    clear_unfinished_model(41)
    clear_unfinished_model(0)

    assert sorted(path.name for path in root.iterdir()) == [".making-412-new", ".making-import-x", "mine"]


def test_a_frozen_program_is_its_own_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "told_module.py").write_text("import sys\nprint(__name__, sys.argv[1:])\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", sys.argv)

    assert program.main(["-m", "told_module", "--samples", "x"]) == 0

    assert capsys.readouterr().out == "__main__ ['--samples', 'x']\n"


def record(colour_bgr: tuple[int, int, int], label: str) -> None:
    sample = a_sample(label)
    region_bgr = np.full_like(sample.region_bgr, colour_bgr)
    sample_store().add(Sample(sample.info, region_bgr))


def test_the_users_samples_adjust_the_predictions_of_a_model_near_them(tmp_path: Path) -> None:
    folder = write_colour_model(tmp_path / "colours").folder
    record((200, 20, 20), "spock")
    progress = memory_of_samples(model_dir=folder)
    memory = progress.loaded
    assert memory is not None
    assert progress.decision is not None
    model = load_model(device=Device.CPU, model_dir=folder)
    assert model.seal == memory.seal
    blue, red = (
        model.cropper(Frame(np.full((120, 132, 3), colour, np.uint8), 0, 0.0, 0.0), a_hand())
        for colour in ((210, 25, 15), (20, 20, 200))
    )
    assert [one.gesture for one in model.classifier.classify([blue, red], memory.memory)] == ["spock", "rock"]
    assert [one.gesture for one in model.classifier.classify([blue, red])] == ["rock", "rock"]
    assert [path.suffix for path in (user_folders()["data"] / "features").iterdir()] == [".npz"]


def test_without_samples_there_is_no_memory(tmp_path: Path) -> None:
    progress = memory_of_samples(model_dir=write_colour_model(tmp_path / "colours").folder)
    assert (progress.loaded, progress.decision) == (None, None)


def test_a_model_without_features_cannot_have_a_memory(tmp_path: Path) -> None:
    folder = write_colour_model(tmp_path / "colours", gives_features=False).folder
    with pytest.raises(ModelError, match="made by an earlier version and cannot use samples at once"):
        memory_of_samples(model_dir=folder)


@pytest.mark.parametrize(("chosen", "opened"), [(None, DEFAULT_DETECTOR), ("onnx", "onnx")])
def test_a_processor_has_the_chosen_hand_detector(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str | None, opened: str
) -> None:
    names: list[str] = []

    def open_detector(mode: DetectionMode, max_hands: int, *, detector: str) -> FakeDetector:
        names.append(detector)
        return FakeDetector([])

    monkeypatch.setattr(detectors, "open_hand_detector", open_detector)
    folder = write_colour_model(tmp_path / "colours").folder
    build_processor(device=Device.CPU, model_dir=folder, detector=chosen).close()
    assert names == [opened]
