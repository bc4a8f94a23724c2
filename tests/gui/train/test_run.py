"""A running retraining, and all of its results."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from gesture_app.domain.models.model_summary import GateVerdict
from gesture_app.domain.retraining.events import (
    Cancelled,
    EpochDone,
    Failed,
    LogLine,
    Progress,
    RetrainOutcome,
    RetrainPhase,
)
from gesture_app.errors import ModelError
from gesture_app.gui.train.retrain_job import MAX_LOG_LINES, RetrainCommand, RetrainJob
from gesture_app.storage.retraining_events import to_line
from tests.gui.train.conftest import LEARNING, NEW_ID, Trainer, command_of, epoch, outcome, resume_process, say

posix_only = pytest.mark.skipif(os.name == "nt", reason="signals are a POSIX matter")


@pytest.fixture
def job(qtbot: QtBot) -> RetrainJob:
    return RetrainJob(grace_ms=200)


def ended(job: RetrainJob, qtbot: QtBot, command: RetrainCommand) -> object:
    with qtbot.waitSignal(job.ended, timeout=20_000) as waited:
        job.start(command)
    return waited.args[0]


def test_reported_events_are_shown_during_the_run(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.start(*say(*LEARNING, LogLine("Learning from 40 recordings.")), ["pause"])
    run = trainer.page.run
    assert trainer.page.step is run
    assert run.phase.text() == "Starting…"
    qtbot.waitUntil(lambda: len(trainer.job.epochs) == 3)
    qtbot.waitUntil(lambda: run.phase.text() == "Learning the last layers…")
    assert run.time_left.text() == "About 30 seconds left"
    assert run.progress.value() == 400
    assert run.loss.curves[0].values == (0.9, 0.6, 0.4)
    assert [curve.name for curve in run.accuracy.curves] == ["learning", "your hands", "other people"]
    assert run.accuracy.fine_tune_start == 2
    assert not run.loss.isVisible()
    assert not run.log.button.isVisible()
    run.details.button.click()
    assert run.loss.isVisible()
    assert not run.log.view.isVisible()
    run.log.button.click()
    assert run.log.view.toPlainText() == "Learning from 40 recordings."
    assert trainer.asked == [("base-1", None)]


def test_curves_without_own_hands_leave_them_out(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.start(*say(epoch(1, own=None)), ["pause"])
    qtbot.waitUntil(lambda: bool(trainer.page.run.accuracy.curves))
    qtbot.waitUntil(
        lambda: (
            [curve.name for curve in trainer.page.run.accuracy.curves] == ["learning", "other people"]
            and bool(trainer.page.run.accuracy.curves[0].values)
        )
    )


def test_a_better_model_is_used_at_once_with_a_notice(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.make_model()
    trainer.start(*say(*LEARNING, outcome()))
    trainer.until_ended()
    qtbot.waitUntil(lambda: trainer.engines.newest.swaps == 1)
    assert trainer.library.active().id == NEW_ID
    assert trainer.page.step is trainer.page.verdict
    assert trainer.page.verdict.state.text() == "It is in use now."
    assert trainer.told == []
    trainer.page.verdict.back_button.click()
    trainer.settle()
    assert trainer.library.active().id == "base-1"
    assert trainer.engines.newest.swaps == 2
    trainer.page.verdict.done_button.click()
    assert trainer.page.step is trainer.page.plan


def test_the_notice_of_a_result_goes_when_the_page_shows_it(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.start(["pause"], *say(Failed("The disk is full.", "Make room.")))
    trainer.desktop.show_page("Live")
    trainer.resume()
    trainer.until_ended()
    qtbot.waitUntil(lambda: trainer.told == ["The disk is full."])
    trainer.desktop.show_page("Train")
    assert trainer.told == []


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (outcome(), "The new model is better for you, and in use now."),
        (outcome(accepted=False), "The new model is kept, but not used."),
        (Failed("The disk is full.", "Make room."), "The disk is full."),
    ],
)
def test_a_notice_is_shown_if_the_page_is_hidden(
    trainer: Trainer, qtbot: QtBot, said: RetrainOutcome | Failed, title: str
) -> None:
    trainer.make_model()
    trainer.start(["pause"], *say(said))
    trainer.desktop.show_page("Live")
    trainer.resume()
    trainer.until_ended()
    qtbot.waitUntil(lambda: trainer.told == [title])
    trainer.press("Show")
    assert trainer.page.isVisible()
    assert trainer.page.step in {trainer.page.verdict, trainer.page.failure}


def test_a_model_that_is_no_better_is_kept_and_may_be_forced(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.make_model(verdict=GateVerdict.REFUSED)
    trainer.start(*say(outcome(accepted=False)))
    trainer.until_ended()
    assert trainer.library.active().id == "base-1"
    assert trainer.engines.newest.swaps == 0
    verdict = trainer.page.verdict
    assert "hardly better" in verdict.reasons.text()
    assert "not in use" in verdict.state.text()

    verdict.force_button.click()
    assert trainer.library.active().id == "base-1"
    trainer.press("Use it anyway")
    trainer.settle()
    assert trainer.library.active().verdict is GateVerdict.FORCED
    assert verdict.state.text() == "It is in use, although it was found to be no better."
    assert trainer.page.in_use.text().endswith("(found to be no better, and used all the same)")

    verdict.back_button.click()
    trainer.settle()
    assert trainer.library.active().id == "base-1"
    assert trainer.engines.newest.swaps == 2


def test_a_model_does_not_take_over_from_one_that_was_chosen_meanwhile(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.make_model("other")
    trainer.make_model()
    trainer.start(["pause"], *say(outcome()))
    trainer.models.use("other")
    trainer.settle()
    qtbot.waitUntil(lambda: trainer.job.findChildren(QProcess)[-1].state() == QProcess.ProcessState.Running)
    trainer.resume()
    trainer.until_ended()
    assert trainer.library.active().id == "other"
    trainer.press("Use it")
    trainer.settle()
    assert trainer.library.active().id == NEW_ID


def test_a_model_that_does_not_work_is_reported_and_not_used(trainer: Trainer) -> None:
    trainer.make_model()
    trainer.library.error = ModelError("The model does not work.", hint="Try again.")
    trainer.start(*say(outcome()))
    trainer.until_ended()
    assert trainer.told == ["The model does not work."]
    assert trainer.page.verdict.state.text() == "It is not in use. The list of models has it."
    assert trainer.engines.newest.swaps == 0
    trainer.page.verdict.force_button.click()
    trainer.settle()
    assert trainer.library.active().id == NEW_ID


def test_cancelling_ends_it_and_clears_away(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.start(*say(*LEARNING), ["pause"])
    qtbot.waitUntil(lambda: len(trainer.job.epochs) == 3)
    process_id = trainer.job.process_id
    trainer.page.run.cancel_button.click()
    assert trainer.page.run.phase.text() == "Cancelling…"
    assert not trainer.page.run.cancel_button.isEnabled()
    trainer.until_ended()
    assert trainer.told == ["Training was cancelled. Nothing was changed."]
    assert trainer.page.step is trainer.page.plan
    assert trainer.cleared == [process_id]
    assert [model.id for model in trainer.library.listed()] == ["base-1"]


def answer(trainer: Trainer, text: str) -> None:
    """Press a button of the question that is open."""
    box = trainer.page.cancel_question.box
    assert box is not None
    next(button for button in box.buttons() if button.text() == text).click()


def test_esc_asks_before_a_training_is_lost(trainer: Trainer, qtbot: QtBot) -> None:
    trainer.start(["pause"])
    QTest.keyClick(trainer.page, Qt.Key.Key_Escape)
    answer(trainer, "&Keep running")
    assert trainer.page.cancel_question.box is None
    assert not trainer.job.is_cancelling
    QTest.keyClick(trainer.page, Qt.Key.Key_Escape)
    assert trainer.page.cancel_question.box is not None
    trainer.resume()
    trainer.until_ended()
    assert trainer.page.cancel_question.box is None


def test_the_time_left_never_grows(trainer: Trainer, qtbot: QtBot) -> None:
    estimates = (None, 60.0, 90.0, 40.0, 55.0)
    trainer.start(*say(*(Progress(RetrainPhase.HEAD, 0.1 * n, s) for n, s in enumerate(estimates, 1))), ["pause"])
    qtbot.waitUntil(lambda: trainer.job.progress is not None and trainer.job.progress.share == 0.5)
    qtbot.waitUntil(lambda: trainer.page.run.time_left.text() == "About 40 seconds left")
    trainer.resume()
    trainer.until_ended()
    trainer.services.controller.dismiss()
    trainer.start(["pause"])
    assert trainer.page.run.time_left.text() == "Time left: not known yet"


def test_the_curves_begin_with_the_model_before_the_training(trainer: Trainer, qtbot: QtBot) -> None:
    before = EpochDone(RetrainPhase.HEAD, 0, 10, None, None, 0.7, 0.5, 0.96)
    trainer.start(*say(before), ["pause"])
    qtbot.waitUntil(lambda: len(trainer.page.run.accuracy.curves) == 3)
    learning, own, others = trainer.page.run.accuracy.curves
    assert (learning.values, own.values, others.values) == ((None,), (0.5,), (0.96,))
    assert not trainer.page.run.accuracy.grab().isNull()


def test_the_tab_tells_progress_and_result(trainer: Trainer, qtbot: QtBot) -> None:
    (tabs,) = trainer.desktop.window.findChildren(QTabBar)
    trainer.start(*say(*LEARNING), ["pause"], *say(outcome(accepted=False)))
    qtbot.waitUntil(lambda: tabs.tabText(3) == "Train  40 %")
    assert tabs.accessibleTabName(3) == "Train: training, 40 % done"
    trainer.desktop.show_page("Live")
    trainer.resume()
    trainer.until_ended()
    assert tabs.tabText(3) == "Train  ●"
    trainer.open()
    assert tabs.tabText(3) == "Train"


def test_a_key_trains_only_where_the_plan_is_seen(trainer: Trainer) -> None:
    trainer.activate()
    trainer.page.show_models()
    QTest.keyClick(trainer.page.models, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert not trainer.job.is_running
    trainer.page.show_training()
    QTest.keyClick(trainer.page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert trainer.job.is_running


def test_the_keyboard_alone_will_do(trainer: Trainer, qtbot: QtBot) -> None:
    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)

    trainer.activate()
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert trainer.job.is_running
    press(Qt.Key.Key_Escape)
    assert trainer.job.is_running
    answer(trainer, "&Cancel training")
    trainer.until_ended()
    trainer.activate()
    assert trainer.told == ["Training was cancelled. Nothing was changed."]
    assert QApplication.focusWidget() is trainer.page.plan.retrain_button
    trainer.make_model()
    trainer.steps = say(outcome())
    press(Qt.Key.Key_Space)
    trainer.until_ended()
    assert trainer.page.step is trainer.page.verdict
    press(Qt.Key.Key_Escape)
    assert trainer.page.step is trainer.page.plan
    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert trainer.page.is_list_shown
    press(Qt.Key.Key_Escape)
    assert not trainer.page.is_list_shown


@pytest.mark.parametrize("said", [(outcome(),), (outcome(), Cancelled())], ids=["unheard", "heard"])
def test_a_model_that_was_done_when_it_was_cancelled_is_removed(
    trainer: Trainer, qtbot: QtBot, said: tuple[RetrainOutcome | Cancelled, ...]
) -> None:
    trainer.make_model()
    trainer.start(*say(*said), ["pause"])
    qtbot.waitUntil(lambda: trainer.job.result == said[-1])
    trainer.job.cancel()
    trainer.until_ended()
    assert [model.id for model in trainer.library.listed()] == ["base-1"]
    assert trainer.told == ["Training was cancelled. Nothing was changed."]


@posix_only
def test_a_process_that_ignores_the_request_is_killed(job: RetrainJob, qtbot: QtBot) -> None:
    job.start(command_of([["ignore"]]))
    qtbot.waitUntil(lambda: "deaf" in job.log)
    with qtbot.waitSignal(job.ended, timeout=20_000) as waited:
        job.cancel()
    assert waited.args == [Cancelled()]


@posix_only
def test_closing_the_window_shortens_the_grace_of_one_that_was_cancelled(qtbot: QtBot) -> None:
    job = RetrainJob(grace_ms=3_600_000, stop_ms=100)
    job.start(command_of([["ignore"]]))
    qtbot.waitUntil(lambda: "deaf" in job.log)
    job.cancel()
    with qtbot.waitSignal(job.ended, timeout=20_000) as waited:
        job.cancel_to_close()
    assert waited.args == [Cancelled()]


@posix_only
def test_at_the_end_of_the_program_the_process_is_killed(
    qtbot: QtBot,
) -> None:
    job = RetrainJob(grace_ms=200, stop_ms=100)
    job.start(command_of([["ignore"]]))
    qtbot.waitUntil(lambda: "deaf" in job.log)
    assert job.stop()
    assert not job.is_running


@posix_only
def test_a_killed_run_is_reported_with_its_last_lines(trainer: Trainer) -> None:
    trainer.start(*say(*LEARNING), ["complain", "loading…"], ["complain", "out of memory"], ["crash"])
    trainer.until_ended()
    failure = trainer.page.failure
    assert trainer.page.step is failure
    assert failure.title.text() == "The training process was ended from outside, or crashed before it was done."
    assert failure.log.view.toPlainText().splitlines() == ["loading…", "out of memory"]
    assert len(trainer.cleared) == 1
    assert trainer.library.active().id == "base-1"
    failure.done_button.click()
    assert trainer.page.plan.retrain_button.isEnabled()


@posix_only
def test_a_run_that_dies_for_want_of_memory_is_cleared_away_and_told(trainer: Trainer, tmp_path: Path) -> None:
    trainer.start(*say(*LEARNING), ["leave", str(tmp_path)], ["starve"])
    trainer.until_ended()
    failure = trainer.page.failure
    assert failure.title.text() == "The training process ended with exit code 1 before it was done."
    assert "Nothing was changed" in failure.hint.text()
    assert "Perhaps memory ran out" in failure.hint.text()
    assert failure.log.view.toPlainText().splitlines()[-1] == "MemoryError"
    assert trainer.cleared == [trainer.job.process_id]
    assert [folder.name for folder in tmp_path.glob(".making-*")] == [f".making-{trainer.job.process_id}-new"]
    assert trainer.library.active().id == "base-1"


def test_an_exit_without_a_result_is_a_failure(job: RetrainJob, qtbot: QtBot) -> None:
    ending = ended(job, qtbot, command_of([["exit", 3]]))
    assert isinstance(ending, Failed)
    assert "exit code 3" in ending.message


def test_a_reported_failure_is_shown(trainer: Trainer) -> None:
    trainer.start(*say(Failed("The disk is full.", "Make room.")), ["exit", 1])
    trainer.until_ended()
    failure = trainer.page.failure
    assert (failure.title.text(), failure.hint.text()) == ("The disk is full.", "Make room.")


def test_a_process_that_cannot_be_started_is_a_failure(job: RetrainJob, qtbot: QtBot, tmp_path: Path) -> None:
    ending = ended(job, qtbot, RetrainCommand(str(tmp_path / "nothing"), (), tmp_path))
    assert isinstance(ending, Failed)
    assert "could not be started" in ending.message
    assert not job.is_running


def test_lines_may_come_in_any_pieces(job: RetrainJob, qtbot: QtBot) -> None:
    line = to_line(Progress(RetrainPhase.CHECK, 0.5)) + "\n"
    half = len(line) // 2
    pieces = [["write", line[:half]], ["pause"], ["write", line[half:] + 'not JSON\n{"event": "tomorrow"}\n']]
    with qtbot.waitSignal(job.ended, timeout=20_000):
        job.start(command_of([*pieces, ["write", json.dumps({"event": "log", "text": "no end"})]]))
        resume_process(job)
    assert job.progress == Progress(RetrainPhase.CHECK, 0.5)
    assert list(job.log) == ["not JSON", "no end"]


def test_a_flood_of_text_does_not_block_and_its_end_is_handled(job: RetrainJob, qtbot: QtBot) -> None:
    """Timers of the window keep firing, and no event is lost."""
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(5)
    ending = ended(job, qtbot, command_of([["flood", "noise\n", 500_000], *say(outcome())]))
    timer.stop()
    assert isinstance(ending, RetrainOutcome)
    assert job.log_count == 500_000
    assert len(job.log) == MAX_LOG_LINES
    assert len(gaps) > 20
    assert sorted(gaps)[len(gaps) * 9 // 10] < 0.25


def test_one_that_floods_with_events_is_ended(job: RetrainJob, qtbot: QtBot) -> None:
    line = to_line(Progress(RetrainPhase.HEAD, 0.1)) + "\n"
    ending = ended(job, qtbot, command_of([["flood", line, 100_000]]))
    assert isinstance(ending, Failed)
    assert "said more than can be taken in" in ending.message


def test_a_line_without_end_takes_bounded_memory(job: RetrainJob, qtbot: QtBot) -> None:
    ending = ended(job, qtbot, command_of([["flood", "x" * 1000, 20_000], ["write", "\n"], *say(outcome())]))
    assert isinstance(ending, RetrainOutcome)
    assert all(len(line) <= 1_000_001 for line in job.log)


def test_a_second_run_resets_the_state(job: RetrainJob, qtbot: QtBot) -> None:
    ended(job, qtbot, command_of([*say(*LEARNING), ["complain", "first"]]))
    assert job.epochs
    ending = ended(job, qtbot, command_of([*say(Failed("No."))]))
    assert ending == Failed("No.")
    assert (job.epochs, list(job.log), job.progress) == ([], [], None)


def test_while_one_runs_no_other_begins(trainer: Trainer) -> None:
    trainer.start(["pause"])
    process_id = trainer.job.process_id
    trainer.services.controller.start()
    assert trainer.job.process_id == process_id
    assert len(trainer.asked) == 1
