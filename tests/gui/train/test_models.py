"""The list of models."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gesture_app.domain.models.model_summary import Figures, GateVerdict, ModelSummary
from gesture_app.errors import ModelError
from gesture_app.gui.train.model_row import ModelRow
from tests.fakes.model_libraries import retrained_summary, shipped_summary
from tests.fakes.sample_hands import InMemorySampleStore, a_sample
from tests.gui.train.conftest import MakeTrainer, Trainer


@pytest.fixture
def listed(make_trainer: MakeTrainer) -> Trainer:
    """The list with one shipped model and three own ones, one of them damaged."""
    figures = Figures("here", 32, 0.94, {}, 0.71)
    trainer = make_trainer(
        None,
        shipped_summary(),
        retrained_summary("good", made_at="2024-04-03T00:00:00+00:00", figures=[figures]),
        retrained_summary("worse", made_at="2024-04-02T00:00:00+00:00", verdict=GateVerdict.REFUSED),
        retrained_summary("broken", made_at="2024-04-01T00:00:00+00:00", trouble="model.onnx is damaged."),
    )
    trainer.page.models_button.click()
    trainer.settle()
    return trainer


def row(trainer: Trainer, model_id: str) -> ModelRow:
    found = trainer.page.models.row(model_id)
    assert found is not None
    return found


def texts(row: ModelRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel) if label.text()]


def test_each_model_shows_its_origin_and_metrics(listed: Trainer) -> None:
    assert listed.page.models_button.text() == " &Models (4)"
    assert [row.model.id for row in listed.page.models.rows] == ["base-1", "good", "worse", "broken"]
    assert "In use" in texts(row(listed, "base-1"))
    assert "Came with the program" in texts(row(listed, "base-1"))
    good = texts(row(listed, "good"))
    assert "On you 71.0 % → 94.0 % (32 hands)" in good
    assert any(text.startswith("Retrained here, made ") and text.endswith(", from base-1") for text in good)
    assert "It reads your rock worse." in texts(row(listed, "worse"))
    assert {"Cannot be used", "model.onnx is damaged."} <= set(texts(row(listed, "broken")))


def test_no_part_of_a_row_is_ever_a_window(listed: Trainer, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QPushButton] = []

    class Watched(QPushButton):
        def showEvent(self, event: QShowEvent) -> None:
            if self.isWindow():
                shown.append(self)

    monkeypatch.setattr("gesture_app.gui.train.model_list.QPushButton", Watched)
    listed.make_model("another")
    listed.models.refresh()
    listed.settle()
    assert listed.page.models.row("another") is not None
    assert not shown


def test_buttons_without_use_are_hidden(listed: Trainer) -> None:
    offered = {
        model_id: [
            name
            for name in ("use_button", "rename_button", "export_button", "delete_button")
            if getattr(row(listed, model_id), name).isVisible()
        ]
        for model_id in ("base-1", "good", "broken")
    }
    assert offered == {
        "base-1": ["export_button"],
        "good": ["use_button", "rename_button", "export_button", "delete_button"],
        "broken": ["rename_button", "delete_button"],
    }


def test_one_click_switches_and_one_goes_back(listed: Trainer) -> None:
    row(listed, "good").use_button.click()
    listed.settle()
    assert listed.library.active().id == "good"
    assert listed.engines.newest.swaps == 1
    assert not row(listed, "good").delete_button.isVisible()
    QTest.keyClick(listed.page.models, Qt.Key.Key_Escape)
    assert not listed.page.is_list_shown
    assert listed.page.back_button.text() == " &Back to Built-in model (base-1)"
    listed.page.back_button.click()
    listed.settle()
    assert listed.library.active().id == "base-1"
    assert listed.engines.newest.swaps == 2


def test_a_refused_model_is_used_only_after_it_was_confirmed(listed: Trainer) -> None:
    button = row(listed, "worse").use_button
    assert button.text() == "Use it anyway…"
    button.click()
    listed.settle()
    assert listed.library.active().id == "base-1"
    listed.press("Use it anyway")
    listed.settle()
    assert "In use, used although it was found to be no better" in texts(row(listed, "worse"))
    row(listed, "good").use_button.click()
    listed.settle()
    assert row(listed, "worse").use_button.text() == "Use"


def test_a_model_can_be_renamed(listed: Trainer) -> None:
    row(listed, "good").rename_button.click()
    dialog = listed.desktop.window.findChild(QInputDialog)
    assert dialog.textValue() == "good"
    dialog.setTextValue("Left hand, evening")
    dialog.accept()
    listed.settle()
    assert "Left hand, evening" in texts(row(listed, "good"))
    row(listed, "good").use_button.click()
    listed.settle()
    assert listed.told == ["Left hand, evening is in use now."]
    assert listed.page.in_use.text() == "In use: Left hand, evening"


def test_buttons_say_in_words_what_they_do(listed: Trainer) -> None:
    good = row(listed, "good")
    buttons = (good.use_button, good.rename_button, good.export_button, good.delete_button)
    assert [button.text().strip() for button in buttons] == ["Use", "Rename…", "Export…", "Delete…"]


def test_deleting_asks(listed: Trainer) -> None:
    row(listed, "good").delete_button.click()
    assert listed.told == ["Delete good for good?"]
    listed.press("Delete")
    listed.settle()
    assert listed.page.models.row("good") is None
    assert listed.told == ["good was deleted."]


def test_exporting_writes_the_chosen_file(listed: Trainer, qtbot: QtBot, tmp_path: Path) -> None:
    row(listed, "good").export_button.click()
    dialog = listed.desktop.window.findChild(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "good.zip"))
    dialog.close()
    listed.settle()
    assert listed.library.exported == {"good": tmp_path / "good.zip"}
    assert listed.told == [f"good was written to {tmp_path / 'good.zip'}."]


def test_importing_adds_a_model_and_offers_to_use_it(listed: Trainer, tmp_path: Path) -> None:
    listed.library.archives[tmp_path / "x.zip"] = retrained_summary("theirs")
    listed.page.models.import_button.click()
    dialog = listed.desktop.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "x.zip"))
    dialog.close()
    listed.settle()
    assert listed.told == ["Imported as theirs."]
    listed.press("Use it")
    listed.settle()
    assert listed.library.active().id == "theirs"
    listed.models.import_file(tmp_path / "x.zip")
    listed.settle()
    assert "This model is here already, as theirs." in listed.told


def test_an_import_that_fails_is_reported(listed: Trainer, tmp_path: Path) -> None:
    listed.models.import_file(tmp_path / "nothing.zip")
    listed.settle()
    assert listed.told[0].endswith("it is no zip archive.")
    assert len(listed.page.models.rows) == 4


def test_a_failure_changes_nothing(listed: Trainer) -> None:
    listed.library.error = ModelError("The model good does not work.", hint="Choose another.")
    row(listed, "good").use_button.click()
    listed.settle()
    assert listed.told == ["The model good does not work."]
    assert listed.engines.newest.swaps == 0
    assert row(listed, "good").use_button.isEnabled()


def test_warnings_are_shown_once(listed: Trainer) -> None:
    listed.library.warnings = ("Another model is used.",)
    for _ in range(2):
        listed.models.refresh()
        listed.settle()
        told, listed.told_before = listed.told, listed.told  # type: ignore[attr-defined]
        listed.desktop.notices.withdraw("model-Another model is used.")
    assert told == []


def test_changes_during_a_refresh_are_shown(listed: Trainer) -> None:
    look, has_looked, may_return = listed.library.previous, threading.Event(), threading.Event()

    def look_slowly() -> ModelSummary | None:
        has_looked.set()
        may_return.wait()
        return look()

    listed.library.previous = look_slowly  # type: ignore[method-assign]
    listed.models.refresh()
    has_looked.wait()
    listed.make_model("late")
    listed.models.refresh()
    may_return.set()
    listed.settle()
    assert listed.page.models.row("late") is not None


def test_changes_of_other_processes_are_shown_with_the_list(listed: Trainer) -> None:
    listed.page.models.back_button.click()
    listed.library.put(retrained_summary("cli"))
    listed.page.models_button.click()
    listed.settle()
    assert listed.page.models.row("cli") is not None


@pytest.fixture
def learning(make_trainer: MakeTrainer) -> Trainer:
    """The list of a model that learns at once, with two samples of Anna, one of Ben, and an imported one of Cem."""
    store = InMemorySampleStore()
    for number, person in enumerate(("Anna", "Anna", "Ben")):
        store.add(a_sample(seed=number, second=number, person=person))
    model = replace(retrained_summary("good"), gives_features=True, imported_samples={"elsewhere": "Cem"})
    trainer = make_trainer(store, shipped_summary(), model)
    trainer.page.models_button.click()
    trainer.settle()
    return trainer


def test_each_model_shows_what_it_learnt_at_once(learning: Trainer, qtbot: QtBot) -> None:
    learnt = "Learnt at once: 4 samples of Anna, Ben and Cem, 1 of them imported"
    assert learnt in texts(row(learning, "good"))
    assert not any("Learnt at once" in text for text in texts(row(learning, "base-1")))
    learning.services.samples.set_forgotten([learning.store.listed()[2].id], is_forgotten=True)
    learnt = "Learnt at once: 3 samples of Anna and Cem, 1 of them imported"
    qtbot.waitUntil(lambda: learnt in texts(row(learning, "good")))


@pytest.mark.parametrize("with_learnt", [True, False])
def test_a_model_is_exported_with_or_without_what_it_learnt(
    learning: Trainer, tmp_path: Path, *, with_learnt: bool
) -> None:
    shown = row(learning, "good")
    assert row(learning, "base-1").export_button.menu() is None
    (shown.with_learnt_action if with_learnt else shown.alone_action).trigger()
    dialog = learning.desktop.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "good.zip"))
    dialog.close()
    learning.settle()
    learnt = learning.library.exported_learnt["good"]
    assert (learnt is not None) is with_learnt
    if learnt is not None:
        assert learnt.people == ("Anna", "Anna", "Ben")


def test_forgetting_what_was_imported_asks(learning: Trainer) -> None:
    assert row(learning, "base-1").forget_button.isHidden()
    row(learning, "good").forget_button.click()
    assert learning.told == ["Forget 1 sample that good learnt elsewhere?"]
    learning.press("Forget")
    learning.settle()
    assert learning.told == ["1 imported sample forgotten."]
    assert "Learnt at once: 3 samples of Anna and Ben" in texts(row(learning, "good"))
