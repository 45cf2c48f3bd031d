"""What holds of all rules on sourcing."""

from __future__ import annotations

from tests.linting import findings

ESTATE = """supplier s; supplier z
system b { supplied-by s }; system a { supplied-by s }; system c
product p { uses c; uses b; uses a; }
contract one { supplier s; covers p, b; covers c, a; role service-management; value 1bn GBP; extension automatic }
extend one { until 2016; description "all of it" }
contract two { supplier s; covers c; role component; since 2010; until 2015; break-clause 3 years; data-owner s }
plateau now { at 2014 }"""


def test_the_order_of_the_text_changes_no_finding() -> None:
    """Backwards, line by line and statement by statement, the same is found in the same words."""
    backwards = "\n".join(
        f"{head}{{{';'.join(reversed(body.rstrip('}').split(';')))}}}" if body and line.count("{") == 1 else line
        for line in reversed(ESTATE.splitlines())
        for head, _, body in [line.partition("{")]
    )
    expected = _found(ESTATE)
    assert _found(backwards) == expected
    assert {code for code, *_ in expected} == {f"SRC10{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8)}


def _found(text: str) -> set[tuple[object, ...]]:
    return {
        (one.code, one.elements, one.message, one.help, one.status)
        for one in findings(text, profile="all")
        if one.code.startswith("SRC")
    }
