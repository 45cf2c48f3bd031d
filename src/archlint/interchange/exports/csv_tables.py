"""Two tables, of elements and of relations, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from archlint.interchange.estate import Estate, plain
from archlint.interchange.exports.exported import Exported
from archlint.model.elements import Element
from archlint.model.time import Interval

__all__ = ["export"]

_ELEMENTS = ("path", "kind", "title", "parent", "since", "until")
_COLUMNS = (
    "owner", "description", "area", "phase", "criticality", "triage", "plan", "count", "hosting", "technology",
    "source-code", "supplied-by", "classification", "identifier", "link",
)  # fmt: skip
_RELATIONS = ("source", "kind", "target", "data", "role", "via", "purpose", "bespoke", "since", "until")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(estate: Estate) -> Exported:
    """`elements.csv` and `relations.csv`, which holds what one element names in its properties, too; what has no column
    of its own is counted."""
    left: Counter[str] = Counter()
    elements = list(estate.elements)
    rows = [_row(estate, element, left) for element in elements]
    relations = [row for element in elements for row in (*_named_by(estate, element), *_relations(estate, element))]
    files = {"elements.csv": _table((*_ELEMENTS, *_COLUMNS), rows), "relations.csv": _table(_RELATIONS, relations)}
    return Exported(files, left)


def _row(estate: Estate, element: Element, left: Counter[str]) -> tuple[str, ...]:
    facts: dict[str, list[str]] = {}
    for keyword, fact in estate.facts(element):
        if keyword in _COLUMNS:
            facts.setdefault(keyword, []).append(str(plain(fact.value)))
        elif not isinstance(fact.value, Element):
            left[keyword] += 1
    own = (element.path, element.keyword, element.title or "", element.parent.path if element.parent else "")
    return (*own, *_dates(estate, element.stated), *("; ".join(facts.get(column, ())) for column in _COLUMNS))


def _named_by(estate: Estate, element: Element) -> Iterator[tuple[str, ...]]:
    for keyword, fact in estate.facts(element):
        if isinstance(fact.value, Element) and keyword not in _COLUMNS:
            nothing = [""] * 5
            yield (element.path, keyword, fact.value.path, *nothing, *_dates(estate, fact.during))


def _relations(estate: Estate, element: Element) -> Iterator[tuple[str, ...]]:
    for one in estate.relations(element):
        ends = (one.source.path, one.keyword, one.target.path if one.target else "", one.data.path if one.data else "")
        how = (one.role or "", one.via.path if one.via else "", one.purpose or "", "yes" if one.bespoke else "")
        yield (*ends, *how, *_dates(estate, one.stated))


def _dates(estate: Estate, during: Interval) -> tuple[str, str]:
    dates = estate.dates(during)
    return dates.get("since", ""), dates.get("until", "")


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
