"""The check of a Keras file before Keras reads it: a model is layers and numbers, and names no code.

Keras refuses lambdas in safe mode, but its loader has imported whatever a file named before. Source: CVE-2024-3660
(Lambda layers), CVE-2025-1550 (any function of any module), CVE-2025-8747 (functions of Keras itself).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from gesture_app.domain.message import Message
from gesture_app.errors import ModelError
from gesture_app.storage.decoding import parse_json
from gesture_app.storage.zip_reader import MIB, ZipLimits, ZipReader

_LIMITS = ZipLimits(entries=64, entry_bytes=256 * MIB, total_bytes=512 * MIB)
_CONFIG = "config.json"
_MOST_CONFIG_BYTES = 32 * MIB
_PARTS = ("activations", "constraints", "initializers", "layers", "losses", "metrics", "models", "ops", "optimizers")
_MODULES = tuple(f"{root}.{part}" for root in ("keras", "keras.src") for part in (*_PARTS, "regularizers"))
_REFUSED = {"Lambda", "__lambda__", "function"}
_ADVICE = Message("Nothing of it was run. Choose a model that this program exported.")


def check_keras_file(path: Path) -> None:
    """Refuse a Keras file that names code. Keras is not imported; a file that is no zip archive, Keras refuses itself.

    Raises:
        ModelError: If it names a function, a lambda or a class that is no part of Keras's models, or is damaged.
    """
    if not zipfile.is_zipfile(path):
        return
    with ZipReader(path, _LIMITS, error=ModelError, advice=_ADVICE) as archive, archive.refusing():
        if _CONFIG not in archive.names:
            raise ValueError(f"it has no {_CONFIG}")
        for named in _named_things(parse_json(archive.read(_CONFIG), max_bytes=_MOST_CONFIG_BYTES)):
            module, name = named.get("module"), named.get("class_name")
            if name in _REFUSED or not _is_of_models(module):
                raise ValueError(f"it names code: {str(module)[:60]}.{str(name)[:60]}")


def _is_of_models(module: object) -> bool:
    if module is None or module == "keras":
        return True
    return any(f"{module}.".startswith(f"{known}.") for known in _MODULES)


def _named_things(content: object) -> Iterator[dict[str, object]]:
    """All objects with a class or a module, at any depth."""
    waiting = [content]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if "class_name" in item or "module" in item:
                yield item
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
