from __future__ import annotations

import json

import numpy as np
import pytest

from gesture_app.cli import bench
from gesture_app.cli.main import run_command_line
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
