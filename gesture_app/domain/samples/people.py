"""The people whose hands are recorded: their names, and whose samples act at once.

A person is known by a name. Samples of nobody in particular, such as those of earlier versions, have an empty name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from operator import attrgetter

from gesture_app.domain.message import Message, listed
from gesture_app.domain.samples.sample import NOBODY, SampleInfo, check_person


def person_name(text: str) -> str:
    """The name of a person as it is stored: in Unicode's composed form, without outer spaces, with single inner ones.

    Raises:
        ValueError: If it is empty or not valid; the message is the end of a sentence.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise ValueError(Message("a name needs at least one character"))
    check_person(name)
    return name


def known_person(people: Iterable[str], name: str) -> str | None:
    """The person of this name among others, upper or lower case; None if there is none."""
    return next((person for person in people if person.casefold() == name.casefold()), None)


def people_in(infos: Iterable[SampleInfo]) -> tuple[str, ...]:
    """The names of all people who have samples, in alphabetical order; :data:`NOBODY` first, if there is such a one."""
    return sorted_people(set(map(attrgetter("person"), infos)))


def sorted_people(names: Iterable[str]) -> tuple[str, ...]:
    """Names in alphabetical order, upper and lower case alike; :data:`NOBODY` first."""
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))


def acting_samples(infos: Sequence[SampleInfo], muted: Collection[str] = ()) -> tuple[SampleInfo, ...]:
    """The samples that act at once: neither forgotten nor of a person who is switched off.

    Args:
        infos: All samples.
        muted: Names of the people whose samples are switched off.
    """
    return tuple(info for info in infos if not info.is_forgotten and info.person not in muted)


def muted_but(wanted: Iterable[str], people: Sequence[str]) -> tuple[str, ...]:
    """The people who are switched off if only the wanted ones act.

    Args:
        wanted: Names in any case.
        people: All people who have samples.

    Raises:
        LookupError: If there are no samples of a wanted one; its argument is that name.
    """
    found = {name: known_person(people, name) for name in wanted}
    if missing := [name for name, person in found.items() if person is None]:
        raise LookupError(missing[0])
    return tuple(person for person in people if person not in found.values())


def taken_since(infos: Iterable[SampleInfo], since: datetime) -> tuple[SampleInfo, ...]:
    """The samples that were taken at a time or later.

    Args:
        infos: The samples.
        since: The time, with its offset from UTC.
    """
    return tuple(info for info in infos if datetime.fromisoformat(info.taken_at) >= since)


def people_text(people: Iterable[str]) -> str:
    """The names of people as part of a sentence, for example ``"Anna, Ben and nobody in particular"``."""
    distinct = set(people)
    names = sorted(distinct - {NOBODY}, key=str.casefold)
    names += [Message("nobody in particular")] if NOBODY in distinct else []
    return listed(names) if names else ""
