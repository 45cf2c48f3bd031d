"""Elements and relations: what the DSL states of them, however it is written."""

from __future__ import annotations

from tests.interchange.structurizr.writing import elements, model, relations, workspace


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
        "team": "Blue", "cost centre": "12", "perspective Security": "Audited (High)",
        "perspective Ownership": "Team 1",
    }  # fmt: skip
    assert foreign.faults == []


def test_relations_are_those_that_are_written() -> None:
    """With a source or in its block, with `this`, before their ends are declared; none that is implied."""
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
    assert foreign.things[3].properties == {"environment": "Live", "instances": "4"}
    assert {link.properties.get("environment") for link in foreign.links if "Instance" in link.kind} == {"Live"}
    assert sorted(link.kind for link in foreign.links) == [
        "containerInstance", "deployedRelationship", "deployedRelationship", "softwareSystemInstance",
    ]  # fmt: skip
    assert foreign.faults == []


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
