"""Expressions that choose elements or relations: `element.tag==Database && element.parent==shop`, `a->*`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from archlint.interchange.structurizr.workspace import Group, Item, Relation, Workspace

__all__ = ["Unclear", "chosen_elements", "chosen_relations"]

Thing = Item | Relation
_TYPES = {
    "custom": "customelement", "person": "person", "softwaresystem": "softwaresystem", "container": "container",
    "component": "component", "deploymentnode": "deploymentnode", "infrastructurenode": "infrastructurenode",
    "softwaresysteminstance": "softwaresysteminstance", "containerinstance": "containerinstance",
}  # fmt: skip


class Unclear(Exception):
    """An expression that is not understood, or that names what there is not."""


def chosen_elements(expression: str, workspace: Workspace, around: Item | None) -> list[Item]:
    """The elements that an expression chooses, in the order of the text; raises Unclear."""
    wanted = _Choice(workspace, around).elements(expression.strip())
    return [item for item in workspace.items if item in wanted]


def chosen_relations(expression: str, workspace: Workspace, around: Item | None) -> list[Relation]:
    """The relations that an expression chooses, in the order of the text; raises Unclear."""
    wanted = _Choice(workspace, around).relations(expression.strip())
    return [relation for relation in workspace.relations if relation in wanted]


class _Choice:
    def __init__(self, workspace: Workspace, around: Item | None) -> None:
        self.workspace = workspace
        self.around = around

    def elements(self, text: str) -> set[Item]:
        if " || " in text:
            return set().union(*(self.elements(part.strip()) for part in text.split(" || ")))
        if " && " in text:
            return set.intersection(*(self.elements(part.strip()) for part in text.split(" && ")))
        if text == "*":
            return set(self.workspace.items)
        if text.startswith("->") or text.endswith("->"):
            return self._neighbours(text)
        if text.startswith("element") and "=" in text:
            return {item for item in self.workspace.items if self._of_element(text)(item)}
        return set(self._named(text))

    def relations(self, text: str) -> set[Relation]:
        if " || " in text:
            return set().union(*(self.relations(part.strip()) for part in text.split(" || ")))
        if " && " in text:
            return set.intersection(*(self.relations(part.strip()) for part in text.split(" && ")))
        if text.startswith("relationship==") or text == "*":
            text = text.removeprefix("relationship==").replace("*", "*->*") if "->" not in text else text[14:]
        if "->" in text:
            source, _, target = text.partition("->")
            sources, targets = self.elements(source.strip() or "*"), self.elements(target.strip() or "*")
            return {one for one in self.workspace.relations if one.source in sources and one.target in targets}
        if text.startswith("relationship"):
            return {one for one in self.workspace.relations if self._of_relation(text)(one)}
        found = self.workspace.find(text, self.around)
        if not isinstance(found, Relation):
            raise Unclear(text)
        return {found}

    def _named(self, name: str) -> Sequence[Item]:
        found = self.workspace.find(name, self.around)
        if isinstance(found, Group):
            return found.members
        if not isinstance(found, Item):
            raise Unclear(name)
        return [found]

    def _neighbours(self, text: str) -> set[Item]:
        """`->a`, `a->` and `->a->`: an element with those that lead to it, or to which it leads."""
        chosen = self.elements(text.removeprefix("->").removesuffix("->").strip() or "*")
        found = set(chosen)
        for one in self.workspace.relations:
            if text.startswith("->") and one.target in chosen and isinstance(one.source, Item):
                found.add(one.source)
            if text.endswith("->") and one.source in chosen and isinstance(one.target, Item):
                found.add(one.target)
        return found

    def _of_element(self, text: str) -> Callable[[Item], bool]:
        left, unequal, value = _sides(text)
        tests: dict[str, Callable[[Item], bool]] = {
            "element.type": lambda item: item.kind.lower() == _TYPES.get(value.lower(), value.lower()),
            "element.technology": lambda item: item.technology == value,
            "element.tag": lambda item: _has_tags(item, value),
        }
        if left == "element":
            named = self.elements(value)
            return lambda item: item in named
        if left == "element.parent":
            parents = set(self._named(value))
            return lambda item: item.parent in parents
        test = tests.get(left) or _property(text, "element.properties[")
        return (lambda item: not test(item)) if unequal else test

    def _of_relation(self, text: str) -> Callable[[Relation], bool]:
        left, unequal, value = _sides(text)
        if left in ("relationship.source", "relationship.destination"):
            ends = self.elements(value)
            return lambda one: (one.source if left.endswith("source") else one.target) in ends
        tests: dict[str, Callable[[Relation], bool]] = {
            "relationship.tag": lambda one: _has_tags(one, value),
            "relationship.technology": lambda one: one.technology == value,
        }
        test = tests.get(left) or _property(text, "relationship.properties[")
        return (lambda one: not test(one)) if unequal else test


def _sides(text: str) -> tuple[str, bool, str]:
    """The left side of a comparison, whether it asks for what is unequal, and the right side."""
    sign = "!=" if "!=" in text and "==" not in text.partition("!=")[0] else "=="
    left, _, right = text.partition(sign)
    return left.strip().lower(), sign == "!=", right.strip()


def _property(text: str, opening: str) -> Callable[[Thing], bool]:
    if not text.lower().startswith(opening):
        raise Unclear(text)
    name, _, value = text[len(opening) :].partition("]==")
    return lambda one: one.properties.get(name.strip()) == value.strip()


def _has_tags(one: Thing, tags: str) -> bool:
    wanted = {tag.strip() for tag in tags.split(",")}
    return wanted <= {*one.tags, *_own_tags(one)}


def _own_tags(one: Thing) -> Iterable[str]:
    """The tags that the format gives to everything of a kind."""
    if isinstance(one, Relation):
        return ("Relationship",)
    words = "".join(f" {char}" if char.isupper() else char for char in one.kind).title()
    return ("Element", words)
