"""The scene over the live view for each state of a match. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.game.match import MatchPhase, MatchSettings, MatchState
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.message import Message
from gesture_app.gui.play.texts import (
    PlayerNames,
    changed_detail,
    endless_detail,
    endless_title,
    match_title,
    misthrow_detail,
    misthrow_title,
    reason_sentence,
    round_title,
)
from gesture_app.gui.play.throw_question import question_detail, question_title
from gesture_app.gui.translation import tr, translated

QUESTION = Message("Say what your hand showed, or go on.")
"""Reason of a pause in which the player is asked what a misread hand showed."""

_SETTLED_S = 1.0
"""Length of the animations; after it the same scene need not be painted again."""


class Emphasis(Enum):
    """Meaning of an announcement, which decides its colour."""

    NEUTRAL = "neutral"
    GOOD = "good"
    HINT = "hint"


@dataclass(frozen=True)
class Countdown:
    """The words of the countdown.

    Attributes:
        gestures: The gestures called before "shoot!", in order.
        words: All words, "shoot!" last.
        index: Index of the present word.
        word_s: Seconds since it was called.
        time_left: Fraction of the time for the throw that is left, 1 before "shoot!".
    """

    gestures: tuple[str, ...]
    words: tuple[str, ...]
    index: int
    word_s: float
    time_left: float

    @property
    def is_shoot(self) -> bool:
        """Whether the last word was called."""
        return self.index == len(self.words) - 1


@dataclass(frozen=True)
class Announcement:
    """A large word with a line below.

    Attributes:
        title: The large word.
        detail: The line.
        emphasis: Meaning of the announcement.
        shown_s: Seconds since it appeared, at most until its animation ends.
    """

    title: str
    detail: str
    emphasis: Emphasis
    shown_s: float = _SETTLED_S


@dataclass(frozen=True)
class Scene:
    """Everything that is painted over the live view.

    Attributes:
        half_names: Names of the people in the left and the right half of the view, with a line between; None for one.
        countdown: The words of the countdown.
        announcement: The result, or the reason for a pause.
        hint: The next possible action.
    """

    half_names: tuple[str, str] | None = None
    countdown: Countdown | None = None
    announcement: Announcement | None = None
    hint: str = ""


def match_scene(state: MatchState, settings: MatchSettings, names: PlayerNames, pause_reason: str = "") -> Scene:
    """The scene of a match, without the names of the halves.

    Args:
        state: State of the match.
        settings: Settings of the match.
        names: Names of the players.
        pause_reason: Reason why the match was paused; empty if there is none.
    """
    if state.phase in {MatchPhase.COUNTDOWN, MatchPhase.SHOOT}:
        hint = tr("The picture seems to stand still…") if state.frames_missing else ""
        return Scene(countdown=_countdown(state, settings), hint=hint)
    if state.question is not None:
        title, detail = question_title(state.question), question_detail(state.question, names)
        return Scene(announcement=Announcement(title, detail, Emphasis.HINT), hint=tr("Y: yes   ·   N: no"))
    if state.phase is MatchPhase.IDLE:
        return _waiting_scene(state, names, pause_reason)
    return Scene(announcement=_result_announcement(state, names), hint=_next_hint(state, settings))


def _countdown(state: MatchState, settings: MatchSettings) -> Countdown | None:
    if state.beat_index is None or state.seconds_to_shoot is None:
        return None
    timing = settings.timing
    gestures = settings.rules.gestures
    if state.phase is MatchPhase.SHOOT:
        left = max(0.0, 1 - state.phase_s / timing.window_s)
        return Countdown(gestures, state.words, state.beat_index, state.phase_s, left)
    word_s = settings.countdown_s - state.seconds_to_shoot - state.beat_index * timing.beat_s
    return Countdown(gestures, state.words, state.beat_index, max(0.0, word_s), 1.0)


def _waiting_scene(state: MatchState, names: PlayerNames, pause_reason: str) -> Scene:
    hint = tr("Space: go on   ·   Esc: end the match")
    if pause_reason == QUESTION:
        hint = tr("Space: go on   ·   Esc: close the question")
    if pause_reason:
        pause_reason = translated(pause_reason)
        return Scene(announcement=Announcement(tr("Paused"), pause_reason, Emphasis.HINT), hint=hint)
    if state.misthrow is not None:
        title, detail = misthrow_title(state.misthrow), misthrow_detail(state, names)
        return Scene(announcement=Announcement(title, detail, Emphasis.HINT), hint=hint)
    return Scene(announcement=Announcement(tr("Paused"), tr("The score is kept."), Emphasis.NEUTRAL), hint=hint)


def _result_announcement(state: MatchState, names: PlayerNames) -> Announcement:
    shown_s = min(state.phase_s, _SETTLED_S)
    if state.phase is MatchPhase.MISTHROW and state.misthrow is not None:
        return Announcement(misthrow_title(state.misthrow), misthrow_detail(state, names), Emphasis.HINT, shown_s)
    record = state.last_round
    if record is None:
        return Announcement("", "", Emphasis.NEUTRAL, shown_s)
    if state.phase is MatchPhase.MATCH_OVER and state.winner is None:
        is_ahead = state.score[0] > state.score[1]
        emphasis = Emphasis.GOOD if is_ahead or not names.is_solo else Emphasis.NEUTRAL
        return Announcement(endless_title(state.score, names), endless_detail(state, names), emphasis)
    detail = changed_detail(state, names) or reason_sentence(record)
    if state.phase is MatchPhase.MATCH_OVER and state.winner is not None:
        emphasis = Emphasis.GOOD if state.winner == 0 or not names.is_solo else Emphasis.NEUTRAL
        # Time stands still when the match is over.
        return Announcement(match_title(state.winner, names), detail, emphasis)
    is_good = record.outcome is RoundOutcome.WIN or (not names.is_solo and record.outcome is not RoundOutcome.DRAW)
    return Announcement(
        round_title(record.outcome, names), detail, Emphasis.GOOD if is_good else Emphasis.NEUTRAL, shown_s
    )


def _next_hint(state: MatchState, settings: MatchSettings) -> str:
    if state.phase is MatchPhase.MATCH_OVER:
        return tr("Space: another match   ·   Esc: choose a mode")
    return "" if settings.continuous else tr("Space: next round")
