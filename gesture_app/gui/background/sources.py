"""Interfaces for cameras and sources, implemented by the desktop app."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gesture_app.domain.frames.camera_format import CameraFormat
from gesture_app.domain.ports import FrameSource
from gesture_app.gui.translation import tr
from gesture_app.settings import DEMO, SourceChoice


class Camera(Protocol):
    """A connected camera."""

    @property
    def name(self) -> str:
        """Name for display."""
        ...

    @property
    def id(self) -> str:
        """Id that stays the same after a restart."""
        ...


class SourceCatalog(Protocol):
    """Lists cameras and makes sources. Called in background threads, as drivers may take seconds."""

    def list_cameras(self) -> Sequence[Camera]:
        """The connected cameras, in the order of the menu."""
        ...

    def make_source(self, choice: SourceChoice, camera_format: CameraFormat) -> FrameSource:
        """Make a source that is not open yet.

        Args:
            choice: The source.
            camera_format: The format to ask of a camera; other sources have their own.

        Raises:
            SourceError: If there is no such source.
        """
        ...


def source_name(choice: SourceChoice) -> str:
    """Name of a source for people."""
    return shown_name(choice.name or choice.value)


def shown_name(name: str) -> str:
    """The name of a source for people: that of the demo clip in their language, all others as they are."""
    return tr("Demo clip") if name == DEMO.name else name


def shown_address(address: str) -> str:
    """The address without user name, password and query."""
    without_query, _mark, _query = address.partition("?")
    scheme, mark, rest = without_query.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}"
