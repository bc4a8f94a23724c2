"""Sets everything up and starts the app, tests or checks: ``python scripts/setup.py run``.

Uses only the standard library and the syntax of Python 3.8, so that a Python that is too old gets a clear message. A
stamp inside ``.venv`` records the installed set; while it matches, nothing is set up and no network is needed.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
VENV_PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "setup-stamp.json"
UNFINISHED = VENV / "setup-unfinished"

OLDEST, TOO_NEW = (3, 10), (3, 14)
APP_EXTRAS = frozenset({"gui"})
TRAIN_EXTRAS = APP_EXTRAS | {"train"}
TEST_EXTRAS = TRAIN_EXTRAS | {"mediapipe", "dev"}

FETCHED_MB = {"gui": 353, "train": 731, "mediapipe": 204, "dev": 26}
"""Megabytes that each extra adds to what is fetched; "gui" with the app's own packages.

Source: the pinned wheels for Python 3.11 on Linux x86-64, where TensorFlow is largest.
"""

LINUX_LIBRARIES = {
    # OpenGL and EGL: QtGui, cv2, and the renderer of training pictures (with Mesa's software driver)
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    # QtCore and cv2
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
    "libstdc++.so.6": "libstdc++6",
    # QtGui and QtDBus; fontconfig brings a font along
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    # QtNetwork, which QtMultimedia links
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    # QtMultimedia and its FFmpeg plug-in
    "libpulse.so.0": "libpulse0",
    "libbz2.so.1": "libbz2-1.0",
    "libdrm.so.2": "libdrm2",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    # The X11 platform plug-in
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What the installed packages load from the system: library -> package of Debian and Ubuntu.

Found with ``readelf -d`` on the wheels' libraries, and proved by starting the app in a bare Debian and a bare Ubuntu.
Ubuntu 24.04 renamed some of these packages (``libglib2.0-0t64``); they still answer to the names here.
"""


class SetupError(Exception):
    """Set-up cannot go on; the message says why and what to do."""


class Interpreter(NamedTuple):
    """A Python that the app could run on."""

    executable: str
    version: tuple[int, int]
    makes_venvs: bool


def say(text: str) -> None:
    """Tells the person what is going on, on the error stream: the app may be writing data to the other one."""
    print(f"[setup] {text}", file=sys.stderr, flush=True)


def query(command: list[str]) -> Interpreter | None:
    """Asks an interpreter who it is; None if it does not start."""
    question = (
        "import json, sys\n"
        "from importlib.util import find_spec\n"
        "executable = getattr(sys, '_base_executable', None) or sys.executable\n"
        "makes_venvs = bool(find_spec('ensurepip') and find_spec('venv'))\n"
        "print(json.dumps([executable, sys.version_info[:2], makes_venvs]))\n"
    )
    try:
        answer = subprocess.run([*command, "-c", question], capture_output=True, text=True, timeout=60, check=True)
        executable, version, makes_venvs = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Interpreter(executable, tuple(version), makes_venvs)


def fits(interpreter: Interpreter) -> bool:
    """Whether the pinned packages exist for this Python."""
    return OLDEST <= interpreter.version < TOO_NEW


def find_interpreter() -> Interpreter:
    """The Python to build the environment with: the one named by ``PYTHON``, or the newest that fits.

    Raises:
        SetupError: There is none.
    """
    wanted = os.environ.get("PYTHON")
    if wanted:
        chosen = query([wanted])
        if chosen is None:
            raise SetupError(f"PYTHON={wanted} does not start. Give the path of a Python 3.10 to 3.13.")
        if not fits(chosen):
            raise SetupError(f"PYTHON={wanted} is Python {dotted(chosen.version)}; the app needs 3.10 to 3.13.")
        return chosen

    names = [["python3.12"], ["python3.11"], ["python3.13"], ["python3.10"], ["python3"], ["python"], [sys.executable]]
    if os.name == "nt":
        names = [["py", "-3.12"], ["py", "-3.11"], ["py", "-3.13"], ["py", "-3.10"], *names]
    uv_python = output_of(["uv", "python", "find", "--no-project", "--system", ">=3.10,<3.14"])
    if uv_python:
        names.append([uv_python])
    started = [found for found in map(query, names) if found]
    fitting = sorted(filter(fits, started), key=lambda found: not found.makes_venvs)
    if not fitting:
        seen = ", ".join(sorted({dotted(found.version) for found in started})) or "none"
        raise SetupError(
            f"The app needs Python 3.10 to 3.13 (found: {seen}). Install one, for example with your system's "
            "package manager, pyenv or `uv python install 3.12`, and run this again; "
            "or name it: make run PYTHON=/path/to/python3.12"
        )
    return fitting[0]


def dotted(version: tuple[int, int]) -> str:
    """``(3, 11)`` as ``3.11``."""
    return ".".join(map(str, version))


def output_of(command: list[str]) -> str:
    """What a command prints, or nothing if it is absent or fails."""
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def fingerprint() -> str:
    """A hash of all that decides what gets installed: the settings of the tools in pyproject.toml do not."""
    sections = re.split(r"^(?=\[)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), flags=re.MULTILINE)
    deciding = [text for text in sections if re.match(r"\[(build-system|project|tool\.setuptools)", text)]
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    return hashlib.sha256("".join([*deciding, pins]).encode()).hexdigest()


def read_stamp() -> dict[str, object]:
    """What was installed, or nothing if that is unknown, unfinished, or was for another folder."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    usable = isinstance(stamp, dict) and stamp.get("folder") == str(VENV) and not UNFINISHED.exists()
    return stamp if usable and os.access(VENV_PYTHON, os.X_OK) else {}


def is_set_up(stamp: dict[str, object], extras: frozenset[str]) -> bool:
    """Whether the environment already holds what is asked for."""
    if stamp.get("fingerprint") != fingerprint() or not extras.issubset(stamp.get("extras", [])):  # type: ignore[arg-type]
        return False
    return not os.environ.get("PYTHON") or dotted(find_interpreter().version) == stamp.get("python")


def can_be_reused(interpreter: Interpreter, stamp: dict[str, object]) -> bool:
    """Whether the environment that is there can be completed; otherwise it is built anew."""
    if UNFINISHED.exists() or not (VENV / "pyvenv.cfg").exists():
        return False
    if not stamp:  # made by hand: it holds its own path, which must still be true
        try:
            if str(VENV) not in (BIN / "activate").read_text(encoding="utf-8"):
                return False
        except OSError:
            return False
    present = query([str(VENV_PYTHON)])
    if present is None or not fits(present):
        return False
    return not os.environ.get("PYTHON") or present.version == interpreter.version


def missing_libraries() -> list[str]:
    """The system libraries that cannot be loaded."""
    missing = []
    for name in LINUX_LIBRARIES if sys.platform.startswith("linux") else ():
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def install_system_packages(packages: list[str]) -> None:
    """Installs packages of Debian or Ubuntu, as root or through sudo.

    Raises:
        SetupError: That is not possible here; the message holds the command to run.
    """
    by_hand = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    prefix: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            raise SetupError(f"System packages are missing. As root, run: {by_hand.replace('sudo ', '')}")
        prefix = ["sudo"] if sys.stdin and sys.stdin.isatty() else ["sudo", "-n"]
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    say(f"Installing system packages: {' '.join(packages)}")
    if subprocess.call(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return
    # The list of packages may be absent or out of date.
    if subprocess.call([*apt, "update"], stdout=sys.stderr) != 0 or subprocess.call(install, stdout=sys.stderr) != 0:
        raise SetupError(f"System packages could not be installed. Run this, then try again:\n  {by_hand}")


def provide_system_libraries(extra_packages: list[str]) -> None:
    """Sees to the libraries that the wheels do not carry, and to what Debian splits off Python.

    Raises:
        SetupError: They are missing and cannot be installed here.
    """
    missing = missing_libraries()
    packages = sorted({LINUX_LIBRARIES[name] for name in missing} | set(extra_packages))
    if not packages:
        return
    if not (shutil.which("apt-get") and Path("/etc/debian_version").exists()):
        say(
            f"These system libraries cannot be loaded: {', '.join(missing)}. If the app does not start, install them "
            f"with your package manager (on Debian they are in: {' '.join(packages)})."
        )
        return
    install_system_packages(packages)
    still_missing = missing_libraries()
    if still_missing:
        raise SetupError(f"These libraries still cannot be loaded: {', '.join(still_missing)}.")


def working_uv() -> str | None:
    """The fast installer, where it is on the path and starts."""
    return shutil.which("uv") if output_of(["uv", "--version"]) else None


def build_venv(interpreter: Interpreter, uv: str | None) -> None:
    """Makes an empty environment in place of whatever was there.

    Raises:
        SetupError: Python could not make one.
    """
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        say("The environment in .venv is unfinished, moved, or for another Python: building it anew.")
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    say(f"Making .venv with Python {dotted(interpreter.version)} ({interpreter.executable}).")
    make_with_uv = ["venv", "--quiet", "--allow-existing", "--python", interpreter.executable, str(VENV)]
    if uv and subprocess.call([uv, *make_with_uv]) == 0:
        return
    if subprocess.call([interpreter.executable, "-m", "venv", str(VENV)]) != 0:
        raise SetupError(f"{interpreter.executable} could not make an environment in {VENV}.")


def install_packages(extras: frozenset[str], uv: str | None) -> None:
    """Installs the app and its pinned packages in one go: one by one, pip would break the set.

    Raises:
        SetupError: The packages could not be installed, or one is not the file that was pinned (only uv checks that).
    """
    fetched_mb = sum(FETCHED_MB[extra] for extra in extras)
    say(f"Installing packages ({', '.join(sorted(extras))}). The first time this fetches about {fetched_mb} MB.")
    program = ["-e", f"{ROOT}[{','.join(sorted(extras))}]"]
    checked = ["-c", str(ROOT / "constraints-hashed.txt"), *program]
    if uv:
        command = [uv, "pip", "install", "--python", str(VENV_PYTHON), *checked]
        if subprocess.call(command, stdout=sys.stderr) == 0:
            return
        again = subprocess.run(command, capture_output=True, text=True, check=False)  # for the reason, which was shown
        if again.returncode == 0:
            return
        if "hash mismatch" in again.stderr.lower():
            raise SetupError(
                "A package is not the file that was pinned (see above), so nothing was installed. Run this again; if "
                "that does not help, ask whoever runs your package index."
            )
    python = [str(VENV_PYTHON), "-m"]
    if not output_of([*python, "pip", "--version"]):
        subprocess.call([*python, "ensurepip"], stdout=subprocess.DEVNULL)
    # pip takes no hashes beside a program that is installed from a folder.
    wanted = ["-c", str(ROOT / "constraints.txt"), *program]
    pip = [*python, "pip", "install", "--disable-pip-version-check", *wanted]
    if subprocess.call(pip, stdout=sys.stderr) != 0:
        raise SetupError("The packages could not be installed. Check the network and the free disk space, run again.")


def set_up(extras: frozenset[str]) -> None:
    """Brings the machine to where the app starts; returns at once when it is there already.

    Raises:
        SetupError: Something is missing that cannot be provided here.
    """
    stamp = read_stamp()
    if is_set_up(stamp, extras):
        provide_system_libraries([])
        return

    started_s = time.monotonic()
    interpreter = find_interpreter()
    uv = working_uv()
    reuse = can_be_reused(interpreter, stamp)
    splits_venv_off = not (reuse or uv or interpreter.makes_venvs)
    provide_system_libraries([f"python{dotted(interpreter.version)}-venv"] if splits_venv_off else [])
    if not reuse:
        build_venv(interpreter, uv)
        stamp = {}

    before = STAMP.read_bytes() if stamp else None
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    extras = extras.union(stamp.get("extras", []))  # type: ignore[arg-type]
    try:
        install_packages(extras, uv)
    except SetupError:
        if before is not None:  # both installers fail before they change anything: what was there still works
            STAMP.write_bytes(before)
            UNFINISHED.unlink()
        raise
    present = query([str(VENV_PYTHON)]) or interpreter
    new_stamp = {
        "fingerprint": fingerprint(),
        "python": dotted(present.version),
        "folder": str(VENV),
        "extras": sorted(extras),
    }
    STAMP.write_text(json.dumps(new_stamp, indent=1) + "\n", encoding="utf-8")
    UNFINISHED.unlink()
    say(f"Ready after {time.monotonic() - started_s:.0f} s.")


def become(program: Path, arguments: list[str]) -> int:
    """Becomes the app or the training, so that signals and the exit code are its own."""
    command = [str(program), *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def run_tools(*commands: list[str]) -> int:
    """Runs every one of these tools, even after one failed; 1 if any did."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    status = 0
    for tool, *arguments in commands:
        say(" ".join([tool, *arguments]))
        if subprocess.call([str(BIN / tool), *arguments], cwd=ROOT, env=environment) != 0:
            say(f"FAILED: {tool}")
            status = 1
    return status


LICENCES = ["python", "scripts/licences.py"]
LINT = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["lint-imports"])
TYPES = (["mypy"], ["mypy", "scripts"])
IN_PARALLEL = ["--numprocesses=2", "--dist=loadfile"]
"""Options of pytest: two workers, because each takes up to 2.5 GB; the tests of a file share their fixtures."""
QUICK_TESTS = [*IN_PARALLEL, "-m", "not slow"]
COVERAGE = ["--cov", "--cov-report="]
"""Options of pytest that measure coverage; tests/conftest.py prints it by package."""


def clean() -> None:
    """Removes what set-up and the tools made here; models, samples and settings stay."""
    made_here = [".venv", "build", "dist", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache"]
    folders = [ROOT / name for name in made_here] + list(ROOT.glob("*.egg-info"))
    for coverage_data in ROOT.glob(".coverage*"):
        coverage_data.unlink()
    for package in ("gesture_app", "training", "tests", "scripts", "benchmarks"):
        folders += (ROOT / package).rglob("__pycache__")
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def main(argv: list[str]) -> int:
    """Sets up what the command needs, then runs it."""
    command, arguments = (argv[0], argv[1:]) if argv else ("setup", [])
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    test = ["pytest", *(arguments or IN_PARALLEL)]
    check = [*test, *(COVERAGE if "CI" in os.environ else [])]
    tools = {
        "test": (test,),
        "test-quick": (["pytest", *QUICK_TESTS, *arguments],),
        "lint": LINT,
        "types": TYPES,
        "licences": (LICENCES,),
        "check": (*LINT, *TYPES, LICENCES, check),
    }
    programs = {
        "sbom": (APP_EXTRAS, VENV_PYTHON, [str(ROOT / "scripts" / "sbom.py"), *arguments]),
        "translations": (APP_EXTRAS, VENV_PYTHON, [str(ROOT / "scripts" / "translations.py")]),
        "run": (APP_EXTRAS, BIN / "gesture-app", arguments),
        "train": (TRAIN_EXTRAS, VENV_PYTHON, ["-m", "training", *(arguments or ["--help"])]),
    }
    try:
        if command == "clean":
            clean()
        elif command == "setup":
            set_up(APP_EXTRAS)
        elif command in programs:
            extras, program, given = programs[command]
            set_up(extras)
            return become(program, given)
        elif command in tools:
            set_up(TEST_EXTRAS)
            return run_tools(*tools[command])
        else:
            names = " | ".join(["setup", *programs, *tools, "clean"])
            say(f"Usage: setup.py [{names}] [arguments of the app, of training or of pytest]")
            return 2
    except SetupError as error:
        say(f"Stopped: {error}")
        return 1
    except KeyboardInterrupt:
        say("Interrupted. The next run repairs what is unfinished.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
