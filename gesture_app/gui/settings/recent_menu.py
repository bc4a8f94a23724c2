"""Menu of the sources that were opened last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from gesture_app.gui.background.recent_sources import RecentSources
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.settings import SourceChoice, SourceKind


class RecentMenu(QMenu):
    """Lists the sources, newest first, and clears the list. Disabled while the list is empty.

    Args:
        recent: The list; opens the chosen source.
        icons: The program's icons.
        parent: Parent widget.
    """

    def __init__(self, recent: RecentSources, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open &recent"), parent)
        self._recent = recent
        self._icons = icons
        self.setToolTipsVisible(True)

    def refresh(self, color: str) -> None:
        """Show the present list, with icons of this colour."""
        choices = self._recent.choices
        self.clear()
        for choice, title in zip(choices, recent_titles(choices), strict=True):
            action = self.addAction(self._icons.icon(choice.kind.value, color), title.replace("&", "&&"))
            # An address may hold a password; its name does not.
            action.setToolTip(choice.value if choice.kind is SourceKind.FILE else choice.name)
            action.triggered.connect(lambda _checked=False, chosen=choice: self._recent.open(chosen))
        self.addSeparator()
        self.addAction(tr("&Clear the list"), self._recent.clear)
        self.setEnabled(bool(choices))


def recent_titles(choices: Sequence[SourceChoice]) -> list[str]:
    """A text for each source; files of the same name are told apart by their folders."""
    counts = Counter(choice.name for choice in choices)
    return [
        tr("{name} in {folder}").format(name=choice.name, folder=Path(choice.value).parent)
        if choice.kind is SourceKind.FILE and counts[choice.name] > 1
        else choice.name
        for choice in choices
    ]
