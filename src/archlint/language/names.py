"""Which element a path leads to: innermost block first, then outward, then at the top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archlint.language.suggestions import nearest
from archlint.model.elements import Element

__all__ = ["Names"]


_MOST_COMPARED = 2_000_000
"""How many names are held against unknown ones in all; beyond that, advice is not worth the wait."""

_GROUPS = {"systems": 0, "capabilities": 1, "data": 2, "others": 3}


class Names:
    """The elements of a model by the block in which they are declared and their name."""

    def __init__(self) -> None:
        self._in: dict[Element | None, dict[str, list[Element]]] = {None: {}}
        self._compared = 0
        self._at_top: dict[tuple[str, tuple[str, ...]], Element | None] = {}

    def add(self, element: Element) -> Element | None:
        """Takes in an element; gives the one that had its name before, and then takes nothing in."""
        siblings = self._in.setdefault(element.parent, {}).setdefault(element.name, [])
        for sibling in siblings:
            if sibling.group == element.group:
                return sibling
        siblings.append(element)
        self._at_top.clear()
        siblings.sort(key=lambda sibling: _GROUPS[sibling.group])
        return None

    def find(self, path: str, kinds: tuple[str, ...], scope: Element | None) -> Element | None:
        """The element of one of the kinds (of any, where none is named) that the path means in a block."""
        while scope is not None:
            if scope in self._in:
                found = self._follow(scope, path, kinds)
                if found:
                    return found
            scope = scope.parent
        key = (path, kinds)
        if key not in self._at_top:
            self._at_top[key] = self._follow(None, path, kinds)
        return self._at_top[key]

    def _follow(self, scope: Element | None, path: str, kinds: tuple[str, ...]) -> Element | None:
        here: list[Element | None] = [scope]
        for name in path.split("."):
            here = [child for element in here for child in self._in.get(element, {}).get(name, ())]
        for element in here:
            if element is not None and (not kinds or element.keyword in kinds):
                return element
        return None

    def suggestions(self, path: str, kinds: tuple[str, ...], scope: Element | None) -> list[str]:
        """The paths of such elements most like the one given."""
        if self._compared > _MOST_COMPARED:
            return []
        candidates = {element.path for element in self._all() if not kinds or element.keyword in kinds}
        self._compared += len(candidates)
        if scope is not None:
            candidates |= {child for child, elements in self._in.get(scope, {}).items() if self._any(elements, kinds)}
        return nearest(path, candidates) or self._same_last_word(path, candidates)

    @staticmethod
    def _any(elements: Iterable[Element], kinds: tuple[str, ...]) -> bool:
        return any(not kinds or element.keyword in kinds for element in elements)

    @staticmethod
    def _same_last_word(path: str, candidates: Iterable[str]) -> list[str]:
        last = path.rsplit(".", 1)[-1]
        return sorted(candidate for candidate in candidates if candidate.rsplit(".", 1)[-1] == last)[:3]

    def _all(self) -> Iterator[Element]:
        for names in self._in.values():
            for elements in names.values():
                yield from elements
