"""Registers the Play page."""

from __future__ import annotations

from gesture_app.domain.message import Message
from gesture_app.domain.ports import PlayerProfiles, RoundLog
from gesture_app.gui.pages import OpenPage, Page, PageContext
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.play.services import PlayServices
from gesture_app.storage.rule_files import RuleFolder
from gesture_app.storage.user_data import DataKind


def play_page(round_log: RoundLog, profiles: PlayerProfiles, rule_folder: RuleFolder) -> Page:
    """The Play page; its rounds are stored in ``round_log``, the players in ``profiles``, own rules in a folder."""

    def open_page(context: PageContext) -> OpenPage:
        services = PlayServices(round_log, profiles, rule_folder, context.preferences, context.notices, context.window)
        page = PlayPage(context, services)
        rounds = services.rounds
        context.user_data.register(DataKind.ROUNDS, lambda _remove: rounds.erase(), rounds.changed)
        context.user_data.register(DataKind.PLAYERS, services.players.erase, services.players.changed)
        return OpenPage(page, services, preload=services.sounds.load)

    return Page(Message("Play"), "play", "Ctrl+2", open_page)
