from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from gesture_app.domain.game.player_profile import MAX_PLAYERS, PlayerProfile
from gesture_app.domain.ports import PlayerProfiles
from gesture_app.recording.player_profiles import PICTURE_SIDE_PX, FolderPlayerProfiles, PlayerProfilesError


@pytest.fixture
def profiles(tmp_path: Path) -> FolderPlayerProfiles:
    return FolderPlayerProfiles(tmp_path / "players")


def photo(*, width: int = 400, height: int = 300, blue: int = 200) -> bytes:
    """Blue in the middle square, black beside it."""
    image = np.zeros((height, width, 3), np.uint8)
    side, left = min(height, width), (width - min(height, width)) // 2
    image[:, left : left + side] = (blue, 0, 0)
    return cv2.imencode(".png", image)[1].tobytes()


def test_profiles_come_back_in_alphabetical_order(profiles: FolderPlayerProfiles) -> None:
    port: PlayerProfiles = profiles
    assert port.listed() == ()
    for name in ("Zoë", "anna", "  Ben  B. "):
        port.add(name)
    again = FolderPlayerProfiles(profiles.path.parent)
    assert again.listed() == (PlayerProfile("anna"), PlayerProfile("Ben B."), PlayerProfile("Zoë"))


def test_a_name_in_another_case_is_the_same_player(profiles: FolderPlayerProfiles) -> None:
    profiles.add("Anna")
    assert profiles.add("ANNA") == PlayerProfile("Anna")
    assert len(profiles.listed()) == 1


def test_the_middle_of_a_photo_is_kept_as_a_square_picture(profiles: FolderPlayerProfiles) -> None:
    profiles.add("Anna")
    assert profiles.picture("Anna") is None
    assert profiles.set_picture("anna", photo()).has_picture
    content = profiles.picture("Anna")
    assert content is not None
    image = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
    assert image.shape == (PICTURE_SIDE_PX, PICTURE_SIDE_PX, 3)
    assert image[..., 0].min() > 150


def test_an_old_picture_goes_with_a_new_one_and_with_the_player(profiles: FolderPlayerProfiles) -> None:
    for name in ("Anna", "Ben"):
        profiles.add(name)
        profiles.set_picture(name, photo())
    profiles.set_picture("Anna", photo(blue=250))
    pictures = list(profiles.path.parent.glob("*.jpg"))
    assert len(pictures) == 2
    profiles.remove("Ben")
    assert len(list(profiles.path.parent.glob("*.jpg"))) == 1
    assert profiles.set_picture("Anna", None) == PlayerProfile("Anna")
    assert not list(profiles.path.parent.glob("*.jpg"))
    profiles.remove("nobody there")


def test_two_players_may_have_the_same_picture(profiles: FolderPlayerProfiles) -> None:
    for name in ("Anna", "Ben"):
        profiles.add(name)
        profiles.set_picture(name, photo())
    profiles.set_picture("Anna", None)
    assert profiles.picture("Ben") is not None


def test_a_renamed_player_keeps_the_picture(profiles: FolderPlayerProfiles) -> None:
    profiles.add("Anna")
    profiles.set_picture("Anna", photo())
    assert profiles.rename("anna", "Anne") == PlayerProfile("Anne", has_picture=True)
    assert profiles.picture("Anne") is not None
    assert profiles.rename("Anne", "ANNE").name == "ANNE"
    profiles.add("Ben")
    with pytest.raises(PlayerProfilesError, match="There is a player Ben already"):
        profiles.rename("ANNE", "ben")


@pytest.mark.parametrize("content", [b"", b"no image", photo()[:200]])
def test_what_is_no_picture_is_refused_and_nothing_changes(profiles: FolderPlayerProfiles, content: bytes) -> None:
    profiles.add("Anna")
    profiles.set_picture("Anna", photo())
    before = profiles.picture("Anna")
    with pytest.raises(PlayerProfilesError, match="cannot be read"):
        profiles.set_picture("Anna", content)
    assert profiles.picture("Anna") == before


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "a\u200bb"])
def test_a_name_that_nobody_can_have_is_refused(profiles: FolderPlayerProfiles, name: str) -> None:
    with pytest.raises(PlayerProfilesError, match="Nobody can be called"):
        profiles.add(name)


def test_an_unknown_player_is_an_error_that_names_the_known_ones(profiles: FolderPlayerProfiles) -> None:
    profiles.add("Anna")
    with pytest.raises(PlayerProfilesError, match="There are Anna"):
        profiles.picture("Ben")


def test_there_is_an_end_to_the_list(profiles: FolderPlayerProfiles) -> None:
    rows = ", ".join(f'{{"name": "{number}"}}' for number in range(MAX_PLAYERS))
    profiles.path.parent.mkdir()
    profiles.path.write_text(f'{{"format_version": 1, "players": [{rows}]}}')
    with pytest.raises(PlayerProfilesError, match="100 players already"):
        profiles.add("one more")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format_version": 2, "players": []}',
        '{"format_version": 1, "players": [{"name": ""}]}',
        '{"format_version": 1, "players": [{"name": "Anna", "picture": "../secret"}]}',
    ],
)
def test_a_damaged_file_is_reported_and_left_alone(profiles: FolderPlayerProfiles, text: str) -> None:
    profiles.path.parent.mkdir()
    profiles.path.write_text(text)
    with pytest.raises(PlayerProfilesError, match="move it away"):
        profiles.add("Anna")
    assert profiles.path.read_text() == text


def test_a_full_disk_is_reported(profiles: FolderPlayerProfiles) -> None:
    profiles.path.parent.write_text("a file in place of the folder")
    with pytest.raises(PlayerProfilesError):
        profiles.add("Anna")
