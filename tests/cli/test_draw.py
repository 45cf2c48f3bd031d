"""`archlint draw`: what it writes, what it says, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from xml.etree import ElementTree

import pytest

from tests.cli.running import archlint

Run = Callable[..., "CompletedProcess[str]"]

MODEL = """
plateau now { at 2014 }
plateau then { at 2018 }
user people "People"
product p "A product" { serves people; uses f.i }
platform f "A platform" { since 2016; interface i }
legacy l { until 2016 }
view small "A small view" { show p }
"""


WHEN = "now (2014-01-01) → then (2018-01-01)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one model."""
    (tmp_path / "model.arch").write_text(MODEL, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Runs the verb in the project, on a machine without Graphviz."""

    def draw(*arguments: str) -> CompletedProcess[str]:
        return archlint("draw", *arguments, folder=folder, PATH=str(folder / "nothing"))

    return draw


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.svg", b"<?xml"),
        ("a.png", b"\x89PNG"),
        ("a.pdf", b"%PDF"),
        ("a.dot", b"digraph"),
        ("a.mmd", b"---\ntitle: "),
        ("a.mermaid", b"---\ntitle: "),
        ("a.puml", b"@startuml"),
        ("a.plantuml", b"@startuml"),
        ("a.d2", b"direction: down"),
    ],
)
def test_the_name_of_the_file_gives_the_format(folder: Path, run: Run, name: str, begins: bytes) -> None:
    """The format is inferred from the end of the file's name."""
    result = run("model.arch", "--output", name)
    assert result.returncode == 0, result.stderr
    assert (folder / name).read_bytes().startswith(begins)
    assert result.stdout == ""


def test_the_flag_wins_over_the_name(folder: Path, run: Run) -> None:
    """`--format` says what is written, whatever the file is called."""
    assert run("model.arch", "--format", "dot", "-o", "a.txt").returncode == 0
    assert (folder / "a.txt").read_text(encoding="utf-8").startswith("digraph")


def test_text_for_other_tools_needs_no_engine(run: Run) -> None:
    """Mermaid, PlantUML and D2 are written whether or not there is anything that could draw them."""
    result = run("--format", "mermaid", "--engine", "dot")
    assert result.returncode == 0
    assert "flowchart TB" in result.stdout
    assert result.stderr.startswith("archlint: wrote it as Mermaid: ")


def test_more_than_a_forge_draws_is_said(folder: Path, run: Run) -> None:
    """Forges refuse large flowcharts, so whoever writes one is told."""
    (folder / "model.arch").write_text("".join(f'product p{at} "{"long " * 30}"\n' for at in range(30)))
    assert "forges draw" not in run("--format", "mermaid").stderr
    (folder / "model.arch").write_text("".join(f'product p{at} "{"long " * 30}"\n' for at in range(300)))
    assert "forges draw Mermaid of 500 lines and 50,000 characters at most" in run("--format", "mermaid").stderr


def test_svg_goes_to_standard_output(run: Run) -> None:
    """Without a file the picture is on standard output, and everything said is on standard error."""
    result = run()
    assert result.returncode == 0
    assert result.stdout.startswith("<?xml")
    assert result.stderr.count("\n") == 1


def test_says_what_was_drawn_and_by_which_engine(folder: Path, run: Run) -> None:
    """One line names the file, the engine, the moments and the size."""
    said = run("-o", "a.svg").stderr
    assert said.startswith("archlint: drew a.svg with graphviz-pure ")
    assert said.endswith("(embedded): " + folder.name + ", now (2014-01-01) → then (2018-01-01): 4 boxes, 2 lines\n")


def test_two_plateaus_are_compared(run: Run) -> None:
    """With plateaus and no option, the first is drawn against the last."""
    svg = run().stdout
    assert "+ added" in svg
    assert "− removed" in svg


def test_current_and_target_are_compared_where_there_are_such(tmp_path: Path) -> None:
    """Plateaus named `current` and `target` are what people want to see side by side, whatever else there is."""
    text = "plateau past { at 2010 }\nplateau current { at 2014 }\nplateau target { at 2018 }\nplateau far\nproduct a"
    (tmp_path / "model.arch").write_text(text)
    said = archlint("draw", "model.arch", "--engine", "embedded", folder=tmp_path).stderr
    assert "current (2014-01-01) → target (2018-01-01)" in said


def test_a_hyphen_is_standard_output(run: Run, folder: Path) -> None:
    """`--output -` writes where nothing named does, and no file of that name."""
    assert "<svg" in run("--output", "-").stdout
    assert not (folder / "-").exists()


def test_one_plateau_can_be_drawn(run: Run) -> None:
    """`--at` takes a plateau or a date."""
    for moment in ("now", "2015-06-01"):
        svg = run("--at", moment).stdout
        assert "+ added" not in svg
        assert "A platform" not in svg
        assert ">legacy</text>" in svg


def test_a_part_of_the_picture_can_be_drawn(run: Run) -> None:
    """`--focus` with `--depth`, and `--from` with `--to`, draw what is near and what lies between."""
    assert run("--focus", "f").stderr.endswith("A platform, and what is 1 line away, " + WHEN + ": 2 boxes, 1 lines\n")
    assert run("--focus", "f", "--depth", "0").stderr.endswith(WHEN + ": 1 boxes, 0 lines\n")
    assert run("--from", "people", "--to", "f").stderr.endswith(
        "From People to A platform, " + WHEN + ": 3 boxes, 2 lines\n"
    )


def test_a_department_stands_among_its_neighbours(folder: Path, run: Run) -> None:
    """With an organisation in focus the frames are owners, and what others own stands in theirs."""
    (folder / "model.arch").write_text(
        'organisation a "Department A"\norganisation b "Department B"\norganisation c "Department C"\n'
        "product p { owner a; uses f }\nplatform f { owner b }\nproduct q { owner c }\n",
        encoding="utf-8",
    )
    result = run("--focus", "a", "--ignore", "ALL")
    assert "Department A, and what is 1 line away" in result.stderr
    assert all(f">Department {owner}<" in result.stdout for owner in "AB")
    assert "Department C" not in result.stdout


def test_data_integration_and_capabilities_have_pictures_of_their_own(folder: Path, run: Run) -> None:
    """`--data`, `--integration` and `--capabilities` need no view in the model."""
    with (folder / "model.arch").open("a", encoding="utf-8") as model:
        model.write("data d\ncapability c\nstore s { holds d }\nproduct r { reads d from s; uses p; needs c }\n")
    assert "who keeps it" in run("--data", "d").stdout
    assert "Point to point: 2 pairs of 3 systems" in run("--integration").stdout
    assert "nobody provides it" in run("--capabilities").stdout


def test_a_large_model_is_drawn_by_owners_and_says_so(folder: Path, run: Run) -> None:
    """Above a size there is a box for each owner; what was done, and how to see all, is on standard error."""
    text = "organisation a\norganisation b\n" + "".join(
        f"product p{at} {{ owner {'ab'[at % 2]}; uses p{at + 1} }}\n" for at in range(120)
    )
    (folder / "model.arch").write_text(text + "product p120 { owner a }\n", encoding="utf-8")
    result = run("--ignore", "ALL")
    assert "121 boxes and 120 lines are too many to read: drew one box for each owner; --full draws" in result.stderr
    assert ": 2 boxes, 2 lines" in result.stderr
    assert ": 121 boxes, 120 lines" in run("--full").stderr
    assert ": 3 boxes, 2 lines" in run("--focus", "p50").stderr


def test_what_no_engine_lays_out_in_time_archlint_draws_itself(folder: Path, run: Run) -> None:
    """Beyond some thousands of boxes an SVG is written without an engine, and says so; other formats are refused."""
    text = "".join(f'product p{at} "<{at}> & \\\\N" {{ uses p{at + 1} }}\n' for at in range(2000)) + "product p2000\n"
    (folder / "model.arch").write_text(text, encoding="utf-8")
    result = run("--full", "--ignore", "ALL")
    assert result.returncode == 0
    assert "archlint itself, titles only, for no engine lays out 2001 boxes and 2000 lines in time" in result.stderr
    root = ElementTree.fromstring(result.stdout)
    assert len([group for group in root.iter() if "element" in group.get("class", "")]) == 2001
    assert any(text.text == "<1999> & \\N" for text in root.iter())
    assert run("--full", "-o", "a.png", "--ignore", "ALL").returncode == 2


def test_any_two_moments_can_be_compared(run: Run) -> None:
    """`--compare` takes two plateaus or dates, in either order."""
    svg = run("--compare", "then", "2015").stdout
    assert "then (2018&#45;01&#45;01) → 2015&#45;01&#45;01" in svg


def test_a_view_is_drawn_as_it_says(run: Run) -> None:
    """`--view` draws a view of the model."""
    result = run("--view", "small")
    assert "A small view" in result.stdout
    assert ": 1 boxes, 0 lines" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--format", "gif"], "draw writes svg, png, pdf, dot, mermaid, plantuml, d2, not gif"),
        (["-o", "a.jpg"], "not jpg; --format says which"),
        (["--at", "now", "--compare", "now", "then"], "--at or --compare, not both"),
        (["--engine", "cairo"], "--engine takes dot or embedded, not cairo"),
        (["--engine", "dot"], "nothing was drawn: there is no `dot` on the path"),
        (["--at", "never"], "`never` is neither a date nor a plateau"),
        (["--view", "smal"], "there is no view smal; did you mean `small`?"),
        (["--at", "2014", "--view", "none"], "there is no view none"),
        (["--focus", "nobody"], "there is no element nobody"),
        (["--focus", "l", "--at", "then"], "no box shows l at then"),
        (["--depth", "2"], "--depth says how far around --focus"),
        (["--from", "people"], "a way has two ends: --from and --to"),
        (["--from", "f", "--to", "people"], "no way along the lines from f to people"),
        (["--from", "f", "--to", "people"], "; there is one from people to f"),
        (["--focus", "p", "--from", "p", "--to", "f"], "draw takes one of --focus, --from"),
        (["--view", "small", "--integration"], "draw takes one of --view, --integration"),
        (["--data", "licence"], "there is no data licence; the model declares none"),
        (["--capabilities", "--focus", "p"], "--capabilities draws no lines"),
        (["--capabilities"], "there is nothing to draw"),
        (["nowhere.arch"], ""),
        (["-o", "no/such/folder/a.svg"], "cannot be written"),
        (["-o", "."], ""),
    ],
)
def test_what_cannot_be_done_ends_with_2(folder: Path, run: Run, arguments: list[str], reason: str) -> None:
    """Bad usage, unknown moments and views, and files that cannot be read or written exit with 2 and say why."""
    before = sorted(folder.rglob("*"))
    result = run(*arguments)
    assert result.returncode == 2
    assert reason in result.stderr
    assert sorted(folder.rglob("*")) == before


def test_nothing_to_draw_ends_with_2(folder: Path, run: Run) -> None:
    """A model without anything to show is not drawn as an empty sheet."""
    (folder / "model.arch").write_text("capability c\n", encoding="utf-8")
    result = run("-o", "a.svg")
    assert result.returncode == 2
    assert "there is nothing to draw" in result.stderr
    assert not (folder / "a.svg").exists()


def test_a_model_with_errors_is_drawn_and_ends_with_1(folder: Path, run: Run) -> None:
    """What could be read is drawn; the errors are said, and the exit status is 1."""
    with (folder / "model.arch").open("a", encoding="utf-8") as model:
        model.write("product q { uses nowhere }\n")
    result = run("-o", "a.svg")
    assert result.returncode == 1
    assert "MOD003" in result.stderr
    assert (folder / "a.svg").exists()


def test_findings_alone_do_not_change_the_exit_status(folder: Path, run: Run) -> None:
    """Findings of the rules are marked in the picture; drawing them is a success."""
    (folder / "model.arch").write_text("product a { uses b }\nproduct b { uses a }\n", encoding="utf-8")
    result = run()
    assert result.returncode == 0
    assert "INT105" in result.stdout
    assert "INT105" not in run("--ignore", "INT105").stdout


def test_a_file_is_replaced_whole(folder: Path, run: Run) -> None:
    """A picture takes the place of an older file, and nothing else is left behind."""
    (folder / "a.svg").write_text("old", encoding="utf-8")
    assert run("-o", "a.svg").returncode == 0
    assert (folder / "a.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert sorted(path.name for path in folder.iterdir()) == [".git", "a.svg", "model.arch"]


def test_several_models_are_refused(folder: Path, run: Run) -> None:
    """A configuration that names several models needs paths, for a picture is of one."""
    (folder / "archlint.toml").write_text('[models]\na = ["model.arch"]\nb = ["model.arch"]\n', encoding="utf-8")
    result = run()
    assert result.returncode == 2
    assert "give the paths of one" in result.stderr
