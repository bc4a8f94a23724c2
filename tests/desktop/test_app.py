from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable

import pytest

from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import source_choice
from gesture_app.errors import SourceError
from gesture_app.gui.background.notices import NoticeKind
from gesture_app.resources import PROJECT_ROOT
from gesture_app.settings import DEMO, SourceChoice, SourceKind
from tests.fakes.gui import FakeCamera, FakeCatalog


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("demo", DEMO),
        ("0", SourceChoice(SourceKind.CAMERA, "0", "Camera 0")),
        ("camera:Lid", SourceChoice(SourceKind.CAMERA, "Lid", "Lid")),
        ("rtsp://a:b@host/live?x=1", SourceChoice(SourceKind.ADDRESS, "rtsp://a:b@host/live?x=1", "rtsp://host/live")),
        ("clips/a.mp4", SourceChoice(SourceKind.FILE, "clips/a.mp4", "a.mp4")),
    ],
)
def test_sources_from_the_command_line(text: str, choice: SourceChoice) -> None:
    assert source_choice(text) == choice


def test_unexpected_errors_are_told(make_desktop: Callable[..., DesktopApp]) -> None:
    desktop = make_desktop(FakeCatalog(FakeCamera("Desk camera", "desk")))
    desktop.report(ZeroDivisionError("division by zero"))
    desktop.report(SourceError("It broke.", hint="Mend it."))
    told = desktop.notices.shown
    assert [n.kind for n in told] == [NoticeKind.ERROR, NoticeKind.ERROR]
    assert [n.title for n in told] == ["It broke.", "Something went wrong (ZeroDivisionError: division by zero)."]


PROGRAM = """
    from gesture_app.desktop import options, process, services
    from gesture_app.pipeline.processor import FrameProcessor
    from gesture_app.settings import SourceKind
    from tests.fakes.gui import FakeCamera, FakeCatalog, FakeRecognizer, blank_crop

    recognizer = FakeRecognizer()
    catalog = FakeCatalog(FakeCamera("Desk camera", "desk"))
    camera = catalog.source(SourceKind.CAMERA, "desk")
    start_for_real = process.DesktopApp.start

    def make_processor(choice):
        recognizer.may_load.wait()
        return FrameProcessor(recognizer.detector, blank_crop, recognizer.classifier)

    def start(desktop):
        desktop.session.frame_changed.connect(lambda: on_frame(desktop))
        start_for_real(desktop)
        camera.send()

    process.CaptureCatalog = lambda fake_camera: catalog
    services.ProcessorChoice.make_processor = make_processor
    process.DesktopApp.start = start
"""


def run_program(on_frame: str) -> subprocess.CompletedProcess[str]:
    """The whole app in a process of its own; ``on_frame`` is told of each frame that is shown."""
    parts = [PROGRAM, on_frame, "raise SystemExit(process.run(options.AppOptions()))"]
    return subprocess.run(
        [sys.executable, "-c", "\n".join(textwrap.dedent(part) for part in parts)],
        cwd=PROJECT_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_closing_the_window_ends_the_process() -> None:
    done = run_program("""
        def on_frame(desktop):
            print("shown")
            desktop.window.close()
    """)
    assert (done.returncode, done.stdout, done.stderr) == (0, "shown\n", "")


def test_a_thread_that_hangs_does_not_keep_the_process_alive() -> None:
    done = run_program("""
        recognizer.may_load.clear()

        def on_frame(desktop):
            print("shown")
            desktop.window.close()
    """)
    assert (done.returncode, done.stdout) == (0, "shown\n")
    assert "ended by force" in done.stderr


def test_a_signal_ends_the_process() -> None:
    done = run_program("""
        import os, signal

        def on_frame(desktop):
            os.kill(os.getpid(), signal.SIGTERM)
    """)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_error_in_a_slot_is_told_and_the_window_goes_on() -> None:
    done = run_program("""
        def on_frame(desktop):
            if not desktop.notices.shown:
                camera.send()
                raise ZeroDivisionError("by nothing")
            print(desktop.notices.shown[0].title)
            desktop.window.close()
    """)
    assert (done.returncode, done.stdout) == (0, "Something went wrong (ZeroDivisionError: by nothing).\n")
    assert "Traceback" in done.stderr


def test_an_error_that_ends_a_thread_is_told_in_the_window_and_in_the_log() -> None:
    done = run_program("""
        import logging, threading

        is_started = False

        def on_frame(desktop):
            global is_started
            if not is_started:
                is_started = True
                threading.Thread(target=lambda: 1 / 0, name="a thread of somebody").start()
            if desktop.notices.shown:
                print(desktop.notices.shown[0].title)
                desktop.window.close()
            else:
                camera.send()
    """)
    assert (done.returncode, done.stdout) == (0, "Something went wrong (ZeroDivisionError: division by zero).\n")
    assert "unexpected error in the thread 'a thread of somebody'" in done.stderr
    assert done.stderr.count("Traceback") == 1
