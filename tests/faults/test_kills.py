"""Processes that are killed at random moments: at the next start everything acknowledged is there, and nothing half.

``SOAK_KILLS=200`` kills that many of each kind instead of a few (``make soak``). ``pytest -s`` shows the counts.
"""

from __future__ import annotations

import os
import random
import signal
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gesture_app.inference.library.model_files import clear_leftovers
from gesture_app.recording.sample_folder import TRASH
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.storage.atomic import remove_unfinished
from tests.faults.processes import needs_forkserver, process_server
from tests.faults.writers import WRITERS, State, write_for_ever

KILLS = int(os.environ.get("SOAK_KILLS", "5"))
MOST_CHANGES = 5
"""Most changes that a process has certainly made when it is killed."""
LONGEST_S = 0.1
"""Longest time that it goes on after them."""
STARTS_S = 60.0
"""Longest time of a change on a busy machine."""

pytestmark = [needs_forkserver, pytest.mark.timeout(300 + 10 * KILLS)]


def killed(kind: str, home: Path, trial: int) -> tuple[list[State], int]:
    """Kill a process at a random moment.

    Returns:
        The states that its files may be in now, and the number of acknowledged changes.
    """
    rng, processes = random.Random(f"{kind} {trial}"), process_server()
    receiver, sender = processes.Pipe(duplex=False)
    process = processes.Process(target=write_for_ever, args=(kind, home, rng.randrange(1 << 30), trial, sender))
    process.start()
    sender.close()
    with receiver:
        last, begun, count = receiver.recv(), None, 0  # it is at work from now on
        receiver.recv()
        wanted, goes_on_s = rng.randint(0, MOST_CHANGES), rng.uniform(0, LONGEST_S)
        deadline_s = time.monotonic() + (STARTS_S if wanted else goes_on_s)
        while True:
            try:
                if process.is_alive() and not receiver.poll(max(0.0, deadline_s - time.monotonic())):
                    process.kill()
                    process.join()
                    continue
                told = receiver.recv()
            except (EOFError, OSError):
                break
            if told is None:
                last, count = [begun[-1]], count + 1
                if count == wanted:
                    deadline_s = time.monotonic() + goes_on_s
            begun = told
    process.join()
    assert process.exitcode == -signal.SIGKILL, f"it ended by itself, with {process.exitcode}"
    return [*last, *(begun or [])], count


def unfinished_after_days(home: Path) -> list[Path]:
    """Files that are unfinished, or lie in folders that are, after a start some days later."""
    later = datetime.now(timezone.utc) + timedelta(days=2)
    remove_unfinished([home, home / "settings"], later.timestamp())
    clear_leftovers(home / "own", later)
    FolderSampleStore(home / "samples", now=lambda: later)
    inside = [path.relative_to(home) for path in home.rglob("*") if path.is_file()]
    return [path for path in inside if any(part[0] == "." and part != TRASH for part in path.parts)]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_killed_process_loses_nothing_and_leaves_nothing_half(kind: str, tmp_path: Path) -> None:
    writer, acknowledged = WRITERS[kind], 0
    writer.prepare(tmp_path)
    for trial in range(KILLS):
        possible, count = killed(kind, tmp_path, trial)
        assert writer.read(tmp_path) in possible
        acknowledged += count
    assert unfinished_after_days(tmp_path) == []
    print(f"\n{kind}: {KILLS} kills, {acknowledged} changes acknowledged, none of them lost")
