"""Texts about what training needs, and adding it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError
from gesture_app.gui.translation import decimal, listed, number, tr, translated
from gesture_app.installation.requirements import TrainingSize, titles_of
from gesture_app.installation.run import AddingPhase, AddingProgress

CANCELLED = Message("Adding was cancelled. Nothing was changed.")
_TENSORFLOW = "TensorFlow"
_MB_PER_GB = 1000
_BEGUN = 0.005
"""Fetched share from which packages are fetched, not only what the index says about them."""

_NETWORK = Message(
    "Nothing is fetched until you press the button, and nothing of yours is "
    "sent. The packages come from the Python package index, or from the one that "
    "pip or uv is set to."
)
_MEANWHILE = Message("You can go on playing and recording.")


@dataclass(frozen=True)
class NeedsView:
    """Contents of the card about what training needs.

    Attributes:
        title: What is missing, or what went wrong.
        detail: Size, progress, or what to do.
        note: Where it comes from; empty while it is being added.
        button: Text of the button that adds it; empty for none.
        share: Fetched part of all, from 0 to 1; None while it is not known.
        is_running: Whether it is being added.
        is_failed: Whether the last try failed.
    """

    title: str
    detail: str
    note: str = ""
    button: str = ""
    share: float | None = None
    is_running: bool = False
    is_failed: bool = False


def needs_view(
    missing: Sequence[str],
    size: TrainingSize,
    obstacle: str = "",
    *,
    is_running: bool = False,
    is_cancelling: bool = False,
    progress: AddingProgress | None = None,
    error: GestureAppError | None = None,
) -> NeedsView:
    """The card's contents.

    Args:
        missing: The missing requirements.
        size: Their size.
        obstacle: Reason why they cannot be added here; empty if they can.
        is_running: Whether they are being added.
        is_cancelling: Whether that was cancelled.
        progress: Progress of adding; None before the first.
        error: Error of the last try.
    """
    if is_running:
        share = progress.share if progress is not None and not is_cancelling else None
        detail = tr("Cancelling…") if is_cancelling else progress_text(progress, size)
        return NeedsView(
            tr("Adding {needed}…").format(needed=needed_text(missing)), detail, share=share, is_running=True
        )
    if error is not None:
        return NeedsView(
            translated(error.message),
            translated(error.hint),
            button="" if obstacle else tr("Try &again"),
            is_failed=True,
        )
    title = tr("Training needs {needed}").format(needed=needed_text(missing))
    if obstacle:
        return NeedsView(title, translated(obstacle))
    detail = tr("It is not installed, as playing does not need it: {size}.").format(size=size_text(size))
    return NeedsView(title, detail, translated(_NETWORK), tr("&Add it"))


def needed_text(missing: Sequence[str]) -> str:
    """What is missing: TensorFlow, or else the names of the packages."""
    titles = titles_of(missing)
    return _TENSORFLOW if _TENSORFLOW in titles or not titles else listed(titles)


def size_text(size: TrainingSize) -> str:
    """What is fetched, and what it takes on the disk: ``"about 750 MB to fetch, 2.1 GB on the disk"``."""
    return tr("about {fetched} to fetch, {on_disk} on the disk").format(
        fetched=_size(size.fetched_mb), on_disk=_size(size.on_disk_mb)
    )


def progress_text(progress: AddingProgress | None, size: TrainingSize) -> str:
    """What is being done."""
    if progress is None or (progress.phase is AddingPhase.FETCH and (progress.share or 0.0) < _BEGUN):
        return tr("Finding the versions that fit… {meanwhile}").format(meanwhile=translated(_MEANWHILE))
    if progress.phase is AddingPhase.INSTALL:
        return tr("Installing. This takes a minute or more, and cannot be cancelled. {meanwhile}").format(
            meanwhile=translated(_MEANWHILE)
        )
    if progress.phase is AddingPhase.CHECK:
        return tr("Checking that it works… {meanwhile}").format(meanwhile=translated(_MEANWHILE))
    done_mb = round((progress.share or 0.0) * size.fetched_mb)
    return tr("Fetching: about {done_mb} of {fetched_mb} MB. {meanwhile}").format(
        done_mb=done_mb, fetched_mb=size.fetched_mb, meanwhile=translated(_MEANWHILE)
    )


def added_text(missing: Sequence[str]) -> str:
    """Notice that it was added."""
    return tr("{needed} was added. You can train your model now.").format(needed=needed_text(missing))


def _size(megabytes: int) -> str:
    return f"{decimal(megabytes / _MB_PER_GB)} GB" if megabytes >= _MB_PER_GB else f"{number(round(megabytes, -1))} MB"
