from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from gesture_app.domain.frames.camera_format import AUTOMATIC_S, EXPOSURES_S, CameraFormat
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.models.device import Device
from gesture_app.errors import SettingsError
from gesture_app.settings import (
    DEMO,
    CountdownSpeed,
    Language,
    MotionChoice,
    PlaySettings,
    Settings,
    SettingsFile,
    SourceChoice,
    SourceKind,
    ThemeChoice,
    default_settings_path,
)

CHOSEN = Settings(
    source=SourceChoice(SourceKind.CAMERA, "/dev/v4l/by-id/usb-1", 'Büro "Kamera" 1'),
    mirror=False,
    theme=ThemeChoice.DARK,
    hands=1,
    sensitivity=Sensitivity.HIGH,
    memory=False,
    device=Device.CPU,
    last_address="http://192.168.1.20:8080/video",
    last_folder="C:\\Videos",
    recent=(
        SourceChoice(SourceKind.FILE, "C:\\Videos\\a.mp4", "a.mp4"),
        SourceChoice(SourceKind.ADDRESS, "rtsp://a", "a"),
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "new" / "settings.toml")


def test_without_a_file_the_defaults_hold(file: SettingsFile) -> None:
    assert file.load() == Settings()
    assert not file.path.exists()


def test_nothing_that_killed_processes_left_survives_erasing(file: SettingsFile) -> None:
    file.save(Settings())
    file.path.with_name(".tmp-1-settings.toml").write_text('last_address = "rtsp://anna:secret@a"')
    file.erase()
    assert list(file.path.parent.iterdir()) == []


def test_settings_are_new_until_something_was_saved(file: SettingsFile) -> None:
    assert file.is_new
    file.save(Settings())
    assert not file.is_new
    file.erase()
    assert file.is_new
    file.path.write_text("mirror = [")
    with pytest.raises(SettingsError):
        file.load()
    assert not file.is_new


@pytest.mark.parametrize("settings", [Settings(), CHOSEN, Settings(source=DEMO)])
def test_saved_settings_are_loaded(file: SettingsFile, settings: Settings) -> None:
    file.save(settings)
    assert file.load() == settings
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.toml"]


def test_settings_without_a_sensitivity_have_the_normal_one(file: SettingsFile) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text("hands = 1\n", encoding="utf-8")
    assert (file.load().hands, file.load().sensitivity) == (1, Sensitivity.NORMAL)


def test_settings_of_an_earlier_version_use_the_samples_at_once(file: SettingsFile) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text("hands = 1\n", encoding="utf-8")
    assert file.load().memory


def test_the_list_of_recent_sources_is_written_only_if_there_is_one(file: SettingsFile) -> None:
    file.save(Settings())
    assert "recent" not in file.path.read_text("utf-8")


def test_rules_as_version_0_1_wrote_them_are_known(file: SettingsFile) -> None:
    for old, name in (("lizard_spock", "lizard-spock"), ("classic", "classic")):
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_text(f'[play]\nthrows = "{old}"\n', encoding="utf-8")
        assert file.load().play.throws == name


def test_the_file_is_in_the_configuration_folder() -> None:
    assert default_settings_path().name == "settings.toml"
    assert default_settings_path().parent.name == "gesture-app"


@pytest.mark.parametrize(
    "text",
    [
        "theme = [",
        'theme = "pink"',
        "hands = 7",
        'hands = "two"',
        'sensitivity = "extreme"',
        "mirror = 1",
        'source = "camera"',
        '[source]\nkind = "satellite"',
        '[source]\nvalue = "0"',
        "\0\1\2",
    ],
)
def test_a_damaged_file_is_renamed(file: SettingsFile, text: str) -> None:
    file.path.parent.mkdir()
    file.path.write_text(text)
    with pytest.raises(SettingsError, match="damaged") as caught:
        file.load()
    broken = file.path.with_name("settings.toml.broken")
    assert broken.read_text() == text
    assert str(broken) in caught.value.hint
    assert file.load() == Settings()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('theme = "pink"', "its 'theme' is not one of system, light, dark, got 'pink'"),
        ("hands = 7", "hands must be 1 or 2, got 7"),
        ('hands = "two"', "its 'hands' is not a whole number, got 'two'"),
        ("mirror = 1", "its 'mirror' is not true or false, got 1"),
        ('[source]\nkind = "satellite"', "its 'kind' is not one of camera, file, address, demo, got 'satellite'"),
        ('[source]\nvalue = "0"', "it lacks 'kind' in 'source'"),
        ("[play]\nbest_of = 2", "best_of must be one of (1, 3, 5, 7, 0), got 2"),
    ],
)
def test_the_reason_names_the_key_the_given_and_the_allowed_values(file: SettingsFile, text: str, reason: str) -> None:
    file.path.parent.mkdir()
    file.path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        file.load()
    assert reason in caught.value.message


def test_a_file_in_another_encoding_is_damaged(file: SettingsFile) -> None:
    file.path.parent.mkdir()
    file.path.write_bytes('last_folder = "Büro"'.encode("latin-1"))
    with pytest.raises(SettingsError, match="damaged"):
        file.load()


def test_keys_of_another_version_are_ignored(file: SettingsFile) -> None:
    file.path.parent.mkdir()
    file.path.write_text("mirror = false\nlasers = 3\n")
    assert file.load() == Settings(mirror=False)


def test_a_folder_in_place_of_the_file_is_reported(file: SettingsFile) -> None:
    file.path.mkdir(parents=True)
    with pytest.raises(SettingsError, match="cannot be read"):
        file.load()
    with pytest.raises(SettingsError, match="cannot be saved"):
        file.save(CHOSEN)
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.toml"]


def test_a_failed_save_leaves_the_old_file(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file.save(CHOSEN)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SettingsError, match="No space left") as caught:
        file.save(Settings())
    assert "Free some space" in caught.value.hint
    assert file.load() == CHOSEN
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs permissions that hold")
def test_a_read_only_folder_is_reported(file: SettingsFile) -> None:
    file.path.parent.mkdir()
    file.path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(SettingsError, match="cannot be saved"):
        file.save(CHOSEN)


def test_the_number_of_hands_is_checked() -> None:
    with pytest.raises(ValueError, match="hands must be 1 or 2"):
        Settings(hands=3)


def test_settings_that_earlier_versions_lack_are_written_only_when_they_are_used(file: SettingsFile) -> None:
    file.save(Settings())
    unused = ("cameras", "skeleton", "text_percent", "motion", "language", "volume_percent", "countdown", "detector")
    assert not any(name in file.path.read_text("utf-8") for name in unused)
    changed = Settings(
        cameras={"usb-1": CameraFormat(1280, 720, 60, EXPOSURES_S[3])},
        skeleton=False,
        text_percent=150,
        language=Language.GERMAN,
        motion=MotionChoice.REDUCED,
        detector="mediapipe",
        play=PlaySettings(volume_percent=0, countdown=CountdownSpeed.SLOW),
    )
    file.save(changed)
    assert file.load() == changed


def test_a_camera_without_settings_is_asked_for_the_usual_format() -> None:
    settings = Settings(cameras={"usb-1": CameraFormat(1280, 720)})
    assert settings.camera_format("usb-1").resolution_wh == (1280, 720)
    assert settings.camera_format("other") == CameraFormat(640, 480, 30, AUTOMATIC_S)


@pytest.mark.parametrize(
    "text",
    [
        "text_percent = 99",
        "text_percent = 201",
        "[play]\nvolume_percent = 101",
        "[cameras.a]\nwidth_px = 0",
        "[cameras.a]\nfps = 0",
        "[cameras.a]\nexposure_s = -1.0",
    ],
)
def test_values_out_of_range_are_refused(file: SettingsFile, text: str) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError):
        file.load()
