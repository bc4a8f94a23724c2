from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gesture_app.gui.settings.open_dialog import OpenDialog


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an image and another folder in it."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "hand.png").write_bytes(b"")
    return tmp_path


def opened(qtbot: QtBot, folder: Path) -> tuple[OpenDialog, list[Path]]:
    dialog = OpenDialog(str(folder))
    qtbot.addWidget(dialog)
    chosen: list[Path] = []
    dialog.chosen.connect(chosen.append)
    dialog.open()
    return dialog, chosen


def test_the_shown_folder_can_be_chosen(folder: Path, qtbot: QtBot) -> None:
    dialog, chosen = opened(qtbot, folder)
    dialog.folder_button.click()
    assert chosen == [folder]
    assert not dialog.isVisible()


def test_a_selected_folder_is_chosen_before_the_shown_one(folder: Path, qtbot: QtBot) -> None:
    dialog, chosen = opened(qtbot, folder)
    dialog.selectFile(str(folder / "photos"))
    dialog.folder_button.click()
    assert chosen == [folder / "photos"]


def test_a_file_can_be_chosen(folder: Path, qtbot: QtBot) -> None:
    dialog, chosen = opened(qtbot, folder)
    dialog.selectFile(str(folder / "hand.png"))
    dialog.accept()
    assert chosen == [folder / "hand.png"]
