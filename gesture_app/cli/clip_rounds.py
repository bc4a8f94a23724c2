"""Plays matches on the results of a clip, in the clip's time: in a fixed rhythm, or started by gestures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.game.hands_free import HandsFree, HandsFreeAction, offered_actions
from gesture_app.domain.game.match import Match, MatchPhase, MatchState, Observation
from gesture_app.domain.game.rounds import PeopleOfMatch
from gesture_app.domain.game.tournament import Standing, Tournament
from gesture_app.storage.decoding import to_plain
from gesture_app.storage.round_codec import encode_round

ClipEvent = dict[str, Any]
"""A round, a misthrow, an action, or the match or table of a tournament, as a JSON-ready object.

``"event"`` says which."""

_SHOWN = (MatchPhase.REVEAL, MatchPhase.MISTHROW)


@dataclass(frozen=True)
class Rhythm:
    """Times of "shoot" in a clip.

    Attributes:
        first_shoot_s: The first one.
        every_s: Time between two.
    """

    first_shoot_s: float
    every_s: float


def play_in_rhythm(match: Match, results: Iterable[FrameResult], rhythm: Rhythm) -> Iterator[ClipEvent]:
    """Play the frames of a clip; yields one object for each round and misthrow, when the next one begins.

    A round that the clip cuts off is left out.

    Args:
        match: The match; its rounds do not begin by themselves.
        results: The results of the clip's frames.
        rhythm: Times of "shoot" in the clip.
    """
    shoot_s = rhythm.first_shoot_s
    state = match.state
    for result in results:
        if state.phase is MatchPhase.MATCH_OVER:
            return
        if result.time_s >= shoot_s - match.settings.countdown_s:
            yield from _event(state)
            state = match.start_round(shoot_s - match.settings.countdown_s)
            shoot_s += rhythm.every_s
        state = match.observe(Observation.of(result, result.time_s))
    yield from _event(state)


def play_hands_free(make_match: Callable[[], Match], results: Iterable[FrameResult]) -> Iterator[ClipEvent]:
    """Play one match after another, as the gestures in the clip ask for.

    Yields an object for each action, round and misthrow. Ends when a gesture ends the match, or with the clip.

    Args:
        make_match: Makes a match whose rounds follow each other by themselves.
        results: The results of the clip's frames.
    """
    match = make_match()
    hands_free = HandsFree(match.settings.players)
    is_begun = False
    for result in results:
        now_s = result.time_s
        before, observation = match.state, Observation.of(result, now_s)
        state = match.observe(observation)
        if before.phase in _SHOWN and state.phase is not before.phase:
            yield from _event(before)
        held = hands_free.observe(observation, offered_actions(state.phase if is_begun else None))
        if held is None or not held.is_done:
            continue
        yield {"event": "action", "action": held.action.value, "time_s": round(now_s, 4)}
        if held.action is HandsFreeAction.END:
            return
        if held.action is HandsFreeAction.REMATCH:
            match = make_match()
        is_begun = True
        match.start_round(now_s)
    if match.state.phase in _SHOWN:
        yield from _event(match.state)


def play_tournament(
    tournament: Tournament,
    make_match: Callable[[PeopleOfMatch], Match],
    results: Iterable[FrameResult],
    rhythm: Rhythm,
) -> Iterator[ClipEvent]:
    """Play the matches of a tournament one after another, each "shoot" being the next round of the present one.

    Yields an object at the beginning of each match, for each round and misthrow, and at last the table. A match that
    the clip cuts off is not in it.

    Args:
        tournament: The tournament; its matches that are played already are left out.
        make_match: Makes the match of two people; its rounds do not begin by themselves.
        results: The results of the clip's frames.
        rhythm: Times of "shoot" in the clip.
    """
    shoot_s = rhythm.first_shoot_s
    match: Match | None = None
    for result in results:
        following = match
        if match is None or match.state.winner is not None:
            fixture = tournament.next_fixture
            if fixture is None:
                break
            following = make_match(fixture.people)
        if following is not None and result.time_s >= (begins_s := shoot_s - following.settings.countdown_s):
            if match is not None:
                yield from _event(match.state)
            if following is not match:
                leaving, coming = tournament.swap
                people = list(following.settings.people)
                yield {"event": "match", "people": people, "leave": list(leaving), "come": list(coming)}
            match = following
            match.start_round(begins_s)
            shoot_s += rhythm.every_s
        if match is not None:
            was_decided = match.state.winner is not None
            state = match.observe(Observation.of(result, result.time_s))
            if state.winner is not None and not was_decided:
                tournament = tournament.with_result(state.score)
    if match is not None:
        yield from _event(match.state)
    yield {"event": "table", "table": [_row(one) for one in tournament.table], "champions": list(tournament.champions)}


def _row(standing: Standing) -> dict[str, object]:
    return {**to_plain(standing), "points": standing.points}


def _event(state: MatchState) -> Iterator[ClipEvent]:
    if state.misthrow is not None:
        yield {
            "event": "misthrow",
            "number": state.round_number,
            "misthrow": state.misthrow.value,
            "player": state.misthrow_player,
            "explanation": state.misthrow.explanation,
            "digest": state.commitment_digest,
        }
    elif state.last_round is not None and state.last_round.number == state.round_number:
        yield {
            "event": "round",
            **encode_round(state.last_round),
            "score": list(state.score),
            "changed_after_reveal": state.late_throw is not None,
            "doubtful": [player for player, is_doubtful in enumerate(state.doubtful) if is_doubtful],
            "late_throw": _late_throw(state),
        }


def _late_throw(state: MatchState) -> dict[str, object] | None:
    late = state.late_throw
    if late is None:
        return None
    return {"player": late.player, "gesture": late.gesture, "after_shoot_s": round(late.after_shoot_s, 4)}


@dataclass
class Summary:
    """What the events of a clip come to, for people."""

    rounds: list[ClipEvent] = field(default_factory=list)
    misthrows: Counter[str] = field(default_factory=Counter)
    table: list[ClipEvent] = field(default_factory=list)

    def add(self, event: ClipEvent) -> None:
        """Count an event."""
        if event["event"] == "round":
            self.rounds.append(event)
        elif event["event"] == "misthrow":
            self.misthrows[event["misthrow"]] += 1
        elif event["event"] == "table":
            self.table = event["table"]

    def lines(self) -> list[str]:
        """Counts of the rounds for the first player and of the misthrows, and the table of a tournament."""
        outcomes = Counter(event["outcome"] for event in self.rounds)
        text = f"{len(self.rounds)} rounds: {outcomes['win']} won, {outcomes['lose']} lost, {outcomes['draw']} drawn"
        if self.rounds:
            delay_s = median(event["revealed_s"] - event["shoot_s"] for event in self.rounds)
            text += f"; from shoot to reveal {delay_s:.2f} s (median)"
        lines = [text, *(f"played again, {name}: {count}" for name, count in self.misthrows.most_common())]
        for row in self.table:
            won = f"{row['won']} of {row['played']} matches won"
            lines.append(f"{row['rank']}. {row['person']}: {row['points']} points, {won}")
        return lines
