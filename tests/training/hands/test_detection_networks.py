from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from gesture_app.inference.library.model_store import sha256_of
from gesture_app.onnx_runtime import open_session
from gesture_app.resources import SHIPPED_MODELS
from tests.fakes.detectors import needs_mediapipe
from training.cli.main import main
from training.hands import detection_networks, onnx_graph
from training.hands.detection_networks import (
    NETWORKS,
    NETWORKS_MANIFEST_NAME,
    PARITY_TOLERANCE,
    Network,
    NetworkConversionError,
    convert,
    largest_difference,
    mediapipe_folder,
)

pytestmark = needs_mediapipe

SHIPPED = SHIPPED_MODELS / "hands"
_, LANDMARKS = NETWORKS


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.file_name)
def test_the_shipped_networks_give_the_outputs_of_those_in_the_wheel(network: Network) -> None:
    tflite = mediapipe_folder() / network.source
    assert largest_difference(network, tflite, SHIPPED / network.file_name, seed=1) <= PARITY_TOLERANCE


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.file_name)
def test_the_manifest_names_the_shipped_files_and_what_they_were_made_from(network: Network) -> None:
    manifest = json.loads((SHIPPED / NETWORKS_MANIFEST_NAME).read_text(encoding="utf-8"))
    entry = manifest["files"][network.file_name]
    assert entry["sha256"] == sha256_of(SHIPPED / network.file_name)
    assert entry["made_from_sha256"] == sha256_of(mediapipe_folder() / network.source)
    assert "Apache-2.0" in manifest["licence"]


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.file_name)
def test_a_batch_gives_the_outputs_of_single_images(network: Network) -> None:
    session = open_session(SHIPPED / network.file_name)
    size = session.get_inputs()[0].shape[1]
    images = np.random.default_rng(0).integers(0, 256, (3, size, size, 3), dtype=np.uint8)
    together = session.run(None, {"images": images})
    for index in range(len(images)):
        alone = session.run(None, {"images": images[index : index + 1]})
        for one, all_ in zip(alone, together, strict=True):
            np.testing.assert_allclose(all_[index], one[0], rtol=1e-4, atol=1e-4)


def test_a_network_that_answers_otherwise_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_another(network: Network, tflite: Path, path: Path) -> None:
        model = onnx.load(SHIPPED / LANDMARKS.file_name)
        model.graph.output[0].CopyFrom(onnx.load(SHIPPED / LANDMARKS.file_name).graph.output[2])
        del model.graph.output[1:]
        onnx.save(model, path)

    monkeypatch.setattr(detection_networks, "write_network", write_another)
    presence = Network(LANDMARKS.source, "presence.onnx", {1: "presence"})
    with pytest.raises(NetworkConversionError, match=r"presence\.onnx answers otherwise than hand_landmark_full"):
        convert(presence, mediapipe_folder(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_command_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hand-networks", "--source", str(tmp_path), "--to", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert "palm_detection_full.tflite" in said
    assert "--source" in said


def test_a_prelu_and_channel_padding_become_layers_of_the_blocked_layout() -> None:
    model = small_model()
    images = np.random.default_rng(0).normal(size=(1, 2, 4, 4)).astype(np.float32)
    expected = open_session(model.SerializeToString()).run(None, {"x": images})
    onnx_graph.replace_blocking_layers(model)
    onnx_graph.drop_unused(model)
    assert {node.op_type for node in model.graph.node} == {"Conv", "Relu", "Add"}
    (got,) = open_session(model.SerializeToString()).run(None, {"x": images})
    np.testing.assert_allclose(got, expected[0], atol=1e-6)


def test_only_weights_that_lose_nothing_are_stored_in_half_precision() -> None:
    exact = np.arange(2048, dtype=np.float32)
    inexact = exact + np.float32(1e-4)
    graph = helper.make_graph(
        [helper.make_node("Add", ["exact", "inexact"], ["y"])],
        "sum",
        [],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [2048])],
        [numpy_helper.from_array(exact, "exact"), numpy_helper.from_array(inexact, "inexact")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)])
    onnx_graph.store_half_precision(model)
    stored = {one.name: numpy_helper.to_array(one).dtype for one in model.graph.initializer}
    assert stored == {"exact/half": np.float16, "inexact": np.float32}
    (got,) = open_session(model.SerializeToString()).run(None, {})
    np.testing.assert_array_equal(got, exact + inexact)


def small_model() -> onnx.ModelProto:
    """A PReLU with slopes below 0 and above 1, and a padding of two channels to three."""
    slopes = np.array([-1.5, 3.0], dtype=np.float32).reshape(2, 1, 1)
    pads = np.array([0, 0, 0, 0, 0, 1, 0, 0], dtype=np.int64)
    graph = helper.make_graph(
        [helper.make_node("PRelu", ["x", "slopes"], ["p"]), helper.make_node("Pad", ["p", "pads"], ["y"])],
        "small",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 2, 4, 4])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 3, 4, 4])],
        [numpy_helper.from_array(slopes, "slopes"), numpy_helper.from_array(pads, "pads")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)])
    onnx.checker.check_model(model)
    return model
