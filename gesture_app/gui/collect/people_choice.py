"""The widgets to choose who is recorded, and whose samples act at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from gesture_app.domain.message import Message
from gesture_app.gui.collect.people_controller import PeopleController
from gesture_app.gui.collect.people_state import PersonState
from gesture_app.gui.translation import number, tr, translated

_ANYONE, _NEW_ROW = Message("Anyone"), Message("Add a person…")
_CHARACTERS = 9
_FORGET_TIP = Message("These samples no longer count at once. The recordings stay, and retraining uses them.")


class PersonBox(QComboBox):
    """Chooses who is recorded; its last row adds a person.

    Args:
        people: The controller of people.
        parent: Parent widget.
    """

    def __init__(self, people: PeopleController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self.setAccessibleName(tr("Who is recorded"))
        self.setToolTip(tr("Who is recorded, or shown in imported pictures: samples carry the name"))
        # A mouse click must not take the keyboard focus from recording.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_CHARACTERS)
        self.activated.connect(self._on_activated)
        people.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        state = self._people.state
        rows = [*((name or translated(_ANYONE), name) for name in state.choices), (translated(_NEW_ROW), None)]
        if rows != [(self.itemText(row), self.itemData(row)) for row in range(self.count())]:
            self.clear()
            for text, name in rows:
                self.addItem(text, name)
        self.setCurrentIndex(self.findData(state.recorded))

    def _on_activated(self, row: int) -> None:
        name = self.itemData(row)
        if name is None:
            self._refresh()
            self._people.ask_new()
        else:
            self._people.record(name)


class PeopleMenu(QMenu):
    """Switches people off and on; forgets, renames and deletes. Filled when it is opened.

    Args:
        people: The controller of people.
        parent: Parent widget.
    """

    def __init__(self, people: PeopleController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what is possible now."""
        people, state = self._people, self._people.state
        self.clear()
        for menu in self.findChildren(QMenu):
            menu.deleteLater()
        self.addAction(tr("Whose samples count at once:")).setEnabled(False)
        for person in state.people:
            action = self.addAction(person.text)
            action.setCheckable(True)
            action.setChecked(person.is_acting)
            action.setToolTip(tr("Off: these samples have no effect on what is recognized, until they are on again"))
            action.toggled.connect(lambda is_on, name=person.name: people.set_acting(name, is_on))
        self.addSeparator()
        self._add_forget_menu()
        again = self.addAction(
            tr(
                "Remember again what was forgotten ({count} samples)",
                "Remember again what was forgotten ({count} sample)",
                len(state.forgotten_ids),
            ).format(count=number(len(state.forgotten_ids)))
        )
        again.setEnabled(bool(state.forgotten_ids))
        again.triggered.connect(people.remember_all)
        self.addSeparator()
        named = [person for person in state.people if person.name and person.ids]
        self._add_submenu(tr("Rename"), named, lambda person: f"{person.name}…", lambda p: people.ask_rename(p.name))
        recorded = [person for person in state.people if person.ids]
        deleting = self._add_submenu(
            tr("Delete the recordings"),
            recorded,
            lambda person: tr("Of {who}").format(who=_who(person)),
            lambda p: people.delete(p.ids),
        )
        deleting.setToolTip(tr("Into the trash, from where they can be taken back"))

    def _add_forget_menu(self) -> None:
        people, state = self._people, self._people.state
        able = [person for person in state.people if person.remembered_ids]
        action = self._add_submenu(
            tr("Forget what was learnt at once"),
            able,
            lambda person: tr("From {who}").format(who=_who(person)),
            lambda person: people.forget(person.remembered_ids),
        )
        action.setToolTip(translated(_FORGET_TIP))
        menu = action.menu()
        if not isinstance(menu, QMenu):
            return
        menu.addSeparator()
        sessions = (
            (tr("What was recorded since {title}").format(title=title), ids)
            for title, ids in state.newest_sessions
            if ids != state.remembered_ids
        )
        for text, ids in (*sessions, (tr("Everything"), state.remembered_ids)):
            samples = tr("{count} samples", "{count} sample", len(ids)).format(count=number(len(ids)))
            entry = menu.addAction(f"{text} ({samples})")
            entry.setEnabled(bool(ids))
            entry.triggered.connect(lambda _checked=False, ids=ids: people.forget(ids))
        for entry in menu.actions():
            entry.setToolTip(translated(_FORGET_TIP))

    def _add_submenu(
        self,
        title: str,
        persons: Sequence[PersonState],
        text: Callable[[PersonState], str],
        run: Callable[[PersonState], None],
    ) -> QAction:
        menu = QMenu(title, self)
        menu.setToolTipsVisible(True)
        for person in persons:
            menu.addAction(text(person)).triggered.connect(lambda _checked=False, person=person: run(person))
        action = self.addMenu(menu)
        action.setEnabled(bool(persons))
        return action


def _who(person: PersonState) -> str:
    return person.name or tr("nobody in particular")
