"""The train page before a retraining."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gesture_app.domain.frames.crop_spec import Turn
from gesture_app.domain.models.model_summary import ModelSummary
from gesture_app.domain.samples.labels import SampleLabel
from gesture_app.errors import MissingDependencyError, ModelError
from gesture_app.gui.collect.page import CollectPage
from gesture_app.gui.play.page import PlayPage
from gesture_app.gui.train.steps import training_steps
from tests.fakes.sample_hands import InMemorySampleStore, a_sample
from tests.gui.train.conftest import FIRST, SECOND, MakeTrainer, Trainer, recorded


def table_texts(trainer: Trainer) -> list[str]:
    grid = trainer.page.plan.table
    widgets = (grid.itemAt(place).widget() for place in range(grid.count()))
    return [widget.text() for widget in widgets if hasattr(widget, "text") and widget.text()]


def details(trainer: Trainer) -> list[str]:
    return [column.detail.text() for column in trainer.page.plan.steps.columns]


def badges(trainer: Trainer) -> list[str]:
    return [column.findChild(QLabel).accessibleName() for column in trainer.page.plan.steps.columns]


def test_the_plan_shows_the_samples_it_will_use(trainer: Trainer) -> None:
    plan = trainer.page.plan
    assert trainer.page.step is plan
    assert plan.retrain_button.isEnabled()
    assert plan.summary.text().startswith("Learns from 40 samples and checks the result with 40. About 45 seconds")
    assert plan.held_out.text().startswith("Kept apart to check with: the session of ")
    assert not plan.warnings
    texts = table_texts(trainer)
    assert "Rock" in texts
    assert texts.count("20 + 20") == 2
    assert texts.count("20 (other session)") == 2
    assert trainer.page.in_use.text() == "In use: Built-in model (base-1)"


def test_with_one_gesture_the_button_is_off_and_says_why(make_trainer: MakeTrainer) -> None:
    trainer = make_trainer(recorded(["rock"]))
    plan = trainer.page.plan
    assert not plan.retrain_button.isEnabled()
    assert "40 samples of one gesture. There are enough recordings of rock only." in details(trainer)[0]
    assert "At least two gestures are needed" in details(trainer)[0]
    assert "At least two gestures are needed" in plan.retrain_button.accessibleDescription()
    trainer.services.controller.start()
    assert not trainer.asked


def test_without_samples_a_button_leads_to_the_collect_page(make_trainer: MakeTrainer) -> None:
    trainer = make_trainer(InMemorySampleStore())
    plan = trainer.page.plan
    assert details(trainer) == [
        "Nothing is recorded yet. Record two gestures or more, about 30 samples of each.",
        "Takes about a minute. You can go on playing meanwhile.",
        "A better model is used at once, on every page. Your previous model stays in the list.",
    ]
    assert badges(trainer) == ["Step 1", "Step 2", "Step 3"]
    plan.collect_button.click()
    assert trainer.desktop.page(CollectPage).isVisible()


def test_nothing_on_the_first_screen_is_red(make_trainer: MakeTrainer) -> None:
    trainer = make_trainer(InMemorySampleStore())
    assert not [label for label in trainer.page.findChildren(QLabel) if label.objectName() == "problem"]
    assert trainer.page.plan.collect_button.objectName() == "primary"


def test_the_steps_say_what_is_done(trainer: Trainer) -> None:
    plan = trainer.page.plan
    assert details(trainer)[0] == "80 samples of 2 gestures."
    assert details(trainer)[1].startswith("Takes about 45 seconds.")
    assert plan.retrain_button.objectName() == "primary"
    assert badges(trainer) == ["Step 1, done", "Step 2", "Step 3"]
    plan.play_button.click()
    assert trainer.desktop.page(PlayPage).isVisible()


def test_with_an_own_model_the_second_step_is_done() -> None:
    steps = training_steps(None, "Reading…", has_own_model=True)
    assert [step.is_done for step in steps] == [False, True, False]
    assert steps[0].detail == "Reading…"
    assert steps[1].detail.startswith("Your own model is in use.")


def test_without_a_model_that_works_it_says_so(make_trainer: MakeTrainer) -> None:
    def fail() -> ModelSummary:
        raise ModelError("No model can be used.")

    trainer = make_trainer(is_open=False)
    trainer.library.active = fail  # type: ignore[method-assign]
    trainer.desktop.window.show_page(trainer.page)
    assert details(trainer)[0] == "Reading the samples and the models…"
    trainer.qtbot.waitUntil(lambda: details(trainer)[0] == "There is no model that could be trained further.")
    assert not trainer.page.plan.retrain_button.isEnabled()


def test_a_single_session_is_allowed_with_a_warning(make_trainer: MakeTrainer) -> None:
    trainer = make_trainer(recorded(sessions=[FIRST], count=12))
    plan = trainer.page.plan
    assert plan.retrain_button.isEnabled()
    assert any("one session" in warning for warning in plan.warnings)
    assert any("fewer than 30 recordings" in warning for warning in plan.warnings)
    assert "12 of 30" in table_texts(trainer)
    assert plan.held_out.isHidden()


def test_it_follows_the_samples(trainer: Trainer, qtbot: QtBot) -> None:
    samples = trainer.desktop.samples
    ids = [info.id for info in samples.infos if info.label == "lizard"]
    samples.delete(ids)
    qtbot.waitUntil(lambda: not trainer.page.plan.retrain_button.isEnabled())
    samples.undo()
    qtbot.waitUntil(trainer.page.plan.retrain_button.isEnabled)


def test_a_hidden_page_refreshes_when_it_is_shown(trainer: Trainer) -> None:
    trainer.desktop.show_page("Live")
    info = trainer.store.add(a_sample("spock", session=SECOND, seed=50))
    trainer.desktop.samples.add_recorded(info)
    trainer.open()
    assert "Spock" in table_texts(trainer)
    assert any("Spock is left out" in warning for warning in trainer.page.plan.warnings)


def test_a_new_gesture_is_marked_and_called_by_its_name(make_trainer: MakeTrainer) -> None:
    store = recorded(["rock", "thumb_up"])
    store.set_labels(store.labels_chosen.with_label(SampleLabel.from_name("Thumb up", icon="👍")))
    trainer = make_trainer(store)
    assert "Thumb up (new)" in table_texts(trainer)


def test_new_gestures_may_be_told_apart_by_direction(make_trainer: MakeTrainer) -> None:
    trainer = make_trainer(recorded(["rock", "thumb_up"]))
    box = trainer.page.plan.by_direction
    assert box.isVisible()
    assert not box.isChecked()
    box.click()
    trainer.start()
    assert trainer.asked == [("base-1", Turn.AS_SEEN)]


def test_gestures_that_are_known_keep_their_direction(trainer: Trainer) -> None:
    assert trainer.page.plan.by_direction.isHidden()


def test_a_missing_dependency_is_reported(trainer: Trainer) -> None:
    trainer.error = MissingDependencyError("Training needs TensorFlow, which is not installed.", hint="Install it.")
    trainer.start()
    assert trainer.told == ["Training needs TensorFlow, which is not installed."]
    assert trainer.page.step is trainer.page.plan
    assert not trainer.job.is_running
