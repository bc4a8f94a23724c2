"""The Markdown pages: relative links, named files, named commands and options, and the layers exist."""

from __future__ import annotations

import contextlib
import re
import shlex
import sys
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
RECORDS = {ROOT / "docs" / "research" / "experiments.md", ROOT / "models" / "rpsls-10" / "report" / "report.md"}
"""Pages about the past: their links are checked, but they may name files of their time."""
PAGES = sorted(
    page
    for page in ROOT.rglob("*.md")
    if not any(
        part.startswith(".") or part in {"runs", "build", "shared", "data"}
        for part in page.relative_to(ROOT).parts[:-1]
    )
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
MENTIONED_FILE = re.compile(r"(?<![\w/.<-])((?:[\w-]+/)+[\w-]+\.(?:py|toml|md|json|txt))\b")
TRACKED_FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()} - {"runs", "build", "data"}
PLACEHOLDER = "NAME"
COMMAND = re.compile(r"(?:^|`)(?:\S+=\S+ )*(gesture-app|python -m training)((?: [^`\n#]*)?)", re.MULTILINE)
IMPORT = re.compile(r"^\s*from ((?:gesture_app|training)[\w.]*) import ([\w, ]+)$", re.MULTILINE)
SOURCES = {
    "gesture-app": [ROOT / "gesture_app" / "cli"],
    "python -m training": [ROOT / "training"],
}
"""Folders in which a program declares its commands and options."""


def broken_links(page: Path, text: str) -> list[str]:
    """Relative links of a page that lead nowhere."""
    targets = [target for target in LINK.findall(text) if "://" not in target and not target.startswith("mailto:")]
    return [target for target in targets if not (page.parent / target).exists()]


def missing_files(text: str) -> list[str]:
    """Files with a folder of the repository in front, such as ``gesture_app/settings.py``, that do not exist."""
    names = {name for name in MENTIONED_FILE.findall(text) if name.partition("/")[0] in TRACKED_FOLDERS}
    return sorted(name for name in names if Path(name).stem != PLACEHOLDER and not (ROOT / name).exists())


def commands_in(text: str) -> list[list[str]]:
    """Command lines of the app and of training in a page, as words after the program's name."""
    found = []
    for program, arguments in COMMAND.findall(text):
        with contextlib.suppress(ValueError):  # an apostrophe in a sentence
            found.append([program, *shlex.split(arguments)])
    return found


def unknown_words(command: list[str]) -> list[str]:
    """Commands and options in a command line that the program does not declare."""
    program, *words = command
    sources = "".join(path.read_text(encoding="utf-8") for folder in SOURCES[program] for path in folder.rglob("*.py"))
    named = [word for word in words[:1] if re.fullmatch(r"[a-z][a-z-]+", word)]
    options = [word.partition("=")[0] for word in words if re.fullmatch(r"--[a-z][a-z-]*(=.*)?", word)]
    return [word for word in named + options if word != "--help" and f'"{word}"' not in sources]


def missing_names(text: str) -> list[str]:
    """Names that a page imports from a module of the repository that does not define them."""
    missing = []
    for module, names in IMPORT.findall(text):
        file = ROOT.joinpath(*module.split(".")).with_suffix(".py")
        source = file.read_text(encoding="utf-8") if file.is_file() else ""
        missing += [
            name for name in names.split(", ") if not re.search(rf"^(def|class) {name}\b|^{name}\b", source, re.M)
        ]
    return missing


def test_there_are_pages() -> None:
    assert {ROOT / "README.md", ROOT / "docs" / "extending.md", ROOT / "training" / "RESULTS.md"} <= set(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_files_and_commands_in_a_page_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert broken_links(page, text) == []
    if page not in RECORDS:
        assert missing_files(text) == []
        assert missing_names(text) == []
        assert {" ".join(command): bad for command in commands_in(text) if (bad := unknown_words(command))} == {}


def test_the_layers_in_architecture_are_those_of_the_contracts() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    contracts = settings["importlinter"]["contracts"]
    shown = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    exhaustive = [contract for contract in contracts if contract.get("exhaustive")]
    assert len(exhaustive) == 3
    for contract in exhaustive:
        layers = [re.sub(r"[()]", "", layer) for layer in contract["layers"]]
        assert "\n".join([contract["containers"][0], *(f"    {layer}" for layer in layers)]) in shown


@pytest.mark.parametrize("text", ["[a](missing.md)", "![image](docs/screenshots/missing.png)", "[a](missing.md#part)"])
def test_a_broken_link_is_found(text: str) -> None:
    assert broken_links(ROOT / "README.md", text)


def test_a_missing_file_is_found() -> None:
    assert missing_files("see `gesture_app/missing.py` and gesture_app/settings.py") == ["gesture_app/missing.py"]


@pytest.mark.parametrize(
    "text", ["`gesture-app replya clip.mp4`", "gesture-app replay clip.mp4 --jsno out", "`python -m training tarin x`"]
)
def test_an_unknown_command_is_found(text: str) -> None:
    assert [unknown_words(command) for command in commands_in(text)] != [[]]
    assert commands_in(text)


def test_a_known_command_is_accepted() -> None:
    assert [unknown_words(command) for command in commands_in("gesture-app replay x --json -  # comment")] == [[]]


def test_a_missing_name_is_found() -> None:
    assert missing_names("from gesture_app.errors import GestureAppError, Missing") == ["Missing"]
