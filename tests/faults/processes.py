"""Processes that start in a moment: copies of one that has imported what ``tests.faults.writers`` needs."""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing.context import ForkServerContext

import pytest

needs_forkserver = pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods() or not hasattr(signal, "SIGKILL"),
    reason="this system cannot copy processes",
)


def process_server() -> ForkServerContext:
    """Starts such processes. The one that they are copies of ends with this process."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.writers"])
    return context
