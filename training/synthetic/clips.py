"""Scripted clips: hands that move from pose to pose over a still room, and the label of every frame.

A script is a TOML file; those of the project lie in ``training/synthetic/clip_scripts``. Times are seconds, angles
degrees, places from -1 to 1 to the right and up in the picture.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.domain.gestures import NONE
from training.synthetic.arm import Sleeve
from training.synthetic.errors import SynthesisError
from training.synthetic.poses import pose_named
from training.synthetic.renderer import HandRenderer, Light
from training.synthetic.scenes import Person, Placement, Scene, draw_hands, sample_person
from training.synthetic.skeleton import Array, Side
from training.synthetic.stage import study

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SCRIPT_FOLDER = Path(__file__).parent / "clip_scripts"

Image = npt.NDArray[np.uint8]

_LIGHT_DIRECTION = np.array([-0.55, 0.65, 0.75])
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
        values: ``(len(ANGLES) + 6,)``: the pose's angles, then azimuth, elevation, roll, x, y and height.
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


@dataclass(frozen=True)
class Clip:
    """A whole script.

    Attributes:
        size: Width and height in pixels.
        fps: Frames per second.
        seconds: Length.
        seed: For the room and the sway of the hands.
        actors: The hands; may be none.
    """

    size: tuple[int, int]
    fps: int
    seconds: float
    seed: int
    actors: tuple[Actor, ...]

    @property
    def frame_count(self) -> int:
        """How many frames the clip has."""
        return round(self.seconds * self.fps)

    @property
    def columns(self) -> tuple[str, ...]:
        """The label columns: ``label`` for one hand or none, else the hands' sides of the picture."""
        return tuple(actor.column for actor in self.actors) or ("label",)


def load_clip(script: Path) -> Clip:
    """Read a script.

    Raises:
        SynthesisError: If the file is missing or says something that cannot be played.
    """
    try:
        return _clip(tomllib.loads(script.read_text(encoding="utf-8")))
    except OSError as error:
        raise SynthesisError(f"The clip script {script} cannot be read: {error.strerror}.") from error
    except (KeyError, TypeError, ValueError) as error:
        raise SynthesisError(
            f"The clip script {script} cannot be played: {error}.",
            hint=f"See {SCRIPT_FOLDER.name}/*.toml beside the renderer for examples.",
        ) from error


def labels_at(clip: Clip, seconds: float) -> tuple[str, ...]:
    """What each hand shows at a time, in the order of ``clip.columns``; empty while a hand is on its way."""
    if not clip.actors:
        return (NONE,)
    return tuple(_state(actor, seconds)[1] for actor in clip.actors)


def render_clip(clip: Clip) -> Iterator[Image]:
    """The frames of a clip, each ``(height, width, 3)`` uint8 BGR.

    Raises:
        SynthesisError: If nothing can be rendered on this machine.
    """
    room = study(np.random.default_rng([clip.seed, 0]), *clip.size)
    with HandRenderer(*clip.size) as renderer:
        for number in range(clip.frame_count):
            scenes = [_scene(actor, number / clip.fps, clip.seed + place) for place, actor in enumerate(clip.actors)]
            yield draw_hands(renderer, scenes, room)


def write_clip(clip: Clip, path: Path, console: Console) -> Path:
    """Write a clip as an ``.mp4`` file (codec ``mp4v``) with its labels beside it.

    Returns:
        The labels file, ``<name>.labels.csv``, with a row for every frame.

    Raises:
        SynthesisError: If the file cannot be written or nothing can be rendered.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), clip.fps, clip.size)
    if not writer.isOpened():
        raise SynthesisError(f"The clip {path} cannot be written.", hint="Choose a name that ends in .mp4.")
    try:
        for frame_bgr in track(render_clip(clip), "Rendering clip", total=clip.frame_count, console=console):
            writer.write(frame_bgr)
    finally:
        writer.release()
    labels = path.with_suffix(".labels.csv")
    with labels.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("seq", *clip.columns))
        rows.writerows((number, *labels_at(clip, number / clip.fps)) for number in range(clip.frame_count))
    return labels


def _clip(script: dict[str, Any]) -> Clip:
    width, height = script["size"]
    hands = script.get("hand", [])
    columns = ["label"] if len(hands) == 1 else [str(hand["picture_side"]) for hand in hands]
    actors = tuple(_actor(hand, column) for hand, column in zip(hands, columns, strict=True))
    lengths = [sum(step.move_s + step.hold_s for step in actor.steps) for actor in actors]
    return Clip(
        size=(int(width), int(height)),
        fps=int(script["fps"]),
        seconds=float(script.get("seconds", max(lengths, default=0.0))),
        seed=int(script["seed"]),
        actors=actors,
    )


def _actor(hand: dict[str, Any], column: str) -> Actor:
    side: Side = "left" if hand["side"] == "left" else "right"
    rng = np.random.default_rng(hand["person"])
    person = _dressed(sample_person(rng, column, hand["skin_tone"]), hand.get("sleeve"))
    steps: list[Step] = []
    settings = {"azimuth": 0.0, "elevation": 0.0, "roll": 0.0, "x": 0.0, "y": 0.0, "height": 0.5, "move_s": 0.5}
    for step in hand["step"]:
        # A step says what it changes; where the hand is and how it moves otherwise stays.
        settings |= {key: float(value) for key, value in step.items() if key in settings}
        pose = pose_named(step["pose"])
        place = [settings[key] for key in ("azimuth", "elevation", "roll", "x", "y", "height")]
        steps.append(
            Step(
                move_s=settings["move_s"] if steps else 0.0,
                hold_s=float(step["hold_s"]),
                label=str(step.get("label", pose.label)),
                values=np.concatenate([pose.angles, place]),
            )
        )
    return Actor(side=side, person=person, steps=tuple(steps), column=column)


def _dressed(person: Person, sleeve: dict[str, Any] | None) -> Person:
    if sleeve is None:
        return replace(person, sleeve=None)
    starts_m, looseness_m, folds = (float(sleeve[key]) for key in ("starts_m", "looseness_m", "folds"))
    cloth = (np.array([int(sleeve["colour"][place : place + 2], 16) for place in (1, 3, 5)]) / 255) ** 2.2
    return replace(
        person, sleeve=Sleeve(starts_m, looseness_m, folds, phase=1.0), cloth_rgb=np.stack([cloth, cloth]), stripe_m=0.0
    )


def _state(actor: Actor, seconds: float) -> tuple[Array, str]:
    """The values of an actor at a time, and its label, empty while it moves."""
    elapsed, before = 0.0, actor.steps[0].values
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


def _scene(actor: Actor, seconds: float, seed: int) -> Scene:
    values, _ = _state(actor, seconds)
    rng = np.random.default_rng([seed, 1])
    rates, phases = rng.uniform(0.15, 0.45, len(values)), rng.uniform(0, 2 * np.pi, len(values))
    sway = np.sin(2 * np.pi * rates * seconds + phases)
    angles = values[:-6] + _FINGER_SWAY_DEG * sway[:-6]
    turns = values[-6:-3] + _SWAY_DEG * sway[-6:-3]
    place = values[-3:-1] + _SWAY_PLACE * sway[-3:-1]
    return Scene(
        person=actor.person,
        angles=angles,
        side=actor.side,
        placement=Placement(
            azimuth_deg=float(turns[0]),
            elevation_deg=float(turns[1]),
            roll_deg=float(turns[2]),
            centre=place,
            height=float(values[-1]),
            field_of_view_deg=45.0,
            reach=9.0,
            steady=True,
        ),
        light=Light(
            direction=_LIGHT_DIRECTION / np.linalg.norm(_LIGHT_DIRECTION),
            colour_rgb=np.array([0.80, 0.74, 0.66]),
            sky_rgb=np.array([0.40, 0.41, 0.44]),
            ground_rgb=np.array([0.24, 0.21, 0.19]),
            gloss=0.05,
        ),
    )
