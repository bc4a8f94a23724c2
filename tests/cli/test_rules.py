"""``gesture-app rules``, and playing by own rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gesture_app.__main__ import main
from gesture_app.cli.play import PlayOptions, match_for, require_known
from gesture_app.cli.rules import rules_named
from gesture_app.composition import rule_folder
from gesture_app.domain.frames.gestures import DEFAULT_LABELS, GestureSet
from gesture_app.domain.game.rules import CLASSIC, WITH_WELL
from gesture_app.storage.rule_files import RuleFileError


def test_the_example_is_written_checked_kept_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "fountain.json"
    assert main(["rules", "example", str(file)]) == 0
    assert main(["rules", "check", str(file)]) == 0
    assert "well swallows scissors" in capsys.readouterr().out
    assert main(["rules", "add", str(file)]) == 0
    assert main(["rules", "list"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["fountain", "With", "well", "rock,", "paper,", "scissors,", "well", "own"] in lines
    assert rules_named("fountain") == rule_folder().read()[0]
    assert main(["rules", "remove", "fountain"]) == 0
    assert main(["rules", "remove", "fountain"]) == 2


def test_a_balanced_game_of_own_gestures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "six.json"
    assert main(["rules", "example", str(file), "rock", "paper", "scissors", "lizard", "spock", "horns"]) == 0
    assert len(rules_named(str(file)).gestures) == 6
    assert main(["rules", "example", str(file), "rock", "paper", "scissors"]) == 2
    assert main(["rules", "example", str(tmp_path / "two.json"), "rock", "rock", "paper"]) == 2
    assert "three gestures or more, got 2" in capsys.readouterr().err


def test_a_clip_is_played_by_the_rules_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    main(["rules", "example", str(file), "paper", "rock", "scissors"])
    match = match_for(PlayOptions("", rules=str(file)))
    assert match.settings.rules.name == "own"
    assert match.state.words == ("paper", "rock", "scissors", "shoot!")


def test_rules_that_cannot_be_played_are_refused_with_all_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.json"
    beats = {"rock": {"scissors": "crushes"}, "paper": {"paper": "covers"}, "scissors": {}}
    file.write_text(json.dumps({"format_version": 1, "name": "own", "beats": beats}))
    assert main(["replay", "clip.mp4", "--play", "--rules", str(file)]) == 2
    said = capsys.readouterr().err
    assert "paper cannot beat itself" in said
    assert "nothing is said about rock against paper" in said
    assert main(["replay", "clip.mp4", "--play", "--rules", "chess"]) == 2
    assert "There are classic, lizard-spock, or a file." in capsys.readouterr().err


def test_a_gesture_that_the_model_does_not_know_is_named() -> None:
    require_known(CLASSIC, DEFAULT_LABELS)
    require_known(WITH_WELL, GestureSet((*DEFAULT_LABELS.labels, "well")))
    with pytest.raises(RuleFileError, match="does not know well"):
        require_known(WITH_WELL, DEFAULT_LABELS)
