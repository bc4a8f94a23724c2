"""Profiles of players: one JSON file with their names, and a picture for those who have one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from gesture_app.domain.frames.frame import UInt8Array
from gesture_app.domain.game.player_profile import MAX_PLAYERS, PlayerProfile
from gesture_app.domain.message import Message
from gesture_app.domain.samples.people import known_person, person_name, sorted_people
from gesture_app.errors import GestureAppError, reason_of
from gesture_app.storage.atomic import write_atomically
from gesture_app.storage.decoding import DecodingError, decode, parse_json, require_version
from gesture_app.storage.private_folders import make_private

FOLDER_NAME = "players"
"""Name of the folder in the person's data folder."""

PICTURE_SIDE_PX = 256
"""Side of a stored picture: twice the largest size it is shown in."""

_FILE_NAME = "players.json"
_VERSION = 1
_MAX_BYTES = 1_000_000
_MAX_PICTURE_BYTES = 50_000_000
_JPEG_QUALITY = 90


class PlayerProfilesError(GestureAppError):
    """Profiles of players cannot be read or written."""


@dataclass(frozen=True)
class _SavedPlayer:
    name: str
    picture: str = ""


@dataclass(frozen=True)
class _SavedPlayers:
    format_version: int
    players: tuple[_SavedPlayer, ...]


class FolderPlayerProfiles:
    """Profiles in a folder (a ``PlayerProfiles``). Used from one thread.

    Pictures are named by their content, so that an interrupted change leaves the old profile with its picture.

    Args:
        folder: The folder; made by the first profile.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def path(self) -> Path:
        """The file with the names."""
        return self._folder / _FILE_NAME

    def listed(self) -> tuple[PlayerProfile, ...]:
        """All profiles, in alphabetical order.

        Raises:
            PlayerProfilesError: If the file is there and cannot be read.
        """
        saved = self._read()
        return tuple(PlayerProfile(name, has_picture=bool(saved[name])) for name in sorted_people(saved))

    def add(self, name: str) -> PlayerProfile:
        """Add a player; one that is there already, in any case of letters, is returned as it is.

        Raises:
            PlayerProfilesError: If nobody can have that name, or the profiles cannot be read or written.
        """
        saved = self._read()
        new = _checked(name)
        known = known_person(saved, new)
        if known is None:
            if len(saved) >= MAX_PLAYERS:
                raise PlayerProfilesError(
                    Message("There are {count} players already.").fill(count=MAX_PLAYERS),
                    hint=Message("Remove one first."),
                )
            self._write({**saved, new: ""})
            return PlayerProfile(new)
        return PlayerProfile(known, has_picture=bool(saved[known]))

    def rename(self, old: str, new: str) -> PlayerProfile:
        """Give a player another name.

        Raises:
            PlayerProfilesError: If there is no such player, nobody can have the new name, or another one has it.
        """
        saved = self._read()
        name, renamed = _known(saved, old), _checked(new)
        other = known_person(saved, renamed)
        if other is not None and other != name:
            raise PlayerProfilesError(
                Message("There is a player {name} already.").fill(name=other), hint=Message("Choose another name.")
            )
        picture = saved.pop(name)
        self._write({**saved, renamed: picture})
        return PlayerProfile(renamed, has_picture=bool(picture))

    def set_picture(self, name: str, content: bytes | None) -> PlayerProfile:
        """Give a player a picture.

        Args:
            name: The player.
            content: An image file that OpenCV reads; its middle square is kept. None removes the picture.

        Raises:
            PlayerProfilesError: If there is no such player, it is no image, or it cannot be written.
        """
        saved = self._read()
        player = _known(saved, name)
        file_name = ""
        if content is not None:
            jpeg = square_picture(content)
            file_name = f"{hashlib.sha256(jpeg).hexdigest()[:16]}.jpg"
            self._put(self._folder / file_name, jpeg)
        self._write({**saved, player: file_name})
        return PlayerProfile(player, has_picture=bool(file_name))

    def picture(self, name: str) -> bytes | None:
        """The picture as a square JPEG file; None if there is none, or its file is gone.

        Raises:
            PlayerProfilesError: If there is no such player, or it cannot be read.
        """
        saved = self._read()
        file_name = saved[_known(saved, name)]
        if not file_name:
            return None
        try:
            return (self._folder / file_name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unreadable(error.strerror or str(error)) from error

    def remove(self, name: str) -> None:
        """Remove a player with the picture; nothing happens without such a player.

        Raises:
            PlayerProfilesError: If the profiles cannot be read or written.
        """
        saved = self._read()
        known = known_person(saved, name)
        if known is not None:
            del saved[known]
            self._write(saved)

    def _read(self) -> dict[str, str]:
        """File names of the pictures by name; empty for none."""
        try:
            data = parse_json(self.path.read_bytes(), max_bytes=_MAX_BYTES)
            require_version(data, "format_version", _VERSION)
            players = decode(_SavedPlayers, data).players
            for player in players:
                PlayerProfile(player.name)
                if player.picture != Path(player.picture).name:
                    raise DecodingError(f"{player.picture!r} is no name of a file")
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._unreadable(error.strerror or str(error)) from error
        except ValueError as error:
            raise self._unreadable(str(error)) from error
        return {player.name: player.picture for player in players}

    def _write(self, players: dict[str, str]) -> None:
        """Write the profiles, and remove pictures that nobody has any more."""
        rows = [{"name": name, "picture": players[name]} for name in sorted_people(players)]
        rows = [{key: value for key, value in row.items() if value} for row in rows]
        content = json.dumps({"format_version": _VERSION, "players": rows}, ensure_ascii=False, indent=2)
        self._put(self.path, content.encode() + b"\n")
        for picture in self._folder.glob("*.jpg"):
            if picture.name not in players.values():
                picture.unlink(missing_ok=True)

    def _put(self, path: Path, content: bytes) -> None:
        try:
            make_private(self._folder)
            write_atomically(path, content)
        except OSError as error:
            hint = Message("Make room on the disk, or make the folder writable.")
            raise PlayerProfilesError(
                Message("{path} cannot be written: {reason}.").fill(path=path, reason=error.strerror or error),
                hint=hint,
            ) from error

    def _unreadable(self, why: str) -> PlayerProfilesError:
        hint = Message("Check its permissions, or move it away. The names in your rounds stay.")
        return PlayerProfilesError(
            Message("The players in {folder} cannot be read: {reason}.").fill(folder=self._folder, reason=why),
            hint=hint,
        )


def square_picture(content: bytes) -> bytes:
    """The middle square of an image as a JPEG file with sides of :data:`PICTURE_SIDE_PX`.

    Raises:
        PlayerProfilesError: If it is not an image, or too large.
    """
    image: UInt8Array | None = None
    if 0 < len(content) <= _MAX_PICTURE_BYTES:
        try:
            image = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)  # type: ignore[assignment]
        except cv2.error:
            image = None  # such as an image beyond OpenCV's size limits
    if image is None:
        raise PlayerProfilesError(
            Message("The picture cannot be read."), hint=Message("Choose a photo: a JPEG, PNG or WebP file.")
        )
    height, width = image.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = image[top : top + side, left : left + side]
    scaled = cv2.resize(square, (PICTURE_SIDE_PX, PICTURE_SIDE_PX), interpolation=cv2.INTER_AREA)
    return cv2.imencode(".jpg", scaled, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])[1].tobytes()


def _checked(name: str) -> str:
    try:
        return person_name(name)
    except ValueError as error:
        hint = Message("Choose another name.")
        raise PlayerProfilesError(
            Message("Nobody can be called {name}: {reason}.").fill(name=repr(name), reason=reason_of(error)), hint=hint
        ) from error


def _known(players: Collection[str], name: str) -> str:
    known = known_person(players, name)
    if known is None:
        hint = (
            Message("There are {names}.").fill(names=", ".join(sorted_people(players)))
            if players
            else Message("Add one first.")
        )
        raise PlayerProfilesError(Message("There is no player {name}.").fill(name=repr(name)), hint=hint)
    return known
