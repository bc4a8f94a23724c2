"""Fingers of a body, posed as the rendered hands are: the same angles give the same directions of the bones.

Hand coordinates are those of ``training.synthetic.skeleton``: origin at the wrist, +y towards the knuckles, +z out of
the palm, the thumb of a right hand on the +x side.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from training.synthetic.angles import rotations
from training.synthetic.bodies.mesh import Body
from training.synthetic.skeleton import FINGERS, JOINTS, Array, Side, load_hand, pose_joints

LETTER: dict[Side, str] = {"left": "L", "right": "R"}
_NEAR_TO_FAR = {
    "thumb": ("thumb-metacarpal", "thumb-phalanx-proximal", "thumb-phalanx-distal"),
    **{
        finger: tuple(f"{finger}-phalanx-{bone}" for bone in ("proximal", "intermediate", "distal"))
        for finger in FINGERS[1:]
    },
}


@cache
def rest_frame(body: Body, side: Side) -> Array:
    """``(3, 3)``: axes of the hand at rest as columns, in body coordinates."""
    letter = LETTER[side]
    wrist, middle = body.head_of(f"wrist.{letter}"), body.head_of(f"finger3-1.{letter}")
    along = np.asarray(middle - wrist, np.float64)
    along /= np.linalg.norm(along)
    across = np.asarray(body.head_of(f"finger2-1.{letter}") - body.head_of(f"finger5-1.{letter}"), np.float64)
    across *= 1.0 if side == "right" else -1.0
    across -= along * (along @ across)
    across /= np.linalg.norm(across)
    return np.stack([across, along, np.cross(across, along)], axis=1)


@cache
def finger_frames(body: Body, side: Side) -> dict[str, Array]:
    """Axes of each finger bone at rest in hand coordinates, as in WebXR: -z along it, +y out of its back."""
    letter, hand = LETTER[side], rest_frame(body, side)
    frames = {}
    for number in range(1, 6):
        bones = [f"finger{number}-{place}.{letter}" for place in (1, 2, 3)]
        tip = body.tips[number - 1 + (0 if side == "left" else 5)]
        joints = [*(body.head_of(bone) for bone in bones), tip]
        points = (np.asarray(joints, np.float64) - body.head_of(f"wrist.{letter}")) @ hand
        bend = _bend_axis(points, number, side)
        for bone, near, far in zip(bones, points, points[1:], strict=False):
            along = (far - near) / np.linalg.norm(far - near)
            right = bend - along * (along @ bend)
            right /= np.linalg.norm(right)
            frames[bone] = np.stack([right, np.cross(-along, right), -along], axis=1)
    return frames


def _bend_axis(points: Array, number: int, side: Side) -> Array:
    """The axis about which a finger bends, from its plane at rest, where its bones are already a little bent."""
    if number == 1:
        thumbwards = 1.0 if side == "right" else -1.0
        # The thumb's nail faces away from the palm and aside.
        back = np.array([0.80 * thumbwards, -0.52, -0.31])
        along = points[3] - points[1]
        axis = np.cross(along, back)
    else:
        bent = -np.cross(points[1] - points[0], points[3] - points[1])
        bent /= np.linalg.norm(bent)
        axis = bent if bent[0] < -0.6 else np.array([-1.0, 0.0, 0.0])
    return np.asarray(axis / np.linalg.norm(axis))


def finger_rotations(body: Body, side: Side, angles: Array, hand: Array) -> dict[str, Array]:
    """Rotations of the finger bones away from rest, in body coordinates.

    Args:
        body: The body.
        side: Left or right hand.
        angles: ``(len(ANGLES),)`` degrees, as for the rendered hands.
        hand: ``(3, 3)`` axes of the posed hand as columns.
    """
    posed = pose_joints(load_hand(side), rotations(angles, side))
    rest, frames = rest_frame(body, side), finger_frames(body, side)
    turned = {}
    for number, finger in enumerate(FINGERS, 1):
        for place, joint in enumerate(_NEAR_TO_FAR[finger], 1):
            bone = f"finger{number}-{place}.{LETTER[side]}"
            turned[bone] = hand @ posed[JOINTS.index(joint), :3, :3] @ frames[bone].T @ rest.T
    return turned
