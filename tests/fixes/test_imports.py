"""Imports: each once, and in order, without a finding that asks for it."""

from __future__ import annotations

import pytest

from archlint.fixes.imports import tidied
from archlint.fixes.patches import Patch
from archlint.source import SourceFile
from tests.fixes.mending import fixed

TIDY = {
    "one": 'import "std"\n',
    "in order": 'import "std"\nimport "a.arch"\nimport "b.arch"\n',
    "apart, each in order": 'import "b.arch"\n\nimport "a.arch"\n',
    "with a comment between": 'import "b.arch"\n# the others\nimport "a.arch"\n',
    "in one line": 'import "b.arch"; import "a.arch"\n',
    "beside something else": 'product a; import "b.arch"\nimport "a.arch"; product b\n',
    "after something else": 'product a; import "b.arch"\nimport "a.arch"\n',
    "before something else": 'import "b.arch"; product a\nimport "a.arch"\n',
    "none": "product a\n",
    "no text": "import b\nimport b\n",
    "an escape that is none": 'import "\\q"\nimport "\\q"\n',
}
UNTIDY = {
    "the library comes first": ('import "a.arch"\nimport "std"\n', 'import "std"\nimport "a.arch"\n'),
    "paths follow in order": ('import "b.arch"\nimport "a.arch"\n', 'import "a.arch"\nimport "b.arch"\n'),
    "comments go with their line": (
        'import "b.arch"  # two\nimport "a.arch"  # one\n',
        'import "a.arch"  # one\nimport "b.arch"  # two\n',
    ),
    "the first of two stays": ('import "a.arch"\nimport "std"\nimport "a.arch"\n', 'import "std"\nimport "a.arch"\n'),
    "one file by two names": ('import "a.arch"\nimport "./a.arch"\n', 'import "a.arch"\n'),
    "far apart": (
        'import "std"\n\nproduct a\nimport "std"\nproduct b\n',
        'import "std"\n\nproduct a\nproduct b\n',
    ),
    "in one line": ('import "std"; import "std"; product a\n', 'import "std"; product a\n'),
    "the comment of one that goes stays": ('import "std"\nimport "std" # twice\n', 'import "std"\n# twice\n'),
    "between others, with a comment": (
        'import "b.arch"\nimport "b.arch" # twice\nimport "a.arch"\n',
        'import "b.arch"\n# twice\nimport "a.arch"\n',
    ),
    "other line ends": ('import "b"\r\nimport "a"\r\nproduct a\r\n', 'import "a"\r\nimport "b"\r\nproduct a\r\n'),
    "no line end at the end": ('import "b"\nimport "a"', 'import "a"\nimport "b"'),
}


def tidy(text: str) -> str:
    """A text with its imports put in order."""
    source = SourceFile("model.arch", text)
    return Patch(source, [edit for fix in tidied(source) for edit in fix.edits]).after.text


@pytest.mark.parametrize("text", TIDY.values(), ids=TIDY)
def test_imports_in_order_stay_as_they_are(text: str) -> None:
    """Groups, and lines with several statements, are the writer's own; what is no import is none of its business."""
    assert tidy(text) == text
    assert not list(tidied(SourceFile("model.arch", text)))


@pytest.mark.parametrize(("text", "meant"), UNTIDY.values(), ids=UNTIDY)
def test_imports_are_put_in_order_each_once(text: str, meant: str) -> None:
    """Neighbouring lines are sorted, with their comments; what is imported already is taken out."""
    assert tidy(text) == meant
    assert tidy(meant) == meant


def test_imports_are_tidied_with_the_other_fixes() -> None:
    """It is safe, since no order of imports means anything; who does not want it is spared."""
    text = 'import "std"\nimport "std"\nproduct a'
    assert fixed(text, unsafe=False) == 'import "std"\nproduct a'
    assert fixed(text, imports=False) == text


def test_a_file_with_syntax_errors_keeps_its_imports() -> None:
    """What looks like an import may be something else there."""
    text = 'import "std"\nimport "std"\nproduct a {\n'
    assert fixed(text) == text
