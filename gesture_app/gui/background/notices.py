"""The list of notifications that all pages share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from gesture_app.errors import GestureAppError

_MOST_SHOWN = 3


class NoticeKind(Enum):
    """Severity of a notification. The value names its icon and its colour."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Action:
    """A button of a notification.

    Attributes:
        text: Text of the button.
        run: Called in the GUI thread when the button is pressed.
    """

    text: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Notification:
    """A message to the user.

    Attributes:
        kind: Severity.
        title: The event, as one sentence.
        hint: Advice; may be empty.
        actions: Buttons. Pressing one removes the notification.
        key: A notification replaces the shown one with the same key; empty for none.
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
        """Make a notification of an error's message and hint."""
        return cls(kind, error.message, error.hint, actions, key)


class Notices(QObject):
    """Holds the shown notifications. Used in the GUI thread."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Notification] = []

    @property
    def shown(self) -> tuple[Notification, ...]:
        """The shown notifications, newest first, three at most."""
        return tuple(self._shown)

    def show(self, notification: Notification) -> None:
        """Show a notification, unless an equal one is shown."""
        if notification in self._shown:
            return
        kept = [n for n in self._shown if not notification.key or n.key != notification.key]
        self._shown = [notification, *kept][:_MOST_SHOWN]
        self.changed.emit()

    def withdraw(self, key: str) -> None:
        """Remove the notification with this key."""
        self._keep([n for n in self._shown if n.key != key])

    def dismiss(self, notification: Notification) -> None:
        """Remove a notification."""
        self._keep([n for n in self._shown if n is not notification])

    def _keep(self, kept: list[Notification]) -> None:
        if len(kept) != len(self._shown):
            self._shown = kept
            self.changed.emit()
