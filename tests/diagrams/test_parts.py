"""Parts of a picture, its other forms, and large ones made small."""

from __future__ import annotations

from archlint.diagrams.about import About
from archlint.diagrams.capabilities import capability_map
from archlint.diagrams.collapsed import FEW_BOXES, collapsed
from archlint.diagrams.integration import integration_of
from archlint.diagrams.parts import around, between, boxes_about
from archlint.diagrams.picture import Picture, Status
from archlint.diagrams.times import Times
from archlint.diagrams.views import data_view, default_view, picture_of
from archlint.model.elements import Data
from archlint.model.model import Model
from tests.diagrams.pictures import picture
from tests.linting import report

CHAIN = """
user u
product a { serves u; uses b; uses d }
platform b { hosted-on c }
platform c
legacy d { reuses e }
legacy e
"""


def paths(shown: Picture) -> list[str]:
    """The boxes of a picture."""
    return [box.path for box in shown.boxes]


def model_of(text: str) -> Model:
    """The model of a text."""
    return report(text).model


def test_the_focus_shows_what_is_so_many_lines_away() -> None:
    """The depth counts lines in both directions; frames that are empty then are not drawn."""
    shown = picture(CHAIN)
    assert paths(around(shown, {"b"}, 0)) == ["b"]
    assert paths(around(shown, {"b"}, 1)) == ["a", "b", "c"]
    assert paths(around(shown, {"b"}, 2)) == ["u", "a", "b", "c", "d"]
    assert [frame.title for frame in around(shown, {"b"}, 0).frames] == ["Platforms"]
    assert [(line.source, line.target) for line in around(shown, {"b"}, 1).lines] == [("a", "b"), ("b", "c")]


def test_ways_lead_along_the_lines() -> None:
    """Between two ends stands what some way passes, and nothing where no way leads there."""
    shown = picture(CHAIN)
    assert paths(between(shown, {"u"}, {"e"})) == ["u", "a", "d", "e"]
    assert paths(between(shown, {"u"}, {"b", "d"})) == ["u", "a", "b", "d"]
    assert paths(between(shown, {"e"}, {"u"})) == []


def test_an_element_without_a_box_is_found_by_who_names_it() -> None:
    """A department is where its systems are, those of its agencies too; a capability, where it is provided."""
    text = (
        "organisation top\norganisation agency { part-of top }\ncapability c\ndata d\n"
        "product p { owner top; needs c; interface i }\nplatform f { owner agency; provides c }\n"
        "system s { store t { holds d } }\n"
    )
    model = model_of(text)
    shown = picture_of(model, default_view(model, Times.default(model)))
    found = {
        element.path: boxes_about(model, shown, element, Times.default(model))
        for element in model.elements
        if not element.imported
    }
    assert found == {
        "top": {"p", "f"}, "agency": {"f"}, "c": {"p", "f"}, "d": {"s"}, "p": {"p"}, "p.i": {"p"}, "f": {"f"},
        "s": {"s"}, "s.t": {"s"},
    }  # fmt: skip


DATA = """
data driver { classification personal }
data address { part-of driver }
data other
legacy old { store s { holds driver as master } }
platform new { interface api { exposes driver }; store r { holds driver as replica of old.s }; store x { holds other } }
adaptor way { wraps old; interface i { exposes driver } }
product p { reads driver from new.api; writes address to old; reads other from new }
product q { reads other from new.x }
"""


def test_the_picture_of_an_entity_shows_who_has_to_do_with_it() -> None:
    """Masters, replicas, readers, writers, and the interfaces that expose it; nothing of other data."""
    model = model_of(DATA)
    entity = next(element for element in model.of(Data) if element.name == "driver")
    shown = picture_of(model, data_view(model, entity, Times.default(model)))
    assert set(paths(shown)) == {"driver", "address", "old", "new", "way", "p"}
    assert {(line.kind, line.source, line.target) for line in shown.lines} == {
        ("masters", "old", "driver"),
        ("replica", "new", "old"),
        ("exposes", "new", "driver"),
        ("exposes", "way", "driver"),
        ("wraps", "way", "old"),
        ("reads", "p", "new"),
        ("writes", "p", "old"),
        ("part-of", "address", "driver"),
    }


def test_the_only_holder_is_the_master() -> None:
    """A store that alone holds an entity and says nothing is drawn as its master; one of two is not."""
    model = model_of("data a\ndata b\nsystem s { store t { holds a; holds b } }\nsystem u { store v { holds b } }\n")
    times = Times.default(model)
    kinds = {
        entity.name: sorted(line.kind for line in picture_of(model, data_view(model, entity, times)).lines)
        for entity in model.of(Data)
    }
    assert kinds == {"a": ["masters"], "b": ["holds", "holds"]}
    assert not About()


def test_integration_is_told_in_two_halves() -> None:
    """Wires past platforms and adaptors stand on one side, the others on the other, with what has both on both."""
    shown = integration_of(
        picture(
            "product a { uses b; uses f.i }\nsystem b { uses f.i }\nplatform f { interface i }\n"
            "user u\nproduct z { serves u }"
        )
    )
    assert paths(shown) == ["a", "b", "a ", "b ", "f"]
    assert [(line.source, line.target) for line in shown.lines] == [("a", "b"), ("a ", "f"), ("b ", "f")]
    assert [frame.title for frame in shown.frames] == [
        "Point to point: 1 pair of 2 systems", "Through platforms and adaptors: 2 pairs of 3 systems",
    ]  # fmt: skip
    assert len({box.path for box in shown.boxes}) == len(shown.boxes)


def test_the_map_of_capabilities_says_who_provides_each() -> None:
    """A capability stands in the frame of the one above it, with who provides and how many need it, and who leaves."""
    model = model_of(
        "plateau x { at 2014 }\nplateau y { at 2018 }\n"
        "capability top\ncapability pay { part-of top }\ncapability lone\n"
        "platform f { since 2016; provides pay }\n"
        "legacy l { until 2016; provides pay, lone }\nproduct p { needs pay }\n"
    )
    shown = capability_map(model, Times.default(model))
    assert [(box.path, box.frame, box.layer, box.status, box.notes) for box in shown.boxes] == [
        ("top", "top", 0, Status.KEPT, ()),
        ("pay", "top", 1, Status.KEPT, ("+ provided by f", "− provided by l", "needed by 1")),
        ("lone", "", 0, Status.KEPT, ("− provided by l", "! nobody provides it in the end")),
    ]
    assert [frame.title for frame in shown.frames] == ["top"]


def large(owners: int, systems: int) -> str:
    """An estate of so many systems, those of an owner in a chain across owners."""
    declared = "".join(f'organisation o{at} "Owner {at}"\n' for at in range(owners))
    return (
        "plateau x { at 2014 }\nplateau y { at 2018 }\n"
        + declared
        + "".join(
            f"product p{at} {{ owner o{at % owners}; area mission-it;"
            f" uses p{(at + 1) % systems}{' since 2016' * (at % 2)} }}\n"
            for at in range(systems)
        )
    )


def test_a_large_picture_has_a_box_for_each_owner() -> None:
    """Above a size there is a box for each owner with its numbers, and the lines say how many relations of what status
    they stand for."""
    model = model_of(large(4, 120))
    times = Times.default(model)
    whole = picture_of(model, default_view(model, times))
    found = collapsed(model, whole, times)
    assert found is not None
    assert found.by == "owner"
    assert [(box.path, box.title, box.notes) for box in found.picture.boxes] == [
        (f"o{at}", f"Owner {at}", ("30 products",)) for at in range(4)
    ]
    assert sorted((line.source, line.target, line.count, line.kind) for line in found.picture.lines) == [
        ("o0", "o1", "30", "uses"), ("o1", "o2", "+30", "uses"),
        ("o2", "o3", "30", "uses"), ("o3", "o0", "+30", "uses"),
    ]  # fmt: skip


def test_what_owners_do_not_make_small_areas_do() -> None:
    """Where there are as many owners as systems, the boxes are areas; where one area is all, kinds, and so on."""
    model = model_of(large(130, 130) + "user u\nproduct z { serves u }\n")
    times = Times.default(model)
    found = collapsed(model, picture_of(model, default_view(model, times)), times)
    assert found is not None
    assert found.by == "area"
    assert {box.title for box in found.picture.boxes} == {"Mission IT", "Area not stated", "Users"}


def test_a_small_picture_stays_as_it_is() -> None:
    """Nothing is collapsed that can be read."""
    model = model_of(large(3, FEW_BOXES))
    times = Times.default(model)
    assert collapsed(model, picture_of(model, default_view(model, times)), times) is None


def test_what_is_all_of_one_group_is_drawn_whole() -> None:
    """One box for everything would say nothing."""
    model = model_of("".join(f"product p{at}\n" for at in range(FEW_BOXES + 1)))
    times = Times.default(model)
    assert collapsed(model, picture_of(model, default_view(model, times)), times) is None
