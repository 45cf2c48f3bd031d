"""Models that say everything that can be said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.diagnostics import Severity
from archlint.language.parser import parse
from archlint.language.schema import DIRECTIVES, properties_of, statements_in
from archlint.language.tree import Statement, split
from archlint.linter import Subject, lint
from archlint.model.elements import KINDS
from archlint.model.relations import RELATIONS
from archlint.model.statements import Choice, ListOf
from archlint.source import SourceFile
from tests.language.reading import reading
from tests.linting import findings

WHOLE = Path(__file__).with_name("whole.arch")
CONTRACT = Path(__file__).parents[3] / "shared" / "design" / "language.md"


def statements(block: list[Statement], place: str = "top") -> list[tuple[str, list[str]]]:
    """Every statement with the place in which it stands."""
    found = []
    for statement in block:
        words = split(statement.text)
        found.append((place, words))
        found += statements(list(statement.block), words[0])
    return found


@pytest.fixture(scope="module")
def said() -> list[tuple[str, list[str]]]:
    """What the whole model says."""
    tree, faults = parse(SourceFile(WHOLE.name, WHOLE.read_text(encoding="utf-8")))
    assert not faults
    return statements(list(tree.statements))


def test_the_whole_language_lints_clean() -> None:
    """A model that uses everything has nothing worse than notes."""
    report = lint(Subject("whole", (WHOLE,)), Settings(WHOLE.parent))
    grave = [found for found in report.findings if found.severity is not Severity.INFO and found.counts]
    assert [(found.code, found.span.begin.line, found.message) for found in grave] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_statement_of_every_kind_is_used(kind: str, said: list[tuple[str, list[str]]]) -> None:
    """The whole model declares each kind, and says everything of it that only that kind or its like can say."""
    used = {words[0] for place, words in said if place == kind or place == "extend"}
    everywhere = {words[0] for _, words in said}
    assert kind in everywhere
    shared = set(properties_of("organisation")) | set(statements_in("system"))
    assert set(statements_in(kind)) - shared <= used
    assert set(statements_in(kind)) <= everywhere


def test_every_directive_relation_and_clause_is_used(said: list[tuple[str, list[str]]]) -> None:
    """Imports, extensions, relations with what may stand in their blocks, and each of their clauses."""
    everywhere = {words[0] for _, words in said}
    assert set(DIRECTIVES) | set(RELATIONS) <= everywhere
    for word, value in ((word, value) for kind in KINDS for word, value in properties_of(kind).items()):
        spoken = {part for _, words in said if words[0] == word for part in words[1:]}
        assert set(value.statement.clauses) <= spoken
    spoken = {part for _, words in said if words[0] in RELATIONS for part in words[1:]}
    assert {"via", "for", "bespoke", "from", "to", "as", "master", "replica", "of", "since", "until"} <= spoken


def test_the_contract_s_own_model_is_clean() -> None:
    """The model on the contract's page lints clean but for notes."""
    if not CONTRACT.is_file():
        pytest.skip("the contract's page lies outside the project and is not here")
    (model,) = re.findall(r"```arch\n(.*?)```", CONTRACT.read_text(encoding="utf-8"), re.DOTALL)
    assert [found for found in findings(model) if found.severity is not Severity.INFO and found.counts] == []


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (kind, word)
        for kind in KINDS
        for word, value in properties_of(kind).items()
        if any(isinstance(parameter, Choice) for parameter in value.statement.parameters)
    ],
)
def test_every_choice_is_taken(kind: str, word: str) -> None:
    """Each word of a choice is accepted, and a word near one of them is not, and is told which it may be."""
    (choice,) = (p for p in properties_of(kind)[word].statement.parameters if not isinstance(p, ListOf))
    where = "product p {{ {0} {{ {1} }} }}" if "top" not in KINDS[kind].stands else "{0} {{ {1} }}"
    for taken in choice.words:  # type: ignore[attr-defined]  # a choice
        assert not reading(where.format(f"{kind} x", f"{word} {taken}"))
    (fault,) = reading(where.format(f"{kind} x", f"{word} {choice.words[0]}x"))  # type: ignore[attr-defined]
    assert f"did you mean `{choice.words[0]}`" in fault.help  # type: ignore[attr-defined]
