from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from gesture_app.__main__ import main
from gesture_app.cli import play as play_module
from gesture_app.cli.clip_rounds import Rhythm, play_in_rhythm
from gesture_app.cli.matches import match_log
from gesture_app.cli.play import PlayOptions, clip_events, match_for
from gesture_app.domain.frames.frame import FrameResult, Hand, Handedness, HandReading
from gesture_app.domain.game.match import Misthrow
from gesture_app.storage.round_codec import encode_round
from tests.fakes.cli import fake_processor
from tests.fakes.round_records import a_round
from tests.fakes.rule_tables import WITH_WELL
from tests.fakes.seen_hands import seen_hand

FPS = 20
PAPER, ROCK, NOBODY = (250, 80, 80), (80, 80, 250), (10, 10, 10)
"""Colours that the fake processor reads as these."""


@pytest.fixture(autouse=True)
def without_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(play_module, "build_processor", fake_processor)


def clip(path: Path, *throws: tuple[int, int, int], first_s: float = 3.0, every_s: float = 4.0) -> Path:
    """A fist that opens 0.1 s after each "shoot" for 1.1 s."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), FPS, (96, 64))
    for number in range(round((first_s + every_s * (len(throws) - 1) + 2.0) * FPS)):
        round_number, since_s = divmod(number / FPS - first_s + 1e-6, every_s)
        thrown = round_number >= 0 and 0.1 <= since_s < 1.2
        writer.write(np.full((64, 96, 3), throws[int(round_number)] if thrown else ROCK, np.uint8))
    writer.release()
    return path


def played(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["replay", *arguments, "--play"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]


def test_a_clip_is_played_round_by_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rounds = played(capsys, str(clip(tmp_path / "clip.mp4", PAPER, ROCK, PAPER)))
    assert [(r["event"], r["number"], r["throws"][0]) for r in rounds] == [
        ("round", 1, "paper"),
        ("round", 2, "rock"),
        ("round", 3, "paper"),
    ]
    assert [r["shoot_s"] for r in rounds] == [3.0, 7.0, 11.0]
    assert all(r["shoot_s"] < r["locked_s"] < r["shoot_s"] + 0.8 for r in rounds)
    assert all(r["rules"] == "lizard-spock" and r["opponent"] == "random" for r in rounds)
    assert not any(r["changed_after_reveal"] for r in rounds)
    assert [r["late_throw"] for r in rounds] == [None] * 3


def test_the_seed_decides_the_opponent_and_nothing_else_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = (
        str(clip(tmp_path / "a.mp4", *[PAPER] * 4)),
        str(clip(tmp_path / "b.mp4", ROCK, PAPER, ROCK, ROCK)),
    )
    first = played(capsys, one, "--seed", "3")
    assert played(capsys, one, "--seed", "3") == first
    assert [r["digest"] for r in played(capsys, other, "--seed", "3")] == [r["digest"] for r in first]
    assert [r["digest"] for r in played(capsys, one, "--seed", "4")] != [r["digest"] for r in first]


def test_a_misthrow_takes_the_next_shoot_with_the_same_commitment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events = played(capsys, str(clip(tmp_path / "clip.mp4", NOBODY, PAPER)))
    assert [(e["event"], e["number"]) for e in events] == [("misthrow", 1), ("round", 1)]
    assert (events[0]["misthrow"], events[0]["player"]) == ("no_hand", None)
    assert events[0]["explanation"] == Misthrow.NO_HAND.explanation
    assert events[0]["digest"] == events[1]["digest"]


def test_rules_length_and_rhythm_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = clip(tmp_path / "clip.mp4", *[PAPER] * 6, first_s=2.0, every_s=3.0)
    chosen = ("--rules", "classic", "--first-shoot", "2", "--every", "3", "--best-of", "3", "--opponent", "kid")
    rounds = played(capsys, str(source), *chosen)
    assert [r["shoot_s"] for r in rounds] == [2.0 + 3.0 * n for n in range(len(rounds))]
    assert max(rounds[-1]["score"]) == 2
    assert len(rounds) == sum(rounds[-1]["score"]) + sum(r["outcome"] == "draw" for r in rounds)
    assert {(r["rules"], r["opponent"]) for r in rounds} == {("classic", "kid")}


def test_one_hand_is_not_enough_for_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (event,) = played(capsys, str(clip(tmp_path / "clip.mp4", PAPER)), "--two-players")
    assert event["misthrow"] == "one_player_missing"
    assert event["digest"] is None


def test_the_people_who_play_stand_in_the_rounds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(clip(tmp_path / "clip.mp4", PAPER))
    (event,) = played(capsys, source, "--player", " Anna")
    assert event["people"] == ["Anna", ""]
    assert "people" not in played(capsys, source)[0]
    options = PlayOptions(source, two_players=True, people=("Anna", "Ben"))
    assert match_for(options).settings.people == ("Anna", "Ben")
    assert main(["replay", source, "--play", "--player", "Anna", "--player", "Ben"]) == 2
    assert "2 players are named, and 1 can play" in capsys.readouterr().err
    assert main(["replay", source, "--play", "--two-players", "--player", "Anna", "--player", "anna"]) == 2
    assert "on both sides" in capsys.readouterr().err


def test_rounds_go_to_a_file_and_the_summary_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "rounds.jsonl"
    assert not played(capsys, str(clip(tmp_path / "clip.mp4", PAPER, NOBODY)), "--json", str(out))
    assert [json.loads(line)["event"] for line in out.read_text().splitlines()] == ["round", "misthrow"]
    main(["replay", str(tmp_path / "clip.mp4"), "--play", "--json", str(out)])
    text = capsys.readouterr().out
    assert "1 rounds:" in text
    assert "from shoot to reveal 0." in text
    assert "played again, no_hand: 1" in text


@pytest.mark.parametrize(("option", "value"), [("--every", "1.9"), ("--first-shoot", "0.2"), ("--every", "nan")])
def test_a_rhythm_without_time_for_a_countdown_is_refused(
    option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", "clip.mp4", "--play", option, value]) == 2
    assert "no time for a countdown" in capsys.readouterr().err


def test_a_clip_that_ends_in_mid_round_gives_only_finished_rounds() -> None:
    match = match_for(PlayOptions("", first_shoot_s=3.0))
    frames = (FrameResult(n, n / 30, n / 30, (64, 48)) for n in range(100))
    assert list(play_in_rhythm(match, frames, Rhythm(3.0, 4.0))) == []


def by_time(path: Path, seconds: float, color_at: Callable[[float], tuple[int, int, int]]) -> str:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), FPS, (96, 64))
    for number in range(round(seconds * FPS)):
        writer.write(np.full((64, 96, 3), color_at(number / FPS), np.uint8))
    writer.release()
    return str(path)


def test_gestures_alone_play_two_matches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fist begins; paper is thrown in every round; once a match is over, the hand is lowered and raised again."""

    def color_at(now_s: float) -> tuple[int, int, int]:
        # The countdown of three words begins at 1.5 s; a round takes 1.8 + 0.7 s, and is shown for 2.5 s.
        since_s = (now_s - 1.5 - 1.8) % 5.0
        if now_s < 0.5 or (7.0 < now_s < 7.5):
            return NOBODY
        return PAPER if since_s < 1.5 or now_s >= 7.5 else ROCK

    source = by_time(tmp_path / "clip.mp4", 12.0, color_at)
    events = played(capsys, source, "--hands-free", "--best-of", "1", "--rules", "classic", "--opponent", "kid")
    actions = [(e["action"], e["time_s"]) for e in events if e["event"] == "action"]
    assert [name for name, _ in actions] == ["start", "rematch"]
    assert actions[0][1] == pytest.approx(1.5, abs=0.1)
    first = next(e for e in events if e["event"] == "round")
    assert first["throws"][0] == "paper"
    assert first["shoot_s"] == pytest.approx(actions[0][1] + 1.8, abs=0.01)


def test_playing_goes_with_no_other_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "clip.mp4", "--play", "--video", "out.mp4"]) == 2
    assert "neither --video nor --static-images" in capsys.readouterr().err


def two_colors(path: Path, *throws: str, every_s: float = 4.0) -> list[FrameResult]:
    """Results of a clip in which the throws "left/right" are shown in turn."""
    results = []
    for number in range(round((3.0 + every_s * len(throws)) * FPS)):
        now_s = number / FPS
        round_number, since_s = divmod(now_s - 3.0 + 1e-6, every_s)
        thrown = round_number >= 0 and 0.1 <= since_s < 1.2
        shown = throws[int(round_number)].split("/") if thrown else ("rock", "rock")
        hands = tuple(hand_reading(gesture, x) for gesture, x in zip(shown, (160, 480), strict=True))
        results.append(FrameResult(number, now_s, now_s, (640, 480), hands))
    return results


def hand_reading(gesture: str, x_px: float) -> HandReading:
    points = np.zeros((21, 3), np.float32)
    points[:, 0] = np.linspace(x_px - 20, x_px + 20, 21)
    return HandReading(Hand(points, Handedness.RIGHT, 0.9), seen_hand(gesture).prediction, 0, gesture)


def test_a_tournament_is_played_to_its_table(tmp_path: Path) -> None:
    """The left one wins each match, after a draw in the second one."""
    options = PlayOptions("", two_players=True, tournament=True, best_of=1, people=("Anna", "Ben", "Cleo"))
    results = two_colors(tmp_path, "paper/rock", "rock/rock", "paper/rock", "paper/rock", "paper/rock")
    events = list(clip_events(options)(results))
    matches = [event for event in events if event["event"] == "match"]
    assert len({frozenset(match["people"]) for match in matches}) == 3
    assert (matches[0]["leave"], len(matches[0]["come"]), len(matches[1]["come"])) == ([], 2, 1)
    rounds = [event for event in events if event["event"] == "round"]
    assert [event["outcome"] for event in rounds] == ["win", "draw", "win", "win"]
    assert [event["people"] for event in rounds] == [matches[n]["people"] for n in (0, 1, 1, 2)]
    assert events[-1]["event"] == "table"
    assert sum(row["won"] for row in events[-1]["table"]) == 3
    assert events[-1]["champions"]


def test_a_clip_that_ends_in_a_match_has_no_champion(tmp_path: Path) -> None:
    options = PlayOptions("", two_players=True, tournament=True, best_of=3, people=("Anna", "Ben", "Cleo"))
    events = list(clip_events(options)(two_colors(tmp_path, "paper/rock")))
    assert events[-1]["champions"] == []
    assert all(row["played"] == 0 for row in events[-1]["table"])


@pytest.mark.parametrize(
    ("names", "why"),
    [(("Anna", "Ben"), "3 to 8 people, got 2"), (("A", "B", "a"), "both sides"), (("A", "B", ""), "name")],
)
def test_who_cannot_play_a_tournament_is_told(
    names: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    players = [part for name in names for part in ("--player", name)]
    assert main(["replay", "clip.mp4", "--play", "--tournament", *players]) == 2
    assert why in capsys.readouterr().err
    assert main(["replay", "clip.mp4", "--play", "--tournament", "--hands-free", "--player", "A"]) == 2


def rounds_file(path: Path, *records: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return str(path)


def test_saved_rounds_are_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "rounds.jsonl")
    main(["replay", str(clip(tmp_path / "clip.mp4", PAPER, NOBODY, ROCK)), "--play", "--json", out])
    capsys.readouterr()
    assert main(["verify-round", out]) == 0
    assert capsys.readouterr().out.count("fits: the computer chose first") == 2


def test_rounds_of_the_app_are_verified_and_those_of_two_people_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = match_log()
    log.append(a_round(1), match_id="m", played_at="2024-05-01T12:30:00+02:00")
    log.append(a_round(1, opponent="second player"), match_id="n", played_at="2024-05-01T12:31:00+02:00")
    assert main(["verify-round", str(log.path)]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(encode_round(a_round(7)), indent=2)))
    assert main(["verify-round", "-"]) == 0
    assert capsys.readouterr().out.count("fits") == 2


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"throws": ["paper", "scissors"], "outcome": "lose"}, "committed to rock, but scissors was shown"),
        ({"digest": "0" * 64}, "not made from this opening"),
        ({"number": 9}, "of round 1, not 9"),
        ({"opening": None}, "no commitment"),
        ({"outcome": "lose"}, "the rules say win, the round says lose"),
        ({"throws": ["spock", "rock"]}, "no throw of classic"),
    ],
)
def test_a_round_that_was_changed_does_not_fit(
    change: dict[str, Any], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = rounds_file(tmp_path / "rounds", encode_round(a_round(2)), {**encode_round(a_round(1)), **change})
    assert main(["verify-round", file]) == 1
    fits, does_not = capsys.readouterr().out.splitlines()
    assert "fits: the computer chose first" in fits
    assert "DOES NOT FIT" in does_not
    assert why in does_not


def test_a_round_of_a_game_that_this_version_does_not_know_is_proved_by_its_commitment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = encode_round(a_round(1, ("paper", "well"), rules=WITH_WELL))
    assert main(["verify-round", rounds_file(tmp_path / "good", record)]) == 0
    assert "paper against well: fits" in capsys.readouterr().out
    assert main(["verify-round", rounds_file(tmp_path / "bad", {**record, "throws": ["paper", "rock"]})]) == 1
    assert "committed to well, but rock was shown" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "hello", "[]", "{}", "[1]", '"round"', '{"event": "misthrow"}', "\x80"])
def test_a_file_without_rounds_is_bad_input(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_bytes(text.encode("latin-1"))
    assert main(["verify-round", str(file)]) == 2
    assert "file" in capsys.readouterr().err
    assert main(["verify-round", str(tmp_path / "missing")]) == 2


def test_matches_are_listed_exported_and_erased(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matches", "list"]) == 0
    assert "No matches yet" in capsys.readouterr().out
    log = match_log()
    for number in (1, 2, 3):
        log.append(a_round(number), match_id="m", played_at="2024-05-01T12:30:00+02:00")
    assert main(["matches", "list"]) == 0
    text = capsys.readouterr().out
    assert "2024-05-01 12:30" in text
    assert "100% of the decided rounds won" in text
    assert "Favourite throw: paper (100%)" in text
    out = tmp_path / "out.csv"
    assert main(["matches", "export", str(out)]) == 0
    assert len(out.read_text(encoding="utf-8-sig").splitlines()) == 4
    assert main(["matches", "erase"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert log.path.exists()
    assert main(["matches", "erase", "--yes"]) == 0
    assert not log.path.exists()
    assert main(["matches", "export", str(tmp_path / "no" / "out.csv")]) == 2
