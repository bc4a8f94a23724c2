"""Detection of GPUs without loading TensorFlow."""

from __future__ import annotations

import platform
import shutil
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path


def gpu_signs_present() -> bool:
    """Whether there are signs of a GPU that TensorFlow could use.

    These are NVIDIA's driver on Linux (TensorFlow has no GPU support on Windows since 2.11), or the tensorflow-metal
    plug-in on a Mac. Source: https://www.tensorflow.org/install/pip.
    """
    system = platform.system()
    if system == "Linux":
        return Path("/dev/nvidiactl").exists() or Path("/dev/dxg").exists() or shutil.which("nvidia-smi") is not None
    if system == "Darwin":
        return platform.machine() == "arm64" and _installed("tensorflow-metal")
    return False


def tensorflow_log_level() -> str:
    """Value of ``TF_CPP_MIN_LOG_LEVEL``: errors are logged only where there are signs of a GPU.

    Elsewhere TensorFlow logs errors of CUDA for want of a GPU, at each start. Python raises what goes wrong anyway.
    """
    return "2" if gpu_signs_present() else "3"


def _installed(package: str) -> bool:
    try:
        distribution(package)
    except PackageNotFoundError:
        return False
    return True
