"""What a statement may say: parameters, clauses, and the property that holds the answer.

A kind of element is a class; each of its statements is one annotated `Property` of that class. The
binder, the language reference and whatever else needs the schema read it from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar, overload

from archlint.model.time import ALWAYS, Interval
from archlint.source import SourceFile, Span

__all__ = [
    "AMOUNT",
    "DATE",
    "DURATION",
    "NUMBER",
    "STRING",
    "SYSTEM_KINDS",
    "TIME",
    "WORD",
    "Amount",
    "Choice",
    "Duration",
    "ListOf",
    "Literal",
    "Parameter",
    "Property",
    "Reference",
    "Stated",
    "Statement",
    "grouped",
]

SYSTEM_KINDS = ("product", "platform", "legacy", "adaptor", "system")
"""The kinds of system, whatever its role."""

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Amount(NamedTuple):
    """Money: a number and an ISO 4217 currency code."""

    number: float
    currency: str

    def __str__(self) -> str:
        return f"{self.number:,.0f} {self.currency}"


class Duration(NamedTuple):
    """A length of time as written."""

    length: float
    unit: str

    @property
    def months(self) -> float:
        """The length in months; a day is taken as 12/365 of one."""
        return self.length * {"days": 12 / 365, "months": 1.0, "years": 12.0}[self.unit]


class Stated(NamedTuple, Generic[T_co]):
    """One value of one property: what is said, where, and when it holds."""

    value: T_co
    file: SourceFile
    start: int
    end: int
    during: Interval = ALWAYS
    clauses: Mapping[str, Any] = {}

    @property
    def span(self) -> Span:
        """Where it is said."""
        return Span(self.file, self.start, self.end)


@dataclass(frozen=True)
class Parameter(Generic[T]):
    """A kind of argument, with its name in signatures."""

    signature: str


@dataclass(frozen=True)
class Choice(Parameter[str]):
    """One of a few words."""

    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, *words: str) -> Choice:
        """A choice among these words."""
        return cls("|".join(words), words)


@dataclass(frozen=True)
class Literal(Parameter[None]):
    """A word that must stand there."""

    @classmethod
    def of(cls, word: str) -> Literal:
        """That very word."""
        return cls(word)


def grouped(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds in few words: all five kinds of system are one word."""
    if not set(SYSTEM_KINDS) <= set(kinds):
        return kinds
    others = [kind for kind in kinds if kind not in SYSTEM_KINDS]
    return (
        *[kind for kind in others if kind == "interface"],
        "system",
        *[kind for kind in others if kind != "interface"],
    )


@dataclass(frozen=True)
class Reference(Parameter[Any]):
    """A path to an element of one of these kinds; of any kind where none is named.

    With `loose`, a word that names no element stands for itself (a tag or a kind).
    """

    kinds: tuple[str, ...] = ()
    loose: bool = False

    @classmethod
    def to(cls, *kinds: str) -> Reference:
        """A path to an element of one of these kinds."""
        return cls(f"REF({' or '.join(grouped(kinds)) or 'any element'})", kinds)


@dataclass(frozen=True)
class ListOf(Parameter[T]):
    """One or more, separated by commas."""

    item: Parameter[T] = field(default_factory=lambda: Parameter(""))

    @classmethod
    def of(cls, item: Parameter[T]) -> ListOf[T]:
        """A list of such items."""
        return cls(f"LIST({item.signature})", item)


STRING: Parameter[str] = Parameter("STRING")
WORD: Parameter[str] = Parameter("WORD")
NUMBER: Parameter[float] = Parameter("NUMBER")
AMOUNT: Parameter[Amount] = Parameter("AMOUNT")
DATE: Parameter[int] = Parameter("DATE")
TIME: Parameter[int] = Parameter("TIME")
DURATION: Parameter[Duration] = Parameter("DURATION")


def _names_nested(parameter: Parameter[Any]) -> bool:
    nested = {*SYSTEM_KINDS, "store", "interface"}
    return isinstance(parameter, Reference) and (not parameter.kinds or not nested.isdisjoint(parameter.kinds))


@dataclass(frozen=True)
class Statement:
    """The shape of a statement: its keyword, its arguments in order, then its clauses in any order.

    `lists` says that one statement may state several values; `repeatable` that several statements
    may hold at one time. A clause without a parameter is a bare word.
    """

    keyword: str
    parameters: tuple[Parameter[Any], ...]
    help: str
    clauses: Mapping[str, Parameter[Any] | None] = field(default_factory=dict)
    required_clauses: tuple[str, ...] = ()
    repeatable: bool = False
    optional: bool = False
    dated: bool = True
    block: bool = False

    @cached_property
    def lists(self) -> bool:
        """Whether one statement may state several values."""
        return any(isinstance(parameter, ListOf) for parameter in self.parameters)

    @cached_property
    def single(self) -> bool:
        """Whether it takes just one argument."""
        return len(self.parameters) == 1 and not self.lists and not self.optional

    @cached_property
    def same_everywhere(self) -> bool:
        """Whether equal texts of it mean the same wherever they stand, and are likely to be written again:
        it takes no free text, and names only what is declared at the top."""
        parameters = [*self.parameters, *filter(None, self.clauses.values())]
        items = [parameter.item if isinstance(parameter, ListOf) else parameter for parameter in parameters]
        return not any(item is STRING or _names_nested(item) for item in items)

    @property
    def signature(self) -> str:
        """The statement as the language reference writes it."""
        words = [self.keyword]
        arguments = " ".join(parameter.signature for parameter in self.parameters)
        words += [f"[{arguments}]" if self.optional else arguments] if arguments else []
        for word, parameter in self.clauses.items():
            clause = f"{word} {parameter.signature}" if parameter else word
            words.append(clause if word in self.required_clauses else f"[{clause}]")
        return " ".join(words) + (" [since TIME] [until TIME]" if self.dated else "")


class HasFacts(Protocol):
    """What states values by keyword."""

    facts: dict[str, tuple[Stated[Any], ...]]


class Property(Generic[T]):
    """A statement of an element and the values that the element states for it."""

    statement: Statement

    def __init__(self, *parameters: Parameter[Any], help: str, **traits: Any) -> None:
        self._parameters = parameters
        self._help = help
        self._traits = traits

    def __set_name__(self, owner: type, name: str) -> None:
        self.keyword = name.rstrip("_").replace("_", "-")
        self.statement = Statement(self.keyword, self._parameters, self._help, **self._traits)

    @overload
    def __get__(self, element: None, owner: type) -> Self: ...
    @overload
    def __get__(self, element: HasFacts, owner: type) -> tuple[Stated[T], ...]: ...
    def __get__(self, element: HasFacts | None, owner: type) -> Self | tuple[Stated[T], ...]:
        """The property itself from the class; from an element, what it states, in order."""
        return self if element is None else element.facts.get(self.keyword, ())
