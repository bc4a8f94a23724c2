"""Parses the command line, runs the chosen command, and turns errors into messages and exit codes."""

from __future__ import annotations

import argparse
import logging
import sys
import time
from importlib import import_module
from typing import Protocol, cast

from rich.console import Console

from gesture_app.cli import window
from gesture_app.cli.options import add_verbose_argument
from gesture_app.errors import EXIT_BAD_INPUT, GestureAppError
from gesture_app.resources import data_folder, settings_folder
from gesture_app.storage.atomic import remove_unfinished
from gesture_app.storage.private_folders import protect

EXIT_INTERRUPTED = 130

_DESCRIPTION = "The command line: the app itself, and the same pipeline without a window."
_COMMANDS = {
    "replay": "recognize every frame of a recorded source",
    "verify-round": "check that the computer chose first",
    "matches": "list, export or erase the rounds you played",
    "players": "add, show, rename or export the people who play",
    "rules": "make and keep own rules, with any gestures",
    "models": "list, choose, export or import models",
    "samples": "list, import, export or mend recorded samples",
    "erase": "erase what the program keeps of you",
    "report": "save log, versions and settings for somebody who helps",
    "doctor": "check this machine, and say what to do",
    "bench": "measure the speed of recognition on this machine, stage by stage",
}
"""Help of each command by name. The command ``x-y`` is the module ``gesture_app.cli.x_y``."""


class Command(Protocol):
    """A module of this package that is a command."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
        """Run the command and return its exit code."""


def run_command_line(arguments: list[str]) -> int:
    """Run a command and return its exit code.

    Args:
        arguments: Command-line arguments without the program's name.

    Returns:
        0, 1 (a check found something), 2 (bad input), or 130 (interrupted).
    """
    args = _parser(arguments).parse_args(arguments)
    logging.basicConfig(level=logging.DEBUG if args.verbose else logging.ERROR, format="%(levelname)s %(message)s")
    # Messages contain file names and commands; "[gui]" must not be read as a colour.
    stdout, stderr = Console(markup=False), Console(stderr=True, markup=False)
    folders = (settings_folder(), data_folder())
    protect(folders)
    remove_unfinished(folders, time.time())
    try:
        return int(args.run(args, stdout, stderr))
    except GestureAppError as error:
        stderr.print(f"gesture-app: {error.message}", style="bold red", highlight=False, soft_wrap=True)
        if error.hint:
            stderr.print(error.hint, highlight=False, soft_wrap=True)
        return EXIT_BAD_INPUT
    except KeyboardInterrupt:
        stderr.print("Stopped.")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe has gone, as in `replay --json - | head`
        return 0
    finally:
        protect(folders)  # a command may have made them


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    """Parser of the command line. Only modules of commands that are named in the arguments are imported."""
    parser = argparse.ArgumentParser(prog="gesture-app", description=_DESCRIPTION)
    window.add_arguments(parser)
    parser.set_defaults(run=window.run)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands (none: the window)")
    for name, help_text in _COMMANDS.items():
        command_parser = commands.add_parser(name, help=help_text)
        add_verbose_argument(command_parser)
        if name in arguments:  # the others stay unimported: OpenCV and MediaPipe take a while
            command = cast(Command, import_module(f"gesture_app.cli.{name.replace('-', '_')}"))
            command.add_arguments(command_parser)
            command_parser.set_defaults(run=command.run)
    return parser
