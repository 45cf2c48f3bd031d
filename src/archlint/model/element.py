"""Elements and relations: what a model consists of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from archlint.model.statements import STRING, TIME, WORD, ListOf, Property, Reference, Stated
from archlint.model.time import ALWAYS, Interval
from archlint.model.waivers import Waiver
from archlint.source import SourceFile, Span

__all__ = ["TOP", "Element", "Organisation", "Relation"]

TOP = "top"
"""The place at the top of a file."""


class Element:
    """Anything that a model declares. Built by the binder, and not changed after.

    `outermost` is the element at the top in which it stands; itself where it stands there.
    """

    __slots__ = (
        "children", "facts", "imported", "lifetime", "name", "outermost", "parent", "path", "relations", "span",
        "stated", "title", "waivers",
    )  # fmt: skip

    keyword: ClassVar[str] = ""
    group: ClassVar[str] = "others"
    """Names are unique among the siblings of one group."""
    stands: ClassVar[tuple[str, ...]] = (TOP,)
    """Where it may be declared: at the top, or in elements of these kinds."""

    def __init__(self, name: str, title: str | None, span: Span, parent: Element | None, imported: bool) -> None:
        self.name = name
        self.title = title
        self.span = span
        self.parent = parent
        self.imported = imported
        self.path: str = f"{parent.path}.{name}" if parent else name
        self.outermost: Element = parent.outermost if parent else self
        self.children: list[Element] = []
        self.facts: dict[str, tuple[Stated[Any], ...]] = {}
        self.relations: list[Relation] = []
        self.waivers: tuple[Waiver, ...] = ()
        self.stated: Interval = ALWAYS
        self.lifetime: Interval = ALWAYS

    def __repr__(self) -> str:
        return f"<{self.keyword} {self.path}>"

    description: Property[str] = Property(STRING, help="What it is, in a sentence or more.", dated=True)
    owner: Property[Organisation] = Property(
        Reference.to("organisation"),
        help="The organisation that answers for it; of a user, the organisation whose officials they are.",
    )
    since: Property[int] = Property(TIME, help="When it begins to exist.", dated=False)
    until: Property[int] = Property(TIME, help="When it has ceased to exist.", dated=False)
    tags: Property[str] = Property(ListOf.of(WORD), help="Words of your own to select it by.")
    link: Property[str] = Property(STRING, help="Where to read more: http, https or mailto.")
    source: Property[str] = Property(STRING, help="Where the fact comes from.", repeatable=True)
    meta: Property[tuple[str, str]] = Property(WORD, STRING, help="A property of your own.", repeatable=True)
    allow: Property[str] = Property(
        WORD,
        help="Waives the findings of a rule here, for a reason.",
        clauses={"until": TIME, "because": STRING},
        required_clauses=("because",),
        repeatable=True,
        dated=False,
    )

    @property
    def label(self) -> str:
        """Its title where it has one, else its path."""
        return self.title or self.path

    def inside(self) -> Iterator[Element]:
        """It and everything declared in it, in order."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending.extend(reversed(element.children))


class Organisation(Element):
    """A department, agency, body or team."""

    __slots__ = ()
    keyword = "organisation"
    part_of: Property[Organisation] = Property(Reference.to("organisation"), help="The organisation it belongs to.")


_NO_FACTS: dict[str, tuple[Stated[Any], ...]] = {}


class Relation:
    """One arrow: from the element that states it to its target. Built by the binder, not changed after.

    `target` is None only for `holds` of what is no replica; `data` is the entity of `reads`, `writes`
    and `holds`; `role` is `master` or `replica` where `holds` says so.
    """

    __slots__ = (
        "bespoke", "data", "end", "facts", "file", "keyword", "lifetime", "purpose", "role", "source",
        "start", "stated", "target", "via", "waivers",
    )  # fmt: skip

    def __init__(
        self, keyword: str, source: Element, target: Element | None, file: SourceFile, start: int, end: int
    ) -> None:
        self.keyword = keyword
        self.source = source
        self.target = target
        self.file = file
        self.start = start
        self.end = end
        self.data: Element | None = None
        self.role: str | None = None
        self.via: Element | None = None
        self.purpose: str | None = None
        self.bespoke = False
        self.stated: Interval = ALWAYS
        self.lifetime: Interval = ALWAYS
        self.facts: dict[str, tuple[Stated[Any], ...]] = _NO_FACTS
        self.waivers: tuple[Waiver, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.source.path} {self.text}>"

    @property
    def span(self) -> Span:
        """The statement, without its block."""
        return Span(self.file, self.start, self.end)

    @property
    def text(self) -> str:
        """The statement as it is written."""
        return self.file.text[self.start : self.end]

    @property
    def imported(self) -> bool:
        """Whether it is known only by import, and so not judged."""
        return self.source.imported
