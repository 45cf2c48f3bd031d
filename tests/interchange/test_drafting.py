"""Whatever a foreign model states becomes text that archlint understands, with the places of the foreign file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange.drafting import Draft, drafted
from archlint.interchange.foreign import Foreign, Link, State, Thing
from archlint.interchange.roles import LINK_ROLES, THING_ROLES, Roles, Selector
from archlint.interchange.words import Identifiers
from archlint.language.binder import bind
from archlint.language.declarations import Unit
from archlint.language.library import std
from archlint.language.parser import parse
from archlint.model.elements import Element
from archlint.source import SourceFile, Span, Translation

FILE = SourceFile("estate.xyz", "orders = service\nbilling = service\norders calls billing\n")
OTHER = SourceFile("more.xyz", "storage = part\n")
BY_KIND = tuple(Selector(role, kind=role) for role in dict.fromkeys((*THING_ROLES, *LINK_ROLES)))


def bound(draft: Draft) -> tuple[dict[str, Element], list[str]]:
    """The elements of a draft by their paths (with the kind, where two share one), and the codes of what is wrong."""
    units, faults = [Unit(parse(std())[0], imported=True, library=True)], []
    for source in draft.sources:
        tree, found = parse(source)
        units.append(Unit(tree))
        faults += found
    elements, wrong = bind(units)
    made: dict[str, Element] = {}
    for element in elements:
        made[element.path if element.path not in made else f"{element.keyword} {element.path}"] = element
    return made, [fault.code for fault in (*faults, *wrong)]


def at(source: SourceFile, words: str) -> Span:
    """The place of some words."""
    start = source.text.index(words)
    return Span(source, start, start + len(words))


def test_a_link_has_the_place_of_the_foreign_file() -> None:
    """What is found about a relation is shown where the foreign file states it."""
    foreign = Foreign("xyz", [
        Thing("1", "service", "Orders", at(FILE, "orders = service")),
        Thing("2", "service", "Billing", at(FILE, "billing = service")),
    ], [Link("1", "2", "calls", at(FILE, "orders calls billing"), technology="JSON/HTTPS")])  # fmt: skip
    elements, faults = bound(drafted(foreign, ()))
    assert faults == []
    relation = elements["orders"].relations[0]
    assert (relation.target, relation.via) == (elements["billing"], relation.via)
    assert relation.via is not None
    assert relation.via.name == "json"
    assert (relation.span.begin, relation.span.finish) == ((3, 1), (3, 21))
    assert relation.span.source.line(3) == "orders calls billing"
    assert elements["billing"].span.begin == (2, 1)


def test_what_another_file_says_keeps_its_own_place() -> None:
    """A part that another file declares stands in its system, and is shown where it is declared."""
    foreign = Foreign("xyz", [
        Thing("1", "service", "Orders", at(FILE, "orders = service")),
        Thing("2", "part", "Storage", at(OTHER, "storage = part"), parent="1"),
    ], [Link("2", "1", "calls", at(FILE, "orders calls billing"))])  # fmt: skip
    elements, faults = bound(drafted(foreign, ()))
    assert faults == []
    assert elements["orders.storage"].span.source.path == "more.xyz"
    assert elements["orders.storage"].relations[0].span.source.path == "estate.xyz"


def test_users_are_served_and_capabilities_needed() -> None:
    """A link gets the words of what stands at its ends."""
    place = at(FILE, "orders = service")
    things = [Thing(kind, kind, kind.title(), place) for kind in ("user", "product", "capability", "organisation")]
    links = [
        Link("user", "product", "uses", place),
        Link("product", "capability", "uses", place),
        Link("product", "organisation", "owner", place),
        Link("user", "capability", "uses", place),
    ]
    draft = drafted(Foreign("xyz", things, links), BY_KIND)
    elements, faults = bound(draft)
    assert faults == []
    product = elements["product"]
    assert {word: [str(fact.value.path) for fact in facts] for word, facts in product.facts.items()} == {
        "serves": ["user"], "needs": ["capability"], "owner": ["organisation"],
    }  # fmt: skip
    assert [decision.path for decision in draft.decisions][-1] == ""


def test_the_first_line_of_the_table_that_fits_decides() -> None:
    """A selector fits when everything that it states does, and the decision names it."""
    place = at(FILE, "orders = service")
    table = (Selector("legacy", tag="old*", technology="cobol"), Selector("product", tag="OLD"))
    things = [
        Thing("1", "s", "Host", place, tags=("Old",), technology="COBOL"),
        Thing("2", "s", "Shop", place, tags=("Old",), technology="Go"),
        Thing("3", "s", "Rest", place),
    ]
    draft = drafted(Foreign("xyz", things), table)
    assert [decision.role for decision in draft.decisions] == ["legacy", "product", "system"]
    assert [str(decision.because) for decision in draft.decisions] == [
        'tag "old*", technology "cobol"',
        'tag "OLD"',
        "None",
    ]


def test_where_no_relation_is_stated_nothing_stands_alone() -> None:
    """Of a model without relations, or of one system, it is not said that a system has none."""
    place = at(FILE, "orders = service")
    one, other = (Thing(key, "s", key, place) for key in ("one", "other"))
    silent = [
        drafted(Foreign("xyz", things, links), ()).sources[0].silent
        for things, links in (([one, other], []), ([one], [Link("one", "one", "uses", place)]))
    ]
    assert silent == [frozenset({"MOD010"})] * 2
    told = drafted(Foreign("xyz", [one, other], [Link("one", "other", "uses", place)]), ())
    assert told.sources[0].silent == frozenset()


def test_a_file_that_states_nothing_has_been_read() -> None:
    """It is one of the files of the model, like those that state something."""
    things = [Thing("1", "service", "Orders", at(FILE, "orders = service"))]
    draft = drafted(Foreign("xyz", things, files=[OTHER, FILE]), ())
    assert sorted(source.path for source in draft.sources) == ["estate.xyz", "more.xyz"]


def test_what_was_not_read_may_be_what_seems_to_be_missing() -> None:
    """Of a model of which a part was not read, no rule says that an element is of no use or stands alone."""
    things = [Thing("1", "service", "Orders", at(FILE, "orders = service"))]
    (source,) = drafted(Foreign("xyz", things, partial=True), ()).sources
    assert isinstance(source, Translation)
    assert {"MOD008", "MOD010"} <= source.silent


def test_kinds_are_patterns_without_regard_to_case() -> None:
    """A line may mean several kinds, and what a line says of things says nothing of links of the same kind."""
    place = at(FILE, "orders = service")
    roles = Roles((Selector("legacy", kind="OLD*", name="Host"), Selector("platform", kind="old?"), Selector("ignore")))
    things = [Thing(kind, kind, name, place) for kind, name in (("old", "Host"), ("olds", "Rest"), ("old", "Rest"))]
    assert [roles.of(thing)[0] for thing in things] == ["legacy", "platform", "ignore"]
    assert [roles.of(Link("a", "b", "olds", place))[0], roles.of(Thing("c", "olds", "x", place))[0]] == [
        "ignore",
        "platform",
    ]


TEXTS = st.text(max_size=12) | st.sampled_from(
    ["Orders", "orders", "API", 'a"b', "{", "\\", "\n", "\u202e", "é", "n-1", "std"]
)
KEYS = st.integers(0, 8).map(str)
PLACES = st.sampled_from([at(FILE, "orders = service"), at(FILE, "billing = service"), at(OTHER, "storage = part")])
THINGS = st.builds(
    Thing, key=KEYS, kind=st.sampled_from(THING_ROLES), name=TEXTS, place=PLACES, word=TEXTS, parent=st.none() | KEYS,
    owner=st.none() | KEYS, description=TEXTS, technology=TEXTS | st.just("SOAP, HTTP"), link=TEXTS | st.just("https://a.example/\"x"),
    tags=st.lists(TEXTS, max_size=3).map(tuple), groups=st.lists(TEXTS, max_size=2).map(tuple),
    properties=st.dictionaries(TEXTS, TEXTS, max_size=2), external=st.booleans(), phase=st.sampled_from(["", "live"]),
    since=st.sampled_from(["", "now"]),
    until=st.sampled_from(["", "then"]),
)  # fmt: skip
LINKS = st.builds(
    Link, source=KEYS, target=KEYS, kind=st.sampled_from(LINK_ROLES), place=PLACES, data=st.none() | KEYS,
    description=TEXTS, technology=TEXTS, tags=st.lists(TEXTS, max_size=2).map(tuple),
    properties=st.dictionaries(TEXTS, TEXTS, max_size=2), since=st.sampled_from(["", "now"]),
    until=st.sampled_from(["", "then"]),
)  # fmt: skip
STATES = [
    State("now", at(FILE, "orders = service"), at="2014"),
    State("then", at(FILE, "orders = service"), at="2016-02"),
]


@given(st.lists(THINGS, unique_by=lambda thing: thing.key), st.lists(LINKS, max_size=12))
def test_any_foreign_model_becomes_text_that_binds(things: list[Thing], links: list[Link]) -> None:
    """Whatever the names and texts, and however the parts stand in each other, the draft has no mistake of its own:
    what an element or a link cannot say is left out, and two facts of one time are all that may be said twice."""
    elements, faults = bound(drafted(Foreign("xyz", things, links, STATES), BY_KIND))
    assert set(faults) <= {"MOD006", "MOD009"}
    made = [element for element in elements.values() if not element.imported and element.keyword != "plateau"]
    assert len(made) == sum(thing.kind != "ignore" for thing in things)


def test_very_many_of_one_name_are_named_at_once() -> None:
    """Names that are taken cost no search: thousands of things of one name are numbered in the order they come."""
    names = Identifiers()
    given_names = [names.give("Orders") for _ in range(50_000)]
    assert given_names[:3] == ["Orders", "Orders-2", "Orders-3"]
    assert len(set(given_names)) == 50_000
    assert {names.give("Orders", f"block-{number}") for number in range(50_000)} == {"Orders-50001"}
