"""Registers the Play page."""

from __future__ import annotations

from gesture_app.domain.message import Message
from gesture_app.gui.pages import OpenPage, Page, PageContext
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.play.services import PlayBackend, PlayServices
from gesture_app.storage.user_data import DataKind


def play_page(backend: PlayBackend) -> Page:
    """The Play page.

    Args:
        backend: Stores rounds, players, own rules and the tournament.
    """

    def open_page(context: PageContext) -> OpenPage:
        services = PlayServices(backend, context.preferences, context.notices, context.window)
        page = PlayPage(context, services)
        rounds = services.rounds
        context.user_data.register(DataKind.ROUNDS, lambda _remove: rounds.erase(), rounds.changed)
        context.user_data.register(DataKind.PLAYERS, services.players.erase, services.players.changed)
        return OpenPage(page, services, preload=services.sounds.load)

    return Page(Message("Play"), "play", "Ctrl+2", open_page)
