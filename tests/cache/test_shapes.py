"""Trees and their shapes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.language.parser import parse
from archlint.language.shapes import shape_of, tree_of
from archlint.language.tree import Run, Statement
from archlint.source import SourceFile

ROOT = Path(__file__).parents[2]
FILES = sorted(path for path in (ROOT / "models").rglob("*.arch"))


def same(one: Statement | Run, other: Statement | Run) -> bool:
    """Whether two parts of trees are alike in all they have."""
    if isinstance(one, Run) or isinstance(other, Run):
        return one == other
    if (one.text, one.start, one.end, one.parts is None) != (other.text, other.start, other.end, other.parts is None):
        return False
    mine, others = one.parts or [], other.parts or []
    return len(mine) == len(others) and all(map(same, mine, others))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_tree_comes_back_from_its_shape(file: Path) -> None:
    """Of every model of ours, and with nothing but the text."""
    source = SourceFile(file.name, file.read_text(encoding="utf-8"))
    tree, faults = parse(source)
    assert not faults
    again = tree_of(source, shape_of(tree))
    assert again is not None
    assert again.source is source
    assert same(tree.root, again.root)


@pytest.mark.parametrize("text", ["", "\n", "# only\n", "product a", "product a {}\r\n", "product ä { }; product b"])
def test_small_trees_come_back(text: str) -> None:
    """An empty block is one, and an empty file too."""
    tree, _ = parse(SourceFile("m.arch", text))
    again = tree_of(tree.source, shape_of(tree))
    assert again is not None
    assert same(tree.root, again.root)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 50) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=20,
)


@given(_JSON | st.lists(st.integers(-4, 30), max_size=30))
def test_what_is_no_shape_makes_no_tree(shape: object) -> None:
    """Whatever a shape may be, it makes a tree or none, and no error."""
    tree_of(SourceFile("m.arch", "product a { uses b }\n"), shape)
