"""The people who have samples, for the Collect page. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from gesture_app.domain.message import Message
from gesture_app.domain.samples.people import people_in, sorted_people, taken_since
from gesture_app.domain.samples.sample import NOBODY, SampleInfo
from gesture_app.gui.texts import session_title
from gesture_app.gui.translation import listed, number, tr, translated

_MOST_CHARACTERS = 20
"""People are counted where their names are longer: the button has room for no more in the smallest window."""

_MOST_SESSIONS = 3
NOBODY_TITLE = Message("Nobody in particular")


def person_title(person: str) -> str:
    """Name of a person as a title."""
    return person or translated(NOBODY_TITLE)


@dataclass(frozen=True)
class PersonState:
    """A person on the Collect page.

    Attributes:
        name: Name of the person, or empty for nobody in particular.
        ids: Ids of the person's samples.
        remembered_ids: Ids of those that are not forgotten.
        is_acting: Whether the samples are switched on.
        imported: Number of further samples that were imported as learnt at once with the model in use.
    """

    name: str
    ids: tuple[str, ...]
    remembered_ids: tuple[str, ...]
    is_acting: bool
    imported: int = 0

    @property
    def text(self) -> str:
        """Name and number of samples."""
        forgotten = len(self.ids) - len(self.remembered_ids)
        notes = [tr("{count} samples", "{count} sample", len(self.ids)).format(count=number(len(self.ids)))]
        if forgotten:
            notes.append(tr("{count} of them forgotten").format(count=number(forgotten)))
        if self.imported:
            notes.append(tr("{count} more imported").format(count=number(self.imported)))
        return f"{person_title(self.name)} ({', '.join(notes)})"


@dataclass(frozen=True)
class PeopleState:
    """All people on the Collect page. Made with every recorded sample, so all else is computed when it is asked for.

    Attributes:
        infos: All samples, oldest first.
        recorded: Name of the person who is recorded, or empty.
        muted: Names of the people who are switched off.
        imported: Number of samples that were imported as learnt at once with the model in use, by person.
    """

    infos: Sequence[SampleInfo]
    recorded: str = NOBODY
    muted: Collection[str] = ()
    imported: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the people who have samples, nobody in particular first."""
        return sorted_people({*people_in(self.infos), *self.imported})

    @property
    def people(self) -> tuple[PersonState, ...]:
        """The people who have samples, nobody in particular first."""
        return tuple(
            PersonState(
                name,
                tuple(info.id for info in self.infos if info.person == name),
                tuple(info.id for info in self.infos if info.person == name and not info.is_forgotten),
                name not in self.muted,
                self.imported.get(name, 0),
            )
            for name in self.names
        )

    @property
    def forgotten_ids(self) -> tuple[str, ...]:
        """Ids of all forgotten samples."""
        return tuple(info.id for info in self.infos if info.is_forgotten)

    @property
    def remembered_ids(self) -> tuple[str, ...]:
        """Ids of all samples that are not forgotten."""
        return tuple(info.id for info in self.infos if not info.is_forgotten)

    @property
    def newest_sessions(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Start of each of the newest sessions, newest first, with the ids of the remembered samples taken since.

        To forget these is to go back to the state before that session.
        """
        remembered = [info for info in self.infos if not info.is_forgotten]
        begun: dict[str, str] = {}
        for info in remembered:
            begun.setdefault(info.session, info.taken_at)
        newest = sorted(begun.items(), key=lambda item: datetime.fromisoformat(item[1]), reverse=True)[:_MOST_SESSIONS]
        return tuple(
            (
                session_title(session, start),
                tuple(info.id for info in taken_since(remembered, datetime.fromisoformat(start))),
            )
            for session, start in newest
        )

    @property
    def choices(self) -> tuple[str, ...]:
        """The people to choose from before recording, nobody in particular first."""
        return sorted_people({*self.names, NOBODY, self.recorded})

    @property
    def acting_text(self) -> str:
        """Whose samples act, for the button after "Use samples at once"."""
        names = self.names
        acting = [name for name in names if name not in self.muted]
        if len(acting) == len(names):
            return tr("Samples of everybody")
        if not acting:
            return tr("Samples of nobody")
        named = listed([name or tr("nobody in particular") for name in sorted(acting, key=_nobody_last)])
        if len(named) <= _MOST_CHARACTERS:
            return tr("Samples of {names}").format(names=named)
        return tr("Samples of {acting} of {count} people").format(acting=len(acting), count=len(names))


def _nobody_last(name: str) -> tuple[bool, str]:
    return name == NOBODY, name.casefold()
