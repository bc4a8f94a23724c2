"""Registers the Collect page."""

from __future__ import annotations

from gesture_app.domain.message import Message
from gesture_app.gui.collect.page import CollectPage
from gesture_app.gui.collect.services import CollectServices, SampleBackend
from gesture_app.gui.pages import OpenPage, Page, PageContext


def collect_page(backend: SampleBackend) -> Page:
    """The Collect page; recorder, import and export come from ``backend``."""

    def open_page(context: PageContext) -> OpenPage:
        services = CollectServices(context, backend)
        page = CollectPage(
            context.session, context.sources, services, context.icons, context.theme, clock=context.chance.clock
        )
        return OpenPage(page, services)

    return Page(Message("Collect"), "record", "Ctrl+3", open_page)
