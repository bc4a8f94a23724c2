"""Clips of tournaments: everybody plays everybody, two hands at a time, and others come when a match is decided."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from rich.console import Console

from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE
from gesture_app.domain.game.rules import LIZARD_SPOCK, RoundOutcome
from gesture_app.domain.game.tournament import Tournament
from training.synthetic.actors import Actor
from training.synthetic.clips import Clip, write_clip
from training.synthetic.matches import (
    OUT_OF_SIGHT,
    ROUND_S,
    SHOOT_S,
    TAIL_S,
    Late,
    Steps,
    play_round,
    sample_fist,
    sample_late,
    sample_player,
)
from training.synthetic.stage import random_stage

BEST_OF = 3
_COMES_S = 1.9
"""How long before their first "shoot" new players raise a hand."""
_LEAVES_S = 0.3


@dataclass(frozen=True)
class TournamentRequest:
    """Options of a tournament clip.

    Attributes:
        people: Number of people.
        seed: The same seed gives the same clip.
        size: Width and height in pixels.
        fps: Frames per second.
        late_share: Fraction of the throws after which the hand changes to another throw.
    """

    people: int
    seed: int
    size: tuple[int, int]
    fps: int
    late_share: float = 0.0

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the people."""
        return tuple(f"Player {number + 1}" for number in range(self.people))


@dataclass(frozen=True)
class TournamentRound:
    """A round: time of "shoot", and names, throws and late throws of the players on the left and on the right."""

    shoot_s: float
    people: tuple[str, str]
    throws: tuple[str, str]
    late: tuple[Late | None, Late | None]


def plan_tournament(request: TournamentRequest) -> tuple[Clip, tuple[TournamentRound, ...], Tournament]:
    """Generate a tournament: the clip, its rounds, and the tournament with its results.

    Raises:
        ValueError: If there are too few or too many people.
    """
    rng = np.random.default_rng([request.seed, 12])
    tournament = Tournament.of_people(request.names)
    rounds: list[TournamentRound] = []
    actors: list[Actor] = []
    while (fixture := tournament.next_fixture) is not None:
        played = _match(rng, request, fixture.people, len(rounds))
        score = _score(played)
        actors += [_actor(request, played, place, len(rounds)) for place in (0, 1)]
        rounds += played
        tournament = tournament.with_result(score)
    stage = random_stage(np.random.default_rng([request.seed, 5]), *request.size, actors[0].person.skin)
    seconds = rounds[-1].shoot_s + TAIL_S
    return Clip(request.size, request.fps, seconds, request.seed, tuple(actors), stage), tuple(rounds), tournament


def write_tournament(request: TournamentRequest, path: Path, console: Console) -> Path:
    """Write a tournament as an ``.mp4`` file, with the label of every frame and the rounds beside it.

    Returns:
        The rounds file, ``<name>.rounds.csv``: ``round,shoot_s,left_person,right_person,left,right``, and the late
        throws as in a match.

    Raises:
        SynthesisError: If the file cannot be written or this machine cannot render.
    """
    clip, rounds, _ = plan_tournament(request)
    write_clip(clip, path, console)
    table = path.with_suffix(".rounds.csv")
    late_columns = ("left_late", "left_late_s", "right_late", "right_late_s")
    with table.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("round", "shoot_s", "left_person", "right_person", "left", "right", *late_columns))
        for number, one in enumerate(rounds, 1):
            cells = [cell for late in one.late for cell in (("", "") if late is None else late.cells)]
            rows.writerow((number, one.shoot_s, *one.people, *one.throws, *cells))
    return table


def _match(
    rng: np.random.Generator, request: TournamentRequest, people: tuple[str, str], first: int
) -> list[TournamentRound]:
    """The rounds until a match is decided; ``first`` is the number of the first one in the clip, from 0."""
    played: list[TournamentRound] = []
    while max(_score(played)) <= BEST_OF // 2:
        first_throw, second_throw = (str(rng.choice(np.array(FIVE_GESTURES))) for _ in (0, 1))
        late = tuple(
            sample_late(rng, throw, FIVE_GESTURES, request.late_share) for throw in (first_throw, second_throw)
        )
        shoot_s = SHOOT_S + ROUND_S * (first + len(played))
        played.append(TournamentRound(shoot_s, people, (first_throw, second_throw), (late[0], late[1])))
    return played


def _score(played: list[TournamentRound]) -> tuple[int, int]:
    outcomes = [LIZARD_SPOCK.outcome(*one.throws) for one in played]
    return outcomes.count(RoundOutcome.WIN), outcomes.count(RoundOutcome.LOSE)


def _actor(request: TournamentRequest, played: list[TournamentRound], place: int, first: int) -> Actor:
    """The hand of one of the two people of a match; each person has the same hand in all matches."""
    number = request.names.index(played[0].people[place])
    rng = np.random.default_rng([request.seed, 13, first, place])
    fist = sample_fist(rng, (-0.6, 0.6)[place])
    out = replace(fist, y=OUT_OF_SIGHT).values(fist.pose.angles)
    steps = Steps(out)
    steps.stay_until(max(0.0, played[0].shoot_s - _COMES_S))
    for one in played:
        play_round(rng, steps, fist, one.shoot_s, one.throws[place], one.late[place], beats=len(FIVE_GESTURES))
    steps.reach(steps.now_s + _LEAVES_S, out, NONE)
    person = sample_player(request.seed + 5 * number, 0, request.names[number])
    column = f"{('left', 'right')[place]}_{first}"
    return Actor(side=fist.side, person=person, steps=tuple(steps.done), column=column)
