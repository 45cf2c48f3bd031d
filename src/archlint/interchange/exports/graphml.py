"""The graph as GraphML, for Gephi, yEd and whatever reads graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from archlint.escaping import for_xml
from archlint.interchange.estate import Estate, plain
from archlint.interchange.exports.exported import Exported
from archlint.model.elements import Element

__all__ = ["export"]

_SINGLE = ("owner", "area", "phase", "criticality", "triage", "plan", "technology", "classification", "hosting")


def export(estate: Estate) -> Exported:
    """A directed multigraph: a node for each element; an edge for each relation, for what an element names in its
    properties, and from each part to what it stands in."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=for_xml(estate.model.name))
    left: Counter[str] = Counter()
    elements = list(estate.elements)
    for element in elements:
        graph.add_node(element.path, **_node(estate, element, left))
    for element in elements:
        for target, stated in _edges(estate, element):
            if target in graph:
                graph.add_edge(element.path, target, **{name: for_xml(value) for name, value in stated.items()})
            else:
                left[stated["kind"]] += 1
    return Exported({"": "\n".join(nx.generate_graphml(graph)) + "\n"}, left)


def _node(estate: Estate, element: Element, left: Counter[str]) -> dict[str, str]:
    stated = {"kind": element.keyword, "label": element.title or element.name, **estate.dates(element.stated)}
    for keyword, fact in estate.facts(element):
        if keyword in _SINGLE:
            stated.setdefault(keyword, str(plain(fact.value)))
        elif not isinstance(fact.value, Element):
            left[keyword] += 1
    return {name: for_xml(value) for name, value in stated.items()}


def _edges(estate: Estate, element: Element) -> Iterator[tuple[str, dict[str, str]]]:
    if element.parent is not None:
        yield element.parent.path, {"kind": "part-of"}
    for keyword, fact in estate.facts(element):
        if isinstance(fact.value, Element):
            yield fact.value.path, {"kind": keyword, **estate.dates(fact.during)}
    for relation in estate.relations(element):
        target = relation.target or relation.data
        if target is not None:
            stated = {"kind": relation.keyword, **estate.dates(relation.stated)}
            stated |= {"data": relation.data.path} if relation.data else {}
            stated |= {"role": relation.role} if relation.role else {}
            stated |= {"via": relation.via.path} if relation.via else {}
            yield target.path, stated
