"""Writes a dataset of rendered hands: a folder for each label, and ``labels.csv`` with all parameters."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.progress import track

from gesture_app.domain.frames.gestures import LIZARD, NONE, PAPER, ROCK, SCISSORS, SPOCK
from training.synthetic.camera import encode_jpeg
from training.synthetic.people import Person, sample_person
from training.synthetic.renderer import HandRenderer
from training.synthetic.scenes import RenderedScene, render_scene, sample_scene, share_cut_off, thumbnail
from training.synthetic.shading import MONK_SKIN_TONES

COLUMNS = (
    "path", "label", "group", "pose", "handedness", "skin_tone", "azimuth_deg", "elevation_deg", "roll_deg", "seed",
    "scene", "cut_off",
)  # fmt: skip
"""The columns of ``labels.csv``. Images of one ``scene`` differ in skin only; ``cut_off`` is 1 if part of a hand is
outside the image."""

# Few photos show lizard and spock, so they are rendered more often; a quarter of all shows no gesture.
_DECK = (ROCK, ROCK, PAPER, PAPER, SCISSORS, SCISSORS, *([LIZARD] * 3), *([SPOCK] * 3), *([NONE] * 4))
_DECKS_PER_PERSON = 3
_PERSON_STREAM = 1_000_003
_LABEL_STREAM = 1_000_033
# A smaller fraction is only the wrist, or touches the edge.
_CUT_OFF = 0.02
_SHEET_TILE = 160
_SHEET_COLUMNS = 12


@dataclass(frozen=True)
class StillsRequest:
    """Options of a dataset of rendered hands.

    Attributes:
        out: Folder to write to.
        count: Number of images.
        seed: The same seed gives the same files.
        size: Width and height in pixels.
        photos: Background photos; generated backgrounds only if empty.
        labels: The labels.
        every_tone: Whether each of ``count`` scenes is rendered in all skin tones: same pose, light, room and camera.
    """

    out: Path
    count: int
    seed: int
    size: tuple[int, int]
    photos: tuple[Path, ...]
    labels: tuple[str, ...]
    every_tone: bool = False

    @property
    def image_count(self) -> int:
        """Number of images."""
        return self.count * (len(MONK_SKIN_TONES) if self.every_tone else 1)


@dataclass(frozen=True)
class Still:
    """One rendered image, ``(height, width, 3)`` uint8 BGR, with its scene, scene number and JPEG quality."""

    image_bgr: npt.NDArray[np.uint8]
    scene: RenderedScene
    number: int
    label: str
    jpeg_quality: int


def render_still(renderer: HandRenderer, request: StillsRequest, index: int) -> Still:
    """Render image number ``index`` of a request; deterministic."""
    number = index
    if request.every_tone:
        number, tone = divmod(index, len(MONK_SKIN_TONES))
    label, person = _label_and_person(request, number)
    if request.every_tone:
        person = replace(
            person, group=f"synthetic-{request.seed}-scene-{number:05d}", skin=replace(person.skin, tone=tone + 1)
        )
    rng = np.random.default_rng([request.seed, number])
    scene = sample_scene(rng, person, label)
    image = render_scene(rng, renderer, scene, request.photos)
    return Still(image, scene, number, label, int(rng.integers(60, 96)))


def write_stills(request: StillsRequest, console: Console) -> float:
    """Render and write all images of a request, then ``labels.csv``.

    Returns:
        Images per second.

    Raises:
        SynthesisError: If this machine cannot render, or a background cannot be read.
    """
    rows: list[dict[str, str]] = []
    started_s = time.perf_counter()
    with HandRenderer(*request.size) as renderer:
        for index in track(range(request.image_count), "Rendering hands", console=console):
            still = render_still(renderer, request, index)
            path = Path(still.label) / f"{index:06d}.jpg"
            (request.out / path).parent.mkdir(parents=True, exist_ok=True)
            (request.out / path).write_bytes(encode_jpeg(still.image_bgr, still.jpeg_quality))
            rows.append(_row(path, still, request))
    with (request.out / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return request.image_count / (time.perf_counter() - started_s)


def write_contact_sheet(request: StillsRequest, path: Path) -> None:
    """Render all images of a request as one sheet of captioned tiles."""
    with HandRenderer(*request.size) as renderer:
        tiles = list(_tiles(renderer, request))
    while len(tiles) % _SHEET_COLUMNS:
        tiles.append(np.zeros_like(tiles[0]))
    rows = [np.hstack(tiles[first : first + _SHEET_COLUMNS]) for first in range(0, len(tiles), _SHEET_COLUMNS)]
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.vstack(rows))


def _tiles(renderer: HandRenderer, request: StillsRequest) -> Iterator[npt.NDArray[np.uint8]]:
    for index in range(request.image_count):
        still = render_still(renderer, request, index)
        tile = thumbnail(still.image_bgr, _SHEET_TILE)
        for colour, thickness in (((0, 0, 0), 3), ((255, 255, 255), 1)):
            cv2.putText(tile, still.scene.pose_name, (3, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.38, colour, thickness)
        yield tile


def _label_and_person(request: StillsRequest, index: int) -> tuple[str, Person]:
    deck = [label for label in _DECK if label in request.labels]
    turn, place = divmod(index, len(deck))
    order = np.random.default_rng([request.seed, _LABEL_STREAM, turn]).permutation(len(deck))
    number = index // (_DECKS_PER_PERSON * len(_DECK))
    # Ten people in a row have the ten skin tones in a random order.
    tens, one = divmod(number, 10)
    tones = np.random.default_rng([request.seed, _PERSON_STREAM, tens]).permutation(10) + 1
    rng = np.random.default_rng([request.seed, _PERSON_STREAM, tens, one])
    return deck[int(order[place])], sample_person(rng, f"synthetic-{request.seed}-{number:04d}", int(tones[one]))


def _row(path: Path, still: Still, request: StillsRequest) -> dict[str, str]:
    scene = still.scene
    values = (
        path.as_posix(),
        still.label,
        scene.person.group,
        scene.pose_name,
        scene.side,
        str(scene.person.skin.tone),
        f"{scene.placement.azimuth_deg:.1f}",
        f"{scene.placement.elevation_deg:.1f}",
        f"{scene.placement.roll_deg:.1f}",
        str(request.seed),
        str(still.number),
        str(int(share_cut_off(scene, *request.size) > _CUT_OFF)),
    )
    return dict(zip(COLUMNS, values, strict=True))
