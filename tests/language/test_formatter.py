"""The one style: what it looks like, and what it never changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.language.binder import bind
from archlint.language.declarations import Unit
from archlint.language.formatter import formatted
from archlint.language.parser import parse
from archlint.source import SourceFile

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "models").rglob("*.arch"), *(ROOT / "src").rglob("*.arch"), *(ROOT / "tests").rglob("*.arch")])


def styled(text: str) -> str | None:
    """The text in the one style."""
    return formatted(SourceFile("model.arch", text))


def meaning(text: str) -> list[object]:
    """Every element with its facts and relations, without their places."""
    elements, faults = bind([Unit(parse(SourceFile("model.arch", text))[0])])
    return [
        *((fault.code, fault.message) for fault in faults),
        *(
            (
                element.keyword, element.path, element.title,
                {word: [(str(fact.value), fact.during) for fact in facts] for word, facts in element.facts.items()},
                [(relation.keyword, str(relation.target), relation.purpose) for relation in element.relations],
            )
            for element in elements
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("product   a  'x'".replace("'", '"'), 'product a "x"\n'),
        ("product a{\nuses b}", "product a {\n  uses b\n}\n"),
        ("product a { uses b;uses c }", "product a { uses b; uses c }\n"),
        ("product a; product b", "product a\nproduct b\n"),
        ("product a\n\n\n\nproduct b", "product a\n\nproduct b\n"),
        ("product a {\n\n  uses b\n\n  uses c\n\n}", "product a {\n  uses b\n\n  uses c\n}\n"),
        ("product a # why\n# and\n\n# how\nproduct b", "product a  # why\n# and\n\n# how\nproduct b\n"),
        ("product a { # why\nuses b\n}", "product a {  # why\n  uses b\n}\n"),
        ("product a { replaces b ,c,\n   d }", "product a {\n  replaces b, c, d\n}\n"),
        ("adaptor a { wraps b, # first\n c }", "adaptor a {\n  wraps b,  # first\n      c\n}\n"),
        (
            'product a {\n description """\n  two\n  lines\n """\n}',
            'product a {\n  description """\n  two\n  lines\n """\n}\n',
        ),
        ("product a {}", "product a { }\n"),
        ("\ufeffproduct a\r\nproduct b\r\n", "product a\nproduct b\n"),
        ("", ""),
        ("# only this", "# only this\n"),
    ],
)
def test_the_style(written: str, wanted: str) -> None:
    """What a text looks like afterwards."""
    assert styled(written.removeprefix("\ufeff")) == wanted


def test_a_block_that_no_longer_fits_is_broken_up() -> None:
    """A block on one line stays there only while it fits in the width."""
    body = "; ".join(f"uses platform-number-{number}" for number in range(6))
    assert (styled(f"product a {{ {body} }}") or "").count("\n") == 8


def test_a_text_with_syntax_errors_is_left() -> None:
    """What cannot be read is not rewritten."""
    assert styled("product a {") is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_keep_their_meaning_and_their_comments(path: Path) -> None:
    """Real models say the same afterwards, word for word, and a second time changes nothing."""
    text = path.read_text("utf-8")
    once = styled(text)
    if once is None:
        assert parse(SourceFile(path.name, text))[1]
        return
    assert meaning(once) == meaning(text)
    assert styled(once) == once
    assert sorted(line.split("#", 1)[1] for line in text.splitlines() if line.startswith("#")) == sorted(
        line.split("#", 1)[1] for line in once.splitlines() if line.startswith("#")
    )


PIECES = [
    "product a", ' "A # title"', " {", "}", "\n", "\n\n", ";", " # note\n", "  ", "uses b", "replaces b,", " c",
    "\n# own line\n",
    "interface i", " { standard x }", '"""long\n text"""', "description ", "\t", "\r\n", "since 2014", 'need "x"',
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_that_can_be_read_keeps_its_meaning(text: str) -> None:
    """Formatting is the identity on meaning, and does nothing more the second time."""
    once = styled(text)
    if once is not None:
        assert meaning(once) == meaning(text.replace("\r\n", "\n"))
        assert styled(once) == once
