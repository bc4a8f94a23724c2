from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from rich.console import Console

from training.common.errors import TrainingDataError
from training.images.data import DatasetSplit, ImageSet, read_dataset
from training.images.recipe import ImageRecipe
from training.images.recipe_file import parse_image_recipe


def recipe(data: Mapping[str, Any] | None = None, **others: Any) -> ImageRecipe:
    return parse_image_recipe({"name": "x", "phases": [{}], "data": dict(data or {}), **others})


def picture(file: Path, shade: int = 0) -> Path:
    """Writes a small image; images of different shades differ."""
    file.parent.mkdir(parents=True, exist_ok=True)
    image = np.full((8, 8, 3), shade, dtype=np.uint8)
    image[0, 0] = 255 - shade
    cv2.imwrite(str(file), image)
    return file


def class_folders(root: Path, counts: Mapping[str, int], start: int = 0) -> Path:
    for label, count in counts.items():
        (root / label).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            picture(root / label / f"{start + number}.png", start + number)
    return root


def table(folder: Path, lines: str) -> Path:
    """A CSV file, and the images that it names."""
    file = folder / "pictures.csv"
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(lines, encoding="utf-8")
    for number, line in enumerate(lines.splitlines()[1:]):
        picture(folder / line.split(",")[0].strip(), number)
    return file


def pixel_table(file: Path, labels: list[int], side: int = 2) -> Path:
    """Rows as in Sign Language MNIST; each pixel of a row is its number, counted from 1, plus the pixel's own."""
    head = ",".join(["label", *(f"pixel{i + 1}" for i in range(side * side))])
    rows = [",".join(map(str, [label, *range(row, row + side * side)])) for row, label in enumerate(labels, start=1)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([head, *rows]) + "\n")
    return file


def names(part: ImageSet | None) -> list[str]:
    assert part is not None
    return sorted(f"{file.parent.name}/{file.name}" for file in part.files)


def read_quietly(source: Path, by: ImageRecipe | None = None) -> DatasetSplit:
    return read_dataset(source, by or recipe(), Console(file=io.StringIO()))


def error_of(source: Path, by: ImageRecipe | None = None) -> TrainingDataError:
    with pytest.raises(TrainingDataError) as caught:
        read_quietly(source, by)
    assert caught.value.hint, "an error says what to do"
    return caught.value


class TestFolders:
    def test_a_folder_for_each_class_is_divided_by_the_recipe(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"paper": 10, "rock": 20})
        division = read_quietly(source, recipe({"validation_share": 0.2, "test_share": 0.1}))
        assert division.labels == ("paper", "rock")
        assert division.counts() == {
            "train": {"paper": 7, "rock": 14},
            "validation": {"paper": 2, "rock": 4},
            "test": {"paper": 1, "rock": 2},
        }
        everything = names(division.train) + names(division.validation) + names(division.test)
        assert sorted(everything) == sorted(f"{f.parent.name}/{f.name}" for f in source.glob("*/*.png"))
        for part in (division.train, division.validation, division.test):
            assert part is not None
            assert [division.labels[label] for label in part.labels] == [file.parent.name for file in part.files]
        assert division.train.labels.dtype == np.int64

    def test_no_test_part_is_made_up(self, tmp_path: Path) -> None:
        assert read_quietly(class_folders(tmp_path, {"a": 5, "b": 5})).test is None

    def test_the_seed_says_which_are_held_out(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"a": 20, "b": 20})
        first, again = (read_quietly(source, recipe(seed=1)) for _ in range(2))
        other = read_quietly(source, recipe(seed=2))
        assert names(first.validation) == names(again.validation)
        assert names(first.validation) != names(other.validation)

    @pytest.mark.parametrize("called", ["validation", "val", "valid", "Validation"])
    def test_parts_that_are_there_are_used_as_they_are(self, tmp_path: Path, called: str) -> None:
        class_folders(tmp_path / "train", {"a": 3, "b": 4})
        class_folders(tmp_path / called, {"a": 2, "b": 1}, start=100)
        class_folders(tmp_path / "test", {"a": 1, "b": 1}, start=200)
        division = read_quietly(tmp_path, recipe({"validation_share": 0.5, "test_share": 0.4}))
        assert division.counts() == {
            "train": {"a": 3, "b": 4},
            "validation": {"a": 2, "b": 1},
            "test": {"a": 1, "b": 1},
        }

    def test_a_part_that_is_missing_is_taken_from_the_training_pictures(self, tmp_path: Path) -> None:
        class_folders(tmp_path / "train", {"a": 10, "b": 10})
        class_folders(tmp_path / "test", {"a": 1, "b": 1}, start=200)
        division = read_quietly(tmp_path)
        assert division.counts()["validation"] == {"a": 2, "b": 2}
        assert names(division.test) == ["a/200.png", "b/200.png"]

    def test_a_class_may_be_called_train(self, tmp_path: Path) -> None:
        assert read_quietly(class_folders(tmp_path, {"bus": 4, "car": 4, "train": 4})).labels == ("bus", "car", "train")

    def test_folders_inside_a_class_are_groups_and_are_not_divided(self, tmp_path: Path) -> None:
        people = [f"person{i}" for i in range(5)]
        for label in ("a", "b"):
            class_folders(tmp_path / label, dict.fromkeys(people, 3))
        division = read_quietly(tmp_path)
        assert len(set(division.validation.groups)) == 1
        assert set(division.train.groups) | set(division.validation.groups) == set(people)
        assert not set(division.train.groups) & set(division.validation.groups)

    def test_what_systems_leave_behind_is_not_looked_at(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"a": 4, "b": 4, "__MACOSX": 1, ".cache": 1})
        for name in ("Thumbs.db", ".DS_Store", "._0.png"):
            (source / "a" / name).write_bytes(b"x")
        (source / "LICENSE").write_text("free")
        division = read_quietly(source)
        assert (division.labels, division.skipped) == (("a", "b"), ())

    def test_labels_of_the_recipe_choose_and_order_the_classes(self, tmp_path: Path) -> None:
        class_folders(tmp_path / "train", {"a": 5, "b": 5, "c": 5})
        class_folders(tmp_path / "test", {"b": 1, "c": 1, "d": 1})
        division = read_quietly(tmp_path, recipe({"labels": ["c", "a"]}))
        assert division.labels == ("c", "a")
        assert division.counts()["test"] == {"c": 1, "a": 0}

    def test_at_most_so_many_of_each_label_are_learnt_from(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"a": 10, "b": 20})
        whole = read_quietly(source)
        few = read_quietly(source, recipe({"limit_per_label": 3}))
        assert few.counts() == {"train": {"a": 3, "b": 3}, "validation": {"a": 2, "b": 4}}
        assert names(few.validation) == names(whole.validation)
        assert set(names(few.train)) < set(names(whole.train))


class TestFaultyFolders:
    def test_unreadable_files_are_named_and_skipped(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"a": 5, "b": 5})
        noise = np.random.default_rng(0).integers(0, 255, (60, 60, 3), dtype=np.uint8)
        whole = cv2.imencode(".jpg", noise)[1].tobytes()
        (source / "a" / "cut.jpg").write_bytes(whole[: len(whole) // 2])
        (source / "a" / "text.png").write_text("no image")
        (source / "b" / "empty.jpg").write_bytes(b"")
        (source / "b" / "photo.heic").write_bytes(b"x")
        console = Console(file=io.StringIO(), width=400)
        division = read_dataset(source, recipe(), console)
        reasons = {path.name: reason for path, reason in division.skipped}
        assert "truncated" in reasons.pop("cut.jpg")
        assert reasons == {
            "text.png": "it is not an image, or is damaged",
            "empty.jpg": "it is empty",
            "photo.heic": "not one of .bmp, .jpeg, .jpg, .png, .tif, .tiff, .webp",
        }
        assert sum(len(part) for part in (division.train, division.validation)) == 10
        told = console.file.getvalue()  # type: ignore[attr-defined]
        assert f"skipped {source / 'b' / 'empty.jpg'}: it is empty" in told

    def test_many_skipped_files_are_told_in_short(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"a": 5, "b": 5})
        for number in range(25):
            (source / "a" / f"x{number}.txt").touch()
        console = Console(file=io.StringIO(), width=400)
        assert len(read_dataset(source, recipe(), console).skipped) == 25
        told = console.file.getvalue()  # type: ignore[attr-defined]
        assert told.count("x1") < 25
        assert "skipped 5 more" in told

    def test_what_is_skipped_in_classes_that_are_not_used_is_not_told(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"a": 4, "b": 4, "c": 4})
        (source / "c" / "notes.txt").touch()
        assert read_quietly(source, recipe({"labels": ["a", "b"]})).skipped == ()

    def test_one_class_is_too_few(self, tmp_path: Path) -> None:
        assert "fewer than two classes to learn: a" in error_of(class_folders(tmp_path, {"a": 3})).message

    def test_an_empty_class_is_named(self, tmp_path: Path) -> None:
        error = error_of(class_folders(tmp_path, {"a": 3, "b": 3, "c": 0}))
        assert error.message.endswith("a class without images that can be read: c.")

    def test_a_class_of_unreadable_pictures_is_empty_and_so_is_one_of_a_part(self, tmp_path: Path) -> None:
        class_folders(tmp_path / "train", {"a": 3, "b": 3})
        class_folders(tmp_path / "test", {"a": 3, "b": 0})
        (tmp_path / "test" / "b" / "1.png").write_text("no image")
        assert error_of(tmp_path).message.endswith("can be read in test: b.")

    @pytest.mark.parametrize("part", ["test", "validation"])
    def test_a_class_that_training_lacks_is_named(self, tmp_path: Path, part: str) -> None:
        class_folders(tmp_path / "train", {"a": 3, "b": 3})
        class_folders(tmp_path / part, {"a": 3, "B": 3})
        assert f"classes in {part} that are not in train: B" in error_of(tmp_path).message

    def test_a_label_of_the_recipe_that_is_not_there_is_named_and_those_that_are(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"a": 3, "b": 3})
        error = error_of(source, recipe({"labels": ["a", "c"]}))
        assert "has no class c" in error.message
        assert "a, b" in error.hint

    def test_a_binary_recipe_needs_two_classes(self, tmp_path: Path) -> None:
        source = class_folders(tmp_path, {"a": 3, "b": 3, "c": 3})
        assert "for two classes" in error_of(source, recipe(network={"binary": True})).message
        assert read_quietly(source, recipe({"labels": ["a", "c"]}, network={"binary": True})).labels == ("a", "c")

    def test_a_single_picture_cannot_be_held_out(self, tmp_path: Path) -> None:
        assert "b has a single image" in error_of(class_folders(tmp_path, {"a": 3, "b": 1})).message

    def test_parts_without_training_pictures_are_refused(self, tmp_path: Path) -> None:
        class_folders(tmp_path / "validation", {"a": 3, "b": 3})
        class_folders(tmp_path / "test", {"a": 3, "b": 3})
        assert "no folder train" in error_of(tmp_path).message

    def test_two_folders_for_one_part_are_refused(self, tmp_path: Path) -> None:
        for part in ("train", "val", "valid"):
            class_folders(tmp_path / part, {"a": 3, "b": 3})
        assert "val and valid" in error_of(tmp_path).message

    def test_a_folder_without_folders_says_which_layouts_there_are(self, tmp_path: Path) -> None:
        picture(tmp_path / "1.png")
        error = error_of(tmp_path)
        assert "holds no folders of images" in error.message
        assert "train, validation and test" in error.hint

    def test_a_path_that_leads_nowhere_is_named(self, tmp_path: Path) -> None:
        assert "There is no" in error_of(tmp_path / "nothing").message
        assert "neither a folder nor a CSV" in error_of(picture(tmp_path / "1.png")).message


TABLE = "path,label\n" + "".join(f"p/{i}.png,{'ab'[i % 2]}\n" for i in range(10))


class TestTables:
    def test_paths_start_from_the_table(self, tmp_path: Path) -> None:
        division = read_quietly(table(tmp_path, TABLE))
        assert division.counts() == {"train": {"a": 4, "b": 4}, "validation": {"a": 1, "b": 1}}
        assert all(file.is_relative_to(tmp_path / "p") for file in division.train.files)

    def test_a_folder_may_have_its_table_inside(self, tmp_path: Path) -> None:
        file = table(tmp_path, TABLE)
        inside = file.rename(tmp_path / "labels.csv")
        assert read_quietly(tmp_path).fingerprint == read_quietly(inside).fingerprint

    def test_names_of_columns_may_be_as_spreadsheets_write_them(self, tmp_path: Path) -> None:
        text = TABLE.replace("path,label", "\ufeffPath , Label ").replace(",a", ", a ") + ",\n"
        assert read_quietly(table(tmp_path, text.rstrip(",\n"))).labels == ("a", "b")

    def test_a_group_is_never_divided(self, tmp_path: Path) -> None:
        rows = [f"{g}-{i}.png,{'ab'[i % 2]},person{g}" for g in range(6) for i in range(6)]
        division = read_quietly(
            table(tmp_path, "\n".join(["path,label,group", *rows])),
            recipe({"validation_share": 0.3, "test_share": 0.2}),
        )
        assert division.test is not None
        sides = [set(part.groups) for part in (division.train, division.validation, division.test)]
        assert sum(map(len, sides)) == len(set.union(*sides)) == 6
        assert [len(side) for side in sides] == [3, 2, 1]

    def test_a_picture_without_a_group_stands_for_itself(self, tmp_path: Path) -> None:
        rows = [f"{i}.png,{'ab'[i % 2]},{'anna' if i < 4 else ''}" for i in range(20)]
        division = read_quietly(table(tmp_path, "\n".join(["path,label,group", *rows])))
        assert len(division.validation) == 4
        assert division.validation.groups.count("anna") in (0, 4)

    def test_splits_of_the_table_are_kept_and_a_row_without_one_is_for_training(self, tmp_path: Path) -> None:
        splits = ["train", "", "val", "Validation", "test", "test"]
        rows = [f"{i}.png,{'ab'[i % 2]},{split}" for i, split in enumerate(splits)]
        division = read_quietly(table(tmp_path, "\n".join(["path,label,split", *rows])))
        assert [len(division.train), len(division.validation), len(division.test or ())] == [2, 2, 2]

    def test_a_person_on_both_sides_is_told(self, tmp_path: Path) -> None:
        rows = [f"{i}.png,{'ab'[i % 2]},anna,{'train' if i < 4 else 'validation'}" for i in range(8)]
        console = Console(file=io.StringIO(), width=200)
        read_dataset(table(tmp_path, "\n".join(["path,label,group,split", *rows])), recipe(), console)
        assert "more than one part, which flatters the scores: anna" in console.file.getvalue()  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        ("lines", "told"),
        [
            ("file;class\n", "no column path or label; it has: file;class"),
            ("path,class\n1.png,a\n", "no column label; it has: path, class"),
            ("", "no column path or label; it has: nothing"),
            ("path,label\n1.png,\n", "no label in line 2"),
            ("path,label\n1.png\n", "no label in line 2"),
            ("path,label\n1.png,a\n2.png,b\n1.png,b\n", "names 1.png twice, in lines 2 and 4"),
            ("path,label,split\n1.png,a,holdout\n", 'has the split "holdout" in line 2'),
            ("path,label,group\n1.png,a,x\n2.png,b,x\n", "all images are of one group, x"),
            ("path,label\n1.png,a\n2.png,a\n", "fewer than two classes to learn: a"),
            ("path,label,split\n1.png,a,\n2.png,b,\n3.png,c,test\n", "classes in test that are not in train: c"),
        ],
    )
    def test_a_faulty_table_says_what_and_where(self, tmp_path: Path, lines: str, told: str) -> None:
        assert told in error_of(table(tmp_path, lines)).message

    def test_missing_files_are_named(self, tmp_path: Path) -> None:
        file = table(tmp_path, TABLE)
        for number in range(1, 6):
            (tmp_path / "p" / f"{number}.png").unlink()
        assert "missing: p/1.png (line 3), p/2.png (line 4), p/3.png (line 5) and 2 more." in error_of(file).message

    def test_a_label_that_only_one_person_shows_cannot_be_held_out(self, tmp_path: Path) -> None:
        rows = [f"{g}-{i}.png,{label},{g}" for g, label in (("anna", "a"), ("ben", "b")) for i in range(5)]
        message = error_of(table(tmp_path, "\n".join(["path,label,group", *rows]))).message
        assert "whichever groups are held out, some label has none left" in message

    @pytest.mark.parametrize("seed", range(6))
    def test_who_alone_shows_a_label_is_learnt_from(self, tmp_path: Path, seed: int) -> None:
        rows = [
            f"{g}-{i}.png,{'ab'[i % 2]},{g}"
            for g, count in zip("pqrs", (2, 6, 2, 6), strict=True)
            for i in range(count)
        ]
        rows += [f"eve-{i}.png,c,eve" for i in range(4)]  # just the share to hold out
        division = read_quietly(table(tmp_path, "\n".join(["path,label,group", *rows])), recipe(seed=seed))
        assert division.counts()["train"]["c"] == 4
        assert set(division.validation.groups) < set("pqrs")

    def test_what_is_no_text_is_no_table(self, tmp_path: Path) -> None:
        file = tmp_path / "pictures.csv"
        file.write_bytes(b"path,label\n\xff\xfe,a\n")
        assert "is no table that can be read" in error_of(file).message


class TestPixelTables:
    def test_sign_language_mnist_is_read_with_letters_for_labels(self, tmp_path: Path) -> None:
        pixel_table(tmp_path / "sign_mnist_train.csv", [0, 24, 10, 3] * 5)
        pixel_table(tmp_path / "sign_mnist_test.csv", [24, 0, 3, 10])
        division = read_quietly(tmp_path)
        assert division.labels == ("A", "D", "K", "Y")
        assert division.counts()["train"] == dict.fromkeys("ADKY", 4)
        assert division.counts()["validation"] == dict.fromkeys("ADKY", 1)
        assert division.test is not None
        assert division.test.labels.tolist() == [3, 0, 1, 2]
        assert division.test.files == ()
        assert division.test.pixels is not None
        assert division.test.pixels[1].tolist() == [[2, 3], [4, 5]]
        assert division.test.pixels.dtype == np.uint8

    def test_one_table_is_enough_and_labels_may_be_chosen(self, tmp_path: Path) -> None:
        file = pixel_table(tmp_path / "letters.csv", [0, 1, 2] * 10, side=3)
        division = read_quietly(file, recipe({"labels": ["C", "A"], "test_share": 0.2}))
        assert division.counts() == {
            "train": {"C": 6, "A": 6},
            "validation": {"C": 2, "A": 2},
            "test": {"C": 2, "A": 2},
        }
        assert division.train.pixels is not None
        assert division.train.pixels.shape == (12, 3, 3)
        rows = (division.train.pixels[:, 0, 0].astype(int) - 1) % 3
        assert np.array_equal(rows, np.where(division.train.labels == 0, 2, 0)), "pixels and labels stay together"

    def test_numbers_that_are_no_still_letters_stay_numbers(self, tmp_path: Path) -> None:
        assert read_quietly(pixel_table(tmp_path / "digits.csv", list(range(10)) * 3)).labels == tuple("0123456789")

    def test_pixels_may_be_counted_from_nought(self, tmp_path: Path) -> None:
        file = tmp_path / "digits.csv"
        file.write_text("label,pixel0,pixel1,pixel2,pixel3\n" + "0,1,2,3,4\n1,5,6,7,8\n" * 4)
        assert read_quietly(file).labels == ("A", "B")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("label,pixel1,pixel2,pixel3\n0,1,2,3\n", "3 columns of pixels, from pixel1 to pixel3"),
            ("label,pixel1,pixel2,pixel3,pixel5\n0,1,2,3,4\n", "4 columns of pixels, from pixel1 to pixel5"),
            ("class,pixel1\n0,1\n", "no column label; it begins with class, pixel1"),
            ("label,pixel1\n0,300\n", "a pixel that is none in line 2"),
            ("label,pixel1\n0,red\n", "cannot be read"),
            ("label,pixel1\n0,1\n1\n", "cannot be read"),
            ("label,pixel1\n", "has no rows"),
        ],
    )
    def test_a_faulty_table_says_what_is_wrong(self, tmp_path: Path, text: str, told: str) -> None:
        file = tmp_path / "pixels.csv"
        file.write_text(text)
        assert told in error_of(file).message

    def test_tables_that_differ_in_size_are_refused(self, tmp_path: Path) -> None:
        pixel_table(tmp_path / "sign_mnist_train.csv", [0, 1] * 5)
        pixel_table(tmp_path / "sign_mnist_test.csv", [0, 1], side=3)
        assert "differ in size" in error_of(tmp_path).message


class TestFingerprint:
    def test_a_copy_elsewhere_has_the_same_whatever_the_division(self, tmp_path: Path) -> None:
        first = class_folders(tmp_path / "here", {"a": 8, "b": 8})
        copy = class_folders(tmp_path / "there", {"a": 8, "b": 8})
        whole = read_quietly(first).fingerprint
        assert whole == read_quietly(copy).fingerprint
        assert whole == read_quietly(first, recipe({"validation_share": 0.5, "limit_per_label": 1}, seed=5)).fingerprint

    @pytest.mark.parametrize("change", ["another label", "another size", "one more", "other classes"])
    def test_other_data_have_another(self, tmp_path: Path, change: str) -> None:
        source = class_folders(tmp_path, {"a": 8, "b": 8, "c": 8})
        before = read_quietly(source).fingerprint
        by = recipe()
        changes: dict[str, Callable[[], object]] = {
            "another label": lambda: (source / "a" / "0.png").rename(source / "b" / "x.png"),
            "another size": lambda: cv2.imwrite(str(source / "a" / "0.png"), np.zeros((90, 90, 3), dtype=np.uint8)),
            "one more": lambda: picture(source / "a" / "more.png"),
            "other classes": lambda: None,
        }
        changes[change]()
        by = recipe({"labels": ["a", "b"]}) if change == "other classes" else by
        assert read_quietly(source, by).fingerprint != before

    def test_pixels_count(self, tmp_path: Path) -> None:
        file = pixel_table(tmp_path / "pixels.csv", [0, 1] * 5)
        before = read_quietly(file).fingerprint
        file.write_text(file.read_text().replace("0,1,2", "0,9,2", 1))
        assert read_quietly(file).fingerprint != before


class TestImageSet:
    def test_a_subset_keeps_pictures_labels_and_groups_together(self) -> None:
        whole = ImageSet((Path("0"), Path("1"), Path("2")), None, np.array([5, 6, 7]), ("x", "y", "z"))
        part = whole.subset([2, 0])
        assert (part.files, part.labels.tolist(), part.groups) == ((Path("2"), Path("0")), [7, 5], ("z", "x"))
        pixels = ImageSet((), np.arange(12, dtype=np.uint8).reshape(3, 2, 2), np.array([5, 6, 7]), ("",) * 3)
        chosen = pixels.subset(np.array([1]))
        assert chosen.pixels is not None
        assert (chosen.pixels.tolist(), chosen.labels.tolist(), len(chosen)) == ([[[4, 5], [6, 7]]], [6], 1)

    def test_each_picture_has_one_label_and_one_group(self) -> None:
        with pytest.raises(ValueError, match="1 images, 2 labels and 1 groups"):
            ImageSet((Path("0"),), None, np.array([0, 1]), ("",))
