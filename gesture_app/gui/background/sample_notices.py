"""Notifications about samples."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from gesture_app.domain.samples.sample import DamagedSample
from gesture_app.gui.background.notices import Action, NoticeKind, Notification
from gesture_app.gui.texts import counted

CHANGE_KEY = "samples"
DAMAGED_KEY = "damaged-samples"
_NAMED_DAMAGED = 3


def damaged_notice(damaged: Sequence[DamagedSample]) -> Notification:
    """Warning about samples that cannot be read."""
    verb = "is" if len(damaged) == 1 else "are"
    title = f"{counted(len(damaged), 'recorded sample')} cannot be read and {verb} left out."
    named = [f"{one.name} ({one.reason})" for one in damaged[:_NAMED_DAMAGED]]
    more = len(damaged) - len(named)
    listed = ", ".join(named) + (f" and {more} more" if more else "")
    return Notification(
        NoticeKind.WARNING, title, f"{listed}. They stay where they are; nothing was removed.", key=DAMAGED_KEY
    )


def emptying_question(count: int, empty: Callable[[], None], button: QObject) -> Notification:
    """Question beside a button before ``empty`` removes the samples in the trash for good."""
    title = f"Remove {counted(count, 'deleted sample')} for good?"
    hint = "Nothing brings them back after that."
    return Notification(NoticeKind.WARNING, title, hint, (Action("Remove for good", empty),), CHANGE_KEY, anchor=button)
