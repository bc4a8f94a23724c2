"""The pages of the window."""

from __future__ import annotations

from gesture_app.desktop.services import Backends
from gesture_app.gui.collect.registration import collect_page
from gesture_app.gui.live.registration import live_page
from gesture_app.gui.pages import Page
from gesture_app.gui.play.registration import play_page
from gesture_app.gui.play.services import PlayBackend
from gesture_app.gui.train.registration import train_page


def registered_pages(backends: Backends) -> tuple[Page, ...]:
    """The pages in the order of their tabs. A further page is one more line here."""
    return (
        live_page(),
        play_page(PlayBackend(backends.round_log, backends.players, backends.rules, backends.tournament)),
        collect_page(backends.samples),
        train_page(backends.training),
    )
