"""LikeC4 files: what they declare, how names are looked up, and what is said of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint import check, load
from archlint.interchange.formats import detected

WHOLE = """
// a comment
specification {
  element actor { style { shape person } }
  element system
  element app { notation "Application" }
  relationship async
  tag old
}
model {
  customer = actor 'Customer' 'Buys things' { #old, #loyal
    description: '''
      **Somebody**
        who buys
    '''
    -> shop.web 'browses'
  }
  system shop "The shop" {
    technology 'Go'; link https://shop.example/docs 'Docs'
    icon tech:go
    style { color green; opacity 10% }
    metadata { version '1.0'  owners ['a', 'b'] }
    web = app 'Web' { this -> orders 'asks' { technology 'JSON/HTTPS' } }
    orders = app {
      title 'Orders'
      -[async]-> web 'tells'
    }
  }
  customer .uses shop
  extend shop { #extended
    extra = app 'Extra'
    metadata { team 'x' }
  }
  extend shop.web -> shop.orders 'asks' { metadata { rps '1000' } }
}
views 'Some' { view index { include * } dynamic view steps { customer -> shop } }
deployment { environment prod { } }
"""


BLOCK = "this block has no end"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of its own."""
    (tmp_path / ".git").mkdir()
    return tmp_path


def written(folder: Path, text: str, name: str = "shop.c4") -> Path:
    """A file with a text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def said(file: Path) -> list[tuple[str, int, str]]:
    """The code, the line and the message of every finding that is no note."""
    return [
        (finding.code, finding.span.begin.line, finding.message)
        for finding in check(file)
        if finding.severity.value != "info"
    ]


def test_elements_relations_and_what_they_state_are_read(folder: Path) -> None:
    """Parts stand in their systems, people are users, and each fact is where it was written."""
    model = load(written(folder, WHOLE))
    elements = {element.path: element for element in model.own}
    assert {path: element.keyword for path, element in elements.items()} == {
        "customer": "user", "shop": "system", "shop.web": "system", "shop.orders": "system", "shop.extra": "system",
    }  # fmt: skip
    shop = elements["shop"]
    assert (shop.title, [fact.value for fact in shop.link]) == ("The shop", ["https://shop.example/docs"])
    assert [fact.value for fact in elements["customer"].description] == ["**Somebody**\n  who buys"]
    assert [fact.value for fact in shop.tags] == ["extended"]
    assert {fact.value for fact in shop.meta} == {("version", "1.0"), ("owners", "a, b"), ("team", "x")}
    assert [(one.target.path, one.via and one.via.name) for one in elements["shop.web"].relations if one.target] == [
        ("shop.orders", "json")
    ]
    assert [fact.value.path for fact in shop.facts["serves"]] == ["customer"]
    assert [fact.value.path for fact in elements["shop.web"].facts["serves"]] == ["customer"]


def test_a_finding_points_at_the_line_that_causes_it(folder: Path) -> None:
    """A circle of parts is found where LikeC4 states the relation."""
    found = [finding for finding in check(written(folder, WHOLE)) if finding.code == "INT105"]
    assert [(finding.span.source.path.endswith("shop.c4"), finding.span.begin.line) for finding in found] == [
        (True, 26)
    ]
    assert found[0].span.source.line(26).strip() == "-[async]-> web 'tells'"
    assert found[0].fixes == ()


def test_names_are_looked_up_from_the_inside_and_by_their_ends(folder: Path) -> None:
    """A name means what is nearest; else the only element in reach whose path ends so."""
    model = load(
        written(
            folder,
            """model {
        one = system { api = part; a = part { -> api } }
        two = system { api = part { deep = part } }
        three = system { -> deep; -> one.api; b = part { -> two.deep } }
    }""",
        )
    )
    targets = {
        (element.path, relation.target.path)
        for element in model.own
        for relation in element.relations
        if relation.target
    }
    assert targets == {
        ("one.a", "one.api"), ("three", "two.api.deep"), ("three", "one.api"), ("three.b", "two.api.deep"),
    }  # fmt: skip


def test_several_files_make_one_project(folder: Path) -> None:
    """A file may extend what another declares, in whatever order they come; a directory is read as a whole."""
    written(folder, "model { extend shop.web { part = app 'Part' { -> orders } } }", "a.c4")
    written(folder, "model { shop = system { web = app; orders = app } }", "b.likec4")
    assert {element.path for element in load(folder).own} == {"shop", "shop.web", "shop.web.part", "shop.orders"}
    assert said(folder) == []


def test_projects_do_not_see_each_other(folder: Path) -> None:
    """Files below different configurations of LikeC4 may use one name for two things."""
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "likec4.config.json").write_text("{}")
        written(folder / name, "model { shop = system { -> till; till = app } }")
    assert [element.path for element in load(folder).own] == ["shop", "shop.till", "shop-2", "shop-2.till"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("model {\n a = system\n a -> nowhere\n}", [("MOD003", 3, "there is no element named `nowhere`")]),
        ("model {\n a = system\n a = system\n}", [("MOD005", 3, "`a` is declared already")]),
        ("model {\n a = system {\n  b = app\n", [("SYN002", 2, BLOCK), ("SYN002", 1, BLOCK)]),
        ("model {\n a = system 'open\n}", [("SYN002", 2, "this string has no end"), ("SYN002", 1, BLOCK)]),
        ("model {\n a = system\n ??? what\n b = system\n b -> c\n}", [
            ("SYN001", 3, "an element, a relation or a property is expected here"),
            ("MOD003", 5, "there is no element named `c`"),
        ]),
        ("model {\n -> a\n a = system\n}", [("SYN001", 2, "this relation has no element that it starts from")]),
    ],
    ids=["dangling", "twice", "unclosed block", "unclosed string", "something else", "from nowhere"],
)  # fmt: skip
def test_mistakes_are_located_and_hide_nothing(folder: Path, text: str, expected: list[tuple[str, int, str]]) -> None:
    """Each mistake is said once where it is, and what follows is read."""
    assert sorted(said(written(folder, text))) == sorted(expected)


def test_deep_nesting_ends_in_a_finding(folder: Path) -> None:
    """A thousand blocks in each other are neither a crash nor a hang."""
    text = "model { " + "".join(f"e{at} = app {{ " for at in range(1000)) + "}" * 1001
    assert [code for code, _, _ in said(written(folder, text))] == ["SYN004"]


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.c4", "model { a = system }", "likec4"),
        ("a.txt", "specification { element x }\nmodel { x a }", "likec4"),
        ("a.c4", 'views "Context" { view a of b { include * } }', "likec4"),
        ("a.c4", 'workspace "a" {\n model {\n  a = softwareSystem "A"\n }\n}', "structurizr"),
        ("a.txt", "product a", None),
    ],
)
def test_the_content_decides_what_a_file_is(name: str, text: str, form: str | None) -> None:
    """A file is LikeC4 by what stands in it; its suffix helps only where that is open."""
    found = detected(name, text.encode())
    assert (found == "likec4") == (form == "likec4")
    if form is None:
        assert found is None


def test_a_large_model_is_read_in_time_linear_in_its_size(folder: Path) -> None:
    """Ten thousand elements with as many relations take seconds."""
    text = "model {\n" + "".join(f"s{at} = system 'S {at}' {{ p{at} = app }}\n" for at in range(5000))
    text += "".join(f"s{at} -> s{at + 1}.p{at + 1} 'x'\n" for at in range(4999)) + "}\n"
    assert len(load(written(folder, text)).own) == 10_000


CORPORA = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "likec4"


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the collected models of others are not beside the repository")
def test_models_of_others_are_read_without_a_mistake_of_ours() -> None:
    """Every example of the LikeC4 project is recognised and read; read as projects, none has a syntax error."""
    files = [path for path in CORPORA.rglob("*") if path.suffix in (".c4", ".likec4")]
    assert len(files) > 50
    assert [path.name for path in files if detected(path.name, path.read_bytes()) != "likec4"] == []
    folders = {path.parent for path in files}
    for folder in sorted(folders - {one for one in folders if one.parent in folders}):
        assert [finding.message for finding in check(folder) if finding.code.startswith("SYN")] == []
