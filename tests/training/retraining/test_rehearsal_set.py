from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from gesture_app.domain.frames.gestures import FIVE_GESTURES
from tests.fakes.rendering import synthesize
from training.cli.main import main
from training.retraining.rehearsal_set import (
    BASE_FILE,
    EVERYDAY,
    FOLDER,
    MANIFEST_FILE,
    REHEARSAL_FILE,
    RehearsalError,
    RenderedHands,
    load_rendered_hands,
)

LABELS = {"rock", "paper", "scissors", "lizard", "spock", "none"}


@pytest.fixture(scope="module", params=[REHEARSAL_FILE, BASE_FILE])
def hands(request: pytest.FixtureRequest) -> RenderedHands:
    return load_rendered_hands(FOLDER, request.param)


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("images")
    for seed in (1, 2):
        synthesize("--count", 32, "--seed", seed, "--out", folder / str(seed))
    return folder


class TestShipped:
    def test_every_label_has_enough_hands_to_judge_by(self, hands: RenderedHands) -> None:
        labels = [example.label for example in hands.samples]
        assert set(labels) == LABELS
        assert min(labels.count(label) for label in LABELS) >= 150

    def test_regions_can_be_cut_and_poses_are_known(self, hands: RenderedHands) -> None:
        from training.synthetic.bodies.acts import NATURAL
        from training.synthetic.poses import pose_named

        everyday = {f"{EVERYDAY}{act.name}" for act in NATURAL}
        for example in hands.samples[::40]:
            height, width = example.region_bgr.shape[:2]
            assert 40 < max(height, width) <= 206
        for pose, example in zip(hands.poses, hands.samples, strict=True):
            assert pose in everyday or pose_named(pose).label == example.label

    def test_the_files_are_small_and_show_different_people(self) -> None:
        assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 20e6
        people = [
            {example.group for example in load_rendered_hands(FOLDER, name).samples}
            for name in (REHEARSAL_FILE, BASE_FILE)
        ]
        assert not people[0] & people[1]


class TestReading:
    @pytest.fixture
    def copied(self, tmp_path: Path) -> Path:
        return Path(shutil.copytree(FOLDER, tmp_path / "rehearsal"))

    def test_a_damaged_file_is_refused(self, copied: Path) -> None:
        content = bytearray((copied / BASE_FILE).read_bytes())
        content[5000] ^= 1
        (copied / BASE_FILE).write_bytes(content)
        with pytest.raises(RehearsalError, match="damaged"):
            load_rendered_hands(copied, BASE_FILE)

    @pytest.mark.parametrize("text", [None, "{", "[]", '{"files": {}}'])
    def test_a_missing_or_broken_manifest_is_reported(self, copied: Path, text: str | None) -> None:
        (copied / MANIFEST_FILE).unlink()
        if text is not None:
            (copied / MANIFEST_FILE).write_text(text)
        with pytest.raises(RehearsalError, match="cannot be read"):
            load_rendered_hands(copied, BASE_FILE)

    def test_a_missing_file_is_reported(self, copied: Path) -> None:
        (copied / BASE_FILE).unlink()
        with pytest.raises(RehearsalError, match="cannot be read"):
            load_rendered_hands(copied, BASE_FILE)


@pytest.mark.timeout(600)  # it detects hands in a hundred images, on a busy machine too
class TestBuilding:
    def build(self, images: Path, out: Path, base: str = "2", hands: int = 2) -> int:
        sources = ["--data", images / "1", "--base", images / base, "--hands", hands, "--none-hands", 3]
        return main(["rehearsal", *map(str, sources), "--out", str(out), "--backgrounds", "made up"])

    def test_the_same_images_give_the_same_files(self, images: Path, tmp_path: Path) -> None:
        for name in ("a", "b"):
            assert self.build(images, tmp_path / name) == 0
        for name in (REHEARSAL_FILE, BASE_FILE, MANIFEST_FILE):
            assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
        hands = load_rendered_hands(tmp_path / "a", REHEARSAL_FILE)
        labels = [example.label for example in hands.samples]
        assert {label: labels.count(label) for label in labels} == dict.fromkeys(LABELS, 2) | {"none": 3}
        described = json.loads((tmp_path / "a" / MANIFEST_FILE).read_text())["files"][BASE_FILE]
        assert described["rendered_by"] == "python -m training synthesize --count 32 --seed 2"
        assert described["backgrounds"] == "made up"

    def test_everyday_hands_of_rendered_people_are_added_as_none(self, images: Path, tmp_path: Path) -> None:
        """The other signs and gestures of the people are not: the renderer of hands makes those."""
        for name, original, group in (("3", "1", "anna"), ("4", "2", "ben")):
            people = Path(shutil.copytree(images / original, tmp_path / name))
            with (people / "labels.csv").open(newline="") as file:
                rows = list(csv.DictReader(file))
            for row in rows:
                row |= {"group": group, "kind": "natural" if row["label"] == "none" else "gesture", "pose": "typing"}
            with (people / "labels.csv").open("w", newline="") as file:
                writer = csv.DictWriter(file, rows[0])
                writer.writeheader()
                writer.writerows(rows)
        hands_of = ["--data", images / "1", "--base", images / "2"]
        people_of = ["--people", tmp_path / "3", "--base-people", tmp_path / "4"]
        counts = ["--hands", 2, "--none-hands", 3, "--everyday-hands", 1]

        assert main(["rehearsal", *map(str, [*hands_of, *people_of, *counts]), "--out", str(tmp_path / "out")]) == 0

        hands = load_rendered_hands(tmp_path / "out", REHEARSAL_FILE)
        of_people = [(s.label, pose) for s, pose in zip(hands.samples, hands.poses, strict=True) if s.group == "anna"]
        assert of_people == [("none", "everyday: typing")]
        assert len(hands) == 2 * len(FIVE_GESTURES) + 3 + 1

    def test_the_same_people_on_both_sides_are_refused(
        self, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.build(images, tmp_path / "out", base="1") == 2
        assert "made-up people are in both folders" in capsys.readouterr().err

    def test_too_few_hands_are_reported(self, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert self.build(images, tmp_path / "out", hands=30) == 2
        assert "has too few hands" in capsys.readouterr().err

    def test_a_folder_that_was_not_rendered_is_refused(
        self, images: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.build(tmp_path, tmp_path / "out") == 2
        assert "holds no labels.csv" in capsys.readouterr().err
