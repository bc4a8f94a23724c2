from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import qCritical, qWarning

from gesture_app.desktop.qt_messages import qt_messages_logged


def test_notices_of_qt_stay_off_the_terminal_and_are_in_the_log(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG, logger="qt"), qt_messages_logged():
        qWarning("PulseAudioService: pa_context_connect() failed")

    assert [(record.levelname, record.message) for record in caplog.records] == [
        ("WARNING", "PulseAudioService: pa_context_connect() failed")
    ]
    assert capfd.readouterr() == ("", "")


def test_errors_of_qt_are_errors_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="qt"), qt_messages_logged():
        qCritical("The disk is full.")

    assert [(record.levelname, record.message) for record in caplog.records] == [("ERROR", "The disk is full.")]
