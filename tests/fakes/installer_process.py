"""Fake uv, which runs given steps. It starts fast, and never waits on time.

The variable FAKE_INSTALLER names a JSON file with the steps, and the folder where the packages go.
"""

from __future__ import annotations

import json
import os
import signal
import sys


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        return
    with open(os.environ["FAKE_INSTALLER"], encoding="utf-8") as file:  # noqa: PTH123 - starts faster without pathlib
        plan = json.load(file)
    constraints = sys.argv[sys.argv.index("-c") + 1]
    with open(constraints, encoding="utf-8") as file:  # noqa: PTH123
        record(plan, "constraints", file.read())
    record(plan, "wanted", sys.argv[sys.argv.index("-c") + 2 :])
    for name, *values in plan["steps"]:
        STEPS[name](plan, *values)


def record(plan: dict[str, object], name: str, value: object) -> None:
    """Tell the test what was asked for."""
    with open(f"{os.environ['FAKE_INSTALLER']}.{name}", "w", encoding="utf-8") as file:  # noqa: PTH123
        json.dump(value, file)


def say(_plan: object, text: str) -> None:
    print(text, flush=True)


def fetch(_plan: object, size_bytes: int) -> None:
    """Fetch a file of this size into the cache."""
    path = os.path.join(os.environ["UV_CACHE_DIR"], f"fetched-{size_bytes}")  # noqa: PTH118
    with open(path, "wb") as file:  # noqa: PTH123
        file.truncate(size_bytes)


def install(plan: dict[str, str], name: str, version: str, is_whole: bool = True) -> None:
    """Install a package; one that is not whole lacks what installers write last."""
    folder = os.path.join(plan["packages"], f"{name}-{version}.dist-info")  # noqa: PTH118
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    files = {"METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"}
    if is_whole:
        files["INSTALLER"] = "fake"
    for file_name, text in files.items():
        with open(os.path.join(folder, file_name), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123
            file.write(text)


def hang(_plan: object) -> None:
    """Wait until the process is ended."""
    while True:
        signal.pause()


def leave(_plan: object, code: int) -> None:
    sys.exit(code)


def wait_for(_plan: object, path: str) -> None:
    """Wait until somebody writes to a named pipe."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        file.read()


STEPS = {"say": say, "fetch": fetch, "install": install, "hang": hang, "await": wait_for, "exit": leave}

if __name__ == "__main__":
    main()
