"""A rendered match, played through the whole pipeline with the model that comes along.

The golden rounds come from ``make test ARGS="tests/replay --write-golden"``; the table beside the clip is the truth.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from gesture_app.__main__ import main
from training.synthetic.matches import ROUND_S, SHOOT_S

CLIP = Path(__file__).parents[1] / "clips" / "match.mp4"
GOLDEN = Path(__file__).parent / "golden" / "match.jsonl"

# Two frames: other processors round differently, and may see a hand open one frame sooner or later.
TIME_TOLERANCE_S = 0.11
TIMES = ("started_s", "shoot_s", "locked_s", "revealed_s")


@pytest.fixture(scope="module")
def rounds_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rounds as the command writes them."""
    out = tmp_path_factory.mktemp("match") / "rounds.jsonl"
    assert main(["replay", str(CLIP), "--play", "--seed", "1", "--json", str(out), "--device", "cpu"]) == 0
    return out


@pytest.fixture(scope="module")
def rounds(rounds_file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in rounds_file.read_text(encoding="utf-8").splitlines()]


def shown() -> list[dict[str, str]]:
    with CLIP.with_suffix(".rounds.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_throw_is_read_as_it_was_shown(rounds: list[dict[str, Any]]) -> None:
    assert [one["event"] for one in rounds] == ["round"] * 5
    assert [one["throws"][0] for one in rounds] == [row["throw"] for row in shown()]


def test_shoot_falls_where_the_clip_has_it(rounds: list[dict[str, Any]]) -> None:
    assert [one["shoot_s"] for one in rounds] == pytest.approx([float(row["shoot_s"]) for row in shown()])
    assert [one["shoot_s"] for one in rounds] == pytest.approx([SHOOT_S + ROUND_S * number for number in range(5)])


def test_the_result_is_there_within_a_second_of_shoot(rounds: list[dict[str, Any]]) -> None:
    assert all(0 < one["revealed_s"] - one["shoot_s"] < 1 for one in rounds)


def test_rounds_go_as_they_went(rounds: list[dict[str, Any]], pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--write-golden"):
        GOLDEN.write_text("".join(json.dumps(one) + "\n" for one in rounds), encoding="utf-8")
    golden = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
    assert len(rounds) == len(golden)
    for one, expected in zip(rounds, golden, strict=True):
        for name in TIMES:
            assert one.pop(name) == pytest.approx(expected.pop(name), abs=TIME_TOLERANCE_S)
        assert one == expected


def test_the_computer_can_prove_its_throws(rounds_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-round", str(rounds_file)]) == 0
    assert capsys.readouterr().out
