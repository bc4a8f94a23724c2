"""Actions of a command, such as ``list`` in ``gesture-app models list``."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from rich.console import Console

from gesture_app.cli.options import add_verbose_argument

Handler = Callable[[argparse.Namespace, Console, Console], int]
"""Runs an action with (arguments, stdout, stderr) and returns the exit code."""


class Actions:
    """The actions of one command.

    Args:
        parser: Parser of the command. One of the actions is required.
    """

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._parsers = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def add(
        self, name: str, handler: Handler, *, help_text: str, aliases: tuple[str, ...] = ()
    ) -> argparse.ArgumentParser:
        """Add an action and return its parser."""
        parser = self._parsers.add_parser(name, help=help_text, aliases=aliases)
        add_verbose_argument(parser)
        parser.set_defaults(handler=handler)
        return parser


def run_action(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    """Run the action that the arguments name and return its exit code."""
    handler: Handler = args.handler
    return handler(args, stdout, stderr)
