"""What is shown: elements, slots, lines, frames, statuses and marks."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.diagrams.picture import Box, Line, Mark, Openness, Picture, Status
from tests.diagrams.pictures import picture

TIMES = "plateau now { at 2014 }\nplateau then { at 2018 }\n"


def box(shown: Picture, path: str) -> Box:
    """The box of an element."""
    return next(box for box in shown.boxes if box.path == path)


def ends(shown: Picture) -> list[tuple[str, str, str]]:
    """Kind, source and target of every line."""
    return [(line.kind, line.source, line.target) for line in shown.lines]


def statuses(shown: Picture) -> dict[str, Status | None]:
    """What becomes of every box."""
    return {box.path: box.status for box in shown.boxes}


def test_shows_users_systems_and_stores_of_their_own() -> None:
    """Without a view everything that people, systems and top-level stores are is drawn, and nothing else."""
    shown = picture(
        "user u\nproduct p\nplatform f\nlegacy l\nadaptor a\nsystem s\nstore t\ncapability c\ndata d\nsupplier x\n"
    )
    assert [box.path for box in shown.boxes] == ["u", "p", "f", "l", "a", "s", "t"]


def test_layers_run_from_users_to_legacy() -> None:
    """Users stand on top, products next, platforms beneath them, then adaptors, then legacy."""
    shown = picture("legacy l\nadaptor a\nplatform f\nproduct p\nuser u\n")
    assert sorted(shown.boxes, key=lambda box: box.layer) == [box(shown, path) for path in ("u", "p", "f", "a", "l")]


def test_products_stand_in_their_areas() -> None:
    """Products are framed by area in the order of the areas, platforms by themselves, legacy by the waterline."""
    shown = picture(
        "product b { area back-office }\nproduct d { area digital-public-service }\nproduct n\nplatform f\nlegacy l\n"
    )
    titles = [frame.title for frame in shown.frames]
    assert titles == [
        "Digital public services", "Back office", "Area not stated", "Platforms", "≈≈≈ waterline ≈≈≈ legacy beneath",
    ]  # fmt: skip
    assert box(shown, "b").frame == shown.frames[1].name
    assert box(shown, "l").frame == next(frame.name for frame in shown.frames if frame.water)


def test_interfaces_and_stores_stand_in_the_box_of_their_system() -> None:
    """An interface says whether it is open, a store whether it is a register and what it holds."""
    shown = picture(
        """
        standard rest { open }
        data driver
        platform f {
          interface api "API" { standard rest }
          interface old { proprietary }
          interface mystery
          store records { register; holds driver as master }
          system part { interface inner }
        }
        """
    )
    slots = [(slot.path, slot.title, slot.openness) for slot in box(shown, "f").slots]
    assert slots == [
        ("f.api", "API", Openness.OPEN),
        ("f.old", "old", Openness.CLOSED),
        ("f.mystery", "mystery", Openness.UNKNOWN),
        ("f.records", "records: driver (master)", Openness.REGISTER),
        ("f.part.inner", "inner", Openness.UNKNOWN),
    ]
    assert box(shown, "f").notes == ("parts: part",)


def test_relations_become_lines_between_boxes() -> None:
    """A relation is lifted to the boxes at its ends and keeps the slot; one inside a box is not drawn."""
    shown = picture(
        """
        data d
        user u
        platform f { interface api; store s { holds d as master } }
        product p {
          serves u
          uses f.api
          reads d from f.s
          store copy { holds d as replica of f.s }
          system part { uses f; uses p }
        }
        legacy l
        adaptor a { wraps l; hosted-on f }
        """
    )
    assert sorted(shown.lines, key=repr) == sorted(
        [
            Line("u", "p", "serves", words=("p serves u",)),
            Line("p", "f", "uses", "", "f.api", words=("p uses f.api",)),
            Line("p", "f", "reads", "", "f.s", words=("p reads d from f.s",)),
            Line("p", "f", "replica", "p.copy", "f.s", words=("p.copy holds d as replica of f.s",)),
            Line("p", "f", "uses", words=("p.part uses f",)),
            Line("a", "l", "wraps", words=("a wraps l",)),
            Line("a", "f", "hosted-on", words=("a hosted-on f",)),
        ],
        key=repr,
    )


def test_relations_of_one_kind_between_the_same_ends_are_one_line() -> None:
    """Two entities read from one interface are one line that names both."""
    shown = picture("data a\ndata b\nplatform f { interface i }\nproduct p { reads a from f.i; reads b from f.i }\n")
    assert [line.words for line in shown.lines] == [("p reads a from f.i", "p reads b from f.i")]


def test_a_comparison_tells_what_becomes_of_elements() -> None:
    """Kept, added, removed and changed elements are told apart; what changes is named."""
    shown = picture(
        TIMES + "product kept\nproduct added { since 2016 }\nlegacy removed { until 2016 }\n"
        "platform changed { cost 2m GBP until 2016; cost 1m GBP since 2016; phase live }\n"
        "product never { since 2015; until 2017 }\n"
    )
    assert statuses(shown) == {
        "kept": Status.KEPT, "added": Status.ADDED, "removed": Status.REMOVED, "changed": Status.CHANGED,
    }  # fmt: skip
    assert box(shown, "changed").notes == ("changed: cost",)
    assert shown.compared
    assert shown.subtitle == "now (2014-01-01) → then (2018-01-01)"


def test_a_comparison_tells_what_becomes_of_relations_and_slots() -> None:
    """A line is changed when what it goes via, or what it is for, differs; a slot has a status of its own."""
    shown = picture(
        TIMES + "standard soap\nstandard rest\nplatform f { interface i; interface j { since 2016 } }\n"
        "product p {\nuses f.i via soap until 2016\nuses f.i via rest since 2016\nuses f.j since 2016\n"
        "uses f until 2016\n"
        "hosted-on f\n}\n"
    )
    assert {(line.kind, line.target_slot): line.status for line in shown.lines} == {
        ("uses", "f.i"): Status.CHANGED,
        ("uses", "f.j"): Status.ADDED,
        ("uses", ""): Status.REMOVED,
        ("hosted-on", ""): Status.KEPT,
    }
    assert [slot.status for slot in box(shown, "f").slots] == [Status.KEPT, Status.ADDED]


def test_one_moment_has_no_statuses() -> None:
    """A picture of one plateau shows what exists then, and compares nothing."""
    shown = picture(TIMES + "product p { since 2016 }\nproduct q\n", moments=("now",))
    assert statuses(shown) == {"q": None}
    assert not shown.compared
    assert shown.subtitle == "at now (2014-01-01)"


def test_a_successor_points_at_what_it_replaces() -> None:
    """The line from the new to the old is added, although the two never live together."""
    shown = picture(TIMES + "legacy old { until 2016 }\nplatform new { since 2016; replaces old }\n")
    assert [(line.kind, line.source, line.target, line.status) for line in shown.lines] == [
        ("replaces", "new", "old", Status.ADDED)
    ]


def test_a_view_shows_names_kinds_and_tags_and_hides_others() -> None:
    """`show` and `hide` take elements, kinds and tags."""
    shown = picture(
        "product a { tags blue }\nproduct b\nplatform c\nplatform d\nlegacy e\n"
        "view v { show blue, platform, e; hide d }\n",
        view="v",
    )
    assert [box.path for box in shown.boxes] == ["a", "c", "e"]


def test_a_view_can_hide_slots() -> None:
    """`hide interface, store` leaves the boxes without slots; lines then end at the boxes."""
    shown = picture(
        "platform f { interface i; store s }\nproduct p { uses f.i }\n"
        "view v { show system, product, platform; hide interface, store }\n",
        view="v",
    )
    assert box(shown, "f").slots == ()
    assert shown.lines == (Line("p", "f", "uses", words=("p uses f.i",)),)


def test_a_view_can_open_a_system() -> None:
    """A part that a view names gets a box of its own, and the lines to it end there."""
    shown = picture(
        "product p { uses s.part.i }\nplatform s { system part { interface i }; system other }\n"
        "view v { show p, s, s.part }\n",
        view="v",
    )
    assert [box.path for box in shown.boxes] == ["p", "s", "s.part"]
    assert ends(shown) == [("uses", "p", "s.part")]
    assert box(shown, "s").notes == ("parts: other",)


def test_a_view_of_an_interface_shows_its_system() -> None:
    """An interface is drawn in the box of its system, so that is shown."""
    assert [
        box.path for box in picture("platform f { interface i }\nproduct p\nview v { show f.i }\n", view="v").boxes
    ] == ["f"]


def test_a_view_shows_capabilities_and_data_with_what_refers_to_them() -> None:
    """Kinds that are not drawn without being asked for are tied to what names them."""
    shown = picture(
        "capability c\ndata d { part-of e }\ndata e\n"
        "platform f { provides c; interface i { exposes d } }\nproduct p { needs c }\n"
        "view v { show capability, data, platform, product }\n",
        view="v",
    )
    assert sorted(ends(shown)) == [
        ("exposes", "f", "d"), ("needs", "p", "c"), ("part-of", "d", "e"), ("provides", "f", "c"),
    ]  # fmt: skip


def test_a_view_groups_by_owner_on_both_sides_of_the_waterline() -> None:
    """`group-by owner` frames what an owner has above the waterline, and again what it has beneath."""
    shown = picture(
        'organisation a "Org A"\norganisation b "Org B"\nproduct p { owner a }\nplatform f { owner b }\n'
        "legacy l { owner a }\n"
        "legacy m { owner b }\nview v { show product, platform, legacy; group-by owner }\n",
        view="v",
    )
    assert [(frame.title, bool(frame.parent)) for frame in shown.frames] == [
        ("Org A", False), ("Org B", False), ("≈≈≈ waterline ≈≈≈ legacy beneath", False),
        ("Org A", True), ("Org B", True),
    ]  # fmt: skip


def test_a_view_has_its_own_title_times_and_direction() -> None:
    """`at`, `compare` and `direction` are as the view says; times given win."""
    text = (
        TIMES + 'product p\nview v "Way" { show product; compare then with now; direction right }\n'
        "view w { show p; at then }\n"
    )
    assert picture(text, view="v").subtitle == "model, then (2018-01-01) → now (2014-01-01)"
    assert picture(text, view="v").title == "Way"
    assert picture(text, view="v").direction == "right"
    assert picture(text, view="w").subtitle == "model, at then (2018-01-01)"
    assert picture(text, view="w", moments=("now",)).subtitle == "model, at now (2014-01-01)"


def test_elements_with_findings_carry_their_codes() -> None:
    """The subject of a finding is marked, a part on the box that shows it."""
    shown = picture("product a { uses b }\nproduct b { system inner { uses a } }\n", select=("INT105",))
    assert {box.path: box.marks for box in shown.boxes if box.marks} == {
        "b": (Mark("INT105", severity=Severity.ERROR),)
    }


def test_waived_findings_leave_no_mark() -> None:
    """What is waived is accepted, and not marked."""
    text = 'product a { uses b }\nproduct b { uses a; allow INT105 because "For now." }\n'
    assert not any(box.marks for box in picture(text, select=("INT105",)).boxes)


def test_findings_of_other_moments_leave_no_mark() -> None:
    """A picture of one plateau is marked with what holds then; a comparison tells what is resolved."""
    text = TIMES + "product a { uses b until 2016 }\nproduct b { uses a }\n"
    assert [box.marks for box in picture(text, moments=("then",), select=("INT105",)).boxes] == [(), ()]
    compared = picture(text, select=("INT105",))
    assert {mark for box in compared.boxes for mark in box.marks} == {Mark("INT105", True, Severity.ERROR)}


def test_a_successor_that_is_there_before_replaces_when_the_old_goes() -> None:
    """What stands beside its predecessor at first takes its place in between: that line is added, not kept."""
    shown = picture(
        TIMES + "legacy old { until 2016 }\nplatform new { replaces old }\nlegacy k\nplatform n { replaces k }"
    )
    assert [(line.target, line.status) for line in shown.lines] == [("old", Status.ADDED), ("k", Status.KEPT)]


def test_what_is_gone_is_depended_on_no_more() -> None:
    """A statement that outlives what it names is drawn as removed with it."""
    shown = picture(TIMES + "legacy old { until 2016 }\nplatform new { reuses old }\n")
    assert [(line.kind, line.status) for line in shown.lines] == [("reuses", Status.REMOVED)]


def test_parts_stand_where_their_system_stands() -> None:
    """A part with a box of its own is in the area, the frame and the layer of its system unless it says otherwise."""
    shown = picture(
        "product p { area mission-it; system a; system b { area back-office } }\nlegacy l { system c }\n"
        "platform f { system d }\nview v { show p.a, p.b, l.c, f.d }\n",
        view="v",
    )
    titles = {frame.name: frame.title for frame in shown.frames}
    assert [titles[box.frame] for box in shown.boxes] == [
        "Mission IT", "Back office", "≈≈≈ waterline ≈≈≈ legacy beneath", "Platforms",
    ]  # fmt: skip
    assert [box.layer for box in shown.boxes] == [1, 1, 4, 2]


def test_data_shows_how_it_must_be_handled() -> None:
    """The box of an entity says its classification."""
    shown = picture("data d { classification sensitive }\nview v { show data }\n", view="v")
    assert shown.boxes[0].notes == ("sensitive",)


def test_findings_about_owners_are_marked_on_their_frames() -> None:
    """A department that has a frame and no box bears what is found of it there, once."""
    text = (
        'organisation gds\norganisation d "Department"\ncapability paying\n'
        "platform pay { owner gds; provides paying }\n"
        "legacy ledger { owner d }\nproduct fines { owner d; provides paying; uses ledger }\n"
        "view v { show product, legacy; group-by owner }\n"
    )
    shown = picture(text, view="v", select=("INT106",))
    assert [(frame.title, [mark.code for mark in frame.marks]) for frame in shown.frames if frame.marks] == [
        ("Department", ["INT106"])
    ]


def test_a_view_names_owners_and_areas() -> None:
    """`show` and `hide` of an organisation mean what it owns; a word that is an area, what is in it."""
    text = "organisation a\norganisation b\nproduct p { owner a }\nplatform q { owner b }\nproduct r { owner a }\n"
    assert [box.path for box in picture(text + "view v { show a }", view="v").boxes] == ["p", "r"]
    assert [box.path for box in picture(text + "view v { hide a }", view="v").boxes] == ["q"]
    assert [box.path for box in picture(text + "view v { show organisation }", view="v").boxes] == ["a", "b"]
