"""What the page knows besides its pictures, as JSON: states, elements, relations, findings, holders of data, texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archlint.diagnostics import Finding
from archlint.model.elements import Data, Element, Organisation
from archlint.model.model import Moment
from archlint.model.relations import Relation
from archlint.model.statements import Stated
from archlint.model.time import Interval, name_of
from archlint.report import Report
from archlint.reporters.counting import tally
from archlint.rules.catalogue import catalogue
from archlint.rules.citations import cited
from archlint.source import Span

__all__ = ["facts_of"]

Json = dict[str, object]

_UNTOLD = frozenset({"allow", "since", "until"})


def facts_of(report: Report) -> Json:
    """All that the page shows in words."""
    model, moments = report.model, report.moments
    shown = [element for element in model.elements if element.keyword not in ("plateau", "view")]
    findings = sorted(report.findings, key=lambda finding: (not finding.counts, finding.severity.rank))
    return {
        "name": report.name,
        "summary": str(tally(report.findings)),
        "unread": report.unread,
        "states": [{"name": moment.name, "at": moment.at, "title": _title(report, moment)} for moment in moments],
        "elements": {element.path: _element(element, moments) for element in shown},
        "findings": [_finding(finding) for finding in findings],
        "rules": {code: _rule(code) for code in sorted({finding.code for finding in report.findings})},
        "data": [row for entity in model.of(Data) if (row := _holders(entity, report))],
        "texts": {source.path: source.text for source in report.sources},
        "owners": sorted({owner for element in shown if (owner := _owner(element))}),
    }


def _title(report: Report, moment: Moment) -> str:
    named = {element.path: element.title for element in report.model.elements if element.keyword == "plateau"}
    return named.get(moment.name) or moment.name


def _element(element: Element, moments: tuple[Moment, ...]) -> Json:
    return {
        "kind": element.keyword,
        "title": element.label,
        "owner": _owner(element),
        "life": _during(element.stated),
        "states": [number for number, moment in enumerate(moments) if element.lifetime.holds(moment.instant)],
        "facts": [list(fact) for fact in _facts(element)],
        "relations": [_relation(relation, moments) for one in element.inside() for relation in one.relations]
        if element.parent is None
        else [],
        "place": _place(element.span),
        "imported": element.imported,
    }


def _facts(element: Element) -> Iterator[tuple[str, str]]:
    """What is stated of an element and its parts, in words."""
    for one in element.inside():
        where = "" if one is element else f"{one.path[len(element.path) + 1 :]}: "
        for keyword, facts in one.facts.items():
            if keyword not in _UNTOLD:
                yield from ((f"{where}{keyword}", _said(fact)) for fact in facts)


def _said(fact: Stated[object]) -> str:
    value = fact.value
    if isinstance(value, Element):
        said = value.label if value.label == value.path else f"{value.label} ({value.path})"
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        said = ": ".join(map(str, value))
    else:
        said = "yes" if value is True else str(value)
    clauses = "".join(f", {name} {clause}" for name, clause in fact.clauses.items())
    during = _during(fact.during)
    return f"{said}{clauses}{f' ({during})' if during else ''}"


def _relation(relation: Relation, moments: tuple[Moment, ...]) -> Json:
    target = relation.target or relation.data
    return {
        "words": f"{relation.source.path} {relation.text}",
        "target": target.outermost.path if target else "",
        "states": [number for number, moment in enumerate(moments) if relation.lifetime.holds(moment.instant)],
        "place": _place(relation.span),
    }


def _owner(element: Element) -> str:
    """The family of an owner: the organisation at the top that it belongs to."""
    facts = element.outermost.facts.get("owner", ())
    owner = facts[0].value if facts else None
    seen: set[Element] = set()
    while isinstance(owner, Organisation) and owner.part_of and owner not in seen:
        seen.add(owner)
        owner = owner.part_of[0].value
    return owner.label if isinstance(owner, Element) else ""


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "status": "waived" if finding.waived else "known" if finding.baselined else finding.status.value,
        "states": list(finding.snapshots),
        "message": finding.message,
        "help": finding.help,
        "elements": list(finding.elements),
        "witness": list(finding.witness),
        "place": _place(finding.span),
        "related": [{"message": label.message, "place": _place(label.span)} for label in finding.related],
    }


def _rule(code: str) -> Json:
    rule = catalogue()[code]
    said = rule.documentation()
    return {
        "summary": _flat(said.summary.split("\n\n")[0]),
        "why": _flat(said.why),
        "sources": [cited(source) for source in rule.sources],
        "url": rule.url(),
    }


def _flat(text: str) -> str:
    return " ".join(text.split())


def _place(span: Span) -> list[object]:
    begin, finish = span.begin, span.finish
    return [span.source.path, begin.line, begin.column, finish.line, finish.column]


def _during(during: Interval) -> str:
    since, until = name_of(during.since), name_of(during.until)
    return " ".join(filter(None, (f"since {since}" if since else "", f"until {until}" if until else "")))


def _holders(entity: Data, report: Report) -> Json | None:
    """Who holds an entity in each state, masters first; nothing where nobody ever does."""
    holdings = [
        relation for relation in report.model.relations if relation.keyword == "holds" and relation.data is entity
    ]
    if not holdings:
        return None
    states = [
        [
            {"path": relation.source.outermost.path, "store": relation.source.path, "role": _role(relation, holdings)}
            for relation in _masters_first(holdings)
            if relation.lifetime.holds(moment.instant)
        ]
        for moment in report.moments
    ]
    return {"path": entity.path, "title": entity.label, "states": states}


def _masters_first(holdings: Iterable[Relation]) -> list[Relation]:
    return sorted(holdings, key=lambda relation: relation.role != "master")


def _role(relation: Relation, holdings: list[Relation]) -> str:
    """Whoever holds alone and says nothing is the master."""
    if relation.role:
        return relation.role
    return "master" if len(holdings) == 1 else "not stated"
