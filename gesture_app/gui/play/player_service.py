"""The people who play: their profiles, read and written in the background."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from gesture_app.domain.game.player_history import people_who_played
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.ports import PlayerProfiles
from gesture_app.domain.samples.people import known_person, person_name, sorted_people
from gesture_app.errors import GestureAppError, reason_of
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.background.worker import Finish, Task, Worker
from gesture_app.gui.play.round_log_service import RoundLogService
from gesture_app.gui.translation import number, tr, translated
from gesture_app.storage.player_export import export_player

KEY = "players"


class PlayerService(QObject):
    """Knows the names and pictures of all players, and adds to them. Used in the GUI thread; errors become notices.

    Attributes:
        pictures: The picture of each profile, by name; an empty image for none.

    Args:
        profiles: The profiles; only the thread uses them.
        rounds: The rounds, in which people without profile may have played.
        notices: Shows errors.
        parent: Qt's owner.
    """

    changed = Signal()

    erased = Signal(str)
    """This player was erased; an empty name for all."""

    renamed = Signal(str, str)
    """A player has another name, in profile and rounds: the old name and the new one."""

    def __init__(
        self, profiles: PlayerProfiles, rounds: RoundLogService, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._rounds = rounds
        self._notices = notices
        self._worker = Worker("players", tr("The players could not be read or written"), parent=self)
        self._worker.failed.connect(self._on_failed)
        self._is_loaded = False
        self.pictures: Mapping[str, QImage] = {}
        rounds.changed.connect(self.changed)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all players, with and without profile, in alphabetical order."""
        played = people_who_played(self._rounds.rounds)
        return sorted_people({*self.pictures, *(name for name in played if known_person(self.pictures, name) is None)})

    def load(self) -> None:
        """Read the profiles, once."""
        if not self._is_loaded:
            self._is_loaded = True
            self._worker.run(self._read)

    def erase(self, remove: Callable[[], None]) -> None:
        """Erase all profiles; ``remove`` removes their files."""

        def task() -> Finish:
            remove()
            return self._read()

        self._worker.run(task)
        self.erased.emit("")

    def export(self, name: str, path: Path) -> None:
        """Write name, picture and rounds of a player to a zip file; a notice follows."""
        self._rounds.after_reading(lambda rounds: self._export(name, path, rounds))

    def remove(self, name: str) -> None:
        """Erase a player: the profile, the picture, and the name in all rounds. A notice follows."""

        def task() -> Finish:
            self._profiles.remove(name)
            show = self._read()
            title = tr("{name} was erased.").format(name=name)
            notice = Notification(NoticeKind.SUCCESS, title, tr("Samples stay; Collect shows whose they are."), key=KEY)

            def finish() -> None:
                show()
                self._notices.show(notice)

            return finish

        self._rounds.erase_person(name)
        self._worker.run(task)
        self.erased.emit(name)

    def rename(self, old: str, typed: str, *, taken: Collection[str]) -> None:
        """Give a player another name, in the profile and in all rounds. A notice follows, which can undo it.

        Args:
            old: Name of the player.
            typed: The new name; one that another player has is refused with a notice.
            taken: Names of people who need not be players, and may not be mixed up with this one either.
        """
        name = self._usable(typed)
        if name is None or name == old:
            return
        other = known_person({*self.names, *taken} - {old}, name)
        if other is not None:
            title = tr("There is somebody called {name} already.").format(name=other)
            self._notices.show(Notification(NoticeKind.WARNING, title, tr("Choose another name."), key=KEY))
            return

        def task() -> Finish:
            if old in [profile.name for profile in self._profiles.listed()]:
                self._profiles.rename(old, name)
            show = self._read()
            undo = Action(tr("Undo"), lambda: self.rename(name, old, taken={*taken} - {old}))
            title = tr("{old} is called {new} now.").format(old=old, new=name)
            text = tr("Picture, rounds, tournament and samples follow.")

            def finish() -> None:
                show()
                self.renamed.emit(old, name)
                self._notices.show(Notification(NoticeKind.SUCCESS, title, text, (undo,), KEY))

            return finish

        self._rounds.rename_person(old, name, lambda: self._worker.run(task))

    def run(self, task: Task) -> None:
        """Run a task on the thread of the players, for files that lie beside theirs."""
        self._worker.run(task)

    def add(self, typed: str) -> str | None:
        """Add a player; returns the name, or None after a notice that nobody can have it."""
        name = self._usable(typed)
        if name is None:
            return None
        known = known_person(self.names, name)

        def task() -> Finish:
            self._profiles.add(known or name)
            return self._read()

        self._worker.run(task)
        return known or name

    def set_picture(self, name: str, image: QImage) -> None:
        """Give a player a picture; its middle square is kept."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]

        def task() -> Finish:
            self._profiles.add(name)
            self._profiles.set_picture(name, bytes(content.data()))
            return self._read()

        self._worker.run(task)

    def stop(self) -> bool:
        """Finish the queued work and end the thread. Returns False when it is stuck."""
        return self._worker.stop()

    def _usable(self, typed: str) -> str | None:
        """The name as it is kept; None after a notice that nobody can have it."""
        try:
            name = person_name(typed)
        except ValueError as error:
            title = tr("Nobody can be called that: {reason}.").format(reason=translated(reason_of(error)))
            self._notices.show(Notification(NoticeKind.WARNING, title, tr("Choose another name."), key=KEY))
            return None
        self._notices.withdraw(KEY)
        return name

    def _export(self, name: str, path: Path, rounds: Sequence[LoggedRound]) -> None:
        def task() -> Finish:
            has_profile = name in [profile.name for profile in self._profiles.listed()]
            picture = self._profiles.picture(name) if has_profile else None
            count = export_player(path, name, rounds, picture)
            title = tr(
                "{name} and {count} rounds were written to {path}.", "{name} and a round were written to {path}.", count
            )
            text = title.format(name=name, path=path, count=number(count))
            return lambda: self._notices.show(Notification(NoticeKind.SUCCESS, text, key=KEY))

        self._worker.run(task)

    def _read(self) -> Finish:
        pictures = {}
        for profile in self._profiles.listed():
            content = self._profiles.picture(profile.name) if profile.has_picture else None
            pictures[profile.name] = QImage() if content is None else QImage.fromData(content)
        return lambda: self._show(pictures)

    def _show(self, pictures: Mapping[str, QImage]) -> None:
        self.pictures = pictures
        self.changed.emit()

    def _on_failed(self, error: GestureAppError) -> None:
        self._notices.show(Notification.of_error(error, kind=NoticeKind.WARNING, key=KEY))
