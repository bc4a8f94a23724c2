from __future__ import annotations

from pathlib import Path

import pytest

from gesture_app.__main__ import main
from gesture_app.cli import display, replay
from tests.cli.test_replay import RED, clip
from tests.fakes.cli import fake_processor


@pytest.mark.parametrize(
    "arguments",
    [
        ["--model", "nowhere", "replay", "clip.mp4"],
        ["replay", "clip.mp4", "--model", "nowhere"],
        ["--model", "nowhere", "replay", "clip.mp4", "--play"],
    ],
)
def test_common_options_may_stand_before_or_after_the_command(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    from gesture_app.resources import DEMO_CLIP

    assert main([str(DEMO_CLIP) if a == "clip.mp4" else a for a in arguments]) == 2
    assert "no model folder nowhere" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("command", [["verify-round"], ["matches"], ["matches", "list"]])
def test_a_command_that_recognizes_nothing_offers_no_model(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*command, "--help"])
    assert "--model" not in capsys.readouterr().out


def test_brackets_in_messages_are_printed_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(display, "find_spec", lambda _name: None)
    assert main(["--source", str(tmp_path / "holiday[bold].mp4")]) == 2
    error = " ".join(capsys.readouterr().err.split())
    assert '-e ".[gui]"' in error
    assert "holiday[bold].mp4" in error


def test_brackets_in_a_file_name_are_printed_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(replay, "build_processor", fake_processor)
    assert main(["replay", str(clip(tmp_path / "holiday[bold].mp4", [RED] * 3))]) == 0
    captured = capsys.readouterr()
    assert "holiday[bold].mp4: 3 frames" in captured.out
    assert "holiday[bold].mp4" in captured.err
