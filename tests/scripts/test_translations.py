from __future__ import annotations

import ast
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

pytest.importorskip("PySide6", reason="Qt's tools come with the gui extra")

from PySide6.QtCore import QTranslator

from scripts.translations import FOLDER, ROOT, SOURCES, collect, unfinished

CATALOGS = sorted(FOLDER.glob("*.ts"))
MARKS = frozenset({"tr", "Message"})


def sources(catalog: Path) -> set[tuple[str, str]]:
    """The texts of a catalog, each with its English singular or remark."""
    messages = ET.parse(catalog).iter("message")
    return {(message.findtext("source") or "", message.findtext("comment") or "") for message in messages}


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog into which all texts of the source were collected just now."""
    catalog = tmp_path_factory.mktemp("catalog") / "de.ts"
    shutil.copy(CATALOGS[0], catalog)
    collect(catalog)
    return catalog


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda path: path.stem)
def test_a_catalog_has_all_texts_of_the_source_translated(catalog: Path, collected: Path) -> None:
    assert sources(catalog) == sources(collected), "run: make translations"
    assert unfinished(catalog) == []


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda path: path.stem)
def test_the_compiled_file_is_that_of_the_catalog(catalog: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(catalog.with_suffix(".qm")))
    for message in ET.parse(catalog).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        wanted = [form.text for form in translation.iter("numerusform")] or [translation.text]
        counts = (1, 2) if message.get("numerus") else (-1,)
        source, comment = message.findtext("source") or "", message.findtext("comment") or ""
        assert [translator.translate("", source, comment, n) for n in counts] == wanted, "run: make translations"


def test_qts_tool_finds_each_marked_text(collected: Path) -> None:
    known = {source for source, _comment in sources(collected)}
    missed = []
    for path in sorted(path for folder in SOURCES for path in folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS and node.args:
                text = node.args[0]
                is_found = isinstance(text, ast.Constant) and text.value in known
                if not is_found and path.name not in {"message.py", "message_codec.py", "translation.py"}:
                    missed.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert missed == []
