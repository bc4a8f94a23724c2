"""What the page says about a match. No Qt."""

from __future__ import annotations

import json
from dataclasses import dataclass

from gesture_app.domain.game.match import MatchPhase, MatchSettings, MatchState, Players, RoundRecord
from gesture_app.domain.game.rules import RoundOutcome
from gesture_app.domain.game.throws import Misthrow
from gesture_app.storage.round_codec import encode_round

_SHORT_DIGITS = 8

_MISTHROW_TITLES = {
    Misthrow.TOO_EARLY: "Too early!",
    Misthrow.TOO_LATE: "Too late!",
    Misthrow.NO_HAND: "No hand!",
    Misthrow.NO_GESTURE: "What was that?",
    Misthrow.TWO_HANDS: "Two hands!",
    Misthrow.UNSETTLED: "Hold still!",
    Misthrow.ONE_PLAYER_MISSING: "Somebody is missing!",
    Misthrow.NO_FRAMES: "No picture!",
}

_TOLD_BY_TITLE = {
    Misthrow.TOO_EARLY,
    Misthrow.TOO_LATE,
    Misthrow.NO_HAND,
    Misthrow.TWO_HANDS,
    Misthrow.ONE_PLAYER_MISSING,
}
"""Their explanations begin with what the title says already."""


@dataclass(frozen=True)
class Names:
    """What the two sides are called.

    Attributes:
        first: The first player: the person, or who is in the left half of the picture as captured.
        second: The second player, or the computer.
        is_person: Whether the first player is the only person, and so is spoken to.
    """

    first: str
    second: str
    is_person: bool

    @property
    def both(self) -> tuple[str, str]:
        """First and second."""
        return self.first, self.second


def match_names(players: Players, opponent: str, *, mirrored: bool) -> Names:
    """The names at the start of a match. Of two people the one on the left of the view is called player 1."""
    if players is Players.COMPUTER:
        return Names("You", opponent, is_person=True)
    first, second = ("Player 2", "Player 1") if mirrored else ("Player 1", "Player 2")
    return Names(first, second, is_person=False)


def sentence(words: str) -> str:
    """With a capital letter in front."""
    return words[:1].upper() + words[1:]


def round_verdict(outcome: RoundOutcome, names: Names) -> str:
    """Who won the round, large over the picture."""
    if outcome is RoundOutcome.DRAW:
        return "Draw!"
    if names.is_person:
        return "You win!" if outcome is RoundOutcome.WIN else f"{names.second} wins!"
    return f"{names.first if outcome is RoundOutcome.WIN else names.second} wins!"


def match_verdict(winner: int, names: Names) -> str:
    """Who won the match."""
    if names.is_person and winner == 0:
        return "You won the match!"
    return f"{names.both[winner]} won the match"


def misthrow_title(misthrow: Misthrow) -> str:
    """What went wrong, large over the picture."""
    return _MISTHROW_TITLES[misthrow]


def misthrow_detail(state: MatchState, names: Names) -> str:
    """What happened and what to do."""
    if state.misthrow is None:
        return ""
    who = "" if names.is_person or state.misthrow_player is None else f"{names.both[state.misthrow_player]}: "
    explanation = state.misthrow.explanation
    if state.misthrow in _TOLD_BY_TITLE:
        explanation = explanation.partition(": ")[2] or explanation
    return f"{who}{sentence(explanation)}"


def card_text(state: MatchState, player: int) -> str:
    """What a player does now, below the place where their throw will be."""
    if state.phase is MatchPhase.MISTHROW:
        return "Once more"
    if state.phase is MatchPhase.COUNTDOWN:
        return "Keep a fist"
    if state.phase is MatchPhase.SHOOT:
        return "Locked" if state.locked[player] else "Throw!"
    return "Ready"


def round_summary(state: MatchState) -> tuple[str, str]:
    """Why the round ended as it did, or that it is played again; and a line more."""
    record = shown_round(state)
    if record is not None:
        return f"{sentence(record.reason)}.", ""
    if state.misthrow is not None:
        return "Played again", "Nobody loses a point."
    return "", ""


def changed_detail(state: MatchState, names: Names) -> str:
    """That a hand changed after the reveal, and that it does not count."""
    if not state.changed_after_reveal:
        return ""
    if names.is_person or state.changed_player is None:
        return "Your hand changed after the reveal. The first throw counts."
    return f"{names.both[state.changed_player]} changed after the reveal. The first throw counts."


def round_heading(state: MatchState, settings: MatchSettings) -> str:
    """Which round of how many."""
    if settings.best_of is None:
        return f"Round {state.round_number} · endless"
    if settings.best_of == 1:
        return "One round decides"
    return f"Round {state.round_number} · best of {settings.best_of}"


def streak_text(state: MatchState, names: Names) -> str:
    """A row of wins or losses, once it is one."""
    length = abs(state.streak)
    if length < 2:
        return ""
    if names.is_person:
        return f"{length} wins in a row" if state.streak > 0 else f"{length} losses in a row"
    return f"{names.first if state.streak > 0 else names.second}: {length} in a row"


def short_digest(digest: str) -> str:
    """The beginning of a digest, enough to compare by eye."""
    return f"{digest[:_SHORT_DIGITS]}…"


def commitment_text(state: MatchState) -> str:
    """What the computer has committed to, or how that was opened; empty where there is nothing to prove."""
    record = shown_round(state)
    if record is not None and record.opening is not None:
        return f"Opened: {record.opening.throw} + {short_digest(record.opening.nonce)}"
    if state.commitment_digest is None:
        return ""
    return f"Committed: {short_digest(state.commitment_digest)}"


def commitment_proof(state: MatchState) -> str:
    """What is copied: the digest alone before the reveal; after it the round, as ``verify-round`` reads it."""
    record = shown_round(state)
    if record is None or record.opening is None:
        return state.commitment_digest or ""
    return json.dumps(encode_round(record), ensure_ascii=False)


def shown_round(state: MatchState) -> RoundRecord | None:
    """The round whose throws are on show."""
    return state.last_round if state.phase in {MatchPhase.REVEAL, MatchPhase.MATCH_OVER} else None
