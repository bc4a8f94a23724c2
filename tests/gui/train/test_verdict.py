"""The view of an outcome."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gesture_app.domain.retraining.events import ChangedPrediction, RetrainOutcome
from gesture_app.gui.train.verdict_view import VerdictView
from tests.gui.train.conftest import FIRST, SECOND, Trainer, comparison, outcome, say

RIGHT = ChangedPrediction(f"{FIRST}-1", "rock", "paper", "rock")
WRONG = ChangedPrediction(f"{FIRST}-2", "rock", "rock", "paper")
OTHER = ChangedPrediction(f"{SECOND}-1", "rock", "paper", "none")


@pytest.fixture
def view(trainer: Trainer) -> VerdictView:
    """The view of an accepted model."""
    return shown(trainer, replace(outcome(changed=(RIGHT, OTHER, WRONG)), doubtful=(f"{FIRST}-3", "gone-1")))


def shown(trainer: Trainer, said: RetrainOutcome) -> VerdictView:
    trainer.make_model()
    trainer.start(*say(said))
    trainer.until_ended()
    return trainer.page.verdict


def table(view: VerdictView) -> dict[str, list[str]]:
    """The texts of each row, by the first one."""
    rows: dict[int, list[str]] = {}
    for place in range(view.table.grid.count()):
        row = view.table.grid.getItemPosition(place)[0]
        text = view.table.grid.itemAt(place).widget().text()
        rows.setdefault(row, []).extend([text] if text else [])
    return {words[0]: words[1:] for _row, words in sorted(rows.items())}


def test_the_table_compares_both_models(view: VerdictView) -> None:
    assert table(view) == {
        "Accuracy": ["Your recordings", "Other people"],
        "Lizard": ["8 → 15 of 16", "+44", "390 → 391 of 400", "+0.2"],
        "All": ["8 → 15 of 16", "+44", "390 → 391 of 400", "+0.2"],
        "Confidence": ["45 % → 84 %", "88 % → 88 %"],
    }
    assert view.reasons.text().splitlines()[0] == "On your recordings it reads 15 of 16, before it was 8."


def test_earlier_models_have_no_row_of_confidence(trainer: Trainer) -> None:
    said = outcome()
    old = replace(said, here=replace(said.here, sureness=None), base=replace(said.base, sureness=None))
    assert "Confidence" not in table(shown(trainer, old))


def test_the_matrices_stand_side_by_side(view: VerdictView) -> None:
    assert (view.before.accessibleName(), view.now.accessibleName()) == (
        "Before: 8 of 16 right",
        "Now: 15 of 16 right",
    )
    assert view.before.accessibleDescription() == "lizard taken for rock: 8"
    view.base_button.click()
    assert view.now.confusion.correct == 391
    assert not view.here_button.isChecked()


def test_samples_that_became_wrong_come_first(view: VerdictView) -> None:
    assert view.changes_title.text() == (
        "3 pictures read differently: 1 now right, 1 now wrong, 1 wrong in another way"
    )
    assert [(picture.lines, picture.role) for picture in view.changes.samples] == [
        (("rock", "was rock", "now paper"), "error"),
        (("rock", "was paper", "now rock"), "success"),
        (("rock", "was paper", "now no gesture"), "warning"),
    ]


def test_images_are_loaded_when_they_are_visible(view: VerdictView, trainer: Trainer, qtbot: QtBot) -> None:
    loader = trainer.desktop.images
    bar = view.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    expected = {f"{FIRST}-{n}" for n in (1, 2, 3)} | {f"{SECOND}-1"}
    qtbot.waitUntil(lambda: set(trainer.store.loaded) >= expected and not loader.is_busy)
    assert set(trainer.store.loaded) == expected


def test_doubtful_samples_are_shown_unless_deleted(view: VerdictView) -> None:
    assert view.doubtful_title.text().startswith("2 recordings look as if labelled wrongly")
    assert [picture.lines for picture in view.doubtful.samples] == [("rock?",)]


def test_empty_parts_take_no_space(trainer: Trainer) -> None:
    view = shown(trainer, replace(outcome(accepted=False), here=comparison(8, 8)))
    assert view.changes_title.text() == "No picture is read differently."
    assert view.changes.isHidden()
    assert view.doubtful.isHidden()
    assert view.notes.isHidden()


def test_notes_are_shown(trainer: Trainer) -> None:
    view = shown(trainer, replace(outcome(), notes=("Hands are now cut out as seen.",)))
    assert view.notes.text() == "Hands are now cut out as seen."
