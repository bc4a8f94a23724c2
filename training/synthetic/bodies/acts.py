"""What people do with their hands when they make no gesture: an act poses the arms and brings its objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from training.synthetic.bodies.actor import (
    SIDES,
    Actor,
    Posture,
    contact_point,
    curled,
    gripping,
    other,
    outward,
    pinching,
)
from training.synthetic.bodies.props import Prop, box, cylinder, ring, rod
from training.synthetic.bodies.rig import turn
from training.synthetic.poses import pose_named, sample_angles
from training.synthetic.skeleton import Array, Side

_SEATED: tuple[Posture, ...] = ("sit",)
_UPRIGHT: tuple[Posture, ...] = ("stand", "walk")
_EITHER: tuple[Posture, ...] = ("sit", "sit", "stand")


@dataclass(frozen=True)
class Act:
    """Something that people do.

    Attributes:
        name: Unique name.
        play: Poses the arms of an actor.
        share: Relative frequency.
        postures: Postures in which it is done.
        far: Share of images in which the camera is across the room rather than on a laptop.
    """

    name: str
    play: Callable[[Actor], None]
    share: float = 1.0
    postures: tuple[Posture, ...] = _EITHER
    far: float = 0.25


def hang(actor: Actor, side: Side, swing_m: float = 0.0) -> None:
    """An arm that hangs at the side."""
    rng, out, unit = actor.rng, outward(side), actor.unit
    hip = actor.shoulder(side)
    wrist = hip + unit * np.array([out * rng.uniform(0.03, 0.10), -rng.uniform(0.485, 0.512), rng.normal(0.05, 0.03)])
    wrist[2] += swing_m * unit
    turned = rng.uniform(-35, 75)
    palm = turn((0, 1, 0), -out * turned) @ np.array([-out, 0.0, 0.0])
    fingers = np.array([rng.normal(0, 0.06), -1.0, rng.uniform(0, 0.22) + 0.5 * swing_m])
    angles = curled(rng, rng.uniform(0.12, 0.55))
    actor.aim(side, wrist, fingers, palm, angles, swivel_deg=float(rng.normal(25, 12)))


def on_table(actor: Actor, side: Side, curl: float | None = None) -> None:
    """A hand flat, on its side or loosely closed on a table."""
    rng, out, unit = actor.rng, outward(side), actor.unit
    place = actor.shoulder(side)
    place = np.array([place[0] * rng.uniform(0.3, 1.25), actor.table_m, actor.front(actor.table_m)])
    place[2] += unit * rng.uniform(0.12, 0.34)
    inward = np.radians(rng.uniform(-5, 62)) * out
    fingers = np.array([-np.sin(inward), rng.uniform(-0.12, 0.1), np.cos(inward)])
    roll = rng.choice([0.0, 0.0, 0.0, 70.0, 150.0]) + rng.normal(0, 12)
    palm = turn((0, 0, 1), out * roll) @ np.array([0.0, -1.0, 0.0])
    closed = rng.uniform(0.05, 0.7) if curl is None else curl
    place[1] += unit * (0.03 + 0.02 * closed + (0.02 if 40 < roll < 110 else 0.0))
    actor.aim(side, place, fingers, palm, curled(rng, closed), swivel_deg=float(rng.normal(30, 14)))


def in_lap(actor: Actor, side: Side) -> None:
    """A hand on the thigh."""
    rng, out, unit = actor.rng, outward(side), actor.unit
    letter = "L" if side == "left" else "R"
    hip, knee = (actor.start_of(f"{bone}.{letter}") for bone in ("upperleg01", "lowerleg01"))
    place = hip + rng.uniform(0.3, 0.7) * (knee - hip)
    place = place + unit * np.array([-out * rng.uniform(-0.02, 0.10), 0.10, -0.06])
    inward = np.radians(rng.uniform(0, 55)) * out
    fingers = np.array([-np.sin(inward), rng.uniform(-0.25, 0.0), np.cos(inward)])
    actor.aim(side, place, fingers, np.array([0.0, -1.0, 0.0]), curled(rng, rng.uniform(0.1, 0.5)), swivel_deg=30.0)


def behind(actor: Actor, side: Side) -> None:
    """A hand behind the back."""
    out, unit = outward(side), actor.unit
    waist = actor.start_of("spine04")
    place = waist + unit * np.array([out * 0.10, 0.02, -0.17])
    actor.aim(
        side, place, np.array([-out, -0.5, -0.1]), np.array([0.0, 0.0, -1.0]), curled(actor.rng, 0.4), swivel_deg=60.0
    )


def rest(actor: Actor, side: Side) -> None:
    """The place of a hand that does nothing."""
    if actor.posture == "sit":
        (on_table, in_lap, hang)[int(actor.rng.choice(3, p=[0.45, 0.4, 0.15]))](actor, side)
    else:
        hang(actor, side, actor.rng.normal(0, 0.16) if actor.posture == "walk" else 0.0)


def _side(actor: Actor) -> Side:
    return SIDES[int(actor.rng.random() < 0.6)]


def _colour(actor: Actor) -> Array:
    return np.asarray(actor.rng.beta(0.9, 1.2) * (0.3 + 0.7 * actor.rng.random(3)))


def _hanging(actor: Actor) -> None:
    for side in SIDES:
        swing = actor.rng.normal(0, 0.18) if actor.posture == "walk" else 0.0
        hang(actor, side, swing)


def _table(actor: Actor) -> None:
    for side in SIDES:
        on_table(actor, side)


def _open_hands(actor: Actor) -> None:
    for side in SIDES:
        on_table(actor, side, curl=float(actor.rng.uniform(0.0, 0.15)))


def _lap(actor: Actor) -> None:
    for side in SIDES:
        in_lap(actor, side)


def _typing(actor: Actor) -> None:
    rng, unit = actor.rng, actor.unit
    depth = actor.front(actor.table_m) + unit * rng.uniform(0.14, 0.26)
    for side in SIDES:
        out = outward(side)
        place = np.array([out * unit * rng.uniform(0.05, 0.13), actor.table_m + unit * rng.uniform(0.04, 0.075), depth])
        fingers = np.array([-out * rng.uniform(0.05, 0.5), rng.uniform(-0.3, 0.05), 1.0])
        angles = curled(rng, rng.uniform(0.25, 0.5), uneven=1.6, thumb=0.4)
        actor.aim(side, place, fingers, np.array([0.0, -1.0, 0.15]), angles, swivel_deg=32.0)
    if rng.random() < 0.7:
        keyboard = box((0.36, 0.018, 0.13), np.full(3, rng.choice([0.01, 0.03, 0.35])))
        actor.props.append(keyboard.placed(np.eye(3), np.array([0.0, actor.table_m + 0.008, depth + 0.13 * unit])))


def _mouse(actor: Actor) -> None:
    rng, side = actor.rng, _side(actor)
    out, unit = outward(side), actor.unit
    rest(actor, other(side))
    x = actor.shoulder(side)[0] + out * rng.uniform(-0.04, 0.12)
    place = np.array([x, actor.table_m + 0.05 * unit, actor.front(actor.table_m) + unit * rng.uniform(0.18, 0.32)])
    fingers = np.array([-out * rng.uniform(0.0, 0.4), -0.12, 1.0])
    actor.aim(side, place, fingers, np.array([0.0, -1.0, 0.0]), curled(rng, 0.3, uneven=0.5, thumb=0.3))
    mouse = cylinder([(0.0, 0.0), (0.03, 0.0), (0.03, 0.018), (0.018, 0.03), (0.0, 0.032)], _colour(actor))
    actor.props.append(mouse.placed(np.diag([0.9, 1.0, 1.6]), place + np.array([0.0, -0.05 * unit, 0.09 * unit])))


def _folded(actor: Actor) -> None:
    rng, unit = actor.rng, actor.unit
    high = rng.random()
    if actor.posture == "sit" and high < 0.6:
        place = np.array([rng.normal(0, 0.05), actor.table_m + 0.05 * unit, actor.front(actor.table_m) + 0.24 * unit])
    else:
        level = actor.shoulder("left")[1] - unit * rng.uniform(0.05, 0.45)
        place = np.array([rng.normal(0, 0.03), level, actor.front(level) + unit * rng.uniform(0.08, 0.2)])
    upwards = rng.uniform(-0.2, 0.9) if high >= 0.6 else rng.uniform(-0.1, 0.25)
    closed = rng.uniform(0.45, 0.85)
    for side in SIDES:
        out = outward(side)
        fingers = np.array([-out * 0.75, upwards, 0.55])
        palm = np.array([-out * 0.8, 0.0, -0.5])
        angles = curled(rng, closed, uneven=0.4, thumb=0.8)
        shift = np.array([out * 0.016, out * 0.012, 0.0]) * unit
        actor.aim(side, place + shift, fingers, palm, angles, "palm", swivel_deg=34.0)


def _arms_crossed(actor: Actor) -> None:
    rng, unit = actor.rng, actor.unit
    upper: Side = _side(actor)
    level = actor.shoulder("left")[1] - 0.27 * unit
    for side in SIDES:
        out = outward(side)
        above = 1.0 if side == upper else 0.0
        depth = actor.front(level) + unit * (0.035 + 0.075 * above)
        place = np.array([-out * 0.10 * unit, level + 0.03 * above * unit, depth])
        fingers = np.array([-out, rng.uniform(-0.15, 0.25), -0.22 - 0.2 * (1 - above)])
        palm = np.array([0.0, -0.35, -1.0]) if above else np.array([0.0, 0.2, -1.0])
        actor.aim(side, place, fingers, palm, curled(rng, rng.uniform(0.1, 0.45)), swivel_deg=42.0)


def _touching(
    place: str, curls: tuple[float, float], contact: str, lift: tuple[float, float]
) -> Callable[[Actor], None]:
    """A hand at a place of the head."""

    def play(actor: Actor) -> None:
        rng, side = actor.rng, _side(actor)
        out = outward(side)
        rest(actor, other(side))
        actor.turn_head(-out * rng.normal(3, 6), rng.normal(6, 5), out * rng.uniform(-9, 3))
        target = actor.face(place, side)
        centre = actor.start_of("head") + np.array([0.0, 0.06, 0.02]) * actor.unit
        away = target - centre
        away /= np.linalg.norm(away)
        up = np.array([-out * rng.uniform(0.1, 0.6), rng.uniform(*lift), rng.normal(-0.15, 0.15)])
        palm = -away + rng.normal(0, 0.18, 3)
        angles = curled(rng, rng.uniform(*curls))
        target = target + away * actor.unit * (0.010 if contact in ("index", "fingertips") else 0.004)
        actor.aim(side, target, up, palm, angles, contact, swivel_deg=float(rng.normal(24, 12)))  # type: ignore[arg-type]

    return play


def _chin_on_fist(actor: Actor) -> None:
    rng, side = actor.rng, _side(actor)
    rest(actor, other(side))
    out = outward(side)
    actor.turn_head(0.0, rng.normal(6, 4), out * rng.uniform(-10, 2))
    target = actor.face("jaw" if rng.random() < 0.5 else "chin", side) + np.array([0.0, -0.02, 0.01])
    fingers = np.array([-out * rng.uniform(0.2, 0.7), 0.8, rng.uniform(-0.3, 0.1)])
    palm = np.array([-out * rng.uniform(0.2, 0.9), 0.1, -0.6])
    actor.aim(side, target, fingers, palm, curled(rng, rng.uniform(0.7, 1.0)), "knuckles", swivel_deg=18.0)


def _phone_at_ear(actor: Actor) -> None:
    rng, side = actor.rng, _side(actor)
    out = outward(side)
    rest(actor, other(side))
    target = actor.face("ear", side) + actor.unit * np.array([out * 0.045, -0.02, 0.03])
    fingers = np.array([-out * 0.1, 0.85, rng.uniform(-0.4, 0.15)])
    palm = np.array([-out, 0.05, rng.uniform(-0.2, 0.3)])
    actor.aim(side, target, fingers, palm, gripping(rng, 0.034), "grip", swivel_deg=28.0)
    actor.hold(side, _phone(actor), axes=np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1]]))


def _phone(actor: Actor) -> Prop:
    dark = np.full(3, actor.rng.uniform(0.005, 0.03))
    screen = dark if actor.rng.random() < 0.5 else np.array([0.35, 0.4, 0.5]) * actor.rng.uniform(0.4, 1.6)
    return box((0.072, 0.148, 0.009), dark if actor.rng.random() < 0.6 else _colour(actor), screen)


def _phone_in_front(actor: Actor) -> None:
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    level = actor.shoulder(side)[1] - unit * rng.uniform(-0.02, 0.30)
    centre = np.array([out * unit * rng.uniform(0.0, 0.2), level, actor.front(level) + unit * rng.uniform(0.14, 0.3)])
    fingers = np.array([-out * rng.uniform(0.1, 0.6), 0.8, 0.25])
    palm = np.array([-out * rng.uniform(0.1, 0.5), 0.25, -1.0])
    actor.turn_head(out * 8, 22, 0)
    actor.aim(side, centre, fingers, palm, gripping(rng, 0.036), "grip", swivel_deg=20.0)
    actor.hold(side, _phone(actor))
    if rng.random() < 0.5:
        pointing = curled(rng, 0.6, thumb=0.6)
        pointing[0:4] = (28, -2, 24, 12)
        towards = np.array([out * 0.75, 0.45, 0.25])
        contact = centre + np.array([0.0, 0.01, -0.05]) * unit
        actor.aim(other(side), contact, towards, np.array([out * 0.3, -0.5, 0.8]), pointing, "index", swivel_deg=26.0)
    else:
        rest(actor, other(side))


def _phone_typing(actor: Actor) -> None:
    rng, unit = actor.rng, actor.unit
    level = actor.shoulder("left")[1] - unit * rng.uniform(0.05, 0.32)
    centre = np.array([rng.normal(0, 0.03), level, actor.front(level) + unit * rng.uniform(0.14, 0.26)])
    actor.turn_head(0, 24, 0)
    for side in SIDES:
        out = outward(side)
        fingers = np.array([-out * 0.55, 0.6, 0.45])
        palm = np.array([-out * 0.75, 0.3, -0.55])
        angles = gripping(rng, 0.034)
        actor.aim(side, centre + np.array([out * 0.036, 0.0, 0.015]), fingers, palm, angles, "grip", swivel_deg=26.0)
    tilt = turn((1, 0, 0), -35)
    actor.props.append(_phone(actor).placed(tilt @ np.diag([-1.0, 1.0, -1.0]), centre + np.array([0.0, 0.015, 0.005])))


def _holding(kind: str) -> Callable[[Actor], None]:
    """A cup, bottle, fork or pen in front of the chest or at the mouth."""

    def play(actor: Actor) -> None:
        rng, side, unit = actor.rng, _side(actor), actor.unit
        out = outward(side)
        rest(actor, other(side))
        mouth = actor.face("mouth", side)
        level = actor.shoulder(side)[1] - unit * rng.uniform(0.0, 0.30)
        chest = np.array(
            [out * unit * rng.uniform(0.0, 0.24), level, actor.front(level) + unit * rng.uniform(0.12, 0.28)]
        )
        drinking = rng.random() < 0.35
        place = mouth + unit * np.array([out * 0.02, -0.035, 0.085]) if drinking else chest
        fingers = np.array([-out * rng.uniform(0.5, 1.0), rng.uniform(0.0, 0.4), rng.uniform(0.2, 0.7)])
        palm = np.array([-out * 0.7, 0.0, -0.75])
        radius = {"cup": rng.uniform(0.033, 0.043), "bottle": rng.uniform(0.028, 0.036)}.get(kind, 0.005)
        angles = gripping(rng, radius) if kind in ("cup", "bottle") else pinching(rng)
        contact = "grip" if kind in ("cup", "bottle") else "pinch"
        actor.aim(side, place, fingers, palm, angles, contact, swivel_deg=float(rng.normal(22, 10)))  # type: ignore[arg-type]
        tilt = rng.uniform(15, 50) if drinking else rng.normal(0, 6)
        upright = turn((1, 0, 0), -tilt) @ turn((0, 0, 1), rng.normal(0, 8))
        _, wrist = actor.hand_axes(side)
        axes, _ = actor.hand_axes(side)
        middle = wrist + axes @ (contact_point(side, angles, contact) * actor.hand_scale(side))  # type: ignore[arg-type]
        colour = _colour(actor)
        if kind == "cup":
            tall = rng.uniform(0.08, 0.13)
            profile = [(0.0, -tall / 2), (0.85 * radius, -tall / 2), (radius, tall / 2), (0.9 * radius, tall / 2)]
            profile += [(0.85 * radius, 0.3 * tall), (0.0, 0.3 * tall)]
            actor.props.append(cylinder(profile, colour).placed(upright, middle))
        elif kind == "bottle":
            profile = [
                (0.0, -0.09),
                (radius, -0.09),
                (radius, 0.06),
                (0.4 * radius, 0.10),
                (0.4 * radius, 0.13),
                (0, 0.13),
            ]
            actor.props.append(cylinder(profile, colour, shiny=True).placed(upright, middle))
        else:
            long = rng.uniform(0.13, 0.19)
            towards = mouth - middle if kind == "fork" else np.array([-out * 0.2, -0.8, 0.5])
            direction = towards / np.linalg.norm(towards)
            tail = middle - direction * 0.75 * long
            actor.props.append(
                rod(tail, middle + direction * 0.45 * long, 0.004, colour if kind == "pen" else np.full(3, 0.5))
            )

    return play


def _clasped_at_face(actor: Actor) -> None:
    """Hands clasped before the mouth or the chin, elbows on the table or not."""
    rng, unit = actor.rng, actor.unit
    actor.turn_head(rng.normal(0, 5), rng.normal(4, 5), 0.0)
    spot = actor.face("mouth" if rng.random() < 0.6 else "chin", "left")
    place = np.array([rng.normal(0, 0.015), spot[1] - unit * rng.uniform(0.0, 0.06), spot[2] + 0.035 * unit])
    closed = rng.uniform(0.3, 0.9)
    upwards = rng.uniform(0.4, 1.3)
    for side in SIDES:
        out = outward(side)
        fingers = np.array([-out * 0.6, upwards, rng.uniform(-0.1, 0.35)])
        palm = np.array([-out * 0.8, 0.0, -0.5])
        angles = curled(rng, closed, uneven=0.5, thumb=0.7)
        shift = np.array([out * 0.014, out * 0.008, 0.0]) * unit
        actor.aim(side, place + shift, fingers, palm, angles, "palm", swivel_deg=float(rng.normal(30, 8)))


def _block(actor: Actor) -> None:
    """A hand that picks up or puts down a thing with the fingertips, on the table or before the chest."""
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    rest(actor, other(side))
    actor.turn_head(0.0, 20, 0.0)
    level = actor.table_m + unit * rng.uniform(0.03, 0.25)
    place = np.array([out * unit * rng.uniform(-0.05, 0.25), level, 0.0])
    place[2] = actor.front(level) + unit * rng.uniform(0.16, 0.34)
    fingers = np.array([-out * rng.uniform(0.0, 0.8), -rng.uniform(0.1, 1.0), rng.uniform(0.2, 1.0)])
    palm = np.array([-out * rng.uniform(0.2, 0.8), -0.7, rng.uniform(-0.3, 0.3)])
    actor.aim(side, place, fingers, palm, pinching(rng), "pinch", swivel_deg=float(rng.normal(26, 10)))
    thing = box(tuple(rng.uniform(0.015, 0.05, 3)), _colour(actor))
    actor.props.append(thing.placed(turn((0, 1, 0), rng.uniform(0, 90)), place + np.array([0.0, -0.012, 0.0])))


def _handle(actor: Actor) -> None:
    """A hand around the handle of a pan, a racket, a broom or a tool."""
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    rest(actor, other(side))
    level = actor.shoulder(side)[1] - unit * rng.uniform(-0.05, 0.40)
    place = np.array([out * unit * rng.uniform(0.0, 0.3), level, actor.front(level) + unit * rng.uniform(0.12, 0.32)])
    along = np.array([out * rng.normal(0, 0.5), rng.normal(0.5, 0.6), rng.normal(0.4, 0.4)])
    along /= np.linalg.norm(along)
    fingers = np.cross(along, np.array([0.0, 0.0, 1.0])) * -out + np.array([0.0, 0.1, 0.35])
    palm = np.array([-out * 0.6, -0.2, -0.6])
    radius = rng.uniform(0.011, 0.02)
    actor.aim(side, place, fingers, palm, gripping(rng, radius), "grip", swivel_deg=float(rng.normal(22, 10)))
    actor.props.append(rod(place - 0.09 * along, place + rng.uniform(0.15, 0.6) * along, radius, _colour(actor)))


def _writing(actor: Actor) -> None:
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    on_table(actor, other(side), curl=0.2)
    actor.turn_head(0, 22, 0)
    place = np.array([out * unit * rng.uniform(0.02, 0.16), actor.table_m + 0.045 * unit, 0.0])
    place[2] = actor.front(actor.table_m) + unit * rng.uniform(0.16, 0.28)
    fingers = np.array([-out * 0.6, -0.25, 0.75])
    actor.aim(side, place, fingers, np.array([-out * 0.7, -0.6, 0.0]), pinching(rng), "pinch", swivel_deg=34.0)
    actor.props.append(
        rod(place + np.array([0, -0.04, 0.01]), place + np.array([out * 0.03, 0.09, -0.05]), 0.004, _colour(actor))
    )
    paper = box((0.21, 0.002, 0.297), np.full(3, 0.8))
    actor.props.append(
        paper.placed(turn((0, 1, 0), rng.normal(0, 15)), np.array([0.0, actor.table_m + 0.003, place[2] + 0.03]))
    )


def _book(actor: Actor) -> None:
    rng, unit = actor.rng, actor.unit
    level = actor.shoulder("left")[1] - unit * rng.uniform(0.1, 0.34)
    centre = np.array([rng.normal(0, 0.03), level, actor.front(level) + unit * rng.uniform(0.15, 0.28)])
    actor.turn_head(0, 22, 0)
    half = rng.uniform(0.09, 0.14)
    for side in SIDES:
        out = outward(side)
        fingers = np.array([-out * 0.35, 0.75, 0.35])
        palm = np.array([-out * 0.75, 0.25, -0.6])
        actor.aim(
            side,
            centre + np.array([out * half, -0.02, 0.01]),
            fingers,
            palm,
            gripping(rng, 0.02),
            "grip",
            swivel_deg=24.0,
        )
    tilt = turn((1, 0, 0), rng.uniform(-60, -15))
    cover = _colour(actor)
    for side in SIDES:
        page = box((half, 0.21, 0.012), cover, np.full(3, 0.8))
        open_page = turn((0, 1, 0), -outward(side) * 14) @ np.diag([-1.0, 1.0, -1.0])
        actor.props.append(page.placed(tilt @ open_page, centre + np.array([outward(side) * half / 2, 0.02, 0.0])))


def _wheel(actor: Actor) -> None:
    rng, unit = actor.rng, actor.unit
    level = actor.shoulder("left")[1] - 0.22 * unit
    centre = np.array([0.0, level, actor.front(level) + 0.34 * unit])
    tilt = turn((1, 0, 0), -24)
    actor.props.append(ring(0.18, 0.014, np.full(3, rng.uniform(0.008, 0.04))).placed(tilt, centre))
    actor.props.append(rod(centre + np.array([-0.17, 0, 0]), centre + np.array([0.17, 0, 0]), 0.016, np.full(3, 0.01)))
    for side in SIDES:
        out = outward(side)
        angle = np.radians(rng.uniform(-5, 60))
        on_rim = np.asarray(centre + tilt @ (0.18 * np.array([out * np.cos(angle), np.sin(angle), 0.0])), np.float64)
        radial = np.array([out * np.cos(angle), np.sin(angle), 0.0])
        fingers = np.array([-out * 0.2, 0.5, 0.85]) + 0.3 * radial
        palm = np.array([-out * 0.8, -0.15, 0.35]) - 0.3 * radial
        actor.aim(side, on_rim, fingers, palm, gripping(rng, 0.014), "grip", swivel_deg=22.0)


def _instrument(actor: Actor) -> None:
    """A guitar-like instrument: one hand at its neck, the other over its body."""
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    level = actor.shoulder(side)[1] - 0.33 * unit
    belly = np.array([-out * 0.12 * unit, level - 0.04, actor.front(level) + 0.07 * unit])
    along = np.array([out * 0.88, rng.uniform(0.2, 0.5), 0.12])
    along /= np.linalg.norm(along)
    up = np.array([0.0, 1.0, 0.0]) - along * along[1]
    up /= np.linalg.norm(up)
    axes = np.stack([along, up, np.cross(along, up)], axis=1)
    wood = np.array([0.35, 0.16, 0.05]) * rng.uniform(0.3, 1.6)
    actor.props.append(
        cylinder([(0, -0.04), (0.17, -0.04), (0.17, 0.04), (0, 0.04)], wood).placed(axes @ turn((1, 0, 0), 90), belly)
    )
    actor.props.append(rod(belly, belly + 0.62 * along * unit, 0.02, 0.4 * wood))
    neck = belly + along * unit * rng.uniform(0.32, 0.5)
    actor.aim(
        side, neck, np.array([-out * 0.1, 0.85, 0.35]), np.array([-out * 0.5, 0.3, -0.7]), gripping(rng, 0.02), "grip"
    )
    strum = belly + np.array([-out * 0.02, 0.0, 0.07]) * unit
    fingers = np.array([out * 0.8, -0.5, 0.15])
    actor.aim(other(side), strum, fingers, np.array([0.0, -0.1, -1.0]), curled(rng, 0.4), "fingertips", swivel_deg=40.0)


def _brush(actor: Actor) -> None:
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    rest(actor, other(side))
    spot = actor.face(("cheek", "eye", "mouth")[int(rng.integers(3))], side)
    place = spot + unit * np.array([out * rng.uniform(0.02, 0.07), rng.uniform(-0.06, 0.0), rng.uniform(0.05, 0.09)])
    fingers = np.array([-out * 0.5, 0.8, rng.uniform(-0.3, 0.2)])
    actor.aim(side, place, fingers, np.array([-out * 0.5, 0.0, -0.8]), pinching(rng), "pinch", swivel_deg=26.0)
    direction = (spot - place) / np.linalg.norm(spot - place)
    actor.props.append(rod(place - 0.08 * direction, spot, 0.004, _colour(actor)))


def _waving(actor: Actor) -> None:
    """A hand beside the head, tilted and loose: the way through which a wave passes, not its middle."""
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    rest(actor, other(side))
    shoulder = actor.shoulder(side)
    place = shoulder + unit * np.array([out * rng.uniform(0.1, 0.3), rng.uniform(0.0, 0.2), rng.uniform(0.12, 0.3)])
    tilt = rng.choice([-1.0, 1.0]) * rng.uniform(28, 60)
    fingers = turn((0, 0, 1), tilt) @ np.array([0.0, 1.0, rng.uniform(0.0, 0.6)])
    palm = np.array([-out * rng.uniform(0.3, 1.0), -0.2, 1.0])
    actor.aim(side, place, fingers, palm, curled(rng, rng.uniform(0.22, 0.5), uneven=1.4), swivel_deg=20.0)


def _clapping(actor: Actor) -> None:
    rng, unit = actor.rng, actor.unit
    level = actor.shoulder("left")[1] - unit * rng.uniform(0.0, 0.22)
    centre = np.array([rng.normal(0, 0.04), level, actor.front(level) + unit * rng.uniform(0.16, 0.3)])
    gap = rng.uniform(0.0, 0.09)
    for side in SIDES:
        out = outward(side)
        fingers = np.array([-out * 0.25, rng.uniform(0.5, 0.9), 0.5])
        angles = curled(rng, rng.uniform(0.02, 0.2), uneven=0.5)
        actor.aim(
            side,
            centre + np.array([out * gap, 0, 0]),
            fingers,
            np.array([-out, 0.1, -0.2]),
            angles,
            "palm",
            swivel_deg=32.0,
        )


def _pointing(actor: Actor) -> None:
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    rest(actor, other(side))
    direction = np.array([out * rng.uniform(-0.8, 1.0), rng.uniform(-0.4, 0.6), rng.uniform(0.1, 1.0)])
    direction /= np.linalg.norm(direction)
    place = actor.shoulder(side) + unit * (0.3 + 0.18 * rng.random()) * direction
    palm = turn((0, 0, 1), rng.normal(0, 30)) @ np.array([-out * 0.6, -0.8, 0.0])
    actor.aim(side, place, direction, palm, sample_angles(rng, pose_named("pointing")), swivel_deg=18.0)


def _counting(actor: Actor) -> None:
    rng, side, unit = actor.rng, _side(actor), actor.unit
    out = outward(side)
    name = ("pointing", "three_from_index", "three_with_thumb", "four")[int(rng.integers(4))]
    level = actor.shoulder(side)[1] - unit * rng.uniform(-0.05, 0.2)
    place = np.array(
        [actor.shoulder(side)[0] * rng.uniform(0.3, 1.2), level, actor.front(level) + unit * rng.uniform(0.1, 0.3)]
    )
    palm = np.array([-out * rng.uniform(0.2, 1.0), 0.0, rng.choice([-0.8, 0.8])])
    angles = sample_angles(rng, pose_named(name))
    actor.aim(side, place, np.array([-out * 0.2, 1.0, 0.1]), palm, angles)
    if rng.random() < 0.5:
        rest(actor, other(side))
    else:
        tip = np.asarray(place + np.array([0.0, 0.17, 0.0]) * unit)
        pinch = curled(rng, 0.55, thumb=0.7)
        actor.aim(other(side), tip, np.array([out * 0.8, 0.4, 0.1]), np.array([out * 0.3, -0.6, -0.6]), pinch, "pinch")


def _talking(actor: Actor) -> None:
    """Both hands before the chest, open or loosely closed, palms at each other, up or down."""
    rng, unit = actor.rng, actor.unit
    wide, level = rng.uniform(0.08, 0.3), actor.shoulder("left")[1] - unit * rng.uniform(0.05, 0.36)
    for side in SIDES:
        out = outward(side)
        if side == "left" and rng.random() < 0.3:
            rest(actor, side)
            continue
        depth = actor.front(level) + unit * rng.uniform(0.12, 0.3)
        place = np.array([out * unit * wide * rng.uniform(0.7, 1.3), level + unit * rng.normal(0, 0.05), depth])
        fingers = np.array([-out * rng.uniform(-0.2, 0.9), rng.uniform(-0.3, 0.7), rng.uniform(0.3, 1.0)])
        roll = rng.uniform(-70, 70)
        palm = turn((0, 0, 1), out * roll) @ np.array([-out, 0.0, rng.uniform(-0.5, 0.0)])
        actor.aim(side, place, fingers, palm, curled(rng, rng.uniform(0.08, 0.65), uneven=1.5), swivel_deg=26.0)


def _jacket(actor: Actor) -> None:
    """Pulling at a collar, a sleeve or a zip."""
    rng, unit = actor.rng, actor.unit
    for side in SIDES:
        out = outward(side)
        shoulder = actor.shoulder(side)
        kind = rng.integers(3)
        level = shoulder[1] - unit * (0.02 if kind == 0 else 0.2)
        place = np.array([out * 0.07 * unit, level, actor.front(level) + 0.04 * unit])
        if kind == 2:
            place = actor.shoulder(other(side)) + unit * np.array([out * 0.02, -0.12, 0.10])
        fingers = np.array([-out * 0.7, rng.uniform(0.0, 0.7), -0.1])
        actor.aim(
            side, place, fingers, np.array([-out * 0.2, -0.2, -1.0]), gripping(rng, 0.012), "grip", swivel_deg=36.0
        )


def _stretching(actor: Actor) -> None:
    rng, unit = actor.rng, actor.unit
    for side in SIDES:
        out = outward(side)
        place = actor.shoulder(side) + unit * np.array(
            [out * rng.uniform(-0.1, 0.35), rng.uniform(0.25, 0.48), rng.uniform(-0.1, 0.15)]
        )
        fingers = np.array([out * rng.uniform(-0.6, 0.6), 1.0, rng.uniform(-0.3, 0.3)])
        palm = np.array([-out * rng.uniform(0.3, 1), 0.2, rng.uniform(-0.6, 0.3)])
        actor.aim(side, place, fingers, palm, curled(rng, rng.uniform(0.35, 0.9)), swivel_deg=40.0)


def _hands_behind_head(actor: Actor) -> None:
    for side in SIDES:
        out = outward(side)
        place = actor.face("nape", side) + np.array([0.0, 0.02, -0.03])
        angles = curled(actor.rng, 0.3)
        actor.aim(side, place, np.array([-out, 0.25, -0.1]), np.array([0.0, 0.0, 1.0]), angles, "palm", swivel_deg=80.0)


NATURAL: tuple[Act, ...] = (
    Act("hanging", _hanging, 2.2, _UPRIGHT, 0.9),
    Act("table", _table, 1.6, _SEATED, 0.2),
    Act("open_hands", _open_hands, 1.0, _SEATED, 0.2),
    Act("lap", _lap, 0.8, _SEATED, 0.7),
    Act("typing", _typing, 1.8, _SEATED, 0.2),
    Act("mouse", _mouse, 0.8, _SEATED, 0.2),
    Act("folded", _folded, 2.0, _EITHER, 0.3),
    Act("clasped_at_face", _clasped_at_face, 1.2, _EITHER, 0.15),
    Act("arms_crossed", _arms_crossed, 1.0, _EITHER, 0.35),
    Act("chin", _touching("chin", (0.2, 0.8), "fingertips", (0.5, 1.2)), 1.3, _SEATED, 0.1),
    Act("chin_on_fist", _chin_on_fist, 0.9, _SEATED, 0.1),
    Act("cheek", _touching("cheek", (0.05, 0.6), "palm", (0.7, 1.3)), 1.6, _SEATED, 0.1),
    Act("mouth", _touching("mouth", (0.1, 0.7), "fingertips", (0.3, 1.0)), 1.6, _EITHER, 0.1),
    Act("nose", _touching("nose", (0.3, 0.8), "index", (0.4, 1.0)), 0.5, _EITHER, 0.1),
    Act("eye", _touching("eye", (0.3, 0.8), "index", (0.5, 1.0)), 0.6, _EITHER, 0.1),
    Act("glasses", _touching("glasses", (0.3, 0.6), "pinch", (0.5, 1.2)), 0.7, _EITHER, 0.1),
    Act("forehead", _touching("forehead", (0.05, 0.6), "fingertips", (0.4, 1.0)), 0.7, _SEATED, 0.1),
    Act("temple", _touching("temple", (0.2, 0.8), "fingertips", (0.5, 1.2)), 0.7, _SEATED, 0.1),
    Act("hair", _touching("hair", (0.15, 0.6), "fingertips", (0.3, 1.0)), 1.0, _EITHER, 0.15),
    Act("head_scratch", _touching("crown", (0.3, 0.7), "fingertips", (-0.2, 0.6)), 0.8, _EITHER, 0.15),
    Act("ear", _touching("ear", (0.2, 0.7), "fingertips", (0.4, 1.1)), 0.9, _EITHER, 0.1),
    Act("neck", _touching("neck", (0.1, 0.6), "fingertips", (0.0, 0.7)), 0.8, _EITHER, 0.15),
    Act("nape", _touching("nape", (0.1, 0.5), "fingertips", (0.0, 0.6)), 0.5, _EITHER, 0.15),
    Act("behind_head", _hands_behind_head, 0.5, _EITHER, 0.2),
    Act("phone_ear", _phone_at_ear, 1.1, _EITHER, 0.3),
    Act("phone_front", _phone_in_front, 1.1, _EITHER, 0.3),
    Act("phone_typing", _phone_typing, 0.9, _EITHER, 0.3),
    Act("cup", _holding("cup"), 1.3, _EITHER, 0.25),
    Act("bottle", _holding("bottle"), 0.9, _EITHER, 0.25),
    Act("pen", _holding("pen"), 0.7, _SEATED, 0.15),
    Act("fork", _holding("fork"), 0.7, _SEATED, 0.2),
    Act("block", _block, 1.0, _SEATED, 0.2),
    Act("handle", _handle, 1.0, _EITHER, 0.35),
    Act("writing", _writing, 0.8, _SEATED, 0.2),
    Act("book", _book, 0.9, _EITHER, 0.3),
    Act("steering_wheel", _wheel, 0.6, _SEATED, 0.1),
    Act("instrument", _instrument, 0.6, _EITHER, 0.4),
    Act("brush", _brush, 0.7, _EITHER, 0.1),
    Act("waving", _waving, 0.5, _EITHER, 0.4),
    Act("clapping", _clapping, 0.8, _EITHER, 0.3),
    Act("pointing", _pointing, 0.7, _EITHER, 0.4),
    Act("counting", _counting, 0.6, _EITHER, 0.2),
    Act("talking", _talking, 2.6, _EITHER, 0.3),
    Act("jacket", _jacket, 0.8, _EITHER, 0.4),
    Act("stretching", _stretching, 0.6, _EITHER, 0.5),
)
"""What people do who make no gesture."""
