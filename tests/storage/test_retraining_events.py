from __future__ import annotations

import json
import math

import pytest

from gesture_app.domain.message import Message
from gesture_app.domain.retraining.comparison import Comparison
from gesture_app.domain.retraining.events import (
    Cancelled,
    ChangedPrediction,
    EpochDone,
    Event,
    Failed,
    LogLine,
    Progress,
    RetrainOutcome,
    RetrainPhase,
)
from gesture_app.domain.retraining.gate import GateDecision
from gesture_app.domain.retraining.plan import LabelPlan, RetrainPlan
from gesture_app.storage.retraining_events import from_line, to_line

COMPARISON = Comparison.from_predictions(("rock", "none"), ["rock", "none"], ["none", "none"], ["rock", "none"])
EVENTS: list[Event] = [
    RetrainPlan(
        "rpsls-9", (LabelPlan("rock", False, {"a": 4, "b": 5}, 4, 5, True),), ("b",), ("few",), ("too few",), 40.0
    ),
    Progress(RetrainPhase.FEATURES, 0.25, 31.5),
    Progress(RetrainPhase.PREPARE, 0.0),
    EpochDone(RetrainPhase.FINE_TUNE, 2, 6, 0.5, 0.9, 0.4, None, 0.95),
    LogLine("Zwölf Hände ✋\nand a second line"),
    RetrainOutcome(
        "rpsls-own",
        "/models/rpsls-own",
        "rpsls-9",
        GateDecision(False, ("It is no better.",)),
        COMPARISON,
        COMPARISON,
        True,
        (ChangedPrediction("a-1", "rock", "none", "rock"),),
        ("a-2",),
        ("wave",),
        ("a note",),
    ),
    Failed("The disk is full.", "Make room."),
    Cancelled(),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_every_event_survives_its_line(event: Event) -> None:
    line = to_line(event)
    assert "\n" not in line
    assert line.isascii()
    assert from_line(line + "\r\n") == event


def test_the_texts_of_a_failure_can_still_be_translated() -> None:
    reason = Message("{path} cannot be read: {reason}.").fill(path="a.png", reason=Message("it is empty"))
    event = from_line(to_line(Failed(reason, Message("{count} samples", "{count} sample", 1).fill(count=1))))

    assert isinstance(event, Failed)
    assert isinstance(event.message, Message)
    assert isinstance(event.message.values["reason"], Message)
    assert isinstance(event.hint, Message)
    assert (event.hint, event.hint.source, event.hint.n) == ("1 sample", "{count} samples", 1)


@pytest.mark.parametrize(
    "sources", [None, 4, [], ["a", "b"], [{"source": "{x.y}"}, None], [{"source": "Something else."}, None]]
)
def test_a_text_stays_as_it_was_told_if_its_source_is_not_its_own(sources: object) -> None:
    line = json.dumps({"event": "failed", "message": "a", "hint": "b", "sources": sources})

    assert from_line(line) == Failed("a", "b")


def test_the_event_is_named() -> None:
    assert json.loads(to_line(LogLine("a"))) == {"event": "log", "text": "a"}


def test_fields_and_events_of_a_newer_program_are_ignored() -> None:
    newer = json.dumps({"event": "failed", "message": "a", "hint": "b", "colour": "red"})
    assert from_line(newer) == Failed("a", "b")
    assert from_line('{"event": "song", "text": "la"}') is None
    assert from_line("  \n") is None


@pytest.mark.parametrize(
    "line",
    [
        "WARNING: something a library says",
        '{"event": "progress", "phase": "feat',
        '{"event": "progress"}',
        '{"event": "progress", "phase": "sleeping", "share": 0.1}',
        '{"event": "progress", "phase": "features", "share": "much"}',
        '{"event": "outcome", "here": 4}',
        '{"event": 4}',
        "[1, 2]",
        "17",
        "[" * 100_000,
    ],
)
def test_a_line_without_an_event_is_log_text(line: str) -> None:
    assert from_line(line) == LogLine(line)


def test_impossible_numbers_are_log_text() -> None:
    broken = to_line(EVENTS[5]).replace('"gained": 1', '"gained": 7')
    assert from_line(broken) == LogLine(broken)


def test_a_flood_is_cut() -> None:
    event = from_line("x" * 5_000_000)
    assert isinstance(event, LogLine)
    assert len(event.text) < 300


def test_a_loss_that_is_not_a_number_makes_valid_json() -> None:
    line = to_line(EpochDone(RetrainPhase.HEAD, 1, 2, math.nan, 0.5, math.inf, 0.5, 0.5))
    assert json.loads(line)["loss"] is None
