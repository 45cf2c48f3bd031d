"""What a rule is: one class in one file, from which its page, its help and its tests are derived."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from archlint.diagnostics import Fault, Finding, Fix, Label, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.statements import Stated
from archlint.source import Span

__all__ = [
    "Documentation", "ModelRule", "NoOptions", "Place", "Rule", "SnapshotRule", "TextRule",
    "TransitionRule", "later_first", "span_of",
]  # fmt: skip

Place = Element | Relation | Stated[Any] | Span
DEFAULT, CODE_OF_PRACTICE = "default", "code-of-practice"
HOME = "https://archlint.readthedocs.io/"


@dataclass(frozen=True)
class NoOptions:
    """The options of a rule that has none."""


class Documentation(NamedTuple):
    """What the docstring of a rule says, section by section."""

    summary: str
    why: str
    broken: str
    mended: str
    exceptions: str


class Rule:
    """A principle that can be checked.

    The docstring holds a summary and the sections `## Why`, `## Breaks it`, `## Mended` and, where the
    source allows any, `## Exceptions`. `sources` cites document and line. A rule of the profile `default`
    that has more to say where something is not stated asks `judges_unstated`.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    profile: ClassVar[str] = DEFAULT
    sources: ClassVar[tuple[str, ...]] = ()
    Options: ClassVar[type] = NoOptions

    def __init__(self, severity: Severity | None = None, options: object = None, judges_unstated: bool = False) -> None:
        self.level = severity or self.severity
        self.options: Any = options if options is not None else self.Options()
        self.judges_unstated = judges_unstated

    @classmethod
    def name(cls) -> str:
        """The name that reads well after `allow`: the class's name with hyphens."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def url(cls) -> str:
        """The rule's page."""
        return f"{HOME}rules/{cls.name()}/"

    @classmethod
    def documentation(cls) -> Documentation:
        """The sections of the docstring."""
        head, *sections = re.split(r"^## (.+)\n", inspect.getdoc(cls) or "", flags=re.MULTILINE)
        said = {title.strip(): text.strip() for title, text in zip(sections[::2], sections[1::2], strict=True)}
        return Documentation(
            head.strip(),
            said.get("Why", ""),
            _fenced(said.get("Breaks it", "")),
            _fenced(said.get("Mended", "")),
            said.get("Exceptions", ""),
        )

    def finding(
        self,
        place: Place,
        message: str,
        *,
        help: str = "",
        elements: Iterable[Element] = (),
        related: Iterable[tuple[Place, str]] = (),
        witness: Iterable[Element | str] = (),
        severity: Severity | None = None,
        fixes: Iterable[Fix] = (),
    ) -> Finding:
        """A finding of this rule at a place.

        `elements` come subject first; where none are given, the subject is the element or relation itself.
        `related` pairs other places with what they have to do with it; `witness` is the path that proves it.
        """
        return Finding(
            code=self.code,
            name=self.name(),
            severity=severity or self.level,
            span=span_of(place),
            message=message,
            help=help,
            elements=tuple(element.path for element in elements) or _subjects(place),
            related=tuple(Label(span_of(other), what) for other, what in related),
            witness=tuple(step if isinstance(step, str) else step.path for step in witness),
            fixes=tuple(fixes),
        )


class TextRule(Rule):
    """A rule that the reading of the text checks itself, as it goes; here is what people are told of it."""

    def from_fault(self, fault: Fault) -> Finding:
        """The finding of a fault."""
        return Finding(
            self.code, self.name(), self.level, fault.span, fault.message, fault.help,
            fault.elements, fault.related, fixes=fault.fixes,
        )  # fmt: skip


class ModelRule(Rule):
    """A rule about the whole model, once."""

    def check(self, model: Model) -> Iterator[Finding]:
        """The breaches in a model."""
        raise NotImplementedError  # every rule of this sort says what it checks


class SnapshotRule(Rule):
    """A rule about the model at an instant."""

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        """The breaches in a snapshot; the history is there for rules that compare with an earlier state."""
        raise NotImplementedError  # every rule of this sort says what it checks


class TransitionRule(Rule):
    """A rule about the way from one state to the next."""

    def check(self, history: History) -> Iterator[Finding]:
        """The breaches in a history."""
        raise NotImplementedError  # every rule of this sort says what it checks


def span_of(place: Place) -> Span:
    """The words that a place stands for."""
    return place if isinstance(place, Span) else place.span


def later_first(one: Element | Relation, other: Element | Relation) -> tuple[Any, Any]:
    """Two places, that first on which a finding about the pair sits: the later in file order, but never an
    imported one if the other is the model's own."""
    pair = sorted((one, other), key=lambda place: (not place.imported, place.span.order))
    return pair[1], pair[0]


def _subjects(place: Place) -> tuple[str, ...]:
    if isinstance(place, Element):
        return (place.path,)
    if isinstance(place, Relation):
        ends = (place.source, place.target, place.data)
        return tuple(end.path for end in ends if end is not None)
    return ()


def _fenced(text: str) -> str:
    """The code between the fences of a section."""
    found = re.search(r"```arch\n(.*?)```", text, re.DOTALL)
    return found[1].strip("\n") if found else ""
