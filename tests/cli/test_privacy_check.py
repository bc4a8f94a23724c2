from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from gesture_app.cli.privacy_check import check_privacy, has_opened, observed
from gesture_app.errors import MissingDependencyError

CALLS = """\
11 openat(AT_FDCWD, "/usr/lib/x.so", O_RDONLY|O_CLOEXEC) = 3
11 openat(AT_FDCWD, "/homes/anna/.config/app/settings.toml", O_WRONLY|O_CREAT|O_TRUNC, 0600) = 4
11 openat(AT_FDCWD, "/etc/secret", O_RDWR) = -1 EACCES (Permission denied)
12 openat(AT_FDCWD, "notes/a \\"b\\".txt", O_RDWR|O_CREAT <unfinished ...>
11 openat(AT_FDCWD, "/dev/null", O_RDWR) = 5
12 mkdir("/homes/anna/.library", 0777) = 0
12 rename("/homes/anna/x", "/homes/anna/y") = 0
11 socket(AF_UNIX, SOCK_STREAM, 0) = 6
13 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 7
13 connect(7, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("1.2.3.4")}, 16) = -1 EINPROGRESS
+++ exited with 0 +++
""".splitlines()


def test_sockets_and_written_files_are_found() -> None:
    found = observed(CALLS, Path("/program"))
    assert [call.partition("(")[0] for call in found.sockets] == ["socket", "connect"]
    assert [path.as_posix() for path in found.outside([Path("/homes/anna/.config/app")])] == [
        '/program/notes/a \\"b\\".txt',
        "/homes/anna/.library",
        "/homes/anna/x",
        "/homes/anna/y",
    ]


def test_a_process_that_does_nothing_of_the_kind_is_fine() -> None:
    found = observed(CALLS[:1], Path("/program"))
    assert found.sockets == found.written == ()


def test_it_is_seen_whether_the_clip_was_played() -> None:
    assert has_opened(Path("/usr/lib/x.so"), CALLS)
    assert not has_opened(Path("/etc/secret"), CALLS)
    assert not has_opened(Path("/clip.mp4"), CALLS)


def test_a_missing_strace_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingDependencyError, match="strace"):
        check_privacy(Console(file=io.StringIO()))
