from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from rich.console import Console

from training.common.errors import TrainingDataError
from training.images import loading
from training.images.data import ImageSet
from training.images.decoding import decode_image, decoding_error, in_threads, resized
from training.images.loading import load_pixels
from training.images.recipe import ImageInputRecipe

RED, GREEN, BLUE, BLACK = [255, 0, 0], [0, 255, 0], [0, 0, 255], [0, 0, 0]


def write(file: Path, image_rgb: Any) -> Path:
    cv2.imwrite(str(file), np.array(image_rgb, dtype=np.uint8)[:, :, ::-1])
    return file


def part_of(*files: Path) -> ImageSet:
    return ImageSet(files, None, np.zeros(len(files), dtype=np.int64), ("",) * len(files))


def halves(width: int = 40, height: int = 20) -> npt.NDArray[np.uint8]:
    """Red on the left, blue on the right."""
    image = np.zeros((height, width, 3), dtype=np.uint8)
    image[:, : width // 2] = RED
    image[:, width // 2 :] = BLUE
    return image


@pytest.fixture
def quiet() -> Console:
    return Console(file=io.StringIO())


class TestFitted:
    def test_stretch_keeps_all_of_the_picture(self) -> None:
        square = resized(halves(), ImageInputRecipe(size=10))
        assert square.shape == (10, 10, 3)
        assert square.dtype == np.uint8
        assert np.array_equal(square, halves(10, 10))

    def test_crop_keeps_the_middle_with_its_aspect(self) -> None:
        image = halves()
        image[:, :10] = GREEN
        image[:, 30:] = GREEN
        assert np.array_equal(resized(image, ImageInputRecipe(size=20, fit="crop")), halves(20, 20))

    def test_pad_adds_black_where_the_picture_is_short(self) -> None:
        square = resized(halves(), ImageInputRecipe(size=40, fit="pad"))
        assert np.array_equal(square[10:30], halves())
        assert not square[:10].any()
        assert not square[30:].any()

    @pytest.mark.parametrize("fit", ["crop", "pad"])
    def test_a_tall_picture_is_fitted_as_a_wide_one_is(self, fit: Any) -> None:
        image = np.random.default_rng(0).integers(0, 255, (41, 20, 3), dtype=np.uint8)
        by = ImageInputRecipe(size=16, fit=fit)
        assert np.array_equal(resized(image.swapaxes(0, 1), by), resized(image, by).swapaxes(0, 1))

    def test_shrinking_averages_over_areas_and_does_not_pick_pixels(self) -> None:
        checks = np.indices((64, 64)).sum(axis=0) % 2 * 255
        image = np.repeat(checks[:, :, None], 3, axis=2).astype(np.uint8)
        assert np.abs(resized(image, ImageInputRecipe(size=8)).astype(int) - 127).max() <= 1

    def test_reduced_pictures_hold_no_more_than_the_small_ones_did(self) -> None:
        image = np.random.default_rng(0).integers(0, 255, (128, 128, 3), dtype=np.uint8)
        reduced = resized(image, ImageInputRecipe(size=64, reduce_to=4))
        small = resized(image, ImageInputRecipe(size=4))
        assert reduced.shape == (64, 64, 3)
        assert np.array_equal(reduced, resized(small, ImageInputRecipe(size=64)))

    def test_grey_is_three_equal_channels_weighted_as_people_see(self) -> None:
        square = resized(halves(10, 10), ImageInputRecipe(size=10, grey=True))
        assert square.shape == (10, 10, 3)
        assert (square[0, 0].tolist(), square[0, 9].tolist()) == ([76] * 3, [29] * 3)

    def test_grey_pixels_become_three_channels(self) -> None:
        square = resized(np.array([[0, 50], [100, 255]], dtype=np.uint8), ImageInputRecipe(size=2))
        assert square[:, :, 0].tolist() == [[0, 50], [100, 255]]
        assert square.shape == (2, 2, 3)


class TestDecoded:
    def test_colours_are_red_green_blue(self, tmp_path: Path) -> None:
        file = write(tmp_path / "1.png", [[RED, GREEN, BLUE]])
        assert decode_image(file).tolist() == [[RED, GREEN, BLUE]]

    def test_a_photo_is_turned_as_the_camera_noted(self, tmp_path: Path) -> None:
        file = tmp_path / "1.jpg"
        exif = Image.Exif()
        exif[0x0112] = 6  # the top of the scene is on the right: turn it by 90 degrees clockwise
        Image.fromarray(halves()).save(file, exif=exif, quality=100)
        upright = decode_image(file)
        assert upright.shape == (40, 20, 3)
        assert upright[2, 10, 0] > 200
        assert upright[37, 10, 2] > 200

    @pytest.mark.parametrize("suffix", [".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"])
    def test_each_kind_that_is_taken_for_a_picture_is_read(self, tmp_path: Path, suffix: str) -> None:
        file = write(tmp_path / f"ein Bild über 1{suffix}", halves())
        assert decoding_error(file) == ""
        assert np.abs(decode_image(file).astype(int)[:, [2, 37]] - halves()[:, [2, 37]]).max() < 30

    @pytest.mark.parametrize("mode", ["L", "LA", "RGBA", "P", "1", "CMYK"])
    def test_pictures_of_other_modes_have_three_channels(self, tmp_path: Path, mode: str) -> None:
        file = tmp_path / ("1.jpg" if mode == "CMYK" else "1.png")
        Image.fromarray(halves()).convert(mode).save(file)
        assert decoding_error(file) == ""
        assert decode_image(file).shape == (20, 40, 3)

    def test_sixteen_bits_are_scaled_not_cut_off(self, tmp_path: Path) -> None:
        file = tmp_path / "1.png"
        cv2.imwrite(str(file), np.full((4, 4), 0x8000, dtype=np.uint16))
        assert decode_image(file)[0, 0].tolist() == [128] * 3

    @pytest.mark.parametrize("content", [b"", b"no image"])
    def test_what_is_no_picture_is_named(self, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "1.png"
        file.write_bytes(content)
        with pytest.raises(TrainingDataError, match=r"1\.png cannot be decoded"):
            decode_image(file)

    def test_a_file_that_is_gone_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(TrainingDataError, match=r"1\.png cannot be read: No such file"):
            decode_image(tmp_path / "1.png")
        assert "No such file" in decoding_error(tmp_path / "1.png")


class TestInThreads:
    def test_results_keep_the_order(self, quiet: Console) -> None:
        first_may_end = threading.Event()

        def slow_first(item: int) -> int:
            if item == 1:
                first_may_end.set()
            assert item != 0 or first_may_end.wait(30)
            return item * item

        assert list(in_threads(slow_first, [0, 1, 2], "Squares", quiet)) == [0, 1, 4]

    def test_what_goes_wrong_is_raised_and_the_rest_is_left(
        self, quiet: Console, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun = []
        told_to_stop = threading.Event()
        shutdown = ThreadPoolExecutor.shutdown

        def seen_shutdown(self: ThreadPoolExecutor, wait: bool = True, *, cancel_futures: bool = False) -> None:
            shutdown(self, wait=False, cancel_futures=cancel_futures)
            told_to_stop.set()
            shutdown(self, wait=wait)

        def fail_first(item: int) -> None:
            begun.append(item)
            if item == 0:
                raise ValueError("the first")
            assert told_to_stop.wait(30)

        monkeypatch.setattr(ThreadPoolExecutor, "shutdown", seen_shutdown)
        with pytest.raises(ValueError, match="the first"):
            list(in_threads(fail_first, range(1000), "Failures", quiet))
        assert len(begun) < 20


class TestLoadPixels:
    def test_pictures_are_in_the_order_of_the_part(self, tmp_path: Path, quiet: Console) -> None:
        files = [write(tmp_path / f"{i}.png", [[[i, 0, 0]]]) for i in range(20)]
        pixels = load_pixels(part_of(*files), ImageInputRecipe(size=2), console=quiet)
        assert pixels.shape == (20, 2, 2, 3)
        assert pixels.dtype == np.uint8
        assert pixels[:, 1, 1].tolist() == [[i, 0, 0] for i in range(20)]

    def test_pixels_of_tables_are_fitted_too(self, quiet: Console) -> None:
        small = np.arange(8, dtype=np.uint8).reshape(2, 2, 2)
        part = ImageSet((), small, np.zeros(2, dtype=np.int64), ("", ""))
        pixels = load_pixels(part, ImageInputRecipe(size=2), console=quiet)
        assert np.array_equal(pixels, np.repeat(small[..., None], 3, axis=3))

    def test_an_unreadable_picture_is_named(self, tmp_path: Path, quiet: Console) -> None:
        (tmp_path / "1.png").write_text("no image")
        with pytest.raises(TrainingDataError, match=r"1\.png cannot be decoded"):
            load_pixels(part_of(tmp_path / "1.png"), ImageInputRecipe(size=2), tmp_path / "cache", quiet)
        assert not list((tmp_path / "cache").iterdir()), "nothing half-done is kept"


class TestCache:
    @pytest.fixture(autouse=True)
    def decodings(self, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
        seen: list[Path] = []

        def counted(file: Path) -> npt.NDArray[np.uint8]:
            seen.append(file)
            return decode_image(file)

        monkeypatch.setattr(loading, "decode_image", counted)
        return seen

    def test_pictures_are_decoded_once_and_mapped_after_that(
        self, tmp_path: Path, quiet: Console, decodings: list[Path]
    ) -> None:
        part = part_of(*(write(tmp_path / f"{i}.png", halves()) for i in range(3)))
        first = load_pixels(part, ImageInputRecipe(size=4), tmp_path / "cache", quiet)
        again = load_pixels(part, ImageInputRecipe(size=4), tmp_path / "cache", quiet)
        assert len(decodings) == 3
        assert isinstance(again, np.memmap)
        assert np.array_equal(first, again)
        assert np.array_equal(again, load_pixels(part, ImageInputRecipe(size=4), console=quiet))
        assert [file.name.split("-")[0] for file in (tmp_path / "cache").iterdir()] == ["images"]

    @pytest.mark.parametrize("change", ["the input", "an image", "the order"])
    def test_what_differs_is_decoded_anew(
        self, tmp_path: Path, quiet: Console, decodings: list[Path], change: str
    ) -> None:
        files = [write(tmp_path / f"{i}.png", [[[i, i, i]]]) for i in range(2)]
        load_pixels(part_of(*files), ImageInputRecipe(size=4), tmp_path / "cache", quiet)
        if change == "an image":
            write(files[0], halves())
        files = files[::-1] if change == "the order" else files
        by = ImageInputRecipe(size=4, grey=change == "the input")
        pixels = load_pixels(part_of(*files), by, tmp_path / "cache", quiet)
        assert len(decodings) == 4
        assert np.array_equal(pixels, np.stack([resized(decode_image(file), by) for file in files]))

    def test_a_cache_that_cannot_be_written_is_named(self, tmp_path: Path, quiet: Console) -> None:
        part = part_of(write(tmp_path / "1.png", halves()))
        (tmp_path / "cache").write_text("a file where a folder should be")
        with pytest.raises(TrainingDataError, match=r"cannot be kept in .*cache: ") as caught:
            load_pixels(part, ImageInputRecipe(size=4), tmp_path / "cache", quiet)
        assert "--runs" in caught.value.hint

    def test_pixels_of_tables_that_differ_are_told_apart(self, tmp_path: Path, quiet: Console) -> None:
        for shade in (0, 9):
            pixels = np.full((1, 2, 2), shade, dtype=np.uint8)
            part = ImageSet((), pixels, np.zeros(1, dtype=np.int64), ("",))
            assert load_pixels(part, ImageInputRecipe(size=2), tmp_path / "cache", quiet).max() == shade


class TestBatches:
    """These import Keras, which takes seconds, so they share one class to say so."""

    @staticmethod
    def of(count: int = 10, **options: Any) -> Any:
        from training.images.batches import Batches

        pixels = np.arange(count, dtype=np.uint8)[:, None, None, None] * np.ones((1, 2, 2, 3), dtype=np.uint8)
        return Batches(pixels, np.arange(count, dtype=np.int64), **{"batch_size": 4, "seed": 3, **options})

    @staticmethod
    def labels(batches: Any) -> list[int]:
        return [int(label) for i in range(len(batches)) for label in batches[i][1]]

    def test_each_picture_is_given_once_an_epoch_with_its_label(self) -> None:
        batches = self.of()
        assert [len(batches[i][1]) for i in range(len(batches))] == [4, 4, 2]
        assert sorted(self.labels(batches)) == list(range(10))
        for i in range(3):
            pixels, labels = batches[i]
            assert (pixels.dtype, pixels.shape[1:], labels.dtype) == (np.uint8, (2, 2, 3), np.int64)
            assert np.array_equal(pixels[:, 0, 0, 0], labels)

    def test_the_order_depends_on_seed_and_epoch_only(self) -> None:
        first, again, other = self.of(50), self.of(50), self.of(50, seed=4)
        start = self.labels(first)
        assert start == self.labels(again) != self.labels(other)
        first.on_epoch_end()
        assert self.labels(first) != start
        again.epoch = 1
        assert self.labels(first) == self.labels(again)

    def test_unshuffled_batches_keep_the_order_in_all_epochs(self) -> None:
        batches = self.of(shuffle=False)
        for _ in range(2):
            assert self.labels(batches) == list(range(10))
            batches.on_epoch_end()

    def test_there_are_no_more_batches_than_there_are(self) -> None:
        from training.images.batches import Batches

        with pytest.raises(IndexError, match="3 batches, got 3"):
            self.of()[3]
        with pytest.raises(ValueError, match="2 images and 1 labels"):
            Batches(np.zeros((2, 1, 1, 3), dtype=np.uint8), np.zeros(1, dtype=np.int64), 4)

    @pytest.mark.parametrize("begins", [0, 2])
    def test_an_epoch_has_its_order_also_where_training_begins_later(self, begins: int) -> None:
        import keras

        from training.common.callbacks import SetBatchEpoch

        seen: list[int] = []

        class Watched(type(self.of())):  # type: ignore[misc]
            def __getitem__(self, index: int) -> Any:
                seen.append(self.epoch)
                return super().__getitem__(index)

        batches = Watched(np.zeros((8, 2, 2, 3), dtype=np.uint8), np.zeros(8, dtype=np.int64), 4)
        model = keras.Sequential([keras.Input((2, 2, 3)), keras.layers.Flatten(), keras.layers.Dense(2)])
        model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        follow = SetBatchEpoch(batches)
        model.fit(batches, initial_epoch=begins, epochs=begins + 2, shuffle=False, verbose=0, callbacks=[follow])
        assert seen[-4:] == [begins, begins, begins + 1, begins + 1]
