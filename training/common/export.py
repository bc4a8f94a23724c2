"""Export to formats that run without Keras, and the check that an export gives the outputs of the model."""

from __future__ import annotations

import gc
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import keras
import numpy as np
import numpy.typing as npt

from gesture_app.errors import GestureAppError
from gesture_app.onnx_runtime import open_session

PARITY_TOLERANCE = 1e-3
"""Largest difference of a logit between Keras and ONNX Runtime."""

SAMPLES = 32
"""Number of synthetic inputs on which both must agree."""
_PATCHES = 6

Arrays = Mapping[str, npt.NDArray[Any]]


class ExportError(GestureAppError):
    """A model cannot be exported, or the export gives other outputs."""


@dataclass(frozen=True)
class Format:
    """A file format.

    Attributes:
        file_name: Name of the file.
        title: Name of the format.
        write: Writes a Keras model to a path.
        answers: Runs the file at a path on inputs by name, and returns ``(n, outputs)``.
    """

    file_name: str
    title: str
    write: Callable[[Any, Path], None]
    answers: Callable[[Path, Arrays], npt.NDArray[Any]]


@dataclass(frozen=True)
class Parity:
    """Agreement of an export with the model.

    Attributes:
        difference: Largest difference of an output, relative to the largest output where that is above 1.
        same_answers: Share of the samples with the same largest output.
        samples: Number of samples.
    """

    difference: float
    same_answers: float
    samples: int


def input_tensors(model: Any) -> list[Any]:
    """Symbolic inputs of a model, in its order.

    Raises:
        ExportError: If their size is not fixed, or there is not exactly one output.
    """
    tensors = list(getattr(model, "inputs", None) or [])
    sized = tensors and all(None not in tensor.shape[1:] for tensor in tensors)
    if not sized or len(model.outputs) != 1:
        hint = "Build it with keras.Input of a fixed shape, and one output."
        raise ExportError("Only models with inputs of a fixed size and one output can be exported.", hint=hint)
    return tensors


def sample_inputs(model: Any, count: int = SAMPLES, seed: int = 0) -> dict[str, npt.NDArray[Any]]:
    """Synthetic inputs by name: smooth colours with noise for images, random numbers from 0 to 1 otherwise.

    Args:
        model: The model.
        count: Number of samples.
        seed: Seed of the samples.
    """
    rng = np.random.default_rng(seed)
    return {tensor.name: _samples(tensor, count, rng) for tensor in input_tensors(model)}


def _samples(tensor: Any, count: int, rng: np.random.Generator) -> npt.NDArray[Any]:
    shape = tuple(tensor.shape[1:])
    if len(shape) != 3:
        return np.asarray(rng.random((count, *shape)), dtype=tensor.dtype)
    patches = rng.uniform(0, 255, (count, _PATCHES, _PATCHES, shape[2])).astype(np.float32)
    soft = [cv2.resize(one, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC).reshape(shape) for one in patches]
    noisy = np.stack(soft) + rng.normal(0, 8, (count, *shape))
    return np.asarray(np.clip(noisy, 0, 255), dtype=tensor.dtype)


def for_inference(model: Any) -> Any:
    """Copy of a model in inference mode.

    Exports trace a call of the model, and Keras' augmentation layers change images unless ``training`` is false.
    """

    def same(tensor: Any) -> Any:
        return keras.Input(tensor.shape[1:], dtype=tensor.dtype, name=tensor.name)

    inputs = keras.tree.map_structure(same, model.input)
    return keras.Model(inputs, model(inputs, training=False), name=model.name)


def model_answers(model: Any, inputs: Arrays) -> npt.NDArray[Any]:
    """Outputs of a Keras model, ``(n, outputs)``."""
    arrays = [inputs[tensor.name] for tensor in input_tensors(model)]
    packed = keras.tree.pack_sequence_as(model.input, arrays)
    return np.asarray(keras.ops.convert_to_numpy(model(packed, training=False)))


def parity(expected: npt.NDArray[Any], got: npt.NDArray[Any]) -> Parity:
    """Compare two arrays of outputs, ``(n, outputs)``; the prediction of a single output is its sign."""
    if expected.shape != got.shape:
        raise ExportError(f"The export answers with {got.shape} instead of {expected.shape}.")
    scale = max(1.0, float(np.abs(expected).max()))
    difference = float(np.abs(expected - got).max()) / scale
    same = _choices(expected) == _choices(got)
    return Parity(difference if np.isfinite(difference) else float("inf"), float(same.mean()), len(expected))


def _choices(outputs: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return outputs[:, 0] > 0 if outputs.shape[1] == 1 else outputs.argmax(axis=1)


def checked(format_name: str, model: Any, path: Path, inputs: Arrays) -> Parity:
    """Write a model in a format, run the file, and compare the outputs.

    Raises:
        ExportError: If it cannot be written, or gives other outputs.
    """
    kind = FORMATS[format_name]
    model = for_inference(model)
    expected = model_answers(model, inputs)  # an export needs a model that has been called
    try:
        kind.write(model, path)
        got = kind.answers(path, inputs)
    except ExportError:
        raise
    except Exception as error:  # converters raise whatever their layers do
        told = str(error).strip().splitlines() or [type(error).__name__]
        raise ExportError(
            f"The model cannot be written as {kind.title}: {told[0]}", hint="Leave that format out with --formats."
        ) from error
    measured = parity(expected, got)
    if measured.difference > PARITY_TOLERANCE:
        told_by = f"by {measured.difference:.2g}, more than {PARITY_TOLERANCE:g}"
        raise ExportError(
            f"The {kind.title} file answers otherwise than the Keras model, {told_by}; it was not kept.",
            hint="Leave that format out with --formats, and report the model's layers as a defect of the converter.",
        )
    return measured


def onnx_answers(path: Path, inputs: Arrays) -> npt.NDArray[Any]:
    """Output of an ONNX file in ONNX Runtime; inputs that it does not have are ignored.

    Raises:
        ExportError: If the file has an input that is not given.
    """
    (answers,) = onnx_outputs(path, inputs)
    return answers


def onnx_outputs(path: Path, inputs: Arrays) -> list[npt.NDArray[Any]]:
    """All outputs of an ONNX file in ONNX Runtime; inputs that it does not have are ignored.

    Raises:
        ExportError: If the file has an input that is not given.
    """
    session = open_session(path)
    answers = session.run(None, _matched([node.name for node in session.get_inputs()], inputs))
    return [np.asarray(answer) for answer in answers]


def _write_litert(model: Any, path: Path) -> None:
    if keras.backend.backend() != "tensorflow":
        hint = "Export with KERAS_BACKEND=tensorflow: a .keras file loads there whatever backend trained it."
        raise ExportError(f"LiteRT files cannot be written on Keras' {keras.backend.backend()} backend.", hint=hint)
    import tensorflow as tf

    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".saved-") as saved:
        model.export(saved, format="tf_saved_model", verbose=False)
        # It converts to what LiteRT's own runtime has, and fails where a layer would need TensorFlow on the device.
        path.write_bytes(tf.lite.TFLiteConverter.from_saved_model(saved).convert())


def _litert_answers(path: Path, inputs: Arrays) -> npt.NDArray[Any]:
    import tensorflow as tf

    with warnings.catch_warnings():
        # TensorFlow 2.20 hands its interpreter over to the package ai-edge-litert; the pinned 2.19 carries it.
        warnings.filterwarnings("ignore", r"\s*Warning: tf\.lite\.Interpreter is deprecated", UserWarning)
        interpreter = tf.lite.Interpreter(str(path))
    run = interpreter.get_signature_runner()
    (answers,) = run(**_matched(list(run.get_input_details()), inputs)).values()
    return np.asarray(answers)


def _matched(names: list[str], inputs: Arrays) -> dict[str, npt.NDArray[Any]]:
    """Inputs by their names in a file; a single input may have another name.

    Raises:
        ExportError: If the file has an input that the model has not.
    """
    if len(names) == 1 == len(inputs):
        return {names[0]: next(iter(inputs.values()))}
    missing = sorted(set(names) - set(inputs))
    if missing:
        raise ExportError(f"The export wants inputs that the model has not: {', '.join(missing)}.")
    return {name: inputs[name] for name in names}


def write_onnx(model: Any, path: Path, output_names: Sequence[str] = ()) -> None:
    """Write a model as ONNX; it must have been called once.

    Args:
        model: The model.
        path: The file.
        output_names: Names of the outputs, in order; empty to keep those that the converter makes.
    """
    with warnings.catch_warnings(), collecting_often():
        warnings.filterwarnings("ignore", "In the future `np.object`", FutureWarning)  # Keras' probe of old numpys
        model.export(path, format="onnx", verbose=False)
    if output_names:
        _name_outputs(path, output_names)


def _name_outputs(path: Path, names: Sequence[str]) -> None:
    import onnx

    graph = (network := onnx.load(path)).graph
    new_names = dict(zip((output.name for output in graph.output), names, strict=True))
    for output in graph.output:
        output.name = new_names[output.name]
    for node in graph.node:
        node.input[:] = [new_names.get(name, name) for name in node.input]
        node.output[:] = [new_names.get(name, name) for name in node.output]
    onnx.checker.check_model(network)
    onnx.save(network, path)


@contextmanager
def collecting_often() -> Iterator[None]:
    """Context with frequent garbage collection, which saves some 300 MB in the ONNX export.

    tf2onnx copies the whole graph for each of its optimizers, and only the collector frees the cyclic copies. Existing
    objects are frozen, so that the collections are fast.
    """
    thresholds = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.collect()  # Python looks less often the more there was the last time, so it has to look once without all that
    gc.set_threshold(2000, 5, 1)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()
        gc.collect()


FORMATS: Mapping[str, Format] = {
    "onnx": Format("model.onnx", "ONNX", write_onnx, onnx_answers),
    "litert": Format("model.tflite", "LiteRT", _write_litert, _litert_answers),
}
"""Formats by their names on the command line."""
