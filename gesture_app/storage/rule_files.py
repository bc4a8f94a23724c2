"""Own rules as JSON files: one file a game, named by the game."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from gesture_app.domain.game.rule_draft import RuleDraft
from gesture_app.domain.game.rules import RULE_TABLES, RuleTable, game_with_title
from gesture_app.domain.message import Message
from gesture_app.errors import GestureAppError, reason_of
from gesture_app.storage.atomic import write_atomically
from gesture_app.storage.decoding import decode, parse_json, require_version
from gesture_app.storage.private_folders import make_private

FOLDER_NAME = "rules"
"""Name of the folder in the user's data folder."""

_VERSION = 1
_MAX_BYTES = 100_000
_NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_MAX_NAME_CHARACTERS = 40


class RuleFileError(GestureAppError):
    """Rules cannot be read or written, or are no rules."""


@dataclass(frozen=True)
class _SavedRules:
    format_version: int
    name: str
    beats: dict[str, dict[str, str]]
    title: str = ""


def encode_rules(draft: RuleDraft | RuleTable) -> bytes:
    """The content of a file with rules."""
    beats = {winner: dict(losers) for winner, losers in draft.beats.items()}
    saved = {"format_version": _VERSION, "name": draft.name, "title": draft.title, "beats": beats}
    return json.dumps(saved, ensure_ascii=False, indent=2).encode() + b"\n"


def read_draft(path: Path) -> RuleDraft:
    """The rules in a file, which need not be complete.

    Raises:
        RuleFileError: If the file cannot be read or holds no rules.
    """
    hint = Message("`gesture-app rules example FILE` writes rules to begin with.")
    try:
        data = parse_json(path.read_bytes(), max_bytes=_MAX_BYTES)
        require_version(data, "format_version", _VERSION)
        saved = decode(_SavedRules, data)
    except OSError as error:
        raise RuleFileError(
            Message("{path} cannot be read: {reason}.").fill(path=path, reason=error.strerror or error), hint=hint
        ) from error
    except ValueError as error:
        raise RuleFileError(
            Message("{path} holds no rules: {reason}.").fill(path=path, reason=reason_of(error)), hint=hint
        ) from error
    return RuleDraft(saved.name, saved.beats, saved.title)


def read_rules(path: Path) -> RuleTable:
    """The rules in a file, ready to be played.

    Raises:
        RuleFileError: If the file cannot be read, holds no rules, or something is missing. All faults are named.
    """
    draft = read_draft(path)
    faults = (*_name_faults(draft.name), *draft.faults)
    if faults:
        hint = Message("Mend it in {path}, and try again with `gesture-app rules check`.").fill(path=path)
        # All in one sentence for the terminal; the window, where each is translated, names the first.
        told = faults[0] if len(faults) == 1 else "; ".join(faults)
        raise RuleFileError(Message("The rules cannot be played: {faults}.").fill(faults=told), hint=hint)
    return draft.table()


class RuleFolder:
    """The own rules of the user. Used from one thread.

    Attributes:
        troubles: Why files were left out, by the last :meth:`read`.

    Args:
        folder: The folder; made by the first game.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.troubles: tuple[str, ...] = ()

    def read(self) -> tuple[RuleTable, ...]:
        """All own games, in alphabetical order. Files that cannot be played are left out; see :attr:`troubles`."""
        tables, troubles = [], []
        for path in sorted(self._folder.glob("*.json")):
            try:
                tables.append(read_rules(path))
            except RuleFileError as error:
                troubles.append(error.message)
        self.troubles = tuple(troubles)
        return tuple(tables)

    def save(self, rules: RuleTable) -> Path:
        """Save a game; one of the same name is replaced. Returns its file.

        Raises:
            RuleFileError: If the name is taken or not valid, another game has the title, or the file cannot be written.
        """
        for fault in _name_faults(rules.name):
            raise RuleFileError(
                Message("The rules cannot be saved: {faults}.").fill(faults=fault),
                hint=Message("Give them another name."),
            )
        others = [one for one in (*RULE_TABLES.values(), *self.read()) if one.name != rules.name]
        if same := game_with_title(others, rules.title):
            raise RuleFileError(
                Message("There is a game called {title} already.").fill(title=same.title),
                hint=Message("Give them another title."),
            )
        path = self._folder / f"{rules.name}.json"
        try:
            make_private(self._folder)
            write_atomically(path, encode_rules(rules))
        except OSError as error:
            hint = Message("Make room on the disk, or make the folder writable.")
            raise RuleFileError(
                Message("{path} cannot be written: {reason}.").fill(path=path, reason=error.strerror or error),
                hint=hint,
            ) from error
        return path

    def remove(self, name: str) -> None:
        """Delete a game.

        Raises:
            RuleFileError: If there is none of that name, or its file cannot be removed.
        """
        path = self._folder / f"{name}.json"
        if _name_faults(name) or not path.is_file():
            raise RuleFileError(
                Message("There are no own rules {name}.").fill(name=repr(name)),
                hint=Message("`gesture-app rules list` shows all."),
            )
        try:
            path.unlink()
        except OSError as error:
            hint = Message("Close what else uses it, or make its folder writable.")
            raise RuleFileError(
                Message("{path} cannot be removed: {reason}.").fill(path=path, reason=error.strerror or error),
                hint=hint,
            ) from error


def _name_faults(name: str, taken: Collection[str] = tuple(RULE_TABLES)) -> tuple[str, ...]:
    """Why own rules cannot have a name, which is also that of their file."""
    if name in taken:
        return (Message("the name {name} belongs to a game of the program").fill(name=name),)
    if not name or len(name) > _MAX_NAME_CHARACTERS or set(name) - _NAME_CHARACTERS:
        text = Message("a name has 1 to {most} small letters, digits and hyphens, got {name}")
        return (text.fill(most=_MAX_NAME_CHARACTERS, name=repr(name)),)
    return ()
