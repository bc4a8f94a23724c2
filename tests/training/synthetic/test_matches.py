"""Rendered matches: the rounds fall in rhythm, hands do what the table says, and a seed always gives the same match."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gesture_app.domain.frames.gestures import FIVE_GESTURES, ROCK
from gesture_app.errors import GestureAppError
from tests.fakes.rendering import ROOT, frame_count, synthesize, table_rows
from training.cli import synthesize as commands
from training.synthetic.actors import scene_at, state_at
from training.synthetic.clips import labels_at
from training.synthetic.matches import ROUND_S, SHOOT_S, Condition, MatchRequest, plan_match
from training.synthetic.poses import LABELS
from training.synthetic.scenes import smeared

REQUEST = MatchRequest(rounds=12, seed=4, size=(160, 120), fps=20)
SHIPPED = ROOT / "tests" / "clips" / "match.mp4"
SHIPPED_REQUEST = MatchRequest(rounds=5, seed=5, size=(320, 240), fps=20)
SEEDS = range(6)


def parsed(*arguments: object) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    commands.add_arguments(parser)
    return parser.parse_args([str(argument) for argument in arguments])


def test_shoot_falls_in_the_rhythm_of_the_game() -> None:
    clip, rounds = plan_match(REQUEST)
    assert [one.shoot_s for one in rounds] == [SHOOT_S + ROUND_S * number for number in range(12)]
    assert clip.seconds > rounds[-1].shoot_s + 2


@pytest.mark.parametrize("rounds", [3, 5, 12])
def test_throws_are_balanced(rounds: int) -> None:
    thrown = Counter(one.throws[0] for one in plan_match(replace(REQUEST, rounds=rounds))[1])
    assert max(thrown.values()) - min(thrown[gesture] for gesture in FIVE_GESTURES) <= 1


def test_only_the_throws_asked_for() -> None:
    _, rounds = plan_match(replace(REQUEST, throws=("rock", "paper", "scissors")))
    assert Counter(one.throws[0] for one in rounds) == {"rock": 4, "paper": 4, "scissors": 4}


@pytest.mark.parametrize("seed", SEEDS)
def test_late_throws_change_after_the_throw_and_are_held(seed: int) -> None:
    request = replace(REQUEST, seed=seed, two_players=True, late_share=0.5)
    clip, rounds = plan_match(request)
    late = [(one, player, changed) for one in rounds for player, changed in enumerate(one.late) if changed is not None]
    assert 4 <= len(late) <= 20
    for one, player, changed in late:
        assert changed.throw not in (one.throws[player], ROCK)
        assert state_at(clip.actors[player], one.shoot_s + 0.61)[1] == one.throws[player]
        for after_s in (0.02, 1.1):
            assert state_at(clip.actors[player], one.shoot_s + changed.after_shoot_s + after_s)[1] == changed.throw
    throws = [one.throws for one in plan_match(replace(request, late_share=0.0))[1]]
    assert [one.throws for one in rounds] == throws


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("two_players", [False, True])
def test_the_throw_opens_around_shoot_and_is_held(seed: int, two_players: bool) -> None:
    clip, rounds = plan_match(replace(REQUEST, seed=seed, two_players=two_players))
    for one in rounds:
        assert labels_at(clip, one.shoot_s + 0.61) == one.throws
        assert labels_at(clip, one.shoot_s + 1.24) == one.throws
        for actor, throw in zip(clip.actors, one.throws, strict=True):
            shown = {state_at(actor, one.shoot_s + second)[1] for second in np.arange(-1.2, -0.1, 0.05)}
            assert shown <= {ROCK, ""}
            moving = [s for s in np.arange(-0.1, 0.7, 0.01) if not state_at(actor, one.shoot_s + s)[1]]
            assert len(moving) >= 15
            assert state_at(actor, one.shoot_s + max(moving) + 0.02)[1] == throw


def test_the_fist_goes_up_and_down_once_a_beat() -> None:
    clip, _ = plan_match(REQUEST)
    heights = np.array([state_at(clip.actors[0], second)[0][-2] for second in np.arange(1.1, 2.9, 0.02)])
    turns = np.flatnonzero(np.diff(np.sign(np.diff(heights))) < 0)
    assert len(turns) == 3
    assert np.diff(turns) * 0.02 == pytest.approx(0.6, abs=0.06)


def test_a_hand_on_its_way_is_smeared_and_a_resting_one_is_sharp() -> None:
    clip, rounds = plan_match(REQUEST)
    assert clip.stage is not None
    shown = {
        seconds: scene_at(
            clip.actors[0],
            rounds[0].shoot_s + seconds,
            seed=1,
            light=clip.stage.light,
            field_of_view_deg=45.0,
            shutter_s=1 / 50,
            height_px=360,
        ).smear_px
        for seconds in (-0.45, -0.15, 1.1)
    }
    assert shown[-0.45][1] < -1, "the fist goes up"
    assert shown[-0.15][1] > 1, "the fist comes down"
    assert shown[1.1] == (0.0, 0.0)


@pytest.mark.parametrize(("right_px", "down_px"), [(6.0, 0.0), (-3.0, 5.0), (0.3, 0.0)])
def test_a_smear_moves_nothing_and_loses_nothing(right_px: float, down_px: float) -> None:
    layer = np.zeros((41, 41, 4), np.uint8)
    layer[18:23, 18:23] = 240
    blurred = smeared(layer, right_px, down_px)
    rows, columns = np.nonzero(blurred[..., 3])
    assert (rows.min() + rows.max(), columns.min() + columns.max()) == (40, 40)
    assert columns.max() - columns.min() - 4 == pytest.approx(abs(right_px), abs=1)
    assert rows.max() - rows.min() - 4 == pytest.approx(abs(down_px), abs=1)
    assert float(blurred.sum()) == pytest.approx(float(layer.sum()), rel=0.03)


def test_players_differ_and_stay_themselves() -> None:
    people = [plan_match(replace(REQUEST, seed=seed))[0].actors[0] for seed in range(10, 20)]
    assert {actor.person.skin.tone for actor in people} == set(range(1, 11))
    assert {actor.side for actor in people} == {"left", "right"}


def test_two_players_have_a_half_of_the_picture_each() -> None:
    clip, rounds = plan_match(replace(REQUEST, two_players=True))
    left, right = clip.actors
    assert clip.columns == ("left", "right")
    assert left.person.skin.tone != right.person.skin.tone
    assert any(one.throws[0] != one.throws[1] for one in rounds)
    for second in np.arange(0, clip.seconds, 0.1):
        assert state_at(left, second)[0][-3] < -0.4
        assert state_at(right, second)[0][-3] > 0.4


def test_the_same_seed_plans_the_same_match_and_another_does_not() -> None:
    once, again, other = (plan_match(replace(REQUEST, seed=seed)) for seed in (4, 4, 5))
    assert once[1] == again[1] != other[1]
    for first, second in zip(once[0].actors[0].steps, again[0].actors[0].steps, strict=True):
        np.testing.assert_array_equal(first.values, second.values)


def test_a_match_is_rendered_with_its_rounds_beside_it(tmp_path: Path) -> None:
    arguments = ("--match", "--rounds", 1, "--seed", 2, "--size", "96x64", "--fps", 5, "--labels", "paper,none")
    for name in ("once", "again"):
        synthesize(*arguments, "--out", tmp_path / f"{name}.mp4")
    assert frame_count(tmp_path / "once.mp4") == 26
    assert table_rows(tmp_path / "once.rounds.csv") == [{"round": "1", "shoot_s": "3.0", "throw": "paper"}]
    assert {row["label"] for row in table_rows(tmp_path / "once.labels.csv")} <= {*LABELS, ""}
    assert (tmp_path / "once.mp4").read_bytes() == (tmp_path / "again.mp4").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--match",), "no file"),
        (("--match", "--out", "a.mp4", "--rounds", 0), "--rounds 0"),
        (("--match", "--out", "a.mp4", "--labels", "none"), "no throw"),
    ],
)
def test_what_makes_no_match_is_a_clear_error(arguments: tuple[object, ...], message: str) -> None:
    with pytest.raises(GestureAppError, match=message) as caught:
        commands.run(parsed(*arguments))
    assert caught.value.hint


def test_the_shipped_match_fits_its_tables() -> None:
    clip, rounds = plan_match(SHIPPED_REQUEST)
    labels = table_rows(SHIPPED.with_suffix(".labels.csv"))
    assert frame_count(SHIPPED) == clip.frame_count == len(labels)
    assert [(row["label"],) for row in labels] == [labels_at(clip, number / clip.fps) for number in range(len(labels))]
    table = table_rows(SHIPPED.with_suffix(".rounds.csv"))
    assert [(float(row["shoot_s"]), row["throw"]) for row in table] == [(one.shoot_s, one.throws[0]) for one in rounds]
    assert {row["throw"] for row in table} == set(FIVE_GESTURES)
    assert SHIPPED.stat().st_size < 500_000


FAMILY = replace(REQUEST, two_players=True, conditions=tuple(Condition))


def test_a_match_in_a_familys_room_has_the_throws_of_the_same_match_elsewhere() -> None:
    clip, rounds = plan_match(FAMILY)
    assert [one.throws for one in rounds] == [one.throws for one in plan_match(replace(FAMILY, conditions=()))[1]]
    for one in rounds:
        assert labels_at(clip, one.shoot_s + 0.61) == one.throws


def test_a_childs_hand_is_smaller_and_a_hand_in_the_dark_gets_less_light() -> None:
    clip, _ = plan_match(FAMILY)
    sizes = [state_at(actor, 3.0)[0][-1] for actor in clip.actors]
    assert FAMILY.youngest is not None
    assert sizes[FAMILY.youngest] < 0.8 * sizes[1 - FAMILY.youngest]
    gains = [actor.light_gain for actor in clip.actors]
    assert FAMILY.shaded is not None
    assert gains[FAMILY.shaded[0]] == FAMILY.shaded[1] < 0.2
    assert gains[1 - FAMILY.shaded[0]] == 1.0
    assert clip.company is not None
    assert [player.is_child for player in clip.company.players].index(True) == FAMILY.youngest


def test_in_each_round_one_player_throws_beyond_the_middle() -> None:
    clip, rounds = plan_match(replace(FAMILY, conditions=(Condition.CROSSING,)))
    for one in rounds:
        left, right = (state_at(actor, one.shoot_s + 0.7)[0][-3] for actor in clip.actors)
        assert left < right - 0.3
        assert (left > 0) is not (right < 0)


def test_conditions_are_those_of_two_people() -> None:
    with pytest.raises(GestureAppError, match="two people"):
        commands.run(parsed("--match", "--conditions", "dark", "--out", "x.mp4"))
