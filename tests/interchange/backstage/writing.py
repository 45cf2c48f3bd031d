"""Entities of Backstage, written in a few words."""

from __future__ import annotations

__all__ = ["catalogue", "entity"]


def entity(kind: str, name: str, spec: str = "", more: str = "") -> str:
    """An entity; `spec` and `more`, which is metadata, are lines of YAML."""
    text = f"apiVersion: backstage.io/v1alpha1\nkind: {kind}\nmetadata:\n  name: {name}\n{_indented(more)}"
    return f"{text}spec:\n{_indented(spec)}" if spec else text


def catalogue(*entities: str) -> str:
    """Entities in one file."""
    return "---\n".join(entities)


def _indented(lines: str) -> str:
    return "".join(f"  {line}\n" for line in lines.splitlines())
