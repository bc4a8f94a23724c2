"""Adding what training needs: all of it or nothing, and never to the harm of what is installed."""

from __future__ import annotations

import json
import os
import shutil
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest

from gesture_app.errors import InstallationError
from gesture_app.installation import training_packages as module
from gesture_app.installation.run import AddingPhase, AddingProgress, Ending, Listener
from gesture_app.installation.training_packages import STAMP_NAME, TrainingPackages
from tests.fakes.installer import FETCHING, INSTALLING, FakeInstaller

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the fake installer is a shell script")

Usage = namedtuple("Usage", "total used free")


class Told:
    """What was reported, and when to cancel or leave."""

    def __init__(self, *, cancel_at: str = "", leave_at: str = "") -> None:
        self.progress: list[AddingProgress] = []
        self.lines: list[str] = []
        self._cancel_at, self._leave_at = cancel_at, leave_at

    @property
    def listener(self) -> Listener:
        return Listener(
            self.progress.append,
            self.lines.append,
            lambda: bool(self._cancel_at) and self._has_said(self._cancel_at),
            lambda: bool(self._leave_at) and self._has_said(self._leave_at),
        )

    def _has_said(self, text: str) -> bool:
        return any(text in line for line in self.lines)


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeInstaller:
    return FakeInstaller(tmp_path, monkeypatch)


def left_behind(installer: FakeInstaller) -> list[str]:
    return sorted(path.name for path in installer.packages.iterdir())


def failure(packages: TrainingPackages) -> InstallationError:
    with pytest.raises(InstallationError) as raised:
        packages.add(Told().listener)
    return raised.value


def test_what_is_missing_is_added_in_one_go_and_checked(installer: FakeInstaller) -> None:
    packages, told = installer.make(), Told()
    assert packages.missing() == ("tensorflow>=2.19,<2.20", "tf2onnx>=1.16")
    assert packages.add(told.listener) is None
    assert installer.asked("wanted") == ["tensorflow>=2.19,<2.20", "tf2onnx>=1.16"]
    assert packages.missing() == ()
    assert left_behind(installer) == ["tensorflow-2.19.1.dist-info", "tf2onnx-1.17.0.dist-info"]
    phases = [progress.phase for progress in told.progress]
    assert phases[0] is AddingPhase.FETCH
    assert phases[-2:] == [AddingPhase.INSTALL, AddingPhase.CHECK]
    assert told.progress[phases.index(AddingPhase.INSTALL) - 1].package == "tensorflow"
    assert told.lines[0] == "Resolved 30 packages in 1s"


def test_nothing_that_is_installed_is_changed(installer: FakeInstaller) -> None:
    installer.install("numpy", "1.26.1")
    installer.install("tf2onnx", "1.16.0")
    installer.make().add(Told().listener)
    assert installer.asked("wanted") == ["tensorflow>=2.19,<2.20"]
    pins = installer.asked("constraints").split("\n")
    assert "numpy==1.26.1" in pins
    assert "NumPy==1.26.4" not in pins
    assert "tensorflow==2.19.1" in pins
    assert "tf2onnx==1.16.0" in pins


def test_cancelling_while_packages_are_fetched_leaves_nothing(installer: FakeInstaller) -> None:
    installer.will(*FETCHING, ["hang"])
    packages = installer.make()
    assert packages.add(Told(cancel_at="Downloading").listener) is Ending.CANCELLED
    assert left_behind(installer) == []
    assert len(packages.missing()) == 2


def test_an_installation_that_has_begun_is_not_cancelled(installer: FakeInstaller) -> None:
    packages = installer.make()
    assert packages.add(Told(cancel_at="Prepared").listener) is None
    assert packages.missing() == ()


def test_a_program_that_ends_leaves_the_installation_to_the_installer(installer: FakeInstaller, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    installer.will(*FETCHING, ["say", "Prepared 2 packages in 2s"], ["await", str(gate)], *INSTALLING)
    packages = installer.make()
    assert packages.add(Told(leave_at="Prepared").listener) is Ending.LEFT
    assert any(name.startswith(".adding-") for name in left_behind(installer))
    gate.write_text("go on")
    while packages.missing():
        os.sched_yield()


def test_a_package_that_was_interrupted_counts_as_missing_and_is_installed_again(installer: FakeInstaller) -> None:
    installer.install("tensorflow", "2.19.0", is_whole=False)
    installer.install("mine", "1.0", is_whole=False)
    packages = installer.make()
    assert "tensorflow>=2.19,<2.20" in packages.missing()
    packages.add(Told().listener)
    assert left_behind(installer) == [
        "mine-1.0.dist-info",
        "tensorflow-2.19.1.dist-info",
        "tf2onnx-1.17.0.dist-info",
    ]


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("cause: dns error: failed to lookup address information", "does not answer", "connection to the internet"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full", "Free some space"),
        ("error: failed to create file: Permission denied (os error 13)", "cannot be written", "setup.py train"),
        ("ERROR: ResolutionImpossible: for help visit", "do not fit", "setup.py train"),
        ("cause: invalid peer certificate: UnknownIssuer", "certificate", "date and the proxy"),
        ("ERROR: No matching distribution found for tensorflow", "not for this system", "package index"),
        ("Segmentation fault", "exit code 3", "setup.py train"),
    ],
)
def test_a_failure_is_explained_and_leaves_nothing(
    installer: FakeInstaller, line: str, message: str, hint: str
) -> None:
    installer.will(*FETCHING, ["say", line], ["exit", 3])
    installer.prefix = installer.root / ".venv"
    error = failure(installer.make())
    assert message in error.message
    assert hint in error.hint
    assert left_behind(installer) == []


def test_nothing_is_fetched_if_the_disk_is_too_small(installer: FakeInstaller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _path: Usage(10**12, 10**12, 700_000_000))
    told = Told()
    with pytest.raises(InstallationError, match=r"needs \d\.\d GB, and 0\.7 GB are free") as raised:
        installer.make().add(told.listener)
    assert str(installer.packages) in raised.value.hint
    assert told.lines == []


def test_packages_that_cannot_be_loaded_are_told(installer: FakeInstaller) -> None:
    installer.checked = ("no_such_module_of_tensorflow",)
    error = failure(installer.make())
    assert "cannot be used: ModuleNotFoundError: No module named 'no_such_module_of_tensorflow'" in error.message


def test_a_second_try_after_a_failed_check_checks_only(installer: FakeInstaller) -> None:
    installer.checked = ("no_such_module_of_tensorflow",)
    failure(installer.make())
    installer.will(["exit", 1])
    installer.checked = ("json",)
    assert installer.make().add(Told().listener) is None


def test_set_up_is_told_what_was_added(installer: FakeInstaller) -> None:
    stamp = installer.prefix / STAMP_NAME
    stamp.write_text('{"fingerprint": "f", "extras": ["gui"]}', encoding="utf-8")
    installer.make().add(Told().listener)
    assert json.loads(stamp.read_text(encoding="utf-8")) == {"fingerprint": "f", "extras": ["gui", "train"]}


def test_a_damaged_stamp_is_left_alone(installer: FakeInstaller) -> None:
    stamp = installer.prefix / STAMP_NAME
    stamp.write_text("[1", encoding="utf-8")
    assert installer.make().add(Told().listener) is None
    assert stamp.read_text(encoding="utf-8") == "[1"


def test_what_a_killed_program_left_is_removed(installer: FakeInstaller) -> None:
    old, new = installer.packages / ".adding-old", installer.packages / ".adding-new"
    for folder in (old, new):
        folder.mkdir()
    os.utime(old, (0, 0))
    installer.make().add(Told().listener)
    assert [folder.exists() for folder in (old, new)] == [False, True]


def test_where_nothing_can_be_added_the_reason_is_given(installer: FakeInstaller) -> None:
    environment = installer.environment
    shutil.rmtree(installer.packages)
    for broken, reason in (
        (replace(environment, is_frozen=True), "source code"),
        (replace(environment, is_managed=True), "the system's own Python"),
        (environment, "cannot be written"),
        (replace(environment, packages=installer.prefix, uv=""), "Neither pip nor uv"),
    ):
        packages = TrainingPackages(broken, installer.root)
        assert reason in packages.obstacle
        assert reason in failure(packages).hint
    (installer.root / "constraints.txt").unlink()
    assert "constraints.txt is missing" in installer.make().obstacle
