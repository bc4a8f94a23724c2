"""The question and the results of a practice, and its scenes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.game.practice import PracticePhase, PracticeResult, PracticeState
from gesture_app.gui.play.practice_results import PracticeResults
from gesture_app.gui.play.prompt_card import PromptCard
from gesture_app.gui.play.scenes import Announcement, Emphasis, Scene
from gesture_app.gui.texts import gesture_title
from gesture_app.gui.translation import decimal, number, tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.live_reading import percent
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow


class PracticePanel(QWidget):
    """Shows the gesture asked for, and the result of each question.

    Args:
        icons: The icons.
        theme: The colours in use.
        parent: The widget it lies in.
    """

    def __init__(self, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = PromptCard(icons, theme)
        self.results = PracticeResults(icons, theme)
        self.next_button = QPushButton(tr("Practise again"))
        self.next_button.setObjectName("primary")
        self.next_button.setToolTip("Space")
        self.stop_button = QPushButton(tr("Stop"))
        self.stop_button.setToolTip("Esc")
        buttons = WrappingRow(spacing_px=8, is_filled=True)
        for button in (self.next_button, self.stop_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.card, 3)
        layout.addWidget(self.results, 2)
        layout.addWidget(buttons)

    def show_practice(self, state: PracticeState, best_before: int = 0) -> None:
        """Show the state of a practice, and a trophy for a personal best.

        Args:
            state: The state.
            best_before: The most points of an earlier practice; 0 for none.
        """
        if state.asked is not None and state.phase is not PracticePhase.DONE:
            text = gesture_title(state.asked)
            self.card.show_prompt(f"gestures/{state.asked}", text, state.progress)
        else:
            icon = "trophy" if is_personal_best(state, best_before) else "practice"
            self.card.show_prompt(icon, points_text(state.points) if state.results else "", 0.0)
        self.results.show_results(state.results)
        is_over = state.phase in {PracticePhase.DONE, PracticePhase.IDLE}
        self.next_button.setEnabled(is_over)
        self.stop_button.setText(tr("End") if is_over else tr("Stop"))


def practice_heading(state: PracticeState) -> str:
    """Number of the question, and the points so far."""
    if not state.results:
        return tr("{position} of {count}").format(position=max(1, state.number), count=state.count)
    return tr("{position} of {count} · {points}").format(
        position=max(1, state.number), count=state.count, points=points_text(state.points)
    )


def points_text(points: int) -> str:
    """A number of points: ``"1 point"``, ``"640 points"``."""
    return tr("{count} points", "{count} point", points).format(count=number(points))


def is_personal_best(state: PracticeState, best_before: int) -> bool:
    """Whether a whole practice gave more points than any before."""
    return state.phase is PracticePhase.DONE and state.points > best_before


def done_detail(state: PracticeState, best_before: int) -> str:
    """Number of the gestures seen, and the personal best."""
    seen = tr("{seen} of {count} gestures seen.").format(
        seen=sum(result.delay_s is not None for result in state.results), count=state.count
    )
    if not best_before:
        return tr("{seen} Your best so far: try to beat it.").format(seen=seen) if state.points else seen
    if is_personal_best(state, best_before):
        return tr("New personal best! Before: {points}. {seen}").format(points=points_text(best_before), seen=seen)
    return tr("{seen} Personal best: {points}.").format(seen=seen, points=points_text(best_before))


def result_text(result: PracticeResult) -> str:
    """Delay and confidence of a result, in one line."""
    if result.delay_s is None:
        return tr("Not seen in time.")
    return tr("Seen after {delay_s} s, {percent} sure.").format(
        delay_s=decimal(result.delay_s, 1), percent=percent(result.confidence)
    )


def practice_scene(state: PracticeState, pause_reason: str = "", best_before: int = 0) -> Scene:
    """The scene over the live view in practice."""
    again = tr("Space: practise again   ·   Esc: choose a mode")
    if pause_reason:
        return Scene(announcement=Announcement(tr("Paused"), pause_reason, Emphasis.HINT), hint=again)
    if state.phase is PracticePhase.IDLE:
        stopped = Announcement(tr("Stopped"), tr("The results stay until you begin again."), Emphasis.NEUTRAL)
        return Scene(announcement=stopped, hint=again)
    if state.phase is PracticePhase.DONE:
        title = tr("{points} of {most_points} points").format(
            points=number(state.points), most_points=number(state.most_points)
        )
        is_best = is_personal_best(state, best_before)
        emphasis = Emphasis.GOOD if is_best else Emphasis.NEUTRAL
        return Scene(announcement=Announcement(title, done_detail(state, best_before), emphasis), hint=again)
    if state.phase is PracticePhase.ASKED and state.asked is not None:
        left = tr("Show it now: {seconds} s left").format(seconds=decimal(state.seconds_left or 0, 0))
        return Scene(announcement=Announcement(gesture_title(state.asked), left, Emphasis.NEUTRAL))
    result = state.results[-1]
    if result.delay_s is None:
        return Scene(announcement=Announcement(tr("Missed"), result_text(result), Emphasis.HINT))
    return Scene(announcement=Announcement(f"+{points_text(result.points)}", result_text(result), Emphasis.GOOD))
