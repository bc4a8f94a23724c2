"""ONNX files whose numbers lie in other files are refused before ONNX Runtime reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gesture_app.errors import ClassifierError, ModelError
from gesture_app.inference.classifiers.onnx_classifier import OnnxClassifier
from gesture_app.inference.library.manifest import ONNX_NAME
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.inference.library.onnx_files import check_onnx_content, check_onnx_file
from gesture_app.resources import SHIPPED_MODELS
from tests.fakes.models import Library, retrained, shipped, write_model


def external(location: str) -> Any:
    """A tensor in another file."""
    from onnx import TensorProto

    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[4], data_location=TensorProto.EXTERNAL)
    for key, value in {"location": location, "offset": "0", "length": "16"}.items():
        tensor.external_data.add(key=key, value=value)
    return tensor


def model_with(place: str, location: str) -> bytes:
    """A model with such a tensor at one of the places where a tensor can be."""
    from onnx import TensorProto, helper

    tensor = external(location)
    nodes = [helper.make_node("Add", ["x", "w"], ["y"])]
    initializers, sparse, functions, training = [], [], [], []
    branch = helper.make_graph([helper.make_node("Constant", [], ["w"], value=tensor)], "inner", [], [])
    if place == "initializer":
        initializers.append(tensor)
    elif place == "constant":
        nodes.insert(0, helper.make_node("Constant", [], ["w"], value=tensor))
    elif place == "branch":
        nodes.insert(0, helper.make_node("If", ["x"], ["w"], then_branch=branch, else_branch=branch))
    elif place == "sparse":
        indices = helper.make_tensor("i", TensorProto.INT64, [4], [0, 1, 2, 3])
        sparse.append(helper.make_sparse_tensor(tensor, indices, [4]))
    elif place == "function":
        opset = [helper.make_opsetid("", 18)]
        functions.append(helper.make_function("own", "f", [], ["w"], list(branch.node), opset))
    elif place == "training":
        training.append(helper.make_training_info(branch, [], None, None))
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [4]) for name in "xy"]
    graph = helper.make_graph(nodes, "g", ends[:1], ends[1:], initializers, sparse_initializer=sparse)
    model = helper.make_model(graph, functions=functions, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
    model.training_info.extend(training)
    content: bytes = model.SerializeToString()
    return content


PLACES = ("initializer", "constant", "branch", "sparse", "function", "training")


@pytest.mark.parametrize("place", PLACES)
def test_a_tensor_in_another_file_is_found_wherever_it_is(place: str) -> None:
    with pytest.raises(ValueError, match="in another file"):
        check_onnx_content(model_with(place, "../secret"))


@pytest.mark.parametrize("file", sorted(SHIPPED_MODELS.rglob("*.onnx")), ids=lambda file: file.name)
def test_the_shipped_models_are_whole(file: Path) -> None:
    check_onnx_file(file)


def test_a_model_of_the_library_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(np.ones(4, np.float32).tobytes())
    for location in ("../secret", str(tmp_path / "secret"), "beside"):
        files = {ONNX_NAME: model_with("initializer", location), "beside": np.ones(4, np.float32).tobytes()}
        model = write_model(tmp_path / "model", files)
        with pytest.raises(ClassifierError, match="in another file"):
            OnnxClassifier(model)


def test_an_archive_with_such_a_model_is_not_imported(tmp_path: Path) -> None:
    there = tmp_path / "there"
    shipped(there)
    model = retrained(there, "new")
    (model / ONNX_NAME).write_bytes(model_with("constant", "../../secret"))
    write_model(model)
    Library(there).export("new", tmp_path / "new.zip")

    library = FolderModelLibrary(tmp_path / "shipped", tmp_path / "own")
    with pytest.raises(ModelError, match="in another file"):
        library.import_archive(tmp_path / "new.zip")
    assert list((tmp_path / "own").iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"\xff" * 40,  # a number without an end
        b"\x3a\x7f",  # a graph that is longer than the file
        b"\x3f",  # a wire type that does not exist
        b"\x3a\xff\xff\xff\xff\xff\xff\xff\xff\x7f",  # longer than any file
    ],
)
def test_what_is_no_message_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"ONNX|cut short"):
        check_onnx_content(content)


def test_graphs_in_graphs_without_an_end_are_refused() -> None:
    content = b""
    for _ in range(200):  # graph -> node -> attribute -> graph
        for field in (6, 5, 1):
            content = bytes([field << 3 | 2]) + varint(len(content)) + content
    with pytest.raises(ValueError, match="deeply"):
        check_onnx_content(b"\x3a" + varint(len(content)) + content)


def varint(value: int) -> bytes:
    parts = []
    while value >= 0x80:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*parts, value])
