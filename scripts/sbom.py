"""Lists all that the program consists of here as an SBOM in CycloneDX's format: ``python scripts/sbom.py [FILE]``.

Installed packages with version, licence and what they need, from their own metadata, and the shipped models with the
SHA-256 of their files. Nothing is fetched, and the same environment gives the same file. The usual tool, cyclonedx-bom,
would bring 24 packages along to write the same.

Source: https://cyclonedx.org/docs/1.6/json/
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from licences import declared
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
APP = "gesture-app"
TARGET = ROOT / "build" / "sbom.cdx.json"


def normalized(name: str) -> str:
    """A package's name as package indexes write it. Source: PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def purl(package: Distribution) -> str:
    """The address of a package, as a package URL: its reference in the file."""
    return f"pkg:pypi/{normalized(package.name)}@{package.version}"


def component(package: Distribution) -> dict[str, Any]:
    """A package as a component."""
    described: dict[str, Any] = {
        "type": "application" if normalized(package.name) == APP else "library",
        "bom-ref": purl(package),
        "name": package.name,
        "version": package.version,
        "purl": purl(package),
    }
    if "Summary" in package.metadata:
        described["description"] = package.metadata["Summary"]
    if "License-Expression" in package.metadata:
        described["licenses"] = [{"expression": package.metadata["License-Expression"]}]
    elif licence := declared(package):
        described["licenses"] = [{"license": {"name": licence}}]
    return described


def needed(package: Distribution, installed: dict[str, Distribution]) -> list[str]:
    """References of the installed packages that a package needs; of its extras, those that are installed."""
    extras = ["", *(package.metadata.get_all("Provides-Extra") or [])]
    names = set()
    for text in package.requires or []:
        requirement = Requirement(text)
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            names.add(normalized(requirement.name))
    return sorted(purl(installed[name]) for name in names & installed.keys())


def models() -> Iterator[dict[str, Any]]:
    """The shipped models, a component for each folder."""
    for folder in sorted(path for path in (ROOT / "models").iterdir() if path.is_dir()):
        files = [path for path in sorted(folder.iterdir()) if path.suffix in (".onnx", ".keras", ".npz")]
        yield {
            "type": "machine-learning-model",
            "bom-ref": f"model:{folder.name}",
            "name": folder.name,
            "components": [
                {
                    "type": "file",
                    "bom-ref": f"model:{folder.name}/{path.name}",
                    "name": path.name,
                    "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
                }
                for path in files
            ],
        }


def sbom() -> dict[str, Any]:
    """The whole list."""
    installed = {normalized(package.name): package for package in distributions()}
    app = installed[APP]
    others = [installed[name] for name in sorted(installed) if name != APP]
    shipped = list(models())
    depends = [{"ref": purl(package), "dependsOn": needed(package, installed)} for package in (app, *others)]
    depends[0]["dependsOn"] = [*depends[0]["dependsOn"], *(model["bom-ref"] for model in shipped)]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": component(app)},
        "components": [*map(component, others), *shipped],
        "dependencies": depends,
    }


def main(arguments: list[str]) -> int:
    """Writes the file."""
    target = Path(arguments[0]) if arguments else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    content = sbom()
    target.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(content['components'])} components: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
