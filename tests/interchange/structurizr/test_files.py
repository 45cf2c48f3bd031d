"""What a workspace takes in from other files, and what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interchange.structurizr.writing import elements, faults, folder, relations

SYSTEM = 'a = softwareSystem "A"\n'


def test_files_and_directories_are_included_where_they_stand(tmp_path: Path) -> None:
    """Each with the constants that hold there, as often as it is named."""
    foreign = folder(tmp_path, {
        "w.dsl": 'workspace {\n model {\n !const N "One"\n !include parts/a.dsl\n'
                 ' !const N "Two"\n !include parts\n }\n}\n',
        "parts/a.dsl": 'softwareSystem "${N}" {\n !include in/c.dsl\n}\n',
        "parts/in/c.dsl": 'container "C"\n',
        "parts/.hidden": "nonsense",
    }, "w.dsl")  # fmt: skip
    assert elements(foreign)[:4] == [
        "softwareSystem: One", "container: C in One", "softwareSystem: Two", "container: C in Two",
    ]  # fmt: skip
    assert len({thing.key for thing in foreign.things}) == len(foreign.things)
    assert foreign.things[1].place.source.path.endswith("c.dsl")
    assert foreign.faults == []


def test_what_is_included_is_not_read_for_itself_as_well(tmp_path: Path) -> None:
    """Of a directory, the workspaces count; a fragment that none of them takes in is read alone."""
    foreign = folder(tmp_path, {
        "w.dsl": "workspace {\n model {\n !include a.dsl\n }\n views {\n !include v.dsl\n }\n}\n",
        "a.dsl": SYSTEM,
        "v.dsl": "systemLandscape {\n include *\n}\n",
        "other.dsl": 'b = softwareSystem "B"\n',
    })  # fmt: skip
    assert elements(foreign) == ["softwareSystem: A", "softwareSystem: B"]


def test_what_two_workspaces_take_from_one_place_is_one(tmp_path: Path) -> None:
    """The element and its relations count once."""
    shared = SYSTEM + 'b = softwareSystem "B"\na -> b "Calls"\n'
    whole = "workspace {\n model {\n !include shared.dsl\n }\n}\n"
    foreign = folder(tmp_path, {"one.dsl": whole, "two.dsl": whole, "shared.dsl": shared})
    assert elements(foreign) == ["softwareSystem: A", "softwareSystem: B"]
    assert relations(foreign) == ["A -> B Calls"]


def test_a_workspace_may_extend_another(tmp_path: Path) -> None:
    """Its identifiers, archetypes and constants hold in the one that extends it, which may itself be extended."""
    foreign = folder(tmp_path, {
        "1.dsl": 'workspace {\n !identifiers hierarchical\n !const N "C"\n model {\n archetypes {\n'
                  " app = container\n }\n" + SYSTEM + " }\n}\n",
        "2.dsl": 'workspace extends 1.dsl {\n model {\n !element a {\n c = app "${N}"\n }\n }\n}\n',
        "3.dsl": 'workspace extends "2.dsl" {\n model {\n b = softwareSystem "B"\n b -> a.c\n }\n}\n',
    })  # fmt: skip
    assert elements(foreign) == ["softwareSystem: A", "container: C in A", "softwareSystem: B"]
    assert relations(foreign) == ["B -> C"]
    assert foreign.faults == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("!include https://x.example/a.dsl", "never fetched"),
        ("!include http://x.example/a.dsl", "never fetched"),
        ("!include missing.dsl", "no such file"),
        ("!include ../out.dsl", "leads out of the project"),
        ("!include ${NOWHERE}/a.dsl", "holds a constant that has no value"),
        ("!include w.dsl", "in which it stands"),
        ("!include w.json", "JSON cannot be included"),
        ("!script groovy {\n if (x) {\n y('\"')\n }", "never run"),
        ("!script change.kts", "never run"),
        ("!plugin com.example.Plugin {\n name value\n }", "never run"),
        ("!components {\n classes x.jar\n }", "not looked for in code"),
    ],
)
def test_what_is_not_followed_is_reported(tmp_path: Path, statement: str, words: str) -> None:
    """At its place, and the rest is read; then nothing is said of what seems to be missing."""
    inside = tmp_path / "inside"
    files = {"w.dsl": f"workspace {{\n model {{\n {statement}\n {SYSTEM} }}\n}}\n", "w.json": "{}"}
    (tmp_path / "out.dsl").write_text(SYSTEM, encoding="utf-8")
    foreign = folder(inside, files, "w.dsl", roots=(inside.resolve(),))
    assert [(fault.code, fault.span.begin.line) for fault in foreign.faults] == [("MOD007", 3)]
    assert words in foreign.faults[0].message
    assert elements(foreign) == ["softwareSystem: A"]


def test_extending_an_address_is_reported(tmp_path: Path) -> None:
    """What is not declared may stand there, and that is said once, with the address."""
    foreign = folder(tmp_path, {
        "w.dsl": "workspace extends https://x.example/w.dsl {\n model {\n"
                 + SYSTEM + ' a -> b\n c -> a\n x = special "X"\n }\n}\n',
    })  # fmt: skip
    (fault,) = foreign.faults
    assert fault.code == "MOD007"
    assert "never fetched; what nothing here declares is left out: `special`, `b`, `c`" in fault.message
    assert foreign.partial


def test_files_in_a_circle_end(tmp_path: Path) -> None:
    """The circle is reported where it closes, and one of its files is read."""
    foreign = folder(tmp_path, {
        "1.dsl": 'workspace extends 2.dsl {\n model {\n softwareSystem "A"\n }\n}\n',
        "2.dsl": 'workspace extends 1.dsl {\n model {\n softwareSystem "B"\n }\n}\n',
    })  # fmt: skip
    assert elements(foreign) == ["softwareSystem: B", "softwareSystem: A"]
    assert faults(foreign) == ["1 MOD007 1.dsl"]


def test_what_is_included_again_and_again_is_bounded(tmp_path: Path) -> None:
    """Files that name each other twice, thirty deep, come to an end with a fault."""
    files = {f"{number}.dsl": f"!include {number + 1}.dsl\n!include {number + 1}.dsl\n" for number in range(18)}
    foreign = folder(tmp_path, {**files, "18.dsl": 'person "P"\nperson "Q"\nperson "R"\n'}, "0.dsl")
    assert [fault.code for fault in foreign.faults] == ["SYN003"]


def test_constants_that_double_are_bounded(tmp_path: Path) -> None:
    """A word does not grow beyond its limit."""
    text = "!const a0 xx\n" + "".join(f'!const a{n} "${{a{n - 1}}}${{a{n - 1}}}"\n' for n in range(1, 40))
    foreign = folder(tmp_path, {"w.dsl": text + 'workspace {\n model {\n person "${a39}"\n }\n}\n'})
    assert {fault.code for fault in foreign.faults} == {"SYN001"}
    assert all(len(thing.name) < 100_000 for thing in foreign.things)


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    """The fault shows the first byte that is not UTF-8; in an included file it sits there."""
    (tmp_path / "old.dsl").write_bytes(b'person "Nam\xe9"\n')
    foreign = folder(tmp_path, {"w.dsl": f"workspace {{\n model {{\n !include old.dsl\n{SYSTEM} }}\n}}\n"}, "w.dsl")
    (fault,) = foreign.faults
    assert (fault.code, fault.span.source.path.endswith("old.dsl"), fault.span.begin) == ("SYN003", True, (1, 12))
    assert elements(foreign) == ["softwareSystem: A"]


def test_blocks_too_deep_are_refused(tmp_path: Path) -> None:
    """A bomb of braces is one fault at the first that is too deep."""
    foreign = folder(tmp_path, {"w.dsl": "workspace {\n" + "group g {\n" * 5000 + "}\n" * 5001})
    assert [fault.code for fault in foreign.faults] == ["SYN004"]


def test_relations_that_multiply_are_bounded(tmp_path: Path) -> None:
    """An expression that relates everything to everything is a fault where it becomes too much."""
    many = "".join(f'softwareSystem "S{number}"\n' for number in range(750))
    text = f'workspace {{\n model {{\n{many} !elements "*" {{\n this -> this\n }}\n }}\n}}\n'
    foreign = folder(tmp_path, {"w.dsl": text})
    assert ([fault.code for fault in foreign.faults], foreign.links) == (["SYN003"], [])
