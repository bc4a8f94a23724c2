"""Another model while the window shows pictures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from gesture_app.desktop.app import DesktopApp
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, FIVE_GESTURES, NONE, GestureSet
from gesture_app.errors import ModelError
from gesture_app.gui.background.status_notices import MODEL
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.widgets.live_reading import invitation
from gesture_app.pipeline.processor import LoadedModel
from gesture_app.settings import SourceKind
from tests.fakes.gui import FakeCamera, FakeCatalog, HandFedSource, blank_crop
from tests.fakes.pipeline import FakeClassifier
from tests.gui.conftest import MakeDesktop

SIX = GestureSet.of([*DEFAULT_LABELS.gestures, "thumb_up", "none"])


def six_gestures(read: str = "thumb_up") -> LoadedModel:
    classifier = FakeClassifier(lambda crop: read)
    classifier.labels = SIX
    classifier.description = "Six, CPU"
    return LoadedModel(blank_crop, classifier, "mine")


@pytest.fixture
def live(make_desktop: MakeDesktop, qtbot: QtBot) -> tuple[DesktopApp, HandFedSource]:
    """A window with a camera that has given its first frame."""
    catalog = FakeCatalog(FakeCamera("Desk camera", "1"))
    desktop = make_desktop(catalog)
    qtbot.waitUntil(lambda: bool(catalog.made))
    source = catalog.source(SourceKind.CAMERA, catalog.made[-1].value)
    source.send()
    qtbot.waitUntil(lambda: desktop.session.result is not None)
    return desktop, source


def show_pictures(desktop: DesktopApp, source: HandFedSource, qtbot: QtBot, until: Callable[[], bool]) -> None:
    """Pictures, each after the result of the one before, until something is so."""
    seen = None

    def is_so() -> bool:
        nonlocal seen
        if not until() and desktop.session.result is not seen:
            seen = desktop.session.result
            source.send()
        return until()

    qtbot.waitUntil(is_so)


def test_a_gesture_that_was_learnt_appears_in_rows_and_card(
    live: tuple[DesktopApp, HandFedSource], qtbot: QtBot
) -> None:
    desktop, source = live
    page = desktop.page(LivePage)
    assert page.bars.labels == DEFAULT_LABELS.labels

    desktop.session.swap_model(six_gestures)
    qtbot.waitUntil(lambda: page.bars.labels == SIX.labels)
    assert desktop.session.status.model_id == "mine"
    show_pictures(desktop, source, qtbot, lambda: page.card.title == "Thumb up")

    among_the_gestures = 0.9 / (1 - 0.1 / 6)
    assert page.bars.values["thumb_up"] == pytest.approx(among_the_gestures)
    assert desktop.session.result is not None
    assert desktop.session.result.model_id == "mine"


def test_a_model_that_cannot_be_loaded_is_told_once_and_the_old_one_goes_on(
    live: tuple[DesktopApp, HandFedSource], qtbot: QtBot
) -> None:
    def fail() -> LoadedModel:
        raise ModelError("mine is damaged.", hint="Choose another.")

    desktop, source = live
    before = desktop.session.result
    desktop.session.swap_model(fail)
    qtbot.waitUntil(lambda: [notice.key for notice in desktop.notices.shown] == [MODEL])
    assert desktop.notices.shown[0].title == "mine is damaged."
    source.send()
    qtbot.waitUntil(lambda: desktop.session.result is not before)
    assert desktop.session.status.model_id == ""

    desktop.notices.withdraw(MODEL)
    desktop.session.status_changed.emit()
    assert not desktop.notices.shown

    desktop.session.swap_model(fail)
    qtbot.waitUntil(lambda: bool(desktop.notices.shown))
    desktop.session.swap_model(six_gestures)
    qtbot.waitUntil(lambda: not desktop.notices.shown)


def test_before_the_first_source_and_during_a_restart_there_is_nothing_to_swap(
    live: tuple[DesktopApp, HandFedSource], qtbot: QtBot
) -> None:
    desktop, _ = live
    desktop.session.restart()
    desktop.session.swap_model(lambda: pytest.fail("loaded"))
    qtbot.waitUntil(lambda: not desktop.session.is_restarting)

    assert not desktop.session.status.is_swapping


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        ((*FIVE_GESTURES, NONE), "Show rock, paper, scissors, lizard or Spock."),
        ((*FIVE_GESTURES, NONE, "thumb_up"), "Show rock, paper, scissors, lizard, Spock or thumb up."),
        ([*"abcdefgh", "none"], "Show one of the gestures below."),
        (["a", "none"], "Show one of the gestures below."),
    ],
)
def test_what_one_is_invited_to_show_depends_on_the_model(labels: list[str], text: str) -> None:
    assert invitation(GestureSet.of(labels)) == text
