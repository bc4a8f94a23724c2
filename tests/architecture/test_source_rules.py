"""Rules about source files that the import rules cannot express. Each rule is shown to find a planted fault."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRAINING_TOP = {"__init__.py", "__main__.py", "py.typed", "EXPERIMENTS.md", "RESULTS.md"}
ONNXRUNTIME_HOME = Path("gesture_app/onnx_runtime.py")
MOST_WIDGET_LINES = 250
PATCHING = {"setattr", "delattr", "object"}
"""Methods that replace an attribute: ``monkeypatch.setattr``, ``monkeypatch.delattr``, ``mock.patch.object``."""


def modules(*folders: str) -> list[Path]:
    """Python files of folders, relative to the root."""
    return sorted(path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def packages_imported_by(path: Path) -> set[str]:
    """Top-level packages that a file imports; its path is relative to the root."""
    return imported_packages((ROOT / path).read_text("utf-8"))


def imported_packages(source: str) -> set[str]:
    """Top-level packages that a module imports, inside functions as well."""
    packages = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            packages |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            packages.add(node.module.partition(".")[0])
        elif isinstance(node, ast.Call) and is_named(node.func, {"import_module", "importorskip", "__import__"}):
            packages |= {str(a.value).partition(".")[0] for a in node.args if isinstance(a, ast.Constant)}
    return packages


def is_named(function: ast.expr, names: set[str]) -> bool:
    """Whether a called function or method has one of these names."""
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in names


def patched_private_names(source: str) -> Iterator[str]:
    """Private names that a test replaces, such as ``_clock`` in ``monkeypatch.setattr(engine, "_clock", fake)``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_patch = node.func.attr in PATCHING or is_named(node.func, {"patch"})
        else:
            is_patch = isinstance(node, ast.Call) and is_named(node.func, {"patch"})
        if not (isinstance(node, ast.Call) and is_patch):
            continue
        for argument in node.args[:2]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                name = argument.value.rpartition(".")[2]
                if name.startswith("_") and not name.startswith("__"):
                    yield name


def widget_classes(sources: Iterable[str]) -> dict[str, int]:
    """Lines of each class that is derived from a class of Qt's widgets, by name."""
    widgets: set[str] = set()
    classes: dict[str, tuple[set[str], int]] = {}
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtWidgets":
                widgets |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                classes[node.name] = bases, (node.end_lineno or node.lineno) - node.lineno + 1
    found: set[str] = set()
    while more := {name for name, (bases, _lines) in classes.items() if bases & (widgets | found)} - found:
        found |= more
    return {name: classes[name][1] for name in found}


def test_no_class_of_a_widget_is_long() -> None:
    lines = widget_classes((ROOT / path).read_text("utf-8") for path in modules("gesture_app/gui"))
    assert "MainWindow" in lines
    assert {name: count for name, count in lines.items() if count > MOST_WIDGET_LINES} == {}


def test_widgets_of_widgets_are_found() -> None:
    sources = [
        "class Child(Base):\n    x = 1",
        "from PySide6.QtWidgets import QLabel\nclass Base(QLabel): pass\nclass Other: pass",
    ]
    assert widget_classes(sources) == {"Child": 2, "Base": 1}


def test_training_has_only_folders_at_its_top() -> None:
    files = {path.name for path in (ROOT / "training").iterdir() if path.is_file()}
    assert files <= TRAINING_TOP


def test_onnxruntime_is_imported_in_one_module() -> None:
    """Its import starts usage reports, unless that module has switched them off before."""
    everywhere = modules("gesture_app", "training", "tests", "benchmarks", "scripts")
    importing = [path for path in everywhere if "onnxruntime" in packages_imported_by(path)]
    assert importing == [ONNXRUNTIME_HOME]


def test_argparse_is_imported_only_by_the_command_line() -> None:
    importing = [path for path in modules("gesture_app", "training") if "argparse" in packages_imported_by(path)]
    assert importing
    assert [str(path) for path in importing if path.parts[1] != "cli"] == []


def test_no_test_patches_a_private_name() -> None:
    found = {path: list(patched_private_names((ROOT / path).read_text("utf-8"))) for path in modules("tests")}
    assert {str(path): names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import onnxruntime",
        "import onnxruntime.tools as tools",
        "def f():\n    from onnxruntime import InferenceSession",
        "importlib.import_module('onnxruntime')",
        "pytest.importorskip('onnxruntime.capi')",
    ],
)
def test_an_import_is_found(source: str) -> None:
    assert "onnxruntime" in imported_packages(source)


@pytest.mark.parametrize("source", ["from gesture_app.inference import onnx_runtime", "x = 'import onnxruntime'"])
def test_another_import_is_not_mistaken_for_it(source: str) -> None:
    assert "onnxruntime" not in imported_packages(source)


@pytest.mark.parametrize(
    "source",
    [
        "monkeypatch.setattr(engine, '_clock', fake)",
        "monkeypatch.setattr('gesture_app.pipeline.engine._clock', fake)",
        "monkeypatch.delattr(engine, '_clock')",
        "mock.patch.object(engine, '_clock')",
        "patch('engine._clock')",
    ],
)
def test_a_patched_private_name_is_found(source: str) -> None:
    assert list(patched_private_names(source)) == ["_clock"]


@pytest.mark.parametrize(
    "source",
    ["monkeypatch.setattr(engine, 'clock', fake)", "monkeypatch.setattr(Engine, '__init__', fake)", "x._clock"],
)
def test_public_names_may_be_patched(source: str) -> None:
    assert list(patched_private_names(source)) == []
