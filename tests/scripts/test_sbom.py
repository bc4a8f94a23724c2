"""The SBOM lists what is installed and shipped, with licences, hashes, and references that all lead somewhere."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from gesture_app.resources import PROJECT_ROOT, SHIPPED_MODELS


def test_it_lists_packages_and_models(tmp_path: Path) -> None:
    files = [tmp_path / "one.json", tmp_path / "other.json"]
    for file in files:
        subprocess.run([sys.executable, PROJECT_ROOT / "scripts" / "sbom.py", file], check=True, capture_output=True)
    assert files[0].read_bytes() == files[1].read_bytes()
    content = json.loads(files[0].read_text(encoding="utf-8"))
    by_ref = {component["bom-ref"]: component for component in content["components"]}
    assert len(by_ref) == len(content["components"])

    numpy = by_ref[f"pkg:pypi/numpy@{version('numpy')}"]
    assert "BSD" in json.dumps(numpy["licenses"])
    assert content["metadata"]["component"]["name"] == "gesture-app"

    shipped = SHIPPED_MODELS / "rpsls-10" / "model.onnx"
    hashes = {file["name"]: file["hashes"] for file in by_ref["model:rpsls-10"]["components"]}
    digest = hashlib.sha256(shipped.read_bytes()).hexdigest()
    assert hashes[shipped.name] == [{"alg": "SHA-256", "content": digest}]
    assert "model:hands" in by_ref

    known = {*by_ref, content["metadata"]["component"]["bom-ref"]}
    depends = {entry["ref"]: entry["dependsOn"] for entry in content["dependencies"]}
    assert {ref for needed in depends.values() for ref in needed} <= known
    assert f"pkg:pypi/numpy@{version('numpy')}" in depends[content["metadata"]["component"]["bom-ref"]]
    assert str(PROJECT_ROOT) not in files[0].read_text(encoding="utf-8")
