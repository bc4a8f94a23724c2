"""A model folder with a small network that runs, made without Keras."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from gesture_app.domain.frames.crop_spec import CropSpec
from gesture_app.domain.frames.frame import CROP_SIZE_PX
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.models.features import FeatureStatistics
from gesture_app.inference.library.manifest import CROP_INPUT, FEATURES_OUTPUT, ONNX_NAME
from gesture_app.inference.library.model_store import StoredModel
from tests.fakes.models import write_model

GREY = FeatureStatistics((127.0, 127.0, 127.0), (50.0, 50.0, 50.0))


def write_colour_model(folder: Path, *, gives_features: bool = True) -> StoredModel:
    """A model that takes every hand for rock; its features are the standardized mean colour of the crop."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    logits = np.array([[4.0, 0.0, 0.0, 0.0, 0.0, 0.0]], np.float32)
    constants = {
        "axes": np.array([1, 2], np.int64),
        "mean": np.array(GREY.mean, np.float32),
        "deviation": np.array(GREY.deviation, np.float32),
        "weights": np.zeros((3, len(DEFAULT_LABELS)), np.float32),
        "bias": logits,
    }
    nodes = [
        helper.make_node("Cast", [CROP_INPUT], ["pixels"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMean", ["pixels", "axes"], ["colour"], keepdims=0),
        helper.make_node("Sub", ["colour", "mean"], ["centred"]),
        helper.make_node("Div", ["centred", "deviation"], ["standardized"]),
        helper.make_node("LpNormalization", ["standardized"], [FEATURES_OUTPUT], axis=1, p=2),
        helper.make_node("MatMul", ["standardized", "weights"], ["product"]),
        helper.make_node("Add", ["product", "bias"], ["logits"]),
    ]
    crops = helper.make_tensor_value_info(CROP_INPUT, TensorProto.UINT8, ["n", CROP_SIZE_PX, CROP_SIZE_PX, 3])
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n", len(DEFAULT_LABELS)])]
    if gives_features:
        outputs.append(helper.make_tensor_value_info(FEATURES_OUTPUT, TensorProto.FLOAT, ["n", 3]))
    initializers = [numpy_helper.from_array(array, name) for name, array in constants.items()]
    graph = helper.make_graph(nodes, "colours", [crops], outputs, initializers)
    network = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
    onnx.checker.check_model(network)
    return write_model(
        folder,
        {ONNX_NAME: network.SerializeToString()},
        crop=CropSpec(),
        uses_landmarks=False,
        temperature=1.0,
        reject_threshold=0.0,
        features=GREY if gives_features else None,
    )
