"""Texts about a match. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gesture_app.domain.game.match import MatchPhase, MatchSettings, MatchState, Players, RoundRecord
from gesture_app.domain.game.rounds import UNNAMED, PeopleOfMatch
from gesture_app.domain.game.rules import RULE_TABLES, RoundOutcome, RuleTable
from gesture_app.domain.game.throws import Misthrow
from gesture_app.domain.message import Message
from gesture_app.gui.texts import gesture_name
from gesture_app.gui.translation import number, tr, translated

_MISTHROW_TITLES = {
    Misthrow.TOO_EARLY: Message("Too early!"),
    Misthrow.TOO_LATE: Message("Too late!"),
    Misthrow.NO_HAND: Message("No hand!"),
    Misthrow.NO_GESTURE: Message("What was that?"),
    Misthrow.TWO_HANDS: Message("Two hands!"),
    Misthrow.UNSETTLED: Message("Hold still!"),
    Misthrow.ONE_PLAYER_MISSING: Message("Somebody is missing!"),
    Misthrow.NO_FRAMES: Message("No picture!"),
    Misthrow.NOT_AGREED: Message("Once more!"),
}

_REPEATED_BY_TITLE = {
    Misthrow.TOO_EARLY,
    Misthrow.TOO_LATE,
    Misthrow.NO_HAND,
    Misthrow.TWO_HANDS,
    Misthrow.ONE_PLAYER_MISSING,
}
"""Misthrows whose explanation begins with the words of the title."""


@dataclass(frozen=True)
class PlayerNames:
    """Names of the two players.

    Attributes:
        first: The first player: the person, or the one in the left half of the frame as captured.
        second: The second player, or the computer.
        is_solo: Whether one person plays against the computer, and is addressed as "you".
    """

    first: str
    second: str
    is_solo: bool

    @property
    def both(self) -> tuple[str, str]:
        """First and second."""
        return self.first, self.second


def game_title(rules: RuleTable, games: Iterable[RuleTable]) -> str:
    """Title of a game in the person's language; with its name where own rules have the title of another one.

    Args:
        rules: The game.
        games: All games that are offered.
    """
    title = translated(rules.title)
    others = {translated(one.title).casefold() for one in games if one.name != rules.name}
    return f"{title} ({rules.name})" if title.casefold() in others and rules.name not in RULE_TABLES else title


def player_names(
    players: Players, opponent: str, *, mirrored: bool, is_demo: bool = False, people: PeopleOfMatch = UNNAMED
) -> PlayerNames:
    """Names at the start of a match. Of two people the one on the left of the view is player 1.

    Args:
        players: Who plays.
        opponent: Name of the computer's opponent.
        mirrored: Whether the view is mirrored.
        is_demo: Whether the demo clip plays in place of a person.
        people: Names of the people, which replace "Player 1" and "Player 2".
    """
    if players is Players.COMPUTER:
        return PlayerNames(tr("Demo clip") if is_demo else tr("You"), opponent, is_solo=not is_demo)
    first, second = (tr("Player 2"), tr("Player 1")) if mirrored else (tr("Player 1"), tr("Player 2"))
    return PlayerNames(people[0] or first, people[1] or second, is_solo=False)


def sentence(words: str) -> str:
    """The text with a capital letter in front."""
    return words[:1].upper() + words[1:]


def reason_sentence(record: RoundRecord) -> str:
    """The rule that decided a round, as a sentence."""
    return f"{sentence(translated(record.reason))}."


def round_title(outcome: RoundOutcome, names: PlayerNames) -> str:
    """Winner of the round, as a title."""
    if outcome is RoundOutcome.DRAW:
        return tr("Draw!")
    if names.is_solo:
        return tr("You win!") if outcome is RoundOutcome.WIN else tr("{player} wins!").format(player=names.second)
    return tr("{player} wins!").format(player=names.first if outcome is RoundOutcome.WIN else names.second)


def match_title(winner: int, names: PlayerNames) -> str:
    """Winner of the match, as a title."""
    if names.is_solo and winner == 0:
        return tr("You won the match!")
    return tr("{player} won the match").format(player=names.both[winner])


def endless_title(score: tuple[int, int], names: PlayerNames) -> str:
    """Result of an endless match, as a title."""
    first, second = score
    if first == second:
        return tr("A draw, {first} : {second}").format(first=first, second=second)
    ahead, numbers = (names.first, f"{first} : {second}") if first > second else (names.second, f"{second} : {first}")
    return (
        tr("You win {numbers}").format(numbers=numbers)
        if names.is_solo and first > second
        else tr("{player} wins {numbers}").format(player=ahead, numbers=numbers)
    )


def endless_detail(state: MatchState, names: PlayerNames) -> str:
    """Number of the rounds and draws of an endless match, and the longest streak."""
    count = sum(state.score) + state.draws
    rounds = tr("{count} rounds.", "{count} round.", count).format(count=number(count))
    if state.draws:
        draws = tr("{count} of them were draws.", "{count} of them was a draw.", state.draws)
        rounds += f" {draws.format(count=number(state.draws))}"
    if not names.is_solo or state.best_streak < 2:
        return rounds
    streak = tr("Longest win streak: {length}.").format(length=state.best_streak)
    return f"{rounds} {streak}"


def misthrow_title(misthrow: Misthrow) -> str:
    """Short name of a misthrow, as a title."""
    return translated(_MISTHROW_TITLES[misthrow])


def misthrow_detail(state: MatchState, names: PlayerNames) -> str:
    """Cause and remedy of a misthrow, with the player's name if there are two people."""
    if state.misthrow is None:
        return ""
    player = "" if names.is_solo or state.misthrow_player is None else f"{names.both[state.misthrow_player]}: "
    explanation = translated(state.misthrow.explanation)
    if state.misthrow in _REPEATED_BY_TITLE:
        explanation = explanation.partition(": ")[2] or explanation
    return f"{player}{sentence(explanation)}"


def card_text(state: MatchState, player: int) -> str:
    """Text of a player's card before the reveal."""
    if state.phase is MatchPhase.MISTHROW:
        return tr("Once more")
    if state.phase is MatchPhase.COUNTDOWN:
        return tr("Keep a fist")
    if state.phase in {MatchPhase.SHOOT, MatchPhase.QUESTION}:
        return tr("Locked") if state.locked[player] else tr("Throw!")
    return tr("Ready")


def round_summary(state: MatchState) -> tuple[str, str]:
    """Reason of the round's result, or that it is played again, and a second line."""
    record = shown_round(state)
    if record is not None:
        return reason_sentence(record), ""
    if state.misthrow is not None:
        return tr("Played again"), tr("Nobody loses a point.")
    return "", ""


def changed_detail(state: MatchState, names: PlayerNames) -> str:
    """Note of a late throw, with its time, and that it does not count; empty if there is none."""
    late = state.late_throw
    if late is None:
        return ""
    values = {"gesture": gesture_name(late.gesture), "delay_ms": number(round(late.after_shoot_s * 1000))}
    if names.is_solo:
        return tr("Late throw, {gesture} {delay_ms} ms after “shoot!”. The first throw counts.").format(**values)
    return tr("{player}: Late throw, {gesture} {delay_ms} ms after “shoot!”. The first throw counts.").format(
        player=names.both[late.player], **values
    )


def round_heading(state: MatchState, settings: MatchSettings, *, is_demo: bool = False) -> str:
    """Number of the round, and the length of the match; for the demo clip also that nothing is counted."""
    if is_demo:
        return tr("Demo, not counted · round {number}").format(number=state.round_number)
    if settings.best_of is None and state.phase is MatchPhase.MATCH_OVER:
        return tr("Endless match")
    if settings.best_of is None:
        return tr("Round {number} · endless").format(number=state.round_number)
    if settings.best_of == 1:
        return tr("One round decides")
    return tr("Round {number} · best of {best_of}").format(number=state.round_number, best_of=settings.best_of)


def streak_text(state: MatchState, names: PlayerNames) -> str:
    """Number of wins or losses in a row; empty below two."""
    length = abs(state.streak)
    if length < 2:
        return ""
    if names.is_solo:
        return (
            tr("{length} wins in a row").format(length=length)
            if state.streak > 0
            else tr("{length} losses in a row").format(length=length)
        )
    return tr("{player}: {length} in a row").format(
        player=names.first if state.streak > 0 else names.second, length=length
    )


def shown_round(state: MatchState) -> RoundRecord | None:
    """The round whose throws are shown; None if none is."""
    return state.last_round if state.phase in {MatchPhase.REVEAL, MatchPhase.MATCH_OVER} else None
