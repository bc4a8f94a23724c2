"""What the program has to tell: one list for all pages, whatever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from gesture_app.errors import GestureAppError

_MOST_SHOWN = 3


class NoticeKind(Enum):
    """How much a notice matters. The value names its drawing and its colour."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Action:
    """Something the person can do about a notice.

    Attributes:
        text: What the button says.
        run: What it does; called in the GUI thread.
    """

    text: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Notification:
    """One thing to tell.

    Attributes:
        kind: How much it matters.
        title: What happened, as one sentence.
        hint: What to do about it; may be empty.
        actions: Buttons that do it. Using one takes the notification away.
        key: Of two notifications with one key only the newer is shown; an empty key never replaces another.
    """

    kind: NoticeKind
    title: str
    hint: str = ""
    actions: tuple[Action, ...] = ()
    key: str = ""

    @classmethod
    def of_error(
        cls,
        error: GestureAppError,
        *,
        kind: NoticeKind = NoticeKind.ERROR,
        key: str = "",
        actions: tuple[Action, ...] = (),
    ) -> Notification:
        """An error as a notification."""
        return cls(kind, error.message, error.hint, actions, key)


class Notices(QObject):
    """The notifications on show, newest first. Used in the GUI thread."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Notification] = []

    @property
    def shown(self) -> tuple[Notification, ...]:
        """Newest first; the oldest are dropped when there are too many."""
        return tuple(self._shown)

    def show(self, notification: Notification) -> None:
        """Tell it. Telling the same thing again changes nothing."""
        if notification in self._shown:
            return
        kept = [n for n in self._shown if not notification.key or n.key != notification.key]
        self._shown = [notification, *kept][:_MOST_SHOWN]
        self.changed.emit()

    def withdraw(self, key: str) -> None:
        """Take away what is no longer true."""
        self._keep([n for n in self._shown if n.key != key])

    def dismiss(self, notification: Notification) -> None:
        """Take away what the person has read."""
        self._keep([n for n in self._shown if n is not notification])

    def _keep(self, kept: list[Notification]) -> None:
        if len(kept) != len(self._shown):
            self._shown = kept
            self.changed.emit()
