"""INT104: interfaces that one supplier controls."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

STANDARDS = "standard s { proprietary }\nstandard o { open }\n"


def test_sits_on_the_standard_that_is_named() -> None:
    """The words underlined are the proprietary standard; the interface is the subject."""
    (finding,) = of("INT104", STANDARDS + "legacy a {\n  interface i {\n    standard o, s\n  }\n}")
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (5, "s", ("a.i",))


def test_sits_on_the_word_proprietary() -> None:
    """An interface that says it is proprietary is one finding, on the first statement that makes it so."""
    (finding,) = of("INT104", STANDARDS + "product a { interface i { proprietary; standard s } }")
    assert finding.span.text == "proprietary"
    assert finding.message == "`a.i` is proprietary, and no adaptor wraps `a`"


def test_every_interface_is_a_finding_of_its_own() -> None:
    """Those of parts, stores and adaptors too, and of stores at the top."""
    closed = "interface i { standard s }"
    text = (
        f"{STANDARDS}platform a {{\n{closed}\nsystem p {{\n{closed} }}\nstore t {{\n"
        f"{closed} }} }}\nadaptor b {{ {closed} }}\nstore c {{ {closed} }}"
    )
    assert said("INT104", text) == ["4: a.i", "6: a.p.i", "8: a.t.i", "9: b.i", "10: c.i"]


@pytest.mark.parametrize(
    "model",
    [
        "legacy a { external; interface i { standard s } }",
        "legacy a { external; system p { interface i { standard s } } }",
        "legacy a { interface i { standard s } }\nadaptor g { wraps a }",
        "legacy a { system p { interface i { standard s } } }\nadaptor g { wraps a.p }",
        "legacy a { interface i { bespoke; standard o } }",
        "legacy a { interface i { standard n } }\nstandard n",
        "legacy a { interface i }",
    ],
    ids=["external", "part-of-external", "wrapped", "wrapped-part", "bespoke", "unknown", "nothing"],
)
def test_what_is_innocent(model: str) -> None:
    """External systems, wrapped ones, and what is not known to be proprietary."""
    assert said("INT104", STANDARDS + model) == []


def test_says_which_open_interface_there_is_already() -> None:
    """Where the system has an open interface beside it, that is named."""
    (finding,) = of("INT104", STANDARDS + "legacy a { interface i { standard s }; interface j { standard o } }")
    assert "`a.j`" in finding.help


def test_an_adaptor_that_comes_later_resolves_it() -> None:
    """What the roadmap wraps is resolved; when the adaptor goes, it is back."""
    plateaus = "plateau one { at 2014 }\nplateau two { at 2016 }\n"
    text = plateaus + STANDARDS + "legacy a { interface i { standard s } }\nadaptor g { wraps a; %s 2015 }"
    assert [finding.status.value for finding in of("INT104", text % "since")] == ["resolved"]
    assert [finding.status.value for finding in of("INT104", text % "until")] == ["introduced"]


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """An imported interface is not judged, not even for what an own file adds; an imported adaptor still wraps."""
    theirs = "standard s { proprietary }\nlegacy b { interface i { standard s } }\nadaptor g { wraps a }"
    own = "extend b.i { proprietary }\nlegacy a { interface i { standard s } }\nlegacy c { interface i { standard s } }"
    assert said_with_import(tmp_path, "INT104", own, theirs) == ["3: c.i"]
