"""The first pass: which elements there are, and which statements wait for the names to be known."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from archlint.diagnostics import Fault, Label
from archlint.language.edits import respelt
from archlint.language.faults import Faults
from archlint.language.limits import MOST
from archlint.language.names import Names
from archlint.language.phrases import brief, described
from archlint.language.schema import TOP, kinds_in, words_in
from archlint.language.suggestions import did_you_mean, nearest
from archlint.language.tree import Statement, Tree, words_with_places
from archlint.language.values import BadEscape, unknown_escape, unquoted
from archlint.model.elements import KINDS, Element
from archlint.model.relations import RELATIONS
from archlint.source import SourceFile, Span

__all__ = ["MOST", "Declarations", "Pending", "Unit", "unknown_keyword"]


_DEEPEST = 250
"""How deep elements may stand in each other when extensions add to extensions, which no depth of blocks bounds."""


class Unit(NamedTuple):
    """A file of the model: its tree, whether it comes only by import, and whether it is the library."""

    tree: Tree
    imported: bool = False
    library: bool = False


class Pending(NamedTuple):
    """A block whose statements are still to be read, and the element it belongs to."""

    element: Element
    source: SourceFile
    written: Statement
    extension: bool = False


class Declarations:
    """Every element of a set of files, in the order of file and position; the library's last."""

    def __init__(self, units: list[Unit], most: int) -> None:
        self.most = most
        self.overflown = False
        self.elements: list[Element] = []
        self.pending: deque[Pending] = deque()
        self.faults = Faults()
        self.names = Names()
        self._extensions: list[tuple[Unit, Statement]] = []
        for unit in sorted(units, key=lambda unit: unit.library):
            for statement in unit.tree.statements:
                self._top(unit, statement)
        self._extend_all()

    def _top(self, unit: Unit, statement: Statement) -> None:
        keyword = statement.keyword
        if keyword in KINDS and TOP in KINDS[keyword].stands:
            self._declare(unit, statement, None)
        elif keyword == "extend":
            self._extensions.append((unit, statement))
        elif keyword and keyword != "import" and not self.faults.sated("MOD001", unit.tree.source.path):
            self.faults.append(unknown_keyword(unit.tree.source, statement, TOP, self.faults.advised))

    def _declare(self, unit: Unit, statement: Statement, parent: Element | None) -> None:
        if len(self.elements) >= self.most:
            self._too_many(unit, statement)
            return
        if parent is not None and parent.path.count(".") > _DEEPEST:
            message = f"`{brief(parent.path, 200)}` is nested too deep to hold anything more"
            self.faults.append(Fault("SYN004", statement.keyword_span(unit.tree.source), message))
            return
        element = self._head(unit, statement, parent)
        if element is None:
            return
        earlier = self.names.add(element)
        if earlier is not None:
            self._duplicate(unit, element, earlier)
            return
        self.elements.append(element)
        if parent is not None:
            parent.children.append(element)
        if statement.parts is not None:
            self._block(unit, statement, element)

    def _block(self, unit: Unit, statement: Statement, element: Element, extension: bool = False) -> None:
        self.pending.append(Pending(element, unit.tree.source, statement, extension))
        nested = kinds_in(element.keyword)
        for inner in statement.nested(nested) if nested else ():
            self._declare(unit, inner, element)

    def _too_many(self, unit: Unit, statement: Statement) -> None:
        """What comes after the limit is not read, which is said once."""
        if not self.overflown:
            self.overflown = True
            message = f"the model has more than {self.most:,} elements: what follows is not read"
            help = "split it, or raise `max-elements` in the configuration"
            self.faults.append(Fault("SYN003", statement.keyword_span(unit.tree.source), message, help))

    def _head(self, unit: Unit, statement: Statement, parent: Element | None) -> Element | None:
        source = unit.tree.source
        words = words_with_places(statement.text)
        signature = f"the statement reads `{words[0][0]} ID [STRING]`"
        if len(words) < 2 or not (words[1][0][0].isalpha() or words[1][0][0] == "_") or "." in words[1][0]:
            at = words[min(1, len(words) - 1)]
            what = "a word as its name" if len(words) < 2 else f"a plain word as its name, not `{at[0]}`"
            self._invalid(_span(source, statement, at), f"`{words[0][0]}` needs {what}", signature)
            return None
        surplus = words[3:] or (words[2:] if len(words) > 2 and words[2][0][0] != '"' else [])
        if surplus:
            message = f"`{words[0][0]}` takes a name and a title, not `{surplus[0][0][:40]}`"
            self._invalid(_span(source, statement, surplus[0]), message, signature)
        title = self._title(source, statement, words[2]) if len(words) > 2 else None
        span = Span(source, statement.start, statement.start + words[1][1] + len(words[1][0]))
        return KINDS[words[0][0]](words[1][0], title, span, parent, unit.imported)

    def _title(self, source: SourceFile, statement: Statement, word: tuple[str, int]) -> str | None:
        if word[0][0] != '"':
            return None
        try:
            return unquoted(word[0])
        except BadEscape as bad:
            self.faults.append(unknown_escape(bad, source, statement.start + word[1]))
            return word[0].strip('"')

    def _invalid(self, span: Span, message: str, help: str) -> None:
        self.faults.append(Fault("MOD002", span, message, help))

    def _duplicate(self, unit: Unit, element: Element, earlier: Element) -> None:
        if unit.library:
            return
        judged, other = (earlier, element) if element.imported and not earlier.imported else (element, earlier)
        fault = Fault(
            "MOD005",
            judged.span,
            f"`{judged.path}` is declared twice",
            "rename one of them; to add to an element that is declared elsewhere, write `extend`",
            (
                Label(
                    other.span, "the other declaration" if judged is earlier else "the first declaration, which counts"
                ),
            ),
            (judged.path,),
        )
        self.faults.append(fault)

    def _extend_all(self) -> None:
        """Extensions may stand before what they extend, which another one may declare: the shallow ones come first."""
        for unit, statement in sorted(self._extensions, key=lambda pair: pair[1].text.count(".")):
            if not self._extend(unit, statement):
                self._lost_extension(unit, statement)

    def _extend(self, unit: Unit, statement: Statement) -> bool:
        words = words_with_places(statement.text)
        element = self.names.find(words[1][0], (), None) if len(words) == 2 else None
        if element is None:
            return False
        self._block(unit, statement, element, extension=True)
        return True

    def _lost_extension(self, unit: Unit, statement: Statement) -> None:
        source, words = unit.tree.source, words_with_places(statement.text)
        if len(words) != 2 or words[1][0][0] in '",':
            at = words[2] if len(words) > 2 else words[-1]
            signature = "the statement reads `extend PATH { … }`"
            self._invalid(_span(source, statement, at), "`extend` takes the path of one element", signature)
            return
        name = words[1][0]
        near = self.names.suggestions(name, (), None) if self.faults.advised else []
        span, message = _span(source, statement, words[1]), f"there is no `{brief(name, 200)}` to extend"
        self.faults.append(Fault("MOD003", span, message, did_you_mean(near), fixes=respelt(span, near)))


def _span(source: SourceFile, statement: Statement, word: tuple[str, int]) -> Span:
    start = statement.start + word[1]
    return Span(source, start, start + len(word[0]))


def unknown_keyword(source: SourceFile, statement: Statement, place: str, advised: bool = True) -> Fault:
    """The fault of a keyword that does not stand in a place: where it does stand, or, if advice is wanted, the
    nearest ones."""
    keyword = statement.keyword
    where = "at the top of a file" if place == TOP else f"in {described((place,))}"
    if place in RELATIONS:
        where = f"in the block of `{place}`"
    homes = tuple(kind for kind in KINDS if keyword in words_in(kind))
    if homes:
        help = (
            f"it stands in {described(homes)}"
            if len(homes) <= 4
            else _suggest(nearest(keyword, words_in(place)), place)
        )
        return _unknown(source, statement, f"`{keyword}` cannot stand {where}", help)
    if keyword in words_in(TOP):
        return _unknown(source, statement, f"`{keyword}` stands at the top of a file, not {where}", "")
    near = nearest(keyword, words_in(place)) if advised else []
    fault = _unknown(
        source, statement, f"`{brief(keyword)}` is no keyword {where}", _suggest(near, place) if advised else ""
    )
    return fault._replace(fixes=respelt(fault.span, near))


def _suggest(near: list[str], place: str) -> str:
    return did_you_mean(near) or ("a property of your own is written `meta WORD STRING`" if place != TOP else "")


def _unknown(source: SourceFile, statement: Statement, message: str, help: str) -> Fault:
    return Fault("MOD001", statement.keyword_span(source), message, help)
