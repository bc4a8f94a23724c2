"""Registers the Train page."""

from __future__ import annotations

from gesture_app.domain.message import Message
from gesture_app.gui.pages import OpenPage, Page, PageContext
from gesture_app.gui.train.close_guard import ADDING_QUESTION, CloseGuard
from gesture_app.gui.train.page import TrainPage
from gesture_app.gui.train.services import TrainBackend, TrainServices
from gesture_app.storage.user_data import DataKind

_TITLE = Message("Train")
_COLLECT_TITLE = Message("Collect")
_PLAY_TITLE = Message("Play")


def train_page(backend: TrainBackend) -> Page:
    """The Train page; model library and retraining process come from ``backend``."""

    def open_page(context: PageContext) -> OpenPage:
        services = TrainServices(
            context.session,
            context.load_active_model,
            context.samples,
            context.images,
            backend,
            context.notices,
            context.window,
        )
        services.models.learnt_changed.connect(context.memory.reload)
        page = TrainPage(services, context.icons, context.theme)
        context.user_data.register(DataKind.MODELS, services.models.erase_own, services.models.changed)

        def show_training() -> None:
            context.show_page(_TITLE)
            page.show_training()

        page.collect_requested.connect(lambda: context.show_page(_COLLECT_TITLE))
        page.play_requested.connect(lambda: context.show_page(_PLAY_TITLE))
        services.controller.show_requested.connect(show_training)
        services.adding.show_requested.connect(show_training)
        guards = (
            CloseGuard(services.job, context.window, cancel=services.job.cancel_to_close),
            CloseGuard(services.adding, context.window, ADDING_QUESTION),
        )
        return OpenPage(
            page, services, may_close=lambda: all(guard.may_close() for guard in guards), activity=page.activity
        )

    return Page(_TITLE, "train", "Ctrl+4", open_page)
