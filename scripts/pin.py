"""Resolves every dependency together and writes constraints.txt: ``python scripts/pin.py [--upgrade]``.

The same with the SHA-256 of each package's files goes to constraints-hashed.txt, for uv, which checks them; pip takes
no hashes where the program itself is installed from a folder.

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
HASHED = ROOT / "constraints-hashed.txt"
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
    """A requirement without the conditions that always hold, and without the hashes that follow it."""
    requirement, _, marker = line.removesuffix(" \\").partition(" ; ")
    for clause in TRUE_WHEREVER_THE_APP_RUNS:
        pattern = rf"^{re.escape(clause)}( and |$)| and {re.escape(clause)}(?= and |$)"
        marker = re.sub(pattern, "", marker)
    return f"{requirement} ; {marker}" if marker else requirement


def main(options: list[str]) -> int:
    """Writes both files anew; leaves them as they are if the dependencies cannot be resolved."""
    with tempfile.TemporaryDirectory() as folder:
        resolved = Path(folder) / "constraints.txt"
        shutil.copy(CONSTRAINTS, resolved)  # uv keeps the versions that it finds in its output file
        command = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.10", "--no-annotate"]
        command += ["--no-header", "--all-extras", "--generate-hashes", "pyproject.toml", "-o", str(resolved), *options]
        status = subprocess.call(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        if status == 0:
            lines = resolved.read_text(encoding="utf-8").splitlines()
            pins = [simplified(line) for line in lines if not line.startswith(" ")]
            CONSTRAINTS.write_text(HEADER + "".join(f"{pin}\n" for pin in pins), encoding="utf-8")
            hashed = [line if line.startswith(" ") else f"{simplified(line)} \\" for line in lines]
            HASHED.write_text(HEADER + "".join(f"{line}\n" for line in hashed), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
