"""Writes a dataset of rendered people: a folder for each label, and ``labels.csv`` with what is known of each image."""

from __future__ import annotations

import csv
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.gestures import FIVE_GESTURES, LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK
from training.synthetic.bodies.figure import Figure, build_figure
from training.synthetic.bodies.mesh import load_bodies
from training.synthetic.bodies.scenes import (
    EMPTY,
    Kind,
    PeopleScene,
    hand_in_image,
    render_people,
    sample_people,
)
from training.synthetic.bodies.wardrobe import sample_look
from training.synthetic.camera import encode_jpeg
from training.synthetic.renderer import HandRenderer

COLUMNS = (
    "path", "label", "group", "source", "pose", "kind", "age_group", "body", "skin_tone", "handedness", "seed",
    "hand_x", "hand_y", "hand_px", "hands", "people",
)  # fmt: skip
"""The columns of ``labels.csv``. ``hand_x``, ``hand_y`` and ``hand_px`` are the middle and the extent of the hand in
pixels, empty if no hand is in the image; ``hands`` counts those of the person in front, whether or not something
covers them. In training, everyday acts are a source of their own."""

PEOPLE_LABELS = (*FIVE_GESTURES, NONE, EMPTY)
"""The labels that can be rendered."""

# Images without a hand are few: where nothing is found, they cost a second of search each and teach nothing.
_DECK = (*(2 * (ROCK, PAPER, SCISSORS, LIZARD, SPOCK)), *([NONE] * 13), EMPTY)
_IMAGES_PER_PERSON = 16
_PERSON_STREAM, _LABEL_STREAM, _BODY_STREAM = 2_000_003, 2_000_029, 2_000_039
_SHEET_TILE = (320, 240)
_SHEET_COLUMNS = 6


@dataclass(frozen=True)
class PeopleRequest:
    """Options of a dataset of rendered people.

    Attributes:
        out: Folder to write to.
        count: Number of images.
        seed: The same seed gives the same files.
        size: Width and height in pixels.
        photos: Background photos; generated backgrounds only if empty.
        labels: The labels.
        signs: Share of the images of ``none`` that show another sign instead of an everyday act.
        first: Number of the first image, so that a dataset can be made in parts.
    """

    out: Path
    count: int
    seed: int
    size: tuple[int, int]
    photos: tuple[Path, ...]
    labels: tuple[str, ...]
    signs: float = 0.15
    first: int = 0


@dataclass(frozen=True, eq=False)
class PeopleImage:
    """One rendered image, ``(height, width, 3)`` uint8 BGR, with its scene, kind and JPEG quality."""

    image_bgr: npt.NDArray[np.uint8]
    scene: PeopleScene
    kind: Kind
    jpeg_quality: int


def render_image(renderer: HandRenderer, request: PeopleRequest, index: int) -> PeopleImage:
    """Render image number ``index`` of a request; deterministic."""
    deck = [label for label in _DECK if label in request.labels]
    turn, place = divmod(index, len(deck))
    order = np.random.default_rng([request.seed, _LABEL_STREAM, turn]).permutation(len(deck))
    label = deck[int(order[place])]
    rng = np.random.default_rng([request.seed, index])
    kind: Kind = "gesture"
    if label == EMPTY:
        kind = "empty"
    elif label == NONE:
        kind = "sign" if rng.random() < request.signs else "natural"
    number = index // _IMAGES_PER_PERSON
    figure, neighbour = person(request.seed, number), person(request.seed, number + 1)
    scene = sample_people(rng, figure, neighbour, kind, label, request.size)
    image = render_people(rng, renderer, scene, request.photos)
    return PeopleImage(image, scene, kind, int(rng.integers(60, 96)))


@lru_cache(maxsize=4)
def person(seed: int, number: int) -> Figure:
    """Person ``number`` of a dataset: each body comes once before one comes again, each skin tone likewise."""
    bodies = load_bodies()
    turn, place = divmod(number, len(bodies))
    order = np.random.default_rng([seed, _BODY_STREAM, turn]).permutation(len(bodies))
    tens, one = divmod(number, 10)
    tones = np.random.default_rng([seed, _PERSON_STREAM, tens]).permutation(10) + 1
    rng = np.random.default_rng([seed, _PERSON_STREAM, tens, one])
    return build_figure(sample_look(rng, f"people-{seed}-{number:04d}", int(tones[one]), bodies[int(order[place])]))


def write_people(request: PeopleRequest, console: Console) -> float:
    """Render and write all images of a request, then ``labels.csv``.

    Returns:
        Images per second.

    Raises:
        SynthesisError: If this machine cannot render, or a file is missing.
    """
    rows: list[dict[str, str]] = []
    started_s = time.perf_counter()
    numbers = range(request.first, request.first + request.count)
    with HandRenderer(*request.size) as renderer:
        for index in track(numbers, "Rendering people", console=console):
            rendered = render_image(renderer, request, index)
            path = Path(rendered.scene.label) / f"{index:06d}.jpg"
            (request.out / path).parent.mkdir(parents=True, exist_ok=True)
            (request.out / path).write_bytes(encode_jpeg(rendered.image_bgr, rendered.jpeg_quality))
            rows.append(_row(path, rendered, request))
    with (request.out / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return request.count / (time.perf_counter() - started_s)


def write_people_sheet(request: PeopleRequest, path: Path) -> None:
    """Render all images of a request as one sheet of captioned tiles."""
    tiles = []
    with HandRenderer(*request.size) as renderer:
        for index in range(request.first, request.first + request.count):
            rendered = render_image(renderer, request, index)
            tile = np.asarray(cv2.resize(rendered.image_bgr, _SHEET_TILE, interpolation=cv2.INTER_AREA))
            caption = f"{index} {rendered.scene.label} {rendered.scene.act}"
            for colour, thickness in (((0, 0, 0), 3), ((255, 255, 255), 1)):
                cv2.putText(tile, caption, (4, 14), cv2.FONT_HERSHEY_SIMPLEX, 0.42, colour, thickness)
            tiles.append(tile)
    while len(tiles) % _SHEET_COLUMNS:
        tiles.append(np.zeros_like(tiles[0]))
    rows = [np.hstack(tiles[first : first + _SHEET_COLUMNS]) for first in range(0, len(tiles), _SHEET_COLUMNS)]
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.vstack(rows))


def _row(path: Path, rendered: PeopleImage, request: PeopleRequest) -> dict[str, str]:
    scene = rendered.scene
    look = scene.actor.figure.look
    x, y, extent, hands, side = hand_in_image(scene, request.size)
    seen = np.isfinite(x)
    values = (
        path.as_posix(),
        scene.label,
        look.group,
        "rendered-natural" if rendered.kind == "natural" else "rendered-people",
        scene.act,
        rendered.kind,
        look.body.age_group,
        str(look.body.number),
        str(look.skin.tone),
        scene.side or side,
        str(request.seed),
        f"{x:.0f}" if seen else "",
        f"{y:.0f}" if seen else "",
        f"{extent:.0f}" if seen else "",
        str(hands),
        str(1 if scene.neighbour is None else 2),
    )
    return dict(zip(COLUMNS, values, strict=True))
