"""``python -m training export``: export a trained model to files that run without Keras, on computers and phones."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import keras
from rich.console import Console

from gesture_app.errors import one_line
from gesture_app.inference.library.manifest import KERAS_NAME, MANIFEST_NAME
from gesture_app.inference.library.model_store import open_model, sha256_of
from training.common.environment import installed_versions
from training.common.export import FORMATS, ExportError, Parity, checked, input_tensors, sample_inputs

LABELS_NAME = "labels.txt"
DESCRIPTION_NAME = "export.json"
_RUN_NAME = "run.json"
_HINT = "Name the folder of a run or of a model, or a .keras file."


@dataclass(frozen=True)
class Source:
    """A model that can be exported.

    Attributes:
        folder: Its folder.
        model: The Keras model.
        labels: Labels of its outputs, in order; empty where unknown.
        use: Further facts for programs that use it, for JSON.
    """

    folder: Path
    model: Any
    labels: tuple[str, ...]
    use: Mapping[str, Any] = field(default_factory=dict)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("model", type=Path, metavar="MODEL", help="folder of a run or of a model, or a .keras file")
    parser.add_argument("--to", type=Path, metavar="DIR", help="where to (default: the folder export beside the model)")
    parser.add_argument("--formats", nargs="+", choices=list(FORMATS), default=list(FORMATS), help="default: all")
    parser.add_argument(
        "--labels", nargs="+", metavar="LABEL", help="of a .keras file with nothing beside it that names them"
    )


def run(args: argparse.Namespace) -> int:
    """Export, compare, and print the agreement; returns the exit code.

    Raises:
        GestureAppError: If the model cannot be used, or an export gives other outputs.
    """
    console = Console()
    source = read_source(args.model, tuple(args.labels or ()))
    folder = args.to or source.folder / "export"
    measured = export(source, folder, dict.fromkeys(args.formats))
    for name, result in measured.items():
        file = folder / FORMATS[name].file_name
        console.print(
            f"{file}: {file.stat().st_size / 1e6:.1f} MB; on {result.samples} made-up inputs its answers are "
            f"{'all' if result.same_answers == 1 else f'to {result.same_answers:.0%}'} the Keras model's, "
            f"its outputs differ by at most {result.difference:.1e}",
            markup=False,
            soft_wrap=True,
        )
    if not source.labels:
        told = f"Nothing says what the outputs mean, so {LABELS_NAME} was not written; --labels names them."
        console.print(told, soft_wrap=True)
    return 0


def read_source(path: Path, labels: tuple[str, ...] = ()) -> Source:
    """Find and load the model at a path.

    Args:
        path: Folder of a run on images, a model folder, or a ``.keras`` file.
        labels: Labels of a file without a record of them.

    Raises:
        GestureAppError: If there is none, or it cannot be loaded.
    """
    folder = path if path.is_dir() else path.parent
    known = path.is_dir() or path.name == KERAS_NAME
    if known and (folder / _RUN_NAME).is_file():
        from training.images.run_folder import read_run

        found = read_run(folder)
        network = found.recipe.network
        outputs = "one logit, of the second label" if network.binary else network.outputs
        use: dict[str, Any] = {"outputs": outputs, "picture": asdict(found.recipe.input)}
        source = Source(folder, found.load_model(), tuple(found.labels), use)
    elif known and (folder / MANIFEST_NAME).is_file():
        stored = open_model(folder)
        told = stored.manifest
        use = {"outputs": "logits", "temperature": told.temperature, "reject_threshold": told.reject_threshold}
        if told.intent is not None:
            use["intent"] = asdict(told.intent)
        source = Source(folder, _load(stored.keras_file), tuple(told.labels.labels), use)
    elif path.is_file():
        source = Source(folder, _load(path), labels)
    elif path.is_dir():
        raise ExportError(f"{path} holds neither a {_RUN_NAME} nor a {MANIFEST_NAME}.", hint=_HINT)
    else:
        raise ExportError(f"There is no {path}.", hint=_HINT)
    _check_labels(source)
    return source


def _load(file: Path) -> Any:
    try:
        return keras.saving.load_model(file, compile=False)
    except (OSError, ValueError, TypeError) as error:
        raise ExportError(f"{file} cannot be loaded as a Keras model: {one_line(error)}", hint=_HINT) from error


def _check_labels(source: Source) -> None:
    input_tensors(source.model)
    outputs = source.model.outputs[0].shape[-1]
    wanted = 2 if outputs == 1 else outputs
    if source.labels and len(source.labels) != wanted:
        told = f"The model has {outputs} outputs, which is for {wanted} labels, and {len(source.labels)} are named"
        raise ExportError(f"{told}: {', '.join(source.labels)}.", hint="Name each label once, in order.")


def export(source: Source, folder: Path, formats: Iterable[str]) -> dict[str, Parity]:
    """Write a model in some formats, its labels, and a description for programs that use it.

    Existing files are replaced after all new ones were written and compared.

    Args:
        source: The model.
        folder: The folder; created if missing.
        formats: Names of :data:`training.common.export.FORMATS`.

    Returns:
        Agreement of each file with the model, by format.

    Raises:
        ExportError: If one cannot be written, or gives other outputs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    inputs = sample_inputs(source.model)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".export-") as temporary:
        staged = Path(temporary)
        measured = {name: checked(name, source.model, staged / FORMATS[name].file_name, inputs) for name in formats}
        if source.labels:
            (staged / LABELS_NAME).write_text("\n".join(source.labels) + "\n", encoding="utf-8")
        description = json.dumps(_description(source, staged, measured), indent=1) + "\n"
        (staged / DESCRIPTION_NAME).write_text(description, encoding="utf-8")
        for file in sorted(staged.iterdir()):
            file.replace(folder / file.name)
    return measured


def _description(source: Source, staged: Path, measured: dict[str, Parity]) -> dict[str, Any]:
    tensors = input_tensors(source.model)
    return {
        "inputs": {tensor.name: {"shape": list(tensor.shape), "dtype": str(tensor.dtype)} for tensor in tensors},
        "output_count": source.model.outputs[0].shape[-1],
        "labels": list(source.labels),
        "use": dict(source.use),
        "files": {FORMATS[name].file_name: sha256_of(staged / FORMATS[name].file_name) for name in measured},
        "parity": {name: asdict(result) for name, result in measured.items()},
        "versions": installed_versions(),
    }
