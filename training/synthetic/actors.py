"""One hand of a clip and its way through time: steps from pose to pose, with the sway of a living hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.synthetic.people import Person
from training.synthetic.renderer import Light
from training.synthetic.scenes import Placement, Scene
from training.synthetic.skeleton import Array, Side

PLACE = ("azimuth", "elevation", "roll", "x", "y", "height")
"""How a hand lies before the camera, in the order of ``Step.values`` after the pose's angles: degrees, then places
from -1 to 1 to the right and up in halves of the picture's height, then the share of that height."""

_SWAY_DEG = np.array([4.0, 3.0, 2.0])
_SWAY_PLACE = 0.02
_FINGER_SWAY_DEG = 1.3


@dataclass(frozen=True)
class Step:
    """A hand goes to a pose and stays there.

    Attributes:
        move_s: How long it takes to get there.
        hold_s: How long it stays.
        label: The label while it stays; ``none`` while it is out of the picture.
        values: ``(len(ANGLES) + len(PLACE),)``: the pose's angles, then its place.
    """

    move_s: float
    hold_s: float
    label: str
    values: Array


@dataclass(frozen=True)
class Actor:
    """One hand of a clip and what it does; its first step is where it starts."""

    side: Side
    person: Person
    steps: tuple[Step, ...]
    column: str

    @property
    def seconds(self) -> float:
        """How long its steps take."""
        return sum(step.move_s + step.hold_s for step in self.steps)


def state_at(actor: Actor, seconds: float) -> tuple[Array, str]:
    """The values of an actor at a time, and its label, empty while it moves."""
    elapsed, before = 0.0, actor.steps[0].values
    seconds = max(0.0, seconds)
    for step in actor.steps:
        if seconds < elapsed + step.move_s:
            share = (seconds - elapsed) / step.move_s
            smooth = share**3 * (share * (share * 6 - 15) + 10)
            return before + smooth * (step.values - before), ""
        elapsed += step.move_s + step.hold_s
        if seconds < elapsed:
            return step.values, step.label
        before = step.values
    return before, actor.steps[-1].label


def scene_at(
    actor: Actor, seconds: float, *, seed: int, light: Light, field_of_view_deg: float, shutter_s: float, height_px: int
) -> Scene:
    """What an actor looks like at a time.

    Args:
        actor: Whose hand it is.
        seconds: When.
        seed: For the hand's sway.
        light: How it is lit.
        field_of_view_deg: Vertical angle of view.
        shutter_s: How long the shutter is open; a moving hand is smeared along the way it goes meanwhile.
        height_px: Height of the picture.
    """
    values, _ = state_at(actor, seconds)
    rng = np.random.default_rng([seed, 1])
    rates, phases = rng.uniform(0.15, 0.45, len(values)), rng.uniform(0, 2 * np.pi, len(values))
    sway = np.sin(2 * np.pi * rates * seconds + phases)
    turns = values[-6:-3] + _SWAY_DEG * sway[-6:-3]
    return Scene(
        person=actor.person,
        angles=values[:-6] + _FINGER_SWAY_DEG * sway[:-6],
        side=actor.side,
        placement=Placement(
            azimuth_deg=float(turns[0]),
            elevation_deg=float(turns[1]),
            roll_deg=float(turns[2]),
            centre=values[-3:-1] + _SWAY_PLACE * sway[-3:-1],
            height=float(values[-1]),
            field_of_view_deg=field_of_view_deg,
            reach=9.0,
            steady=True,
        ),
        light=light,
        smear_px=_smear_px(actor, seconds, shutter_s, height_px),
    )


def _smear_px(actor: Actor, seconds: float, shutter_s: float, height_px: int) -> tuple[float, float]:
    """How far a hand goes to the right and down in the picture while the shutter is open."""
    before, after = (state_at(actor, seconds + 0.5 * sign * shutter_s)[0][-3:-1] for sign in (-1, 1))
    right, up = 0.5 * height_px * (after - before)
    return float(right), float(-up)
