"""The colours of `arch` blocks on the site: every model can be coloured, and keeps its text."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import ROOT

MODELS = sorted((ROOT / "models").rglob("*.arch"))


def lexer() -> Any:
    """The lexer that MkDocs loads as a hook."""
    found = importlib.util.spec_from_file_location("highlighting", ROOT / "docs" / "highlighting.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module.ArchLexer()


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_model_keeps_its_text_and_has_no_word_that_is_nothing(model: Path) -> None:
    """The tokens make up the text, and none of them is an error."""
    text = model.read_text("utf-8")
    tokens = list(lexer().get_tokens(text))
    assert "".join(value for _, value in tokens).strip() == text.strip()
    assert [value for kind, value in tokens if "Error" in str(kind)] == []


def test_keywords_stand_first() -> None:
    """What begins a statement is a keyword, and the same word as a name is none; a clause is one between names."""
    tokens = [(str(kind), value) for kind, value in lexer().get_tokens('product from { uses for for "x" since 2026 }')]
    assert [value for kind, value in tokens if kind == "Token.Keyword"] == ["product", "uses"]
    assert ("Token.Literal.Number", "2026") in tokens
    assert ("Token.Literal.String", '"x"') in tokens
