"""Errors that the window can show have texts that it can translate.

Only the folders ``cli`` speak English alone, as their errors reach nothing but a terminal, and so do those of training,
but for retraining, which the window starts. Everywhere else the message and the hint of an error are ``Message``s.
What they quote of the operating system, of a library or about a damaged file stays as it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHOWN = ("gesture_app", "training/retraining")
TERMINAL_ONLY = {
    "gesture_app/vision/clip_writer.py",  # replay --video
    "training/retraining/rehearsal_builder.py",  # python -m training rehearsal
}


def window_modules() -> list[Path]:
    """Files whose errors the window can show."""
    paths = [path for folder in SHOWN for path in sorted((ROOT / folder).rglob("*.py"))]
    relative = {path: path.relative_to(ROOT) for path in paths}
    return [path for path in paths if "cli" not in relative[path].parts and str(relative[path]) not in TERMINAL_ONLY]


def error_classes() -> set[str]:
    """``GestureAppError`` and the classes that are derived from it."""
    modules = [ast.parse(path.read_text("utf-8")) for path in window_modules()]
    classes = [node for module in modules for node in module.body if isinstance(node, ast.ClassDef)]
    bases = {node.name: {base.id for base in node.bases if isinstance(base, ast.Name)} for node in classes}
    known = {"GestureAppError"}
    while added := {name for name, of in bases.items() if of & known} - known:
        known |= added
    return known


ERRORS = error_classes()


class PlainTexts(ast.NodeVisitor):
    """Finds the texts that go into the message or the hint of an error without being a ``Message``."""

    def __init__(self, module: ast.Module) -> None:
        self._scopes: list[ast.AST] = [module]
        self._asked: set[ast.AST] = set()
        self.found: list[ast.expr] = []
        self.visit(module)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._scopes.append(node)
        self.generic_visit(node)
        self._scopes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        hints = [keyword.value for keyword in node.keywords if keyword.arg == "hint"]
        is_error = isinstance(node.func, ast.Name) and node.func.id in ERRORS
        if is_error or hints:
            for text in [*node.args[:1], *hints]:
                self._ask(text)
        self.generic_visit(node)

    def _ask(self, text: ast.expr) -> None:
        """Follow a text to where it is written."""
        if text in self._asked:
            return
        self._asked.add(text)
        if isinstance(text, (ast.JoinedStr, ast.BinOp)) or (isinstance(text, ast.Constant) and text.value):
            self.found.append(text)
        for source in self._sources(text):
            self._ask(source)

    def _sources(self, text: ast.expr) -> list[ast.expr]:
        match text:
            case ast.IfExp(body=one, orelse=other):
                return [one, other]
            case ast.BoolOp(values=values) | ast.Dict(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
                return values
            case ast.Name(id=name):
                return self._values_of(name)
            case (
                ast.Call(func=ast.Name(id=name))
                | ast.Call(func=ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name))
            ):
                return self._returned_by(name)
            case ast.Call(func=ast.Attribute(value=value)) | ast.Subscript(value=value):
                return [value]
            case _:
                return []

    def _values_of(self, name: str) -> list[ast.expr]:
        """The values that a name gets in the innermost scope that sets it."""
        for scope in reversed(self._scopes):
            values = [value for target, value in assignments(scope) if target == name]
            if values:
                return values
        return []

    def _returned_by(self, name: str) -> list[ast.expr]:
        functions = (node for node in ast.walk(self._scopes[0]) if isinstance(node, ast.FunctionDef))
        return [
            statement.value
            for function in functions
            if function.name == name
            for statement in ast.walk(function)
            if isinstance(statement, ast.Return) and statement.value is not None
        ]


def assignments(scope: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names and the values that they are set to."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value
                elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    yield from (
                        (name.id, value)
                        for name, value in zip(target.elts, node.value.elts, strict=False)
                        if isinstance(name, ast.Name)
                    )
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value


def plain_texts(source: str) -> list[str]:
    return [ast.unparse(text) for text in PlainTexts(ast.parse(source)).found]


def test_the_errors_that_the_window_can_show_are_messages() -> None:
    found = {str(path.relative_to(ROOT)): plain_texts(path.read_text("utf-8")) for path in window_modules()}
    assert {path: texts for path, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    "source",
    [
        "SourceError('The camera is gone.')",
        "raise SourceError(f'{name} is gone.', hint=Message('Plug it in.'))",
        "raise SourceError(Message('It is gone.'), hint='Plug it in.' if is_usb else Message('Wait.'))",
        "raise self._error(Message('It is gone.'), hint=HINT)\nHINT = 'Plug it in.'",
        "def f():\n    hint = 'Plug it in.'\n    raise SourceError(Message('It is gone.'), hint=hint)",
        "raise SourceError(text())\ndef text():\n    return 'It is gone.'",
        "raise SourceError(' '.join(reasons))",
        "raise SourceError('{name} is gone.'.format(name=name))",
    ],
)
def test_an_error_without_a_message_is_found(source: str) -> None:
    assert len(plain_texts(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "raise SourceError(Message('{name} is gone.').fill(name=name), hint=Message('Plug it in.'))",
        "raise SourceError(Message('It is gone.'), hint=sentences(Message('Plug it in.'), other))",
        "raise SourceError(error.message, hint=error.hint)",
        "raise SourceError(Message('It is gone.'), hint='')",
        "raise ValueError('It is gone.')",
        "SourceError(tr('It is gone.'))",
    ],
)
def test_an_error_with_a_message_is_not_mistaken_for_one_without(source: str) -> None:
    assert plain_texts(source) == []
