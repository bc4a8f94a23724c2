"""Resolves every dependency together and writes constraints.txt: ``python scripts/pin.py [--upgrade]``.

Needs uv. Versions that are pinned already are kept where they still fit; ``--upgrade`` takes the newest.
A lock file would name download addresses, which are not the same for everybody; a list of versions is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
HEADER = (
    "# The set of versions that is tested together, for Python 3.10 to 3.13. "
    'How it is made: CONTRIBUTING.md, "Dependencies".\n'
)
TRUE_WHEREVER_THE_APP_RUNS = (
    "python_full_version < '3.14'",
    "((platform_machine == 'AMD64' and sys_platform == 'win32') or "
    "sys_platform == 'darwin' or sys_platform == 'linux')",
)
"""What the environments under [tool.uv] in pyproject.toml make uv add to almost every line."""


def simplified(line: str) -> str:
    """A requirement without the conditions that always hold."""
    requirement, _, marker = line.partition(" ; ")
    for clause in TRUE_WHEREVER_THE_APP_RUNS:
        pattern = rf"^{re.escape(clause)}( and |$)| and {re.escape(clause)}(?= and |$)"
        marker = re.sub(pattern, "", marker)
    return f"{requirement} ; {marker}" if marker else requirement


def main(options: list[str]) -> int:
    """Writes constraints.txt anew; leaves it as it is if the dependencies cannot be resolved."""
    with tempfile.TemporaryDirectory() as folder:
        resolved = Path(folder) / "constraints.txt"
        shutil.copy(CONSTRAINTS, resolved)  # uv keeps the versions that it finds in its output file
        command = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.10", "--no-annotate"]
        command += ["--no-header", "--all-extras", "pyproject.toml", "-o", str(resolved), *options]
        status = subprocess.call(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        if status == 0:
            lines = resolved.read_text(encoding="utf-8").splitlines()
            CONSTRAINTS.write_text(HEADER + "".join(simplified(line) + "\n" for line in lines), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
