"""Stands for the process that retrains: does what it is told, step by step. Waits on its standard input, not on time.

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
    """Go on with the next line of standard input; where it ends, end as the real process does."""
    if not sys.stdin.readline():
        say({"event": "cancelled"})
        sys.exit(130)


def ignore() -> None:
    """Hear neither SIGTERM nor the end of standard input from here on."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    say({"event": "log", "text": "deaf"})
    while True:
        signal.pause()


def leave(folder: str) -> None:
    """Begin to make a model."""
    os.mkdir(os.path.join(folder, f".making-{os.getpid()}-new"))  # noqa: PTH102, PTH118 - starts faster without pathlib


def flood(line: str, count: int) -> None:
    for _ in range(count):
        sys.stdout.write(line)
    sys.stdout.flush()


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
    "crash": crash,
    "exit": sys.exit,
}

if __name__ == "__main__":
    main()
