"""A good text of many blocks, and the mistakes that people make in one of them."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["MISTAKES", "blocks", "spoilt", "whole"]

Mistake = Callable[[list[str]], int]
"""Spoils the lines of a block, and gives the number of the line, counted from 0, on which it is to be reported."""

BLOCKS = (
    """
product product-{n} "Product {n}" {
  owner gds
  phase live
  interface api "Way in" {
    standard open-standard
    docs "https://docs.example/{n}"
  }
  description \"\"\"
    What product {n} is for,
    in two lines.
  \"\"\"
  uses hub.events for "telling" {
    source "page {n}"
  }
  tags alpha, beta
}
""",
    """
platform platform-{n} "Platform {n}" {
  owner gds
  cost 12.5m GBP
  store records {
    holds driver as master
    interface export {
      standard open-standard
    }
  }
  description \"\"\"
    Keeps records.
  \"\"\"
  interface lookup "Look up" {
    exposes driver
    standard open-standard
  }
  since 2014-10
}
""",
    """
system system-{n} "System {n}" {
  phase beta
  system part "Part" {
    technology "Python"
    uses hub.events
  }
  description \"\"\"
    A system of parts.
  \"\"\"
  system other {
    reads driver from hub.events
    technology "Java"
  }
  owner gds
}
""",
)

WAYS_IN = ("product-{n}.api", "platform-{n}.lookup", "system-{n}.other")
"""What other systems may use of each block."""

COMMON = """
organisation gds "Digital service"
standard open-standard { open }
data driver "Driver"
platform hub { interface events { standard open-standard } }
"""


MISTAKES: dict[str, Mistake] = {}


def mistake(spoil: Mistake) -> Mistake:
    """Takes a mistake into the list."""
    MISTAKES[spoil.__name__] = spoil
    return spoil


def blocks(count: int) -> list[list[str]]:
    """The lines of so many good blocks."""
    return [BLOCKS[n % len(BLOCKS)].strip().replace("{n}", str(n)).split("\n") for n in range(count)]


def whole(spoilt: list[list[str]]) -> str:
    """The text of blocks, what they refer to, and something that refers to the ways into them."""
    uses = [f"  uses {WAYS_IN[n % len(BLOCKS)].format(n=n)}" for n in range(len(spoilt))]
    lines = [line for block in spoilt for line in block]
    return "\n".join([*COMMON.strip().split("\n"), *lines, "system everything {", *uses, "}", ""])


def spoilt(names: list[str]) -> tuple[str, list[int]]:
    """A text with a mistake in every block, and the lines of the findings to expect."""
    made, expected = blocks(len(names)), []
    line = len(COMMON.strip().split("\n")) + 1
    for block, name in zip(made, names, strict=True):
        expected.append(line + MISTAKES[name](block))
        line += len(block)
    return whole(made), expected


def find(lines: list[str], what: Callable[[str], bool], skip: int = 0) -> int:
    """The number of the first line, but for so many, that is such a line."""
    return [number for number, line in enumerate(lines) if what(line)][skip]


@mistake
def missing_last_brace(lines: list[str]) -> int:
    del lines[-1]
    return 0


@mistake
def missing_inner_brace(lines: list[str]) -> int:
    at = find(lines, lambda line: line == "  }")
    opener = max(
        number
        for number in range(at)
        if lines[number].startswith("  ") and lines[number][2] != " " and lines[number].endswith("{")
    )
    del lines[at]
    return opener


@mistake
def missing_opening_brace(lines: list[str]) -> int:
    lines[0] = lines[0].removesuffix(" {")
    return 0


@mistake
def missing_inner_opening_brace(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  ") and line.endswith("{"))
    lines[at] = lines[at].removesuffix(" {")
    return at


@mistake
def extra_brace_at_the_end(lines: list[str]) -> int:
    lines.append("}")
    return len(lines) - 1


@mistake
def extra_brace_of_a_part(lines: list[str]) -> int:
    at = find(lines, lambda line: line == "  }")
    lines.insert(at + 1, "  }")
    return at + 1


@mistake
def extra_brace_in_a_line(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  owner"))
    lines[at] += " }"
    return at


@mistake
def unclosed_title(lines: list[str]) -> int:
    lines[0] = lines[0].replace('" {', " {")
    return 0


@mistake
def unclosed_string(lines: list[str]) -> int:
    at = find(lines, lambda line: line.strip().startswith(("docs", "technology", "owner")))
    lines[at] = lines[at][: -len(lines[at].lstrip())] + 'link "https://example'
    return at


@mistake
def unopened_string(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  owner"))
    lines[at] = '  link example"'
    return at


@mistake
def bad_character(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  owner"))
    lines[at] = "  owner = gds"
    return at


@mistake
def bad_character_in_a_head(lines: list[str]) -> int:
    lines[0] = lines[0].replace(' "', ': "')
    return 0


@mistake
def unclosed_long_string(lines: list[str]) -> int:
    at = find(lines, lambda line: line == '  """')
    del lines[at]
    return find(lines, lambda line: '"""' in line)


@mistake
def brace_on_next_line(lines: list[str]) -> int:
    lines[0] = lines[0].removesuffix(" {")
    lines.insert(1, "{")
    return 1


@mistake
def inner_brace_on_next_line(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  ") and line.endswith("{"))
    lines[at] = lines[at].removesuffix(" {")
    lines.insert(at + 1, "  {")
    return at + 1


@mistake
def stray_word(lines: list[str]) -> int:
    lines.insert(1, "  hello")
    return 1


@mistake
def stray_words_at_the_top(lines: list[str]) -> int:
    lines.insert(0, "this is prose")
    return 0


@mistake
def surplus_word(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  owner"))
    lines[at] += " really"
    return at


@mistake
def bad_escape(lines: list[str]) -> int:
    lines[0] = lines[0].replace('" {', r' \q" {')
    return 0


@mistake
def misspelt_property(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  owner"))
    lines[at] = "  ownr gds"
    return at


@mistake
def misspelt_kind(lines: list[str]) -> int:
    lines[0] = lines[0][0] + lines[0][2:]
    return 0


@mistake
def misspelt_inner_kind(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  ") and line.endswith("{") and "uses" not in line)
    lines[at] = lines[at][:4] + lines[at][5:]
    return at


@mistake
def foreign_comment(lines: list[str]) -> int:
    lines.insert(1, "  // a comment of another language")
    return 1


@mistake
def typographic_quotes(lines: list[str]) -> int:
    lines[0] = lines[0].replace(' "', " “").replace('" {', "” {")
    return 0


@mistake
def doubled_brace(lines: list[str]) -> int:
    lines[0] += "{"
    return 0


@mistake
def missing_name(lines: list[str]) -> int:
    at = find(lines, lambda line: line.startswith("  owner"))
    lines[at] = "  owner"
    return at
