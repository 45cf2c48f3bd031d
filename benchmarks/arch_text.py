"""Writes an estate as `.arch` text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.estate import Element, Estate, Relation


def arch_texts(estate: Estate) -> Iterator[str]:
    """Gives the text of each file of the estate."""
    for number, file in enumerate(estate.files):
        head = 'import "std"\n\n' if number == 0 else ""
        yield head + "\n\n".join("\n".join(lines(element, "")) for element in file) + "\n"


def write_arch(estate: Estate, folder: Path) -> list[Path]:
    """Writes the estate into a folder, made if it is missing, and gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(arch_texts(estate)):
        paths.append(folder / f"estate-{number:03}.arch")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def lines(element: Element, indent: str) -> Iterator[str]:
    """Gives the lines of an element, without a block if there is nothing to put into it."""
    head = f"{indent}{element.kind} {element.name}" + (f' "{element.title}"' if element.title else "")
    body = list(block(element, indent + "  "))
    yield f"{head} {{" if body else head
    yield from body
    if body:
        yield indent + "}"


def block(element: Element, indent: str) -> Iterator[str]:
    """Gives the lines between the braces."""
    for keyword, argument in element.facts:
        yield f"{indent}{keyword} {argument}"
    for child in element.children:
        yield from lines(child, indent)
    for relation in element.relations:
        yield indent + statement(relation)


def statement(relation: Relation) -> str:
    """Gives the statement of a relation."""
    words = [relation.verb, relation.target]
    if relation.data:
        words = [relation.verb, relation.data, "from" if relation.verb == "reads" else "to", relation.target]
    return " ".join((*words, *relation.clauses))
