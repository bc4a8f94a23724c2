"""Animation of one hand of a clip: steps from pose to pose, with natural sway."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.synthetic.people import Person
from training.synthetic.renderer import Light
from training.synthetic.scenes import Placement, RenderedScene
from training.synthetic.skeleton import Array, Side

PLACE = ("azimuth", "elevation", "roll", "x", "y", "height")
"""How a hand lies before the camera, in the order of ``Step.values`` after the pose's angles: degrees, then places
from -1 to 1 to the right and up in halves of the image's height, then the fraction of that height."""

_SWAY_DEG = np.array([4.0, 3.0, 2.0])
_SWAY_PLACE = 0.02
_FINGER_SWAY_DEG = 1.3


@dataclass(frozen=True)
class Step:
    """A hand goes to a pose and stays there.

    Attributes:
        move_s: Duration of the movement.
        hold_s: Duration of the pose.
        label: The label during the pose; ``none`` while the hand is out of the image.
        values: ``(len(ANGLES) + len(PLACE),)``: joint angles, then placement.
    """

    move_s: float
    hold_s: float
    label: str
    values: Array


@dataclass(frozen=True)
class Actor:
    """One hand of a clip and its steps; the first step is its initial state.

    Attributes:
        side: Left or right hand.
        person: Whose hand it is.
        steps: The steps.
        column: Column of its labels.
        light_gain: Factor on the light that falls on it.
    """

    side: Side
    person: Person
    steps: tuple[Step, ...]
    column: str
    light_gain: float = 1.0

    @property
    def seconds(self) -> float:
        """Total duration of its steps."""
        return sum(step.move_s + step.hold_s for step in self.steps)


def state_at(actor: Actor, seconds: float) -> tuple[Array, str]:
    """Values and label of an actor at a time; the label is empty during movements."""
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
) -> RenderedScene:
    """The scene of an actor at a time.

    Args:
        actor: The actor.
        seconds: The time.
        seed: Seed of the sway.
        light: The light.
        field_of_view_deg: Vertical angle of view.
        shutter_s: Exposure time; a moving hand is smeared along its path during it.
        height_px: Height of the image.
    """
    values, _ = state_at(actor, seconds)
    rng = np.random.default_rng([seed, 1])
    rates, phases = rng.uniform(0.15, 0.45, len(values)), rng.uniform(0, 2 * np.pi, len(values))
    sway = np.sin(2 * np.pi * rates * seconds + phases)
    turns = values[-6:-3] + _SWAY_DEG * sway[-6:-3]
    return RenderedScene(
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
    """Movement of a hand to the right and down in the image during the exposure, in pixels."""
    before, after = (state_at(actor, seconds + 0.5 * sign * shutter_s)[0][-3:-1] for sign in (-1, 1))
    right, up = 0.5 * height_px * (after - before)
    return float(right), float(-up)
