from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app.__main__ import main
from gesture_app.cli import terminal
from tests.cli.test_replay import BLUE, DARK, RED, clip
from tests.fakes.cli import fake_processor


def test_without_a_window_a_clip_is_shown_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "build_processor", fake_processor)
    source = clip(tmp_path / "clip.mp4", [DARK] * 2 + [RED] * 12 + [BLUE] * 12)
    assert main(["--headless", "--source", str(source)]) == 0
    captured = capsys.readouterr()
    words = [line.split()[-1] for line in captured.out.splitlines() if line.strip().endswith(("rock", "paper", "none"))]
    assert words == ["none", "rock", "none", "paper"]
    assert "26 frames" in captured.out
    assert "asked for it" in captured.err


def test_a_missing_source_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--headless", "--source", "nowhere.mp4"]) == 2
    assert "nowhere.mp4" in capsys.readouterr().err
