"""Explains in plain words why an installer failed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gesture_app.domain.message import Message, sentences
from gesture_app.errors import InstallationError

_UNCHANGED = Message("Everything else goes on as before.")


@dataclass(frozen=True)
class _Cause:
    """A cause that is recognized by what installers write.

    Attributes:
        pattern: Regular expression that a line of the output contains.
        message: What happened.
        hint: What to do.
        is_final: Whether another installer would fail as well.
    """

    pattern: str
    message: Message
    hint: Message
    is_final: bool = False


_CAUSES = (
    _Cause(
        r"No space left|Errno 28|os error 28|os error 112|not enough space|Disk quota",
        Message("The disk is full."),
        Message("Free some space, and try again."),
        is_final=True,
    ),
    _Cause(
        r"CERTIFICATE_VERIFY|SSLError|invalid peer certificate|UnknownIssuer",
        Message("The packages cannot be fetched: the certificate of the package index is not trusted."),
        Message("Check the date and the proxy of this machine, and try again."),
    ),
    _Cause(
        r"dns error|name resolution|NameResolutionError|getaddrinfo|failed to lookup address|Network is unreachable"
        r"|Failed to establish a new conn|Could not connect|Connection refused|Connection reset|Connection broken"
        r"|ConnectTimeout|timed out|IncompleteRead|error sending request|ProxyError|tunnel error",
        Message("The packages cannot be fetched: the package index does not answer."),
        Message("Check the connection to the internet, and try again."),
    ),
    _Cause(
        r"Permission denied|Errno 13|os error 13\b|os error 5\b|Read-only file system|Access is denied"
        r"|externally.managed",
        Message("The folder of the packages cannot be written."),
        Message("Close other programs that use it, or run this command yourself: {command}"),
    ),
    _Cause(
        r"ResolutionImpossible|No solution found|conflicting dependencies",
        Message("The packages do not fit those that are installed."),
        Message("Set the program up anew with this command: {command}"),
    ),
    _Cause(
        r"No matching distribution|Could not find a version|no wheels with a matching",
        Message("A package is not in the package index, or not for this system."),
        Message("The log names it. Check which package index pip is set to."),
    ),
)


@dataclass(frozen=True)
class Failure:
    """Why an installer failed.

    Attributes:
        error: The error for people.
        is_final: Whether another installer would fail as well.
    """

    error: InstallationError
    is_final: bool


def explain(lines: Iterable[str], code: int, command: str) -> Failure:
    """Find the cause in the output of an installer that failed.

    Args:
        lines: Lines of its output.
        code: Its exit code.
        command: Command that the user can run instead.
    """
    text = "\n".join(lines)
    for cause in _CAUSES:
        if re.search(cause.pattern, text, re.IGNORECASE):
            hint = sentences(cause.hint.fill(command=command), _UNCHANGED)
            return Failure(InstallationError(cause.message, hint=hint), cause.is_final)
    error = InstallationError(
        Message("The packages could not be added: the installer ended with exit code {code}.").fill(code=code),
        hint=Message("The log has the details. You can also run this command yourself: {command}").fill(
            command=command
        ),
    )
    return Failure(error, is_final=False)
