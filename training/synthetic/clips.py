"""Scripted clips: hands that move from pose to pose in front of a still room, with a label for each frame.

A script is a TOML file; those of the project lie in ``training/synthetic/clip_scripts``. Times are seconds, angles
degrees, positions from -1 to 1 to the right and up in the image.
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

from gesture_app.domain.frames.gestures import NONE
from training.synthetic.accessories import Accessories
from training.synthetic.actors import PLACE, Actor, Step, scene_at, state_at
from training.synthetic.arm import Sleeve
from training.synthetic.bodies.company import Company, CompanyRequest
from training.synthetic.errors import SynthesisError
from training.synthetic.lighting import exposed
from training.synthetic.people import Person, sample_person
from training.synthetic.poses import pose_named
from training.synthetic.renderer import HandRenderer
from training.synthetic.scenes import draw_hands
from training.synthetic.skeleton import Side
from training.synthetic.stage import Stage, study_stage

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SCRIPT_FOLDER = Path(__file__).parent / "clip_scripts"

Image = npt.NDArray[np.uint8]

_UP = -2
_LOWEST = -2.5
"""A hand below this place, in halves of the image's height, is out of sight and not drawn."""


@dataclass(frozen=True)
class Clip:
    """A clip script.

    Attributes:
        size: Width and height in pixels.
        fps: Frames per second.
        seconds: Length.
        seed: Seed of the room and the sway of the hands.
        actors: The hands; may be none.
        stage: Room, light and camera; None for the study.
        company: People behind the hands, if any.
    """

    size: tuple[int, int]
    fps: int
    seconds: float
    seed: int
    actors: tuple[Actor, ...]
    stage: Stage | None = None
    company: CompanyRequest | None = None

    @property
    def frame_count(self) -> int:
        """Number of frames."""
        return round(self.seconds * self.fps)

    @property
    def columns(self) -> tuple[str, ...]:
        """The label columns: ``label`` for one hand or none, else the hands' sides of the image."""
        return tuple(actor.column for actor in self.actors) or ("label",)


def load_clip(script: Path) -> Clip:
    """Load a script.

    Raises:
        SynthesisError: If the file is missing or invalid.
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
    """Label of each hand at a time, in the order of ``clip.columns``; empty during movements."""
    if not clip.actors:
        return (NONE,)
    return tuple(state_at(actor, seconds)[1] for actor in clip.actors)


def render_clip(clip: Clip) -> Iterator[Image]:
    """The frames of a clip, each ``(height, width, 3)`` uint8 BGR.

    Raises:
        SynthesisError: If this machine cannot render.
    """
    stage = clip.stage or study_stage(np.random.default_rng([clip.seed, 0]), *clip.size)
    company = None if clip.company is None else Company(clip.company)
    with HandRenderer(*clip.size) as renderer:
        for number in range(clip.frame_count):
            scenes = [
                scene_at(
                    actor,
                    number / clip.fps,
                    seed=clip.seed + place,
                    light=exposed(stage.light, actor.light_gain),
                    field_of_view_deg=stage.field_of_view_deg,
                    shutter_s=stage.shutter_s,
                    height_px=clip.size[1],
                )
                for place, actor in enumerate(clip.actors)
                if state_at(actor, number / clip.fps)[0][_UP] > _LOWEST
            ]
            behind_bgr = stage.room_bgr
            if company is not None:
                behind_bgr = company.over(renderer, behind_bgr, number / clip.fps)
            frame_bgr = draw_hands(renderer, scenes, behind_bgr)
            if stage.webcam is not None:
                frame_bgr = stage.webcam.take(np.random.default_rng([clip.seed, 2, number]), frame_bgr)
            yield frame_bgr


def write_clip(clip: Clip, path: Path, console: Console) -> Path:
    """Write a clip as an ``.mp4`` file (codec ``mp4v``) with its labels beside it.

    Returns:
        The labels file, ``<name>.labels.csv``, with a row for every frame.

    Raises:
        SynthesisError: If the file cannot be written or this machine cannot render.
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
    return Clip(
        size=(int(width), int(height)),
        fps=int(script["fps"]),
        seconds=float(script.get("seconds", max((actor.seconds for actor in actors), default=0.0))),
        seed=int(script["seed"]),
        actors=actors,
    )


def _actor(hand: dict[str, Any], column: str) -> Actor:
    side: Side = "left" if hand["side"] == "left" else "right"
    rng = np.random.default_rng(hand["person"])
    person = _dressed(sample_person(rng, column, hand["skin_tone"]), hand.get("sleeve"))
    steps: list[Step] = []
    settings = {**dict.fromkeys(PLACE, 0.0), "height": 0.5, "move_s": 0.5}
    for step in hand["step"]:
        # A step states only the values that it changes.
        settings |= {key: float(value) for key, value in step.items() if key in settings}
        pose = pose_named(step["pose"])
        place = [settings[key] for key in PLACE]
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
        return replace(person, sleeve=None, accessories=Accessories())
    starts_m, looseness_m, folds = (float(sleeve[key]) for key in ("starts_m", "looseness_m", "folds"))
    cloth = (np.array([int(sleeve["colour"][place : place + 2], 16) for place in (1, 3, 5)]) / 255) ** 2.2
    return replace(
        person,
        sleeve=Sleeve(starts_m, looseness_m, folds, phase=1.0),
        cloth_rgb=np.stack([cloth, cloth]),
        stripe_m=0.0,
        accessories=Accessories(),
    )
