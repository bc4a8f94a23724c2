from __future__ import annotations

import pytest

from gesture_app.__main__ import main


@pytest.mark.parametrize(
    "arguments",
    [
        ["--model", "nowhere", "replay", "clip.mp4"],
        ["replay", "clip.mp4", "--model", "nowhere"],
        ["--model", "nowhere", "replay", "clip.mp4", "--play"],
    ],
)
def test_common_options_count_before_and_behind_the_command(
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
