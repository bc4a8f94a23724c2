"""The expected errors. Each has a message for the user and a hint."""

from __future__ import annotations

EXIT_BAD_INPUT = 2
"""Exit code of the command line for input that cannot be used, as ``argparse`` has it for wrong options."""


class GestureAppError(Exception):
    """Base of every expected failure.

    Args:
        message: The failure and the thing that failed, as one sentence; a ``Message`` wherever the window can show it.
        hint: The next step for the user, as one or more sentences, alike; may be empty.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class SourceError(GestureAppError):
    """A camera, file, folder or address gives no frames."""


class ModelError(GestureAppError):
    """A model is missing, damaged, or incompatible with this program."""


class DetectorError(GestureAppError):
    """The hand detector cannot be started or has failed."""


class ClassifierError(GestureAppError):
    """The gesture classifier cannot be started or has failed."""


class SettingsError(GestureAppError):
    """The settings file cannot be read or written."""


class SampleStoreError(GestureAppError):
    """Recorded samples cannot be read or written."""


class SampleArchiveError(GestureAppError):
    """An archive of samples cannot be read or written, or is not to be trusted."""


class MissingDependencyError(GestureAppError):
    """A required package or system library is not installed."""


class InstallationError(GestureAppError):
    """Packages cannot be added to the environment that the program runs in."""


class PipelineStuckError(GestureAppError):
    """A worker thread did not stop in time."""


def one_line(error: BaseException) -> str:
    """The message of an error on one line, to quote it in a sentence."""
    return " ".join(str(error).split())


def reason_of(error: BaseException) -> str:
    """The message of an error to fill into another one; it stays translatable."""
    if isinstance(error, GestureAppError):
        return error.message
    return error.args[0] if len(error.args) == 1 and isinstance(error.args[0], str) else str(error)
