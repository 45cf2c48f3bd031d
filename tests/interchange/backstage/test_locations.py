"""Locations name the files of a catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interchange.backstage.writing import catalogue, entity
from tests.interchange.written import Folder


@pytest.fixture
def backstage(tmp_path: Path) -> Folder:
    """A project with a catalogue."""
    return Folder(tmp_path, "backstage")


def test_files_that_a_location_names_are_followed(backstage: Folder) -> None:
    """Files are looked for beside the one that names them, each once, however they are reached."""
    one = backstage.write("all.yaml", entity("Location", "l", "targets:\n- ./sub/more.yaml\n- sub/../sub/more.yaml"))
    backstage.write("sub/more.yaml", catalogue(entity("System", "s"), entity("Location", "m", "target: ../all.yaml")))
    assert backstage.read(one) == (['system s "s"'], [])
    assert backstage.read(one, backstage.path / "sub" / "more.yaml") == (['system s "s"'], [])


@pytest.mark.parametrize(
    ("pattern", "names"),
    [("./sys/*.yaml", "ab"), ("sys/**/*.yaml", "abc"), ("**/a.yaml", "a"), ("s?s/[b]*", "b"), ("none/*", "")],
)
def test_a_pattern_means_all_files_that_fit(backstage: Folder, pattern: str, names: str) -> None:
    """`*` stands for anything in a name and `**` for any directories."""
    for name, file in (("a", "sys/a.yaml"), ("b", "sys/b.yaml"), ("c", "sys/deep/er/c.yaml"), ("d", "other/d.yaml")):
        backstage.write(file, entity("System", name))
    assert backstage.one(entity("Location", "l", f"targets: ['{pattern}']")) == [
        f'system {name} "{name}"' for name in names
    ]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("https://a.example/catalog-info.yaml", "is an address, and addresses are never fetched"),
        ("url:https://a.example/x.yaml", "is an address, and addresses are never fetched"),
        ("./none.yaml", "cannot be read: there is no such file or directory"),
        ("../outside.yaml", "leads out of the project"),
        ("/etc/hostname", "leads out of the project"),
        ("../**/*.yaml", "leads out of the folder in which it stands"),
        ("/**/*.yaml", "leads out of the folder in which it stands"),
    ],
)
def test_what_is_not_followed_is_said(backstage: Folder, target: str, said: str) -> None:
    """Nothing is fetched, nothing outside of the project is read, and what is missing is said."""
    (backstage.path.parent / "outside.yaml").write_text(entity("System", "secret"))
    lines, (fault,) = backstage.read(backstage.write("l.yaml", entity("Location", "l", f"targets: ['{target}']")))
    assert lines == []
    assert fault.startswith("MOD007 l.yaml:6:13 ")
    assert said in fault


def test_a_file_that_need_not_be_there_may_be_missing(backstage: Folder) -> None:
    """A location says that what it names is optional."""
    assert backstage.one(entity("Location", "l", "presence: optional\ntarget: none.yaml")) == []


def test_links_out_of_the_project_are_not_followed(backstage: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link that leads out of the project is not read, whatever it is called."""
    secret = tmp_path_factory.mktemp("else") / "secret.yaml"
    secret.write_text(entity("System", "secret"))
    (backstage.path / "in.yaml").symlink_to(secret)
    lines, faults = backstage.read(backstage.write("l.yaml", entity("Location", "l", "targets: [in.yaml, 'i*.yaml']")))
    assert lines == []
    assert {fault.split()[0] for fault in faults} == {"MOD007"}
