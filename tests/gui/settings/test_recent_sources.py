"""The list of sources that were opened last, and its menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.gui.background.recent_sources import KEY, MOST, with_newest
from gesture_app.gui.settings.recent_menu import recent_titles
from gesture_app.settings import Settings, SettingsFile, SourceChoice, SourceKind
from tests.fakes.gui import FakeCamera, FakeCatalog
from tests.gui.conftest import MakeDesktop

CAMERA = FakeCamera("Desk camera", "desk")
PHONE = SourceChoice(SourceKind.ADDRESS, "http://me:secret@phone:8080/video", "http://phone:8080/video")


def file_choice(path: Path) -> SourceChoice:
    return SourceChoice(SourceKind.FILE, str(path), path.name)


def clips(folder: Path, count: int) -> list[SourceChoice]:
    return [file_choice(folder / f"{number}.mp4") for number in range(count)]


def entries(desktop: DesktopApp) -> dict[str, QAction]:
    menu = desktop.window.picker.recent_menu
    return {action.text().replace("&", ""): action for action in menu.actions() if not action.isSeparator()}


@pytest.fixture
def catalog() -> FakeCatalog:
    return FakeCatalog(CAMERA)


def test_the_newest_comes_first_and_only_once(tmp_path: Path) -> None:
    recent: tuple[SourceChoice, ...] = ()
    choices = clips(tmp_path, MOST + 1)
    for choice in (*choices, choices[3]):
        recent = with_newest(recent, choice)
    assert [choice.name for choice in recent] == [f"{number}.mp4" for number in (3, 8, 7, 6, 5, 4, 2, 1)]


def test_paths_are_kept_absolute() -> None:
    (choice,) = with_newest((), file_choice(Path("clip.mp4")))
    assert choice == SourceChoice(SourceKind.FILE, str(Path.cwd() / "clip.mp4"), "clip.mp4")


def test_files_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    same = [file_choice(tmp_path / "a" / "clip.mp4"), PHONE, file_choice(tmp_path / "b" / "clip.mp4")]
    assert recent_titles(same) == [f"clip.mp4 in {tmp_path / 'a'}", PHONE.name, f"clip.mp4 in {tmp_path / 'b'}"]


def test_a_source_is_remembered_once_its_picture_comes(
    make_desktop: MakeDesktop, catalog: FakeCatalog, settings_file: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(catalog, settings=Settings())
    qtbot.waitUntil(lambda: bool(catalog.made))
    catalog.source(SourceKind.CAMERA, CAMERA.id).send()
    qtbot.waitUntil(lambda: desktop.session.frame is not None)
    assert settings_file.load().recent == ()
    assert not desktop.window.picker.recent_menu.isEnabled()

    clip = file_choice(tmp_path / "clip.mp4")
    desktop.sources.select_file(tmp_path / "clip.mp4")
    assert desktop.recent.choices == ()
    catalog.source(SourceKind.FILE, clip.value).send()
    qtbot.waitUntil(lambda: settings_file.load().recent == (clip,))
    assert list(entries(desktop)) == ["clip.mp4", "Clear the list"]


def test_one_click_opens_it_again(
    make_desktop: MakeDesktop, catalog: FakeCatalog, tmp_path: Path, qtbot: QtBot
) -> None:
    clip = file_choice(tmp_path / "clip.mp4")
    Path(clip.value).touch()
    desktop = make_desktop(catalog, settings=Settings(recent=(clip, PHONE)))
    entries(desktop)["clip.mp4"].trigger()
    qtbot.waitUntil(lambda: desktop.sources.current == clip)
    entries(desktop)[PHONE.name].trigger()
    assert desktop.sources.current == PHONE


def test_a_password_is_not_shown(make_desktop: MakeDesktop, catalog: FakeCatalog) -> None:
    desktop = make_desktop(catalog, settings=Settings(recent=(PHONE,)))
    action = entries(desktop)[PHONE.name]
    assert "secret" not in action.text() + action.toolTip()


def test_a_missing_file_is_told_and_removed_and_the_camera_goes_on(
    make_desktop: MakeDesktop, catalog: FakeCatalog, settings_file: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = file_choice(tmp_path / "gone.mp4")
    desktop = make_desktop(catalog, settings=Settings(recent=(gone, PHONE)))
    qtbot.waitUntil(lambda: desktop.sources.current is not None)
    before = desktop.sources.current
    entries(desktop)["gone.mp4"].trigger()
    qtbot.waitUntil(lambda: any(notice.key == KEY for notice in desktop.notices.shown))
    (notice,) = (notice for notice in desktop.notices.shown if notice.key == KEY)
    assert notice.title == "gone.mp4 is no longer there. It was removed from the list of recent sources."
    assert gone.value in notice.hint
    assert settings_file.load().recent == (PHONE,)
    assert desktop.sources.current == before


def test_the_list_can_be_cleared(
    make_desktop: MakeDesktop, catalog: FakeCatalog, settings_file: SettingsFile, tmp_path: Path
) -> None:
    clip = file_choice(tmp_path / "clip.mp4")
    Path(clip.value).touch()
    desktop = make_desktop(catalog, settings=Settings(recent=(clip,)))
    entries(desktop)["Clear the list"].trigger()
    assert settings_file.load().recent == ()
    assert Path(clip.value).exists()
    assert not desktop.window.picker.recent_menu.isEnabled()
