"""Playing, collecting, replaying, exporting, training and retraining, each in an empty home folder under strace.

None opens an internet socket, and all that they write is listed here. ``SOAK_PRIVACY_S=600`` lets the window run, and
repeats the others, for that long (``make soak``); training and retraining run then only.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gesture_app.cli.privacy_check import Observed, has_opened, observed
from gesture_app.domain.samples.sample import Sample, SampleInfo
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.resources import DEMO_CLIP, PROJECT_ROOT, SHIPPED_MODELS
from tests.fakes.clips import ONE_HAND
from tests.privacy.test_library_telemetry import INHERITED, TENSORFLOW

STARTS_S = 60
RUNS_S = float(os.environ.get("SOAK_PRIVACY_S", "0"))
"""Time for which each activity is repeated; 0 for once, and some seconds of the window."""
WINDOW_S = RUNS_S or 6.0
OWN = (".local/share/gesture-app", ".config/gesture-app")
"""The program's folders in a home folder on Linux."""
SECRET = b"48.8584 N 2.2945 E"
PULSE_AUDIO = (".config/pulse",)
"""Made by the library that plays sounds on Linux; it is empty, or holds the key to the user's own sound server."""

pytestmark = [
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing"),
    pytest.mark.timeout(300 + 8 * RUNS_S),
]
only_in_soak = pytest.mark.skipif(
    "SOAK_PRIVACY_S" not in os.environ, reason="for make soak: takes minutes under strace"
)


class Home:
    """An empty home folder, with a folder for temporary files and one that the user chose beside it.

    Attributes:
        folder: The home folder.
        chosen: A folder for what the user exports.
    """

    def __init__(self, root: Path) -> None:
        self.folder, self.chosen, self._temporary = root / "home", root / "chosen", root / "tmp"
        for folder in (self.folder, self.chosen, self._temporary):
            folder.mkdir()
        self._calls = root / "calls"
        inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
        self._environment = {
            **inherited,
            "HOME": str(self.folder),
            "TMPDIR": str(self._temporary),
            "QT_QPA_PLATFORM": "offscreen",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def start(self, module: str, *arguments: str | Path) -> subprocess.Popen[bytes]:
        """Start a module under strace; what it does is added to that of those before."""
        traced = (
            "trace=socket,connect,sendto,sendmsg,sendmmsg,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2"
        )
        strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-A", "-e", traced, "-o", str(self._calls)]
        return subprocess.Popen(
            [*strace, sys.executable, "-m", module, *map(str, arguments)],
            cwd=PROJECT_ROOT,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def run(self, module: str, *arguments: str | Path, code: int = 0) -> None:
        """Run a module under strace to its end."""
        with self.start(module, *arguments) as process:
            _, errors = process.communicate()
        assert process.returncode == code, errors.decode(errors="replace")

    def seen(self) -> Observed:
        """What the processes have done."""
        with self._calls.open(errors="replace") as lines:
            return observed(lines, PROJECT_ROOT)

    def has_opened(self, file: Path) -> bool:
        """Whether a process has opened a file."""
        if not self._calls.exists():
            return False
        with self._calls.open(errors="replace") as lines:
            return has_opened(file, lines)

    def unexpected(self, libraries: Sequence[str] = ()) -> list[str]:
        """Files that were written where nothing should be."""
        allowed = [self.chosen, self._temporary, Path("/dev/shm"), *(self.folder / name for name in OWN)]
        outside = self.seen().outside(allowed)
        parents = {parent for name in (*OWN, *libraries) for parent in (self.folder / name).parents}
        return [
            str(path)
            for path in outside
            if path not in parents and not str(path).startswith(tuple(str(self.folder / name) for name in libraries))
        ]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def for_a_while() -> Sequence[int]:
    """Numbers of repetitions: one, or as many as fit into the time."""
    end_s = time.monotonic() + RUNS_S

    class Repetitions(Sequence[int]):
        def __len__(self) -> int:
            return sys.maxsize

        def __getitem__(self, number: int) -> int:  # type: ignore[override]
            if number and time.monotonic() >= end_s:
                raise IndexError
            return number

    return Repetitions()


def silent(home: Home, *, libraries: Sequence[str] = (), calls: Sequence[str] = ()) -> None:
    """Fail if there was a socket or a file that should not be."""
    assert [call for call in home.seen().sockets if not call.startswith(tuple(calls) or ("-",))] == []
    assert home.unexpected(libraries) == []


def photos(folder: Path) -> Path:
    """Photos of hands, with a place in their EXIF data."""
    from training.retraining.rehearsal_set import BASE_FILE, FOLDER, load_rendered_hands

    for number, hand in enumerate(load_rendered_hands(FOLDER, BASE_FILE).samples[:60:6]):
        path = folder / hand.label / f"{number}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        exif = b"Exif\0\0II*\0" + SECRET
        length = (len(exif) + 2).to_bytes(2, "big")
        path.write_bytes(hand.region_jpeg[:2] + b"\xff\xe1" + length + exif + hand.region_jpeg[2:])
    return folder


def test_the_window(home: Home) -> None:
    process = home.start("gesture_app", "--source", DEMO_CLIP)
    deadline_s = time.monotonic() + STARTS_S
    try:
        while not home.has_opened(DEMO_CLIP) and time.monotonic() < deadline_s:
            assert_runs_on(process, 1.0)
        assert_runs_on(process, WINDOW_S)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert home.has_opened(DEMO_CLIP), "it was not started"
    silent(home, libraries=PULSE_AUDIO)


def assert_runs_on(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Watch the window for a while; it must not end by itself."""
    with suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=seconds)
    assert process.poll() is None, "the window ended by itself"


def test_replaying_a_clip(home: Home) -> None:
    for number in for_a_while():
        home.run("gesture_app", "replay", ONE_HAND, "--json", home.chosen / f"{number}.jsonl")
    silent(home)


def test_collecting_and_exporting(home: Home, tmp_path: Path) -> None:
    folder = photos(tmp_path / "photos")
    for number in for_a_while():
        home.run("gesture_app", "samples", "import", folder)
        home.run("gesture_app", "samples", "export", home.chosen / f"{number}.zip")
        home.run(
            "gesture_app", "models", "export", SHIPPED_MODELS.glob("rpsls*").__next__().name, home.chosen / "m.zip"
        )
        stored = list((home.folder / OWN[0] / "samples").rglob("*.png"))
        assert stored
        assert not any(SECRET in path.read_bytes() for path in stored)
        with zipfile.ZipFile(home.chosen / f"{number}.zip") as archive:
            assert not any(SECRET in archive.read(name) for name in archive.namelist())
        home.run("gesture_app", "erase", "--all", "--yes")
        assert [path for path in home.folder.rglob("*") if path.is_file()] == []
    assert {path.name for path in home.chosen.iterdir()} >= {"0.zip", "m.zip"}
    silent(home)


@only_in_soak
def test_training(home: Home, tmp_path: Path) -> None:
    from tests.fakes.image_runs import write_images
    from tests.training.images.test_train_command import RECIPE

    recipe = tmp_path / "tiny.toml"
    recipe.write_text(RECIPE, encoding="utf-8")
    data = write_images(tmp_path / "pictures", 12)
    for number in for_a_while():
        home.run("training", "train", recipe, "--data", data, "--runs", home.chosen / str(number))
    silent(home, libraries=TENSORFLOW.files, calls=TENSORFLOW.calls)


@only_in_soak
def test_retraining(home: Home, tmp_path: Path) -> None:
    from gesture_app.domain.frames.frame import Hand, Handedness
    from training.retraining.rehearsal_set import BASE_FILE, FOLDER, load_rendered_hands

    store = FolderSampleStore(tmp_path / "samples")
    begun = datetime(2024, 5, 1, 10, tzinfo=timezone.utc)
    hands = [
        one for one in load_rendered_hands(FOLDER, BASE_FILE).samples if one.label in ("rock", "paper", "scissors")
    ]
    for number, one in enumerate(hands[::2]):
        height, width = one.region_bgr.shape[:2]
        taken_at = (begun + timedelta(days=number % 2, seconds=10 * number)).isoformat()
        hand = Hand(one.landmarks_px, Handedness.RIGHT, 0.9)
        info = SampleInfo(f"day{number % 2}", number + 1, one.label, taken_at, "rendered", hand, (width, height))
        store.add(Sample(info, one.region_bgr))
    model = next(SHIPPED_MODELS.glob("rpsls*"))
    for number in for_a_while():
        root = home.chosen / str(number)
        home.run("training.cli.retrain", "--samples", store.root, "--model", model, "--models-root", root)
        assert [path.name for path in root.iterdir() if not path.name.startswith(".")]
    silent(home, libraries=TENSORFLOW.files, calls=TENSORFLOW.calls)


def test_a_socket_and_a_file_elsewhere_would_be_seen(home: Home, tmp_path: Path) -> None:
    """The checks above can fail."""
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9)); open('{}', 'w')"
    (tmp_path / "leak.py").write_text(code.format(home.folder / ".telemetry"), encoding="utf-8")
    home._environment["PYTHONPATH"] = str(tmp_path)
    home.run("leak")
    assert len(home.seen().sockets) == 2
    assert home.unexpected() == [str(home.folder / ".telemetry")]
