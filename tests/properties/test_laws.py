"""Laws that hold for every model."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.language.schema import statements_in
from archlint.linter import Subject, lint
from archlint.model.elements import KINDS
from archlint.model.statements import Statement
from archlint.source import SourceFile
from tests.language.reading import reading
from tests.properties.models import models, shuffled, statements

MODELS = Path(__file__).parents[2] / "models"
SHAPES = [(kind, shape) for kind in KINDS for shape in statements_in(kind).values()]
ON_THE_LAST = {"DAT101"}
"""Rules whose subject is whichever of several elements comes last in the order of files."""

few = settings(max_examples=max(settings().max_examples // 6, 5))
TOP = "\n".join(
    f"{kind} {kind}-{which}" for kind in KINDS for which in ("one", "two", "three") if "top" in KINDS[kind].stands
)
WAYS_IN = "\n".join(f"extend platform-{which} {{ interface way-in }}" for which in ("one", "two", "three"))


def meaning(*texts: SourceFile) -> Counter[tuple[object, ...]]:
    """The findings of a model but for where they are and the order in which they name things."""
    found = every(*texts)
    return Counter((*named(one), one.snapshots, one.status, one.severity, one.waived is None) for one in found)


def every(*texts: SourceFile) -> tuple[Finding, ...]:
    """The findings of all rules."""
    return lint(Subject("model", (), texts), Settings(Path(__file__).parent, profile="all")).findings


def named(finding: Finding) -> tuple[str, frozenset[str]]:
    """The rule and the elements of a finding, but for a subject that another order of files would choose."""
    return finding.code, frozenset(finding.elements[finding.code in ON_THE_LAST :])


def sources(texts: list[str]) -> list[SourceFile]:
    """Texts as files of one directory."""
    return [SourceFile(f"model-{number}.arch", text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(("kind", "shape"), SHAPES, ids=[f"{kind}-{shape.keyword}" for kind, shape in SHAPES])
@few
@given(data=st.data())
def test_whatever_the_schema_allows_is_read(kind: str, shape: Statement, data: st.DataObject) -> None:
    """Every statement of every kind, with arguments and clauses as the schema says, is no fault."""
    statement = data.draw(statements(shape))
    where = "product-one" if "top" not in KINDS[kind].stands else f"{kind}-one"
    inside = statement if where == f"{kind}-one" else f"{kind} it {{ {statement} }}"
    assert [fault.message for fault in reading(f"{TOP}\n{WAYS_IN}\nextend {where} {{\n{inside}\n}}")] == []


@given(models())
def test_random_models_are_linted(text: str) -> None:
    """No rule fails on any model that the schema allows, and nothing is wrong with its text."""
    found = meaning(SourceFile("model.arch", text))
    assert not [code for code, *_ in found if str(code).startswith("SYN")]


@given(models(), st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_no_finding(text: str, chance: random.Random) -> None:
    """A model says the same in whatever order it says it."""
    assert meaning(SourceFile("model.arch", shuffled(text, chance))) == meaning(SourceFile("model.arch", text))


@given(models(), st.randoms(use_true_random=False))
def test_splitting_a_file_changes_no_finding(text: str, chance: random.Random) -> None:
    """A model is one model in however many files."""
    tops = split_at_the_top(text)
    chance.shuffle(tops)
    assert meaning(*sources(tops)) == meaning(SourceFile("model.arch", text))


def split_at_the_top(text: str) -> list[str]:
    """A text as one text for each statement at the top."""
    from archlint.language.parser import parse

    tree, _ = parse(SourceFile("model.arch", text))
    return [text[statement.start : statement.end] for statement in tree.statements]


@pytest.mark.parametrize("model", sorted(path.name for path in MODELS.iterdir() if path.is_dir()))
@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_real_models_changes_no_finding(model: str, seed: int) -> None:
    """The models of this project, their files renamed and every block of them shuffled, say the same."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((MODELS / model).rglob("*.arch"))]
    chance = random.Random(seed)
    mixed = [shuffled(text, chance) for text in texts]
    chance.shuffle(mixed)
    assert meaning(*sources(mixed)) == meaning(*sources(texts))


@pytest.mark.parametrize("model", sorted(path.name for path in MODELS.iterdir() if path.is_dir()))
def test_moving_text_changes_no_fingerprint(model: str) -> None:
    """Fingerprints outlive that files are renamed and blocks are put in another order."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((MODELS / model).rglob("*.arch"))]
    chance = random.Random(7)
    mixed = [shuffled(text, chance) for text in reversed(texts)]
    before, after = (
        {one.fingerprint for one in every(*sources(each)) if one.code not in ON_THE_LAST} for each in (texts, mixed)
    )
    assert before == after


def test_the_subject_of_a_pair_changes_no_fingerprint() -> None:
    """A finding about a pair has one fingerprint, whichever of the two comes later."""
    one, other = "product a { uses b }", "product b { uses a }"
    prints = [
        {found.fingerprint for found in every(*sources(texts)) if found.code == "INT105"}
        for texts in ([one, other], [other, one])
    ]
    assert prints[0] == prints[1] != set()
