"""``gesture-app report``: prints what a report holds and saves it, for somebody who helps."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from gesture_app.composition import collect_report
from gesture_app.storage.report import write_report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE.zip", help="the zip file to write")


def run(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    """Print and save a report, and return the exit code."""
    parts = collect_report()
    for name, text in parts.items():
        stdout.print(f"----- {name}", highlight=False)
        stdout.print(text, highlight=False, soft_wrap=True)
    write_report(args.file, parts)
    stdout.print(f"This is all that {args.file} holds. Nothing was sent.", highlight=False, soft_wrap=True)
    return 0
