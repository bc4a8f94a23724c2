"""The settings of the user, in one TOML file in their configuration folder."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w

from gesture_app.domain.frames.camera_format import CameraFormat
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.message import Message
from gesture_app.domain.models.device import Device
from gesture_app.errors import SettingsError, reason_of
from gesture_app.resources import settings_folder
from gesture_app.storage.atomic import unfinished_writes, write_atomically
from gesture_app.storage.decoding import decode, to_plain
from gesture_app.storage.private_folders import make_private

if TYPE_CHECKING or sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HAND_COUNTS = (1, 2)
"""Allowed numbers of hands to detect."""


class SourceKind(Enum):
    """The kinds of sources to choose from."""

    CAMERA = "camera"
    FILE = "file"
    ADDRESS = "address"
    DEMO = "demo"


class ThemeChoice(Enum):
    """The colour theme of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class MotionChoice(Enum):
    """Whether large words move when they appear."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Language(Enum):
    """The language of the window. The value is its code."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"


TEXT_PERCENTS = (100, 125, 150, 175, 200)
"""Text sizes to choose from, in percent of that of the desktop."""


@dataclass(frozen=True)
class SourceChoice:
    """A chosen source, in a form that stays valid after a restart.

    Attributes:
        kind: The kind of source.
        value: A camera's id, a file's path, or an address; empty for the demo clip.
        name: The displayed name before it is opened.
    """

    kind: SourceKind
    value: str = ""
    name: str = ""


DEMO = SourceChoice(SourceKind.DEMO, name="Demo clip")
"""The clip that is shipped with the program."""


class PlayMode(Enum):
    """The opponent in a match."""

    COMPUTER = "computer"
    TWO_PLAYERS = "two_players"
    PRACTICE = "practice"


MATCH_LENGTHS = (1, 3, 5, 7, 0)
"""Allowed lengths of a match, as "best of" this many rounds; 0 is endless."""


class CountdownSpeed(Enum):
    """How fast the words of the countdown follow each other."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"


@dataclass(frozen=True)
class PlaySettings:
    """The settings of the game.

    Attributes:
        mode: The opponent.
        throws: Name of the rule table; another one is played where this version does not know it.
        opponent: Name of the computer's strategy; empty for the easiest one.
        best_of: Length of a match, one of :data:`MATCH_LENGTHS`.
        sound: Whether sounds are played.
        practice_best: The most points in a practice, by the name of the rule table.
        volume_percent: Volume of the sounds, 0 to 100.
        countdown: Speed of the countdown.
        hands_free: Whether held gestures start, repeat and end matches; in the file only if they do.
        people: Names of the people who play, the one on the left of the view first; empty for nobody in particular.
            In the file only if there are any.
        replays: Whether the throw that decided a match is shown again in slow motion; in the file only if it is not.

    Raises:
        ValueError: If ``best_of`` or the volume is not one of these.
    """

    mode: PlayMode = PlayMode.COMPUTER
    throws: str = "lizard-spock"
    opponent: str = ""
    best_of: int = 3
    sound: bool = True
    practice_best: dict[str, int] = field(default_factory=dict)
    volume_percent: int = 60
    countdown: CountdownSpeed = CountdownSpeed.NORMAL
    hands_free: bool = False
    people: tuple[str, str] = ("", "")
    replays: bool = True

    def __post_init__(self) -> None:
        if self.best_of not in MATCH_LENGTHS:
            raise ValueError(f"best_of must be one of {MATCH_LENGTHS}, got {self.best_of!r}")
        if not 0 <= self.volume_percent <= 100:
            raise ValueError(f"volume_percent must be from 0 to 100, got {self.volume_percent!r}")


@dataclass(frozen=True)
class Settings:
    """Everything that is saved from one start to the next.

    Attributes:
        source: The source to start with; None for the first camera.
        mirror: Whether cameras are shown mirrored. Only the view is mirrored, never the frames.
        theme: The colour theme.
        hands: Maximum number of hands to detect, one of :data:`HAND_COUNTS`.
        sensitivity: How readily a hand is taken to show a gesture; games do not depend on it.
        memory: Whether recorded samples adjust the predictions at once.
        muted_people: Names of the people whose samples do not; empty for nobody in particular. In the file only if any.
        person: Name of the person who is recorded; in the file only if there is one.
        device: The device of the classifier.
        detector: Name of the hand detector; empty for the default, which is also used where it is not installed. In the
            file only if one was chosen.
        last_address: The last address that was entered.
        last_folder: The folder of the last opened file.
        play: The settings of the game.
        cameras: The format asked of each camera, by its id; :meth:`camera_format` has the others.
        skeleton: Whether the landmarks of hands are drawn over the picture.
        text_percent: Size of texts, 100 to 200 percent of that of the desktop.
        motion: Whether large words move when they appear.
        recent: The files, folders and addresses opened last, newest first; in the file only if any.
        language: The language of the window.

    Raises:
        ValueError: If the number of hands is not one of :data:`HAND_COUNTS`, or the text size is out of range.
    """

    source: SourceChoice | None = None
    mirror: bool = True
    theme: ThemeChoice = ThemeChoice.SYSTEM
    hands: int = 2
    sensitivity: Sensitivity = Sensitivity.NORMAL
    memory: bool = True
    muted_people: tuple[str, ...] = ()
    person: str = ""
    device: Device = Device.AUTO
    last_address: str = ""
    last_folder: str = ""
    play: PlaySettings = field(default_factory=PlaySettings)
    cameras: dict[str, CameraFormat] = field(default_factory=dict)
    skeleton: bool = True
    text_percent: int = 100
    motion: MotionChoice = MotionChoice.SYSTEM
    recent: tuple[SourceChoice, ...] = ()
    language: Language = Language.SYSTEM
    detector: str = ""

    def __post_init__(self) -> None:
        if self.hands not in HAND_COUNTS:
            raise ValueError(f"hands must be 1 or 2, got {self.hands!r}")
        if not TEXT_PERCENTS[0] <= self.text_percent <= TEXT_PERCENTS[-1]:
            raise ValueError(f"text_percent must be from 100 to 200, got {self.text_percent!r}")

    @property
    def known_people(self) -> frozenset[str]:
        """Names of all people in the settings."""
        return frozenset({self.person, *self.muted_people, *self.play.people} - {""})

    def camera_format(self, camera_id: str) -> CameraFormat:
        """The format to ask of a camera."""
        return self.cameras.get(camera_id, CameraFormat())


def default_settings_path() -> Path:
    """Path of the settings file in the user's configuration folder."""
    return settings_folder() / "settings.toml"


@dataclass
class SettingsFile:
    """Reads and writes one settings file. Used from one thread.

    Attributes:
        path: The file; it need not exist yet.
    """

    path: Path = field(default_factory=default_settings_path)

    @property
    def is_new(self) -> bool:
        """Whether nothing has ever been saved, not even a file that turned out to be damaged."""
        return not self.path.exists() and not self._broken_path.exists()

    def load(self) -> Settings:
        """The settings in the file; the defaults if there is no file.

        Raises:
            SettingsError: If the file cannot be read or is damaged. A damaged file is renamed to
                ``settings.toml.broken``, so that the next :meth:`save` does not overwrite it.
        """
        try:
            return _from_table(tomllib.loads(self.path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            raise SettingsError(
                Message("The settings in {path} cannot be read ({reason}). The defaults are used.").fill(
                    path=self.path, reason=error.strerror or error
                ),
                hint=Message("Check the permissions of the file."),
            ) from error
        except (ValueError, RecursionError) as error:
            raise SettingsError(
                Message("The settings file was damaged, so the defaults are used ({reason}).").fill(
                    reason=reason_of(error)
                ),
                hint=self._set_aside(),
            ) from error

    def save(self, settings: Settings) -> None:
        """Write the settings atomically.

        Raises:
            SettingsError: If they cannot be written, for example because the disk is full or read-only.
        """
        text = tomli_w.dumps(_to_table(settings))
        try:
            make_private(self.path.parent)
            write_atomically(self.path, text.encode())
        except OSError as error:
            raise SettingsError(
                Message("Your settings cannot be saved in {folder} ({reason}).").fill(
                    folder=self.path.parent, reason=error.strerror or error
                ),
                hint=Message("They hold until you close the program. Free some space, or make the folder writable."),
            ) from error

    def erase(self) -> None:
        """Delete the file, a damaged one that was set aside, and what killed processes left of it.

        Raises:
            SettingsError: If one cannot be deleted.
        """
        try:
            for path in (self.path, self._broken_path, *unfinished_writes(self.path)):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise SettingsError(
                Message("Your settings in {folder} cannot be erased ({reason}).").fill(
                    folder=self.path.parent, reason=error.strerror or error
                ),
                hint=Message("Check the permissions of the folder."),
            ) from error

    @property
    def _broken_path(self) -> Path:
        return self.path.with_name(self.path.name + ".broken")

    def _set_aside(self) -> str:
        broken = self._broken_path
        try:
            self.path.replace(broken)
        except OSError:
            return Message("Correct or delete {path}.").fill(path=self.path)
        return Message("The damaged file is kept as {path}.").fill(path=broken)


_WRITTEN_IF_CHANGED = (
    *("muted_people", "person", "cameras", "skeleton", "text_percent", "motion", "recent", "language", "detector"),
)
_PLAY_WRITTEN_IF_CHANGED = ("volume_percent", "countdown", "hands_free", "people", "replays")


def _to_table(settings: Settings) -> dict[str, Any]:
    """The content of the file. Settings that version 0.1 did not have are left out while they have their defaults."""
    table, defaults = to_plain(settings), to_plain(Settings())
    tables = ((table, defaults, _WRITTEN_IF_CHANGED), (table["play"], defaults["play"], _PLAY_WRITTEN_IF_CHANGED))
    for values, unchanged, keys in tables:
        for key in keys:
            if values[key] == unchanged[key]:
                del values[key]
    return {key: value for key, value in table.items() if value is not None}


def _from_table(table: dict[str, Any]) -> Settings:
    """Settings from the content of the file; unknown keys are ignored, missing ones have their defaults."""
    play = table.get("play")
    if isinstance(play, dict) and isinstance(play.get("throws"), str):
        # Version 0.1 wrote "lizard_spock".
        table = {**table, "play": {**play, "throws": play["throws"].replace("_", "-")}}
    return decode(Settings, table)


_PUBLIC = (
    *("mirror", "theme", "hands", "sensitivity", "memory", "device", "skeleton", "text_percent", "motion"),
    *("language", "detector"),
)
_PUBLIC_PLAY = ("mode", "best_of", "sound", "volume_percent", "countdown", "hands_free", "replays")


def public_text(settings: Settings) -> str:
    """The settings that tell nothing about a person, a line each."""
    table = to_plain(settings)
    lines = [f"{key} = {table[key]}" for key in _PUBLIC]
    lines += [f"play.{key} = {table['play'][key]}" for key in _PUBLIC_PLAY]
    source = "none" if settings.source is None else settings.source.kind.value
    return "\n".join([*lines, f"source = {source}", f"cameras with a format of their own = {len(settings.cameras)}"])
