"""``gesture-app samples``: whose samples they are, and which of them act at once."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console

from gesture_app.cli.actions import Actions
from gesture_app.cli.output import counted
from gesture_app.cli.sample_labels import SampleArgumentError
from gesture_app.composition import all_but, sample_store
from gesture_app.domain.ports import SampleStore
from gesture_app.domain.samples.people import known_person, people_in, person_name, taken_since
from gesture_app.domain.samples.sample import SampleInfo

_REMEMBER = "Their recordings stay. To let them act again: gesture-app samples remember"


@dataclass(frozen=True)
class ForgetOptions:
    """The samples to forget or to remember again; all of those that every given one selects.

    Attributes:
        person: Name of a person, in any case; empty for nobody in particular, None for everybody.
        since: A date or time in the local zone, from which on samples were taken; None for any time.

    """

    person: str | None = None
    since: str | None = None

    def apply(self, infos: Iterable[SampleInfo]) -> tuple[SampleInfo, ...]:
        """The selected ones of some samples.

        Raises:
            GestureAppError: If there are no samples of the person, or the time is not one.
        """
        chosen = tuple(infos)
        if self.person is not None:
            muted = all_but([self.person], people_in(chosen))
            chosen = tuple(info for info in chosen if info.person not in muted)
        return chosen if self.since is None else taken_since(chosen, _time(self.since))


def add_people_actions(actions: Actions) -> None:
    """Declare the actions about people, and their arguments."""
    setting = actions.add(
        "set-person",
        lambda args, stdout, _stderr: set_person(args.ids, args.person, stdout),
        help_text="say whose hands samples show",
    )
    setting.add_argument("ids", nargs="+", metavar="ID")
    setting.add_argument("person", metavar="NAME", help='the name; "" for nobody in particular')
    renaming = actions.add(
        "rename-person",
        lambda args, stdout, _stderr: rename_person(args.old, args.new, stdout),
        help_text="give a person another name",
    )
    renaming.add_argument("old", metavar="NAME")
    renaming.add_argument("new", metavar="NEW")
    for name, is_forgotten, text in (
        ("forget", True, "let samples no longer act at once; their recordings stay"),
        ("remember", False, "let forgotten samples act at once again"),
    ):
        _add_forget_arguments(actions.add(name, _forget if is_forgotten else _remember, help_text=text))


def person_for(store: SampleStore, text: str) -> str:
    """The name of a person as it is stored: that of a known person, in any case, or a new one.

    Raises:
        SampleArgumentError: If nobody can have that name.
    """
    try:
        name = person_name(text)
    except ValueError as error:
        raise SampleArgumentError(f"Nobody can be called {text!r}: {error}.", hint="Choose another name.") from error
    return known_person(people_in(store.listed()), name) or name


def set_person(ids: Sequence[str], person: str, console: Console) -> int:
    """Say whose hands samples show, and return the exit code.

    Raises:
        GestureAppError: If there is no such sample, or nobody can have that name.
    """
    store = sample_store()
    there = {info.id for info in store.listed()}
    if missing := [sample_id for sample_id in ids if sample_id not in there]:
        hint = "Nothing was changed. `gesture-app samples list` shows the ones there are."
        raise SampleArgumentError(f"There is no sample {', '.join(missing)}.", hint=hint)
    name = person_for(store, person) if person else person
    for sample_id in dict.fromkeys(ids):
        before = store.set_person(sample_id, name)
        line = f"{sample_id}: {_shown(before)} → {_shown(name)}"
        console.print(line, highlight=False, soft_wrap=True, markup=False)
    return 0


def rename_person(old: str, new: str, console: Console) -> int:
    """Give a person another name in all samples, and return the exit code.

    Raises:
        GestureAppError: If there are no samples of the person, or nobody can have the new name.
    """
    store = sample_store()
    infos = ForgetOptions(old).apply(store.listed())
    name = person_for(store, new)
    if name.casefold() == old.strip().casefold():
        name = person_name(new)  # another spelling of the same name
    for info in infos:
        store.set_person(info.id, name)
    count = counted(len(infos), "sample")
    console.print(f"{count} of {_shown(infos[0].person)} → {name}", highlight=False, soft_wrap=True, markup=False)
    return 0


def set_forgotten(options: ForgetOptions, console: Console, *, is_forgotten: bool) -> int:
    """Let samples no longer act at once, or again, and return the exit code.

    Raises:
        GestureAppError: If there are no samples of the person, the time is not one, or a sample cannot be written.
    """
    store = sample_store()
    chosen = [info for info in options.apply(store.listed()) if info.is_forgotten != is_forgotten]
    for info in chosen:
        store.set_forgotten(info.id, is_forgotten=is_forgotten)
    count = counted(len(chosen), "sample")
    text = f"{count} forgotten. {_REMEMBER}" if is_forgotten else f"{count} remembered again."
    console.print(text if chosen else "Nothing to change.", highlight=False, soft_wrap=True)
    return 0


def counts_by_person(infos: Iterable[SampleInfo]) -> dict[str, int]:
    """The number of samples of each person, nobody in particular first."""
    infos = tuple(infos)
    return {person: sum(info.person == person for info in infos) for person in people_in(infos)}


def _forget(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    return set_forgotten(ForgetOptions(args.person, args.since), stdout, is_forgotten=True)


def _remember(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    return set_forgotten(ForgetOptions(args.person, args.since), stdout, is_forgotten=False)


def _add_forget_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--person", metavar="NAME", help="only samples of this person (default: everybody's)")
    parser.add_argument(
        "--since", metavar="TIME", help="only what was recorded from then on, as 2024-05-01 or 2024-05-01T10:30"
    )


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.strip()).astimezone()
    except ValueError as error:
        hint = "Write it like 2024-05-01 or 2024-05-01T10:30."
        raise SampleArgumentError(f"{text!r} is no date or time.", hint=hint) from error


def _shown(person: str) -> str:
    return person or "nobody in particular"
