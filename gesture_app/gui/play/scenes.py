"""What is painted over the picture at each moment of a match. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gesture_app.domain.game.match import MatchPhase, MatchSettings, MatchState
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.gui.play.texts import (
    Names,
    changed_detail,
    match_verdict,
    misthrow_detail,
    misthrow_title,
    round_verdict,
    sentence,
)

_SETTLED_S = 1.0
"""After this nothing moves any more, and the same scene need not be painted again."""


class Mood(Enum):
    """How a large word is meant."""

    NEUTRAL = "neutral"
    GOOD = "good"
    HINT = "hint"


@dataclass(frozen=True)
class Countdown:
    """The words being called.

    Attributes:
        gestures: What is called before "shoot!", in order.
        words: All the words, "shoot!" last.
        index: The word of the moment.
        word_s: Seconds since it was called, as far as they make a difference.
        time_left: Share of the time for the throw that is left, 1 before "shoot!".
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
        mood: How it is meant.
        shown_s: Seconds since it came, as far as they make a difference.
    """

    title: str
    detail: str
    mood: Mood
    shown_s: float = _SETTLED_S


@dataclass(frozen=True)
class Scene:
    """Everything over the picture.

    Attributes:
        halves: Names of the people in the left and the right half of the view, with a line between; None for one.
        countdown: The words being called.
        verdict: What came of it.
        hint: What to do now.
    """

    halves: tuple[str, str] | None = None
    countdown: Countdown | None = None
    verdict: Announcement | None = None
    hint: str = ""


def match_scene(state: MatchState, settings: MatchSettings, names: Names, trouble: str = "") -> Scene:
    """The scene of a match, without its halves.

    Args:
        state: The match.
        settings: What is played.
        names: What the sides are called.
        trouble: Why the match waits, if something stopped it.
    """
    if state.phase in {MatchPhase.COUNTDOWN, MatchPhase.SHOOT}:
        hint = "The picture seems to stand still…" if state.frames_missing else ""
        return Scene(countdown=_countdown(state, settings), hint=hint)
    if state.phase is MatchPhase.IDLE:
        return _waiting(state, names, trouble)
    return Scene(verdict=_verdict(state, names), hint=_next_hint(state, settings))


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


def _waiting(state: MatchState, names: Names, trouble: str) -> Scene:
    hint = "Space: go on   ·   Esc: end the match"
    if trouble:
        return Scene(verdict=Announcement("Paused", trouble, Mood.HINT), hint=hint)
    if state.misthrow is not None:
        title, detail = misthrow_title(state.misthrow), misthrow_detail(state, names)
        return Scene(verdict=Announcement(title, detail, Mood.HINT), hint=hint)
    return Scene(verdict=Announcement("Paused", "The score is kept.", Mood.NEUTRAL), hint=hint)


def _verdict(state: MatchState, names: Names) -> Announcement:
    shown_s = min(state.phase_s, _SETTLED_S)
    if state.phase is MatchPhase.MISTHROW and state.misthrow is not None:
        return Announcement(misthrow_title(state.misthrow), misthrow_detail(state, names), Mood.HINT, shown_s)
    record = state.last_round
    if record is None:
        return Announcement("", "", Mood.NEUTRAL, shown_s)
    detail = changed_detail(state, names) or f"{sentence(record.reason)}."
    if state.phase is MatchPhase.MATCH_OVER and state.winner is not None:
        mood = Mood.GOOD if state.winner == 0 or not names.is_person else Mood.NEUTRAL
        # Time stands still when the match is over.
        return Announcement(match_verdict(state.winner, names), detail, mood)
    is_good = record.outcome is RoundOutcome.WIN or (not names.is_person and record.outcome is not RoundOutcome.DRAW)
    return Announcement(round_verdict(record.outcome, names), detail, Mood.GOOD if is_good else Mood.NEUTRAL, shown_s)


def _next_hint(state: MatchState, settings: MatchSettings) -> str:
    if state.phase is MatchPhase.MATCH_OVER:
        return "Space: another match   ·   Esc: choose a mode"
    return "" if settings.continuous else "Space: next round"
