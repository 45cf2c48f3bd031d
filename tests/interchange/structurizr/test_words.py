"""Words that a text makes of others: archetypes, constants, expressions, and names used elsewhere."""

from __future__ import annotations

import pytest

from tests.interchange.structurizr.writing import elements, faults, model, relations, workspace


def test_archetypes_are_words_for_elements_and_relations() -> None:
    """They extend each other, and those of the language's own words are where all begin."""
    foreign = model('''
      archetypes {
        softwareSystem {
          tag "Every"
        }
        outside = softwareSystem {
          tag "Outside"
        }
        service = group
        app = container {
          technology "Java"
          description "An app"
        }
        boot = app {
          technology "Spring"
        }
        -> {
          tag "R"
        }
        sync = -> {
          tag "Sync"
        }
        https = --sync-> {
          technology "HTTPS"
        }
      }
      a = outside "A" {
        service "S" {
          b = boot "B" {
            --https-> c "Calls"
          }
        }
      }
      c = softwareSystem "C"
      c --https-> a "Asks" "JSON" "T"
    ''')  # fmt: skip
    a, b, c = foreign.things
    assert (a.kind, a.tags, c.tags) == ("softwareSystem", ("Every", "Outside"), ("Every",))
    assert (b.kind, b.technology, b.description, b.groups) == ("container", "Spring", "An app", ("S",))
    assert relations(foreign) == ["B -> C Calls (HTTPS)", "C -> A Asks (JSON)"]
    assert [link.tags for link in foreign.links] == [("R", "Sync"), ("R", "Sync", "T")]
    assert foreign.faults == []


def test_constants_stand_for_what_they_were_given_last() -> None:
    """A variable may be given another value; what has none stays as it is written."""
    foreign = workspace('''!const NAME "Shop"
      workspace {
        !var X one
        model {
          softwareSystem "${NAME} ${X} ${NONE}"
          !var X "two ${NAME}"
          softwareSystem "${X}"
        }
      }''')  # fmt: skip
    assert elements(foreign) == ["softwareSystem: Shop one ${NONE}", "softwareSystem: two Shop"]


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        ('"element.parent==s"', "ab"),
        ('"element.tag==T"', "a"),
        ('"element.tag!=T && element.type==Container"', "b"),
        ('"element.technology==Go || element.tag==T"', "ab"),
        ('"element.properties[team]==Blue"', "b"),
        ('"element==a"', "a"),
        ('"->b"', "ab"),
        ('"a->"', "ab"),
        ("g", "a"),
    ],
)
def test_expressions_choose_elements(expression: str, chosen: str) -> None:
    """By parent, tag, type, technology, property, neighbours, group, and what joins them."""
    foreign = model(f'''
      s = softwareSystem "s" {{
        g = group "G" {{
          a = container "a" "" "" "T"
        }}
        b = container "b" "" "Go" {{
          properties {{
            team Blue
          }}
        }}
        a -> b
      }}
      x = softwareSystem "x"
      !elements {expression} {{
        this -> x "chosen"
      }}
    ''')  # fmt: skip
    assert "".join(line[0] for line in relations(foreign) if line.endswith("chosen")) == chosen
    assert foreign.faults == []


def test_something_may_be_said_elsewhere_of_an_element_or_relation() -> None:
    """By identifier, by canonical name, and of all that an expression chooses."""
    foreign = model('''
      a = softwareSystem "A"
      b = softwareSystem "B"
      r = a -> b
      b -> a
      !element a {
        container "C"
      }
      !element "SoftwareSystem://B" {
        description "The second"
      }
      !relationship r {
        technology "SOAP"
      }
      !relationships "*->a" {
        tag "In"
      }
    ''')  # fmt: skip
    assert elements(foreign)[2] == "container: C in A"
    assert foreign.things[1].description == "The second"
    assert [(link.technology, link.tags) for link in foreign.links] == [("SOAP", ()), ("", ("In",))]
    assert faults(foreign) == []
