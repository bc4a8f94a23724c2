"""Remembers the files, folders and addresses that were opened last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.session import EngineSession
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.background.worker import Finish, Worker
from gesture_app.gui.translation import tr
from gesture_app.settings import SourceChoice, SourceKind

MOST = 8
"""Most sources that are remembered."""

KEY = "recent-source"

_STOP_S = 1.0
"""A network drive that does not answer is not waited for any longer when the program ends."""


class RecentSources(QObject):
    """The list of sources opened last. It is kept in the settings; a source belongs to it once its first frame came.

    Used in the GUI thread. Files are looked for on a thread of its own, as a drive may take seconds.

    Args:
        sources: Shows a source of the list.
        session: Delivers the frames of the current source.
        preferences: Keeps the list.
        notices: Tells of a file that is gone.
        parent: Qt's owner.
    """

    def __init__(
        self,
        sources: SourceController,
        session: EngineSession,
        preferences: Preferences,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sources = sources
        self._preferences = preferences
        self._notices = notices
        self._remembered: SourceChoice | None = None
        self._worker = Worker("recent-sources", tr("The file could not be looked for"), parent=self)
        self._worker.failed.connect(lambda error: notices.show(Notification.of_error(error, key=KEY)))
        session.frame_changed.connect(self._on_frame)

    @property
    def choices(self) -> tuple[SourceChoice, ...]:
        """The sources, newest first."""
        return self._preferences.settings.recent

    def open(self, choice: SourceChoice) -> None:
        """Show a source of the list. A file or folder that is gone is told and removed; the present source stays."""
        if choice.kind is not SourceKind.FILE:
            self._sources.select(choice)
            return

        def look() -> Finish:
            is_there = Path(choice.value).exists()
            return lambda: self._on_looked(choice, is_there=is_there)

        self._worker.run(look)

    def clear(self) -> None:
        """Forget all of them. Nothing is deleted but the list."""
        self._preferences.change(recent=())

    def stop(self) -> bool:
        """End the thread. Returns False when a drive does not answer."""
        return self._worker.stop(_STOP_S)

    def _on_looked(self, choice: SourceChoice, *, is_there: bool) -> None:
        if is_there:
            self._sources.select(choice)
            return
        self._preferences.change(recent=without(self.choices, choice))
        title = tr("{name} is no longer there. It was removed from the list of recent sources.").format(
            name=choice.name
        )
        self._notices.show(
            Notification(NoticeKind.WARNING, title, tr("Looked for {value}.").format(value=choice.value), key=KEY)
        )

    def _on_frame(self) -> None:
        """Remember the current source, once."""
        current = self._sources.current
        if current is None or current == self._remembered:
            return
        self._remembered = current
        self._notices.withdraw(KEY)
        if current.kind in {SourceKind.FILE, SourceKind.ADDRESS}:
            self._preferences.change(recent=with_newest(self.choices, current))


def with_newest(recent: Sequence[SourceChoice], opened: SourceChoice) -> tuple[SourceChoice, ...]:
    """The list after a source was opened: it comes first, and only once. Paths of files become absolute."""
    if opened.kind is SourceKind.FILE:
        opened = replace(opened, value=str(Path(opened.value).absolute()))
    return (opened, *without(recent, opened))[:MOST]


def without(recent: Sequence[SourceChoice], choice: SourceChoice) -> tuple[SourceChoice, ...]:
    """The list without a source, whatever its displayed name."""
    return tuple(other for other in recent if (other.kind, other.value) != (choice.kind, choice.value))
