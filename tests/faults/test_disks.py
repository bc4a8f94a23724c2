"""Disks that fail under processes that change the user's files: the error is told, and nothing changes or is lost.

The faults are those of the system, in a process that has changed some files before. ``SOAK_DISKS=20`` tries that many
seeds of each kind.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from gesture_app.errors import GestureAppError
from tests.faults.processes import needs_forkserver, process_server
from tests.faults.writers import WRITERS, State

SEEDS = int(os.environ.get("SOAK_DISKS", "1"))
NOBODY = 65534
KINDS = [kind for kind in WRITERS if kind != "retraining"]  # see tests/training/retraining for that
CHANGES_BEFORE, MOST_CHANGES = 3, 40

pytestmark = needs_forkserver


def disk_is_full(_home: Path, most_bytes: int) -> None:
    """A limit on the size of files fails in the middle of a write, as a full disk does."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))


def permission_is_lost(home: Path, _most_bytes: int) -> None:
    if os.geteuid() == 0:
        os.setuid(NOBODY)
    else:
        for folder in (home, *(path for path in home.rglob("*") if path.is_dir())):
            folder.chmod(0o500)


def folder_is_gone(home: Path, _most_bytes: int) -> None:
    for path in home.iterdir():
        if path.is_dir() and path.name not in ("shipped", "elsewhere"):
            shutil.rmtree(path)


FAULTS: dict[str, Callable[[Path, int], None]] = {
    "full": disk_is_full,
    "permission lost": permission_is_lost,
    "folder gone": folder_is_gone,
}


def change_until_it_fails(kind: str, fault: str, home: Path, seed: int, told: Connection) -> None:
    """Make some changes, then the fault, then more until one fails.

    Sends the state after the last change that was acknowledged, and message and hint of the error; none if there was
    none.
    """
    rng = random.Random(seed)
    most_bytes = rng.choice((100, 700, 10_000))
    changes = WRITERS[kind].changes(home, rng, seed)
    state: State = {}
    for number in range(MOST_CHANGES):
        states, change = next(changes)
        if number == CHANGES_BEFORE or (fault == "full" and number > CHANGES_BEFORE):
            FAULTS[fault](home, most_bytes)
            most_bytes //= 2  # until it is smaller than a file
        try:
            change()
        except GestureAppError as error:
            told.send((state, str(error.message), str(error.hint)))
            return
        state = states[-1]
    told.send((state, "", ""))


def after_a_fault(kind: str, fault: str, home: Path, seed: int) -> Any:
    context = process_server()
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=change_until_it_fails, args=(kind, fault, home, seed, sender))
    process.start()
    sender.close()
    try:
        with receiver:
            answer = receiver.recv()
    except EOFError:
        answer = None  # its traceback is on standard error
    process.join()
    return answer


@pytest.fixture
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    kind = request.node.callspec.params["kind"]
    WRITERS[kind].prepare(tmp_path)
    return tmp_path


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("fault", ["full", "permission lost"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_change_that_does_not_reach_the_disk_is_told_and_changes_nothing(
    kind: str, fault: str, home: Path, seed: int
) -> None:
    answer = after_a_fault(kind, fault, home, seed)
    assert answer is not None, "it ended with another error than one of the program"
    state, message, hint = answer
    assert message
    assert hint
    assert WRITERS[kind].read(home) == state


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_that_is_deleted_while_the_program_runs_is_made_anew_or_its_loss_told(
    kind: str, home: Path, seed: int
) -> None:
    answer = after_a_fault(kind, "folder gone", home, seed)
    assert answer is not None, "it ended with another error than one of the program"
    _state, message, hint = answer
    assert bool(message) == bool(hint)
    if kind == "learning at once":
        WRITERS[kind].prepare(home)  # reading needs a sample
    WRITERS[kind].read(home)
