"""A person in a pose: posture, head, hands that touch or hold things."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import numpy as np

from training.synthetic.angles import ANGLES, rotations
from training.synthetic.bodies.arms import HandGoal, reach
from training.synthetic.bodies.figure import Figure, bone_share
from training.synthetic.bodies.hands import LETTER, rest_frame
from training.synthetic.bodies.mesh import HEAD, Body, load_topology
from training.synthetic.bodies.props import Prop
from training.synthetic.bodies.rig import BodyPose, PosedBones, pose_bone, pose_bones, turn
from training.synthetic.limits import within_limits
from training.synthetic.skeleton import CHAINS, JOINTS, Array, Side, load_hand, pose_joints

Posture = Literal["sit", "stand", "walk"]
Contact = Literal["wrist", "palm", "fingertips", "index", "knuckles", "grip", "pinch"]
SIDES: tuple[Side, Side] = ("left", "right")

_ADULT_ARM_M = 0.52
_HAND_M = 0.0917
# Places of the head in units of the forehead, from between the eyes; see ``figure.head_places``.
_FACE = {
    "chin": (0.0, -1.12, 0.28),
    "mouth": (0.0, -0.68, 0.42),
    "nose": (0.0, -0.30, 0.52),
    "cheek": (0.52, -0.45, 0.0),
    "jaw": (0.50, -0.85, -0.20),
    "ear": (0.70, -0.15, -0.75),
    "temple": (0.58, 0.10, -0.10),
    "glasses": (0.45, 0.02, 0.25),
    "forehead": (0.15, 0.55, 0.22),
    "crown": (0.25, 1.00, -0.60),
    "hair": (0.65, 0.55, -0.80),
    "nape": (0.25, -0.75, -1.35),
    "neck": (0.40, -1.30, -0.55),
    "eye": (0.28, 0.0, 0.2),
}


def other(side: Side) -> Side:
    """The opposite side."""
    return "left" if side == "right" else "right"


def outward(side: Side) -> float:
    """Sign of x on a side of the body."""
    return 1.0 if side == "left" else -1.0


@dataclass
class Actor:
    """A person whose pose is being made.

    Attributes:
        figure: The dressed person.
        rng: Source of randomness.
        posture: How the person sits or stands.
        pose: The pose so far.
        props: Objects in body coordinates.
        goals: The goals of the hands so far.
    """

    figure: Figure
    rng: np.random.Generator
    posture: Posture
    pose: BodyPose = field(default_factory=BodyPose)
    props: list[Prop] = field(default_factory=list)
    goals: dict[Side, HandGoal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take the posture, with a random lean and gaze."""
        rng, pose = self.rng, self.pose
        lean = rng.normal(6, 6) if self.posture == "sit" else rng.normal(0, 3)
        aside = rng.normal(0, 2.5)
        for bone in ("spine04", "spine03", "spine02", "spine01"):
            pose.turned[bone] = (
                turn((1, 0, 0), lean / 4) @ turn((0, 0, 1), aside / 4) @ turn((0, 1, 0), rng.normal(0, 2))
            )
        self.turn_head(rng.normal(0, 10), rng.normal(4, 7), rng.normal(0, 4))
        swing = rng.uniform(-28, 28) if self.posture == "walk" else rng.normal(0, 2)
        for side in SIDES:
            thigh = -rng.uniform(70, 84) if self.posture == "sit" else swing * outward(side)
            knee = rng.uniform(65, 85) if self.posture == "sit" else abs(swing) * rng.uniform(0.2, 1.0)
            apart = rng.uniform(2, 14) if self.posture == "sit" else rng.uniform(-3, 4)
            letter = LETTER[side]
            pose.turned[f"upperleg01.{letter}"] = turn((0, 0, 1), outward(side) * apart) @ turn((1, 0, 0), thigh)
            pose.turned[f"lowerleg01.{letter}"] = turn((1, 0, 0), knee)

    @property
    def body(self) -> Body:
        """The body."""
        return self.figure.look.body

    @property
    def unit(self) -> float:
        """Length of the arm relative to an adult's."""
        return arm_m(self.body) / _ADULT_ARM_M

    @property
    def table_m(self) -> float:
        """Height of a table that suits the person."""
        return float(self.start_of("upperarm01.L")[1] - 0.40 * self.unit)

    @property
    def bones(self) -> PosedBones:
        """The bones as posed so far."""
        return pose_bones(self.body, self.pose)

    def start_of(self, bone: str) -> Array:
        """``(3,)``: where a bone starts now."""
        return pose_bone(self.body, self.pose, bone)[1]

    def turn_head(self, yaw_deg: float, pitch_deg: float, roll_deg: float) -> None:
        """Turn the head to the person's left, down and to the right shoulder."""
        for bone in ("neck01", "neck02", "neck03", "head"):
            self.pose.turned[bone] = (
                turn((0, 1, 0), yaw_deg / 4) @ turn((1, 0, 0), pitch_deg / 4) @ turn((0, 0, 1), roll_deg / 4)
            )

    def face(self, place: str, side: Side = "left") -> Array:
        """``(3,)``: a place of the face or the head, where it is now."""
        rotation, start = pose_bone(self.body, self.pose, "head")
        point: Array = start + rotation @ (_face_point(self.body, place, outward(side)) - self.body.head_of("head"))
        return point

    def shoulder(self, side: Side) -> Array:
        """``(3,)``: the shoulder joint."""
        return self.start_of(f"upperarm01.{LETTER[side]}")

    def front(self, height_m: float) -> float:
        """How far the torso reaches forward at a height."""
        heights, depths = _fronts(self.body)
        root = float(self.pose.root_m[1] - self.body.heads[0, 1])
        lean = 0.4 * max(0.0, height_m - self.start_of("spine04")[1])
        chest = self.start_of("spine01")[2] - self.body.head_of("spine01")[2]
        return float(np.interp(height_m - root, heights, depths) + max(0.0, chest) + 0.2 * lean)

    def aim(
        self,
        side: Side,
        target_m: Array,
        fingers: Array,
        palm: Array,
        angles: Array,
        contact: Contact = "wrist",
        swivel_deg: float | None = None,
    ) -> HandGoal:
        """Bring a part of the hand to a place.

        Args:
            side: Left or right hand.
            target_m: ``(3,)``.
            fingers: ``(3,)`` direction from the wrist to the knuckles.
            palm: ``(3,)`` direction out of the palm.
            angles: ``(len(ANGLES),)`` degrees of the fingers.
            contact: The part of the hand that goes there.
            swivel_deg: Preferred angle of the elbow.
        """
        along = np.asarray(fingers, np.float64) / np.linalg.norm(fingers)
        out = np.asarray(palm, np.float64)
        out = out - along * (along @ out)
        out /= np.linalg.norm(out)
        axes = np.stack([np.cross(along, out), along, out], axis=1)
        local = contact_point(side, angles, contact) * self.hand_scale(side)
        swivel = float(self.rng.normal(14, 10)) if swivel_deg is None else swivel_deg
        goal = HandGoal(side, np.asarray(target_m, np.float64) - axes @ local, axes, angles, swivel)
        self.take(goal)
        return goal

    def take(self, goal: HandGoal) -> float:
        """Move an arm to a goal; the strain of its joints in degrees, with 500 for each metre that it is short."""
        fit = reach(self.pose, self.body, goal)
        self.goals[goal.side] = goal
        return fit.strain + 500 * fit.short_m

    def hand_scale(self, side: Side) -> float:
        """Size of the hand relative to the rendered hands."""
        letter = LETTER[side]
        palm = self.body.head_of(f"finger3-1.{letter}") - self.body.head_of(f"wrist.{letter}")
        return float(np.linalg.norm(palm)) / _HAND_M

    def hand_axes(self, side: Side) -> tuple[Array, Array]:
        """``(3, 3)`` axes of the posed hand as columns, and ``(3,)`` its wrist."""
        letter = LETTER[side]
        bones = self.bones
        return bones.rotation_of(f"wrist.{letter}") @ rest_frame(self.body, side), bones.head_of(f"wrist.{letter}")

    def hold(self, side: Side, prop: Prop, contact: Contact = "grip", axes: Array | None = None) -> None:
        """Put an object where a hand grips; ``axes`` turns it in hand coordinates."""
        hand, wrist = self.hand_axes(side)
        local = contact_point(side, self.goals[side].angles, contact) * self.hand_scale(side)
        turned = hand if axes is None else hand @ axes
        self.props.append(prop.placed(turned, wrist + hand @ local))


@cache
def arm_m(body: Body) -> float:
    """Length of the arm from shoulder to wrist."""
    points = [body.head_of(f"{bone}.L") for bone in ("upperarm01", "lowerarm01", "wrist")]
    return float(np.linalg.norm(points[1] - points[0]) + np.linalg.norm(points[2] - points[1]))


@cache
def _face_point(body: Body, place: str, sign: float) -> Array:
    eyes = 0.5 * (body.head_of("eye.L") + body.head_of("eye.R")).astype(np.float64)
    head = body.vertices[load_topology().part == HEAD].astype(np.float64)
    size = float(head[:, 1].max() - eyes[1])
    wanted = eyes + size * np.array(_FACE[place]) * (sign, 1.0, 1.0)
    nearest: Array = head[int(np.argmin(np.linalg.norm(head - wanted, axis=1)))]
    return nearest


@cache
def _fronts(body: Body) -> tuple[Array, Array]:
    torso = bone_share("spine*", "pelvis*", "root", "clavicle*", "shoulder*") > 0.5
    points = body.vertices[torso].astype(np.float64)
    heights = np.linspace(points[:, 1].min(), points[:, 1].max(), 16)
    depths = [points[np.abs(points[:, 1] - height) < 0.05, 2].max(initial=0.08) for height in heights]
    return heights, np.array(depths)


def contact_point(side: Side, angles: Array, contact: Contact) -> Array:
    """``(3,)``: a part of the rendered hand in hand coordinates."""
    fixed = {"wrist": (0.0, 0.0, 0.0), "palm": (0.0, 0.065, 0.022), "knuckles": (0.0, 0.088, -0.012)}
    if contact in fixed:
        return np.array(fixed[contact])
    joints = pose_joints(load_hand(side), rotations(angles, side))[:, :3, 3]
    tips = {finger: joints[JOINTS.index(chain[-1])] for finger, chain in CHAINS.items()}
    middle = joints[JOINTS.index("middle-finger-phalanx-intermediate")]
    places = {
        "index": tips["index-finger"],
        "pinch": 0.5 * (tips["index-finger"] + tips["thumb"]),
        "fingertips": (tips["index-finger"] + tips["middle-finger"] + tips["ring-finger"]) / 3,
        "grip": 0.5 * (np.array([0.0, 0.07, 0.02]) + middle) + np.array([0.0, 0.0, 0.012]),
    }
    return np.asarray(places[contact], np.float64)


# Slopes of the bends against the curl of a whole hand, from a relaxed hand, whose fingers bend more towards the little
# one. Source: M. Santello, M. Flanders, J. F. Soechting, "Postural hand synergies for tool use", Journal of
# Neuroscience, 1998 (the first synergy bends mcp and pip together).
_OPEN = {"mcp": 4.0, "pip": 8.0, "dip": 4.0}
_SHUT = {"mcp": 62.0, "pip": 84.0, "dip": 46.0}


def curled(
    rng: np.random.Generator, curl: float, *, uneven: float = 1.0, spread_deg: float = 0.0, thumb: float | None = None
) -> Array:
    """Natural angles of a hand, ``(len(ANGLES),)`` degrees.

    Args:
        rng: Source of randomness.
        curl: 0 for a flat hand to 1 for a closed one.
        uneven: How much the fingers differ.
        spread_deg: How far the fingers are apart beyond rest.
        thumb: 0 for a thumb held out to 1 for one over the fingers; random by default.
    """
    values = np.zeros(len(ANGLES))
    common_mcp, common_pip = rng.normal(0, 7), rng.normal(0, 8)
    drift = rng.normal(0.05, 0.05)
    apart = (1.0, 0.2, -0.4, -1.0)
    eased = (-1.0, 1.0, 4.0, 6.0)
    walk = 0.0
    for finger in range(4):
        walk += rng.normal(0, 0.07) * uneven
        share = float(np.clip(curl + drift * finger + walk, -0.05, 1.1))
        bends = {joint: _OPEN[joint] + share * (_SHUT[joint] - _OPEN[joint]) for joint in _OPEN}
        start = 4 * finger
        values[start] = bends["mcp"] + common_mcp * (0.4 + curl) + rng.normal(0, 3) * uneven
        values[start + 1] = eased[finger] + spread_deg * apart[finger] + rng.normal(0, 1.5)
        values[start + 2] = bends["pip"] + common_pip * (0.4 + curl) + rng.normal(0, 4) * uneven
        values[start + 3] = bends["dip"] + 0.5 * common_pip * (0.4 + curl) + rng.normal(0, 3)
    closed = rng.uniform(0.15, 0.75) if thumb is None else thumb
    values[16:21] = np.array([4.0, 4.0, 2.0, 6.0, 8.0]) + closed * np.array([14.0, 20.0, 4.0, 24.0, 26.0])
    values[16:21] += rng.normal(0, 4, 5)
    return within_limits(values)


def gripping(rng: np.random.Generator, thick_m: float) -> Array:
    """Fingers around something of a radius."""
    curl = float(np.clip(0.98 - 11 * thick_m, 0.35, 0.95))
    angles = curled(rng, curl, uneven=0.4, thumb=0.8)
    angles[16:21] = np.array([20.0, 30.0, 0.0, 24.0, 24.0]) + rng.normal(0, 4, 5)
    return within_limits(angles)


def pinching(rng: np.random.Generator) -> Array:
    """Fingers around a pen: thumb, index and middle finger meet, the others are bent below them."""
    fingers = [(44, -2, 46, 22), (52, 1, 54, 26), (60, 4, 66, 32), (62, 8, 70, 34)]
    values = np.concatenate([np.ravel(fingers), (32, 26, -2, 18, 16), (0, 0)]).astype(np.float64)
    values[:21] += rng.normal(0, 4, 21)
    return within_limits(values)
