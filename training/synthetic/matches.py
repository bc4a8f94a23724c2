"""Clips of matches: a fist pumps with the words, opens into a throw at "shoot", and closes again.

A match is a clip with a random script: players, hand positions, throws and timing. Rounds
follow the rhythm of ``gesture-app replay --play``: "shoot" falls at ``SHOOT_S``, and every ``ROUND_S`` seconds then on.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

import numpy as np
from rich.console import Console

from gesture_app.domain.frames.gestures import FIVE_GESTURES, NONE, ROCK
from training.synthetic.actors import Actor, Step
from training.synthetic.backgrounds import random_background
from training.synthetic.bodies.company import CompanyRequest, PlayerBody
from training.synthetic.clips import Clip, Image, write_clip
from training.synthetic.lighting import relit
from training.synthetic.people import Person, sample_person
from training.synthetic.poses import Pose, poses_of, sample_angles
from training.synthetic.skeleton import Array, Side
from training.synthetic.stage import Stage, random_stage
from training.synthetic.views import Aim, View, sample_roll

SHOOT_S = 3.0
ROUND_S = 4.0
BEAT_S = 0.6
_BEATS = 5
TAIL_S = 2.2

_LATE_S = (1.05, 1.45)
"""When a late throw is reached after "shoot": one sees the other's throw at 0.4 s, and reacts and moves for as long."""
_SHOWN_S = 0.2
"""The least time for which the throw before a late one is held."""
OUT_OF_SIGHT = -2.6
_CLOSE_S = 0.4
_MOST_TURN_DEG = 120.0
# People turn the forearm as little as they can between the fist and the throw.
_LAZINESS_DEG = 60.0
_SIDEWAYS_SHARE = 0.15
_UPRIGHT_DEG = 40.0
_CHILD_HAND = 0.62
"""Size of a small child's hand relative to an adult's, roughly."""


class Condition(Enum):
    """Something about a room that makes a match of two people harder."""

    SIZES = "sizes"
    """One player is a child: a small hand, held low."""
    DARK = "dark"
    """One player stands in the dark."""
    PASSER_BY = "passer_by"
    """Somebody walks by behind the players, and waves now and then."""
    CHILD_AT_EDGE = "child_at_edge"
    """A child holds gestures up at the lower edge."""
    CROSSING = "crossing"
    """In each round one player throws beyond the middle of the image."""


@dataclass(frozen=True)
class MatchRequest:
    """Options of a match clip.

    Attributes:
        rounds: Number of rounds.
        seed: The same seed gives the same clip; ten seeds in a row, from a multiple of ten, have the ten skin tones.
        size: Width and height in pixels.
        fps: Frames per second.
        throws: Gestures that are thrown, equally often as far as possible.
        two_players: Whether two people play in one image.
        late_share: Fraction of the throws after which the hand changes to another throw.
        conditions: What makes a match of two people harder; with any of them, the players are seen behind their hands.
        photos: Background photos; a generated room if empty.
    """

    rounds: int
    seed: int
    size: tuple[int, int]
    fps: int
    throws: tuple[str, ...] = FIVE_GESTURES
    two_players: bool = False
    late_share: float = 0.0
    conditions: tuple[Condition, ...] = ()
    photos: tuple[Path, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """One column of throws for each player: ``throw``, or the sides of the image."""
        return ("left", "right") if self.two_players else ("throw",)

    @property
    def youngest(self) -> int | None:
        """The player who is a child, if one is."""
        return self._player(1) if Condition.SIZES in self.conditions else None

    @property
    def shaded(self) -> tuple[int, float] | None:
        """The player in the dark, if one is, and the gain of the light there."""
        if Condition.DARK not in self.conditions:
            return None
        return self._player(2), float(np.random.default_rng([self.seed, 9, 3]).uniform(0.06, 0.16))

    def crosses(self, place: int, number: int) -> bool:
        """Whether a player throws beyond the middle in a round, counted from 0."""
        return Condition.CROSSING in self.conditions and (place + number + self._player(4)) % 2 == 0

    def _player(self, stream: int) -> int:
        return int(np.random.default_rng([self.seed, 9, stream]).integers(2))


@dataclass(frozen=True)
class Late:
    """A throw that a hand changes to after its throw, and the time from "shoot" until it is reached."""

    throw: str
    after_shoot_s: float

    @property
    def cells(self) -> tuple[str, str]:
        """Throw and time as cells of a table."""
        return self.throw, f"{self.after_shoot_s:.3f}"


@dataclass(frozen=True)
class Round:
    """Time of "shoot" in a round, and the throw and the late throw of each player."""

    shoot_s: float
    throws: tuple[str, ...]
    late: tuple[Late | None, ...]


@dataclass(frozen=True)
class Fist:
    """Position and movement of a player's fist before the throw.

    Attributes:
        side: Left or right hand.
        pose: The fist.
        azimuth_deg: Rotation about the forearm, as in ``Placement``.
        elevation_deg: Its tilt.
        roll_deg: Rotation of the forearm in the image.
        x: Horizontal position, in halves of the image's height.
        y: Vertical position when it is down.
        height: Its size, as in ``Placement``.
        pump: Upward movement between the words.
        pump_deg: Rotation of the forearm during that movement.
    """

    side: Side
    pose: Pose
    azimuth_deg: float
    elevation_deg: float
    roll_deg: float
    x: float
    y: float
    height: float
    pump: float
    pump_deg: float

    def values(self, angles: Array, *, up: float = 0.0) -> Array:
        """Values of a step with these angles, raised by a fraction of the pump."""
        roll = self.roll_deg + up * self.pump_deg
        place = [self.azimuth_deg, self.elevation_deg, roll, self.x, self.y + up * self.pump, self.height]
        return np.concatenate([angles, place])


def plan_match(request: MatchRequest) -> tuple[Clip, tuple[Round, ...]]:
    """Generate a match: the clip and its rounds."""
    places = range(len(request.columns))
    throws = [_throws(np.random.default_rng([request.seed, 3, place]), request) for place in places]
    late = [_late_throws(request, place, shown) for place, shown in enumerate(throws)]
    rounds = tuple(
        Round(SHOOT_S + ROUND_S * number, shown, changed)
        for number, (shown, changed) in enumerate(zip(zip(*throws, strict=True), zip(*late, strict=True), strict=True))
    )
    actors = tuple(
        _actor(request, place, tuple(zip(shown, late[place], strict=True))) for place, shown in enumerate(throws)
    )
    stage = random_stage(np.random.default_rng([request.seed, 5]), *request.size, actors[0].person.skin)
    seconds = rounds[-1].shoot_s + TAIL_S
    clip = Clip(request.size, request.fps, seconds, request.seed, actors, stage)
    return (_in_a_family(request, clip, stage) if request.conditions else clip), rounds


def _in_a_family(request: MatchRequest, clip: Clip, stage: Stage) -> Clip:
    """The clip with the people of its conditions, and the background they stand before."""
    rng = np.random.default_rng([request.seed, 9, 5])
    if request.photos:
        stage = replace(stage, room_bgr=random_background(rng, *request.size, request.photos))
    gains, shaded = [1.0, 1.0], request.shaded
    if shaded is not None:
        gains[shaded[0]] = shaded[1]
        stage = replace(stage, room_bgr=_half_dark(stage.room_bgr, *shaded))
    players = tuple(
        PlayerBody(
            (-0.75, 0.75)[place] + rng.uniform(-0.05, 0.05),
            place == request.youngest,
            actor.person.skin.tone,
            gains[place],
        )
        for place, actor in enumerate(clip.actors)
    )
    company = CompanyRequest(
        request.seed,
        request.size,
        clip.seconds,
        stage.light,
        stage.field_of_view_deg,
        players,
        passer_by=Condition.PASSER_BY in request.conditions,
        child_at_edge=Condition.CHILD_AT_EDGE in request.conditions,
    )
    actors = tuple(replace(actor, light_gain=gain) for actor, gain in zip(clip.actors, gains, strict=True))
    return replace(clip, stage=stage, company=company, actors=actors)


def _half_dark(room_bgr: Image, place: int, gain: float) -> Image:
    """The room with less light on the side of a player, with a soft border."""
    across = np.linspace(-1, 1, room_bgr.shape[1])
    share = 1 / (1 + np.exp(np.clip(-(across if place else -across) / 0.08, -50, 50)))
    dark = relit(room_bgr, gain).astype(np.float64)
    return np.asarray(dark * share[None, :, None] + room_bgr * (1 - share[None, :, None]), dtype=np.uint8)


def write_match(request: MatchRequest, path: Path, console: Console) -> Path:
    """Write a match as an ``.mp4`` file, with the label of every frame and the rounds beside it.

    Returns:
        The rounds file, ``<name>.rounds.csv``: ``round,shoot_s,throw``, with two players ``round,shoot_s,left,right``.
        With late throws, ``throw_late,throw_late_s`` (or those of left and right) follow: the throw that the hand
        changed to, and the time from "shoot" until it was reached; empty where it did not change.

    Raises:
        SynthesisError: If the file cannot be written or this machine cannot render.
    """
    clip, rounds = plan_match(request)
    write_clip(clip, path, console)
    table = path.with_suffix(".rounds.csv")
    with table.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        late = [f"{column}_{part}" for column in request.columns for part in ("late", "late_s")]
        rows.writerow(("round", "shoot_s", *request.columns, *(late if request.late_share else ())))
        for number, one in enumerate(rounds, 1):
            cells = [cell for late in one.late for cell in (("", "") if late is None else late.cells)]
            rows.writerow((number, one.shoot_s, *one.throws, *(cells if request.late_share else ())))
    return table


def _throws(rng: np.random.Generator, request: MatchRequest) -> list[str]:
    decks = -(-request.rounds // len(request.throws))
    order = np.concatenate([rng.permutation(len(request.throws)) for _ in range(decks)])
    return [request.throws[int(number)] for number in order[: request.rounds]]


def _late_throws(request: MatchRequest, place: int, throws: Sequence[str]) -> list[Late | None]:
    """Late throws of a player. A fist is none: closing the hand is how the next round begins."""
    rng = np.random.default_rng([request.seed, 8, place])
    return [sample_late(rng, throw, request.throws, request.late_share) for throw in throws]


def sample_late(rng: np.random.Generator, throw: str, throws: Sequence[str], share: float) -> Late | None:
    """Sample the late throw after a throw; None for none."""
    others = [other for other in throws if other not in (throw, ROCK)]
    changes = rng.random() < share and bool(others)
    return Late(str(rng.choice(others)), rng.uniform(*_LATE_S)) if changes else None


def _actor(request: MatchRequest, place: int, throws: tuple[tuple[str, Late | None], ...]) -> Actor:
    rng = np.random.default_rng([request.seed, 4, place])
    fist = sample_fist(rng, (-0.6, 0.6)[place] if request.two_players else None)
    if place == request.youngest:
        small = replace(fist, height=_CHILD_HAND * fist.height, pump=_CHILD_HAND * fist.pump)
        fist = replace(small, y=rng.uniform(-0.6, -0.35))
    if Condition.CROSSING in request.conditions:
        # With these hands no forearm comes in across the other player's hand.
        fist = replace(fist, side="left" if place else "right")
    steps = Steps(replace(fist, y=OUT_OF_SIGHT).values(fist.pose.angles))
    steps.stay_until(rng.uniform(0.0, 0.3))
    shoots_s = [SHOOT_S + ROUND_S * number for number in range(len(throws))]
    for number, (shoot_s, (throw, late)) in enumerate(zip(shoots_s, throws, strict=True)):
        thrown_x = _thrown_x(request, rng, place, number)
        play_round(rng, steps, fist, shoot_s, throw, late, beats=len(request.throws), thrown_x=thrown_x)
    column = request.columns[place] if request.two_players else "label"
    person = sample_player(request.seed, place, column)
    return Actor(side=fist.side, person=person, steps=tuple(steps.done), column=column)


def _thrown_x(request: MatchRequest, rng: np.random.Generator, place: int, number: int) -> float | None:
    """Where a throw is held if one of the players throws beyond the middle, in halves of the image's height."""
    if Condition.CROSSING not in request.conditions:
        return None
    outward = (-1.0, 1.0)[place]
    return -outward * rng.uniform(0.02, 0.1) if request.crosses(place, number) else outward * rng.uniform(0.95, 1.05)


def sample_player(seed: int, place: int, group: str) -> Person:
    """Sample a player of a match; ten seeds in a row, from a multiple of ten, have the ten skin tones."""
    tens, one = divmod(seed + 5 * place, 10)
    tones = np.random.default_rng([tens, 6]).permutation(10) + 1
    return sample_person(np.random.default_rng([seed, 7, place]), group, int(tones[one]))


def sample_fist(rng: np.random.Generator, x: float | None) -> Fist:
    """Sample a player's fist, at horizontal position ``x`` if given."""
    side: Side = "right" if rng.random() < 0.5 else "left"
    turn = (0.0, 45.0, 80.0, 135.0, 180.0)[int(rng.choice(5, p=[0.3, 0.15, 0.2, 0.1, 0.25]))]
    roll = float(np.clip(rng.normal(0, 10), -20, 20))
    alone = x is None
    if alone and rng.random() < _SIDEWAYS_SHARE:
        # The forearm comes in from the side that the hand is on; a right hand is on the left, as nothing is mirrored.
        roll = (1.0 if side == "left" else -1.0) * rng.uniform(45, 80)
    return Fist(
        side=side,
        pose=_chosen(rng, poses_of(ROCK)),
        azimuth_deg=turn + float(np.clip(rng.normal(0, 12), -25, 25)),
        elevation_deg=float(np.clip(rng.normal(0, 8), -16, 16)),
        roll_deg=roll,
        x=rng.uniform(-0.3, 0.3) if x is None else x + rng.uniform(-0.06, 0.06),
        y=rng.uniform(-0.35, -0.15),
        height=rng.uniform(0.46, 0.66) if alone else rng.uniform(0.4, 0.52),
        pump=rng.uniform(0.12, 0.34),
        pump_deg=float(rng.normal(0, 5)),
    )


class Steps:
    """A list of steps with times instead of durations."""

    def __init__(self, start: Array) -> None:
        self.done = [Step(0.0, 0.0, NONE, start)]
        self._now_s = 0.0

    @property
    def now_s(self) -> float:
        """End of the last step."""
        return self._now_s

    def stay_until(self, time_s: float) -> None:
        """Hold the last values."""
        last = self.done[-1]
        self.done[-1] = replace(last, hold_s=last.hold_s + max(0.0, time_s - self._now_s))
        self._now_s = max(self._now_s, time_s)

    def reach(self, time_s: float, values: Array, label: str) -> None:
        """Move to ``values`` until a time."""
        self.done.append(Step(time_s - self._now_s, 0.0, label, values))
        self._now_s = time_s


def play_round(
    rng: np.random.Generator,
    steps: Steps,
    fist: Fist,
    shoot_s: float,
    throw: str,
    late: Late | None = None,
    *,
    beats: int,
    thrown_x: float | None = None,
) -> None:
    """Append one round: close, pump once a word, open - at ``thrown_x`` if given -, change late, hold the throw."""
    fist = _as_held_now(rng, fist)
    angles = sample_angles(rng, fist.pose)
    early_s = rng.normal(0, 0.03)
    close_s = steps.now_s + _CLOSE_S
    steps.reach(close_s, fist.values(angles), ROCK)
    opens_s = shoot_s + rng.uniform(-0.1, 0.2)
    for beat in range(beats, -1, -1):
        down_s = min(shoot_s - BEAT_S * beat - early_s, opens_s)
        up_s = down_s - 0.5 * BEAT_S
        if up_s - 0.2 < close_s:
            continue
        steps.stay_until(up_s - 0.5 * BEAT_S)
        steps.reach(up_s, fist.values(angles, up=rng.uniform(0.85, 1.1)), ROCK)
        steps.reach(down_s, fist.values(angles), ROCK)
    steps.stay_until(opens_s)
    opened_s = opens_s + rng.uniform(0.15, 0.4)
    fist = fist if thrown_x is None else replace(fist, x=thrown_x)
    steps.reach(opened_s, _thrown(rng, fist, throw), throw)
    if late is not None:
        reached_s = shoot_s + late.after_shoot_s
        moving_s = min(rng.uniform(0.15, 0.35), reached_s - steps.now_s - _SHOWN_S)
        steps.stay_until(reached_s - moving_s)
        steps.reach(reached_s, _thrown(rng, fist, late.throw), late.throw)
    steps.stay_until(steps.now_s + rng.uniform(1.2, 1.6))


def _as_held_now(rng: np.random.Generator, fist: Fist) -> Fist:
    """The fist in one round, with some variation."""
    return replace(
        fist,
        azimuth_deg=fist.azimuth_deg + float(np.clip(rng.normal(0, 6), -12, 12)),
        elevation_deg=fist.elevation_deg + float(np.clip(rng.normal(0, 4), -8, 8)),
        roll_deg=fist.roll_deg + float(np.clip(rng.normal(0, 4), -8, 8)),
        x=fist.x + rng.uniform(-0.06, 0.06),
        y=fist.y + rng.uniform(-0.05, 0.05),
    )


def _thrown(rng: np.random.Generator, fist: Fist, throw: str) -> Array:
    """Values of a throw that follows a fist."""
    pose = fist.pose if throw == ROCK else _chosen(rng, poses_of(throw))
    view = _view(rng, pose, fist.azimuth_deg)
    azimuth, tilt = fist.azimuth_deg, 0.0
    if throw != ROCK:
        azimuth = view.azimuth_deg + float(np.clip(rng.normal(0, 0.6 * view.azimuth_spread_deg), -25, 25))
        tilt = view.tilt_deg
    roll = fist.roll_deg + float(np.clip(rng.normal(0, 5), -10, 10))
    if pose.aim is Aim.BEAK and abs(fist.roll_deg) < _UPRIGHT_DEG:
        roll = float(np.clip(sample_roll(rng, pose.aim, azimuth, fist.side), -75, 75))
    thrown = replace(
        fist,
        azimuth_deg=azimuth,
        elevation_deg=tilt + fist.elevation_deg + float(np.clip(rng.normal(0, 6), -12, 12)),
        roll_deg=roll,
        height=fist.height * rng.uniform(0.97, 1.12),
    )
    return thrown.values(sample_angles(rng, pose))


def _view(rng: np.random.Generator, pose: Pose, azimuth_deg: float) -> View:
    """The view of a pose that needs least rotation from a fist."""
    turns = np.array([abs(view.azimuth_deg - azimuth_deg) + abs(view.tilt_deg) for view in pose.views])
    shares = np.array([view.share for view in pose.views]) * np.exp(-turns / _LAZINESS_DEG)
    shares = np.where(turns <= max(_MOST_TURN_DEG, turns.min()), shares, 0.0)
    return pose.views[int(rng.choice(len(shares), p=shares / shares.sum()))]


def _chosen(rng: np.random.Generator, poses: tuple[Pose, ...]) -> Pose:
    shares = np.array([pose.share for pose in poses])
    return poses[int(rng.choice(len(poses), p=shares / shares.sum()))]
