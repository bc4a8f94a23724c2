from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gesture_app.domain.game.rule_draft import RuleDraft
from gesture_app.domain.game.rules import CLASSIC, WITH_WELL
from gesture_app.domain.message import Message
from gesture_app.storage.rule_files import RuleFileError, RuleFolder, encode_rules, read_draft, read_rules

OWN = replace(WITH_WELL, name="own-1")


@pytest.fixture
def folder(tmp_path: Path) -> RuleFolder:
    return RuleFolder(tmp_path / "new" / "rules")


def saved(path: Path, **changes: Any) -> Path:
    path.write_text(json.dumps({**json.loads(encode_rules(OWN)), **changes}), encoding="utf-8")
    return path


def test_own_rules_come_back(folder: RuleFolder, tmp_path: Path) -> None:
    assert folder.read() == ()
    folder.save(OWN)
    folder.save(replace(OWN, name="a", title="Another"))
    own = RuleFolder(tmp_path / "new" / "rules").read()
    assert [rules.name for rules in own] == ["a", "own-1"]
    assert (own[1].beats, own[1].title) == (OWN.beats, OWN.title)
    folder.remove("a")
    assert [rules.name for rules in folder.read()] == ["own-1"]
    with pytest.raises(RuleFileError, match="no own rules 'a'"):
        folder.remove("a")


def test_unfinished_rules_can_be_kept_and_not_played(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    draft = RuleDraft("own", {"rock": {"paper": ""}, "paper": {}})
    path.write_bytes(encode_rules(draft))
    assert read_draft(path) == draft
    with pytest.raises(RuleFileError, match="three gestures or more, got 2; rock beats paper without a verb"):
        read_rules(path)


@pytest.mark.parametrize("name", ["", "Own", "../own", "own rules", "x" * 41, "classic", "lizard-spock"])
def test_a_name_that_cannot_be_a_file_or_is_taken_is_refused(folder: RuleFolder, tmp_path: Path, name: str) -> None:
    with pytest.raises(RuleFileError, match="name"):
        read_rules(saved(tmp_path / "own.json", name=name))
    if name:
        with pytest.raises(RuleFileError, match="name"):
            folder.save(replace(OWN, name=name))
    assert folder.read() == ()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"format_version": 2}, "newer version"),
        ({"beats": []}, "'beats' is not an object"),
        ({"beats": {"rock": ["paper"]}}, "'rock'|'beats'"),
        ({"name": 1}, "'name' is not a text"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_key(tmp_path: Path, changes: dict[str, Any], why: str) -> None:
    with pytest.raises(RuleFileError, match=why):
        read_rules(saved(tmp_path / "own.json", **changes))


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"{}"])
def test_a_file_without_rules_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.json"
    path.write_bytes(content)
    with pytest.raises(RuleFileError, match="holds no rules"):
        read_rules(path)
    with pytest.raises(RuleFileError, match="cannot be read"):
        read_rules(tmp_path / "missing.json")


def test_a_damaged_file_leaves_the_others(folder: RuleFolder, tmp_path: Path) -> None:
    path = folder.save(OWN)
    (path.parent / "b.json").write_text("{")
    assert [rules.name for rules in folder.read()] == ["own-1"]
    (trouble,) = folder.troubles
    assert "b.json holds no rules" in trouble


def test_a_full_disk_is_reported(tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("a file in place of the folder")
    with pytest.raises(RuleFileError, match="cannot be written"):
        RuleFolder(tmp_path / "rules").save(OWN)


def test_the_title_is_kept(tmp_path: Path) -> None:
    assert read_rules(saved(tmp_path / "own.json")).title == "With well"
    assert read_rules(saved(tmp_path / "own.json", title="")).title == "own-1"
    assert CLASSIC.title == "Classic"


@pytest.mark.parametrize("title", ["with WELL", "Classic"])
def test_two_games_never_have_the_same_title(folder: RuleFolder, title: str) -> None:
    folder.save(OWN)
    with pytest.raises(RuleFileError, match="There is a game called") as refused:
        folder.save(replace(OWN, name="own-2", title=title))
    assert isinstance(refused.value.message, Message)
    folder.save(replace(OWN, title="With a well"))
    assert [(rules.name, rules.title) for rules in folder.read()] == [("own-1", "With a well")]
