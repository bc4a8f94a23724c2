"""The report of a model in the list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gesture_app.domain.models.model_summary import GateVerdict, ModelOrigin
from gesture_app.domain.retraining.events import ChangedPrediction
from gesture_app.errors import ModelError
from gesture_app.gui.train.model_list import ModelRow
from tests.fakes.model_libraries import retrained_summary, shipped_summary
from tests.gui.train.conftest import FIRST, MakeTrainer, Trainer, comparison, outcome
from tests.gui.train.test_verdict import table

CHANGED = (
    ChangedPrediction(f"{FIRST}-1", "rock", "paper", "rock"),
    ChangedPrediction("gone-1", "rock", "rock", "paper"),
)


@pytest.fixture
def listed(make_trainer: MakeTrainer) -> Trainer:
    """The list with an accepted model, a refused one, and one without a stored outcome."""
    trainer = make_trainer(
        None,
        shipped_summary(),
        retrained_summary("good"),
        retrained_summary("worse", verdict=GateVerdict.REFUSED),
        retrained_summary("old"),
    )
    trainer.library.outcomes["good"] = outcome(model_id="good", changed=CHANGED)
    trainer.library.outcomes["worse"] = outcome(model_id="worse", accepted=False)
    trainer.page.models_button.click()
    trainer.settle()
    return trainer


def row(trainer: Trainer, model_id: str) -> ModelRow:
    found = trainer.page.models.row(model_id)
    assert found is not None
    return found


def ask(trainer: Trainer, model_id: str) -> None:
    row(trainer, model_id).report_button.click()
    trainer.settle()


def test_the_report_of_a_model_can_be_opened_again(listed: Trainer) -> None:
    ask(listed, "good")
    view = listed.page.report
    assert view.isVisible()
    assert view.title.text() == (
        "good was found to be better than Built-in model (base-1) for the person it was made for, "
        "and no worse for others."
    )
    assert view.state.text() == "It is not in use."
    assert table(view)["Lizard"] == ["8 → 15 of 16", "+44", "390 → 391 of 400", "+0.2"]
    assert view.now.confusion == comparison(8, 15).new
    assert view.changes_title.text() == (
        "2 pictures read differently: 1 now right, 1 now wrong (1 of them not here any more)"
    )
    assert [picture.sample_id for picture in view.changes.samples] == [f"{FIRST}-1"]


def test_one_goes_back_to_the_list(listed: Trainer) -> None:
    ask(listed, "good")
    QTest.keyClick(listed.page.report.area, Qt.Key.Key_Escape)
    assert listed.page.is_list_shown
    listed.settle()
    ask(listed, "worse")
    assert (
        listed.page.report.title.text()
        == "worse was found to be no better than Built-in model (base-1), and kept, but not used."
    )
    listed.page.report.done_button.click()
    assert listed.page.is_list_shown


def test_it_can_be_used_from_there(listed: Trainer) -> None:
    ask(listed, "good")
    view = listed.page.report
    assert view.force_button.text() == "&Use it"
    view.force_button.click()
    listed.settle()
    assert listed.library.active().id == "good"
    assert view.state.text() == "It is in use now."
    assert not view.force_button.isVisible()
    view.back_button.click()
    listed.settle()
    assert listed.library.active().id == "base-1"


def test_a_refused_one_has_to_be_confirmed(listed: Trainer) -> None:
    ask(listed, "worse")
    listed.page.report.force_button.click()
    listed.settle()
    assert listed.library.active().id == "base-1"
    listed.press("Use it anyway")
    listed.settle()
    assert listed.library.active().verdict is GateVerdict.FORCED
    assert listed.page.report.state.text() == "It is in use, although it was found to be no better."


def test_a_missing_outcome_is_reported(listed: Trainer) -> None:
    ask(listed, "old")
    assert listed.page.is_list_shown
    assert listed.told == ["How old was judged was not kept with it."]


def test_models_with_a_verdict_have_a_report(listed: Trainer) -> None:
    assert not row(listed, "base-1").report_button.isVisible()
    assert row(listed, "good").report_button.isVisible()


def test_a_model_that_cannot_be_read_is_reported(listed: Trainer) -> None:
    listed.library.error = ModelError("The manifest of good cannot be used.")
    ask(listed, "good")
    assert listed.told == ["The manifest of good cannot be used."]
    assert listed.page.is_list_shown


def test_a_report_is_not_shown_after_the_list_was_left(listed: Trainer) -> None:
    row(listed, "good").report_button.click()
    listed.page.models.back_button.click()
    listed.settle()
    assert listed.page.is_training_shown


def test_the_report_names_the_owner_of_the_samples(listed: Trainer) -> None:
    listed.library.put(replace(retrained_summary("theirs"), origin=ModelOrigin.IMPORTED))
    listed.library.outcomes["theirs"] = outcome(model_id="theirs")
    listed.models.refresh()
    listed.settle()
    ask(listed, "theirs")
    view = listed.page.report
    assert table(view)["Accuracy"] == ["The author's samples", "Other people"]
    assert view.here_button.text() == "The author's samples"


def test_a_model_that_was_damaged_since_is_not_offered(listed: Trainer) -> None:
    ask(listed, "good")
    listed.library.put(retrained_summary("good", trouble="model.onnx is damaged."))
    listed.models.refresh()
    listed.settle()
    view = listed.page.report
    assert view.state.text() == "It cannot be used: model.onnx is damaged."
    assert not view.force_button.isVisible()
