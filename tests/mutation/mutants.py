"""Which mutants there are: every change that an operator can make to a file, but for words, types and decorators."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import parso
from cosmic_ray.ast import ast_nodes
from cosmic_ray.mutating import mutate_code
from cosmic_ray.work_item import MutationSpec, WorkItem
from parso.tree import NodeOrLeaf

from tests.mutation.operators import OPERATORS

__all__ = ["difference", "files", "mutants_of", "mutated"]

WITHOUT_MUTANTS = {"decorator", "fstring", "import_from", "import_name", "tfpdef"}
"""Sorts of nodes in which nothing is changed: what is said is not what is decided."""
PASSED = {"help", "message", "strict"}
"""Arguments that hold words for people, or what cannot be otherwise."""


def files(paths: list[Path]) -> list[Path]:
    """The files of Python among some files and folders."""
    return sorted({file for path in paths for file in ([path] if path.is_file() else path.rglob("*.py"))})


def mutants_of(path: Path) -> list[WorkItem]:
    """The mutants of a file, as cosmic-ray keeps them; the same file gives the same identifiers."""
    source = path.read_text(encoding="utf-8")
    nodes = list(ast_nodes(parso.parse(source)))
    passed = {node for node in nodes if not _is_judged(node)}
    return [
        WorkItem.single(_identifier(path, source, name, occurrence), MutationSpec(
            path, name, occurrence, start, end, definition_name=_qualified_name(node),
        ))
        for name, operator in OPERATORS.items()
        for occurrence, (node, (start, end)) in enumerate(
            (node, position) for node in nodes for position in operator.mutation_positions(node)
        )
        if node not in passed
    ]  # fmt: skip


def mutated(mutant: MutationSpec) -> str:
    """The text of the file with the mutant in it."""
    changed = mutate_code(_source(mutant.module_path), OPERATORS[mutant.operator_name], mutant.occurrence)
    assert isinstance(changed, str)  # the operator has found this occurrence before
    return changed


def difference(mutant: MutationSpec) -> str:
    """The lines that the mutant changes."""
    name = str(mutant.module_path)
    old, new = _source(mutant.module_path).splitlines(), mutated(mutant).splitlines()
    return "\n".join(difflib.unified_diff(old, new, name, name, lineterm="", n=1))


@cache
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _identifier(path: Path, source: str, operator: str, occurrence: int) -> str:
    return hashlib.sha256(f"{path}\0{source}\0{operator}\0{occurrence}".encode()).hexdigest()[:32]


def _around(node: NodeOrLeaf) -> Iterator[NodeOrLeaf]:
    inner: NodeOrLeaf | None = node
    while inner is not None:
        yield inner
        inner = inner.parent


def _is_judged(node: NodeOrLeaf) -> bool:
    return not any(
        inner.type in WITHOUT_MUTANTS or _is_type(inner) or _is_passed(inner) or _is_for_types(inner)
        for inner in _around(node)
    )


def _is_type(node: NodeOrLeaf) -> bool:
    """Whether a node is what follows a colon or an arrow as a type."""
    if node.parent is None or node.parent.type not in ("annassign", "funcdef"):
        return False
    before = node.get_previous_sibling()
    return before is not None and before.type == "operator" and before.value in (
        (":", "->") if node.parent.type == "annassign" else ("->",)
    )  # fmt: skip


def _is_passed(node: NodeOrLeaf) -> bool:
    return node.type == "argument" and node.children[0].get_code().strip() in PASSED


def _is_for_types(node: NodeOrLeaf) -> bool:
    return node.type == "if_stmt" and bool(node.children[1].get_code().strip() == "TYPE_CHECKING")


def _qualified_name(node: NodeOrLeaf) -> str | None:
    """The name of the outermost function or method in which a node stands; None where it stands in none."""
    named = [inner for inner in _around(node) if inner.type in ("classdef", "funcdef")][::-1]
    functions = [at for at, inner in enumerate(named) if inner.type == "funcdef"]
    return ".".join(inner.name.value for inner in named[: functions[0] + 1]) if functions else None
