"""Share of rounds in which the throw is read correctly, and the delay: ``python benchmarks/rounds.py``.

Renders matches of synthetic people, each clip in a process of its own (OpenGL and MediaPipe crash in one process), and
plays them as ``gesture-app replay --play`` does. Times are capture times: the time to process a frame comes on top
(``benchmarks/pipeline.py``). The model was trained on hands of the same renderer, though not on these.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gesture_app.capture.video_file import VideoFileSource
from gesture_app.cli.clip_rounds import Rhythm, play_in_rhythm
from gesture_app.cli.play import EVERY_S, PlayOptions, match_for
from gesture_app.composition import build_processor, chosen_model
from gesture_app.domain.frames.frame import FrameResult
from gesture_app.domain.models.device import Device

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Shown:
    """A round of a clip: the throws of its players at "shoot", and the throws that they changed to late or not."""

    clip: str
    number: int
    throws: tuple[str, ...]
    late: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """The match's reading of a round: throws and time from "shoot" to the reveal, or the misthrow.

    Attributes:
        throws: The throws that count.
        reveal_s: Time from "shoot" to the result.
        misthrow: Why it is played again.
        late: The late throw and its player.
        late_s: Time from "shoot" to the late throw.
        doubtful: Players whose throw was doubtful.
    """

    throws: tuple[str, ...] = ()
    reveal_s: float | None = None
    misthrow: str | None = None
    late: tuple[int, str] | None = None
    late_s: float | None = None
    doubtful: tuple[int, ...] = ()


def main() -> None:
    """Render, play and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10, help="how many clips (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=12, help="rounds a clip (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the first clip (default: %(default)s)")
    parser.add_argument("--size", default="480x360", help="of the pictures (default: %(default)s)")
    parser.add_argument("--fps", type=int, default=20, help="pictures a second (default: %(default)s)")
    parser.add_argument("--two-players", action="store_true", help="two people in one picture")
    parser.add_argument("--late", type=float, default=0.0, help="share of throws that change late (default: none)")
    parser.add_argument("--folder", type=Path, help="keeps the clips; those that are there are not rendered anew")
    parser.add_argument("--model", type=Path, help="a model's id or folder (default: the one in use)")
    parser.add_argument("--out", type=Path, help="file for the figures, as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        clips = rendered(args, args.folder or Path(scratch))
        pairs = [pair for clip in clips for pair in played(clip, args.model)]
    figures = {
        "clips": f"{len(clips)} of {args.rounds} rounds, {args.size}, {args.fps} pictures/s, seeds from {args.seed}",
        "model": chosen_model(args.model).manifest.id,
        **summary(pairs),
    }
    show(figures, args.out)


def show(figures: dict[str, Any], out: Path | None) -> None:
    """Print figures as JSON, and write them to a file if one is given."""
    text = json.dumps(figures, indent=2)
    print(text)
    if out:
        out.write_text(text + "\n", encoding="utf-8")


def rendered(args: argparse.Namespace, folder: Path) -> list[Path]:
    """Render the missing clips; returns all clips."""
    clips = []
    for seed in range(args.seed, args.seed + args.people):
        kind = "two" if args.two_players else "one"
        late = f"-late{args.late}" if args.late else ""
        clip = folder / f"{kind}-{seed}-{args.rounds}-{args.size}-{args.fps}{late}.mp4"
        clips.append(clip)
        if clip.with_suffix(".rounds.csv").is_file():
            continue
        options = ["--rounds", args.rounds, "--seed", seed, "--size", args.size, "--fps", args.fps, "--out", clip]
        options += ["--two-players"] if args.two_players else []
        options += ["--late", args.late] if args.late else []
        command = [sys.executable, "-m", "training", "synthesize", "--match", *map(str, options)]
        subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        print(f"rendered {clip.name}", file=sys.stderr, flush=True)
    return clips


def played(clip: Path, model_dir: Path | None) -> list[tuple[Shown, Read]]:
    """All rounds of a clip, as shown and as read."""
    with clip.with_suffix(".rounds.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = ("left", "right") if "left" in rows[0] else ("throw",)
    shown = [
        Shown(
            clip.stem,
            int(row["round"]),
            tuple(row[column] for column in columns),
            tuple(row.get(f"{column}_late") or "" for column in columns),
        )
        for row in rows
    ]
    match = match_for(PlayOptions(str(clip), two_players=len(columns) == 2))
    seen = results(clip, model_dir, expected_hands=len(columns))
    events = list(play_in_rhythm(match, seen, Rhythm(float(rows[0]["shoot_s"]), EVERY_S)))
    print(f"played {clip.name}", file=sys.stderr, flush=True)
    return list(zip(shown, (read(event, len(columns)) for event in events), strict=True))


def results(clip: Path, model_dir: Path | None, *, expected_hands: int) -> Iterator[FrameResult]:
    """The pipeline's result for each frame, with as many hands in view as ``replay --play`` expects."""
    source = VideoFileSource(clip)
    source.open()
    processor = build_processor(device=Device.CPU, max_hands=2, model_dir=model_dir)
    processor.expect_hands(expected_hands)
    try:
        while (frame := source.read()) is not None:
            yield processor.process(frame)
    finally:
        processor.close()
        source.close()


def read(event: Mapping[str, Any], players: int) -> Read:
    """The people's throws in an event of ``gesture-app replay --play``."""
    if event["event"] == "misthrow":
        return Read(misthrow=event["misthrow"])
    late = event["late_throw"]
    return Read(
        tuple(event["throws"][:players]),
        event["revealed_s"] - event["shoot_s"],
        late=None if late is None else (late["player"], late["gesture"]),
        late_s=None if late is None else late["after_shoot_s"],
        doubtful=tuple(event["doubtful"]),
    )


def summary(pairs: Sequence[tuple[Shown, Read]]) -> dict[str, Any]:
    """The figures; with two players a round is correct if both throws are."""
    wrong = [(shown, read) for shown, read in pairs if read.throws != shown.throws]
    total = Counter(throw for shown, _ in pairs for throw in shown.throws)
    missed = Counter(throw for shown, read in wrong for throw in missed_throws(shown, read))
    waits_s = [read.reveal_s for _, read in pairs if read.reveal_s is not None]
    return {
        "rounds": len(pairs),
        "right": len(pairs) - len(wrong),
        "share_right": round(1 - len(wrong) / len(pairs), 4),
        "right_by_gesture": {name: f"{total[name] - missed[name]} of {total[name]}" for name in sorted(total)},
        "misread": sum(read.misthrow is None for _, read in wrong),
        "late_throws": late_summary(pairs),
        "doubtful": {
            "throws": sum(len(read.doubtful) for _, read in pairs),
            "of_misread_rounds": sum(bool(read.doubtful) for _, read in wrong if read.misthrow is None),
        },
        "misthrows": dict(Counter(read.misthrow for _, read in wrong if read.misthrow is not None)),
        "shoot_to_reveal_s": {
            "median": round(statistics.median(waits_s), 3),
            "p95": round(statistics.quantiles(waits_s, n=20, method="inclusive")[-1], 3),
        },
        "wrong": [
            f"{shown.clip} round {shown.number}: {'/'.join(shown.throws)} was {read.misthrow or '/'.join(read.throws)}"
            for shown, read in wrong
        ],
    }


def late_summary(pairs: Sequence[tuple[Shown, Read]]) -> dict[str, Any]:
    """Late throws found of those rendered, and false ones of the other rounds; misthrown rounds are left out."""
    played = [(shown, read) for shown, read in pairs if read.misthrow is None]
    late = [(shown, read) for shown, read in played if any(shown.late)]
    prompt = [read for shown, read in played if not any(shown.late)]
    found = [(shown, read) for shown, read in late if read.late is not None and shown.late[read.late[0]]]
    times_s = [read.late_s for _, read in found if read.late_s is not None]
    return {
        "rendered": len(late),
        "found": len(found),
        "with_the_right_throw": sum(shown.late[read.late[0]] == read.late[1] for shown, read in found if read.late),
        "median_after_shoot_s": round(statistics.median(times_s), 3) if times_s else None,
        "prompt_rounds": len(prompt),
        "false": sum(read.late is not None for read in prompt),
        "missed": [f"{shown.clip} round {shown.number}" for shown, read in late if read.late is None],
    }


def missed_throws(shown: Shown, read: Read) -> list[str]:
    """The throws of a wrong round that were not read as shown; all of them after a misthrow."""
    if read.misthrow is not None:
        return list(shown.throws)
    return [throw for throw, seen_as in zip(shown.throws, read.throws, strict=True) if throw != seen_as]


if __name__ == "__main__":
    main()
