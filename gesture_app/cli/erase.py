"""``gesture-app erase``: erases the files that the program keeps of a person."""

from __future__ import annotations

import argparse

from rich.console import Console

from gesture_app.cli.output import counted, print_columns
from gesture_app.cli.players import erase_player
from gesture_app.composition import user_data
from gesture_app.errors import GestureAppError
from gesture_app.storage.user_data import DataKind, UserData

_HELP = {
    DataKind.SAMPLES: "recorded and imported samples, and own gestures",
    DataKind.MODELS: "own models; the one that came with the program stays",
    DataKind.ROUNDS: "the rounds you played",
    DataKind.PLAYERS: "names and pictures of players; their rounds stay",
    DataKind.RULES: "own rules of the game",
    DataKind.SETTINGS: "the settings",
    DataKind.CACHES: "what is computed again when needed",
    DataKind.LOG: "what the program wrote about its errors",
}


class EraseError(GestureAppError):
    """Nothing was erased, because it was not said what, or not confirmed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    for kind in DataKind:
        parser.add_argument(f"--{kind.value}", action="store_true", help=_HELP[kind])
    parser.add_argument("--all", action="store_true", help="all of them")
    parser.add_argument("--player", metavar="NAME", help="the profile and the rounds of one player only")
    parser.add_argument("--yes", action="store_true", help="really")


def run(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    """Erase the chosen files and return the exit code."""
    kinds = tuple(kind for kind in DataKind if args.all or getattr(args, kind.value))
    if args.player is None:
        return erase(kinds, stdout, confirmed=args.yes)
    if kinds:
        message = "Nothing was erased: --player erases all rounds of one player, and nothing else."
        raise EraseError(message, hint="Say it alone, without --all and the others.")
    return erase_player(args.player, stdout, confirmed=args.yes)


def erase(kinds: tuple[DataKind, ...], console: Console, *, confirmed: bool, data: UserData | None = None) -> int:
    """Erase all files of some kinds, print what is left, and return the exit code.

    Args:
        kinds: The kinds.
        console: Receives the list.
        confirmed: Whether it was confirmed.
        data: The files; None for those of the user.

    Raises:
        EraseError: If no kind was given, or it was not confirmed.
        UserDataError: If some files are left.
    """
    data = data or user_data()
    options = " ".join(f"--{kind.value}" for kind in DataKind)
    if not kinds:
        raise EraseError("Nothing was erased: say what to erase.", hint=f"One or more of {options}, or --all.")
    if not confirmed:
        print_columns(_rows(data, kinds), console)
        hint = "Close the window of the program, then say --yes. `gesture-app samples export` saves the samples before."
        raise EraseError("Nothing was erased: this would remove the above for good.", hint=hint)
    data.erase(kinds)
    console.print(f"Erased: {', '.join(kind.value for kind in kinds)}.", highlight=False)
    left = [row for row in _rows(data, tuple(DataKind)) if row[1] != _NOTHING]
    console.print("Left:" if left else "Nothing is left.", highlight=False)
    if left:
        print_columns(left, console)
    return 0


_NOTHING = "nothing"


def _rows(data: UserData, kinds: tuple[DataKind, ...]) -> list[tuple[str, str, str]]:
    """A row for each kind: its name, its size and its place."""
    rows = []
    for kind in kinds:
        size = data.size(kind)
        text = f"{counted(size.files, 'file')}, {size.size_bytes / 1e6:.1f} MB" if size.files else _NOTHING
        rows.append((kind.value, text, str(data.place(kind))))
    return rows
