"""Fake retraining process that runs the given steps. It waits on its standard input, not on time.

python training_process.py '[["say", {...}], ["pause"], ["exit", 0]]'
"""

from __future__ import annotations

import json
import os
import signal
import sys


def main() -> None:
    for step in json.loads(sys.argv[1]):
        name, *values = step
        STEPS[name](*values)


def say(event: dict[str, object]) -> None:
    write(json.dumps(event) + "\n")


def write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def complain(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def pause() -> None:
    """Wait for a line of standard input; at its end, exit like the real process."""
    if not sys.stdin.readline():
        say({"event": "cancelled"})
        sys.exit(130)


def ignore() -> None:
    """Ignore SIGTERM and the end of standard input from now on."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    say({"event": "log", "text": "deaf"})
    while True:
        signal.pause()


def leave(folder: str) -> None:
    """Make the folder of an unfinished model."""
    os.mkdir(os.path.join(folder, f".making-{os.getpid()}-new"))  # noqa: PTH102, PTH118 - starts faster without pathlib


def flood(line: str, count: int) -> None:
    for _ in range(count):
        sys.stdout.write(line)
    sys.stdout.flush()


def starve() -> None:
    """Run out of memory, as under ``ulimit -v``."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (200_000_000, 200_000_000))
    bytearray(1_000_000_000)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


STEPS = {
    "say": say,
    "write": write,
    "complain": complain,
    "pause": pause,
    "ignore": ignore,
    "leave": leave,
    "flood": flood,
    "starve": starve,
    "crash": crash,
    "exit": sys.exit,
}

if __name__ == "__main__":
    main()
