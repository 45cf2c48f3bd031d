"""A workspace of Structurizr, in its DSL."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from archlint.escaping import for_structurizr
from archlint.interchange.estate import Estate
from archlint.interchange.exports.exported import Exported
from archlint.interchange.exports.structurizr import export as as_json

__all__ = ["export"]

Json = dict[str, Any]

_KEYWORDS = {
    "people": "person", "softwareSystems": "softwareSystem", "containers": "container", "components": "component",
    "customElements": "element",
}  # fmt: skip
_INSIDE = ("containers", "components")
_ESCAPED = {'\\"': "\\u{22}", "\\n": "\\u{A}", "\\\\": "\\u{5C}", "${": "\\u{24}{"}
_ESCAPE = re.compile(r'\\["n\\]|\$\{')


def export(estate: Estate) -> Exported:
    """What `structurizr` writes as JSON, as a text; a backslash, a line end, `${` or what is not printed has
    no place in a title there."""
    found = as_json(estate)
    workspace = json.loads(found.files[""])
    left = Counter(found.left_out)
    lines = [f"workspace {_string(workspace['name'], left)} {{", "  model {"]
    for place, elements in workspace["model"].items():
        for element in elements:
            lines += _element(element, place, 2, left)
    for elements in workspace["model"].values():
        for element in elements:
            lines += _relationships(element, left)
    return Exported({"": "\n".join([*lines, "  }", "}"]) + "\n"}, left)


def _element(element: Json, place: str, depth: int, left: Counter[str]) -> Iterator[str]:
    name = _string(element["name"], left)
    said = [name, *([_string("", left)] if place == "customElements" else []), _said(element.get("description", ""))]
    indent = "  " * depth
    yield f"{indent}e{element['id']} = {_KEYWORDS[place]} {' '.join(said)} {{"
    yield from _properties(element["properties"], depth + 1)
    for inner in _INSIDE:
        for part in element.get(inner, ()):
            yield from _element(part, inner, depth + 1, left)
    yield f"{indent}}}"


def _relationships(element: Json, left: Counter[str]) -> Iterator[str]:
    for relation in element.get("relationships", ()):
        technology = f" {_said(relation['technology'])}" if relation.get("technology") else ""
        ends = f"e{relation['sourceId']} -> e{relation['destinationId']}"
        yield f"    {ends} {_said(relation['description'])}{technology} {{"
        yield from _properties(relation["properties"], 3)
        yield "    }"
    for inner in _INSIDE:
        for part in element.get(inner, ()):
            yield from _relationships(part, left)


def _properties(properties: dict[str, str], depth: int) -> Iterator[str]:
    """Properties, each of which is part of a statement of archlint's: what the DSL cannot quote is escaped as there."""
    indent = "  " * depth
    yield f"{indent}properties {{"
    for name, value in properties.items():
        escaped = _ESCAPE.sub(lambda found: _ESCAPED[found[0]], value)
        yield f'{indent}  "{name}" {_quoted(escaped)}'
    yield f"{indent}}}"


def _string(text: str, left: Counter[str]) -> str:
    """A text that has to come back as it went."""
    if _said(text) != _quoted(text):
        left["character of a title"] += 1
    return _said(text)


def _said(text: str) -> str:
    """A text for people, on one line."""
    return f'"{for_structurizr(text)}"'


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'
