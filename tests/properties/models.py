"""Random models that the schema allows, and texts in another order that mean the same."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from archlint.language.parser import parse
from archlint.language.schema import kinds_in, properties_of, statements_in
from archlint.language.tree import Statement as Written
from archlint.model.elements import KINDS
from archlint.model.relations import RELATIONS, Holding
from archlint.model.statements import Choice, ListOf, Literal, Parameter, Reference, Statement
from archlint.source import SourceFile

__all__ = ["models", "shuffled", "statements"]

NAMES = ("one", "two", "three")
"""Every kind at the top is declared under the first letters of its keyword and each of these."""

FIXED = {
    **{("platform", which): "interface way-in { standard rest }" for which in NAMES},
    ("plateau", "one"): "at 2014-10",
    ("plateau", "two"): "at 2018",
}
"""What is always said: a way in to each platform, and plateaus that are told apart."""

RULES = ("INT105", "dependency-cycle", "MOD", "LEG101")


def name(kind: str, which: str) -> str:
    """The name of one of the elements of a kind that stand at the top of every random model."""
    return f"{kind}-{which}"


def paths(kinds: Iterable[str]) -> list[str]:
    """The paths that lead to elements of some kinds."""
    wanted = tuple(kinds) or tuple(KINDS)
    top = [name(kind, which) for kind in wanted if "top" in KINDS[kind].stands for which in NAMES]
    inner = [f"{name('platform', which)}.way-in" for which in NAMES] if "interface" in wanted else []
    return top + inner


def dates() -> st.SearchStrategy[str]:
    """Dates of every precision, and plateaus."""
    day = st.dates().map(lambda date: f"{date.year:04}-{date.month:02}-{date.day:02}")
    return st.one_of(day, day.map(lambda text: text[:7]), day.map(lambda text: text[:4]))


def strings() -> st.SearchStrategy[str]:
    """Texts in quotes, short and long, with whatever may stand in them."""
    plain = st.text(st.characters(exclude_characters='"\\\n\r', exclude_categories=["Cs"]), max_size=12)
    escaped = st.sampled_from([r"\"", r"\\", r"\n", r"\t", r"\u{1F600}"])
    inner = st.lists(plain | escaped, max_size=4).map("".join)
    return inner.map(lambda text: f'"{text}"') | inner.map(lambda text: f'"""\n  {text}\n  """')


PLAIN: dict[str, st.SearchStrategy[str]] = {
    "STRING": strings(),
    "WORD": st.sampled_from(RULES),
    "NUMBER": st.integers(0, 10**6).map(str) | st.sampled_from(["12.5", "1_000", "2014"]),
    "AMOUNT": st.sampled_from(["12 GBP", "12.5m GBP", "3k EUR", "1bn USD"]),
    "DURATION": st.sampled_from(["24 months", "1 year", "30 days"]),
    "DATE": dates(),
    "TIME": dates() | st.sampled_from([name("plateau", which) for which in NAMES]),
}


REASON: Parameter[str] = Parameter("REASON")
"""A text that must say something."""

PLAIN["REASON"] = strings().map(lambda text: text[:-1] + 'why"' if not text.startswith('"""') else '"why"')


def argument(parameter: Parameter[Any]) -> st.SearchStrategy[str]:
    """What may stand for a parameter."""
    if isinstance(parameter, ListOf):
        return st.lists(argument(parameter.item), min_size=1, max_size=3, unique=True).map(", ".join)
    if isinstance(parameter, Choice):
        return st.sampled_from(parameter.words)
    if isinstance(parameter, Literal):
        return st.just(parameter.signature)
    if isinstance(parameter, Holding):
        stores = st.sampled_from(paths(parameter.store.kinds))
        return st.just("master") | stores.map(lambda path: f"replica of {path}")
    if isinstance(parameter, Reference):
        return st.sampled_from(paths(parameter.kinds))
    return PLAIN[parameter.signature]


@st.composite
def statements(draw: st.DrawFn, shape: Statement) -> str:
    """A statement of a shape, with some of its clauses in some order."""
    words = [shape.keyword]
    if not shape.optional or draw(st.booleans()):
        words += [draw(argument(parameter)) for parameter in shape.parameters]
    first = [word for word in shape.clauses if word == "as" and draw(st.booleans())]
    others = [word for word in shape.clauses if word != "as"] + (["since", "until"] if shape.dated else [])
    chosen = draw(
        st.permutations([word for word in others if word in shape.required_clauses or draw(st.integers(0, 4)) == 0])
    )
    for word in [*first, *chosen]:
        parameter = REASON if word == "because" else shape.clauses.get(word, Parameter("TIME"))
        words.append(word if parameter is None else f"{word} {draw(argument(parameter))}")
    block = ""
    if shape.keyword in RELATIONS and draw(st.integers(0, 3)) == 0:
        block = f" {{ {draw(statements(properties_of('product')['description'].statement))} }}"
    return " ".join(words) + block


@st.composite
def blocks(draw: st.DrawFn, kind: str, depth: int = 0) -> str:
    """The content of a block: each property at most once, any relations, and parts."""
    shapes = list(statements_in(kind).values())
    chosen = [
        shape
        for shape in draw(st.lists(st.sampled_from(shapes), max_size=5))
        if (kind, shape.keyword) != ("plateau", "at")
    ]
    said: dict[str, list[str]] = {}
    for shape in chosen:
        if shape.keyword in RELATIONS or shape.repeatable or shape.keyword not in said:
            said.setdefault(shape.keyword, []).append(draw(statements(shape)))
    lines = [line for group in said.values() for line in group]
    for number, inner in enumerate(
        draw(st.lists(st.sampled_from(kinds_in(kind)), max_size=2)) if kinds_in(kind) and depth < 2 else []
    ):
        lines.append(f"{inner} part-{number} {{\n{draw(blocks(inner, depth + 1))}\n}}")
    return "\n".join(lines)


@st.composite
def models(draw: st.DrawFn) -> str:
    """A model with three elements of every kind that stands at the top, some of which say something."""
    talkative = draw(st.sets(st.sampled_from([(kind, which) for kind in KINDS for which in NAMES]), max_size=12))
    lines = ['import "std"']
    for kind, cls in KINDS.items():
        for which in NAMES if "top" in cls.stands else ():
            inside = draw(blocks(kind)) if (kind, which) in talkative else ""
            lines.append(f"{kind} {name(kind, which)} {{\n{FIXED.get((kind, which), '')}\n{inside}\n}}")
    return "\n".join(lines) + "\n"


def shuffled(text: str, chance: random.Random) -> str:
    """The same statements in another order, in every block."""
    tree, faults = parse(SourceFile("shuffled.arch", text))
    assert not faults
    return _in_any_order(tree.statements, chance)


def _in_any_order(written: Iterable[Written], chance: random.Random) -> str:
    parts = []
    for statement in written:
        inside = "" if statement.parts is None else f" {{\n{_in_any_order(statement.block, chance)}}}"
        parts.append(f"{statement.text}{inside}\n")
    chance.shuffle(parts)
    return "".join(parts)
