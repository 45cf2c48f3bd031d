"""SEC102: personal data that leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

DATA = "data d { classification personal }\n"
OURS = "platform p { store s { holds d as master }; interface i { exposes d } }\n"
FLOWS = [
    "system e {\n external; reads d from p.s%s }",
    "system e { external; interface i }\nproduct x { writes d to e.i%s }",
    "system e { external; store t {\n holds d as replica of p.s%s } }",
    "system e { external; store t {\n holds d%s } }",
    "system e { external; system part {\n reads d from p.i%s } }",
    "system e { external; store t }\nsystem f { external; writes d to e.t%s }",
]


@pytest.mark.parametrize("flow", FLOWS, ids=["reads", "writes", "copies", "holds", "part reads", "between others"])
@pytest.mark.parametrize("classification", ["personal", "sensitive"])
def test_a_flow_without_a_purpose(flow: str, classification: str) -> None:
    """It sits on the relation that takes the data out; a purpose excuses it, an empty one does not."""
    text = DATA.replace("personal", classification) + OURS
    (finding,) = of("SEC102", text + flow % "")
    assert finding.span.begin.line == 4
    assert finding.elements[-1] == "d"
    assert said("SEC102", text + flow % ' for "printing letters"') == []
    assert len(said("SEC102", text + flow % ' for " "')) == 1


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("data", ["data d", "data d { classification official }", "data d { classification public }"])
def test_other_data_may_flow(flow: str, data: str) -> None:
    """What is not about people, and what is not known to be."""
    assert said("SEC102", f"{data}\n{OURS}{flow % ''}") == []
    beside = "\ndata people { classification personal }"
    assert said("SEC102", f"{data}\n{OURS}{flow % ''}{beside}") == []


@pytest.mark.parametrize(
    "flow",
    [
        "system e { external; store t }; product x { reads d from e }",
        "system e { external; writes d to p.i }",
        "system e { external; uses p.i }",
        "system e; product x { writes d to e; reads d from p.i }",
        "system e { external; reads d from e.t; writes d to e.t; store t }",
        'system e { external; store t { holds d for "us" } }; product x { store u { holds d as replica of e.t } }',
    ],
    ids=["read from it", "it writes", "no data named", "not external", "inside", "fed by it"],
)
def test_what_does_not_flow_out(flow: str) -> None:
    """What comes in, what stays with us, and what others do with it inside."""
    assert said("SEC102", DATA + OURS + flow) == []


def test_a_public_interface() -> None:
    """It sits on what it exposes, for each entity about people."""
    text = DATA + "data f { classification sensitive }\ndata g { classification public }\nproduct p {\n"
    text += " interface i {\n  access public\n  exposes d\n  exposes f, g\n }\n}"
    assert said("SEC102", text) == ["7: p.i, d", "8: p.i, f"]
    (first, _) = of("SEC102", text)
    assert [label.span.text for label in first.related] == ["access public", "classification personal"]


@pytest.mark.parametrize("access", ["access authenticated", ""])
def test_other_interfaces_are_not_open_to_all(access: str) -> None:
    """One that asks who is there, and one of which it is not known."""
    assert said("SEC102", DATA + f"product p {{ interface i {{ {access}; exposes d }} }}") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("system e { external; reads d from p until 2016 }", "resolved"),
        ("system e { external since 2016; reads d from p }", "introduced"),
        ("extend p.i { access public until 2016; access authenticated since 2016 }", "resolved"),
        ('system e { external; reads d from p until 2016; reads d from p for "law" since 2016 }', "resolved"),
    ],
)
def test_is_judged_at_each_time(text: str, status: str) -> None:
    """Relations, and what is stated, come and go."""
    plateaus = "plateau one { at 2014 }; plateau two { at 2018 }\n"
    (finding,) = of("SEC102", plateaus + DATA + OURS + text)
    assert finding.status.value == status


def test_a_classification_in_force() -> None:
    """Data that is anonymised flows freely from then on."""
    data = "plateau one { at 2014 }; plateau two { at 2018 }\ndata d { classification personal until 2016 }\n"
    (finding,) = of("SEC102", data + OURS + "system e { external; reads d from p }")
    assert finding.status.value == "resolved"


def test_imported_subjects_are_not_judged(tmp_path: Path) -> None:
    """What others read is theirs to say; what is written to them is not."""
    theirs = DATA + "product p\nsystem e { external; reads d from p; interface i { access public; exposes d } }"
    assert said_with_import(tmp_path, "SEC102", "product x { writes d to e }", theirs) == ["1: x, e, d"]
    assert said_with_import(tmp_path, "SEC102", "extend e.i { exposes d }", theirs) == []
    assert said_with_import(tmp_path, "SEC102", "extend e { reads d from p }", theirs) == []
