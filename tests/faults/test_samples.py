"""The sample store on disks that fail and in processes that are killed, at any file operation."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gesture_app.domain.samples.labels import BUILT_IN_LABELS, SampleLabel
from gesture_app.errors import SampleStoreError
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.storage.atomic import FileSystem, is_temporary
from tests.fakes.sample_hands import SESSION, a_sample, same_sample

ROOT = Path(__file__).resolve().parents[2]
OLD = f"{SESSION}-1"
CHOSEN = BUILT_IN_LABELS.with_label(SampleLabel("horns", "Horns"))

ACTS: dict[str, Callable[[FolderSampleStore], object]] = {
    "add": lambda store: store.add(a_sample("paper", seed=2)),
    "relabel": lambda store: store.relabel(OLD, "paper"),
    "delete": lambda store: store.delete(OLD),
    "restore": lambda store: store.restore(f"{SESSION}-9"),
    "empty trash": lambda store: store.empty_trash(),
    "set labels": lambda store: store.set_labels(CHOSEN),
}


class KilledError(BaseException):
    """Stands for the end of the process: nothing but the test itself catches it."""


class FailingFiles(FileSystem):
    """Fails at one step, counted from 0, and at all later ones if the process is dead; a write leaves half a file."""

    def __init__(self, fail_at: int, *, killed: bool) -> None:
        self.fail_at = fail_at
        self.killed = killed
        self.steps = 0

    def _step(self) -> bool:
        self.steps += 1
        return self.steps - 1 == self.fail_at or (self.killed and self.steps - 1 > self.fail_at)

    def _fail(self) -> None:
        raise KilledError if self.killed else OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def make_folder(self, folder: Path) -> None:
        if self._step():
            self._fail()
        super().make_folder(folder)

    def write(self, path: Path, content: bytes, *, private: bool = False) -> None:
        if self._step():
            if self.steps - 1 == self.fail_at:
                path.write_bytes(content[: len(content) // 2])
            self._fail()
        super().write(path, content, private=private)

    def replace(self, source: Path, target: Path) -> None:
        if self._step():
            self._fail()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        if self._step():
            self._fail()
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        if self._step():
            self._fail()
        super().sync_folder(folder)


def prepared(root: Path) -> None:
    """One listed sample and one in the trash."""
    store = FolderSampleStore(root)
    store.add(a_sample("rock", 1, seed=1))
    store.add(a_sample("rock", 9, seed=9))
    store.delete(f"{SESSION}-9")


def step_count(act: str, root: Path) -> int:
    prepared(root)
    files = FailingFiles(-1, killed=False)
    ACTS[act](FolderSampleStore(root, files=files))
    return files.steps


def later(root: Path) -> FolderSampleStore:
    """A store that is opened a day later, when unfinished files are removed."""
    return FolderSampleStore(root, now=lambda: datetime.now(timezone.utc) + timedelta(days=1))


def everything(store: FolderSampleStore) -> tuple[object, ...]:
    for info in store.listed():
        store.load(info.id)
    present = [(info.id, info.label) for info in store.listed()]
    return present, [info.id for info in store.trashed()], store.labels


def failure_of(act: str, store: FolderSampleStore) -> SampleStoreError | None:
    try:
        ACTS[act](store)
    except SampleStoreError as error:
        return error
    return None


def files_per_sample(root: Path) -> set[int]:
    names = [path for path in root.rglob("*") if path.is_file() and path.name != "labels.json"]
    return {len([other for other in names if other.stem == path.stem]) for path in names}


@pytest.mark.parametrize("act", ACTS)
def test_a_full_disk_at_any_step_is_reported_and_changes_nothing(act: str, tmp_path: Path) -> None:
    for fail_at in range(step_count(act, tmp_path / "counted")):
        root = tmp_path / str(fail_at)
        prepared(root)
        store = FolderSampleStore(root, files=FailingFiles(fail_at, killed=False))
        before = everything(store)
        error = failure_of(act, store)
        if error is None:
            assert everything(store) == everything(later(root)) != before
        else:
            assert "No space left on device" in error.message
            assert error.hint
            if act != "empty trash":  # a deleted sample that is half removed is gone
                assert everything(store) == before
                assert everything(later(root)) == before
        again = later(root)
        assert again.damaged == ()
        assert files_per_sample(root) == {2}
        again.add(a_sample("spock"))


@pytest.mark.parametrize("act", ACTS)
def test_a_process_killed_at_any_step_leaves_only_complete_samples(act: str, tmp_path: Path) -> None:
    prepared(tmp_path / "done")
    before = everything(later(tmp_path / "done"))
    steps = step_count(act, tmp_path / "counted")
    after = everything(later(tmp_path / "counted"))
    assert before != after
    for fail_at in range(steps):
        root = tmp_path / str(fail_at)
        prepared(root)
        with pytest.raises(KilledError):
            ACTS[act](FolderSampleStore(root, files=FailingFiles(fail_at, killed=True)))
        # At once, as after a restart, and after leftovers were removed.
        for store in (FolderSampleStore(root), later(root)):
            assert everything(store) in (before, after)
            assert store.damaged == ()
        assert files_per_sample(root) == {2}
        assert not [path for path in root.rglob(".*") if is_temporary(path.name)]


def test_several_that_do_not_fit_are_all_taken_back(tmp_path: Path) -> None:
    samples = [a_sample("paper", number, seed=number) for number in range(2, 6)]
    for fail_at in range(3, 30):
        root = tmp_path / str(fail_at)
        prepared(root)
        files = FailingFiles(fail_at, killed=False)
        store = FolderSampleStore(root, files=files)
        before = everything(store)
        try:
            store.add_all(samples)
        except SampleStoreError:
            assert everything(store) == before
            assert everything(later(root)) == before
        else:
            assert files.steps <= fail_at
            assert store.counts_by_label() == {"rock": 1, "paper": 4}
            break
    else:
        pytest.fail("never got so far as to fit")


def test_a_sample_that_could_not_be_saved_can_be_saved_later(tmp_path: Path) -> None:
    files = FailingFiles(3, killed=False)
    store = FolderSampleStore(tmp_path, files=files)
    with pytest.raises(SampleStoreError, match="Make room"):
        store.add(a_sample(seed=4))
    name = store.add(a_sample(seed=4)).id
    assert same_sample(FolderSampleStore(tmp_path).load(name), a_sample(number=1, seed=4))


ADDS_FOR_EVER = """
import sys
from pathlib import Path
from gesture_app.recording.sample_store import FolderSampleStore
from tests.fakes.sample_hands import a_sample
store = FolderSampleStore(Path(sys.argv[1]))
seed = 0
while True:
    seed += 1
    name = store.add(a_sample(("rock", "paper")[seed % 2], seed=seed)).id
    print(name, flush=True)
    if seed % 3 == 0:
        store.relabel(name, "spock")
    if seed % 5 == 0:
        store.delete(name)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("kill_after", [1, 6, 20])
def test_a_process_killed_while_adding_leaves_only_complete_samples(tmp_path: Path, kill_after: int) -> None:
    root = tmp_path / "samples"
    command = [sys.executable, "-c", ADDS_FOR_EVER, str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        added = [process.stdout.readline().strip() for _ in range(kill_after)]
        process.kill()
        added += process.stdout.read().split()
    store = later(root)
    there = {info.id for info in (*store.listed(), *store.trashed())}
    assert set(added) <= there
    assert len(there) <= len(added) + 1
    for info in store.listed():
        store.load(info.id)
    assert store.damaged == ()
    assert files_per_sample(root) == {2}
