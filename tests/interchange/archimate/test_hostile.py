"""Files that mean harm end in one clear fault, in little time and little room."""

from __future__ import annotations

import struct
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange.archimate import recognises
from archlint.interchange.archimate.archive import LARGEST
from archlint.interchange.formats import detected
from tests.interchange.archimate.writing import Element, Model, Relation, folder, native, read, zipped

SHOP = Element("a", "ApplicationComponent", "Shop")
NAME = Path("model.archimate")
WHOLE = native(Model([SHOP]))[0][1]
HEAD = '<archimate:model xmlns:archimate="http://www.archimatetool.com/archimate" name="{0}" id="m">'


def archive(**files: bytes) -> bytes:
    """A ZIP of files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name.replace("__", "../").replace("_xml", ".xml"), content)
    return made.getvalue()


def codes(content: bytes) -> list[str]:
    """The codes of what is wrong with a file."""
    return [fault.code for fault in read([(NAME, content)])[0].faults]


BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
    + HEAD.format("&j;")
    + "</archimate:model>"
)
OUTSIDE = '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + HEAD.format("&x;") + "</archimate:model>"


@pytest.mark.parametrize(
    "content", [BOMB, OUTSIDE, "<!DOCTYPE m SYSTEM 'http://a.example/m.dtd'>" + HEAD + "<folder/>"]
)
def test_document_types_are_refused(content: str) -> None:
    """Entities are never expanded and nothing outside is ever asked for: the document type is the fault."""
    assert recognises("m.archimate", content.encode())
    (fault,) = read([(NAME, content.encode())])[0].faults
    assert (fault.code, fault.span.text) == ("SYN003", "<!DOCTYPE")


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    """No more is unpacked than a model may have."""
    content = archive(model_xml=WHOLE.replace(b"Shop", b"S" * (LARGEST + 1)))
    assert len(content) < 1_000_000
    begun = time.process_time()
    (fault,) = read([(NAME, content)])[0].faults
    assert (fault.code, "unpacked" in fault.message) == ("SYN003", True)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("name", ["__evil", "____etc_xml"])
def test_a_zip_that_leads_out_of_itself_is_refused(name: str) -> None:
    """A name with `..` in it is none that Archi writes."""
    (fault,) = read([(NAME, archive(model_xml=WHOLE, **{name: b"x"}))])[0].faults
    assert (fault.code, "leads out" in fault.message) == ("SYN003", True)


def test_a_broken_zip_is_refused() -> None:
    """What is cut off, damaged or encrypted ends in a fault."""
    ((_, content),) = zipped(Model([SHOP]))
    assert codes(content[: len(content) // 2]) == ["SYN003"]
    middle = len(content) // 3
    assert codes(content[:middle] + b"\0" * 20 + content[middle + 20 :]) in ([], ["SYN003"], ["SYN003", "SYN003"])
    directory = content.rindex(b"PK\x01\x02", 0, content.index(b"images/", content.index(b"PK\x01\x02")))
    encrypted = bytearray(content)
    for at in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8, directory + 8):
        struct.pack_into("<H", encrypted, at, struct.unpack_from("<H", encrypted, at)[0] | 1)
    assert codes(bytes(encrypted)) == ["SYN003"]


def test_a_zip_without_a_model_is_not_archimate() -> None:
    """Other ZIPs are not looked into."""
    assert detected("a.zip", archive(other_xml=b"<a/>")) is None
    assert detected("a.archimate", archive(model_xml=WHOLE)) == "archimate"


def test_deep_nesting_is_bounded() -> None:
    """What stands too deep is told at its place and left out; the rest is read."""
    deep = "<folder name='f'>" * 100_000
    content = HEAD.format("M") + deep + "</folder>" * 100_000 + WHOLE.decode().partition('version="5.0.0">')[2]
    foreign, _ = read([(NAME, content.encode())])
    assert [fault.code for fault in foreign.faults] == ["SYN004"]
    assert [thing.name for thing in foreign.things] == ["Shop"]


@pytest.mark.parametrize("damage", [b"\xff", b"\xc3", b"\x00", b"\xed\xa0\x80"])
def test_bytes_that_are_no_text_are_refused(damage: bytes) -> None:
    """A file that is not in the encoding that it has to be in is unreadable, not a crash."""
    assert codes(WHOLE.replace(b"Shop", b"Sh" + damage + b"op")) == ["SYN003"]


@pytest.mark.parametrize("encoding", ["rot13", "zlib", "unicode_escape", "utf-7", "no-such", "UTF-16"])
def test_an_encoding_that_is_none_is_not_taken(encoding: str) -> None:
    """What a document says of its encoding is believed only of encodings of text."""
    assert codes(WHOLE.replace(b"UTF-8", encoding.encode())) in ([], ["SYN003"])


def test_junctions_that_join_everything_are_bounded() -> None:
    """A junction of thousands by thousands is not taken apart into millions, which is said."""
    many = 3000
    elements = [Element(f"e{n}", "Node", f"N{n}") for n in range(2 * many)] + [Element("j", "Junction")]
    relations = [Relation(f"r{n}", "Serving", f"e{n}", "j") for n in range(many)]
    relations += [Relation(f"q{n}", "Serving", "j", f"e{n + many}") for n in range(many)]
    begun = time.process_time()
    foreign, _ = read(native(Model(elements, relations)))
    assert time.process_time() - begun < 10
    assert [fault.code for fault in foreign.faults] == ["SYN004"]
    assert many < len(foreign.links) < 20 * many


def test_functions_that_everything_performs_are_bounded() -> None:
    """So are functions with thousands of performers that need thousands of services."""
    many = 3000
    elements = [Element(f"e{n}", "ApplicationComponent", f"N{n}") for n in range(2 * many)]
    elements.append(Element("f", "ApplicationFunction", "F"))
    relations = [Relation(f"r{n}", "Assignment", f"e{n}", "f") for n in range(many)]
    relations += [Relation(f"q{n}", "Serving", f"e{n + many}", "f") for n in range(many)]
    begun = time.process_time()
    foreign, _ = read(native(Model(elements, relations)))
    assert time.process_time() - begun < 10
    assert [fault.code for fault in foreign.faults] == ["SYN004"]


def test_chains_of_functions_take_no_longer_than_they_are() -> None:
    """Functions in functions, each with relations, are looked up once."""
    many = 8000
    elements = [Element(f"f{n}", "ApplicationFunction", f"F{n}") for n in range(many)] + [SHOP]
    relations = [Relation(f"c{n}", "Composition", f"f{n}", f"f{n + 1}") for n in range(many - 1)]
    relations += [Relation(f"s{n}", "Serving", "a", f"f{n}") for n in range(many)]
    begun = time.process_time()
    read(native(Model(elements, relations)))
    assert time.process_time() - begun < 10


@given(st.integers(0, len(WHOLE)), st.binary(max_size=6), st.integers(0, 6))
def test_any_damage_ends_in_faults(at: int, inserted: bytes, taken: int) -> None:
    """Whatever is put into a file or taken out of it, reading ends, and nothing is raised."""
    read([(NAME, WHOLE[:at] + inserted + WHOLE[at + taken :])])


@pytest.mark.parametrize("unit", ["<!--", "<?", "<!", '<!"', "<!'\"", "<", "<!--<!", '<a"', "<!DOCTYPE a [", "<!-->"])
def test_to_recognise_takes_no_time(unit: str) -> None:
    """Whatever is opened many times and never closed is looked at once."""
    content = ("<?xml version='1.0'?>" + unit * (300_000 // len(unit))).encode()
    begun = time.process_time()
    assert not recognises("m.xml", content)
    read([(NAME, content)])
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    "before", ["<!-- <model> -->", "<?a <b>?>", "<!DOCTYPE m [<!ENTITY a '<x>'> <!-- <y> -->]>", "\n"]
)
def test_the_first_tag_is_found_behind_everything(before: str) -> None:
    """What stands in comments, instructions and declarations is no tag."""
    assert recognises("m", (before + HEAD).encode())


PARTS = folder(Model([SHOP, Element("b", "Node", "B")], [Relation("r", "Serving", "b", "a")]))


@given(st.lists(st.sampled_from(PARTS), max_size=6), st.integers(0, 400), st.binary(max_size=3))
def test_any_of_coarchis_files_end_in_faults(parts: list[tuple[Path, bytes]], at: int, inserted: bytes) -> None:
    """So does reading some of coArchi's files, some twice, and one of them damaged."""
    damaged = [(path, content[:at] + inserted + content[at:]) for path, content in parts[:1]]
    read([*damaged, *parts[1:]])


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_anything_is_recognised_or_not(content: bytes) -> None:
    """To look whether a file is in ArchiMate raises nothing."""
    for begin in (b"", b"PK\x03\x04", b"<?xml", b"\xff\xfe<\x00", b"<archimate:model xmlns:archimate='"):
        recognises("x", begin + content)
