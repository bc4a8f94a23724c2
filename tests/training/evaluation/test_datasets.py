from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.evaluation import (
    LABELS,
    LABELS_CSV_HEADER,
    save_image,
)
from training.common.errors import TrainingDataError
from training.evaluation.datasets import RenderedView, load_natural, load_photos, load_rendered


class TestDataSets:
    def test_a_listing_tells_empty_scenes_from_other_poses(self, tmp_path: Path) -> None:
        for name in ("hand", "room", "unlisted"):
            save_image(tmp_path / "photos" / "anna" / "none" / f"{name}.png")
        listing = tmp_path / "images.csv"
        listing.write_text("path,hand\nphotos/anna/none/hand.png,yes\nphotos/anna/none/room.png,no\n")
        images = {p.path.stem: p for p in load_photos(tmp_path / "photos", LABELS, listing).images}
        assert images["room"].is_empty_scene
        assert not images["hand"].is_empty_scene
        assert images["unlisted"].is_other_pose
        assert not load_photos(tmp_path / "photos", LABELS).knows_hands

    def test_columns_of_rendered_hands_are_read_by_name(self, tmp_path: Path) -> None:
        row = "a.png,rock,p1,rock_low,left,9,-100.5,3,4,1"
        (tmp_path / "labels.csv").write_text(f"scene,{LABELS_CSV_HEADER}\n0007,{row}\n")
        (shown,) = load_rendered(tmp_path, LABELS).images
        assert shown.view == RenderedView(9, -100.5, 3.0, 4.0, "0007")
        (tmp_path / "labels.csv").write_text(f"{LABELS_CSV_HEADER}\n{row}\n")
        (shown,) = load_rendered(tmp_path, LABELS).images
        assert shown.view is not None
        assert shown.view.scene == ""

    def test_rendered_people_have_a_kind_and_an_age(self, tmp_path: Path) -> None:
        header = "path,label,group,pose,kind,age_group,body,skin_tone,handedness,seed"
        rows = [
            "a.png,paper,p1,paper,gesture,child,3,4,left,1",
            "b.png,none,p1,thumb,sign,adult,3,4,left,1",
            "c.png,none,p1,typing,natural,old,3,9,left,1",
            "d.png,empty,p1,,empty,old,3,9,,1",
        ]
        (tmp_path / "labels.csv").write_text("\n".join([header, *rows]))
        gesture, sign, natural, empty = load_rendered(tmp_path, LABELS).images
        assert gesture.view == RenderedView(4, age_group="child")
        assert (gesture.label, gesture.is_natural) == ("paper", False)
        assert sign.is_other_pose
        assert (natural.is_natural, natural.is_other_pose, natural.is_empty_scene) == (True, False, False)
        assert (empty.label, empty.is_empty_scene) == ("none", True)

    def test_photos_of_people_who_make_no_sign_lie_in_folders_of_any_depth(self, tmp_path: Path) -> None:
        save_image(tmp_path / "natural" / "street" / "2024" / "1.png")
        save_image(tmp_path / "natural" / "2.jpg")
        (tmp_path / "natural" / "street" / "clip.mp4").write_bytes(b"video")
        images = load_natural(tmp_path / "natural").images
        assert [(image.key, image.source) for image in images] == [
            ("2.jpg", "natural"),
            ("street/2024/1.png", "street"),
        ]
        assert all(image.is_natural and image.label == "none" for image in images)
        assert not any(image.is_other_pose or image.is_empty_scene for image in images)
        with pytest.raises(TrainingDataError, match="holds no images"):
            load_natural(tmp_path / "nothing")

    def test_a_label_that_the_model_does_not_know_is_refused(self, tmp_path: Path) -> None:
        save_image(tmp_path / "anna" / "thumbs_up" / "1.png")
        with pytest.raises(TrainingDataError, match="thumbs_up"):
            load_photos(tmp_path, LABELS)

    def test_a_table_without_skin_tones_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "labels.csv").write_text("path,label,group\na.png,rock,p1\n")
        with pytest.raises(TrainingDataError, match="cannot be used"):
            load_rendered(tmp_path, LABELS)
