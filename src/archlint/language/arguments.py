"""Reads the arguments of one statement by the shape that the schema gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from archlint.diagnostics import Fault
from archlint.language.currencies import CURRENCIES, no_currency
from archlint.language.edits import respelt
from archlint.language.phrases import alternatives, brief, in_words, quoted
from archlint.language.suggestions import did_you_mean, nearest
from archlint.language.tree import Statement as Written
from archlint.language.tree import words_with_places
from archlint.language.values import NUMBER_TEXT, BadEscape, magnitude, unknown_escape, unquoted
from archlint.model.elements import Element
from archlint.model.relations import Holding
from archlint.model.statements import Amount, Choice, Duration, ListOf, Literal, Parameter, Reference, Statement
from archlint.model.time import ALWAYS, BEFORE_EVERY_DATE, NEVER, Interval, instant_of
from archlint.source import SourceFile, Span

__all__ = ["Arguments", "Context", "Reading", "Wrong", "stretch"]

_UNITS = {"days": "days", "day": "days", "months": "months", "month": "months", "years": "years", "year": "years"}
_DATED_CLAUSES = ("since", "until")


class Wrong(Exception):
    """An argument that does not fit; the statement is left out."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Context(Protocol):
    """What reading needs to know of the model around the statement."""

    def resolve(self, path: str, reference: Reference, span: Callable[[], Span]) -> Element | str | None:
        """The element that a path means (the word itself where it may stand for a kind or a tag); reports
        where it means none."""

    def plateau(self, path: str, span: Callable[[], Span]) -> int | None:
        """The instant of a plateau; reports where there is no such plateau."""

    def report(self, fault: Fault) -> None:
        """Takes note of a fault that does not end the reading of the statement."""


class Reading(NamedTuple):
    """What a statement says: its values with the places of each, its clauses, and when it holds."""

    values: list[Any]
    places: list[tuple[int, int]]
    clauses: dict[str, Any]
    during: Interval
    complete: bool


class Arguments:
    """A cursor over the words of one statement."""

    __slots__ = ("at", "complete", "context", "shape", "source", "words", "written")

    def __init__(
        self, source: SourceFile, written: Written, words: list[str], shape: Statement, context: Context
    ) -> None:
        self.source = source
        self.written = written
        self.shape = shape
        self.context = context
        self.words = words
        self.at = 1
        self.complete = True

    def read(self) -> Reading:
        """Everything that the statement says; raises Wrong where it does not have its shape."""
        shape = self.shape
        values: list[Any]
        if shape.single:
            values = [self.parameter(shape.parameters[0])]
            places = _SINGLE
        else:
            values, places = self._values() if shape.parameters else ([True], _SINGLE)
        clauses = _NO_CLAUSES
        during = ALWAYS
        if self.at < len(self.words):
            clauses = self._clauses()
            if shape.dated:
                since = clauses.pop("since", BEFORE_EVERY_DATE)
                during = Interval(since or BEFORE_EVERY_DATE, clauses.pop("until", NEVER) or NEVER)
        for word in shape.required_clauses:
            if word not in clauses:
                raise self._wrong(f"`{shape.keyword}` lacks `{word}`", 0, 1)
        return Reading(values, places, clauses, during, self.complete)

    def _values(self) -> tuple[list[Any], list[tuple[int, int]]]:
        parameters = self.shape.parameters
        if self.shape.optional and (self.at >= len(self.words) or self.words[self.at] in _DATED_CLAUSES):
            return [""], [(0, 1)]
        first = parameters[0]
        if isinstance(first, ListOf):
            return self._list(first)
        if len(parameters) == 1:
            return [self.parameter(first)], _SINGLE
        read = [self.parameter(parameter) for parameter in parameters]
        values = [
            value for value, parameter in zip(read, parameters, strict=True) if parameter.__class__ is not Literal
        ]
        return [tuple(values)], _SINGLE

    def _list(self, shape: ListOf[Any]) -> tuple[list[Any], list[tuple[int, int]]]:
        values, places = [], []
        while True:
            begin = self.at
            value = self.parameter(shape.item)
            if value is not None:
                values.append(value)
                places.append((begin, self.at))
            if self.at >= len(self.words) or self.words[self.at] != ",":
                return values, places
            self.at += 1

    def _clauses(self) -> dict[str, Any]:
        clauses: dict[str, Any] = {}
        while self.at < len(self.words):
            word = self.words[self.at]
            if word not in self.shape.clauses and not (self.shape.dated and word in _DATED_CLAUSES):
                raise self._unexpected(word)
            if word == "as" and clauses:
                raise self._wrong("`as` stands before every other clause", self.at, self.at + 1)
            if word in clauses:
                raise self._wrong(f"`{word}` stands twice in one statement", self.at, self.at + 1)
            self.at += 1
            parameter = self.shape.clauses.get(word, _TIME)
            clauses[word] = True if parameter is None else self.parameter(parameter)
            if word == "because" and not clauses[word].strip():
                raise self._wrong("`because` lacks its reason: the text is empty", self.at - 1, self.at)
        return clauses

    def _unexpected(self, word: str) -> Wrong:
        known = [*self.shape.clauses, *(_DATED_CLAUSES if self.shape.dated else ())]
        kind = "surplus " if word[0] in '",' or word[0].isdigit() else ""
        message = f"`{self.shape.keyword}` does not take the {kind}`{brief(word)}`"
        return self._misspelt(message, nearest(word, known))

    def parameter(self, parameter: Parameter[Any]) -> Any:
        """The value of one argument, or None where its name could not be resolved; raises Wrong."""
        if self.at >= len(self.words):
            last = len(self.words) - 1
            raise self._wrong(f"`{self.shape.keyword}` lacks {in_words(parameter)}", last, last + 1)
        word = self.words[self.at]
        reader = _READERS.get(parameter.__class__) or _PLAIN[parameter.signature]
        value = reader(self, word, parameter)
        self.at += 1
        return value

    def _reference(self, word: str, parameter: Reference) -> Element | str | None:
        self._must_be_path(word, parameter)
        at = self.at
        found = self.context.resolve(word, parameter, lambda: self.span(at, at + 1))
        self.complete = self.complete and found is not None
        return found

    def _choice(self, word: str, parameter: Choice) -> str:
        if word not in parameter.words:
            expected = f"{self.shape.keyword} takes {alternatives(quoted(parameter.words))}"
            raise self._misspelt(f"`{brief(word)}` is none of them: {expected}", nearest(word, parameter.words))
        return word

    def _literal(self, word: str, parameter: Literal) -> None:
        if word != parameter.signature:
            raise self._wrong(f"expected `{parameter.signature}` instead of `{brief(word)}`")

    def _holding(self, word: str, parameter: Holding) -> tuple[str, Element | None]:
        if word == "master":
            return ("master", None)
        if word != "replica":
            raise self._wrong(f"`as` takes `master` or `replica of` a store, not `{brief(word)}`")
        self.at += 1
        if self.at >= len(self.words) or self.words[self.at] != "of":
            raise self._wrong("`as replica` lacks `of` and the store that it is a replica of", self.at - 1, self.at)
        self.at += 1
        return ("replica", self._master(parameter))

    def _master(self, parameter: Holding) -> Element | None:
        if self.at >= len(self.words):
            raise self._wrong("`as replica of` lacks the store that it is a replica of", self.at - 1, self.at)
        found = self._reference(self.words[self.at], parameter.store)
        return found if isinstance(found, Element) else None

    def _string(self, word: str, parameter: Parameter[str]) -> str:
        if word[0] != '"':
            raise self._wrong(f'`{brief(word)}` is not a text in quotes: "…"')
        try:
            return unquoted(word)
        except BadEscape as bad:
            raise Wrong(unknown_escape(bad, self.source, self._place(self.at))) from None

    def _word(self, word: str, parameter: Parameter[str]) -> str:
        self._must_be_path(word, parameter)
        return word

    def _number(self, word: str, parameter: Parameter[float]) -> float:
        if not NUMBER_TEXT.match(word):
            raise self._wrong(f"`{brief(word)}` is not a number")
        return float(word.replace("_", ""))

    def _amount(self, word: str, parameter: Parameter[Amount]) -> Amount:
        number = magnitude(word)
        if number is None:
            raise self._wrong(f"`{brief(word)}` is not an amount such as `12.5m GBP`")
        currency = self.words[self.at + 1] if self.at + 1 < len(self.words) else ""
        if currency not in CURRENCIES:
            message, hint = no_currency(word, currency)
            raise self._wrong(message, hint=hint)
        self.at += 1
        return Amount(number, currency)

    def _duration(self, word: str, parameter: Parameter[Duration]) -> Duration:
        unit = self.words[self.at + 1] if self.at + 1 < len(self.words) else ""
        if not NUMBER_TEXT.match(word) or unit not in _UNITS:
            raise self._wrong(f"`{brief(word)}` is not a duration such as `24 months`: days, months or years")
        self.at += 1
        return Duration(float(word.replace("_", "")), _UNITS[unit])

    def _date(self, word: str, parameter: Parameter[int]) -> int:
        try:
            if len(word.split("-", maxsplit=1)[0]) == 4 and word.replace("-", "").isdigit():
                return instant_of(word)
        except ValueError:
            pass
        raise self._wrong(f"`{brief(word)}` is not a date such as 2014, 2014-10 or 2014-10-01")

    def _time(self, word: str, parameter: Parameter[int]) -> int | None:
        if word[0].isdigit():
            return self._date(word, parameter)
        if word[0] in '",':
            raise self._wrong(f"`{brief(word)}` is neither a date nor a plateau")
        at = self.at
        instant = self.context.plateau(word, lambda: self.span(at, at + 1))
        self.complete = self.complete and instant is not None
        return instant

    def _must_be_path(self, word: str, parameter: Parameter[Any]) -> None:
        if word[0] in '",' or word[0].isdigit():
            raise self._wrong(f"`{brief(word)}` is not {in_words(parameter)}")

    def _wrong(self, message: str, begin: int | None = None, end: int | None = None, hint: str = "") -> Wrong:
        begin = self.at if begin is None else begin
        span = self.span(begin, begin + 1 if end is None else end)
        help = f"{hint} " if hint else ""
        return Wrong(Fault("MOD002", span, message, f"{help}the statement reads `{self.shape.signature}`"))

    def _misspelt(self, message: str, near: list[str]) -> Wrong:
        fault = self._wrong(message, hint=did_you_mean(near[:1])).fault
        return Wrong(fault._replace(fixes=respelt(fault.span, near)))

    def _place(self, index: int) -> int:
        return self.written.start + words_with_places(self.written.text)[index][1]

    def span(self, begin: int, end: int) -> Span:
        """The stretch from one word up to, not including, another."""
        return stretch(self.source, self.written, begin, end)


def stretch(source: SourceFile, written: Written, begin: int, end: int) -> Span:
    """The stretch of a statement from one of its words up to, not including, another."""
    places = words_with_places(written.text)
    begin, last = min(begin, len(places) - 1), min(end, len(places)) - 1
    start, finish = places[begin], places[max(last, begin)]
    return Span(source, written.start + start[1], written.start + finish[1] + len(finish[0]))


_SINGLE = [(0, 1)]
_NO_CLAUSES: dict[str, Any] = {}
_TIME: Parameter[int] = Parameter("TIME")
_READERS: dict[type, Callable[[Arguments, str, Any], Any]] = {
    Reference: Arguments._reference,
    Choice: Arguments._choice,
    Literal: Arguments._literal,
    Holding: Arguments._holding,
}
_PLAIN: dict[str, Callable[[Arguments, str, Any], Any]] = {
    "STRING": Arguments._string,
    "WORD": Arguments._word,
    "NUMBER": Arguments._number,
    "AMOUNT": Arguments._amount,
    "DATE": Arguments._date,
    "TIME": Arguments._time,
    "DURATION": Arguments._duration,
}
