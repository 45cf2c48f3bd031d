"""No document makes anything but elements and faults, in a time that its size explains."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange.calm import DEFAULTS, read
from archlint.interchange.drafting import drafted
from archlint.interchange.files import Project
from archlint.language.binder import bind
from archlint.language.declarations import Unit
from archlint.language.files import Files
from archlint.language.library import std
from archlint.language.parser import parse
from tests.interchange.calm.writing import architecture, connects, node
from tests.interchange.written import LARGEST, Folder

CORPUS = Path(__file__).parents[4] / "shared" / "corpora" / "calm"


@pytest.fixture
def calm(tmp_path: Path) -> Folder:
    """A project with CALM files."""
    return Folder(tmp_path, "calm")


WORDS = st.sampled_from(
    [
        "nodes", "relationships", "unique-id", "node-type", "details", "connects", "source", "node", "interfaces", "a",
        "flows", "relationship-type", "moments", "detailed-architecture", "metadata", "controls", "composed-of",
        "container", "model.json",
    ]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=25,
)
DOCUMENTS = st.fixed_dictionaries(
    {"nodes": VALUES}, optional={"relationships": VALUES, "flows": VALUES, "moments": VALUES}
)


@given(DOCUMENTS)
def test_whatever_stands_where_it_should_not_makes_nothing_but_faults(document: object) -> None:
    """Values of any shape are passed over or said, and what is made of them has no mistake of its own."""
    foreign = read([(Path("model.json"), json.dumps(document).encode())], Project(Files(LARGEST), (Path("/nowhere"),)))
    units = [Unit(parse(source)[0]) for source in (std(), *drafted(foreign, DEFAULTS).sources)]
    _, faults = bind(units)
    assert {fault.code for fault in faults} <= {"MOD006"}


@pytest.mark.parametrize("cut", [30, 200, 400, 500])
def test_a_document_that_breaks_off_is_read_up_to_there(calm: Folder, cut: int) -> None:
    """A document without its end is one fault, at what is not closed, and all nodes before it are there."""
    text = architecture(*(node(f"n{number}") for number in range(6)))[:-cut]
    lines, faults = calm.read(calm.write("model.json", text))
    assert [fault[:6] for fault in faults] in (["SYN001"], ["SYN002"], ["SYN001", "SYN002"])
    assert len(lines) == text.count("node-type") or len(lines) == text.count("unique-id")


def test_what_a_broken_document_lacks_is_not_held_against_it(calm: Folder) -> None:
    """Where the text ends too early only that is said: no name is missing, and no system stands alone."""
    text = architecture(node("a"), node("b"), node("c"), connects("a", "b"))
    file = calm.write("model.json", text[: text.index('"destination"') + 14])
    assert calm.found(file) == ["SYN002 model.json:24"]


def test_deep_nesting_is_one_fault(calm: Folder) -> None:
    """Nodes within nodes end with a fault and not with the stack."""
    text = "".join(f'{{"nodes": [{{"unique-id": "n{number}", "details": ' for number in range(5000))
    lines, faults = calm.read(calm.write("model.json", text))
    assert [fault.split(":")[0] for fault in faults] == ["SYN004 model.json"]
    assert lines[0].startswith("system n0")


def test_time_grows_with_size(calm: Folder) -> None:
    """Eight times as many nodes take no more than some eight times as long."""
    took = []
    for count in (400, 3200):
        parts = [node(f"n{number}", interfaces=[{"unique-id": "i"}]) for number in range(count)]
        links = [connects(f"n{number}", f"n{number // 2}", "i", id=f"r{number}") for number in range(1, count)]
        lost = [connects("n0", f"lost{number}", id=f"l{number}") for number in range(count // 4)]
        file = calm.write("model.json", architecture(*parts, *links, *lost))
        began = time.process_time()
        calm.read(file)
        took.append(time.process_time() - began)
    assert took[1] < 30 * took[0]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpora lie beside the repository")
@pytest.mark.parametrize("file", sorted(CORPUS.rglob("*.json")), ids=lambda file: str(file.relative_to(CORPUS)))
def test_every_document_of_the_corpus_is_read_or_refused(calm: Folder, file: Path) -> None:
    """A document of others is read, or refused where it says what it is; nothing else happens."""
    content = file.read_bytes()
    assert calm.detected(content, file.name) == "calm"
    lines, faults = Folder(calm.path, "calm").read(file)
    refused = [fault for fault in faults if fault.startswith("SYN003")]
    pattern = b'"nodes"' in content and b'"properties"' in content and not json.loads(content).get("nodes")
    assert bool(refused) == pattern
    assert not lines if refused else lines or not json.loads(content)["nodes"]
