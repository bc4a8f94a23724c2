"""The guards of tests/conftest.py: a planted fault fails its test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SLOW

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"


def run_guarded(pytester: pytest.Pytester, tests: str, *options: str) -> pytest.RunResult:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nqt_api = pyside6\n")
    pytester.makepyfile(tests)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", "-rEf", *options)


def test_a_thread_left_behind_fails_the_test_whether_daemon_or_not(pytester: pytest.Pytester) -> None:
    result = run_guarded(
        pytester,
        """
        import threading
        import pytest

        stop = threading.Event()

        @pytest.mark.parametrize("daemon", [True, False])
        def test_leaves_a_thread(daemon):
            threading.Thread(target=stop.wait, args=(60,), name="forgotten", daemon=daemon).start()

        def test_joins_its_thread():
            done = threading.Event()
            thread = threading.Thread(target=done.wait)
            thread.start()
            done.set()
            thread.join()

        def test_lets_the_others_go():
            stop.set()
        """,
    )
    result.assert_outcomes(passed=4, errors=2)
    result.stdout.fnmatch_lines(["*left running: thread 'forgotten'*"])


def test_a_window_or_timer_left_behind_fails_the_test(pytester: pytest.Pytester) -> None:
    result = run_guarded(
        pytester,
        """
        from PySide6.QtCore import QObject, QTimer
        from PySide6.QtWidgets import QWidget

        kept = []

        def test_leaves_a_window(qapp):
            kept.append(QWidget(objectName="forgotten window"))

        def test_leaves_a_timer(qapp):
            kept.append(QTimer(objectName="forgotten timer"))
            kept[-1].start(1000)

        def test_a_registered_window_is_cleaned_up(qtbot):
            window = QWidget()
            window.timer = QTimer(window)
            window.timer.start(1000)
            qtbot.addWidget(window)
            window.show()

        def test_a_window_in_a_cycle_is_collected(qapp):
            window = QWidget()
            window.itself = window

        def test_a_stopped_timer_may_stay(qapp):
            kept.append(QTimer())
            kept[-1].start(1000)
            kept[-1].stop()

        def test_an_earlier_window_is_not_blamed_on_this_one(qapp):
            assert kept[0].isVisible() is False
        """,
    )
    result.assert_outcomes(passed=6, errors=2)
    result.stdout.fnmatch_lines(
        ["*left running: QWidget 'forgotten window'*", "*left running: QTimer 'forgotten timer'*"]
    )


def test_other_machines_cannot_be_reached_and_a_swallowed_attempt_still_fails(pytester: pytest.Pytester) -> None:
    result = run_guarded(
        pytester,
        """
        import contextlib
        import socket
        import urllib.request

        def test_connects():
            with contextlib.suppress(Exception), socket.socket() as connection:
                connection.connect(("192.0.2.1", 80))

        def test_sends():
            with contextlib.suppress(Exception), socket.socket(type=socket.SOCK_DGRAM) as sender:
                sender.sendto(b"hello", ("192.0.2.1", 80))

        def test_looks_up():
            with contextlib.suppress(Exception):
                urllib.request.urlopen("http://example.invalid/", timeout=1)

        def test_talks_to_itself():
            with socket.create_server(("127.0.0.1", 0)) as server:
                with socket.create_connection(("localhost", server.getsockname()[1])):
                    pass
        """,
    )
    result.assert_outcomes(passed=4, errors=3)
    result.stdout.fnmatch_lines(["*tried to reach 192.0.2.1*", "*tried to reach example.invalid*"])


def test_each_test_has_user_folders_of_its_own(pytester: pytest.Pytester, tmp_path: Path) -> None:
    result = run_guarded(
        pytester,
        """
        from pathlib import Path
        import platformdirs
        import pytest

        @pytest.mark.parametrize("run", [1, 2])
        def test_writes_settings(run, tmp_path_factory):
            for name in (platformdirs.user_config_path(), platformdirs.user_data_path(), Path.home()):
                file = name / "settings.toml"
                assert file.is_relative_to(tmp_path_factory.getbasetemp())
                assert not file.exists()
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("x = 1")
        """,
    )
    result.assert_outcomes(passed=2)


def test_qt_needs_no_screen_here(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    result = run_guarded(pytester, "def test_platform(qapp):\n    assert qapp.platformName() == 'offscreen'\n")
    result.assert_outcomes(passed=1)


def test_a_test_that_imports_keras_and_is_not_marked_slow_fails(pytester: pytest.Pytester) -> None:
    pytester.mkpydir("keras")
    result = run_guarded(
        pytester,
        """
        def test_imports_keras():
            import keras

        def test_does_not():
            pass
        """,
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*imports keras, but its file is not in SLOW*"])


def test_a_quick_run_refuses_a_file_that_imports_keras(pytester: pytest.Pytester) -> None:
    pytester.mkpydir("keras")
    result = run_guarded(pytester, "import keras\n\ndef test_nothing():\n    pass\n", "-m", "not slow")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*A test file that is not slow imports keras*"])


def test_slow_files_are_marked_and_left_out_of_a_quick_run_before_they_are_imported(pytester: pytest.Pytester) -> None:
    slow = pytester.mkdir("privacy") / "test_reports.py"
    slow.write_text("import imported_by_accident\n\ndef test_slow():\n    pass\n")
    quick = run_guarded(pytester, "def test_quick():\n    pass\n", "-m", "not slow")
    quick.assert_outcomes(passed=1)
    pytester.makepyfile(imported_by_accident="")
    run_guarded(pytester, "def test_quick():\n    pass\n", "-m", "slow").assert_outcomes(passed=1, deselected=1)


def test_the_slow_files_are_there() -> None:
    assert [name for name in SLOW if not (CONFTEST.parent / name).exists()] == []
