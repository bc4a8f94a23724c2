"""``gesture-app matches``: lists, exports and erases the rounds of the user."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gesture_app.cli.actions import Actions, run_action
from gesture_app.composition import user_folders
from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.player_history import matches_in
from gesture_app.domain.game.statistics import Statistics
from gesture_app.errors import GestureAppError
from gesture_app.recording.round_log import FILE_NAME, FileRoundLog


class NotConfirmedError(GestureAppError):
    """An action that cannot be undone was not confirmed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their arguments."""
    actions = Actions(parser)
    actions.add("list", lambda _args, stdout, _stderr: list_matches(stdout), help_text="one line a match")
    export = actions.add(
        "export",
        lambda args, stdout, _stderr: export_matches(args.file, stdout),
        help_text="all rounds as CSV; `gesture-app players export` has those of one player",
    )
    export.add_argument("file", type=Path, metavar="OUT.csv")
    erase = actions.add(
        "erase", lambda args, stdout, _stderr: erase_matches(stdout, confirmed=args.yes), help_text="forget all rounds"
    )
    erase.add_argument("--yes", action="store_true", help="really")


run = run_action


def match_log() -> FileRoundLog:
    """Log of the user's rounds."""
    return FileRoundLog(user_folders()["data"] / FILE_NAME)


def list_matches(console: Console) -> int:
    """Print a line for each match and the statistics of all; returns the exit code.

    Raises:
        GestureAppError: If the log cannot be read.
    """
    log = match_log()
    rounds = log.read()
    table = Table("played", "rules", "player", "opponent", "rounds", "won", "lost", "drawn")
    for match in matches_in(rounds):
        when, tally = match.played_at[:16].replace("T", " "), match.rounds
        numbers = (tally.rounds, tally.wins, tally.losses, tally.draws)
        player, other = match.people
        table.add_row(when, match.rules, player or "-", other or match.opponent, *map(str, numbers))
    if not rounds:
        console.print("No matches yet.")
    else:
        console.print(table, highlight=False)
        print_statistics(Statistics.of(logged.record for logged in rounds), console)
    if log.skipped:
        console.print(f"{log.skipped} lines of {log.path} cannot be read and were left out.", soft_wrap=True)
    return 0


def print_statistics(statistics: Statistics, console: Console) -> None:
    """Print the win rate and the favourite throw, as far as there are any."""
    rate, favourite = statistics.total.win_rate, statistics.favourite
    if rate is not None:
        console.print(f"{rate:.0%} of the decided rounds won.", highlight=False)
    if favourite is not None:
        share = statistics.throws[favourite] / statistics.total.rounds
        console.print(f"Favourite throw: {display_name(favourite)} ({share:.0%}).", highlight=False)


def export_matches(path: Path, console: Console) -> int:
    """Write all rounds as CSV and return the exit code.

    Raises:
        GestureAppError: If the log cannot be read or the file cannot be written.
    """
    count = match_log().export_csv(path)
    console.print(f"Wrote {count} rounds to {path}.", highlight=False, soft_wrap=True)
    return 0


def erase_matches(console: Console, *, confirmed: bool) -> int:
    """Erase all rounds and return the exit code.

    Raises:
        GestureAppError: If it is not confirmed, or a file cannot be removed.
    """
    log = match_log()
    if not confirmed:
        raise NotConfirmedError(
            f"Nothing was erased: this would remove {log.path} for good.",
            hint="Save the rounds with `gesture-app matches export OUT.csv` if you like, then say --yes.",
        )
    log.erase()
    console.print("All rounds are erased.")
    return 0
