"""Changes to the graph of a converted network, so that ONNX Runtime runs it fast and the app can feed it images."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

_WEIGHT_BYTES = 4096


def choose_outputs(model: Any, names: Mapping[int, str]) -> None:
    """Keep the outputs with these indices, and give them names."""
    graph = model.graph
    outputs = list(graph.output)
    new_names = {outputs[index].name: name for index, name in names.items()}
    del graph.output[:]
    for index, name in names.items():
        outputs[index].name = name
        graph.output.append(outputs[index])
    for node in graph.node:
        node.input[:] = [new_names.get(name, name) for name in node.input]
        node.output[:] = [new_names.get(name, name) for name in node.output]


def replace_blocking_layers(model: Any) -> None:
    """Replace layers for which ONNX Runtime leaves its blocked layout, which costs half of the palm detector's time.

    A PReLU is written with convolutions and a Relu, and the padding of channels as a convolution.
    """
    graph = model.graph
    shapes = _shapes(onnx.shape_inference.infer_shapes(model).graph)
    nodes = [new for node in graph.node for new in _replacement(node, graph, shapes)]
    del graph.node[:]
    graph.node.extend(nodes)


def _replacement(node: Any, graph: Any, shapes: Mapping[str, Sequence[int]]) -> Sequence[Any]:
    constants = {one.name: one for one in graph.initializer}
    if node.op_type == "PRelu":
        channels = shapes[node.input[0]][1]
        slope = np.broadcast_to(numpy_helper.to_array(constants[node.input[1]]).reshape(-1), (channels,))
        return list(_prelu(node, slope, graph))
    if node.op_type == "Pad" and shapes[node.input[0]][2:] == shapes[node.output[0]][2:]:
        return [_channel_padding(node, shapes[node.input[0]][1], shapes[node.output[0]][1], graph)]
    return [node]


def _prelu(node: Any, slope: npt.NDArray[Any], graph: Any) -> Iterator[Any]:
    """PReLU(x) = x + (1 - slope) * Relu(-x), where both factors are depthwise convolutions of one pixel."""
    (x, _), (y,) = node.input, node.output
    channels = len(slope)
    negative, rectified, scaled = f"{y}/negative", f"{y}/rectified", f"{y}/scaled"
    minus = _add_constant(graph, f"{y}/minus", np.full((channels, 1, 1, 1), -1.0))
    factor = _add_constant(graph, f"{y}/factor", (1 - slope).reshape(channels, 1, 1, 1))
    yield helper.make_node("Conv", [x, minus], [negative], kernel_shape=[1, 1], group=channels)
    yield helper.make_node("Relu", [negative], [rectified])
    yield helper.make_node("Conv", [rectified, factor], [scaled], kernel_shape=[1, 1], group=channels)
    yield helper.make_node("Add", [scaled, x], [y])


def _channel_padding(node: Any, channels: int, padded_channels: int, graph: Any) -> Any:
    weights = np.eye(padded_channels, channels).reshape(padded_channels, channels, 1, 1)
    name = _add_constant(graph, f"{node.output[0]}/identity", weights)
    return helper.make_node("Conv", [node.input[0], name], [node.output[0]], kernel_shape=[1, 1])


def take_uint8_batches(model: Any) -> None:
    """Make the input ``images``, ``(n, height, width, 3)`` uint8; the networks themselves take 0 to 1."""
    graph = model.graph
    (taken,) = graph.input
    old, new = taken.name, "images"
    dims = [dim.dim_value for dim in taken.type.tensor_type.shape.dim]
    del graph.input[:]
    graph.input.append(helper.make_tensor_value_info(new, TensorProto.UINT8, ["n", *dims[1:]]))
    scale = _add_constant(graph, "scale", np.array(1 / 255))
    graph.node.insert(0, helper.make_node("Cast", [new], ["images/float"], to=TensorProto.FLOAT))
    graph.node.insert(1, helper.make_node("Mul", ["images/float", scale], [old]))
    for output in graph.output:
        output.type.tensor_type.shape.dim[0].dim_param = "n"
    del graph.value_info[:]
    constants = {one.name: one for one in graph.initializer}
    for node in graph.node:
        if node.op_type == "Reshape":  # 0 keeps the first dimension, where the converter wrote 1
            shape = numpy_helper.to_array(constants[node.input[1]])
            node.input[1] = f"{node.output[0]}/shape"
            kept = np.array([0, *shape[1:]], dtype=np.int64)
            graph.initializer.append(numpy_helper.from_array(kept, node.input[1]))


def drop_unused(model: Any) -> None:
    """Drop layers and constants that no output depends on."""
    graph = model.graph
    wanted = {output.name for output in graph.output}
    kept = []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            kept.append(node)
            wanted.update(node.input)
    del graph.node[:]
    graph.node.extend(reversed(kept))
    used = [one for one in graph.initializer if one.name in wanted]
    del graph.initializer[:]
    graph.initializer.extend(used)


def store_half_precision(model: Any) -> None:
    """Store large weights as float16, as the TFLite files do, where that loses nothing; they are used as float32."""
    graph = model.graph
    casts, constants = [], []
    for one in graph.initializer:
        values = numpy_helper.to_array(one)
        halves = values.astype(np.float16) if values.dtype == np.float32 else values
        if values.dtype == np.float32 and values.nbytes >= _WEIGHT_BYTES and np.array_equal(halves, values):
            constants.append(numpy_helper.from_array(halves, f"{one.name}/half"))
            casts.append(helper.make_node("Cast", [f"{one.name}/half"], [one.name], to=TensorProto.FLOAT))
        else:
            constants.append(one)
    del graph.initializer[:]
    graph.initializer.extend(constants)
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def _add_constant(graph: Any, name: str, values: npt.NDArray[Any]) -> str:
    graph.initializer.append(numpy_helper.from_array(values.astype(np.float32), name))
    return name


def _shapes(graph: Any) -> dict[str, list[int]]:
    known = [*graph.value_info, *graph.input, *graph.output]
    return {value.name: [dim.dim_value for dim in value.type.tensor_type.shape.dim] for value in known}
