"""A report for somebody who helps: log, versions, findings and settings as texts, without what is private."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from gesture_app.storage.program_log import FILE_NAME, Redaction
from gesture_app.storage.user_data import WritePart, write_export

_MOST_LOGS = 2


def report_texts(texts: Mapping[str, str], log_folder: Path, redaction: Redaction) -> dict[str, str]:
    """The parts of a report by their file names.

    Args:
        texts: Texts by file name, such as versions and settings.
        log_folder: The folder of the log, whose newest files become parts.
        redaction: Applied to all parts, as names may have become known since the log was written.
    """
    names = (FILE_NAME, *(f"{FILE_NAME}.{number}" for number in range(1, _MOST_LOGS)))
    logs = {Path(name).name: _text_of(log_folder / name) for name in names}
    return {name: redaction(text) for name, text in {**texts, **logs}.items() if text.strip()}


def write_report(path: Path, parts: Mapping[str, str]) -> None:
    """Write a report to a zip file; an existing one is replaced.

    Raises:
        UserDataError: If it cannot be written.
    """
    writers: dict[str, WritePart] = {
        f"{name}.txt" if not name.endswith(".txt") else name: partial(_write, text) for name, text in parts.items()
    }
    write_export(path, writers)


def _write(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
