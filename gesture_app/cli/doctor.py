"""``gesture-app doctor``: checks of this machine, each with advice where something is missing."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from rich.console import Console
from rich.text import Text

from gesture_app.capture.devices import list_cameras
from gesture_app.cli.display import missing_for_window
from gesture_app.cli.options import RecognitionOptions, add_recognition_arguments
from gesture_app.cli.output import counted, print_columns
from gesture_app.cli.privacy_check import check_privacy
from gesture_app.composition import chosen_model, classifier_selection, model_library, user_folders
from gesture_app.errors import GestureAppError, SettingsError
from gesture_app.inference.classifiers.keras_classifier import tensorflow_gpus, tensorflow_installed
from gesture_app.inference.providers import gpu_signs_present
from gesture_app.installation.requirements import add_hint, missing_for_training
from gesture_app.resources import DEMO_CLIP
from gesture_app.settings import SettingsFile
from gesture_app.versions import installed_version
from gesture_app.vision.detectors import DEFAULT_DETECTOR, installed_detectors, networks_bytes

_OLDEST, _NEWEST = (3, 10), (3, 13)
_NEEDED = ("msgspec", "numpy", "opencv-contrib-python", "onnxruntime", "platformdirs", "rich")
_USEFUL = {
    "PySide6-Essentials": "the window",
    "PySide6-Addons": "noticing cameras that are plugged in",
}
_TRAINING = ("tensorflow", "keras")
_CLASHING = ("opencv-python", "opencv-python-headless", "opencv-contrib-python-headless")
_INSTALL = 'Install the program again: python scripts/setup.py setup, or pip install -c constraints.txt -e ".[gui]"'
_PINNED_MEDIAPIPE = "0.10.21"


class CheckStatus(Enum):
    """Result of a check: the printed word and its style."""

    FINE = ("ok", "green")
    NOTE = ("note", "yellow")
    PROBLEM = ("PROBLEM", "bold red")


@dataclass(frozen=True)
class Finding:
    """Result of one check.

    Attributes:
        subject: The checked thing.
        status: Whether it is fine.
        found: Version, folder or fault that was found.
        advice: The next step; empty if it is fine.
    """

    subject: str
    status: CheckStatus
    found: str
    advice: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_recognition_arguments(parser)
    parser.add_argument(
        "--privacy", action="store_true", help="play the demo clip, and list its connections and the files it writes"
    )


def run(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    """Check this machine and return the exit code."""
    if args.privacy:
        return check_privacy(stdout)
    options = RecognitionOptions.of(args)
    if args.detector is None:
        options = replace(options, detector=_detector_of_window(stderr))
    return examine(stdout, options)


def examine(
    console: Console,
    options: RecognitionOptions,
    *,
    version_of: Callable[[str], str | None] = installed_version,
) -> int:
    """Run every check and print the findings; returns 1 if something needed is missing, else 0.

    Args:
        console: Receives the findings.
        options: Device and model of the classifier to check.
        version_of: Returns the version of a package, or None.
    """
    checks = _checks(options, version_of)
    findings = [finding for subject, check in checks.items() for finding in _guarded(subject, check)]
    print_columns([(finding.subject, Text(*finding.status.value), finding.found) for finding in findings], console)
    for finding in findings:
        if finding.advice:
            console.print(Text(f"{finding.subject}: ", finding.status.value[1]), end="")
            console.print(finding.advice, highlight=False, markup=False, soft_wrap=True)
    problems = sum(finding.status is CheckStatus.PROBLEM for finding in findings)
    total = f"{counted(problems, 'problem')} found." if problems else "Everything needed is there."
    console.print(total, highlight=False)
    return 1 if problems else 0


def _checks(
    options: RecognitionOptions, version_of: Callable[[str], str | None]
) -> dict[str, Callable[[], Iterator[Finding]]]:
    """Checks by the subject of the finding when the check itself fails."""
    return {
        "Python": _python,
        "packages": lambda: _packages(version_of),
        "training": lambda: _training(version_of),
        "hand detector": lambda: _detector(options.detector, version_of),
        "models": _models,
        "classifier": lambda: _classifier(options),
        "GPU": _gpu,
        "cameras": _cameras,
        "window": _display,
        "folders": _folders,
    }


def _guarded(subject: str, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Findings of a check. A check that raises becomes a finding, and the other checks still run."""
    try:
        yield from check()
    except GestureAppError as error:
        yield Finding(subject, CheckStatus.PROBLEM, error.message, error.hint)
    except (OSError, ImportError) as error:
        yield Finding(subject, CheckStatus.PROBLEM, f"{type(error).__name__}: {error}", _INSTALL)


def _python() -> Iterator[Finding]:
    version = platform.python_version()
    system = f"{version} on {platform.system()} {platform.machine()}"
    if _OLDEST <= sys.version_info[:2] <= _NEWEST:
        yield Finding("Python", CheckStatus.FINE, system)
    else:
        yield Finding("Python", CheckStatus.PROBLEM, system, "Use Python 3.10 to 3.13.")


def _packages(version_of: Callable[[str], str | None]) -> Iterator[Finding]:
    for package in _NEEDED:
        version = version_of(package)
        if version is None:
            yield Finding(package, CheckStatus.PROBLEM, "not installed", _INSTALL)
        else:
            yield Finding(package, CheckStatus.FINE, version)
    mediapipe = version_of("mediapipe")
    if mediapipe is not None and mediapipe != _PINNED_MEDIAPIPE:
        advice = f"Later releases report usage to a server. Install {_PINNED_MEDIAPIPE}, or: pip uninstall mediapipe"
        yield Finding("mediapipe", CheckStatus.PROBLEM, mediapipe, advice)
    elif mediapipe is not None:
        yield Finding("mediapipe", CheckStatus.FINE, mediapipe)
    for package, purpose in _USEFUL.items():
        version = version_of(package)
        if version is None:
            yield Finding(package, CheckStatus.NOTE, "not installed", f"Only needed for {purpose}. {_INSTALL}")
        else:
            yield Finding(package, CheckStatus.FINE, version)
    for package in _CLASHING:
        if version_of(package) is not None:
            advice = f"It overwrites opencv-contrib-python: pip uninstall {package}, then install the program again."
            yield Finding(package, CheckStatus.PROBLEM, "installed", advice)


def _training(version_of: Callable[[str], str | None]) -> Iterator[Finding]:
    missing = missing_for_training(lambda package: version_of(package) is not None)
    if missing:
        found = f"not installed ({', '.join(missing)} missing)"
        yield Finding("training", CheckStatus.NOTE, found, f"Only training models and a GPU need it. {add_hint()}")
    else:
        versions = ", ".join(f"{package} {version_of(package)}" for package in _TRAINING)
        yield Finding("training", CheckStatus.FINE, versions)


def _detector(name: str, version_of: Callable[[str], str | None]) -> Iterator[Finding]:
    size_mb = networks_bytes(name) / 1e6
    others = [other for other in installed_detectors(lambda package: version_of(package) is not None) if other != name]
    more = f"; also installed: {', '.join(others)}" if others else ""
    yield Finding("hand detector", CheckStatus.FINE, f"{name}: its networks were found ({size_mb:.1f} MB){more}")


def _detector_of_window(stderr: Console) -> str:
    """The hand detector that was chosen in the window; the default where it is not installed."""
    try:
        chosen = SettingsFile().load().detector
    except SettingsError as error:
        stderr.print(f"{error.message} {error.hint}", highlight=False, soft_wrap=True)
        return DEFAULT_DETECTOR
    return chosen if chosen in installed_detectors() else DEFAULT_DETECTOR


def _models() -> Iterator[Finding]:
    library = model_library()
    models = library.listed()
    if not models:
        places = ", ".join(map(str, library.roots))
        yield Finding("models", CheckStatus.PROBLEM, f"none in {places}", "Fetch the program again.")
    for model in models:
        use = "in use, " if model.is_active else ""
        subject = f"model {model.id}"
        if not model.trouble:
            yield Finding(subject, CheckStatus.FINE, f"{use}verified, {model.folder}")
        elif model.is_shipped or model.is_active:
            yield Finding(subject, CheckStatus.PROBLEM, use + model.trouble, "Fetch the program again.")
        else:
            advice = f"It is not in use. Restore it, or remove it: gesture-app models remove {model.id}"
            yield Finding(subject, CheckStatus.NOTE, model.trouble, advice)
    for warning in library.warnings:
        yield Finding("choice of model", CheckStatus.NOTE, warning, "`gesture-app models use ID` chooses another.")


def _classifier(options: RecognitionOptions) -> Iterator[Finding]:
    model = chosen_model(options.model_dir)
    selection = classifier_selection(model, options.device)
    found = f"{model.manifest.id} on {selection.classifier.description}. {selection.reason}"
    yield Finding("classifier", CheckStatus.FINE, found)
    selection.classifier.close()


def _gpu() -> Iterator[Finding]:
    if not gpu_signs_present():
        yield Finding("GPU", CheckStatus.FINE, "none that TensorFlow could use; the CPU does it in milliseconds")
    elif not tensorflow_installed():
        yield Finding("GPU", CheckStatus.NOTE, "there may be one, but TensorFlow is not installed", add_hint())
    elif names := tensorflow_gpus():
        yield Finding("GPU", CheckStatus.FINE, ", ".join(names))
    else:
        advice = 'TensorFlow needs NVIDIA\'s libraries: pip install -c constraints.txt "tensorflow[and-cuda]"'
        yield Finding("GPU", CheckStatus.NOTE, "the driver is there, but TensorFlow sees no GPU", advice)


def _cameras() -> Iterator[Finding]:
    cameras = list_cameras()
    for camera in cameras:
        yield Finding(f"camera {camera.index}", CheckStatus.FINE, camera.name)
    if not cameras:
        advice = "Plug one in, allow this program to use it, or use a phone as an address (see the README)."
        yield Finding("cameras", CheckStatus.NOTE, "none; the app shows its demo clip", advice)


def _display() -> Iterator[Finding]:
    reason = missing_for_window()
    if reason is None:
        yield Finding("window", CheckStatus.FINE, "can be shown")
    else:
        yield Finding("window", CheckStatus.NOTE, reason, "The app runs in the terminal instead.")


def _folders() -> Iterator[Finding]:
    yield Finding("demo clip", *_file_state(DEMO_CLIP))
    for name, folder in user_folders().items():
        if _writable(folder):
            yield Finding(f"{name} folder", CheckStatus.FINE, str(folder))
        else:
            advice = f"Make {folder} writable, or free some space on its disk."
            yield Finding(f"{name} folder", CheckStatus.PROBLEM, f"{folder} cannot be written", advice)


def _file_state(file: Path) -> tuple[CheckStatus, str, str]:
    if file.is_file():
        return CheckStatus.FINE, str(file), ""
    return CheckStatus.PROBLEM, f"{file} is missing", "Fetch the program again."


def _writable(folder: Path) -> bool:
    """Whether files can be created in a folder, or in its nearest existing parent."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not os.access(folder, os.W_OK):
        return False
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0" * 4096)
    except OSError:
        return False
    return True
