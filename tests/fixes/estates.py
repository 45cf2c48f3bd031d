"""Random estates with mistakes in them that have a fix, and comments wherever one may stand."""

from __future__ import annotations

import random
import re

from hypothesis import strategies as st

__all__ = ["comments", "estates", "misspelt"]

_COMMENT = re.compile(r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""|"(?:[^"\\\n]|\\[^\n])*+"|(#[^\n]*)')
_WORD = re.compile(r"[^\W\d][\w.-]{4,}")
TOP = """import "std"
plateau now { at 2014 }
plateau then { at 2018 }
organisation gds
organisation dvla { part-of gds }
user drivers
data country
data vehicle
data driver
"""
CODES = ["INT105", "INT108", "DAT", "LEG109", "dependency-cycle", "PLT103", "WVR002"]
RULES = st.sampled_from(CODES)
TIMES = st.sampled_from(["", "", "", " until 2016", " since 2016", " until then"])
DATA = st.sampled_from(["country", "vehicle", "driver"])
OWNERS = ["", "owner gds", "owner dvla"]
WAYS = [
    "registers", "registers.list", "registers.list.api", "old-system", "old-system.lookup", "new-system",
    "new-system.api", "hub", "hub.feed", "store-room", "passports", "passports.out", "portal",
]  # fmt: skip
OPEN = ["standard rest", "standard rest, json", "standard soap", "proprietary", "bespoke", ""]


@st.composite
def _statements(draw: st.DrawFn) -> str:
    """A relation or a waiver, as products have them."""
    kind = draw(st.sampled_from(["uses", "uses", "reads", "reads", "writes", "allow", "serves"]))
    way = draw(st.sampled_from(WAYS))
    if kind == "allow":
        return f'allow {draw(RULES)}{draw(st.sampled_from(["", " until 2015", " until then"]))} because "so"'
    if kind == "serves":
        return "serves drivers"
    said = f"uses {way}" if kind == "uses" else f"{kind} {draw(DATA)} {'from' if kind == 'reads' else 'to'} {way}"
    terms = draw(st.sampled_from(["", "", ' for "work"', " via soap", " bespoke"]))
    block = draw(st.sampled_from(["", "", "", f' {{ allow {draw(RULES)} because "here" }}', ' { source "p. 4" }']))
    return f"{said}{terms}{draw(TIMES)}{block}"


def _holding(draw: st.DrawFn) -> str:
    masters = st.sampled_from(
        ["", "", " as master", " as replica of registers.list", " as replica of old-system.records"]
    )
    reason = draw(st.sampled_from(["", ' for "speed"']))
    return f"holds {draw(DATA)}{draw(masters)}{reason}{draw(TIMES)}"


@st.composite
def estates(draw: st.DrawFn) -> str:
    """An estate whose systems are few and whose statements are any."""

    def some(strategy: st.SearchStrategy[str], most: int = 4) -> list[str]:
        return draw(st.lists(strategy, max_size=most))

    def way() -> str:
        exposed = draw(st.sampled_from(["", "exposes country", "exposes driver", "exposes country, vehicle, driver"]))
        return f"{draw(st.sampled_from(OPEN))}\n{exposed}"

    holdings = st.composite(_holding)()
    end = draw(st.sampled_from(["", "until 2016", "until 2018-01", "until then"]))
    begin = draw(st.sampled_from(["", "since 2015", "since 2017"]))
    register = _block("store list", ["register", "holds country as master", _block("interface api", [way()])])
    blocks = [
        ("platform registers", ["owner gds", register]),
        ("legacy old-system", [end, f"interface lookup {{\n{way()}\n}}", _block("store records", some(holdings, 2))]),
        ("platform new-system", [begin, "replaces old-system", f"interface api {{\n{way()}\n}}"]),
        ("platform hub", [f"interface feed {{\n{way()}\n}}"]),
        ("legacy passports", [_block("store tables", some(holdings, 2)), f"interface out {{\n{way()}\n}}"]),
        ("store store-room", some(holdings, 2)),
        ("product portal", [draw(st.sampled_from(OWNERS)), *some(_statements())]),
        ("product visas", [draw(st.sampled_from(OWNERS)), *some(_statements(), 6)]),
        ("system archive", some(_statements())),
    ]  # fmt: skip
    imports = draw(st.sampled_from(["", 'import "std"\n', 'import "std"  # again\n']))
    text = imports + TOP + "\n".join(_block(head, inside) for head, inside in blocks) + "\n"
    return _commented(text, random.Random(draw(st.integers(0, 2**16))))


def _block(head: str, inside: list[str]) -> str:
    return f"{head} {{\n" + "\n".join(filter(None, inside)) + "\n}"


def _commented(text: str, chance: random.Random) -> str:
    """The text with comments after some lines and between some, and some lines joined."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        if chance.random() < 0.15:
            lines.append(f"# {number} before")
        joined = lines and "#" not in lines[-1] and lines[-1][-1:] not in "{}" and line[:1] not in "{}#"
        if joined and line and chance.random() < 0.1 and not lines[-1].startswith("import"):
            lines[-1] += f"; {line}"
        else:
            lines.append(line)
        if chance.random() < 0.15 and line:
            lines[-1] += f"  # {number} after"
    return "\n".join(lines) + "\n"


def comments(text: str) -> list[str]:
    """The comments of a text, in order."""
    return [found[1].rstrip() for found in _COMMENT.finditer(text) if found[1]]


@st.composite
def misspelt(draw: st.DrawFn, text: str) -> str:
    """A text with a letter too few, or two letters swapped, in some of its longer words."""
    code = [found for found in _WORD.finditer(text) if not any(a <= found.start() < b for a, b in _quoted(text))]
    for found in sorted(draw(st.sets(st.sampled_from(code), min_size=1, max_size=3)), key=lambda one: -one.start()):
        at = draw(st.integers(found.start() + 1, found.end() - 2))
        swap = draw(st.booleans())
        text = text[:at] + (text[at + 1] + text[at] if swap else text[at + 1]) + text[at + 2 :]
    return text


def _quoted(text: str) -> list[tuple[int, int]]:
    """The stretches that are strings or comments."""
    return [found.span() for found in _COMMENT.finditer(text)]
