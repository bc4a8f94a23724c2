from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from gesture_app.gui.settings.report_dialog import ReportDialog


def test_all_of_a_report_is_shown_before_it_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    parts = {"versions.txt": "1.0", "gesture-app.log": "an error\nwith a stack"}
    dialog = ReportDialog(parts)
    qtbot.addWidget(dialog)
    views = [dialog.tabs.widget(index) for index in range(dialog.tabs.count())]
    shown = {dialog.tabs.tabText(index): view for index, view in enumerate(views) if isinstance(view, QPlainTextEdit)}
    assert {name: view.toPlainText() for name, view in shown.items()} == parts
    with qtbot.waitSignal(dialog.save_requested) as saved:
        dialog.save_to(str(tmp_path / "report.zip"))
    assert saved.args == [tmp_path / "report.zip", parts]
