from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from gesture_app.cli import doctor
from gesture_app.cli.main import run_command_line
from gesture_app.cli.options import RecognitionOptions
from gesture_app.inference.library.model_library import FolderModelLibrary
from gesture_app.settings import Settings, SettingsFile
from gesture_app.vision.detectors import DEFAULT_DETECTOR
from tests.fakes.detectors import INSTALLED_DETECTORS, needs_mediapipe


def examined(
    version_of: Callable[[str], str | None] = doctor.installed_version, *, width: int = 240
) -> tuple[int, str]:
    console = Console(file=io.StringIO(), width=width)
    code = doctor.examine(console, RecognitionOptions(), version_of=version_of)
    return code, console.file.getvalue()  # type: ignore[attr-defined]


def versions_with(**replaced: str | None) -> Callable[[str], str | None]:
    """The installed versions, but for these packages."""
    return lambda package: replaced[package] if package in replaced else doctor.installed_version(package)


def test_a_whole_installation_has_everything_needed() -> None:
    code, text = examined()
    assert code == 0, text
    for expected in ("msgspec", "ONNX Runtime, CPU", "verified", "settings folder", "Everything needed is there."):
        assert expected in text


@pytest.mark.parametrize("name", INSTALLED_DETECTORS)
def test_the_networks_of_the_chosen_hand_detector_are_checked(name: str) -> None:
    console = Console(file=io.StringIO(), width=240)
    assert doctor.examine(console, RecognitionOptions(detector=name)) == 0
    assert f"{name}: its networks were found (7." in console.file.getvalue()  # type: ignore[attr-defined]


@needs_mediapipe
def test_the_hand_detector_that_was_chosen_in_the_window_is_checked_unless_another_one_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    SettingsFile().save(Settings(detector="mediapipe"))
    run_command_line(["doctor"])
    assert "mediapipe: its networks were found" in capsys.readouterr().out
    run_command_line(["doctor", "--detector", "onnx"])
    text = capsys.readouterr().out
    assert "onnx: its networks were found" in text
    assert "also installed: mediapipe" in text


def test_a_hand_detector_that_is_no_longer_there_gives_way_to_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    SettingsFile().save(Settings(detector="of-an-earlier-version"))
    run_command_line(["doctor"])
    assert f"{DEFAULT_DETECTOR}: its networks were found" in capsys.readouterr().out


def test_folders_are_never_cut_however_narrow_the_terminal() -> None:
    folder = own_model(f"mine-{'x' * 70}")
    _, text = examined(width=40)
    assert str(folder) in text


def test_a_missing_model_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor, "model_library", lambda: FolderModelLibrary(tmp_path, tmp_path / "own"))
    code, text = examined()
    assert code == 1
    assert str(tmp_path / "own") in text
    assert "Fetch the program again." in text


def shipped_copy(folder: Path) -> Path:
    shipped = doctor.model_library().active().folder
    return shutil.copytree(shipped, folder / shipped.name)


def damage(model: Path) -> None:
    with (model / "model.onnx").open("ab") as file:
        file.write(b"x")


def test_a_damaged_model_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    damage(shipped_copy(tmp_path))
    monkeypatch.setattr(doctor, "model_library", lambda: FolderModelLibrary(tmp_path, tmp_path / "own"))
    code, text = examined()
    assert code == 1
    assert "damaged" in text


def own_model(model_id: str) -> Path:
    """A copy of the shipped model under another name, among the person's own."""
    library = doctor.model_library()
    shipped = library.active_model()
    folder = shutil.copytree(shipped.folder, library.own_root / model_id)
    manifest = replace(shipped.manifest, id=model_id)
    (folder / "manifest.json").write_text(manifest.to_json(), encoding="utf-8")
    return folder


def test_the_active_model_is_marked() -> None:
    folder = own_model("mine")
    doctor.model_library().activate("mine")
    code, text = examined()
    assert code == 0, text
    assert f"in use, verified, {folder}" in text
    assert text.count("in use, ") == 1
    assert "mine on ONNX Runtime" in text


def test_a_damaged_active_model_is_named_and_replaced_by_the_shipped_one() -> None:
    folder = own_model("mine")
    doctor.model_library().activate("mine")
    damage(folder)
    code, text = examined()
    assert code == 0, text
    assert "mine, which you chose, cannot be used" in text
    assert "gesture-app models remove mine" in text


def test_a_missing_package_is_a_problem_only_if_needed() -> None:
    code, text = examined(versions_with(**{"PySide6-Addons": None}))
    assert code == 0
    assert "cameras that are plugged in" in text
    assert examined(versions_with(rich=None))[0] == 1


def test_without_tensorflow_doctor_says_how_to_add_it() -> None:
    code, text = examined(versions_with(tensorflow=None, keras=None))
    assert code == 0
    assert "not installed (TensorFlow, Keras missing)" in text
    assert "Train page, or with this command" in text
    assert "tensorflow 2" in examined()[1]


def test_a_mediapipe_that_reports_usage_is_a_problem() -> None:
    code, text = examined(versions_with(mediapipe="1.2.2"))
    assert code == 1
    assert "report usage" in text


def test_without_mediapipe_nothing_is_missing() -> None:
    code, text = examined(versions_with(mediapipe=None))
    assert code == 0, text
    assert "mediapipe" not in text


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
