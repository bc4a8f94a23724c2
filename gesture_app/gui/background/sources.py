"""What the window needs to know about sources; the composition root fills it in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gesture_app.domain.ports import FrameSource
from gesture_app.settings import SourceChoice


class Camera(Protocol):
    """A connected camera."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def id(self) -> str:
        """The same after a restart."""
        ...


class SourceCatalog(Protocol):
    """Lists cameras and makes sources. Called from background threads: both may wait for a driver."""

    def list_cameras(self) -> Sequence[Camera]:
        """The connected cameras, in the order to offer them."""
        ...

    def make_source(self, choice: SourceChoice) -> FrameSource:
        """A new source for what was chosen, not opened yet.

        Raises:
            SourceError: If there is no such thing.
        """
        ...


def shown_address(address: str) -> str:
    """An address as it may be shown: without user name, password and query."""
    without_query, _mark, _query = address.partition("?")
    scheme, mark, rest = without_query.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}"
