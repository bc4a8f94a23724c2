"""Entry point of ``gesture-app`` and ``python -m gesture_app``."""

from __future__ import annotations

import runpy
import sys

from gesture_app.cli.main import run_command_line


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        arguments: Command-line arguments without the program's name; None for those of the process.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    if getattr(sys, "frozen", False) and arguments[:1] == ["-m"]:
        return _run_module(arguments[1:])
    return run_command_line(arguments)


def _run_module(arguments: list[str]) -> int:
    """Run a module as ``python -m`` does: a frozen program has no other Python to start a process with."""
    sys.argv = arguments
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
