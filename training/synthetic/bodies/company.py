"""People in a clip besides the hands that play: the players themselves, somebody who walks by, a child who looks in.

Each is drawn once for every pose and then moved over the image, since a figure takes a third of a second to draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from gesture_app.domain.frames.gestures import FIVE_GESTURES, PAPER
from training.synthetic.bodies.actor import SIDES, Actor, other, outward
from training.synthetic.bodies.acts import behind, hang
from training.synthetic.bodies.drawing import Camera, figure_surface, looking
from training.synthetic.bodies.figure import Figure, build_figure
from training.synthetic.bodies.hands import LETTER
from training.synthetic.bodies.mesh import load_bodies
from training.synthetic.bodies.rig import turn
from training.synthetic.bodies.scenes import hand_points, show
from training.synthetic.bodies.wardrobe import sample_look
from training.synthetic.lighting import exposed
from training.synthetic.poses import Pose, poses_of
from training.synthetic.renderer import HandRenderer, Light, perspective
from training.synthetic.skeleton import Array

Image = npt.NDArray[np.uint8]

_STREAM = 2_000_303
_STRIDES = 8
_STRIDE_S = 1.1
_WAVE_SHARE = 0.5
# The light was made for hands; clothes and hair are darker.
_BRIGHTER = 1.3


@dataclass(frozen=True)
class Cutout:
    """A drawn person, and where the drawing is put.

    Attributes:
        layer: ``(height, width, 4)`` uint8, premultiplied.
        right_px: How far it is moved to the right.
        down_px: How far it is moved down.
    """

    layer: Image
    right_px: float = 0.0
    down_px: float = 0.0


Shown = Callable[[float], Cutout | None]
"""What is seen of somebody at a time in seconds; None for nothing."""


@dataclass(frozen=True)
class PlayerBody:
    """The body of a player, whose playing hand is drawn apart.

    Attributes:
        x: Horizontal position, in halves of the image's height.
        is_child: Whether it is a child.
        tone: Skin tone, 1 to 10 on the Monk scale.
        light_gain: Factor on the light that falls on it.
    """

    x: float
    is_child: bool
    tone: int
    light_gain: float


@dataclass(frozen=True)
class CompanyRequest:
    """Who is in the room besides the hands that play.

    Attributes:
        seed: The same seed gives the same people.
        size: Width and height in pixels.
        seconds: Length of the clip.
        light: The light.
        field_of_view_deg: Vertical angle of view.
        players: The players.
        passer_by: Whether somebody walks by behind the players, again and again, and waves now and then.
        child_at_edge: Whether a child holds gestures up at the lower edge.
    """

    seed: int
    size: tuple[int, int]
    seconds: float
    light: Light
    field_of_view_deg: float
    players: tuple[PlayerBody, ...] = ()
    passer_by: bool = False
    child_at_edge: bool = False


class Company:
    """Draws these people. Used while the renderer is open."""

    def __init__(self, request: CompanyRequest) -> None:
        self._request = request
        self._shown: list[Shown] | None = None

    def over(self, renderer: HandRenderer, background_bgr: Image, time_s: float) -> Image:
        """The ``(height, width, 3)`` uint8 BGR background with the people before it."""
        if self._shown is None:
            self._shown = list(self._people(renderer))
        frame = background_bgr
        for shown in self._shown:
            cutout = shown(time_s)
            if cutout is not None:
                frame = _over(frame, cutout)
        return frame

    def _people(self, renderer: HandRenderer) -> Sequence[Shown]:
        """From the back to the front."""
        request = self._request
        people: list[Shown] = []
        if request.passer_by:
            people.append(_passing(request, renderer))
        for place, player in enumerate(request.players):
            people.append(_standing(request, renderer, place, player))
        if request.child_at_edge:
            people.append(_looking_in(request, renderer))
        return people


def _over(frame: Image, cutout: Cutout) -> Image:
    layer = cutout.layer
    if cutout.right_px or cutout.down_px:
        move = np.array([[1.0, 0.0, cutout.right_px], [0.0, 1.0, cutout.down_px]])
        layer = np.asarray(cv2.warpAffine(layer, move, (layer.shape[1], layer.shape[0])), dtype=np.uint8)
    uncovered = cv2.cvtColor(255 - layer[..., 3], cv2.COLOR_GRAY2BGR)
    return np.asarray(cv2.add(layer[..., :3], cv2.multiply(frame, uncovered, scale=1 / 255)), dtype=np.uint8)


def _figure(rng: np.random.Generator, name: str, tone: int, *, is_child: bool) -> Figure:
    bodies = [body for body in load_bodies() if (body.age_group == "child") is is_child]
    return build_figure(sample_look(rng, name, tone, bodies[int(rng.integers(len(bodies)))]))


def _drawn(request: CompanyRequest, renderer: HandRenderer, actor: Actor, camera: Camera, gain: float = 1.0) -> Image:
    light, skin = exposed(request.light, gain * _BRIGHTER), actor.figure.look.skin
    surface = figure_surface(actor.figure, actor.bones, camera, light.direction)[0]
    projection = perspective(camera.field_of_view_deg, renderer.width, renderer.height)
    return renderer.draw([surface], light, projection, skin_rgb=skin.rgb, grain=skin.grain)


def _facing(request: CompanyRequest, actor: Actor, distance_m: float, yaw_deg: float, eyes_up: float) -> Camera:
    """A camera that sees the person's eyes in the middle, ``eyes_up`` halves of the image's height above it."""
    eyes = 0.5 * (actor.start_of("eye.L") + actor.start_of("eye.R"))
    yaw = np.radians(yaw_deg)
    up = eyes_up * np.tan(np.radians(request.field_of_view_deg) / 2) * distance_m
    target = eyes - np.array([0.0, up, 0.0])
    return looking(target + distance_m * np.array([np.sin(yaw), 0.0, np.cos(yaw)]), target, request.field_of_view_deg)


def _standing(request: CompanyRequest, renderer: HandRenderer, place: int, player: PlayerBody) -> Shown:
    """A player behind the hand that plays, the arms behind the back."""
    rng = np.random.default_rng([request.seed, _STREAM, place])
    actor = Actor(_figure(rng, f"player-{place}", player.tone, is_child=player.is_child), rng, "stand")
    for side in SIDES:
        behind(actor, side)
    eyes_up = rng.uniform(0.0, 0.15) if player.is_child else rng.uniform(0.35, 0.55)
    camera = _facing(request, actor, rng.uniform(1.3, 1.6), rng.normal(0, 8), eyes_up)
    layer = _drawn(request, renderer, actor, camera, player.light_gain)
    cutout = Cutout(layer, right_px=0.5 * request.size[1] * player.x)
    return lambda _time_s: cutout


def _passing(request: CompanyRequest, renderer: HandRenderer) -> Shown:
    """Somebody who crosses the image behind the players every few seconds, to and fro."""
    rng = np.random.default_rng([request.seed, _STREAM, 11])
    figure = _figure(rng, "passer-by", int(rng.integers(1, 11)), is_child=False)
    width = request.size[0]
    passes: list[tuple[float, float, float, int, bool]] = []
    time_s, towards = rng.uniform(0.5, 1.5), 1
    while time_s < request.seconds:
        for_s = rng.uniform(2.5, 4.5)
        passes.append((time_s, for_s, rng.uniform(0, 1), towards, rng.random() < _WAVE_SHARE))
        time_s, towards = time_s + for_s + rng.uniform(0.3, 1.5), -towards
    layers: dict[tuple[int, int, bool], Image] = {}

    def shown(time_s: float) -> Cutout | None:
        now = next((one for one in passes if one[0] <= time_s < one[0] + one[1]), None)
        if now is None:
            return None
        began_s, for_s, phase, towards, waves = now
        stride = int(_STRIDES * ((time_s / _STRIDE_S + phase) % 1.0))
        key = (stride, towards, waves)
        if key not in layers:
            layers[key] = _walking(request, renderer, figure, stride / _STRIDES, towards, waves=waves)
        along = (time_s - began_s) / for_s
        return Cutout(layers[key], right_px=towards * (along - 0.5) * 1.5 * width)

    return shown


def _walking(
    request: CompanyRequest, renderer: HandRenderer, figure: Figure, phase: float, towards: int, *, waves: bool
) -> Image:
    rng = np.random.default_rng([request.seed, _STREAM, 12])
    actor = Actor(figure, rng, "walk")
    swing = float(np.sin(2 * np.pi * phase))
    for side in SIDES:
        letter = LETTER[side]
        out = outward(side)
        actor.pose.turned[f"upperleg01.{letter}"] = turn((1, 0, 0), 26 * swing * out)
        actor.pose.turned[f"lowerleg01.{letter}"] = turn((1, 0, 0), 18 * abs(swing))
        hang(actor, side, -0.16 * swing * out)
    camera = _facing(request, actor, 2.3, -towards * 70.0, 0.5)
    if waves:
        # The arm on the side of the camera is raised, with an open hand.
        show(rng, actor, camera, "left" if towards < 0 else "right", _chosen(rng, PAPER), request.size)
    return _drawn(request, renderer, actor, camera, 0.8)


def _looking_in(request: CompanyRequest, renderer: HandRenderer) -> Shown:
    """A child close to the camera, whose raised hand comes up at the lower edge again and again."""
    rng = np.random.default_rng([request.seed, _STREAM, 21])
    figure = _figure(rng, "child-at-edge", int(rng.integers(1, 11)), is_child=True)
    width, height = request.size
    cutouts: list[Cutout] = []
    for number, gesture in enumerate(rng.permutation(np.array(FIVE_GESTURES))):
        own = np.random.default_rng([request.seed, _STREAM, 22, number])
        actor = Actor(figure, own, "stand")
        camera = _facing(request, actor, 0.9, own.normal(0, 8), 0.3)
        side = SIDES[int(own.random() < 0.6)]
        behind(actor, other(side))
        show(own, actor, camera, side, _chosen(own, str(gesture)), request.size)
        middle: Array = np.nanmean(camera.pixels(hand_points(actor, side), width, height), axis=0)
        wanted = np.array([width * (0.5 + own.uniform(-0.42, 0.42)), height * own.uniform(0.84, 0.95)])
        right, down = wanted - middle
        cutouts.append(Cutout(_drawn(request, renderer, actor, camera), float(right), float(down)))
    visits: list[tuple[float, float, int]] = []
    time_s = rng.uniform(0.5, 1.5)
    while time_s < request.seconds:
        for_s = rng.uniform(1.8, 3.5)
        visits.append((time_s, for_s, len(visits) % len(cutouts)))
        time_s += for_s + rng.uniform(0.3, 1.2)

    def shown(time_s: float) -> Cutout | None:
        now = next((one for one in visits if one[0] <= time_s < one[0] + one[1]), None)
        if now is None:
            return None
        began_s, for_s, number = now
        up = min(1.0, (time_s - began_s) / 0.4, (began_s + for_s - time_s) / 0.4)
        cutout = cutouts[number]
        bob = 0.02 * height * np.sin(2 * np.pi * 1.3 * time_s)
        return Cutout(cutout.layer, cutout.right_px, cutout.down_px + float(bob) + (1 - up) ** 2 * 0.6 * height)

    return shown


def _chosen(rng: np.random.Generator, label: str) -> Pose:
    poses = poses_of(label)
    shares = np.array([pose.share for pose in poses])
    return poses[int(rng.choice(len(poses), p=shares / shares.sum()))]
