"""Notifications about corrections."""

from __future__ import annotations

from collections.abc import Callable

from gesture_app.domain.samples.quality import QualityResult
from gesture_app.gui.background.memory_state import MemoryState
from gesture_app.gui.background.notices import Action, NoticeKind, Notification
from gesture_app.gui.background.sample_notices import CHANGE_KEY
from gesture_app.gui.translation import tr


def added_notice(
    name: str, state: MemoryState, *, undo: Callable[[], None], use_at_once: Callable[[], None]
) -> Notification:
    """News that a hand was added as a sample, and when it counts.

    Args:
        name: Name of the label, for use in a sentence.
        state: Whether samples count at once.
        undo: Takes the sample back.
        use_at_once: Lets samples count at once.
    """
    actions = [Action(tr("Undo"), undo)]
    if not state.is_supported:
        hint = tr("The model in use learns from it when it is retrained.")
    elif state.is_on:
        hint = tr("Hands like it are read better from now on.")
    else:
        hint = tr("Samples are not used at once, so it counts when the model is retrained.")
        actions.append(Action(tr("Use samples at once"), use_at_once))
    return Notification(
        NoticeKind.SUCCESS, tr("Your hand was added as {name}.").format(name=name), hint, tuple(actions), CHANGE_KEY
    )


def refused_notice(result: QualityResult) -> Notification:
    """News that a hand was not added, and the reason."""
    return Notification(NoticeKind.INFO, tr("Your hand was not added."), result.message, key=CHANGE_KEY)
