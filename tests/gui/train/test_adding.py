"""Adding what training needs on the Train page."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from gesture_app.errors import InstallationError
from gesture_app.gui.live.page import LivePage
from gesture_app.gui.train.adding_texts import needs_view, size_text
from gesture_app.gui.train.needs_card import NeedsCard
from gesture_app.installation.requirements import TrainingSize
from gesture_app.installation.run import AddingPhase, AddingProgress
from tests.fakes.sample_hands import InMemorySampleStore
from tests.gui.train.conftest import MakeTrainer, Trainer

LACKING = ("tensorflow>=2.19,<2.20", "tf2onnx>=1.16")


@pytest.fixture
def trainer(make_trainer: MakeTrainer) -> Trainer:
    """The app with enough samples, but without TensorFlow."""
    return make_trainer(lacking=LACKING)


def card(trainer: Trainer) -> NeedsCard:
    return trainer.page.plan.needs


def until_fetching(trainer: Trainer) -> None:
    trainer.qtbot.waitUntil(lambda: trainer.services.adding.progress is not None)


def until_added(trainer: Trainer) -> None:
    trainer.packages.go_on.set()
    trainer.qtbot.waitUntil(lambda: not trainer.services.adding.is_running)


def test_what_is_missing_is_told_with_its_size_and_nothing_is_added_unasked(trainer: Trainer) -> None:
    shown = card(trainer)
    assert shown.isVisible()
    assert shown.title.text() == "Training needs TensorFlow"
    assert "MB to fetch" in shown.detail.text()
    assert "Nothing is fetched until you press the button" in shown.note.text()
    assert shown.add_button.objectName() == "primary"
    assert trainer.page.plan.retrain_button.objectName() == ""
    assert not shown.progress.isVisible()
    assert not trainer.services.adding.is_running
    assert not trainer.page.plan.retrain_button.isEnabled()
    assert "not installed yet" in trainer.page.plan.steps.columns[1].detail.text()
    QTest.keySequence(trainer.page, "Ctrl+R")
    assert trainer.asked == []


def test_where_nothing_is_missing_there_is_no_card(make_trainer: MakeTrainer) -> None:
    trainer = make_trainer()
    assert not card(trainer).isVisible()
    assert trainer.page.plan.retrain_button.isEnabled()


def test_it_is_added_with_progress_and_training_begins_without_a_restart(trainer: Trainer) -> None:
    shown = card(trainer)
    shown.add_button.click()
    until_fetching(trainer)
    assert shown.progress.value() == 500
    assert "Fetching: about" in shown.detail.text()
    assert shown.cancel_button.isEnabled()
    assert not shown.add_button.isVisible()
    assert trainer.page.activity.text == "50 %"
    shown.log.button.click()
    assert shown.log.view.toPlainText() == "Resolved 46 packages in 1s"
    until_added(trainer)
    assert not shown.isVisible()
    assert trainer.told == ["TensorFlow was added. You can train your model now."]
    assert trainer.page.activity.text == ""
    trainer.start()
    assert trainer.job.is_running


def test_cancelling_leaves_everything_as_it_was(trainer: Trainer) -> None:
    shown = card(trainer)
    shown.add_button.click()
    until_fetching(trainer)
    shown.cancel_button.click()
    assert not shown.cancel_button.isEnabled()
    trainer.qtbot.waitUntil(lambda: not trainer.services.adding.is_running)
    assert trainer.told == ["Adding was cancelled. Nothing was changed."]
    assert shown.add_button.isVisible()
    assert not shown.progress.isVisible()


def test_installing_cannot_be_cancelled(trainer: Trainer) -> None:
    trainer.packages.is_installing = True
    shown = card(trainer)
    shown.add_button.click()
    trainer.qtbot.waitUntil(lambda: "Installing" in shown.detail.text())
    assert not shown.cancel_button.isEnabled()
    until_added(trainer)


def test_a_failure_is_shown_with_what_to_do_and_can_be_tried_again(trainer: Trainer) -> None:
    trainer.packages.error = InstallationError("The disk is full.", hint="Free some space, and try again.")
    shown = card(trainer)
    shown.add_button.click()
    until_added(trainer)
    assert (shown.title.text(), shown.detail.text()) == ("The disk is full.", "Free some space, and try again.")
    assert trainer.told == []
    assert shown.log.isVisible()
    trainer.packages.error = None
    assert shown.add_button.text() == "Try &again"
    shown.add_button.click()
    until_added(trainer)
    assert not shown.isVisible()


def test_a_failure_on_another_page_is_noticed_and_shown_when_asked(trainer: Trainer) -> None:
    trainer.packages.error = RuntimeError("strange")
    card(trainer).add_button.click()
    trainer.desktop.window.show_page(trainer.desktop.page(LivePage))
    until_added(trainer)
    assert trainer.told == ["What training needs could not be added: strange."]
    trainer.press("Show")
    assert card(trainer).isVisible()
    assert trainer.page.isVisible()


def test_where_nothing_can_be_added_the_reason_stands_in_place_of_the_button(make_trainer: MakeTrainer) -> None:
    trainer = make_trainer(is_open=False, lacking=LACKING)
    trainer.packages.reason = "The folder cannot be written."
    trainer.open()
    shown = card(trainer)
    assert shown.detail.text() == "The folder cannot be written."
    assert not shown.add_button.isVisible()


def test_closing_the_window_asks_first_and_cancels_then(trainer: Trainer) -> None:
    card(trainer).add_button.click()
    until_fetching(trainer)
    window = trainer.desktop.window
    assert not window.close()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "being added" in box.text()
    next(button for button in box.buttons() if "close" in button.text()).click()
    trainer.qtbot.waitUntil(lambda: not window.isVisible())
    assert trainer.packages.lacking == LACKING


def test_without_samples_recording_comes_first(make_trainer: MakeTrainer) -> None:
    trainer = make_trainer(InMemorySampleStore(), lacking=LACKING)
    assert card(trainer).isVisible()
    assert card(trainer).add_button.objectName() == ""
    assert trainer.page.plan.collect_button.objectName() == "primary"


def test_sizes_are_told_in_round_numbers() -> None:
    assert size_text(TrainingSize(743, 2049)) == "about 740 MB to fetch, 2.0 GB on the disk"


def test_packages_besides_tensorflow_are_named() -> None:
    view = needs_view(("onnx>=1.17", "tf2onnx>=1.16"), TrainingSize(90, 300))
    assert view.title == "Training needs onnx and tf2onnx"


@pytest.mark.parametrize(
    ("progress", "text"),
    [
        (None, "Finding the versions"),
        (AddingProgress(AddingPhase.FETCH, 0.0), "Finding the versions"),
        (AddingProgress(AddingPhase.FETCH, 0.25), "about 25 of 100 MB"),
        (AddingProgress(AddingPhase.CHECK), "Checking"),
    ],
)
def test_each_phase_is_told(progress: AddingProgress | None, text: str) -> None:
    view = needs_view(LACKING, TrainingSize(100, 300), is_running=True, progress=progress)
    assert text in view.detail
