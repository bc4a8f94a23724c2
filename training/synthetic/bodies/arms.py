"""Inverse kinematics of the arms: a shoulder, an elbow and a wrist that bring a hand to a place in an orientation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.synthetic.arm import rotation_about
from training.synthetic.bodies.hands import LETTER, finger_rotations, rest_frame
from training.synthetic.bodies.mesh import Body
from training.synthetic.bodies.rig import BodyPose, cross, frame_of, pose_bone, turn, twist_angle
from training.synthetic.skeleton import Array, Side

_SWIVELS_DEG = np.arange(-60.0, 125.0, 22.0)
# How far a wrist bends palmwards, backwards and aside, and how far a forearm turns from the thumb up, either way.
# Source: American Academy of Orthopaedic Surgeons, "Joint motion: method of measuring and recording", 1965.
_FLEXION_DEG, _EXTENSION_DEG, _DEVIATION_DEG, _PRONATION_DEG = 72.0, 65.0, 32.0, 88.0
_LONGEST_REACH = 0.985


@dataclass(frozen=True)
class HandGoal:
    """Where a hand should be, in body coordinates.

    Attributes:
        side: Left or right hand.
        wrist_m: ``(3,)`` where the wrist goes.
        axes: ``(3, 3)`` axes of hand coordinates as columns.
        angles: ``(len(ANGLES),)`` degrees of the fingers.
        swivel_deg: Angle of the elbow that is preferred: 0 hanging down, 90 lifted aside.
    """

    side: Side
    wrist_m: Array
    axes: Array
    angles: Array
    swivel_deg: float = 12.0


@dataclass(frozen=True)
class ArmFit:
    """How well an arm reached its goal.

    Attributes:
        strain: By how much joints would be beyond their limits, degrees; 0 for a comfortable arm.
        short_m: How far the wrist stayed from its goal.
    """

    strain: float
    short_m: float


def lift_shoulder(pose: BodyPose, body: Body, goal: HandGoal) -> None:
    """Raise the shoulder blade for a hand that is high, as shoulders do.

    A third of the arm's elevation beyond 30 degrees comes from the shoulder blade. Source: V. T. Inman, J. B. Saunders,
    L. C. Abbott, "Observations on the function of the shoulder joint", Journal of Bone and Joint Surgery, 1944.
    """
    letter = LETTER[goal.side]
    outward = 1.0 if goal.side == "left" else -1.0
    _, shoulder = pose_bone(body, pose, f"upperarm01.{letter}")
    towards = goal.wrist_m - shoulder
    elevation = np.degrees(np.arcsin(np.clip(towards[1] / max(np.linalg.norm(towards), 1e-6), -1, 1)))
    lift = float(np.clip((elevation + 35) / 4, 0, 24))
    forward = float(np.clip(35 * towards[2], 0, 12))
    pose.turned[f"clavicle.{letter}"] = turn((0, 0, 1), outward * lift) @ turn((0, 1, 0), -outward * forward)


def reach(pose: BodyPose, body: Body, goal: HandGoal) -> ArmFit:
    """Add the arm and the fingers to ``pose`` that bring a hand to its goal as nearly as an arm can."""
    letter, side = LETTER[goal.side], goal.side
    lift_shoulder(pose, body, goal)
    _, shoulder = pose_bone(body, pose, f"upperarm01.{letter}")
    rest = [body.head_of(f"{bone}.{letter}").astype(np.float64) for bone in ("upperarm01", "lowerarm01", "wrist")]
    upper_rest, lower_rest = rest[1] - rest[0], rest[2] - rest[1]
    upper, lower = float(np.linalg.norm(upper_rest)), float(np.linalg.norm(lower_rest))
    towards = goal.wrist_m - shoulder
    distance = float(np.linalg.norm(towards))
    within = float(np.clip(distance, 1.08 * abs(upper - lower) + 0.06, _LONGEST_REACH * (upper + lower)))
    direction = towards / max(distance, 1e-6)
    along = (upper**2 - lower**2 + within**2) / (2 * within)
    aside = np.sqrt(max(upper**2 - along**2, 1e-8))
    chest, _ = pose_bone(body, pose, "spine01")
    choices = []
    for swivel in _SWIVELS_DEG:
        out = _elbow_direction(direction, swivel, side, chest)
        elbow = shoulder + along * direction + aside * out
        wrist = shoulder + within * direction
        choices.append(_arm(goal, elbow - shoulder, wrist - elbow, (upper_rest, lower_rest), float(swivel), body))
    best = min(choices, key=lambda one: one.cost)
    hand = best.hand
    pose.fixed[f"upperarm01.{letter}"] = best.upper
    pose.fixed[f"lowerarm01.{letter}"] = best.lower
    rest_axis = lower_rest / lower
    twist = twist_angle(best.lower.T @ hand, rest_axis)
    pose.fixed[f"lowerarm02.{letter}"] = best.lower @ rotation_about(rest_axis, 0.55 * twist)
    pose.fixed[f"wrist.{letter}"] = hand
    axes = hand @ rest_frame(body, side)
    pose.fixed.update(finger_rotations(body, side, goal.angles, axes))
    return ArmFit(best.strain, abs(distance - within))


@dataclass(frozen=True)
class _Arm:
    cost: float
    strain: float
    upper: Array
    lower: Array
    hand: Array


def _elbow_direction(direction: Array, swivel_deg: float, side: Side, chest: Array) -> Array:
    """Unit vector from the line between shoulder and wrist to the elbow: down and back, turned outwards about it."""
    hanging = chest @ np.array([0.0, -0.92, -0.4])
    hanging = hanging - direction * (direction @ hanging)
    if np.linalg.norm(hanging) < 0.15:
        # A hand straight below or above: the elbow points back.
        hanging = chest @ np.array([0.0, 0.0, -1.0])
        hanging = hanging - direction * (direction @ hanging)
    hanging /= np.linalg.norm(hanging)
    outward = chest @ np.array([1.0 if side == "left" else -1.0, 0.0, 0.0])
    turned = rotation_about(direction, np.radians(swivel_deg))
    if (turned @ hanging - hanging) @ outward * np.sign(swivel_deg or 1.0) < 0:
        turned = turned.T
    out: Array = turned @ hanging
    return out


def _arm(
    goal: HandGoal, upper: Array, lower: Array, at_rest: tuple[Array, Array], swivel_deg: float, body: Body
) -> _Arm:
    upper_rest, lower_rest = at_rest
    hinge_rest = cross(upper_rest, lower_rest)
    hinge = cross(upper, lower)
    if np.linalg.norm(hinge) < 1e-6:
        hinge = np.array([1.0, 0.0, 0.0])
    upper_turn = frame_of(upper, hinge) @ frame_of(upper_rest, hinge_rest).T
    lower_turn = frame_of(lower, hinge) @ frame_of(lower_rest, hinge_rest).T
    forearm = lower / np.linalg.norm(lower)
    axes, bent = _within_wrist(goal.axes, forearm, goal.side)
    hand_rest = rest_frame(body, goal.side)
    hand_turn = axes @ hand_rest.T
    # A forearm is at its middle when the palm faces the body with the elbow bent: the palm along the hinge.
    inwards = hinge / np.linalg.norm(hinge)
    palm = axes[:, 2] - forearm * (forearm @ axes[:, 2])
    palm = palm / max(np.linalg.norm(palm), 1e-6)
    neutral = -inwards if goal.side == "right" else inwards
    sine = forearm @ cross(neutral, palm)
    turned = np.degrees(np.arctan2(sine, neutral @ palm))
    over = max(0.0, abs(turned) - _PRONATION_DEG)
    high = max(0.0, upper[1] / np.linalg.norm(upper) + 0.1)
    strain = over + bent
    cost = (
        3.0 * over
        + 3.0 * bent
        + 0.012 * (swivel_deg - goal.swivel_deg) ** 2 / 4
        + 60.0 * high**2
        + 0.08 * abs(turned)
        + 25.0 * max(0.0, -swivel_deg - 25.0) / 50
    )
    return _Arm(cost, strain, upper_turn, lower_turn, hand_turn)


def _within_wrist(axes: Array, forearm: Array, side: Side) -> tuple[Array, float]:
    """Hand axes with the wrist bent no more than it can be, and by how many degrees that changed them."""
    local = axes.T @ forearm
    flexion = np.degrees(np.arctan2(-local[2], local[1]))
    thumbwards = 1.0 if side == "right" else -1.0
    deviation = np.degrees(np.arcsin(np.clip(-local[0] * thumbwards, -1, 1)))
    limited_flexion = float(np.clip(flexion, -_EXTENSION_DEG, _FLEXION_DEG))
    limited_deviation = float(np.clip(deviation, -_DEVIATION_DEG, 0.7 * _DEVIATION_DEG))
    if limited_flexion == flexion and limited_deviation == deviation:
        return axes, 0.0
    flex, aside = np.radians(limited_flexion), np.radians(limited_deviation)
    wanted = np.array([-thumbwards * np.sin(aside), np.cos(aside) * np.cos(flex), -np.cos(aside) * np.sin(flex)])
    change = cross(wanted, local)
    size = float(np.linalg.norm(change))
    angle = float(np.arctan2(size, wanted @ local))
    if size < 1e-6:
        return axes, 0.0
    return axes @ rotation_about(change / size, angle), float(np.degrees(angle))
