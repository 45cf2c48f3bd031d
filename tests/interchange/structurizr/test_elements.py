"""Elements and relations: what the DSL states of them, however it is written."""

from __future__ import annotations

import pytest

from tests.interchange.structurizr.writing import elements, faults, model, relations, workspace


def test_elements_stand_in_each_other() -> None:
    """People and systems stand alone, containers in systems, components in containers; keywords have no case."""
    foreign = model('''
      u = person "User" "Buys" "Customer, VIP"
      s = softwaresystem "Shop" {
        web = CONTAINER "Web" "Pages" "Go" "Browser" {
          component "Cart"
        }
      }
      thing = element "Box" "Hardware" "Stands there"
    ''')  # fmt: skip
    assert elements(foreign) == [
        "person: User", "softwareSystem: Shop", "container: Web in Shop", "component: Cart in Web in Shop",
        "customElement: Box",
    ]  # fmt: skip
    user, _, web, _, box = foreign.things
    assert (user.description, user.tags, user.word) == ("Buys", ("Customer", "VIP"), "u")
    assert (web.description, web.technology, web.tags) == ("Pages", "Go", ("Browser",))
    assert (box.description, dict(box.properties)) == ("Stands there", {"metadata": "Hardware"})
    assert foreign.faults == []


def test_facts_may_stand_in_the_block() -> None:
    """Description, technology, tags, address, properties and perspectives."""
    foreign = model('''
      softwareSystem "Shop" {
        description "Sells"
        tags "A, B" "C"
        tag "D"
        url https://shop.example
        properties {
          team "Blue"
          "cost centre" 12
        }
        perspectives {
          "Security" "Audited" "High"
          perspective "Ownership" {
            value "Team 1"
          }
        }
        !docs docs
        !adrs adrs
      }
    ''')  # fmt: skip
    (shop,) = foreign.things
    assert (shop.description, shop.tags, shop.link) == ("Sells", ("A", "B", "C", "D"), "https://shop.example")
    assert shop.properties == {
        "team": "Blue", "cost centre": "12", "perspective Security": "Audited (High)", "perspective Ownership": "Team 1",
    }  # fmt: skip
    assert foreign.faults == []


def test_relations_are_those_that_are_written() -> None:
    """With a source or in its block, with `this`, before their ends are declared; what is implied is none."""
    foreign = model('''
      !impliedRelationships true
      a = softwareSystem "A" {
        -> b "Calls" "JSON/HTTPS" "Async"
        b -> this
        c = container "C" {
          -> b "Reads" {
            technology "SQL"
          }
        }
      }
      b = softwareSystem "B"
      a -> b "Asks"
    ''')  # fmt: skip
    assert relations(foreign) == ["A -> B Calls (JSON/HTTPS)", "B -> A", "C -> B Reads (SQL)", "A -> B Asks"]
    assert foreign.links[0].tags == ("Async",)
    assert foreign.links[0].place.text == '-> b "Calls" "JSON/HTTPS" "Async"'


def test_hierarchical_identifiers() -> None:
    """A name is looked up in what it stands in, then outward, then by its whole path."""
    foreign = workspace('''workspace {
      !identifiers hierarchical
      model {
        a = softwareSystem "A" {
          api = container "A API"
          db = container "A DB"
          api -> db
        }
        b = softwareSystem "B" {
          api = container "B API" {
            -> a.api
          }
        }
        a.db -> B.API
      }
    }''')  # fmt: skip
    assert relations(foreign) == ["A API -> A DB", "B API -> A API", "A DB -> B API"]
    assert foreign.faults == []


def test_groups_are_kept_and_own_nothing() -> None:
    """An element knows the groups that it stands in, the outermost first; nobody is made its owner."""
    foreign = model('''
      properties {
        structurizr.groupSeparator /
      }
      group "Bank" {
        group "Cards" {
          a = softwareSystem "A" {
            group "Service" {
              container "C"
            }
          }
        }
      }
    ''')  # fmt: skip
    a, c = foreign.things
    assert (a.groups, a.properties, a.owner) == (("Bank", "Cards"), {"group": "Bank / Cards"}, None)
    assert c.groups == ("Service",)


def test_beside_an_enterprise_all_else_is_external() -> None:
    """That is what the word said in the format; a tag says no such thing."""
    foreign = model('''
      enterprise "Bank" {
        a = softwareSystem "A"
      }
      b = softwareSystem "B"
    ''')  # fmt: skip
    assert {thing.name: thing.external for thing in foreign.things} == {"A": False, "B": True}
    assert not model('softwareSystem "S" "" "External"').things[0].external


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


def test_what_runs_where_is_read_and_left_out() -> None:
    """Nodes and instances are things of their own, and the role of all of them is to be ignored."""
    foreign = model('''
      s = softwareSystem "S" {
        c = container "C"
      }
      live = deploymentEnvironment "Live" {
        one = deploymentGroup "One"
        deploymentNode "Server" "" "Linux" "" 4 {
          lb = infrastructureNode "Balancer"
          i = containerInstance c one "Failover" {
            healthCheck "Up" https://c.example 60
          }
          lb -> i "Forwards to"
          instanceOf s
        }
        c -/> s {
          c -> lb
        }
      }
    ''')  # fmt: skip
    assert elements(foreign, deployed=True)[2:] == [
        "deploymentEnvironment: Live", "deploymentNode: Server in Live",
        "infrastructureNode: Balancer in Server in Live",
        "containerInstance: C in Server in Live", "softwareSystemInstance: S in Server in Live",
    ]  # fmt: skip
    assert relations(foreign) == []
    assert sorted(link.kind for link in foreign.links) == [
        "containerInstance", "deployedRelationship", "deployedRelationship", "softwareSystemInstance",
    ]  # fmt: skip
    assert foreign.faults == []


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


def test_views_and_styles_say_nothing_of_the_model() -> None:
    """Containers and relations of views are no elements, and the style of an element is none either."""
    foreign = workspace('''workspace {
      views {
        container shop "Key" {
          include *
        }
        dynamic * {
          a -> b "again"
          {
            b -> c
          }
        }
      }
      configuration {
        scope softwaresystem
      }
    }''', 'element "Person" {\n shape Person\n}\n')  # fmt: skip
    assert (elements(foreign), relations(foreign), foreign.faults) == ([], [], [])
