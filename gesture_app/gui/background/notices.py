"""The notifications that all pages share: passing news, lasting states and questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
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


_SEVERITY = (NoticeKind.ERROR, NoticeKind.WARNING, NoticeKind.SUCCESS, NoticeKind.INFO)


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
    """A message to the user: passing news, a lasting state, or a question.

    Attributes:
        kind: Severity.
        title: The event, as one sentence.
        hint: Advice; may be empty.
        actions: Buttons. Pressing one removes the notification.
        key: A notification replaces the shown one with the same key; empty for none.
        lasts: Whether a notice or success is shown until it is withdrawn or dismissed; warnings and errors always are.
        anchor: The button that a question belongs to, and is asked beside; None for news and states.
    """

    kind: NoticeKind
    title: str
    hint: str = ""
    actions: tuple[Action, ...] = ()
    key: str = ""
    lasts: bool = False
    anchor: QObject | None = field(default=None, compare=False)

    @property
    def is_question(self) -> bool:
        """Whether it is asked beside a button."""
        return self.anchor is not None

    @property
    def is_passing(self) -> bool:
        """Whether it goes away by itself after some seconds."""
        return self.kind in (NoticeKind.INFO, NoticeKind.SUCCESS) and not self.lasts and not self.is_question

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

    @property
    def current(self) -> Notification | None:
        """The only one to show now: passing news, else the most severe state, the newest first; None without any."""
        candidates = [n for n in self._shown if not n.is_question]
        passing = [n for n in candidates if n.is_passing]
        return next(iter(passing or sorted(candidates, key=lambda n: _SEVERITY.index(n.kind))), None)

    @property
    def question(self) -> Notification | None:
        """The newest question; None if there is none."""
        return next((n for n in self._shown if n.is_question), None)

    def show(self, notification: Notification) -> None:
        """Show a notification, unless an equal one is shown. News replaces older news, a question another one."""
        if notification in self._shown:
            return
        kept = [n for n in self._shown if not notification.key or n.key != notification.key]
        if notification.is_passing:
            kept = [n for n in kept if not n.is_passing]
        if notification.is_question:
            kept = [n for n in kept if not n.is_question]
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
