"""From the files of a model in ArchiMate to its things, links and states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from archlint.diagnostics import Fault
from archlint.interchange.archimate import exchange, native
from archlint.interchange.archimate.links import Linker
from archlint.interchange.archimate.merging import merged
from archlint.interchange.archimate.opening import text_of
from archlint.interchange.archimate.plateaus import lifetimes_of
from archlint.interchange.archimate.recognition import Root, root_of
from archlint.interchange.archimate.remarks import accesses_in, remarks_on, served_in
from archlint.interchange.archimate.standins import Budget, Performers, through_junctions
from archlint.interchange.archimate.statements import Contents, Relation
from archlint.interchange.archimate.things import Context, things_of
from archlint.interchange.archimate.wholes import groups_of, wholes_of
from archlint.interchange.archimate.xml_tree import Node, tree_of
from archlint.interchange.foreign import Foreign
from archlint.language.faults import Faults
from archlint.source import SourceFile, Span

__all__ = ["read_all"]


def read_all(inputs: Sequence[tuple[Path, bytes]]) -> Foreign:
    """The model that files in ArchiMate state together."""
    sources: list[SourceFile] = []
    contents = merged(_files(inputs, sources))
    foreign = _model(contents)
    faults = Faults()
    for fault in (*contents.faults, *foreign.faults):
        faults.append(fault)
    foreign.faults = faults.told()
    foreign.files = sources
    foreign.partial = any(fault.code in _NOT_TO_THE_END for fault in foreign.faults)
    return foreign


_NOT_TO_THE_END = ("SYN002", "SYN003", "SYN004")
"""The faults that leave out something of which nobody knows what it is."""


def _files(inputs: Iterable[tuple[Path, bytes]], sources: list[SourceFile]) -> Iterator[Contents]:
    """What each file states; what coArchi's files state together comes last."""
    parts: list[tuple[Path, Node]] = []
    together = Contents()
    for path, content in inputs:
        source = text_of(path, content)
        if isinstance(source, Fault):
            yield Contents(faults=[source])
            continue
        sources.append(source)
        root = root_of(source.text)
        tree, faults = tree_of(source, root.prefix if root else "")
        if tree is None or root is None:
            yield Contents(faults=faults or [_not_archimate(source, Span(source, 0, 0))])
        elif root.native and tree.name != "model":
            together.faults += faults
            parts.append((path, tree))
        else:
            yield _whole(source, root, tree, faults)
    _fragments(parts, together)
    yield together


def _whole(source: SourceFile, root: Root, tree: Node, faults: list[Fault]) -> Contents:
    shaped = any(tree.all("elements", "relationships")) and not any(tree.all("folder"))
    if root.exchange or (shaped and (root.native or not root.namespace)):
        contents = exchange.read_file(tree)
    elif root.native:
        contents = native.read_file(tree)
    else:
        return Contents(faults=[_not_archimate(source, tree.place)])
    contents.faults = [*faults, *contents.faults]
    return contents


def _not_archimate(source: SourceFile, place: Span) -> Fault:
    help = "known are the namespaces of the Open Exchange format and that of Archi"
    return Fault("SYN003", place, f"`{source.path}` cannot be read: its namespace is not one of ArchiMate", help)


def _fragments(parts: Sequence[tuple[Path, Node]], contents: Contents) -> None:
    """Takes in what the files of coArchi state."""
    profiles: dict[str, str] = {}
    folders: dict[PurePath, str] = {}
    for path, tree in parts:
        profiles |= native.profiles_in(tree)
        if path.name == native.FOLDER_FILE and tree.name == "Folder":
            folders[path.parent] = tree.get("name")
    for path, tree in parts:
        native.read_fragment(tree, path, folders, profiles, contents)


def _model(contents: Contents) -> Foreign:
    budget, joining = (Budget(len(contents.relations)) for _ in range(2))
    between = [relation for relation in contents.relations.values() if _joins_concepts(contents, relation)]
    groups = groups_of(contents, contents.relations.values())
    lifetimes = lifetimes_of(contents, groups)
    relations = list(through_junctions(contents, between, joining))
    performers = Performers(contents, relations)
    wholes = wholes_of(contents, relations, performers, budget)
    remarks = remarks_on(contents, groups, lifetimes)
    links = Linker(contents, performers, wholes.parents, budget, remarks, lifetimes).links(relations)
    context = Context(
        contents, wholes, groups, lifetimes, remarks, accesses_in(links, contents), served_in(links, contents)
    )
    foreign = Foreign("archimate", things_of(context), links, lifetimes.states)
    if budget.overdrawn or joining.overdrawn:
        foreign.faults.append(_overdrawn(relations[-1].place))
    return foreign


def _joins_concepts(contents: Contents, relation: Relation) -> bool:
    return relation.source in contents.concepts and relation.target in contents.concepts


def _overdrawn(place: Span) -> Fault:
    message = "junctions and assignments stand for more relations than archlint takes apart: some of them are left out"
    return Fault("SYN004", place, message, "state fewer relations by one junction, or assign fewer to one function")
