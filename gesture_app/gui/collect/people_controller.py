"""Choosing who is recorded and whose samples act, renaming people, and forgetting what was learnt from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gesture_app.domain.samples.people import known_person, person_name
from gesture_app.domain.samples.sample import SampleInfo
from gesture_app.errors import reason_of
from gesture_app.gui.background.memory_service import MemoryService
from gesture_app.gui.background.notices import NoticeKind, Notices, Notification
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.sample_service import SampleService
from gesture_app.gui.collect.people_state import PeopleState
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.ask_text import ask_text

_KEY = "person"


class PeopleController(QObject):
    """Applies what the user does with people. Used in the GUI thread.

    Args:
        samples: The sample service; it stores whose samples they are, and what is forgotten.
        memory: The memory of samples; it knows which were imported.
        preferences: The settings; they say who is recorded and who is switched off.
        notices: Shows why a name cannot be used.
        window: Parent window of the dialogs.
    """

    changed = Signal()
    """:attr:`state` may have changed."""

    def __init__(
        self,
        samples: SampleService,
        memory: MemoryService,
        preferences: Preferences,
        notices: Notices,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._samples = samples
        self._memory = memory
        self._preferences = preferences
        self._notices = notices
        self._window = window
        self._imported = memory.state.imported
        for signal in (samples.changed, samples.loaded, preferences.changed):
            signal.connect(self.changed)
        memory.changed.connect(self._on_memory_changed)

    @property
    def state(self) -> PeopleState:
        """The people, and what is chosen for them."""
        settings = self._preferences.settings
        return PeopleState(self._samples.infos, settings.person, settings.muted_people, self._imported)

    @property
    def samples_of_recorded(self) -> tuple[SampleInfo, ...]:
        """The samples of the person who is recorded; all of them for nobody in particular."""
        person = self._preferences.settings.person
        infos = self._samples.infos
        return tuple(info for info in infos if info.person == person) if person else infos

    def record(self, person: str) -> None:
        """Record this person from now on; empty for nobody in particular."""
        self._preferences.change(person=person)

    def set_acting(self, person: str, is_acting: bool) -> None:
        """Switch the samples of a person on or off."""
        muted = [name for name in self._preferences.settings.muted_people if name != person]
        self._preferences.change(muted_people=tuple(muted if is_acting else [*muted, person]))

    def forget(self, sample_ids: Sequence[str]) -> None:
        """Let samples no longer act at once; their recordings stay."""
        self._samples.set_forgotten(sample_ids, is_forgotten=True)

    def remember_all(self) -> None:
        """Let all forgotten samples act again."""
        self._samples.set_forgotten(self.state.forgotten_ids, is_forgotten=False)

    def delete(self, sample_ids: Sequence[str]) -> None:
        """Move recordings to the trash."""
        self._samples.delete(sample_ids)

    def assign(self, sample_ids: Sequence[str], person: str) -> None:
        """Say whose hands samples show."""
        self._samples.set_person(sample_ids, person)

    def ask_new(self) -> None:
        """Ask for the name of a person to record."""
        self._ask(tr("Who Is Recorded"), tr("Name of the person:"), "", self._record_new)

    def ask_to_assign(self, sample_ids: Sequence[str]) -> None:
        """Ask for the name of the person whose hands samples show."""
        self._ask(tr("Whose Hands They Are"), tr("Name of the person:"), "", lambda name: self.assign(sample_ids, name))

    def ask_rename(self, person: str) -> None:
        """Ask for another name of a person; that of another person puts the samples of both together."""
        self._ask(
            tr("Rename Person"),
            tr("New name of {person}:").format(person=person),
            person,
            lambda name: self._rename(person, name),
        )

    def _on_memory_changed(self) -> None:
        imported = self._memory.state.imported
        if imported != self._imported:
            self._imported = imported
            self.changed.emit()

    def _ask(self, title: str, text: str, value: str, use: Callable[[str], None]) -> None:
        ask_text(self._window, title, text, lambda typed: self._use_name(typed, use), value)

    def _use_name(self, typed: str, use: Callable[[str], None]) -> None:
        try:
            name = person_name(typed)
        except ValueError as error:
            title = tr("Nobody can be called that: {error}.").format(error=translated(reason_of(error)))
            self._notices.show(Notification(NoticeKind.WARNING, title, tr("Choose another name."), key=_KEY))
            return
        self._notices.withdraw(_KEY)
        use(name)

    def _record_new(self, name: str) -> None:
        self.record(known_person(self.state.choices, name) or name)

    def _rename(self, person: str, name: str) -> None:
        others = [other for other in self.state.choices if other != person]
        new = known_person(others, name) or name
        ids = next((state.ids for state in self.state.people if state.name == person), ())
        self.assign(ids, new)
        settings = self._preferences.settings
        recorded = new if settings.person == person else settings.person
        muted = dict.fromkeys(new if name == person else name for name in settings.muted_people)
        self._preferences.change(person=recorded, muted_people=tuple(muted))
