"""Texts that appear while a model is trained are translated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gesture_app.domain.message import Message
from gesture_app.domain.models.model_summary import GateVerdict
from gesture_app.domain.retraining.events import Failed
from tests.fakes.pseudo_language import english_words, pseudo_language, untranslated
from tests.gui.train.conftest import LEARNING, MakeTrainer, Trainer, outcome, say


@pytest.fixture
def foreign(make_trainer: MakeTrainer) -> Iterator[Trainer]:
    """The page in the pseudo-language."""
    with pseudo_language():
        yield make_trainer()


def test_progress_and_result_are_translated(foreign: Trainer, qtbot: QtBot) -> None:
    foreign.make_model(verdict=GateVerdict.REFUSED)
    foreign.start(*say(*LEARNING), ["pause"], *say(outcome(accepted=False)))
    qtbot.waitUntil(lambda: len(foreign.page.run.accuracy.curves) == 3)
    running = untranslated(foreign.desktop.window)
    foreign.resume()
    foreign.until_ended()

    assert running == set()
    assert untranslated(foreign.desktop.window) == set()


def test_a_failure_of_the_training_process_is_translated(foreign: Trainer) -> None:
    reason = Message("There is no room for a model in {folder}: {free} MB are free, {needed} MB are needed.")
    foreign.start(*say(Failed(reason.fill(folder="/models", free=3, needed=200), Message("Make room on the disk."))))
    foreign.until_ended()

    assert english_words(foreign.page.failure.title.text()) == []
    assert untranslated(foreign.page.failure) == set()
