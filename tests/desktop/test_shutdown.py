"""The program ends soon after it is asked to, whatever it is doing. Each test is a window in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from gesture_app.resources import PROJECT_ROOT

DEADLINE_S = 3.0
"""The promise of 2 s, and one for machines that do other things at the same time."""

PROGRAM = """
    import sys, time
    from pathlib import Path

    from PySide6.QtCore import QTimer

    from gesture_app.desktop import options, process, services
    from gesture_app.pipeline.processor import FrameProcessor
    from gesture_app.resources import DEMO_CLIP
    from gesture_app.settings import Settings, SettingsFile, SourceKind
    from tests.fakes.gui import FakeCamera, FakeCatalog, FakeRecognizer, blank_crop

    SettingsFile().save(Settings())
    chosen = options.AppOptions()
    recognizer = FakeRecognizer()
    catalog = FakeCatalog(FakeCamera("Desk camera", "desk"))
    camera = catalog.source(SourceKind.CAMERA, "desk")
    has_left = False

    def make_processor(choice):
        recognizer.may_load.wait()
        return FrameProcessor(recognizer.detector, blank_crop, recognizer.classifier)

    def with_fakes():
        process.CaptureCatalog = lambda fake_camera: catalog
        services.ProcessorChoice.make_processor = make_processor

    def leave(end):
        global has_left
        if not has_left:
            has_left = True
            print("asked", time.monotonic(), flush=True)
            end()

    def when(desktop, condition, end=None):
        # Looks again and again, as the window does its work in between.
        if condition():
            leave(end or desktop.window.close)
        else:
            QTimer.singleShot(20, lambda: when(desktop, condition, end))

    def deaf_retraining(desktop):
        import json

        from gesture_app.gui.train.retrain_job import RetrainCommand
        from gesture_app.gui.train.services import TrainServices
        from tests.fakes import training_process

        job = desktop.services(TrainServices).job
        script = Path(training_process.__file__)
        job.start(RetrainCommand(sys.executable, (str(script), json.dumps([["ignore"]])), script.parent))
        return job

    start_for_real = process.DesktopApp.start

    def start(desktop):
        start_for_real(desktop)
        begin(desktop)

    process.DesktopApp.start = start
"""


END = """
    code = process.run(chosen)
    print("ended", time.monotonic(), flush=True)
    raise SystemExit(code)
"""


def seconds_to_end(begin: str, tmp_path: Path) -> tuple[float, subprocess.CompletedProcess[str]]:
    """Run the window with ``begin``, which brings it into a state and then leaves.

    Returns:
        Seconds from there until all is stopped, without the end of Python itself, and the process.
    """
    parts = [PROGRAM, begin, END]
    folders = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(textwrap.dedent(part) for part in parts)],
        cwd=PROJECT_ROOT,
        env={**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    ended_s = time.monotonic()
    words = done.stdout.split()
    assert "asked" in words, done.stderr
    asked_s = float(words[words.index("asked") + 1])
    # One that was ended by force does not come to its last line.
    return (float(words[words.index("ended") + 1]) if "ended" in words else ended_s) - asked_s, done


STATES = {
    "starting": """
        def begin(desktop):
            QTimer.singleShot(0, lambda: leave(desktop.window.close))
    """,
    "loading the networks": """
        chosen = options.AppOptions(fake_camera=DEMO_CLIP)

        def begin(desktop):
            when(desktop, lambda: desktop.session.frame is not None)
    """,
    "cameras that are not listed": """
        with_fakes()
        catalog.may_list.clear()

        def begin(desktop):
            QTimer.singleShot(0, lambda: leave(desktop.window.close))
    """,
    "no camera": """
        with_fakes()
        catalog.cameras.clear()

        def begin(desktop):
            when(desktop, lambda: any(notice.key == "no-camera" for notice in desktop.notices.shown))
    """,
    "a camera that hangs": """
        with_fakes()
        camera.request_stop = lambda: None
        camera.send()

        def begin(desktop):
            when(desktop, lambda: desktop.session.frame is not None)
    """,
    "a camera that is away": """
        from gesture_app.errors import SourceError
        from gesture_app.pipeline.engine import CaptureState

        with_fakes()
        camera.open_error = SourceError("Away.")

        def begin(desktop):
            when(desktop, lambda: desktop.session.status.capture is CaptureState.RECOVERING)
    """,
    "recognition that hangs": """
        with_fakes()
        recognizer.detector.may_detect.clear()
        camera.send()

        def begin(desktop):
            when(desktop, lambda: recognizer.detector.seqs)
    """,
    "recording": """
        from gesture_app.gui.collect.services import CollectServices

        chosen = options.AppOptions(fake_camera=DEMO_CLIP)

        def begin(desktop):
            recording = desktop.services(CollectServices).recording
            desktop.show_page("Collect")

            def is_recording():
                if recording.state.label is None and not recording.obstacle:
                    recording.record("rock")
                return recording.saved_count >= 3

            when(desktop, is_recording)
    """,
    "searching for hands": """
        from tests.fakes.gui import gray_image
        import cv2, numpy as np

        clip = Path.home() / "empty.mp4"
        writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"mp4v"), 30.0, (640, 480))
        for level in range(60):
            writer.write(np.full((480, 640, 3), 60 + level, np.uint8))
        writer.release()
        chosen = options.AppOptions(fake_camera=clip)

        def begin(desktop):
            when(desktop, lambda: desktop.session.result is not None and desktop.session.result.seq > 20)
    """,
    "retraining that does not listen": """
        with_fakes()

        def begin(desktop):
            job = deaf_retraining(desktop)
            end = process.QApplication.instance().exit
            when(desktop, lambda: "deaf" in job.log, end)
    """,
    "retraining, with the question answered": """
        from PySide6.QtWidgets import QMessageBox

        with_fakes()

        def begin(desktop):
            job = deaf_retraining(desktop)

            def press():
                desktop.window.close()
                box = desktop.window.findChild(QMessageBox)
                next(b for b in box.buttons() if "close" in b.text()).click()

            when(desktop, lambda: "deaf" in job.log, press)
    """,
    "settings that are open": """
        with_fakes()
        camera.send()

        def begin(desktop):
            desktop.show_settings()
            when(desktop, lambda: desktop.session.frame is not None and desktop.settings.isVisible())
    """,
    "a question that is open": """
        import os, signal
        from PySide6.QtWidgets import QApplication, QMessageBox

        with_fakes()

        def begin(desktop):
            def ask():
                QMessageBox.question(desktop.window, "A question", "Is it so?")

            QTimer.singleShot(0, ask)
            when(desktop, QApplication.activeModalWidget, lambda: os.kill(os.getpid(), signal.SIGTERM))
    """,
}


@pytest.mark.skipif(os.name == "nt", reason="the clock of two processes is the same on POSIX only")
@pytest.mark.parametrize("state", STATES)
def test_the_program_ends_soon_in_every_state(state: str, tmp_path: Path) -> None:
    seconds, done = seconds_to_end(STATES[state], tmp_path)
    print(f"{state}: ended after {seconds:.2f} s")
    assert done.returncode == 0, done.stderr
    assert seconds < DEADLINE_S
