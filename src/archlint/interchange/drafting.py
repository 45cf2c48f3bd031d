"""From what a foreign model states to archlint's own language, each line with the place it was made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from archlint.interchange.foreign import Foreign, Link, State, Thing
from archlint.interchange.keepsakes import kept_kind
from archlint.interchange.placing import Placed, placed
from archlint.interchange.roles import Roles, Selector
from archlint.interchange.sayings import Saying, of_link, of_thing, opening
from archlint.interchange.words import Identifiers, string
from archlint.model.elements import KINDS
from archlint.model.statements import SYSTEM_KINDS
from archlint.source import SourceFile, Span, Translation

__all__ = ["Decision", "Draft", "drafted"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a thing or a link was taken for, and the line of the table that says so; `path` is the element that was
    made of it or that states it, empty where nothing was made of it."""

    about: Thing | Link
    role: str
    because: Selector | None
    path: str = ""


@dataclass
class Draft:
    """A foreign model in archlint's language: a text for each of its files, and why everything is what it is."""

    sources: list[Translation] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


def drafted(foreign: Foreign, table: Sequence[Selector], silent: frozenset[str] = frozenset()) -> Draft:
    """The draft of a foreign model: roles by a table of selectors, the rules `silent` that its format cannot feed."""
    names = Identifiers()
    roles = Roles(table)
    judged = [(thing, *_kept(thing, roles.of(thing))) for thing in foreign.things]
    elements = placed([(thing, role) for thing, role, _ in judged], names)
    states = {state.name: names.give(state.name, "", KINDS["plateau"].group) for state in foreign.states}
    draft = Draft()
    said: dict[str, list[Saying]] = defaultdict(list)
    for thing, role, because in judged:
        made = elements.get(thing.key)
        draft.decisions.append(Decision(thing, role, because, made.path if made else ""))
        for saying in of_thing(made, elements, states) if made else ():
            said[saying.key].append(saying)
    for link in foreign.links:
        role, because = roles.of(link)
        told = of_link(link, role, elements, states)
        draft.decisions.append(Decision(link, role, because, elements[told.key].path if told else ""))
        if told:
            said[told.key].append(told)
    writer = _Writer(said)
    writer.states(foreign.states, states)
    outermost = [element for element in elements.values() if element.parent is None]
    writer.elements(outermost)
    if not foreign.links or sum(element.kind in SYSTEM_KINDS for element in outermost) < _FEWEST_RELATED:
        silent |= {"MOD010"}
    if foreign.partial:
        silent |= {"MOD008", "MOD010"}
    writer.files(foreign.files)
    draft.sources = [text.translation(silent) for text in writer.texts.values()]
    return draft


_FEWEST_RELATED = 2
"""A model of one system, or one that states no relation at all, does not say of a system that it stands alone."""


def _kept(thing: Thing, judged: tuple[str, Selector | None]) -> tuple[str, Selector | None]:
    """What archlint itself has written of a thing comes before any table."""
    kind = kept_kind(thing.properties)
    return (kind, None) if kind else judged


class _Text:
    """A text that grows by lines, and knows what each was made from."""

    def __init__(self, original: SourceFile) -> None:
        self.original = original
        self._lines: list[str] = []
        self._places: list[tuple[int, int, int]] = []
        self._length = 0

    def line(self, depth: int, text: str, place: Span) -> None:
        written = f"{'  ' * depth}{text}\n"
        self._lines.append(written)
        self._places.append((self._length, place.start, place.end))
        self._length += len(written)

    def translation(self, silent: frozenset[str]) -> Translation:
        return Translation(self.original, "".join(self._lines), self._places, silent)


class _Writer:
    """Writes elements into the texts of the files that they come from; what another file says of an element goes
    there, as an extension of it."""

    def __init__(self, said: dict[str, list[Saying]]) -> None:
        self.said = said
        self.texts: dict[int, _Text] = {}
        self._elsewhere: list[tuple[Placed, SourceFile]] = []

    def _text(self, original: SourceFile) -> _Text:
        found = self.texts.get(id(original))
        if found is None:
            found = self.texts[id(original)] = _Text(original)
            found.line(0, 'import "std"', Span(original, 0, 0))
        return found

    def files(self, files: Sequence[SourceFile]) -> None:
        """Texts for the files that state nothing: they have been read as well."""
        for file in files:
            self._text(file)

    def states(self, states: Sequence[State], words: dict[str, str]) -> None:
        """The plateaus."""
        for state in states:
            date = f" {{ at {state.at} }}" if state.at else ""
            head = f"plateau {words[state.name]} {string(state.title or state.name)}"
            self._text(state.place.source).line(0, head + date, state.place)

    def elements(self, elements: Sequence[Placed]) -> None:
        """The elements at the top with all that stands in them."""
        for element in elements:
            self._text(element.thing.place.source).line(0, "", element.thing.place)
            self._element(element, 0)
        while self._elsewhere:
            element, file = self._elsewhere.pop()
            text = self._text(file)
            text.line(0, f"extend {element.path} {{", Span(file, 0, 0))
            self._inside(element, file, 1)
            text.line(0, "}", Span(file, 0, 0))

    def _element(self, element: Placed, depth: int) -> None:
        home = element.thing.place.source
        files = {id(saying.place.source): saying.place.source for saying in self.said[element.thing.key]}
        files |= {id(part.thing.place.source): part.thing.place.source for part in element.parts}
        self._elsewhere += [(element, file) for file in files.values() if file is not home]
        text = self._text(home)
        if id(home) not in files:
            text.line(depth, opening(element), element.thing.place)
            return
        text.line(depth, f"{opening(element)} {{", element.thing.place)
        self._inside(element, home, depth + 1)
        text.line(depth, "}", element.thing.place)

    def _inside(self, element: Placed, file: SourceFile, depth: int) -> None:
        """What one file says of an element, and the parts that it declares."""
        for saying in self.said[element.thing.key]:
            if saying.place.source is file:
                self._text(file).line(depth, saying.text, saying.place)
        for part in element.parts:
            if part.thing.place.source is file:
                self._element(part, depth)
