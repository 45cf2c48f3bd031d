"""SEC103: personal data that can be read on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

DATA = "data d { classification personal }; data f\nstandard clear { plain-text }; standard tight\n"
WAY = DATA + "system b { store s { holds d }; interface i { %s } }\n"
READS = "product a { reads d from b.i%s }"


@pytest.mark.parametrize(
    ("way", "via", "readable"),
    [
        ("transport plain", "", True),
        ("transport plain; standard tight", "", True),
        ("transport plain", " via tight", True),
        ("standard clear", "", True),
        ("standard tight, clear", "", True),
        ("", " via clear", True),
        ("standard clear, tight", " via clear", True),
        ("standard clear; transport encrypted", "", False),
        ("transport encrypted", " via clear", False),
        ("standard clear, tight", " via tight", False),
        ("standard tight", "", False),
        ("transport encrypted", "", False),
        ("", "", False),
    ],
)
def test_what_can_be_read(way: str, via: str, readable: bool) -> None:
    """A plain transport, or a plain-text standard without an encrypted one; the standard after `via` is the one."""
    assert said("SEC103", WAY % way + READS % via) == (["4: a, b.i, d"] if readable else [])


@pytest.mark.parametrize(
    ("relation", "crosses"),
    [
        ("reads d from b.i", True),
        ("writes d to b.i", True),
        ("reads f from b.i", False),
        ("uses b.i", False),
        ("reads d from b", False),
        ("reads d from b.s", False),
        ("system part { reads d from b.i }", True),
        ("reads d from b via clear", True),
        ("reads d from b.s via clear", True),
        ("uses b via clear", False),
        ("store t { holds d as replica of b.s via clear }", True),
        ("store t { holds d as replica of b.s }", False),
        ("store t { holds f as replica of b.s via clear }", False),
    ],
)
def test_what_crosses(relation: str, crosses: bool) -> None:
    """What is read, written or copied, and is about people, by an interface or a standard that is named."""
    assert len(said("SEC103", WAY % "transport plain" + f"product a {{ {relation} }}")) == crosses


@pytest.mark.parametrize(
    ("exposes", "crosses"), [("exposes d", True), ("exposes d, f", False), ("exposes f", False), ("", False)]
)
def test_what_is_used_without_saying_what_for(exposes: str, crosses: bool) -> None:
    """Where all that an interface exposes is about people, what crosses it is."""
    found = said("SEC103", WAY % f"transport plain; {exposes}" + "product a { uses b.i }")
    assert found == (["4: a, b.i"] if crosses else [])


@pytest.mark.parametrize(
    ("classification", "judged"), [("sensitive", True), ("official", False), ("public", False), ("", False)]
)
def test_data_about_people(classification: str, judged: bool) -> None:
    """Sensitive data is; what is classified otherwise, or not, is not."""
    text = (WAY % "transport plain").replace(
        "classification personal", classification and f"classification {classification}"
    )
    assert len(said("SEC103", text + READS % "")) == judged


def test_one_finding_for_each_relation() -> None:
    """Each sits on its own line."""
    text = (
        WAY % "transport plain" + "product a {\n reads d from b.i\n writes d to b.i\n}\nproduct c { reads d from b.i }"
    )
    assert said("SEC103", text) == ["5: a, b.i, d", "6: a, b.i, d", "8: c, b.i, d"]


def test_inside_one_system_nothing_crosses() -> None:
    """Parts that talk to each other are not on the wire, for all that is known."""
    text = DATA + "product a { system x { reads d from y.i }; system y { interface i { transport plain } } }"
    assert said("SEC103", text) == []
    copy = "product a { store s { holds d }; store t { holds d as replica of s via clear } }"
    assert said("SEC103", DATA + copy) == []


def test_the_standards_of_the_library() -> None:
    """Mail, file transfer and web pages in the clear, but not what says how it is encrypted."""
    text = 'import "std"\ndata d { classification personal }\nsystem b { interface i { standard %s } }\n'
    for plain in ("ftp", "telnet", "smtp", "http"):
        assert said("SEC103", text % plain + READS % "") == ["4: a, b.i, d"]
    for other in ("sftp", "rest", "soap", "https"):
        assert said("SEC103", text % other + READS % "") == []


@pytest.mark.parametrize(
    ("way", "status"),
    [
        ("transport plain until 2016; transport encrypted since 2016", "resolved"),
        ("standard tight; standard clear since 2016", "introduced"),
        ("standard clear; transport encrypted since 2016", "resolved"),
    ],
)
def test_is_judged_at_each_time(way: str, status: str) -> None:
    """What an interface states comes and goes."""
    plateaus = "\nplateau one { at 2014 }; plateau two { at 2018 }"
    (finding,) = of("SEC103", WAY % way + READS % "" + plateaus)
    assert finding.status.value == status


def test_says_where_it_is_plain_and_what_to_do() -> None:
    """The transport, and the classification; another interface that is encrypted, else this one made so."""
    (finding,) = of("SEC103", WAY % "transport plain" + READS % "")
    assert [label.span.text for label in finding.related] == ["transport plain", "classification personal"]
    assert finding.help.startswith("let `b.i` be encrypted")
    own = "\nextend a { interface h { exposes d; transport encrypted } }\nsystem e { interface k { exposes d } }"
    (finding,) = of("SEC103", WAY % "transport plain" + READS % "" + own)
    assert finding.help.startswith("let `b.i` be encrypted")
    safe = own + "\nsystem c { interface j { exposes d; transport encrypted } }"
    (finding,) = of("SEC103", WAY % "transport plain" + READS % "" + safe)
    assert finding.help == "go through `c.j` instead, which is encrypted"
    (finding,) = of("SEC103", WAY % "transport plain" + "product a { writes d to b.i }" + safe)
    assert finding.help.startswith("let `b.i` be encrypted")
    doors = "interface g { exposes d }; interface h { exposes f; transport encrypted }\n"
    doors += "interface j { exposes d; transport encrypted }"
    beside = f"{safe}\nextend b {{ {doors} }}"
    (finding,) = of("SEC103", WAY % "transport plain" + "product a { writes d to b.i }" + beside)
    assert finding.help == "go through `b.j` instead, which is encrypted"
    (finding,) = of("SEC103", WAY % "" + "product a { reads d from b.s via clear }")
    assert finding.help.startswith("take an encrypted way")


def test_imported_subjects_are_not_judged(tmp_path: Path) -> None:
    """An own product that reads from an imported interface is; an imported one is not."""
    assert said_with_import(tmp_path, "SEC103", READS % "", WAY % "transport plain") == ["1: a, b.i, d"]
    assert said_with_import(tmp_path, "SEC103", "product z", WAY % "transport plain" + READS % "") == []
    own = "extend a { writes d to b.i }"
    assert said_with_import(tmp_path, "SEC103", own, WAY % "transport plain" + READS % "") == []


@pytest.mark.parametrize(
    ("way", "via", "place", "why"),
    [
        ("transport plain", "", "transport plain", "the transport is plain"),
        ("standard clear", "", "interface i", "`clear` is plain text"),
        ("standard tight", " via clear", "reads d from b.i via clear", "`clear` is plain text"),
    ],
)
def test_shows_what_makes_it_readable(way: str, via: str, place: str, why: str) -> None:
    """The transport, the interface with its standard, or the relation that names one."""
    (finding,) = of("SEC103", WAY % way + READS % via)
    assert (finding.related[0].span.text, finding.related[0].message) == (place, why)


def test_of_several_entities_names_the_first() -> None:
    """By name, whichever is stated first."""
    data = "data e { classification sensitive }\n"
    (finding,) = of("SEC103", data + WAY % "transport plain; exposes e, d" + "product a { uses b.i }")
    assert "personal data `d`" in finding.message
