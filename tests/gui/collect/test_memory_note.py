from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gesture_app.domain.models.memory_gate import HeldOut, MemoryDecision
from gesture_app.gui.background.memory_service import MemoryService
from gesture_app.gui.background.memory_state import MemoryState
from tests.gui.collect.conftest import MakeStudio, Studio, filled_store

NONE = np.array([], dtype=np.str_)
GAINED = "Right on 36 of 40 of your held-out samples, 29 before. Other people lose nothing."


def decision(text: str = GAINED, *, is_accepted: bool = True) -> MemoryDecision:
    return MemoryDecision(is_accepted, text, (), HeldOut(np.array([], dtype=np.intp), NONE, NONE, NONE), ())


@pytest.fixture
def states(monkeypatch: pytest.MonkeyPatch) -> list[MemoryState]:
    """The state of the memory is the last of these."""
    states = [MemoryState(True, True, 0, 0)]
    monkeypatch.setattr(MemoryService, "state", property(lambda _: states[-1]))
    return states


@pytest.fixture
def studio(states: list[MemoryState], make_studio: MakeStudio) -> Studio:
    return make_studio(filled_store(rock=3, paper=2))


def show(studio: Studio, states: list[MemoryState], **changes: object) -> None:
    states.append(replace(states[-1], **changes))  # type: ignore[arg-type]
    studio.services.memory.changed.emit()


def test_nothing_is_said_before_something_is_checked(studio: Studio) -> None:
    assert not studio.page.memory_note.isVisible()


def test_the_page_says_what_was_gained(studio: Studio, states: list[MemoryState]) -> None:
    note = studio.page.memory_note
    show(studio, states, decision=decision())
    assert note.isVisible()
    assert note.text.text() == GAINED
    assert not note.doubtful_button.isVisible()
    show(studio, states, decision=None)
    assert not note.isVisible()


def test_a_refused_memory_is_told_with_the_samples_to_look_through(studio: Studio, states: list[MemoryState]) -> None:
    note, gallery = studio.page.memory_note, studio.page.gallery
    doubtful = tuple(info.id for info in studio.store.listed()[1:3])
    show(studio, states, decision=decision("Your samples are not used: …", is_accepted=False), doubtful=doubtful)
    assert note.text.text().startswith("Your samples are not used")
    assert note.doubtful_button.text() == "Look through 2 doubtful samples"
    note.doubtful_button.click()
    assert gallery.isVisible()
    assert gallery.filters.doubtful.text() == "Doubtful (2)"
    assert [info.id for info in gallery.grid.infos] == list(doubtful)


def test_all_doubtful_samples_are_shown_whatever_was_filtered_before(studio: Studio, states: list[MemoryState]) -> None:
    gallery = studio.page.gallery
    studio.page.show_gallery()
    gallery.filters.show_label("paper")
    gallery.filters.misread.click()
    show(studio, states, decision=decision(), doubtful=(studio.store.listed()[0].id,))
    studio.page.memory_note.doubtful_button.click()
    assert [info.label for info in gallery.grid.infos] == ["rock"]


def test_without_doubtful_samples_the_filter_is_gone_and_all_are_shown_again(
    studio: Studio, states: list[MemoryState]
) -> None:
    gallery = studio.page.gallery
    show(studio, states, decision=decision(), doubtful=(studio.store.listed()[0].id,))
    studio.page.memory_note.doubtful_button.click()
    show(studio, states, doubtful=())
    assert not gallery.filters.doubtful.isVisible()
    assert len(gallery.grid.infos) == 5
