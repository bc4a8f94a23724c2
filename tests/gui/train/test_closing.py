"""Closing the window while a model is being trained."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gesture_app.gui.train.close_guard import CloseGuard
from tests.desktop.test_app import run_program
from tests.gui.train.conftest import Trainer, outcome, say


def question(trainer: Trainer) -> CloseGuard:
    return trainer.desktop.window.findChild(CloseGuard)


def press(box: QMessageBox, text: str, qtbot: QtBot) -> None:
    button = next(button for button in box.buttons() if button.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def asked(trainer: Trainer) -> QMessageBox:
    trainer.desktop.window.close()
    box = question(trainer).box
    assert box is not None
    return box


def test_without_a_run_it_closes(trainer: Trainer) -> None:
    assert trainer.desktop.window.close()


def test_the_window_stays_open_if_the_run_continues(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.start(["pause"])
    box = asked(trainer)
    assert trainer.desktop.window.isVisible()
    trainer.desktop.window.close()
    assert question(trainer).box is box
    press(box, "Keep running", qtbot)
    assert trainer.desktop.window.isVisible()
    assert trainer.job.is_running
    assert not trainer.job.is_cancelling


def test_it_closes_once_the_run_has_ended(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.start(["pause"])
    press(asked(trainer), "Cancel training and close", qtbot)
    qtbot.waitUntil(lambda: not trainer.desktop.window.isVisible(), timeout=20_000)
    assert not trainer.job.is_running


@pytest.mark.skipif(os.name == "nt", reason="signals are a POSIX matter")
def test_a_signal_ends_the_program_without_a_question() -> None:
    done = run_program("""
        import os, signal

        def on_frame(desktop):
            desktop.window.may_close = lambda: print("asked")
            os.kill(os.getpid(), signal.SIGTERM)
    """)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_question_goes_away_with_its_reason(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.make_model()
    trainer.start(["pause"], *say(outcome()))
    box = asked(trainer)
    trainer.resume()
    trainer.until_ended()
    qtbot.waitUntil(lambda: question(trainer).box is None)
    assert trainer.desktop.window.isVisible()
    assert box is not question(trainer).box
