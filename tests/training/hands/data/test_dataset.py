from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
from rich.console import Console

from gesture_app.domain.frames.frame import Frame, Hand
from tests.fakes.hands import hand_at
from training.hands.data import dataset, sources
from training.hands.data.dataset import list_images, load_samples
from training.hands.data.rendered import HANDS, PEOPLE
from training.hands.data.sources import DataSources, data_folders
from training.hands.recipe import HandRecipe, RenderedRecipe


class FakeDetector:
    """Detects the same hands in every frame."""

    def __init__(self, hands: Sequence[Hand]) -> None:
        self.hands = hands

    def detect(self, frame: Frame) -> list[Hand]:
        return list(self.hands)

    def expect_hands(self, count: int) -> None: ...

    def reset(self) -> None: ...

    def close(self) -> None: ...


def console() -> Console:
    return Console(file=io.StringIO())


def add_image(folder: Path, source: str, label: str) -> None:
    (folder / source / label).mkdir(parents=True)
    number = len(list(folder.rglob("*.png")))
    cv2.imwrite(str(folder / source / label / "one.png"), np.full((120, 160, 3), number, np.uint8))


def test_places_of_empty_images_that_resemble_a_hand_are_examples_of_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_image(tmp_path / "photos", "room", "empty")
    add_image(tmp_path / "photos", "room", "paper")
    found = [hand_at(40), hand_at(120)]
    monkeypatch.setattr(dataset, "open_hand_detector", lambda *_, **__: FakeDetector([hand_at(80)]))
    monkeypatch.setattr(dataset, "open_lenient_detector", lambda: FakeDetector(found))

    samples = load_samples([tmp_path / "photos"], tmp_path / "cache", console())

    assert [(sample.source, sample.label) for sample in samples] == [("room", "none")] * 2 + [("room", "paper")]


def test_a_list_may_name_the_source_of_rendered_images(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_text("path,label,group,source\na.jpg,none,p1,rendered-people\nb.jpg,rock,p2,\n")
    assert [image.source for image in list_images(tmp_path)] == ["rendered-people", "rendered"]


@pytest.fixture
def rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that were asked to render."""
    commands: list[str] = []

    def render(command: str, *_: object) -> Path:
        commands.append(command)
        return tmp_path / command

    monkeypatch.setattr(sources, "rendered_folder", render)
    return commands


def test_hands_and_people_of_a_recipe_are_rendered(tmp_path: Path, rendered: list[str]) -> None:
    recipe = HandRecipe("any", rendered=RenderedRecipe(5), people=RenderedRecipe(3))
    folders = data_folders(DataSources(data=(tmp_path,)), recipe, console())
    assert rendered == [HANDS, PEOPLE]
    assert folders == [tmp_path, tmp_path / HANDS, tmp_path / PEOPLE]


def test_nothing_is_rendered_where_rendered_images_are_given(tmp_path: Path, rendered: list[str]) -> None:
    (tmp_path / "labels.csv").write_text("path,label,group\n")
    recipe = HandRecipe("any", rendered=RenderedRecipe(5), people=RenderedRecipe(3))
    assert data_folders(DataSources(data=(tmp_path,)), recipe, console()) == [tmp_path]
    assert rendered == []
