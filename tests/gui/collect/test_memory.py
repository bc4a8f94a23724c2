from __future__ import annotations

from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from tests.gui.collect.conftest import Studio


def test_one_click_switches_the_memory_of_samples(studio: Studio) -> None:
    box = studio.page.panel.memory_box
    assert box.isChecked()
    box.click()
    assert not studio.desktop.preferences.settings.memory
    assert not box.isChecked()
    box.click()
    assert studio.desktop.preferences.settings.memory


def test_the_page_says_how_many_samples_are_used(studio: Studio) -> None:
    box = studio.page.panel.memory_box
    assert box.text() == "Use samples at once"
    studio.set_status(remembered=3)
    assert box.text() == "Use samples at once (3)"
    studio.desktop.preferences.change(memory=False)
    assert box.text() == "Use samples at once"


def test_the_choice_is_disabled_with_a_model_that_cannot_use_samples(studio: Studio) -> None:
    studio.set_status(labels=DEFAULT_LABELS, supports_memory=False)
    box = studio.page.panel.memory_box
    assert not box.isEnabled()
    assert "earlier version" in box.toolTip()
