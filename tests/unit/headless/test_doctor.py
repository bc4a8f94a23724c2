from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from gesture_app.headless import doctor
from gesture_app.inference.model_store import ModelStore


def examined(**options: object) -> tuple[int, str]:
    console = Console(file=io.StringIO(), width=240)
    code = doctor.examine(console, **options)  # type: ignore[arg-type]
    return code, console.file.getvalue()  # type: ignore[attr-defined]


def test_a_whole_installation_has_everything_needed() -> None:
    code, text = examined()
    assert code == 0, text
    for expected in ("mediapipe", "ONNX Runtime, CPU", "verified", "settings folder", "Everything needed is there."):
        assert expected in text


def test_without_a_model_it_says_so_and_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor, "model_store", lambda: ModelStore([tmp_path]))
    code, text = examined()
    assert code == 1
    assert str(tmp_path) in text
    assert "Fetch the program again." in text


def test_a_damaged_model_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shipped = doctor.model_store().folders()[0]
    copy = tmp_path / shipped.name
    shutil.copytree(shipped, copy)
    with (copy / "model.onnx").open("ab") as file:
        file.write(b"x")
    monkeypatch.setattr(doctor, "model_store", lambda: ModelStore([tmp_path]))
    code, text = examined()
    assert code == 1
    assert "damaged" in text


def test_a_missing_package_is_a_problem_only_if_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = doctor._version
    monkeypatch.setattr(doctor, "_version", lambda package: None if package == "keras" else versions(package))
    code, text = examined()
    assert code == 0
    assert "training, and the GPU" in text
    monkeypatch.setattr(doctor, "_version", lambda package: None if package == "rich" else versions(package))
    assert examined()[0] == 1


def test_a_mediapipe_that_reports_usage_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = doctor._version
    monkeypatch.setattr(doctor, "_version", lambda package: "1.2.2" if package == "mediapipe" else versions(package))
    code, text = examined()
    assert code == 1
    assert "report usage" in text


def test_a_folder_that_cannot_be_written_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setattr(doctor, "user_folders", lambda: {"data": blocked / "inside"})
    code, text = examined()
    assert code == 1
    assert "cannot be written" in text


def test_one_failing_check_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[object]:
        raise OSError("no such device")

    monkeypatch.setattr(doctor, "list_cameras", broken)
    code, text = examined()
    assert code == 1
    assert "no such device" in text
    assert "settings folder" in text
