"""``gesture-app rules``: own rules, with any gestures and verbs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from gesture_app.cli.actions import Actions, run_action
from gesture_app.cli.output import counted, print_columns, print_lines
from gesture_app.composition import rule_folder
from gesture_app.domain.frames.gestures import display_name
from gesture_app.domain.game.rule_draft import RuleDraft
from gesture_app.domain.game.rules import RULE_TABLES, WITH_WELL, RuleTable
from gesture_app.storage.rule_files import RuleFileError, encode_rules, read_rules


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their arguments."""
    actions = Actions(parser)
    actions.add("list", lambda _args, stdout, _stderr: list_rules(stdout), help_text="one line a game")
    example = actions.add(
        "example",
        lambda args, stdout, _stderr: write_example(args.file, args.gestures, stdout),
        help_text="write rules to begin with: rock-paper-scissors-well, or a balanced game of the given gestures",
    )
    example.add_argument("file", type=Path, metavar="OUT.json", help="its name becomes that of the game")
    example.add_argument("gestures", nargs="*", metavar="GESTURE")
    check = actions.add(
        "check", lambda args, stdout, _stderr: check_rules(args.file, stdout), help_text="print the rules of a file"
    )
    check.add_argument("file", type=Path, metavar="FILE.json")
    adding = actions.add(
        "add", lambda args, stdout, _stderr: add_rules(args.file, stdout), help_text="keep the rules of a file"
    )
    adding.add_argument("file", type=Path, metavar="FILE.json")
    removing = actions.add(
        "remove", lambda args, stdout, _stderr: remove_rules(args.name, stdout), help_text="delete own rules"
    )
    removing.add_argument("name", metavar="NAME")


run = run_action


def rules_named(text: str) -> RuleTable:
    """The rules of a name or a file.

    Args:
        text: Name of a game of the program or of the user's own, or the path of a file with rules.

    Raises:
        RuleFileError: If there are none, or they cannot be played.
    """
    if text in RULE_TABLES:
        return RULE_TABLES[text]
    own = {rules.name: rules for rules in rule_folder().read()}
    if text in own:
        return own[text]
    if text.endswith(".json") or Path(text).is_file():
        return read_rules(Path(text))
    raise RuleFileError(
        f"There are no rules {text!r}.", hint=f"There are {', '.join((*RULE_TABLES, *own))}, or a file."
    )


def list_rules(console: Console) -> int:
    """Print a line for each game and return the exit code."""
    folder = rule_folder()
    own = folder.read()
    rows = [
        (rules.name, rules.title, ", ".join(map(display_name, rules.gestures)), "own" if rules in own else "")
        for rules in (*RULE_TABLES.values(), *own)
    ]
    print_columns(rows, console, heading=("name", "title", "gestures", ""))
    print_lines((f"Left out. {trouble}" for trouble in folder.troubles), console)
    return 0


def write_example(path: Path, gestures: Sequence[str], console: Console) -> int:
    """Write rules to edit, and return the exit code.

    Raises:
        RuleFileError: If the file is there already, cannot be written, or the gestures are no game.
    """
    example = WITH_WELL
    if gestures:
        draft = RuleDraft.of_gestures(path.stem, gestures)
        if draft.faults:
            hint = "Name three gestures or more, each once: gesture-app rules example OUT.json rock paper scissors"
            raise RuleFileError(f"These gestures are no game: {draft.faults[0]}.", hint=hint)
        example = draft.table()
    try:
        with path.open("xb") as file:
            file.write(encode_rules(RuleTable(path.stem, example.beats, "" if gestures else example.title)))
    except OSError as error:
        hint = "Choose another file."
        raise RuleFileError(f"{path} cannot be written: {error.strerror or error}.", hint=hint) from error
    console.print(f"Wrote {path}. Change gestures and verbs in it, then: gesture-app rules add {path}", soft_wrap=True)
    return 0


def check_rules(path: Path, console: Console) -> int:
    """Print the rules of a file, and return the exit code.

    Raises:
        RuleFileError: If they cannot be played.
    """
    rules = read_rules(path)
    _print_rules(rules, console)
    return 0


def add_rules(path: Path, console: Console) -> int:
    """Keep the rules of a file, and return the exit code.

    Raises:
        RuleFileError: If they cannot be played or saved.
    """
    rules = read_rules(path)
    rule_folder().save(rules)
    _print_rules(rules, console)
    console.print(f"Kept: gesture-app replay CLIP --play --rules {rules.name}", highlight=False, soft_wrap=True)
    return 0


def remove_rules(name: str, console: Console) -> int:
    """Delete own rules, and return the exit code.

    Raises:
        RuleFileError: If there are none of that name.
    """
    rule_folder().remove(name)
    console.print(f"Removed: {name}. Rounds that were played with it stay.", highlight=False, soft_wrap=True)
    return 0


def _print_rules(rules: RuleTable, console: Console) -> None:
    console.print(f"{rules.title}: {counted(len(rules.gestures), 'gesture')}", highlight=False, soft_wrap=True)
    print_lines((rules.reason(a, b) for a in rules.gestures for b in rules.beats[a]), console)
