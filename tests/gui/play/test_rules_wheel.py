"""The rules as a wheel, for any number of gestures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gesture_app.domain.game.rules import CLASSIC, LIZARD_SPOCK, RuleTable
from gesture_app.gui.play.rules_wheel import RulesWheel, WheelLayout
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.resources import ASSETS
from gesture_app.settings import ThemeChoice
from tests.fakes.rule_tables import WITH_WELL, of_size

CENTER, SIDE_PX = QPointF(200, 150), 300
GAMES = [CLASSIC, LIZARD_SPOCK, WITH_WELL, *(of_size(size) for size in (6, 7, 10, 15))]


@pytest.mark.parametrize("rules", GAMES, ids=lambda rules: rules.name)
def test_discs_lie_apart_inside_the_square_and_arrows_point_at_the_loser(rules: RuleTable) -> None:
    layout = WheelLayout.of(rules, CENTER, SIDE_PX)
    assert set(layout.centers) == set(rules.gestures)
    for gesture, center in layout.centers.items():
        for offset in (center.x() - CENTER.x(), center.y() - CENTER.y()):
            assert abs(offset) + layout.disc_px <= SIDE_PX / 2
        others = [QLineF(center, other).length() for name, other in layout.centers.items() if name != gesture]
        assert min(others) > 2 * layout.disc_px
    for winner, losers in rules.beats.items():
        for loser in losers:
            arrow = layout.arrow(winner, loser)
            straight = QLineF(layout.centers[winner], layout.centers[loser])
            assert arrow.unitVector().dx() == pytest.approx(straight.unitVector().dx())
            assert arrow.unitVector().dy() == pytest.approx(straight.unitVector().dy())
            assert QLineF(straight.p1(), arrow.p1()).length() == pytest.approx(layout.disc_px)
            assert layout.disc_px < QLineF(arrow.p2(), straight.p2()).length() < layout.disc_px * 1.2


@pytest.mark.parametrize("rules", [CLASSIC, LIZARD_SPOCK, WITH_WELL], ids=lambda rules: rules.name)
def test_around_the_circle_each_gesture_beats_the_one_before(rules: RuleTable) -> None:
    assert all(
        after in rules.winners_against(before)
        for before, after in pairwise(WheelLayout.of(rules, CENTER, SIDE_PX).centers)
    )


@pytest.mark.parametrize("rules", GAMES, ids=lambda rules: rules.name)
def test_any_game_is_painted_even_where_a_gesture_has_no_icon(
    rules: RuleTable, qapp: QApplication, qtbot: QtBot
) -> None:
    wheel = RulesWheel(IconSet(ASSETS / "icons"), Theme(qapp, ThemeChoice.LIGHT))
    qtbot.addWidget(wheel)
    wheel.resize(300, 300)
    blank = wheel.grab().toImage()
    wheel.show_rules(rules)
    assert rules is LIZARD_SPOCK or wheel.grab().toImage() != blank
    lines = [f"{winner} {verb}" for winner, losers in rules.beats.items() for verb in losers.values()]
    assert len(wheel.toolTip().splitlines()) == len(lines)
