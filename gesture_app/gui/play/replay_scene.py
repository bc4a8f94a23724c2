"""What is painted at each moment of a replay. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from gesture_app.domain.game.round_replay import ReplayFrame, ReplayMoments, RoundReplay
from gesture_app.gui.play.texts import PlayerNames
from gesture_app.gui.texts import gesture_name
from gesture_app.gui.translation import number, tr


@dataclass(frozen=True)
class ReplayMark:
    """A marked moment.

    Attributes:
        share: Its place between beginning and end, 0 to 1.
        label: Its name.
        is_reached: Whether the replay has come to it.
    """

    share: float
    label: str
    is_reached: bool


@dataclass(frozen=True)
class ReplayScene:
    """Everything that is painted in place of the live view.

    Attributes:
        shown: The frame.
        share: The present place between beginning and end, 0 to 1.
        marks: The marked moments, in order.
        caption: The marked moment at which the replay stands still; empty between two.
    """

    shown: ReplayFrame
    share: float
    marks: tuple[ReplayMark, ...]
    caption: str


def replay_scene(replay: RoundReplay, time_s: float, names: PlayerNames) -> ReplayScene:
    """The scene at a moment.

    Args:
        replay: The replay.
        time_s: The shown time of the round.
        names: Names of the players.
    """
    named = _named_moments(replay.moments, names)
    marks = tuple(ReplayMark(replay.share_at(at_s), label, at_s <= time_s) for at_s, label, _caption in named)
    caption = next((caption for at_s, _label, caption in named if at_s == time_s), "")
    shown = replay.still if time_s == replay.moments.read_s else replay.frame_at(time_s)
    return ReplayScene(shown, replay.share_at(time_s), marks, caption)


def _named_moments(moments: ReplayMoments, names: PlayerNames) -> list[tuple[float, str, str]]:
    """Time, name and caption of each marked moment."""
    read_ms = number(round((moments.read_s - moments.shoot_s) * 1000))
    read = tr("Read here, {delay_ms} ms after “shoot!”").format(delay_ms=read_ms)
    named = [
        (moments.shoot_s, tr("shoot!"), ""),
        (
            moments.read_s,
            tr("read", "moment of a replay"),
            read,
        ),
    ]
    if moments.late is not None and moments.late_s is not None:
        late = moments.late
        values = {"gesture": gesture_name(late.gesture), "delay_ms": number(round(late.after_shoot_s * 1000))}
        text = (
            tr("Late throw: {gesture}, {delay_ms} ms after “shoot!”").format(**values)
            if names.is_solo
            else tr("{player}, late throw: {gesture}, {delay_ms} ms after “shoot!”").format(
                player=names.both[late.player], **values
            )
        )
        named.append((moments.late_s, tr("late", "moment of a replay"), text))
    return named
