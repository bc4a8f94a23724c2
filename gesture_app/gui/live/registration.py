"""Registers the Live page."""

from __future__ import annotations

from gesture_app.domain.message import Message
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.pages import OpenPage, Page, PageContext


def live_page() -> Page:
    """The Live page."""
    return Page(Message("Live"), "camera", "Ctrl+1", _open)


def _open(context: PageContext) -> OpenPage:
    page = LivePage(
        context.session,
        context.sources,
        context.corrections,
        context.icons,
        context.theme,
        clock=context.chance.clock,
    )
    return OpenPage(page)
