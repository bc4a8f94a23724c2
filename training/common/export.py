"""Formats that run without Keras, and the proof that what was written in them answers as the model does."""

from __future__ import annotations

import gc
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
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
"""How many made-up inputs both must answer alike."""
_PATCHES = 6

Arrays = Mapping[str, npt.NDArray[Any]]


class ExportError(GestureAppError):
    """The exported model does not answer like the original."""


@dataclass(frozen=True)
class Format:
    """A file format.

    Attributes:
        file_name: What files in it are called.
        title: What people call it.
        write: Writes a Keras model to a path.
        answers: The output of the file at a path for inputs by name, ``(n, outputs)``.
    """

    file_name: str
    title: str
    write: Callable[[Any, Path], None]
    answers: Callable[[Path, Arrays], npt.NDArray[Any]]


@dataclass(frozen=True)
class Parity:
    """How close a file's answers are to the model's.

    Attributes:
        difference: The largest difference of an output, as a share of the largest output where that is above 1.
        same_answers: Share of the samples whose largest output is the same.
        samples: How many there were.
    """

    difference: float
    same_answers: float
    samples: int


def input_tensors(model: Any) -> list[Any]:
    """The symbolic inputs of a model, in its own order.

    Raises:
        ExportError: If it has none of a fixed size, or not just one output.
    """
    tensors = list(getattr(model, "inputs", None) or [])
    sized = tensors and all(None not in tensor.shape[1:] for tensor in tensors)
    if not sized or len(model.outputs) != 1:
        hint = "Build it with keras.Input of a fixed shape, and one output."
        raise ExportError("Only models with inputs of a fixed size and one output can be exported.", hint=hint)
    return tensors


def sample_inputs(model: Any, count: int = SAMPLES, seed: int = 0) -> dict[str, npt.NDArray[Any]]:
    """Made-up inputs by name: soft patches of colour with some noise for pictures, numbers from 0 to 1 otherwise.

    Args:
        model: Whose inputs.
        count: How many.
        seed: The same seed makes the same.
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
    """The same model with the same weights, in which no layer varies or learns.

    Exports trace a model as it is called, and Keras' augmentation layers vary pictures unless told not to.
    """

    def same(tensor: Any) -> Any:
        return keras.Input(tensor.shape[1:], dtype=tensor.dtype, name=tensor.name)

    inputs = keras.tree.map_structure(same, model.input)
    return keras.Model(inputs, model(inputs, training=False), name=model.name)


def model_answers(model: Any, inputs: Arrays) -> npt.NDArray[Any]:
    """``(n, outputs)`` of the Keras model."""
    arrays = [inputs[tensor.name] for tensor in input_tensors(model)]
    packed = keras.tree.pack_sequence_as(model.input, arrays)
    return np.asarray(keras.ops.convert_to_numpy(model(packed, training=False)))


def parity(expected: npt.NDArray[Any], got: npt.NDArray[Any]) -> Parity:
    """Compare two ``(n, outputs)``; of a single output its sign is the answer."""
    if expected.shape != got.shape:
        raise ExportError(f"The export answers with {got.shape} instead of {expected.shape}.")
    scale = max(1.0, float(np.abs(expected).max()))
    difference = float(np.abs(expected - got).max()) / scale
    same = _choices(expected) == _choices(got)
    return Parity(difference if np.isfinite(difference) else float("inf"), float(same.mean()), len(expected))


def _choices(outputs: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return outputs[:, 0] > 0 if outputs.shape[1] == 1 else outputs.argmax(axis=1)


def checked(format_name: str, model: Any, path: Path, inputs: Arrays) -> Parity:
    """Write a model in a format, run the file, and compare.

    Raises:
        ExportError: If it cannot be written so, or answers differently.
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


def _onnx_answers(path: Path, inputs: Arrays) -> npt.NDArray[Any]:
    session = open_session(path)
    (answers,) = session.run(None, _matched([node.name for node in session.get_inputs()], inputs))
    return np.asarray(answers)


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
    """Inputs by the names that a file gives them; a sole one may have been renamed.

    Raises:
        ExportError: If the file wants an input that the model has not.
    """
    if len(names) == 1 == len(inputs):
        return {names[0]: next(iter(inputs.values()))}
    missing = sorted(set(names) - set(inputs))
    if missing:
        raise ExportError(f"The export wants inputs that the model has not: {', '.join(missing)}.")
    return {name: inputs[name] for name in names}


def write_onnx(model: Any, path: Path) -> None:
    """Write a model that has been called once as ONNX."""
    with warnings.catch_warnings(), collecting_often():
        warnings.filterwarnings("ignore", "In the future `np.object`", FutureWarning)  # Keras' probe of old numpys
        model.export(path, format="onnx", verbose=False)


@contextmanager
def collecting_often() -> Iterator[None]:
    """Look for garbage more often than Python would: the ONNX export takes some 300 MB less.

    tf2onnx copies the whole graph for each of its optimizers, and the copies refer to themselves, so that only the
    collector finds them. What there was before is left out of its sight, for looking at that takes long.
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
    "onnx": Format("model.onnx", "ONNX", write_onnx, _onnx_answers),
    "litert": Format("model.tflite", "LiteRT", _write_litert, _litert_answers),
}
"""By the name that the command line knows them by."""
