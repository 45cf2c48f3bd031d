"""The text itself: comments, strings, long lines, and everything that is not as it should be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.interchange.structurizr.writing import elements, faults, model, relations, workspace


def test_comments_are_passed_over() -> None:
    """On lines of their own, over several lines, and at the end of a line; `#` in a word is none."""
    foreign = model('''
      # one
      // two \\
      /* three { */
      /**
        softwareSystem "No"
      */
      softwareSystem "A" "" "#1,//2" // after
      softwareSystem "B" { // after
      } // after
    ''')  # fmt: skip
    assert elements(foreign) == ["softwareSystem: A", "softwareSystem: B"]
    assert foreign.things[0].tags == ("#1", "//2")
    assert foreign.faults == []


def test_lines_may_go_on() -> None:
    """A backslash at the end of a line joins the next to it, in strings too, whatever ends the lines."""
    text = 'a = \\\n  softwareSystem \\\n  "Web \\\n      Shop" """\n    What it\n      does\n    """\n'
    for ending in ("\n", "\r\n"):
        foreign = model(text.replace("\n", ending))
        assert elements(foreign) == ["softwareSystem: Web Shop"]
        assert foreign.things[0].description.split() == ["What", "it", "does"]
        assert foreign.faults == []


def test_a_byte_order_mark_is_no_letter() -> None:
    """Not at the beginning of the file."""
    assert elements(workspace('\ufeffworkspace {\n model {\n  person "You"\n }\n}\n')) == ["person: You"]


def test_a_missing_brace_is_found_by_the_indentation() -> None:
    """It is reported where it was opened, once, and everything stands where it was meant to."""
    foreign = workspace('''workspace {
    model {
        a = softwareSystem "A" {
            b = container "B" {
                component "C"
        }
        d = softwareSystem "D"
    }
    views {
    }
}
''')  # fmt: skip
    assert faults(foreign) == ['4 SYN002 b = container "B" {']
    assert elements(foreign) == [
        "softwareSystem: A", "container: B in A", "component: C in B in A", "softwareSystem: D",
    ]  # fmt: skip


def test_braces_that_are_missing_at_the_end() -> None:
    """Each of them is reported, and the rest is read."""
    foreign = workspace('workspace {\nmodel {\na = softwareSystem "A" {\n')
    assert sorted(line[:8] for line in faults(foreign)) == ["1 SYN002", "2 SYN002", "3 SYN002"]
    assert elements(foreign) == ["softwareSystem: A"]


def test_mistakes_hide_nothing_else() -> None:
    """Each has its place, and what can be understood is."""
    foreign = workspace('''workspace {
  model {
    a = sofwareSystem "A"
    b = softwareSystem "B
    c = softwareSystem "C" "" "" surplus
    d = softwareSystem
    b -> nowhere
    b ->
    -> b
    group "G"
    !foo
    e = softwareSystem "E"
    {
      container "F"
    }
  }
}
}
''')  # fmt: skip
    assert sorted(faults(foreign)) == sorted([
        "3 SYN001 sofwareSystem", '4 SYN002 "B', '5 SYN001 surplus', "6 SYN001 d = softwareSystem", "7 MOD003 nowhere",
        "8 SYN001 ->", "9 SYN001 -> b", '10 SYN001 group "G"', "11 SYN001 !foo", '12 SYN001 e = softwareSystem "E"',
        "18 SYN001 }",
    ])  # fmt: skip
    assert elements(foreign)[-2:] == ["softwareSystem: E", "container: F in E"]


def test_names_nearby_are_offered() -> None:
    """For a misspelt keyword and for a misspelt identifier."""
    foreign = model('orders = sofwareSystem "A"\nbilling = softwareSystem "B"\nbilling -> biling\n')
    assert [fault.help for fault in foreign.faults] == ["did you mean `softwareSystem`?", "did you mean `billing`?"]


def test_the_second_of_one_identifier_is_reported() -> None:
    """The first keeps it."""
    foreign = model('a = softwareSystem "A"\na = softwareSystem "B"\nb = softwareSystem "C" {\n -> a\n}')
    assert faults(foreign) == ['4 MOD005 a = softwareSystem "B"']
    assert relations(foreign) == ["C -> A"]


def test_dangling_names_by_the_hundred() -> None:
    """Every one has its finding, at its place."""
    foreign = model('a = softwareSystem "A"\n' + "".join(f"a -> x{number}\n" for number in range(300)))
    assert [fault.code for fault in foreign.faults] == ["MOD003"] * 300
    assert relations(foreign) == []


def test_strings_and_comments_without_end() -> None:
    """They are reported where they begin."""
    assert faults(workspace('workspace "A {\n}\n')) == ['1 SYN002 "A']
    assert faults(workspace("workspace {\n}\n/* and so\non")) == ["3 SYN002 /*"]
    assert [line[:8] for line in faults(model('person "A" """\nand so on'))] == ["3 SYN002"]


PIECES = st.sampled_from([
    "workspace", "model", "{", "}", "\n", '"', '"""', "\\", "/*", "*/", "//", "#", "->", "=", "a", "b", "this",
    "softwareSystem", "container", 'person "P"', "group", "!include", "!const", "${a}", "!elements", '"element.tag==x"',
    "properties", "archetypes", "--a->", "deploymentNode", "instanceOf", "!script", "views", " ", "\r", "\0", "\u202e",
    "element", "extends", "!identifiers hierarchical", "!relationships", "*->*",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_no_text_makes_anything_but_faults(text: str) -> None:
    """Whatever the text, there is a model, every fault has its place in it, and all ends stand in the model."""
    foreign = workspace(text)
    keys = {thing.key for thing in foreign.things}
    assert all({link.source, link.target} <= keys for link in foreign.links)
    for fault in foreign.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(fault.span.source.text) + 1
