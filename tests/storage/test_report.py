from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gesture_app.settings import PlaySettings, Settings, SourceChoice, SourceKind, public_text
from gesture_app.storage.program_log import Redaction
from gesture_app.storage.report import report_texts, write_report
from gesture_app.storage.user_data import UserDataError


@pytest.fixture
def log_folder(tmp_path: Path) -> Path:
    (tmp_path / "gesture-app.log").write_text("Berta's hand in /homes/anna/x\n")
    (tmp_path / "gesture-app.log.1").write_text("older\n")
    (tmp_path / "hand.png").write_bytes(b"an image")
    return tmp_path


def test_the_file_holds_exactly_what_was_shown(log_folder: Path, tmp_path: Path) -> None:
    redaction = Redaction(Path("/homes/anna"), lambda: ["Berta"])
    parts = report_texts({"versions.txt": "1.0 in /homes/anna/.venv", "empty.txt": ""}, log_folder, redaction)
    assert parts == {
        "versions.txt": "1.0 in ~/.venv",
        "gesture-app.log": "<name>'s hand in ~/x\n",
        "gesture-app.log.1": "older\n",
    }
    write_report(tmp_path / "report.zip", parts)
    with zipfile.ZipFile(tmp_path / "report.zip") as archive:
        read = {name.removesuffix(".txt"): archive.read(name).decode() for name in archive.namelist()}
    assert read == {name.removesuffix(".txt"): text for name, text in parts.items()}


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserDataError):
        write_report(tmp_path / "missing" / "report.zip", {"a.txt": "x"})


def test_settings_in_a_report_tell_nothing_about_people() -> None:
    address = SourceChoice(SourceKind.ADDRESS, "http://anna:secret@10.0.0.1/video", "Anna's phone")
    settings = Settings(
        source=address,
        recent=(address,),
        last_address=address.value,
        last_folder="/homes/anna/videos",
        person="Anna",
        muted_people=("Berta",),
        play=PlaySettings(people=("Anna", "Berta"), throws="annas-rules"),
        hands=1,
    )
    text = public_text(settings)
    assert "hands = 1" in text
    assert "source = address" in text
    for private in ("anna", "berta", "secret", "10.0.0.1"):
        assert private not in text.casefold()
