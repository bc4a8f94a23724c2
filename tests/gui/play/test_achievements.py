"""Achievements in the window: counted in the background, announced once, listed beside the statistics."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import LIZARD_SPOCK
from gesture_app.settings import PlaySettings
from tests.fakes.round_logs import InMemoryRoundLog
from tests.fakes.round_records import a_round
from tests.gui.play.conftest import Arena, MakeArena

WHEN = "2024-05-01T12:30:00+02:00"
KEYS = Qt.Key


def won_by(person: str) -> InMemoryRoundLog:
    return InMemoryRoundLog(LoggedRound("m", WHEN, a_round(opponent="random", people=(person, ""))))


def rows(arena: Arena) -> list[str]:
    return [name for name, row in arena.page.statistics.achievements.rows.items() if row.is_achieved]


def test_a_new_achievement_is_announced_once_and_listed(arena: Arena, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: arena.services.rounds.rounds == ())
    for _ in range(2):
        arena.press(KEYS.Key_Space)
        arena.throw(LIZARD_SPOCK.winners_against(arena.committed_throw)[0])
    qtbot.waitUntil(lambda: rows(arena) == ["first-win"])
    assert [title for title in arena.titles if title.startswith("Achieved")] == ["Achieved: First win"]
    row = arena.page.statistics.achievements.rows["first-win"]
    assert row.text.text().startswith("It had chosen before")
    assert row.title.accessibleName() == "First win, achieved"
    assert arena.page.statistics.achievements.rows["prompt"].text.text().startswith("Throw right on")


def test_earlier_achievements_are_listed_and_not_announced(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(people=("Ann", "")), log=won_by("Ann"))
    qtbot.waitUntil(lambda: rows(arena) == ["first-win"])
    assert not any(title.startswith("Achieved") for title in arena.titles)


def test_another_player_has_own_achievements(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(people=("Ann", "")), log=won_by("Ann"))
    qtbot.waitUntil(lambda: rows(arena) == ["first-win"])
    play = arena.desktop.preferences.settings.play
    arena.desktop.preferences.change(play=replace(play, people=("Bob", "")))
    qtbot.waitUntil(lambda: rows(arena) == [])


def test_erased_rounds_take_their_achievements_along(make_arena: MakeArena, qtbot: QtBot) -> None:
    arena = make_arena(PlaySettings(people=("Ann", "")), log=won_by("Ann"))
    qtbot.waitUntil(lambda: rows(arena) == ["first-win"])
    arena.services.rounds.erase()
    qtbot.waitUntil(lambda: rows(arena) == [])
