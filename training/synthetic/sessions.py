"""Rendered recording sessions of people whose gestures differ from the norm, to retrain on.

A session shows one person in one room and light, with one camera. Another seed is another day.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.gestures import LIZARD, PAPER, ROCK, SCISSORS, SPOCK
from training.synthetic.angles import ANGLES, LONG_FINGERS
from training.synthetic.backgrounds import random_background
from training.synthetic.camera import degrade, encode_jpeg
from training.synthetic.lighting import relit, room_tint, sample_light
from training.synthetic.people import Person, sample_person
from training.synthetic.poses import LABELS, Pose, pose_named, poses_of
from training.synthetic.renderer import HandRenderer, Light
from training.synthetic.scenes import Image, draw_hands, sample_scene
from training.synthetic.shading import MONK_SKIN_TONES
from training.synthetic.skeleton import JOINTS, Array

COLUMNS = ("path", "label", "group", "pose", "seed")
"""The columns of ``labels.csv``, which :func:`training.hands.data.dataset.list_images` reads."""

_JPEG_QUALITY = 92
_SIZE = (480, 400)
_PERSON_STREAM, _ROOM_STREAM, _IMAGE_STREAM = 1, 2, 3
_BENT = 4


@dataclass(frozen=True)
class Habits:
    """Deviations of a person's gestures from the norm.

    Attributes:
        number: The person's number; skin, build and clothes follow from it.
        lengths: Factors on the lengths of bones, by the joint at their end.
        change: Returns this person's variant of a pose.
    """

    number: int
    lengths: Mapping[str, float]
    change: Callable[[Pose], Pose]


def _set(pose: Pose, **angles: float) -> Pose:
    """The pose with some angles set; ``finger_mcp`` stands for ``finger.mcp``."""
    changed = pose.angles.copy()
    for name, value in angles.items():
        changed[ANGLES.index(name.replace("_", ".", 1))] = value
    return replace(pose, name=f"own_{pose.name}", angles=changed)


def _all_fingers(mcp: float, pip: float, dip: float) -> dict[str, float]:
    """Equal bends of all fingers but the thumb, as arguments of :func:`_set`."""
    bends = {"mcp": mcp, "pip": pip, "dip": dip}
    return {f"{finger}_{joint}": bend for finger in LONG_FINGERS for joint, bend in bends.items()}


def _thumb_aside(pose: Pose) -> Pose:
    """A stiff thumb: half stretched along the fist, and across the palm of an open hand."""
    if pose.label in (ROCK, SCISSORS):
        return _set(pose, thumb_flex=-4, thumb_abduct=-2, thumb_twist=2, thumb_mcp=20, thumb_ip=15)
    if pose.label in (PAPER, SPOCK):
        return _set(pose, thumb_flex=30, thumb_abduct=-2, thumb_twist=14, thumb_mcp=30, thumb_ip=25)
    return pose


def _bent_lizard(pose: Pose) -> Pose:
    """A lizard with its mouth shut: the fingers bent down far, the thumb pressed under them."""
    if pose.label != LIZARD:
        return pose
    bends = {f"{finger}_mcp": 78.0 + _BENT * number for number, finger in enumerate(LONG_FINGERS)}
    bends |= {f"{finger}_pip": 44.0 for finger in LONG_FINGERS} | {f"{finger}_dip": 22.0 for finger in LONG_FINGERS}
    return _set(pose, **bends, thumb_flex=44, thumb_abduct=20, thumb_twist=4, thumb_mcp=24, thumb_ip=14)


def _loose_fist(pose: Pose) -> Pose:
    """A fist that is not closed."""
    if pose.label != ROCK:
        return pose
    return _set(pose, **_all_fingers(62, 70, 40))


def _never_straight(pose: Pose) -> Pose:
    """Fingers that should be stretched are bent: both of scissors, two of a Spock."""
    if pose.label == SCISSORS:
        return _set(pose, index_pip=38, middle_pip=42, index_dip=18, middle_dip=20)
    if pose.label == SPOCK:
        return _set(pose, pinky_pip=35, ring_pip=30, pinky_dip=15, ring_dip=15)
    return pose


def _cupped(pose: Pose) -> Pose:
    """Paper like a bowl, and a lizard with its head down."""
    if pose.label == PAPER:
        return _set(pose, **_all_fingers(28, 26, 14))
    if pose.label == LIZARD:
        return _set(pose, index_mcp=70, middle_mcp=70, thumb_ip=30)
    return pose


def _lengths(fingers: tuple[str, str], intermediate: float, distal: float) -> dict[str, float]:
    """Factors on the two outer bones of some fingers."""
    factors = {"intermediate": intermediate, "distal": distal}
    return {f"{finger}-finger-phalanx-{joint}": factor for finger in fingers for joint, factor in factors.items()}


_SHORT = _lengths(("index", "ring"), 0.55, 0.05)
"""Two fingers without their middle segment, and with half of the first."""
_SHORTENED = _lengths(("middle", "pinky"), 0.5, 0.6)
"""Two fingers a third too short."""

PEOPLE: Mapping[str, Habits] = {
    "odd_thumb": Habits(1, {}, _thumb_aside),
    "short_fingers": Habits(2, _SHORT, lambda pose: pose),
    "own_lizard": Habits(3, {}, _bent_lizard),
    "loose_fist": Habits(11, {}, _loose_fist),
    "never_straight": Habits(12, {}, _never_straight),
    "cupped": Habits(13, _SHORTENED, _cupped),
}
"""People to retrain for, by name. By the last three settings are chosen, by the first three they are judged."""


@dataclass(frozen=True)
class SessionRequest:
    """A session to render.

    Attributes:
        person: A name in :data:`PEOPLE`.
        seed: The day, which determines room and light.
        per_label: Images of each label.
        labels: The labels. The name of a pose, such as ``thumbs_up``, is a gesture of the person's own.
        photos: Background photos; a generated background if empty.
        size: Width and height in pixels.
    """

    person: str
    seed: int
    per_label: int
    labels: tuple[str, ...] = LABELS
    photos: tuple[Path, ...] = ()
    size: tuple[int, int] = _SIZE


def write_session(request: SessionRequest, out: Path, console: Console) -> None:
    """Render a session into a folder for each label and ``labels.csv``, with labels in turn as in a recording.

    Raises:
        KeyError: If a label is neither one of :data:`LABELS` nor the name of a pose.
        SynthesisError: If this machine cannot render.
    """
    habits = PEOPLE[request.person]
    person = person_of(request.person)
    room = np.random.default_rng([habits.number, _ROOM_STREAM, request.seed])
    light, background = sample_light(room), random_background(room, *request.size, request.photos)
    rows = []
    with HandRenderer(*request.size) as renderer:
        for number in track(range(request.per_label * len(request.labels)), "Rendering a session", console=console):
            label = request.labels[number % len(request.labels)]
            rng = np.random.default_rng([habits.number, _IMAGE_STREAM, request.seed, number])
            poses = tuple(habits.change(pose) for pose in _poses(label))
            pose_name, image = _render_image(rng, renderer, person, poses, light, background)
            path = Path(label) / f"{number:05d}.jpg"
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(encode_jpeg(image, _JPEG_QUALITY))
            group = f"{request.person}-{request.seed}"
            rows.append((path.as_posix(), label, group, pose_name, str(request.seed)))
    with (out / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([COLUMNS, *rows])


def _poses(label: str) -> tuple[Pose, ...]:
    """The poses of a label, or the pose of that name."""
    return poses_of(label) if label in LABELS else (pose_named(label),)


def person_of(name: str) -> Person:
    """The person by name, the same in every session."""
    habits = PEOPLE[name]
    rng = np.random.default_rng([habits.number, _PERSON_STREAM])
    person = sample_person(rng, name, 1 + int(rng.integers(len(MONK_SKIN_TONES))))
    lengths: Array = person.lengths.copy()
    for joint, factor in habits.lengths.items():
        lengths[JOINTS.index(joint)] *= factor
    return replace(person, lengths=lengths)


def _render_image(
    rng: np.random.Generator,
    renderer: HandRenderer,
    person: Person,
    poses: tuple[Pose, ...],
    light: Light,
    background: Image,
) -> tuple[str, Image]:
    """Name of the pose, and one image ``(height, width, 3)`` uint8 BGR."""
    scene = replace(sample_scene(rng, person, poses[0].label, poses), light=light)
    lit = relit(background, scene.exposure * room_tint(light))
    return scene.pose_name, degrade(rng, draw_hands(renderer, [scene], lit))
