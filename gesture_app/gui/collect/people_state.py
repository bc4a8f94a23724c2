"""The people who have samples, for the Collect page. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gesture_app.domain.samples.people import people_in, people_text, sorted_people
from gesture_app.domain.samples.sample import NOBODY, SampleInfo
from gesture_app.gui.texts import counted

_MOST_NAMED = 2
NOBODY_TITLE = "Nobody in particular"


def person_title(person: str) -> str:
    """Name of a person as a title."""
    return person or NOBODY_TITLE


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
        more = f", {forgotten:,} of them forgotten" if forgotten else ""
        imported = f", {self.imported:,} more imported" if self.imported else ""
        return f"{person_title(self.name)} ({counted(len(self.ids), 'sample')}{more}{imported})"


@dataclass(frozen=True)
class PeopleState:
    """All people on the Collect page.

    Attributes:
        people: The people who have samples, nobody in particular first.
        recorded: Name of the person who is recorded, or empty.
        forgotten_ids: Ids of all forgotten samples.
        last_session_ids: Ids of the remembered samples of the newest session.
    """

    people: tuple[PersonState, ...]
    recorded: str
    forgotten_ids: tuple[str, ...]
    last_session_ids: tuple[str, ...]

    @classmethod
    def of(
        cls,
        infos: Sequence[SampleInfo],
        recorded: str,
        muted: Collection[str],
        imported: Mapping[str, int] = MappingProxyType({}),
    ) -> PeopleState:
        """The state for all samples, oldest first.

        Args:
            infos: The samples.
            recorded: Name of the person who is recorded, or empty.
            muted: Names of the people who are switched off.
            imported: Number of imported samples by person.
        """
        remembered = [info for info in infos if not info.is_forgotten]
        people = tuple(
            PersonState(
                name,
                tuple(info.id for info in infos if info.person == name),
                tuple(info.id for info in remembered if info.person == name),
                name not in muted,
                imported.get(name, 0),
            )
            for name in sorted_people({*people_in(infos), *imported})
        )
        last = infos[-1].session if infos else ""
        return cls(
            people,
            recorded,
            tuple(info.id for info in infos if info.is_forgotten),
            tuple(info.id for info in remembered if info.session == last),
        )

    @property
    def choices(self) -> tuple[str, ...]:
        """The people to choose from before recording, nobody in particular first."""
        return sorted_people({person.name for person in self.people} | {NOBODY, self.recorded})

    @property
    def remembered_ids(self) -> tuple[str, ...]:
        """Ids of all samples that are not forgotten."""
        return tuple(sample_id for person in self.people for sample_id in person.remembered_ids)

    @property
    def acting_text(self) -> str:
        """Whose samples act, for the button after "Use samples at once"."""
        acting = [person.name for person in self.people if person.is_acting]
        if len(acting) == len(self.people):
            return "of everybody"
        if not acting:
            return "of nobody"
        if len(acting) <= _MOST_NAMED:
            return f"of {people_text(acting)}"
        return f"of {len(acting)} of {len(self.people)} people"
