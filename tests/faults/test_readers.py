"""Any bytes in place of a file: each reader answers with a value or with its own error, and nothing else.

The inputs are random, and files of this program with random changes. ``SOAK_EXAMPLES=10000`` tries that many for each
reader instead of a few (``make soak``).
"""

from __future__ import annotations

import json
import os
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesture_app.capture.image_folder import ImageFolderSource
from gesture_app.capture.video_file import VideoFileSource
from gesture_app.domain.frames.gestures import DEFAULT_LABELS
from gesture_app.domain.models.features import FeatureStatistics
from gesture_app.domain.models.hand_outputs import HandOutputs, OtherHands
from gesture_app.domain.models.learnt_samples import LearntSamples
from gesture_app.errors import GestureAppError
from gesture_app.inference.library.library_state import read_state
from gesture_app.inference.library.manifest import OTHERS_NAME, Manifest
from gesture_app.inference.library.model_archive import unpack_model
from gesture_app.inference.library.onnx_files import check_onnx_file
from gesture_app.inference.library.other_hands import read_other_hands, write_other_hands
from gesture_app.recording.hand_region import decode_png, encode_png
from gesture_app.recording.label_file import read_labels
from gesture_app.recording.player_profiles import FolderPlayerProfiles, square_picture
from gesture_app.recording.round_log import FileRoundLog
from gesture_app.recording.sample_archive import export_samples, open_archive
from gesture_app.recording.sidecar import Sidecar
from gesture_app.settings import SettingsFile
from gesture_app.storage.array_files import read_arrays
from gesture_app.storage.atomic import FileSystem
from gesture_app.storage.learnt_samples import decode_learnt, encode_learnt
from gesture_app.storage.retraining_events import from_line
from gesture_app.storage.rule_files import read_rules
from gesture_app.storage.tournament_file import TournamentFile
from tests.fakes.models import MANIFEST, write_model
from tests.fakes.onnx_models import write_colour_model
from tests.fakes.sample_hands import InMemorySampleStore, a_frame, a_sample
from training.hands.data.dataset import list_images
from training.hands.recipe import read_recipe
from training.images.data import find_images

V0_1 = Path(__file__).resolve().parents[1] / "data" / "v0.1"
EXAMPLES = int(os.environ.get("SOAK_EXAMPLES", "15"))
MOST_EXAMPLES = {"video": 1000}
"""For readers that start threads and decoders for each file."""
DEEP = b'{"a":' * 5000
FEATURES = FeatureStatistics((0.0,) * 4, (1.0,) * 4)
FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="SOAK_EXAMPLES" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@dataclass(frozen=True)
class Reader:
    """A reader of a file.

    Attributes:
        read: Reads a file in a folder of its own.
        whole: The content of a good file.
        errors: Its errors.
    """

    read: Callable[[Path], object]
    whole: bytes
    errors: tuple[type[Exception], ...] = (GestureAppError,)


def import_samples(path: Path) -> None:
    with open_archive(path) as archive:
        archive.import_into(InMemorySampleStore())


def import_model(path: Path) -> None:
    folder = path.parent / "unpacked"
    folder.mkdir(exist_ok=True)
    unpack_model(path, folder)


def named(name: str, read: Callable[[Path], object]) -> Callable[[Path], object]:
    """Reads a file that has to have a name of its own."""
    return lambda path: read(path.replace(path.with_name(name)).parent)


def a_sample_archive() -> bytes:
    store = InMemorySampleStore()
    store.add(a_sample("rock", seed=1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "samples.zip")
        export_samples(store, path)
        return path.read_bytes()


def zipped(**files: bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return content.getvalue()


def import_other_hands(path: Path) -> None:
    """Read the file as a part of a model whose manifest lists it as it is."""
    model = write_model(path.parent / "model", {OTHERS_NAME: path.read_bytes()}, features=FEATURES)
    read_other_hands(model)


def some_other_hands() -> bytes:
    outputs = HandOutputs(np.zeros((2, len(DEFAULT_LABELS)), np.float32), np.zeros((2, 4), np.float32))
    flags = np.array([False, True])
    hands = OtherHands(outputs, np.array(["rock", "none"]), np.array(["fist", "cup"]), flags, ~flags)
    with tempfile.TemporaryDirectory() as folder:
        write_other_hands(Path(folder, OTHERS_NAME), hands)
        return Path(folder, OTHERS_NAME).read_bytes()


def some_learnt() -> bytes:
    return encode_learnt(LearntSamples("s" * 64, ("a",), ("rock",), ("",), np.ones((1, 4), np.float32) / 2))


def an_image(suffix: str) -> bytes:
    return cv2.imencode(suffix, a_sample(seed=2).region_bgr)[1].tobytes()


def read_images(path: Path) -> None:
    with closing(ImageFolderSource(path)) as source:
        source.open()
        while source.read() is not None:
            pass


def a_video() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "clip.mp4")
        writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 30, (64, 48))
        for seed in range(5):
            writer.write(a_frame(64, 48, seed).image_bgr)
        writer.release()
        return path.read_bytes()


def read_video(path: Path) -> None:
    """Read the first frames; a damaged file may claim any number."""
    with closing(VideoFileSource(path.replace(path.with_name("clip.mp4")))) as source:
        source.open()
        for _ in range(50):
            if source.read() is None:
                break


def read_label_table(path: Path) -> None:
    """Read a table of images, or of pixels, beside the images that the good one names."""
    for name in ("a.png", "b.png"):
        path.with_name(name).write_bytes(b"")
    find_images(path.replace(path.with_name("table.csv")))


def small_onnx() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write_colour_model(Path(folder, "model")).onnx_file.read_bytes()


SAMPLE = a_sample("rock", seed=1)
RECIPES = V0_1 / "recipes"
READERS = {
    "settings": Reader(lambda path: SettingsFile(path).load(), tomli_w.dumps({"hands": 1, "play": {}}).encode()),
    "manifest": Reader(
        lambda path: Manifest.from_json(path.read_bytes().decode()), MANIFEST.to_json().encode(), (ValueError,)
    ),
    "model archive": Reader(import_model, zipped(manifest__json=MANIFEST.to_json().encode())),
    "library state": Reader(read_state, b'{"schema": 1, "active": "a", "history": [], "forced": []}', (ValueError,)),
    "sidecar": Reader(
        lambda path: Sidecar.from_bytes(path.read_bytes()),
        sorted((V0_1 / "samples" / "rock").rglob("*.json"))[0].read_bytes(),
        (ValueError,),
    ),
    "sample archive": Reader(import_samples, a_sample_archive()),
    "image": Reader(lambda path: decode_png(path.read_bytes()), encode_png(SAMPLE.region_bgr), (ValueError,)),
    "labels": Reader(
        lambda path: read_labels(FileSystem(), path), (V0_1 / "samples" / "labels.json").read_bytes(), (ValueError,)
    ),
    "round log": Reader(lambda path: FileRoundLog(path).read(), (V0_1 / "matches.jsonl").read_bytes()),
    "rules": Reader(read_rules, json.dumps({"format_version": 1, "name": "own", "beats": {}}).encode()),
    "players": Reader(
        named("players.json", lambda folder: FolderPlayerProfiles(folder).listed()),
        b'{"format_version": 1, "players": [{"name": "Anna", "picture": ""}]}',
    ),
    "recipe": Reader(read_recipe, (RECIPES / "rpsls.toml").read_bytes()),
    "other hands": Reader(import_other_hands, some_other_hands()),
    "learnt": Reader(lambda path: decode_learnt(path.read_bytes()), some_learnt(), (ValueError,)),
    "tournament": Reader(
        lambda path: TournamentFile(path).read(),
        json.dumps(
            {
                "format_version": 1,
                "people": ["A", "B", "C"],
                "fixtures": [{"people": [*pair], "score": [2, 1]} for pair in ("AB", "AC", "BC")],
            }
        ).encode(),
    ),
    "picture": Reader(lambda path: square_picture(path.read_bytes()), an_image(".jpg")),
    "photo": Reader(lambda path: read_images(path.replace(path.with_name("a.png"))), an_image(".png")),
    "image folder": Reader(lambda path: read_images(path.replace(path.with_name("a.webp")).parent), an_image(".webp")),
    "video": Reader(read_video, a_video()),
    "ONNX file": Reader(check_onnx_file, small_onnx(), (ValueError,)),
    "label table": Reader(read_label_table, b"path,label,group,split\na.png,rock,anna,train\nb.png,paper,ben,test\n"),
    "pixel table": Reader(read_label_table, b"label,pixel1,pixel2,pixel3,pixel4\n3,0,1,2,255\n"),
    "list of rendered images": Reader(
        named("labels.csv", list_images), b"path,label,group\nrock/1.png,rock,a\npaper/2.png,paper,b\n"
    ),
    "events": Reader(
        lambda path: from_line(path.read_bytes().decode("utf-8", "replace")),
        (V0_1 / "retraining.jsonl").read_bytes().splitlines()[0],
    ),
}


def changed(whole: bytes) -> st.SearchStrategy[bytes]:
    """A good file with some bytes replaced, and its end cut off or continued."""
    edits = st.lists(st.tuples(st.integers(0, len(whole)), st.binary(max_size=6)), min_size=1, max_size=4)

    def apply(places: list[tuple[int, bytes]]) -> bytes:
        content = whole
        for place, data in places:
            content = content[:place] + data + content[place + len(data) :]
        return content

    return st.one_of(edits.map(apply), st.integers(0, len(whole)).map(lambda end: whole[:end]), st.binary(max_size=200))


def try_to_read(reader: Reader, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as outside:
        folder = Path(outside, "in", "here")
        folder.mkdir(parents=True)
        (folder / "file").write_bytes(content)
        with suppress(*reader.errors):
            reader.read(folder / "file")
        assert [path.name for path in Path(outside).iterdir()] == ["in"]
        assert [path.name for path in Path(outside, "in").iterdir()] == ["here"]


@pytest.mark.parametrize("name", READERS)
def test_a_good_file_is_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(READERS[name].whole)
    if name in ("model archive", "rules"):  # one lacks its network, the other a gesture
        with pytest.raises(GestureAppError):
            READERS[name].read(tmp_path / "file")
    else:
        READERS[name].read(tmp_path / "file")


@pytest.mark.timeout(300 + EXAMPLES)
@pytest.mark.parametrize("name", READERS)
def test_a_reader_answers_or_raises_its_own_error(name: str) -> None:
    reader = READERS[name]

    @settings(FUZZ, max_examples=min(EXAMPLES, MOST_EXAMPLES.get(name, EXAMPLES)))
    @given(changed(reader.whole))
    def check(content: bytes) -> None:
        try_to_read(reader, content)

    check()


HOSTILE = {
    "empty": b"",
    "zeros": b"\0" * 64,
    "no text": b"\xff" * 64,
    "null": b"null",
    "list": b"[]",
    "deep": DEEP,
    "deep TOML": b"a=" + b"[" * 5000,
    "infinite": b'{"version": 1e999}',
    "newer": b'{"schema": 99}',
}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_refused_by_every_reader(name: str, content: bytes) -> None:
    try_to_read(READERS[name], content)


def an_array_file(shape: tuple[int, ...], data: bytes, dtype: str = "<f4") -> bytes:
    """An ``.npz`` file with one array whose header claims a shape."""
    header = BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": dtype, "fortran_order": False, "shape": shape})
    return zipped(features__npy=header.getvalue() + data)


@pytest.mark.parametrize(
    "content",
    [
        an_array_file((1 << 40,), b"1234"),
        an_array_file((1 << 62, 4), b""),
        an_array_file((2,), bytes(16), "|O"),
        an_array_file((1 << 26,), bytes(1 << 28)),
    ],
    ids=["too short", "overflow", "pickle", "bomb"],
)
def test_arrays_that_lie_about_their_size_are_refused_before_they_take_memory(content: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="arrays cannot be read"):
            read_arrays(content, most_bytes=1 << 20)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["learnt", "other hands"])
def test_a_reader_of_arrays_refuses_one_that_claims_to_be_huge(name: str) -> None:
    """It was a MemoryError before."""
    claimed = BytesIO(an_array_file((1 << 40,), b"1234"))
    with zipfile.ZipFile(claimed) as archive:
        huge = archive.read("features.npy")
    try_to_read(READERS[name], zipped(version__npy=huge, logits__npy=huge))


def test_an_image_that_claims_to_be_huge_is_refused_before_it_is_decoded() -> None:
    bomb = bytearray(encode_png(SAMPLE.region_bgr))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(ValueError, match="60000"):
        decode_png(bytes(bomb))
