"""The errors people see: each says what happened and what to do next."""

from __future__ import annotations

EXIT_BAD_INPUT = 2
"""Exit code of the command line for input that cannot be used, as ``argparse`` has it for wrong options."""


class GestureAppError(Exception):
    """Base of every expected failure.

    Args:
        message: What happened, naming the thing it happened to, as one sentence.
        hint: What the person can do about it, as one or more sentences; may be empty.
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
    """A model is missing, damaged, or does not fit this program."""


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
    """A package or system library that this feature needs is not installed."""


class PipelineStuckError(GestureAppError):
    """A worker thread did not stop in time."""


def one_line(error: BaseException) -> str:
    """What a library said, on one line, for the middle of a sentence: native ones break theirs in odd places."""
    return " ".join(str(error).split())
