from __future__ import annotations

import os
import struct
from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.capture.image_decoding import ImageDecodingError, as_bgr, decode_image
from gesture_app.capture.image_folder import ImageFolderSource
from gesture_app.domain.frames.frame import Frame
from gesture_app.errors import SourceError

NOISE = np.random.default_rng(0).integers(0, 255, (48, 64, 3), dtype=np.uint8)


def encoded(suffix: str, image: np.ndarray = NOISE) -> bytes:  # type: ignore[type-arg]
    ok, data = cv2.imencode(suffix, image)
    assert ok
    return data.tobytes()


def put(path: Path, data: bytes | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded(path.suffix.lower()) if data is None else data)
    return path


def read_all(source: ImageFolderSource) -> list[Frame]:
    source.open()
    frames: list[Frame] = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames


def paths(source: ImageFolderSource) -> list[str | None]:
    return [frame.path for frame in read_all(source)]


def test_finds_all_kinds_below_the_folder_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ["b.PNG", "a/z.jpg", "a/b/c.JPEG", "c.bmp", "d.webp", "e.tif", "f.TIFF", "a/10.png", "a/9.png"]
    for name in [*names, "notes.txt", ".hidden.png", "a/._z.jpg"]:
        put(tmp_path / name, b"no image" if name.endswith("txt") or "/._" in name else None)
    source = ImageFolderSource(tmp_path)
    assert paths(source) == sorted(names)
    assert source.warnings == []
    assert paths(ImageFolderSource(tmp_path, recursive=False)) == sorted(name for name in names if "/" not in name)


def test_a_single_image_is_a_folder_of_one(tmp_path: Path) -> None:
    source = ImageFolderSource(put(tmp_path / "one.png"))
    frames = read_all(source)
    assert [frame.path for frame in frames] == ["one.png"]
    assert np.array_equal(frames[0].image_bgr, NOISE)


def test_unreadable_images_are_skipped_named_and_counted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    put(tmp_path / "a.png")
    put(tmp_path / "b.jpg", encoded(".jpg")[:-200])
    put(tmp_path / "c.png", encoded(".png")[:500])
    put(tmp_path / "d.png", b"")
    put(tmp_path / "e.jpg", b"text, not an image")
    put(tmp_path / "f.png")
    source = ImageFolderSource(tmp_path)
    frames = read_all(source)
    assert [(frame.path, frame.seq) for frame in frames] == [("a.png", 0), ("f.png", 1)]
    assert source.skipped_count == 4
    assert source.warnings == [
        "b.jpg was skipped: the file is cut short.",
        "c.png was skipped: the file is cut short.",
        "d.png was skipped: the file is empty.",
        "e.jpg was skipped: it is not an image, or it is damaged.",
    ]
    assert capfd.readouterr() == ("", "")


def test_the_count_excludes_skipped_images(tmp_path: Path) -> None:
    put(tmp_path / "a.png")
    put(tmp_path / "b.png", b"")
    source = ImageFolderSource(tmp_path)
    source.open()
    assert source.frame_count == 2
    source.read()
    source.read()
    assert source.frame_count == 1


@pytest.mark.parametrize("name", ["none", "readme.txt"])
def test_a_folder_without_images_is_refused(tmp_path: Path, name: str) -> None:
    put(tmp_path / name, b"x")
    with pytest.raises(SourceError, match="There are no images") as caught:
        ImageFolderSource(tmp_path).open()
    assert ".webp" in caught.value.hint


def test_a_folder_of_unreadable_images_is_refused_with_reasons(tmp_path: Path) -> None:
    for number in range(5):
        put(tmp_path / f"{number}.png", b"")
    with pytest.raises(SourceError, match=r"0\.png \(the file is empty\), .* and 2 more"):
        ImageFolderSource(tmp_path).open()


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is no folder"):
        ImageFolderSource(tmp_path / "none").open()


@pytest.mark.skipif(os.name == "nt", reason="links need permission on Windows")
def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path / "a" / "1.png")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to("self")
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere.png")
    source = ImageFolderSource(tmp_path)
    assert paths(source) == ["a/1.png"]
    assert source.warnings == ["gone.png was skipped: No such file or directory."]


@pytest.mark.skipif(os.name == "nt", reason="links need permission on Windows")
def test_a_linked_folder_is_visited_once(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "1.png")
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "x").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "set" / "y").symlink_to(tmp_path / "elsewhere")
    assert paths(ImageFolderSource(tmp_path / "set")) == ["x/1.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_named_like_an_image_does_not_hang(tmp_path: Path) -> None:
    put(tmp_path / "a.png")
    os.mkfifo(tmp_path / "b.png")
    source = ImageFolderSource(tmp_path)
    assert paths(source) == ["a.png"]
    assert source.warnings == ["b.png was skipped: it is not a regular file."]


def test_a_loop_starts_over_and_counts_on(tmp_path: Path) -> None:
    put(tmp_path / "a.png")
    put(tmp_path / "b.png")
    source = ImageFolderSource(tmp_path, loop=True, fps=2.0)
    source.open()
    frames = [source.read() for _ in range(5)]
    source.close()
    assert [(f.path, f.seq, f.time_s) for f in frames if f] == [
        ("a.png", 0, 0.0),
        ("b.png", 1, 0.5),
        ("a.png", 2, 1.0),
        ("b.png", 3, 1.5),
        ("a.png", 4, 2.0),
    ]


def test_a_loop_over_images_that_are_gone_ends(tmp_path: Path) -> None:
    path = put(tmp_path / "a.png")
    source = ImageFolderSource(tmp_path, loop=True)
    source.open()
    assert source.read() is not None
    path.unlink()
    assert source.read() is None


@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_names_that_are_no_unicode_can_be_printed(tmp_path: Path) -> None:
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.png"))).write_bytes(encoded(".png"))
    except OSError:
        pytest.skip("the file system takes Unicode only")
    assert paths(ImageFolderSource(tmp_path)) == ["\ufffd.png"]


@pytest.mark.parametrize(
    "image",
    [
        NOISE[:, :, 0],
        np.dstack([NOISE, NOISE[:, :, 0]]),
        NOISE.astype(np.uint16) * 256,
        NOISE[:, :, 0].astype(np.uint16) * 256,
    ],
    ids=["grey", "alpha", "16 bits", "16 bits grey"],
)
def test_every_kind_of_png_becomes_bgr(image: np.ndarray) -> None:  # type: ignore[type-arg]
    decoded = decode_image(encoded(".png", image))
    assert decoded.shape == (48, 64, 3)
    assert decoded.dtype == np.uint8
    expected = NOISE if image.ndim == 3 else np.repeat(NOISE[:, :, :1], 3, axis=2)
    assert np.array_equal(decoded, expected)


def test_images_are_rotated_according_to_exif() -> None:
    image = np.zeros((40, 80, 3), np.uint8)
    image[:, :40] = 255
    jpeg = encoded(".jpg", image)
    # One EXIF entry: orientation (0x0112) = 6, turn right by 90 degrees.
    tiff = b"MM\x00*\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, 6, 0, 0)
    exif = b"Exif\x00\x00" + tiff
    turned = decode_image(jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:])
    assert turned.shape == (80, 40, 3)
    assert turned[:30].mean() > 250
    assert turned[50:].mean() < 5


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".bmp", ".webp", ".tiff"])
def test_an_image_cut_in_half_is_refused(suffix: str) -> None:
    data = encoded(suffix)
    decode_image(data)
    with pytest.raises(ImageDecodingError):
        decode_image(data[: len(data) // 2])


def test_a_preview_does_not_make_a_cut_jpeg_whole() -> None:
    jpeg = encoded(".jpg")
    preview = b"\xff\xe2" + struct.pack(">H", len(jpeg) + 2) + jpeg
    whole = jpeg[:2] + preview + jpeg[2:]
    assert decode_image(whole + b"trailing bytes").shape == (48, 64, 3)
    with pytest.raises(ImageDecodingError, match="cut short"):
        decode_image(whole[:-300])


@pytest.mark.parametrize("shape", [(0, 5, 3), (5, 5, 2), (5,), (2, 2, 2, 3)])
def test_as_bgr_refuses_arrays_that_are_no_image(shape: tuple[int, ...]) -> None:
    with pytest.raises(ImageDecodingError):
        as_bgr(np.zeros(shape, np.uint8))
