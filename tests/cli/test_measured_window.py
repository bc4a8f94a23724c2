"""The window that is measured is a process of its own; here a small program stands for it."""

from __future__ import annotations

import textwrap

import pytest

from gesture_app.cli.measured_window import run_window
from gesture_app.cli.options import RecognitionOptions
from gesture_app.domain.models.device import Device
from gesture_app.errors import GestureAppError

OPTIONS = RecognitionOptions(device=Device.CPU, max_hands=1)


def program(text: str) -> tuple[str, str]:
    return "-c", textwrap.dedent(text)


def test_what_is_reached_gets_its_time_and_the_figures_are_kept() -> None:
    times = iter([10.0, 10.5, 10.75, 12.0, 12.5])
    run = run_window(
        OPTIONS,
        0,
        program=program("""
            import json
            for event in ("window", "picture", "label"):
                print(json.dumps({"event": event}))
            print(json.dumps({"event": "end", "resident_mb": 123.5}))
        """),
        clock=lambda: next(times),
    )
    assert run.reached_s == {"window": 0.5, "picture": 0.75, "label": 2.0}
    assert run.figures == {"resident_mb": 123.5}


def test_the_window_gets_options_and_no_folder_of_the_user() -> None:
    run = run_window(
        OPTIONS,
        3,
        program=program("""
            import json, os, sys
            import platformdirs
            print("A line that is not meant for anybody.")
            for event in ("window", "picture", "label"):
                print(json.dumps({"event": event}))
            told = {"arguments": sys.argv[1:], "data": platformdirs.user_data_dir("x"), "home": os.environ["HOME"]}
            print(json.dumps({"event": "end", **told, "platform": os.environ["QT_QPA_PLATFORM"]}))
        """),
    )
    arguments = run.figures["arguments"]
    assert arguments[:4] == ["--source", "demo", "--measure", "3"]
    assert arguments[4:] == ["--device", "cpu", "--hands", "1", "--detector", OPTIONS.detector]
    assert run.figures["data"].startswith(run.figures["home"])
    assert run.figures["platform"] == "offscreen"


def test_a_window_that_ends_early_is_an_error_with_its_last_words() -> None:
    with pytest.raises(GestureAppError, match="did not come to its picture") as raised:
        run_window(
            OPTIONS,
            0,
            program=program("""
                import json, sys
                print(json.dumps({"event": "window"}))
                print("first", file=sys.stderr)
                sys.exit("No clip today.")
            """),
        )
    assert raised.value.hint == "No clip today."


def test_a_window_that_hangs_is_ended() -> None:
    with pytest.raises(GestureAppError, match="did not come to its window"):
        run_window(OPTIONS, 0, program=program("import threading; threading.Event().wait()"), limit_s=0.5)
