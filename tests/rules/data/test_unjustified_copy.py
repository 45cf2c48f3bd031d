"""DAT107: copies without a reason."""

from __future__ import annotations

from pathlib import Path

from tests.linting import of, said
from tests.rules.data.beside import said_beside

COPY = "data fact\nstore m { holds fact as master }\nproduct a { store s { holds fact as replica of m } }"


def test_a_copy_without_a_reason_is_found() -> None:
    """A replica that does not say what for is found on its statement."""
    (finding,) = of("DAT107", COPY)
    assert (finding.span.begin.line, finding.span.text) == (3, "holds fact as replica of m")
    assert finding.elements == ("a.s", "m", "fact")


def test_a_reason_is_enough_and_a_blank_is_none() -> None:
    """`for` with words in it justifies the copy; with nothing in it, it does not."""
    assert said("DAT107", COPY.replace("of m", 'of m for "speed"')) == []
    assert said("DAT107", COPY.replace("of m", 'of m for " "')) == ["3: a.s, m, fact"]


def test_only_copies_need_a_reason() -> None:
    """Masters, and holdings that say nothing, are not asked for one."""
    assert said("DAT107", COPY.replace(" as replica of m", "")) == []


def test_is_judged_at_each_instant() -> None:
    """A copy that ends is resolved, a copy that comes is introduced."""
    times = "plateau one { at 2014 }\nplateau two { at 2016 }\n"
    ends, comes = (of("DAT107", times + COPY.replace("of m", f"of m {time} 2015"))[0] for time in ("until", "since"))
    assert (ends.status.value, comes.status.value) == ("resolved", "introduced")


def test_imported_copies_are_not_judged(tmp_path: Path) -> None:
    """Only the model's own copies are subjects, also those of imported masters."""
    assert (
        said_beside("DAT107", "data fact; store m { holds fact }", "store s { holds fact as replica of m }", tmp_path)
        == []
    )
    own = "data fact; store s { holds fact as replica of m }"
    assert said_beside("DAT107", own, "store m { holds fact as master }", tmp_path) == ["model.arch:1: s, m, fact"]
