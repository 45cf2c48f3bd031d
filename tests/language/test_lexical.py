"""The lexical rules of the language, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.language.parser import parse
from archlint.linter import Subject, lint, read_model
from archlint.model.model import Model
from archlint.source import SourceFile
from tests.language.reading import codes, lines, reading


def model(text: str) -> Model:
    """The model of a text that has nothing wrong in it."""
    subject = Subject("model", (), (SourceFile("model.arch", text),))
    read = read_model(subject, Settings(Path(__file__).parent))
    assert codes(text) == []
    return read.model


def stated(statement: str, kind: str = "product") -> list[object]:
    """The values that a statement states."""
    (element,) = model(f"{kind} x {{ {statement} }}").elements
    return [fact.value for facts in element.facts.values() for fact in facts]


@pytest.mark.parametrize("name", ["a", "_", "_a-1", "Größe", "жук", "用户", "a--b", "A", "x_y-z9"])
def test_words(name: str) -> None:
    """A word begins with a letter of any script or `_`, and goes on with letters, digits, `_` and `-`."""
    assert [element.name for element in model(f"product {name}").elements] == [name]


@pytest.mark.parametrize("name", ["1a", "-a", "a.b", '"a"', "a$", "a/b", "a'"])
def test_what_is_no_word(name: str) -> None:
    """Anything else is no name, and that is all that is said of it."""
    assert len(codes(f"product {name}")) == 1


def test_case_matters() -> None:
    """Names that differ in case are different names, and keywords are written in small letters."""
    assert codes("product a\nproduct A { uses a }") == []
    assert codes("Product a") == ["MOD001"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r'"plain"', "plain"),
        (r'""', ""),
        (r'"a \"b\" \\ c"', r'a "b" \ c'),
        (r'"a\nb\tc"', "a\nb\tc"),
        (r'"\u{1F600}\u{e9}"', "😀é"),
        ('"ends # with ; no } comment"', "ends # with ; no } comment"),
        ('"""on one line"""', "on one line"),
        ('"""\n      first\n        second\n      third\n  """', "first\n  second\nthird"),
        ('"""first\n      second\n        third"""', "first\nsecond\n  third"),
        ('"""\n  says "this" and ""that""\n"""', 'says "this" and ""that""'),
        ('"""\n  \\"""\n"""', '"""'),
        ('"""\n  a\n\n  b\n"""', "a\n\nb"),
        ('""""""', ""),
    ],
)
def test_strings(written: str, meant: str) -> None:
    """Strings with their escapes; long ones without their common indent."""
    assert stated(f"description {written}") == [meant]


@pytest.mark.parametrize(
    ("written", "column"),
    [(r'"a \q"', 17), (r'"\u{110000}"', 15), (r'"\u{D800}"', 15), (r'"\u1234"', 15), (r'"\x"', 15), (r'"\u{}"', 15)],
)
def test_unknown_escapes(written: str, column: int) -> None:
    """An unknown escape is an error at its backslash, in whatever string it stands."""
    texts = (f"product abcde {written}", f"import        {written}", f"plateau x {{ link {written} }}")
    for text in texts:
        (fault,) = reading(text)
        assert (fault.code, fault.span.text[0]) == ("SYN001", "\\")
    (fault,) = reading(f"product abcde {written}")
    assert fault.span.begin.column == column + 1


def test_a_line_end_ends_a_string() -> None:
    """A string in single quotes does not run on into the next line."""
    (fault,) = reading('product a {\n  need "one\n  need "two"\n}')
    assert (fault.code, fault.span.begin.line, fault.span.begin.column) == ("SYN002", 2, 8)


@pytest.mark.parametrize(
    ("statement", "value"),
    [("count 12", 12), ("count 12.5", 12.5), ("count 12_000", 12000), ("count 2014", 2014), ("count 0", 0)],
)
def test_numbers(statement: str, value: float) -> None:
    """Numbers, with `_` between digits; four digits are a number where the schema takes one."""
    assert stated(statement) == [value]


@pytest.mark.parametrize(
    ("amount", "number"),
    [("12.5m GBP", 12_500_000), ("3k EUR", 3000), ("1bn USD", 1e9), ("12_000 GBP", 12000), ("0.5 GBP", 0.5)],
)
def test_amounts(amount: str, number: float) -> None:
    """A number, an optional magnitude, a space and a currency."""
    (value,) = stated(f"cost {amount}")
    assert value == (number, amount[-3:])


@pytest.mark.parametrize(
    "amount",
    ["12", "12 gbp", "12 pounds", "GBP 12", "12M GBP", "12mGBP", "-1 GBP", "12 GBP 13", "£5", '"5 GBP"', "5 ZZZ"],
)
def test_what_is_no_amount(amount: str) -> None:
    """Anything else is one fault."""
    assert len(codes(f"product x {{ cost {amount} }}")) == 1


def test_a_currency_in_small_letters() -> None:
    """The code that was meant is suggested; one that ISO 4217 does not know is said to be none."""
    small, unknown = reading("product x { cost 5 eur }\nproduct y { cost 5 QQQ }")
    assert (small.code, small.message) == ("MOD002", "`eur` is no currency of ISO 4217")
    assert "`EUR`" in small.help
    assert unknown.message == "`QQQ` is no currency of ISO 4217"


@pytest.mark.parametrize("reason", ["", " ", "\\n"])
def test_an_empty_reason_is_none(reason: str) -> None:
    """A `because` that gives no reason is a fault, and its statement counts for nothing."""
    assert codes(f'product p {{ uses x; allow MOD003 because "{reason}" }}') == ["MOD003", "MOD002"]
    assert codes(f'platform p {{ hosting on-premises because "{reason}" }}') == ["MOD002"]


def test_currencies_come_and_go() -> None:
    """A currency that was withdrawn after a model was written is still one."""
    assert codes("product x { cost 5 LTL until 2015; cost 5 EUR since 2015 }") == []


@pytest.mark.parametrize("duration", ["24 months", "1 years", "1 year", "30 days", "1.5 years"])
def test_durations(duration: str) -> None:
    """A number and days, months or years."""
    assert codes(f"contract x {{ break-clause {duration} }}") == []


@pytest.mark.parametrize("duration", ["24", "months", "24 weeks", '"24 months"'])
def test_what_is_no_duration(duration: str) -> None:
    """Anything else is one fault."""
    assert codes(f"contract x {{ break-clause {duration} }}") == ["MOD002"]


@pytest.mark.parametrize("date", ["2014", "2014-10", "2014-10-01", "0001", "9999-12-31", "2016-02-29"])
def test_dates(date: str) -> None:
    """A year, a month or a day."""
    assert codes(f"product x {{ since {date} }}") == []


@pytest.mark.parametrize(
    "date", ["14", "2014-13", "2014-00", "2015-02-29", "2014-1", "01-10-2014", "2014/10", "20141001", '"2014"', "0000"]
)
def test_what_is_no_date(date: str) -> None:
    """No such day, or not written as a date: one fault."""
    assert len(codes(f"product x {{ since {date} }}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "product a; product b",
        "product a {} product b {}",
        "product a { phase live; external }",
        "product a { phase live }",
        "product a {\n}\n",
        ";;product a;;\n;",
        "product a # comment\nproduct b",
        "product a { # comment }\n}",
        "product a#comment",
        "product a {#comment\n}#",
        "#",
        "",
        "\n\n",
        "product a\r\nproduct b {\r\n  phase live\r\n}\r\n",
        "product a { tags one, # the first\n\n  # none\n  two,three }",
        "\tproduct\ta\t{\tphase\tlive\t}\t",
        'product a "title"{phase live}',
    ],
)
def test_ends_of_statements(text: str) -> None:
    """A line end, `;` or the closing brace ends a statement; a comma takes the line ends and comments after it."""
    assert codes(text) == []


def test_a_comma_takes_only_what_follows_it() -> None:
    """A list whose next line begins with the comma is over before it."""
    assert codes("product a { tags one\n  , two }") == ["SYN001"]


def test_a_list_that_ends_with_a_comma() -> None:
    """A comma without an item after it is one fault."""
    assert codes("product a { tags one, }") == ["MOD002"]


def test_a_brace_on_the_next_line() -> None:
    """`{` stands on the line of its keyword; the block is read all the same."""
    (fault,) = reading("product a\n{\n  phase live\n}")
    assert (fault.code, fault.span.begin.line) == ("SYN001", 2)


@pytest.mark.parametrize("place", ["product a\rproduct b", 'product a "x\ry"', "# comment\rproduct a"])
def test_a_carriage_return_alone_ends_no_line(place: str) -> None:
    """Lines end with LF or CRLF, and a carriage return alone is an error where it stands."""
    faults = [fault for fault in reading(place) if fault.code == "SYN001"]
    assert [fault.span.start for fault in faults] == [place.index("\r")]


@pytest.mark.parametrize(
    "character",
    ["\0", "\x0b", "\x0c", "\x1b", "\u00a0", "\u2028", "\u200b", "\u202e", "£", "@", "'", "“", "=", "(", "\\"],
)
def test_other_characters(character: str) -> None:
    """What has no use in the language is one fault, at its place, that names it."""
    (fault,) = reading(f"product a {{\n  phase {character} live\n}}\nproduct b")
    assert (fault.code, fault.span.begin.line, fault.span.begin.column) == ("SYN001", 2, 9)
    assert fault.message.isprintable()


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("// note", "`#`"),
        ("product a 'Title'", "double quotes"),
        ("product a “Title”", "double quotes"),
        ("product a { owner: b }", "leave the `:` out"),
        ("product a { owner = b }", "leave the `=` out"),
        ("product a { cost £5 }", "GBP"),
        ("a -> b", "uses NAME"),
        ("product a { since 01/10/2014 }", "2014-10"),
        ("product a [ owner b ]", "{"),
        ("1 product", "keyword"),
    ],
)
def test_habits_from_elsewhere(text: str, advice: str) -> None:
    """What other languages write is told apart, and what to write instead is said."""
    assert advice in reading(text)[0].help


def test_a_byte_order_mark(tmp_path: Path) -> None:
    """A byte-order mark at the beginning is passed over, and columns do not count it."""
    file = tmp_path / "a.arch"
    file.write_bytes("\ufeffprodct a".encode())
    (fault,) = lint(Subject("model", (file,)), Settings(tmp_path)).findings
    assert (fault.span.begin.line, fault.span.begin.column) == (1, 1)


def test_columns_are_code_points() -> None:
    """A character beyond the basic plane is one column."""
    (fault,) = reading('product a "😀é" !')
    assert fault.span.begin.column == 16


@pytest.mark.parametrize(
    "statement", ['uses for for "the desk"', "uses since since 2014", "uses via", 'uses until until 2020 for "x"']
)
def test_words_are_not_reserved(statement: str) -> None:
    """A clause word is one only after the first argument."""
    names = "\n".join(f"product {word}" for word in ("for", "since", "via", "until"))
    assert codes(f"{names}\nproduct a {{ {statement} }}") == []


@pytest.mark.parametrize("name", ["product", "extend", "import", "uses", "top", "open"])
def test_keywords_may_be_names(name: str) -> None:
    """A keyword is one only where a statement begins."""
    assert codes(f"product {name}\nproduct a-user {{ uses {name} }}") == []


def test_clauses_stand_in_any_order_and_once() -> None:
    """After its subject a relation takes its clauses in any order, each at most once; `as` comes first."""
    names = "standard rest\nproduct b\ndata d\n"
    good = ['via rest for "x" bespoke since 2014 until 2015', 'until 2015 bespoke since 2014 for "x" via rest']
    assert [codes(f"{names}product a {{ uses b {clauses} }}") for clauses in good] == [[], []]
    bad = [
        "via rest via rest",
        "bespoke bespoke",
        'for "x" for "y"',
        "since 2014 since 2015",
        "via",
        "for x",
        "with rest",
    ]
    assert [codes(f"{names}product a {{ uses b {clauses} }}") for clauses in bad] == [["MOD002"]] * len(bad)
    assert codes(f'{names}store s {{ holds d as master for "x" }}') == []
    assert codes(f'{names}store s {{ holds d for "x" as master }}') == ["MOD002"]


def test_nesting_is_bounded_by_a_finding() -> None:
    """Blocks as deep as the limit are read; one deeper is a finding, and the rest is checked."""

    def nested(depth: int) -> str:
        return " ".join(f"system s{number} {{" for number in range(depth)) + " }" * depth + "\nprodct z"

    assert codes(nested(32)) == ["MOD001"]
    assert codes(nested(33)) == ["SYN004", "MOD001"]


def test_a_block_where_none_belongs() -> None:
    """A property takes no block."""
    assert codes("product a { phase live { } }") == ["MOD002"]


def test_spans_of_statements() -> None:
    """A statement's place is its own words, without its block, the space after it and the comment."""
    tree, _ = parse(SourceFile("a.arch", 'product a "A"  {\n  uses b  # c\n}\n'))
    (product,) = tree.statements
    assert [product.text, next(product.block).text] == ['product a "A"', "uses b"]
    assert tree.source.text[product.start : product.end].endswith("}")


def test_lines_are_counted_from_one() -> None:
    """The first line is line 1, also after CRLF."""
    assert lines("prodct a\r\n\r\nprodct b") == [1, 3]
