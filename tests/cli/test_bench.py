from __future__ import annotations

import json

import numpy as np
import pytest

from gesture_app.cli import bench
from gesture_app.cli.main import run_command_line
from gesture_app.cli.measured_window import WindowRun
from gesture_app.cli.options import RecognitionOptions
from gesture_app.pipeline.speed import PipelineSpeed

SPEED = PipelineSpeed(
    {stage: {"p50": 1.5, "p95": 2.5, "p99": 3.5} for stage in ("detect", "total")},
    {"p50": 9.5, "p95": 10.5, "p99": 11.5},
    90,
    80,
    70,
    4.5,
    0.6,
    "a fake",
)


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, object]]:
    """What was measured, without running it."""
    calls: list[tuple[float, object]] = []

    def measure(make_source: object, make_processor: object, *, seconds: float) -> PipelineSpeed:
        calls.append((seconds, make_processor))
        return SPEED

    monkeypatch.setattr(bench, "measure_speed", measure)
    monkeypatch.setattr(bench, "read_scene", lambda *_: [np.zeros((4, 4, 3), dtype=np.uint8)])
    return calls


def test_a_table_names_each_case_and_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["bench", "--seconds", "1", "--resolutions", "480p", "720p"]) == 0

    text = capsys.readouterr().out
    assert [line.split("  ")[0] for line in text.splitlines()[1:6]] == [
        "one hand", "one hand", "two hands", "no hand", "one hand",
    ]  # fmt: skip
    assert "720p" in text
    assert "classifier a fake" in text


def test_json_holds_every_figure_and_the_machine(
    capsys: pytest.CaptureFixture[str], measured: list[tuple[float, object]]
) -> None:
    assert run_command_line(["bench", "--seconds", "2", "--resolutions", "480p", "--hands", "1", "--json"]) == 0

    report = json.loads(capsys.readouterr().out)
    assert [seconds for seconds, _ in measured] == [2, 2]
    assert report["machine"]["packages"]["numpy"]
    assert report["cases"][0]["stages_ms"]["total"]["p95"] == 2.5
    assert report["cases"][0]["dropped"] == 10


@pytest.mark.parametrize("seconds", ["0", "1000", "soon"])
def test_a_time_that_makes_no_sense_is_refused(seconds: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        run_command_line(["bench", "--seconds", seconds])

    assert exit_info.value.code == 2
    assert "--seconds" in capsys.readouterr().err


@pytest.mark.parametrize("runs", ["0", "101", "some"])
def test_a_number_of_starts_that_makes_no_sense_is_refused(runs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        run_command_line(["bench", "--startup", "--runs", runs])

    assert exit_info.value.code == 2
    assert "--runs" in capsys.readouterr().err


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """For how many seconds the event loop of each window was measured; each start takes longer than the one before."""
    measured: list[float] = []

    def run(options: RecognitionOptions, seconds: float) -> WindowRun:
        measured.append(seconds)
        start = len(measured) ** 2
        spread = {"p50": 5.0, "p95": 9.5, "p99": 12.5, "longest": 31.5}
        gaps = {"gap_ms": spread, "busy_ms": dict.fromkeys(spread, 2.5), "capture_fps": 60.0} if seconds else {}
        return WindowRun(
            {"window": start, "picture": start + 0.25, "label": start + 0.5}, {"resident_mb": 200.0 + start, **gaps}
        )

    monkeypatch.setattr(bench, "run_window", run)
    return measured


def test_starts_are_listed_with_their_median(windows: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["bench", "--startup", "--runs", "3"]) == 0

    rows = [line.split() for line in capsys.readouterr().out.splitlines()[1:5]]
    assert rows == [
        ["1", "1.00", "1.25", "1.50", "201.0"],
        ["2", "4.00", "4.25", "4.50", "204.0"],
        ["3", "9.00", "9.25", "9.50", "209.0"],
        ["median", "4.00", "4.25", "4.50", "204.0"],
    ]
    assert windows == [0, 0, 0]


def test_json_of_starts_holds_each_of_them(windows: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["bench", "--startup", "--runs", "3", "--json"]) == 0

    report = json.loads(capsys.readouterr().out)
    assert report["median_s"] == {"window": 4, "picture": 4.25, "label": 4.5}
    assert report["median_resident_mb"] == 204
    assert [run["reached_s"]["label"] for run in report["runs"]] == [1.5, 4.5, 9.5]
    assert report["machine"]["cores"]


def test_the_event_loop_of_the_window_is_told_as_a_table_and_as_json(
    windows: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command_line(["bench", "--gui", "--seconds", "7"]) == 0
    text = capsys.readouterr().out
    assert "all of it" in text
    assert text.splitlines()[1].split()[-4:] == ["5.0", "9.5", "12.5", "31.5"]
    assert "Frames a second: 60.0" in text

    assert run_command_line(["bench", "--gui", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["figures"]["gap_ms"]["p99"] == 12.5
    assert windows == [7, 5]


def test_start_and_event_loop_are_not_measured_in_one_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        run_command_line(["bench", "--startup", "--gui"])

    assert exit_info.value.code == 2
    assert "not allowed" in capsys.readouterr().err
