"""Lists the licence of each installed package and fails on one this project should not depend on.

``python scripts/licences.py``. Allowed are permissive licences and the LGPL, whose libraries are used as they come and
can be replaced by the person; anything else stands in REVIEWED with the reason why it may stay.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions

REVIEWED = {
    "certifi": "MPL-2.0 covers its own files, which are used unchanged.",
    "pathspec": "MPL-2.0 covers its own files, which are used unchanged; a tool of the developers, not of the app.",
    "hypothesis": "MPL-2.0 covers its own files, which are used unchanged; a tool of the developers, not of the app.",
    "namex": "Declares no licence in its metadata; the licence file it carries is the Apache-2.0.",
}
"""Packages whose declared licence is not enough, and why they may be used all the same."""

LESSER = re.compile(r"\bLGPL|lesser general public", re.IGNORECASE)
COPYLEFT = re.compile(
    r"\b(A?GPL|MPL|EUPL|EPL|CDDL|OSL|SSPL|CC-BY-SA|CC-BY-NC)|general public|mozilla|eclipse|share ?alike", re.IGNORECASE
)
PERMISSIVE = re.compile(
    r"\b(MIT|0?BSD|Apache|PSF|Python Software Foundation|ISC|HPND|Zlib|Unlicense|CC0|BSL-1\.0)", re.IGNORECASE
)


def allowed(statement: str) -> bool:
    """Whether a licence statement leaves one way of use that is allowed: ``A OR B`` lets the user choose."""
    return any(
        bool(LESSER.search(choice)) or (bool(PERMISSIVE.search(choice)) and not COPYLEFT.search(choice))
        for choice in re.split(r"\s+OR\s+", statement)
    )


def declared(package: Distribution) -> str:
    """What a package says of its licence, from the newest to the oldest way of saying it; may be empty."""

    def said(field: str) -> list[str]:
        return package.metadata.get_all(field) or []

    classifiers = [text.rpartition(" :: ")[2] for text in said("Classifier") if text.startswith("License ::")]
    named = [name for name in classifiers if name not in ("OSI Approved", "DFSG approved")]
    first_lines = [text.strip().partition("\n")[0] for text in said("License")]
    return " AND ".join(said("License-Expression") or named or first_lines)


def findings() -> Iterator[tuple[str, str, bool]]:
    """Name, licence and whether it may be used, of each installed package."""
    for package in sorted(distributions(), key=lambda package: package.name.lower()):
        statement = declared(package)
        reason = REVIEWED.get(package.name)
        shown = f"{statement or 'not declared'} ({reason})" if reason else statement or "not declared"
        yield package.name, shown, bool(reason) or allowed(statement)


def main() -> int:
    """Prints the list; 1 if something in it may not be used."""
    refused = []
    for name, licence, may_be_used in findings():
        print(f"{name:32} {licence}")
        if not may_be_used:
            refused.append(f"{name}: {licence}")
    if refused:
        print("\nNot allowed, or not reviewed:", *refused, sep="\n  ", file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
