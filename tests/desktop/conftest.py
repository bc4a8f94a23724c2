"""The window's fixtures, for tests of the app around it."""

from tests.gui.conftest import *  # noqa: F403
