"""Rendered tournaments: matches follow the schedule, hands come and go, and a person always has the same hand."""

from __future__ import annotations

import argparse

import pytest

from gesture_app.domain.game.rules import LIZARD_SPOCK, RoundOutcome
from gesture_app.errors import GestureAppError
from training.cli import synthesize as commands
from training.synthetic.actors import state_at
from training.synthetic.matches import OUT_OF_SIGHT, ROUND_S, SHOOT_S
from training.synthetic.tournaments import TournamentRequest, plan_tournament

REQUEST = TournamentRequest(people=4, seed=3, size=(160, 120), fps=20, late_share=0.3)


def test_everybody_plays_everybody_until_each_match_is_decided() -> None:
    _, rounds, tournament = plan_tournament(REQUEST)
    assert tournament.is_over
    assert [one.shoot_s for one in rounds] == [SHOOT_S + ROUND_S * number for number in range(len(rounds))]
    for fixture in tournament.fixtures:
        played = [one for one in rounds if one.people == fixture.people]
        outcomes = [LIZARD_SPOCK.outcome(*one.throws) for one in played]
        assert fixture.score == (outcomes.count(RoundOutcome.WIN), outcomes.count(RoundOutcome.LOSE))
        assert max(fixture.score) == 2
        assert outcomes[-1] is not RoundOutcome.DRAW


def test_each_throw_is_shown_by_a_hand_on_its_side() -> None:
    clip, rounds, _ = plan_tournament(REQUEST)
    for one in rounds:
        hands = [state_at(actor, one.shoot_s + 0.62) for actor in clip.actors]
        shown = sorted((values[-3], label) for values, label in hands if values[-2] > OUT_OF_SIGHT + 0.1)
        assert [label for _, label in shown] == list(one.throws)
        assert shown[0][0] < 0 < shown[1][0]
    assert any(late is not None for one in rounds for late in one.late)


def test_a_person_has_the_same_skin_in_all_matches() -> None:
    clip, _, _ = plan_tournament(REQUEST)
    tones: dict[str, set[int]] = {}
    for actor in clip.actors:
        tones.setdefault(actor.person.group, set()).add(actor.person.skin.tone)
    assert sorted(tones) == ["Player 1", "Player 2", "Player 3", "Player 4"]
    assert all(len(found) == 1 for found in tones.values())


def test_two_people_play_no_tournament() -> None:
    parser = argparse.ArgumentParser()
    commands.add_arguments(parser)
    with pytest.raises(GestureAppError, match="no tournament"):
        commands.run(parser.parse_args(["--match", "--people", "2", "--out", "x.mp4"]))
