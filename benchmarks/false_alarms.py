"""Wrongly stable gestures per hour, and the time until a true one is stable: ``benchmarks/false_alarms.py FOLDER``.

Plays videos in which nobody shows a gesture through the pipeline, as a camera would, and counts false alarms: stretches
of frames with one stable gesture. Clips with true gestures (``--shown``) are played likewise, with a table of the label
of each frame beside them, ``<clip>.labels.csv`` with the columns seq and label, as ``training synthesize`` writes it.
Hands are found and classified once; the smoothing is repeated for each sensitivity. Times are those of the videos: the
time to process a frame comes on top (``benchmarks/pipeline.py``).
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from gesture_app.capture.video_file import VideoFileSource
from gesture_app.composition import build_processor, chosen_model
from gesture_app.domain.frames.frame import FrameResult, HandReading, UInt8Array
from gesture_app.domain.frames.gestures import NONE
from gesture_app.domain.frames.sensitivity import Sensitivity
from gesture_app.domain.frames.smoothing import HandTracker, SmoothingSettings
from gesture_app.domain.models.device import Device
from gesture_app.errors import SourceError
from gesture_app.pipeline.processor import FrameProcessor

SUFFIXES = {".avi", ".gif", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".webm"}
SHORTEST_S = 0.5
"""Gestures that are shown for a shorter time need not become stable."""
WITH_HANDS, WITHOUT_HANDS, ALL = "with hands", "without hands", "all"

_COLUMNS = 6
_TILE_WH = (300, 225)
_CAPTION_PX = 22
_BOX_BGR, _INK_BGR = (0, 0, 255), (20, 20, 20)


@dataclass(frozen=True)
class Played:
    """A played clip.

    Attributes:
        clip: The file.
        results: The result of each frame.
        group: Whether hands are seen in it: :data:`WITH_HANDS` or :data:`WITHOUT_HANDS`; empty if unknown.
    """

    clip: Path
    results: tuple[FrameResult, ...]
    group: str = ""


@dataclass(frozen=True)
class Alarm:
    """A stretch of frames with one stable gesture.

    Attributes:
        gesture: The gesture.
        seq: Number of its first frame.
        time_s: Time of its first frame.
        frames: Number of frames.
    """

    gesture: str
    seq: int
    time_s: float
    frames: int


@dataclass(frozen=True)
class Wait:
    """A true gesture, and the time from being shown to being stable.

    Attributes:
        gesture: The gesture.
        wait_s: The time; None if it was not stable before the next label.
    """

    gesture: str
    wait_s: float | None


def main() -> None:
    """Play the videos and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER", help="videos, in folders of any depth")
    parser.add_argument("--shown", type=Path, nargs="*", default=[], metavar="CLIPS", help="clips, or folders of them")
    parser.add_argument(
        "--sensitivity",
        nargs="+",
        choices=[sensitivity.value for sensitivity in Sensitivity],
        default=[sensitivity.value for sensitivity in Sensitivity],
        help="default: all of them",
    )
    parser.add_argument("--listing", type=Path, metavar="CSV", help="columns path and hands (no: none is seen)")
    parser.add_argument("--model", type=Path, metavar="DIR", help="model folder or id (default: the model in use)")
    parser.add_argument("--sheet", type=Path, metavar="PNG", help="the frame of each alarm at the first sensitivity")
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    if not (args.folders or args.shown):
        parser.error("there is nothing to play: name a FOLDER, or clips with --shown")
    sensitivities = [Sensitivity(value) for value in args.sensitivity]
    groups = hands_seen(args.listing) if args.listing else {}
    processor = build_processor(device=Device.CPU, model_dir=args.model)
    try:
        idle = [
            Played(clip, results, groups.get(clip.resolve(), ""))
            for clip, results in play_all(videos(args.folders), processor)
        ]
        shown = list(play_all(videos(args.shown), processor))
    finally:
        processor.close()
    figures: dict[str, Any] = {"model": chosen_model(args.model).manifest.id}
    if idle:
        figures["videos"] = f"{len(idle)} in {', '.join(folder.resolve().name for folder in args.folders)}"
        figures["false_alarms"] = {one.value: alarm_figures(idle, one) for one in sensitivities}
    if shown:
        figures["shown_clips"] = len(shown)
        figures["shown"] = {one.value: wait_figures(all_waits(shown, one)) for one in sensitivities}
    text = json.dumps(figures, indent=2)
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")
    if args.sheet and idle:
        write_sheet(args.sheet, idle, sensitivities[0])


def hands_seen(listing: Path) -> dict[Path, str]:
    """The group of each video of a table, by its path; paths are relative to the table's folder."""
    with listing.open(newline="", encoding="utf-8") as file:
        return {
            (listing.parent / row["path"]).resolve(): WITHOUT_HANDS if row["hands"] == "no" else WITH_HANDS
            for row in csv.DictReader(file)
        }


def videos(places: Iterable[Path]) -> list[Path]:
    """The videos among some files, and in folders of any depth, sorted."""
    found = (path for place in places for path in (place.rglob("*") if place.is_dir() else [place]))
    return sorted(path for path in found if path.suffix.lower() in SUFFIXES)


def play_all(clips: Iterable[Path], processor: FrameProcessor) -> Iterator[tuple[Path, tuple[FrameResult, ...]]]:
    """Play clips one after another; those that cannot be read are named and left out."""
    for clip in clips:
        processor.reset()
        try:
            results = tuple(play(clip, processor))
        except SourceError as error:
            print(f"not played: {clip}: {error}", file=sys.stderr, flush=True)
            continue
        print(f"played {clip.name}: {len(results)} frames", file=sys.stderr, flush=True)
        if len(results) > 1:
            yield clip, results


def play(clip: Path, processor: FrameProcessor) -> Iterator[FrameResult]:
    """The pipeline's result for each frame of a clip."""
    source = VideoFileSource(clip)
    source.open()
    try:
        while (frame := source.read()) is not None:
            yield processor.process(frame)
    finally:
        source.close()


def resmoothed(
    results: Sequence[FrameResult], sensitivity: Sensitivity, settings: SmoothingSettings | None = None
) -> list[FrameResult]:
    """Repeat the smoothing of a clip with another sensitivity or other settings.

    Args:
        results: Results of one clip.
        sensitivity: The sensitivity.
        settings: Settings of the smoothing; None for the app's.
    """
    tracker = HandTracker(settings, sensitivity)
    smoothed = []
    for result in results:
        hands = [reading.hand for reading in result.hands]
        readings = tracker.update(hands, [reading.prediction for reading in result.hands], result.time_s)
        smoothed.append(replace(result, hands=tuple(readings), gesture=tracker.leading_gesture(readings)))
    return smoothed


def alarms(results: Sequence[FrameResult]) -> list[Alarm]:
    """The stretches of frames with one stable gesture, in order."""
    found = []
    for gesture, stretch in groupby(results, key=lambda result: result.gesture):
        frames = list(stretch)
        if gesture != NONE:
            found.append(Alarm(gesture, frames[0].seq, frames[0].time_s, len(frames)))
    return found


def duration_s(results: Sequence[FrameResult]) -> float:
    """Length of a clip of at least two frames, its last frame included."""
    return (results[-1].time_s - results[0].time_s) * len(results) / (len(results) - 1)


def alarm_figures(played: Sequence[Played], sensitivity: Sensitivity) -> dict[str, Any]:
    """False alarms of all clips, and of those with and without hands."""
    smoothed = [replace(one, results=tuple(resmoothed(one.results, sensitivity))) for one in played]
    groups = {ALL: smoothed}
    for name in (WITH_HANDS, WITHOUT_HANDS):
        members = [one for one in smoothed if one.group == name]
        if members:
            groups[name] = members
    return {name: alarm_counts(members) for name, members in groups.items()}


def alarm_counts(played: Sequence[Played]) -> dict[str, Any]:
    """Alarms per hour and by gesture, their share of the time, and the share of frames in which a hand is found."""
    by_clip = {one.clip: alarms(one.results) for one in played}
    total_s = sum(duration_s(one.results) for one in played)
    alarm_s = sum(
        alarm.frames * duration_s(one.results) / len(one.results) for one in played for alarm in by_clip[one.clip]
    )
    frames = sum(len(one.results) for one in played)
    found = sum(bool(result.hands) for one in played for result in one.results)
    count = sum(len(found_alarms) for found_alarms in by_clip.values())
    return {
        "clips": len(played),
        "minutes": round(total_s / 60, 2),
        "alarms": count,
        "alarms_per_hour": round(count / total_s * 3600, 1),
        "by_gesture": dict(Counter(alarm.gesture for found_alarms in by_clip.values() for alarm in found_alarms)),
        "share_of_time": round(alarm_s / total_s, 4),
        "clips_with_alarms": sum(bool(found_alarms) for found_alarms in by_clip.values()),
        "hand_found_in_share_of_frames": round(found / frames, 4),
    }


def read_labels(clip: Path) -> dict[int, str]:
    """The label of each frame of a clip by its number; frames between two gestures have none."""
    with clip.with_suffix(".labels.csv").open(newline="", encoding="utf-8") as file:
        return {int(row["seq"]): row["label"] for row in csv.DictReader(file)}


def waits(results: Sequence[FrameResult], labels: Mapping[int, str]) -> list[Wait]:
    """The time from the first frame that shows a gesture to the first in which it is stable.

    It must be stable before another frame with a label; frames without one, in which the hand moves on, still count.
    Gestures that are shown for less than :data:`SHORTEST_S`, such as the fists before a throw, are left out.

    Args:
        results: Results of one clip.
        labels: Label of each frame by its number; empty where the hand moves.
    """
    stretches = [(label, list(frames)) for label, frames in groupby(results, lambda one: labels.get(one.seq, ""))]
    found = []
    for number, (label, frames) in enumerate(stretches):
        if label in ("", NONE) or frames[-1].time_s - frames[0].time_s < SHORTEST_S:
            continue
        following = next((rest for after, rest in stretches[number + 1 : number + 2] if not after), [])
        stable_s = next((one.time_s for one in [*frames, *following] if one.gesture == label), None)
        found.append(Wait(label, None if stable_s is None else stable_s - frames[0].time_s))
    return found


def all_waits(shown: Sequence[tuple[Path, Sequence[FrameResult]]], sensitivity: Sensitivity) -> list[Wait]:
    """The waits of all gestures of some clips."""
    return [wait for clip, results in shown for wait in waits(resmoothed(results, sensitivity), read_labels(clip))]


def wait_figures(found: Sequence[Wait]) -> dict[str, Any]:
    """How many gestures became stable, and the median and 95th percentile of the time that it took."""
    times_s = sorted(wait.wait_s for wait in found if wait.wait_s is not None)
    never = Counter(wait.gesture for wait in found if wait.wait_s is None)
    figures: dict[str, Any] = {
        "gestures": len(found),
        "never_stable": sum(never.values()),
        "never_stable_by_gesture": dict(never),
    }
    if times_s:
        figures["median_s"] = round(statistics.median(times_s), 3)
        figures["p95_s"] = round(float(np.quantile(times_s, 0.95)), 3)
    return figures


def write_sheet(path: Path, played: Sequence[Played], sensitivity: Sensitivity) -> None:
    """Write a sheet with the first frame of each alarm: box, gesture and probability that one is meant."""
    tiles = [tile for one in played for tile in alarm_tiles(one.clip, resmoothed(one.results, sensitivity))]
    width, height = _TILE_WH[0], _TILE_WH[1] + _CAPTION_PX
    rows = max(1, -(-len(tiles) // _COLUMNS))
    sheet = np.full((rows * height, _COLUMNS * width, 3), 255, dtype=np.uint8)
    for number, tile in enumerate(tiles):
        y, x = number // _COLUMNS * height, number % _COLUMNS * width
        sheet[y : y + height, x : x + width] = tile
    path.write_bytes(cv2.imencode(".png", sheet)[1].tobytes())


def alarm_tiles(clip: Path, results: Sequence[FrameResult]) -> Iterator[UInt8Array]:
    """A captioned tile for each alarm of a clip, which is read again."""
    first_frames = {alarm.seq: alarm for alarm in alarms(results)}
    by_seq = {result.seq: result for result in results}
    if not first_frames:
        return
    source = VideoFileSource(clip)
    source.open()
    try:
        while (frame := source.read()) is not None:
            if frame.seq in first_frames:
                yield alarm_tile(frame.image_bgr, by_seq[frame.seq], clip.stem)
    finally:
        source.close()


def alarm_tile(image_bgr: UInt8Array, result: FrameResult, clip: str) -> UInt8Array:
    """``(height, width, 3)`` uint8 BGR: a frame with the box of the hand whose gesture is stable, and a caption."""
    hand = alarming_hand(result)
    image = image_bgr.copy()
    caption = f"{clip} {result.time_s:.1f} s: {result.gesture}"
    if hand is not None:
        left, top, right, bottom = (round(edge) for edge in hand.hand.box_xyxy_px)
        cv2.rectangle(image, (left, top), (right, bottom), _BOX_BGR, max(1, image.shape[0] // 160))
        caption += f", meant {hand.prediction.intent:.2f}"
    scale = min(_TILE_WH[0] / image.shape[1], _TILE_WH[1] / image.shape[0])
    size_wh = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    tile = np.full((_TILE_WH[1] + _CAPTION_PX, _TILE_WH[0], 3), 255, dtype=np.uint8)
    tile[: size_wh[1], : size_wh[0]] = cv2.resize(image, size_wh, interpolation=cv2.INTER_AREA)
    at = (4, _TILE_WH[1] + _CAPTION_PX - 7)
    cv2.putText(tile, caption, at, cv2.FONT_HERSHEY_SIMPLEX, 0.38, _INK_BGR, 1, cv2.LINE_AA)
    return tile


def alarming_hand(result: FrameResult) -> HandReading | None:
    """The hand whose stable gesture is the frame's; None if it was just lost."""
    return next((reading for reading in result.hands if reading.stable_gesture == result.gesture), None)


if __name__ == "__main__":
    main()
