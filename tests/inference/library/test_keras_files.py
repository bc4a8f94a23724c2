from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from gesture_app.errors import ModelError
from gesture_app.inference.library.keras_files import check_keras_file
from gesture_app.inference.library.manifest import KERAS_NAME, ONNX_NAME
from gesture_app.inference.library.model_archive import unpack_model
from gesture_app.resources import SHIPPED_MODELS
from tests.fakes.models import write_model

HOSTILE = {
    "lambda layer": {"module": "keras.layers", "class_name": "Lambda", "config": {"function": "4wEAAAAA"}},
    "lambda": {"class_name": "__lambda__", "config": {"value": "4wEAAAAA"}},
    "any function": {"module": "os", "class_name": "function", "config": "system"},
    "foreign class": {"module": "subprocess", "class_name": "Popen", "config": {"args": ["id"]}},
    "function of Keras": {"module": "keras.utils", "class_name": "get_file", "config": {}},
    "alike": {"module": "keras_evil.layers", "class_name": "Dense", "config": {}},
}


def keras_file(path: Path, layer: object) -> Path:
    config = {"module": "keras", "class_name": "Functional", "config": {"layers": [{"inner": [layer]}]}}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", json.dumps(config))
    return path


@pytest.mark.parametrize("layer", HOSTILE.values(), ids=HOSTILE)
def test_a_model_that_names_code_is_not_imported(layer: object, tmp_path: Path) -> None:
    content = keras_file(tmp_path / "model.keras", layer).read_bytes()
    model = write_model(tmp_path / "evil", {ONNX_NAME: b"the network", KERAS_NAME: content})
    (tmp_path / "unpacked").mkdir()
    with pytest.raises(ModelError, match="it names code"):
        unpack_model(model.folder, tmp_path / "unpacked")


def test_layers_are_no_code(tmp_path: Path) -> None:
    check_keras_file(keras_file(tmp_path / "a.keras", {"module": "keras.layers", "class_name": "Dense", "config": {}}))


@pytest.mark.parametrize("path", sorted(SHIPPED_MODELS.glob("*/*.keras")), ids=lambda path: path.parent.name)
def test_a_shipped_model_names_none(path: Path) -> None:
    check_keras_file(path)


def test_a_file_without_layers_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.keras", "w") as archive:
        archive.writestr("model.weights.h5", b"x")
    with pytest.raises(ModelError, match=r"no config\.json"):
        check_keras_file(tmp_path / "a.keras")
