"""Notifications about samples."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from gesture_app.domain.samples.sample import DamagedSample
from gesture_app.gui.background.notices import Action, NoticeKind, Notification
from gesture_app.gui.translation import number, tr

CHANGE_KEY = "samples"
DAMAGED_KEY = "damaged-samples"
_NAMED_DAMAGED = 3


def damaged_notice(damaged: Sequence[DamagedSample]) -> Notification:
    """Warning about samples that cannot be read."""
    title = tr(
        "{count} recorded samples cannot be read and are left out.",
        "{count} recorded sample cannot be read and is left out.",
        len(damaged),
    ).format(count=number(len(damaged)))
    named = [f"{one.name} ({one.reason})" for one in damaged[:_NAMED_DAMAGED]]
    more = len(damaged) - len(named)
    listed = ", ".join(named)
    if more:
        listed = tr("{listed} and {more} more").format(listed=listed, more=number(more))
    return Notification(
        NoticeKind.WARNING,
        title,
        tr("{listed}. They stay where they are; nothing was removed.").format(listed=listed),
        key=DAMAGED_KEY,
    )


def emptying_question(count: int, empty: Callable[[], None], button: QObject) -> Notification:
    """Question beside a button before ``empty`` removes the samples in the trash for good."""
    title = tr("Remove {count} deleted samples for good?", "Remove {count} deleted sample for good?", count).format(
        count=number(count)
    )
    hint = tr("Nothing brings them back after that.")
    return Notification(
        NoticeKind.WARNING, title, hint, (Action(tr("Remove for good"), empty),), CHANGE_KEY, anchor=button
    )
