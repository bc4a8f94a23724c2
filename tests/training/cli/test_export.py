from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.inference.library.manifest import MANIFEST_NAME, Manifest
from gesture_app.inference.library.model_store import sha256_of
from training.cli.main import main
from training.common import export as export_formats
from training.common.export import FORMATS, ExportError, model_answers, parity, sample_inputs
from training.images.recipe_file import parse_image_recipe, to_dict

LABELS = ("rock", "paper", "none")


def picture_network(outputs: int = 3, name: str = "pictures") -> Any:
    """uint8 images in, with augmentation, scaling, convolution and batch norm inside."""
    keras.utils.set_random_seed(1)
    pictures = keras.Input((16, 16, 3), dtype="uint8", name="picture")
    x = keras.layers.RandomFlip("horizontal")(pictures)
    x = keras.layers.Rescaling(1 / 127.5, offset=-1.0)(x)
    x = keras.layers.Conv2D(4, 3, strides=2, activation="relu")(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.Dropout(0.5)(keras.layers.GlobalAveragePooling2D()(x))
    return keras.Model(pictures, keras.layers.Dense(outputs)(x), name=name)


def hand_network() -> Any:
    """The two inputs of the app's models."""
    keras.utils.set_random_seed(1)
    crops = keras.Input((128, 128, 3), dtype="uint8", name="crop_rgb")
    landmarks = keras.Input((21, 3), name="landmarks")
    x = keras.layers.GlobalAveragePooling2D()(keras.layers.Rescaling(1 / 255)(crops))
    x = keras.layers.Concatenate()([x, keras.layers.Flatten()(landmarks)])
    return keras.Model({"crop_rgb": crops, "landmarks": landmarks}, keras.layers.Dense(len(DEFAULT_LABELS))(x))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hand model's folder that was exported. Module-wide: converting takes seconds."""
    folder = tmp_path_factory.mktemp("models") / "tiny"
    folder.mkdir()
    hand_network().save(folder / "model.keras")
    files = {"model.keras": sha256_of(folder / "model.keras")}
    manifest = Manifest("tiny", DEFAULT_LABELS, CropSpec(), True, files)
    (folder / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")
    assert main(["export", str(folder)]) == 0
    return folder / "export"


class TestHandModel:
    def test_both_files_the_labels_and_a_description_are_written_and_nothing_else(self, exported: Path) -> None:
        assert sorted(p.name for p in exported.iterdir()) == [
            "export.json", "labels.txt", "model.onnx", "model.tflite"
        ]  # fmt: skip
        assert (exported / "labels.txt").read_text().splitlines() == list(DEFAULT_LABELS.labels)

    def test_the_description_names_inputs_and_how_close_the_answers_are(self, exported: Path) -> None:
        told = json.loads((exported / "export.json").read_text())
        assert told["inputs"]["crop_rgb"] == {"shape": [None, 128, 128, 3], "dtype": "uint8"}
        assert told["inputs"]["landmarks"] == {"shape": [None, 21, 3], "dtype": "float32"}
        assert told["use"] == {"outputs": "logits", "temperature": 1.0, "reject_threshold": 0.0}
        assert told["files"]["model.tflite"] == sha256_of(exported / "model.tflite")
        for measured in told["parity"].values():
            assert measured["difference"] < 1e-3
            assert measured["same_answers"] == 1

    @pytest.mark.parametrize("name", list(FORMATS))
    def test_the_files_answer_for_any_number_of_hands(self, exported: Path, name: str) -> None:
        model = keras.saving.load_model(exported.parent / "model.keras")
        inputs = sample_inputs(model, count=5, seed=9)
        got = FORMATS[name].answers(exported / FORMATS[name].file_name, inputs)
        assert got == pytest.approx(model_answers(model, inputs), abs=1e-4)

    def test_a_damaged_model_is_refused(self, exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = exported.parent / "model.keras"
        whole = file.read_bytes()
        file.write_bytes(whole[:-1])
        assert main(["export", str(exported.parent)]) == 2
        file.write_bytes(whole)
        assert "damaged" in capsys.readouterr().err


class TestKerasFile:
    def test_a_network_with_augmentation_inside_is_exported_as_it_answers(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        picture_network().save(tmp_path / "mine.keras")
        assert main(["export", str(tmp_path / "mine.keras"), "--to", str(tmp_path / "out"), "--labels", *LABELS]) == 0
        assert "its answers are all the Keras model's" in " ".join(capsys.readouterr().out.split())
        assert (tmp_path / "out" / "labels.txt").read_text().split() == list(LABELS)

    def test_without_labels_it_says_so(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        picture_network(1).save(tmp_path / "mine.keras")
        assert main(["export", str(tmp_path / "mine.keras"), "--formats", "onnx"]) == 0
        assert "--labels" in capsys.readouterr().out
        assert sorted(p.name for p in (tmp_path / "export").iterdir()) == ["export.json", "model.onnx"]

    def test_labels_must_be_as_many_as_the_outputs(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        picture_network().save(tmp_path / "mine.keras")
        assert main(["export", str(tmp_path / "mine.keras"), "--labels", "a", "b"]) == 2
        assert "3 outputs" in capsys.readouterr().err
        assert not (tmp_path / "export").exists()

    @pytest.mark.parametrize(
        ("name", "told"), [("none.keras", "There is no"), (".", "holds neither"), ("text.keras", "cannot be loaded")]
    )
    def test_what_is_no_model_is_a_clear_error(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
    ) -> None:
        (tmp_path / "text.keras").write_text("no model")
        assert main(["export", str(tmp_path / name)]) == 2
        assert told in capsys.readouterr().err


class TestParity:
    def test_the_largest_difference_counts_relative_to_large_outputs(self) -> None:
        expected = np.array([[100.0, 0.0], [0.0, 50.0]])
        assert parity(expected, expected + 0.05).difference == pytest.approx(5e-4)
        assert parity(expected / 100, expected / 100 + 0.05).difference == pytest.approx(0.05)

    def test_other_answers_are_counted_also_of_a_single_output(self) -> None:
        assert parity(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[0.0, 1.0], [0.0, 1.0]])).same_answers == 0.5
        assert parity(np.array([[1.0], [-1.0]]), np.array([[0.5], [0.1]])).same_answers == 0.5

    def test_no_number_is_no_agreement(self) -> None:
        assert parity(np.array([[1.0, 0.0]]), np.array([[np.nan, 0.0]])).difference == float("inf")

    def test_a_file_that_answers_otherwise_is_not_kept_and_what_was_there_stays(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        wrong = FORMATS["onnx"]
        wrong = export_formats.Format(wrong.file_name, wrong.title, wrong.write, lambda _p, _i: np.full((32, 3), 9.0))
        monkeypatch.setattr(export_formats, "FORMATS", {**FORMATS, "onnx": wrong})
        picture_network().save(tmp_path / "mine.keras")
        (tmp_path / "export").mkdir()
        (tmp_path / "export" / "model.onnx").write_text("before")
        assert main(["export", str(tmp_path / "mine.keras"), "--formats", "onnx"]) == 2
        assert "answers otherwise" in capsys.readouterr().err
        assert [(p.name, p.read_text()) for p in (tmp_path / "export").iterdir()] == [("model.onnx", "before")]

    def test_litert_is_refused_on_another_backend(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(keras.backend, "backend", lambda: "jax")
        with pytest.raises(ExportError, match="jax backend"):
            FORMATS["litert"].write(picture_network(), tmp_path / "model.tflite")

    def test_a_model_of_no_fixed_size_is_refused(self) -> None:
        anything = keras.Input((None, None, 3), dtype="uint8")
        model = keras.Model(anything, keras.layers.GlobalAveragePooling2D()(keras.layers.Rescaling(1.0)(anything)))
        with pytest.raises(ExportError, match="fixed size"):
            sample_inputs(model)


def test_a_run_on_pictures_is_exported_with_what_a_program_needs_to_know(tmp_path: Path) -> None:
    recipe = parse_image_recipe(
        {
            "name": "colours",
            "input": {"size": 16, "fit": "pad"},
            "network": {"backbone": "none", "binary": True},
            "phases": [{}],
        }
    )
    info = {"recipe": to_dict(recipe), "variant": "plain", "labels": ["no", "yes"], "weights": "none", "state": "done"}
    (tmp_path / "run.json").write_text(json.dumps(info))
    picture_network(1).save(tmp_path / "model.keras")
    assert main(["export", str(tmp_path), "--formats", "onnx"]) == 0
    told = json.loads((tmp_path / "export" / "export.json").read_text())
    assert told["use"]["outputs"] == "one logit, of the second label"
    assert told["use"]["picture"]["fit"] == "pad"
    assert (tmp_path / "export" / "labels.txt").read_text() == "no\nyes\n"
