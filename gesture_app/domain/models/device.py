"""The device that a classifier runs on."""

from __future__ import annotations

from enum import Enum


class Device(Enum):
    """A requested device. The values are those of the settings file and of ``--device``."""

    AUTO = "auto"
    """The fastest one, by a short measurement."""
    GPU = "gpu"
    CPU = "cpu"
