"""Brings the translations up to date: ``python scripts/translations.py``, or ``make translations``.

Collects the texts of the source in ``assets/translations/<code>.ts`` and compiles these to ``<code>.qm``, which the
window loads. Prints the texts that still need a translation, and ends with 1 if there are any.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES = (ROOT / "gesture_app", ROOT / "training" / "retraining")
"""Folders with texts that the window shows."""
FOLDER = ROOT / "assets" / "translations"

LUPDATE = ["-extensions", "py", "-tr-function-alias", "tr+=Message", "-locations", "none", "-no-obsolete", "-silent"]


def tool(name: str) -> str:
    """Path of one of Qt's programs, which come with PySide6."""
    folder = Path(PySide6.__file__).parent
    return str(next(path for path in (folder / name, folder / f"{name}.exe") if path.is_file()))


def collect(catalog: Path) -> None:
    """Add the new texts of the source to a ``.ts`` file, and remove those that are not in use any more."""
    subprocess.run([tool("lupdate"), *LUPDATE, *map(str, SOURCES), "-ts", str(catalog)], check=True)


def compile_catalog(catalog: Path) -> None:
    """Write the ``.qm`` file beside a ``.ts`` file."""
    compiled = str(catalog.with_suffix(".qm"))
    subprocess.run([tool("lrelease"), "-silent", str(catalog), "-qm", compiled], check=True)


def unfinished(catalog: Path) -> list[str]:
    """The texts of a ``.ts`` file without a translation."""
    messages = ET.parse(catalog).iter("message")
    return [_source(message) for message in messages if _is_unfinished(message.find("translation"))]


def _source(message: ET.Element) -> str:
    return message.findtext("source") or ""


def _is_unfinished(translation: ET.Element | None) -> bool:
    return translation is None or translation.get("type") == "unfinished"


def main() -> int:
    """Collect, compile, and list what is left to do."""
    open_texts = 0
    for catalog in sorted(FOLDER.glob("*.ts")):
        collect(catalog)
        compile_catalog(catalog)
        for text in unfinished(catalog):
            print(f"{catalog.name}: {text}")
            open_texts += 1
    return 1 if open_texts else 0


if __name__ == "__main__":
    sys.exit(main())
