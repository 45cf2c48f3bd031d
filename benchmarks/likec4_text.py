"""Writes an estate as LikeC4 text, so that a peer reads the same elements, relations and facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.estate import Element, Estate, Relation

PROPERTIES = {"description", "technology"}
VIEWS = "views {\n  view index {\n    include *\n  }\n}\n"


def likec4_texts(estate: Estate) -> Iterator[str]:
    """Gives the text of each file of the estate; the first one has the specification and a view."""
    for number, file in enumerate(estate.files):
        body = "\n".join(line for element in file for line in lines(element, "  "))
        model = f"model {{\n{body}\n}}\n"
        yield f"{specification(estate)}\n{model}\n{VIEWS}" if number == 0 else model


def write_likec4(estate: Estate, folder: Path) -> list[Path]:
    """Writes the estate into a folder, made if it is missing, and gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(likec4_texts(estate)):
        paths.append(folder / f"estate-{number:03}.c4")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def specification(estate: Estate) -> str:
    """Gives the kinds of elements and relations that the estate has."""
    kinds = sorted({element.kind for element in estate.walk()})
    verbs = sorted({relation.verb for element in estate.walk() for relation in element.relations})
    declared = [f"  element {kind}" for kind in kinds] + [f"  relationship {verb}" for verb in verbs]
    return "\n".join(("specification {", *declared, "}", ""))


def lines(element: Element, indent: str) -> Iterator[str]:
    """Gives the lines of an element."""
    inner = indent + "  "
    yield f"{indent}{element.name} = {element.kind} '{element.title or element.name}' {{"
    yield from facts(element, inner)
    for child in element.children:
        yield from lines(child, inner)
    for relation in element.relations:
        yield inner + statement(relation)
    yield indent + "}"


def facts(element: Element, indent: str) -> Iterator[str]:
    """Gives the lines of the facts: as properties where LikeC4 has them, else as metadata."""
    texts = {keyword: argument.strip('"') for keyword, argument in element.facts}
    yield from (f"{indent}{keyword} '{texts[keyword]}'" for keyword in sorted(texts.keys() & PROPERTIES))
    if texts.keys() - PROPERTIES:
        yield indent + "metadata {"
        yield from (f"{indent}  {keyword} '{text}'" for keyword, text in texts.items() if keyword not in PROPERTIES)
        yield indent + "}"


def statement(relation: Relation) -> str:
    """Gives a relation from where it stands; what LikeC4 has no word for becomes its title."""
    said = " ".join(filter(None, (relation.data, *relation.clauses))).replace('"', "")
    return f"-[{relation.verb}]-> {relation.target}" + (f" '{said}'" if said else "")
