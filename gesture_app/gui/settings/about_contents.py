"""What the section "About" says: versions, licences, privacy. No Qt."""

from __future__ import annotations

import importlib.metadata
import platform
import re
from dataclasses import dataclass
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.gui.translation import tr, translated

PRIVACY = Message(
    "Nothing that the camera sees leaves this computer. Pictures are looked at and "
    "forgotten, unless you record samples on the Collect page; these stay in a folder on "
    "this computer. The program sends nothing about you or your use of it. It uses the "
    "network only for an address that you open, and to fetch what training needs when "
    "you press “Add it” on the Train page."
)
_UNKNOWN = Message("see its project")
_LONGEST = 60


@dataclass(frozen=True)
class Library:
    """An installed library that the program uses.

    Attributes:
        name: Its name.
        version: Its version.
        licence: Its licence in a few words.
    """

    name: str
    version: str
    licence: str


def program_version(app_name: str) -> str:
    """Version of the program; empty if it is not installed as a package."""
    try:
        return importlib.metadata.version(app_name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def system_text() -> str:
    """Python and system, for example ``"Python 3.12.3, Linux x86_64"``."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def libraries(app_name: str) -> tuple[Library, ...]:
    """The installed libraries that the program names as its dependencies, by name.

    Those that training alone needs are left out where they are not installed, and always those for work on the program.
    """
    try:
        requirements = importlib.metadata.requires(app_name) or []
    except importlib.metadata.PackageNotFoundError:
        requirements = []
    used = [text for text in requirements if not re.search(r"extra == ['\"]dev['\"]", text)]
    names = {match.group(0) for text in used if (match := re.match(r"[\w.-]+", text))}
    found = (_library(name) for name in sorted(names, key=str.casefold) if name != app_name)
    return tuple(library for library in found if library is not None)


def licence_of(metadata: importlib.metadata.PackageMetadata) -> str:
    """The licence that a package names: an expression, else a classifier, else the first line of its text."""
    known = metadata.json
    expression = known.get("license_expression")
    if expression:
        return str(expression)
    classifiers = [str(text) for text in known.get("classifier", []) if str(text).startswith("License ::")]
    if classifiers:
        return ", ".join(text.rpartition(" :: ")[2] for text in classifiers)
    lines = str(known.get("license", "")).strip().splitlines()
    return lines[0].strip()[:_LONGEST] if lines and lines[0].strip() else translated(_UNKNOWN)


def text_of(path: Path) -> str:
    """Content of a text file; a sentence if it is missing."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return tr("{path} is missing. Fetch the program again.").format(path=path)


def _library(name: str) -> Library | None:
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return None
    return Library(name, found.version, licence_of(found.metadata))
